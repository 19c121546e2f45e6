import type { Json, JsonObject } from './json.ts';
import { bodyOf, DEFINITION_WANTED, definitionObject, looksLikeJson } from './jsonDefinition.ts';
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
  return definitionObject(parseAny(text, format, DEFINITION_WANTED));
}

/** The same for a document of any kind; `advice` tells what to do about an empty one. */
export function parseAny(text: string, format: Format, advice = 'give JSON or YAML'): Json {
  const body = bodyOf(text, advice);
  const isJson = format === 'json' || (format === 'auto' && looksLikeJson(body));
  return isJson ? parseJson(body) : parseYaml(body);
}
