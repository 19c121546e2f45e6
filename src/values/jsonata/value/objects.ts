import { isObject } from '../../../asl/json.ts';
import { known } from '../../domain/construct.ts';
import { fieldOf, namesInJson } from '../../domain/parts.ts';
import { ABSENT } from '../../domain/possible.ts';
import { fromPossible } from './alternatives.ts';
import { type Alternatives, type BuiltObject, gaveUp, type Item, NO_VALUE } from './value.ts';

export function isObjectItem(item: Item): boolean {
  return item.kind === 'builtObject' || item.kind === 'object' || (item.kind === 'known' && isObject(item.json));
}

/** One field of an object, absent if there is none. Callers handle arrays, which have the fields of their items. */
export function fieldIn(item: Item, name: string): Alternatives {
  switch (item.kind) {
    case 'builtObject':
      return item.fields.get(name) ?? [item.rest];
    case 'object':
      if (!item.fields.has(name) && [...item.fields.keys()].some(isUnsettled)) return [PLACEHOLDER_NAME];
      return fromPossible(fieldOf(item, name));
    case 'known':
    case 'unknown':
      return fromPossible(fieldOf(item, name));
    default:
      return NO_VALUE;
  }
}

/** A text that still contains a placeholder can become any text. */
export function isUnsettled(text: string): boolean {
  return text.includes('${');
}

const PLACEHOLDER_NAME = gaveUp('a field whose name is a placeholder');

type Fields = Pick<BuiltObject, 'fields' | 'rest'>;

/** Objects with more fields aren't followed: an expression may read them many times. */
const MAX_FIELDS = 1000;
const LARGE_OBJECT: Fields = { fields: new Map(), rest: gaveUp('an object with too many fields to follow') };
/** A placeholder as a name can become any name, also another field's, which can then have either value. */
const UNSETTLED_OBJECT: Fields = { fields: new Map(), rest: PLACEHOLDER_NAME };

/** The fields of an object and what any other field can be; undefined for any other value. */
export function objectIn(item: Item): Fields | undefined {
  switch (item.kind) {
    case 'builtObject':
      return item;
    case 'object':
      if ([...item.fields.keys()].some(isUnsettled)) return UNSETTLED_OBJECT;
      return { fields: mapped(item.fields, fromPossible), rest: item.rest };
    case 'known': {
      if (!isObject(item.json)) return undefined;
      const names = namesInJson(item.json);
      if (names.count > MAX_FIELDS) return LARGE_OBJECT;
      if (names.later) return UNSETTLED_OBJECT;
      return {
        fields: mapped(Object.entries(item.json), (json): Alternatives => [known(json, item.setBy)]),
        rest: ABSENT,
      };
    }
    default:
      return undefined;
  }
}

function mapped<From>(
  entries: Iterable<readonly [string, From]>,
  map: (field: From) => Alternatives,
): Map<string, Alternatives> {
  const fields = new Map<string, Alternatives>();
  for (const [name, field] of entries) fields.set(name, map(field));
  return fields;
}
