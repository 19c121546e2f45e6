import type { TestPolicy, TestStatement } from '../support/iam.ts';

/** A template as it would be deployed to one account and Region, as far as roles and their policies are concerned. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

const HERE = { 'AWS::Region': 'eu-west-1', 'AWS::AccountId': '111122223333', 'AWS::Partition': 'aws' };

/** The ARN of a resource, by type and logical ID, whose name is its logical ID. */
export function arnOf(service: string, resource: string): string {
  return `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
}

/** The policy of the role that a state machine has: all that is attached to it, as one document. */
export function policyOf(templates: Readonly<Record<string, string>>, file: string, machine: RegExp): TestPolicy {
  const read = new Map(Object.entries(templates).map(([name, text]) => [name, objectOf(JSON.parse(text))]));
  const template = read.get(file) ?? {};
  const resources = Object.entries(objectOf(template['Resources']));
  const properties = (type: string) =>
    resources.flatMap(([id, resource]) => {
      const { Type, Properties } = objectOf(resource);
      return Type === type ? [{ id, properties: objectOf(evaluated(Properties ?? {}, template, read)) }] : [];
    });
  const [found] = properties('AWS::StepFunctions::StateMachine').filter(({ id }) => machine.test(id));
  const role = String(found?.properties['RoleArn']).split('/').at(-1);
  const attached = properties('AWS::IAM::Policy').filter(({ properties: { Roles } }) =>
    listOf(Roles).includes(role ?? ''),
  );
  return { Statement: attached.flatMap((each) => statementsOf(each.properties['PolicyDocument'])) };
}

function statementsOf(document: Json | undefined): readonly TestStatement[] {
  const { Statement } = objectOf(document);
  const statements: readonly TestStatement[] = JSON.parse(JSON.stringify(Statement));
  return statements;
}

function objectOf(json: Json | undefined): JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
    ? Object.fromEntries(Object.entries(json))
    : {};
}

function listOf(json: Json | undefined): readonly Json[] {
  return Array.isArray(json) ? json : [];
}

type Templates = ReadonlyMap<string, JsonObject>;

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
function evaluated(json: Json, template: JsonObject, all: Templates): Json {
  const next = (part: Json | undefined): Json => evaluated(part ?? null, template, all);
  if (Array.isArray(json)) return json.map(next);
  if (typeof json !== 'object' || json === null) return json;
  const [[key = '', argument = null] = []] = Object.entries(json);
  switch (key) {
    case 'Ref':
      return referenceOf(String(argument), template);
    case 'Fn::GetAtt': {
      const [id, attribute] = listOf(argument);
      return attributeOf(String(id), String(attribute), template);
    }
    case 'Fn::Join': {
      const [separator, parts] = listOf(argument).map(next);
      return listOf(parts).join(String(separator));
    }
    case 'Fn::Select': {
      const [index, parts] = listOf(argument).map(next);
      return listOf(parts)[Number(index)] ?? null;
    }
    case 'Fn::Split': {
      const [separator, text] = listOf(argument).map(next);
      return String(text).split(String(separator));
    }
    case 'Fn::Sub':
      return String(argument).replaceAll(/\$\{([^}]+)\}/g, (_, name) => String(referenceOf(name, template)));
    case 'Fn::GetStackOutput': {
      const { StackName, OutputName } = objectOf(argument);
      const other = all.get(`${String(StackName)}.template.json`) ?? {};
      return evaluated(objectOf(objectOf(other['Outputs'])[String(OutputName)])['Value'] ?? null, other, all);
    }
    case 'Fn::ImportValue':
      return importOf(String(argument), all);
    default:
      return Object.fromEntries(Object.entries(json).map(([name, part]) => [name, next(part)]));
  }
}

function importOf(name: string, all: Templates): Json {
  for (const template of all.values()) {
    for (const output of Object.values(objectOf(template['Outputs'])).map(objectOf)) {
      if (objectOf(output['Export'])['Name'] === name) return evaluated(output['Value'] ?? null, template, all);
    }
  }
  throw new Error(`nothing exports ${name}`);
}

function referenceOf(id: string, template: JsonObject): string {
  const pseudo = new Map(Object.entries(HERE)).get(id);
  if (pseudo !== undefined) return pseudo;
  switch (typeOf(id, template)) {
    case 'AWS::SQS::Queue':
      return `https://sqs.eu-west-1.amazonaws.com/111122223333/${id}`;
    case 'AWS::StepFunctions::StateMachine':
      return arnOf('states', `stateMachine:${id}`);
    default:
      return id;
  }
}

function attributeOf(id: string, attribute: string, template: JsonObject): string {
  if (attribute.endsWith('Name')) return id;
  switch (typeOf(id, template)) {
    case 'AWS::SQS::Queue':
      return arnOf('sqs', id);
    case 'AWS::DynamoDB::Table':
      return arnOf('dynamodb', `table/${id}`);
    case 'AWS::KMS::Key':
      return arnOf('kms', `key/${id}`);
    case 'AWS::StepFunctions::StateMachine':
      return arnOf('states', `stateMachine:${id}`);
    case 'AWS::IAM::Role':
      return `arn:aws:iam::111122223333:role/${id}`;
    default:
      throw new Error(`the tests' CloudFormation does not know ${id}.${attribute}`);
  }
}

function typeOf(id: string, template: JsonObject): Json | undefined {
  return objectOf(objectOf(template['Resources'])[id])['Type'];
}
