import { isArray, isObject, type Json } from '../../src/asl/json.ts';
import { own } from '../../src/own.ts';
import { resourceTypeOf, section, type Template } from '../../src/template/read.ts';

/** A template of rolefit's own without CloudFormation's functions, as the tests deploy it. */

export const REGION = 'eu-west-1';
export const ACCOUNT = '111122223333';
const HERE = `${REGION}:${ACCOUNT}`;

export type Parameters = Readonly<Record<string, string>>;

/** A template with the values of its parameters. */
export interface Stack {
  readonly template: Template;
  readonly parameters: Parameters;
}

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

/** What tells the deployment from others of its name. */
export const DEPLOYMENT = '0a1b';

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::StackId': `arn:aws:cloudformation:${HERE}:stack/rolefit/${DEPLOYMENT}`,
  'AWS::StackName': 'rolefit',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** A value without CloudFormation's functions; undefined for what is not there. */
export function resolve(json: Json, stack: Stack): Json | undefined {
  if (isArray(json)) return json.map((item) => resolve(item, stack)).filter((item) => item !== undefined);
  if (!isObject(json)) return json;
  const [[name = '', argument = null] = [], ...others] = Object.entries(json);
  const intrinsic = others.length === 0 && Object.hasOwn(INTRINSICS, name) ? INTRINSICS[name] : undefined;
  if (intrinsic) return intrinsic(argument, stack);
  if (name.startsWith('Fn::')) throw new Error(`the tests do not resolve ${name} in template.yaml`);
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, value]) => {
      const resolved = resolve(value, stack);
      return resolved === undefined ? [] : [[key, resolved]];
    }),
  );
}

const INTRINSICS: Readonly<Record<string, (argument: Json, stack: Stack) => Json | undefined>> = {
  Ref: (name, stack) => reference(String(name), stack),
  'Fn::GetAtt': (argument, { template }) => {
    const [id = '', attribute = ''] = isArray(argument) ? argument.map(String) : [];
    return attribute === 'Arn' ? arnOf(id, template) : nameOf(id, template);
  },
  'Fn::Sub': (argument, stack) => {
    const [text = '', values = {}] = isArray(argument) ? allOf(argument, stack) : [argument];
    return String(text).replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => {
      const [id = '', attribute] = name.split('.');
      const given = isObject(values) ? own(values, name) : undefined;
      return attribute === 'Arn' ? arnOf(id, stack.template) : String(given ?? reference(name, stack));
    });
  },
  'Fn::Join': (argument, stack) => {
    const [separator, parts] = allOf(argument, stack);
    return isArray(parts) ? parts.map(String).join(String(separator)) : undefined;
  },
  'Fn::Select': (argument, stack) => {
    const [index, parts] = allOf(argument, stack);
    return isArray(parts) ? parts[Number(index)] : undefined;
  },
  'Fn::Split': (argument, stack) => {
    const [separator, text] = allOf(argument, stack);
    return String(text).split(String(separator));
  },
  'Fn::If': (argument, stack) => {
    const [condition = null, yes = null, no = null] = isArray(argument) ? argument : [];
    return resolve(resolve({ Condition: condition }, stack) === true ? yes : no, stack);
  },
  'Fn::Equals': (argument, stack) => {
    const [one, other] = allOf(argument, stack);
    return one === other;
  },
  'Fn::Not': (argument, stack) => allOf(argument, stack)[0] === false,
  'Fn::And': (argument, stack) => allOf(argument, stack).every((one) => one === true),
  'Fn::Or': (argument, stack) => allOf(argument, stack).some((one) => one === true),
  Condition: (name, stack) => resolve(own(section(stack.template, 'Conditions'), String(name)) ?? null, stack),
};

/** A list's items, resolved. */
export function allOf(argument: Json, stack: Stack): readonly Json[] {
  const resolved = resolve(argument, stack);
  return isArray(resolved) ? resolved : [];
}

function reference(name: string, { template, parameters }: Stack): Json | undefined {
  if (name === 'AWS::NoValue') return undefined;
  if (Object.hasOwn(PSEUDO, name)) return PSEUDO[name];
  const parameter = own(section(template, 'Parameters'), name);
  if (!isObject(parameter)) {
    return REF_IS_ARN.has(typeNamed(name, template)) ? arnOf(name, template) : nameOf(name, template);
  }
  const value = String(parameters[name] ?? own(parameter, 'Default'));
  return own(parameter, 'Type') === 'CommaDelimitedList' ? value.split(',') : value;
}

function typeNamed(id: string, template: Template): string {
  const resource = template.resources[id];
  if (!resource) throw new Error(`template.yaml has no resource ${id}`);
  return resourceTypeOf(resource);
}

/** The physical name of a resource. */
export function nameOf(id: string, template: Template): string {
  typeNamed(id, template);
  return NAMES[id] ?? `rolefit-${id}`;
}

export function arnOf(id: string, template: Template): string {
  const [before, after = ''] = ARNS[typeNamed(id, template)] ?? [];
  if (before === undefined) throw new Error(`the tests know no ARN of ${id}`);
  return before + nameOf(id, template) + after;
}
