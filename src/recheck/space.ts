import type { RoleState } from '../aws/role.ts';
import { policyOf, restrictGrant } from '../policy/merge.ts';
import { sizeOf } from '../policy/policy.ts';
import type { PolicySet } from '../policy/policySet.ts';
import { QUOTAS } from '../policy/quota.ts';
import { isAllowed, missingFrom } from '../policy/verdict.ts';
import type { Plan } from '../role/plan.ts';
import type { Need } from './needs.ts';

/** State machines that share a role share its quotas. */

/**
 * Whether a role has room for what a plan attaches while it still has what the plan removes. If the role already
 * exceeds the default quota, the account has a higher one, and IAM decides.
 */
export function fitsQuotas({ attached }: RoleState, { add }: Plan): boolean {
  const more = add.filter(({ kind }) => kind === 'attach').length;
  const most = QUOTAS.managedPoliciesPerRole;
  return more === 0 || attached.size > most || attached.size + more <= most;
}

/** Needs of fewer and fewer state machines. */
interface PartialNeeds {
  readonly needs: readonly Need[];
  /** ARNs of the state machines that get no further permissions; they keep what they have. */
  readonly unserved: readonly string[];
}

/**
 * The needs without those of the state machine that lacks most, then without those of the two that lack most, and so
 * on. `last` is left out last, however much it lacks.
 */
export function* withoutLargest(
  needs: readonly Need[],
  allowed: PolicySet,
  last: string | undefined,
): Generator<PartialNeeds> {
  const sizes = [...Map.groupBy(needs, ({ reason }) => reason.machineArn)].flatMap(([machineArn, all]) => {
    const missing = missingFrom(
      allowed,
      all.map(({ grant }) => grant),
    );
    return missing.length === 0 ? [] : [{ machineArn, size: machineArn === last ? 0 : sizeOf(policyOf(missing)) }];
  });
  const unserved: string[] = [];
  let part = needs;
  for (const { machineArn } of sizes.toSorted((a, b) => b.size - a.size)) {
    unserved.push(machineArn);
    part = part.flatMap((need) => (need.reason.machineArn === machineArn ? alreadyAllowed(need, allowed) : [need]));
    yield { needs: part, unserved: [...unserved] };
  }
}

function alreadyAllowed(need: Need, allowed: PolicySet): readonly Need[] {
  const { grant } = need;
  const kept = restrictGrant(grant, (action, arn) => isAllowed(allowed, action, arn, grant.conditions));
  return kept.map((one) => ({ ...need, grant: one }));
}
