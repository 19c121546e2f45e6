import { machineName } from '../aws/machine.ts';
import type { RoleState } from '../aws/role.ts';
import { readPolicies } from '../policy/document.ts';
import { mergeableStatements } from '../policy/merge.ts';
import type { Statement } from '../policy/policy.ts';
import { permissionDigests, permissionsWith } from '../role/extraPermissions.ts';
import { documentsOf } from '../role/plan.ts';
import { permissionsFor } from '../role/recordedExtra.ts';
import { operationDigest, type RolefitPolicy } from '../role/rolefitPolicy.ts';
import { policyFor } from './deployedFacts.ts';
import type { CalledBy, Need } from './needs.ts';
import type { Reason } from './reasons.ts';
import { isFresh, type RoleCheck } from './request.ts';

/**
 * What a deployment's ExtraActions granted: it stays while a definition calls the operation that it was for. The re-check
 * never grants any of it. The tags have digests only, so what counts is what the policy has and a deployment wanted:
 * neither who changes a definition nor who writes tags can gain anything by it.
 */
export function extraNeeds(check: RoleCheck, state: RoleState, called: readonly CalledBy[]): readonly Need[] {
  return check.policies.flatMap((policy) => {
    if (policy.deployment?.extra === undefined) return [];
    const statements = statementsOf(state, policy);
    const known = new Set<string>();
    return calledBy(check, policy, called).flatMap(({ reason, operations }) => {
      const counts = new Set(
        operations.flatMap((operation) =>
          [...(countsFor(check, policy, reason, operation) ?? [])].filter((one) => !known.has(one)),
        ),
      );
      for (const one of counts) known.add(one);
      return permissionsWith(statements, counts).map((grant): Need => ({ reason, state: '', grant, basis: 'extra' }));
    });
  });
}

/** Permissions that ExtraActions granted and a policy has no more: of which, nobody knows. */
export interface LostExtra {
  readonly machine: string;
  readonly count: number;
}

/**
 * How many permissions a policy lacks that the last deployment granted by ExtraActions, for operations that are still called.
 * Only records that tell permissions from operations say it, and only those of a deployment that has come to its end:
 * its tags are written before its policy.
 */
export function lostExtras(
  check: RoleCheck,
  policy: RolefitPolicy,
  state: RoleState,
  called: readonly CalledBy[],
): readonly LostExtra[] {
  const { deployment } = policy;
  const operations = deployment?.extra?.latest.operations;
  if (deployment === undefined || operations === undefined || isFresh(check, deployment)) return [];
  const lost = new Map<string, Set<string>>();
  // Where someone has put it into another policy of the role, it is no news.
  const documents = [...state.inline.values(), ...documentsOf(state, policy.policyId)];
  const written = permissionDigests(mergeableStatements(readPolicies(documents)));
  for (const { reason, operations: those } of calledBy(check, policy, called)) {
    const machine = machineName(reason.machineArn);
    for (const operation of those) {
      for (const permission of operations.get(operationDigest(operation)) ?? []) {
        if (!written.has(permission)) lost.set(machine, (lost.get(machine) ?? new Set()).add(permission));
      }
    }
  }
  return [...lost].map(([machine, { size: count }]) => ({ machine, count }));
}

/** Whether a deployment has said what an operation needs that no table has. */
export function isDeployedExtra(check: RoleCheck, reason: Reason, operation: string): boolean {
  const policy = policyFor(check.policies, reason.machineArn);
  return policy !== undefined && countsFor(check, policy, reason, operation) !== undefined;
}

/** Why more may be needed than the tags tell, one line each. */
export function extraGaps(policies: readonly RolefitPolicy[]): readonly string[] {
  return policies
    .filter(({ deployment }) => deployment?.extra?.isComplete === false)
    .map(
      ({ policyId }) =>
        `policy ${policyId.policyName}: the tags of the role do not hold all extra actions of its deployment; use fewer, or several policies`,
    );
}

/** The definitions that a policy serves. */
function calledBy({ policies }: RoleCheck, policy: RolefitPolicy, called: readonly CalledBy[]): readonly CalledBy[] {
  return called.filter(({ reason }) => policyFor(policies, reason.machineArn) === policy);
}

function statementsOf(state: RoleState, { policyId }: RolefitPolicy): readonly Statement[] {
  return mergeableStatements(readPolicies(documentsOf(state, policyId)));
}

/**
 * The permissions that an operation got; undefined if no deployment knew it. Earlier deployments count for what may have
 * started before the last one, on another definition; and for any until the state machine has come to the last one. Its
 * word about the same definition counts for running executions, too: they make the same calls.
 */
function countsFor(
  check: RoleCheck,
  { deployment }: RolefitPolicy,
  { kind }: Reason,
  operation: string,
): ReadonlySet<string> | undefined {
  if (deployment?.extra === undefined) return undefined;
  const { latest, earlier } = deployment.extra;
  const digest = operationDigest(operation);
  const now = permissionsFor(latest, digest);
  const before = kind === 'current' && !isFresh(check, deployment) ? undefined : permissionsFor(earlier, digest);
  return now === undefined || before === undefined ? (now ?? before) : new Set([...now, ...before]);
}
