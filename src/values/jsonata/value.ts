import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import { same } from '../domain/compare.ts';
import { constantOf } from '../domain/constant.ts';
import { arrayOf, known, listOf, objectOf, unknownValue } from '../domain/construct.ts';
import { join } from '../domain/join.ts';
import { MAX_OPTIONS } from '../domain/limits.ts';
import { fieldOf } from '../domain/parts.ts';
import {
  type Absent,
  ABSENT as NOTHING,
  optionsOf,
  type Possible,
  type Single,
  type Text,
  type Unknown,
} from '../domain/possible.ts';
import { widenAll } from '../domain/widen.ts';
import type { Func } from './function.ts';

/**
 * What an expression can give within JSONata: its alternatives. None at all is an expression that always fails, absent
 * is JSONata's undefined. An unknown alternative covers every other and stands alone.
 */
export type Value = readonly Item[];

export type Item = Single | Sequence | Fields | Func;

/** An array made by the expression. */
export interface Sequence {
  readonly kind: 'sequence';
  readonly parts: readonly Part[];
  readonly form: Form;
  /** Made by a constructor in a path, which does not flatten it. */
  readonly constructed: boolean;
  readonly weight: number;
}

/** One item, or any number of items that can each be this. */
export interface Part {
  readonly many: boolean;
  readonly value: Value;
}

/**
 * - `plain`: an array like those of the data;
 * - `sequence`: the result of a path, which becomes its item where it has only one;
 * - `kept`: such a result that stays an array because of `[]`;
 * - `open`: one of these, which one depends on how many items there are.
 */
export type Form = 'plain' | 'sequence' | 'kept' | 'open';

/** An object made by the expression. */
export interface Fields {
  readonly kind: 'fields';
  readonly fields: ReadonlyMap<string, Value>;
  readonly rest: Absent | Unknown;
  readonly weight: number;
}

export const ABSENT: Value = [NOTHING];
export const FAILS: Value = [];

/** More parts than this are not followed. */
const MAX_WEIGHT = 4096;

/** An unknown value, because the evaluator does not do `reason`. */
export function gaveUp(reason: string): Unknown {
  return unknownValue('', { state: '', reason });
}

export function constantValue(json: Json | undefined): Value {
  return json === undefined ? ABSENT : [known(json)];
}

export const EITHER_BOOLEAN: Value = [known(true), known(false)];

/** A value with these alternatives. */
export function choose(items: readonly Item[]): Value {
  if (items.length <= 1) return items;
  const unknown = items.find((item) => item.kind === 'unknown');
  if (unknown) return [unknown];
  const chosen: Item[] = [];
  for (const item of items) {
    if (!chosen.some((other) => sameItem(other, item))) chosen.push(item);
    if (chosen.length > MAX_OPTIONS) return tooMany(items);
  }
  return chosen;
}

export function unite(values: readonly Value[]): Value {
  const [only, ...others] = values;
  return only && others.length === 0 ? only : choose(values.flat());
}

/** Texts keep what they have in common. */
function tooMany(items: readonly Item[]): Value {
  const singles = items.filter(isTextLike);
  if (singles.length === items.length) return [widenAll(singles)];
  return [unknownValue('', { state: '', reason: `more than ${MAX_OPTIONS} alternatives`, widened: true })];
}

export function isTextLike(item: Item): item is Text | (Single & { kind: 'known'; json: string }) {
  return item.kind === 'text' || (item.kind === 'known' && typeof item.json === 'string');
}

/** Larger values are not compared: two that are the same are then told apart, at no harm. */
const MAX_COMPARED = 100;

function sameItem(a: Item, b: Item): boolean {
  if (a === b) return true;
  if ('weight' in a && 'weight' in b && (a.weight !== b.weight || a.weight > MAX_COMPARED)) return false;
  if (a.kind === 'sequence') {
    return (
      b.kind === 'sequence' &&
      a.form === b.form &&
      a.constructed === b.constructed &&
      a.parts.length === b.parts.length &&
      a.parts.every((part, index) => {
        const other = b.parts[index];
        return other !== undefined && part.many === other.many && sameValue(part.value, other.value);
      })
    );
  }
  if (a.kind === 'fields') {
    return (
      b.kind === 'fields' &&
      a.rest.kind === b.rest.kind &&
      a.fields.size === b.fields.size &&
      [...a.fields].every(([name, field]) => {
        const other = b.fields.get(name);
        return other !== undefined && sameValue(field, other);
      })
    );
  }
  if (a.kind === 'function' || b.kind === 'sequence' || b.kind === 'fields' || b.kind === 'function') return false;
  return same(a, b);
}

function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index];
      return other !== undefined && sameItem(item, other);
    })
  );
}

/** The alternatives of each of some values in every combination, mapped and united. */
export function combineValues(values: readonly Value[], map: (items: readonly Item[]) => Value): Value {
  let count = 1;
  for (const value of values) count *= value.length;
  if (count > MAX_OPTIONS) return tooManyOf(values, map);
  let combinations: readonly (readonly Item[])[] = [[]];
  for (const value of values) combinations = combinations.flatMap((start) => value.map((item) => [...start, item]));
  return unite(combinations.map(map));
}

/** Texts with many alternatives are followed by what these have in common, anything else not at all. */
function tooManyOf(values: readonly Value[], map: (items: readonly Item[]) => Value): Value {
  const widened = values.map((value): Value => (value.length > 1 ? tooMany(value) : value));
  const unknown = widened.find((value, index) => value !== values[index] && value[0]?.kind === 'unknown');
  return unknown ?? map(widened.flat());
}

export function one(value: Value): Part {
  return { many: false, value };
}

export function many(value: Value): Part {
  return { many: true, value };
}

export function sequenceOf(parts: readonly Part[], form: Form, constructed = false): Sequence | Unknown {
  let weight = 1;
  for (const part of parts) weight += weightOf(part.value);
  return weight > MAX_WEIGHT
    ? gaveUp('a value too large to follow')
    : { kind: 'sequence', parts, form, constructed, weight };
}

export function fieldsOf(fields: ReadonlyMap<string, Value>, rest: Absent | Unknown = NOTHING): Fields | Unknown {
  let weight = 1;
  for (const field of fields.values()) weight += weightOf(field);
  return weight > MAX_WEIGHT ? gaveUp('a value too large to follow') : { kind: 'fields', fields, rest, weight };
}

function weightOf(value: Value): number {
  let weight = 0;
  for (const item of value) weight += 'weight' in item ? item.weight : 1;
  return weight;
}

export function fromPossible(value: Possible): Value {
  return choose(optionsOf(value));
}

/** The value as the rest of the analysis sees it; a function is no JSON value. */
export function toPossible(value: Value): Possible {
  return join(value.map(toSingle));
}

function toSingle(item: Item): Possible {
  switch (item.kind) {
    case 'sequence': {
      if (item.parts.some((part) => part.many)) return listOf(join(item.parts.map((part) => toPossible(part.value))));
      const items = item.parts.map((part) => toPossible(part.value));
      const jsons = items.flatMap(literalOf);
      return jsons.length === items.length ? known(jsons) : arrayOf(items);
    }
    case 'fields': {
      const fields = new Map([...item.fields].map(([name, field]): [string, Possible] => [name, toPossible(field)]));
      const jsons = [...fields].flatMap(([name, field]) =>
        literalOf(field).map((json): [string, Json] => [name, json]),
      );
      if (item.rest.kind === 'absent' && jsons.length === fields.size) return known(Object.fromEntries(jsons));
      return objectOf(fields, item.rest);
    }
    case 'function':
      return gaveUp('a function is no value');
    default:
      return item;
  }
}

/** The JSON of what the expression itself says; what a state set is kept apart, to tell of that state. */
function literalOf(value: Possible): readonly Json[] {
  return value.kind === 'known' && value.setBy === undefined ? [value.json] : [];
}

/** The JSON value that this always is; undefined where any of it is not known. */
export function constant(item: Item): Json | undefined {
  if (item.kind === 'sequence' || item.kind === 'fields' || item.kind === 'function') {
    return item.kind === 'function' ? undefined : constantOf(toPossible([item]));
  }
  return constantOf(item);
}

/** The items of an array; undefined for what is no array. Unknown is not asked here. */
export function partsOf(item: Item): readonly Part[] | undefined {
  switch (item.kind) {
    case 'sequence':
      return item.parts;
    case 'array':
      return item.items.map((value) => one(fromPossible(value)));
    case 'list':
      return [many(fromPossible(item.item))];
    case 'known':
      if (!isArray(item.json)) return undefined;
      if (item.json.length > MAX_ITEMS) return LONG_LIST;
      return item.json.map((json) => one([known(json, item.setBy)]));
    default:
      return undefined;
  }
}

/** Lists with more items, and objects with more fields, are not followed: an expression can look at them often. */
const MAX_ITEMS = 1000;
const LONG_LIST: readonly Part[] = [many([gaveUp('a list too long to follow')])];
const LARGE_OBJECT = { fields: new Map<string, Value>(), rest: gaveUp('an object with too many fields to follow') };

interface Shape {
  readonly isLarge: boolean;
  /** True where the name of a field is a placeholder. */
  readonly isUnsettled: boolean;
}

const shapes = new WeakMap<JsonObject, Shape>();

/** Found once for each object of the definition. */
function shapeOf(json: JsonObject): Shape {
  const found = shapes.get(json);
  if (found) return found;
  const names = Object.keys(json);
  const shape = { isLarge: names.length > MAX_ITEMS, isUnsettled: names.some(isUnsettled) };
  shapes.set(json, shape);
  return shape;
}

export function isArrayItem(item: Item): boolean {
  return (
    item.kind === 'sequence' ||
    item.kind === 'array' ||
    item.kind === 'list' ||
    (item.kind === 'known' && isArray(item.json))
  );
}

export function isObjectItem(item: Item): boolean {
  return item.kind === 'fields' || item.kind === 'object' || (item.kind === 'known' && isObject(item.json));
}

export function formOf(item: Item): Form {
  return item.kind === 'sequence' ? item.form : 'plain';
}

/** How many items an array has; undefined where that is not certain. */
export function lengthOf(parts: readonly Part[]): number | undefined {
  return parts.some((part) => part.many) ? undefined : parts.length;
}

/** Everything that an item of the array can be. */
export function anyOf(parts: readonly Part[]): Value {
  return unite(parts.map((part) => part.value));
}

/** One field of an object, absent where there is none; an array has the fields of its items, which is not asked here. */
export function fieldIn(item: Item, name: string): Value {
  switch (item.kind) {
    case 'fields':
      return item.fields.get(name) ?? [item.rest];
    case 'object':
      if (!item.fields.has(name) && [...item.fields.keys()].some(isUnsettled)) return [placeholderName];
      return fromPossible(fieldOf(item, name));
    case 'known': {
      if (!isObject(item.json)) return ABSENT;
      const field = fieldOf(item, name);
      if (field.kind === 'absent' && shapeOf(item.json).isUnsettled) return [placeholderName];
      return fromPossible(field);
    }
    case 'unknown':
      return [item];
    default:
      return ABSENT;
  }
}

/** A text that still holds a placeholder can become any text. */
export function isUnsettled(text: string): boolean {
  return text.includes('${');
}

const placeholderName = gaveUp('a field whose name is a placeholder');

/** The fields of an object and what any other field can be; undefined for what is no object. */
export function objectIn(item: Item): Pick<Fields, 'fields' | 'rest'> | undefined {
  switch (item.kind) {
    case 'fields':
      return item;
    case 'object': {
      const fields = new Map([...item.fields].map(([name, field]): [string, Value] => [name, fromPossible(field)]));
      return settled(fields, item.rest);
    }
    case 'known': {
      if (!isObject(item.json)) return undefined;
      if (shapeOf(item.json).isLarge) return LARGE_OBJECT;
      const entries = Object.entries(item.json);
      const fields = new Map(entries.map(([name, json]): [string, Value] => [name, [known(json, item.setBy)]]));
      return settled(fields, NOTHING);
    }
    default:
      return undefined;
  }
}

/** A name that is a placeholder can be any name, that of another field too, which may then be of either value. */
function settled(fields: ReadonlyMap<string, Value>, rest: Absent | Unknown): Pick<Fields, 'fields' | 'rest'> {
  return [...fields.keys()].some(isUnsettled) ? { fields: new Map(), rest: placeholderName } : { fields, rest };
}

export function isAbsent(item: Item): boolean {
  return item.kind === 'absent';
}

/** Without the alternative that there is no value. */
export function present(value: Value): Value {
  return value.some(isAbsent) ? value.filter((item) => !isAbsent(item)) : value;
}

/** What is unknown in a value, if anything: what stops a function that needs all of it. */
export function unknownIn(item: Item): Unknown | undefined {
  if (item.kind === 'unknown') return item;
  if (item.kind === 'text') return item.parts.find((part) => typeof part !== 'string');
  if (item.kind === 'known' || item.kind === 'absent' || item.kind === 'function') return undefined;
  const object = objectIn(item);
  if (object?.rest.kind === 'unknown') return object.rest;
  const values = object ? [...object.fields.values()] : (partsOf(item) ?? []).map((part) => part.value);
  for (const child of values.flat()) {
    const found = unknownIn(child);
    if (found) return found;
  }
  return undefined;
}

/** What `$type` calls it; undefined for what is unknown or nothing. */
export function typeOf(item: Item): string | undefined {
  if (item.kind === 'unknown' || item.kind === 'absent') return undefined;
  if (item.kind === 'function') return 'function';
  if (isTextLike(item)) return 'string';
  if (isArrayItem(item)) return 'array';
  if (isObjectItem(item)) return 'object';
  if (item.kind !== 'known') return undefined;
  return item.json === null ? 'null' : typeof item.json;
}
