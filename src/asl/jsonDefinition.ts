import { DefinitionError } from './error.ts';
import { isArray, isObject, type Json, type JsonObject } from './json.ts';
import { parseJson } from './jsonText.ts';

/**
 * Definitions in JSON, read without YAML's parser, which the deployed functions seldom need: Step Functions itself answers
 * with JSON alone.
 */

/** Whether a text of either language is read as JSON: it starts with `{`. */
export function looksLikeJson(text: string): boolean {
  return withoutMark(text).trimStart().startsWith('{');
}

/** As `parseText`, for JSON; throws the same. */
export function parseJsonDefinition(text: string): JsonObject {
  return definitionObject(parseJson(bodyOf(text, DEFINITION_WANTED)));
}

/** What a person is told to give where a definition's text is empty. */
export const DEFINITION_WANTED = 'give a state machine definition in JSON or YAML';

/** A text without its byte order mark. Throws DefinitionError with the advice for an empty one. */
export function bodyOf(text: string, advice: string): string {
  const body = withoutMark(text);
  if (body.trim() === '') throw new DefinitionError({}, `is empty; ${advice}`);
  return body;
}

/** Throws DefinitionError for what is no object. */
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
