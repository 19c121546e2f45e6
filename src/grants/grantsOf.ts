import type { Call, CallKind } from '../calls/call.ts';
import type { Machine } from '../calls/machine.ts';
import { compareFindings, type Finding } from '../finding.ts';
import type { Place } from '../iam/arn.ts';
import { isPlaceholder } from '../iam/text.ts';
import { type Assignment, eachAssignment } from '../values/domain/assignment.ts';
import type { Cause } from '../values/domain/cause.ts';
import type { Conditions, Grant, Origin, Resource } from './grant.ts';
import type { Api, CallContext, GrantRow, Table } from './integration.ts';

/** What one call needs, and what there is to say about it. */
export interface CallNeeds {
  readonly grants: readonly Grant[];
  readonly findings: readonly Finding[];
  /** Why the call needs no permission, where it needs none. */
  readonly needsNothing?: string;
}

/** The tables of each kind of call, by service. */
export type Tables = Readonly<Record<CallKind, ReadonlyMap<string, Table>>>;

/**
 * Makes the function that looks a call up in its service's table and fills in the rows that count for it. Grants that
 * come out the same for several calls are one object.
 */
export function needsBy(tables: Tables, machine: Machine, mostAssignments: number): (call: Call) => CallNeeds {
  const places = new Map<string, Place>();
  const filled = new Map<GrantRow, Filled>();
  const placeOf = ({ partition }: Call): Place => {
    // The user's word on the partition counts most, then the Resource's own.
    if (machine.partition !== undefined || machine.region !== undefined || partition === undefined)
      return machine.place;
    const known = places.get(partition);
    if (known) return known;
    const place = { ...machine.place, partition };
    places.set(partition, place);
    return place;
  };
  return (call) => {
    const table = tables[call.kind].get(call.service);
    const api = table?.api(call.api);
    if (!table || !api || api.unusable !== undefined) {
      return { grants: [], findings: [unknownIntegration(call, table, api?.unusable)] };
    }
    const place = placeOf(call);
    const underAssignment = (assignment: Assignment): CallNeeds =>
      needsOf(api, { call: { ...call, arguments: call.arguments(assignment) }, machine, place }, filled);
    const needs = eachAssignment(underAssignment, mostAssignments);
    const { grants, findings, needsNothing } = joinNeeds(needs);
    const all = [
      ...patternFindings(call, api, table, machine),
      ...partitionFindings(call, machine),
      ...findings,
      ...originFindings(call.state, grants),
    ].sort(compareFindings);
    return needsNothing === undefined ? { grants, findings: all } : { grants, findings: all, needsNothing };
  };
}

/** What a call needs where its arguments' alternatives fall in one way. */
function needsOf(api: Api, context: CallContext, filled: Map<GrantRow, Filled>): CallNeeds {
  const needsNothing = api.needsNothing?.(context);
  if (needsNothing !== undefined) return { grants: [], findings: [], needsNothing };
  const { state } = context.call;
  return {
    grants: api.grants.flatMap((row) => fill(row, context, filled)),
    findings: (api.remarks?.(context) ?? []).map((remark): Finding => ({ ...remark, state })),
  };
}

/** All that is needed in one case or another. */
function joinNeeds(needs: readonly CallNeeds[]): CallNeeds {
  const [only, ...others] = needs;
  if (only === undefined || others.length === 0) return only ?? { grants: [], findings: [] };
  const grants = joinGrants(needs.flatMap((each) => each.grants));
  const findings = needs.flatMap((each) => each.findings);
  return needs.every((each) => each.needsNothing !== undefined) ? only : { grants, findings };
}

function joinGrants(grants: readonly Grant[]): readonly Grant[] {
  const joined = new Map<string, Grant>();
  for (const grant of grants) {
    const key = JSON.stringify([grant.purpose, grant.actions, grant.conditions]);
    const same = joined.get(key);
    joined.set(key, same ? { ...same, resources: unique([...same.resources, ...grant.resources]) } : grant);
  }
  return [...joined.values()];
}

/** What a row gave for the last call, and what it was made of. */
interface Filled {
  readonly resources: readonly (readonly Resource[])[];
  readonly conditions: Conditions | undefined;
  readonly grants: readonly Grant[];
}

function fill(row: GrantRow, context: CallContext, filled: Map<GrantRow, Filled>): readonly Grant[] {
  if (row.patterns && !row.patterns.includes(context.call.pattern)) return [];
  if (row.when && !row.when(context)) return [];
  const resources = row.resources.map((resource) => resource(context));
  const conditions = row.conditions?.(context);
  const last = filled.get(row);
  if (last && last.conditions === conditions && last.resources.every((part, index) => part === resources[index])) {
    return last.grants;
  }
  const grants = grantsOf(row, named(unique(resources.flat()), context.machine), conditions);
  filled.set(row, { resources, conditions, grants });
  return grants;
}

/** A placeholder that certainly stands for a name is not assumed to be one. */
function named(resources: readonly Resource[], { names }: Machine): readonly Resource[] {
  if (names === undefined) return resources;
  return resources.map((resource) => {
    const { origin } = resource;
    if (origin.kind !== 'assumedName' || !names.includes(origin.placeholder)) return resource;
    return { ...resource, origin: { kind: 'literal', field: origin.field } };
  });
}

function grantsOf(row: GrantRow, resources: readonly Resource[], conditions: Conditions | undefined): readonly Grant[] {
  if (resources.length === 0) return [];
  const grant = { purpose: row.purpose, actions: row.actions, resources };
  return [conditions === undefined ? grant : { ...grant, conditions }];
}

function unique(resources: readonly Resource[]): readonly Resource[] {
  if (resources.length < 2) return resources;
  return [...new Map(resources.map((resource) => [resource.arn, resource])).values()];
}

function unknownIntegration(call: Call, table: Table | undefined, unusable: string | undefined): Finding {
  const name = nameOf(call);
  return {
    code: 'unknown-integration',
    severity: 'error',
    state: call.state,
    message: `${name} ${unusable ?? whyUnknown(call, table)} The policy has nothing for it.`,
  };
}

function nameOf(call: Call): string {
  return `${call.kind === 'sdk' ? 'aws-sdk:' : ''}${call.service}:${call.api}`;
}

function whyUnknown(call: Call, table: Table | undefined): string {
  const { service, api } = call;
  const name = table?.names().find((other) => other.toLowerCase() === api.toLowerCase());
  if (name !== undefined) return `is written ${nameOf({ ...call, api: name })}.`;
  if (call.kind === 'sdk') {
    return table
      ? `is no operation of ${service} that is known; see ${table.page} for what it has.`
      : 'names no service of the AWS SDKs that is known. See https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html';
  }
  if (table) {
    return `is no optimized integration; ${service} offers ${table.names().join(', ')}. Others are called as aws-sdk:${service}:….`;
  }
  return `is no optimized integration. Services without one are called as arn:aws:states:::aws-sdk:${service}:${api}.`;
}

function patternFindings(call: Call, api: Api, table: Table, machine: Machine): readonly Finding[] {
  const { pattern, state } = call;
  if (pattern === 'requestResponse') return [];
  const name = `${call.service}:${call.api}`;
  const suffix = `.${pattern}`;
  const findings: Finding[] = [];
  if (!api.patterns.includes(pattern)) {
    const offered = api.patterns
      .map((offer) => (offer === 'requestResponse' ? 'request-response' : `.${offer}`))
      .join(', ');
    findings.push({
      code: 'unsupported-pattern',
      severity: 'error',
      state,
      message: `AWS does not offer ${suffix} for ${name}, only ${offered}: it refuses the definition. See ${table.page}`,
    });
  }
  if ((call.childOf ?? machine.type) === 'EXPRESS') {
    findings.push({
      code: 'unsupported-in-express',
      severity: 'error',
      state,
      message: `Express workflows cannot wait with ${suffix}; AWS refuses the definition. Use a Standard workflow, or call ${name} without it.`,
    });
  }
  return findings;
}

function partitionFindings(call: Call, machine: Machine): readonly Finding[] {
  const { partition } = machine.place;
  if (call.partition === undefined || call.partition === partition || call.partition.includes('${')) return [];
  return [
    {
      code: 'partition-mismatch',
      severity: 'warning',
      state: call.state,
      message: `Resource is of the partition ${call.partition}, the state machine of ${partition}: Step Functions does not call across partitions.`,
    },
  ];
}

interface Wildcard {
  readonly origin: Origin;
  readonly actions: Set<string>;
  readonly arns: Set<string>;
}

/** One finding for each cause of a wildcard, however many grants share it. */
export function originFindings(state: string, grants: readonly Grant[]): readonly Finding[] {
  const causes = new Map<string, Wildcard>();
  for (const { actions, resources } of grants) {
    for (const { arn, origin } of resources) {
      const id = causeOf(arn, origin);
      if (id === undefined) continue;
      let cause = causes.get(id);
      if (!cause) {
        cause = { origin, actions: new Set(), arns: new Set() };
        causes.set(id, cause);
      }
      for (const action of actions) cause.actions.add(action);
      cause.arns.add(arn);
    }
  }
  if (causes.size === 0) return [];
  return [...causes.values()].map(({ origin, actions, arns }) =>
    originFinding(state, origin, [...actions].join(', '), [...arns].join(', ')),
  );
}

/** Findings with the same text here are one; undefined where there is nothing to say. */
function causeOf(arn: string, origin: Origin): string | undefined {
  switch (origin.kind) {
    case 'fixed':
      return undefined;
    case 'literal':
    case 'resolved':
      return /\$\{[*?$]\}/.test(arn) ? `literal ${origin.field}` : undefined;
    case 'assumedName':
      return `assumed ${origin.field} ${origin.placeholder}`;
    case 'pattern':
      return `pattern ${origin.field} ${origin.expression}`;
    case 'unknown':
      return `unknown ${origin.field} ${origin.expression}`;
    case 'missing':
      return `missing ${origin.field}`;
    case 'wildcard':
      return `wildcard ${origin.reason}`;
    case 'unnamedMachine':
      return 'unnamedMachine';
  }
}

function originFinding(state: string, origin: Origin, actions: string, arns: string): Finding {
  switch (origin.kind) {
    case 'unknown':
      return isPlaceholder(origin.expression)
        ? {
            code: 'placeholder',
            severity: 'warning',
            state,
            message: `${origin.field} is the placeholder ${origin.expression}, whose value is needed to name the resource: ${actions} on ${arns}. Give it with --substitute.`,
          }
        : {
            code: origin.cause?.widened ? 'widened-values' : 'dynamic-resource',
            severity: 'warning',
            state,
            message: `${origin.field} is known only at run time (${origin.expression}${whyUnknownValue(origin.cause)}): ${actions} on ${arns}`,
          };
    case 'assumedName':
      return {
        code: 'placeholder',
        severity: 'warning',
        state,
        message: `${origin.field} is the placeholder ${origin.placeholder}, taken for a name: ${actions} on ${arns}. If it stands for an ARN, give its value with --substitute.`,
      };
    case 'missing':
      return {
        code: 'missing-argument',
        severity: 'warning',
        state,
        message: `${origin.field} is missing, so nothing names the resource: ${actions} on ${arns}`,
      };
    case 'wildcard':
      return { code: 'wildcard-resource', severity: 'info', state, message: `${actions} on ${arns}: ${origin.reason}` };
    case 'unnamedMachine':
      return {
        code: 'name-needed',
        severity: 'warning',
        state,
        message: `The workflow refers to itself and its name is not known: ${actions} on ${arns}. Give it with --name.`,
      };
    case 'pattern':
      return {
        ...(origin.cause?.widened
          ? { code: 'widened-values', severity: 'warning' }
          : { code: 'partly-dynamic-resource', severity: 'info' }),
        state,
        message: `${origin.field} is known in part (${origin.expression}; at run time: ${origin.unknown}${whyUnknownValue(origin.cause)}): ${actions} on ${arns}`,
      };
    case 'literal':
    case 'resolved':
    case 'fixed':
      return {
        code: 'special-characters',
        severity: 'warning',
        state,
        message: `A value holds *, ? or \${, which IAM would read as a pattern: escaped so that it matches only itself (${arns})`,
      };
  }
}

function whyUnknownValue(cause: Cause | undefined): string {
  if (cause === undefined) return '';
  return cause.state === '' ? `: ${cause.reason}` : `: ${cause.reason}, state ${cause.state}`;
}
