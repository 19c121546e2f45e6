import type { Conditions } from '../grants/grant.ts';
import { type Statement, sizeOf } from './policy.ts';

/** Groups what is allowed into as few characters as possible. */

export type Resources = ReadonlySet<string>;

/** Action → resources. Actions of one row of a table share a set. */
export type Allowed = ReadonlyMap<string, Resources>;

/**
 * Groups either actions that share all their resources or resources that share all their actions, whichever takes
 * fewer characters. Neither adds an (action, resource) pair.
 */
export function compact(allowed: Allowed, conditions: Conditions | undefined): readonly Statement[] {
  const lists = new Map<Resources, readonly string[]>();
  const byAction = sorted(allowed.keys()).map((action): ActionResources => {
    const resources = allowed.get(action) ?? NO_RESOURCES;
    let list = lists.get(resources);
    if (list === undefined) lists.set(resources, (list = sorted(resources)));
    return { action, resources: list };
  });
  const byResources = groupedByResources(byAction).map((group) => statement(group, conditions));
  const byActions = groupedByActions(byAction).map((group) => statement(group, conditions));
  return sizeOf(byResources) <= sizeOf(byActions) ? byResources : byActions;
}

const NO_RESOURCES: Resources = new Set();

/** An action with its resources, sorted. Actions of one row of a table share a list. */
interface ActionResources {
  readonly action: string;
  readonly resources: readonly string[];
}

/** Both sorted. */
interface Pairs {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Groups actions that have the same resources. */
function groupedByResources(byAction: readonly ActionResources[]): readonly Pairs[] {
  const keys = new Map<readonly string[], string>();
  const groups = new Map<string, { readonly actions: string[]; readonly resources: readonly string[] }>();
  for (const { action, resources } of byAction) {
    let key = keys.get(resources);
    // JSON, since any character that could separate the resources may also be part of one.
    if (key === undefined) keys.set(resources, (key = JSON.stringify(resources)));
    const same = groups.get(key);
    if (same) same.actions.push(action);
    else groups.set(key, { actions: [action], resources });
  }
  return [...groups.values()];
}

/** A list of actions, linked to the list without its last action: equal lists are one object. */
interface ActionList {
  readonly before: ActionList | undefined;
  readonly action: string;
  /** Lists with one more action, by that action. */
  readonly longer: Map<string, ActionList>;
}

/** Groups resources that have the same actions. */
function groupedByActions(byAction: readonly ActionResources[]): readonly Pairs[] {
  const first = new Map<string, ActionList>();
  const lists = new Map<string, ActionList>();
  for (const { action, resources } of byAction) {
    for (const resource of resources) {
      const before = lists.get(resource);
      const longer = before?.longer ?? first;
      let list = longer.get(action);
      if (list === undefined) longer.set(action, (list = { before, action, longer: new Map() }));
      lists.set(resource, list);
    }
  }
  const groups = new Map<ActionList, string[]>();
  for (const [resource, list] of lists) {
    const same = groups.get(list);
    if (same) same.push(resource);
    else groups.set(list, [resource]);
  }
  return [...groups].map(([list, group]) => ({ actions: actionsIn(list), resources: group.sort() }));
}

function actionsIn(list: ActionList): readonly string[] {
  const actions: string[] = [];
  for (let each: ActionList | undefined = list; each !== undefined; each = each.before) actions.push(each.action);
  return actions.reverse();
}

/** Sorts by UTF-16 code units: what `sort` does without a comparison function, and much faster. */
function sorted(texts: Iterable<string>): readonly string[] {
  return [...texts].sort();
}

function statement({ actions, resources }: Pairs, conditions: Conditions | undefined): Statement {
  const plain = { Effect: 'Allow', Action: actions, Resource: resources } as const;
  return conditions === undefined ? plain : { ...plain, Condition: conditions };
}
