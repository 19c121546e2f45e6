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
  /** Completes 'needed only if …', where neither the call nor a fact tells; the row's source says so. */
  readonly onlyIf?: string;
  /** Why roles do without it; the row's source says so. */
  readonly precaution?: string;
  readonly source: string;
}

/** What operations do with the caller's permissions though no argument names it: a finding says so, and nothing is granted. */
export interface NoteRow {
  readonly service: string;
  readonly operations: readonly string[];
  readonly what: string;
  /** Counts only where one of these conditions may hold. */
  readonly when?: readonly Condition[];
  /** Does not count where one of these conditions holds. */
  readonly unless?: readonly Condition[];
  readonly source: string;
}

/** What a service does with the keys in these arguments, with the permission of who calls it. */
export interface KeyUseRow {
  readonly service: string;
  readonly operations: readonly string[];
  /** The arguments that name the keys. */
  readonly keys: readonly string[];
  /** The argument with the keys' Region, if that is another one. */
  readonly region?: string;
  readonly actions: readonly string[];
  /** The page says that kms:GrantIsForAWSResource holds of the grants. */
  readonly grantsForServices?: true;
  /** Must hold of the requests, by the page or by the services' names for kms:ViaService in the guide of AWS KMS. */
  readonly only?: readonly Restriction[];
  readonly source: string;
}
