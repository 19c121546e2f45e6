import type { Json, JsonObject } from '../../asl/json.ts';
import { own } from '../../own.ts';
import type { Template } from '../../template/read.ts';
import type { Configuration, EvaluatedResource, FilePlace } from '../resource.ts';
import { bucketEncryption } from './buckets.ts';
import { definitionSource, type TerraformDefinition } from './definitions.ts';
import { dialectFor } from './dialect.ts';
import { documentJson } from './documents.ts';
import { customResource, fittedRoles } from './hooks.ts';
import { policyDocument } from './policyDocument.ts';
import { rolePoliciesIn } from './roles.ts';
import { argumentAt, listItems, type TranslationScope, translationScope } from './scope.ts';
import type { PropertyRows } from './typeRow.ts';
import { typeRow } from './types.ts';
import { asList, isOpaqueHere, templateJson, versionId } from './values.ts';

/** A configuration as the template that says the same, and what is needed to speak of it in Terraform's words. */
export interface Translation {
  readonly template: Template;
  /** Where an address stands, also that of a part of a resource, and the source of a policy. */
  readonly placeOf: (address: string) => FilePlace | undefined;
  /** Where the statements of a policy stand, as far as it is known. */
  readonly statementsOf: (address: string) => readonly (FilePlace | undefined)[];
  /** Why the document of a policy isn't known, as the end of a sentence; undefined where it is. */
  readonly openDocumentOf: (address: string) => string | undefined;
  /** The definitions of the state machines, by address. */
  readonly definitions: ReadonlyMap<string, TerraformDefinition>;
  /** The expressions behind names in placeholders, where they are no resources'. */
  readonly expressions: ReadonlyMap<string, string>;
}

/** `here`: where the state machines are that the template is for. */
export function translated({ resources }: Configuration, here: EvaluatedResource['provider'] = {}): Translation {
  const scope = translationScope(resources, policyDocument, here);
  const managed = resources.filter(({ mode }) => mode === 'managed');
  const policies = rolePoliciesIn(resources, scope);
  const definitions = new Map(
    managed
      .filter(({ type }) => type === 'aws_sfn_state_machine')
      .map((machine) => [machine.address, definitionSource(machine, scope)] as const),
  );
  const entries = [
    ...managed.flatMap((resource) => {
      const json = resourceJson(resource, resources, scope);
      return json === undefined ? [] : [[resource.address, json] as const];
    }),
    ...policies.resources.map(({ id, type, properties }) => [id, { Type: type, Properties: properties }] as const),
  ];
  const versions = [...definitions.keys()].map(
    (address) =>
      [
        versionId(address),
        { Type: 'AWS::StepFunctions::StateMachineVersion', Properties: { StateMachineArn: { Ref: address } } },
      ] as const,
  );
  const json = new Map<string, JsonObject>([...entries, ...versions]);
  const places = new Map<string, FilePlace>([
    ...resources.map(({ address, place }) => [address, place] as const),
    ...policies.resources.map(({ id, place }) => [id, place] as const),
    ...policies.attached.map(({ source, place }) => [source, place] as const),
  ]);
  const sources = new Map<string, string>();
  for (const role of new Set(policies.attached.map((each) => each.role))) {
    const those = policies.attached.filter((each) => each.role === role);
    json.set(role, withProperties(json.get(role), { ManagedPolicyArns: those.map(({ arn }) => arn) }));
    for (const [index, { source }] of those.entries()) sources.set(`${role} ManagedPolicyArns ${index}`, source);
  }
  for (const [address, { definition }] of definitions) {
    const known = definition === undefined ? {} : { Definition: definition };
    json.set(address, withProperties(json.get(address), known));
  }
  return {
    template: {
      json: { Resources: Object.fromEntries(json) },
      resources: Object.fromEntries(json),
      lineOf: ([, id = '', , property]) => {
        const argument = property === undefined ? undefined : argumentOf(scope.resource(id), property);
        const place = argument === undefined ? undefined : scope.resource(id)?.places.get(argument);
        return place?.line ?? (property === undefined ? places.get(id)?.line : undefined);
      },
      blockLineOf: () => undefined,
      duplicates: [],
      dialect: dialectFor(scope, sources),
    },
    placeOf: (address) => places.get(address),
    statementsOf: (address) => policies.resources.find(({ id }) => id === address)?.statements ?? [],
    openDocumentOf: (address) => policies.resources.find(({ id }) => id === address)?.open,
    definitions,
    expressions: scope.expressions(),
  };
}

function withProperties(resource: JsonObject = {}, more: JsonObject): JsonObject {
  const properties = own(resource, 'Properties');
  return { ...resource, Properties: { ...(typeof properties === 'object' ? properties : {}), ...more } };
}

function argumentOf(resource: EvaluatedResource | undefined, property: string): string | undefined {
  if (property === 'Definition') return 'definition';
  const argument = resource === undefined ? undefined : own(typeRow(resource.type)?.properties, property);
  return typeof argument === 'string' ? argument : undefined;
}

/** A resource that a definition may name, or that may use a role; policies are made by roles.ts. */
function resourceJson(
  resource: EvaluatedResource,
  all: readonly EvaluatedResource[],
  scope: TranslationScope,
): JsonObject | undefined {
  const { type } = resource;
  if (POLICIES.test(type)) return undefined;
  const [fitted] = fittedRoles(resource, scope);
  if (fitted !== undefined) return customResource(fitted);
  const row = typeRow(type);
  if (row === undefined || isOpaqueHere(resource, scope))
    return { Type: `Terraform::${type}`, Properties: rolesOf(resource, scope) };
  return {
    Type: row.type,
    Properties: { ...propertiesIn(resource, row.properties, scope), ...moreProperties(resource, all, scope) },
  };
}

const POLICIES = /^aws_iam_(?:policy|role_polic|policy_attachment|user_|group)/;

function propertiesIn(resource: EvaluatedResource, rows: PropertyRows, scope: TranslationScope): JsonObject {
  const entries = Object.entries(rows).flatMap(([property, path]): readonly (readonly [string, Json])[] => {
    if (typeof path !== 'string') {
      const inner = propertiesIn(resource, path, scope);
      return Object.keys(inner).length === 0 ? [] : [[property, inner]];
    }
    const value = argumentAt(resource, path);
    const json = value === undefined ? undefined : templateJson(value, scope);
    // A provider takes an empty name for none.
    return json === undefined || json === '' ? [] : [[property, json]];
  });
  return Object.fromEntries(entries);
}

/** What no single argument says. */
function moreProperties(
  resource: EvaluatedResource,
  all: readonly EvaluatedResource[],
  scope: TranslationScope,
): JsonObject {
  const value = (name: string) => {
    const argument = argumentAt(resource, name);
    return argument === undefined ? undefined : templateJson(argument, scope);
  };
  switch (resource.type) {
    case 'aws_iam_role': {
      const trust = argumentAt(resource, 'assume_role_policy');
      const document = trust === undefined ? undefined : documentJson(trust, scope);
      return document === undefined ? {} : { AssumeRolePolicyDocument: document };
    }
    case 'aws_iam_instance_profile': {
      const role = value('role');
      return role === undefined ? {} : { Roles: [role] };
    }
    case 'aws_s3_bucket': {
      const encryption = bucketEncryption(resource, all, scope);
      return encryption === undefined ? {} : { BucketEncryption: encryption };
    }
    case 'aws_kinesis_stream':
      // A key without the type KMS encrypts nothing.
      return (value('encryption_type') ?? 'NONE') === 'NONE' ? { StreamEncryption: {} } : {};
    case 'aws_ssm_parameter':
      // Without a key, Parameter Store encrypts with aws/ssm.
      return value('type') === 'SecureString' ? { KeyId: value('key_id') ?? 'alias/aws/ssm' } : {};
    case 'aws_sfn_state_machine': {
      const block = resource.arguments.get('logging_configuration');
      // Whether there is the block is not known.
      if (block?.kind === 'unknown') return { LoggingConfiguration: templateJson(block, scope) ?? {} };
      const destination = value('logging_configuration.log_destination');
      const level = value('logging_configuration.level');
      return destination === undefined || destination === ''
        ? {}
        : {
            LoggingConfiguration: {
              ...(level === undefined ? {} : { Level: level }),
              Destinations: asList(destination),
            },
          };
    }
    case 'aws_sfn_alias': {
      const routes = listItems(argumentAt(resource, 'routing_configuration')) ?? [];
      const versions = routes.flatMap((route) => {
        const version = route.kind === 'object' ? route.entries.get('state_machine_version_arn') : undefined;
        return (version && templateJson(version, scope)) ?? [];
      });
      return { RoutingConfiguration: versions.map((StateMachineVersionArn) => ({ StateMachineVersionArn })) };
    }
    default:
      return {};
  }
}

/** The arguments that name roles, at any depth, under names that look like CloudFormation's. */
function rolesOf(resource: EvaluatedResource, scope: TranslationScope): JsonObject {
  const entries = [...resource.arguments].flatMap(([name, value]): readonly (readonly [string, Json])[] => {
    const json = templateJson(value, scope);
    return json === undefined ? [] : [[pascalName(name), pascalKeys(json)]];
  });
  return Object.fromEntries(entries);
}

function pascalKeys(json: Json): Json {
  if (Array.isArray(json)) return json.map(pascalKeys);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, item]) => [/^(?:Ref|Fn::)/.test(key) ? key : pascalName(key), pascalKeys(item)]),
  );
}

function pascalName(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
