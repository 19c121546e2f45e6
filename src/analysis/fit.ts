import type { Json, JsonObject } from '../asl/json.ts';
import { substitute } from '../asl/substitute.ts';
import type { Call } from '../calls/call.ts';
import { type Calls, callsOf } from '../calls/calls.ts';
import type { Machine, MachineSettings } from '../calls/machine.ts';
import { type Finding, sortFindings } from '../finding.ts';
import type { Grant, Resource } from '../grants/grant.ts';
import { needsBy, originFindings } from '../grants/grantsOf.ts';
import type { Table } from '../grants/integration.ts';
import { rolesOf } from '../grants/resources.ts';
import { parseArn } from '../iam/arn.ts';
import { INTEGRATIONS } from '../integrations/index.ts';
import { type Policy, policyOf, sizeOf } from '../policy/policy.ts';
import { QUOTAS, split } from '../policy/quota.ts';
import { sdkTables, serviceFindings } from '../sdk/load.ts';
import { assignmentsPerCall, eachAssignment } from '../values/domain/assignment.ts';
import type { Value } from '../values/domain/value.ts';
import { declaredInput } from '../values/flow/declared.ts';

export interface FitOptions extends MachineSettings {
  /** DefinitionSubstitutions: name → the value of `${name}`. */
  readonly substitutions?: Readonly<Record<string, string>>;
  /**
   * What executions are started with: an example, taken as it is, or a JSON Schema, whose `const` and `enum` make known
   * values. Without it any input can come.
   */
  readonly input?: Json;
}

/** A call with what it needs of the role that makes it. */
export interface FittedCall {
  readonly call: Call;
  /** What the execution role needs: for a call with `Credentials`, to assume the other role. */
  readonly grants: readonly Grant[];
  /** Why the call needs no permission, where it needs none. */
  readonly needsNothing?: string;
}

/** A role of a task's `Credentials`, and the policy that it needs for the calls it makes. */
export interface AssumedRole {
  /** Its ARN, or a pattern where only a run tells. */
  readonly role: string;
  /** The states whose calls it makes. */
  readonly states: readonly string[];
  readonly policy: Policy;
}

export interface Fit {
  /** What the execution role needs, whole. */
  readonly policy: Policy;
  /** The same, split into documents that fit into managed policies; one where it fits into one. */
  readonly policies: readonly Policy[];
  /** Errors first. */
  readonly findings: readonly Finding[];
  /** Ordered by state. */
  readonly calls: readonly FittedCall[];
  readonly assumedRoles: readonly AssumedRole[];
}

/**
 * Fits a policy to a definition: the one door to the analysis. Pure; the same input gives the same result, and the
 * order of keys and states does not matter. It is asynchronous because it imports the tables of the AWS SDK services
 * that the definition calls, and only those.
 *
 * Rejects with DefinitionError where the definition is no state machine.
 */
export async function fit(definition: JsonObject, options: FitOptions = {}): Promise<Fit> {
  const made = callsFor(definition, options);
  return fitCalls(made, await sdkTables(made.calls));
}

/** The same with tables that are loaded already; a call to a service that they lack is an error finding. */
export function fitWith(sdk: ReadonlyMap<string, Table>, definition: JsonObject, options: FitOptions = {}): Fit {
  return fitCalls(callsFor(definition, options), sdk);
}

function callsFor(definition: JsonObject, { substitutions, input, ...settings }: FitOptions): Calls {
  return callsOf(substitutions ? substitute(definition, substitutions) : definition, settings, declaredInput(input));
}

function fitCalls(made: Calls, sdk: ReadonlyMap<string, Table>): Fit {
  const { calls, findings: callFindings, machine } = made;
  const findings: Finding[] = [...callFindings];
  const mostAssignments = assignmentsPerCall(calls.length);
  const needsOf = needsBy({ ...INTEGRATIONS, sdk }, machine, mostAssignments);
  const assumed = new Map<string, { readonly states: Set<string>; readonly grants: Grant[] }>();
  const fitted = calls.map((call): FittedCall => {
    const needs = needsOf(call);
    findings.push(...needs.findings, ...serviceFindings(call));
    const { assumes } = call;
    if (assumes === undefined) {
      const { grants, needsNothing } = needs;
      return needsNothing === undefined ? { call, grants } : { call, grants, needsNothing };
    }
    const roles = eachAssignment(assumes, mostAssignments);
    const given = roles.filter(({ kind }) => kind !== 'absent');
    const assuming = new Map<string, Resource>();
    for (const role of given) {
      for (const resource of assumableRoles(role, machine)) assuming.set(resource.arn, resource);
    }
    for (const arn of assuming.keys()) {
      let role = assumed.get(arn);
      if (!role) assumed.set(arn, (role = { states: new Set(), grants: [] }));
      role.states.add(call.state);
      role.grants.push(...needs.grants.filter(({ purpose }) => purpose !== 'events' || isOwnAccount(arn, machine)));
    }
    const grant: Grant = { purpose: 'assumeRole', actions: ['sts:AssumeRole'], resources: [...assuming.values()] };
    if (given.length > 0) findings.push(assumedRoleFinding(call), ...originFindings(call.state, [grant]));
    // Where there may be no other role, the execution role makes the call itself.
    const own = given.length < roles.length ? needs.grants : [];
    return { call, grants: given.length > 0 ? [grant, ...own] : own };
  });
  const policy = policyOf(fitted.flatMap(({ grants }) => grants));
  const policies = split(policy);
  findings.push(...quotaFindings(policy, policies));
  return {
    policy,
    policies,
    findings: sortFindings(findings),
    calls: fitted,
    assumedRoles: [...assumed]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([role, { states, grants }]) => ({ role, states: [...states], policy: policyOf(grants) })),
  };
}

/**
 * The execution role only assumes the other role, which makes the call.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html
 */
function assumableRoles(role: Value, { place }: Machine): readonly Resource[] {
  // An unknown role may be of any account: assuming roles of other accounts is what the field is for.
  return rolesOf(role, 'Credentials.RoleArn', place).map((resource) =>
    resource.origin.kind === 'unknown' ? { ...resource, arn: `arn:${place.partition}:iam::*:role/*` } : resource,
  );
}

function assumedRoleFinding({ state, service, api }: Call): Finding {
  const message = `Credentials: the role that it assumes makes the call to ${service}:${api} and needs a policy of its own (assumedRoles in --json); its trust policy should name this role, with sts:ExternalId = the state machine's ARN.`;
  return { code: 'assumed-role', severity: 'info', state, message };
}

/**
 * Across accounts Step Functions only polls; in its own account it also uses the rule that it manages.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-sync
 */
function isOwnAccount(role: string, machine: Machine): boolean {
  const account = parseArn(role)?.account;
  return account === machine.place.account || account === '*';
}

function quotaFindings(policy: Policy, policies: readonly Policy[]): readonly Finding[] {
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
