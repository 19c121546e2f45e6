import type { FilePlace } from '../resource.ts';
import { parseNumeral } from './number.ts';
import { DYNAMIC, isDynamic, isPrimitive, STRING, sameType, type Type, unify } from './type.ts';
import {
  bool,
  type HclValue,
  isMapping,
  isOpenValue,
  isSequence,
  list,
  map,
  number,
  type Open,
  object,
  orderedItems,
  primitiveText,
  refused,
  refusedIn,
  set,
  string,
  text,
  tuple,
  typeOf,
  unknown,
} from './value.ts';

/** What asks for a conversion. */
interface Asking {
  readonly place: FilePlace;
  readonly text: string;
}

/**
 * Converts a value as Terraform does where another type is asked for; refused where it would refuse it.
 *
 * Source: https://developer.hashicorp.com/terraform/language/expressions/type-constraints#conversion-of-complex-types
 */
export function convert(value: HclValue, type: Type, asking: Asking): HclValue {
  if (type.kind === 'dynamic' || type.kind === 'null') return value;
  if (value.kind === 'null') return { kind: 'null', type };
  if (isOpenValue(value)) return openAs(value, type, asking);
  if (isPrimitive(type)) return toPrimitive(value, type, asking);
  if (type.kind === 'list' || type.kind === 'set') return toSequence(value, type, asking);
  if (type.kind === 'map') return toMap(value, type.element, asking);
  if (type.kind === 'tuple') return toTuple(value, type.elements, asking);
  return type.kind === 'object' ? toObject(value, type.attributes, asking) : value;
}

/** What is open has the type that it is converted to; whether it can be converted is known where its own type is. */
function openAs(value: Open, type: Type, asking: Asking): HclValue {
  if (value.kind === 'unknown' && value.refused) return value;
  const { kind } = value.type;
  if (kind === 'dynamic' || kind === 'null' || isPrimitive(value.type) === isPrimitive(type)) {
    const mayFail = kind === 'string' && type.kind !== 'string';
    if (mayFail) {
      const why = value.kind === 'unknown' ? value.why : `whether it is a ${type.kind} is known only after apply`;
      return unknown(asking, why, type);
    }
    const never = (kind === 'number' && type.kind === 'bool') || (kind === 'bool' && type.kind === 'number');
    return never ? refused(asking, `a ${kind} is no ${type.kind}`) : { ...value, type };
  }
  return refused(asking, `a ${kind} is no ${type.kind}`);
}

function toPrimitive(value: HclValue, type: Type, asking: Asking): HclValue {
  if (value.kind === type.kind || (value.kind === 'text' && type.kind === 'string')) return value;
  if (value.kind === 'text') return unknown(asking, 'its value is known only in part', type);
  const known = primitiveText(value);
  if (known === undefined) return refused(asking, `${describe(value)} is no ${type.kind}`);
  if (type.kind === 'string') return string(known);
  if (type.kind === 'number' && value.kind === 'string') {
    const parsed = parseNumeral(known);
    if (parsed) return number(parsed);
    const isOdd = /^[+-]?(?:0[xXbBoO]|inf|\.|\d*[._eEpP])|_/i.test(known);
    return isOdd
      ? unknown(asking, 'the number is written in an unusual way')
      : refused(asking, 'the text is no number');
  }
  if (type.kind === 'bool' && value.kind === 'string') {
    if (known === 'true' || known === '1') return bool(true);
    if (known === 'false' || known === '0') return bool(false);
  }
  return refused(asking, `${describe(value)} is no ${type.kind}`);
}

export function describe(value: HclValue): string {
  return value.kind === 'object' ? 'an object' : `a ${value.kind}`;
}

function toSequence(value: HclValue, type: Extract<Type, { readonly element: Type }>, asking: Asking): HclValue {
  if (!isSequence(value)) return refused(asking, `${describe(value)} is no ${type.kind}`);
  if (value.kind === type.kind && sameType(value.element, type.element)) return value;
  const items = type.kind === 'set' ? value.items : orderedItems(value);
  if (!items) return unknown(asking, 'the order of the set is known only to Terraform', type);
  const wanted = elementOf(type.element, value, value.items);
  if (!wanted) return refused(asking, 'its items have no common type');
  // Also of an empty list of structures there is no list of texts.
  if (isPrimitive(wanted) && 'element' in value && isStructure(value.element))
    return refused(asking, 'its items are structures');
  const converted = items.map((item) => inElement(item, wanted, asking));
  const failed = refusedIn(converted);
  if (failed) return failed;
  return type.kind === 'set' ? set(wanted, converted) : list(wanted, converted);
}

function toMap(value: HclValue, wantedElement: Type, asking: Asking): HclValue {
  if (!isMapping(value)) return refused(asking, `${describe(value)} is no map`);
  if (value.kind === 'map' && sameType(value.element, wantedElement)) return value;
  const items = [...value.entries.values()];
  const wanted = elementOf(wantedElement, value, items);
  if (isMixed(items) && wanted?.kind === 'dynamic') return unknown(asking, 'which type null has there is not known');
  if (!wanted) return refused(asking, 'its values have no common type');
  const entries = [...value.entries].map(([name, item]) => [name, inElement(item, wanted, asking)] as const);
  return refusedIn(entries.map(([, item]) => item)) ?? map(wanted, entries);
}

/** The type of the elements where `list(any)` leaves it open; undefined where there is none. */
function elementOf(wanted: Type, value: HclValue, items: readonly HclValue[]): Type | undefined {
  if (wanted.kind !== 'dynamic') return wanted;
  if ('element' in value) return value.element;
  // Of a structure and null there is no list.
  if (isSequence(value) && isMixed(items)) return undefined;
  return items.length === 0 ? DYNAMIC : unify(items.map(typeOf));
}

function isMixed(items: readonly HclValue[]): boolean {
  return items.some(({ kind }) => kind === 'null') && items.some((item) => isSequence(item) || isMapping(item));
}

/** A value among others whose common type isn't quite known: a text is a text in any case. */
function inElement(value: HclValue, element: Type, asking: Asking): HclValue {
  const isSure = !isDynamic(element) || value.kind === 'string' || value.kind === 'text' || isOpenValue(value);
  if (isSure) return convert(value, element, asking);
  if (value.kind === 'number' || value.kind === 'bool') {
    return unknown(asking, `whether ${describe(value)} becomes a text is decided by values that are not known`);
  }
  if (element.kind !== 'dynamic') return convert(value, element, asking);
  const isSafe = value.kind === 'null' || hasTextsOnly(typeOf(value));
  return isSafe ? value : unknown(asking, 'which type its values become is decided by values that are not known');
}

function isStructure(type: Type): boolean {
  return 'element' in type || type.kind === 'tuple' || type.kind === 'object';
}

/** A structure of texts alone is the same, whatever it is converted to. */
function hasTextsOnly(type: Type): boolean {
  if (type.kind === 'tuple') return type.elements.every(hasTextsOnly);
  if (type.kind === 'object') return [...type.attributes.values()].every(hasTextsOnly);
  return 'element' in type ? hasTextsOnly(type.element) : type.kind === 'string' || type.kind === 'dynamic';
}

function toTuple(value: HclValue, elements: readonly Type[], asking: Asking): HclValue {
  if (value.kind !== 'tuple' || value.items.length !== elements.length) {
    return refused(asking, `${describe(value)} is no tuple of ${elements.length} items`);
  }
  const items = value.items.map((item, index) => convert(item, elements[index] ?? DYNAMIC, asking));
  return refusedIn(items) ?? tuple(items);
}

function toObject(value: HclValue, attributes: ReadonlyMap<string, Type>, asking: Asking): HclValue {
  if (!isMapping(value)) return refused(asking, `${describe(value)} is no object`);
  const entries: [string, HclValue][] = [];
  for (const [name, type] of attributes) {
    const item = value.entries.get(name);
    if (!item) return refused(asking, `the attribute ${JSON.stringify(name)} is missing`);
    const converted = convert(item, type, asking);
    if (converted.kind === 'unknown' && converted.refused) return converted;
    entries.push([name, converted]);
  }
  return object(entries);
}

/** Values of one type, as `cond ? a : b`, `concat` and `coalesce` make them; undefined where there is none. */
export function unified(values: readonly HclValue[], asking: Asking): readonly HclValue[] | undefined {
  const type = unify(values.map(typeOf));
  return type && values.map((value) => inElement(value, type, asking));
}

/** The type of `unified` values. */
export function commonType(values: readonly HclValue[]): Type | undefined {
  return unify(values.map(typeOf));
}

/** The value as a text where it is a primitive: what stands in a template. */
export function asText(value: HclValue, asking: Asking): HclValue {
  if (isOpenValue(value)) return text([value]);
  return value.kind === 'text' ? value : convert(value, STRING, asking);
}
