import { createHash } from 'node:crypto';
import {
  type DescribedMachine,
  type MachineProblem,
  type MachineReader,
  machineName,
  type Revision,
} from '../aws/machine.ts';

/**
 * Why a role needs its permissions: a revision of a state machine that could run with it, or still does.
 *
 * - `current`: the definition that the next execution starts with;
 * - `version`: a published version that an alias routes to;
 * - `execution`: the revision of an execution that is still running.
 */
export interface Reason {
  readonly kind: 'current' | 'version' | 'execution';
  readonly machineArn: string;
  /** The ARN of the state machine, the version or one of the executions. */
  readonly source: string;
  readonly revision: Revision;
}

export interface Reasons {
  readonly reasons: readonly Reason[];
  /** Why there may be more reasons than these, one line each. As long as there is a gap, nothing is removed. */
  readonly gaps: readonly string[];
  /** What could not be read; counts as a gap, too. */
  readonly unreadable: readonly MachineProblem[];
}

/** How many running executions are looked at; more than these leave a gap. */
const MOST_LISTED = 5_000;
/** How many executions are described to find their revision: AWS allows one request per second after a burst of 200. */
const MOST_ASKED = 100;
/**
 * How long after an update executions may still start on the previous revision, in milliseconds. AWS says seconds.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateStateMachine.html
 */
const UPDATE_MARGIN = 300_000;
/**
 * How much earlier an execution of a newer revision may have started than one of an older revision, in milliseconds.
 */
const START_MARGIN = 10_000;

/** Every reason that a state machine gives for the permissions of any role, as far as it can be read. */
export async function reasonsOf(reader: MachineReader, machineArn: string, signal: AbortSignal): Promise<Reasons> {
  const causes = new Set<string>();
  const read = await reasonsIn(tolerantReader(reader, causes), machineArn, signal);
  return { ...read, unreadable: [...causes].map((one) => ({ machineArn, why: one })) };
}

/** A reader that records why something cannot be read and continues as if it didn't exist. */
function tolerantReader(reader: MachineReader, causes: Set<string>): MachineReader {
  const orElse = async <T>(request: Promise<T>, otherwise: T, signal: AbortSignal): Promise<T> => {
    try {
      return await request;
    } catch (error) {
      if (signal.aborted) throw error;
      causes.add(error instanceof Error ? error.message : String(error));
      return otherwise;
    }
  };
  return {
    describe: (arn, signal) => orElse(reader.describe(arn, signal), undefined, signal),
    routedVersions: (arn, signal) => orElse(reader.routedVersions(arn, signal), [], signal),
    runningExecutions: (arn, limit, signal) =>
      orElse(reader.runningExecutions(arn, limit, signal), { executions: [], more: false }, signal),
    revisionOfExecution: (arn, signal) => orElse(reader.revisionOfExecution(arn, signal), undefined, signal),
  };
}

type ReadReasons = Pick<Reasons, 'reasons' | 'gaps'>;

async function reasonsIn(reader: MachineReader, machineArn: string, signal: AbortSignal): Promise<ReadReasons> {
  const current = await reader.describe(machineArn, signal);
  if (!current) return { reasons: [], gaps: [] };
  const own: Reason = { kind: 'current', machineArn, source: machineArn, revision: current };
  // A state machine that was never updated has a single revision; its versions and executions share it.
  if (current.id === undefined && !current.isDeleting) return { reasons: [own], gaps: [] };
  const reasons = current.isDeleting ? [] : [own];
  if (!current.isDeleting) {
    for (const source of await reader.routedVersions(machineArn, signal)) {
      const revision = await reader.describe(source, signal);
      if (revision) reasons.push({ kind: 'version', machineArn, source, revision });
    }
  }
  if (current.settings.type === 'EXPRESS') return { reasons: onePerRevision(reasons), gaps: [] };
  const executions = await executionReasons(reader, machineArn, current, signal);
  return { reasons: onePerRevision([...reasons, ...executions.reasons]), gaps: executions.gaps };
}

async function executionReasons(
  reader: MachineReader,
  machineArn: string,
  current: DescribedMachine,
  signal: AbortSignal,
): Promise<ReadReasons> {
  const { executions, more } = await reader.runningExecutions(machineArn, MOST_LISTED, signal);
  const gaps = more ? [`${machineName(machineArn)} has more than ${MOST_LISTED} running executions`] : [];
  const reasons: Reason[] = [];
  const versions = new Map<string, Revision | undefined>();
  /** Time spans in which all executions started on the same revision. */
  const spans: { readonly from: number; readonly to: number }[] = [];
  let asked = 0;
  for (const { arn: source, started, version } of executions) {
    if (version !== undefined) {
      if (!versions.has(version)) versions.set(version, await reader.describe(version, signal));
      const revision = versions.get(version);
      if (revision) {
        reasons.push({ kind: 'execution', machineArn, source, revision });
        continue;
      }
    } else if (spans.some(({ from, to }) => from <= started && started <= to)) continue;
    if (asked === MOST_ASKED) {
      gaps.push(`${machineName(machineArn)} has more than ${MOST_ASKED} running executions of older definitions`);
      break;
    }
    asked++;
    const revision = await reader.revisionOfExecution(source, signal);
    if (!revision) continue;
    // The state machine had this revision from the update until shortly before this execution started; if it is the
    // current one, until now.
    const to = revision.id === current.id ? Number.POSITIVE_INFINITY : started - START_MARGIN;
    if (version === undefined) spans.push({ from: revision.updated + UPDATE_MARGIN, to });
    if (current.isDeleting || revision.id !== current.id)
      reasons.push({ kind: 'execution', machineArn, source, revision });
  }
  return { reasons, gaps };
}

/** Keeps one reason per revision: the first, so `current` before `version` before `execution`. */
function onePerRevision(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons.filter(({ revision }) => {
    const key = JSON.stringify([revision.roleArn, revision.definition, revision.settings]);
    return seen.size < seen.add(key).size;
  });
}

/**
 * A digest that stays the same as long as the same revisions can be started. Executions of all other revisions are
 * older: they are listed, or they were Express executions and have ended.
 */
export function revisionsDigest(reasons: readonly Reason[]): string {
  const parts = reasons
    .filter(({ kind }) => kind !== 'execution')
    .map(({ source, revision }) => JSON.stringify([source, revision.id, revision.roleArn]))
    .toSorted();
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}
