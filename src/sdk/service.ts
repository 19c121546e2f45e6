import type { Purpose } from '../grants/grant.ts';

/** What is known of one service's operations: a file of src/sdk/data, written by `npm run refresh`. */
export interface ServiceData {
  /** The service's page in the service authorization reference; empty where it has none. */
  readonly page: string;
  /** Operation as a task's Resource spells it → what it needs. */
  readonly operations: Readonly<Record<string, OperationData>>;
}

export type OperationData =
  | {
      readonly allow: readonly AllowRow[];
      /** Roles that the call hands to a service: the arguments that hold them, and the service's principal. */
      readonly pass?: readonly PassRow[];
      /** Permissions that the operation may also need, and that are not granted unasked. */
      readonly mayNeed?: readonly (string | PossibleNeed)[];
      /** Arguments that name a key of AWS KMS, where no page says what the service does with it. */
      readonly keys?: readonly string[];
      /** The reference does not have the action: it is the one that the operation's name would have. */
      readonly unconfirmed?: true;
    }
  /** The same API as this optimized integration's, whose page says what it needs. */
  | { readonly optimized: string }
  /** What the arguments' text decides: a rule of special.ts. */
  | { readonly special: 'partiql' }
  /** Why the operation needs no permission. */
  | { readonly nothing: string }
  /** Why Step Functions does not offer it. */
  | { readonly unsupported: string };

/** Something that is told only where one of these conditions may hold, in the notation of condition.ts. */
export interface PossibleNeed {
  readonly what: string;
  readonly when: readonly string[];
}

export interface AllowRow {
  /** Spelled as IAM spells them. */
  readonly actions: readonly string[];
  /** In the notation of pattern.ts; none where IAM has no resources for the action. */
  readonly on: readonly string[];
  /** `call` where it is left out. */
  readonly purpose?: Extract<Purpose, 'data' | 'encryption'>;
  /** Counts only where one of these conditions may hold, in the notation of condition.ts. */
  readonly when?: readonly string[];
  /** Does not count where one of these conditions holds. */
  readonly unless?: readonly string[];
}

export interface PassRow {
  /** In the notation of roles.ts. */
  readonly fields: readonly string[];
  readonly to: string;
  /** The reference names no service for the request: IAM may not be asked for it. */
  readonly ifAsked?: true;
}
