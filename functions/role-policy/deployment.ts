import type { Fit } from '../../src/fit.ts';
import { machineName } from '../../src/fleet/machine.ts';
import { parseArn } from '../../src/iam/arn.ts';
import type { Conditions } from '../../src/iam/grant.ts';
import { type Guard, guardOf } from '../../src/iam/guarded.ts';
import { approval, type Deployment, MOST_APPROVED } from '../../src/role/owned.ts';
import type { Properties } from './event.ts';

/** What a deployment asks for beyond the policy: guarded permissions, and what the re-check must know of it. */

export interface GuardedGrant {
  readonly state: string;
  readonly action: string;
  readonly resource: string;
  readonly conditions: Conditions | undefined;
  readonly guard: Guard;
}

export function guardedIn({ calls }: Fit): readonly GuardedGrant[] {
  return calls.flatMap(({ call: { state }, grants }) =>
    grants.flatMap(({ actions, resources, conditions }) =>
      actions.flatMap((action) =>
        resources.flatMap(({ arn: resource }) => {
          const guard = guardOf(action, resource);
          return guard ? [{ state, action, resource, conditions, guard }] : [];
        }),
      ),
    ),
  );
}

/** A definition may come from far away: what changes who may do what, the template must want by name. */
export function refuseGuarded(guarded: readonly GuardedGrant[], allowed: readonly string[]): void {
  const names = new Set(allowed.map((name) => name.toLowerCase()));
  const refused = guarded.find(({ action, guard }) => guard.at === 'always' && !names.has(action.toLowerCase()));
  if (!refused) return;
  const { state, action, resource, guard } = refused;
  throw new Error(
    `state ${state}: ${action} on ${resource} is guarded, since ${guard.why}; list it in AllowGuardedActions, or remove the state`,
  );
}

/** What the re-check must know of this deployment. */
export function deploymentOf(
  stackId: string,
  { DriftMode, StateMachineName, StateMachineArn, BucketKeys }: Properties,
  guarded: readonly GuardedGrant[],
): Deployment {
  const approved = new Set(guarded.map(({ action, resource, conditions }) => approval(action, resource, conditions)));
  if (approved.size > MOST_APPROVED) {
    const message = `The re-check can put back ${MOST_APPROVED} guarded permissions; this deployment has ${approved.size}. Deploy again where one of the others is lost.`;
    console.log(JSON.stringify({ level: 'WARN', message }));
  }
  const machine = StateMachineName ?? (StateMachineArn === undefined ? undefined : machineName(StateMachineArn));
  return {
    driftMode: DriftMode,
    region: parseArn(stackId)?.region ?? '',
    machine,
    at: Math.floor(Date.now() / 1000),
    approved,
    bucketKeys: BucketKeys ?? {},
  };
}
