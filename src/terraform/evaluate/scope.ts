import type { HclExpression, SourceText } from '../hcl/syntax.ts';
import type { HclValue, Open } from '../values/value.ts';
import { EvaluationLimit } from '../values/value.ts';

/** What a module's files have under a name, such as `var.region`. */
export interface Found {
  readonly value: HclValue;
  /** How many of the names were used. */
  readonly used: number;
}

/** What is the same for all expressions of a configuration. */
export interface EvaluationContext {
  /** What evaluation may still do. */
  readonly budget: { steps: number; depth: number };
  /** The text of a file, by a path from the root folder; undefined where there is none. */
  readonly readText: (path: string) => string | undefined;
  /** What is in a folder, folders included, by a path from the root folder. */
  readonly list: (folder: string) => readonly string[];
  readonly parseTemplate: (file: string, text: string) => HclExpression;
  /** An attribute of a resource or an output of a module; undefined where it isn't in the files. */
  readonly memberOf: (address: string, name: string, source: SourceText) => HclValue | undefined;
  /** Why nobody knows which instances there are under this address; undefined where that is known. */
  readonly openInstances: (address: string) => Open | undefined;
}

export interface Scope {
  readonly context: EvaluationContext;
  /** The variables of `for`, templates, `each`, `count` and dynamic blocks. */
  readonly variables: ReadonlyMap<string, HclValue>;
  /** The item of the innermost splat. */
  readonly item?: HclValue;
  /** What the module has; in templates, nothing. */
  readonly find: (names: readonly string[], source: SourceText) => Found | undefined;
  /** How templates call each other. */
  readonly templates: readonly string[];
}

/** Some seconds of work; what people write takes some thousand. */
export const MAX_STEPS = 3_000_000;
const MAX_DEPTH = 400;

/** Counts what evaluation does. */
export function spendSteps({ budget }: EvaluationContext, steps: number): void {
  budget.steps -= steps;
  if (budget.steps < 0) throw new EvaluationLimit('the files take too long to evaluate');
}

/** Counts how deep evaluation is: through expressions, locals and modules. */
export function deeper<Result>({ budget }: EvaluationContext, evaluate: () => Result): Result {
  if (budget.depth >= MAX_DEPTH) throw new EvaluationLimit(`values refer to each other more than ${MAX_DEPTH} deep`);
  budget.depth++;
  try {
    return evaluate();
  } finally {
    budget.depth--;
  }
}

export function withNames(scope: Scope, variables: Iterable<readonly [string, HclValue]>): Scope {
  spendSteps(scope.context, 1 + scope.variables.size);
  return { ...scope, variables: new Map([...scope.variables, ...variables]) };
}
