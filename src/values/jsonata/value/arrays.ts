import { isArray } from '../../../asl/json.ts';
import { known } from '../../domain/construct.ts';
import { fromPossible, unite } from './alternatives.ts';
import { type Alternatives, type ArrayForm, gaveUp, type Item, type Part, sequenceOf } from './value.ts';

export function one(value: Alternatives): Part {
  return { many: false, value };
}

export function many(value: Alternatives): Part {
  return { many: true, value };
}

export function isArrayItem(item: Item): boolean {
  return (
    item.kind === 'sequence' ||
    item.kind === 'array' ||
    item.kind === 'list' ||
    (item.kind === 'known' && isArray(item.json))
  );
}

/** The items of an array; undefined for any other value. Callers handle unknown values. */
export function arrayParts(item: Item): readonly Part[] | undefined {
  switch (item.kind) {
    case 'sequence':
      return item.parts;
    case 'array':
      return item.items.map((value) => one(fromPossible(value)));
    case 'list':
      return [many(fromPossible(item.item))];
    case 'known':
      if (!isArray(item.json)) return undefined;
      if (item.json.length > MAX_ITEMS) return LONG_LIST;
      return item.json.map((json) => one([known(json, item.setBy)]));
    default:
      return undefined;
  }
}

/** Longer lists aren't followed: an expression may read them many times. */
const MAX_ITEMS = 1000;
const LONG_LIST: readonly Part[] = [many([gaveUp('a list too long to follow')])];

export function formOf(item: Item): ArrayForm {
  return item.kind === 'sequence' ? item.form : 'plain';
}

/** How many items an array has; undefined if that isn't certain. */
export function knownLength(parts: readonly Part[]): number | undefined {
  return parts.some((part) => part.many) ? undefined : parts.length;
}

/** Everything that an item of the array can be. */
export function anyOf(parts: readonly Part[]): Alternatives {
  return unite(parts.map((part) => part.value));
}

/** A sequence of these in any order. */
export function inSomeOrder(parts: readonly Part[]): Alternatives {
  if (parts.length <= 1) return [sequenceOf(parts, 'sequence')];
  const several = parts.filter((part) => !part.many).length > 1;
  return [sequenceOf([many(anyOf(parts))], several ? 'open' : 'sequence')];
}
