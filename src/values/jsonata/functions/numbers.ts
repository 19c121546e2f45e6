import { isArray, type Json } from '../../../asl/json.ts';
import type { Builtin } from './builtin.ts';
import { gives, type PureResult, pure } from './pure.ts';

/** https://docs.jsonata.org/numeric-functions and aggregation-functions; only whole results are known. */
export const NUMBERS: Readonly<Record<string, Builtin>> = {
  number: pure('number', '(nsb)-', 1, ([value]) => number(value)),
  abs: ofNumber('abs', Math.abs),
  floor: ofNumber('floor', Math.floor),
  ceil: ofNumber('ceil', Math.ceil),
  round: pure('round', 'n-n?', 2, ([value, precision]) => {
    if (precision !== undefined && precision !== 0) return 'unsure';
    return typeof value === 'number' ? whole(roundHalfEven(value)) : 'unsure';
  }),
  sqrt: pure('sqrt', 'n-', 1, ([value]) => {
    if (typeof value !== 'number') return 'unsure';
    return value < 0 ? 'fails' : whole(Math.sqrt(value));
  }),
  power: pure('power', 'n-n', 2, ([base, exponent]) => {
    if (typeof base !== 'number' || typeof exponent !== 'number') return 'unsure';
    return exponent >= 0 ? whole(base ** exponent) : 'unsure';
  }),
  formatBase: pure('formatBase', 'n-n?', 2, ([value, radix = 10]) => {
    if (typeof value !== 'number' || typeof radix !== 'number') return 'unsure';
    if (!Number.isSafeInteger(value) || !Number.isInteger(radix)) return 'unsure';
    return radix < 2 || radix > 36 ? 'fails' : gives(value.toString(radix));
  }),
  sum: ofNumbers('sum', (numbers) => whole(total(numbers))),
  max: ofNumbers('max', (numbers) => (numbers.length === 0 ? 'absent' : gives(Math.max(...numbers)))),
  min: ofNumbers('min', (numbers) => (numbers.length === 0 ? 'absent' : gives(Math.min(...numbers)))),
  average: ofNumbers('average', (numbers) =>
    numbers.length === 0
      ? 'absent'
      : numbers.every(Number.isSafeInteger)
        ? whole(total(numbers) / numbers.length)
        : 'unsure',
  ),
};

function ofNumber(name: string, run: (value: number) => number): Builtin {
  return pure(name, 'n-', 1, ([value]) => (typeof value === 'number' ? whole(run(value)) : 'unsure'));
}

function ofNumbers(name: string, run: (values: readonly number[]) => PureResult): Builtin {
  return pure(name, 'a<n>', 1, ([list]) => {
    const items = isArray(list) ? list : [];
    const numbers = items.filter((item) => typeof item === 'number');
    return numbers.length === items.length ? run(numbers) : 'fails';
  });
}

function total(numbers: readonly number[]): number {
  return numbers.every(Number.isSafeInteger) ? numbers.reduce((sum, number) => sum + number, 0) : Number.NaN;
}

function whole(number: number): PureResult {
  return Number.isSafeInteger(number) ? gives(number + 0) : 'unsure';
}

function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(rounded - value) === 0.5 && Math.abs(rounded % 2) === 1 ? rounded - 1 : rounded;
}

function number(value: Json | undefined): PureResult {
  if (typeof value === 'number') return gives(value);
  if (typeof value === 'boolean') return gives(Number(value));
  if (typeof value !== 'string' || !/^-?[0-9]+$/.test(value)) return 'unsure';
  return whole(Number(value));
}
