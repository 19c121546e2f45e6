import { same } from '../../domain/compare.ts';
import { known } from '../../domain/construct.ts';
import { constant } from './convert.ts';
import { kindOfItem } from './kinds.ts';
import type { Item } from './value.ts';

/** Whether two values are the same; undefined if that isn't certain. */
export function areEqual(a: Item, b: Item): boolean | undefined {
  if (a.kind === 'unknown' || b.kind === 'unknown') return undefined;
  if (a.kind === 'function' || b.kind === 'function') return undefined;
  if (kindOfItem(a) !== kindOfItem(b)) return false;
  const [left, right] = [constant(a), constant(b)];
  return left === undefined || right === undefined ? undefined : same(known(left), known(right));
}
