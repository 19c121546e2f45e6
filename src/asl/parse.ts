import { DefinitionError } from './error.ts';
import { isArray, isObject, type Json, type JsonObject } from './json.ts';
import { parseJson } from './jsonText.ts';
import { parseYaml } from './yamlText.ts';

/** How a definition is written; `auto` takes a text that starts with `{` for JSON and any other for YAML. */
export type Format = 'json' | 'yaml' | 'auto';

/**
 * Reads a definition's text: JSON or YAML, with or without a byte order mark, any line ends.
 *
 * Throws DefinitionError for an empty text, a syntax error, a key that stands twice in one object (JSON.parse would
 * silently drop the first), nesting past 500 levels, or a document that is no object.
 */
export function parseText(text: string, format: Format): JsonObject {
  const json = parseAny(text, format, 'give a state machine definition in JSON or YAML');
  if (!isObject(json)) {
    throw new DefinitionError({}, `holds ${kindOf(json)} where a state machine definition is an object with "States"`);
  }
  return json;
}

/** The same for a document of any kind; `advice` tells what to do about an empty one. */
export function parseAny(text: string, format: Format, advice = 'give JSON or YAML'): Json {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.trim() === '') throw new DefinitionError({}, `is empty; ${advice}`);
  return looksLikeJson(body, format) ? parseJson(body) : parseYaml(body);
}

function looksLikeJson(text: string, format: Format): boolean {
  return format === 'json' || (format === 'auto' && text.trimStart().startsWith('{'));
}

function kindOf(json: Json): string {
  if (json === null) return 'null';
  if (isArray(json)) return 'a list';
  return typeof json === 'string' ? `the text ${JSON.stringify(json.slice(0, 40))}` : `the ${typeof json} ${json}`;
}
