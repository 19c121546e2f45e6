import { hasPlaceholder } from '../iam/text.ts';
import { knownText, mayBePresent, type Value } from '../values/domain/value.ts';
import { valuesAt } from './arguments.ts';

/** When a row counts: where an argument is given, or where its text starts with another. */
export type Condition =
  | { readonly kind: 'given'; readonly path: string }
  | { readonly kind: 'startsWith'; readonly path: string; readonly start: string };

/**
 * The condition that the data in src/sdk/data writes as `path` or `path=start`: `Tags`,
 * `PatchOperations[].Path=/policy`. No path has an `=`.
 */
export function parseCondition(text: string): Condition {
  const [path = '', start] = text.split('=');
  return start === undefined ? { kind: 'given', path } : { kind: 'startsWith', path, start };
}

/** The text that parseCondition reads as this condition. */
export function printCondition(condition: Condition): string {
  return condition.kind === 'given' ? condition.path : `${condition.path}=${condition.start}`;
}

/** True where the condition holds in some run. */
export function mayHold(value: Value, condition: Condition): boolean {
  return valuesAt(value, condition.path).some(
    (found) => mayBePresent(found) && (condition.kind === 'given' || mayStart(found, condition.start)),
  );
}

/** True where the condition holds in every run. */
export function mustHold(value: Value, condition: Condition): boolean {
  return valuesAt(value, condition.path).some(
    (found) => mustBePresent(found) && (condition.kind === 'given' || mustStart(found, condition.start)),
  );
}

function mustBePresent(value: Value): boolean {
  return mayBePresent(value) && !(value.kind === 'unknown' && value.maybeAbsent);
}

function mustStart(value: Value, start: string): boolean {
  return knownText(value)?.startsWith(start) === true;
}

function mayStart(value: Value, start: string): boolean {
  const text = knownText(value);
  return text === undefined || hasPlaceholder(text) || text.startsWith(start);
}
