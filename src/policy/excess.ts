import type { Conditions, Grant } from '../grants/grant.ts';
import { hasWildcard, overlaps } from '../iam/pattern.ts';
import { type PatternIndex, patternIndex } from '../iam/patternIndex.ts';
import { truthOf } from './conditions.ts';
import { coversText, matchesAction, mayBe, type Texts } from './match.ts';
import { canonicalJson } from './policy.ts';
import type { Placed, PolicySet } from './policySet.ts';

/** What written policies allow and nothing needs. */
export interface Excess {
  readonly by: Placed;
  /** Nothing needs them there; or something does, and less would do. */
  readonly kind: 'unused' | 'wide';
  /** As they are written; `NotAction` and `NotResource` are `*`. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** For `wide`: what is needed of it. */
  readonly needed: readonly Wanted[];
}

export interface Wanted {
  readonly action: string;
  readonly resource: string;
  readonly conditions: Conditions | undefined;
}

/**
 * What a statement allows by one action on one resource, beside what is needed. `open`: only a run or a deployment tells whether
 * it is needed.
 */
interface Pair extends Omit<Excess, 'kind'> {
  readonly kind: Excess['kind'] | 'open';
}

/** What each Allow certainly has too much: for each action, the resources that nothing needs and those that are wider than needed. */
export function excessOf(set: PolicySet, grants: readonly Grant[]): readonly Excess[] {
  const needs = needIndex(grants);
  return set.statements
    .filter(({ statement }) => statement.Effect === 'Allow')
    .flatMap((by) => merged(notNeeded(by, needs, set.texts).flatMap(certain)));
}

function certain({ kind, ...pair }: Pair): readonly Excess[] {
  return kind === 'open' ? [] : [{ ...pair, kind }];
}

/** One action with all resources on which it is allowed and not needed. */
export interface ActionExcess {
  readonly action: string;
  readonly resources: readonly string[];
}

/** All that the policies allow beyond the grants, also what might be used: what is left is exactly what is needed. */
export function excessOver(set: PolicySet, grants: readonly Grant[]): readonly ActionExcess[] {
  const needs = needIndex(grants);
  return set.statements
    .filter(({ statement }) => statement.Effect === 'Allow')
    .flatMap((by) => {
      const resources = new Map<string, string[]>();
      for (const pair of notNeeded(by, needs, set.texts)) {
        for (const action of pair.actions) {
          const known = resources.get(action);
          if (known) known.push(...pair.resources);
          else resources.set(action, [...pair.resources]);
        }
      }
      return [...resources].map(([action, all]) => ({ action, resources: all }));
    });
}

interface NeedIndex {
  /** What is needed of the actions that a pattern covers. */
  readonly coveredBy: (pattern: string) => readonly Wanted[];
  /** Whether what is needed takes in an action on a resource under a condition. */
  readonly takesIn: (action: string, resource: string, condition: Conditions | undefined) => boolean;
}

function needIndex(grants: readonly Grant[]): NeedIndex {
  const all = wantedBy(grants);
  const byAction = Map.groupBy(all, ({ action }) => action.toLowerCase());
  const wild = [...byAction.keys()].filter(hasWildcard);
  const indexes = new Map<string, PatternIndex<Wanted>>();
  const indexOf = (name: string) => {
    let index = indexes.get(name);
    if (!index) {
      const wanted = byAction.get(name) ?? [];
      indexes.set(name, (index = patternIndex(wanted.map((each) => [each.resource, each] as const))));
    }
    return index;
  };
  const isFor = ({ conditions }: Wanted, condition: Conditions | undefined) =>
    conditions === undefined || truthOf(conditions, condition) === true;
  return {
    coveredBy: (pattern) => {
      if (!hasWildcard(pattern)) return byAction.get(pattern.toLowerCase()) ?? [];
      const names = new Set([...byAction.keys()].filter((name) => matchesAction(pattern, name)));
      return all.filter(({ action }) => names.has(action.toLowerCase()));
    },
    takesIn: (action, resource, condition) => {
      const name = action.toLowerCase();
      const names = [
        ...(byAction.has(name) ? [name] : []),
        ...wild.filter((each) => each !== name && matchesAction(each, name)),
      ];
      return names.some((each) =>
        indexOf(each).some(resource, (pattern, wanted) => coversText(pattern, resource) && isFor(wanted, condition)),
      );
    },
  };
}

function wantedBy(grants: readonly Grant[]): readonly Wanted[] {
  const all = grants.flatMap(({ actions, resources, conditions }) =>
    actions.flatMap((action) => resources.map(({ arn }) => ({ action, resource: arn, conditions }))),
  );
  const keyOf = ({ action, resource, conditions }: Wanted) =>
    `${action.toLowerCase()}\n${resource}\n${canonicalJson(conditions)}`;
  return [...new Map(all.map((each) => [keyOf(each), each])).values()];
}

/** The pairs of action and resource of an Allow that no need takes in as a whole. */
function notNeeded(by: Placed, needs: NeedIndex, { loose }: Texts): readonly Pair[] {
  const { Action, NotAction, Resource = ['*'], NotResource, Condition } = by.statement;
  const isNot = NotAction !== undefined || NotResource !== undefined;
  const isTakenIn = (action: string, resource: string) => !isNot && needs.takesIn(action, resource, Condition);
  return (Action ?? ['*']).flatMap((action): readonly Pair[] => {
    const left = Resource.filter((resource) => !isTakenIn(action, resource));
    if (left.length === 0) return [];
    const wanted = needs
      .coveredBy(action)
      .filter(
        (each) =>
          !NotAction?.some((pattern) => matchesAction(pattern, each.action)) &&
          (Condition === undefined || truthOf(Condition, each.conditions) !== false),
      );
    if (wanted.length === 0) return [{ by, kind: 'unused', actions: [action], resources: left, needed: [] }];
    return left.map((resource) => pairOf(by, action, resource, wanted, loose));
  });
}

function pairOf(by: Placed, action: string, resource: string, wanted: readonly Wanted[], loose: Texts['loose']): Pair {
  const needed = wanted.filter((each) => overlaps(resource, each.resource));
  const pair = { by, actions: [action], resources: [resource], needed };
  if (needed.length === 0) {
    const isPerhaps = wanted.some((each) => mayBe(resource, each.resource, loose));
    return { ...pair, kind: isPerhaps ? 'open' : 'unused' };
  }
  // What only a run tells may be all of it.
  return { ...pair, kind: needed.some((each) => coversText(resource, each.resource)) ? 'wide' : 'open' };
}

/** Actions that have the same excess, in one; then resources that do. */
function merged(parts: readonly Excess[]): readonly Excess[] {
  const neededOf = ({ needed }: Excess) => needed.map(({ action, resource }) => `${action} ${resource}`).join();
  const byAction = join(parts, (each) => [each.kind, each.actions.join(), neededOf(each)].join('\n'));
  return join(byAction, (each) => [each.kind, each.resources.join('\n'), resourcesOf(each)].join('\n'));
}

function resourcesOf({ needed }: Excess): string {
  return needed.map(({ resource, conditions }) => `${resource} ${canonicalJson(conditions)}`).join();
}

function join(parts: readonly Excess[], keyOf: (each: Excess) => string): readonly Excess[] {
  const groups = new Map<string, Excess>();
  for (const part of parts) {
    const known = groups.get(keyOf(part));
    groups.set(keyOf(part), known ? both(known, part) : part);
  }
  return [...groups.values()];
}

function both(a: Excess, b: Excess): Excess {
  const union = <T>(first: readonly T[], second: readonly T[]) => [...new Set([...first, ...second])];
  return {
    ...a,
    actions: union(a.actions, b.actions),
    resources: union(a.resources, b.resources),
    needed: union(a.needed, b.needed),
  };
}
