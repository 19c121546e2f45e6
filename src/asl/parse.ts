import type { Json, JsonObject } from './json.ts';
import { bodyOf, DEFINITION_WANTED, definitionObject, looksLikeJson } from './jsonDefinition.ts';
import { parseJson } from './jsonText.ts';
import { parseYaml } from './yamlText.ts';

/** How a definition is written; `auto` treats a text that starts with `{` as JSON and any other as YAML. */
export type Format = 'json' | 'yaml' | 'auto';

/**
 * Parses a definition: JSON or YAML, with or without a byte order mark, with any line endings.
 *
 * Throws DefinitionError for an empty text, a syntax error, a duplicate key in an object (JSON.parse would silently
 * drop the first), nesting beyond 500 levels, or a document that isn't an object.
 */
export function parseText(text: string, format: Format): JsonObject {
  return definitionObject(parseAny(text, format, DEFINITION_WANTED));
}

/** The same for any kind of document; `advice` says what to do about an empty one. */
export function parseAny(text: string, format: Format, advice = 'give JSON or YAML'): Json {
  const body = bodyOf(text, advice);
  const isJson = format === 'json' || (format === 'auto' && looksLikeJson(body));
  return isJson ? parseJson(body) : parseYaml(body);
}
