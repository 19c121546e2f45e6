import { isGiven } from '../values/compare.ts';
import { commonType, convert, describe, unified } from '../values/convert.ts';
import { integer } from '../values/number.ts';
import { BOOL, DYNAMIC, LIST_OF_STRINGS, NUMBER, STRING, sameType, type Type } from '../values/type.ts';
import {
  compareTexts,
  isMapping,
  isOpen,
  isSequence,
  list,
  map,
  number,
  object,
  openIn,
  refused,
  string,
  tuple,
  typeOf,
  unknown,
  type Value,
} from '../values/value.ts';
import type { Call, Functions, TerraformFunction } from './define.ts';
import { graphemes, textOf } from './strings.ts';

/** The functions of maps and of any collection, and the conversions. */
export const COLLECTIONS: Functions = {
  tostring: conversion(STRING),
  tonumber: conversion(NUMBER),
  tobool: conversion(BOOL),
  tolist: conversion({ kind: 'list', element: DYNAMIC }),
  toset: conversion({ kind: 'set', element: DYNAMIC }),
  tomap: conversion({ kind: 'map', element: DYNAMIC }),
  sensitive: same(),
  nonsensitive: same(),
  length: { params: [DYNAMIC], open: 'inside', result: NUMBER, run: ([value], call) => length(value, call) },
  keys: {
    params: [DYNAMIC],
    open: 'inside',
    run: ([value], call) => {
      if (!value || !isMapping(value)) return refused(call, 'it is no map');
      const names = [...value.entries.keys()].map(string);
      return value.kind === 'map' ? list(STRING, names) : tuple(names);
    },
  },
  values: {
    params: [DYNAMIC],
    open: 'inside',
    run: ([value], call) => {
      if (!value || !isMapping(value)) return refused(call, 'it is no map');
      const items = [...value.entries.values()];
      return value.kind === 'map' ? list(value.element, items) : tuple(items);
    },
  },
  lookup: { params: [DYNAMIC, STRING], rest: DYNAMIC, open: 'all', nullable: true, run: lookup },
  merge: { params: [], rest: DYNAMIC, open: 'inside', nullable: true, run: merge },
  zipmap: { params: [LIST_OF_STRINGS, DYNAMIC], open: 'inside', run: zipmap },
  coalesce: { params: [], rest: DYNAMIC, open: 'all', nullable: true, run: coalesce },
  transpose: {
    params: [{ kind: 'map', element: LIST_OF_STRINGS }],
    run: ([value]) => {
      const names = new Map<string, string[]>();
      for (const [name, items] of value && isMapping(value) ? value.entries : []) {
        for (const item of isSequence(items) ? items.items : []) {
          names.set(textOf(item), [...(names.get(textOf(item)) ?? []), name]);
        }
      }
      const entries = [...names].map(
        ([name, items]) => [name, list(STRING, items.toSorted(compareTexts).map(string))] as const,
      );
      return map(LIST_OF_STRINGS, entries);
    },
  },
};

function conversion(type: Type): TerraformFunction {
  return {
    params: [DYNAMIC],
    open: 'all',
    nullable: true,
    run: ([value], call) => (value ? convert(value, type, call) : refused(call, 'it has no argument')),
  };
}

function same(): TerraformFunction {
  return {
    params: [DYNAMIC],
    open: 'all',
    nullable: true,
    run: ([value], call) => value ?? refused(call, 'it has no argument'),
  };
}

function length(value: Value | undefined, call: Call): Value {
  if (value?.kind === 'string') return number(integer(graphemes(value.value).length));
  if (value?.kind === 'text') return unknown(call, 'the text is known only in part');
  if (value && isMapping(value)) return number(integer(value.entries.size));
  if (!value || !isSequence(value)) return refused(call, 'it has no length');
  if (value.kind === 'set' && value.items.length > 1 && openIn(value)) {
    return unknown(call, 'whether items of the set are the same is known only after apply');
  }
  return number(integer(value.items.length));
}

function lookup([value, key, fallback, ...more]: readonly Value[], call: Call): Value {
  if (!value || !key || more.length > 0) return refused(call, 'it has two or three arguments');
  if (value.kind === 'null' || key.kind === 'null') return refused(call, 'an argument is null');
  if (value.kind === 'unknown') return value;
  if (isOpen(value) || key.kind !== 'string') return unknown(call, 'what it looks up is known only after apply');
  if (!isMapping(value)) return refused(call, `${describe(value)} is no map`);
  const found = value.entries.get(key.value);
  if (value.kind === 'map' && fallback) {
    const converted = convert(fallback, value.element, call);
    return found ?? converted;
  }
  return found ?? fallback ?? refused(call, `there is no ${JSON.stringify(key.value)} in the map`);
}

function merge(args: readonly Value[], call: Call): Value {
  const wrong = args.find((arg) => !isMapping(arg) && arg.kind !== 'null');
  if (wrong) return refused(call, `${describe(wrong)} is no map`);
  const mappings = args.filter(isMapping);
  const entries = mappings.flatMap(({ entries }) => [...entries]);
  const [first] = args;
  const allMaps = first?.kind === 'map' && args.every((arg) => sameType(typeOf(arg), typeOf(first)));
  if (allMaps) return map(first.element, entries);
  // Which type a null has is not known here, and with it, whether the result is a map.
  return object(entries);
}

function zipmap([keys, values]: readonly Value[], call: Call): Value {
  if (keys?.kind !== 'list' || !values || (values.kind !== 'list' && values.kind !== 'tuple')) {
    return refused(call, 'it needs two lists');
  }
  if (keys.items.length !== values.items.length) return refused(call, 'there are not as many keys as values');
  if (openIn(keys)) return unknown(call, 'a key is known only after apply');
  const entries: [string, Value][] = [];
  for (const [index, key] of keys.items.entries()) {
    const value = values.items[index];
    if (key.kind !== 'string' || !value) return refused(call, 'a key is null');
    entries.push([key.value, value]);
  }
  return values.kind === 'list' ? map(values.element, entries) : object(entries);
}

/** The first that is neither null nor empty. */
function coalesce(args: readonly Value[], call: Call): Value {
  if (args.length === 0) return refused(call, 'it has no arguments');
  const values = unified(args, call);
  if (!values) return refused(call, 'its arguments have no common type');
  const isText = commonType(args)?.kind === 'string';
  for (const value of values) {
    if (value.kind === 'null' || (isText && value.kind === 'string' && value.value === '')) continue;
    if (isGiven(value) || !(isOpen(value) || value.kind === 'text')) {
      return value.kind === 'string' && value.value === ''
        ? unknown(call, 'the type of its arguments is not known')
        : value;
    }
    const open = openIn(value);
    return open?.kind === 'unknown' ? open : unknown(call, 'whether an argument is empty is known only after apply');
  }
  return refused(call, 'all arguments are null or empty');
}
