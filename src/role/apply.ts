import type { IAMClient } from '@aws-sdk/client-iam';
import type { RoleState } from '../aws/role.ts';
import { readPolicies } from '../policy/document.ts';
import { grantsOfPolicy, mergeableStatements, mergedPolicy } from '../policy/merge.ts';
import { type Policy, sizeOf } from '../policy/policy.ts';
import { QUOTAS, splitPolicy } from '../policy/quota.ts';
import { type ConvergedRole, converge } from './converge.ts';
import { documentsOf, planFit, planRelease } from './plan.ts';
import { type Deployment, type PolicyId, rolefitPoliciesOf } from './rolefitPolicy.ts';
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
    const wanted = keep ? withDocuments(policy, documentsOfOwner(state, policyId)) : policy;
    return planFit(state, policyId, wanted, deployment, { permissions: sizeOf(wanted) > sizeOf(policy), facts: keep });
  };
  return converge(store, policyId, { plan }, signal);
}

/** Removes what this owner has written and nothing else. A role that no longer exists is no error. */
export function releaseRole(iam: IAMClient, policyId: PolicyId, signal: AbortSignal): Promise<ConvergedRole> {
  const store = roleStore(iam, { managed: 'own', onlyOptedIn: false });
  return converge(store, policyId, { plan: (state) => planRelease(state, policyId) }, signal);
}

/** Changing PolicyName replaces the policy: executions may still need what the policy of the old name allows. */
function documentsOfOwner(state: RoleState, policyId: PolicyId): readonly string[] {
  const policies = rolefitPoliciesOf(policyId.roleName, state.role?.tags ?? new Map());
  const others = policies.filter((policy) => policy.policyId.owner === policyId.owner).map((policy) => policy.policyId);
  const names = new Set([policyId.policyName, ...others.map(({ policyName }) => policyName)]);
  return [...names].flatMap((policyName) => documentsOf(state, { ...policyId, policyName }));
}

/** Merges what the role's documents allow into the policy, unless the result exceeds a role's quotas. */
function withDocuments(policy: Policy, documents: readonly string[]): Policy {
  const both = mergedPolicy(mergeableStatements(readPolicies(documents)), grantsOfPolicy(policy));
  return splitPolicy(both).length <= QUOTAS.managedPoliciesPerRole ? both : policy;
}
