import { isArray } from '../../asl/json.ts';
import { type Environment, evaluate, spend } from './scope.ts';
import type { Expression } from './syntax/expression.ts';
import { choose, isAbsent, unite } from './value/alternatives.ts';
import { anyOf, arrayParts, isArrayItem, many, one } from './value/arrays.ts';
import { constant } from './value/convert.ts';
import { itemTruth } from './value/truth.ts';
import { type Alternatives, FAILS, gaveUp, type Item, type Part, sequenceOf } from './value/value.ts';

const EMPTY: Alternatives = [sequenceOf([], 'sequence')];

export function filterAll(predicates: readonly Expression[], value: Alternatives, scope: Environment): Alternatives {
  let result = value;
  for (const predicate of predicates) {
    result = unite(result.map((item) => filter(predicate, item, scope)));
  }
  return result;
}

function filter(predicate: Expression, item: Item, scope: Environment): Alternatives {
  if (item.kind === 'unknown') return [item];
  const isIndex = predicate.kind === 'literal' && typeof predicate.value === 'number';
  if (isAbsent(item)) return isIndex || failsFor(predicate, item, scope) ? EMPTY : [gaveUp('a predicate on nothing')];
  const parts = arrayParts(item) ?? [one([item])];
  if (predicate.kind === 'literal' && typeof predicate.value === 'number')
    return at(parts, Math.floor(predicate.value));
  return keepWhere(parts, predicate, scope);
}

/** No value is treated as an item: a predicate that doesn't hold for it keeps nothing. */
function failsFor(predicate: Expression, context: Item, scope: Environment): boolean {
  const results = evaluate(predicate, { ...scope, context });
  return results.every((item) => itemTruth(item) === false && typeof constant(item) !== 'number' && !isArrayItem(item));
}

/** The item at an index, counted from the end if it is negative. */
function at(parts: readonly Part[], index: number): Alternatives {
  const counted = index >= 0 ? parts.slice(0, index + 1) : parts.slice(index);
  if (counted.every((part) => !part.many)) {
    const part = index >= 0 ? counted[index] : counted.length === -index ? counted[0] : undefined;
    // If any number of items may come before or after it, the position is certain only once it has been reached.
    if (part || parts.every((each) => !each.many)) return part ? itemOf(part.value) : EMPTY;
  }
  return unite([EMPTY, itemOf(anyOf(parts))]);
}

function itemOf(value: Alternatives): Alternatives {
  const arrays = value.filter((item) => isArrayItem(item) || item.kind === 'unknown');
  const others = value.filter((item) => !arrays.includes(item));
  return others.length === 0 ? arrays : choose([...arrays, sequenceOf([one(others)], 'sequence')]);
}

/** The most items that may or may not be kept and are still told apart. */
const MAX_UNCERTAIN = 4;

function keepWhere(parts: readonly Part[], predicate: Expression, scope: Environment): Alternatives {
  if (!spend(scope.evaluation, parts.length)) return [gaveUp('')];
  const length = parts.every((part) => !part.many) ? parts.length : undefined;
  let ways: readonly (readonly Part[])[] = [[]];
  let uncertain = 0;
  for (const [index, part] of parts.entries()) {
    const kept = keptOf(part, predicate, { index, length }, scope);
    if (!kept) return FAILS;
    if (kept.value.length === 0) continue;
    if (part.many || kept.times === 'any') ways = ways.map((way) => [...way, many(kept.value)]);
    else if (kept.times === 'once') ways = ways.map((way) => [...way, one(kept.value)]);
    else if (++uncertain > MAX_UNCERTAIN) ways = ways.map((way) => [...way, many(kept.value)]);
    else ways = [...ways, ...ways.map((way) => [...way, one(kept.value)])];
  }
  return choose(ways.map((way) => sequenceOf(way, 'sequence')));
}

interface Kept {
  readonly value: Alternatives;
  readonly times: 'once' | 'perhaps' | 'any';
}

interface Position {
  readonly index: number;
  /** Undefined if the number of items isn't certain, and so what an index refers to. */
  readonly length: number | undefined;
}

/** What a predicate keeps of an item; undefined if it always fails. */
function keptOf(part: Part, predicate: Expression, position: Position, scope: Environment): Kept | undefined {
  const kept: Item[] = [];
  const times = new Set<number | undefined>();
  let fails = true;
  for (const context of part.value) {
    const results = evaluate(predicate, { ...scope, context }).map((item) => timesKept(item, position));
    if (results.length > 0) fails = false;
    for (const count of results) times.add(count);
    if (results.some((count) => count !== 0)) kept.push(context);
  }
  if (fails && !part.many) return undefined;
  const [only] = times;
  if (times.size <= 1 && (only === 0 || only === 1)) return { value: kept, times: 'once' };
  const few = [...times].every((count) => count === 0 || count === 1);
  return { value: kept, times: few ? 'perhaps' : 'any' };
}

/** How often a predicate's result keeps the item: numbers are indexes, everything else is true or false. */
function timesKept(item: Item, position: Position): number | undefined {
  const json = constant(item);
  const numbers = typeof json === 'number' ? [json] : isArray(json) ? json : undefined;
  const isNumbers = numbers?.every((number) => typeof number === 'number');
  if (numbers && isNumbers) {
    const { index, length } = position;
    if (length === undefined) return undefined;
    return numbers.filter((number) => {
      const at = typeof number === 'number' ? Math.floor(number) : 0;
      return (at < 0 ? length + at : at) === index;
    }).length;
  }
  if (json === undefined && isArrayItem(item)) return undefined;
  const truth = itemTruth(item);
  return truth === undefined ? undefined : Number(truth);
}
