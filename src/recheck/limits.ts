import type { Conditions, Grant } from '../grants/grant.ts';
import { covers, hasWildcard } from '../iam/pattern.ts';
import { guardOf } from '../policy/guarded.ts';
import { restrictGrant } from '../policy/merge.ts';
import type { Statement } from '../policy/policy.ts';
import { approvalDigest } from '../role/rolefitPolicy.ts';
import { isApproved } from './approved.ts';
import { beyond, type Need } from './needs.ts';
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

export interface Refusal extends Need, RefusalReason {
  /** True if the role keeps a narrower permission that a deployment has approved. */
  readonly isNarrower?: boolean;
}

/**
 * Separates what may be granted from what may not: guarded permissions that no deployment asked for, and whatever
 * exceeds the ceiling. A permission that a policy has verbatim is no new right. A pattern that covers it proves
 * nothing: someone may have widened the policy by hand.
 */
export function withinLimits(needs: readonly Need[], limits: Limits): Judgement {
  const { lookedUp = [], deployed = [] } = Object.groupBy(needs, ({ basis }) =>
    basis === 'lookUp' ? 'lookedUp' : 'deployed',
  );
  const judged = judge(deployed, limits);
  if (lookedUp.length === 0) return judged;
  const parts = beyond(judged.granted, lookedUp).map((need) => lookedUpParts(need, limits.approved));
  const more = judge(
    parts.flatMap(({ granted }) => granted),
    limits,
  );
  return {
    granted: [...judged.granted, ...more.granted],
    refused: [...judged.refused, ...parts.flatMap(({ refused }) => refused), ...more.refused],
  };
}

type ReasonAgainst = (
  action: string,
  resource: string,
  conditions: Conditions | undefined,
) => RefusalReason | undefined;

interface Judgement {
  readonly granted: readonly Need[];
  readonly refused: readonly Refusal[];
}

function judge(needs: readonly Need[], limits: Limits): Judgement {
  const granted: Need[] = [];
  const refused: Refusal[] = [];
  const known = new Map<string, RefusalReason | undefined>();
  const reasonFor =
    (keeps: boolean): ReasonAgainst =>
    (action, resource, conditions) => {
      const key = `${approvalDigest(action, resource, conditions)} ${keeps}`;
      if (!known.has(key)) known.set(key, refusalReason(action, resource, conditions, limits, keeps));
      return known.get(key);
    };
  const [latest, earlier] = [reasonFor(false), reasonFor(true)];
  for (const need of needs) {
    const { grant } = need;
    const reasonAgainst = need.basis === 'earlier' ? earlier : latest;
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
          // What only an earlier deployment asked for stays if it may; nobody asks for it now.
          const narrower = narrowerNeeds({ ...need, grant: part }, limits.allowed, reasonAgainst);
          if (need.basis !== 'earlier') {
            refused.push({ ...need, grant: part, ...reason, ...(narrower.length === 0 ? {} : { isNarrower: true }) });
          }
          granted.push(...narrower);
        }
      }
    }
  }
  return { granted, refused };
}

/**
 * Of what only AWS says now, the part that a deployment has asked for word for word, or with fewer conditions; the rest is refused. Whoever may
 * change a queue's key, a task definition or a workgroup would otherwise choose what the role may do. What a policy has
 * proves nothing here: someone may have widened it by hand.
 */
function lookedUpParts(need: Need, approved: ReadonlySet<string>): Judgement {
  const { grant } = need;
  const isDeployed = (action: string, arn: string) => isApproved(approved, action, arn, grant.conditions);
  const others = restrictGrant(grant, (action, arn) => !isDeployed(action, arn));
  return {
    granted: restrictGrant(grant, isDeployed).map((part) => ({ ...need, grant: part })),
    refused: others.map((part) => ({ ...need, grant: part, why: lookUpWords(part), remedy: 'deploy the definition' })),
  };
}

function lookUpWords({ resources }: Grant): string {
  const facts = resources.flatMap(({ origin }) => (origin.kind === 'fact' ? [origin] : []));
  const of = new Set(facts.map(({ of, place }) => `${of} (${place})`));
  return `only a look-up after the deployment names it, and whoever may change what was looked up could choose it: ${[...of].join(', ')}`;
}

/**
 * For a read that is refused as too wide, or any role to pass: the narrower resources that the role already has and may
 * have. It must not lose those.
 */
function narrowerNeeds(need: Need, allowed: readonly Statement[], reasonAgainst: ReasonAgainst): readonly Need[] {
  const { actions, resources, conditions } = need.grant;
  return actions.flatMap((action): readonly Need[] => {
    const kept = resources
      .filter(({ arn }) => reasonAgainst(action, arn, conditions) === TOO_WIDE || isAnyRole(action, arn))
      .flatMap(({ arn }) => narrowerAllowed(action, arn, conditions, allowed))
      .filter((arn) => reasonAgainst(action, arn, conditions) === undefined)
      .map((arn) => ({ arn, origin: { kind: 'fixed' } as const }));
    return kept.length === 0 ? [] : [{ ...need, grant: { ...need.grant, actions: [action], resources: kept } }];
  });
}

/** Before rolefit knew that an instance profile may have another role than the one of its name, it named that one. */
function isAnyRole(action: string, arn: string): boolean {
  return action === 'iam:PassRole' && hasWildcard(arn);
}

const TOO_WIDE: RefusalReason = {
  why: 'only a run tells what it reads, and no deployment had it as wide',
  remedy: 'deploy the definition, or name what it reads',
};

function refusalReason(
  action: string,
  resource: string,
  conditions: Conditions | undefined,
  limits: Limits,
  keeps: boolean,
): RefusalReason | undefined {
  const { ceiling, ownResources, approved, allowed, overflow } = limits;
  const impossible = whyIamRefuses(action, resource, conditions, limits.partition);
  if (impossible !== undefined) return { why: impossible, remedy: 'correct the name in the definition' };
  // What a deployment granted verbatim stays and is restored: whoever deployed it wanted it.
  const isWanted = isApproved(approved, action, resource, conditions);
  const isVerbatim = allowsVerbatim(allowed, action, resource, conditions);
  if (!isWanted && !isVerbatim && reachesOwn(ownResources, action, resource)) {
    return { why: "it is rolefit's own", remedy: 'grant it by a policy of your own' };
  }
  const guard = guardOf(action, resource, conditions);
  // Executions that started before the last deployment keep what they have, and it is not put back.
  const mayKeep = overflow || keeps;
  if (guard && !isWanted && !(mayKeep && isVerbatim)) {
    const listed = guard.at === 'always' ? `, with ${action} in AllowGuardedActions` : '';
    return { why: guard.why, remedy: `deploy the definition${listed}` };
  }
  if (readsTooWide(action, resource, conditions, limits)) return TOO_WIDE;
  const above = !ceiling.some((pattern) => covers(pattern.toLowerCase(), action.toLowerCase()));
  return above && !isVerbatim
    ? { why: 'it is above the ceiling that rolefit was deployed with', remedy: 'add it to Ceiling' }
    : undefined;
}
