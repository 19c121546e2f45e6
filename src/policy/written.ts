import type { Conditions } from '../grants/grant.ts';

/** Policies as someone wrote them, in a template or on a role. */

/** A statement, its values resolved; each has one of Action and NotAction, and so on. */
export interface WrittenStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Conditions;
}

export interface WrittenPolicy {
  /** Where it stands, such as `OrdersRole.Policies.0`. */
  readonly source: string;
  readonly line: number | undefined;
  readonly statements: readonly WrittenStatement[];
  /** For a policy that AWS wrote: the name of SAM's policy template or of the managed policy. */
  readonly ofAws?: string;
}

/** What the policies here do not tell, and why: the role may be allowed or denied more than they say. */
export interface NotEvaluated {
  readonly source: string;
  readonly reason: string;
  /**
   * What it can be about: `nothing` where it can only take away; `needed` where it gives just what is needed; the actions
   * of a statement; any action without it.
   */
  readonly mayAllow?: 'nothing' | 'needed' | readonly string[];
}

/** What is known of a role's policies. */
export interface Gathered {
  readonly policies: readonly WrittenPolicy[];
  readonly notEvaluated: readonly NotEvaluated[];
}
