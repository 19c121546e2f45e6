import type { IAMClient } from '@aws-sdk/client-iam';
import type { RoleState } from '../aws/role.ts';
import { readPolicies } from '../policy/document.ts';
import { grantsOfPolicy, mergeableStatements, mergedPolicy } from '../policy/merge.ts';
import { type Policy, sizeOf } from '../policy/policy.ts';
import { QUOTAS, splitPolicy } from '../policy/quota.ts';
import { type ConvergedRole, converge } from './converge.ts';
import { permissionsWith, withVerbatim } from './extraPermissions.ts';
import { documentsOfOwner, lastDeployment, planFit, planRelease } from './plan.ts';
import { digestsOf, NO_EXTRA, type RecordedExtra } from './recordedExtra.ts';
import type { Deployment, PolicyId } from './rolefitPolicy.ts';
import { roleStore } from './store.ts';

/** What a deployment writes to a role. */

export interface DeployedPolicy {
  readonly policy: Policy;
  readonly deployment: Deployment;
  /** True if running executions may need what the role already has: that stays until the re-check removes it. */
  readonly keep: boolean;
}

/** Writes the policy to the role and returns once it reads back. Throws AwsFailure, RoleFailure or AWS's own error. */
export function fitRole(
  iam: IAMClient,
  policyId: PolicyId,
  { policy, deployment, keep }: DeployedPolicy,
  signal: AbortSignal,
): Promise<ConvergedRole> {
  const store = roleStore(iam, { managed: keep ? 'ownDocuments' : 'own', onlyOptedIn: false });
  const plan = (state: RoleState) => {
    const before = lastDeployment(state.role?.tags ?? new Map(), policyId)?.extra;
    const wanted = keep ? withDocuments(policy, documentsOfOwner(state, policyId), [deployment.extra, before]) : policy;
    return planFit(state, policyId, wanted, deployment, { permissions: sizeOf(wanted) > sizeOf(policy), facts: keep });
  };
  return converge(store, policyId, { plan }, signal);
}

/** Removes what this owner has written and nothing else. A role that no longer exists is no error. */
export function releaseRole(iam: IAMClient, policyId: PolicyId, signal: AbortSignal): Promise<ConvergedRole> {
  const store = roleStore(iam, { managed: 'own', onlyOptedIn: false });
  return converge(store, policyId, { plan: (state) => planRelease(state, policyId) }, signal);
}

/**
 * Merges what the role's documents allow into the policy, unless the result exceeds a role's quotas. What ExtraActions
 * granted, now or before, stays in so many words.
 */
function withDocuments(
  policy: Policy,
  documents: readonly string[],
  extra: readonly (RecordedExtra | undefined)[],
): Policy {
  const statements = mergeableStatements(readPolicies(documents));
  const digests = new Set(extra.flatMap((one) => [...digestsOf(one ?? NO_EXTRA)]));
  const both = withVerbatim(
    mergedPolicy(statements, grantsOfPolicy(policy)),
    permissionsWith([...statements, ...policy.Statement], digests),
  );
  return splitPolicy(both).length <= QUOTAS.managedPoliciesPerRole ? both : policy;
}
