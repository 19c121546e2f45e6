import type { GrantFinding } from '../grants/findings.ts';
import type { FittedCall } from '../grants/grantsOf.ts';
import { guardOf } from './guarded.ts';

/**
 * What calls need that lets whoever may edit the definition gain rights: one finding per state, action and resource. The
 * deploy-time hook grants it only where the template names the action. A role to pass or assume that is known only at
 * run time is guarded, too; its wildcard has a finding already.
 */
export function guardFindings(calls: readonly FittedCall[]): readonly GrantFinding[] {
  const mayBeGuarded = guardedActions();
  return calls.flatMap(({ call: { state }, grants }) =>
    grants.flatMap(({ purpose, actions, resources, conditions }) =>
      purpose === 'passRole' || purpose === 'assumeRole'
        ? []
        : actions.filter(mayBeGuarded).flatMap((action) =>
            resources.flatMap((resource): readonly GrantFinding[] => {
              const guard = guardOf(action, resource.arn, conditions);
              if (guard?.at !== 'always') return [];
              const message = `${action} on ${resource.arn} is a guarded action: ${guard.why}. The deploy-time hook grants it only if AllowGuardedActions names it; see docs/guarded-actions.md`;
              return [{ code: 'guarded-action', severity: 'warning', state, message, about: [resource] }];
            }),
          ),
    ),
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
