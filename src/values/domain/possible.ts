import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import { compareText } from '../../finding.ts';
import { placeholdersIn } from '../../iam/text.ts';
import { own } from '../../own.ts';
import { type Fields, withEntry } from '../flow/fields.ts';
import type { Cause } from './cause.ts';

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
  readonly parts: readonly (string | Unknown)[];
}

export interface PartObject {
  readonly kind: 'object';
  readonly fields: Fields<Possible>;
  readonly rest: Absent | Unknown;
  readonly weight: number;
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

export const NOTHING: Absent = { kind: 'absent' };

/** So many alternatives are told apart; more become what they have in common. */
export const MAX_OPTIONS = 64;
/** A text longer than this is not followed: no name or ARN is so long. */
const MAX_TEXT = 4096;
/** A value made of more parts than this is not followed; keeps every operation on it cheap. */
const MAX_WEIGHT = 1000;
/** What all alternatives of a value may weigh together, each with this much for itself. */
const MAX_COST = 1200;
const PART_COST = 32;

export function known(json: Json, setBy?: string): Known {
  return setBy === undefined ? { kind: 'known', json } : { kind: 'known', json, setBy };
}

export function unknownValue(expression: string, cause?: Cause): Unknown {
  return cause === undefined ? { kind: 'unknown', expression } : { kind: 'unknown', expression, cause };
}

const TOO_LARGE = 'a value too large to follow';

export function objectOf(fields: Fields<Possible>, rest: Absent | Unknown = NOTHING): PartObject | Unknown {
  let weight = 1;
  for (const field of fields.values()) weight += weightOf(field);
  return withWeight(fields, rest, weight);
}

function withWeight(fields: Fields<Possible>, rest: Absent | Unknown, weight: number): PartObject | Unknown {
  return weight > MAX_WEIGHT ? unknownValue(TOO_LARGE) : { kind: 'object', fields, rest, weight };
}

export function arrayOf(items: readonly Possible[]): PartArray | Unknown {
  let weight = 1;
  for (const item of items) weight += weightOf(item);
  return weight > MAX_WEIGHT ? unknownValue(TOO_LARGE) : { kind: 'array', items, weight };
}

/** The array of these items, known where each of them is and the same state set them. */
export function arrayFrom(items: readonly Possible[]): Known | PartArray | Unknown {
  const json: Json[] = [];
  const setBy = new Set<string | undefined>();
  for (const item of items) {
    if (item.kind !== 'known') return arrayOf(items);
    json.push(item.json);
    setBy.add(item.setBy);
  }
  return setBy.size > 1 ? arrayOf(items) : known(json, [...setBy][0]);
}

export function listOf(item: Possible): List | Unknown {
  const weight = 1 + weightOf(item);
  return weight > MAX_WEIGHT ? unknownValue(TOO_LARGE) : { kind: 'list', item, weight };
}

function weightOf(value: Possible): number {
  switch (value.kind) {
    case 'object':
    case 'array':
    case 'list':
      return value.weight;
    case 'either': {
      let weight = 1;
      for (const option of value.options) weight += weightOf(option);
      return weight;
    }
    default:
      return 1;
  }
}

const ACCIDENT = unknownValue('a text that only looks like a placeholder');

/**
 * Puts texts and holes together; a text without a hole is known, one without a known part unknown. Unknown, too, where
 * two texts together look like a `${Placeholder}` that the definition does not hold: nothing will be substituted there.
 */
export function textOf(parts: readonly (string | Unknown)[], setBy?: string): Known | Text | Unknown {
  const joined: (string | Unknown)[] = [];
  let length = 0;
  let placeholders = 0;
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string') {
      if (part === '') continue;
      length += part.length;
      placeholders += placeholdersIn(part);
      if (typeof last === 'string') joined[joined.length - 1] = last + part;
      else joined.push(part);
    } else if (last === undefined || typeof last === 'string') joined.push(part);
  }
  if (length > MAX_TEXT) return unknownValue(TOO_LARGE);
  let found = 0;
  for (const part of joined) if (typeof part === 'string') found += placeholdersIn(part);
  if (found > placeholders) return ACCIDENT;
  const [only = ''] = joined;
  if (joined.length > 1) return { kind: 'text', parts: joined };
  return typeof only === 'string' ? known(only, setBy) : only;
}

/** The alternatives of a value: itself where it is none. */
export function optionsOf(value: Possible): readonly Single[] {
  return value.kind === 'either' ? value.options : [value];
}

/** What a function makes of each alternative, joined. */
export function mapOptions(value: Possible, map: (option: Single) => Possible): Possible {
  return value.kind === 'either' ? join(value.options.map(map)) : map(value);
}

/**
 * What a function makes of every combination of alternatives, joined; unknown with `expression` where there are more
 * combinations than are told apart.
 */
export function combine(
  values: readonly Possible[],
  expression: string,
  map: (options: readonly Single[]) => Possible,
): Possible {
  let count = 1;
  for (const value of values) count *= optionsOf(value).length;
  if (count > MAX_OPTIONS) return unknownValue(expression, tooMany(''));
  let combinations: readonly (readonly Single[])[] = [[]];
  for (const value of values) {
    combinations = combinations.flatMap((start) => optionsOf(value).map((option) => [...start, option]));
  }
  return join(combinations.map(map));
}

function tooMany(state: string): Cause {
  return { state, reason: `more than ${MAX_OPTIONS} alternatives`, widened: true };
}

/** A value that can be any of these. No value at all is `absent`. */
export function join(values: readonly Possible[]): Possible {
  const [first, ...others] = values;
  if (first === undefined) return NOTHING;
  let result = first;
  for (const value of others) result = joinTwo(result, value);
  return result;
}

function joinTwo(a: Possible, b: Possible): Possible {
  if (a === b) return a;
  const before = optionsOf(a);
  let options = before;
  for (const option of optionsOf(b)) options = withOption(options, option);
  if (options === before) return a;
  return bounded(options);
}

/** So few alternatives that work with them stays cheap: objects give way first, and keep the values of their fields. */
function bounded(options: readonly Single[]): Possible {
  const few = options.length > MAX_OPTIONS || costOf(options) > MAX_COST ? mergedParts(options) : options;
  const [only] = few;
  if (few.length === 1 && only) return only;
  return few.length > MAX_OPTIONS ? widenAll(few) : { kind: 'either', options: few };
}

function costOf(options: readonly Single[]): number {
  let cost = 0;
  for (const option of options) if ('weight' in option) cost += option.weight + PART_COST;
  return cost;
}

/** One object for all objects, and one list for all lists. */
function mergedParts(options: readonly Single[]): readonly Single[] {
  const objects = options.filter(isObjectLike);
  const lists = options.filter((option) => itemsIn(option) !== undefined);
  const others = options.filter((option) => !isObjectLike(option) && itemsIn(option) === undefined);
  const list = (): Single => listOf(join(lists.flatMap((each) => itemsIn(each) ?? [])));
  return [
    ...others,
    ...(objects.length > 1 ? [mergedObject(objects, join)] : objects),
    ...(lists.length > 1 ? [list()] : lists),
  ];
}

function mergedObject(
  objects: readonly (PartObject | Known)[],
  merge: (values: readonly Possible[]) => Possible,
): Single {
  const fields = new Map<string, Possible>();
  for (const name of new Set(objects.flatMap(namesOf))) {
    fields.set(name, merge(objects.map((object) => fieldOf(object, name))));
  }
  const open = objects.find((object) => object.kind === 'object' && object.rest.kind === 'unknown');
  return objectOf(fields, open?.kind === 'object' ? open.rest : NOTHING);
}

function withOption(options: readonly Single[], added: Single): readonly Single[] {
  const covering = options.find((option) => includes(option, added));
  if (covering !== undefined) {
    // Which of two states that set the same value is told of must not depend on the order.
    const isRenamed = covering.kind === 'known' && added.kind === 'known' && isBefore(added, covering);
    return isRenamed ? options.map((option) => (option === covering ? added : option)) : options;
  }
  return [...options.filter((option) => !includes(added, option)), added];
}

function isBefore(a: Known, b: Known): boolean {
  return compareText(a.setBy ?? '', b.setBy ?? '') < 0;
}

/** True where everything that `inner` can be, `outer` can be too; false can mean 'not shown'. */
export function includes(outer: Possible, inner: Possible): boolean {
  if (outer === inner || outer.kind === 'unknown') return true;
  if (inner.kind === 'either') return inner.options.every((option) => includes(outer, option));
  if (outer.kind === 'either') return outer.options.some((option) => includes(option, inner));
  if (outer.kind === 'text') return includesText(outer, inner);
  return same(outer, inner);
}

function includesText(outer: Text, inner: Single): boolean {
  const [head = '', tail = ''] = [outer.parts[0], outer.parts.at(-1)].map((part) =>
    typeof part === 'string' ? part : '',
  );
  if (inner.kind === 'known') {
    if (typeof inner.json !== 'string' || outer.parts.length > 3) return false;
    const middle = outer.parts.length === 3 && head === '' ? outer.parts[1] : undefined;
    if (typeof middle === 'string') return inner.json.includes(middle);
    if (outer.parts.length === 3 && tail === '') return false;
    return inner.json.length >= head.length + tail.length && inner.json.startsWith(head) && inner.json.endsWith(tail);
  }
  if (inner.kind !== 'text') return false;
  if (same(outer, inner)) return true;
  if (outer.parts.length > 3 || (outer.parts.length === 3 && (head === '' || tail === ''))) return false;
  const [start, end] = [inner.parts[0], inner.parts.at(-1)];
  return (
    (head === '' || (typeof start === 'string' && start.startsWith(head))) &&
    (tail === '' || (typeof end === 'string' && end.endsWith(tail)))
  );
}

/** True where two values are the same, whoever set them; false can mean 'not shown'. */
export function same(a: Possible, b: Possible): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'known':
      return b.kind === 'known' && sameJson(a.json, b.json);
    case 'absent':
    case 'unknown':
      return a.kind === b.kind;
    case 'text':
      return b.kind === 'text' && sameParts(a.parts, b.parts);
    case 'array':
      return b.kind === 'array' && sameAll(a.items, b.items);
    case 'list':
      return b.kind === 'list' && same(a.item, b.item);
    case 'either':
      return b.kind === 'either' && a.options.length === b.options.length && includes(a, b) && includes(b, a);
    case 'object':
      return b.kind === 'object' && a.rest.kind === b.rest.kind && sameFields(a.fields, b.fields);
  }
}

function sameFields(a: PartObject['fields'], b: PartObject['fields']): boolean {
  if (a.size !== b.size) return false;
  for (const [name, field] of a) {
    const other = b.get(name);
    if (other === undefined || !same(field, other)) return false;
  }
  return true;
}

function sameParts(a: readonly (string | Unknown)[], b: readonly (string | Unknown)[]): boolean {
  return (
    a.length === b.length &&
    a.every((part, index) => {
      const other = b[index];
      return typeof part === 'string' || typeof other === 'string' ? part === other : true;
    })
  );
}

function sameAll(a: readonly Possible[], b: readonly Possible[]): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index];
      return other !== undefined && same(item, other);
    })
  );
}

function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (isArray(a)) {
    return isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index] ?? null));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => {
      const [left, right] = [own(a, name), own(b, name)];
      return left !== undefined && right !== undefined && sameJson(left, right);
    })
  );
}

/** What several values have in common: their fields one by one, the ends of their texts; unknown where there is nothing. */
export function widenAll(options: readonly Single[]): Single {
  const [first, ...others] = options;
  if (first === undefined) return NOTHING;
  let result = first;
  for (const option of others) result = widenTwo(result, option);
  return result;
}

/** As `next`, but so that a loop that widens again and again soon finds nothing new. */
export function widen(old: Possible, next: Possible): Possible {
  return includes(old, next) ? old : widenAll([...optionsOf(old), ...optionsOf(next)]);
}

const WIDENED = unknownValue('one of many values', tooMany(''));

function widenTwo(a: Single, b: Single): Single {
  if (includes(a, b)) return a;
  if (includes(b, a)) return b;
  const [left, right] = [textParts(a), textParts(b)];
  if (left && right) return commonText(left, right);
  if (isObjectLike(a) && isObjectLike(b)) {
    return mergedObject([a, b], (values) => widenAll(values.flatMap(optionsOf)));
  }
  const [these, those] = [itemsIn(a), itemsIn(b)];
  if (these && those) return listOf(widenAll([...these, ...those].flatMap(optionsOf)));
  return WIDENED;
}

function textParts(value: Single): readonly (string | Unknown)[] | undefined {
  if (value.kind === 'text') return value.parts;
  return value.kind === 'known' && typeof value.json === 'string' ? [value.json] : undefined;
}

function commonText(a: readonly (string | Unknown)[], b: readonly (string | Unknown)[]): Single {
  const [aStart = '', bStart = ''] = [a[0], b[0]];
  const [aEnd = '', bEnd = ''] = [a.at(-1), b.at(-1)];
  const head = typeof aStart === 'string' && typeof bStart === 'string' ? commonStart(aStart, bStart) : '';
  const tail = typeof aEnd === 'string' && typeof bEnd === 'string' ? commonEnd(aEnd, bEnd) : '';
  // Both ends of a text without a hole can be the same characters, which must not count twice.
  const room =
    Math.min(...[a, b].map((parts) => (parts.length === 1 ? String(parts[0]).length : Infinity))) - head.length;
  return textOf([head, WIDENED, tail.length <= room ? tail : tail.slice(tail.length - Math.max(0, room))]);
}

/** Does not end within `${…}`: half a placeholder would be read as text. */
function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return cutPlaceholder(a.slice(0, length));
}

function cutPlaceholder(text: string): string {
  const open = text.lastIndexOf('${');
  const start = open >= 0 && !text.includes('}', open) ? text.slice(0, open) : text;
  return start.endsWith('$') ? start.slice(0, -1) : start;
}

function commonEnd(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  const text = a.slice(a.length - length);
  const close = text.indexOf('}');
  return close >= 0 && !text.slice(0, close).includes('${') ? text.slice(close + 1) : text;
}

function isObjectLike(value: Single): value is PartObject | Known {
  return value.kind === 'object' || (value.kind === 'known' && isObject(value.json));
}

function namesOf(value: PartObject | Known): readonly string[] {
  if (value.kind === 'object') return [...value.fields.keys()];
  return isObject(value.json) ? Object.keys(value.json) : [];
}

/** The items of a list whatever its form; undefined for what is none. */
export function itemsIn(value: Single): readonly Possible[] | undefined {
  switch (value.kind) {
    case 'array':
      return value.items;
    case 'list':
      return [value.item];
    case 'known':
      return isArray(value.json) ? value.json.map((json) => known(json, value.setBy)) : undefined;
    default:
      return undefined;
  }
}

/** One field of a value: `absent` where it has no fields, unknown below what is unknown. */
export function fieldOf(value: Single, name: string): Possible {
  switch (value.kind) {
    case 'object':
      return value.fields.get(name) ?? (namesInMap(value.fields).later ? unknownValue(name) : value.rest);
    case 'known': {
      if (!isObject(value.json)) return NOTHING;
      const json = own(value.json, name);
      if (json !== undefined) return known(json, value.setBy);
      return namesInJson(value.json).later ? unknownValue(name) : NOTHING;
    }
    case 'unknown':
      return value;
    default:
      return NOTHING;
  }
}

interface Names {
  readonly count: number;
  /** True where one of them holds a placeholder: what it will be called is not known before the deployment. */
  readonly later: boolean;
}

/** Every expression that looks into an object asks again, and an object can be large. */
const NAMES = new WeakMap<JsonObject | Fields<Possible>, Names>();

function namesIn(object: JsonObject | Fields<Possible>, list: () => Iterable<string>): Names {
  const before = NAMES.get(object);
  if (before) return before;
  let count = 0;
  let later = false;
  for (const name of list()) {
    count++;
    later ||= name.includes('${');
  }
  const names = { count, later };
  NAMES.set(object, names);
  return names;
}

function namesInMap(fields: Fields<Possible>): Names {
  return namesIn(fields, () => fields.keys());
}

/** What can be told of the names of a known object's fields. */
export function namesInJson(json: JsonObject): Names {
  return namesIn(json, () => Object.keys(json));
}

/** The value with one field set; an object that is only partly known, or unknown, stays so in its other fields. */
export function withField(value: Single, name: string, field: Possible): Single {
  switch (value.kind) {
    case 'object': {
      const before = value.fields.get(name);
      const weight = value.weight + weightOf(field) - (before === undefined ? 0 : weightOf(before));
      return withWeight(withEntry(value.fields, name, field), value.rest, weight);
    }
    case 'known': {
      const { json, setBy } = value;
      if (!isObject(json)) break;
      const fields = new Map(Object.entries(json).map(([key, item]): [string, Possible] => [key, known(item, setBy)]));
      return objectOf(fields.set(name, field));
    }
    case 'unknown':
      return objectOf(new Map([[name, field]]), value);
    default:
  }
  return unknownValue(name);
}

const MAX_JSON_NODES = 10_000;

/**
 * The JSON value that this is in every execution, for functions that need all of it; undefined where any part of it is
 * not known, where a text in it still holds a placeholder (its value is not known before the deployment), or where it
 * is too large to compute with.
 */
export function constantOf(value: Possible): Json | undefined {
  const budget = { nodes: MAX_JSON_NODES };
  return constant(value, budget);
}

interface Budget {
  nodes: number;
}

function constant(value: Possible, budget: Budget): Json | undefined {
  if (--budget.nodes < 0) return undefined;
  switch (value.kind) {
    case 'known':
      return isPlain(value.json, budget) ? value.json : undefined;
    case 'array': {
      const items: Json[] = [];
      for (const item of value.items) {
        const json = constant(item, budget);
        if (json === undefined) return undefined;
        items.push(json);
      }
      return items;
    }
    case 'object': {
      if (value.rest.kind === 'unknown') return undefined;
      const object: Record<string, Json> = {};
      for (const [name, field] of value.fields) {
        if (field.kind === 'absent') continue;
        const json = constant(field, budget);
        if (json === undefined) return undefined;
        Object.defineProperty(object, name, { value: json, enumerable: true, configurable: true, writable: true });
      }
      const result: JsonObject = object;
      return result;
    }
    default:
      return undefined;
  }
}

function isPlain(json: Json, budget: Budget): boolean {
  if (--budget.nodes < 0) return false;
  if (typeof json === 'string') return json.length <= MAX_TEXT * 16 && !json.includes('${');
  if (isArray(json)) return json.every((item) => isPlain(item, budget));
  if (!isObject(json)) return true;
  return Object.entries(json).every(([name, item]) => !name.includes('${') && isPlain(item, budget));
}
