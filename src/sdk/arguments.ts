import { ABSENT } from '../values/domain/possible.ts';
import { itemsOf, type ObjectValue, type Value } from '../values/domain/value.ts';

/**
 * The arguments of an SDK call, by paths: `TransactItems[].Put.TableName`, `RequestItems{}`, `Roles{:}`. Only this file
 * takes paths apart, with splitList.
 *
 * ```
 * path = step { "." step }
 * step = name { "[]" | "{}" | "{:}" }     a list's elements, a map's keys, a map's values
 * ```
 */

/** An argument as a person knows it, and its value. */
export interface Argument {
  readonly field: string;
  readonly value: Value;
}

/**
 * A field by its name, whatever its case: the SDKs' acronyms (`DBInstanceIdentifier`) are words in Step Functions
 * (`DbInstanceIdentifier`), and a role that goes unseen would make the policy too small.
 */
function fieldOf(value: Value, name: string): Value {
  if (value.kind === 'unknown') return { ...value, maybeAbsent: true };
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
  const [head, rest, step] = splitList(path);
  if (rest === undefined) return [valueAt({ value, path })];
  const walked = valueAt({ value, path: head });
  return (step === '{:}' ? mapValues(walked) : elements(walked)).flatMap((item) => valuesAt(item, rest));
}

/** `A.B[].C` → `A.B`, `C` and `[]`; the latter undefined where no list is on the path. */
export function splitList(path: string): readonly [string, string | undefined, string | undefined] {
  const [step] = /\[\]|\{:?\}/.exec(path) ?? [];
  if (step === undefined) return [path, undefined, undefined];
  const at = path.indexOf(step);
  return [path.slice(0, at), path.slice(at + step.length).replace(/^\./, ''), step];
}

/** The elements of a list, or the keys of a map. */
export function elements(value: Value): readonly Value[] {
  if (value.kind !== 'object') return itemsOf(value);
  return withOthers(
    value,
    value.names().map((json) => ({ kind: 'known', json })),
  );
}

/** What an object may hold besides what is known of it counts as one element more. */
function withOthers({ others }: ObjectValue, values: readonly Value[]): readonly Value[] {
  return others === undefined ? values : [...values, others];
}

function mapValues(value: Value): readonly Value[] {
  return value.kind === 'object'
    ? withOthers(
        value,
        value.names().map((name) => value.field(name)),
      )
    : itemsOf(value);
}
