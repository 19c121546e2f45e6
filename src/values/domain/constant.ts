import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import { MAX_TEXT } from './limits.ts';
import type { Possible } from './possible.ts';

/** The most values in one, or characters in a text, that are still computed with. */
const MAX_JSON_NODES = 10_000;
const MAX_JSON_TEXT = MAX_TEXT * 16;

/**
 * The JSON value that this is in every execution, for functions that need all of it. Undefined if any part of it is
 * unknown, if a text in it still contains a placeholder (whose value is unknown before the deployment), or if it is too
 * large to compute with.
 */
export function constantOf(value: Possible): Json | undefined {
  return constant(value, { nodes: MAX_JSON_NODES });
}

interface Budget {
  nodes: number;
}

function constant(value: Possible, budget: Budget): Json | undefined {
  if (--budget.nodes < 0) return undefined;
  switch (value.kind) {
    case 'known':
      return isPlain(value.json, budget) ? value.json : undefined;
    case 'array': {
      const items: Json[] = [];
      for (const item of value.items) {
        const json = constant(item, budget);
        if (json === undefined) return undefined;
        items.push(json);
      }
      return items;
    }
    case 'object': {
      if (value.rest.kind === 'unknown') return undefined;
      const object: Record<string, Json> = {};
      for (const [name, field] of value.fields) {
        if (field.kind === 'absent') continue;
        const json = constant(field, budget);
        if (json === undefined) return undefined;
        Object.defineProperty(object, name, { value: json, enumerable: true, configurable: true, writable: true });
      }
      const result: JsonObject = object;
      return result;
    }
    default:
      return undefined;
  }
}

function isPlain(json: Json, budget: Budget): boolean {
  if (--budget.nodes < 0) return false;
  if (typeof json === 'string') return json.length <= MAX_JSON_TEXT && !json.includes('${');
  if (isArray(json)) return json.every((item) => isPlain(item, budget));
  if (!isObject(json)) return true;
  return Object.entries(json).every(([name, item]) => !name.includes('${') && isPlain(item, budget));
}

/** True if a part of the value is unknown. */
export function hasUnknown(value: Possible): boolean {
  switch (value.kind) {
    case 'known':
      return false;
    case 'either':
      return value.options.some(hasUnknown);
    case 'array':
      return value.items.some(hasUnknown);
    case 'list':
      return hasUnknown(value.item);
    case 'object':
      return value.rest.kind === 'unknown' || [...value.fields.values()].some(hasUnknown);
    case 'text':
    case 'absent':
    case 'unknown':
      return true;
  }
}
