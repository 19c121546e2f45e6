import { ABSENT, type Absent, type Unknown } from '../domain/possible.ts';
import { nameUnknown } from './naming.ts';
import { type Environment, evaluate, spend } from './scope.ts';
import type { Expression, ObjectPair } from './syntax/expression.ts';
import { choose, isAbsent, present, unite } from './value/alternatives.ts';
import { anyOf, arrayParts, isArrayItem, knownLength, many, one } from './value/arrays.ts';
import { constant } from './value/convert.ts';
import { isTextItem } from './value/kinds.ts';
import { type Alternatives, builtObject, FAILS, gaveUp, type Item, type Part, sequenceOf } from './value/value.ts';

const MAX_WAYS = 32;

/** `[a, b]`: arrays add their items, except those of another constructor; no value adds nothing. */
export function arrayConstructor(items: readonly Expression[], constructs: boolean, scope: Environment): Alternatives {
  let ways: readonly (readonly Part[])[] = [[]];
  for (const node of items) {
    const value = nameUnknown(evaluate(node, scope), node, scope.evaluation);
    if (value.length === 0) return FAILS;
    const additions = node.kind === 'array' ? nested(value) : itemsOf(value);
    if (
      !spend(
        scope.evaluation,
        additions.reduce((sum, parts) => sum + parts.length, 0),
      )
    )
      return [gaveUp('')];
    if (ways.length * additions.length > MAX_WAYS) ways = ways.map((way) => [...way, many(anyOf(additions.flat()))]);
    else ways = ways.flatMap((way) => additions.map((parts) => [...way, ...parts]));
  }
  return choose(ways.map((way) => sequenceOf(way, 'plain', constructs)));
}

/** What an item of a constructor can add to the array: a list of parts for each possible outcome. */
function itemsOf(value: Alternatives): readonly (readonly Part[])[] {
  const additions: (readonly Part[])[] = [];
  const single: Item[] = [];
  for (const item of value) {
    if (isAbsent(item)) additions.push([]);
    else if (item.kind === 'unknown') additions.push([many([item])]);
    else if (isArrayItem(item)) additions.push(arrayParts(item) ?? []);
    else single.push(item);
  }
  return single.length > 0 ? [...additions, [one(single)]] : additions;
}

function nested(value: Alternatives): readonly (readonly Part[])[] {
  const [only] = value;
  if (only?.kind === 'unknown') return [[many(value)]];
  const items = present(value);
  return items === value ? [[one(value)]] : [[], ...(items.length > 0 ? [[one(items)]] : [])];
}

/** `{k: v}`: one object of the context; if that is an array, its items are grouped by key. */
export function objectConstructor(pairs: readonly ObjectPair[], scope: Environment): Alternatives {
  const { context, evaluation } = scope;
  if (context === evaluation.root || !isArrayItem(context)) return objectOfPairs(pairs, scope, scope);
  return groupBy(pairs, [context], scope);
}

/** Keys are evaluated for each item, values for all items of a group. */
function objectOfPairs(pairs: readonly ObjectPair[], keys: Environment, values: Environment): Alternatives {
  const fields = new Map<string, Alternatives>();
  let rest: Absent | Unknown = ABSENT;
  for (const [keyNode, valueNode] of pairs) {
    const key = evaluate(keyNode, keys);
    const value = nameUnknown(evaluate(valueNode, values), valueNode, values.evaluation);
    if (!key.some(canBeKey)) return FAILS;
    const [only] = key;
    if (key.length === 1 && only && isAbsent(only)) continue;
    if (value.length === 0) {
      // Without a key, the value is not evaluated.
      if (key.some((item) => isAbsent(item) || item.kind === 'unknown')) continue;
      return FAILS;
    }
    const name = key.length === 1 && only ? constant(only) : undefined;
    if (typeof name !== 'string') rest = gaveUp('a field whose name is not known');
    else if (fields.has(name)) return FAILS;
    else if (value.some((item) => !isAbsent(item))) fields.set(name, value);
  }
  return [builtObject(fields, rest)];
}

function canBeKey(item: Item): boolean {
  return item.kind === 'unknown' || isTextItem(item) || isAbsent(item);
}

interface Group {
  readonly pair: number;
  readonly parts: Part[];
}

/** `…{k: v}`: an object with a field for each key that the items give; the value is that of all items with the key. */
export function groupBy(pairs: readonly ObjectPair[], value: Alternatives, scope: Environment): Alternatives {
  return unite(value.map((item) => groupItems(pairs, item, scope)));
}

function groupItems(pairs: readonly ObjectPair[], item: Item, scope: Environment): Alternatives {
  if (item.kind === 'unknown') return objectOfPairs(pairs, { ...scope, context: item }, { ...scope, context: item });
  const parts = arrayParts(item) ?? [one([item])];
  if (knownLength(parts) === 0) {
    // The package adds an item to the array itself, where the rest of the expression sees it.
    scope.evaluation.stopped ??= 'the groups of an empty array';
    return [gaveUp(scope.evaluation.stopped)];
  }
  const groups = groupsOf(pairs, parts, scope);
  if (groups === 'fails') return FAILS;
  if (!groups) {
    const context = gaveUp('the items of a group');
    return objectOfPairs(pairs, { ...scope, context }, { ...scope, context });
  }
  const fields = new Map<string, Alternatives>();
  for (const [name, group] of groups) {
    const valueNode = pairs[group.pair]?.[1];
    const context = contextOf(group.parts);
    if (!valueNode) continue;
    const field = nameUnknown(evaluate(valueNode, { ...scope, context }), valueNode, scope.evaluation);
    if (field.length === 0) return FAILS;
    if (field.some((each) => !isAbsent(each))) fields.set(name, field);
  }
  return [builtObject(fields)];
}

function contextOf(parts: readonly Part[]): Item {
  const [first] = parts;
  const [only, ...others] = first?.value ?? [];
  if (parts.length === 1) return only && others.length === 0 ? only : gaveUp('the item of a group');
  const mixes = parts.some((part) => part.value.some((item) => isArrayItem(item) || item.kind === 'unknown'));
  return mixes ? gaveUp('the items of a group') : sequenceOf(parts, 'plain');
}

/** The groups if every key is known; otherwise undefined. */
function groupsOf(
  pairs: readonly ObjectPair[],
  parts: readonly Part[],
  scope: Environment,
): ReadonlyMap<string, Group> | 'fails' | undefined {
  const groups = new Map<string, Group>();
  for (const part of parts) {
    const [context, ...others] = part.value;
    if (part.many || !context || others.length > 0) return undefined;
    for (const [index, [keyNode]] of pairs.entries()) {
      const key = evaluate(keyNode, { ...scope, context });
      if (!key.some(canBeKey)) return 'fails';
      const [only, ...more] = key;
      if (!only || more.length > 0) return undefined;
      if (isAbsent(only)) continue;
      const name = constant(only);
      if (typeof name !== 'string') return undefined;
      const group = groups.get(name);
      if (group && group.pair !== index) return 'fails';
      if (group) group.parts.push(part);
      else groups.set(name, { pair: index, parts: [part] });
    }
  }
  return groups;
}
