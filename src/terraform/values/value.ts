import type { FilePlace } from '../resource.ts';
import { compare, type Numeral, numeralText } from './number.ts';
import { BOOL, DYNAMIC, NULL, NUMBER, STRING, type Type } from './type.ts';

/** What an expression is while it is evaluated: typed as Terraform types it. */
export type HclValue =
  | { readonly kind: 'null'; readonly type: Type }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: Numeral }
  | { readonly kind: 'string'; readonly value: string }
  /** A text that is known in part. */
  | { readonly kind: 'text'; readonly parts: readonly (string | Open)[] }
  | (Measured & { readonly kind: 'list' | 'set'; readonly element: Type; readonly items: readonly HclValue[] })
  | (Measured & { readonly kind: 'tuple'; readonly items: readonly HclValue[] })
  /** The keys are sorted. */
  | (Measured & { readonly kind: 'map'; readonly element: Type; readonly entries: ReadonlyMap<string, HclValue> })
  | (Measured & { readonly kind: 'object'; readonly entries: ReadonlyMap<string, HclValue> })
  | Open;

interface Measured {
  /** How many values it has: one that stands in it twice counts twice. */
  readonly size: number;
  readonly depth: number;
}

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

export type HclSequence = Extract<HclValue, { readonly items: readonly HclValue[] }>;
export type Mapping = Extract<HclValue, { readonly entries: ReadonlyMap<string, HclValue> }>;

/** Evaluation takes too much: `why` says what of. */
export class EvaluationLimit extends Error {}

const MAX_SIZE = 100_000;
const MAX_DEPTH = 200;
const MAX_TEXT = 4_000_000;
/** So many characters count as one value. */
const CHARACTERS = 64;

export const NULL_VALUE: HclValue = { kind: 'null', type: NULL };

export function bool(value: boolean): HclValue {
  return { kind: 'bool', value };
}

export function number(value: Numeral): HclValue {
  return { kind: 'number', value };
}

/** A text, in Unicode's form NFC as Terraform has all texts. */
export function string(value: string): HclValue {
  if (value.length > MAX_TEXT) throw new EvaluationLimit(`the text is longer than ${MAX_TEXT} characters`);
  return { kind: 'string', value: value.normalize('NFC') };
}

/** Refuses a length before something of it is made. */
export function checkLength(length: number): void {
  if (length > MAX_TEXT) throw new EvaluationLimit(`the text is longer than ${MAX_TEXT} characters`);
}

/** A text of known and open parts: a string where all are known. */
export function text(parts: readonly (string | HclValue)[]): HclValue {
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

function partsOf(part: string | HclValue): readonly (string | Open)[] {
  if (typeof part === 'string') return [part];
  if (part.kind === 'text') return part.parts;
  return isOpenValue(part) ? [part] : [primitiveText(part) ?? ''];
}

/** What a primitive is as a text: 1.5, true. */
export function primitiveText(value: HclValue): string | undefined {
  if (value.kind === 'string') return value.value;
  if (value.kind === 'bool') return String(value.value);
  return value.kind === 'number' ? numeralText(value.value) : undefined;
}

export function tuple(items: readonly HclValue[]): HclValue {
  return { kind: 'tuple', items, ...measure(items) };
}

export function list(element: Type, items: readonly HclValue[]): HclValue {
  return { kind: 'list', element, items, ...measure(items) };
}

/** A set: each value once, in Terraform's order. */
export function set(element: Type, items: readonly HclValue[]): HclValue {
  const distinct = new Map(items.map((item) => [keyOf(item), item]));
  const sorted = [...distinct.values()];
  if (sorted.every((item) => item.kind === 'string' || item.kind === 'number' || item.kind === 'bool')) {
    sorted.sort(comparePrimitives);
  }
  return { kind: 'set', element, items: sorted, ...measure(sorted) };
}

export function object(entries: Iterable<readonly [string, HclValue]>): HclValue {
  const sorted = sortedEntries(entries);
  return { kind: 'object', entries: sorted, ...measure(sorted.values()) };
}

export function map(element: Type, entries: Iterable<readonly [string, HclValue]>): HclValue {
  const sorted = sortedEntries(entries);
  return { kind: 'map', element, entries: sorted, ...measure(sorted.values()) };
}

/** The last of two entries of a name counts. */
function sortedEntries(entries: Iterable<readonly [string, HclValue]>): ReadonlyMap<string, HclValue> {
  return new Map([...new Map(entries)].sort(([a], [b]) => compareTexts(a, b)));
}

/** By code points, as bytes of UTF-8 compare. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what isn't ASCII
  const isPlain = !/[^\u0000-\u007f]/.test(a + b);
  return isPlain ? (a < b ? -1 : 1) : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function comparePrimitives(a: HclValue, b: HclValue): number {
  if (a.kind === 'number' && b.kind === 'number') return compare(a.value, b.value);
  return compareTexts(primitiveText(a) ?? '', primitiveText(b) ?? '');
}

export function isOpenValue(value: HclValue): value is Open {
  return value.kind === 'reference' || value.kind === 'unknown';
}

export function isSequence(value: HclValue): value is HclSequence {
  return value.kind === 'list' || value.kind === 'set' || value.kind === 'tuple';
}

export function isMapping(value: HclValue): value is Mapping {
  return value.kind === 'map' || value.kind === 'object';
}

/** Where an expression stands, and how it is written. */
interface Written {
  readonly place: FilePlace;
  readonly text: string;
}

/** Whatever nobody evaluates: `why` is the end of a sentence. */
export function unknown(source: Written, why: string, type: Type = DYNAMIC): Open {
  return { kind: 'unknown', expression: shortened(source.text), why, place: source.place, type, refused: false };
}

/** What isn't known since a part of it isn't: for the part's reason, or else this one. */
export function because(cause: HclValue | undefined, source: Written, why: string): Open {
  return cause?.kind === 'unknown' ? { ...cause, type: DYNAMIC } : unknown(source, why);
}

/** What Terraform refuses as well. */
export function refused(source: Written, why: string): Open {
  return { ...unknown(source, why), kind: 'unknown', expression: shortened(source.text), why, refused: true };
}

/** The first of the values that Terraform refuses: it refuses what they stand in as well. */
export function refusedIn(values: Iterable<HclValue>): Open | undefined {
  for (const value of values) if (value.kind === 'unknown' && value.refused) return value;
  return undefined;
}

function shortened(expression: string): string {
  const line = expression.replaceAll(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
}

const OPENS = new WeakMap<HclValue, Open | 'none'>();
const TYPES = new WeakMap<HclValue, Type>();

/** Refuses what is too large to be worked with. */
function measure(items: Iterable<HclValue>): Measured {
  let size = 1;
  let depth = 0;
  for (const item of items) {
    size += valueCount(item);
    if ('depth' in item) depth = Math.max(depth, item.depth);
  }
  if (size > MAX_SIZE) throw new EvaluationLimit(`it has more than ${MAX_SIZE} values`);
  if (depth >= MAX_DEPTH) throw new EvaluationLimit(`its values nest deeper than ${MAX_DEPTH}`);
  return { size, depth: depth + 1 };
}

function inside(value: HclValue): Iterable<HclValue> {
  if (isSequence(value)) return value.items;
  return isMapping(value) ? value.entries.values() : [];
}

/** How many values it has, and more for a long text. */
export function valueCount(value: HclValue): number {
  if (value.kind === 'string') return 1 + value.value.length / CHARACTERS;
  if (value.kind === 'text') {
    return value.parts.reduce((sum, part) => sum + 1 + (typeof part === 'string' ? part.length / CHARACTERS : 0), 0);
  }
  return 'size' in value ? value.size : 1;
}

/** The first thing in it that isn't known; undefined where all is. */
export function openIn(value: HclValue): Open | undefined {
  if (isOpenValue(value)) return value;
  if (value.kind === 'text') return value.parts.find((part) => typeof part !== 'string');
  if (!isSequence(value) && !isMapping(value)) return undefined;
  const seen = OPENS.get(value);
  if (seen !== undefined) return seen === 'none' ? undefined : seen;
  let found: Open | undefined;
  for (const item of inside(value)) found ??= openIn(item);
  OPENS.set(value, found ?? 'none');
  return found;
}

/** All things in it that aren't known. */
export function opensIn(value: HclValue): readonly Open[] {
  if (isOpenValue(value)) return [value];
  if (value.kind === 'text') return value.parts.filter((part) => typeof part !== 'string');
  return openIn(value) === undefined ? [] : [...inside(value)].flatMap(opensIn);
}

export function typeOf(value: HclValue): Type {
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
export function keyOf(value: HclValue): string {
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

/** The items in Terraform's order; undefined where that isn't known: of sets of structures, or with open items. */
export function orderedItems(value: HclSequence): readonly HclValue[] | undefined {
  if (value.kind !== 'set' || value.items.length < 2) return value.items;
  const isOrdered = value.element.kind === 'string' || value.element.kind === 'number' || value.element.kind === 'bool';
  return isOrdered && openIn(value) === undefined ? value.items : undefined;
}
