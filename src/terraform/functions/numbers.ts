import { convert } from '../values/convert.ts';
import {
  add,
  compare,
  integer,
  isWhole,
  multiply,
  type Numeral,
  negate,
  safeInteger,
  truncate,
  ZERO,
} from '../values/number.ts';
import { NUMBER } from '../values/type.ts';
import { isSequence, number, refused, unknown, type Value } from '../values/value.ts';
import type { Call, Functions, TerraformFunction } from './define.ts';

const ONE = integer(1);

export const NUMBERS: Functions = {
  abs: ofNumber((value) => (compare(value, ZERO) < 0 ? negate(value) : value)),
  ceil: ofNumber((value) => (isWhole(value) || compare(value, ZERO) < 0 ? truncate(value) : add(truncate(value), ONE))),
  floor: ofNumber((value) =>
    isWhole(value) || compare(value, ZERO) > 0 ? truncate(value) : add(truncate(value), negate(ONE)),
  ),
  signum: ofNumber((value) => integer(compare(value, ZERO))),
  max: extreme(1),
  min: extreme(-1),
  pow: { params: [NUMBER, NUMBER], result: NUMBER, run: ([base, power], call) => toThePower(base, power, call) },
  sum: {
    params: [{ kind: 'dynamic' }],
    result: NUMBER,
    run: ([items], call) => {
      if (!items || !isSequence(items) || items.items.length === 0) return refused(call, 'there is nothing to add');
      const values = items.items.map((item) => convert(item, NUMBER, call));
      let total = ZERO;
      for (const value of values) {
        if (value.kind !== 'number') return value.kind === 'unknown' ? value : refused(call, 'an item is no number');
        total = add(total, value.value);
      }
      return number(total);
    },
  },
  parseint: {
    params: [{ kind: 'dynamic' }, NUMBER],
    result: NUMBER,
    run: ([text, base], call) => parseInteger(text, base, call),
  },
};

function ofNumber(result: (value: Numeral) => Numeral): TerraformFunction {
  return {
    params: [NUMBER],
    result: NUMBER,
    run: ([value], call) => (value?.kind === 'number' ? number(result(value.value)) : refused(call, 'it is no number')),
  };
}

function extreme(sign: number): TerraformFunction {
  return {
    params: [NUMBER],
    rest: NUMBER,
    result: NUMBER,
    run: (args) => {
      const values = args.flatMap((arg) => (arg.kind === 'number' ? [arg.value] : []));
      return number(values.reduce((best, value) => (compare(value, best) * sign > 0 ? value : best)));
    },
  };
}

function toThePower(base: Value | undefined, power: Value | undefined, call: Call): Value {
  const times = power?.kind === 'number' ? safeInteger(power.value) : undefined;
  const isSmall =
    base?.kind === 'number' && isWhole(base.value) && Math.abs(safeInteger(base.value) ?? Infinity) <= 1000;
  // Terraform calculates a power in 53 bits: what is exact in those is the same here.
  if (base?.kind !== 'number' || !isSmall || times === undefined || times < 0 || times > 64) {
    return unknown(call, 'the power is not calculated');
  }
  let result = ONE;
  for (let i = 0; i < times; i++) result = multiply(result, base.value);
  return safeInteger(result) === undefined ? unknown(call, 'the power is not calculated') : number(result);
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

function parseInteger(text: Value | undefined, base: Value | undefined, call: Call): Value {
  const radix = base?.kind === 'number' ? safeInteger(base.value) : undefined;
  if (text?.kind !== 'string') return refused(call, 'it is no text');
  if (radix === undefined || radix < 2 || radix > 62) return refused(call, 'the base is not one of 2 to 62');
  if (radix > 36 || text.value.includes('_')) return unknown(call, 'numbers of such a base are not read');
  const [, sign, digits = ''] = /^([+-]?)([0-9a-zA-Z]+)$/.exec(text.value) ?? [];
  const values = [...digits.toLowerCase()].map((digit) => DIGITS.indexOf(digit));
  if (values.length === 0 || values.some((value) => value < 0 || value >= radix))
    return refused(call, 'it is no number');
  if (values.length > 100) return unknown(call, 'the number is too long');
  const size = values.reduce((sum, value) => sum * BigInt(radix) + BigInt(value), 0n);
  return number(integer(sign === '-' ? -size : size));
}
