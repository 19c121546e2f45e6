import { spend } from '../scope.ts';
import { choose, isAbsent } from '../value/alternatives.ts';
import { anyOf, arrayParts, knownLength, many, one } from '../value/arrays.ts';
import { areEqual } from '../value/equality.ts';
import {
  type Alternatives,
  constantValue,
  gaveUp,
  type Item,
  NO_VALUE,
  type Part,
  sequenceOf,
} from '../value/value.ts';
import { type Builtin, type CallSite, ofItem } from './builtin.ts';
import { byFunction, sortedItems } from './sort.ts';

/** https://docs.jsonata.org/array-functions, and $count; also for partly known arrays. */
export const ARRAYS: Readonly<Record<string, Builtin>> = {
  count: { signature: 'a', arity: 1, run: count },
  append: { signature: 'xx', arity: 2, run: append },
  reverse: { signature: 'a', arity: 1, run: ofItem(reverse) },
  shuffle: { signature: 'a', arity: 1, run: ofItem(shuffle) },
  distinct: { signature: 'x', arity: 1, run: ofItem(distinct) },
  zip: { signature: 'a+', arity: 0, run: zip },
  sort: { signature: 'af?', arity: 2, run: sort },
};

function count([list]: readonly Item[]): Alternatives {
  if (!list || isAbsent(list)) return constantValue(0);
  if (list.kind === 'unknown') return [list];
  const length = knownLength(arrayParts(list) ?? []);
  return length === undefined ? [gaveUp('how many items a list has')] : constantValue(length);
}

function append([first, second]: readonly Item[]): Alternatives {
  if (!first || isAbsent(first)) return second ? [second] : NO_VALUE;
  if (!second || isAbsent(second)) return [first];
  const parts = [first, second].flatMap(appended);
  const plain = sequenceOf(parts, 'plain');
  // An unknown one may be no value, and then the other isn't made an array.
  if (first.kind === 'unknown' && second.kind === 'unknown') return [first];
  if (first.kind === 'unknown') return choose([second, plain]);
  return second.kind === 'unknown' ? choose([first, plain]) : [plain];
}

function appended(item: Item): readonly Part[] {
  if (item.kind === 'unknown') return [many([item])];
  return arrayParts(item) ?? [one([item])];
}

function reverse(item: Item): Alternatives {
  const parts = arrayParts(item);
  if (item.kind === 'unknown' || !parts) return [item];
  if (knownLength(parts) === undefined)
    return item.kind === 'sequence'
      ? [item, sequenceOf(parts.toReversed(), 'plain')]
      : [sequenceOf(parts.toReversed(), 'plain')];
  return parts.length <= 1 ? [item] : [sequenceOf(parts.toReversed(), 'plain')];
}

/** Any order of the items. */
function shuffle(item: Item): Alternatives {
  const parts = arrayParts(item);
  if (item.kind === 'unknown' || !parts) return [item];
  const any = anyOf(parts);
  const shuffled = sequenceOf(
    parts.map(({ many: isMany }) => ({ many: isMany, value: any })),
    'plain',
  );
  if (knownLength(parts) !== undefined) return parts.length <= 1 ? [item] : [shuffled];
  return item.kind === 'sequence' ? [item, shuffled] : [shuffled];
}

function distinct(item: Item, { evaluation }: CallSite): Alternatives {
  const parts = arrayParts(item);
  if (!parts || item.kind === 'unknown') return [item];
  if (knownLength(parts) === undefined) return [sequenceOf([many(anyOf(parts))], 'sequence')];
  if (parts.length <= 1) return [item];
  const kept: Part[] = [];
  let uncertain = false;
  for (const part of parts) {
    if (!spend(evaluation, 1 + kept.length * part.value.length)) return [gaveUp('')];
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

function zip(lists: readonly Item[]): Alternatives {
  const unknown = lists.find((list) => list.kind === 'unknown');
  if (unknown) return [unknown];
  const columns = lists.map((list) => arrayParts(list) ?? []);
  if (columns.some((parts) => knownLength(parts) === undefined))
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

function sort([list, func]: readonly Item[], site: CallSite): Alternatives {
  if (!list || isAbsent(list)) return NO_VALUE;
  if (list.kind === 'unknown') return [list];
  const parts = arrayParts(list) ?? [];
  if (knownLength(parts) !== undefined && parts.length <= 1) return [list];
  if (!func || isAbsent(func)) return parts.some((part) => part.many) ? openOrder(parts) : sortedItems(parts);
  return byFunction(parts, func, site) ?? openOrder(parts);
}

function openOrder(parts: readonly Part[]): Alternatives {
  return [sequenceOf([many(anyOf(parts))], 'sequence')];
}
