import type { MachineSettings } from '../calls/machine.ts';
import { type Place, parseArn } from '../iam/arn.ts';

/** State machines as the re-check sees them: what could run, and with which role. */

/** One revision of a state machine: its definition and settings at a time. */
export interface Revision {
  readonly roleArn: string;
  /** Amazon States Language, JSON. */
  readonly definition: string;
  readonly settings: MachineSettings;
  /** AWS's identifier of it; undefined for the first, which was never updated. */
  readonly id: string | undefined;
}

export interface DescribedMachine extends Revision {
  /** A state machine that is being deleted starts nothing any more. */
  readonly isDeleting: boolean;
}

export interface RunningExecution {
  readonly arn: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** The version's ARN, where the execution was started by a version or an alias. */
  readonly version: string | undefined;
}

/** The revision that an execution runs on, and when it became the state machine's (milliseconds since 1970). */
export interface ExecutionRevision extends Revision {
  readonly updated: number;
}

/** A state machine, and what is wrong with it: it cannot be read, or not be served. */
export interface MachineProblem {
  readonly machineArn: string;
  readonly why: string;
}

/** Where state machines are read. An answer of undefined means: it does not exist. */
export interface MachineReader {
  /** A state machine, or one of its versions, by ARN. */
  readonly describe: (arn: string, signal: AbortSignal) => Promise<DescribedMachine | undefined>;
  /** ARNs of the versions that its aliases route to. */
  readonly routedVersions: (machineArn: string, signal: AbortSignal) => Promise<readonly string[]>;
  /** Its running executions, the newest first, as many as `limit`; `more` tells of others. Standard workflows only. */
  readonly runningExecutions: (
    machineArn: string,
    limit: number,
    signal: AbortSignal,
  ) => Promise<{ readonly executions: readonly RunningExecution[]; readonly more: boolean }>;
  readonly revisionOfExecution: (executionArn: string, signal: AbortSignal) => Promise<ExecutionRevision | undefined>;
}

/** The state machine's own ARN of anything that belongs to it: a version, an alias, an execution; else undefined. */
export function machineArnOf(arn: string): string | undefined {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'states') return undefined;
  const [kind, name = ''] = parsed.resource.split(':');
  if (kind !== 'stateMachine' && kind !== 'execution' && kind !== 'express') return undefined;
  // A distributed Map's label stands behind the name: `stateMachine:orders/Each`.
  const [machine = ''] = name.split('/');
  return machine === '' ? undefined : arnOf({ ...parsed, name: machine });
}

interface MachineId extends Place {
  readonly name: string;
}

export function arnOf({ partition, region, account, name }: MachineId): string {
  return `arn:${partition}:states:${region}:${account}:stateMachine:${name}`;
}

export function machineName(machineArn: string): string {
  return parseArn(machineArn)?.resource.split(':')[1] ?? machineArn;
}

/** `arn:aws:iam::111122223333:role/path/orders` → `orders`. */
export function roleNameOf(roleArn: string): string {
  return roleArn.slice(roleArn.lastIndexOf('/') + 1);
}
