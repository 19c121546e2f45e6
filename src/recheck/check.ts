import { RoleFailure } from '../aws/errors.ts';
import { arnOf, machineName, roleNameOf, type Unread } from '../aws/machine.ts';
import { MANAGED_TAG, type RoleState } from '../aws/role.ts';
import type { Grant } from '../grants/grant.ts';
import { type ReadPolicies, readPolicies } from '../policy/document.ts';
import { allowsOf, mergeable, mergedPolicy, policyOf, reduced } from '../policy/merge.ts';
import { type PolicySet, policySet, statementSet } from '../policy/policySet.ts';
import { isAllowed, mayDeny, missingFrom } from '../policy/verdict.ts';
import { converge } from '../role/apply.ts';
import { type Claim, claimsOf } from '../role/owned.ts';
import { documentsOf, type Plan, planDocuments, planNothing } from '../role/plan.ts';
import {
  type CheckRequest,
  type CheckSettings,
  type Gathered,
  gather,
  heldBy,
  type Ports,
  type Task,
} from './gather.ts';
import type { Need } from './need.ts';
import { type Reason, startable } from './reasons.ts';
import { excessIn, foreignExcess, missingOf, type PolicyReport, type Report } from './report.ts';
import { hasRoom, withoutBiggest } from './room.ts';

/** Compares a role with everything that it must serve, and puts it right. */

/** Checks one role. Throws RoleFailure, or AWS's own error, where the role could not be put right. */
export async function checkRole(
  ports: Ports,
  request: CheckRequest,
  settings: CheckSettings,
  signal: AbortSignal,
): Promise<Report> {
  const { roleName } = request;
  const state = await ports.store.read(roleName, signal);
  const nothing = {
    roleName,
    machines: [],
    policies: [],
    refused: [],
    foreign: [],
    doubts: [],
    unread: [],
    unserved: [],
    wildcards: 0,
    unlisted: [],
    unclear: [],
  };
  // IAM finds a role by its name in other letters, too; by that name no state machine, tag or file would be known.
  if (!state.role || roleNameOf(state.role.arn) !== roleName) return { ...nothing, outcome: 'absent' };
  if (!mayChange(state, settings)) {
    return { ...nothing, outcome: state.role.tags.get(MANAGED_TAG) === 'true' ? 'unbounded' : 'untagged' };
  }
  const claims = claimsOf(roleName, state.role.tags).filter(({ deployment }) => deployment?.region === settings.region);
  if (claims.length === 0) return { ...nothing, outcome: 'unclaimed' };
  const unread = new Map<string, Unread>();
  const task: Task = { ports, request, settings, claims, roleArn: state.role.arn, unread, unserved: new Set(), signal };
  const gathered = await gather(task, heldBy(state, claims), false);
  if (gathered.reasons.length === 0 && unread.size === 0) {
    const { doubts, unlisted, unclear } = gathered;
    return { ...nothing, outcome: 'unused', doubts, unlisted, unclear };
  }
  const found = claims.map((claim) => compared(task, claim, state, gathered));
  const writes = await repaired(task, state, gathered);
  const policies = found.map(({ claim, ...report }) => ({ ...report, writes: writes.get(claim) ?? 0 }));
  const again = agreedAgain(task, gathered, policies);
  return {
    roleName,
    outcome: 'checked',
    machines: [...new Set(gathered.reasons.map(({ machineArn }) => machineName(machineArn)))],
    policies,
    refused: gathered.refused.map((refusal) => {
      return { ...missingOf(refusal), why: refusal.why, remedy: refusal.remedy };
    }),
    foreign: gathered.unread.length > 0 ? [] : foreignExcess(state, gathered.granted),
    doubts: gathered.doubts,
    unread: [...unread.values()],
    unserved: [...task.unserved].map((machineArn) => ({ machineArn, why: NO_ROOM })),
    wildcards: gathered.wildcards,
    unlisted: gathered.unlisted,
    unclear: gathered.unclear,
    ...(again === undefined ? {} : { again }),
  };
}

function mayChange({ role }: RoleState, { boundary }: CheckSettings): boolean {
  return role?.tags.get(MANAGED_TAG) === 'true' && (boundary === '' || role.boundary === boundary);
}

/** The needs of one policy: of the state machine that it was deployed for; the first policy has those of all others. */
function needsFor({ claims }: Task, claim: Claim, { granted }: Gathered): readonly Need[] {
  return granted.filter(({ reason }) => claimFor(claims, reason) === claim);
}

function claimFor(claims: readonly Claim[], { machineArn }: Reason): Claim | undefined {
  const name = machineName(machineArn);
  return claims.find(({ deployment }) => deployment?.machine === name) ?? claims[0];
}

/** What a policy lacks, and has too much. */
function compared(task: Task, claim: Claim, found: RoleState, gathered: Gathered) {
  const { owned, driftMode } = claim;
  const held = readPolicies(documentsOf(found, owned));
  const set = policySet(held);
  const needs = needsFor(task, claim, gathered);
  const missing = needs.flatMap(({ grant, ...need }) =>
    missingFrom(set, [grant]).map((part) => missingOf({ ...need, grant: part })),
  );
  const isKnown = task.request.fleetKnown && gathered.unread.length === 0;
  const excess = isKnown ? excessIn(owned.policyName, held, needs) : [];
  const waits = excess.length === 0 || driftMode === 'alert' ? [] : waitsOf(task, claim, gathered);
  return { claim, policyName: owned.policyName, driftMode, missing, excess, waits };
}

/** Puts policies right; how many writes each took. */
async function repaired(task: Task, state: RoleState, gathered: Gathered): Promise<ReadonlyMap<Claim, number>> {
  const claims = task.claims.filter(({ driftMode }) => driftMode === 'remediate');
  const writes = new Map<Claim, number>();
  const count = (claim: Claim, more: number) => writes.set(claim, (writes.get(claim) ?? 0) + more);
  // All that is missing from any policy first: what one has too much may be what another lacks.
  let failure: unknown;
  for (const claim of claims) {
    if (isEmpty(planFor(task, claim, state, gathered, false))) continue;
    try {
      count(claim, await putRight(task, claim, gathered, false));
    } catch (error) {
      // Where permissions may go, room for the missing ones may come of that.
      if (!(error instanceof RoleFailure) || !claims.some((one) => mayRemove(task, one, gathered))) throw error;
      failure = error;
    }
  }
  if (claims.every((claim) => !mayRemove(task, claim, gathered))) return writes;
  // Just before anything is taken away all that is needed is read once more: the first time may be minutes ago.
  const latest = await gather(
    task,
    heldBy(await task.ports.store.read(task.request.roleName, task.signal), task.claims),
    true,
  );
  for (const claim of claims) {
    if (mayRemove(task, claim, latest)) count(claim, await putRight(task, claim, latest, true));
    else if (failure !== undefined) throw failure;
  }
  return writes;
}

/** Adds what a policy lacks, or also takes away what it has too much; the number of writes. */
async function putRight(task: Task, claim: Claim, gathered: Gathered, removing: boolean): Promise<number> {
  const { ports, signal } = task;
  const at = { needs: gathered, writes: 0 };
  const plan = async (role: RoleState, writes: number): Promise<Plan> => {
    const first = planFor(task, claim, role, at.needs, removing);
    if (!isEmpty(first) || writes === at.writes) return first;
    // What is needed may have changed since: whoever writes last has read it after his last write.
    at.needs = await gather(task, heldBy(role, task.claims), true);
    at.writes = writes;
    return planFor(task, claim, role, at.needs, removing);
  };
  return (await converge(ports.store, claim.owned, plan, signal)).writes;
}

function isEmpty({ add, remove }: Plan): boolean {
  return add.length === 0 && remove.length === 0;
}

const NO_PLAN: Plan = { add: [], remove: [] };
const NO_ROOM = 'what it needs does not fit into the role beside what it has and what the others need';

/** A plan for as many state machines as the role has room for: one of them must not keep the others from being served. */
function planFor(task: Task, claim: Claim, state: RoleState, gathered: Gathered, removing: boolean): Plan {
  if (!mayChange(state, task.settings)) return NO_PLAN;
  const { owned, deployment } = claim;
  const held = readPolicies(documentsOf(state, owned));
  const needs = needsFor(task, claim, gathered);
  const choose = (part: readonly Need[]) => planOf(task, claim, state, gathered, removing, held, part);
  for (const { machineArn } of needs.map(({ reason }) => reason)) task.unserved.delete(machineArn);
  const first = choose(needs);
  const named = deployment?.machine === undefined ? undefined : arnOf({ ...task.settings, name: deployment.machine });
  for (const { part, left } of hasRoom(state, first)
    ? []
    : withoutBiggest(needs, statementSet(allowsOf(held)), named)) {
    const plan = choose(part);
    if (!hasRoom(state, plan)) continue;
    for (const machineArn of left) task.unserved.add(machineArn);
    return plan;
  }
  return first;
}

function planOf(
  task: Task,
  claim: Claim,
  state: RoleState,
  gathered: Gathered,
  removing: boolean,
  held: ReadPolicies,
  needs: readonly Need[],
): Plan {
  const { owned } = claim;
  const grants: readonly Grant[] = needs.map(({ grant }) => grant);
  if (removing && mayRemove(task, claim, gathered)) {
    const kept = [...grants, ...keptForOthers(task, gathered, statementSet(allowsOf(held)))];
    // Denying everything is for a deployment to say: it would make other policies of the role void.
    return kept.length === 0 ? planNothing(state, owned) : planDocuments(state, owned, policyOf(kept));
  }
  const set = policySet(held);
  const complete = missingFrom(set, grants).length === 0;
  // What one policy denies, no other can allow.
  const blocks = mayDeny(set) && gathered.granted.length > 0;
  if (!blocks && (grants.length === 0 || complete)) return NO_PLAN;
  return planDocuments(state, owned, mergedPolicy(mergeable(held), grants));
}

/** What a policy that is only watched lacks, and this one has by chance: it stays. */
function keptForOthers(task: Task, gathered: Gathered, held: PolicySet): readonly Grant[] {
  return task.claims
    .filter(({ driftMode }) => driftMode === 'alert')
    .flatMap((claim) => needsFor(task, claim, gathered))
    .flatMap(({ grant }) => reduced(grant, (action, arn) => isAllowed(held, action, arn, grant.conditions)));
}

function mayRemove(task: Task, claim: Claim, gathered: Gathered): boolean {
  const { request } = task;
  return (
    request.fleetKnown && request.settled === startable(gathered.reasons) && waitsOf(task, claim, gathered).length === 0
  );
}

/** Why nothing is taken from a policy now, whatever it has too much of. */
function waitsOf(
  { ports, settings }: Task,
  { deployment }: Claim,
  { reasons, doubts, unread }: Gathered,
): readonly string[] {
  if (!deployment) return ['it is not known when it was deployed'];
  const { machine, at } = deployment;
  const cannot = unread.map(({ machineArn, why }) => `${machineName(machineArn)} cannot be read: ${why}`);
  const waits = [...doubts, ...cannot].map((doubt) => `more may be needed: ${doubt}`);
  if (ports.store.now() / 1000 < at + settings.grace) waits.push('it was deployed a short time ago');
  if (machine !== undefined && !reasons.some(({ machineArn }) => machineName(machineArn) === machine)) {
    waits.push(`state machine ${machine}, for which it was deployed, does not use the role`);
  }
  return waits;
}

function agreedAgain({ request }: Task, { reasons }: Gathered, policies: readonly PolicyReport[]): string | undefined {
  const now = startable(reasons);
  const open = policies.some(
    ({ driftMode, excess, waits }) => driftMode === 'remediate' && excess.length > 0 && waits.length === 0,
  );
  return open && request.settled !== now ? now : undefined;
}
