import type { Call } from '../calls/call.ts';
import type { Machine } from '../calls/machine.ts';
import type { Finding } from '../finding.ts';
import { parseArn } from '../iam/arn.ts';
import { eachAssignment } from '../values/domain/assignment.ts';
import type { Value } from '../values/domain/value.ts';
import type { GrantFinding } from './findings.ts';
import type { Grant, Resource } from './grant.ts';
import { originFindings } from './originFindings.ts';
import { rolesOf } from './resources.ts';

/** What a call with `Credentials` needs. */
export interface CredentialsNeeds {
  /** What the execution role needs: to assume the role, and the call itself if there may be no other role. */
  readonly own: readonly Grant[];
  /** The role's ARN → what that role needs for the call. */
  readonly needs: ReadonlyMap<string, readonly Grant[]>;
  readonly findings: readonly GrantFinding[];
}

/** The roles that make a call with `Credentials`; `grants` are what the call needs of the role that makes it. */
export function rolesOfCredentials(
  call: Call,
  grants: readonly Grant[],
  machine: Machine,
  mostAssignments: number,
): CredentialsNeeds {
  const values = call.assumes === undefined ? [] : eachAssignment(call.assumes, mostAssignments);
  const present = values.filter(({ kind }) => kind !== 'absent');
  if (present.length === 0) return { own: grants, needs: new Map(), findings: [] };
  const roles = new Map<string, Resource>();
  for (const value of present) for (const role of assumableRoles(value, machine)) roles.set(role.arn, role);
  const grant: Grant = { purpose: 'assumeRole', actions: ['sts:AssumeRole'], resources: [...roles.values()] };
  return {
    own: present.length < values.length ? [grant, ...grants] : [grant],
    needs: new Map([...roles.keys()].map((arn) => [arn, grantsIn(arn, grants, machine)])),
    findings: [assumedRoleFinding(call), ...originFindings(call.state, [grant])],
  };
}

/**
 * Across accounts, Step Functions only polls; in its own account it also uses its managed rule.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-sync
 */
function grantsIn(role: string, grants: readonly Grant[], { place }: Machine): readonly Grant[] {
  const account = parseArn(role)?.account;
  return account === place.account || account === '*' ? grants : grants.filter(({ purpose }) => purpose !== 'events');
}

/**
 * The execution role only assumes the other role, which makes the call.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html
 */
function assumableRoles(role: Value, { place }: Machine): readonly Resource[] {
  // An unknown role may be in any account: the field exists for roles of other accounts.
  return rolesOf(role, 'Credentials.RoleArn', place).map((resource) =>
    resource.origin.kind === 'unknown' ? { ...resource, arn: `arn:${place.partition}:iam::*:role/*` } : resource,
  );
}

function assumedRoleFinding({ state, service, api }: Call): Finding {
  const message = `Credentials: the role that it assumes makes the call to ${service}:${api} and needs a policy of its own (assumedRoles in --json); its trust policy should name this role, with sts:ExternalId = the state machine's ARN.`;
  return { code: 'assumed-role', severity: 'info', state, message };
}
