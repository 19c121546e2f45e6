import { compareText } from '../finding.ts';
import type { Conditions, Grant } from '../grants/grant.ts';
import { covers } from '../iam/pattern.ts';
import { coverIndex } from '../iam/patternIndex.ts';
import type { ReadPolicies } from './document.ts';
import { canonicalJson, type Policy, type Statement, sizeOf } from './policy.ts';
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

/** Action → resources. */
type Allowed = Map<string, Set<string>>;

/**
 * Merges grants into one policy document that allows exactly what the grants allow: it never pairs an action with a
 * resource that no grant pairs it with. The order of the grants doesn't matter. Without grants, the policy denies
 * everything.
 */
export function policyOf(grants: Iterable<Grant>): Policy {
  const byCondition = new Map<string, { readonly conditions: Conditions | undefined; readonly allowed: Allowed }>();
  // Calls share the grants that don't depend on their arguments; count each once.
  for (const grant of new Set(grants)) {
    const key = canonicalJson(grant.conditions);
    let group = byCondition.get(key);
    if (!group) byCondition.set(key, (group = { conditions: grant.conditions, allowed: new Map() }));
    add(group.allowed, grant);
  }
  const unconditional = byCondition.get('')?.allowed;
  const statements: Statement[] = [];
  for (const { conditions, allowed } of byCondition.values()) {
    dropCovered(allowed, conditions === undefined ? undefined : unconditional);
    statements.push(...compact(allowed, conditions));
  }
  if (statements.length === 0) return DENY_ALL;
  return { Version: '2012-10-17', Statement: statements.sort(compareStatements) };
}

function add(allowed: Allowed, grant: Grant): void {
  for (const action of grant.actions) {
    let resources = allowed.get(action);
    if (!resources) allowed.set(action, (resources = new Set()));
    for (const { arn } of grant.resources) resources.add(arn);
  }
}

/**
 * Drops resources that are already covered by a pattern of the same action or by the action's unconditional grant. Of
 * patterns that cover each other, one stays.
 */
function dropCovered(allowed: Allowed, unconditional: Allowed | undefined): void {
  for (const [action, resources] of allowed) {
    const wider = unconditional?.get(action);
    if (resources.size > 1 || wider) {
      const covered = coverIndex(resources, coversOther);
      const coveredByWider = wider && coverIndex(wider);
      for (const resource of resources) {
        if (covered(resource) || wider?.has(resource) || coveredByWider?.(resource)) resources.delete(resource);
      }
    }
    if (resources.size === 0) allowed.delete(action);
  }
}

function coversOther(pattern: string, resource: string): boolean {
  return covers(pattern, resource) && (pattern < resource || !covers(resource, pattern));
}

/**
 * Groups either actions that share all their resources or resources that share all their actions, whichever takes
 * fewer characters. Neither adds an (action, resource) pair.
 */
function compact(allowed: Allowed, conditions: Conditions | undefined): readonly Statement[] {
  const resourcesOf = new Map<string, string>();
  const actionsOf = new Map<string, string>();
  for (const action of sorted(allowed.keys())) {
    const resources = sorted(allowed.get(action) ?? []);
    resourcesOf.set(action, resources.join('\n'));
    for (const resource of resources) {
      const actions = actionsOf.get(resource);
      actionsOf.set(resource, actions === undefined ? action : `${actions}\n${action}`);
    }
  }
  const byResources = group(resourcesOf).map(([resources, actions]) => statement(actions, resources, conditions));
  const byActions = group(actionsOf).map(([actions, resources]) => statement(actions, resources, conditions));
  return sizeOf(byResources) <= sizeOf(byActions) ? byResources : byActions;
}

/** Groups the keys that have equal lists: [list, keys]. A list is a text with its sorted members, one per line. */
function group(lists: ReadonlyMap<string, string>): readonly [readonly string[], readonly string[]][] {
  const groups = new Map<string, string[]>();
  for (const [key, list] of lists) {
    const same = groups.get(list);
    if (same) same.push(key);
    else groups.set(list, [key]);
  }
  return [...groups].map(([list, keys]) => [list.split('\n'), sorted(keys)]);
}

/** Sorts by UTF-16 code units: what `sort` does without a comparison function, and much faster. */
function sorted(texts: Iterable<string>): readonly string[] {
  return [...texts].sort();
}

function statement(
  actions: readonly string[],
  resources: readonly string[],
  conditions: Conditions | undefined,
): Statement {
  const plain = { Effect: 'Allow', Action: actions, Resource: resources } as const;
  return conditions === undefined ? plain : { ...plain, Condition: conditions };
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

/** The Allow statements that can be merged with grants: those without NotAction and NotResource. */
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
