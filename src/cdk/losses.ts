import { perhapsNeeded } from '../analysis/check.ts';
import { shortList } from '../finding.ts';
import type { TemplateMachine, TemplateMachines } from '../template/machines.ts';
import type { FittedMachine } from './fitted.ts';

/** Why the policies with these logical IDs cannot make room for what the definition needs; empty if they can. */
export function lossesOf(
  fitted: FittedMachine,
  found: TemplateMachines,
  logicalIds: readonly string[],
): readonly string[] {
  if (fitted.kind === 'unreadable') return [fitted.reason];
  const { machine, fit, placeholders } = fitted;
  const isReplaced = ({ source }: { readonly source: string }) => logicalIds.includes(source.split('.')[0] ?? '');
  const policies = machine.policies.filter(isReplaced);
  const unread = machine.notEvaluated.filter(isReplaced);
  const denied = policies.flatMap(({ statements }) => statements.filter(({ Effect }) => Effect === 'Deny'));
  const users = [...otherMachines(machine, found), ...machine.otherUsers];
  const errors = fit.findings.filter(({ severity, code }) => severity === 'error' && !ABOUT_ELSE.has(code));
  const open = perhapsNeeded([fit], { policies, notEvaluated: [] }, { placeholders });
  return [
    ...(users.length === 0 ? [] : [`${shortList(users, 3)} may use the role, too`]),
    ...errors.map(({ message }) => message),
    ...denied.map(
      ({ Action = ['*'], Resource = ['*'] }) => `the Deny of ${Action.join(', ')} on ${Resource.join(', ')}`,
    ),
    ...unread.map(({ source, reason }) => `${source} ${reason}`),
    ...open.map(
      ({ action, resources }) => `${action} on ${shortList(resources, 3)}, which nothing shows to be unneeded`,
    ),
  ];
}

/** Findings that leave no call unknown. */
const ABOUT_ELSE: ReadonlySet<string> = new Set(['quota', 'refused-definition']);

function otherMachines({ logicalId, role }: TemplateMachine, { machines }: TemplateMachines): readonly string[] {
  return machines.flatMap((other) =>
    other.logicalId !== logicalId && role.logicalId !== undefined && other.role.logicalId === role.logicalId
      ? [other.logicalId]
      : [],
  );
}
