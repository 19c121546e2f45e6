import { isArray, isObject, type Json } from '../../asl/json.ts';
import { own } from '../../own.ts';
import { known, unknownValue } from '../domain/construct.ts';
import type { Unknown } from '../domain/possible.ts';
import { textFromParts } from '../domain/text.ts';
import type { Node } from './ast.ts';
import { evaluate, named } from './evaluate.ts';
import type { Run, Scope } from './function.ts';
import { print } from './print.ts';
import { truthOf } from './truth.ts';
import {
  ABSENT,
  combineValues,
  constant,
  constantValue,
  EITHER_BOOLEAN,
  FAILS,
  gaveUp,
  type Item,
  isAbsent,
  isArrayItem,
  isObjectItem,
  one,
  partsOf,
  sequenceOf,
  typeOf,
  unite,
  unknownIn,
  type Value,
} from './value.ts';

interface Operation {
  readonly operator: string;
  readonly left: Node;
  readonly right: Node;
}

export function binary(node: Operation, scope: Scope): Value {
  const { operator, left, right } = node;
  const a = evaluate(left, scope);
  if (operator === 'and' || operator === 'or') return logical(operator, a, right, scope);
  const b = evaluate(right, scope);
  switch (operator) {
    case '&':
      return concatenate([a, b], [left, right], scope.run);
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

function logical(operator: 'and' | 'or', left: Value, right: Node, scope: Scope): Value {
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
function concatenate(values: readonly Value[], nodes: readonly (Node | undefined)[], run: Run): Value {
  return combineValues(values, (items) => {
    const parts = items.flatMap((item, index) => {
      const node = nodes[index];
      return textParts(item).map((part) =>
        typeof part === 'string' || item.kind === 'text'
          ? part
          : named(part, node ? print(node, run.source) : run.source),
      );
    });
    return [textFromParts(parts)];
  });
}

/** The text of a value, as `&` and `$string` write it. */
export function textParts(item: Item): readonly (string | Unknown)[] {
  switch (item.kind) {
    case 'absent':
    case 'function':
      return [''];
    case 'unknown':
      return [item];
    case 'text':
      return item.parts;
    case 'known':
      if (typeof item.json === 'string') return [item.json];
      break;
    default:
  }
  const json = constant(item);
  if (json === undefined) return [unknownIn(item) ?? gaveUp('a value that is known in part, as text')];
  return isPlainText(json) ? [JSON.stringify(json)] : [gaveUp('how a number or the fields of an object are written')];
}

/** Integers are written as they are; the order of fields is that of the engine. */
function isPlainText(json: Json): boolean {
  if (typeof json === 'number') return Number.isInteger(json) && Math.abs(json) < 1e15 && !Object.is(json, -0);
  if (typeof json === 'string') return /^[ !#-[\]-~]*$/.test(json);
  if (isArray(json)) return json.every(isPlainText);
  if (isObject(json)) return Object.keys(json).length <= 1 && Object.entries(json).flat().every(isPlainText);
  return true;
}

function equality(operator: '=' | '!=', a: Item, b: Item): Value {
  if (isAbsent(a) || isAbsent(b)) return constantValue(false);
  const equal = areEqual(a, b);
  return equal === undefined ? EITHER_BOOLEAN : constantValue(equal === (operator === '='));
}

/** Whether two values are the same; undefined where that is not certain. */
export function areEqual(a: Item, b: Item): boolean | undefined {
  if (a.kind === 'unknown' || b.kind === 'unknown') return undefined;
  if (a.kind === 'function' || b.kind === 'function') return undefined;
  if (typeOf(a) !== typeOf(b)) return false;
  const [left, right] = [constant(a), constant(b)];
  return left === undefined || right === undefined ? undefined : equalJson(left, right);
}

function equalJson(a: Json, b: Json): boolean {
  if (isArray(a)) {
    return isArray(b) && a.length === b.length && a.every((item, index) => equalJson(item, b[index] ?? null));
  }
  if (!isObject(a)) return a === b;
  if (!isObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => {
      const [left, right] = [own(a, name), own(b, name)];
      return left !== undefined && right !== undefined && equalJson(left, right);
    })
  );
}

function comparison(operator: '<' | '<=' | '>' | '>=', a: Item, b: Item): Value {
  const types = [a, b].map((item) => (isAbsent(item) || item.kind === 'unknown' ? undefined : typeOf(item)));
  if (types.some((type) => type !== undefined && type !== 'string' && type !== 'number')) return FAILS;
  if (isAbsent(a) || isAbsent(b)) return ABSENT;
  if (a.kind === 'unknown' || b.kind === 'unknown') return [...EITHER_BOOLEAN, ...ABSENT];
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

function isIn(item: Item, list: Item): Value {
  if (isAbsent(item) || isAbsent(list)) return constantValue(false);
  if (item.kind === 'unknown' || list.kind === 'unknown') return EITHER_BOOLEAN;
  if (isArrayItem(item) || isObjectItem(item) || item.kind === 'function') return EITHER_BOOLEAN;
  const parts = partsOf(list) ?? [one([list])];
  let undecided = false;
  for (const part of parts) {
    const answers = new Set(part.value.map((other) => areEqual(item, other)));
    if (answers.size === 1 && answers.has(true) && !part.many) return constantValue(true);
    if (answers.has(true) || answers.has(undefined)) undecided = true;
  }
  return undecided ? EITHER_BOOLEAN : constantValue(false);
}

/** The operands as numbers: fails for another type, absent for nothing, undefined where it is not certain. */
function numbersIn(items: readonly Item[]): readonly number[] | Value {
  const stopped = items.find((item) => item.kind === 'unknown');
  if (items.some((item) => !isAbsent(item) && item.kind !== 'unknown' && typeOf(item) !== 'number')) return FAILS;
  if (items.some(isAbsent)) return ABSENT;
  if (stopped) return [stopped];
  return items.flatMap((item) => (item.kind === 'known' && typeof item.json === 'number' ? [item.json] : []));
}

function arithmetic(operator: string, a: Item, b: Item): Value {
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

/** How an engine calculates with fractions is its own affair. */
function wholeNumber(number: number): Value {
  return Number.isSafeInteger(number)
    ? constantValue(number + 0)
    : [gaveUp('a calculation with fractions is not done')];
}

/** A range with more items is not followed. */
const MAX_RANGE = 1000;

function range(from: Item, to: Item): Value {
  const numbers = numbersIn([from, to]);
  const [first, last] = numbers;
  if (typeof first !== 'number' || typeof last !== 'number') return numbers.filter((each) => typeof each !== 'number');
  if (!Number.isInteger(first) || !Number.isInteger(last)) return FAILS;
  if (first > last) return ABSENT;
  if (last - first >= MAX_RANGE)
    return [unknownValue('', { state: '', reason: `a range of more than ${MAX_RANGE} items` })];
  const items = Array.from({ length: last - first + 1 }, (_, index) => one(constantValue(first + index)));
  return [sequenceOf(items, 'sequence')];
}
