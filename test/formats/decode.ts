import { stripTypeScriptTypes } from 'node:module';
import { parse } from '@cdktf/hcl2json';
import { isArray, isObject, type Json, type JsonObject } from '../../src/asl/json.ts';
import { own } from '../../src/own.ts';
import { resolverOf } from '../../src/template/intrinsics.ts';
import { writeOut } from '../../src/template/placeholder.ts';
import { readSnippet, readTemplate } from '../../src/template/read.ts';

/** Reads policies back from each language, as that language's own tool would, placeholders as `${…}`. */

/** ARNs composed of names, and of the partition's placeholder, so that two ways to say one thing are equal. */
export function normalized(json: Json, write: (text: string) => string = (text) => text): Json {
  if (typeof json === 'string') return write(json).replace(/^arn:(?:aws|\$\{AWS::Partition\}):/, 'arn:aws:');
  if (isArray(json)) return json.map((item) => normalized(item, write));
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, normalized(value, write)]));
}

/** The snippet with its functions resolved as CloudFormation resolves them in this template. */
export function fromTemplateYaml(yaml: string, template: string): Json {
  const resolver = resolverOf(readTemplate(template), { defaults: false });
  const resolved = resolver.resolve(readSnippet(yaml, 'yaml').json) ?? null;
  return normalized(resolved, (text) => writeOut(text, resolver.placeholders()));
}

export function writtenOutIn(json: Json, template: string): Json {
  const resolver = resolverOf(readTemplate(template), { defaults: false });
  // Whatever the template has may stand in the policy.
  for (const id of Object.keys(readTemplate(template).resources)) {
    for (const name of [id, `${id}.Arn`, `${id}.Alias`]) resolver.resolve({ 'Fn::Sub': `\${${name}}` });
  }
  return normalized(json, (text) => writeOut(text, resolver.placeholders()));
}

export interface Terraform {
  /** By the data sources' names. */
  readonly policies: Readonly<Record<string, JsonObject>>;
  readonly variables: readonly string[];
  readonly sources: readonly string[];
}

/** Terraform's documents as the provider makes them; `${var.x}` stays. */
export async function fromTerraform(hcl: string): Promise<Terraform> {
  const json: unknown = await parse('policy.tf', hcl);
  const root: JsonObject = JSON.parse(JSON.stringify(json));
  const data = objectAt(root, 'data');
  const documents = objectAt(data, 'aws_iam_policy_document');
  const policies = Object.entries(documents).map(([name, bodies]) => {
    const [body] = listOf(bodies);
    const statements = listOf(isObject(body) ? own(body, 'statement') : undefined);
    return [name, { Version: '2012-10-17', Statement: statements.map(terraformStatement) }] as const;
  });
  return {
    policies: Object.fromEntries(policies),
    variables: Object.keys(objectAt(root, 'variable')),
    sources: Object.keys(data).filter((name) => name !== 'aws_iam_policy_document'),
  };
}

function terraformStatement(json: Json): JsonObject {
  assertObject(json);
  const Condition: Record<string, Record<string, Json>> = {};
  for (const condition of listOf(own(json, 'condition'))) {
    assertObject(condition);
    const operator = terraformText(own(condition, 'test') ?? '');
    Condition[String(operator)] ??= {};
    const keys = Condition[String(operator)] ?? {};
    keys[String(terraformText(own(condition, 'variable') ?? ''))] = terraformText(own(condition, 'values') ?? []);
  }
  return {
    Effect: terraformText(own(json, 'effect') ?? ''),
    Action: terraformText(own(json, 'actions') ?? []),
    Resource: terraformText(own(json, 'resources') ?? []),
    ...(Object.keys(Condition).length === 0 ? {} : { Condition }),
  };
}

/** The parser leaves templates as they are written. */
function terraformText(json: Json): Json {
  if (isArray(json)) return json.map(terraformText);
  return typeof json === 'string' ? json.replaceAll(/\$\$\{|%%\{/g, (escaped) => escaped.slice(1)) : json;
}

/** Runs the TypeScript that the CDK's user pastes, with classes that only remember what they are given. */
export function fromCdk(source: string, given: Readonly<Record<string, string>> = {}): Readonly<Record<string, Json>> {
  const body = stripTypeScriptTypes(source)
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/^export function (\w+)/gm, 'found.$1 = function');
  const Aws = {
    ACCOUNT_ID: '${AWS::AccountId}',
    PARTITION: '${AWS::Partition}',
    REGION: '${AWS::Region}',
    URL_SUFFIX: '${AWS::URLSuffix}',
    STACK_NAME: '${AWS::StackName}',
    STACK_ID: '${AWS::StackId}',
  };
  const Fn = { ref: (id: string) => `\${${id}}`, getAtt: (id: string, name: string) => `\${${id}.${name}}` };
  const Token = { asString: (json: Json) => `<${JSON.stringify(json)}>` };
  const found: Record<string, (values: object) => readonly { readonly props: CdkStatement }[]> = {};
  class PolicyStatement {
    readonly props: CdkStatement;
    constructor(props: CdkStatement) {
      this.props = props;
    }
  }
  new Function('found', 'Aws', 'Fn', 'Token', 'Effect', 'PolicyStatement', body)(
    found,
    Aws,
    Fn,
    Token,
    { ALLOW: 'Allow', DENY: 'Deny' },
    PolicyStatement,
  );
  return Object.fromEntries(
    Object.entries(found).map(([name, make]) => [name, policyOf(make(given).map(({ props }) => props))]),
  );
}

interface CdkStatement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: JsonObject;
}

function policyOf(statements: readonly CdkStatement[]): Json {
  return {
    Version: '2012-10-17',
    Statement: statements.map(({ effect, actions, resources, conditions }) => ({
      Effect: effect,
      Action: actions,
      Resource: resources,
      ...(conditions === undefined ? {} : { Condition: conditions }),
    })),
  };
}

function objectAt(json: JsonObject, key: string): JsonObject {
  const value = own(json, key);
  return isObject(value) ? value : {};
}

function listOf(json: Json | undefined): readonly Json[] {
  return isArray(json) ? json : [];
}

function assertObject(json: Json): asserts json is JsonObject {
  if (!isObject(json)) throw new Error(`${JSON.stringify(json)} is no object`);
}
