import type { Finding } from '../finding.ts';
import { type Policy, sizeOf } from './policy.ts';
import { QUOTAS } from './quota.ts';

/** Whether a policy fits into its role: inline, as these managed policies, or not at all. */
export function quotaFindings(policy: Policy, policies: readonly Policy[]): readonly Finding[] {
  const size = sizeOf(policy);
  if (size <= QUOTAS.inlinePolicySize) return [];
  const count = policies.length;
  const largest = Math.max(...policies.map(sizeOf));
  const fits = count <= QUOTAS.managedPoliciesPerRole && largest <= QUOTAS.managedPolicySize;
  const tooLong = `The policy has ${format(size)} characters, and a role's inline policies may have ${format(QUOTAS.inlinePolicySize)} in all`;
  if (fits) {
    const message = `${tooLong}: attach it as ${count} managed policies (--split prints them).`;
    return [{ code: 'quota', severity: 'warning', state: '', message }];
  }
  const contributors = policy.Statement.map((statement) => ({ statement, size: sizeOf(statement) }))
    .sort((a, b) => b.size - a.size)
    .slice(0, 3)
    .map(
      ({ statement, size: part }) =>
        `${nameOf(statement.Action)} on ${statement.Resource.length} resources (${format(part)})`,
    );
  const message = `${tooLong}; as managed policies it would be ${count}, and a role may have ${QUOTAS.managedPoliciesPerRole} of ${format(QUOTAS.managedPolicySize)} characters each. Largest: ${contributors.join('; ')}.`;
  return [{ code: 'quota', severity: 'error', state: '', message }];
}

function nameOf(actions: readonly string[]): string {
  const [first = '', ...rest] = actions;
  return rest.length === 0 ? first : `${first} and ${rest.length} more`;
}

function format(count: number): string {
  return count.toLocaleString('en-US');
}
