import type { Json, JsonObject } from '../asl/json.ts';
import { readWorkflow } from '../asl/readWorkflow.ts';
import { substitute } from '../asl/substitute.ts';
import type { Workflow } from '../asl/workflow.ts';
import type { Call } from '../calls/call.ts';
import { actingStates, type Calls, callsOf, partitionNamed } from '../calls/calls.ts';
import { type Machine, type MachineSettings, machineOf } from '../calls/machine.ts';
import type { Finding } from '../finding.ts';
import { type GrantFinding, sortFindings } from '../grants/findings.ts';
import type { Grant, Resource } from '../grants/grant.ts';
import { needsBy } from '../grants/grantsOf.ts';
import type { Table } from '../grants/integration.ts';
import { originFindings } from '../grants/originFindings.ts';
import { rolesOf } from '../grants/resources.ts';
import { parseArn } from '../iam/arn.ts';
import { INTEGRATIONS } from '../integrations/index.ts';
import { policyOf } from '../policy/merge.ts';
import { type Policy, sizeOf } from '../policy/policy.ts';
import { QUOTAS, splitPolicy } from '../policy/quota.ts';
import { sdkTables, serviceFindings } from '../sdk/load.ts';
import { assignmentsPerCall, eachAssignment } from '../values/domain/assignment.ts';
import type { Value } from '../values/domain/value.ts';
import { declaredInput } from '../values/flow/declared.ts';
import { flowOf } from '../values/flow/flow.ts';
import { jsonataParserFor } from '../values/flow/jsonataParser.ts';
import type { JsonataParser } from '../values/jsonata/syntax/parse.ts';

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
  /** The definition's states and transitions, with substitutions made. */
  readonly workflow: Workflow;
  /** What the execution role needs, whole. */
  readonly policy: Policy;
  /** The same, split into documents that fit into managed policies; one where it fits into one. */
  readonly policies: readonly Policy[];
  /** Errors first. */
  readonly findings: readonly GrantFinding[];
  /** Ordered by state. */
  readonly calls: readonly FittedCall[];
  readonly assumedRoles: readonly AssumedRole[];
}

/**
 * Fits a policy to a definition: the one door to the analysis. Pure; the same input gives the same result, and the
 * order of keys and states does not matter. It is asynchronous because it loads what the definition asks for, and
 * nothing else: the tables of the AWS SDK services that it calls, and the parser of JSONata.
 *
 * Rejects with DefinitionError where the definition is no state machine.
 */
export async function fit(definition: JsonObject, options: FitOptions = {}): Promise<Fit> {
  const substituted = substitutedIn(definition, options);
  const called = callsFor(substituted, options, await jsonataParserFor(substituted));
  return fitCalls(called, await sdkTables(called.calls));
}

/** What `fit` loads where the definition asks for it. */
export interface Loaded {
  /** Tables of AWS SDK services; a call to another one is an error finding. */
  readonly sdk: ReadonlyMap<string, Table>;
  /** Without it, all JSONata expressions but the simplest can be anything. */
  readonly jsonata: JsonataParser | undefined;
}

/** The same with what is loaded already. */
export function fitWith({ sdk, jsonata }: Loaded, definition: JsonObject, options: FitOptions = {}): Fit {
  return fitCalls(callsFor(substitutedIn(definition, options), options, jsonata), sdk);
}

function substitutedIn(definition: JsonObject, { substitutions }: FitOptions): JsonObject {
  return substitutions ? substitute(definition, substitutions) : definition;
}

/** What a definition calls, before it is asked what the calls need. */
interface Called extends Calls {
  readonly workflow: Workflow;
  readonly machine: Machine;
}

function callsFor(
  definition: JsonObject,
  { substitutions: _, input: declared, ...settings }: FitOptions,
  jsonata: JsonataParser | undefined,
): Called {
  const input = declaredInput(declared);
  const workflow = readWorkflow(definition);
  const acting = actingStates(workflow);
  const machine = machineOf(settings, partitionNamed(acting));
  const { place, name, type } = machine;
  const flow = flowOf(workflow, { ...place, name, type, input }, jsonata);
  return { workflow, machine, ...callsOf(acting, flow, machine) };
}

function fitCalls(made: Called, sdk: ReadonlyMap<string, Table>): Fit {
  const { workflow, machine, calls, findings: callFindings } = made;
  const findings: GrantFinding[] = [...callFindings];
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
  const policies = splitPolicy(policy);
  findings.push(...quotaFindings(policy, policies));
  return {
    workflow,
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
