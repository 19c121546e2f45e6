import { COLLECTIONS } from './collections.ts';
import type { Func, Run } from './function.ts';
import { HIGHER_ORDER } from './higher.ts';
import { NUMBERS } from './numbers.ts';
import { PROVIDED } from './provided.ts';
import { checked, type Signature, signatureOf } from './signature.ts';
import { TEXTS } from './texts.ts';
import { combineValues, FAILS, gaveUp, type Item, type Value } from './value.ts';

/** A function of JSONata or of Step Functions. */
export interface Builtin {
  readonly signature: string;
  /** How many arguments it takes from `$map` and its like; undefined where that is not certain. */
  readonly arity: number | undefined;
  readonly run: (args: readonly Item[], site: Site) => Value;
}

/** What a function sees of where it is called. */
export interface Site {
  readonly run: Run;
  readonly context: Item;
  readonly call: (func: Item, args: readonly Value[]) => Value;
  readonly arityOf: (func: Func) => number | undefined;
  /** The package checks no signature of a function applied in part: only what needs no change is certain. */
  readonly unchecked?: true;
}

/** Those whose result is another in every execution, or is written in a way that is not certain. */
const NOT_EVALUATED = [
  'clone',
  'eval',
  'formatInteger',
  'formatNumber',
  'fromMillis',
  'millis',
  'now',
  'parseInteger',
  'random',
  'shuffle',
  'toMillis',
  'uuid',
];

interface Prepared extends Builtin {
  readonly checks: Signature;
}

const BUILTINS: ReadonlyMap<string, Prepared> = new Map(
  Object.entries<Builtin>({ ...TEXTS, ...NUMBERS, ...COLLECTIONS, ...HIGHER_ORDER, ...PROVIDED }).map(
    ([name, builtin]): [string, Prepared] => [name, { ...builtin, checks: signatureOf(builtin.signature) }],
  ),
);

export function isBuiltin(name: string): boolean {
  return BUILTINS.has(name) || NOT_EVALUATED.includes(name);
}

export function arityOfBuiltin(name: string): number | undefined {
  return BUILTINS.get(name)?.arity;
}

export function callBuiltin(name: string, args: readonly Value[], site: Site): Value {
  const builtin = BUILTINS.get(name);
  if (!builtin) return [gaveUp(`$${name} is not evaluated`)];
  return combineValues(args, (items) => {
    const ready = checked(builtin.checks, items, site.context);
    const changed = ready === 'fails' || 'kind' in ready || ready.some((item, index) => item !== items[index]);
    if (site.unchecked && changed) return [gaveUp(`this use of $${name} is not evaluated`)];
    if (ready === 'fails') return FAILS;
    return 'kind' in ready ? [ready] : builtin.run(ready, site);
  });
}
