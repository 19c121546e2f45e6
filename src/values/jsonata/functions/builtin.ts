import type { Evaluation } from '../scope.ts';
import { isAbsent } from '../value/alternatives.ts';
import { type Alternatives, type FunctionValue, type Item, NO_VALUE } from '../value/value.ts';

/** A function of JSONata or of Step Functions. */
export interface Builtin {
  readonly signature: string;
  /** How many arguments it takes from `$map` and similar functions; undefined if that isn't certain. */
  readonly arity: number | undefined;
  readonly run: (args: readonly Item[], site: CallSite) => Alternatives;
}

/** What a function knows of its call. */
export interface CallSite {
  readonly evaluation: Evaluation;
  readonly context: Item;
  readonly call: (func: Item, args: readonly Alternatives[]) => Alternatives;
  readonly arityOf: (func: FunctionValue) => number | undefined;
  /**
   * The package doesn't check the signature of a partially applied function: only arguments that fit as they are are
   * certain.
   */
  readonly unchecked?: true;
}

/** Gives no value for no value. */
export function ofItem(run: (item: Item, site: CallSite) => Alternatives): Builtin['run'] {
  return ([item], site) => (!item || isAbsent(item) ? NO_VALUE : run(item, site));
}
