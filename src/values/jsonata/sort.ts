import { type Environment, evaluate } from './scope.ts';
import type { SortTerm } from './syntax/expression.ts';
import { isAbsent } from './value/alternatives.ts';
import { anyOf, many } from './value/arrays.ts';
import { constant } from './value/convert.ts';
import { type Alternatives, gaveUp, type Part, sequenceOf } from './value/value.ts';

type Key = string | number | undefined;

/** `^(…)`: the items in order if every key is known, otherwise in any order. */
export function sortedParts(parts: readonly Part[], terms: readonly SortTerm[], scope: Environment): Alternatives {
  const keyed: { readonly part: Part; readonly keys: readonly Key[] }[] = [];
  for (const part of parts) {
    const keys = part.many ? undefined : keysOf(part, terms, scope);
    if (!keys) return [sequenceOf([many(anyOf(parts))], parts.every((each) => !each.many) ? 'plain' : 'sequence')];
    keyed.push({ part, keys });
  }
  for (const index of terms.keys()) {
    const types = new Set(keyed.map(({ keys }) => typeof keys[index]));
    types.delete('undefined');
    if (types.size > 1) return [gaveUp('an order of both texts and numbers is not evaluated')];
  }
  const sorted = keyed.toSorted((a, b) => compareKeys(a.keys, b.keys, terms));
  return [
    sequenceOf(
      sorted.map(({ part }) => part),
      'plain',
    ),
  ];
}

function keysOf(part: Part, terms: readonly SortTerm[], scope: Environment): readonly Key[] | undefined {
  const [context, ...others] = part.value;
  if (!context || others.length > 0 || context.kind === 'unknown') return undefined;
  const keys: Key[] = [];
  for (const term of terms) {
    const [item, ...more] = evaluate(term.expression, { ...scope, context });
    if (!item || more.length > 0) return undefined;
    const key = isAbsent(item) ? undefined : constant(item);
    if (!isAbsent(item) && typeof key !== 'string' && typeof key !== 'number') return undefined;
    keys.push(typeof key === 'string' || typeof key === 'number' ? key : undefined);
  }
  return keys;
}

/** Items without a key come last, whatever the direction. */
export function compareKeys(
  a: readonly Key[],
  b: readonly Key[],
  terms: readonly Pick<SortTerm, 'descending'>[],
): number {
  for (const [index, { descending }] of terms.entries()) {
    const [left, right] = [a[index], b[index]];
    if (left === right) continue;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    return left < right === descending ? 1 : -1;
  }
  return 0;
}
