import type { Call } from '../calls/call.ts';
import type { Machine } from '../calls/machine.ts';
import type { Facts } from '../facts/facts.ts';
import { assignmentsPerCall } from '../values/domain/assignment.ts';
import { type CallNeeds, needsBy } from './callNeeds.ts';
import { rolesOfCredentials } from './credentials.ts';
import type { GrantFinding } from './findings.ts';
import { certaintyOf, type Grant } from './grant.ts';
import type { Tables } from './tables.ts';

/** A call and what it needs. */
export interface FittedCall {
  readonly call: Call;
  /** What the execution role needs: for a call with `Credentials`, to assume the other role. */
  readonly grants: readonly Grant[];
  /** Why the call needs no permission, if it needs none. */
  readonly needsNothing?: string;
}

/** A role of a task's `Credentials` and what it needs for its calls. */
export interface AssumedGrants {
  /** Its ARN, or a pattern if it is known only at run time. */
  readonly role: string;
  /** The states whose calls it makes. */
  readonly states: readonly string[];
  readonly grants: readonly Grant[];
}

/** What calls need, by the role that makes them. */
export interface Granted {
  /** In the order of the calls. */
  readonly calls: readonly FittedCall[];
  /** Ordered by role. */
  readonly assumedRoles: readonly AssumedGrants[];
  /** Unsorted. */
  readonly findings: readonly GrantFinding[];
}

interface AssumedRole {
  readonly states: Set<string>;
  readonly grants: Grant[];
}

/** Looks up every call in its table: what the execution role needs, and what the roles need that it assumes. */
export function grantsFor(calls: readonly Call[], tables: Tables, machine: Machine, facts: Facts): Granted {
  const mostAssignments = assignmentsPerCall(calls.length);
  const needsOf = needsBy(tables, machine, facts, mostAssignments);
  const assumed = new Map<string, AssumedRole>();
  const findings: GrantFinding[] = [];
  const fitted = calls.map((call): FittedCall => {
    const needs = needsOf(call);
    for (const finding of needs.findings) findings.push(finding);
    return call.assumes === undefined
      ? ofExecutionRole(call, needs)
      : ofAssumedRoles(call, needs, machine, mostAssignments, assumed, findings);
  });
  const assumedRoles = [...assumed]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([role, { states, grants }]) => ({ role, states: [...states], grants }));
  return { calls: fitted, assumedRoles, findings };
}

/** The same, without what is granted only as a precaution. */
export function withoutPrecautions({ calls, assumedRoles, findings }: Granted): Granted {
  const without = <T extends { readonly grants: readonly Grant[] }>(each: T): T => ({
    ...each,
    grants: each.grants.filter((grant) => certaintyOf(grant) !== 'precaution'),
  });
  return { calls: calls.map(without), assumedRoles: assumedRoles.map(without), findings };
}

function ofExecutionRole(call: Call, { grants, needsNothing }: CallNeeds): FittedCall {
  return needsNothing === undefined ? { call, grants } : { call, grants, needsNothing };
}

function ofAssumedRoles(
  call: Call,
  needs: CallNeeds,
  machine: Machine,
  mostAssignments: number,
  assumed: Map<string, AssumedRole>,
  findings: GrantFinding[],
): FittedCall {
  const credentials = rolesOfCredentials(call, needs.grants, machine, mostAssignments);
  for (const [arn, grants] of credentials.needs) {
    let role = assumed.get(arn);
    if (!role) assumed.set(arn, (role = { states: new Set(), grants: [] }));
    role.states.add(call.state);
    role.grants.push(...grants);
  }
  findings.push(...credentials.findings);
  return { call, grants: credentials.own };
}
