import { unknownValue } from '../domain/construct.ts';
import type { Unknown } from '../domain/possible.ts';
import type { Evaluation } from './scope.ts';
import type { Expression } from './syntax/expression.ts';
import { print } from './syntax/print.ts';
import type { Alternatives } from './value/value.ts';

/** An unknown value named after the part of the expression that gives it. */
export function named(unknown: Unknown, expression: string): Unknown {
  if (unknown.expression === expression) return unknown;
  return unknownValue(expression, unknown.cause ?? { state: '', reason: unknown.expression });
}

export function nameUnknown(value: Alternatives, node: Expression, evaluation: Evaluation): Alternatives {
  const [only] = value;
  return only?.kind === 'unknown' ? [named(only, print(node, evaluation.source))] : value;
}
