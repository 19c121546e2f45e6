import type { JsonObject } from './asl/json.ts';
import { type Format, parseText } from './asl/parse.ts';

/**
 * Reads a definition's text: JSON or YAML.
 *
 * Throws DefinitionError for an empty text, a syntax error, a key that stands twice in one object, nesting past 500
 * levels, or a document that is no object.
 */
export function parseDefinition(text: string, format: Format = 'auto'): JsonObject {
  return parseText(text, format);
}
