import { roleNameOf } from '../aws/machine.ts';
import { MANAGED_TAG, type RoleState } from '../aws/role.ts';
import { rolefitPoliciesOf } from '../role/rolefitPolicy.ts';
import { checkLookUp } from './checkLookUp.ts';
import { gatherNeeds } from './gather.ts';
import { differenceOf, mayChange } from './plan.ts';
import { repair } from './repair.ts';
import { emptyReport, type RoleReport, roleReport, unusedReport } from './report.ts';
import type { CheckPorts, CheckRequest, CheckSettings, RoleCheck } from './request.ts';

/** Compares a role with everything that it must serve and repairs it: gather, plan, repair, report. */

/** Checks one role. Throws AwsFailure, RoleFailure or AWS's own error if the role could not be repaired. */
export async function checkRole(
  ports: CheckPorts,
  request: CheckRequest,
  settings: CheckSettings,
  signal: AbortSignal,
): Promise<RoleReport> {
  const state = await ports.store.read(request.roleName, signal);
  const subject = subjectOf(state, request, settings);
  if (typeof subject === 'string') return emptyReport(request.roleName, subject);
  const lookUp = ports.lookUp && checkLookUp(ports.lookUp, signal, ports.store.now);
  const check: RoleCheck = { ...subject, ports, request, settings, lookUp, signal };
  const needs = await gatherNeeds(check, state, false);
  if (needs.reasons.length === 0 && needs.unreadable.length === 0) return unusedReport(request.roleName, needs);
  const differences = check.policies.map((policy) => differenceOf(check, policy, state, needs));
  const repairs = await repair(check, state, needs);
  return roleReport(check, state, needs, differences, repairs);
}

/** rolefit's policies on a role, or why the role is left alone. */
function subjectOf(
  state: RoleState,
  { roleName }: CheckRequest,
  settings: CheckSettings,
): Pick<RoleCheck, 'roleArn' | 'policies'> | 'absent' | 'untagged' | 'unbounded' | 'unclaimed' {
  const { role } = state;
  // IAM finds a role whatever the case of its name, but state machines, tags and files are only known by the exact
  // name.
  if (!role || roleNameOf(role.arn) !== roleName) return 'absent';
  if (!mayChange(state, settings)) return role.tags.get(MANAGED_TAG) === 'true' ? 'unbounded' : 'untagged';
  const policies = rolefitPoliciesOf(roleName, role.tags).filter(
    ({ deployment }) => deployment?.region === settings.region,
  );
  return policies.length === 0 ? 'unclaimed' : { roleArn: role.arn, policies };
}
