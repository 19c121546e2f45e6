import type { FilePlace } from '../resource.ts';
import { parseNumeral } from './number.ts';
import { DYNAMIC, isDynamic, isPrimitive, STRING, sameType, type Type, unify } from './type.ts';
import {
  bool,
  isMapping,
  isOpen,
  isSequence,
  list,
  map,
  number,
  object,
  orderedItems,
  primitiveText,
  refused,
  set,
  string,
  text,
  tuple,
  typeOf,
  unknown,
  type Value,
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
export function convert(value: Value, type: Type, asking: Asking): Value {
  if (type.kind === 'dynamic' || type.kind === 'null') return value;
  if (value.kind === 'null') return { kind: 'null', type };
  if (isOpen(value)) return typed(value, type);
  if (isPrimitive(type)) return toPrimitive(value, type, asking);
  if (type.kind === 'list' || type.kind === 'set') return toSequence(value, type, asking);
  if (type.kind === 'map') return toMap(value, type.element, asking);
  if (type.kind === 'tuple') return toTuple(value, type.elements, asking);
  return type.kind === 'object' ? toObject(value, type.attributes, asking) : value;
}

/** What is open has the type that it is converted to. */
function typed(value: Value, type: Type): Value {
  if (!isOpen(value) || value.type.kind !== 'dynamic') return value;
  return { ...value, type };
}

function toPrimitive(value: Value, type: Type, asking: Asking): Value {
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

export function describe(value: Value): string {
  return value.kind === 'object' ? 'an object' : `a ${value.kind}`;
}

function toSequence(value: Value, type: Extract<Type, { readonly element: Type }>, asking: Asking): Value {
  if (!isSequence(value)) return refused(asking, `${describe(value)} is no ${type.kind}`);
  if (value.kind === type.kind && sameType(value.element, type.element)) return value;
  const items = type.kind === 'set' ? value.items : orderedItems(value);
  if (!items) return unknown(asking, 'the order of the set is known only to Terraform', type);
  const wanted = elementOf(type.element, value, value.items);
  if (!wanted) return refused(asking, 'its items have no common type');
  const converted = items.map((item) => inElement(item, wanted, asking));
  const failed = converted.find((item) => item.kind === 'unknown' && item.refused);
  if (failed) return failed;
  return type.kind === 'set' ? set(wanted, converted) : list(wanted, converted);
}

function toMap(value: Value, wantedElement: Type, asking: Asking): Value {
  if (!isMapping(value)) return refused(asking, `${describe(value)} is no map`);
  if (value.kind === 'map' && sameType(value.element, wantedElement)) return value;
  const wanted = elementOf(wantedElement, value, [...value.entries.values()]);
  if (!wanted) return refused(asking, 'its values have no common type');
  const entries = [...value.entries].map(([name, item]) => [name, inElement(item, wanted, asking)] as const);
  const failed = entries.find(([, item]) => item.kind === 'unknown' && item.refused)?.[1];
  return failed ?? map(wanted, entries);
}

/** The type of the elements where `list(any)` leaves it open; undefined where there is none. */
function elementOf(wanted: Type, value: Value, items: readonly Value[]): Type | undefined {
  if (wanted.kind !== 'dynamic') return wanted;
  if ('element' in value) return value.element;
  return items.length === 0 ? DYNAMIC : unify(items.map(typeOf));
}

/** A value among others whose common type isn't quite known: a text is a text in any case. */
function inElement(value: Value, element: Type, asking: Asking): Value {
  const isSure = !isDynamic(element) || value.kind === 'string' || value.kind === 'text' || isOpen(value);
  if (isSure) return convert(value, element, asking);
  if (value.kind === 'number' || value.kind === 'bool') {
    return unknown(asking, `whether ${describe(value)} becomes a text is decided by values that are not known`);
  }
  return element.kind === 'dynamic' ? value : convert(value, element, asking);
}

function toTuple(value: Value, elements: readonly Type[], asking: Asking): Value {
  if (value.kind !== 'tuple' || value.items.length !== elements.length) {
    return refused(asking, `${describe(value)} is no tuple of ${elements.length} items`);
  }
  const items = value.items.map((item, index) => convert(item, elements[index] ?? DYNAMIC, asking));
  return items.find((item) => item.kind === 'unknown' && item.refused) ?? tuple(items);
}

function toObject(value: Value, attributes: ReadonlyMap<string, Type>, asking: Asking): Value {
  if (!isMapping(value)) return refused(asking, `${describe(value)} is no object`);
  const entries: [string, Value][] = [];
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
export function unified(values: readonly Value[], asking: Asking): readonly Value[] | undefined {
  const type = unify(values.map(typeOf));
  return type && values.map((value) => inElement(value, type, asking));
}

/** The type of `unified` values. */
export function commonType(values: readonly Value[]): Type | undefined {
  return unify(values.map(typeOf));
}

/** The value as a text where it is a primitive: what stands in a template. */
export function asText(value: Value, asking: Asking): Value {
  if (isOpen(value)) return text([value]);
  return value.kind === 'text' ? value : convert(value, STRING, asking);
}
