import type { Absent, Unknown } from '../domain/possible.ts';
import { ABSENT as NOTHING } from '../domain/possible.ts';
import type { Builtin, Site } from './builtins.ts';
import { spend } from './function.ts';
import { byFunction } from './higher.ts';
import { areEqual } from './operators.ts';
import { lookupName } from './select.ts';
import { sortedItems } from './sort.ts';
import { truthOf } from './truth.ts';
import {
  ABSENT,
  anyOf,
  choose,
  constant,
  constantValue,
  EITHER_BOOLEAN,
  FAILS,
  fieldsOf,
  gaveUp,
  type Item,
  isAbsent,
  isArrayItem,
  lengthOf,
  many,
  objectIn,
  one,
  type Part,
  partsOf,
  present,
  sequenceOf,
  typeOf,
  unite,
  type Value,
} from './value.ts';

type Run = Builtin['run'];

/** https://docs.jsonata.org/array-functions, object-functions and boolean-functions; of partly known values too. */
export const COLLECTIONS: Readonly<Record<string, Builtin>> = {
  boolean: { signature: 'x-', arity: 1, run: ofItem((item) => truth(item, true)) },
  not: { signature: 'x-', arity: 1, run: ofItem((item) => truth(item, false)) },
  exists: { signature: 'x', arity: 1, run: exists },
  type: { signature: 'x', arity: 1, run: ofItem(type) },
  count: { signature: 'a', arity: 1, run: count },
  append: { signature: 'xx', arity: 2, run: append },
  reverse: { signature: 'a', arity: 1, run: ofItem(reverse) },
  distinct: { signature: 'x', arity: 1, run: ofItem(distinct) },
  zip: { signature: 'a+', arity: 0, run: zip },
  sort: { signature: 'af?', arity: 2, run: sort },
  keys: { signature: 'x-', arity: 1, run: keys },
  lookup: { signature: 'x-s', arity: 2, run: lookup },
  spread: { signature: 'x-', arity: 1, run: ofItem(spread) },
  merge: { signature: 'a<o>', arity: 1, run: ofItem(merge) },
  error: { signature: 's?', arity: 1, run: () => FAILS },
  assert: { signature: 'bs?', arity: 2, run: assertion },
};

/** Nothing gives nothing. */
function ofItem(run: (item: Item, site: Site) => Value): Run {
  return ([item], site) => (!item || isAbsent(item) ? ABSENT : run(item, site));
}

function truth(item: Item, expected: boolean): Value {
  if (item.kind === 'unknown') return [...EITHER_BOOLEAN, ...ABSENT];
  const holds = truthOf(item);
  return holds === undefined ? EITHER_BOOLEAN : constantValue(holds === expected);
}

function exists([item]: readonly Item[]): Value {
  if (item?.kind === 'unknown') return EITHER_BOOLEAN;
  return constantValue(item !== undefined && !isAbsent(item));
}

function type(item: Item): Value {
  return item.kind === 'unknown' ? [item] : constantValue(typeOf(item));
}

function count([list]: readonly Item[]): Value {
  if (!list || isAbsent(list)) return constantValue(0);
  if (list.kind === 'unknown') return [list];
  const length = lengthOf(partsOf(list) ?? []);
  return length === undefined ? [gaveUp('how many items a list has')] : constantValue(length);
}

function append([first, second]: readonly Item[]): Value {
  if (!first || isAbsent(first)) return second ? [second] : ABSENT;
  if (!second || isAbsent(second)) return [first];
  const parts = [first, second].flatMap(appended);
  const plain = sequenceOf(parts, 'plain');
  // One that is unknown can be nothing, and then the other is not made an array.
  if (first.kind === 'unknown' && second.kind === 'unknown') return [first];
  if (first.kind === 'unknown') return choose([second, plain]);
  return second.kind === 'unknown' ? choose([first, plain]) : [plain];
}

function appended(item: Item): readonly Part[] {
  if (item.kind === 'unknown') return [many([item])];
  return partsOf(item) ?? [one([item])];
}

function reverse(item: Item): Value {
  const parts = partsOf(item);
  if (item.kind === 'unknown' || !parts) return [item];
  if (lengthOf(parts) === undefined)
    return item.kind === 'sequence'
      ? [item, sequenceOf(parts.toReversed(), 'plain')]
      : [sequenceOf(parts.toReversed(), 'plain')];
  return parts.length <= 1 ? [item] : [sequenceOf(parts.toReversed(), 'plain')];
}

function distinct(item: Item, { run }: Site): Value {
  const parts = partsOf(item);
  if (!parts || item.kind === 'unknown') return [item];
  if (lengthOf(parts) === undefined) return [sequenceOf([many(anyOf(parts))], 'sequence')];
  if (parts.length <= 1) return [item];
  const kept: Part[] = [];
  let uncertain = false;
  for (const part of parts) {
    if (!spend(run, 1 + kept.length * part.value.length)) return [gaveUp('')];
    const answers = new Set(kept.flatMap((other) => other.value.flatMap((a) => part.value.map((b) => areEqual(a, b)))));
    const certain = part.value.length === 1 && kept.some((other) => other.value.length === 1);
    if (answers.has(true) && certain && isIn(part, kept)) continue;
    if (answers.has(undefined) || answers.has(true)) uncertain = true;
    kept.push(part);
  }
  const form = item.kind === 'sequence' && item.form !== 'plain' ? 'sequence' : 'plain';
  return [uncertain ? sequenceOf([many(anyOf(parts))], 'sequence') : sequenceOf(kept, form)];
}

function isIn({ value: [item, ...others] }: Part, kept: readonly Part[]): boolean {
  if (!item || others.length > 0) return false;
  return kept.some(({ value: [other, ...more] }) => other && more.length === 0 && areEqual(item, other) === true);
}

function zip(lists: readonly Item[]): Value {
  const unknown = lists.find((list) => list.kind === 'unknown');
  if (unknown) return [unknown];
  const columns = lists.map((list) => partsOf(list) ?? []);
  if (columns.some((parts) => lengthOf(parts) === undefined))
    return [gaveUp('$zip of lists whose length is not known')];
  const length = Math.min(...columns.map((parts) => parts.length));
  const rows = Array.from({ length }, (_, index) =>
    one([
      sequenceOf(
        columns.flatMap((parts) => parts[index] ?? []),
        'plain',
      ),
    ]),
  );
  return [sequenceOf(rows, 'plain')];
}

function sort([list, func]: readonly Item[], site: Site): Value {
  if (!list || isAbsent(list)) return ABSENT;
  if (list.kind === 'unknown') return [list];
  const parts = partsOf(list) ?? [];
  if (lengthOf(parts) !== undefined && parts.length <= 1) return [list];
  if (!func || isAbsent(func)) return parts.some((part) => part.many) ? openOrder(parts) : sortedItems(parts);
  return byFunction(parts, func, site) ?? openOrder(parts);
}

function openOrder(parts: readonly Part[]): Value {
  return [sequenceOf([many(anyOf(parts))], 'sequence')];
}

function lookup([input, key]: readonly Item[], { run }: Site): Value {
  const name = key && constant(key);
  if (!input || isAbsent(input)) return ABSENT;
  if (typeof name === 'string') return lookupName(input, name, run);
  const object = objectIn(input);
  // Of a map, whatever the key: one of its values, or nothing.
  if (object) return unite([...object.fields.values(), [object.rest], ABSENT]);
  return [gaveUp('a field whose name is not known')];
}

/** The names of an object's fields; in which order is the engine's affair. */
function keys([item]: readonly Item[]): Value {
  if (!item || isAbsent(item)) return ABSENT;
  if (item.kind === 'unknown') return [item];
  if (isArrayItem(item)) return [gaveUp('$keys of an array is not evaluated')];
  const object = objectIn(item);
  if (!object) return ABSENT;
  if (object.rest.kind === 'unknown') return [object.rest];
  const names = [...object.fields].map(
    ([name, field]): Part => ({
      many: field.some((each) => isAbsent(each) || each.kind === 'unknown'),
      value: constantValue(name),
    }),
  );
  return inSomeOrder(names);
}

/** A sequence of these in any order. */
export function inSomeOrder(parts: readonly Part[]): Value {
  if (parts.length <= 1) return [sequenceOf(parts, 'sequence')];
  const several = parts.filter((part) => !part.many).length > 1;
  return [sequenceOf([many(anyOf(parts))], several ? 'open' : 'sequence')];
}

function spread(item: Item): Value {
  if (item.kind === 'unknown') return [item];
  if (isArrayItem(item)) return [gaveUp('$spread of an array is not evaluated')];
  const object = objectIn(item);
  if (!object) return item.kind === 'function' ? [gaveUp('$spread of a function')] : [item];
  if (object.rest.kind === 'unknown') return [object.rest];
  const parts = [...object.fields].map(([name, field]): Part => {
    const items = present(field);
    const many = items !== field || field.some((each) => each.kind === 'unknown');
    return { many, value: [fieldsOf(new Map([[name, items]]))] };
  });
  return inSomeOrder(parts);
}

interface Merged {
  readonly fields: ReadonlyMap<string, Value>;
  readonly rest: Absent | Unknown;
}

/** Later fields win; what can be missing in a later object can be the earlier one's. */
function merge(item: Item): Value {
  if (item.kind === 'unknown') return [item];
  let merged: Merged = { fields: new Map(), rest: NOTHING };
  for (const part of partsOf(item) ?? []) {
    const [only, ...others] = part.value;
    if (!only) return FAILS;
    const object =
      others.length === 0 ? (only.kind === 'unknown' ? { fields: new Map(), rest: only } : objectIn(only)) : undefined;
    if (!object) merged = { fields: new Map(), rest: gaveUp('one of the objects of $merge') };
    else merged = part.many ? either(merged, object) : over(merged, object);
  }
  return [fieldsOf(merged.fields, merged.rest)];
}

function over(base: Merged, top: Merged): Merged {
  if (top.rest.kind === 'unknown') {
    const certain = [...top.fields].filter(([, field]) => !field.some((each) => isAbsent(each)));
    return { fields: new Map(certain), rest: top.rest };
  }
  const fields = new Map(base.fields);
  for (const [name, field] of top.fields) {
    const items = present(field);
    const below = fields.get(name) ?? [base.rest];
    const all = items === field && !field.some((each) => each.kind === 'unknown') ? items : unite([items, below]);
    if (all.length > 0) fields.set(name, all);
  }
  return { fields, rest: base.rest };
}

/** Any number of times, or not at all. */
function either(base: Merged, top: Merged): Merged {
  if (top.rest.kind === 'unknown') return { fields: new Map(), rest: top.rest };
  const fields = new Map(base.fields);
  for (const [name, field] of top.fields) fields.set(name, unite([field, fields.get(name) ?? [base.rest]]));
  return { fields, rest: base.rest };
}

function assertion([condition]: readonly Item[]): Value {
  if (!condition || isAbsent(condition)) return FAILS;
  return truthOf(condition) === false ? FAILS : ABSENT;
}
