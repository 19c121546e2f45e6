import type { ProblemLevel } from '../../analysis/verdictWords.ts';
import type { CheckedRole } from './roles.ts';

/** Roles of which nothing is known: their state machines were compared with no policy at all. */

/** True where no policy of the role could be read, and any may allow what is needed. */
export function isUnchecked({ role, machines, notEvaluated }: CheckedRole): boolean {
  const { policies } = role.policies;
  const isKnown = policies.some(({ isImplied, statements }) => isImplied !== true && statements.length > 0);
  const mayAllow = notEvaluated.some((each) => each.mayAllow !== 'nothing' && each.mayAllow !== 'needed');
  return !isKnown && mayAllow && machines.some(({ needs }) => needs.length > 0);
}

/** True for a run that says nothing about any state machine. */
export function isNothingChecked(roles: readonly CheckedRole[]): boolean {
  return roles.length > 0 && roles.every(isUnchecked);
}

/** Nothing at all is no success; a role among others is a warning. */
export function uncheckedLevel(roles: readonly CheckedRole[], isAllowed: boolean): ProblemLevel {
  if (!isNothingChecked(roles)) return 'warning';
  return isAllowed ? 'note' : 'error';
}

export function uncheckedText({ role, machines }: CheckedRole): string {
  const labels = machines.map(({ stateMachine }) => stateMachine.label).join(', ');
  return `nothing was checked for ${labels}: no policy of role ${role.name} could be read`;
}

/** What to give for a verdict. */
export const TO_CHECK =
  'Compare with the deployed role (--role NAME, or the ARN of the deployed state machine in place of the file) or with policies in files (--policy FILE). --allow-unchecked accepts it.';
