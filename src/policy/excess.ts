import type { Conditions } from '../grants/grant.ts';
import { covers, overlaps } from '../iam/pattern.ts';
import { truthOf } from './conditions.ts';
import { canonicalJson } from './policy.ts';
import { coversText, matchesAction, mayBe, type Placed, type StateNeed, type Texts } from './verdict.ts';

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

/** What each Allow has too much: for each action, the resources that nothing needs and those that are wider than needed. */
export function excessOf(statements: readonly Placed[], needs: readonly StateNeed[], texts: Texts): readonly Excess[] {
  const wanted = wantedBy(needs);
  return statements
    .filter(({ statement }) => statement.Effect === 'Allow')
    .flatMap((by) => merged(ofStatement(by, wanted, texts)));
}

function wantedBy(needs: readonly StateNeed[]): readonly Wanted[] {
  const all = needs.flatMap(({ grant: { actions, resources, conditions } }) =>
    actions.flatMap((action) => resources.map(({ arn }) => ({ action, resource: arn, conditions }))),
  );
  const keyOf = ({ action, resource, conditions }: Wanted) =>
    `${action.toLowerCase()}\n${resource}\n${canonicalJson(conditions)}`;
  return [...new Map(all.map((each) => [keyOf(each), each])).values()];
}

function ofStatement(by: Placed, wanted: readonly Wanted[], { loose }: Texts): readonly Excess[] {
  const { Action, NotAction, Resource = ['*'], NotResource, Condition } = by.statement;
  const isNot = NotAction !== undefined || NotResource !== undefined;
  const fitting = wanted.filter(
    ({ action, conditions }) =>
      !NotAction?.some((pattern) => matchesAction(pattern, action)) &&
      (Condition === undefined || truthOf(Condition, conditions) !== false),
  );
  return (Action ?? ['*']).flatMap((action): readonly Excess[] => {
    const same = fitting.filter((each) => matchesAction(action, each.action));
    if (same.length === 0) return [{ by, kind: 'unused', actions: [action], resources: Resource, needed: [] }];
    return Resource.flatMap((resource): readonly Excess[] => {
      const needed = same.filter((each) => overlaps(resource, each.resource));
      const base = { by, actions: [action], resources: [resource], needed };
      if (needed.length === 0) {
        const isPerhaps = same.some((each) => mayBe(resource, each.resource, loose));
        return isPerhaps ? [] : [{ ...base, kind: 'unused' }];
      }
      // What only a run tells may be all of it.
      if (!needed.some((each) => coversText(resource, each.resource))) return [];
      return isNot || isWider(action, resource, Condition, needed) ? [{ ...base, kind: 'wide' }] : [];
    });
  });
}

function isWider(
  action: string,
  resource: string,
  condition: Conditions | undefined,
  needed: readonly Wanted[],
): boolean {
  return !needed.some(
    (each) =>
      covers(each.action.toLowerCase(), action.toLowerCase()) &&
      coversText(each.resource, resource) &&
      (each.conditions === undefined || canonicalJson(each.conditions) === canonicalJson(condition)),
  );
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
