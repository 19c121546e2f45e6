import type { RoleState } from '../aws/role.ts';
import { readPolicies } from '../policy/document.ts';
import { policySet } from '../policy/policySet.ts';
import { missingFrom } from '../policy/verdict.ts';
import type { RolefitPolicy } from '../role/rolefitPolicy.ts';
import type { Refusal } from './limits.ts';

/** What is refused. */
export interface Refusals {
  /** What people are alerted to. */
  readonly refused: readonly Refusal[];
  /** What only the log has. */
  readonly notices: readonly Refusal[];
}

/**
 * Of what only a look-up leads to, people are told what the role lacks, and nothing that another policy of the role
 * allows. Where the deployment recorded no facts, the look-up shows nothing that has changed, and the key's own policy
 * may allow it: a sweep only logs that. It is told when the definition changes.
 */
export function refusalsIn(
  all: readonly Refusal[],
  state: RoleState,
  policies: readonly RolefitPolicy[],
  isTold: (machineArn: string) => boolean,
): Refusals {
  const lookedUp = all.filter(({ basis }) => basis === 'lookUp');
  const unknown = all.filter((refusal) => isUnknownRole(refusal) && !isTold(refusal.reason.machineArn));
  if (lookedUp.length === 0 && unknown.length === 0) return { refused: all, notices: [] };
  const deployed = all.filter((refusal) => refusal.basis !== 'lookUp' && !unknown.includes(refusal));
  const own = new Set(policies.map(({ policyId }) => policyId.policyName));
  const others = policySet(
    readPolicies([...state.inline].flatMap(([name, document]) => (own.has(name) ? [] : [document]))),
  );
  const lacking = lookedUp.flatMap((refusal) =>
    missingFrom(others, [refusal.grant]).map((grant) => ({ ...refusal, grant })),
  );
  return {
    refused: [...deployed, ...lacking.filter(({ reason }) => isTold(reason.machineArn))],
    notices: [...unknown, ...lacking.filter(({ reason }) => !isTold(reason.machineArn))],
  };
}

/**
 * A role that the definition doesn't name, behind a resource that it does, where the deployment passed the one that it
 * took for it.
 */
function isUnknownRole({ grant: { purpose, resources }, isNarrower }: Refusal): boolean {
  return isNarrower === true && purpose === 'passRole' && resources.every(({ origin }) => origin.kind === 'wildcard');
}
