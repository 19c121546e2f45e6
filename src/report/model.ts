import type { Fit, FittedCall } from '../analysis/fit.ts';
import type { State, Workflow } from '../asl/workflow.ts';
import type { Finding } from '../finding.ts';
import type { GrantFinding } from '../grants/findings.ts';
import type { Grant } from '../grants/grant.ts';
import { isWildcard, resourceTightness, type Tightness, widest } from '../grants/tightness.ts';
import { canonicalJson, deniesAll } from '../policy/policy.ts';
import { type PlacementOf, placements, statementsOf } from './statements.ts';

/** A state with all that the report says about it; the state machine itself where `state` is undefined. */
export interface StateView {
  /** Of its section in the page: `s-3`. Never made from a name. */
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly state: State | undefined;
  /** How many states it is nested in. */
  readonly depth: number;
  readonly calls: readonly FittedCall[];
  readonly findings: readonly GrantFinding[];
  readonly tightness: Tightness;
  /** Actions on resources, each pair once. */
  readonly permissions: number;
  readonly wildcards: number;
}

/** What a statement of the policy is for. */
export interface StatementView {
  readonly id: string;
  /** The states that need it, in the document's order. */
  readonly states: readonly StateView[];
}

export interface ReportModel {
  readonly title: string;
  readonly comment: string | undefined;
  readonly workflow: Workflow;
  readonly fit: Fit;
  /** The state machine itself first, where it needs anything or has a finding; then in the document's order. */
  readonly views: readonly StateView[];
  /** By JSON Pointer. */
  readonly viewOf: ReadonlyMap<string, StateView>;
  readonly statements: readonly StatementView[];
  readonly placementOf: PlacementOf;
  readonly counts: Counts;
}

export interface Counts {
  readonly states: number;
  /** Actions on resources in the policy, each pair once, by how tight they are. */
  readonly permissions: number;
  readonly exact: number;
  readonly patterns: number;
  /** Only a run decides the resource. */
  readonly open: number;
  /** Wildcards that no definition could narrow. */
  readonly limits: number;
}

export function reportModel(fit: Fit, title: string): ReportModel {
  const { workflow } = fit;
  const callsAt = Map.groupBy(fit.calls, ({ call }) => call.state);
  const findingsAt = Map.groupBy(fit.findings, ({ state }) => state);
  const flat = [{ path: '', state: undefined, depth: 0 }, ...flatten(workflow, 0)];
  const views = flat
    .filter(({ path, state }) => state !== undefined || callsAt.has(path) || findingsAt.has(path))
    .map(({ path, state, depth }, index) => viewOfState(`s-${index}`, path, state, depth, callsAt, findingsAt));
  const placementOf = placements(fit.policy);
  const comment = workflow.json['Comment'];
  return {
    title,
    comment: typeof comment === 'string' && comment.trim() !== '' ? comment : undefined,
    workflow,
    fit,
    views,
    viewOf: new Map(views.map((view) => [view.path, view])),
    statements: statementViews(fit, views, placementOf),
    placementOf,
    counts: countsOf(fit, views),
  };
}

function flatten(workflow: Workflow, depth: number): readonly { path: string; state: State; depth: number }[] {
  return workflow.states.flatMap((state) => [
    { path: state.path, state, depth },
    ...state.inner.flatMap((inner) => flatten(inner, depth + 1)),
  ]);
}

function viewOfState(
  id: string,
  path: string,
  state: State | undefined,
  depth: number,
  callsAt: ReadonlyMap<string, readonly FittedCall[]>,
  findingsAt: ReadonlyMap<string, readonly GrantFinding[]>,
): StateView {
  const calls = callsAt.get(path) ?? [];
  const findings = findingsAt.get(path) ?? [];
  const pairs = [...pairsOf(calls.flatMap(({ grants }) => grants)).values()];
  return {
    id,
    path,
    name: state === undefined ? 'The state machine itself' : readable(state.name),
    state,
    depth,
    calls,
    findings,
    tightness: stateTightness(calls, findings),
    permissions: pairs.length,
    wildcards: pairs.filter(isWildcard).length,
  };
}

/** The widest of a state's resources; an error finding weighs more than any of them. */
export function stateTightness(calls: readonly FittedCall[], findings: readonly Finding[]): Tightness {
  if (findings.some(({ severity }) => severity === 'error')) return 'error';
  return widest(calls.flatMap(({ grants }) => grants.flatMap(({ resources }) => resources.map(resourceTightness))));
}

/** A visible name: one of spaces alone is allowed, but could not be clicked. */
function readable(name: string): string {
  return /[^\s\p{C}]/u.test(name) ? name : '(blank name)';
}

/** Each action on a resource, under its conditions, with how tight it is. */
function pairsOf(grants: readonly Grant[]): ReadonlyMap<string, Tightness> {
  const pairs = new Map<string, Tightness>();
  for (const { actions, resources, conditions } of grants) {
    for (const resource of resources) {
      const tightness = resourceTightness(resource);
      for (const action of actions) {
        const key = pairKey(action, resource.arn, canonicalJson(conditions));
        pairs.set(key, widest([pairs.get(key) ?? 'none', tightness]));
      }
    }
  }
  return pairs;
}

function pairKey(action: string, arn: string, conditions: string): string {
  return `${action}\n${arn}\n${conditions}`;
}

/** Counts what the role gets: the pairs of the policy, without those that wider ones cover. */
function countsOf(fit: Fit, views: readonly StateView[]): Counts {
  const made = pairsOf(fit.calls.flatMap(({ grants }) => grants));
  const granted = deniesAll(fit.policy)
    ? []
    : fit.policy.Statement.flatMap(({ Action, Resource, Condition }) =>
        Action.flatMap((action) => Resource.map((arn) => pairKey(action, arn, canonicalJson(Condition)))),
      );
  const count = (tightness: Tightness) => granted.filter((key) => made.get(key) === tightness).length;
  return {
    states: views.filter(({ state }) => state !== undefined).length,
    permissions: granted.length,
    exact: count('exact'),
    patterns: count('pattern'),
    open: count('open'),
    limits: count('limit'),
  };
}

function statementViews(fit: Fit, views: readonly StateView[], placementOf: PlacementOf): readonly StatementView[] {
  const states = fit.policy.Statement.map(() => new Set<StateView>());
  for (const view of views) {
    for (const grant of view.calls.flatMap(({ grants }) => grants)) {
      for (const index of statementsOf(grant, placementOf)) states[index]?.add(view);
    }
  }
  return states.map((set, index) => ({ id: `p-${index + 1}`, states: [...set] }));
}

/** As a Resource spells it: `dynamodb:getItem`. */
export function apiName({ call }: FittedCall): string {
  return call.kind === 'sdk' ? `aws-sdk:${call.service}:${call.api}` : `${call.service}:${call.api}`;
}

/** What a state is: `dynamodb:updateItem`, `Parallel`. */
export function kindWords({ state, calls }: StateView): string {
  const type = state?.acts?.kind === 'distributedMap' ? 'Distributed Map' : (state?.type ?? '');
  const [first] = calls;
  if (state?.type !== 'Task') return type;
  return first === undefined ? type : apiName(first) + patternWords(first.call.pattern);
}

function patternWords(pattern: string): string {
  return pattern === 'requestResponse' ? '' : `.${pattern}`;
}
