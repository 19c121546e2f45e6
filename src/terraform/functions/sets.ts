import { convert } from '../values/convert.ts';
import { DYNAMIC, type Type, unify } from '../values/type.ts';
import {
  isOpen,
  isSequence,
  keyOf,
  list,
  openIn,
  orderedItems,
  refused,
  set,
  tuple,
  typeOf,
  unknown,
  type Value,
} from '../values/value.ts';
import type { Call, Functions, TerraformFunction } from './define.ts';

const SET: Type = { kind: 'set', element: DYNAMIC };

type Items = readonly Value[];

/** The functions of sets. */
export const SETS: Functions = {
  setunion: { ...operation((a, b) => [...a, ...b]), open: 'inside' },
  setintersection: operation((a, b) => a.filter((item) => has(b, item))),
  setsubtract: operation((a, b) => a.filter((item) => !has(b, item))),
  setsymmetricdifference: operation((a, b) => [
    ...a.filter((item) => !has(b, item)),
    ...b.filter((item) => !has(a, item)),
  ]),
  setproduct: { params: [DYNAMIC, DYNAMIC], rest: DYNAMIC, open: 'inside', run: product },
};

function has(items: Items, wanted: Value): boolean {
  const key = keyOf(wanted);
  return items.some((item) => keyOf(item) === key);
}

function operation(result: (a: Items, b: Items) => Items): TerraformFunction {
  return {
    params: [SET],
    rest: SET,
    run: (args, call) => {
      const types = args.flatMap((arg) => (arg.kind === 'set' && arg.items.length > 0 ? [arg.element] : []));
      const element = types.length === 0 ? DYNAMIC : unify(types);
      if (!element) return refused(call, 'the sets have no common type');
      const sets: Items[] = [];
      for (const arg of args) {
        const converted = convert(arg, { kind: 'set', element }, call);
        if (converted.kind !== 'set') return converted;
        call.world.budget.steps -= converted.items.length ** 2 / 10;
        sets.push(converted.items);
      }
      return set(element, sets.reduce(result));
    },
  };
}

const MAX_PRODUCT = 20_000;

function product(args: readonly Value[], call: Call): Value {
  const columns: Items[] = [];
  const types: Type[] = [];
  for (const arg of args) {
    if (!isSequence(arg)) return refused(call, 'an argument is no set and no list');
    const items = orderedItems(arg);
    if (!items) return unknown(call, 'the order of the set is known only to Terraform');
    const element = arg.kind === 'tuple' ? unify(items.map(typeOf)) : arg.element;
    if (!element) return refused(call, 'the items of an argument have no common type');
    types.push(items.length === 0 && arg.kind === 'tuple' ? DYNAMIC : element);
    columns.push(items.map((item) => convert(item, element, call)));
  }
  const size = columns.reduce((total, { length }) => total * length, 1);
  if (size > MAX_PRODUCT) return unknown(call, `it has more than ${MAX_PRODUCT} items`);
  const rows = columns.reduce<Items[]>(
    (found, column) => found.flatMap((row) => column.map((item) => [...row, item])),
    [[]],
  );
  const element: Type = { kind: 'tuple', elements: types };
  const tuples = rows.map((row) => tuple(row));
  if (args.every(({ kind }) => kind !== 'set')) return list(element, tuples);
  const open = tuples.find((item) => openIn(item) !== undefined);
  return open && isOpen(open) ? open : set(element, tuples);
}
