import type { Conditions } from '../grants/grant.ts';
import { covers } from '../iam/pattern.ts';
import { guardOf } from '../policy/guarded.ts';
import { restrictGrant } from '../policy/merge.ts';
import type { Statement } from '../policy/policy.ts';
import { approvalDigest } from '../role/rolefitPolicy.ts';
import type { Need } from './needs.ts';
import { type OwnResource, reachesOwn } from './ownResources.ts';
import { whyIamRefuses } from './refusedByIam.ts';
import { allowsVerbatim, narrowerAllowed, readsTooWide, type WildcardLimits } from './wildcards.ts';

/** What may be granted to a definition that anyone may have changed. */
export interface Limits extends WildcardLimits {
  /** Action patterns such as `dynamodb:*`; actions that match none of them are refused. */
  readonly ceiling: readonly string[];
  /** The partition of the account. */
  readonly partition: string;
  readonly ownResources: readonly OwnResource[];
}

/** Why something isn't granted, as the end of a sentence after 'since', and what to do if it is intended. */
export interface RefusalReason {
  readonly why: string;
  readonly remedy: string;
}

export interface Refusal extends Need, RefusalReason {}

/**
 * Separates what may be granted from what may not: guarded permissions that no deployment asked for, and whatever
 * exceeds the ceiling. A permission that a policy has verbatim is no new right. A pattern that covers it proves
 * nothing: someone may have widened the policy by hand.
 */
export function withinLimits(
  needs: readonly Need[],
  limits: Limits,
): { readonly granted: readonly Need[]; readonly refused: readonly Refusal[] } {
  const granted: Need[] = [];
  const refused: Refusal[] = [];
  const known = new Map<string, RefusalReason | undefined>();
  const reasonAgainst = (action: string, resource: string, conditions: Conditions | undefined) => {
    const key = approvalDigest(action, resource, conditions);
    if (!known.has(key)) known.set(key, refusalReason(action, resource, conditions, key, limits));
    return known.get(key);
  };
  for (const need of needs) {
    const { grant } = need;
    const reasons = new Map<string, RefusalReason | undefined>();
    for (const action of grant.actions) {
      for (const { arn } of grant.resources) {
        const reason = reasonAgainst(action, arn, grant.conditions);
        reasons.set(reason?.why ?? '', reason);
      }
    }
    if (reasons.size === 1 && reasons.has('')) {
      granted.push(need);
      continue;
    }
    for (const [why, reason] of reasons) {
      const parts = restrictGrant(
        grant,
        (action, arn) => (reasonAgainst(action, arn, grant.conditions)?.why ?? '') === why,
      );
      for (const part of parts) {
        if (!reason) granted.push({ ...need, grant: part });
        else {
          refused.push({ ...need, grant: part, ...reason });
          granted.push(...narrowerNeeds({ ...need, grant: part }, limits.allowed, reasonAgainst));
        }
      }
    }
  }
  return { granted, refused };
}

/**
 * For a read that is refused as too wide: the narrower resources that the role already has and may have. It must not
 * lose those.
 */
function narrowerNeeds(
  need: Need,
  allowed: readonly Statement[],
  reasonAgainst: (action: string, resource: string, conditions: Conditions | undefined) => RefusalReason | undefined,
): readonly Need[] {
  const { actions, resources, conditions } = need.grant;
  return actions.flatMap((action): readonly Need[] => {
    const kept = resources
      .filter(({ arn }) => reasonAgainst(action, arn, conditions) === TOO_WIDE)
      .flatMap(({ arn }) => narrowerAllowed(action, arn, conditions, allowed))
      .filter((arn) => reasonAgainst(action, arn, conditions) === undefined)
      .map((arn) => ({ arn, origin: { kind: 'fixed' } as const }));
    return kept.length === 0 ? [] : [{ ...need, grant: { ...need.grant, actions: [action], resources: kept } }];
  });
}

const TOO_WIDE: RefusalReason = {
  why: 'only a run tells what it reads, and no deployment had it as wide',
  remedy: 'deploy the definition, or name what it reads',
};

function refusalReason(
  action: string,
  resource: string,
  conditions: Conditions | undefined,
  digest: string,
  limits: Limits,
): RefusalReason | undefined {
  const { ceiling, ownResources, approved, allowed, overflow } = limits;
  const impossible = whyIamRefuses(action, resource, conditions, limits.partition);
  if (impossible !== undefined) return { why: impossible, remedy: 'correct the name in the definition' };
  // What a deployment granted verbatim stays and is restored: whoever deployed it wanted it.
  const isDeployed = approved.has(digest) || allowsVerbatim(allowed, action, resource, conditions);
  if (!isDeployed && reachesOwn(ownResources, action, resource)) {
    return { why: "it is rolefit's own", remedy: 'grant it by a policy of your own' };
  }
  const guard = guardOf(action, resource);
  if (guard && !approved.has(digest) && !(overflow && allowsVerbatim(allowed, action, resource, conditions))) {
    const listed = guard.at === 'always' ? `, with ${action} in AllowGuardedActions` : '';
    return { why: guard.why, remedy: `deploy the definition${listed}` };
  }
  if (readsTooWide(action, resource, conditions, limits)) return TOO_WIDE;
  const above = !ceiling.some((pattern) => covers(pattern.toLowerCase(), action.toLowerCase()));
  return above && !allowsVerbatim(allowed, action, resource, conditions)
    ? { why: 'it is above the ceiling that rolefit was deployed with', remedy: 'add it to Ceiling' }
    : undefined;
}
