import { isArray, isObject, type Json, type JsonObject, pointer } from '../asl/json.ts';
import { NO_KEY, type StatedFacts } from '../facts/fact.ts';
import { isPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';
import { type ReadPolicies, unread, type WrittenPolicy } from '../policy/document.ts';
import type { NotEvaluated } from '../policy/statement.ts';
import type { ReadText } from './assets.ts';
import { definitionOf, type MachineDefinition } from './definition.ts';
import { dialectOf } from './dialect.ts';
import { importsIn, type Neighbour, neighbourFacts } from './facts/neighbours.ts';
import { templateFacts } from './facts/nested.ts';
import { importedPlaceholders } from './imports.ts';
import { type ParameterValues, type Resolver, resolverOf } from './intrinsics.ts';
import type { Placeholders } from './placeholder.ts';
import { propertiesOf, resourceTypeOf, type Template } from './read.ts';
import { brokenReference } from './references.ts';
import { policiesOfRole } from './rolePolicies.ts';
import { roleByArn, rolesIn, samRoleOf, type TemplateRole } from './roles.ts';
import { otherUsersOf } from './roleUsers.ts';

type UncertainSetting = 'logging' | 'tracing';

export interface WrittenSettings {
  /** Its name, or the placeholder of the name that CloudFormation generates. */
  readonly name: string;
  /** Undefined if it is known only at deployment. */
  readonly type: 'STANDARD' | 'EXPRESS' | undefined;
  /** Also true if it is known only at deployment. */
  readonly logging: boolean;
  readonly tracing: boolean;
  /** Which of the two are known only at deployment. */
  readonly uncertain?: readonly UncertainSetting[];
  /** The key's ARN; as the template gives it, perhaps by ID, alias or parameter, if that doesn't tell the ARN. */
  readonly kmsKey: string | undefined;
}

/** A state machine of a template, and what the template gives its execution role. */
export interface TemplateMachine {
  readonly logicalId: string;
  /** JSON Pointer. */
  readonly path: string;
  readonly line: number | undefined;
  readonly definition: MachineDefinition;
  /** DefinitionSubstitutions, resolved. */
  readonly substitutions: Readonly<Record<string, string>>;
  /** Those that replace nothing in the definition. */
  readonly unusedSubstitutions: readonly { readonly name: string; readonly line: number | undefined }[];
  readonly settings: WrittenSettings;
  /** `logicalId` only if the template creates the role; `arn` only if it is known. */
  readonly role: { readonly logicalId?: string; readonly arn?: string };
  /** Who uses the role besides state machines, as far as the template tells: services and logical IDs. */
  readonly otherUsers: readonly string[];
  readonly policies: readonly WrittenPolicy[];
  readonly notEvaluated: readonly NotEvaluated[];
}

export interface TemplateMachines {
  readonly machines: readonly TemplateMachine[];
  /** What each `${…}` in the machines' texts stands for. */
  readonly placeholders: Placeholders;
  /** What the template says of the resources that definitions may name. */
  readonly facts: readonly StatedFacts[];
  /** Parts of the template in which state machines cannot be found. */
  readonly notes: readonly NotEvaluated[];
}

export interface MachineOptions {
  /** The template's path: definition files are named relative to it. */
  readonly file: string;
  readonly read: ReadText;
  readonly values?: ParameterValues;
  /** The templates of the same app. */
  readonly neighbours?: readonly Neighbour[];
}

/** The state machines of a template, except those whose condition is false. */
export function machinesIn(
  template: Template,
  { file, read, values = {}, neighbours = [] }: MachineOptions,
): TemplateMachines {
  const resolver = resolverOf(template, values);
  const roles = rolesIn(template, resolver);
  const machines = Object.entries(template.resources).flatMap(([id, resource]) => {
    const names = own(PROPERTY_NAMES, resourceTypeOf(resource));
    const condition = own(resource, 'Condition');
    const isThere = typeof condition !== 'string' || resolver.condition(condition) !== false;
    return names && isThere ? [machineAt(id, resource, names, { template, resolver, roles, file, read })] : [];
  });
  const context = { template, resolver };
  const ownFacts = templateFacts(context, { file, read, values });
  const imported = importedPlaceholders(
    neighbours.length === 0 ? [] : importsIn(context),
    (name) => neighbours.find((each) => each.exported(name) !== undefined)?.exported(name),
    placeholdersWithArns(resolver),
  );
  const facts = [...ownFacts, ...neighbourFacts(context, file, neighbours, imported.names)];
  return {
    machines: machines.map((machine) => withKey(machine, `${file} ${machine.logicalId}`, facts)),
    placeholders: imported.placeholders,
    facts,
    notes: notesOf(template),
  };
}

/** The machine with the ARN of its key, if the template says which key it is: an ID or an alias is no resource. */
function withKey(machine: TemplateMachine, place: string, facts: readonly StatedFacts[]): TemplateMachine {
  const named = facts.find((each) => each.place === place)?.facts.key;
  if (named === undefined || named === NO_KEY) return machine;
  const key = facts.find(({ resource, facts: { key: target } }) => resource === named && target !== undefined)?.facts
    .key;
  return { ...machine, settings: { ...machine.settings, kmsKey: key ?? named } };
}

/** A definition may have a resource's name where a policy has its ARN, so the ARNs' placeholders are needed, too. */
function placeholdersWithArns({ resolve, placeholders }: Resolver): Placeholders {
  for (const { arn } of Object.values(placeholders())) if (arn !== undefined) resolve({ 'Fn::Sub': arn });
  return placeholders();
}

/** The property names, which differ between the two resource types. */
interface PropertyNames {
  readonly name: string;
  readonly type: string;
  readonly role: string;
  readonly logging: string;
  readonly tracing: string;
}

/**
 * Sources: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html
 * and https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html.
 * Of `Globals`, state machines know PropagateTags only.
 */
const PROPERTY_NAMES: Readonly<Record<string, PropertyNames>> = {
  'AWS::Serverless::StateMachine': {
    name: 'Name',
    type: 'Type',
    role: 'Role',
    logging: 'Logging',
    tracing: 'Tracing',
  },
  'AWS::StepFunctions::StateMachine': {
    name: 'StateMachineName',
    type: 'StateMachineType',
    role: 'RoleArn',
    logging: 'LoggingConfiguration',
    tracing: 'TracingConfiguration',
  },
};

interface Context {
  readonly template: Template;
  readonly resolver: Resolver;
  readonly roles: readonly TemplateRole[];
  readonly file: string;
  readonly read: ReadText;
}

function machineAt(id: string, resource: JsonObject, names: PropertyNames, context: Context): TemplateMachine {
  const { template, resolver, file, read } = context;
  const properties = propertiesOf(resource);
  const substitutions = substitutionsIn(resolver.resolve(own(properties, 'DefinitionSubstitutions') ?? {}));
  const { role, otherUsers, policies } = roleAt(id, own(properties, names.role), names, context);
  const sources = policies.policies.map(({ source }) => source.split('.')[0] ?? '');
  const refused = brokenReference([...new Set([id, role.logicalId ?? id, ...sources])], template, resolver);
  const definition: MachineDefinition =
    refused === undefined
      ? definitionOf(resource, { ...template, logicalId: id, file, read, resolver, substitutions })
      : { kind: 'unreadable', reason: refused.reason, file: undefined, isElsewhere: false };
  return {
    logicalId: id,
    path: pointer('', 'Resources', id),
    line: refused?.line ?? template.lineOf(['Resources', id]),
    definition,
    substitutions,
    unusedSubstitutions: unusedIn(definition, substitutions).map((name) => ({
      name,
      line: template.lineOf(['Resources', id, 'Properties', 'DefinitionSubstitutions', name]),
    })),
    settings: settingsOf(id, properties, names, resolver),
    role,
    otherUsers,
    ...policies,
  };
}

/** CloudFormation turns every value into a string. */
function substitutionsIn(json: Json | undefined): Readonly<Record<string, string>> {
  const entries = Object.entries(isObject(json) ? json : {});
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

/** CloudFormation substitutes in what it has substituted, too. */
function unusedIn(definition: MachineDefinition, substitutions: Readonly<Record<string, string>>): readonly string[] {
  if (definition.kind === 'unreadable') return [];
  const { names } = definition;
  const values = Object.values(substitutions);
  return Object.keys(substitutions).filter(
    (name) => !names.includes(name) && !values.some((value) => value.includes(`\${${name}}`)),
  );
}

function settingsOf(id: string, properties: JsonObject, names: PropertyNames, { resolve }: Resolver): WrittenSettings {
  const property = (name: string) => {
    const value = own(properties, name);
    return value === undefined ? undefined : resolve(value);
  };
  const part = (name: string, key: string) => {
    const value = property(name);
    return isObject(value) ? own(value, key) : value;
  };
  const type = property(names.type) ?? 'STANDARD';
  const level = part(names.logging, 'Level') ?? 'OFF';
  const destinations = part(names.logging, 'Destinations');
  const hasDestinations = isArray(destinations) && destinations.length > 0;
  const isOpen = (value: Json | undefined) => typeof value === 'string' && isPlaceholder(value);
  const traced = part(names.tracing, 'Enabled');
  const uncertain: readonly UncertainSetting[] = [
    ...(isOpen(level) && !hasDestinations ? (['logging'] as const) : []),
    ...(isOpen(traced) ? (['tracing'] as const) : []),
  ];
  const key = part('EncryptionConfiguration', 'KmsKeyId');
  return {
    name: String(resolve({ 'Fn::GetAtt': [id, 'Name'] })),
    type: type === 'STANDARD' || type === 'EXPRESS' ? type : undefined,
    // Without a level nothing is logged, but the destinations are still checked.
    logging: level !== 'OFF' || hasDestinations,
    tracing: isOn(traced),
    ...(uncertain.length === 0 ? {} : { uncertain }),
    kmsKey: typeof key === 'string' ? key : undefined,
  };
}

/** CloudFormation reads YAML 1.1, which has more words for true; a placeholder may be true. */
function isOn(json: Json | undefined): boolean {
  if (typeof json === 'boolean') return json;
  return typeof json === 'string' && (/^(?:true|yes|on)$/i.test(json) || isPlaceholder(json));
}

interface RoleAndPolicies {
  readonly role: TemplateMachine['role'];
  readonly otherUsers: readonly string[];
  readonly policies: ReadPolicies;
}

function roleAt(id: string, value: Json | undefined, names: PropertyNames, context: Context): RoleAndPolicies {
  const { template, resolver, roles } = context;
  const { propertyOf, whole } = dialectOf(template);
  const place = propertyOf(id, names.role);
  const withoutUsers = (role: TemplateMachine['role'], policies: ReadPolicies) => ({ role, otherUsers: [], policies });
  const arn = value === undefined ? undefined : resolver.resolve(value);
  if (arn !== undefined && typeof arn !== 'string') {
    return withoutUsers({}, unread(place, 'is no ARN'));
  }
  const role = arn === undefined ? samRoleOf(id, roles) : roleByArn(arn, roles, resolver);
  if (role) {
    return {
      role: { logicalId: role.logicalId, arn: role.arn },
      otherUsers: otherUsersOf(role, template, resolver),
      policies: policiesOfRole(role, context),
    };
  }
  if (arn === undefined) return withoutUsers({}, unread(place, 'is missing'));
  return withoutUsers({ arn }, unread(place, `${arn} is no role of ${whole}`));
}

function notesOf({ json }: Template): readonly NotEvaluated[] {
  const resources = own(json, 'Resources');
  return Object.keys(isObject(resources) ? resources : {})
    .filter((key) => key.startsWith('Fn::'))
    .map((key) => ({ source: key, reason: 'is expanded only at deployment; state machines in it are not found' }));
}
