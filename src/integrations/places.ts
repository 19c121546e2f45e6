import type { Api, CallContext, Remark } from '../grants/integration.ts';
import { partialOf } from '../grants/partial.ts';
import { type Arn, parseArn } from '../iam/arn.ts';
import { own } from '../own.ts';
import { at, itemsOf, knownText, mayBePresent, type Value } from '../values/domain/value.ts';

/**
 * Arguments with a resource that must be in the state machine's Region: 'Cross-Region AWS SDK integration and cross-Region
 * AWS resource access aren't available in Step Functions'. Only those are listed whose services name nothing abroad in
 * these arguments: copies and replicas do, and a queue's URL says which host is called.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html
 */
interface PlacedArguments {
  readonly fields: readonly string[];
  /**
   * True if these resources have no policies of their own, so that only a role of their account can use them.
   *
   * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html and, of
   * Amazon EventBridge, which has policies of event buses and none of connections,
   * https://docs.aws.amazon.com/service-authorization/latest/reference/list_events.html
   */
  readonly ofOwnAccount?: true;
}

const BATCH: PlacedArguments = { fields: ['JobQueue', 'JobDefinition', 'ComputeEnvironment'], ofOwnAccount: true };
const CODEBUILD: PlacedArguments = { fields: ['ProjectName'] };
const DYNAMODB: PlacedArguments = { fields: ['TableName'] };
const ECS: PlacedArguments = { fields: ['Cluster', 'Service', 'Task', 'TaskDefinition'], ofOwnAccount: true };
const LAMBDA: PlacedArguments = { fields: ['FunctionName'] };
const MACHINES: PlacedArguments = {
  fields: ['ActivityArn', 'ExecutionArn', 'MapRunArn', 'StateMachineArn'],
  ofOwnAccount: true,
};
const SNS: PlacedArguments = { fields: ['TopicArn'] };

/** By the service's name in a task's Resource. */
const OPTIMIZED_ARGUMENTS: Readonly<Record<string, PlacedArguments>> = {
  batch: BATCH,
  bedrockagentcore: { fields: ['HarnessArn'] },
  codebuild: CODEBUILD,
  dynamodb: DYNAMODB,
  ecs: ECS,
  events: { fields: ['Entries[].EventBusName'] },
  http: { fields: ['Authentication.ConnectionArn', 'InvocationConfig.ConnectionArn'], ofOwnAccount: true },
  lambda: LAMBDA,
  mediaconvert: { fields: ['JobTemplate', 'Queue'], ofOwnAccount: true },
  sns: SNS,
  states: MACHINES,
};

const SDK_ARGUMENTS: Readonly<Record<string, PlacedArguments>> = {
  batch: BATCH,
  codebuild: CODEBUILD,
  dynamodb: DYNAMODB,
  ecs: ECS,
  eventbridge: { fields: ['EventBusName', 'Entries[].EventBusName'] },
  kinesis: { fields: ['StreamArn'] },
  lambda: LAMBDA,
  secretsmanager: { fields: ['SecretId'] },
  sfn: MACHINES,
  sns: SNS,
};

/** The API, with remarks on resources that it can't reach where they are. */
export function inItsPlace(kind: 'optimized' | 'sdk', service: string, api: Api): Api {
  const placed = own(kind === 'sdk' ? SDK_ARGUMENTS : OPTIMIZED_ARGUMENTS, service);
  if (placed === undefined) return api;
  const { remarks } = api;
  return { ...api, remarks: (context) => [...(remarks?.(context) ?? []), ...placeRemarks(placed, context)] };
}

const NONE: readonly Remark[] = [];

function placeRemarks({ fields, ofOwnAccount }: PlacedArguments, context: CallContext): readonly Remark[] {
  const { region, account } = context.machine;
  if (region === undefined && account === undefined) return NONE;
  return [...ofResource(context), ...fields.flatMap((field) => arnsAt(field, context))].flatMap(({ field, arn }) => [
    ...regionRemark(field, arn, region),
    ...(ofOwnAccount ? accountRemark(field, arn, context) : NONE),
  ]);
}

interface PlacedArn {
  readonly field: string;
  readonly arn: Arn;
}

/** The function or activity that the task's Resource names. */
function ofResource({ call: { functionArn, activityArn } }: CallContext): readonly PlacedArn[] {
  const arn = parseArn(functionArn ?? activityArn ?? '');
  return arn === undefined ? [] : [{ field: 'Resource', arn }];
}

function arnsAt(field: string, context: CallContext): readonly PlacedArn[] {
  // A global endpoint sends events to the bus in another Region as well.
  if (field.endsWith('EventBusName') && mayBePresent(at(context.arguments, 'EndpointId'))) return [];
  const [list = '', item] = field.split('[].');
  const values =
    item === undefined
      ? [at(context.arguments, field)]
      : itemsOf(at(context.arguments, list)).map((one) => at(one, item));
  return values.flatMap((value) => {
    const arn = arnIn(value);
    return arn === undefined ? [] : [{ field, arn }];
  });
}

function arnIn(value: Value): Arn | undefined {
  const text = knownText(value);
  if (text !== undefined) return parseArn(text);
  const partial = partialOf(value);
  return partial?.kind === 'arn' ? partial.arn : undefined;
}

const REGION = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/;

function regionRemark(field: string, arn: Arn, region: string | undefined): readonly Remark[] {
  if (region === undefined || arn.region === region || !REGION.test(arn.region)) return NONE;
  const message = `${field} names a resource in ${arn.region}, and Step Functions calls services in its own Region only, ${region}: the call fails. Name a resource there, or let a state machine in ${arn.region} make the call.`;
  return [{ code: 'other-region', severity: 'warning', message }];
}

function accountRemark(field: string, arn: Arn, { machine, call }: CallContext): readonly Remark[] {
  const { account } = machine;
  if (account === undefined || call.assumes !== undefined) return NONE;
  if (arn.account === account || !/^\d{12}$/.test(arn.account)) return NONE;
  const message = `${field} names a resource of account ${arn.account}, which no policy of the resource can share with ${account}: the call fails. Add Credentials with a role of ${arn.account} to the state.`;
  return [{ code: 'other-account', severity: 'warning', message }];
}
