import { DefinitionError } from '../../asl/error.ts';
import { isObject, type JsonObject } from '../../asl/json.ts';
import type { LineOf } from '../../asl/lines.ts';
import { parseDefinitionText } from '../../asl/parse.ts';
import type { EvaluatedResource, FilePlace } from '../resource.ts';
import { followed, markedText } from './documents.ts';
import { argumentAt, type TranslationScope } from './scope.ts';

/** The definition of an aws_sfn_state_machine. */
export interface TerraformDefinition {
  /** With references as intrinsic functions; undefined where it cannot be read. */
  readonly definition: JsonObject | undefined;
  /** Why it cannot be read, as the end of a sentence. */
  readonly reason: string;
  /** Where the argument stands. */
  readonly place: FilePlace;
  /** The line in the text that the argument has. */
  readonly lineOf: LineOf;
}

export function definitionSource(machine: EvaluatedResource, scope: TranslationScope): TerraformDefinition {
  const place = machine.places.get('definition') ?? machine.place;
  const unread = (reason: string) => ({ definition: undefined, reason, place, lineOf: () => undefined });
  const argument = argumentAt(machine, 'definition');
  if (argument === undefined) return unread('has no argument definition');
  const value = followed(argument, scope);
  if (value.kind === 'unknown') return unread(`its definition cannot be evaluated: ${value.why} (${at(value.place)})`);
  if (value.kind === 'reference') {
    const name = [value.address, ...value.path].join('.');
    return unread(`its definition is ${name}, known only after apply`);
  }
  try {
    const { text, restored } = markedText(value, scope);
    const { json, lineOf } = parseDefinitionText(text, 'auto');
    const definition = restored(json);
    return isObject(definition) ? { definition, reason: '', place, lineOf } : unread('its definition is no object');
  } catch (error) {
    if (error instanceof DefinitionError)
      return unread(`its definition ${error.message.replaceAll(/[\uE000\uE001]/g, '')}`);
    throw error;
  }
}

function at({ file, line }: FilePlace): string {
  return `${file}:${line}`;
}
