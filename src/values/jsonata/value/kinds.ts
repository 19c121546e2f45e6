import type { Single, Text, Unknown } from '../../domain/possible.ts';
import { arrayParts, isArrayItem } from './arrays.ts';
import { isObjectItem, objectIn } from './objects.ts';
import type { Item } from './value.ts';

/** What `$type` calls it; undefined for an unknown value or none. */
export function kindOfItem(item: Item): string | undefined {
  if (item.kind === 'unknown' || item.kind === 'absent') return undefined;
  if (item.kind === 'function') return 'function';
  if (isTextItem(item)) return 'string';
  if (isArrayItem(item)) return 'array';
  if (isObjectItem(item)) return 'object';
  if (item.kind !== 'known') return undefined;
  return item.json === null ? 'null' : typeof item.json;
}

export function isTextItem(item: Item): item is Text | (Single & { kind: 'known'; json: string }) {
  return item.kind === 'text' || (item.kind === 'known' && typeof item.json === 'string');
}

/** An unknown part of a value, if any: it stops a function that needs all of the value. */
export function unknownIn(item: Item): Unknown | undefined {
  if (item.kind === 'unknown') return item;
  if (item.kind === 'text') return item.parts.find((part) => typeof part !== 'string');
  if (item.kind === 'known' || item.kind === 'absent' || item.kind === 'function') return undefined;
  const object = objectIn(item);
  if (object?.rest.kind === 'unknown') return object.rest;
  const values = object ? [...object.fields.values()] : (arrayParts(item) ?? []).map((part) => part.value);
  for (const child of values.flat()) {
    const found = unknownIn(child);
    if (found) return found;
  }
  return undefined;
}
