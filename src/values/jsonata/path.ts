import { groupBy } from './construct.ts';
import { filterAll } from './predicate.ts';
import { type Environment, evaluate, spend } from './scope.ts';
import { sortedParts } from './sort.ts';
import type { Expression, SortTerm } from './syntax/expression.ts';
import { choose, present, unite } from './value/alternatives.ts';
import { anyOf, arrayParts, formOf, isArrayItem, many, one } from './value/arrays.ts';
import { fieldIn, isUnsettled } from './value/objects.ts';
import { type Alternatives, FAILS, gaveUp, type Item, type Part, sequenceOf } from './value/value.ts';

/** How many outcomes of a step are kept apart. */
const MAX_WAYS = 32;

/** A path: each step is evaluated for each item of the previous step, and the results are flattened. */
export function evaluatePathForm(node: Expression & { readonly kind: 'path' }, scope: Environment): Alternatives {
  const [first] = node.steps;
  if (!first) return [gaveUp('an empty path')];
  const simple = node.names && !node.group ? fieldAt(evaluate(first, scope), node.names) : undefined;
  if (simple) return simple;
  let current: Alternatives;
  let rest = node.steps;
  if (first.constructs) {
    current = evaluate(first, { ...scope, context: wrapped(scope) });
    rest = node.steps.slice(1);
    if (current.some((item) => item.kind !== 'unknown' && !isArrayItem(item))) {
      return [gaveUp('a path that starts with an array is not always evaluated')];
    }
  } else current = [sequenceOf(startOf(scope, first), 'sequence')];
  for (const [index, step] of rest.entries()) {
    const last = index === rest.length - 1;
    current = unite(
      current.map((item) => {
        if (isEmpty(item)) return [item];
        const value = evaluateStep(step, item, last, scope);
        return unite([value, emptyStart(item)]);
      }),
    );
  }
  if (node.keepSingleton) current = choose(current.map(keepSingleton));
  return node.group ? groupBy(node.group, current, scope) : current;
}

/** The end of a path of names without an array on the way: the same result in fewer steps. */
function fieldAt(start: Alternatives, names: readonly string[]): Alternatives | undefined {
  let value = start;
  for (const name of names) {
    const [item, ...others] = value;
    if (!item || others.length > 0 || isArrayItem(item) || isUnsettled(name)) return undefined;
    value = fieldIn(item, name);
  }
  return value.some((item) => item.kind === 'sequence') ? undefined : value;
}

function wrapped(scope: Environment): Item {
  const { context, evaluation } = scope;
  if (context === evaluation.root || isArrayItem(context) || context.kind === 'unknown') return context;
  return sequenceOf([one([context])], 'sequence');
}

function startOf(scope: Environment, first: Expression): readonly Part[] {
  const { context, evaluation } = scope;
  if (first.kind === 'variable' || context === evaluation.root) return [one([context])];
  if (context.kind === 'unknown') return [many([context])];
  return arrayParts(context) ?? [one([context])];
}

function isEmpty(item: Item): boolean {
  return arrayParts(item)?.length === 0;
}

/** An empty array at the start of a path is the path's result; one that a step gives is none. */
function emptyStart(item: Item): Alternatives {
  const isPlain = item.kind === 'sequence' && item.form === 'plain' && item.parts.every((part) => part.many);
  return isPlain ? [sequenceOf([], 'plain', item.constructed)] : FAILS;
}

function keepSingleton(item: Item): Item {
  if (item.kind !== 'sequence') return item;
  if (item.form === 'plain') return item.constructed ? sequenceOf([one([item])], 'kept') : item;
  return sequenceOf(item.parts, 'kept', item.constructed);
}

function evaluateStep(step: Expression, input: Item, last: boolean, scope: Environment): Alternatives {
  const parts = input.kind === 'unknown' ? [many([input])] : (arrayParts(input) ?? []);
  if (!spend(scope.evaluation, parts.length)) return [gaveUp('')];
  if (step.kind === 'sort') return filterAll(step.stages, orderBy(step.terms, parts, input, scope), scope);
  const results: Result[] = [];
  for (const part of parts) {
    const value = unite(
      part.value.map((context) => filterAll(step.stages, evaluate(step, { ...scope, context }), scope)),
    );
    if (value.length === 0 && !part.many) return FAILS;
    results.push({ many: part.many, value });
  }
  return collect(results, last);
}

function orderBy(terms: readonly SortTerm[], parts: readonly Part[], input: Item, scope: Environment): Alternatives {
  const certain = parts.every((part) => !part.many);
  if (certain && parts.length <= 1) return [input];
  return sortedParts(parts, terms, scope);
}

/** What a step gave for one item, or for any number of items. */
interface Result {
  readonly many: boolean;
  readonly value: Alternatives;
}

/** What one result adds to the sequence: nothing, one item, or the items of an array. */
type Addition = { readonly item: Alternatives } | { readonly array: Item } | undefined;

/** The results of a step as one sequence, for every possible outcome. */
function collect(results: readonly Result[], last: boolean): Alternatives {
  let ways: readonly (readonly (Addition | Part)[])[] = [[]];
  for (const result of results) {
    const additions = result.many ? [manyOf(result.value)] : additionsOf(result.value);
    if (ways.length * additions.length > MAX_WAYS) {
      const all = results.flatMap((each) => manyOf(each.value) ?? []);
      return [sequenceOf([many(anyOf(all))], 'sequence')];
    }
    ways = ways.flatMap((way) => additions.map((addition) => [...way, addition]));
  }
  return choose(ways.map((way) => finish(way, last)));
}

function additionsOf(value: Alternatives): readonly (Addition | Part)[] {
  const additions: (Addition | Part)[] = [];
  const items: Item[] = [];
  for (const item of value) {
    if (item.kind === 'absent') additions.push(undefined);
    else if (item.kind === 'unknown') additions.push(many([item]));
    else if (isArrayItem(item)) additions.push({ array: item });
    else items.push(item);
  }
  return items.length > 0 ? [...additions, { item: items }] : additions;
}

/**
 * Any number of results: what they can contain once they are flattened. If each result is an empty array, they contain
 * nothing, but are still an array.
 */
function manyOf(value: Alternatives): Part | undefined {
  const items = present(value);
  const flattened = items.flatMap((item) => (isFlattened(item) ? anyOf(arrayParts(item) ?? []) : [item]));
  return items.length === 0 ? undefined : many(choose(flattened));
}

function isFlattened(item: Item): boolean {
  return isArrayItem(item) && !isConstructed(item);
}

function isConstructed(item: Item): boolean {
  return item.kind === 'sequence' && item.constructed;
}

function finish(way: readonly (Addition | Part)[], last: boolean): Item {
  const results = way.filter((addition) => addition !== undefined);
  const [only] = results;
  if (last && results.length === 1 && only && 'array' in only && formOf(only.array) === 'plain') return only.array;
  const parts = results.flatMap((result): readonly Part[] => {
    if ('many' in result) return [result];
    if ('item' in result) return [one(result.item)];
    return isConstructed(result.array) ? [one([result.array])] : (arrayParts(result.array) ?? []);
  });
  return sequenceOf(parts, 'sequence');
}
