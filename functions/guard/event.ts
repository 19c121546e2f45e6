import * as z from 'zod/mini';
import type { TemplatePlace } from '../../src/analysis/checkTemplate.ts';
import { parseArn } from '../../src/iam/arn.ts';

/**
 * What CloudFormation sends to a Lambda Hook before it creates, updates or deletes a stack or a resource, and when a
 * change set is made. Its page spells the token and the stack's ARN in two ways, and knows fields that are not always
 * there.
 *
 * Source: https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks-create-lambda-function.html
 */

const text = z.optional(z.nullable(z.string()));

const invocation = z.object({
  clientRequestToken: text,
  clientRequesttoken: text,
  awsAccountId: text,
  stackId: text,
  stackID: text,
  actionInvocationPoint: text,
  requestData: z.object({
    targetName: text,
    targetType: text,
    targetLogicalId: text,
    /** A presigned URL of Amazon S3, for stacks and change sets. */
    payload: text,
    targetModel: z.optional(z.nullable(z.object({ resourceProperties: z.unknown() }))),
  }),
});

/** The document at the URL; a change set's has the changed resources as well. Without a template it has another form. */
const payload = z.object({ template: z.nullable(z.string()) });

export type HookTarget =
  /** A deletion, or a resource of another type: there is nothing to compare. */
  | { readonly kind: 'nothing'; readonly why: string }
  | { readonly kind: 'stack'; readonly url: string }
  | { readonly kind: 'resource'; readonly template: string };

export interface Invocation {
  readonly token: string;
  /** The stack's ARN; empty if there is none. */
  readonly stack: string;
  readonly place: TemplatePlace;
  readonly target: HookTarget;
}

/** Why the guard could not compare anything: one line, without anything that a template says. */
export class Undecided extends Error {
  override readonly name = 'Undecided';
}

const STATE_MACHINE = 'AWS::StepFunctions::StateMachine';

/** The token of any event, as the answer repeats it. */
export function tokenOf(event: unknown): string {
  const { data } = z.object({ clientRequestToken: text, clientRequesttoken: text }).safeParse(event);
  return data?.clientRequestToken ?? data?.clientRequesttoken ?? '';
}

/** Throws Undecided for what is no event of a Hook. */
export function readInvocation(event: unknown, functionArn: string): Invocation {
  const { data } = invocation.safeParse(event);
  if (data === undefined) throw new Undecided('the event is not one of a CloudFormation Lambda Hook');
  const stack = data.stackId ?? data.stackID ?? '';
  const here = parseArn(stack) ?? parseArn(functionArn);
  return {
    token: tokenOf(event),
    stack,
    place: {
      partition: here?.partition ?? 'aws',
      region: here?.region ?? '',
      account: data.awsAccountId ?? here?.account ?? '',
    },
    target: targetOf(data),
  };
}

function targetOf({ actionInvocationPoint, requestData }: z.output<typeof invocation>): HookTarget {
  // The templates and properties of a deletion are empty.
  if (actionInvocationPoint === 'DELETE_PRE_PROVISION') return { kind: 'nothing', why: 'Nothing is left to compare' };
  const { targetName, targetType, targetLogicalId, payload: url, targetModel } = requestData;
  if (targetType === 'STACK' || targetType === 'CHANGE_SET') {
    if (typeof url !== 'string') throw new Undecided('the event of a stack or change set has no payload');
    return { kind: 'stack', url };
  }
  // What says neither is in a form that nobody knows here: it must not count as looked at.
  if (typeof targetName !== 'string') throw new Undecided('the event does not say what its target is');
  if (targetName !== STATE_MACHINE) return { kind: 'nothing', why: 'The resource is no state machine' };
  const resource = { Type: STATE_MACHINE, Properties: targetModel?.resourceProperties ?? {} };
  return {
    kind: 'resource',
    template: JSON.stringify({ Resources: { [targetLogicalId ?? 'StateMachine']: resource } }),
  };
}

/** The template in the document at the URL; undefined for an empty one. Throws Undecided for anything else. */
export function templateIn(document: string): string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(document);
  } catch {
    throw new Undecided('the payload is no JSON');
  }
  const { data } = payload.safeParse(parsed);
  if (data === undefined) throw new Undecided('the payload has no template');
  return data.template === null || data.template === '' ? undefined : data.template;
}
