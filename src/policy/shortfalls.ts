import type { Conditions, Grant, Purpose, Resource } from '../grants/grant.ts';
import { canonicalJson } from './policy.ts';
import type { PolicySet } from './policySet.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface StateNeed {
  /** JSON Pointer of the state. */
  readonly state: string;
  readonly grant: Grant;
}

/** What one state needs for one purpose and the policies don't allow: actions and resources with the same verdict. */
export interface Shortfall {
  /** JSON Pointer of the state. */
  readonly state: string;
  readonly purpose: Purpose;
  readonly actions: readonly string[];
  readonly resources: readonly Resource[];
  readonly conditions: Conditions | undefined;
  readonly verdict: Verdict;
}

/** The verdicts on all needs, except those that are allowed. */
export function shortfalls(needs: readonly StateNeed[], set: PolicySet): readonly Shortfall[] {
  const judged = needs.flatMap(({ state, grant: { purpose, actions, resources, conditions } }) =>
    actions.flatMap((action) =>
      resources.map((resource): Shortfall => {
        const verdict = verdictOf(set, { purpose, action, resource, conditions });
        return { state, purpose, actions: [action], resources: [resource], conditions, verdict };
      }),
    ),
  );
  return merged(judged.filter(({ verdict }) => verdict.kind !== 'allowed'));
}

/** Merges a state's equal verdicts: first the resources of an action, then actions with the same resources. */
function merged(judged: readonly Shortfall[]): readonly Shortfall[] {
  const keyOf = ({ state, purpose, conditions, verdict }: Shortfall, more: readonly string[]) =>
    JSON.stringify([state, purpose, canonicalJson(conditions), verdictKey(verdict), more]);
  const byAction = group(judged, (each) => keyOf(each, each.actions));
  const whole = byAction.map(([first, all]) => ({ ...first, resources: all.flatMap(({ resources }) => resources) }));
  return group(whole, (each) =>
    keyOf(
      each,
      each.resources.map(({ arn }) => arn),
    ),
  ).map(([first, all]) => ({
    ...first,
    actions: [...new Set(all.flatMap(({ actions }) => actions))],
  }));
}

function verdictKey(verdict: Verdict): string {
  const by = 'by' in verdict ? verdict.by.map(({ source, index }) => `${source} ${index}`) : [];
  return [verdict.kind, ...by].join();
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, readonly T[]])[] {
  const groups = new Map<string, { readonly first: T; readonly all: T[] }>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.all.push(item);
    else groups.set(keyOf(item), { first: item, all: [item] });
  }
  return [...groups.values()].map(({ first, all }) => [first, all]);
}
