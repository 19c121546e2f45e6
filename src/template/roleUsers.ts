import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { compareText } from '../finding.ts';
import { own } from '../own.ts';
import { otherPrincipals } from '../policy/trust.ts';
import type { Resolver } from './intrinsics.ts';
import { propertiesOf, resourceTypeOf, type Template } from './read.ts';
import { refersTo } from './references.ts';
import type { TemplateRole } from './roles.ts';

/**
 * Who uses a role besides the template's state machines: resources that have it as their own role, and other principals
 * of its trust policy. They may need what the state machines do not.
 */
export function otherUsersOf(role: TemplateRole, template: Template, { resolve }: Resolver): readonly string[] {
  const resource = own(template.resources, role.logicalId);
  const trust = resource === undefined ? undefined : own(propertiesOf(resource), 'AssumeRolePolicyDocument');
  const principals = trust === undefined ? [] : otherPrincipals(resolve(trust));
  const resources = Object.entries(template.resources).flatMap(([id, each]) =>
    mayUseRoles(each) && hasRole(propertiesOf(each), role.logicalId) ? [id] : [],
  );
  return [...principals.toSorted(compareText), ...resources];
}

/** State machines are checked with their role; policies, and rolefit's own resource, are what the role allows. */
function mayUseRoles(resource: JsonObject): boolean {
  return !/^AWS::(?:Serverless|StepFunctions)::StateMachine$|^AWS::IAM::(?!InstanceProfile$)|^Custom::StateMachineRolePolicy$/.test(
    resourceTypeOf(resource) ?? '',
  );
}

/** True if a property that names roles (`Role`, `ExecutionRoleArn`, `Roles`) refers to this one, at any depth. */
function hasRole(json: Json, roleId: string): boolean {
  if (isArray(json)) return json.some((item) => hasRole(item, roleId));
  if (!isObject(json)) return false;
  return Object.entries(json).some(([key, value]) =>
    NAMES_ROLES.test(key) ? refersTo(value, roleId) : hasRole(value, roleId),
  );
}

const NAMES_ROLES = /role(?:arn|name)?s?$/i;
