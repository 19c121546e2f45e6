import { isAbsent } from './value/alternatives.ts';
import { arrayParts, isArrayItem, one } from './value/arrays.ts';
import { constant } from './value/convert.ts';
import { areEqual } from './value/equality.ts';
import { kindOfItem } from './value/kinds.ts';
import { isObjectItem } from './value/objects.ts';
import { type Alternatives, constantValue, EITHER_BOOLEAN, FAILS, type Item, NO_VALUE } from './value/value.ts';

export function equality(operator: '=' | '!=', a: Item, b: Item): Alternatives {
  if (isAbsent(a) || isAbsent(b)) return constantValue(false);
  const equal = areEqual(a, b);
  return equal === undefined ? EITHER_BOOLEAN : constantValue(equal === (operator === '='));
}

export function comparison(operator: '<' | '<=' | '>' | '>=', a: Item, b: Item): Alternatives {
  const types = [a, b].map((item) => (isAbsent(item) || item.kind === 'unknown' ? undefined : kindOfItem(item)));
  if (types.some((type) => type !== undefined && type !== 'string' && type !== 'number')) return FAILS;
  if (isAbsent(a) || isAbsent(b)) return NO_VALUE;
  if (a.kind === 'unknown' || b.kind === 'unknown') return [...EITHER_BOOLEAN, ...NO_VALUE];
  if (types[0] !== types[1]) return FAILS;
  const [left, right] = [constant(a), constant(b)];
  if (typeof left === 'number' && typeof right === 'number') return constantValue(compare(operator, left, right));
  if (typeof left === 'string' && typeof right === 'string') return constantValue(compare(operator, left, right));
  return EITHER_BOOLEAN;
}

function compare<T extends string | number>(operator: '<' | '<=' | '>' | '>=', a: T, b: T): boolean {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

export function isIn(item: Item, list: Item): Alternatives {
  if (isAbsent(item) || isAbsent(list)) return constantValue(false);
  if (item.kind === 'unknown' || list.kind === 'unknown') return EITHER_BOOLEAN;
  if (isArrayItem(item) || isObjectItem(item) || item.kind === 'function') return EITHER_BOOLEAN;
  const parts = arrayParts(list) ?? [one([list])];
  let undecided = false;
  for (const part of parts) {
    const answers = new Set(part.value.map((other) => areEqual(item, other)));
    if (answers.size === 1 && answers.has(true) && !part.many) return constantValue(true);
    if (answers.has(true) || answers.has(undefined)) undecided = true;
  }
  return undecided ? EITHER_BOOLEAN : constantValue(false);
}
