import { ABSENT, type Absent, type Known, type TextPart, type Unknown } from './possible.ts';

/**
 * What a table sees of an argument: a view of all that it can be (Possible) under one assignment. Of alternatives it
 * shows the one that the assignment chooses, of a list of unknown length one item or none; what is known is taken apart
 * down to its scalars.
 */
export type Value = KnownValue | ObjectValue | ArrayValue | Absent | UnknownValue;

/** A number, a boolean, null, or a text, which may still hold `${Placeholders}` for CloudFormation. */
export interface KnownValue extends Known {
  readonly json: string | number | boolean | null;
  /** The expression that gives it, a value that `setBy` set; undefined where the definition says it there. */
  readonly expression?: string;
}

export interface ObjectValue {
  readonly kind: 'object';
  /** The value of one field; `absent` where the object does not have it. */
  readonly field: (name: string) => Value;
  /** The names of the fields that it has. */
  readonly names: () => readonly string[];
  /** What fields with other names can be, where it may have such. */
  readonly others?: UnknownValue;
}

export interface ArrayValue {
  readonly kind: 'array';
  readonly items: readonly Value[];
}

/** What only a run tells: `expression` is the text of the definition that stands for it. */
export interface UnknownValue extends Unknown {
  /** Known parts and holes in turn, of a text that is known in part. */
  readonly parts?: readonly TextPart[];
  /** True where there may be no value either. */
  readonly maybeAbsent?: true;
}

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
