/**
 * A JSONata expression, or a part of one. What the evaluator doesn't follow is `unsupported`.
 *
 * Source: https://docs.jsonata.org/overview
 */
export type Expression = ExpressionForm & Suffix;

/** What any expression can carry: predicates `[…]`, a grouping `{…}`, `[]`. */
export interface Suffix {
  readonly predicates: readonly Expression[];
  /** The predicates of a path's step; they apply before its result is unwrapped. */
  readonly stages: readonly Expression[];
  readonly group: readonly ObjectPair[] | undefined;
  readonly keepArray: boolean;
  /** True for an array constructor whose arrays a path doesn't flatten. */
  readonly constructs: boolean;
}

export type ObjectPair = readonly [Expression, Expression];

export type ExpressionForm =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'descendants' }
  | { readonly kind: 'variable'; readonly name: string }
  | PathExpression
  | { readonly kind: 'sort'; readonly terms: readonly SortTerm[] }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly pairs: readonly ObjectPair[] }
  | {
      readonly kind: 'condition';
      readonly condition: Expression;
      readonly met: Expression;
      readonly otherwise: Expression | undefined;
    }
  | { readonly kind: 'block'; readonly statements: readonly Expression[] }
  | { readonly kind: 'bind'; readonly name: string; readonly value: Expression }
  | { readonly kind: 'call'; readonly procedure: Expression; readonly args: readonly Expression[] }
  | { readonly kind: 'partial'; readonly procedure: Expression; readonly args: readonly (Expression | undefined)[] }
  | {
      readonly kind: 'lambda';
      readonly parameters: readonly string[];
      readonly body: Expression;
      readonly signed: boolean;
    }
  /** A call in tail position of a function: its result isn't unwrapped there. */
  | { readonly kind: 'thunk'; readonly procedure: Expression; readonly args: readonly Expression[] }
  | { readonly kind: 'apply'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string }
  | { readonly kind: 'unsupported'; readonly reason: string };

export interface PathExpression {
  readonly kind: 'path';
  readonly steps: readonly Expression[];
  readonly keepSingleton: boolean;
  /**
   * The names after the variable in a path such as `$states.input.a`, the most common form; undefined for any other.
   */
  readonly names: readonly string[] | undefined;
}

export interface SortTerm {
  readonly descending: boolean;
  readonly expression: Expression;
}

const PLAIN: Suffix = { predicates: [], stages: [], group: undefined, keepArray: false, constructs: false };

export function plainExpression(form: ExpressionForm): Expression {
  return { ...form, ...PLAIN };
}

export function pathForm(steps: readonly Expression[], keepSingleton = false): PathExpression {
  const [first, ...others] = steps;
  const isSimple = first?.kind === 'variable' && !keepSingleton && steps.every(isBare);
  const names = others.flatMap((step) => (step.kind === 'name' ? [step.name] : []));
  return { kind: 'path', steps, keepSingleton, names: isSimple && names.length === others.length ? names : undefined };
}

function isBare(node: Expression): boolean {
  return node.predicates.length === 0 && node.stages.length === 0 && !node.group && !node.keepArray;
}
