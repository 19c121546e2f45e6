import { includes } from '../../domain/compare.ts';
import { widen } from '../../domain/widen.ts';
import { fromPossible, isAbsent, unite } from '../value/alternatives.ts';
import { anyOf, arrayParts, knownLength, many } from '../value/arrays.ts';
import { toPossible } from '../value/convert.ts';
import {
  type Alternatives,
  constantValue,
  FAILS,
  type FunctionValue,
  gaveUp,
  type Item,
  NO_VALUE,
  type Part,
} from '../value/value.ts';
import type { CallSite } from './builtin.ts';

/** `$reduce`: https://docs.jsonata.org/higher-order-functions#reduce */
export function reduce([list, func, init]: readonly Item[], site: CallSite): Alternatives {
  if (!list || isAbsent(list)) return NO_VALUE;
  if (func?.kind !== 'function') return func ? [func] : FAILS;
  const arity = site.arityOf(func);
  if (arity !== undefined && arity < 2) return FAILS;
  if (arity === undefined || init?.kind === 'unknown') return [gaveUp('this use of $reduce is not evaluated')];
  const parts = list.kind === 'unknown' ? [many([list])] : (arrayParts(list) ?? []);
  const starts = !init || isAbsent(init);
  const call = { func, arity, list, site };
  if (knownLength(parts) === undefined) return reduceAny(parts, starts ? undefined : [init], call);
  let result: Alternatives = starts ? (parts[0]?.value ?? NO_VALUE) : [init];
  for (const [index, part] of parts.entries()) {
    if (starts && index === 0) continue;
    result = callOnce(call, result, part.value, constantValue(index));
    if (result.length === 0) return FAILS;
  }
  return result;
}

interface Reducing {
  readonly func: FunctionValue;
  readonly arity: number;
  readonly list: Item;
  readonly site: CallSite;
}

function callOnce(
  { func, arity, list, site }: Reducing,
  result: Alternatives,
  item: Alternatives,
  index: Alternatives,
): Alternatives {
  return site.call(func, [result, item, index, [list]].slice(0, arity));
}

/** After so many rounds the result is given up. */
const MAX_ROUNDS = 5;
const INDEX = gaveUp('the position in a list whose length is not known');

/** Of a list of any length: wide enough that one more item changes nothing. */
function reduceAny(parts: readonly Part[], init: Alternatives | undefined, call: Reducing): Alternatives {
  const item = anyOf(parts);
  // An unknown list may be no value at all, and then there is no result.
  const empty = init === undefined || call.list.kind === 'unknown' ? NO_VALUE : FAILS;
  let result = toPossible(init ?? item);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = callOnce(call, fromPossible(result), item, [INDEX]);
    if (next.some(({ kind }) => kind === 'function')) break;
    const found = toPossible(next);
    // No alternatives: a second item always fails, so a run that goes on has none.
    if (next.length === 0 || includes(result, found)) return unite([fromPossible(result), empty]);
    result = widen(result, found);
  }
  return [gaveUp('this use of $reduce is not evaluated')];
}
