import type { Expression } from './syntax/expression.ts';
import type { Alternatives, Item } from './value/value.ts';

/** Where an expression is evaluated: the context item `$` and the variables. */
export interface Environment {
  readonly evaluation: Evaluation;
  readonly context: Item;
  readonly frame: Frame;
}

/** The variables of a block or of a function call. */
export interface Frame {
  readonly values: Map<string, Alternatives>;
  readonly parent: Frame | undefined;
}

/** One evaluation of an expression. */
export interface Evaluation {
  readonly source: string;
  readonly variable: (name: string) => Alternatives;
  /** Evaluates a part of the expression. `evaluate.ts`, which knows every kind of part, passes it to the others. */
  readonly evaluate: (expression: Expression, scope: Environment) => Alternatives;
  /** What a name refers to without a context: Step Functions doesn't say. */
  readonly root: Item;
  steps: number;
  depth: number;
  /** Why the evaluation was abandoned; every value is unknown from then on. */
  stopped: string | undefined;
}

export function evaluate(expression: Expression, scope: Environment): Alternatives {
  return scope.evaluation.evaluate(expression, scope);
}

/** Counts the work done; false if it is too much. */
export function spend(evaluation: Evaluation, steps: number): boolean {
  evaluation.steps -= steps;
  if (evaluation.steps < 0) evaluation.stopped ??= 'an expression that takes so many steps is not evaluated';
  return evaluation.stopped === undefined;
}

export function lookup({ evaluation, frame }: Environment, name: string): Alternatives {
  for (let at: Frame | undefined = frame; at; at = at.parent) {
    const value = at.values.get(name);
    if (value) return value;
  }
  return evaluation.variable(name);
}
