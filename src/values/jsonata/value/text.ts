import { isArray, isObject, type Json } from '../../../asl/json.ts';
import type { Unknown } from '../../domain/possible.ts';
import { constant } from './convert.ts';
import { unknownIn } from './kinds.ts';
import { gaveUp, type Item } from './value.ts';

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

/** Integers are written alike everywhere; the order of fields depends on the engine. */
function isPlainText(json: Json): boolean {
  if (typeof json === 'number') return Number.isInteger(json) && Math.abs(json) < 1e15 && !Object.is(json, -0);
  if (typeof json === 'string') return /^[ !#-[\]-~]*$/.test(json);
  if (isArray(json)) return json.every(isPlainText);
  if (isObject(json)) return Object.keys(json).length <= 1 && Object.entries(json).flat().every(isPlainText);
  return true;
}
