import type { Json } from '../../asl/json.ts';
import type { Cause } from './cause.ts';
import { MAX_WEIGHT, TOO_LARGE, weightOf } from './limits.ts';
import type { PersistentMap } from './persistentMap.ts';
import {
  ABSENT,
  type Absent,
  type Known,
  type List,
  type PartArray,
  type PartObject,
  type Possible,
  type Unknown,
} from './possible.ts';

/** Makes values in their normal form; a value that would be too large is unknown. */

export function known(json: Json, setBy?: string): Known {
  return setBy === undefined ? { kind: 'known', json } : { kind: 'known', json, setBy };
}

export function unknownValue(expression: string, cause?: Cause): Unknown {
  return cause === undefined ? { kind: 'unknown', expression } : { kind: 'unknown', expression, cause };
}

export function objectOf(fields: PersistentMap<Possible>, rest: Absent | Unknown = ABSENT): PartObject | Unknown {
  let weight = 1;
  let hasPlaceholderNames = false;
  for (const [name, field] of fields) {
    weight += weightOf(field);
    hasPlaceholderNames ||= isPlaceholderName(name);
  }
  return weight > MAX_WEIGHT ? TOO_LARGE : { kind: 'object', fields, rest, weight, hasPlaceholderNames };
}

/** An object that expressions read but no state passes on: it counts as one value, whatever its size. */
export function weightlessObject(fields: PersistentMap<Possible>): PartObject {
  let hasPlaceholderNames = false;
  for (const name of fields.keys()) hasPlaceholderNames ||= isPlaceholderName(name);
  return { kind: 'object', fields, rest: ABSENT, weight: 1, hasPlaceholderNames };
}

/** True for a name with a placeholder: the field's real name is unknown before the deployment. */
export function isPlaceholderName(name: string): boolean {
  return name.includes('${');
}

export function arrayOf(items: readonly Possible[]): PartArray | Unknown {
  let weight = 1;
  for (const item of items) weight += weightOf(item);
  return weight > MAX_WEIGHT ? TOO_LARGE : { kind: 'array', items, weight };
}

/** The array of these items; known if every item is known and the same state set them. */
export function arrayFrom(items: readonly Possible[]): Known | PartArray | Unknown {
  const json: Json[] = [];
  const [first] = items;
  const setBy = first?.kind === 'known' ? first.setBy : undefined;
  for (const item of items) {
    if (item.kind !== 'known' || item.setBy !== setBy) return arrayOf(items);
    json.push(item.json);
  }
  return known(json, setBy);
}

export function listOf(item: Possible): List | Unknown {
  const weight = 1 + weightOf(item);
  return weight > MAX_WEIGHT ? TOO_LARGE : { kind: 'list', item, weight };
}
