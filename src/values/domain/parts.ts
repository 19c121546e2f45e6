import { isArray, isObject, type JsonObject } from '../../asl/json.ts';
import { own } from '../../own.ts';
import { isPlaceholderName, known, objectOf, unknownValue } from './construct.ts';
import { MAX_WEIGHT, TOO_LARGE, weightOf } from './limits.ts';
import { withEntry } from './persistentMap.ts';
import { ABSENT, type Known, type PartObject, type Possible, type Single } from './possible.ts';

/** The parts of a value: its items, its fields, and the value with one of them set. */

/** The items of an array or list in any form; undefined for any other value. */
export function itemsIn(value: Single): readonly Possible[] | undefined {
  switch (value.kind) {
    case 'array':
      return value.items;
    case 'list':
      return [value.item];
    case 'known':
      return isArray(value.json) ? value.json.map((json) => known(json, value.setBy)) : undefined;
    default:
      return undefined;
  }
}

/** True for an object, known as a whole or in part. */
export function isObjectLike(value: Single): value is PartObject | Known {
  return value.kind === 'object' || (value.kind === 'known' && isObject(value.json));
}

/** The known names of an object's fields; none for any other value. */
export function namesOf(value: Single): Iterable<string> {
  if (value.kind === 'object') return value.fields.keys();
  return value.kind === 'known' && isObject(value.json) ? Object.keys(value.json) : [];
}

/** One field of a value: `absent` if it has no fields, unknown if the value is unknown. */
export function fieldOf(value: Single, name: string): Possible {
  switch (value.kind) {
    case 'object':
      return value.fields.get(name) ?? (value.hasPlaceholderNames ? unknownValue(name) : value.rest);
    case 'known': {
      if (!isObject(value.json)) return ABSENT;
      const json = own(value.json, name);
      if (json !== undefined) return known(json, value.setBy);
      return namesInJson(value.json).later ? unknownValue(name) : ABSENT;
    }
    case 'unknown':
      return value;
    default:
      return ABSENT;
  }
}

interface Names {
  readonly count: number;
  /** True if one of them contains a placeholder: its real name is unknown before the deployment. */
  readonly later: boolean;
}

/** Cached, since every expression that looks into an object asks again, and an object can be large. */
const NAMES = new WeakMap<JsonObject, Names>();

/** The field names of a known object. */
export function namesInJson(json: JsonObject): Names {
  const before = NAMES.get(json);
  if (before) return before;
  const list = Object.keys(json);
  const names = { count: list.length, later: list.some(isPlaceholderName) };
  NAMES.set(json, names);
  return names;
}

/** The value with one field set; the other fields of a partly known or unknown object stay as they are. */
export function withField(value: Single, name: string, field: Possible): Single {
  switch (value.kind) {
    case 'object': {
      const before = value.fields.get(name);
      const weight = value.weight + weightOf(field) - (before === undefined ? 0 : weightOf(before));
      if (weight > MAX_WEIGHT) return TOO_LARGE;
      const hasPlaceholderNames = value.hasPlaceholderNames || isPlaceholderName(name);
      return {
        kind: 'object',
        fields: withEntry(value.fields, name, field),
        rest: value.rest,
        weight,
        hasPlaceholderNames,
      };
    }
    case 'known': {
      const { json, setBy } = value;
      if (!isObject(json)) break;
      const fields = new Map(Object.entries(json).map(([key, item]): [string, Possible] => [key, known(item, setBy)]));
      return objectOf(fields.set(name, field));
    }
    case 'unknown':
      return objectOf(new Map([[name, field]]), value);
    default:
  }
  return unknownValue(name);
}
