import type { Origin, Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { joinOrigins, knownArn, namePart } from '../grants/names.ts';
import { formatArn, parseArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import { own } from '../own.ts';
import { itemsOf, knownText } from '../values/domain/value.ts';
import { type Argument, valueAt, valuesAt } from './arguments.ts';

/** Resources whose type, or whose name, is hidden in an identifier's text. */
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

/** Those of the fields that the call has; each element of a list. */
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
 * A build's ID is `project:uuid`, its ARN ends in the same.
 *
 * Source: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_BatchGetBuilds.html
 */
function buildProject(context: CallContext): readonly Resource[] {
  const project = (name: string) => formatArn({ ...context.place, service: 'codebuild', resource: `project/${name}` });
  const builds = argumentsAt(context, ['Id', 'Ids[]']);
  if (builds.length === 0) return [{ arn: project('*'), origin: { kind: 'missing', field: 'Id' } }];
  return builds.map((build) => {
    const name = /^(?:arn:[^/]*\/)?([^:/]+):[^:]+$/.exec(knownText(build.value) ?? '')?.[1];
    return { arn: project(name === undefined ? '*' : escapeText(name)), origin: originOf(build) };
  });
}

/**
 * Composite alarms are described with permission on `*`; without AlarmTypes only metric alarms are.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 */
function compositeAlarms(context: CallContext): readonly Resource[] {
  const types = itemsOf(valueAt({ value: context.arguments, path: 'AlarmTypes' }));
  if (types.every((type) => knownText(type) === 'MetricAlarm')) return [];
  return [{ arn: '*', origin: { kind: 'wildcard', reason: 'composite alarms are described with permission on *' } }];
}

const NODES = ['TargetId', 'ParentId', 'SourceParentId', 'DestinationParentId', 'AccountId', 'ChildId'];

/**
 * An ID of AWS Organizations tells what it is of: an account's has twelve digits, a unit's starts with ou-, a root's
 * with r-.
 *
 * Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html
 */
function organizationNode(context: CallContext): readonly Resource[] {
  const { partition } = context.place;
  const node = (resource: string) =>
    formatArn({ partition, service: 'organizations', region: '', account: '*', resource });
  return argumentsAt(context, NODES).flatMap((one) => {
    const text = knownText(one.value);
    const origin = originOf(one);
    if (/^\d{12}$/.test(text ?? '')) return [{ arn: node(`account/o-*/${text}`), origin }];
    if (/^ou-/.test(text ?? '')) return [{ arn: node(`ou/o-*/${escapeText(text ?? '')}`), origin }];
    if (/^r-/.test(text ?? '')) return [{ arn: node(`root/o-*/${escapeText(text ?? '')}`), origin }];
    return ['account/o-*/*', 'ou/o-*/ou-*', 'root/o-*/r-*'].map((resource) => ({ arn: node(resource), origin }));
  });
}

/**
 * Messages are sent from a phone number, a pool or a sender ID: by ARN, by ID, or by the number itself, whose ID is
 * another.
 *
 * Source: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html
 */
function originationIdentity(context: CallContext): readonly Resource[] {
  const field = 'OriginationIdentity';
  const value = valueAt({ value: context.arguments, path: field });
  const text = knownText(value);
  const { text: name, origin } = namePart(value, field);
  if (text?.startsWith('arn:')) return [{ arn: name, origin }];
  const account = value.kind === 'unknown' ? '*' : context.place.account;
  const identity = (resource: string) => formatArn({ ...context.place, account, service: 'sms-voice', resource });
  if (text === undefined) {
    return ['phone-number/*', 'pool/*', 'rcs-agent/*', 'sender-id/*/*'].map((all) => ({ arn: identity(all), origin }));
  }
  const kind = /^(phone|pool|rcs)-/.exec(text)?.[1];
  if (kind !== undefined) return [{ arn: identity(`${own(KINDS, kind) ?? kind}/${name}`), origin }];
  if (!/^\+?\d+$/.test(text)) return [{ arn: identity(`sender-id/${name}/*`), origin }];
  const reason = `${field} is a phone number, and IAM knows it by its ID: give the number's ID or ARN`;
  return [{ arn: identity('phone-number/*'), origin: { kind: 'wildcard', reason } }];
}

const KINDS: Readonly<Record<string, string>> = { phone: 'phone-number', rcs: 'rcs-agent' };

/**
 * A path of AWS Systems Manager's parameters, and what lies below it.
 *
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
 */
function parameterPath(context: CallContext): readonly Resource[] {
  const field = 'Path';
  const value = valueAt({ value: context.arguments, path: field });
  const { text, origin } = namePart(value, field);
  const path = text.replace(/^\/+|\/+$/g, '');
  const names = path === '' || path === '*' ? ['*'] : [path, `${path}/*`];
  return names.map((name) => ({
    arn: formatArn({ ...context.place, service: 'ssm', resource: `parameter/${name}` }),
    origin,
  }));
}

/**
 * The replicas of a table, by their regions.
 *
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-security.html
 */
function replicas(field: string, context: CallContext): readonly Resource[] {
  return argumentsAt(context, [field]).map((region) => {
    const table = tableIn(namePart(region.value, region.field).text, context);
    return { arn: table.arn, origin: joinOrigins([table.origin, originOf(region)]) };
  });
}

/** The table that the call names, or that its whole ARN is of, in another region. */
function tableIn(region: string, context: CallContext): Resource {
  const field = 'TableName';
  const value = valueAt({ value: context.arguments, path: field });
  const arn = parseArn(knownText(value) ?? '');
  const { text, origin } = namePart(value, field);
  if (arn?.service === 'dynamodb')
    return { arn: formatArn({ ...arn, region, resource: escapeText(arn.resource) }), origin };
  return { arn: formatArn({ ...context.place, region, service: 'dynamodb', resource: `table/${text}` }), origin };
}

/**
 * A stream of a log group, which a call names by its name or, as another account's, by its ARN.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html
 */
function logStream(context: CallContext): readonly Resource[] {
  const root = context.arguments;
  const stream = namePart(valueAt({ value: root, path: 'LogStreamName' }), 'LogStreamName');
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
    const { text, origin } = namePart(group.value, group.field);
    // Only a run tells whether the identifier is the ARN of another account's group.
    const account = origin.kind === 'unknown' && group.field === 'LogGroupIdentifier' ? '*' : context.place.account;
    return streamOf(formatArn({ ...context.place, account, service: 'logs', resource: `log-group:${text}` }), origin);
  });
}
