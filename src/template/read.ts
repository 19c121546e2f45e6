import { DefinitionError } from '../asl/error.ts';
import { isObject, type Json, type JsonObject } from '../asl/json.ts';
import { parseJson } from '../asl/jsonText.ts';
import type { Format } from '../asl/parse.ts';
import { parseYamlDocument } from '../asl/yamlText.ts';
import { own } from '../own.ts';
import { TEMPLATE_TAGS } from './tags.ts';

/** A CloudFormation or SAM template, with short tags in their long forms. */
export interface Template {
  readonly json: JsonObject;
  readonly resources: Readonly<Record<string, JsonObject>>;
  /** The line of a key in the template, such as `['Resources', 'Orders']`. */
  readonly lineOf: (path: readonly string[]) => number | undefined;
}

/**
 * Reads a template's text: JSON, or YAML with CloudFormation's short tags.
 *
 * Throws DefinitionError for a syntax error, an unknown tag, a duplicate key, or a document that isn't a template.
 */
export function readTemplate(text: string, format: Format = 'auto'): Template {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.trim() === '') throw new DefinitionError({}, 'is empty; give a CloudFormation or SAM template');
  const { json, lineOf } = parseWithLines(body, format);
  if (!isObject(json) || !isTemplate(json)) {
    throw new DefinitionError({}, 'is no CloudFormation or SAM template: it has no object "Resources"');
  }
  const resources = own(json, 'Resources');
  const entries = Object.entries(isObject(resources) ? resources : {});
  return {
    json,
    resources: Object.fromEntries(entries.flatMap(([id, value]) => (isObject(value) ? [[id, value] as const] : []))),
    lineOf,
  };
}

/** Reads a piece of a template, such as AWS::Include inserts: any value. */
export function readSnippet(text: string, format: Format = 'auto'): Json {
  return parseWithLines(text, format).json;
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

/** Parses JSON or YAML and knows the lines of its keys. */
export function parseWithLines(
  text: string,
  format: Format,
): { readonly json: Json; readonly lineOf: Template['lineOf'] } {
  if (format === 'json' || (format === 'auto' && text.trimStart().startsWith('{'))) {
    return { json: parseJson(text), lineOf: (path) => lineInJson(text, path) };
  }
  return parseYamlDocument(text, { customTags: TEMPLATE_TAGS, merge: true, repeats: true });
}

/** Synthesized templates have megabytes of JSON: scanning for one key is much cheaper than parsing with positions. */
function lineInJson(text: string, path: readonly string[]): number | undefined {
  const levels: { key: string; list: boolean }[] = [];
  let key: { readonly text: string; readonly offset: number } | undefined;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') levels.push({ key: '0', list: token === '[' });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && level?.list) level.key = String(Number(level.key) + 1);
    else if (token === ':' && level && key) {
      level.key = key.text;
      if (levels.length === path.length && levels.every((each, i) => each.key === path[i])) {
        return text.slice(0, key.offset).split('\n').length;
      }
    } else if (token.startsWith('"')) key = { text: String(JSON.parse(token)), offset: index };
  }
  return undefined;
}
