import type { Origin, Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { joinOrigins, knownArn, namePart } from '../grants/names.ts';
import { partialOf, patternPart, withinType } from '../grants/partial.ts';
import { patternIn } from '../grants/resources.ts';
import { type Arn, formatArn, parseArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import { partOfBuild } from '../integrations/codebuild.ts';
import { itemsOf, knownText, type Value } from '../values/domain/value.ts';
import { type Argument, isEmptyForNow, valueAt, valuesAt } from './arguments.ts';

/** Resources whose type or name is encoded in an identifier. */
export const IDENTIFIERS = {
  buildProject,
  compositeAlarms,
  createdReplica: (context) => replicas('ReplicaUpdates[].Create.RegionName', context),
  deletedReplica: (context) => replicas('ReplicaUpdates[].Delete.RegionName', context),
  logStream,
  organizationNode,
  originationIdentity,
  parameterPath,
  tableEverywhere: (context) => [tableIn('*', context)],
} as const satisfies Readonly<Record<string, ResourceSpec>>;

/** The fields that the call has, with each element of a list. */
function argumentsAt(context: CallContext, fields: readonly string[]): readonly Argument[] {
  return fields.flatMap((field) =>
    valuesAt(context.arguments, field)
      .filter(({ kind }) => kind !== 'absent')
      .map((value) => ({ field, value })),
  );
}

function originOf({ field, value }: Argument): Origin {
  return namePart(value, field).origin;
}

/**
 * A build's ID is `project:uuid`; its ARN ends in the same.
 *
 * Source: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_BatchGetBuilds.html
 */
function buildProject(context: CallContext): readonly Resource[] {
  const project = (name: string) => formatArn({ ...context.place, service: 'codebuild', resource: `project/${name}` });
  const builds = argumentsAt(context, ['Id', 'Ids[]']);
  if (builds.length === 0 && isEmptyForNow('Ids[]', context)) return [];
  if (builds.length === 0) return [{ arn: project('*'), origin: { kind: 'missing', field: 'Id' } }];
  return builds.map((build) => {
    const name = /^(?:arn:[^/]*\/)?([^:/]+):[^:]+$/.exec(knownText(build.value) ?? '')?.[1];
    const pattern = partOfBuild(build.value);
    if (pattern !== undefined) return { arn: project(pattern), origin: patternPart(build.value, build.field).origin };
    return { arn: project(name === undefined ? '*' : escapeText(name)), origin: originOf(build) };
  });
}

/**
 * Describing composite alarms needs permission on `*`; without AlarmTypes, only metric alarms are described.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 */
function compositeAlarms(context: CallContext): readonly Resource[] {
  const types = itemsOf(valueAt({ value: context.arguments, path: 'AlarmTypes' }));
  if (types.every((type) => knownText(type) === 'MetricAlarm')) return [];
  return [{ arn: '*', origin: { kind: 'wildcard', reason: 'composite alarms are described with permission on *' } }];
}

const NODE_FIELDS = ['TargetId', 'ParentId', 'SourceParentId', 'DestinationParentId', 'AccountId', 'ChildId'];

/** The parts of an organization, with the form of their IDs, how these start, and the pattern for all of them. */
const NODES: readonly { readonly type: string; readonly id: RegExp; readonly start: RegExp; readonly all: string }[] = [
  { type: 'account', id: /^\d{12}$/, start: /^\d/, all: '*' },
  { type: 'ou', id: /^ou-/, start: /^ou-/, all: 'ou-*' },
  { type: 'root', id: /^r-/, start: /^r-/, all: 'r-*' },
];

/**
 * An ID in AWS Organizations shows the type of its resource.
 *
 * Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html
 */
function organizationNode(context: CallContext): readonly Resource[] {
  const { partition } = context.place;
  const node = (type: string, id: string) =>
    formatArn({ partition, service: 'organizations', region: '', account: '*', resource: `${type}/o-*/${id}` });
  return argumentsAt(context, NODE_FIELDS).flatMap((one) => {
    const text = knownText(one.value) ?? '';
    const { text: name, origin } = patternPart(one.value, one.field);
    const found = NODES.find(({ id, start }) => id.test(text) || (text === '' && start.test(name)));
    if (found) return [{ arn: node(found.type, name), origin }];
    return NODES.map(({ type, all }) => ({ arn: node(type, all), origin }));
  });
}

/** What messages can be sent from by an ID, and how that ID starts. */
const IDENTITIES = [
  { type: 'phone-number', id: 'phone-' },
  { type: 'pool', id: 'pool-' },
  { type: 'rcs-agent', id: 'rcs-' },
] as const;

/**
 * Messages are sent from a phone number, a pool or a sender ID: by ARN, by ID, or by the number itself, which differs
 * from its ID.
 *
 * Source: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html
 */
function originationIdentity(context: CallContext): readonly Resource[] {
  const field = 'OriginationIdentity';
  const value = valueAt({ value: context.arguments, path: field });
  const text = knownText(value);
  const { text: name, origin } = patternPart(value, field);
  if (text?.startsWith('arn:')) return [{ arn: name, origin }];
  const pattern = patternIn(value, field, 'sms-voice', '');
  if (pattern !== undefined) return [pattern];
  const known = IDENTITIES.find(({ id }) => name.startsWith(id));
  if (text === undefined && known) {
    return [{ arn: formatArn({ ...context.place, service: 'sms-voice', resource: `${known.type}/${name}` }), origin }];
  }
  const account = value.kind === 'unknown' ? '*' : context.place.account;
  const identity = (resource: string) => formatArn({ ...context.place, account, service: 'sms-voice', resource });
  if (text === undefined) {
    const all = [...IDENTITIES.map(({ type }) => `${type}/*`), 'sender-id/*/*'];
    return all.map((resource) => ({ arn: identity(resource), origin }));
  }
  const found = IDENTITIES.find(({ id }) => text.startsWith(id));
  if (found) return [{ arn: identity(`${found.type}/${name}`), origin }];
  if (!/^\+?\d+$/.test(text)) return [{ arn: identity(`sender-id/${name}/*`), origin }];
  const reason = `${field} is a phone number, and IAM knows it by its ID: give the number's ID or ARN`;
  return [{ arn: identity('phone-number/*'), origin: { kind: 'wildcard', reason } }];
}

/**
 * A path of AWS Systems Manager parameters, and everything below it.
 *
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
 */
function parameterPath(context: CallContext): readonly Resource[] {
  const field = 'Path';
  const value = valueAt({ value: context.arguments, path: field });
  const { text, origin } = patternPart(value, field);
  const path = text.replace(/^\/+|\/+$/g, '');
  const names = path === '' || path === '*' ? ['*'] : [path, `${path}/*`];
  return names.map((name) => ({
    arn: formatArn({ ...context.place, service: 'ssm', resource: `parameter/${name}` }),
    origin,
  }));
}

/**
 * The replicas of a table, by their Regions.
 *
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-security.html
 */
function replicas(field: string, context: CallContext): readonly Resource[] {
  return argumentsAt(context, [field]).map((region) => {
    const { text, origin } = patternPart(region.value, region.field);
    const table = tableIn(text, context);
    return { arn: table.arn, origin: joinOrigins([table.origin, origin]) };
  });
}

/** The table that the call names, by name or whole ARN, in another Region. */
function tableIn(region: string, context: CallContext): Resource {
  const field = 'TableName';
  const value = valueAt({ value: context.arguments, path: field });
  const arn = parseArn(knownText(value) ?? '');
  const { text, origin } = namePart(value, field);
  if (arn?.service === 'dynamodb')
    return { arn: formatArn({ ...arn, region, resource: escapeText(arn.resource) }), origin };
  const partial = partialOf(value);
  if (partial?.kind === 'arn' && withinType(partial.arn, 'dynamodb', 'table/') !== undefined)
    return tableOf({ ...partial.arn, region }, value, field);
  if (partial?.kind === 'name')
    return tableOf(
      { ...context.place, region, service: 'dynamodb', resource: `table/${partial.pattern}` },
      value,
      field,
    );
  return { arn: formatArn({ ...context.place, region, service: 'dynamodb', resource: `table/${text}` }), origin };
}

/** A partly known table, narrowed to tables. */
function tableOf(arn: Arn, value: Value, field: string): Resource {
  return { arn: withinType(arn, 'dynamodb', 'table/') ?? formatArn(arn), origin: patternPart(value, field).origin };
}

/**
 * A stream of a log group. The call gives the group's name or, for another account's group, its ARN.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html
 */
function logStream(context: CallContext): readonly Resource[] {
  const root = context.arguments;
  const stream = patternPart(valueAt({ value: root, path: 'LogStreamName' }), 'LogStreamName');
  const groups = argumentsAt(context, ['LogGroupName', 'LogGroupIdentifier']);
  const streamOf = (group: string, origin: Origin): Resource => ({
    arn: `${group}:log-stream:${stream.text}`,
    origin: joinOrigins([origin, stream.origin]),
  });
  const named = (name: string) => formatArn({ ...context.place, service: 'logs', resource: `log-group:${name}` });
  if (groups.length === 0)
    return [streamOf(named('*'), { kind: 'missing', field: 'LogGroupName or LogGroupIdentifier' })];
  return groups.map((group) => {
    const arn = knownArn(group.value);
    if (arn !== undefined) return streamOf(escapeText(arn).replace(/:\*$/, ''), originOf(group));
    const whole = patternIn(group.value, group.field, 'logs', 'log-group:');
    if (whole !== undefined) return streamOf(whole.arn.replace(/:\*$/, ''), whole.origin);
    const { text, origin } =
      partialOf(group.value)?.kind === 'name'
        ? patternPart(group.value, group.field)
        : namePart(group.value, group.field);
    // Whether the identifier is the ARN of another account's group is known only at run time.
    const account = origin.kind === 'unknown' && group.field === 'LogGroupIdentifier' ? '*' : context.place.account;
    return streamOf(formatArn({ ...context.place, account, service: 'logs', resource: `log-group:${text}` }), origin);
  });
}
