import type { Condition } from '../../src/sdk/condition.ts';
import type { ResourcePattern } from '../../src/sdk/pattern.ts';
import type { Restriction } from '../../src/sdk/restriction.ts';

/** What operations need in addition to the action of their name, as far as their arguments decide it. */
export interface PermissionRow {
  readonly service: string;
  readonly operations: readonly string[];
  readonly actions: readonly string[];
  readonly on: readonly ResourcePattern[];
  /** Counts only where one of these conditions may hold. */
  readonly when?: readonly Condition[];
  /** Does not count where one of these conditions holds. */
  readonly unless?: readonly Condition[];
  readonly purpose?: 'data' | 'encryption';
  /** Must hold of the requests on a key. */
  readonly only?: readonly Restriction[];
  /** The row stands for the operation's own action. */
  readonly instead?: true;
  readonly source: string;
}

/** What operations do with the caller's permissions though no argument names it: a finding says so, and nothing is granted. */
export interface NoteRow {
  readonly service: string;
  readonly operations: readonly string[];
  readonly what: string;
  /** Counts only where one of these conditions may hold. */
  readonly when?: readonly Condition[];
  readonly source: string;
}
