import type { SourceText } from '../hcl/syntax.ts';
import { equal } from '../values/compare.ts';
import { convert } from '../values/convert.ts';
import { add, compare, divide, multiply, type Numeral, negate, remainder, subtract } from '../values/number.ts';
import { BOOL, NUMBER, type Type } from '../values/type.ts';
import { bool, type HclValue, isOpenValue, number, openIn, refused, refusedIn, unknown } from '../values/value.ts';

type Operation = SourceText & { readonly operator: string };

/** Source: https://developer.hashicorp.com/terraform/language/expressions/operators */
export function unaryOperation(operation: Operation, of: HclValue): HclValue {
  const type = operation.operator === '!' ? BOOL : NUMBER;
  const value = operand(operation, of, type);
  if (value.kind === 'bool') return bool(!value.value);
  if (value.kind !== 'number') return value.kind === 'unknown' ? { ...value, type } : value;
  const negative = negate(value.value);
  return negative ? number(negative) : unknown(operation, 'it is -0', NUMBER);
}

export function binaryOperation(operation: Operation, left: HclValue, right: () => HclValue): HclValue {
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
function operand(operation: Operation, value: HclValue, type: Type): HclValue {
  const converted = convert(value, type, operation);
  if (converted.kind === 'null') return refused(operation, 'null has no such operation');
  return converted;
}

function logical(operation: Operation, left: HclValue, right: HclValue): HclValue {
  const [a, b] = [operand(operation, left, BOOL), operand(operation, right, BOOL)];
  const deciding = operation.operator === '||';
  const isDecided = (value: HclValue) => value.kind === 'bool' && value.value === deciding;
  const failed = refusedIn([a, b]);
  if (!failed) {
    if (isDecided(a)) return a;
    if (isDecided(b)) return b;
    return a.kind === 'bool' && b.kind === 'bool' ? bool(!deciding) : notKnown(operation, [a, b], BOOL);
  }
  // An operand that doesn't count may be wrong, but not one that is no bool.
  const isIgnored =
    refusedIn([left, right].filter((value) => value.kind === 'unknown' && isBoolLike(value.type))) === failed;
  if (!isIgnored || (a.kind === 'bool' && !isDecided(a)) || refusedIn([b]) === undefined) {
    // Terraform and OpenTofu don't agree on what is wrong on the left.
    const why = failed.kind === 'unknown' ? failed.why : 'it is wrong';
    return isIgnored && (isDecided(b) || isOpenValue(b)) ? unknown(operation, why, BOOL) : { ...failed, type: BOOL };
  }
  if (isDecided(a)) return a;
  return isOpenValue(a) && refusedIn([a]) === undefined ? notKnown(operation, [a], BOOL) : { ...failed, type: BOOL };
}

function isBoolLike(type: Type): boolean {
  return type.kind === 'bool' || type.kind === 'string' || type.kind === 'dynamic';
}

function equality(operation: Operation, left: HclValue, right: HclValue): HclValue {
  const failed = refusedIn([left, right]);
  if (failed) return { ...failed, type: BOOL };
  const same = equal(left, right);
  if (same === undefined) return notKnown(operation, [left, right], BOOL);
  return bool(same === (operation.operator === '=='));
}

function arithmetic(operation: Operation, left: HclValue, right: HclValue): HclValue {
  const [a, b] = [operand(operation, left, NUMBER), operand(operation, right, NUMBER)];
  const failed = refusedIn([a, b]);
  const isComparison = /[<>]/.test(operation.operator);
  if (failed) return { ...failed, type: isComparison ? BOOL : NUMBER };
  if (a.kind !== 'number' || b.kind !== 'number') return notKnown(operation, [a, b], isComparison ? BOOL : NUMBER);
  if (isComparison) return bool(compares(operation.operator, compare(a.value, b.value)));
  const result = calculated(operation.operator, a.value, b.value);
  if (result) return number(result);
  const isNothing = operation.operator === '/' && a.value.mantissa === 0n && b.value.mantissa === 0n;
  if (isNothing) return { ...refused(operation, 'it divides zero by zero'), type: NUMBER };
  return unknown(operation, 'it divides by zero, or has digits that only Terraform knows', NUMBER);
}

function compares(operator: string, difference: number): boolean {
  if (operator === '<') return difference < 0;
  if (operator === '<=') return difference <= 0;
  return operator === '>' ? difference > 0 : difference >= 0;
}

function calculated(operator: string, a: Numeral, b: Numeral): Numeral | undefined {
  if (operator === '+') return add(a, b);
  if (operator === '-') return subtract(a, b);
  if (operator === '*') return multiply(a, b);
  return operator === '/' ? divide(a, b) : remainder(a, b);
}

/** The first of the operands that isn't known says why. */
export function notKnown(source: SourceText, values: readonly HclValue[], type: Type): HclValue {
  const opens = values.flatMap((value) => openIn(value) ?? []);
  const cause = opens.find((open) => open.kind === 'unknown');
  if (cause?.kind === 'unknown') return { ...cause, type };
  const [reference] = opens;
  const name = reference?.kind === 'reference' ? [reference.address, ...reference.path].join('.') : 'a value';
  return unknown(source, `${name} is known only after apply`, type);
}
