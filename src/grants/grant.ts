import type { FactName, FactSource } from '../facts/fact.ts';
import type { Cause } from '../values/domain/cause.ts';

/** Why a grant exists. See docs/glossary.md for what happens when one is missing. */
export type Purpose =
  | 'call'
  | 'poll'
  | 'events'
  | 'cancel'
  | 'passRole'
  | 'serviceLinkedRole'
  | 'data'
  | 'childWorkflow'
  | 'redrive'
  | 'logs'
  | 'tracing'
  | 'encryption'
  | 'assumeRole';

/** Where a resource's name comes from. */
export type Origin =
  /** The definition gives it literally, in this field of the state. */
  | { readonly kind: 'literal'; readonly field: string }
  /** The expression in this field has one value in every execution; `setBy` is the state that set it. */
  | { readonly kind: 'resolved'; readonly field: string; readonly expression: string; readonly setBy: string }
  /**
   * The expression in this field gives a text whose part `unknown` is known only at run time: the resource is a
   * pattern.
   */
  | {
      readonly kind: 'pattern';
      readonly field: string;
      readonly expression: string;
      readonly unknown: string;
      readonly cause?: Cause;
    }
  /** This field has a placeholder for a name or an ARN; it is assumed to be a name. */
  | { readonly kind: 'assumedName'; readonly field: string; readonly placeholder: string }
  /** The expression in this field is known only at run time: the resource is a wildcard. */
  | { readonly kind: 'unknown'; readonly field: string; readonly expression: string; readonly cause?: Cause }
  /** The field that should name it is missing. */
  | { readonly kind: 'missing'; readonly field: string }
  /** The state machine's own ARN, whose name isn't known. */
  | { readonly kind: 'unnamedMachine' }
  /** Always the same for this API, such as the rule that Step Functions manages. */
  | { readonly kind: 'fixed' }
  /** A fact about the resource `of` names it, such as the key of a queue; see docs/facts.md. */
  | {
      readonly kind: 'fact';
      readonly fact: FactName;
      /** The resource that the fact is about: an ARN, or a pattern. */
      readonly of: string;
      readonly source: FactSource;
      /** Where the source says it: `template.yaml Queue`, `facts.yaml`, `sqs:GetQueueAttributes`. */
      readonly place: string;
    }
  /** A wildcard that the definition cannot narrow, and why. */
  | { readonly kind: 'wildcard'; readonly reason: string };

export interface Resource {
  /** An ARN, a pattern of ARNs, or `*`. */
  readonly arn: string;
  readonly origin: Origin;
}

/** Condition operator → condition key → values, as in a policy's `Condition`. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** How sure it is that a call needs a grant. */
export type Certainty =
  /** AWS's page of the integration prints it, or the service reference requires it for the call as made. */
  | 'required'
  /** Needed only under circumstances that neither the definition nor a fact tells. */
  | 'conditional'
  /** Harmless, and may help. */
  | 'precaution';

/** Why it is not certain that a call needs a grant. */
export interface Doubt {
  readonly certainty: Exclude<Certainty, 'required'>;
  /**
   * Of a conditional grant, what decides: it completes 'needed only if …'. Of a precaution, why roles do without it: it
   * completes 'granted as a precaution: …'.
   */
  readonly reason: string;
  /** The page that says so. */
  readonly source: string;
}

/** What one call needs: these actions, on these resources, for this purpose. */
export interface Grant {
  readonly purpose: Purpose;
  /** Spelled as IAM spells them: `sqs:SendMessage`. */
  readonly actions: readonly string[];
  readonly resources: readonly Resource[];
  readonly conditions?: Conditions;
  /** Absent where the call certainly needs it. */
  readonly doubt?: Doubt;
}

export function certaintyOf({ doubt }: { readonly doubt?: Doubt | undefined }): Certainty {
  return doubt?.certainty ?? 'required';
}
