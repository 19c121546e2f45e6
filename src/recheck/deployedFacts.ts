import { machineName } from '../aws/machine.ts';
import type { StatedFacts } from '../facts/fact.ts';
import { bucketFacts, type EarlierFacts, factsByTime, mergedFacts } from '../role/recordedFacts.ts';
import type { Deployment, RolefitPolicy } from '../role/rolefitPolicy.ts';
import type { Reason } from './reasons.ts';
import type { RoleCheck } from './request.ts';

/**
 * What the deployments of a role have recorded of the resources that its state machines name. Only this counts for what
 * is granted: whoever may change a queue's key or a task definition changes nothing here.
 */

/** The recorded facts for one state machine. */
export interface MachineFacts {
  /** What holds for the executions that start now, then what held for those of earlier times that may still run. */
  readonly times: readonly (readonly StatedFacts[])[];
  /** Whether a deployment has recorded any facts: those before there were facts have not. */
  readonly isRecorded: boolean;
  /** Why more may be needed than these facts tell, one line each. */
  readonly gaps: readonly string[];
}

/** The facts of the policies that were deployed for a state machine. */
export async function machineFacts(
  check: RoleCheck,
  machineArn: string,
  reasons: readonly Reason[],
): Promise<MachineFacts> {
  const { partition } = check.settings;
  const deployments = deploymentsFor(check.policies, machineArn);
  const earlier = await inUse(
    check,
    machineArn,
    reasons,
    deployments.map(({ facts }) => facts.earlier),
  );
  const records = deployments.map(({ facts, bucketKeys }, index) => ({
    ...facts,
    facts: mergedFacts([...facts.facts, ...bucketFacts(bucketKeys, partition)]),
    earlier: earlier[index] ?? [],
  }));
  // A role's policies may know the keys of buckets for each other.
  const shared = check.policies.flatMap(({ deployment }) => bucketFacts(deployment?.bucketKeys ?? {}, partition));
  const all = [...shared, ...records.toReversed().flatMap(({ facts }) => facts)];
  const times = records.flatMap((record) => factsByTime({ ...record, facts: mergedFacts([...all, ...record.facts]) }));
  const isComplete = records.flatMap((record) => [record, ...record.earlier]).every((record) => record.isComplete);
  return {
    times: different(times),
    isRecorded: deployments.some(({ facts }) => facts.facts.length + facts.earlier.length > 0 || !facts.isComplete),
    gaps: isComplete ? [] : [`${machineName(machineArn)}: ${INCOMPLETE}`],
  };
}

function different(times: readonly (readonly StatedFacts[])[]): readonly (readonly StatedFacts[])[] {
  return [...new Map(times.toReversed().map((facts) => [JSON.stringify(facts), facts])).values()].toReversed();
}

const INCOMPLETE =
  'the tags of the role do not hold all facts of its deployment, or they cannot be read; deploy the definition again';

/**
 * The deployments whose facts count for a state machine. Where a template doesn't name its state machine, it may be any
 * that no policy names.
 */
function deploymentsFor(policies: readonly RolefitPolicy[], machineArn: string): readonly Deployment[] {
  const name = machineName(machineArn);
  const named = policies.filter(({ deployment }) => deployment?.machine === name);
  const unnamed = policies.filter(({ deployment }) => deployment !== undefined && deployment.machine === undefined);
  const those = named.length > 0 ? named : [...new Set([...unnamed, ...policies.slice(0, 1)])];
  return those.flatMap(({ deployment }) => deployment ?? []);
}

/** The policy of a state machine: the one that was deployed for it, or the first, which serves all others. */
export function policyFor(policies: readonly RolefitPolicy[], machineArn: string): RolefitPolicy | undefined {
  const name = machineName(machineArn);
  return policies.find(({ deployment }) => deployment?.machine === name) ?? policies[0];
}

/** How many running executions are listed to find the oldest one. */
const MOST_LISTED = 5_000;

/**
 * How long after a deployment began executions may start on what was there before, in milliseconds: the function writes
 * the role within its timeout of five minutes.
 */
const DEPLOYMENT_MARGIN = 300_000;

/**
 * How long an Express execution may run, in milliseconds.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
const LONGEST_EXPRESS = 300_000;

/**
 * Of each list, the earlier records that executions may need which started before a later deployment, or which an alias
 * still starts on a definition of before it.
 */
async function inUse(
  check: RoleCheck,
  machineArn: string,
  reasons: readonly Reason[],
  lists: readonly (readonly EarlierFacts[])[],
): Promise<readonly (readonly EarlierFacts[])[]> {
  if (lists.every((earlier) => earlier.length === 0)) return lists;
  if (reasons.some(({ kind }) => kind === 'version')) return lists;
  const isExpress = reasons.some(({ revision }) => revision.settings.type === 'EXPRESS');
  const oldest = isExpress ? check.ports.store.now() - LONGEST_EXPRESS : await oldestStart(check, machineArn);
  return lists.map((earlier) => earlier.filter(({ until }) => oldest < until * 1000 + DEPLOYMENT_MARGIN));
}

/** When the oldest running execution started, in milliseconds since 1970; long ago if that isn't known. */
async function oldestStart({ ports, signal }: RoleCheck, machineArn: string): Promise<number> {
  try {
    const { executions, more } = await ports.machines.runningExecutions(machineArn, MOST_LISTED, signal);
    return more ? Number.NEGATIVE_INFINITY : Math.min(...executions.map(({ started }) => started));
  } catch (error) {
    if (signal.aborted) throw error;
    return Number.NEGATIVE_INFINITY;
  }
}
