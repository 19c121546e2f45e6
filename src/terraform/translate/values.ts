import { isArray, isObject, type Json } from '../../asl/json.ts';
import { own } from '../../own.ts';
import { shapeOf } from '../../template/resources.ts';
import type { Evaluated, EvaluatedResource } from '../resource.ts';
import { argumentAt, placeholderName, type TranslationScope } from './scope.ts';
import type { TypeRow } from './typeRow.ts';
import { typeRow } from './types.ts';

/** Values of Terraform as a template has them: references as `Ref` and `Fn::GetAtt`, texts with parts as `Fn::Join`. */

/** References to references, deeper than anyone writes them. */
const MAX_DEPTH = 20;

/** Undefined for null, which stands for an argument that is not given. */
export function templateJson(value: Evaluated, scope: TranslationScope, depth = 0): Json | undefined {
  switch (value.kind) {
    case 'known':
      return value.value === null ? undefined : value.value;
    case 'text':
      return joined(value.parts.map((part) => (typeof part === 'string' ? part : templateJson(part, scope, depth))));
    case 'list':
      return value.items.flatMap((item) => templateJson(item, scope, depth) ?? []);
    case 'object':
      return Object.fromEntries(
        [...value.entries].flatMap(([name, entry]) => {
          const json = templateJson(entry, scope, depth);
          return json === undefined ? [] : [[name, json] as const];
        }),
      );
    case 'reference':
      return referenceJson(value.address, value.path, scope, depth);
    case 'unknown':
      return { Ref: scope.nameOf(value) };
  }
}

/** A text of these pieces: as it is where all are texts. */
export function joined(pieces: readonly (Json | undefined)[]): Json {
  const parts = pieces.flatMap((piece) => (piece === undefined || piece === '' ? [] : [piece]));
  const [only = '', ...more] = parts;
  if (more.length === 0) return only;
  return parts.every((part) => typeof part === 'string') ? parts.join('') : { 'Fn::Join': ['', parts] };
}

function referenceJson(
  address: string,
  path: readonly (string | number)[],
  scope: TranslationScope,
  depth: number,
): Json | undefined {
  const [attribute = '', ...below] = path.map(String);
  const resource = scope.resource(address);
  const open: Json = { Ref: placeholderName([address, attribute, ...below].join('.')) };
  if (resource === undefined || depth > MAX_DEPTH) return open;
  const argument = argumentAt(resource, [attribute, ...below].join('.'));
  // A whole list of policies is a resource's own; a plan or a state has attributes as well.
  if (argument !== undefined && argument.kind !== 'unknown') return templateJson(argument, scope, depth + 1);
  if (below.length > 0) return open;
  if (resource.mode === 'data') return dataJson(resource, attribute, scope, depth) ?? open;
  const row = typeRow(resource.type);
  const means = own(row?.attributes, attribute);
  const whole: Json = { 'Fn::GetAtt': [address, attribute] };
  if (row === undefined || means === undefined) return whole;
  // The template's Region is another one: only with its name is the ARN known.
  if (isOpaqueHere(resource, scope)) return existingJson(resource, attribute, scope, depth) ?? whole;
  return managedJson(resource, row, means, scope, depth);
}

/** True for a resource that a template in the state machine's Region cannot have; roles and buckets have no Region. */
export function isOpaqueHere(resource: EvaluatedResource, scope: TranslationScope): boolean {
  const row = typeRow(resource.type);
  const form = row === undefined ? undefined : shapeOf(row.type).form;
  const isGlobal = form !== undefined && !form.includes('${AWS::Region}');
  return !isGlobal && resource.mode === 'managed' && scope.isElsewhere(resource);
}

/** A state machine's version is a resource of its own in CloudFormation. */
const VERSION = '{version}';

/** The ID of the version that a state machine publishes; its `Ref` is the version's ARN. */
export function versionId(address: string): string {
  return `${address}.state_machine_version_arn`;
}

/** What an attribute of a managed resource is in CloudFormation. */
function managedJson(
  { address }: EvaluatedResource,
  row: TypeRow,
  means: string,
  scope: TranslationScope,
  depth: number,
): Json | undefined {
  const { ref, arn, nameAttribute, form } = shapeOf(row.type);
  const ofRef: Json = { Ref: address };
  if (means === VERSION) return { Ref: versionId(address) };
  if (means === '') return ofRef;
  if (!means.includes('{')) return { 'Fn::GetAtt': [address, means] };
  const ofArn: Json =
    arn !== undefined
      ? { 'Fn::GetAtt': [address, arn] }
      : ref === 'arn' || form === undefined
        ? ofRef
        : formed(form, ofRef);
  const ofName: Json = nameAttribute === undefined ? ofRef : { 'Fn::GetAtt': [address, nameAttribute] };
  const pieces = means.split(/((?<!\$)\{[^{}]*\})/);
  return joined(
    pieces.map((piece) => {
      if (piece === '{}') return ofRef;
      if (piece === '{arn}') return ofArn;
      if (piece === '{name}') return ofName;
      if (piece.startsWith('{.')) return referenceJson(address, [piece.slice(2, -1)], scope, depth + 1);
      return piece.includes('${') ? { 'Fn::Sub': piece } : piece;
    }),
  );
}

/** An ARN's form with this name; an existing resource's path is not known. */
function formed(form: string, name: Json): Json {
  return joined(
    form
      .split(/(\{name\})/)
      .map((piece) => (piece === '{name}' ? name : piece.includes('${') ? { 'Fn::Sub': piece } : piece)),
  );
}

/**
 * Data sources that say where the provider is.
 *
 * Source: https://github.com/hashicorp/terraform-provider-aws/tree/main/website/docs/d (caller_identity, region, partition)
 */
const PLACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_caller_identity: { account_id: 'AWS::AccountId', id: 'AWS::AccountId' },
  aws_region: { name: 'AWS::Region', id: 'AWS::Region', region: 'AWS::Region' },
  aws_partition: { partition: 'AWS::Partition', id: 'AWS::Partition', dns_suffix: 'AWS::URLSuffix' },
};

function dataJson(
  resource: EvaluatedResource,
  attribute: string,
  scope: TranslationScope,
  depth: number,
): Json | undefined {
  const { type, provider } = resource;
  const pseudo = own(own(PLACES, type), attribute);
  if (pseudo !== undefined) {
    const known = { 'AWS::AccountId': provider.accountId, 'AWS::Region': provider.region };
    return own(known, pseudo) ?? { Ref: pseudo };
  }
  if (type === 'aws_iam_policy_document' && /^(?:minified_)?json$/.test(attribute)) {
    return scope.policyDocument(resource);
  }
  return existingJson(resource, attribute, scope, depth);
}

/** The ARN or the URL of an existing resource that the data source finds by its name. */
function existingJson(
  resource: EvaluatedResource,
  attribute: string,
  scope: TranslationScope,
  depth: number,
): Json | undefined {
  const row = typeRow(resource.type);
  const renamed = resource.mode === 'data' ? own(DATA_NAMES, resource.type) : undefined;
  const argument = renamed ?? nameArgument(row);
  const value = argument === undefined ? undefined : argumentAt(resource, argument);
  const means = own(row?.attributes, attribute);
  const name = value === undefined ? undefined : templateJson(value, scope, depth + 1);
  if (row === undefined || name === undefined || means === undefined) return undefined;
  const { ref, form: anywhere } = shapeOf(row.type);
  const { region = '${AWS::Region}' } = scope.isElsewhere(resource) ? resource.provider : {};
  const there = (text: string) => text.replaceAll('${AWS::Region}', () => region);
  const form = anywhere === undefined ? undefined : there(anywhere);
  if (means === '{arn}' || (means === '' && ref === 'arn')) {
    return form === undefined || form.includes('{path}') ? undefined : formed(form, name);
  }
  if (means === '' && ref === 'url') return joined([{ 'Fn::Sub': there(QUEUES) }, name]);
  if (means === '{name}' || (means === '' && ref === 'name')) return name;
  return means.includes('{}') ? formed(there(means).replace('{}', '{name}'), name) : undefined;
}

const QUEUES = 'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/';

/** Where a data source has another argument for the name than the resource. */
const DATA_NAMES: Readonly<Record<string, string>> = {
  aws_ecs_cluster: 'cluster_name',
};

function nameArgument(row: TypeRow | undefined): string | undefined {
  const name = row === undefined ? undefined : shapeOf(row.type).name;
  const argument = name === undefined ? undefined : own(row?.properties, name);
  return typeof argument === 'string' ? argument : undefined;
}

/** Strings and numbers in a list or alone, as a policy has them; intrinsic functions count as one. */
export function asList(json: Json | undefined): readonly Json[] {
  if (json === undefined) return [];
  return isArray(json) ? json : [json];
}

export function isIntrinsic(json: Json | undefined): boolean {
  return isObject(json) && Object.keys(json).length === 1 && /^(?:Ref|Fn::.*)$/.test(Object.keys(json)[0] ?? '');
}
