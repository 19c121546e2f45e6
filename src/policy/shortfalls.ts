import {
  type Certainty,
  type Conditions,
  certaintyOf,
  type Doubt,
  type Grant,
  type Purpose,
  type Resource,
} from '../grants/grant.ts';
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
  /** Why the state may not need it; undefined where it certainly does. */
  readonly doubt: Doubt | undefined;
  readonly verdict: Verdict;
}

/**
 * The verdicts on all needs, except those that are allowed. Of what a state needs twice, the more certain need counts.
 */
export function shortfalls(needs: readonly StateNeed[], set: PolicySet): readonly Shortfall[] {
  const judged = needs.flatMap(({ state, grant: { purpose, actions, resources, conditions, doubt } }) =>
    actions.flatMap((action) =>
      resources.map((resource): Shortfall => {
        const verdict = verdictOf(set, { purpose, action, resource, conditions });
        return { state, purpose, actions: [action], resources: [resource], conditions, doubt, verdict };
      }),
    ),
  );
  return merged(surest(judged.filter(({ verdict }) => verdict.kind !== 'allowed')));
}

const BY_CERTAINTY: readonly Certainty[] = ['required', 'conditional', 'precaution'];

/** Of the verdicts on one action, resource and condition of a state, those of the surest need. */
function surest(judged: readonly Shortfall[]): readonly Shortfall[] {
  if (judged.every(({ doubt }) => doubt === undefined)) return judged;
  const keyOf = ({ state, actions, resources, conditions }: Shortfall) =>
    JSON.stringify([state, actions, resources.map(({ arn }) => arn), canonicalJson(conditions)]);
  return [...Map.groupBy(judged, keyOf).values()].flatMap((same) => {
    const certainty = BY_CERTAINTY.find((each) => same.some((one) => certaintyOf(one) === each));
    return same.filter((one) => certaintyOf(one) === certainty);
  });
}

/** Merges a state's equal verdicts: first the resources of an action, then actions with the same resources. */
function merged(judged: readonly Shortfall[]): readonly Shortfall[] {
  const keyOf = ({ state, purpose, conditions, doubt, verdict }: Shortfall, more: readonly string[]) =>
    JSON.stringify([state, purpose, canonicalJson(conditions), doubt, verdictKey(verdict), more]);
  const byAction = Map.groupBy(judged, (each) => keyOf(each, each.actions));
  const whole = [...byAction.values()].map((same) => same.reduce(withResources));
  const byResources = Map.groupBy(whole, (each) => {
    const arns = each.resources.map(({ arn }) => arn);
    return keyOf(each, arns);
  });
  return [...byResources.values()].map((same) => same.reduce(withActions));
}

/** Several calls of a state may need one resource, such as a key that encrypts two buckets. */
function withResources(a: Shortfall, b: Shortfall): Shortfall {
  const more = b.resources.filter(({ arn }) => !a.resources.some((one) => one.arn === arn));
  return { ...a, resources: [...a.resources, ...more] };
}

function withActions(a: Shortfall, b: Shortfall): Shortfall {
  return { ...a, actions: [...new Set([...a.actions, ...b.actions])] };
}

function verdictKey(verdict: Verdict): string {
  const by = 'by' in verdict ? verdict.by.map(({ source, index }) => `${source} ${index}`) : [];
  return [verdict.kind, ...by].join();
}
