import type { RoleState } from '../aws/role.ts';
import { policyOf, reduced } from '../policy/merge.ts';
import { sizeOf } from '../policy/policy.ts';
import type { PolicySet } from '../policy/policySet.ts';
import { QUOTAS } from '../policy/quota.ts';
import { isAllowed, missingFrom } from '../policy/verdict.ts';
import type { Plan } from '../role/plan.ts';
import type { Need } from './need.ts';

/** State machines that share a role share its quotas. */

/**
 * Whether a role has room for what a plan attaches, while it still has what the plan removes. An account may have a higher quota than the
 * default: where the role tells so, IAM is asked.
 */
export function hasRoom({ attached }: RoleState, { add }: Plan): boolean {
  const more = add.filter(({ kind }) => kind === 'attach').length;
  const most = QUOTAS.managedPoliciesPerRole;
  return more === 0 || attached.size > most || attached.size + more <= most;
}

/** Needs of fewer and fewer state machines. */
interface Part {
  readonly part: readonly Need[];
  /** ARNs of the state machines that get nothing more; what is held of their needs stays. */
  readonly left: readonly string[];
}

/**
 * The needs without those of the state machine that lacks most, without those of the two that lack most, and so on; `last` is left out
 * last, whatever it lacks.
 */
export function* withoutBiggest(needs: readonly Need[], held: PolicySet, last: string | undefined): Generator<Part> {
  const sizes = [...Map.groupBy(needs, ({ reason }) => reason.machineArn)].flatMap(([machineArn, all]) => {
    const missing = missingFrom(
      held,
      all.map(({ grant }) => grant),
    );
    return missing.length === 0 ? [] : [{ machineArn, size: machineArn === last ? 0 : sizeOf(policyOf(missing)) }];
  });
  const left: string[] = [];
  let part = needs;
  for (const { machineArn } of sizes.toSorted((a, b) => b.size - a.size)) {
    left.push(machineArn);
    part = part.flatMap((need) => (need.reason.machineArn === machineArn ? heldOf(need, held) : [need]));
    yield { part, left: [...left] };
  }
}

function heldOf(need: Need, held: PolicySet): readonly Need[] {
  const { grant } = need;
  const kept = reduced(grant, (action, arn) => isAllowed(held, action, arn, grant.conditions));
  return kept.map((one) => ({ ...need, grant: one }));
}
