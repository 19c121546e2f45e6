import type { Fit } from '../../src/analysis/fit.ts';
import { machineName } from '../../src/aws/machine.ts';
import { operationName } from '../../src/calls/call.ts';
import type { Conditions, Grant, Origin } from '../../src/grants/grant.ts';
import { hasWildcard } from '../../src/iam/pattern.ts';
import { own } from '../../src/own.ts';
import { type Guard, guardOf } from '../../src/policy/guarded.ts';
import { guardedNeeds } from '../../src/policy/guardFindings.ts';
import { restrictGrant } from '../../src/policy/merge.ts';
import { canonicalJson, type Policy } from '../../src/policy/policy.ts';
import { readsAnyName } from '../../src/policy/secrets.ts';
import { silences } from '../../src/recheck/ownResources.ts';
import { withVerbatim } from '../../src/role/extraPermissions.ts';
import { type RecordedExtra, recordedExtra } from '../../src/role/recordedExtra.ts';
import { approvalDigest, type Deployment, MOST_APPROVED, operationDigest } from '../../src/role/rolefitPolicy.ts';
import type { ExtraActions } from '../../src/sdk/extraActions.ts';
import type { Properties } from './event.ts';
import { factsToRecord } from './facts.ts';

/** What a deployment asks for beyond the policy: guarded permissions, and what the re-check must know about it. */

export interface GuardedGrant {
  readonly state: string;
  readonly action: string;
  readonly resource: string;
  readonly conditions: Conditions | undefined;
  readonly guard: Guard;
  /** Neither the definition nor the template names this role: a look-up did. */
  readonly isLookedUp: boolean;
}

export function guardedIn({ calls }: Fit): readonly GuardedGrant[] {
  return grantsIn(calls, guardOf);
}

function grantsIn(calls: Fit['calls'], guardFor: Parameters<typeof guardedNeeds>[1]): readonly GuardedGrant[] {
  return guardedNeeds(calls, guardFor).map(({ state, action, resource: { arn, origin }, conditions, guard }) => ({
    state,
    action,
    resource: arn,
    conditions,
    guard,
    isLookedUp: isLookedUpRole(arn, origin),
  }));
}

/**
 * What the last deployment has recorded may have been looked up then. The role of the instance profile
 * `EMR_EC2_DefaultRole` has that name, too: the definition names it, and no look-up is to say otherwise.
 */
function isLookedUpRole(role: string, origin: Origin): boolean {
  if (origin.kind !== 'fact' || origin.fact !== 'roles') return false;
  const isNamed = origin.of.includes(':instance-profile/') && nameIn(origin.of) === nameIn(role);
  return !isNamed && (origin.source === 'aws' || origin.source === 'deployment');
}

function nameIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** Reads of secrets, parameters, encrypted data and objects whose names are known only at run time. */
export function wideReadsIn({ calls }: Fit): readonly GuardedGrant[] {
  return grantsIn(calls, (action, resource) =>
    readsAnyName(action, resource) ? { at: 'recheck', why: 'it reads whatever a run names' } : undefined,
  );
}

/** Actions that could silence rolefit itself, on resources that are known only at run time. */
export function silencingIn({ calls }: Fit): readonly GuardedGrant[] {
  return grantsIn(calls, (action, resource) =>
    silences(action) && hasWildcard(resource) && !guardOf(action, resource)
      ? { at: 'recheck', why: 'it can silence what watches, whichever a run names' }
      : undefined,
  );
}

/** Digests of what the re-check grants only if it was deployed. */
export function approvedIn(guarded: readonly GuardedGrant[]): ReadonlySet<string> {
  return new Set(guarded.map(({ action, resource, conditions }) => approvalDigest(action, resource, conditions)));
}

/**
 * The template must name actions that change who may do what, because a definition may come from someone else. If it
 * is read from a state machine, anyone who may change that machine wrote it, not the deployer: then the template must
 * name every guarded action, and so must a request that nobody vouches for. Likewise, a role that AWS says is behind a task
 * definition was put there by whoever may register one.
 */
export function refuseGuarded(
  guarded: readonly GuardedGrant[],
  { AllowGuardedActions, StateMachineArn }: Pick<Properties, 'AllowGuardedActions' | 'StateMachineArn'>,
  isVouchedFor: boolean,
): void {
  const names = new Set(AllowGuardedActions.map((name) => name.toLowerCase()));
  const mustName = ({ action, resource, guard, isLookedUp }: GuardedGrant) =>
    guard.at === 'always' ||
    StateMachineArn !== undefined ||
    isLookedUp ||
    (!isVouchedFor && guardOf(action, resource) !== undefined);
  const refused = guarded.find((grant) => mustName(grant) && !names.has(grant.action.toLowerCase()));
  if (!refused) return;
  const { state, action, resource, guard, isLookedUp } = refused;
  const remedy = isLookedUp
    ? 'AWS named the role, not the template: state it in Facts, or list the action in AllowGuardedActions'
    : 'list it in AllowGuardedActions, or remove the state';
  throw new Error(`state ${state}: ${action} on ${resource} is guarded, since ${guard.why}; ${remedy}`);
}

/** What the re-check must know about this deployment. */
export function deploymentOf(
  region: string,
  { DriftMode, StateMachineName, StateMachineArn, BucketKeys, ExtraActions }: Properties,
  approved: ReadonlySet<string>,
  { questions, calls }: Fit,
): Deployment {
  if (approved.size > MOST_APPROVED) {
    const message = `The re-check can put back ${MOST_APPROVED} permissions that are guarded or read names that only a run tells; this deployment has ${approved.size}. Deploy again where one of the others is lost.`;
    console.log(JSON.stringify({ level: 'WARN', message }));
  }
  const machine = StateMachineName ?? (StateMachineArn === undefined ? undefined : machineName(StateMachineArn));
  return {
    driftMode: DriftMode,
    region,
    machine,
    deployedAt: Math.floor(Date.now() / 1000),
    approved,
    bucketKeys: BucketKeys ?? {},
    facts: factsToRecord(questions),
    ...(ExtraActions === undefined ? {} : { extra: extraToRecord(calls, ExtraActions) }),
  };
}

/** The policy to write: with what ExtraActions granted in so many words, for the re-check to know it again. */
export function policyToWrite({ policy, calls }: Fit, { ExtraActions }: Pick<Properties, 'ExtraActions'>): Policy {
  if (ExtraActions === undefined) return policy;
  return withVerbatim(policy, [...extraGrants(calls, ExtraActions).values()].flat());
}

/** The operations that ExtraActions names and the definition calls, and the permissions that they got by it. */
function extraToRecord(calls: Fit['calls'], extra: ExtraActions): RecordedExtra {
  const digests = [...extraGrants(calls, extra)].map(([name, grants]) => {
    const permissions = grants.flatMap(({ actions, resources, conditions }) =>
      actions.flatMap((action) => resources.map(({ arn }) => approvalDigest(action, arn, conditions))),
    );
    return [operationDigest(name), new Set(permissions)] as const;
  });
  return recordedExtra(new Map(digests));
}

/** Operation → its grants of the actions and conditions that ExtraActions gives it. */
function extraGrants(calls: Fit['calls'], extra: ExtraActions): ReadonlyMap<string, readonly Grant[]> {
  const all = new Map<string, readonly Grant[]>();
  for (const { call, grants } of calls) {
    const name = operationName(call);
    const rows = own(extra, name);
    if (rows === undefined) continue;
    const keys = rows.flatMap(({ actions, conditions }) => actions.map((action) => grantKey(action, conditions)));
    const asked = grants.flatMap((grant) =>
      restrictGrant(grant, (action) => keys.includes(grantKey(action, grant.conditions))),
    );
    all.set(name, [...(all.get(name) ?? []), ...asked]);
  }
  return all;
}

function grantKey(action: string, conditions: Conditions | undefined): string {
  return `${action.toLowerCase()} ${canonicalJson(conditions)}`;
}
