import { isObject } from '../asl/json.ts';
import { type Format, parseAny } from '../asl/parse.ts';
import type { StatedFacts } from './fact.ts';
import { factsError, factsFrom, quotedValue } from './statedFacts.ts';

export interface FactsFileOptions {
  /** The file's name: the facts say that they come from it. */
  readonly file?: string;
  readonly format?: Format;
}

/**
 * Reads a facts file, JSON or YAML: an object from resources to their facts. docs/facts.md has the fields.
 *
 * Throws DefinitionError for what isn't such a file; its message is one line that names resource and field, and says
 * what to do.
 */
export function parseFacts(
  text: string,
  { file = 'facts', format = 'auto' }: FactsFileOptions = {},
): readonly StatedFacts[] {
  const json = parseAny(text, format, 'give resources and their facts');
  // All of it can be comments: what nobody has filled in yet.
  if (json === null) return [];
  if (!isObject(json))
    throw factsError('', `holds ${quotedValue(json)} where a facts file is an object from ARNs to facts`);
  return Object.entries(json).flatMap(([resource, entry]) => {
    if (resource === SCHEMA_FIELD) {
      if (typeof entry !== 'string')
        throw factsError(resource, `${quotedValue(entry)} is no text; write the schema's address`);
      return [];
    }
    return [{ resource, facts: factsFrom(resource, entry), source: 'file', place: file }];
  });
}

/** Names the JSON Schema of a JSON file for editors. */
export const SCHEMA_FIELD = '$schema';
