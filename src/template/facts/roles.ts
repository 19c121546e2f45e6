import { isArray, type Json, type JsonObject } from '../../asl/json.ts';
import type { ResourceFacts } from '../../facts/fact.ts';
import { hasPlaceholder, isArnPlaceholder, isPlaceholder } from '../../iam/text.ts';
import { own } from '../../own.ts';
import { propertiesOf, resourceTypeOf } from '../read.ts';
import { attributeText, type FactContext, placeholderResource, withPlace, writtenText } from './context.ts';
import { cfnPage, type FactResource, type FactRow, ofAccount, regional } from './row.ts';

/** Roles, and what has roles: task definitions and instance profiles. */
export const ROLE_FACTS: Readonly<Record<string, FactRow>> = {
  'AWS::ECS::TaskDefinition': {
    page: cfnPage('aws-resource-ecs-taskdefinition'),
    arn: regional('ecs', 'task-definition/{name}'),
    name: 'Family',
    attributes: ['TaskDefinitionArn'],
    reads: ['TaskRoleArn', 'ExecutionRoleArn'],
    facts: taskRoles,
  },
  'AWS::IAM::InstanceProfile': {
    page: cfnPage('aws-resource-iam-instanceprofile'),
    arn: ofAccount('iam', 'instance-profile/{name}'),
    name: 'InstanceProfileName',
    attributes: ['Arn'],
    reads: ['Roles'],
    facts: profileRole,
  },
  'AWS::IAM::Role': {
    page: cfnPage('aws-resource-iam-role'),
    arn: ofAccount('iam', 'role/{name}'),
    name: 'RoleName',
    reads: ['Path'],
    facts: rolePath,
  },
};

function taskRoles(properties: JsonObject, { context }: FactResource): ResourceFacts {
  const names = ['TaskRoleArn', 'ExecutionRoleArn'].flatMap((property) => own(properties, property) ?? []);
  return rolesFact(names, context, (name) => withPlace(ofAccount('iam', 'role/'), context) + name);
}

/** A role's name doesn't tell its path, so a name is enough only for a role of the template. */
function profileRole(properties: JsonObject, { context }: FactResource): ResourceFacts {
  const names = own(properties, 'Roles');
  return isArray(names) ? rolesFact(names, context, () => undefined) : {};
}

function rolesFact(
  values: readonly Json[],
  context: FactContext,
  byName: (name: string) => string | undefined,
): ResourceFacts {
  const roles = values.filter((value) => value !== '').map((value) => roleArn(value, context, byName));
  const known = roles.filter((role) => role !== undefined);
  return known.length < roles.length ? {} : { roles: [...new Set(known)] };
}

/** A property has a role's ARN, or the name of a role. */
function roleArn(value: Json, context: FactContext, byName: (name: string) => string | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const arn = writtenText(value, context);
  if (arn.startsWith('arn:')) return arn;
  const id = roleNamed(value, context);
  if (id !== undefined) {
    const known = attributeText(id, 'Arn', context);
    return known === undefined ? undefined : writtenText(known, context);
  }
  if (isArnPlaceholder(value)) return arn;
  return hasPlaceholder(value) ? undefined : byName(value);
}

/** The logical ID of the template's role that has this name. */
function roleNamed(name: string, context: FactContext): string | undefined {
  if (isPlaceholder(name)) {
    const resource = placeholderResource(name, context);
    return resource?.type === 'AWS::IAM::Role' && name === context.resolver.resolve({ Ref: resource.id })
      ? resource.id
      : undefined;
  }
  const { template, resolver } = context;
  return Object.entries(template.resources).find(([id, resource]) => {
    const property = own(propertiesOf(resource), 'RoleName');
    const isNamed = resourceTypeOf(resource) === 'AWS::IAM::Role' && property !== undefined;
    return isNamed && resolver.resolve({ Ref: id }) === name;
  })?.[0];
}

function rolePath(properties: JsonObject): ResourceFacts {
  const path = own(properties, 'Path') ?? '/';
  return typeof path === 'string' && !hasPlaceholder(path) ? { path } : {};
}
