import { DefinitionError } from '../../asl/error.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import type { LineOf } from '../../asl/lines.ts';
import { parseDefinitionText } from '../../asl/parse.ts';
import { own } from '../../own.ts';
import type { Evaluated, EvaluatedResource, FilePlace } from '../resource.ts';
import { whyOpen } from './causes.ts';
import { followed, type MarkedText, markedText } from './documents.ts';
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
  if (value.kind === 'unknown' || value.kind === 'reference') return unread(`its definition ${whyOpen(value)}`);
  try {
    const marked = markedText(value, scope);
    const whole = marked.markedBy(marked.text);
    if (whole !== undefined) return unread(`its definition ${whyOpen(whole)}`);
    const { json, lineOf } = parseDefinitionText(marked.text, 'auto');
    const open = openField(json, marked);
    if (open !== undefined) return unread(`field ${open.field} of its definition ${whyOpen(open.value)}`);
    const definition = marked.restored(json);
    return isObject(definition) ? { definition, reason: '', place, lineOf } : unread('its definition is no object');
  } catch (error) {
    if (error instanceof DefinitionError)
      return unread(`its definition ${error.message.replaceAll(/[\uE000\uE001]/g, '')}`);
    throw error;
  }
}

interface OpenField {
  readonly field: string;
  readonly value: Evaluated;
}

/** The first value that is known only after apply where the language has states: without them, calls would be missed. */
function openField(workflow: Json, marked: MarkedText, above = ''): OpenField | undefined {
  const fieldsOf = (json: Json | undefined) => Object.entries(isObject(json) ? json : {});
  const openAt = (json: Json | undefined, field: string): OpenField | undefined => {
    const value = marked.markedBy(json);
    return value && { field, value };
  };
  const within = (json: Json | undefined, field: string) =>
    openAt(json, field) ?? (json === undefined ? undefined : openField(json, marked, `${field}.`));
  const states = isObject(workflow) ? own(workflow, 'States') : undefined;
  const all = openAt(states, `${above}States`);
  if (all !== undefined) return all;
  for (const [name, state] of fieldsOf(states)) {
    const field = `${above}States.${name}`;
    const whole = openAt(state, field);
    if (whole !== undefined) return whole;
    for (const [key, inner] of fieldsOf(state)) {
      if (!WORKFLOWS.has(key)) continue;
      const branches = isArray(inner)
        ? inner.map((one, index) => [one, `${key}.${index}`] as const)
        : [[inner, key] as const];
      for (const [branch, path] of branches) {
        const found = within(branch, `${field}.${path}`);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

/** The fields of a state that have states. */
const WORKFLOWS: ReadonlySet<string> = new Set(['Branches', 'Iterator', 'ItemProcessor']);
