import type { MachineSettings } from '../calls/machine.ts';
import { type Place, parseArn } from '../iam/arn.ts';

/** State machines for the re-check: what could run, and with which role. */

/** One revision of a state machine: its definition and settings at one time. */
export interface Revision {
  readonly roleArn: string;
  /** Amazon States Language, JSON. */
  readonly definition: string;
  readonly settings: MachineSettings;
  /** The revision ID; undefined for the first revision of a state machine that was never updated. */
  readonly id: string | undefined;
}

export interface DescribedMachine extends Revision {
  /** A state machine that is being deleted starts no executions. */
  readonly isDeleting: boolean;
}

export interface RunningExecution {
  readonly arn: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** The version's ARN, if the execution was started with a version or an alias. */
  readonly version: string | undefined;
}

/** The revision that an execution runs on, and when the state machine was updated to it (milliseconds since 1970). */
export interface ExecutionRevision extends Revision {
  readonly updated: number;
}

/** A state machine that cannot be read or served, and why. */
export interface MachineProblem {
  readonly machineArn: string;
  readonly why: string;
}

/** Reads state machines. Undefined means that it doesn't exist. */
export interface MachineReader {
  /** A state machine, or one of its versions, by ARN. */
  readonly describe: (arn: string, signal: AbortSignal) => Promise<DescribedMachine | undefined>;
  /** ARNs of the versions that its aliases route to. */
  readonly routedVersions: (machineArn: string, signal: AbortSignal) => Promise<readonly string[]>;
  /**
   * Its running executions, newest first, up to about `limit`; `more` is true if there are others. Standard workflows
   * only.
   */
  readonly runningExecutions: (
    machineArn: string,
    limit: number,
    signal: AbortSignal,
  ) => Promise<{ readonly executions: readonly RunningExecution[]; readonly more: boolean }>;
  readonly revisionOfExecution: (executionArn: string, signal: AbortSignal) => Promise<ExecutionRevision | undefined>;
}

/** The ARN of the state machine that a version, an alias or an execution belongs to; undefined for other ARNs. */
export function machineArnOf(arn: string): string | undefined {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'states') return undefined;
  const [kind, name = ''] = parsed.resource.split(':');
  if (kind !== 'stateMachine' && kind !== 'execution' && kind !== 'express') return undefined;
  // A distributed Map appends its label to the name: `stateMachine:orders/Each`.
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
