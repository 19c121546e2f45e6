import type { Cause } from './cause.ts';

/**
 * What is known, before any execution, of a value that a state passes on, where its alternatives fall in one way.
 *
 * - `known`: a number, a boolean, null, or a text, which may still hold `${Placeholders}` for CloudFormation;
 * - `object`, `array`: known in shape; each part is a value of its own;
 * - `absent`: the field is not there;
 * - `unknown`: only a run tells; `expression` is the text of the definition that says so. Where it is certainly a text
 *   of which parts are known, `parts` has them.
 */
export type Value =
  | {
      readonly kind: 'known';
      readonly json: string | number | boolean | null;
      /** Where an expression gives it; undefined where the definition says it there. */
      readonly resolved?: Resolved;
    }
  | ObjectValue
  | { readonly kind: 'array'; readonly items: readonly Value[] }
  | { readonly kind: 'absent' }
  | Unknown;

/** The expression that a value was read by, and the state that set it. */
export interface Resolved {
  readonly expression: string;
  readonly setBy: string;
}

export interface ObjectValue {
  readonly kind: 'object';
  /** The value of one field; `absent` where the object does not have it. */
  readonly field: (name: string) => Value;
  /** The names of the fields that it has. */
  readonly names: () => readonly string[];
  /** What fields with other names can be, where it may have such. */
  readonly others?: Unknown;
}

export interface Unknown {
  readonly kind: 'unknown';
  readonly expression: string;
  readonly cause?: Cause;
  /** Known parts and holes in turn, of a text that is known in part. */
  readonly parts?: readonly (string | Hole)[];
  /** True where there may be no value either. */
  readonly maybeAbsent?: true;
}

export interface Hole {
  readonly expression: string;
  readonly cause?: Cause;
}

export const ABSENT: Value = { kind: 'absent' };

/** The value at a path of fields, such as `Overrides.TaskRoleArn`. What lies below an unknown value is unknown. */
export function at(value: Value, path: string): Value {
  if (!path.includes('.')) return fieldOf(value, path);
  let current = value;
  for (const name of path.split('.')) {
    current = fieldOf(current, name);
  }
  return current;
}

function fieldOf(value: Value, name: string): Value {
  if (value.kind === 'object') return value.field(name);
  return value.kind === 'unknown' ? value : ABSENT;
}

/**
 * The elements of a list field: an empty list where the field is absent, one unknown element where the list itself is
 * unknown, so that whoever walks it neither misses nor invents a case.
 */
export function itemsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'array':
      return value.items;
    case 'unknown':
      return [value];
    case 'absent':
      return [];
    case 'known':
    case 'object':
      // A single element where AWS wants a list is refused by AWS; taking it as the list's only element loses nothing.
      return [value];
  }
}

/** The known text of a value; undefined for anything else. */
export function knownText(value: Value): string | undefined {
  return value.kind === 'known' && typeof value.json === 'string' ? value.json : undefined;
}

/** False only where the value is certainly not there, or certainly empty: `[]`, `""`, `false` or null. */
export function mayBePresent(value: Value): boolean {
  switch (value.kind) {
    case 'absent':
      return false;
    case 'known':
      return value.json !== null && value.json !== '' && value.json !== false;
    case 'array':
      return value.items.length > 0;
    case 'object':
    case 'unknown':
      return true;
  }
}
