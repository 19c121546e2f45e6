import type { Scope, World } from '../evaluate/scope.ts';
import type { Expression, Source } from '../hcl/syntax.ts';
import type { Type } from '../values/type.ts';
import type { Value } from '../values/value.ts';

/** What evaluates the expressions of a template. */
export type Evaluate = (expression: Expression, scope: Scope) => Value;

/** A call, for what its function cannot take. */
export interface Call extends Source {
  readonly world: World;
}

/** A function of Terraform: its page is https://developer.hashicorp.com/terraform/language/functions/NAME */
export interface TerraformFunction {
  /** What the arguments are converted to. */
  readonly params: readonly Type[];
  /** Of all further arguments. */
  readonly rest?: Type;
  /** How many of the arguments may be missing. */
  readonly optional?: number;
  /**
   * What it takes though it isn't known: by default nothing, so that the result isn't known either; `inside`, a
   * collection with such items; `all`, anything.
   */
  readonly open?: 'inside' | 'all';
  /** It takes null as an argument. */
  readonly nullable?: boolean;
  /** What it gives, in so far as that is the same for all arguments. */
  readonly result?: Type;
  readonly run: (args: readonly Value[], call: Call) => Value;
}

/** The functions of one file by their names. */
export type Functions = Readonly<Record<string, TerraformFunction>>;
