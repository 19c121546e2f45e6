import { compare as compareNumbers } from './number.ts';
import { sameType, type Type } from './type.ts';
import { isMapping, isOpen, isSequence, keyOf, openIn, typeOf, type Value } from './value.ts';

/** Attributes that AWS always gives: neither null nor empty, and of two resources never the same. */
const GIVEN = new Set(['arn', 'id']);

/** True where the value is certainly neither null nor an empty text. */
export function isGiven(value: Value): boolean {
  if (value.kind === 'text') return value.parts.some((part) => typeof part === 'string' || isGiven(part));
  return value.kind === 'reference' && value.path.length === 1 && GIVEN.has(String(value.path[0]));
}

/**
 * Whether two values are equal, as `==` has it: only values of one type can be. Undefined where that isn't known.
 *
 * Source: https://developer.hashicorp.com/terraform/language/expressions/operators#equality-operators
 */
export function equal(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'null' && b.kind === 'null') return true;
  if (a.kind === 'null' || b.kind === 'null')
    return isGiven(a) || isGiven(b) || !(isOpen(a) || isOpen(b)) ? false : undefined;
  if (openIn(a) ?? openIn(b)) return equalInPart(a, b);
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(a.value, b.value) === 0;
  if (isMapping(a) || isSequence(a)) {
    if (keyOf(a) === keyOf(b)) return sameType(typeOf(a), typeOf(b)) ? true : hasNull(typeOf(a)) ? undefined : false;
    return hasNull(typeOf(a)) || hasNull(typeOf(b)) ? undefined : false;
  }
  return keyOf(a) === keyOf(b);
}

function equalInPart(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'reference' && b.kind === 'reference' && a.path.length > 0) {
    if (keyOf(a) === keyOf(b)) return true;
    return isGiven(a) && isGiven(b) && a.path[0] === 'arn' && b.path[0] === 'arn' ? false : undefined;
  }
  if (isEmptyText(a) || isEmptyText(b)) return isGiven(a) || isGiven(b) ? false : undefined;
  const [x, y] = [startOf(a), startOf(b)];
  if (x === undefined || y === undefined) return undefined;
  const length = Math.min(x.length, y.length);
  return x.slice(0, length) === y.slice(0, length) ? undefined : false;
}

function isEmptyText(value: Value): boolean {
  return value.kind === 'string' && value.value === '';
}

/** What a text certainly starts with. */
function startOf(value: Value): string | undefined {
  if (value.kind === 'string') return value.value;
  if (value.kind !== 'text') return undefined;
  const [first] = value.parts;
  return typeof first === 'string' ? first : undefined;
}

/** The type of a null among others isn't known here. */
function hasNull(type: Type): boolean {
  if (type.kind === 'tuple') return type.elements.some(hasNull);
  if (type.kind === 'object') return [...type.attributes.values()].some(hasNull);
  return type.kind === 'null' || type.kind === 'dynamic' || ('element' in type && hasNull(type.element));
}
