import type { Conditions, Grant } from '../grants/grant.ts';
import { covers } from '../iam/pattern.ts';
import { canonicalJson, type Policy, type Statement } from '../policy/policy.ts';

/** Where one of a grant's resources ended: a statement of the policy, and its resource there. */
export interface Placement {
  /** Index in the policy's statements. */
  readonly statement: number;
  /** The statement's own resource: the grant's, or a wider one that covers it. */
  readonly resource: string;
}

/** Finds where a policy allows an action on a resource under these conditions, or without any. */
export type PlacementOf = (action: string, arn: string, conditions: Conditions | undefined) => readonly Placement[];

/**
 * The inverse of how grants were merged (src/policy/merge.ts): a resource stands in a statement of the same conditions,
 * or was dropped because a wider one, or the action's grant without conditions, covers it.
 */
export function placements({ Statement }: Policy): PlacementOf {
  const byAction = new Map<string, { readonly statement: Statement; readonly index: number; readonly key: string }[]>();
  for (const [index, statement] of Statement.entries()) {
    if (statement.Effect !== 'Allow') continue;
    for (const action of statement.Action) {
      const entry = { statement, index, key: canonicalJson(statement.Condition) };
      const same = byAction.get(action);
      if (same) same.push(entry);
      else byAction.set(action, [entry]);
    }
  }
  return (action, arn, conditions) => {
    const wanted = canonicalJson(conditions);
    const candidates = (byAction.get(action) ?? []).filter(({ key }) => key === wanted || key === '');
    const found = (fits: (resource: string) => boolean) =>
      candidates.flatMap(({ statement, index }) =>
        statement.Resource.filter(fits).map((resource) => ({ statement: index, resource })),
      );
    const same = found((resource) => resource === arn);
    return same.length > 0 ? same : found((resource) => covers(resource, arn));
  };
}

/** The statements that a grant ended in, in the policy's order. */
export function statementsOf(grant: Grant, placementOf: PlacementOf): readonly number[] {
  const found = grant.actions.flatMap((action) =>
    grant.resources.flatMap(({ arn }) => placementOf(action, arn, grant.conditions).map(({ statement }) => statement)),
  );
  return [...new Set(found)].sort((a, b) => a - b);
}
