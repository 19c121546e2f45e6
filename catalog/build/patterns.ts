/** An action's resources for one operation, as the patterns of the tables. */
import { own } from '../../src/own.ts';
import { printPattern } from '../../src/sdk/pattern.ts';
import { PATTERNS, type PatternRow } from '../curated/patterns.ts';
import { NAMED_BY } from '../curated/resources.ts';
import type { Action } from './authority.ts';
import { type Binding, bindType, type ResourceType } from './bind.ts';
import type { Operation } from './models.ts';

/** More than these alternatives of one ARN are written as one pattern. */
const ALTERNATIVES = 4;

export function patternsOf(service: string, operation: Operation, action: Action): readonly string[] {
  const rows = action.name.endsWith(`:${operation.name}`) ? patternRows(service, operation.name) : [];
  const curated = rows.flatMap(({ on }) => on.map(printPattern));
  if (rows.some(({ type }) => type === undefined)) return curated;
  const types = typesFor(service, action).filter(({ key }) => !rows.some(({ type }) => type === key));
  return [...bound(service, operation, types), ...curated];
}

/** What the curated table says of an operation's own action. */
export function patternRows(service: string, name: string): readonly PatternRow[] {
  return PATTERNS.filter(({ services, operations }) => services.includes(service) && operations.includes(name));
}

function bound(service: string, operation: Operation, types: readonly ResourceType[]): readonly string[] {
  const bindings = types.flatMap((type) => bindType(operation, type, types, own(NAMED_BY, service) ?? {}));
  const found = bindings.filter(({ members }) => members.length > 0);
  if (service === 'bedrockruntime' && found.some(({ members }) => members.some(({ path }) => path === 'ModelId'))) {
    return ['=bedrockModel', ...(operation.name === 'StartAsyncInvoke' ? ['arn:$p:bedrock:$r:$a:async-invoke/*'] : [])];
  }
  const required = bindings.filter(({ type }) => type.required);
  if (required.length === 0 && found.length === 0) return [];
  const patterns = bindings.flatMap((binding) => {
    const { type, members, besides } = binding;
    if (!type.required && members.length === 0) return makes(service, operation) ? [binding.pattern] : [];
    // Where one argument that must be given names every alternative, none of them is optional.
    const certain = (type.required && !besides) || members.some((member) => member.required);
    return spelled(service, binding).map((pattern) => (certain ? pattern : `?${pattern}`));
  });
  return collapsed([...new Set(patterns)], found);
}

/**
 * Amazon EC2 asks for every resource that a request makes on its way, such as an instance's volumes.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances
 */
function makes(service: string, { name }: Operation): boolean {
  return service === 'ec2' && /^(Create|Run|Request|Restore|Copy|Import|Register|Allocate|Provision)/.test(name);
}

function typesFor(service: string, action: Action): readonly ResourceType[] {
  const { types } = action;
  if (service.startsWith('lex')) {
    const v1 = !service.includes('v2');
    return types.filter(
      ({ arn }) => /:(bot|intent|slottype|bot-channel):/.test(arn.replace(/\$\{[^}]*\}/g, '')) === v1,
    );
  }
  if (service.startsWith('greengrass')) return ofEdition(service, action);
  // Access points are named by ARN, where the bucket's name would stand.
  if (action.name.startsWith('s3:')) {
    const plain = types.filter(({ key }) => key === 'bucket' || key === 'object');
    if (plain.length > 0) return plain;
  }
  return types;
}

/**
 * Two editions of AWS IoT Greengrass share a prefix, and the names of actions: the second has the first one's things and
 * none of its groups. What it tags may be of a type that is not listed.
 */
function ofEdition(service: string, { name, types }: Action): readonly ResourceType[] {
  if (service === 'greengrassv2' && name.endsWith('Resource')) return types;
  return types.filter(({ arn }) =>
    service === 'greengrass' ? arn.includes(':/greengrass/') : !/:\/greengrass\/(?!things\/)/.test(arn),
  );
}

/** What IAM's ARNs have besides the name. */
export function spelled(service: string, { pattern, type, members }: Binding): readonly string[] {
  const has = (path: string) => members.some((member) => member.path === path);
  if (service === 'sqs' && has('QueueUrl')) return ['=queue'];
  if (service === 'lambda' && has('FunctionName') && type.key === 'function') return [pattern, '=qualifiedFunction'];
  if (/^ses(v2)?$/.test(service) && (has('Source') || has('FromEmailAddress'))) return ['=sender'];
  if (service === 'kms' && type.key === 'key' && members.length > 0) return ['=key'];
  if (service === 'secretsmanager' && members.length > 0) {
    return [`${pattern}-??????`, ...(has('SecretId') ? ['=partialSecret'] : [])];
  }
  // The ARNs are those of the management account, and a delegated administrator's is another.
  if (service === 'organizations') return [pattern.replace('$a', '*')];
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
  if (service === 'cloudwatchlogs' && type.key === 'log-group') return [pattern, `${pattern}:*`];
  // A name does not tell the path that the ARN has.
  if (service === 'iam' && members.some(({ path }) => /Name$/.test(path))) {
    return [pattern, pattern.replace(/\/(\{[^/]*\})$/, '/*/$1')];
  }
  return [pattern];
}

/** The wildcard of all types: one that ends in the separator where all of them have the same. */
function anyType(patterns: readonly string[]): string {
  const separators = new Set(patterns.map((pattern) => /([/:])\{[^}]*\}[^{]*$/.exec(pattern)?.[1]));
  const [separator] = separators;
  return separators.size === 1 && separator !== undefined ? `*${separator}` : '*';
}

/** Tagging operations take any of a service's resources by ARN: one pattern for all of them. */
function collapsed(patterns: readonly string[], bound: readonly Binding[]): readonly string[] {
  const [first] = bound;
  const member = first?.members[0];
  if (
    member === undefined ||
    patterns.length <= ALTERNATIVES ||
    !/(Arn|Resource|ResourceId|ResourceName|Resources\[\])$/.test(member.path)
  ) {
    return patterns;
  }
  if (!bound.every(({ members }) => members.length === 1 && members[0] === member)) return patterns;
  const slot = /\{[^}]*\}/.exec(first?.pattern ?? '')?.[0] ?? '*';
  const heads = patterns.map((pattern) => pattern.split(':').slice(0, 5).join(':'));
  // Amazon EC2 and AWS Systems Manager take IDs where others take ARNs.
  const name = /Arn(\[\])?$/.test(member.path) ? slot : `${anyType(patterns)}${slot}`;
  return [...new Set(heads)].map((head) => `${head}:${name}`);
}
