import { DefinitionError } from '../asl/error.ts';
import { isObject, type Json, type JsonObject } from '../asl/json.ts';
import { bodyOf } from '../asl/jsonDefinition.ts';
import { jsonLines } from '../asl/jsonLines.ts';
import { parseJsonDocument } from '../asl/jsonText.ts';
import type { DuplicateKey } from '../asl/limits.ts';
import type { LineOf } from '../asl/lines.ts';
import type { Format } from '../asl/parse.ts';
import { parseYamlDocument } from '../asl/yamlText.ts';
import { own } from '../own.ts';
import type { Dialect } from './dialect.ts';
import { NAMES_UNDER, TEMPLATE_TAGS } from './tags.ts';

/** A CloudFormation or SAM template, with short tags in their long forms. */
export interface Template {
  readonly json: JsonObject;
  readonly resources: Readonly<Record<string, JsonObject>>;
  /** The line of a key in the template, such as `['Resources', 'Orders']`. */
  readonly lineOf: LineOf;
  /** The first line of a text that is written as a block of YAML, such as a definition. */
  readonly blockLineOf: LineOf;
  /**
   * Keys that stand twice in an object: CloudFormation and SAM accept them, and the last one counts.
   *
   * Source: https://github.com/aws-cloudformation/cfn-lint/issues/35 and
   * https://github.com/go-to-k/cdk-real-drift/pull/1133 (what ValidateTemplate and GetTemplateSummary answer)
   */
  readonly duplicates: readonly DuplicateKey[];
  /** For a template that was made of another tool's files; otherwise CloudFormation's. */
  readonly dialect?: Dialect;
}

/**
 * Reads a template's text: JSON, or YAML with CloudFormation's short tags.
 *
 * Throws DefinitionError for a syntax error, an unknown tag, or a document that isn't a template.
 */
export function readTemplate(text: string, format: Format = 'auto'): Template {
  const template = readStackTemplate(text, format);
  if (isTemplate(template.json)) return template;
  throw new DefinitionError({}, 'is no CloudFormation or SAM template: it has no object "Resources"');
}

/** The same for a stack of a CDK app, which is written without "Resources" where it has none. */
export function readStackTemplate(text: string, format: Format = 'auto'): Template {
  const body = bodyOf(text, 'give a CloudFormation or SAM template');
  const { json, ...places } = parse(body, format);
  if (!isObject(json)) throw new DefinitionError({}, 'is no CloudFormation or SAM template: it is no object');
  const resources = own(json, 'Resources');
  const entries = Object.entries(isObject(resources) ? resources : {});
  return {
    json,
    resources: Object.fromEntries(entries.flatMap(([id, value]) => (isObject(value) ? [[id, value] as const] : []))),
    ...places,
  };
}

type Snippet = Pick<Template, 'blockLineOf' | 'duplicates' | 'lineOf'> & { readonly json: Json };

/** Reads a piece of a template, such as AWS::Include inserts: any value. */
export function readSnippet(text: string, format: Format = 'auto'): Snippet {
  return parse(bodyOf(text, 'give JSON or YAML'), format);
}

/** True for a template, false for a state machine's definition. */
export function isTemplate(json: JsonObject): boolean {
  return isObject(own(json, 'Resources')) && own(json, 'States') === undefined;
}

/** The section of this name, such as `Parameters`; empty if there is none. */
export function section({ json }: Template, name: string): JsonObject {
  const value = own(json, name);
  return isObject(value) ? value : {};
}

export function resourceTypeOf(resource: JsonObject): string {
  const type = own(resource, 'Type');
  return typeof type === 'string' ? type : '';
}

export function propertiesOf(resource: JsonObject): JsonObject {
  const properties = own(resource, 'Properties');
  return isObject(properties) ? properties : {};
}

function parse(text: string, format: Format): Snippet {
  if (format === 'json' || (format === 'auto' && text.trimStart().startsWith('{'))) {
    return { ...parseJsonDocument(text), lineOf: jsonLines(text), blockLineOf: () => undefined };
  }
  return parseYamlDocument(text, {
    customTags: TEMPLATE_TAGS,
    version: '1.1',
    namesUnder: NAMES_UNDER,
    duplicates: 'last',
  });
}
