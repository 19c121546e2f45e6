import {
  DescribeStateMachineAliasCommand,
  DescribeStateMachineCommand,
  type DescribeStateMachineCommandOutput,
  DescribeStateMachineForExecutionCommand,
  ListExecutionsCommand,
  ListStateMachineAliasesCommand,
  ListStateMachinesCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { WorkflowType } from '../asl/workflow.ts';
import type { MachineSettings } from '../calls/machine.ts';
import { type Explain, explainToOwner } from './errors.ts';
import type { DescribedMachine, ExecutionRevision, MachineReader, RunningExecution } from './machine.ts';
import { attempt, pagesFrom, unlessAbsent } from './request.ts';

/** A state machine's settings in Step Functions' answers. */
interface Settings {
  readonly type?: WorkflowType | undefined;
  readonly loggingConfiguration?: { readonly level?: string | undefined } | undefined;
  readonly tracingConfiguration?: { readonly enabled?: boolean | undefined } | undefined;
  readonly encryptionConfiguration?: { readonly kmsKeyId?: string | undefined } | undefined;
}

function settingsOf(output: Settings): MachineSettings {
  const { type, loggingConfiguration, tracingConfiguration, encryptionConfiguration } = output;
  const level = loggingConfiguration?.level;
  const kmsKeyArn = encryptionConfiguration?.kmsKeyId;
  return {
    ...(type === undefined ? {} : { type }),
    logging: level !== undefined && level !== 'OFF',
    tracing: tracingConfiguration?.enabled === true,
    ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }),
  };
}

/** The state machines of an account and region. */
export function machineReader(sfn: SFNClient): MachineReader {
  return {
    describe: (arn, abortSignal) => describe(sfn, arn, abortSignal),
    routedVersions: (arn, abortSignal) => routedVersions(sfn, arn, abortSignal),
    runningExecutions: (arn, limit, abortSignal) => runningExecutions(sfn, arn, limit, abortSignal),
    revisionOfExecution: (arn, abortSignal) => revisionOfExecution(sfn, arn, abortSignal),
  };
}

const DESCRIBE = 'states:DescribeStateMachine';

/** Reads a state machine that must exist, with its name. Throws what `explain` returns. */
export async function readMachine(
  sfn: SFNClient,
  stateMachineArn: string,
  abortSignal: AbortSignal,
  explain: Explain = explainToOwner,
): Promise<DescribedMachine & { readonly name: string | undefined }> {
  const command = new DescribeStateMachineCommand({ stateMachineArn });
  const output = await attempt(DESCRIBE, stateMachineArn, () => sfn.send(command, { abortSignal }), explain);
  return { ...described(output), name: output.name };
}

async function describe(
  sfn: SFNClient,
  stateMachineArn: string,
  abortSignal: AbortSignal,
): Promise<DescribedMachine | undefined> {
  const command = new DescribeStateMachineCommand({ stateMachineArn });
  const output = await unlessAbsent(DESCRIBE, stateMachineArn, () => sfn.send(command, { abortSignal }));
  return output && described(output);
}

function described(output: DescribeStateMachineCommandOutput): DescribedMachine {
  const { roleArn = '', definition = '', revisionId: id, status } = output;
  return { roleArn, definition, id, settings: settingsOf(output), isDeleting: status === 'DELETING' };
}

/** Reads a state machine's role without the definition, which may be encrypted with a customer managed key. */
export async function roleOfMachine(
  sfn: SFNClient,
  stateMachineArn: string,
  abortSignal: AbortSignal,
): Promise<string | undefined> {
  const command = new DescribeStateMachineCommand({ stateMachineArn, includedData: 'METADATA_ONLY' });
  return (await unlessAbsent(DESCRIBE, stateMachineArn, () => sfn.send(command, { abortSignal })))?.roleArn;
}

async function routedVersions(
  sfn: SFNClient,
  stateMachineArn: string,
  abortSignal: AbortSignal,
): Promise<readonly string[]> {
  const versions = new Set<string>();
  const pages = pagesFrom(undefined, (nextToken) => {
    const command = new ListStateMachineAliasesCommand({ stateMachineArn, nextToken });
    return unlessAbsent('states:ListStateMachineAliases', stateMachineArn, () => sfn.send(command, { abortSignal }));
  });
  for await (const { stateMachineAliases = [] } of pages) {
    for (const { stateMachineAliasArn = '' } of stateMachineAliases) {
      const command = new DescribeStateMachineAliasCommand({ stateMachineAliasArn });
      const request = () => sfn.send(command, { abortSignal });
      const alias = await unlessAbsent('states:DescribeStateMachineAlias', stateMachineAliasArn, request);
      for (const { stateMachineVersionArn } of alias?.routingConfiguration ?? []) {
        if (stateMachineVersionArn !== undefined) versions.add(stateMachineVersionArn);
      }
    }
  }
  return [...versions].toSorted();
}

async function runningExecutions(
  sfn: SFNClient,
  stateMachineArn: string,
  limit: number,
  abortSignal: AbortSignal,
): Promise<{ readonly executions: readonly RunningExecution[]; readonly more: boolean }> {
  const executions: RunningExecution[] = [];
  const pages = pagesFrom(undefined, (nextToken) => {
    const command = new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', nextToken });
    return unlessAbsent('states:ListExecutions', stateMachineArn, () => sfn.send(command, { abortSignal }));
  });
  for await (const { executions: listed = [], nextToken } of pages) {
    for (const { executionArn: arn = '', startDate, stateMachineVersionArn: version } of listed) {
      executions.push({ arn, started: startDate?.getTime() ?? 0, version });
    }
    if (executions.length >= limit) return { executions, more: nextToken !== undefined };
  }
  return { executions, more: false };
}

async function revisionOfExecution(
  sfn: SFNClient,
  executionArn: string,
  abortSignal: AbortSignal,
): Promise<ExecutionRevision | undefined> {
  const command = new DescribeStateMachineForExecutionCommand({ executionArn });
  const action = 'states:DescribeStateMachineForExecution';
  const output = await unlessAbsent(action, executionArn, () => sfn.send(command, { abortSignal }));
  if (!output) return undefined;
  const { roleArn = '', definition = '', revisionId: id, updateDate } = output;
  // Step Functions describes executions of Standard workflows only.
  const settings = settingsOf({ ...output, type: 'STANDARD' });
  return { roleArn, definition, id, settings, updated: updateDate?.getTime() ?? Date.now() };
}

/** A page of the account's state machines. */
export interface MachinePage {
  /** `createdAt` in seconds since 1970. */
  readonly listed: readonly { readonly arn: string; readonly createdAt: number }[];
  /** The token of the next page; undefined on the last one. */
  readonly nextToken: string | undefined;
}

/** Lists the account's state machines from a page token on, 1,000 per page. */
export function listMachines(
  sfn: SFNClient,
  from: string | undefined,
  abortSignal: AbortSignal,
): AsyncGenerator<MachinePage> {
  return pagesFrom(from, async (token) => {
    const command = new ListStateMachinesCommand({ maxResults: 1000, nextToken: token });
    const request = () => sfn.send(command, { abortSignal });
    const { stateMachines = [], nextToken } = await attempt('states:ListStateMachines', '*', request);
    const listed = stateMachines.flatMap(({ stateMachineArn: arn, creationDate }) =>
      arn === undefined ? [] : [{ arn, createdAt: (creationDate?.getTime() ?? Date.now()) / 1000 }],
    );
    return { listed, nextToken };
  });
}
