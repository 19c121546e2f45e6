import type { Doubt, Purpose } from '../grants/grant.ts';

/** What is known of one service's operations: a file of src/sdk/data, written by `npm run refresh`. */
export interface ServiceData {
  /** The service's page in the service authorization reference; empty if it has none. */
  readonly page: string;
  /** Operation, spelled as in a task's Resource → what it needs. */
  readonly operations: Readonly<Record<string, OperationData>>;
}

export type OperationData =
  | {
      readonly allow: readonly AllowRow[];
      /** Roles that the call passes to a service: their arguments and the service's principal. */
      readonly pass?: readonly PassRow[];
      /** Permissions that the operation may also need; they aren't granted automatically. */
      readonly mayNeed?: readonly (string | PossibleNeed)[];
      /** Arguments that name an AWS KMS key, if no page says what the service does with it: nothing is granted. */
      readonly keys?: readonly string[];
      /** Arguments whose key the service uses with a permission of its own, and the page that says so. */
      readonly serviceKeys?: Readonly<Record<string, string>>;
      /** The action isn't in the reference: its name is derived from the operation's. */
      readonly unconfirmed?: true;
    }
  /** The same API as that of this optimized integration, whose page says what it needs. */
  | { readonly optimized: string }
  /** The text of an argument decides: a rule of special.ts. */
  | { readonly special: 'partiql' }
  /** Why the operation needs no permission. */
  | { readonly nothing: string }
  /** Why Step Functions doesn't offer it. */
  | { readonly unsupported: string };

/** A permission that is mentioned only under these conditions, in the notation of condition.ts, as those of a row. */
export interface PossibleNeed {
  readonly what: string;
  readonly when?: readonly string[];
  readonly unless?: readonly string[];
}

export interface AllowRow {
  /** Spelled as IAM spells them. */
  readonly actions: readonly string[];
  /** In the notation of pattern.ts; empty if IAM has no resources for the action. */
  readonly on: readonly string[];
  /** Default: `call`. */
  readonly purpose?: Extract<Purpose, 'data' | 'encryption'>;
  /** Counts only if one of these conditions may hold, in the notation of condition.ts. */
  readonly when?: readonly string[];
  /** Doesn't count if one of these conditions holds. */
  readonly unless?: readonly string[];
  /** Must hold of the requests on a key, in the notation of restriction.ts. */
  readonly only?: readonly string[];
  /** Why it is not certain that the call needs it; absent where the page says that it does. */
  readonly doubt?: Doubt;
}

export interface PassRow {
  /** In the notation of roles.ts. */
  readonly fields: readonly string[];
  readonly to: string;
  /** The reference names no service for the request: IAM may not check it. */
  readonly ifAsked?: true;
}
