import type { Expression, Source } from '../hcl/syntax.ts';
import type { Open, Value } from '../values/value.ts';
import { EvaluationLimit } from '../values/value.ts';

/** What a module's files have under a name, such as `var.region`. */
export interface Found {
  readonly value: Value;
  /** How many of the names were used. */
  readonly used: number;
}

/** What is the same for all expressions of a configuration. */
export interface World {
  /** What evaluation may still do. */
  readonly budget: { steps: number; depth: number };
  /** The text of a file, by a path from the root folder; undefined where there is none. */
  readonly readText: (path: string) => string | undefined;
  readonly parseTemplate: (file: string, text: string) => Expression;
  /** An attribute of a resource or an output of a module; undefined where it isn't in the files. */
  readonly attributeOf: (address: string, name: string, source: Source) => Value | undefined;
  /** Why nobody knows which instances there are under this address; undefined where that is known. */
  readonly openInstances: (address: string) => Open | undefined;
}

export interface Scope {
  readonly world: World;
  /** The variables of `for`, templates, `each`, `count` and dynamic blocks. */
  readonly variables: ReadonlyMap<string, Value>;
  /** The item of the innermost splat. */
  readonly item?: Value;
  /** What the module has; in templates, nothing. */
  readonly find: (names: readonly string[], source: Source) => Found | undefined;
  /** How templates call each other. */
  readonly templates: readonly string[];
}

/** Some seconds of work; what people write takes some thousand. */
export const MAX_STEPS = 3_000_000;
const MAX_DEPTH = 400;

/** Counts what evaluation does. */
export function spend({ budget }: World, steps: number): void {
  budget.steps -= steps;
  if (budget.steps < 0) throw new EvaluationLimit('the files take too long to evaluate');
}

/** Counts how deep evaluation is: through expressions, locals and modules. */
export function deeper<Result>({ budget }: World, evaluate: () => Result): Result {
  if (budget.depth >= MAX_DEPTH) throw new EvaluationLimit(`values refer to each other more than ${MAX_DEPTH} deep`);
  budget.depth++;
  try {
    return evaluate();
  } finally {
    budget.depth--;
  }
}

export function withVariables(scope: Scope, variables: Iterable<readonly [string, Value]>): Scope {
  return { ...scope, variables: new Map([...scope.variables, ...variables]) };
}
