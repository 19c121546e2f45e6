import { arnOf, type MachineProblem, roleNameOf } from '../aws/machine.ts';
import type { RoleState } from '../aws/role.ts';
import { readPolicies } from '../policy/document.ts';
import { mergeableStatements } from '../policy/merge.ts';
import type { Statement } from '../policy/policy.ts';
import { documentsOf } from '../role/plan.ts';
import { MOST_APPROVED, type RolefitPolicy } from '../role/rolefitPolicy.ts';
import { type MachineFacts, machineFacts } from './deployedFacts.ts';
import { extraGaps, extraNeeds, isDeployedExtra } from './extraNeeds.ts';
import type { MachineUse } from './fleet.ts';
import { withinLimits } from './limits.ts';
import { type Refusals, refusalsIn } from './lookedUpNews.ts';
import { type CalledBy, type Need, needsOf } from './needs.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import type { RoleCheck } from './request.ts';

/** The first step of a check: everything that the role must serve. */

/** What the role must serve, as read at one time. */
export interface RoleNeeds extends RoleUsers, Refusals {
  /** Needs that may be granted. */
  readonly granted: readonly Need[];
  /** How many resources are wildcards because they are known only at run time. */
  readonly wildcards: number;
  readonly called: readonly CalledBy[];
}

/** Who uses the role. */
interface RoleUsers {
  readonly reasons: readonly Reason[];
  /** Why more may be needed than is known, one line each. */
  readonly gaps: readonly string[];
  readonly unreadable: readonly MachineProblem[];
  /**
   * Uses that a list of state machines doesn't show: roles of versions and executions, and roles that have changed
   * since.
   */
  readonly unlistedUses: readonly MachineUse[];
  /** ARNs of state machines that may use the role although no reason was found. */
  readonly possibleUsers: readonly string[];
}

/** Reads why the role has its permissions, and what these reasons need. `afterWrite`: see CheckRequest. */
export async function gatherNeeds(check: RoleCheck, state: RoleState, afterWrite: boolean): Promise<RoleNeeds> {
  const { policies, settings } = check;
  const users = await usersOf(check, await check.request.machines(afterWrite));
  const deployments = policies.flatMap(({ deployment }) => deployment ?? []);
  const facts = await recordedFacts(check, users.reasons);
  const machineNeeds = await needsOf(users.reasons, {
    recorded: (machineArn) => facts.get(machineArn)?.times ?? [],
    lookUp: () => check.lookUp?.lookUp(),
    isExtra: (reason, operation) => isDeployedExtra(check, reason, operation),
  });
  const limits = {
    ...settings,
    approved: new Set(deployments.flatMap(({ approved }) => [...approved])),
    // If a deployment had more guarded permissions than its tag holds, only the role's own policies show the rest.
    overflow: deployments.some(({ approved }) => approved.size >= MOST_APPROVED),
    allowed: statementsOf(state, policies),
  };
  const { granted, refused } = withinLimits(machineNeeds.needs, limits);
  const isTold = (machineArn: string) => !check.request.fleetKnown || facts.get(machineArn)?.isRecorded === true;
  return {
    ...users,
    granted: [...granted, ...extraNeeds(check, state, machineNeeds.called)],
    ...refusalsIn(refused, state, policies, isTold),
    gaps: [
      ...users.gaps,
      ...machineNeeds.gaps,
      ...[...facts.values()].flatMap(({ gaps }) => gaps),
      ...extraGaps(policies),
    ],
    unreadable: [...users.unreadable, ...machineNeeds.unreadable],
    wildcards: machineNeeds.wildcards,
    called: machineNeeds.called,
  };
}

/** Looks at the given state machines and at those that policies were deployed for. */
async function usersOf(check: RoleCheck, machines: readonly string[]): Promise<RoleUsers> {
  const { policies, settings, ports, roleArn, signal } = check;
  const deployedFor = policies.flatMap(({ deployment }) =>
    deployment?.machine === undefined ? [] : [arnOf({ ...settings, name: deployment.machine })],
  );
  const users: RoleUsers[] = [];
  for (const machineArn of new Set([...machines, ...deployedFor].toSorted())) {
    const { reasons, gaps, unreadable } = await reasonsOf(ports.machines, machineArn, signal);
    const isOwn = ({ revision }: Reason) => revision.roleArn === roleArn;
    const isListed = reasons.some((reason) => reason.kind === 'current' && isOwn(reason));
    users.push({
      reasons: reasons.filter(isOwn),
      gaps,
      unreadable,
      unlistedUses: reasons
        .filter((reason) => !isOwn(reason) || !isListed)
        .map(({ revision }) => ({ roleName: roleNameOf(revision.roleArn), machineArn })),
      possibleUsers: gaps.length > 0 || unreadable.length > 0 ? [machineArn] : [],
    });
  }
  return {
    reasons: users.flatMap(({ reasons }) => reasons),
    gaps: users.flatMap(({ gaps }) => gaps),
    unreadable: users.flatMap(({ unreadable }) => unreadable),
    unlistedUses: users.flatMap(({ unlistedUses }) => unlistedUses),
    possibleUsers: users.flatMap(({ possibleUsers }) => possibleUsers),
  };
}

/** By the state machine's ARN. */
async function recordedFacts(check: RoleCheck, reasons: readonly Reason[]): Promise<ReadonlyMap<string, MachineFacts>> {
  const facts = new Map<string, MachineFacts>();
  for (const [machineArn, own] of Map.groupBy(reasons, (reason) => reason.machineArn)) {
    facts.set(machineArn, await machineFacts(check, machineArn, own));
  }
  return facts;
}

/** What rolefit's policies of this Region allow together. */
function statementsOf(state: RoleState, policies: readonly RolefitPolicy[]): readonly Statement[] {
  return mergeableStatements(readPolicies(policies.flatMap(({ policyId }) => documentsOf(state, policyId))));
}
