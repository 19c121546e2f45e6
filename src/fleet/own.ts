import { type Arn, formatArn, type Place, parseArn } from '../iam/arn.ts';
import { overlaps } from '../iam/pattern.ts';

/**
 * rolefit's own resources: all that template.yaml and infra/ make. No definition may gain what would silence rolefit. Roles and
 * policies are not among them, since every action that changes, passes or assumes one is guarded.
 */

/** One of them: all that stands below it belongs to it. */
export interface OwnResource {
  readonly service: string;
  readonly arns: readonly string[];
  /** The same with a name that nothing has: a pattern that matches these, too, says nothing of the name. */
  readonly ofNoName: readonly string[];
}

/** A character that no ARN has. */
const NO_NAME = '\u0000';

/** The alarms of infra/alarms.yaml. */
const ALARMS = [
  'CheckFunctionErrors',
  'DeadLetters',
  'Drift',
  'FailedRepair',
  'RefusedGrant',
  'SweepDidNotRun',
  'SweepFunctionErrors',
] as const;

/**
 * The resources whose names the stack's ARN tells, and those of which `arns` are given.
 *
 * Source of the formats:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function ownResources(place: Place, stackArn: string, arns: readonly string[]): readonly OwnResource[] {
  const [, stack = '', id = ''] = parseArn(stackArn)?.resource.split('/') ?? [];
  const at = (service: string, resource: string): Arn => ({ ...place, service, resource });
  const byName: readonly Arn[] = [
    at('cloudformation', `stack/${stack}/*`),
    sweepOf(place, stackArn),
    at('events', `rule/rolefit-sweep-${id}`),
    // infra/forward-iam-events.yaml, where CloudTrail delivers IAM's events.
    { ...at('events', `rule/rolefit-forward-${place.region}`), region: 'us-east-1' },
    { ...at('cloudwatch', `dashboard/${stack}`), region: '' },
    ...ALARMS.map((alarm) => at('cloudwatch', `alarm:${stack}-${alarm}`)),
  ];
  return [
    ...byName.map(ownResource),
    // AWS names them: by a UUID, or by what they mute.
    ...[at('lambda', 'event-source-mapping:*'), at('cloudwatch', 'alarm-mute-rule:*')].map((unnamed) => {
      return { service: unnamed.service, arns: [formatArn(unnamed)], ofNoName: [formatArn(unnamed)] };
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
  const [first = '', second] = segmentsOf(arn);
  const name = second ?? first;
  return { service: arn.service, arns: arnsOf(arn, name), ofNoName: arnsOf(renamed(arn, name), NO_NAME) };
}

function renamed(arn: Arn, name: string): Arn {
  const at = arn.resource.indexOf(name);
  return { ...arn, resource: arn.resource.slice(0, at) + NO_NAME + arn.resource.slice(at + name.length) };
}

/** A resource by all its ARNs, and what it runs where it is a state machine. */
function arnsOf(arn: Arn, name: string): readonly string[] {
  const resources = [arn.resource.replace(/:\*$/, '')];
  if (arn.resource.startsWith('stateMachine:')) resources.push(...RUNS.map((kind) => `${kind}:${name}`));
  // `rule/[event bus/]NAME`
  if (arn.resource.startsWith('rule/')) resources.push(`rule/default/${name}`);
  return resources.map((resource) => formatArn({ ...arn, resource }));
}

const RUNS = ['execution', 'express', 'mapRun'] as const;

function segmentsOf({ resource }: Arn): readonly string[] {
  return resource.split(/[:/]/);
}

/**
 * What stops or deletes a resource of rolefit's for good, or makes it do something else, and is not guarded. Beside them stands what is
 * left free for resources that only a run tells: to invoke, start, send, read or publish is harmless, since every request is
 * looked up; a message that is lost or a sweep that is stopped is made good by the next sweep.
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
 * Whether a grant reaches rolefit's own resources: it names one, or a pattern in it matches one's name; or it is for resources of
 * whatever name, and the action would silence rolefit.
 */
export function reachesOwn(own: readonly OwnResource[], action: string, resource: string): boolean {
  const silences = SILENCING.has(action.toLowerCase());
  const service = /^arn:[^:*?]*:([^:*?]+):/.exec(resource)?.[1];
  const meets = (arns: readonly string[]) => arns.some((arn) => overlaps(arn, resource) || isBelow(resource, arn));
  return own.some(
    (one) =>
      (service === undefined || service === one.service) && meets(one.arns) && (silences || !meets(one.ofNoName)),
  );
}

/** A function's version, a bucket's object, a topic's subscription, an execution: each part of the name overlaps. */
function isBelow(resource: string, ownArn: string): boolean {
  const [below, own] = [parseArn(resource), parseArn(ownArn)];
  if (!below || !own) return false;
  const [parts, names] = [segmentsOf(below), segmentsOf(own)];
  return (
    parts.length > names.length &&
    names.every((name, index) => overlaps(name, parts[index] ?? '')) &&
    (['partition', 'region', 'account'] as const).every((part) => overlaps(own[part], below[part]))
  );
}
