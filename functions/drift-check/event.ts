import * as z from 'zod/mini';
import { machineArnOf } from '../../src/aws/machine.ts';
import { dictionary } from '../dictionary.ts';

/**
 * What triggers a check: an API call that CloudTrail has recorded, or an item of the sweep.
 *
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html and
 * https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cloud-trail.html. An example:
 *
 *     { "source": "aws.states", "detail-type": "AWS API Call via CloudTrail", "detail": {
 *         "eventSource": "states.amazonaws.com", "eventName": "UpdateStateMachine",
 *         "userIdentity": { "arn": "arn:aws:iam::111122223333:user/eve" },
 *         "requestParameters": {
 *           "stateMachineArn": "arn:aws:states:eu-west-1:111122223333:stateMachine:orders",
 *           "definition": "HIDDEN_DUE_TO_SECURITY_REASONS" } } }
 */

const fields = z.nullish(dictionary(z.unknown()));

const recorded = z.object({
  'detail-type': z.literal('AWS API Call via CloudTrail'),
  detail: z.object({
    eventSource: z.string(),
    eventName: z.string(),
    errorCode: z.optional(z.string()),
    sourceIPAddress: z.optional(z.string()),
    userIdentity: z.object({
      arn: z.optional(z.string()),
      principalId: z.optional(z.string()),
      invokedBy: z.optional(z.string()),
      sessionContext: z.optional(z.object({ sessionIssuer: z.optional(z.object({ arn: z.optional(z.string()) })) })),
    }),
    requestParameters: fields,
    responseElements: fields,
  }),
});

/**
 * A role of the sweep that began at `listed` (seconds since 1970). It only says where to look, because anyone who may
 * invoke the function could send one: everything else is read from AWS and the sweep's own bucket.
 */
const item = z.strictObject({ role: z.string(), listed: z.number(), second: z.optional(z.boolean()) });

type Detail = z.output<typeof recorded>['detail'];

/** A recorded API call: who did what. */
export interface RecordedCall {
  /** The API that was called, such as `UpdateStateMachine`. */
  readonly call: string;
  /** The caller's ARN. */
  readonly actor: string;
  readonly address: string | undefined;
  /**
   * The service that made the call on their behalf, such as `cloudformation.amazonaws.com`.
   *
   * Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html (invokedBy)
   */
  readonly through: string | undefined;
  /** True if the role itself was changed rather than something that uses it. */
  readonly byHand: boolean;
}

export type Trigger =
  | { readonly kind: 'machine'; readonly machineArn: string; readonly cause: RecordedCall }
  | { readonly kind: 'role'; readonly roleName: string; readonly cause: RecordedCall }
  | { readonly kind: 'sweep'; readonly item: z.output<typeof item> }
  | { readonly kind: 'nothing'; readonly why: string };

/** A message of the queue, with an API call in it: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
const message = z.object({ Records: z.tuple([z.object({ body: z.string() })]) });

/**
 * Reads an event, on its own or in a message of the queue. `own`: ARNs of the roles of rolefit's functions. Throws an
 * Error for anything else.
 */
export function readTrigger(event: unknown, own: readonly string[]): Trigger {
  const swept = item.safeParse(event);
  if (swept.success) return { kind: 'sweep', item: swept.data };
  const queued = message.safeParse(event);
  const call = recorded.safeParse(queued.success ? JSON.parse(queued.data.Records[0].body) : event);
  if (!call.success) {
    throw new Error('the event is neither an API call that CloudTrail has recorded nor an item of the sweep');
  }
  return triggerOf(call.data.detail, own);
}

function triggerOf(detail: Detail, own: readonly string[]): Trigger {
  const { eventName, eventSource, errorCode, userIdentity, sourceIPAddress } = detail;
  if (errorCode !== undefined) return { kind: 'nothing', why: `${eventName} failed with ${errorCode}` };
  const issuer = userIdentity.sessionContext?.sessionIssuer?.arn;
  if (issuer !== undefined && own.includes(issuer)) return { kind: 'nothing', why: `${eventName} was rolefit's own` };
  const cause: RecordedCall = {
    call: eventName,
    actor: userIdentity.arn ?? userIdentity.invokedBy ?? userIdentity.principalId ?? 'someone unknown',
    address: sourceIPAddress,
    through: userIdentity.invokedBy,
    byHand: eventSource === 'iam.amazonaws.com',
  };
  if (cause.byHand) {
    const roleName = roleOf(detail);
    if (roleName !== undefined) return { kind: 'role', roleName, cause };
  } else {
    const machineArn = machineOf(detail);
    if (machineArn !== undefined) return { kind: 'machine', machineArn, cause };
  }
  return { kind: 'nothing', why: `${eventName} names no role or state machine` };
}

/** The fields of a request and of its answer that name a state machine, or something that belongs to it. */
const MACHINE_FIELDS = ['stateMachineArn', 'stateMachineAliasArn', 'resourceArn', 'executionArn'] as const;

function machineOf({ requestParameters, responseElements }: Detail): string | undefined {
  for (const values of [requestParameters, responseElements]) {
    for (const field of MACHINE_FIELDS) {
      const value = values?.[field];
      const arn = typeof value === 'string' ? machineArnOf(value) : undefined;
      if (arn !== undefined) return arn;
    }
  }
  return undefined;
}

/** A role by its name, or by the path of the managed policies that rolefit created for it. */
function roleOf({ requestParameters }: Detail): string | undefined {
  const role = requestParameters?.['roleName'];
  if (typeof role === 'string') return role;
  const policy = requestParameters?.['policyArn'];
  return typeof policy === 'string' ? /:policy\/rolefit\/([^/]+)\//.exec(policy)?.[1] : undefined;
}
