import { type Arn, formatArn, type Place, parseArn } from '../iam/arn.ts';
import { overlaps, placesBehind } from '../iam/pattern.ts';

/**
 * rolefit's own resources: everything that template.yaml and infra/ create. No definition may gain permissions that
 * could silence rolefit. Roles and policies aren't included: every action that changes, passes or assumes one is
 * guarded.
 */

/** One of them. */
export interface OwnResource {
  readonly service: string;
  readonly arns: readonly OwnArn[];
}

interface OwnArn {
  readonly arn: string;
  /** The ARN with a name that nothing has. A pattern that matches this too isn't about the real name. */
  readonly unnamedArn: string;
}

/** A character that no ARN contains. */
const NO_NAME = '\u0000';

/** The alarms of infra/alarms.yaml and infra/guard.yaml. */
const ALARMS = [
  'CheckFunctionErrors',
  'DeadLetters',
  'Drift',
  'FailedRepair',
  'GuardFunctionErrors',
  'GuardUndecided',
  'RefusedGrant',
  'SweepDidNotRun',
  'SweepFunctionErrors',
] as const;

/**
 * The resources whose names follow from the stack's ARN, and those with these `arns`.
 *
 * Source of the formats:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function ownResources(place: Place, stackArn: string, arns: readonly string[]): readonly OwnResource[] {
  const [, stack = '', id = ''] = parseArn(stackArn)?.resource.split('/') ?? [];
  const at = (service: string, resource: string): Arn => ({ ...place, service, resource });
  const byName: readonly Arn[] = [
    at('cloudformation', `stack/${stack}/*`),
    // The alarms depend on the function that gets this list, so the function cannot refer to their stack.
    at('cloudformation', `stack/${stack}-AlarmStack-*`),
    sweepOf(place, stackArn),
    at('events', `rule/rolefit-sweep-${id}`),
    // infra/forward-iam-events.yaml, where CloudTrail delivers IAM's events.
    { ...at('events', `rule/rolefit-forward-${place.region}`), region: 'us-east-1' },
    { ...at('cloudwatch', `dashboard/${stack}`), region: '' },
    ...ALARMS.map((alarm) => at('cloudwatch', `alarm:${stack}-${alarm}`)),
  ];
  return [
    ...byName.map(ownResource),
    // AWS chooses these names: a UUID, or what they mute.
    ...[at('lambda', 'event-source-mapping:*'), at('cloudwatch', 'alarm-mute-rule:*')].map((unnamed) => {
      const arn = formatArn(unnamed);
      return { service: unnamed.service, arns: [{ arn, unnamedArn: arn }] };
    }),
    ...arns.flatMap((text) => {
      const arn = parseArn(text);
      return arn ? [ownResource(arn)] : [];
    }),
  ];
}

/** The sweep's state machine. */
export function sweepArn(place: Place, stackArn: string): string {
  return formatArn(sweepOf(place, stackArn));
}

function sweepOf(place: Place, stackArn: string): Arn {
  const [, stack = ''] = parseArn(stackArn)?.resource.split('/') ?? [];
  return { ...place, service: 'states', resource: `stateMachine:${stack}-sweep` };
}

function ownResource(arn: Arn): OwnResource {
  // `function:NAME`, `rule/NAME`, `stack/NAME/ID`, `log-group:NAME:*`; a queue, a topic and a bucket have no type.
  const [first = '', second] = arn.resource.split(/[:/]/);
  const name = second ?? first;
  const at = arn.resource.indexOf(name);
  const form = (text: string) => {
    const resource = arn.resource.slice(0, at) + text + arn.resource.slice(at + name.length);
    return formsOf(resource, text).map((one) => formatArn({ ...arn, resource: one }));
  };
  const unnamed = form(NO_NAME);
  return {
    service: arn.service,
    arns: form(name).map((one, index) => ({ arn: one, unnamedArn: unnamed[index] ?? one })),
  };
}

/** All forms of a resource's ARN; for a state machine also those of its executions and map runs. */
function formsOf(resource: string, name: string): readonly string[] {
  const forms = [resource.replace(/:\*$/, '')];
  if (resource.startsWith('stateMachine:')) forms.push(...RUNS.map((kind) => `${kind}:${name}`));
  // `rule/[event bus/]NAME`
  if (resource.startsWith('rule/')) forms.push(`rule/default/${name}`);
  return forms;
}

const RUNS = ['execution', 'express', 'mapRun'] as const;

/**
 * Actions that permanently stop or delete one of rolefit's resources or change what it does, guarded or not. Not
 * included: invoke, start, send, read and publish are harmless because every request is verified, and the next sweep
 * makes up for a lost message or a stopped sweep.
 */
const SILENCING: ReadonlySet<string> = new Set(
  [
    'cloudformation:DeleteStack',
    'cloudwatch:DeleteAlarms',
    'cloudwatch:DeleteDashboards',
    'cloudwatch:DisableAlarmActions',
    'cloudwatch:PutAlarmMuteRule',
    'cloudwatch:PutCompositeAlarm',
    'cloudwatch:PutDashboard',
    'cloudwatch:PutLogAlarm',
    'cloudwatch:PutMetricAlarm',
    'cloudwatch:SetAlarmState',
    'events:DeleteRule',
    'events:DisableRule',
    'events:PutRule',
    'events:PutTargets',
    'events:RemoveTargets',
    'lambda:DeleteEventSourceMapping',
    'lambda:DeleteFunction',
    'lambda:PutFunctionConcurrency',
    'lambda:UpdateEventSourceMapping',
    'lambda:UpdateFunctionCode',
    'lambda:UpdateFunctionConfiguration',
    'logs:DeleteLogGroup',
    's3:DeleteBucket',
    's3:PutEncryptionConfiguration',
    's3:PutLifecycleConfiguration',
    'sns:DeleteTopic',
    'sns:PutDataProtectionPolicy',
    'sns:SetSubscriptionAttributes',
    'sns:SetTopicAttributes',
    'sns:Unsubscribe',
    'sqs:DeleteQueue',
    'sqs:PurgeQueue',
    'sqs:SetQueueAttributes',
    'states:DeleteStateMachine',
    'states:UpdateStateMachine',
  ].map((action) => action.toLowerCase()),
);

/**
 * Whether an action on resources of any name could silence rolefit. A deployment's digest says that it was intended.
 */
export function silences(action: string): boolean {
  return SILENCING.has(action.toLowerCase());
}

/**
 * Whether a grant reaches rolefit's own resources: it names one, its pattern matches the name of one or something
 * below it, or it is for resources of any name and the action could silence rolefit.
 */
export function reachesOwn(own: readonly OwnResource[], action: string, resource: string): boolean {
  const service = /^arn:[^:*?]*:([^:*?]+):/.exec(resource)?.[1];
  const byAnyName = silences(action);
  return own.some((one) => (service === undefined || service === one.service) && reaches(one, resource, byAnyName));
}

function reaches({ service, arns }: OwnResource, resource: string, byAnyName: boolean): boolean {
  return arns.some(({ arn, unnamedArn }) => {
    if (overlaps(arn, resource) && (byAnyName || !overlaps(unnamedArn, resource))) return true;
    // A wildcard may extend beyond the separator: `NA*T` matches `NAME:LATEST`.
    return (BELOW.get(service) ?? [':', '/']).some((separator) => {
      const unnamed = placesBehind(unnamedArn + separator, resource);
      return [...placesBehind(arn + separator, resource)].some((place) => byAnyName || !unnamed.has(place));
    });
  });
}

/**
 * The separators in front of a function's version, a log stream, an object, a subscription, an execution or a map's
 * label.
 */
const BELOW: ReadonlyMap<string, readonly string[]> = new Map([
  ['cloudformation', []],
  ['cloudwatch', []],
  ['events', []],
  ['lambda', [':']],
  ['logs', [':']],
  ['s3', ['/']],
  ['sns', [':']],
  ['sqs', []],
]);
