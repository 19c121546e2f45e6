import { choose, isAbsent, present, unite } from '../value/alternatives.ts';
import { arrayParts, inSomeOrder, knownLength, many, one } from '../value/arrays.ts';
import { objectIn } from '../value/objects.ts';
import { itemTruth } from '../value/truth.ts';
import {
  type Alternatives,
  builtObject,
  constantValue,
  FAILS,
  type FunctionValue,
  gaveUp,
  type Item,
  NO_VALUE,
  type Part,
  sequenceOf,
} from '../value/value.ts';
import type { Builtin, CallSite } from './builtin.ts';
import { reduce } from './reduce.ts';

/** https://docs.jsonata.org/higher-order-functions */
export const HIGHER_ORDER: Readonly<Record<string, Builtin>> = {
  map: { signature: 'af', arity: 2, run: map },
  filter: { signature: 'af', arity: 2, run: filter },
  single: { signature: 'af?', arity: 2, run: single },
  reduce: { signature: 'afj?', arity: 3, run: reduce },
  each: { signature: 'o-f', arity: 2, run: each },
  sift: { signature: 'o-f?', arity: 2, run: sift },
};

const MAX_WAYS = 32;
const NUMBER = gaveUp('the position in a list whose length is not known');
const NAME = gaveUp('a field whose name is not known');

/** Calls the function with as many of item, position and whole as it takes. */
function callWith(func: FunctionValue, args: readonly Alternatives[], site: CallSite): Alternatives {
  const arity = site.arityOf(func);
  if (arity === undefined) return [gaveUp('this function is not called for each item')];
  return site.call(func, args.slice(0, Math.max(1, Math.min(arity, args.length))));
}

/** The items of a list; an unknown value counts as any number of unknown items. */
function listParts(list: Item): readonly Part[] {
  return list.kind === 'unknown' ? [many([list])] : (arrayParts(list) ?? []);
}

function map([list, func]: readonly Item[], site: CallSite): Alternatives {
  if (!list || isAbsent(list)) return NO_VALUE;
  if (func?.kind !== 'function') return func ? [func] : FAILS;
  const parts = listParts(list);
  const exact = knownLength(parts) !== undefined;
  let ways: readonly (readonly Part[])[] = [[]];
  for (const [index, part] of parts.entries()) {
    const position: Alternatives = exact ? constantValue(index) : [NUMBER];
    const value = callWith(func, [part.value, position, [list]], site);
    if (value.length === 0 && !part.many) return FAILS;
    const items = present(value);
    const unsure = part.many || items.some((item) => item.kind === 'unknown');
    if (items.length === 0) continue;
    if (unsure) ways = ways.map((way) => [...way, many(items)]);
    else if (items === value) ways = ways.map((way) => [...way, one(items)]);
    else if (ways.length * 2 > MAX_WAYS) ways = ways.map((way) => [...way, many(items)]);
    else ways = [...ways, ...ways.map((way) => [...way, one(items)])];
  }
  return choose(ways.map((way) => sequenceOf(way, 'sequence')));
}

function filter([list, func]: readonly Item[], site: CallSite): Alternatives {
  if (!list || isAbsent(list)) return NO_VALUE;
  if (func?.kind !== 'function') return func ? [func] : FAILS;
  if (list.kind === 'unknown') return [list];
  const kept: Part[] = [];
  for (const { part, truths } of decisions(list, func, site)) {
    if (truths.length === 0 && !part.many) return FAILS;
    const [holds] = truths;
    if (truths.length !== 1 || holds === undefined) kept.push(many(part.value));
    else if (holds) kept.push(part);
  }
  return [sequenceOf(kept, 'sequence')];
}

interface Decision {
  readonly part: Part;
  readonly truths: readonly (boolean | undefined)[];
}

/** What a predicate says to each item. */
function decisions(list: Item, func: FunctionValue, site: CallSite): readonly Decision[] {
  const parts = listParts(list);
  const exact = knownLength(parts) !== undefined;
  return parts.map((part, index) => {
    const position: Alternatives = exact ? constantValue(index) : [NUMBER];
    const value = callWith(func, [part.value, position, [list]], site);
    return { part, truths: [...new Set(value.map(itemTruth))] };
  });
}

function single([list, func]: readonly Item[], site: CallSite): Alternatives {
  if (!list || isAbsent(list)) return NO_VALUE;
  if (list.kind === 'unknown') return [list];
  const parts = arrayParts(list) ?? [];
  if (!func || isAbsent(func)) return oneOf(parts.map((part) => ({ part, truths: [true] })));
  return func.kind === 'function' ? oneOf(decisions(list, func, site)) : [func];
}

/** The one item that is chosen; none or several are an error. */
function oneOf(decided: readonly Decision[]): Alternatives {
  const certain = decided.filter(({ part, truths }) => !part.many && truths.length === 1 && truths[0] === true);
  const [first, ...others] = certain;
  if (others.length > 0) return FAILS;
  if (first) return first.part.value;
  return unite(decided.filter(({ truths }) => truths.some((holds) => holds !== false)).map(({ part }) => part.value));
}

/** Engines may differ in the order of an object's fields. */
function each([item, func]: readonly Item[], site: CallSite): Alternatives {
  if (!item || isAbsent(item)) return [sequenceOf([], 'sequence')];
  if (func?.kind !== 'function') return func ? [func] : FAILS;
  const object = objectIn(item) ?? { fields: new Map<string, Alternatives>(), rest: item };
  const parts: Part[] = [];
  if (object.rest.kind === 'unknown') {
    const items = present(callWith(func, [[object.rest], [NAME], [item]], site));
    if (items.length > 0) parts.push(many(items));
  }
  for (const [name, field] of object.fields) {
    const value = callWith(func, [present(field), constantValue(name), [item]], site);
    const certain = present(field) === field && !field.some((one) => one.kind === 'unknown');
    if (value.length === 0 && certain) return FAILS;
    const items = present(value);
    const sure = certain && items === value && !items.some((one) => one.kind === 'unknown');
    if (items.length > 0) parts.push({ many: !sure, value: items });
  }
  return inSomeOrder(parts);
}

function sift([item, func]: readonly Item[], site: CallSite): Alternatives {
  if (!item || isAbsent(item)) return NO_VALUE;
  if (item.kind === 'unknown') return [item];
  if (func?.kind !== 'function') return [gaveUp('$sift without a function is not evaluated')];
  const object = objectIn(item);
  if (!object) return FAILS;
  const fields = new Map<string, Alternatives>();
  let certain = false;
  for (const [name, field] of object.fields) {
    const truths = new Set(callWith(func, [present(field), constantValue(name), [item]], site).map(itemTruth));
    const sure = truths.size === 1 && present(field) === field && !field.some((one) => one.kind === 'unknown');
    if (truths.size === 0 && sure) return FAILS;
    if (truths.size === 1 && truths.has(false)) continue;
    const kept = truths.size === 1 && truths.has(true);
    if (kept && sure) certain = true;
    fields.set(name, kept ? field : choose([...field, ...NO_VALUE]));
  }
  if (fields.size === 0 && object.rest.kind === 'absent') return NO_VALUE;
  const sifted = builtObject(fields, object.rest);
  return certain ? [sifted] : choose([sifted, ...NO_VALUE]);
}
