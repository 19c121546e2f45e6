import type { MachineProblem } from '../aws/machine.ts';
import type { RoleState } from '../aws/role.ts';
import { converge, type Goal } from '../role/converge.ts';
import { isExplained } from '../role/failure.ts';
import type { RolefitPolicy } from '../role/rolefitPolicy.ts';
import { gatherNeeds, type RoleNeeds } from './gather.ts';
import { mayRemove, planPolicy, type RepairScope } from './plan.ts';
import type { RoleCheck } from './request.ts';

/** The third step of a check: writes the policies that need a repair. */

export interface Repairs {
  /** How many writes each policy took. */
  readonly writes: ReadonlyMap<RolefitPolicy, number>;
  /** ARNs of state machines that get no further permissions because the role has no room for them. */
  readonly unserved: readonly string[];
  /** What could not be read at any time when the needs were read again. */
  readonly unreadable: readonly MachineProblem[];
}

/** Repairs the policies whose drift mode is `remediate`. Throws AwsFailure, RoleFailure or AWS's own error. */
export async function repair(check: RoleCheck, state: RoleState, needs: RoleNeeds): Promise<Repairs> {
  const unreadable: MachineProblem[] = [];
  const gatherAgain = async (role: RoleState) => {
    const latest = await gatherNeeds(check, role, true);
    unreadable.push(...latest.unreadable);
    return latest;
  };
  const repairs = await repairsOf({ ...check, gatherAgain }, state, needs);
  return { ...summaryOf(repairs), unreadable };
}

/** A check that repairs. */
interface RepairRun extends RoleCheck {
  /** Reads all needs again: the first read may be minutes old, and a write may have overwritten another's. */
  readonly gatherAgain: (state: RoleState) => Promise<RoleNeeds>;
}

async function repairsOf(check: RepairRun, state: RoleState, needs: RoleNeeds): Promise<readonly PolicyRepair[]> {
  const policies = check.policies.filter(({ driftMode }) => driftMode === 'remediate');
  // First add what any policy lacks: the excess of one may be what another lacks.
  const { added, failure } = await addMissing(check, policies, state, needs);
  if (!policies.some((policy) => mayRemove(check, policy, needs))) return added;
  const latest = await check.gatherAgain(await check.ports.store.read(check.request.roleName, check.signal));
  const removed: PolicyRepair[] = [];
  for (const policy of policies) {
    if (mayRemove(check, policy, latest)) removed.push(await settle(check, policy, latest, 'addAndRemove'));
    else if (failure !== undefined) throw failure;
  }
  return [...added, ...removed];
}

/** What was done to one policy. */
interface PolicyRepair extends Pick<Repairs, 'unserved'> {
  readonly policy: RolefitPolicy;
  readonly writes: number;
}

/** Adds what policies lack. Returns a failure if removing permissions may make room for the missing ones. */
async function addMissing(
  check: RepairRun,
  policies: readonly RolefitPolicy[],
  state: RoleState,
  needs: RoleNeeds,
): Promise<{ readonly added: readonly PolicyRepair[]; readonly failure: unknown }> {
  const added: PolicyRepair[] = [];
  let failure: unknown;
  for (const policy of policies) {
    const { plan, unserved } = planPolicy(check, policy, state, needs, 'add');
    if (plan.add.length === 0 && plan.remove.length === 0) {
      added.push({ policy, writes: 0, unserved });
      continue;
    }
    try {
      added.push(await settle(check, policy, needs, 'add'));
    } catch (error) {
      if (!isExplained(error) || !policies.some((one) => mayRemove(check, one, needs))) throw error;
      failure = error;
    }
  }
  return { added, failure };
}

/** Writes until the policy is right according to needs that were read after the last write. */
async function settle(
  check: RepairRun,
  policy: RolefitPolicy,
  first: RoleNeeds,
  scope: RepairScope,
): Promise<PolicyRepair> {
  let unserved: readonly string[] = [];
  const goalOf = (needs: RoleNeeds): Goal => ({
    plan: (state) => {
      const planned = planPolicy(check, policy, state, needs, scope);
      unserved = planned.unserved;
      return planned.plan;
    },
    reread: async (state) => goalOf(await check.gatherAgain(state)),
  });
  const { writes } = await converge(check.ports.store, policy.policyId, goalOf(first), check.signal);
  return { policy, writes, unserved };
}

/** Sums up what was done to all policies. If a policy was repaired twice, the last time decides who isn't served. */
function summaryOf(repairs: readonly PolicyRepair[]): Omit<Repairs, 'unreadable'> {
  const writes = new Map<RolefitPolicy, number>();
  const unserved = new Map<RolefitPolicy, readonly string[]>();
  for (const repair of repairs) {
    writes.set(repair.policy, (writes.get(repair.policy) ?? 0) + repair.writes);
    unserved.set(repair.policy, repair.unserved);
  }
  return { writes, unserved: [...unserved.values()].flat() };
}
