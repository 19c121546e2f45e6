import { compareKeys } from '../sort.ts';
import { anyOf, knownLength, many } from '../value/arrays.ts';
import { constant } from '../value/convert.ts';
import { itemTruth } from '../value/truth.ts';
import { type Alternatives, FAILS, type Item, type Part, sequenceOf } from '../value/value.ts';
import type { CallSite } from './builtin.ts';

/** `$sort` without a function: all numbers or all texts. */
export function sortedItems(parts: readonly Part[]): Alternatives {
  const keys: (string | number)[] = [];
  for (const part of parts) {
    const [item, ...others] = part.value;
    const key = part.many || others.length > 0 || !item ? undefined : constant(item);
    if (typeof key !== 'string' && typeof key !== 'number') {
      const isOther = part.value.every((each) => constant(each) !== undefined);
      return isOther && !part.many && others.length === 0 ? FAILS : [sequenceOf([many(anyOf(parts))], 'plain')];
    }
    keys.push(key);
  }
  if (new Set(keys.map((key) => typeof key)).size > 1) return FAILS;
  const order = [...keys.keys()].sort((a, b) => compareKeys([keys[a]], [keys[b]], [ASCENDING]));
  return [
    sequenceOf(
      order.flatMap((index) => parts[index] ?? []),
      'plain',
    ),
  ];
}

const ASCENDING = { descending: false };

/** More items aren't sorted by a function. */
const MAX_SORTED = 24;

/** `$sort` by a function whose answers are consistent for every two items; undefined for any other function. */
export function byFunction(parts: readonly Part[], func: Item, site: CallSite): Alternatives | undefined {
  if (func.kind !== 'function' || parts.length > MAX_SORTED || knownLength(parts) === undefined) return undefined;
  if (site.arityOf(func) !== 2) return undefined;
  const swaps = parts.map((a) => parts.map((b) => (a === b ? false : truth(site.call(func, [a.value, b.value])))));
  if (swaps.flat().includes(undefined)) return undefined;
  const isAfter = (a: number, b: number): boolean => swaps[a]?.[b] === true;
  const order = [...parts.keys()].sort((a, b) => Number(isAfter(a, b)) - Number(isAfter(b, a)) || a - b);
  const consistent = order.every((a, at) => order.slice(at + 1).every((b) => !isAfter(a, b)));
  const stable = order.every((a, at) => order.slice(at + 1).every((b) => a < b || isAfter(b, a)));
  return consistent && stable
    ? [
        sequenceOf(
          order.flatMap((index) => parts[index] ?? []),
          'plain',
        ),
      ]
    : undefined;
}

function truth(value: Alternatives): boolean | undefined {
  const [only, ...others] = value;
  return only && others.length === 0 ? itemTruth(only) : undefined;
}
