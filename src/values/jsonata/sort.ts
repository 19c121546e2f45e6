import { plainNode, type SortTerm } from './ast.ts';
import { evaluate } from './evaluate.ts';
import type { Scope } from './function.ts';
import { anyOf, constant, FAILS, gaveUp, isAbsent, many, type Part, sequenceOf, type Value } from './value.ts';

type Key = string | number | undefined;

/** `^(…)`: the items in order where every key is known, else in some order. */
export function sortedParts(parts: readonly Part[], terms: readonly SortTerm[], scope: Scope): Value {
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

function keysOf(part: Part, terms: readonly SortTerm[], scope: Scope): readonly Key[] | undefined {
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

/** What has no key comes last, whatever the direction. */
function compareKeys(a: readonly Key[], b: readonly Key[], terms: readonly SortTerm[]): number {
  for (const [index, { descending }] of terms.entries()) {
    const [left, right] = [a[index], b[index]];
    if (left === right) continue;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    return left < right === descending ? 1 : -1;
  }
  return 0;
}

/** `$sort` without a function: all numbers or all texts. */
export function sortedItems(parts: readonly Part[]): Value {
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

const ASCENDING: SortTerm = {
  descending: false,
  expression: plainNode({ kind: 'literal', value: null }),
};
