import type { Conditions, Grant } from '../grants/grant.ts';
import { compact } from '../policy/compact.ts';
import { grantsOfPolicy, restrictGrant } from '../policy/merge.ts';
import { canonicalJson, type Policy, type Statement } from '../policy/policy.ts';
import { approvalDigest } from './rolefitPolicy.ts';

/**
 * What ExtraActions granted, in a policy. Only digests of it are on record, so it is known by its very words: it stands in
 * the policy even where something wider covers it, which may be taken away later.
 */

/** The digests of everything that statements allow, as they are written. */
export function permissionDigests(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(
    statements.flatMap(({ Action, Resource, Condition }) =>
      Action.flatMap((action) => Resource.map((resource) => approvalDigest(action, resource, Condition))),
    ),
  );
}

/** The part of statements whose digests are these. */
export function permissionsWith(statements: readonly Statement[], digests: ReadonlySet<string>): readonly Grant[] {
  if (digests.size === 0) return [];
  return grantsOfPolicy({ Version: '2012-10-17', Statement: statements }).flatMap((grant) =>
    restrictGrant(grant, (action, arn) => digests.has(approvalDigest(action, arn, grant.conditions))),
  );
}

/** A policy that has these permissions in so many words; it must allow them. */
export function withVerbatim(policy: Policy, grants: readonly Grant[]): Policy {
  if (grants.length === 0) return policy;
  const written = permissionDigests(policy.Statement);
  const covered = grants.flatMap((grant) =>
    restrictGrant(grant, (action, arn) => !written.has(approvalDigest(action, arn, grant.conditions))),
  );
  const groups = [...Map.groupBy(covered, ({ conditions }) => canonicalJson(conditions))].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const more = groups.flatMap(([, those]) => compact(resourcesByAction(those), conditionsOf(those)));
  return more.length === 0 ? policy : { ...policy, Statement: [...policy.Statement, ...more] };
}

function conditionsOf([first]: readonly Grant[]): Conditions | undefined {
  return first?.conditions;
}

function resourcesByAction(grants: readonly Grant[]): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  for (const { actions, resources } of grants) {
    for (const action of actions) {
      const known = all.get(action) ?? new Set();
      for (const { arn } of resources) known.add(arn);
      all.set(action, known);
    }
  }
  return all;
}
