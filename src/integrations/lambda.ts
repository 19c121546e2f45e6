import { type Arn, formatArn } from '../iam/arn.ts';
import type { Resource } from '../iam/grant.ts';
import { escapeText } from '../iam/text.ts';
import { knownText } from '../values/value.ts';
import { argument, type CallContext, type Integration } from './integration.ts';
import { joinOrigins, knownArn, nameOrigin, namePart } from './resources.ts';
import { call } from './rows.ts';

/** AWS Lambda: `lambda:invoke`, and tasks whose Resource is a function's ARN. */
export const lambda: Integration = {
  service: 'lambda',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html',
  apis: {
    invoke: {
      patterns: ['requestResponse', 'waitForTaskToken'],
      grants: [call('lambda:InvokeFunction', lambdaFunctions)],
    },
  },
};

/**
 * FunctionName is a name, an account and a name, or an ARN, each with or without a version or alias, which Qualifier
 * may give as well. IAM checks the ARN that is called: with its qualifier where it has one.
 *
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html#function-resources
 */
export function lambdaFunctions(context: CallContext): readonly Resource[] {
  const { functionArn } = context.call;
  if (functionArn !== undefined) {
    return [{ arn: escapeText(functionArn), origin: { kind: 'literal', field: 'Resource' } }];
  }
  const value = argument(context, 'FunctionName');
  const name = namePart(value, 'FunctionName');
  const place = { ...context.place, service: 'lambda' };
  const text = knownText(value);
  if (text === undefined) {
    const account = name.origin.kind === 'unknown' ? '*' : place.account;
    return [{ arn: formatArn({ ...place, account, resource: 'function:*' }), origin: name.origin }];
  }
  const whole = knownArn(value) === undefined ? byName(escapeText(text), place) : name.text;
  const qualifier = argument(context, 'Qualifier');
  const origin = knownArn(value) === undefined ? nameOrigin(value, 'FunctionName', name.origin) : name.origin;
  if (qualifier.kind === 'absent' || isQualified(whole)) return [{ arn: whole, origin }];
  const part = namePart(qualifier, 'Qualifier');
  return [{ arn: `${whole}:${part.text}`, origin: joinOrigins([origin, part.origin]) }];
}

function byName(name: string, place: Omit<Arn, 'resource'>): string {
  const [, account, rest = name] = /^(\d{12}):(?:function:)?(.+)$/.exec(name) ?? [];
  const resource = `function:${rest.replace(/^function:/, '')}`;
  return formatArn({ ...place, resource, ...(account === undefined ? {} : { account }) });
}

/** True where an ARN already ends in a version or alias. */
function isQualified(arn: string): boolean {
  return /:function:(?:\$\{[^}]*\}|[^:])+:[^:]+$/.test(arn);
}
