import type { Json } from '../../asl/json.ts';
import type { Cause } from './cause.ts';
import type { PersistentMap } from './persistentMap.ts';

/**
 * Everything that a value can be, over all executions, as far as the definition says:
 *
 * - `known`: exactly this JSON value. A text in it may still contain `${Placeholders}` for CloudFormation;
 * - `text`: a text of which only parts are known, such as `orders-` and a hole;
 * - `object`: each field is a value of its own; `rest` is what any other field can be, `absent` if there are no others;
 * - `array`: a known number of items, each a value of its own;
 * - `list`: any number of items, each of which can be `item`;
 * - `either`: one of several values;
 * - `absent`: there is no value (JSONata's undefined);
 * - `unknown`: any value at all, or none.
 *
 * A Possible always covers what a run can produce, except runs that fail before the value is used.
 */
export type Possible = Single | Either;

/** A Possible that isn't a choice between several. */
export type Single = Known | Text | PartObject | PartArray | List | Absent | Unknown;

export interface Known {
  readonly kind: 'known';
  readonly json: Json;
  /** JSON Pointer of the state that set it; undefined for a literal in place. */
  readonly setBy?: string;
}

export interface Text {
  readonly kind: 'text';
  /** Known parts and holes alternate: never two texts or two holes in a row, no empty text, at least one hole. */
  readonly parts: readonly TextPart[];
}

/** A known part of a text, or a hole, which is decided at run time. */
export type TextPart = string | Unknown;

export interface PartObject {
  readonly kind: 'object';
  readonly fields: PersistentMap<Possible>;
  readonly rest: Absent | Unknown;
  /** How many values it is made of. */
  readonly weight: number;
  /** True if a field's name contains a placeholder: its real name is unknown before the deployment. */
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
  /** What stopped the evaluation, if it isn't the expression itself. */
  readonly cause?: Cause;
}

/** The only absent value. */
export const ABSENT: Absent = { kind: 'absent' };

/** The alternatives of a value; the value itself if it has none. */
export function optionsOf(value: Possible): readonly Single[] {
  return value.kind === 'either' ? value.options : [value];
}
