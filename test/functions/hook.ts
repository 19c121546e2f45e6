import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import type { Answer, EmbeddedAws } from '../double/aws.ts';
import type { IamState } from '../double/iam.ts';

/** Runs the hook against the embedded AWS as Lambda and CloudFormation would. */

export const STACK = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/orders/1';
const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:rolefit';

type Handler = (event: CloudFormationCustomResourceEvent, context: Context) => Promise<void>;

/** The hook's handler, with clients that talk to this endpoint; one for each process. */
export async function loadHook(endpoint: string): Promise<Handler> {
  process.env['AWS_ENDPOINT_URL'] = endpoint;
  process.env['AWS_REGION'] = 'eu-west-1';
  process.env['AWS_ACCESS_KEY_ID'] = 'RolePolicyFunction';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  const { handler } = await import('../../functions/role-policy/index.ts');
  return handler;
}

export interface Request {
  readonly type: 'Create' | 'Update' | 'Delete';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly oldProperties?: Readonly<Record<string, unknown>>;
  readonly physicalId?: string;
  readonly logicalId?: string;
  readonly stack?: string;
  /** The stack's template; one that has the properties as they are, if left out. */
  readonly template?: string;
  /** True where the stack is brought back to what it was. */
  readonly isRollback?: boolean;
}

/** The event for a request that CloudFormation makes now: the stack's deployment has come to that resource. */
export function eventOf(aws: EmbeddedAws, request: Request): CloudFormationCustomResourceEvent {
  const event = forgedEvent(aws, request);
  aws.cloudFormation.begin(event, request);
  return event;
}

/** The same event from somebody else: CloudFormation knows nothing of it. */
export function forgedEvent(aws: EmbeddedAws, request: Request): CloudFormationCustomResourceEvent {
  const { type, properties, oldProperties = {}, physicalId = '', logicalId = 'RolePolicy', stack = STACK } = request;
  const common = {
    ServiceToken: FUNCTION,
    ResponseURL: `${aws.endpoint}/answer/${randomUUID()}`,
    StackId: stack,
    RequestId: randomUUID(),
    LogicalResourceId: logicalId,
    ResourceType: 'Custom::StateMachineRolePolicy',
    // As JSON has them: what is undefined is not there.
    ResourceProperties: JSON.parse(JSON.stringify({ ServiceToken: FUNCTION, ...properties })),
  };
  switch (type) {
    case 'Create':
      return { ...common, RequestType: 'Create' };
    case 'Update':
      return {
        ...common,
        RequestType: 'Update',
        PhysicalResourceId: physicalId,
        OldResourceProperties: { ServiceToken: common.ServiceToken, ...oldProperties },
      };
    case 'Delete':
      return { ...common, RequestType: 'Delete', PhysicalResourceId: physicalId };
  }
}

export function contextOf(milliseconds = 60_000): Context {
  const end = Date.now() + milliseconds;
  return {
    awsRequestId: randomUUID(),
    callbackWaitsForEmptyEventLoop: false,
    functionName: 'rolefit',
    functionVersion: '$LATEST',
    invokedFunctionArn: FUNCTION,
    logGroupName: '/aws/lambda/rolefit',
    logStreamName: '2026/11/24/[$LATEST]abc',
    memoryLimitInMB: '256',
    getRemainingTimeInMillis: () => end - Date.now(),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}

export function answersTo(aws: EmbeddedAws, event: CloudFormationCustomResourceEvent): readonly Answer[] {
  return aws.answers.get(new URL(event.ResponseURL).pathname) ?? [];
}

/** Sends one request and returns its one answer. */
export async function send(
  aws: EmbeddedAws,
  handler: Handler,
  request: Request,
  context = contextOf(),
): Promise<Answer> {
  const event = eventOf(aws, request);
  await handler(event, context);
  const [answer, ...others] = answersTo(aws, event);
  assert.ok(answer, 'no answer');
  assert.deepEqual(others, [], 'more than one answer');
  assert.equal(answer.RequestId, event.RequestId);
  return answer;
}

/** All that a role's policies allow: action and resource, of its inline and attached policies. */
export function allowedBy(state: IamState, roleName: string): ReadonlySet<string> {
  const role = state.roles.get(roleName);
  if (!role) return new Set();
  const managed = [...role.attached].map((arn) => state.policies.get(arn)?.document ?? '{"Statement":[]}');
  return new Set(
    [...role.inline.values(), ...managed].flatMap((document) => {
      const { Statement }: { Statement: { Effect: string; Action: string[]; Resource: string[] }[] } =
        JSON.parse(document);
      return Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action, Resource }) =>
        Action.flatMap((action) => Resource.map((resource) => `${action} ${resource}`)),
      );
    }),
  );
}

/** A definition that reads these DynamoDB tables. */
export function reading(...tables: readonly string[]): string {
  const states = tables.map((TableName, index) => [
    `S${index}`,
    { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: { TableName }, End: true },
  ]);
  return JSON.stringify({ StartAt: 'S0', States: Object.fromEntries(states) });
}

/** Tables whose policy needs several managed policies. */
export function many(prefix: string, count = 250): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(20, '0')}`);
}
