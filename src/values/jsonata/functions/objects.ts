import { ABSENT, type Absent, type Unknown } from '../../domain/possible.ts';
import { lookupName } from '../select.ts';
import { isAbsent, present, unite } from '../value/alternatives.ts';
import { arrayParts, inSomeOrder, isArrayItem } from '../value/arrays.ts';
import { constant } from '../value/convert.ts';
import { kindOfItem } from '../value/kinds.ts';
import { objectIn } from '../value/objects.ts';
import { itemTruth } from '../value/truth.ts';
import {
  type Alternatives,
  builtObject,
  constantValue,
  FAILS,
  gaveUp,
  type Item,
  NO_VALUE,
  type Part,
} from '../value/value.ts';
import { type Builtin, type CallSite, ofItem } from './builtin.ts';

/** https://docs.jsonata.org/object-functions, except those that call a function; also for partly known objects. */
export const OBJECT_FUNCTIONS: Readonly<Record<string, Builtin>> = {
  type: { signature: 'x', arity: 1, run: ofItem(type) },
  keys: { signature: 'x-', arity: 1, run: keys },
  lookup: { signature: 'x-s', arity: 2, run: lookup },
  spread: { signature: 'x-', arity: 1, run: ofItem(spread) },
  merge: { signature: 'a<o>', arity: 1, run: ofItem(merge) },
  error: { signature: 's?', arity: 1, run: () => FAILS },
  assert: { signature: 'bs?', arity: 2, run: assertion },
};

function type(item: Item): Alternatives {
  return item.kind === 'unknown' ? [item] : constantValue(kindOfItem(item));
}

function lookup([input, key]: readonly Item[], { evaluation }: CallSite): Alternatives {
  const name = key && constant(key);
  if (!input || isAbsent(input)) return NO_VALUE;
  if (typeof name === 'string') return lookupName(input, name, evaluation);
  const object = objectIn(input);
  // For a map, whatever the key: one of its values, or no value.
  if (object) return unite([...object.fields.values(), [object.rest], NO_VALUE]);
  return [gaveUp('a field whose name is not known')];
}

/** The names of an object's fields. Engines may differ in their order. */
function keys([item]: readonly Item[]): Alternatives {
  if (!item || isAbsent(item)) return NO_VALUE;
  if (item.kind === 'unknown') return [item];
  if (isArrayItem(item)) return [gaveUp('$keys of an array is not evaluated')];
  const object = objectIn(item);
  if (!object) return NO_VALUE;
  if (object.rest.kind === 'unknown') return [object.rest];
  const names = [...object.fields].map(
    ([name, field]): Part => ({
      many: field.some((each) => isAbsent(each) || each.kind === 'unknown'),
      value: constantValue(name),
    }),
  );
  return inSomeOrder(names);
}

function spread(item: Item): Alternatives {
  if (item.kind === 'unknown') return [item];
  if (isArrayItem(item)) return [gaveUp('$spread of an array is not evaluated')];
  const object = objectIn(item);
  if (!object) return item.kind === 'function' ? [gaveUp('$spread of a function')] : [item];
  if (object.rest.kind === 'unknown') return [object.rest];
  const parts = [...object.fields].map(([name, field]): Part => {
    const items = present(field);
    const many = items !== field || field.some((each) => each.kind === 'unknown');
    return { many, value: [builtObject(new Map([[name, items]]))] };
  });
  return inSomeOrder(parts);
}

interface Merged {
  readonly fields: ReadonlyMap<string, Alternatives>;
  readonly rest: Absent | Unknown;
}

/** Later fields win; a field that may be missing in a later object can have the earlier one's value. */
function merge(item: Item): Alternatives {
  if (item.kind === 'unknown') return [item];
  let merged: Merged = { fields: new Map(), rest: ABSENT };
  for (const part of arrayParts(item) ?? []) {
    const [only, ...others] = part.value;
    if (!only) return FAILS;
    const object =
      others.length === 0 ? (only.kind === 'unknown' ? { fields: new Map(), rest: only } : objectIn(only)) : undefined;
    if (!object) merged = { fields: new Map(), rest: gaveUp('one of the objects of $merge') };
    else merged = part.many ? either(merged, object) : over(merged, object);
  }
  return [builtObject(merged.fields, merged.rest)];
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

/** Any number of times, perhaps none. */
function either(base: Merged, top: Merged): Merged {
  if (top.rest.kind === 'unknown') return { fields: new Map(), rest: top.rest };
  const fields = new Map(base.fields);
  for (const [name, field] of top.fields) fields.set(name, unite([field, fields.get(name) ?? [base.rest]]));
  return { fields, rest: base.rest };
}

function assertion([condition]: readonly Item[]): Alternatives {
  if (!condition || isAbsent(condition)) return FAILS;
  return itemTruth(condition) === false ? FAILS : NO_VALUE;
}
