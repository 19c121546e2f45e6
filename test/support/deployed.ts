import { readFileSync } from 'node:fs';
import { isArray, isObject, type Json, type JsonObject } from '../../src/asl/json.ts';
import { own } from '../../src/own.ts';
import { propertiesOf, readTemplate, resourceTypeOf, section, type Template } from '../../src/template/read.ts';
import type { TestPolicy, TestStatement } from './iam.ts';
import { allOf, type Parameters, resolve, type Stack } from './intrinsics.ts';

/** rolefit's own stack, as CloudFormation makes it of template.yaml with these parameters. */

export interface DeployedStack {
  /** Logical ID of a role that is there → its policy. */
  readonly policies: ReadonlyMap<string, TestPolicy>;
  /** Logical ID of another resource that is there → the policy that it has. */
  readonly resourcePolicies: ReadonlyMap<string, TestPolicy>;
  /** Logical ID of a function that is there → the function. */
  readonly functions: ReadonlyMap<string, DeployedFunction>;
}

interface DeployedFunction {
  /** Logical ID of its role. */
  readonly role: string;
  readonly environment: Readonly<Record<string, string>>;
}

export const TEMPLATE: Template = readTemplate(readFileSync('template.yaml', 'utf8'), 'yaml');

export function deployed(parameters: Parameters = {}): DeployedStack {
  const stack = { template: TEMPLATE, parameters };
  const resources = resourcesOf(stack);
  const ofType = (type: string) => resources.filter(([, resource]) => resourceTypeOf(resource) === type);
  return {
    policies: new Map(
      ofType('AWS::IAM::Role').map(([id, role]) => {
        const policies = own(propertiesOf(role), 'Policies');
        return [id, policyOf(isArray(policies) ? policies : [], stack)];
      }),
    ),
    resourcePolicies: new Map(
      resources
        .filter(([, resource]) => own(propertiesOf(resource), 'PolicyDocument') !== undefined)
        .map(([id, resource]) => [id, policyOf([propertiesOf(resource)], stack)]),
    ),
    functions: new Map(
      ofType('AWS::Serverless::Function').map(([id, resource]) => [id, functionOf(propertiesOf(resource), stack)]),
    ),
  };
}

/** The resources that are there, as the template has them. */
export function resourcesOf(stack: Stack): readonly (readonly [id: string, resource: JsonObject])[] {
  const { template, parameters } = stack;
  const unknown = Object.keys(parameters).find((name) => !own(section(template, 'Parameters'), name));
  if (unknown !== undefined) throw new Error(`template.yaml has no parameter ${unknown}`);
  return Object.entries(template.resources).filter(([, resource]) => {
    const condition = own(resource, 'Condition');
    return condition === undefined || resolve({ Condition: condition }, stack) === true;
  });
}

function functionOf(properties: JsonObject, stack: Stack): DeployedFunction {
  const environment = resolve(own(properties, 'Environment') ?? {}, stack);
  const variables = isObject(environment) ? own(environment, 'Variables') : undefined;
  const entries = Object.entries(isObject(variables) ? variables : {});
  return {
    role: roleOf(own(properties, 'Role')),
    environment: Object.fromEntries(entries.map(([name, value]) => [name, String(value)])),
  };
}

/** All statements of policies that have a document. */
function policyOf(policies: readonly Json[], stack: Stack): TestPolicy {
  const documents = allOf(policies, stack).map((policy) => (isObject(policy) ? own(policy, 'PolicyDocument') : {}));
  const statements = documents.flatMap((document) => (isObject(document) ? (own(document, 'Statement') ?? []) : []));
  return { Statement: statements.filter(isStatement) };
}

export function isStatement(json: Json): json is JsonObject & TestStatement {
  if (isObject(json) && own(json, 'Action') && own(json, 'Resource')) return true;
  throw new Error(`no statement: ${JSON.stringify(json)}`);
}

/** `!GetAtt RolePolicyFunctionRole.Arn` → `RolePolicyFunctionRole` */
function roleOf(role: Json | undefined): string {
  const attribute = isObject(role) ? own(role, 'Fn::GetAtt') : undefined;
  if (isArray(attribute) && typeof attribute[0] === 'string') return attribute[0];
  throw new Error(`template.yaml: no role of the template's: ${JSON.stringify(role)}`);
}
