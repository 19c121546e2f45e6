import type { CallContext } from '../grants/integration.ts';
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
  return elements(walked, step).flatMap((item) => valuesAt(item, rest));
}

/**
 * True if a list or map on the path has no elements under this assignment and may have some under another: a list that
 * an expression makes can be empty or absent, and names nothing then.
 */
export function isEmptyForNow(path: string, context: Pick<CallContext, 'arguments' | 'inAnyRun'>): boolean {
  const end = Math.max(path.lastIndexOf(']'), path.lastIndexOf('}')) + 1;
  if (end === 0 || valuesAt(context.arguments, path.slice(0, end)).length > 0) return false;
  return valuesAt(context.inAnyRun(), path).some(({ kind }) => kind !== 'absent');
}

/** `A.B[].C` → `A.B`, `C` and `[]`; the last is undefined if the path has no list. */
export function splitList(path: string): readonly [string, string | undefined, string | undefined] {
  const [step] = /\[\]|\{:?\}/.exec(path) ?? [];
  if (step === undefined) return [path, undefined, undefined];
  const at = path.indexOf(step);
  return [path.slice(0, at), path.slice(at + step.length).replace(/^\./, ''), step];
}

/** The elements of a list, the keys of a map, or its values, as the step of a path says. */
export function elements(value: Value, step: string | undefined): readonly Value[] {
  // An object in place of a list is its only element: that is what JSONata makes of a list with one element.
  if (value.kind !== 'object' || step === '[]') return itemsOf(value);
  const names = value.names();
  return withOthers(
    value,
    step === '{:}' ? names.map((name) => value.field(name)) : names.map((json) => ({ kind: 'known', json })),
  );
}

/** Unknown fields that an object may have count as one more element. */
function withOthers({ others }: ObjectValue, values: readonly Value[]): readonly Value[] {
  return others === undefined ? values : [...values, others];
}
