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

/** An argument with the name that people see, and its value. */
export interface Argument {
  readonly field: string;
  readonly value: Value;
}

/**
 * A field by its name, ignoring case: the SDKs' acronyms (`DBInstanceIdentifier`) are words in Step Functions
 * (`DbInstanceIdentifier`), and overlooking a role would make the policy too small.
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

/** One argument or an element of it: its place, and the rest of the path. */
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

/** All values at a path, through lists and maps. */
export function valuesAt(value: Value, path: string): readonly Value[] {
  const [head, rest, step] = splitList(path);
  if (rest === undefined) return [valueAt({ value, path })];
  const walked = valueAt({ value, path: head });
  return (step === '{:}' ? mapValues(walked) : elements(walked)).flatMap((item) => valuesAt(item, rest));
}

/** `A.B[].C` → `A.B`, `C` and `[]`; the last is undefined if the path has no list. */
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

/** Unknown fields that an object may have count as one more element. */
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
