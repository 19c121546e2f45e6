import type { Fit } from '../../src/analysis/fit.ts';
import { machineName } from '../../src/aws/machine.ts';
import { operationName } from '../../src/calls/call.ts';
import type { Conditions, Origin } from '../../src/grants/grant.ts';
import { hasWildcard } from '../../src/iam/pattern.ts';
import { own } from '../../src/own.ts';
import { type Guard, guardOf } from '../../src/policy/guarded.ts';
import { readsAnyName } from '../../src/policy/secrets.ts';
import { silences } from '../../src/recheck/ownResources.ts';
import { NO_EXTRA, type RecordedExtra } from '../../src/role/recordedExtra.ts';
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

function grantsIn(
  calls: Fit['calls'],
  guardFor: (action: string, resource: string, conditions: Conditions | undefined) => Guard | undefined,
): readonly GuardedGrant[] {
  return calls.flatMap(({ call: { state }, grants }) =>
    grants.flatMap(({ actions, resources, conditions }) =>
      actions.flatMap((action) =>
        resources.flatMap(({ arn: resource, origin }) => {
          const guard = guardFor(action, resource, conditions);
          return guard
            ? [{ state, action, resource, conditions, guard, isLookedUp: isLookedUpRole(resource, origin) }]
            : [];
        }),
      ),
    ),
  );
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
 * name every guarded action. Likewise, a role that AWS says is behind a task definition was put there by whoever may
 * register one.
 */
export function refuseGuarded(
  guarded: readonly GuardedGrant[],
  { AllowGuardedActions, StateMachineArn }: Pick<Properties, 'AllowGuardedActions' | 'StateMachineArn'>,
): void {
  const names = new Set(AllowGuardedActions.map((name) => name.toLowerCase()));
  const refused = guarded.find(
    ({ action, guard, isLookedUp }) =>
      (guard.at === 'always' || StateMachineArn !== undefined || isLookedUp) && !names.has(action.toLowerCase()),
  );
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

/** The operations that ExtraActions names and the definition calls, and the permissions that they got by it. */
function extraToRecord(calls: Fit['calls'], extra: ExtraActions): RecordedExtra {
  const digests = calls.flatMap(({ call, grants }) => {
    const name = operationName(call);
    const rows = own(extra, name) ?? [];
    const actions = new Set(rows.flatMap((row) => row.actions).map((action) => action.toLowerCase()));
    const permissions = grants.flatMap((grant) =>
      grant.actions
        .filter((action) => actions.has(action.toLowerCase()))
        .flatMap((action) => grant.resources.map(({ arn }) => approvalDigest(action, arn, grant.conditions))),
    );
    return rows.length === 0 ? [] : [operationDigest(name), ...permissions];
  });
  return { ...NO_EXTRA, digests: new Set(digests) };
}
