/** What is wrong with a definition, and where: the text of one line for the person who wrote it. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  /** JSON Pointer of the state, or of the object that contains it; empty for the document. */
  readonly state: string;
  /** The field of that state, such as `Resource` or `Parameters.QueueUrl`; empty if no field is at fault. */
  readonly field: string;
  /** What is wrong and what to do, without the place. */
  readonly problem: string;

  constructor(where: { readonly state?: string; readonly field?: string }, problem: string) {
    const { state = '', field = '' } = where;
    super([state && `state ${state}`, field && `field ${field}`, problem].filter(Boolean).join(': '));
    this.state = state;
    this.field = field;
    this.problem = problem;
  }
}

/**
 * The place of a field, for a DefinitionError: `path` is the JSON Pointer of its object, at or below that of `state`.
 * The field's name is relative to the state: `Branches.0.States`.
 */
export function placeOf(
  state: string,
  path: string,
  field: string,
): { readonly state: string; readonly field: string } {
  return { state, field: [...path.slice(state.length).split('/').filter(Boolean), field].join('.') };
}
