import { type Fit, type FitOptions, fit } from '../analysis/fit.ts';
import { DefinitionError } from '../asl/error.ts';
import { parseJsonDefinition } from '../asl/jsonDefinition.ts';
import { machineName, type Unread } from '../aws/machine.ts';
import type { Conditions, Grant } from '../grants/grant.ts';
import { parseArn } from '../iam/arn.ts';
import { covers } from '../iam/pattern.ts';
import { hasPlaceholder } from '../iam/text.ts';
import { guardOf } from '../policy/guarded.ts';
import { reduced } from '../policy/merge.ts';
import type { Statement } from '../policy/policy.ts';
import { approval } from '../role/owned.ts';
import { type OwnResource, reachesOwn } from './own.ts';
import type { Reason } from './reasons.ts';
import { notTaken } from './taken.ts';
import { type Deployed, isHeld, narrowerHeld, readsTooWide } from './wildcards.ts';

/** A grant, and whose it is. */
export interface Need {
  readonly reason: Reason;
  /** JSON Pointer of the state. */
  readonly state: string;
  readonly grant: Grant;
}

export interface Needs {
  readonly needs: readonly Need[];
  /** One line each: why more may be needed than this. */
  readonly doubts: readonly string[];
  readonly unread: readonly Unread[];
  /** How many resources are wildcards because only a run tells them. */
  readonly wildcards: number;
}

/** What a role needs for these reasons, each fitted as at deploy. */
export async function needsOf(
  reasons: readonly Reason[],
  bucketKeys: Readonly<Record<string, string>>,
): Promise<Needs> {
  const all = await Promise.all(reasons.map((reason) => needsOfOne(reason, bucketKeys)));
  return {
    needs: all.flatMap(({ needs }) => needs),
    doubts: [...new Set(all.flatMap(({ doubts }) => doubts))],
    unread: all.flatMap(({ unread }) => unread),
    wildcards: all.reduce((sum, { wildcards }) => sum + wildcards, 0),
  };
}

async function needsOfOne(reason: Reason, bucketKeys: Readonly<Record<string, string>>): Promise<Needs> {
  const name = machineName(reason.machineArn);
  try {
    const fitted = await fit(parseJsonDefinition(reason.revision.definition), optionsOf(reason, bucketKeys));
    const needs = needsOfFit(reason, fitted);
    const open = needs.some(({ grant }) => grant.resources.some(({ arn }) => hasPlaceholder(arn)));
    return {
      needs: needs.flatMap((need) => withoutPlaceholders(need)),
      doubts: [
        ...fitted.findings
          .filter(({ severity, code }) => severity === 'error' && code !== 'quota')
          .map(({ state, message }) => `${name}${state === '' ? '' : `, state ${state}`}: ${message}`),
        ...(open ? [`${name}: its definition has a placeholder without a value`] : []),
      ],
      unread: [],
      wildcards: fitted.findings.filter(({ code }) => code === 'dynamic-resource').length,
    };
  } catch (error) {
    // Whatever it is: one definition must not keep the others of its role from being served.
    const why = error instanceof DefinitionError ? error.message : `its definition cannot be analyzed: ${error}`;
    return { needs: [], doubts: [], unread: [{ machineArn: reason.machineArn, why }], wildcards: 0 };
  }
}

function optionsOf({ machineArn, revision }: Reason, bucketKeys: Readonly<Record<string, string>>): FitOptions {
  const arn = parseArn(machineArn);
  const place = arn ? { partition: arn.partition, region: arn.region, account: arn.account } : {};
  return { ...revision.settings, ...place, name: machineName(machineArn), bucketKeys };
}

function needsOfFit(reason: Reason, { calls }: Fit): readonly Need[] {
  return calls.flatMap(({ call, grants }) => grants.map((grant) => ({ reason, state: call.state, grant })));
}

function withoutPlaceholders(need: Need): readonly Need[] {
  const resources = need.grant.resources.filter(({ arn }) => !hasPlaceholder(arn));
  return resources.length === 0 ? [] : [{ ...need, grant: { ...need.grant, resources } }];
}

/** What may be granted to a definition that anyone may have changed. */
export interface Limits extends Deployed {
  /** Patterns of actions, such as `dynamodb:*`; what none of them covers is refused. */
  readonly ceiling: readonly string[];
  /** The partition of the account. */
  readonly partition: string;
  readonly own: readonly OwnResource[];
}

/** Why something is not granted: a sentence's end after 'since', and what to do where it is meant. */
export interface Why {
  readonly why: string;
  readonly remedy: string;
}

export interface Refusal extends Need, Why {}

/**
 * Parts what may be granted from what may not: a guarded permission that no deployment asked for, and what is above the
 * ceiling. What a policy has word for word is no new right; that a pattern in it covers it says nothing, for someone
 * may have widened the policy by hand.
 */
export function judge(
  needs: readonly Need[],
  limits: Limits,
): { readonly granted: readonly Need[]; readonly refused: readonly Refusal[] } {
  const granted: Need[] = [];
  const refused: Refusal[] = [];
  const known = new Map<string, Why | undefined>();
  const whyNot = (action: string, resource: string, conditions: Conditions | undefined) => {
    const key = approval(action, resource, conditions);
    if (!known.has(key)) known.set(key, refusal(action, resource, conditions, key, limits));
    return known.get(key);
  };
  for (const need of needs) {
    const { grant } = need;
    const reasons = new Map<string, Why | undefined>();
    for (const action of grant.actions) {
      for (const { arn } of grant.resources) {
        const reason = whyNot(action, arn, grant.conditions);
        reasons.set(reason?.why ?? '', reason);
      }
    }
    if (reasons.size === 1 && reasons.has('')) {
      granted.push(need);
      continue;
    }
    for (const [why, reason] of reasons) {
      const parts = reduced(grant, (action, arn) => (whyNot(action, arn, grant.conditions)?.why ?? '') === why);
      for (const part of parts) {
        if (!reason) granted.push({ ...need, grant: part });
        else {
          refused.push({ ...need, grant: part, ...reason });
          granted.push(...keptOf({ ...need, grant: part }, limits.held, whyNot));
        }
      }
    }
  }
  return { granted, refused };
}

/** A read that is refused since it is too wide is served as far as the role has it and may: it must not lose that. */
function keptOf(
  need: Need,
  held: readonly Statement[],
  whyNot: (action: string, resource: string, conditions: Conditions | undefined) => Why | undefined,
): readonly Need[] {
  const { actions, resources, conditions } = need.grant;
  return actions.flatMap((action): readonly Need[] => {
    const kept = resources
      .filter(({ arn }) => whyNot(action, arn, conditions) === TOO_WIDE)
      .flatMap(({ arn }) => narrowerHeld(action, arn, conditions, held))
      .filter((arn) => whyNot(action, arn, conditions) === undefined)
      .map((arn) => ({ arn, origin: { kind: 'fixed' } as const }));
    return kept.length === 0 ? [] : [{ ...need, grant: { ...need.grant, actions: [action], resources: kept } }];
  });
}

const TOO_WIDE: Why = {
  why: 'only a run tells what it reads, and no deployment had it as wide',
  remedy: 'deploy the definition, or name what it reads',
};

function refusal(
  action: string,
  resource: string,
  conditions: Conditions | undefined,
  digest: string,
  limits: Limits,
): Why | undefined {
  const { ceiling, own, approved, held, overflow } = limits;
  const impossible = notTaken(action, resource, conditions, limits.partition);
  if (impossible !== undefined) return { why: impossible, remedy: 'correct the name in the definition' };
  // What a deployment has granted word for word stays, and is put back: deploying it was the word.
  const isDeployed = approved.has(digest) || isHeld(held, action, resource, conditions);
  if (!isDeployed && reachesOwn(own, action, resource)) {
    return { why: "it is rolefit's own", remedy: 'grant it by a policy of your own' };
  }
  const guard = guardOf(action, resource);
  if (guard && !approved.has(digest) && !(overflow && isHeld(held, action, resource, conditions))) {
    const listed = guard.at === 'always' ? `, with ${action} in AllowGuardedActions` : '';
    return { why: guard.why, remedy: `deploy the definition${listed}` };
  }
  if (readsTooWide(action, resource, conditions, limits)) return TOO_WIDE;
  const above = !ceiling.some((pattern) => covers(pattern.toLowerCase(), action.toLowerCase()));
  return above && !isHeld(held, action, resource, conditions)
    ? { why: 'it is above the ceiling that rolefit was deployed with', remedy: 'add it to Ceiling' }
    : undefined;
}
