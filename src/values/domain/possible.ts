import type { Json } from '../../asl/json.ts';
import type { Cause } from './cause.ts';
import type { PersistentMap } from './persistentMap.ts';

/**
 * Everything that a value can be, over all executions, as far as the definition tells:
 *
 * - `known`: this JSON value and no other. A text in it may still hold `${Placeholders}` for CloudFormation;
 * - `text`: a text of which only parts are known, such as `orders-` and a hole;
 * - `object`: its fields are values of their own; `rest` says what a field can be that is not among them, `absent` for
 *   an object that has no others;
 * - `array`: so many items, each a value of its own;
 * - `list`: any number of items, each of which can be `item`;
 * - `either`: one of several values;
 * - `absent`: there is no value (JSONata's undefined);
 * - `unknown`: any value at all, or none.
 *
 * A Possible always covers what a run can produce, except runs that fail before the value is used.
 */
export type Possible = Single | Either;

/** A Possible that is no choice between several. */
export type Single = Known | Text | PartObject | PartArray | List | Absent | Unknown;

export interface Known {
  readonly kind: 'known';
  readonly json: Json;
  /** JSON Pointer of the state that set it; undefined for a literal where it stands. */
  readonly setBy?: string;
}

export interface Text {
  readonly kind: 'text';
  /** Known parts and holes in turn: never two texts in a row, nor two holes, nor an empty text; one hole or more. */
  readonly parts: readonly TextPart[];
}

/** A known part of a text, or a hole: what only a run tells. */
export type TextPart = string | Unknown;

export interface PartObject {
  readonly kind: 'object';
  readonly fields: PersistentMap<Possible>;
  readonly rest: Absent | Unknown;
  /** How many values it is made of. */
  readonly weight: number;
  /** True where a field's name holds a placeholder: what it will be called is not known before the deployment. */
  readonly hasPlaceholderNames: boolean;
}

export interface PartArray {
  readonly kind: 'array';
  readonly items: readonly Possible[];
  readonly weight: number;
}

export interface List {
  readonly kind: 'list';
  readonly item: Possible;
  readonly weight: number;
}

export interface Either {
  readonly kind: 'either';
  /** Two or more, no two the same. */
  readonly options: readonly Single[];
}

export interface Absent {
  readonly kind: 'absent';
}

export interface Unknown {
  readonly kind: 'unknown';
  /** The text of the definition that stands for it, such as `$.tenant`. */
  readonly expression: string;
  /** What stopped the evaluation, where that is not the expression itself. */
  readonly cause?: Cause;
}

/** The one value that is absent. */
export const ABSENT: Absent = { kind: 'absent' };

/** The alternatives of a value: itself where it is none. */
export function optionsOf(value: Possible): readonly Single[] {
  return value.kind === 'either' ? value.options : [value];
}
