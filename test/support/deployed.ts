import { readFileSync } from 'node:fs';
import { isArray, isObject, type Json, type JsonObject } from '../../src/asl/json.ts';
import { own } from '../../src/own.ts';
import { propertiesOf, readTemplate, resourceTypeOf, section } from '../../src/template/read.ts';
import type { TestPolicy, TestStatement } from './iam.ts';

/** rolefit's own stack, as CloudFormation makes it of template.yaml with these parameters. */

export const REGION = 'eu-west-1';
export const ACCOUNT = '111122223333';
const HERE = `${REGION}:${ACCOUNT}`;

/** Physical names that the tests use; the others are made of the stack's name and the logical ID. */
const NAMES: Readonly<Record<string, string>> = {
  SweepBucket: 'sweep',
  SweepStateMachine: 'rolefit-sweep',
  AlertTopic: 'alerts',
};

/** The part of an ARN before the physical name, and what is after it. */
const ARNS: Readonly<Record<string, readonly [before: string, after?: string]>> = {
  'AWS::Events::Rule': [`arn:aws:events:${HERE}:rule/`],
  'AWS::IAM::Role': [`arn:aws:iam::${ACCOUNT}:role/`],
  'AWS::Logs::LogGroup': [`arn:aws:logs:${HERE}:log-group:`, ':*'],
  'AWS::S3::Bucket': ['arn:aws:s3:::'],
  'AWS::SNS::Topic': [`arn:aws:sns:${HERE}:`],
  'AWS::SQS::Queue': [`arn:aws:sqs:${HERE}:`],
  'AWS::Serverless::Function': [`arn:aws:lambda:${HERE}:function:`],
  'AWS::Serverless::StateMachine': [`arn:aws:states:${HERE}:stateMachine:`],
};

/** Types of which `Ref` is the ARN. */
const REF_IS_ARN: ReadonlySet<string> = new Set(['AWS::SNS::Topic', 'AWS::Serverless::StateMachine']);

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::StackId': `arn:aws:cloudformation:${HERE}:stack/rolefit/0a1b`,
  'AWS::StackName': 'rolefit',
  'AWS::URLSuffix': 'amazonaws.com',
};

export type Parameters = Readonly<Record<string, string>>;

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

const template = readTemplate(readFileSync('template.yaml', 'utf8'), 'yaml');

export function deployed(parameters: Parameters = {}): DeployedStack {
  const unknown = Object.keys(parameters).find((name) => !own(section(template, 'Parameters'), name));
  if (unknown !== undefined) throw new Error(`template.yaml has no parameter ${unknown}`);
  const resources = Object.entries(template.resources).filter(([, resource]) => {
    const condition = own(resource, 'Condition');
    return condition === undefined || resolve({ Condition: condition }, parameters) === true;
  });
  const ofType = (type: string) => resources.filter(([, resource]) => resourceTypeOf(resource) === type);
  return {
    policies: new Map(
      ofType('AWS::IAM::Role').map(([id, role]) => {
        const policies = own(propertiesOf(role), 'Policies');
        return [id, policyOf(isArray(policies) ? policies : [], parameters)];
      }),
    ),
    resourcePolicies: new Map(
      resources
        .filter(([, resource]) => own(propertiesOf(resource), 'PolicyDocument') !== undefined)
        .map(([id, resource]) => [id, policyOf([propertiesOf(resource)], parameters)]),
    ),
    functions: new Map(
      ofType('AWS::Serverless::Function').map(([id, resource]) => [id, functionOf(propertiesOf(resource), parameters)]),
    ),
  };
}

function functionOf(properties: JsonObject, parameters: Parameters): DeployedFunction {
  const environment = resolve(own(properties, 'Environment') ?? {}, parameters);
  const variables = isObject(environment) ? own(environment, 'Variables') : undefined;
  const entries = Object.entries(isObject(variables) ? variables : {});
  return {
    role: roleOf(own(properties, 'Role')),
    environment: Object.fromEntries(entries.map(([name, value]) => [name, String(value)])),
  };
}

/** All statements of policies that have a document. */
function policyOf(policies: readonly Json[], parameters: Parameters): TestPolicy {
  const documents = both(policies, parameters).map((policy) => (isObject(policy) ? own(policy, 'PolicyDocument') : {}));
  const statements = documents.flatMap((document) => (isObject(document) ? (own(document, 'Statement') ?? []) : []));
  return { Statement: statements.filter(isStatement) };
}

function isStatement(json: Json): json is JsonObject & TestStatement {
  if (isObject(json) && own(json, 'Action') && own(json, 'Resource')) return true;
  throw new Error(`template.yaml: no statement: ${JSON.stringify(json)}`);
}

/** `!GetAtt RolePolicyFunctionRole.Arn` → `RolePolicyFunctionRole` */
function roleOf(role: Json | undefined): string {
  const attribute = isObject(role) ? own(role, 'Fn::GetAtt') : undefined;
  if (isArray(attribute) && typeof attribute[0] === 'string') return attribute[0];
  throw new Error(`template.yaml: no role of the template's: ${JSON.stringify(role)}`);
}

/** A value without CloudFormation's functions; undefined for what is not there. */
function resolve(json: Json, parameters: Parameters): Json | undefined {
  if (isArray(json)) return json.flatMap((item) => resolve(item, parameters) ?? []);
  if (!isObject(json)) return json;
  const [[name = '', argument = null] = [], ...others] = Object.entries(json);
  const intrinsic = others.length === 0 && Object.hasOwn(INTRINSICS, name) ? INTRINSICS[name] : undefined;
  if (intrinsic) return intrinsic(argument, parameters);
  if (name.startsWith('Fn::')) throw new Error(`the tests do not resolve ${name} in template.yaml`);
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, value]) => {
      const resolved = resolve(value, parameters);
      return resolved === undefined ? [] : [[key, resolved]];
    }),
  );
}

const INTRINSICS: Readonly<Record<string, (argument: Json, parameters: Parameters) => Json | undefined>> = {
  Ref: (name, parameters) => reference(String(name), parameters),
  'Fn::GetAtt': (argument) => {
    const [id = '', attribute = ''] = isArray(argument) ? argument.map(String) : [];
    return attribute === 'Arn' ? arnOf(id) : nameOf(id);
  },
  'Fn::Sub': (argument, parameters) => {
    const [text = '', values = {}] = isArray(argument) ? both(argument, parameters) : [argument];
    return String(text).replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => {
      const [id = '', attribute] = name.split('.');
      const given = isObject(values) ? own(values, name) : undefined;
      return attribute === 'Arn' ? arnOf(id) : String(given ?? reference(name, parameters));
    });
  },
  'Fn::Join': (argument, parameters) => {
    const [separator, parts] = both(argument, parameters);
    return isArray(parts) ? parts.map(String).join(String(separator)) : undefined;
  },
  'Fn::If': (argument, parameters) => {
    const [condition = null, yes = null, no = null] = isArray(argument) ? argument : [];
    return resolve(resolve({ Condition: condition }, parameters) === true ? yes : no, parameters);
  },
  'Fn::Equals': (argument, parameters) => {
    const [one, other] = both(argument, parameters);
    return one === other;
  },
  'Fn::Not': (argument, parameters) => both(argument, parameters)[0] === false,
  'Fn::And': (argument, parameters) => both(argument, parameters).every((one) => one === true),
  'Fn::Or': (argument, parameters) => both(argument, parameters).some((one) => one === true),
  Condition: (name, parameters) => resolve(own(section(template, 'Conditions'), String(name)) ?? null, parameters),
};

function both(argument: Json, parameters: Parameters): readonly Json[] {
  const resolved = resolve(argument, parameters);
  return isArray(resolved) ? resolved : [];
}

function reference(name: string, parameters: Parameters): Json | undefined {
  if (name === 'AWS::NoValue') return undefined;
  if (Object.hasOwn(PSEUDO, name)) return PSEUDO[name];
  const parameter = own(section(template, 'Parameters'), name);
  if (!isObject(parameter)) return REF_IS_ARN.has(typeNamed(name)) ? arnOf(name) : nameOf(name);
  const value = String(parameters[name] ?? own(parameter, 'Default'));
  return own(parameter, 'Type') === 'CommaDelimitedList' ? value.split(',') : value;
}

function typeNamed(id: string): string {
  const resource = template.resources[id];
  if (!resource) throw new Error(`template.yaml has no resource ${id}`);
  return resourceTypeOf(resource);
}

function nameOf(id: string): string {
  typeNamed(id);
  return NAMES[id] ?? `rolefit-${id}`;
}

function arnOf(id: string): string {
  const [before, after = ''] = ARNS[typeNamed(id)] ?? [];
  if (before === undefined) throw new Error(`the tests know no ARN of ${id}`);
  return before + nameOf(id) + after;
}
