import { DefinitionError } from './error.ts';
import { pointer } from './json.ts';

/** Deeper than any workflow that Step Functions accepts; no walk of a definition can overflow the stack. */
export const MAX_DEPTH = 500;

export function tooDeep(): DefinitionError {
  return new DefinitionError({}, `is nested more than ${MAX_DEPTH} levels deep; no state machine is`);
}

/** `path` leads from the document's root to the object; `place` is line and column. */
export function duplicateKey(path: readonly string[], key: string, place: string): DefinitionError {
  // The innermost "States" entry of the path names the state; what follows it names the field.
  const whole = [...path, key];
  const at = whole.lastIndexOf('States', whole.length - 2);
  const state = at < 0 ? '' : pointer('', ...whole.slice(0, at + 2));
  const field = whole.slice(at < 0 ? 0 : at + 2).join('.');
  return new DefinitionError(
    { state, field },
    `the key ${JSON.stringify(key)} stands twice (${place}); keep one of them`,
  );
}
