import { hasPlaceholder } from '../iam/text.ts';
import { isPresent, knownText, mayBePresent, type Value } from '../values/domain/value.ts';
import { valuesAt } from './arguments.ts';

/** When a row counts: if an argument is present, or if its text has a certain start. */
export type Condition =
  | { readonly kind: 'given'; readonly path: string }
  | { readonly kind: 'startsWith'; readonly path: string; readonly start: string };

/**
 * A condition in the notation of src/sdk/data, `path` or `path=start`: `Tags`, `PatchOperations[].Path=/policy`. No
 * path contains an `=`.
 */
export function parseCondition(text: string): Condition {
  const [path = '', start] = text.split('=');
  return start === undefined ? { kind: 'given', path } : { kind: 'startsWith', path, start };
}

/** The inverse of parseCondition. */
export function printCondition(condition: Condition): string {
  return condition.kind === 'given' ? condition.path : `${condition.path}=${condition.start}`;
}

/** True if the condition holds in some run. */
export function mayHold(value: Value, condition: Condition): boolean {
  return valuesAt(value, condition.path).some(
    (found) => mayBePresent(found) && (condition.kind === 'given' || mayStart(found, condition.start)),
  );
}

/** True if the condition holds in every run. */
export function mustHold(value: Value, condition: Condition): boolean {
  // The contents of an unknown object aren't certain, and an unknown list or map may be empty.
  const [, parent] = /^(.*)(?:\.[^.]*|\[\]|\{:?\})$/.exec(condition.path) ?? [];
  const around = parent === undefined ? [value] : valuesAt(value, parent);
  if (around.some(({ kind }) => kind === 'unknown')) return false;
  return valuesAt(value, condition.path).some(
    (found) => isPresent(found) && (condition.kind === 'given' || mustStart(found, condition.start)),
  );
}

function mustStart(value: Value, start: string): boolean {
  return knownText(value)?.startsWith(start) === true;
}

function mayStart(value: Value, start: string): boolean {
  const text = knownText(value);
  return text === undefined || hasPlaceholder(text) || text.startsWith(start);
}
