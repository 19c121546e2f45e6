import type { FilePlace } from '../resource.ts';
import { compare, type Numeral, numeralText } from './number.ts';
import { BOOL, DYNAMIC, NULL, NUMBER, STRING, type Type } from './type.ts';

/** What an expression is while it is evaluated: typed as Terraform types it. */
export type Value =
  | { readonly kind: 'null'; readonly type: Type }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: Numeral }
  | { readonly kind: 'string'; readonly value: string }
  /** A text that is known in part. */
  | { readonly kind: 'text'; readonly parts: readonly (string | Open)[] }
  | { readonly kind: 'list' | 'set'; readonly element: Type; readonly items: readonly Value[] }
  | { readonly kind: 'tuple'; readonly items: readonly Value[] }
  /** The keys are sorted. */
  | { readonly kind: 'map'; readonly element: Type; readonly entries: ReadonlyMap<string, Value> }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Value> }
  | Open;

/** What only an apply tells, or nothing here. */
export type Open =
  | {
      readonly kind: 'reference';
      readonly address: string;
      readonly path: readonly (string | number)[];
      readonly place: FilePlace;
      readonly type: Type;
    }
  | {
      readonly kind: 'unknown';
      readonly expression: string;
      readonly why: string;
      readonly place: FilePlace;
      readonly type: Type;
      /** Terraform, too, refuses the expression: `try` takes the next one. */
      readonly refused: boolean;
    };

export type Sequence = Extract<Value, { readonly items: readonly Value[] }>;
export type Mapping = Extract<Value, { readonly entries: ReadonlyMap<string, Value> }>;

/** Evaluation takes too much: `why` says what of. */
export class EvaluationLimit extends Error {}

const MAX_SIZE = 100_000;
const MAX_DEPTH = 200;
const MAX_TEXT = 4_000_000;
/** So many characters count as one value. */
const CHARACTERS = 64;

export const NOTHING: Value = { kind: 'null', type: NULL };

export function bool(value: boolean): Value {
  return { kind: 'bool', value };
}

export function number(value: Numeral): Value {
  return { kind: 'number', value };
}

/** A text, in Unicode's form NFC as Terraform has all texts. */
export function string(value: string): Value {
  if (value.length > MAX_TEXT) throw new EvaluationLimit(`the text is longer than ${MAX_TEXT} characters`);
  return { kind: 'string', value: value.normalize('NFC') };
}

/** Refuses a length before something of it is made. */
export function checkLength(length: number): void {
  if (length > MAX_TEXT) throw new EvaluationLimit(`the text is longer than ${MAX_TEXT} characters`);
}

/** A text of known and open parts: a string where all are known. */
export function text(parts: readonly (string | Value)[]): Value {
  const merged: (string | Open)[] = [];
  let length = 0;
  for (const part of parts.flatMap(partsOf)) {
    const last = merged.at(-1);
    if (typeof part !== 'string') merged.push(part);
    else if (typeof last === 'string') merged[merged.length - 1] = last + part;
    else if (part !== '') merged.push(part);
    length += typeof part === 'string' ? part.length : CHARACTERS;
    checkLength(length);
  }
  const [only = '', ...others] = merged;
  if (others.length === 0 && typeof only === 'string') return string(only);
  return { kind: 'text', parts: merged };
}

function partsOf(part: string | Value): readonly (string | Open)[] {
  if (typeof part === 'string') return [part];
  if (part.kind === 'text') return part.parts;
  return isOpen(part) ? [part] : [primitiveText(part) ?? ''];
}

/** What a primitive is as a text: 1.5, true. */
export function primitiveText(value: Value): string | undefined {
  if (value.kind === 'string') return value.value;
  if (value.kind === 'bool') return String(value.value);
  return value.kind === 'number' ? numeralText(value.value) : undefined;
}

export function tuple(items: readonly Value[]): Value {
  return limited({ kind: 'tuple', items });
}

export function list(element: Type, items: readonly Value[]): Value {
  return limited({ kind: 'list', element, items });
}

/** A set: each value once, in Terraform's order. */
export function set(element: Type, items: readonly Value[]): Value {
  const distinct = new Map(items.map((item) => [keyOf(item), item]));
  const sorted = [...distinct.values()];
  if (sorted.every((item) => item.kind === 'string' || item.kind === 'number' || item.kind === 'bool')) {
    sorted.sort(comparePrimitives);
  }
  return limited({ kind: 'set', element, items: sorted });
}

export function object(entries: Iterable<readonly [string, Value]>): Value {
  return limited({ kind: 'object', entries: sortedEntries(entries) });
}

export function map(element: Type, entries: Iterable<readonly [string, Value]>): Value {
  return limited({ kind: 'map', element, entries: sortedEntries(entries) });
}

/** The last of two entries of a name counts. */
function sortedEntries(entries: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value> {
  return new Map([...new Map(entries)].sort(([a], [b]) => compareTexts(a, b)));
}

/** By code points, as bytes of UTF-8 compare. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what isn't ASCII
  const isPlain = !/[^\u0000-\u007f]/.test(a + b);
  return isPlain ? (a < b ? -1 : 1) : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function comparePrimitives(a: Value, b: Value): number {
  if (a.kind === 'number' && b.kind === 'number') return compare(a.value, b.value);
  return compareTexts(primitiveText(a) ?? '', primitiveText(b) ?? '');
}

export function isOpen(value: Value): value is Open {
  return value.kind === 'reference' || value.kind === 'unknown';
}

export function isSequence(value: Value): value is Sequence {
  return value.kind === 'list' || value.kind === 'set' || value.kind === 'tuple';
}

export function isMapping(value: Value): value is Mapping {
  return value.kind === 'map' || value.kind === 'object';
}

/** Whatever nobody evaluates: `why` is the end of a sentence. */
export function unknown(
  source: { readonly place: FilePlace; readonly text: string },
  why: string,
  type: Type = DYNAMIC,
): Open {
  return { kind: 'unknown', expression: shortened(source.text), why, place: source.place, type, refused: false };
}

/** What Terraform refuses as well. */
export function refused(source: { readonly place: FilePlace; readonly text: string }, why: string): Open {
  return { ...unknown(source, why), kind: 'unknown', expression: shortened(source.text), why, refused: true };
}

function shortened(expression: string): string {
  const line = expression.replaceAll(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
}

const SIZES = new WeakMap<Value, number>();
const DEPTHS = new WeakMap<Value, number>();
const OPENS = new WeakMap<Value, Open | 'none'>();
const TYPES = new WeakMap<Value, Type>();

function limited(value: Value): Value {
  if (sizeOf(value) > MAX_SIZE) throw new EvaluationLimit(`it has more than ${MAX_SIZE} values`);
  let depth = 0;
  for (const item of inside(value)) depth = Math.max(depth, DEPTHS.get(item) ?? 0);
  if (depth >= MAX_DEPTH) throw new EvaluationLimit(`its values nest deeper than ${MAX_DEPTH}`);
  DEPTHS.set(value, depth + 1);
  return value;
}

function inside(value: Value): Iterable<Value> {
  if (isSequence(value)) return value.items;
  return isMapping(value) ? value.entries.values() : [];
}

/** How many values it has: a value that stands twice counts twice. */
export function sizeOf(value: Value): number {
  if (value.kind === 'string') return 1 + value.value.length / CHARACTERS;
  if (value.kind === 'text') {
    return value.parts.reduce((sum, part) => sum + 1 + (typeof part === 'string' ? part.length / CHARACTERS : 0), 0);
  }
  if (!isSequence(value) && !isMapping(value)) return 1;
  const seen = SIZES.get(value);
  if (seen !== undefined) return seen;
  let size = 1;
  for (const item of inside(value)) size += sizeOf(item);
  SIZES.set(value, size);
  return size;
}

/** The first thing in it that isn't known; undefined where all is. */
export function openIn(value: Value): Open | undefined {
  if (isOpen(value)) return value;
  if (value.kind === 'text') return value.parts.find((part) => typeof part !== 'string');
  if (!isSequence(value) && !isMapping(value)) return undefined;
  const seen = OPENS.get(value);
  if (seen !== undefined) return seen === 'none' ? undefined : seen;
  let found: Open | undefined;
  for (const item of inside(value)) found ??= openIn(item);
  OPENS.set(value, found ?? 'none');
  return found;
}

export function typeOf(value: Value): Type {
  switch (value.kind) {
    case 'string':
    case 'text':
      return STRING;
    case 'number':
      return NUMBER;
    case 'bool':
      return BOOL;
    case 'list':
    case 'set':
    case 'map':
      return { kind: value.kind, element: value.element };
    case 'tuple':
    case 'object': {
      const seen = TYPES.get(value);
      if (seen) return seen;
      const type: Type =
        value.kind === 'tuple'
          ? { kind: 'tuple', elements: value.items.map(typeOf) }
          : { kind: 'object', attributes: new Map([...value.entries].map(([name, one]) => [name, typeOf(one)])) };
      TYPES.set(value, type);
      return type;
    }
    default:
      return value.type;
  }
}

/** Equal for equal values of one type; two open values are equal only where they are the same attribute. */
export function keyOf(value: Value): string {
  if (value.kind === 'reference') return `reference ${JSON.stringify([value.address, value.path])}`;
  if (value.kind === 'unknown') return `unknown ${value.place.file}:${value.place.line} ${value.expression}`;
  if (value.kind === 'null') return 'null';
  if (value.kind === 'text') {
    return `text ${value.parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : keyOf(part))).join(' ')}`;
  }
  if (isSequence(value)) return `[${value.items.map(keyOf).join(',')}]`;
  if (isMapping(value)) {
    return `{${[...value.entries].map(([name, one]) => `${JSON.stringify(name)}:${keyOf(one)}`).join(',')}}`;
  }
  return `${value.kind} ${JSON.stringify(primitiveText(value))}`;
}

/** The items in Terraform's order; undefined where that isn't known: of sets of structures. */
export function orderedItems(value: Sequence): readonly Value[] | undefined {
  if (value.kind !== 'set' || value.items.length < 2) return value.items;
  return value.element.kind === 'string' || value.element.kind === 'number' || value.element.kind === 'bool'
    ? value.items
    : undefined;
}
