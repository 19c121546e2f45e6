import { isArray, isObject, type Json } from '../../../asl/json.ts';
import { known } from '../../domain/construct.ts';
import { isAbsent } from './alternatives.ts';
import { arrayParts, knownLength } from './arrays.ts';
import { isUnsettled, objectIn } from './objects.ts';
import type { Alternatives, Item, Part } from './value.ts';

/** Whether JSONata treats it as true; undefined if that isn't certain. */
export function itemTruth(item: Item): boolean | undefined {
  switch (item.kind) {
    case 'absent':
    case 'function':
      return false;
    case 'unknown':
      return undefined;
    case 'text':
      return item.parts.some((part) => typeof part === 'string' && part !== '' && !isUnsettled(part)) || undefined;
    case 'object':
    case 'builtObject':
      return objectTruth(item);
    case 'sequence':
    case 'array':
    case 'list':
      return arrayTruth(arrayParts(item) ?? []);
    case 'known':
      return knownTruth(item.json);
  }
}

function knownTruth(json: Json): boolean | undefined {
  if (typeof json === 'string') return isUnsettled(json) ? undefined : json !== '';
  if (isArray(json)) return arrayTruth(arrayParts(known(json)) ?? []);
  if (isObject(json)) return Object.keys(json).length > 0;
  return json !== null && json !== 0 && json !== false;
}

function arrayTruth(parts: readonly Part[]): boolean | undefined {
  if (knownLength(parts) === 0) return false;
  const truths = parts.map((part) => (part.many ? undefined : truthOfValue(part.value)));
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

function objectTruth(item: Item): boolean | undefined {
  const object = objectIn(item);
  if (!object) return undefined;
  if ([...object.fields.values()].some((field) => !field.some((one) => isAbsent(one) || one.kind === 'unknown')))
    return true;
  return object.fields.size === 0 && object.rest.kind === 'absent' ? false : undefined;
}

function truthOfValue(value: Alternatives): boolean | undefined {
  const [first, ...others] = value.map(itemTruth);
  return others.every((truth) => truth === first) ? first : undefined;
}
