import type { Call } from '../calls/call.ts';
import type { Machine } from '../calls/machine.ts';
import type { Facts } from '../facts/facts.ts';
import { compareFindings } from '../finding.ts';
import type { Place } from '../iam/arn.ts';
import { ANY_RUN, type Assignment, assignments } from '../values/domain/assignment.ts';
import { argumentFindings } from './argumentFindings.ts';
import { nameFindings, partitionFindings, patternFindings, roleFindings, unknownIntegration } from './callFindings.ts';
import { type EncryptedCall, encryptionBy } from './encryption.ts';
import type { GrantFinding } from './findings.ts';
import type { Conditions, Doubt, Grant, Resource } from './grant.ts';
import type { Api, CallContext, GrantRow } from './integration.ts';
import { originFindings } from './originFindings.ts';
import type { Tables } from './tables.ts';

/** What one call needs, and the findings about it. */
export interface CallNeeds {
  readonly grants: readonly Grant[];
  readonly findings: readonly GrantFinding[];
  /** Why the call needs no permission, if it needs none. */
  readonly needsNothing?: string;
}

/**
 * Returns a function that looks up a call in its service's table and fills in the rows that apply. Equal grants of
 * several calls may be one object.
 */
export function needsBy(
  tables: Tables,
  machine: Machine,
  facts: Facts,
  mostAssignments: number,
): (call: Call) => CallNeeds {
  const encryptionOf = encryptionBy(tables.encryption, facts);
  const each = assignments(mostAssignments);
  const places = new Map<string, Place>();
  const filled = new Map<GrantRow, Filled>();
  const placeOf = ({ partition }: Call): Place => {
    // The user's partition counts first, then the Resource's own.
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
      const unknown = unknownIntegration(call, tables, api?.unusable);
      return { grants: [], findings: [unknown, ...nameFindings(call, table)] };
    }
    const place = placeOf(call);
    const inAnyRun = () => call.arguments(ANY_RUN);
    const underAssignment = (assignment: Assignment): CallNeeds =>
      needsOf(api, { call, arguments: call.arguments(assignment), inAnyRun, machine, facts, place }, filled);
    const joined = joinNeeds(each(underAssignment));
    const needs = withEncryption(
      joined,
      encryptionOf(joined.grants, () => encryptedCall(call, each)),
    );
    const origins = originFindings(call.state, needs.grants);
    const names = nameFindings(call, table);
    const patterns = patternFindings(call, api, table, machine);
    const partitions = partitionFindings(call, machine);
    const unknown = argumentFindings(call, api, joined.grants);
    const roles = roleFindings(call, machine, joined.grants);
    const ofCall = names.length + patterns.length + partitions.length + unknown.length + roles.length;
    const count = origins.length + ofCall;
    // Most calls have no findings, or only those about their resources.
    if (count === 0) return needs.findings.length < 2 ? needs : withFindings(needs, needs.findings);
    if (count === origins.length && needs.findings.length === 0) return withFindings(needs, origins);
    return withFindings(needs, [
      ...needs.findings,
      ...names,
      ...patterns,
      ...partitions,
      ...unknown,
      ...roles,
      ...origins,
    ]);
  };
}

/** What rows of encrypted resources see of a call. */
function encryptedCall(call: Call, each: <T>(run: (assignment: Assignment) => T) => readonly T[]): EncryptedCall {
  return { call, some: (test) => each((assignment) => test(call.arguments(assignment))).includes(true) };
}

function withEncryption(needs: CallNeeds, encryption: readonly Grant[]): CallNeeds {
  return encryption.length === 0 ? needs : { ...needs, grants: joinGrants([...needs.grants, ...encryption]) };
}

function withFindings(needs: CallNeeds, findings: readonly GrantFinding[]): CallNeeds {
  return { ...needs, findings: findings.length < 2 ? findings : findings.toSorted(compareFindings) };
}

/** What a call needs under one assignment. */
function needsOf(api: Api, context: CallContext, filled: Map<GrantRow, Filled>): CallNeeds {
  const needsNothing = api.needsNothing?.(context);
  if (needsNothing !== undefined) return { grants: [], findings: NO_FINDINGS, needsNothing };
  const grants: Grant[] = [];
  for (const row of api.grants) {
    const grant = fill(row, context, filled);
    if (grant !== undefined) grants.push(grant);
  }
  const { state } = context.call;
  const remarks = api.remarks?.(context) ?? [];
  return { grants, findings: remarks.length === 0 ? NO_FINDINGS : remarks.map((remark) => ({ ...remark, state })) };
}

const NO_FINDINGS: readonly GrantFinding[] = [];

/** What a call needs under any of its assignments. */
function joinNeeds(needs: readonly CallNeeds[]): CallNeeds {
  const [only] = needs;
  if (only === undefined || needs.length === 1) return only ?? { grants: [], findings: [] };
  const grants = joinGrants(needs.flatMap((each) => each.grants));
  const findings = needs.flatMap((each) => each.findings);
  return needs.every((each) => each.needsNothing !== undefined) ? only : { grants, findings };
}

function joinGrants(grants: readonly Grant[]): readonly Grant[] {
  const joined = new Map<string, Grant>();
  for (const grant of grants) {
    const key = JSON.stringify([grant.purpose, grant.actions, grant.conditions, grant.doubt]);
    const same = joined.get(key);
    joined.set(key, same ? { ...same, resources: unique([...same.resources, ...grant.resources]) } : grant);
  }
  return [...joined.values()];
}

/** A row's grant for the last call, and what it was made from. */
interface Filled {
  /** What the row's first resource gave, and the others. */
  readonly first: readonly Resource[];
  readonly others: readonly (readonly Resource[])[];
  readonly conditions: Conditions | undefined;
  readonly doubt: Doubt | undefined;
  /** Undefined if there are no resources. */
  readonly grant: Grant | undefined;
}

function fill(row: GrantRow, context: CallContext, filled: Map<GrantRow, Filled>): Grant | undefined {
  if (row.patterns && !row.patterns.includes(context.call.pattern)) return undefined;
  if (row.when && !row.when(context)) return undefined;
  // Most rows have one.
  const first = row.resources[0]?.(context) ?? NO_RESOURCES;
  const others = row.resources.length < 2 ? NO_PARTS : row.resources.slice(1).map((resource) => resource(context));
  if (first.length === 0 && others.length === 0) return undefined;
  const conditions = row.conditions?.(context);
  const doubt = row.doubt?.(context);
  const last = filled.get(row);
  const isLike = last !== undefined && last.conditions === conditions && last.doubt === doubt;
  if (isLike && last.first === first && isSame(last.others, others)) return last.grant;
  const resources = unique(others.length === 0 ? first : [...first, ...others.flat()]);
  const grant = rowGrant(row, named(resources, context.machine), conditions, doubt);
  filled.set(row, { first, others, conditions, doubt, grant });
  return grant;
}

const NO_RESOURCES: readonly Resource[] = [];
const NO_PARTS: readonly (readonly Resource[])[] = [];

function isSame(parts: readonly (readonly Resource[])[], others: readonly (readonly Resource[])[]): boolean {
  return parts === others || parts.every((part, index) => part === others[index]);
}

/** A placeholder that is known to stand for a name needs no finding that it was assumed to. */
function named(resources: readonly Resource[], { names }: Machine): readonly Resource[] {
  if (names === undefined) return resources;
  return resources.map((resource) => {
    const { origin } = resource;
    if (origin.kind !== 'assumedName' || !names.includes(origin.placeholder)) return resource;
    return { ...resource, origin: { kind: 'literal', field: origin.field } };
  });
}

function rowGrant(
  { purpose, actions }: GrantRow,
  resources: readonly Resource[],
  conditions: Conditions | undefined,
  doubt: Doubt | undefined,
): Grant | undefined {
  if (resources.length === 0) return undefined;
  const grant: Grant =
    conditions === undefined ? { purpose, actions, resources } : { purpose, actions, resources, conditions };
  return doubt === undefined ? grant : { ...grant, doubt };
}

/** Of resources with the same ARN, the last one. */
function unique(resources: readonly Resource[]): readonly Resource[] {
  if (resources.length < 2) return resources;
  return [...new Map(resources.map((resource) => [resource.arn, resource])).values()];
}
