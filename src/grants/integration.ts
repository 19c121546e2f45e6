import type { Call } from '../calls/call.ts';
import type { Machine } from '../calls/machine.ts';
import type { IntegrationPattern } from '../calls/resource.ts';
import type { Facts } from '../facts/facts.ts';
import type { Place } from '../iam/arn.ts';
import { at, type Value } from '../values/domain/value.ts';
import type { Conditions, Doubt, Purpose, Resource } from './grant.ts';

/** One service as a table, made from Step Functions' page about it. */
export interface Integration {
  /** The service, spelled as in a task's Resource. */
  readonly service: string;
  /** The AWS page that the table represents. */
  readonly page: string;
  /** API, spelled as in a task's Resource → what it offers and needs. */
  readonly apis: Readonly<Record<string, Api>>;
}

/** A service as the analysis looks its APIs up. */
export interface Table {
  readonly service: string;
  readonly page: string;
  readonly names: () => readonly string[];
  readonly api: (name: string) => Api | undefined;
  /** A remark on the service's name as calls spell it. */
  readonly nameRemark?: string;
}

export interface Api {
  /** The integration patterns that AWS offers for it. */
  readonly patterns: readonly IntegrationPattern[];
  readonly grants: readonly GrantRow[];
  /** Why the call needs no permission, if it needs none. */
  readonly needsNothing?: (context: CallContext) => string | undefined;
  /** Why the call cannot be granted: AWS doesn't offer it, or no source documents its permission. */
  readonly unusable?: string;
  /** The names of all its arguments; undefined if nothing tells them. */
  readonly argumentNames?: readonly string[];
  /** What a person should also know: one message per remark. */
  readonly remarks?: (context: CallContext) => readonly Remark[];
}

export interface Remark {
  readonly code:
    | 'data-location'
    | 'dependent-action'
    | 'documentation'
    | 'guessed-action'
    | 'key-use'
    | 'name-needed'
    | 'resource-policy'
    | 'other-account'
    | 'other-region'
    | 'service-name'
    | 'unconfirmed-action'
    | 'unsupported-pattern'
    | 'wildcard-resource';
  readonly severity: 'warning' | 'info';
  readonly message: string;
}

/** One row of a table: a grant whose resources the call's arguments fill in. */
export interface GrantRow {
  readonly purpose: Purpose;
  readonly actions: readonly string[];
  readonly resources: readonly ResourceSpec[];
  /** The integration patterns that need it; by default, all. */
  readonly patterns?: readonly IntegrationPattern[];
  /** The row counts only if this holds. */
  readonly when?: (context: CallContext) => boolean;
  readonly conditions?: (context: CallContext) => Conditions | undefined;
  /** Why the call may not need it; absent where the table's page says that it does. */
  readonly doubt?: (context: CallContext) => Doubt | undefined;
}

/** The resources of a row for one call. If there are none, the row grants nothing. */
export type ResourceSpec = (context: CallContext) => readonly Resource[];

export interface CallContext {
  readonly call: Omit<Call, 'arguments'>;
  /** The call's arguments under one assignment of their alternatives. */
  readonly arguments: Value;
  /** What they can be in any run: each that may be there is, with elements in each list that may have some. */
  readonly inAnyRun: () => Value;
  readonly machine: Machine;
  /** What is known of the resources that the call names. */
  readonly facts: Facts;
  /** Where the called resources are: the machine's Region and account, in the partition of the task's Resource. */
  readonly place: Place;
}

/** The value of a call's argument, by its path: `Overrides.TaskRoleArn`. */
export function argument(context: CallContext, path: string): Value {
  return at(context.arguments, path);
}
