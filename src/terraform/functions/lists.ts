import { equal, isGiven } from '../values/compare.ts';
import { convert, describe } from '../values/convert.ts';
import { add, compare, integer, type Numeral, safeInteger, ZERO } from '../values/number.ts';
import { BOOL, DYNAMIC, LIST_OF_STRINGS, NUMBER, STRING, type Type, unify } from '../values/type.ts';
import {
  bool,
  compareTexts,
  isOpen,
  isSequence,
  keyOf,
  list,
  number,
  openIn,
  orderedItems,
  refused,
  tuple,
  typeOf,
  unknown,
  type Value,
} from '../values/value.ts';
import type { Call, Functions } from './define.ts';
import { textOf } from './strings.ts';

const LIST: Type = { kind: 'list', element: DYNAMIC };
/** Terraform refuses a longer range. */
const MAX_RANGE = 1024;

/** The functions of lists: each takes a list that has parts which aren't known, where that makes no difference. */
export const LISTS: Functions = {
  concat: { params: [], rest: DYNAMIC, open: 'inside', run: concat },
  element: { params: [DYNAMIC, NUMBER], open: 'inside', run: element },
  flatten: { params: [DYNAMIC], open: 'inside', run: ([items], call) => flatten(items, call) },
  reverse: {
    params: [DYNAMIC],
    open: 'inside',
    run: ([items], call) => {
      if (!items || !isSequence(items)) return refused(call, 'it is no list');
      const ordered = orderedItems(items);
      if (!ordered) return unknown(call, 'the order of the set is known only to Terraform');
      return items.kind === 'tuple' ? tuple(ordered.toReversed()) : list(items.element, ordered.toReversed());
    },
  },
  slice: { params: [DYNAMIC, NUMBER, NUMBER], open: 'inside', run: slice },
  sort: {
    params: [LIST_OF_STRINGS],
    result: LIST_OF_STRINGS,
    run: ([items], call) => {
      const values = items?.kind === 'list' ? items.items : [];
      if (values.some(({ kind }) => kind === 'null')) return refused(call, 'an item is null');
      return list(
        STRING,
        values.toSorted((a, b) => compareTexts(textOf(a), textOf(b))),
      );
    },
  },
  distinct: { params: [LIST], open: 'inside', run: distinct },
  compact: { params: [LIST_OF_STRINGS], open: 'inside', result: LIST_OF_STRINGS, run: compact },
  contains: { params: [DYNAMIC, DYNAMIC], open: 'all', result: BOOL, run: contains },
  index: {
    params: [DYNAMIC, DYNAMIC],
    result: NUMBER,
    run: ([items, wanted], call) => {
      if (!items || !wanted || (items.kind !== 'list' && items.kind !== 'tuple')) return refused(call, 'it is no list');
      const matches = items.items.map((item) => equal(item, wanted));
      const at = matches.findIndex((match) => match !== false);
      if (at < 0) return refused(call, 'no item equals the value');
      return matches[at] ? number(integer(at)) : unknown(call, 'whether an item equals the value is not known');
    },
  },
  coalescelist: {
    params: [],
    rest: DYNAMIC,
    open: 'all',
    nullable: true,
    run: (args, call) => {
      for (const arg of args) {
        if (isOpen(arg)) return arg.kind === 'unknown' ? arg : unknown(call, 'a list is known only after apply');
        if (arg.kind !== 'null' && arg.kind !== 'list' && arg.kind !== 'tuple')
          return refused(call, `${describe(arg)} is no list`);
      }
      const first = args.find((arg) => isSequence(arg) && arg.items.length > 0);
      return first ?? refused(call, 'all lists are empty');
    },
  },
  chunklist: {
    params: [LIST, NUMBER],
    open: 'inside',
    run: ([items, size], call) => {
      const length = size?.kind === 'number' ? safeInteger(size.value) : undefined;
      if (items?.kind !== 'list' || length === undefined || length < 0) return refused(call, 'the size is no length');
      const chunks: Value[] = [];
      const step = length === 0 ? Math.max(items.items.length, 1) : length;
      for (let i = 0; i < items.items.length; i += step)
        chunks.push(list(items.element, items.items.slice(i, i + step)));
      return list(typeOf(items), chunks);
    },
  },
  range: { params: [NUMBER], rest: NUMBER, run: range },
  one: {
    params: [DYNAMIC],
    open: 'inside',
    run: ([items], call) => {
      if (!items || !isSequence(items) || items.items.length > 1) return refused(call, 'it has more than one item');
      return items.items[0] ?? { kind: 'null', type: items.kind === 'tuple' ? { kind: 'null' } : items.element };
    },
  },
  matchkeys: {
    params: [LIST, LIST, LIST],
    run: ([values, keys, wanted], call) => {
      if (values?.kind !== 'list' || keys?.kind !== 'list' || wanted?.kind !== 'list')
        return refused(call, 'it is no list');
      if (values.items.length !== keys.items.length) return refused(call, 'there are not as many keys as values');
      if (!unify([typeOf(keys), typeOf(wanted)])) return refused(call, 'the keys have another type');
      if (JSON.stringify(keys.element) !== JSON.stringify(wanted.element))
        return unknown(call, 'the keys have another type');
      const set = new Set(wanted.items.map(keyOf));
      return list(
        values.element,
        values.items.filter((_, index) => set.has(keyOf(keys.items[index] ?? bool(false)))),
      );
    },
  },
  alltrue: {
    params: [{ kind: 'list', element: BOOL }],
    open: 'inside',
    result: BOOL,
    run: (args, call) => every(args, call, true),
  },
  anytrue: {
    params: [{ kind: 'list', element: BOOL }],
    open: 'inside',
    result: BOOL,
    run: (args, call) => every(args, call, false),
  },
};

function concat(args: readonly Value[], call: Call): Value {
  if (args.length === 0) return refused(call, 'it has no arguments');
  const wrong = args.find(({ kind }) => kind !== 'list' && kind !== 'tuple');
  if (wrong) return refused(call, `${describe(wrong)} is no list`);
  const lists = args.filter(isSequence);
  if (lists.every(({ kind }) => kind === 'list')) {
    const type = unify(lists.map(typeOf));
    if (type?.kind === 'list') {
      const items = lists.flatMap((one) => {
        const converted = convert(one, type, call);
        return isSequence(converted) ? converted.items : [];
      });
      return list(type.element, items);
    }
    if (type) return unknown(call, 'the type of its items is not known');
  }
  return tuple(lists.flatMap(({ items }) => items));
}

function element([items, index]: readonly Value[], call: Call): Value {
  const at = index?.kind === 'number' ? safeInteger(index.value) : undefined;
  if (!items || !isSequence(items) || items.kind === 'set' || at === undefined)
    return refused(call, 'it has no such index');
  const { length } = items.items;
  return items.items[((at % length) + length) % length] ?? refused(call, 'the list is empty');
}

function flatten(value: Value | undefined, call: Call): Value {
  if (!value || !isSequence(value)) return refused(call, 'it is no list');
  const items: Value[] = [];
  const open: Value[] = [value];
  for (let next = open.pop(); next; next = open.pop()) {
    if (isSequence(next)) {
      const ordered = orderedItems(next);
      if (!ordered) return unknown(call, 'the order of the set is known only to Terraform');
      open.push(...ordered.toReversed());
    } else if (isOpen(next) && next.type.kind !== 'string') {
      // It may be a list itself.
      return next.kind === 'unknown' ? next : unknown(call, 'an item may be a list, which is known only after apply');
    } else items.push(next);
  }
  return tuple(items);
}

function slice([items, start, end]: readonly Value[], call: Call): Value {
  const from = start?.kind === 'number' ? safeInteger(start.value) : undefined;
  const to = end?.kind === 'number' ? safeInteger(end.value) : undefined;
  if (!items || !isSequence(items) || items.kind === 'set') return refused(call, 'it is no list');
  if (from === undefined || to === undefined || from < 0 || from > to || to > items.items.length) {
    return refused(call, 'the list has no such part');
  }
  const part = items.items.slice(from, to);
  return items.kind === 'tuple' ? tuple(part) : list(items.element, part);
}

function distinct([items]: readonly Value[], call: Call): Value {
  if (items?.kind !== 'list') return refused(call, 'it is no list');
  const kept: Value[] = [];
  const keys = new Set<string>();
  for (const item of items.items) {
    const key = keyOf(item);
    if (keys.has(key)) continue;
    const open = openIn(item) !== undefined || kept.some((other) => openIn(other) !== undefined);
    if (open && kept.some((other) => equal(other, item) === undefined)) {
      return unknown(call, 'whether its items are the same is known only after apply');
    }
    keys.add(key);
    kept.push(item);
  }
  return list(items.element, kept);
}

function compact([items]: readonly Value[], call: Call): Value {
  const values = items?.kind === 'list' ? items.items : [];
  const doubtful = values.find((item) => openIn(item) && !isGiven(item));
  if (doubtful) {
    const open = openIn(doubtful);
    return open?.kind === 'unknown' ? open : unknown(call, 'whether an item is empty is known only after apply');
  }
  return list(
    STRING,
    values.filter((item) => item.kind !== 'null' && (item.kind !== 'string' || item.value !== '')),
  );
}

function contains([items, wanted]: readonly Value[], call: Call): Value {
  if (!items || !wanted) return refused(call, 'it has too few arguments');
  if (isOpen(items)) return items.kind === 'unknown' ? items : unknown(call, 'the list is known only after apply');
  if (!isSequence(items)) return refused(call, `${describe(items)} is no list`);
  const matches = items.items.map((item) => equal(item, wanted));
  if (matches.includes(true)) return bool(true);
  return matches.includes(undefined)
    ? unknown(call, 'whether an item equals the value is known only after apply')
    : bool(false);
}

function range(args: readonly Value[], call: Call): Value {
  const [first = ZERO, second, third] = args.flatMap((arg) => (arg.kind === 'number' ? [arg.value] : []));
  if (args.length > 3) return refused(call, 'it has more than three arguments');
  const [start, end] = second === undefined ? [ZERO, first] : [first, second];
  const isDown = compare(end, start) < 0;
  const step: Numeral = third ?? (isDown ? integer(-1) : integer(1));
  const direction = compare(step, ZERO);
  if (direction === 0 || (isDown ? direction > 0 : direction < 0)) {
    return compare(start, end) === 0 && direction !== 0 ? list(NUMBER, []) : refused(call, 'the step leads nowhere');
  }
  const items: Value[] = [];
  for (let at = start; compare(at, end) * direction < 0; at = add(at, step)) {
    if (items.length >= MAX_RANGE) return refused(call, `it has more than ${MAX_RANGE} items`);
    items.push(number(at));
  }
  return list(NUMBER, items);
}

function every([items]: readonly Value[], call: Call, all: boolean): Value {
  const values = items?.kind === 'list' ? items.items : [];
  if (values.some((item) => (item.kind === 'bool' ? item.value !== all : item.kind === 'null' && all)))
    return bool(!all);
  return values.some(isOpen) ? unknown(call, 'an item is known only after apply') : bool(all);
}
