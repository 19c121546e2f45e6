import type { Conditions } from '../grants/grant.ts';
import { covers } from '../iam/pattern.ts';
import { canonicalJson, type Statement } from '../policy/policy.ts';
import { statementSet } from '../policy/policySet.ts';
import { readsAnyName, widerPatterns } from '../policy/secrets.ts';
import { isAllowed } from '../policy/verdict.ts';
import { approvalDigest } from '../role/rolefitPolicy.ts';

/**
 * What a definition that has changed after the deploy may read of names that only a run tells:
 *
 * - `deployed`: what the last deployment had, or less of it;
 * - `allow`: whatever it needs;
 * - `refuse`: the same as `deployed`, and only as long as the role has it: what is lost only a deployment brings back.
 */
export type WildcardMode = 'deployed' | 'allow' | 'refuse';

export interface WildcardLimits {
  readonly wildcards: WildcardMode;
  /** Digests of what was deployed; see `approval`. */
  readonly approved: ReadonlySet<string>;
  /** Whether it had more than they can tell. */
  readonly overflow: boolean;
  /** What rolefit's policies on the role allow already. */
  readonly allowed: readonly Statement[];
}

/** Whether a definition reads by a wildcard what no deployment has let it read. */
export function readsTooWide(
  action: string,
  resource: string,
  conditions: Conditions | undefined,
  { wildcards, approved, overflow, allowed }: WildcardLimits,
): boolean {
  if (wildcards === 'allow' || !readsAnyName(action, resource)) return false;
  if (overflow && allowsVerbatim(allowed, action, resource, conditions)) return false;
  if (wildcards === 'refuse' && !isAllowed(statementSet(allowed), action, resource, conditions)) return true;
  if (approved.size === 0) return true;
  for (const wider of widerPatterns(action, resource)) {
    if (approved.has(approvalDigest(action, wider, conditions))) return false;
  }
  return true;
}

/** What a role may do of a read that is too wide: the narrower resources of the same action. */
export function narrowerAllowed(
  action: string,
  resource: string,
  conditions: Conditions | undefined,
  allowed: readonly Statement[],
): readonly string[] {
  const same = allowed.filter(
    ({ Action, Condition }) => Action.includes(action) && canonicalJson(Condition) === canonicalJson(conditions),
  );
  return same.flatMap(({ Resource }) => Resource.filter((one) => one !== resource && covers(resource, one)));
}

/** True where a statement has the action, the resource and the condition as they are written, or no condition. */
export function allowsVerbatim(
  allowed: readonly Statement[],
  action: string,
  resource: string,
  conditions: Conditions | undefined,
): boolean {
  return allowed.some(
    ({ Action, Resource, Condition }) =>
      Action.includes(action) &&
      Resource.includes(resource) &&
      (Condition === undefined || canonicalJson(Condition) === canonicalJson(conditions)),
  );
}
