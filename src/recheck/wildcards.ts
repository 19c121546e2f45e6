import type { Conditions } from '../grants/grant.ts';
import { covers } from '../iam/pattern.ts';
import type { Statement } from '../policy/policy.ts';
import { statementSet } from '../policy/policySet.ts';
import { readsAnyName, widerPatterns } from '../policy/secrets.ts';
import { isAllowed } from '../policy/verdict.ts';
import { approvalDigest } from '../role/rolefitPolicy.ts';
import { isWiderCondition, widerConditions } from './approved.ts';

/**
 * What a definition that was changed after the deployment may read from names that are known only at run time:
 *
 * - `deployed`: what the last deployment had, or less of it;
 * - `allow`: whatever it needs;
 * - `refuse`: the same as `deployed`, and only as long as the role has it: what is lost only a deployment brings back.
 */
export type WildcardMode = 'deployed' | 'allow' | 'refuse';

export interface WildcardLimits {
  readonly wildcards: WildcardMode;
  /** Digests of what was deployed; see `approvalDigest`. */
  readonly approved: ReadonlySet<string>;
  /** Whether a deployment had more than the digests in its tag can hold. */
  readonly overflow: boolean;
  /** What rolefit's policies on the role already allow. */
  readonly allowed: readonly Statement[];
}

/** Whether a definition reads through a wildcard what no deployment has allowed. */
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
  const underLess = widerConditions(conditions);
  for (const wider of widerPatterns(action, resource)) {
    if (underLess.some((less) => approved.has(approvalDigest(action, wider, less)))) return false;
  }
  return true;
}

/**
 * For a read that is too wide: the narrower resources on which the role already has the action, whatever of the
 * condition the version that wrote it knew.
 */
export function narrowerAllowed(
  action: string,
  resource: string,
  conditions: Conditions | undefined,
  allowed: readonly Statement[],
): readonly string[] {
  const same = allowed.filter(
    ({ Action, Condition }) => Action.includes(action) && isWiderCondition(Condition, conditions),
  );
  return same.flatMap(({ Resource }) => Resource.filter((one) => one !== resource && covers(resource, one)));
}

/** True if a statement has exactly this action and resource, and this condition, a part of it or none. */
export function allowsVerbatim(
  allowed: readonly Statement[],
  action: string,
  resource: string,
  conditions: Conditions | undefined,
): boolean {
  return allowed.some(
    ({ Action, Resource, Condition }) =>
      Action.includes(action) && Resource.includes(resource) && isWiderCondition(Condition, conditions),
  );
}
