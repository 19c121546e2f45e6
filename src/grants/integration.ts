import type { Call } from '../calls/call.ts';
import type { Machine } from '../calls/machine.ts';
import type { IntegrationPattern } from '../calls/resource.ts';
import type { Place } from '../iam/arn.ts';
import { at, type Value } from '../values/domain/value.ts';
import type { Conditions, Purpose, Resource } from './grant.ts';

/** One service: what Step Functions' page about it says, as a table. */
export interface Integration {
  /** The service as a task's Resource spells it. */
  readonly service: string;
  /** The AWS page that the table stands for. */
  readonly page: string;
  /** API as a task's Resource spells it → what it offers and needs. */
  readonly apis: Readonly<Record<string, Api>>;
}

/** A service as the analysis looks its APIs up. */
export interface Table {
  readonly service: string;
  readonly page: string;
  readonly names: () => readonly string[];
  readonly api: (name: string) => Api | undefined;
  /** What there is to say about the service's name, as its calls spell it. */
  readonly nameRemark?: string;
}

export interface Api {
  /** The integration patterns that AWS offers for it. */
  readonly patterns: readonly IntegrationPattern[];
  readonly grants: readonly GrantRow[];
  /** Why the call needs no permission, where it needs none. */
  readonly needsNothing?: (context: CallContext) => string | undefined;
  /** Why the call cannot be granted: AWS does not offer it, or no source tells its permission. */
  readonly unusable?: string;
  /** What the person should know besides: a message for each remark. */
  readonly remarks?: (context: CallContext) => readonly Remark[];
}

export interface Remark {
  readonly code:
    | 'data-location'
    | 'dependent-action'
    | 'documentation'
    | 'name-needed'
    | 'unconfirmed-action'
    | 'wildcard-resource';
  readonly severity: 'warning' | 'info';
  readonly message: string;
}

/** One row of a table: a grant, before the call's arguments fill in its resources. */
export interface GrantRow {
  readonly purpose: Purpose;
  readonly actions: readonly string[];
  readonly resources: readonly ResourceSpec[];
  /** The patterns that need it; without it, all do. */
  readonly patterns?: readonly IntegrationPattern[];
  /** The row counts only where this holds. */
  readonly when?: (context: CallContext) => boolean;
  readonly conditions?: (context: CallContext) => Conditions | undefined;
}

/** Names the resources of a row for one call. None: the row grants nothing. */
export type ResourceSpec = (context: CallContext) => readonly Resource[];

export interface CallContext {
  readonly call: Omit<Call, 'arguments' | 'assumes'>;
  /** What the call passes, under one assignment of its alternatives. */
  readonly arguments: Value;
  readonly machine: Machine;
  /** Where the called resources live: the machine's place, in the partition of the task's Resource. */
  readonly place: Place;
}

/** The value of an argument of the call, by its path: `Overrides.TaskRoleArn`. */
export function argument(context: CallContext, path: string): Value {
  return at(context.arguments, path);
}
