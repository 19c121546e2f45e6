import { DefinitionError } from './error.ts';
import { isArray, isObject, type Json, type JsonObject } from './json.ts';
import { parseJson } from './jsonText.ts';

/**
 * Reads definitions in JSON without loading the YAML parser, which the deployed functions seldom need: Step Functions
 * itself always returns JSON.
 */

/** Whether a text that may be JSON or YAML is read as JSON: it starts with `{`. */
export function looksLikeJson(text: string): boolean {
  return withoutMark(text).trimStart().startsWith('{');
}

/** Like `parseText`, for JSON only; throws the same errors. */
export function parseJsonDefinition(text: string): JsonObject {
  return definitionObject(parseJson(bodyOf(text, DEFINITION_WANTED)));
}

/** The advice for an empty definition. */
export const DEFINITION_WANTED = 'give a state machine definition in JSON or YAML';

/** A text without its byte order mark. Throws DefinitionError with the advice for an empty one. */
export function bodyOf(text: string, advice: string): string {
  const body = withoutMark(text);
  if (body.trim() === '') throw new DefinitionError({}, `is empty; ${advice}`);
  return body;
}

/** Throws DefinitionError for anything but an object. */
export function definitionObject(json: Json): JsonObject {
  if (!isObject(json)) {
    throw new DefinitionError({}, `holds ${kindOf(json)} where a state machine definition is an object with "States"`);
  }
  return json;
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function kindOf(json: Json): string {
  if (json === null) return 'null';
  if (isArray(json)) return 'a list';
  return typeof json === 'string' ? `the text ${JSON.stringify(json.slice(0, 40))}` : `the ${typeof json} ${json}`;
}
