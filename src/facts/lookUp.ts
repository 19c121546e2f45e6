import type { FactName, StatedFacts } from './fact.ts';
import type { FactQuestion } from './facts.ts';

/** Facts that are looked up where the resources are, when the analysis has asked for them. */

/** A fact that could not be read, and why. */
export interface UnreadFact {
  /** The resource as the question names it, or a key that was read of it. */
  readonly resource: string;
  readonly name: FactName;
  /** `sqs:GetQueueAttributes on arn:aws:sqs:…:orders: access denied (…)`. */
  readonly why: string;
}

export interface LookedUp {
  /** All of source `aws`. */
  readonly stated: readonly StatedFacts[];
  readonly unread: readonly UnreadFact[];
}

/**
 * Answers questions about single resources; patterns and placeholders have no answer. What cannot be read is unread:
 * it rejects only where the run is aborted.
 */
export type LookUp = (questions: readonly FactQuestion[]) => Promise<LookedUp>;
