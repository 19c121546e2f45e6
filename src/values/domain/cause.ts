/** What stopped the evaluation of an expression, and in which state: `the result of the task` of `/States/Lookup`. */
export interface Cause {
  /** JSON Pointer; empty for what the execution starts with. */
  readonly state: string;
  readonly reason: string;
  /** True if the values were known, but too many to follow each. */
  readonly widened?: true;
}
