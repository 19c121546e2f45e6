import { DefinitionError } from './error.ts';
import { stateAndField } from './lines.ts';

/** Deeper than any workflow that Step Functions accepts; no walk of a definition can overflow the stack. */
export const MAX_DEPTH = 500;

export function tooDeep(): DefinitionError {
  return new DefinitionError({}, `is nested more than ${MAX_DEPTH} levels deep; no state machine is`);
}

/** A key that stands twice in one object. */
export interface DuplicateKey {
  /** Leads from the document's root to the object. */
  readonly path: readonly string[];
  readonly key: string;
  readonly firstLine: number;
  /** Where it stands again. */
  readonly line: number;
  readonly column: number;
}

export function duplicateKey({ path, key, line, column }: DuplicateKey): DefinitionError {
  return new DefinitionError(
    stateAndField([...path, key]),
    `the key ${JSON.stringify(key)} stands twice (line ${line}, column ${column}); keep one of them`,
  );
}
