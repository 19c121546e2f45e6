import { parseArn } from '../iam/arn.ts';
import { isPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';

/** How a task waits for its call. `sync` is `.sync` and `.sync:2`, which differ only in their output. */
export type IntegrationPattern = 'requestResponse' | 'sync' | 'waitForTaskToken';

/** What a Task's `Resource` says. */
export type TaskResource =
  /** A Lambda function's ARN, with or without a qualifier, or a placeholder that is assumed to be one. */
  | { readonly kind: 'function'; readonly arn: string; readonly partition: string | undefined }
  | { readonly kind: 'activity'; readonly partition: string }
  | {
      readonly kind: 'optimized' | 'sdk';
      readonly partition: string;
      readonly service: string;
      readonly api: string;
      readonly pattern: IntegrationPattern;
    }
  /** An ARN that means nothing to Step Functions. */
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'notAnArn' };

const PATTERNS: Readonly<Record<string, IntegrationPattern>> = {
  '': 'requestResponse',
  '.sync': 'sync',
  '.sync:2': 'sync',
  '.waitForTaskToken': 'waitForTaskToken',
};

/**
 * Parses a Task's `Resource`. Region and account may be present where AWS's documentation leaves them empty: the
 * service itself exports definitions that way.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html#task-types
 */
export function parseResource(resource: string): TaskResource {
  if (isPlaceholder(resource)) return { kind: 'function', arn: resource, partition: undefined };
  const arn = parseArn(resource);
  if (!arn) {
    // "${FunctionArn}:live": a substituted function ARN with a qualifier.
    const qualified = /^(\$\{[^}]*\}):[A-Za-z0-9$_-]+$/.exec(resource);
    if (qualified?.[1] && isPlaceholder(qualified[1])) return { kind: 'function', arn: resource, partition: undefined };
    return { kind: 'notAnArn' };
  }
  const { partition, service } = arn;
  if (service === 'lambda' && arn.resource.startsWith('function:'))
    return { kind: 'function', arn: resource, partition };
  if (service !== 'states') return { kind: 'unknown', reason: `tasks cannot name a resource of ${service} directly` };
  if (arn.resource.startsWith('activity:')) return { kind: 'activity', partition };
  return parseIntegration(arn.resource, partition);
}

function parseIntegration(resource: string, partition: string): TaskResource {
  const match = /^(aws-sdk:)?([^:.]+):([^:.]+)((?:\.[^:]*(?::.*)?)?)$/.exec(resource);
  const [, sdk, service, api, suffix = ''] = match ?? [];
  if (service === undefined || api === undefined || service === 'aws-sdk') {
    return { kind: 'unknown', reason: `${resource} does not have the form service:api or aws-sdk:service:api` };
  }
  const pattern = own(PATTERNS, suffix);
  if (pattern === undefined) {
    return { kind: 'unknown', reason: `${suffix} is not .sync, .sync:2 or .waitForTaskToken` };
  }
  return { kind: sdk ? 'sdk' : 'optimized', partition, service, api, pattern };
}
