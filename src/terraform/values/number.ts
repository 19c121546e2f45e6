/**
 * Numbers as Terraform has them: binary, with 512 bits of precision, so that 0.1 + 0.2 is what Terraform says that it is.
 *
 * Source: https://developer.hashicorp.com/terraform/language/expressions/types#types ("represented by an arbitrary
 * precision floating point value") and https://pkg.go.dev/math/big#Float
 */
export interface Numeral {
  /** Odd, or 0. */
  readonly mantissa: bigint;
  /** The power of two. */
  readonly exponent: number;
}

const PRECISION = 512;
/** Beyond this power of two, a number is too large to be worked with. */
const MAX_EXPONENT = 20_000;

export const ZERO: Numeral = { mantissa: 0n, exponent: 0 };

export function integer(value: number | bigint): Numeral {
  return rounded(BigInt(value), 0);
}

/** A decimal number as HCL, JSON and conversion from a text read it; undefined for anything else, and beyond the limits. */
export function parseNumeral(text: string): Numeral | undefined {
  const [, sign, whole = '', fraction = '', power = '0'] =
    /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  if (sign === undefined || text.length > 4000 || Math.abs(Number(power)) > 5000) return undefined;
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  const shift = Number(power) - fraction.length;
  return shift >= 0 ? rounded(digits * 10n ** BigInt(shift), 0) : quotient(digits, 10n ** BigInt(-shift), 0);
}

export function add(a: Numeral, b: Numeral): Numeral {
  const exponent = Math.min(a.exponent, b.exponent);
  return rounded(aligned(a, exponent) + aligned(b, exponent), exponent);
}

export function negate(a: Numeral): Numeral {
  return { mantissa: -a.mantissa, exponent: a.exponent };
}

export function multiply(a: Numeral, b: Numeral): Numeral {
  return rounded(a.mantissa * b.mantissa, a.exponent + b.exponent);
}

/** Undefined for a division by zero. */
export function divide(a: Numeral, b: Numeral): Numeral | undefined {
  return b.mantissa === 0n ? undefined : quotient(a.mantissa, b.mantissa, a.exponent - b.exponent);
}

export function compare(a: Numeral, b: Numeral): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const difference = aligned(a, exponent) - aligned(b, exponent);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

export function isWhole(a: Numeral): boolean {
  return a.exponent >= 0;
}

/** Cut off towards zero. */
export function truncate(a: Numeral): Numeral {
  return isWhole(a) ? a : rounded(a.mantissa / (1n << BigInt(-a.exponent)), 0);
}

/** A whole number that JavaScript holds exactly. */
export function safeInteger(a: Numeral): number | undefined {
  const value = isWhole(a) && a.exponent < 64 ? Number(aligned(a, 0)) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

export function wholeOf(a: Numeral): bigint {
  return aligned(truncate(a), 0);
}

/** The shortest decimal number that is read as the same one: what a text and JSON contain. */
export function numeralText(a: Numeral): string {
  const sign = a.mantissa < 0n ? '-' : '';
  const size = a.mantissa < 0n ? -a.mantissa : a.mantissa;
  if (isWhole(a)) return `${sign}${size << BigInt(a.exponent)}`;
  const bits = BigInt(size.toString(2).length);
  const spare = BigInt(PRECISION) - bits;
  // The decimals of the number itself are exact; half a unit of the last bit is how far a shorter one may be off.
  const places = -a.exponent + Number(spare) + 1;
  const scale = 5n ** BigInt(places);
  const exact = (size << (spare + 1n)) * scale;
  const half = scale;
  const digits = exact.toString().padStart(places + 1, '0');
  const point = digits.length - places;
  for (let length = 1; length < digits.length; length++) {
    const rest = 10n ** BigInt(digits.length - length);
    const down = (exact / rest) * rest;
    const up = down + rest;
    const isDown = exact - down < half;
    const isUp = up - exact < half;
    if (!isDown && !isUp) continue;
    const chosen = isDown && (!isUp || (exact - down) * 2n <= rest) ? down : up;
    return sign + decimal(chosen, places);
  }
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function decimal(value: bigint, places: number): string {
  const digits = value.toString().padStart(places + 1, '0');
  const point = digits.length - places;
  const fraction = digits.slice(point).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, point) : `${digits.slice(0, point)}.${fraction}`;
}

function aligned({ mantissa, exponent }: Numeral, to: number): bigint {
  return mantissa << BigInt(exponent - to);
}

function quotient(a: bigint, b: bigint, exponent: number): Numeral {
  const negative = a < 0n !== b < 0n;
  const [dividend, divisor] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const shift = Math.max(0, PRECISION + 2 + divisor.toString(2).length - dividend.toString(2).length);
  const shifted = dividend << BigInt(shift);
  // A remainder counts as one more bit, so that half is told from more than half.
  const size = ((shifted / divisor) << 1n) | (shifted % divisor === 0n ? 0n : 1n);
  return rounded(negative ? -size : size, exponent - shift - 1);
}

/** To the nearest, of two as near the even one. */
function rounded(value: bigint, exponent: number): Numeral {
  if (value === 0n) return ZERO;
  const negative = value < 0n;
  let size = negative ? -value : value;
  let power = exponent;
  const excess = size.toString(2).length - PRECISION;
  if (excess > 0) {
    const cut = BigInt(excess);
    const rest = size & ((1n << cut) - 1n);
    const half = 1n << (cut - 1n);
    size >>= cut;
    if (rest > half || (rest === half && (size & 1n) === 1n)) size += 1n;
    power += excess;
  }
  const zeros = /0*$/.exec(size.toString(2))?.[0].length ?? 0;
  const mantissa = size >> BigInt(zeros);
  if (Math.abs(power + zeros) > MAX_EXPONENT) throw new RangeError('the number is too large');
  return { mantissa: negative ? -mantissa : mantissa, exponent: power + zeros };
}
