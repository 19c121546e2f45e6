import { unknownValue } from '../domain/construct.ts';
import { isAbsent } from './value/alternatives.ts';
import { one } from './value/arrays.ts';
import { kindOfItem } from './value/kinds.ts';
import { type Alternatives, constantValue, FAILS, gaveUp, type Item, NO_VALUE, sequenceOf } from './value/value.ts';

/** The operands as numbers: fails for another type, absent for no value, undefined if it isn't certain. */
function numbersIn(items: readonly Item[]): readonly number[] | Alternatives {
  const stopped = items.find((item) => item.kind === 'unknown');
  if (items.some((item) => !isAbsent(item) && item.kind !== 'unknown' && kindOfItem(item) !== 'number')) return FAILS;
  if (items.some(isAbsent)) return NO_VALUE;
  if (stopped) return [stopped];
  return items.flatMap((item) => (item.kind === 'known' && typeof item.json === 'number' ? [item.json] : []));
}

export function arithmetic(operator: string, a: Item, b: Item): Alternatives {
  const numbers = numbersIn([a, b]);
  const [left, right] = numbers;
  if (typeof left !== 'number' || typeof right !== 'number') return numbers.filter((each) => typeof each !== 'number');
  return wholeNumber(calculate(operator, left, right));
}

function calculate(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
    default:
      return Number.NaN;
  }
}

/** Engines may differ in how they calculate with fractions. */
function wholeNumber(number: number): Alternatives {
  return Number.isSafeInteger(number)
    ? constantValue(number + 0)
    : [gaveUp('a calculation with fractions is not done')];
}

/** A range with more items isn't followed. */
const MAX_RANGE = 1000;

export function range(from: Item, to: Item): Alternatives {
  const numbers = numbersIn([from, to]);
  const [first, last] = numbers;
  if (typeof first !== 'number' || typeof last !== 'number') return numbers.filter((each) => typeof each !== 'number');
  if (!Number.isInteger(first) || !Number.isInteger(last)) return FAILS;
  if (first > last) return NO_VALUE;
  if (last - first >= MAX_RANGE)
    return [unknownValue('', { state: '', reason: `a range of more than ${MAX_RANGE} items` })];
  const items = Array.from({ length: last - first + 1 }, (_, index) => one(constantValue(first + index)));
  return [sequenceOf(items, 'sequence')];
}
