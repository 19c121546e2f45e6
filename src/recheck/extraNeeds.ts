import type { RoleState } from '../aws/role.ts';
import { readPolicies } from '../policy/document.ts';
import { grantsOfPolicy, mergeableStatements, restrictGrant } from '../policy/merge.ts';
import { documentsOf } from '../role/plan.ts';
import type { RecordedExtra } from '../role/recordedExtra.ts';
import { approvalDigest, operationDigest, type RolefitPolicy } from '../role/rolefitPolicy.ts';
import { policyFor } from './deployedFacts.ts';
import type { CalledBy, Need } from './needs.ts';
import type { Reason } from './reasons.ts';

/**
 * What a deployment's ExtraActions granted: it stays while a definition calls one of the operations that they were for. The
 * re-check never grants any of it. The tags have digests only, so what counts is what the policy has and a deployment wanted:
 * neither who changes a definition nor who writes tags can gain anything by it.
 */
export function extraNeeds(
  policies: readonly RolefitPolicy[],
  state: RoleState,
  called: readonly CalledBy[],
): readonly Need[] {
  return policies.flatMap((policy) => {
    const extra = policy.deployment?.extra;
    if (extra === undefined) return [];
    const users = called.filter(
      ({ reason, operations }) =>
        policyFor(policies, reason.machineArn) === policy &&
        operations.some((operation) => countsFor(reason, extra).has(operationDigest(operation))),
    );
    const [user] = users;
    if (user === undefined) return [];
    const counts = new Set(users.flatMap(({ reason }) => [...countsFor(reason, extra)]));
    const statements = mergeableStatements(readPolicies(documentsOf(state, policy.policyId)));
    return grantsOfPolicy({ Version: '2012-10-17', Statement: statements })
      .flatMap((grant) =>
        restrictGrant(grant, (action, arn) => counts.has(approvalDigest(action, arn, grant.conditions))),
      )
      .map((grant): Need => ({ reason: user.reason, state: '', grant }));
  });
}

/** Whether a deployment has said what an operation needs that no table has. */
export function isDeployedExtra(policies: readonly RolefitPolicy[], reason: Reason, operation: string): boolean {
  const extra = policyFor(policies, reason.machineArn)?.deployment?.extra;
  return extra !== undefined && countsFor(reason, extra).has(operationDigest(operation));
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

/** Earlier deployments count for what may have started before the last one. */
function countsFor({ kind }: Reason, { digests, earlier }: RecordedExtra): ReadonlySet<string> {
  return kind === 'current' || earlier.size === 0 ? digests : new Set([...digests, ...earlier]);
}
