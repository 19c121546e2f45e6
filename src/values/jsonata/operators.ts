import { known } from '../domain/construct.ts';
import type { Unknown } from '../domain/possible.ts';
import { textFromParts } from '../domain/text.ts';
import { arithmetic, range } from './arithmetic.ts';
import { comparison, equality, isIn } from './comparison.ts';
import { named } from './naming.ts';
import { type Environment, type Evaluation, evaluate } from './scope.ts';
import type { Expression } from './syntax/expression.ts';
import { print } from './syntax/print.ts';
import { combineTwo, unite } from './value/alternatives.ts';
import { textParts } from './value/text.ts';
import { itemTruth } from './value/truth.ts';
import { type Alternatives, constantValue, EITHER_BOOLEAN, type Item } from './value/value.ts';

interface Operation {
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export function binary(node: Operation, scope: Environment): Alternatives {
  const { operator, left, right } = node;
  const a = evaluate(left, scope);
  if (operator === 'and' || operator === 'or') return logical(operator, a, right, scope);
  const b = evaluate(right, scope);
  switch (operator) {
    case '&':
      return combineTwo(a, b, (x, y) => [
        textFromParts([...operandParts(x, left, scope.evaluation), ...operandParts(y, right, scope.evaluation)]),
      ]);
    case '=':
    case '!=':
      return combineTwo(a, b, (x, y) => equality(operator, x, y));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return combineTwo(a, b, (x, y) => comparison(operator, x, y));
    case 'in':
      return combineTwo(a, b, isIn);
    case '..':
      return combineTwo(a, b, range);
    default:
      return combineTwo(a, b, (x, y) => arithmetic(operator, x, y));
  }
}

function logical(operator: 'and' | 'or', left: Alternatives, right: Expression, scope: Environment): Alternatives {
  const decides = operator === 'or';
  const values = left.map((item): Alternatives => {
    const truth = itemTruth(item);
    if (truth === decides) return constantValue(decides);
    const others = evaluate(right, scope).flatMap((other): Alternatives => {
      const otherTruth = itemTruth(other);
      return otherTruth === undefined ? EITHER_BOOLEAN : constantValue(otherTruth);
    });
    return truth === undefined ? [known(decides), ...others] : others;
  });
  return unite(values);
}

/** The text of an operand of `&`. If it is unknown or its text isn't certain, it is a hole with the operand's name. */
function operandParts(item: Item, operand: Expression, evaluation: Evaluation): readonly (string | Unknown)[] {
  const parts = textParts(item);
  if (item.kind === 'text') return parts;
  return parts.map((part) => (typeof part === 'string' ? part : named(part, print(operand, evaluation.source))));
}
