import type { Source } from '../hcl/syntax.ts';
import { equal } from '../values/compare.ts';
import { convert } from '../values/convert.ts';
import { add, compare, divide, multiply, type Numeral, negate, truncate } from '../values/number.ts';
import { BOOL, NUMBER, type Type } from '../values/type.ts';
import { bool, number, openIn, refused, unknown, type Value } from '../values/value.ts';

type Operation = Source & { readonly operator: string };

/** Source: https://developer.hashicorp.com/terraform/language/expressions/operators */
export function unary(operation: Operation, of: Value): Value {
  const type = operation.operator === '!' ? BOOL : NUMBER;
  const value = operand(operation, of, type);
  if (value.kind === 'bool') return bool(!value.value);
  return value.kind === 'number' ? number(negate(value.value)) : value;
}

export function binary(operation: Operation, left: Value, right: () => Value): Value {
  switch (operation.operator) {
    case '&&':
    case '||':
      return logical(operation, left, right());
    case '==':
    case '!=':
      return equality(operation, left, right());
    default:
      return arithmetic(operation, left, right());
  }
}

/** A value as the operation needs it; open or refused otherwise. */
function operand(operation: Operation, value: Value, type: Type): Value {
  const converted = convert(value, type, operation);
  if (converted.kind === 'null') return refused(operation, 'null has no such operation');
  return converted;
}

function logical(operation: Operation, left: Value, right: Value): Value {
  const [a, b] = [operand(operation, left, BOOL), operand(operation, right, BOOL)];
  const deciding = operation.operator === '||';
  const failed = [a, b].find((value) => value.kind === 'unknown' && value.refused);
  if (a.kind === 'bool' && a.value === deciding) return a;
  if (failed) return failed;
  if (b.kind === 'bool' && b.value === deciding) return b;
  if (a.kind === 'bool' && b.kind === 'bool') return bool(!deciding);
  return notKnown(operation, [a, b], BOOL);
}

function equality(operation: Operation, left: Value, right: Value): Value {
  const failed = [left, right].find((value) => value.kind === 'unknown' && value.refused);
  if (failed) return failed;
  const same = equal(left, right);
  if (same === undefined) return notKnown(operation, [left, right], BOOL);
  return bool(same === (operation.operator === '=='));
}

function arithmetic(operation: Operation, left: Value, right: Value): Value {
  const [a, b] = [operand(operation, left, NUMBER), operand(operation, right, NUMBER)];
  const failed = [a, b].find((value) => value.kind === 'unknown' && value.refused);
  if (failed) return failed;
  const isComparison = /[<>]/.test(operation.operator);
  if (a.kind !== 'number' || b.kind !== 'number') return notKnown(operation, [a, b], isComparison ? BOOL : NUMBER);
  if (isComparison) return bool(compares(operation.operator, compare(a.value, b.value)));
  const result = calculated(operation.operator, a.value, b.value);
  return result ? number(result) : refused(operation, 'it divides by zero');
}

function compares(operator: string, difference: number): boolean {
  if (operator === '<') return difference < 0;
  if (operator === '<=') return difference <= 0;
  return operator === '>' ? difference > 0 : difference >= 0;
}

function calculated(operator: string, a: Numeral, b: Numeral): Numeral | undefined {
  if (operator === '+') return add(a, b);
  if (operator === '-') return add(a, negate(b));
  if (operator === '*') return multiply(a, b);
  const quotient = divide(a, b);
  if (operator === '/' || !quotient) return quotient;
  return add(a, negate(multiply(truncate(quotient), b)));
}

/** The first of the operands that isn't known says why. */
export function notKnown(source: Source, values: readonly Value[], type: Type): Value {
  const opens = values.flatMap((value) => openIn(value) ?? []);
  const cause = opens.find((open) => open.kind === 'unknown');
  if (cause?.kind === 'unknown') return { ...cause, type };
  const [reference] = opens;
  const name = reference?.kind === 'reference' ? [reference.address, ...reference.path].join('.') : 'a value';
  return unknown(source, `${name} is known only after apply`, type);
}
