import { DefinitionError, placeOf } from './error.ts';
import { isArray, isObject, type Json, type JsonObject } from './json.ts';
import type { QueryLanguage } from './workflow.ts';

/**
 * The query language of a state machine, an inner workflow or a state: its own `QueryLanguage`, otherwise `inherited`.
 * `state` and `path` are those of placeOf.
 *
 * Throws DefinitionError for an unknown language.
 */
export function queryLanguageOf(
  json: JsonObject,
  inherited: QueryLanguage,
  state: string,
  path: string,
): QueryLanguage {
  const language = json['QueryLanguage'];
  if (language === undefined) return inherited;
  if (language === 'JSONPath' || language === 'JSONata') return language;
  const problem = `is ${JSON.stringify(language)}; it must be "JSONPath" or "JSONata"`;
  throw new DefinitionError(placeOf(state, path, 'QueryLanguage'), problem);
}

const JSONATA_FIELDS = /^(?:Arguments|Condition|Items|Output)$/;
const JSONPATH_FIELDS = /\.\$$|Path$|^(?:And|Not|Or|Parameters|Result|ResultSelector|Variable)$/;
const INNER = ['Branches', 'ItemProcessor', 'Iterator'];

/**
 * The language that the fields of a state are written in; undefined if they mean the same in both. It decides inside a
 * Parallel or Map whose language differs from the state machine's: the page says that a state without QueryLanguage has
 * the machine's, but an interpreter could use that of the enclosing state. AWS refuses fields of the wrong language.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#querylanguage-field
 */
export function languageWritten(json: Json): QueryLanguage | undefined {
  if (typeof json === 'string') return json.startsWith('{%') ? 'JSONata' : undefined;
  if (isArray(json)) return json.map(languageWritten).find((language) => language !== undefined);
  if (!isObject(json)) return undefined;
  for (const [name, value] of Object.entries(json)) {
    if (INNER.includes(name)) continue;
    if (JSONATA_FIELDS.test(name)) return 'JSONata';
    if (JSONPATH_FIELDS.test(name)) return 'JSONPath';
    const language = languageWritten(value);
    if (language !== undefined) return language;
  }
  return undefined;
}
