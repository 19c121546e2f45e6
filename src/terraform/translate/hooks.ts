import { isObject, type Json } from '../../asl/json.ts';
import { own } from '../../own.ts';
import type { EvaluatedResource } from '../resource.ts';
import { documentJson } from './documents.ts';
import { argumentAt, type TranslationScope } from './scope.ts';

/** What gives a role its policy at the apply: rolefit's own resource, as Terraform has it. */

const CUSTOM = 'Custom::StateMachineRolePolicy';

/** The names of the roles that rolefit's hook writes for this resource: in a stack, or by an invocation of the hook. */
export function fittedRoles(resource: EvaluatedResource, scope: TranslationScope): readonly Json[] {
  switch (resource.type) {
    case 'aws_cloudformation_stack': {
      const template = jsonIn(resource, 'template_body', scope);
      const resources = isObject(template) ? own(template, 'Resources') : undefined;
      return Object.values(isObject(resources) ? resources : {}).flatMap((each) =>
        isObject(each) && own(each, 'Type') === CUSTOM ? roleIn(own(each, 'Properties')) : [],
      );
    }
    case 'aws_lambda_invocation': {
      const input = jsonIn(resource, 'input', scope);
      const isOurs = isObject(input) && DEFINITIONS.some((name) => own(input, name) !== undefined);
      return isOurs ? roleIn(input) : [];
    }
    default:
      return [];
  }
}

/** One of them is in each request to the hook. */
const DEFINITIONS = ['Definition', 'DefinitionString', 'DefinitionS3Location', 'StateMachineArn'];

function roleIn(properties: Json | undefined): readonly Json[] {
  const role = isObject(properties) ? own(properties, 'RoleName') : undefined;
  return role === undefined ? [] : [role];
}

function jsonIn(resource: EvaluatedResource, argument: string, scope: TranslationScope): Json | undefined {
  const value = argumentAt(resource, argument);
  return value === undefined ? undefined : documentJson(value, scope);
}

/** The resource in a template that says the same. */
export function customResource(RoleName: Json): {
  readonly Type: string;
  readonly Properties: { readonly RoleName: Json };
} {
  return { Type: CUSTOM, Properties: { RoleName } };
}
