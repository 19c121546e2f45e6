import { ABSENT, itemsOf, type Value } from '../values/value.ts';

/** The arguments of an SDK call, by paths such as `TransactItems[].Put.TableName` and `RequestItems{}` (a map's keys). */

/**
 * A field by its name, whatever its case: the SDKs' acronyms (`DBInstanceIdentifier`) are words in Step Functions
 * (`DbInstanceIdentifier`), and a role that goes unseen would make the policy too small.
 */
function fieldOf(value: Value, name: string): Value {
  if (value.kind === 'unknown') return value;
  if (value.kind !== 'object') return ABSENT;
  const exact = value.field(name);
  if (exact.kind !== 'absent') return exact;
  const wanted = name.toLowerCase();
  const similar = value.names().find((other) => other.toLowerCase() === wanted);
  return similar === undefined ? ABSENT : value.field(similar);
}

/** One argument, or an element of it: where it was found, and what is left of its path. */
export interface Located {
  readonly value: Value;
  readonly path: string;
}

/** The value at a path without lists. */
export function valueAt({ value, path }: Located): Value {
  let current = value;
  for (const name of path === '' ? [] : path.split('.')) current = fieldOf(current, name);
  return current;
}

/** All values at a path, lists and maps walked. */
export function valuesAt(value: Value, path: string): readonly Value[] {
  const [head, rest] = splitList(path);
  if (rest === undefined) return [valueAt({ value, path })];
  return elements(valueAt({ value, path: head })).flatMap((item) => valuesAt(item, rest));
}

/** `A.B[].C` → `A.B` and `C`; undefined where no list is on the path. */
export function splitList(path: string): readonly [string, string | undefined] {
  const at = path.search(/\[\]|\{\}/);
  if (at < 0) return [path, undefined];
  return [path.slice(0, at), path.slice(at + 2).replace(/^\./, '')];
}

/** The elements of a list, or the keys of a map. */
export function elements(value: Value): readonly Value[] {
  if (value.kind !== 'object') return itemsOf(value);
  return value.names().map((json) => ({ kind: 'known', json }));
}
