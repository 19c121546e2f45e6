import { combineValues } from '../value/alternatives.ts';
import { type Alternatives, FAILS, gaveUp } from '../value/value.ts';
import { ARRAYS } from './arrays.ts';
import { BOOLEANS } from './booleans.ts';
import type { Builtin, CallSite } from './builtin.ts';
import { HIGHER_ORDER } from './higherOrder.ts';
import { MATCHING } from './matching.ts';
import { NUMBERS } from './numbers.ts';
import { OBJECT_FUNCTIONS } from './objects.ts';
import { checked, type Signature, signatureOf } from './signature.ts';
import { STEP_FUNCTIONS } from './stepFunctions.ts';
import { TEXTS } from './texts.ts';

/** Functions whose result differs from run to run, or whose format isn't certain. */
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
  'toMillis',
  'uuid',
];

interface Prepared extends Builtin {
  readonly checks: Signature;
}

const BUILTINS: ReadonlyMap<string, Prepared> = new Map(
  Object.entries<Builtin>({
    ...TEXTS,
    ...MATCHING,
    ...NUMBERS,
    ...ARRAYS,
    ...OBJECT_FUNCTIONS,
    ...BOOLEANS,
    ...HIGHER_ORDER,
    ...STEP_FUNCTIONS,
  }).map(([name, builtin]): [string, Prepared] => [name, { ...builtin, checks: signatureOf(builtin.signature) }]),
);

export function isBuiltin(name: string): boolean {
  return BUILTINS.has(name) || NOT_EVALUATED.includes(name);
}

export function arityOfBuiltin(name: string): number | undefined {
  return BUILTINS.get(name)?.arity;
}

export function callBuiltin(name: string, args: readonly Alternatives[], site: CallSite): Alternatives {
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
