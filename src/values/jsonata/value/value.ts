import type { Json } from '../../../asl/json.ts';
import { known, unknownValue } from '../../domain/construct.ts';
import { ABSENT, type Absent, type Single, type Unknown } from '../../domain/possible.ts';

/**
 * What a part of an expression can give: the alternatives of a Possible, each of one of the domain's kinds or of three
 * that exist only while an expression is evaluated. No alternatives: the expression always fails. An unknown
 * alternative covers all others and stands alone.
 */
export type Alternatives = readonly Item[];

/**
 * The three aren't kinds of the domain because no state passes them on: an array that becomes its item if it has only
 * one, an object that contains such arrays, and a function.
 */
export type Item = Single | Sequence | BuiltObject | FunctionValue;

/** An array that the expression builds. */
export interface Sequence {
  readonly kind: 'sequence';
  readonly parts: readonly Part[];
  readonly form: ArrayForm;
  /** Built by a constructor in a path, which doesn't flatten it. */
  readonly constructed: boolean;
  readonly weight: number;
}

/** One item, or any number of items, each of which can be this value. */
export interface Part {
  readonly many: boolean;
  readonly value: Alternatives;
}

/**
 * - `plain`: an array like those of the data;
 * - `sequence`: the result of a path, which becomes its item if it has only one;
 * - `kept`: such a result that `[]` keeps as an array;
 * - `open`: one of these, depending on the number of items.
 */
export type ArrayForm = 'plain' | 'sequence' | 'kept' | 'open';

/** An object that the expression builds. */
export interface BuiltObject {
  readonly kind: 'builtObject';
  readonly fields: ReadonlyMap<string, Alternatives>;
  readonly rest: Absent | Unknown;
  readonly weight: number;
}

export type FunctionValue = NamedFunction | Lambda | PartialFunction | Chain | Thunk | Matcher;

/** A function of JSONata or of Step Functions, by its name. */
export interface NamedFunction {
  readonly kind: 'function';
  readonly of: 'builtin';
  readonly name: string;
}

/** A function that the expression defines. */
export interface Lambda {
  readonly kind: 'function';
  readonly of: 'lambda';
  /** How many parameters it has. */
  readonly arity: number;
  readonly apply: (args: readonly Alternatives[]) => Alternatives;
}

/** A function with some of its arguments; `undefined` for the missing ones. */
export interface PartialFunction {
  readonly kind: 'function';
  readonly of: 'partial';
  readonly func: FunctionValue;
  readonly args: readonly (Alternatives | undefined)[];
}

/** The composition of two functions, as `$a ~> $b` makes it. */
export interface Chain {
  readonly kind: 'function';
  readonly of: 'chain';
  readonly first: FunctionValue;
  readonly second: FunctionValue;
}

/** A call at the end of a function, to be made once the function is left. */
export interface Thunk {
  readonly kind: 'function';
  readonly of: 'thunk';
  readonly resume: () => Alternatives;
}

/** A regular expression. */
export interface Matcher {
  readonly kind: 'function';
  readonly of: 'matcher';
  readonly source: string;
  readonly flags: string;
}

/** No value at all: JSONata’s undefined. */
export const NO_VALUE: Alternatives = [ABSENT];
export const FAILS: Alternatives = [];
export const EITHER_BOOLEAN: Alternatives = [known(true), known(false)];

/** An unknown value; `reason` says what the evaluator doesn't follow. */
export function gaveUp(reason: string): Unknown {
  return unknownValue('', { state: '', reason });
}

export function constantValue(json: Json | undefined): Alternatives {
  return json === undefined ? NO_VALUE : [known(json)];
}

/** A value with more parts isn't followed. */
const MAX_WEIGHT = 4096;

export function sequenceOf(parts: readonly Part[], form: ArrayForm, constructed = false): Sequence | Unknown {
  let weight = 1;
  for (const part of parts) weight += weightOf(part.value);
  return weight > MAX_WEIGHT ? TOO_LARGE : { kind: 'sequence', parts, form, constructed, weight };
}

export function builtObject(
  fields: ReadonlyMap<string, Alternatives>,
  rest: Absent | Unknown = ABSENT,
): BuiltObject | Unknown {
  let weight = 1;
  for (const field of fields.values()) weight += weightOf(field);
  return weight > MAX_WEIGHT ? TOO_LARGE : { kind: 'builtObject', fields, rest, weight };
}

const TOO_LARGE = gaveUp('a value too large to follow');

function weightOf(value: Alternatives): number {
  let weight = 0;
  for (const item of value) weight += 'weight' in item ? item.weight : 1;
  return weight;
}
