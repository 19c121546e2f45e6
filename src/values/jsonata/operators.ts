import { known, textOf } from '../domain/possible.ts';
import { arithmetic, range } from './arithmetic.ts';
import { comparison, equality, isIn } from './comparison.ts';
import { named } from './naming.ts';
import { type Evaluation, evaluate, type Scope } from './scope.ts';
import type { Expression } from './syntax/expression.ts';
import { print } from './syntax/print.ts';
import { combineValues, unite } from './value/alternatives.ts';
import { textParts } from './value/text.ts';
import { truthOf } from './value/truth.ts';
import { constantValue, EITHER_BOOLEAN, FAILS, type Value } from './value/value.ts';

interface Operation {
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export function binary(node: Operation, scope: Scope): Value {
  const { operator, left, right } = node;
  const a = evaluate(left, scope);
  if (operator === 'and' || operator === 'or') return logical(operator, a, right, scope);
  const b = evaluate(right, scope);
  switch (operator) {
    case '&':
      return concatenate([a, b], [left, right], scope.evaluation);
    case '=':
    case '!=':
      return combineValues([a, b], ([x, y]) => (x && y ? equality(operator, x, y) : FAILS));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return combineValues([a, b], ([x, y]) => (x && y ? comparison(operator, x, y) : FAILS));
    case 'in':
      return combineValues([a, b], ([x, y]) => (x && y ? isIn(x, y) : FAILS));
    case '..':
      return combineValues([a, b], ([x, y]) => (x && y ? range(x, y) : FAILS));
    default:
      return combineValues([a, b], ([x, y]) => (x && y ? arithmetic(operator, x, y) : FAILS));
  }
}

function logical(operator: 'and' | 'or', left: Value, right: Expression, scope: Scope): Value {
  const decides = operator === 'or';
  const values = left.map((item): Value => {
    const truth = truthOf(item);
    if (truth === decides) return constantValue(decides);
    const others = evaluate(right, scope).flatMap((other): Value => {
      const otherTruth = truthOf(other);
      return otherTruth === undefined ? EITHER_BOOLEAN : constantValue(otherTruth);
    });
    return truth === undefined ? [known(decides), ...others] : others;
  });
  return unite(values);
}

/** Texts put together; what is not known, or whose text is not certain, is a hole. */
function concatenate(
  values: readonly Value[],
  nodes: readonly (Expression | undefined)[],
  evaluation: Evaluation,
): Value {
  return combineValues(values, (items) => {
    const parts = items.flatMap((item, index) => {
      const node = nodes[index];
      return textParts(item).map((part) =>
        typeof part === 'string' || item.kind === 'text'
          ? part
          : named(part, node ? print(node, evaluation.source) : evaluation.source),
      );
    });
    return [textOf(parts)];
  });
}
