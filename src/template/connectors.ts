import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { own } from '../own.ts';
import { implied, joinPolicies, ofAws, type ReadPolicies, readPolicy, unread } from '../policy/document.ts';
import { textList } from '../policy/statement.ts';
import { CONNECTORS } from './data/connectors.ts';
import type { Resolver } from './intrinsics.ts';
import { type PresenceContext, policiesIfPresent } from './presence.ts';
import { propertiesOf, resourceTypeOf, type Template } from './read.ts';
import { roleByArn, rolesIn, type TemplateRole } from './roles.ts';

interface Connector {
  readonly id: string;
  /** The state machine's logical ID; undefined if the connector names its source in another way. */
  readonly machine: string | undefined;
  readonly properties: JsonObject;
  /** The connector's own resource, or the one that it is embedded in and exists with. */
  readonly resource: JsonObject;
  readonly isEmbedded: boolean;
}

/**
 * What SAM's connectors give a role whose state machine is their source.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html
 */
export function connectorPolicies(role: TemplateRole, template: Template, context: PresenceContext): ReadPolicies {
  const { resolver } = context;
  const roles = rolesIn(template, resolver);
  const policiesOf = (connector: Connector): ReadPolicies => {
    if (connector.machine === undefined) return namedBySource(connector, role, resolver);
    const resource = own(template.resources, connector.machine);
    const type = resource && own(MACHINES, resourceTypeOf(resource));
    if (!resource || type === undefined) return joinPolicies();
    const arn = resolver.resolve(own(propertiesOf(resource), type) ?? '');
    const owner = arn === '' ? undefined : roleByArn(String(arn), roles, resolver);
    const isOurs = arn === '' ? role.machine === connector.machine : owner?.logicalId === role.logicalId;
    return isOurs ? destinations(connector, template, resolver) : joinPolicies();
  };
  const parts = connectorsIn(template).map((connector) => {
    const policies = policiesOf(connector);
    const condition = connector.isEmbedded ? own(connector.resource, 'Condition') : context.condition;
    const presence = { resolver, ...(typeof condition === 'string' ? { condition } : {}) };
    return isEmpty(policies) ? policies : policiesIfPresent(connector.id, connector.resource, presence, () => policies);
  });
  return joinPolicies(...parts);
}

function isEmpty({ policies, notEvaluated }: ReadPolicies): boolean {
  return policies.length === 0 && notEvaluated.length === 0;
}

/** The property that names the role. */
const MACHINES: Readonly<Record<string, string>> = {
  'AWS::Serverless::StateMachine': 'Role',
  'AWS::StepFunctions::StateMachine': 'RoleArn',
};

function connectorsIn({ resources }: Template): readonly Connector[] {
  return Object.entries(resources).flatMap(([id, resource]): readonly Connector[] => {
    if (resourceTypeOf(resource) === 'AWS::Serverless::Connector') {
      const properties = propertiesOf(resource);
      const source = own(properties, 'Source');
      const machine = isObject(source) ? own(source, 'Id') : undefined;
      return [
        { id, machine: typeof machine === 'string' ? machine : undefined, properties, resource, isEmbedded: false },
      ];
    }
    const embedded = own(resource, 'Connectors');
    return Object.entries(isObject(embedded) ? embedded : {}).flatMap(([name, connector]) => {
      const properties = isObject(connector) ? propertiesOf(connector) : undefined;
      const place = { id: `${id}.Connectors.${name}`, machine: id, resource, isEmbedded: true };
      return properties === undefined ? [] : [{ ...place, properties }];
    });
  });
}

/** A source without `Id` names its type and role. */
function namedBySource({ id, properties }: Connector, role: TemplateRole, { resolve }: Resolver): ReadPolicies {
  const source = own(properties, 'Source');
  const name = isObject(source) ? resolve(own(source, 'RoleName') ?? '') : '';
  return name === role.name ? unread(id, 'is a connector whose source is named by its role') : joinPolicies();
}

function destinations({ id, properties }: Connector, template: Template, resolver: Resolver): ReadPolicies {
  const destination = own(properties, 'Destination') ?? {};
  const access = textList(resolver.resolve(own(properties, 'Permissions') ?? [])) ?? [];
  const list = isArray(destination) ? destination : [destination];
  return joinPolicies(...list.map((each) => destinationPolicy(id, each, access, template, resolver)));
}

function destinationPolicy(
  id: string,
  destination: Json,
  access: readonly string[],
  template: Template,
  resolver: Resolver,
): ReadPolicies {
  const target = isObject(destination) ? destinationOf(destination, template) : undefined;
  const profile = target && own(CONNECTORS, target.type);
  if (!target || !profile) return unread(id, 'is a connector to a resource that is not known here');
  const line = template.lineOf(['Resources', id.split('.')[0] ?? id]);
  const parts = access.map((kind) => {
    const statements = own(profile, kind)?.Statement;
    if (statements === undefined)
      return unread(id, `is a connector with the permission ${kind}, which is not known here`);
    const policy = readPolicy(resolver.resolve(filled(statements, target)), `${id} (${kind})`, line);
    return implied(ofAws(`connector ${kind}`, policy));
  });
  return joinPolicies(...parts);
}

interface Destination {
  readonly type: string;
  readonly arn: Json;
  readonly name: Json;
}

function destinationOf(destination: JsonObject, { resources }: Template): Destination | undefined {
  const id = own(destination, 'Id');
  if (typeof id !== 'string') {
    const type = own(destination, 'Type');
    const arn = own(destination, 'Arn');
    if (typeof type !== 'string' || arn === undefined) return undefined;
    return { type: cloudFormationType(type), arn, name: own(destination, 'Name') ?? '' };
  }
  const resource = own(resources, id);
  if (!resource) return undefined;
  const type = cloudFormationType(resourceTypeOf(resource));
  const arn = type === 'AWS::SNS::Topic' ? { Ref: id } : { 'Fn::GetAtt': [id, 'Arn'] };
  return { type, arn, name: { 'Fn::GetAtt': [id, 'Name'] } };
}

/** The CloudFormation type that SAM turns its own type into. */
function cloudFormationType(type: string): string {
  const types: Readonly<Record<string, string>> = {
    'AWS::Serverless::Function': 'AWS::Lambda::Function',
    'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
    'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
  };
  return own(types, type) ?? type;
}

/** Fills in the destination: `%{Destination.Arn}/*` becomes Fn::Sub with the ARN. */
function filled(json: Json, { arn, name }: Destination): Json {
  if (isArray(json)) return json.map((item) => filled(item, { type: '', arn, name }));
  if (isObject(json)) {
    const entries = Object.entries(json).map(([key, item]) => [key, filled(item, { type: '', arn, name })] as const);
    return Object.fromEntries(entries);
  }
  if (typeof json !== 'string' || !/[%$]\{/.test(json)) return json;
  const text = json.replaceAll(/%\{Destination\.(Arn|Name)\}/g, '${Destination$1}');
  return { 'Fn::Sub': [text, { DestinationArn: arn, DestinationName: name }] };
}
