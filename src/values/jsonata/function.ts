import type { Node } from './ast.ts';
import type { Item, Value } from './value.ts';

/** A function as a value. */
export type Func = Builtin | Lambda | Partial | Chain | Thunk | Matcher;

export interface Builtin {
  readonly kind: 'function';
  readonly of: 'builtin';
  readonly name: string;
}

export interface Lambda {
  readonly kind: 'function';
  readonly of: 'lambda';
  readonly parameters: readonly string[];
  readonly body: Node;
  readonly signed: boolean;
  readonly scope: Scope;
}

/** A function some of whose arguments are given; `undefined` for those that are not. */
export interface Partial {
  readonly kind: 'function';
  readonly of: 'partial';
  readonly func: Func;
  readonly args: readonly (Value | undefined)[];
}

/** First one function, then another, as `$a ~> $b` makes it. */
export interface Chain {
  readonly kind: 'function';
  readonly of: 'chain';
  readonly first: Func;
  readonly second: Func;
}

/** A call at the end of a function, to be done once the function is left. */
export interface Thunk {
  readonly kind: 'function';
  readonly of: 'thunk';
  readonly procedure: Node;
  readonly args: readonly Node[];
  readonly scope: Scope;
}

export interface Matcher {
  readonly kind: 'function';
  readonly of: 'matcher';
  readonly source: string;
  readonly flags: string;
}

/** Where an expression is evaluated: the context item `$` and the variables. */
export interface Scope {
  readonly run: Run;
  readonly context: Item;
  readonly frame: Frame;
}

/** The variables of a block or of a call of a function. */
export interface Frame {
  readonly values: Map<string, Value>;
  readonly parent: Frame | undefined;
}

/** One evaluation of an expression. */
export interface Run {
  readonly source: string;
  readonly variable: (name: string) => Value;
  /** What a name refers to where there is no context: Step Functions does not say. */
  readonly root: Item;
  steps: number;
  depth: number;
  /** Why the evaluation was given up; every value is unknown from then on. */
  stopped: string | undefined;
}

/** Counts work that is done; false where it is too much. */
export function spend(run: Run, steps: number): boolean {
  run.steps -= steps;
  if (run.steps < 0) run.stopped ??= 'an expression that takes so many steps is not evaluated';
  return run.stopped === undefined;
}

export function lookup(run: Run, frame: Frame, name: string): Value | undefined {
  for (let at: Frame | undefined = frame; at; at = at.parent) {
    const value = at.values.get(name);
    if (value) return value;
  }
  return run.variable(name);
}
