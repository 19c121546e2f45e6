import { ABSENT, type Absent, type Known, type TextPart, type Unknown } from './possible.ts';

/**
 * What a table sees of an argument: a view of everything that it can be (Possible) under one assignment. It shows the
 * alternative that the assignment chooses, and one item or none of a list of unknown length; known values are taken
 * apart down to their scalars.
 */
export type Value = KnownValue | ObjectValue | ArrayValue | Absent | UnknownValue;

/** A number, a boolean, null, or a text, which may still contain `${Placeholders}` for CloudFormation. */
export interface KnownValue extends Known {
  readonly json: string | number | boolean | null;
  /** The expression that gives the value that `setBy` set; undefined for a literal. */
  readonly expression?: string;
}

export interface ObjectValue {
  readonly kind: 'object';
  /** The value of one field; `absent` if the object doesn't have it. */
  readonly field: (name: string) => Value;
  /** The names of the fields that it has. */
  readonly names: () => readonly string[];
  /** What fields with other names can be, if it may have any. */
  readonly others?: UnknownValue;
}

export interface ArrayValue {
  readonly kind: 'array';
  readonly items: readonly Value[];
}

/** A value that is decided at run time: `expression` is the text of the definition that stands for it. */
export interface UnknownValue extends Unknown {
  /** The alternating known parts and holes of a partly known text. */
  readonly parts?: readonly TextPart[];
  /** True if the value may also be absent. */
  readonly maybeAbsent?: true;
}

/** The value at a path of fields, such as `Overrides.TaskRoleArn`. Everything below an unknown value is unknown. */
export function at(value: Value, path: string): Value {
  if (!path.includes('.')) return fieldOf(value, path);
  let current = value;
  for (const name of stepsOf(path)) {
    current = fieldOf(current, name);
  }
  return current;
}

const steps = new Map<string, readonly string[]>();

/** Paths stand in the tables, so there are only so many. */
function stepsOf(path: string): readonly string[] {
  let known = steps.get(path);
  if (known === undefined) steps.set(path, (known = path.split('.')));
  return known;
}

function fieldOf(value: Value, name: string): Value {
  if (value.kind === 'object') return value.field(name);
  return value.kind === 'unknown' ? value : ABSENT;
}

/**
 * The elements of a list field: none if the field is absent, one unknown element if the list itself is unknown. So a
 * caller that walks them neither misses nor invents a case.
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
      // AWS refuses a single element in place of a list; taking it as the list's only element loses nothing.
      return [value];
  }
}

/** The known text of a value; undefined for anything else. */
export function knownText(value: Value): string | undefined {
  return value.kind === 'known' && typeof value.json === 'string' ? value.json : undefined;
}

/** False only if the value is certainly absent or empty: `[]`, `""`, `false` or null. */
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

/** True only if the value is certainly present and not empty. */
export function isPresent(value: Value): boolean {
  return mayBePresent(value) && !(value.kind === 'unknown' && value.maybeAbsent === true);
}

/** The same at a path of fields: what lies in an unknown value may be absent. */
export function isPresentAt(value: Value, path: string): boolean {
  const names = stepsOf(path);
  let current = value;
  for (const name of names) {
    if (current.kind === 'unknown') return false;
    current = fieldOf(current, name);
  }
  return isPresent(current);
}
