import { compareText } from '../finding.ts';
import type { Conditions, Grant } from '../grants/grant.ts';
import { covers } from '../iam/pattern.ts';
import { coverIndex } from '../iam/patternIndex.ts';
import { type Allowed, compact, type Resources } from './compact.ts';
import type { ReadPolicies } from './document.ts';
import { canonicalJson, type Policy, type Statement } from './policy.ts';
import type { WrittenStatement } from './statement.ts';

/** Grants → one policy, and back. */

/**
 * The documented policy of a workflow that calls nothing.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/activities-iam.html ('activities or no tasks')
 */
const DENY_ALL: Policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: ['*'], Resource: ['*'] }],
};

/** What the grants with the same list of actions and the same conditions name. */
interface SameActions {
  readonly actions: readonly string[];
  readonly conditions: Conditions | undefined;
  readonly resources: Set<string>;
  last: Grant | undefined;
}

/**
 * Merges grants into one policy document that allows exactly what the grants allow: it never pairs an action with a
 * resource that no grant pairs it with. The order of the grants doesn't matter. Without grants, the policy denies
 * everything.
 */
export function policyOf(grants: Iterable<Grant>): Policy {
  const groups = byConditions(bySameActions(grants));
  const unconditional = groups.get('')?.allowed;
  const statements: Statement[] = [];
  for (const { conditions, allowed } of groups.values()) {
    const needed = withoutCovered(allowed, conditions === undefined ? undefined : unconditional);
    statements.push(...compact(needed, conditions));
  }
  if (statements.length === 0) return DENY_ALL;
  return { Version: '2012-10-17', Statement: statements.sort(compareStatements) };
}

/** The rows of a table share their lists and, mostly, their conditions: thousands of calls are few of these. */
function bySameActions(grants: Iterable<Grant>): readonly SameActions[] {
  const found: SameActions[] = [];
  const byActions = new Map<readonly string[], Map<Conditions | undefined, SameActions>>();
  for (const grant of grants) {
    const { actions, conditions, resources } = grant;
    let same = byActions.get(actions);
    if (same === undefined) byActions.set(actions, (same = new Map()));
    let row = same.get(conditions);
    if (row === undefined) {
      row = { actions, conditions, resources: new Set(), last: undefined };
      same.set(conditions, row);
      found.push(row);
    }
    // Calls share the grants that do not depend on their arguments.
    if (row.last === grant) continue;
    row.last = grant;
    for (const { arn } of resources) row.resources.add(arn);
  }
  return found;
}

interface SameConditions {
  readonly conditions: Conditions | undefined;
  readonly allowed: Map<string, Resources>;
  /** The sets that belong to one action alone, and may grow. */
  readonly own: Map<string, Set<string>>;
}

function byConditions(rows: readonly SameActions[]): ReadonlyMap<string, SameConditions> {
  const groups = new Map<string, SameConditions>();
  for (const { actions, conditions, resources } of rows) {
    const key = canonicalJson(conditions);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { conditions, allowed: new Map(), own: new Map() }));
    if (resources.size > 0) for (const action of actions) add(group, action, resources);
  }
  return groups;
}

function add({ allowed, own }: SameConditions, action: string, resources: Resources): void {
  const known = allowed.get(action);
  if (known === undefined) allowed.set(action, resources);
  if (known === undefined || known === resources) return;
  let all = own.get(action);
  if (all === undefined) {
    all = new Set(known);
    own.set(action, all);
    allowed.set(action, all);
  }
  for (const arn of resources) all.add(arn);
}

/**
 * Drops resources that are already covered by a pattern of the same action or by the action's unconditional grant. Of
 * patterns that cover each other, one stays.
 */
function withoutCovered(allowed: Allowed, unconditional: Allowed | undefined): Allowed {
  const reduced = new Map<Resources, Resources>();
  const needed = new Map<string, Resources>();
  for (const [action, resources] of allowed) {
    const wider = unconditional?.get(action);
    const known = wider === undefined ? reduced.get(resources) : undefined;
    const left = known ?? notCovered(resources, wider);
    if (wider === undefined) reduced.set(resources, left);
    if (left.size > 0) needed.set(action, left);
  }
  return needed;
}

function notCovered(resources: Resources, wider: Resources | undefined): Resources {
  if (resources.size < 2 && wider === undefined) return resources;
  const covered = coverIndex(resources, coversOther);
  const coveredByWider = wider && coverIndex(wider);
  const isNeeded = (resource: string) => !covered(resource) && !wider?.has(resource) && !coveredByWider?.(resource);
  return new Set([...resources].filter(isNeeded));
}

function coversOther(pattern: string, resource: string): boolean {
  return covers(pattern, resource) && (pattern < resource || !covers(resource, pattern));
}

function compareStatements(a: Statement, b: Statement): number {
  return (
    compareText(a.Action.join(), b.Action.join()) ||
    compareText(a.Resource.join(), b.Resource.join()) ||
    compareText(canonicalJson(a.Condition), canonicalJson(b.Condition))
  );
}

/** One document that allows what the statements allow and what the grants need. */
export function mergedPolicy(statements: readonly Statement[], grants: readonly Grant[]): Policy {
  return policyOf([...statements.map(grantOf), ...grants]);
}

/** The Allow statements of documents. */
export function allowStatementsOf({ policies }: ReadPolicies): readonly WrittenStatement[] {
  return policies.flatMap(({ statements }) => statements.filter(({ Effect }) => Effect === 'Allow'));
}

/**
 * The Allow statements that can be merged with grants. Those with NotAction or NotResource are left out, as is whatever
 * could not be read: rolefit never writes either, so someone else put it into rolefit's own policy. The next write
 * drops it; what the role needs of it is then granted by name.
 */
export function mergeableStatements(read: ReadPolicies): readonly Statement[] {
  return allowStatementsOf(read).flatMap(({ Effect, Action, Resource, Condition }): readonly Statement[] => {
    if (Action === undefined || Resource === undefined) return [];
    return [{ Effect, Action, Resource, ...(Condition === undefined ? {} : { Condition }) }];
  });
}

/** What a policy allows, as grants. */
export function grantsOfPolicy({ Statement }: Policy): readonly Grant[] {
  return Statement.filter(({ Effect }) => Effect === 'Allow').map(grantOf);
}

function grantOf({ Action, Resource, Condition }: Statement): Grant {
  const resources = Resource.map((arn) => ({ arn, origin: { kind: 'fixed' } as const }));
  const grant: Grant = { purpose: 'call', actions: Action, resources };
  return Condition === undefined ? grant : { ...grant, conditions: Condition };
}

/** Restricts a grant to the (action, resource) pairs that pass a test; gives one grant per remaining action. */
export function restrictGrant(grant: Grant, keep: (action: string, resource: string) => boolean): readonly Grant[] {
  return grant.actions.flatMap((action) => {
    const resources = grant.resources.filter(({ arn }) => keep(action, arn));
    return resources.length === 0 ? [] : [{ ...grant, actions: [action], resources }];
  });
}
