import type { GrantFinding } from '../grants/findings.ts';
import type { Conditions, Purpose, Resource } from '../grants/grant.ts';
import type { FittedCall } from '../grants/grantsOf.ts';
import { type Guard, guardOf } from './guarded.ts';

/** One action on one resource that a state needs, and why it is guarded. */
interface GuardedNeed {
  readonly state: string;
  readonly purpose: Purpose;
  readonly action: string;
  readonly resource: Resource;
  readonly conditions: Conditions | undefined;
  readonly guard: Guard;
}

/** What calls need that `guardFor` guards. Actions that `mayBeGuarded` rules out are not looked at on each resource. */
export function guardedNeeds(
  calls: readonly FittedCall[],
  guardFor: (action: string, resource: string, conditions: Conditions | undefined) => Guard | undefined,
  mayBeGuarded: (action: string) => boolean = () => true,
): readonly GuardedNeed[] {
  const needs: GuardedNeed[] = [];
  for (const { call, grants } of calls) {
    for (const { purpose, actions, resources, conditions } of grants) {
      for (const action of actions) {
        if (!mayBeGuarded(action)) continue;
        for (const resource of resources) {
          const guard = guardFor(action, resource.arn, conditions);
          if (guard !== undefined) needs.push({ state: call.state, purpose, action, resource, conditions, guard });
        }
      }
    }
  }
  return needs;
}

/**
 * What calls need that lets whoever may edit the definition gain rights: one finding per state, action and resource. The
 * deploy-time hook grants it only where the template names the action. A role to pass or assume that is known only at
 * run time is guarded, too; its wildcard has a finding already.
 */
export function guardFindings(calls: readonly FittedCall[]): readonly GrantFinding[] {
  return guardedNeeds(calls, guardOf, guardedActions()).flatMap(
    ({ state, purpose, action, resource, guard }): readonly GrantFinding[] => {
      if (guard.at !== 'always' || purpose === 'passRole' || purpose === 'assumeRole') return [];
      const message = `${action} on ${resource.arn} is a guarded action: ${guard.why}. The deploy-time hook grants it only if AllowGuardedActions names it; see docs/guarded-actions.md`;
      return [{ code: 'guarded-action', severity: 'warning', state, message, about: [resource] }];
    },
  );
}

/** Whether an action is guarded on any resource; each is looked up once. */
function guardedActions(): (action: string) => boolean {
  const known = new Map<string, boolean>();
  return (action) => {
    let is = known.get(action);
    if (is === undefined) known.set(action, (is = guardOf(action, '*')?.at === 'always'));
    return is;
  };
}
