import { type MachineProblem, machineName } from '../aws/machine.ts';
import type { RoleState } from '../aws/role.ts';
import type { UnreadFact } from '../facts/lookUp.ts';
import type { Purpose } from '../grants/grant.ts';
import { readPolicy } from '../policy/document.ts';
import { type DriftMode, rolefitPoliciesOf } from '../role/rolefitPolicy.ts';
import { excessIn, type PolicyExcess } from './excess.ts';
import type { LostExtra } from './extraNeeds.ts';
import type { MachineUse } from './fleet.ts';
import type { RoleNeeds } from './gather.ts';
import type { Refusal, RefusalReason } from './limits.ts';
import type { Need } from './needs.ts';
import type { PolicyDifference } from './plan.ts';
import { revisionsDigest } from './reasons.ts';
import type { Repairs } from './repair.ts';
import type { RoleCheck } from './request.ts';

/** The last step of a check: what it found and did. */

/** Something that a state machine needs and the role didn't have. */
export interface MissingPermission {
  readonly machine: string;
  /** JSON Pointer of the state; empty for the state machine's own settings. */
  readonly state: string;
  readonly purpose: Purpose;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

export interface RefusedPermission extends MissingPermission, RefusalReason {}

export interface PolicyReport {
  readonly policyName: string;
  readonly driftMode: DriftMode;
  /** Before the repair. */
  readonly missing: readonly MissingPermission[];
  /** Before the repair: what is needed only under circumstances that nothing known tells. */
  readonly uncertain: readonly MissingPermission[];
  /** Before the repair; empty unless everything that the role serves is known. */
  readonly excess: readonly PolicyExcess[];
  /** Permissions that ExtraActions granted and the policy has no more; only a deployment can put them back. */
  readonly lostExtras: readonly LostExtra[];
  /** Why excess permissions stay for now. */
  readonly removalBlockers: readonly string[];
  readonly writes: number;
}

export interface RoleReport {
  readonly roleName: string;
  /**
   * - `absent`: there is no such role; `untagged`: it did not opt in; `unbounded`: it lacks the permissions boundary;
   * - `unclaimed`: rolefit has no policy of this region on it; `unused`: no state machine uses it;
   * - `checked`: it was compared, and put right where that was asked for.
   */
  readonly outcome: 'absent' | 'untagged' | 'unbounded' | 'unclaimed' | 'unused' | 'checked';
  readonly machines: readonly string[];
  readonly policies: readonly PolicyReport[];
  readonly refused: readonly RefusedPermission[];
  /** What a look-up leads to that no deployment knew of; the role may do without it. */
  readonly notices: readonly RefusedPermission[];
  /** Excess of the role's other policies; rolefit didn't write them and leaves them alone. */
  readonly otherExcess: readonly PolicyExcess[];
  /** Why more may be needed than is known, one line each. */
  readonly gaps: readonly string[];
  /** State machines that could not be read: what they need is unknown, so nothing is removed. */
  readonly unreadable: readonly MachineProblem[];
  /**
   * State machines that get no further permissions, and why: the role has no room for their needs beside those of the
   * others.
   */
  readonly unserved: readonly MachineProblem[];
  /** Facts that could not be looked up: nothing depends on them, but a change of them would not be noticed. */
  readonly unreadFacts: readonly UnreadFact[];
  /** How many resources are wildcards because they are known only at run time. */
  readonly wildcards: number;
  /**
   * Uses that a list of state machines doesn't show: roles of versions and executions, and roles that have changed
   * since.
   */
  readonly unlistedUses: readonly MachineUse[];
  /** ARNs of state machines that may use the role although no reason was found. */
  readonly possibleUsers: readonly string[];
  /** Set if permissions may be removed some minutes later: the `earlierRevisions` of that check. */
  readonly revisions?: string;
}

/** The report of a role that is left alone. */
export function emptyReport(roleName: string, outcome: Exclude<RoleReport['outcome'], 'checked'>): RoleReport {
  return {
    roleName,
    outcome,
    machines: [],
    policies: [],
    refused: [],
    notices: [],
    otherExcess: [],
    gaps: [],
    unreadable: [],
    unserved: [],
    unreadFacts: [],
    wildcards: 0,
    unlistedUses: [],
    possibleUsers: [],
  };
}

/** The report of a role that no state machine uses, as far as is known. */
export function unusedReport(roleName: string, { gaps, unlistedUses, possibleUsers }: RoleNeeds): RoleReport {
  return { ...emptyReport(roleName, 'unused'), gaps, unlistedUses, possibleUsers };
}

const NO_ROOM = 'what it needs does not fit into the role beside what it has and what the others need';

/** The report of a role that was compared with its needs and repaired. */
export function roleReport(
  { request, lookUp }: RoleCheck,
  state: RoleState,
  needs: RoleNeeds,
  differences: readonly PolicyDifference[],
  repairs: Repairs,
): RoleReport {
  const { reasons, granted, refused, gaps, wildcards, unlistedUses, possibleUsers } = needs;
  const unreadable = new Map([...needs.unreadable, ...repairs.unreadable].map((one) => [one.machineArn, one]));
  const digest = revisionsDigest(reasons);
  const mayGoLater = request.earlierRevisions !== digest && differences.some(isRemovable);
  return {
    roleName: request.roleName,
    outcome: 'checked',
    machines: [...new Set(reasons.map(({ machineArn }) => machineName(machineArn)))],
    policies: differences.map((difference) => policyReport(difference, repairs)),
    refused: refused.map(refusedOf),
    notices: needs.notices.map(refusedOf),
    otherExcess: needs.unreadable.length > 0 ? [] : otherExcess(state, granted),
    gaps,
    unreadable: [...unreadable.values()],
    unserved: repairs.unserved.map((machineArn) => ({ machineArn, why: NO_ROOM })),
    unreadFacts: lookUp?.unread() ?? [],
    wildcards,
    unlistedUses,
    possibleUsers,
    ...(mayGoLater ? { revisions: digest } : {}),
  };
}

function isRemovable({ policy, excess, removalBlockers }: PolicyDifference): boolean {
  return policy.driftMode === 'remediate' && excess.length > 0 && removalBlockers.length === 0;
}

function policyReport(
  { policy, missing, uncertain, excess, lostExtras, removalBlockers }: PolicyDifference,
  { writes }: Repairs,
): PolicyReport {
  const { policyId, driftMode } = policy;
  return {
    policyName: policyId.policyName,
    driftMode,
    missing: missing.map(missingOf),
    uncertain: uncertain.map(missingOf),
    excess,
    lostExtras,
    removalBlockers,
    writes: writes.get(policy) ?? 0,
  };
}

/** A need, or a part of it, in the form of the report. */
function missingOf({ reason, state, grant }: Need): MissingPermission {
  return {
    machine: machineName(reason.machineArn),
    state,
    purpose: grant.purpose,
    actions: grant.actions,
    resources: grant.resources.map(({ arn }) => arn),
  };
}

function refusedOf(refusal: Refusal): RefusedPermission {
  return { ...missingOf(refusal), why: refusal.why, remedy: refusal.remedy };
}

/** What a role's other policies allow beyond the needs. */
function otherExcess(state: RoleState, needs: readonly Need[]): readonly PolicyExcess[] {
  const ours = new Set(rolefitPoliciesOf('', state.role?.tags ?? new Map()).map(({ policyId }) => policyId.policyName));
  const managed = new Set(state.managed.map(({ arn }) => arn));
  const inline = [...state.inline].filter(([policy]) => !ours.has(policy));
  const attached = [...state.attached].filter((arn) => !managed.has(arn));
  return [
    ...inline.flatMap(([policy, document]) => excessIn(policy, readPolicy(document, policy, undefined, 'role'), needs)),
    ...attached.map((policy) => ({ policy, actions: [], resources: [] })),
  ];
}
