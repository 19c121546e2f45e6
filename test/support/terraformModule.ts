import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isArray, isObject, type Json, type JsonObject } from '../../src/asl/json.ts';
import { own } from '../../src/own.ts';
import { readConfiguration } from '../../src/terraform/configuration.ts';
import type { Evaluated, EvaluatedResource } from '../../src/terraform/resource.ts';
import { type DeployedStack, isStatement, TEMPLATE } from './deployed.ts';
import type { TestPolicy } from './iam.ts';
import { ACCOUNT, arnOf, DEPLOYMENT, nameOf, REGION } from './intrinsics.ts';

/** infra/terraform, as Terraform makes it with these variables: each resource with the names of its twin in template.yaml. */

export const FOLDER = 'infra/terraform';

/** Logical ID in template.yaml → address of the same resource in the module. */
export const TWINS: Readonly<Record<string, string>> = {
  RolePolicyFunction: 'aws_lambda_function.role_policy',
  RolePolicyInvocation: 'aws_lambda_resource_policy.role_policy',
  RolePolicyLogs: 'aws_cloudwatch_log_group.role_policy',
  RolePolicyFunctionRole: 'aws_iam_role.role_policy',
  DriftCheckFunction: 'aws_lambda_function.drift_check',
  DriftCheckLogs: 'aws_cloudwatch_log_group.drift_check',
  Changes: 'aws_sqs_queue.changes',
  DeadLetters: 'aws_sqs_queue.dead_letters',
  ChangesPolicy: 'aws_sqs_queue_policy.changes',
  StateMachineChanges: 'aws_cloudwatch_event_rule.state_machine_changes',
  RoleChanges: 'aws_cloudwatch_event_rule.role_changes',
  DriftCheckFunctionRole: 'aws_iam_role.drift_check',
  SweepStateMachine: 'aws_sfn_state_machine.sweep',
  SweepStateMachineRole: 'aws_iam_role.sweep_machine',
  SweepTimer: 'aws_cloudwatch_event_rule.sweep',
  SweepStarterRole: 'aws_iam_role.sweep_starter',
  SweepFunction: 'aws_lambda_function.sweep',
  SweepLogs: 'aws_cloudwatch_log_group.sweep',
  SweepFunctionRole: 'aws_iam_role.sweep',
  SweepBucket: 'aws_s3_bucket.sweep',
  SweepBucketPolicy: 'aws_s3_bucket_policy.sweep',
  AlertTopic: 'aws_sns_topic.alerts',
  AlertByEmail: 'aws_sns_topic_subscription.email',
};

/** The logical ID of a resource's twin. */
function twinOf(address: string): string | undefined {
  const named = address.replace(/\[\d+\]$/, '');
  return Object.keys(TWINS).find((id) => TWINS[id] === named);
}

/** The data sources that tell where the module is deployed. */
const WHERE: Readonly<Record<string, string>> = {
  'data.aws_partition.current.partition': 'aws',
  'data.aws_region.current.region': REGION,
  'data.aws_caller_identity.current.account_id': ACCOUNT,
};

export type Variables = Readonly<Record<string, Json>>;

export interface ModuleResource {
  readonly address: string;
  readonly type: string;
  readonly arguments: JsonObject;
}

/** Who may invoke the function for Terraform; nobody does where nobody is named. */
export const DEPLOYER = `arn:aws:iam::${ACCOUNT}:role/deploy`;

/** The module's resources, without its data sources. Throws for what the files do not tell. */
export async function moduleResources(variables: Variables = {}): Promise<readonly ModuleResource[]> {
  const resources = await evaluated(FOLDER, { deployers: [DEPLOYER], ...variables });
  const found = new Map(resources.map((resource) => [resource.address, resource]));
  return resources
    .filter(({ mode }) => mode === 'managed')
    .map((resource) => ({ ...resource, arguments: argumentsOf(resource, found) }));
}

/** All resources of a folder of rolefit's, as tofu would evaluate them. Throws for what cannot be read. */
export async function evaluated(root: string, variables: Variables = {}): Promise<readonly EvaluatedResource[]> {
  const { resources, unread } = await readConfiguration(
    {
      readText: (path) => readText(join(root, path)),
      list: (folder) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []),
    },
    {
      variables: Object.entries(variables).map(([name, value]) => ({
        kind: 'value',
        name,
        value: typeof value === 'string' ? value : JSON.stringify(value),
      })),
    },
  );
  for (const { place, why } of unread) throw new Error(`${place.file}:${place.line}: ${why}`);
  return resources;
}

function readText(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  return Object.entries(WHERE).reduce((all, [name, value]) => all.replaceAll(name, JSON.stringify(value)), text);
}

type Found = ReadonlyMap<string, EvaluatedResource>;

function argumentsOf(resource: EvaluatedResource, found: Found): JsonObject {
  const attribute = (address: string, name: string) => attributeOf(address, name, found);
  return Object.fromEntries([...resource.arguments].map(([name, value]) => [name, jsonOf(value, attribute)]));
}

/** A value with what only an apply tells: attributes of resources, by address and name, and what is computed from them. */
export function jsonOf(
  value: Evaluated,
  attribute: (address: string, name: string) => Json,
  computed: (expression: string) => Json = (expression) => assert.fail(`${expression} is not known`),
): Json {
  switch (value.kind) {
    case 'known':
      return value.value;
    case 'text':
      return value.parts
        .map((part) => (typeof part === 'string' ? part : String(jsonOf(part, attribute, computed))))
        .join('');
    case 'list':
      return value.items.map((item) => jsonOf(item, attribute, computed));
    case 'object':
      return Object.fromEntries([...value.entries].map(([name, entry]) => [name, jsonOf(entry, attribute, computed)]));
    case 'reference':
      return attribute(value.address, value.path.join('.'));
    case 'unknown':
      return computed(`${value.place.file}:${value.place.line}: ${value.expression}`);
  }
}

/** What only an apply tells: it has the names of the twin. */
function attributeOf(address: string, attribute: string, found: Found): string {
  const resource = found.get(address);
  const id = twinOf(address);
  if (address === 'terraform_data.deployment' && attribute === 'id') return DEPLOYMENT;
  if (address.startsWith('data.archive_file.') && attribute === 'output_base64sha256') return '';
  if (resource?.type === 'aws_iam_policy_document' && attribute === 'json') {
    return JSON.stringify({ Version: '2012-10-17', Statement: statementsOf(argumentsOf(resource, found)) });
  }
  // The provider leaves the end of a log group's ARN away.
  if (id !== undefined && attribute === 'arn') return arnOf(id, TEMPLATE).replace(/:\*$/, '');
  if (id !== undefined && ['id', 'name', 'url'].includes(attribute)) return nameOf(id, TEMPLATE);
  throw new Error(`the tests know no ${address}.${attribute}`);
}

/** Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document */
function statementsOf({ statement = [], source_policy_documents: sources = [] }: JsonObject): readonly Json[] {
  const before = listOf(sources).flatMap((text) => listOf(own(parsed(text), 'Statement') ?? []));
  return [...before, ...listOf(statement).map((one) => (isObject(one) ? statementOf(one) : one))];
}

function statementOf({ sid, effect, actions, resources, principals, condition, ...others }: JsonObject): JsonObject {
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Error(`the tests know no ${other} of a statement`);
  const tests: Record<string, Record<string, Json>> = {};
  for (const one of listOf(condition ?? [])) {
    if (!isObject(one)) throw new Error(`no condition: ${JSON.stringify(one)}`);
    const { test, variable, values } = one;
    (tests[String(test)] ??= {})[String(variable)] = values ?? null;
  }
  return {
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: effect ?? 'Allow',
    ...(principals === undefined ? {} : { Principal: principalOf(principals) }),
    Action: actions ?? null,
    ...(resources === undefined ? {} : { Resource: resources }),
    ...(condition === undefined || Object.keys(tests).length === 0 ? {} : { Condition: tests }),
  };
}

function principalOf(principals: Json): Json {
  const [one] = listOf(principals);
  if (!isObject(one)) throw new Error(`no principal: ${JSON.stringify(principals)}`);
  const { type, identifiers } = one;
  return type === '*' ? '*' : { [String(type)]: identifiers ?? null };
}

export function listOf(json: Json): readonly Json[] {
  return isArray(json) ? json : [json];
}

/** The object that a text has. */
export function parsed(text: Json | undefined): JsonObject {
  const json: Json = JSON.parse(String(text));
  if (!isObject(json)) throw new Error(`no object: ${String(text)}`);
  return json;
}

/** The module as the tests deploy a stack: by the logical IDs of template.yaml. */
export async function deployedByTerraform(variables: Variables = {}): Promise<DeployedStack> {
  const resources = await moduleResources(variables);
  const withPolicy = (type: string, role: (address: string) => string) =>
    resources
      .filter((resource) => resource.type === type)
      .map(({ address, arguments: { policy } }) => [role(address), policyOf(policy)] as const);
  return {
    policies: new Map(
      withPolicy('aws_iam_role_policy', (address) => idOf(address.replace('aws_iam_role_policy', 'aws_iam_role'))),
    ),
    resourcePolicies: new Map(withPolicy('aws_lambda_resource_policy', idOf)),
    functions: new Map(
      resources
        .filter(({ type }) => type === 'aws_lambda_function')
        .map(({ address, arguments: { environment = [] } }) => {
          const [block] = listOf(environment);
          const variables = isObject(block) ? own(block, 'variables') : undefined;
          const entries = Object.entries(isObject(variables) ? variables : {});
          return [
            idOf(address),
            {
              role: idOf(address.replace('aws_lambda_function', 'aws_iam_role')),
              environment: Object.fromEntries(entries.map(([name, value]) => [name, String(value)])),
            },
          ] as const;
        }),
    ),
  };
}

function policyOf(policy: Json | undefined): TestPolicy {
  return { Statement: listOf(own(parsed(policy), 'Statement') ?? []).filter(isStatement) };
}

export function idOf(address: string): string {
  const id = twinOf(address);
  if (id === undefined) throw new Error(`${address} has no twin in template.yaml: name it in TWINS`);
  return id;
}
