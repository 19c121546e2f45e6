import type { IAMClient } from '@aws-sdk/client-iam';
import type { RoleState } from '../aws/role.ts';
import { readPolicies } from '../policy/document.ts';
import { grantsOf, mergeable, mergedPolicy } from '../policy/merge.ts';
import { type Policy, sizeOf } from '../policy/policy.ts';
import { QUOTAS, split } from '../policy/quota.ts';
import { converge, type Written } from './converge.ts';
import { claimsOf, type Deployment, type Owned } from './owned.ts';
import { documentsOf, planFit, planRelease } from './plan.ts';
import { roleStore } from './store.ts';

/** What a deployment does to a role. */

export interface Wanted {
  readonly policy: Policy;
  readonly deployment: Deployment;
  /** True where running executions may need what the role has besides: it stays, for the re-check to take away. */
  readonly keep: boolean;
}

/** Makes the role have this policy, and answers when it reads back. Throws AwsFailure, RoleFailure, or AWS's own error. */
export function fitRole(
  iam: IAMClient,
  owned: Owned,
  { policy, deployment, keep }: Wanted,
  signal: AbortSignal,
): Promise<Written> {
  const store = roleStore(iam, { managed: keep ? 'ownDocuments' : 'own', onlyOptedIn: false });
  const plan = (state: RoleState) => {
    const wanted = keep ? keeping(policy, documentsOfOwner(state, owned)) : policy;
    return planFit(state, owned, wanted, deployment, sizeOf(wanted) > sizeOf(policy));
  };
  return converge(store, owned, { plan }, signal);
}

/** Removes what this owner has written, and nothing else; a role that is gone is no error. */
export function releaseRole(iam: IAMClient, owned: Owned, signal: AbortSignal): Promise<Written> {
  const store = roleStore(iam, { managed: 'own', onlyOptedIn: false });
  return converge(store, owned, { plan: (state) => planRelease(state, owned) }, signal);
}

/** A changed PolicyName is a replacement: what the policy of the other name has is needed as long. */
function documentsOfOwner(state: RoleState, owned: Owned): readonly string[] {
  const claims = claimsOf(owned.roleName, state.role?.tags ?? new Map());
  const others = claims.filter((claim) => claim.owned.owner === owned.owner).map((claim) => claim.owned);
  const names = new Set([owned.policyName, ...others.map(({ policyName }) => policyName)]);
  return [...names].flatMap((policyName) => documentsOf(state, { ...owned, policyName }));
}

/** The policy, with what the role's documents allow besides: unless that is more than a role can carry. */
function keeping(policy: Policy, documents: readonly string[]): Policy {
  const both = mergedPolicy(mergeable(readPolicies(documents)), grantsOf(policy));
  return split(both).length <= QUOTAS.managedPoliciesPerRole ? both : policy;
}
