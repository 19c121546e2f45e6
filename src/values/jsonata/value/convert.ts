import type { Json } from '../../../asl/json.ts';
import { constantOf } from '../../domain/constant.ts';
import { arrayFrom, known, listOf, objectOf } from '../../domain/construct.ts';
import { join } from '../../domain/join.ts';
import type { Possible } from '../../domain/possible.ts';
import { isSingle } from './alternatives.ts';
import { type Alternatives, type BuiltObject, gaveUp, type Item, type Sequence } from './value.ts';

/** The value as the rest of the analysis sees it; a function isn't a JSON value. */
export function toPossible(value: Alternatives): Possible {
  return join(value.map(itemToPossible));
}

function itemToPossible(item: Item): Possible {
  if (isSingle(item)) return item;
  switch (item.kind) {
    case 'sequence':
      return toArray(item);
    case 'builtObject':
      return toObject(item);
    case 'function':
      return gaveUp('a function is no value');
  }
}

function toArray({ parts }: Sequence): Possible {
  const items = parts.map((part) => toPossible(part.value));
  return parts.some((part) => part.many) ? listOf(join(items)) : arrayFrom(items);
}

/**
 * Known if the expression itself says all of it. Values that a state set stay separate, so that messages can name it.
 */
function toObject({ fields: built, rest }: BuiltObject): Possible {
  const fields = new Map([...built].map(([name, field]): [string, Possible] => [name, toPossible(field)]));
  if (rest.kind === 'unknown') return objectOf(fields, rest);
  const entries: [string, Json][] = [];
  for (const [name, field] of fields) {
    if (field.kind !== 'known' || field.setBy !== undefined) return objectOf(fields, rest);
    entries.push([name, field.json]);
  }
  return known(Object.fromEntries(entries));
}

/** The JSON value that this always is; undefined if any part is unknown. */
export function constant(item: Item): Json | undefined {
  return item.kind === 'function' ? undefined : constantOf(itemToPossible(item));
}
