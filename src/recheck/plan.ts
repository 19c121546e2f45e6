import { arnOf, machineName } from '../aws/machine.ts';
import { MANAGED_TAG, type RoleState } from '../aws/role.ts';
import { type Certainty, certaintyOf, type Grant } from '../grants/grant.ts';
import { joinPolicies, type ReadPolicies, readPolicies } from '../policy/document.ts';
import { allowStatementsOf, mergeableStatements, mergedPolicy, policyOf, restrictGrant } from '../policy/merge.ts';
import { type PolicySet, policySet, statementSet } from '../policy/policySet.ts';
import { isAllowed, mayDeny, missingFrom } from '../policy/verdict.ts';
import { permissionsWith, withVerbatim } from '../role/extraPermissions.ts';
import { documentsOf, type Plan, planDocuments, planNothing } from '../role/plan.ts';
import { digestsOf, NO_EXTRA } from '../role/recordedExtra.ts';
import type { RolefitPolicy } from '../role/rolefitPolicy.ts';
import { policyFor } from './deployedFacts.ts';
import { excessIn, type PolicyExcess } from './excess.ts';
import { type LostExtra, lostExtras } from './extraNeeds.ts';
import type { RoleNeeds } from './gather.ts';
import type { Need } from './needs.ts';
import { revisionsDigest } from './reasons.ts';
import { type CheckSettings, isFresh, type RoleCheck } from './request.ts';
import { fitsQuotas, withoutLargest } from './space.ts';

/**
 * The second step of a check, without requests: how a role's policies differ from what it must serve, and what to
 * write.
 */

/** What one of rolefit's policies lacks, and what it has in excess. */
export interface PolicyDifference {
  readonly policy: RolefitPolicy;
  /**
   * What it doesn't allow of its own needs, and what it denies of those that the role's other policies serve: what is
   * certainly needed, and what is needed under some circumstances. A precaution is never missed.
   */
  readonly missing: readonly Need[];
  readonly uncertain: readonly Need[];
  /** Empty unless everything that the role serves is known. */
  readonly excess: readonly PolicyExcess[];
  /** Why nothing is removed now, one sentence each. Empty if nothing is in excess or the policy is only watched. */
  readonly removalBlockers: readonly string[];
  readonly lostExtras: readonly LostExtra[];
}

/** The writes for one policy. */
export interface PolicyPlan {
  readonly plan: Plan;
  /** ARNs of state machines that get no further permissions because the role has no room for them. */
  readonly unserved: readonly string[];
}

/** How far a policy is repaired: only add what it lacks, or also remove its excess. */
export type RepairScope = 'add' | 'addAndRemove';

/** Whether rolefit may write to a role: it opted in and has the required permissions boundary. */
export function mayChange({ role }: RoleState, { boundary }: CheckSettings): boolean {
  return role?.tags.get(MANAGED_TAG) === 'true' && (boundary === '' || role.boundary === boundary);
}

export function differenceOf(
  check: RoleCheck,
  policy: RolefitPolicy,
  state: RoleState,
  needs: RoleNeeds,
): PolicyDifference {
  const documents = readPolicies(documentsOf(state, policy.policyId));
  const set = policySet(documents);
  const policyNeeds = needsFor(check, policy, needs);
  const others = mayDeny(set) ? needs.granted.filter((need) => !policyNeeds.includes(need)) : [];
  const lacking = [
    ...missingNeeds(set, policyNeeds),
    ...missingNeeds(policySet(joinPolicies(documents, EVERYTHING)), others),
  ];
  const isKnown = check.request.fleetKnown && needs.unreadable.length === 0;
  const excess = isKnown ? excessIn(policy.policyId.policyName, documents, policyNeeds) : [];
  const isKept = excess.length === 0 || policy.driftMode === 'alert';
  const those = (certainty: Certainty) => lacking.filter(({ grant }) => certaintyOf(grant) === certainty);
  return {
    policy,
    missing: those('required'),
    uncertain: those('conditional'),
    excess,
    removalBlockers: isKept ? [] : removalBlockersOf(check, policy, needs),
    lostExtras: lostExtras(check, policy, state, needs.called),
  };
}

function missingNeeds(set: PolicySet, needs: readonly Need[]): readonly Need[] {
  return needs.flatMap((need) => missingFrom(set, [need.grant]).map((grant) => ({ ...need, grant })));
}

/** With it, documents lack only what they deny. */
const EVERYTHING: ReadPolicies = {
  policies: [{ source: '', line: undefined, statements: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }] }],
  notEvaluated: [],
};

/** Plans for as many state machines as the role has room for: one of them must not prevent serving the others. */
export function planPolicy(
  check: RoleCheck,
  policy: RolefitPolicy,
  state: RoleState,
  needs: RoleNeeds,
  scope: RepairScope,
): PolicyPlan {
  if (!mayChange(state, check.settings)) return { plan: NO_WRITES, unserved: [] };
  const written = readPolicies(documentsOf(state, policy.policyId));
  const policyNeeds = needsFor(check, policy, needs);
  const removes = scope === 'addAndRemove' && mayRemove(check, policy, needs);
  const planFor = (part: readonly Need[]) =>
    removes
      ? planExactly(check, policy, state, needs, written, part)
      : planAdditions(
          policy,
          state,
          needs,
          written,
          part.map(({ grant }) => grant),
        );
  const plan = planFor(policyNeeds);
  if (fitsQuotas(state, plan)) return { plan, unserved: [] };
  const { machine } = policy.deployment ?? {};
  const last = machine === undefined ? undefined : arnOf({ ...check.settings, name: machine });
  for (const { needs: part, unserved } of withoutLargest(policyNeeds, statementSet(allowStatementsOf(written)), last)) {
    const smaller = planFor(part);
    if (fitsQuotas(state, smaller)) return { plan: smaller, unserved };
  }
  return { plan, unserved: [] };
}

/** Whether anything may be removed from a policy now. */
export function mayRemove(check: RoleCheck, policy: RolefitPolicy, needs: RoleNeeds): boolean {
  const { fleetKnown, earlierRevisions } = check.request;
  return (
    fleetKnown &&
    earlierRevisions === revisionsDigest(needs.reasons) &&
    removalBlockersOf(check, policy, needs).length === 0
  );
}

const NO_WRITES: Plan = { add: [], remove: [] };

/** The policy shall allow exactly what is needed. */
function planExactly(
  check: RoleCheck,
  { policyId }: RolefitPolicy,
  state: RoleState,
  needs: RoleNeeds,
  written: ReadPolicies,
  policyNeeds: readonly Need[],
): Plan {
  const allowed = statementSet(allowStatementsOf(written));
  const grants = policyNeeds.map(({ grant }) => grant);
  // Whoever took a precaution away wanted that; the next deployment brings it back.
  const own = grants.flatMap((grant) => (isPrecaution(grant) ? allowedPart(grant, allowed) : [grant]));
  const allGrants = [...own, ...keptForOthers(check, needs, allowed)];
  // Only a deployment may write the policy that denies everything: it would override the role's other policies.
  if (allGrants.length === 0) return planNothing(state, policyId);
  const extra = policyNeeds.flatMap(({ grant, basis }) => (basis === 'extra' ? [grant] : []));
  return planDocuments(state, policyId, withVerbatim(policyOf(allGrants), extra));
}

/** The policy shall allow what is needed in addition to what it allows already. */
function planAdditions(
  { policyId, deployment }: RolefitPolicy,
  state: RoleState,
  needs: RoleNeeds,
  written: ReadPolicies,
  grants: readonly Grant[],
): Plan {
  const set = policySet(written);
  const complete = missingFrom(set, grants).every(isPrecaution);
  // What one policy denies, no other can allow.
  const blocks = mayDeny(set) && needs.granted.length > 0;
  if (!blocks && (grants.length === 0 || complete)) return NO_WRITES;
  const statements = mergeableStatements(written);
  const extra = permissionsWith(statements, digestsOf(deployment?.extra ?? NO_EXTRA));
  return planDocuments(state, policyId, withVerbatim(mergedPolicy(statements, grants), extra));
}

/**
 * The needs that one policy serves: those of the state machine that it was deployed for. The first policy also serves
 * all state machines without a policy of their own.
 */
function needsFor({ policies }: RoleCheck, policy: RolefitPolicy, { granted }: RoleNeeds): readonly Need[] {
  return granted.filter(({ reason }) => policyFor(policies, reason.machineArn) === policy);
}

/** What a policy in alert mode lacks and this one happens to allow: it stays. */
function keptForOthers(check: RoleCheck, needs: RoleNeeds, allowed: PolicySet): readonly Grant[] {
  return check.policies
    .filter(({ driftMode }) => driftMode === 'alert')
    .flatMap((policy) => needsFor(check, policy, needs))
    .flatMap(({ grant }) => allowedPart(grant, allowed));
}

function allowedPart(grant: Grant, allowed: PolicySet): readonly Grant[] {
  return restrictGrant(grant, (action, arn) => isAllowed(allowed, action, arn, grant.conditions));
}

function isPrecaution(grant: Grant): boolean {
  return certaintyOf(grant) === 'precaution';
}

/** Why nothing may be removed from a policy now, whatever its excess. */
function removalBlockersOf(
  check: RoleCheck,
  { deployment }: RolefitPolicy,
  { reasons, gaps, unreadable }: RoleNeeds,
): readonly string[] {
  if (!deployment) return ['it is not known when it was deployed'];
  const { machine } = deployment;
  const unread = unreadable.map(({ machineArn, why }) => `${machineName(machineArn)} cannot be read: ${why}`);
  const isUsed = machine === undefined || reasons.some(({ machineArn }) => machineName(machineArn) === machine);
  return [
    ...[...gaps, ...unread].map((gap) => `more may be needed: ${gap}`),
    ...(isFresh(check, deployment) ? ['it was deployed a short time ago'] : []),
    ...(isUsed ? [] : [`state machine ${machine}, for which it was deployed, does not use the role`]),
  ];
}
