import type { Json, JsonObject } from './json.ts';
import { bodyOf, DEFINITION_WANTED, definitionObject, looksLikeJson } from './jsonDefinition.ts';
import { jsonLines } from './jsonLines.ts';
import { parseJson } from './jsonText.ts';
import type { DuplicateKey } from './limits.ts';
import type { LineOf } from './lines.ts';
import { parseYaml, parseYamlDocument } from './yamlText.ts';

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

/** A definition, and where its parts stand. */
export interface DefinitionText {
  readonly json: JsonObject;
  /** The line of what a JSON Pointer's tokens lead to. */
  readonly lineOf: LineOf;
  readonly duplicates: readonly DuplicateKey[];
}

/**
 * Parses a definition like `parseText`, except that a key may stand twice in YAML: whatever turns YAML into the JSON that
 * Step Functions takes, such as CloudFormation's handler and SAM's command line, takes the last one. What Step Functions
 * does with JSON of that kind isn't documented, so that is still an error.
 *
 * Source: `fetchS3Definition` in
 * https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-stepfunctions
 */
export function parseDefinitionText(text: string, format: Format): DefinitionText {
  const body = bodyOf(text, DEFINITION_WANTED);
  if (format === 'json' || (format === 'auto' && looksLikeJson(body))) {
    return { json: definitionObject(parseJson(body)), lineOf: jsonLines(body), duplicates: [] };
  }
  const { json, lineOf, duplicates } = parseYamlDocument(body, { duplicates: 'last' });
  return { json: definitionObject(json), lineOf, duplicates };
}
