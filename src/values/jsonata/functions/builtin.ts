import type { Evaluation } from '../scope.ts';
import { isAbsent } from '../value/alternatives.ts';
import { type Alternatives, type FunctionValue, type Item, NO_VALUE } from '../value/value.ts';

/** A function of JSONata or of Step Functions. */
export interface Builtin {
  readonly signature: string;
  /** How many arguments it takes from `$map` and its like; undefined where that is not certain. */
  readonly arity: number | undefined;
  readonly run: (args: readonly Item[], site: CallSite) => Alternatives;
}

/** What a function sees of where it is called. */
export interface CallSite {
  readonly evaluation: Evaluation;
  readonly context: Item;
  readonly call: (func: Item, args: readonly Alternatives[]) => Alternatives;
  readonly arityOf: (func: FunctionValue) => number | undefined;
  /** The package checks no signature of a function applied in part: only what needs no change is certain. */
  readonly unchecked?: true;
}

/** Nothing gives nothing. */
export function ofItem(run: (item: Item, site: CallSite) => Alternatives): Builtin['run'] {
  return ([item], site) => (!item || isAbsent(item) ? NO_VALUE : run(item, site));
}
