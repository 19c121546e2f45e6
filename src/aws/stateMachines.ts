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
import { type Explain, explained } from './errors.ts';
import type { Described, ExecutionRevision, MachineReader, RunningExecution } from './machine.ts';
import { attempt, pagesFrom, unlessAbsent } from './request.ts';

/** What the settings of a state machine look like in Step Functions' answers. */
interface Settings {
  readonly type?: WorkflowType | undefined;
  readonly loggingConfiguration?: { readonly level?: string | undefined } | undefined;
  readonly tracingConfiguration?: { readonly enabled?: boolean | undefined } | undefined;
  readonly encryptionConfiguration?: { readonly kmsKeyId?: string | undefined } | undefined;
}

function settingsOf(found: Settings): MachineSettings {
  const { type, loggingConfiguration, tracingConfiguration, encryptionConfiguration } = found;
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
    routed: (arn, abortSignal) => routed(sfn, arn, abortSignal),
    running: (arn, limit, abortSignal) => running(sfn, arn, limit, abortSignal),
    ofExecution: (arn, abortSignal) => ofExecution(sfn, arn, abortSignal),
  };
}

const DESCRIBE = 'states:DescribeStateMachine';

/** A state machine that must be there, with its name. Throws what `explain` makes of an error. */
export async function readMachine(
  sfn: SFNClient,
  stateMachineArn: string,
  abortSignal: AbortSignal,
  explain: Explain = explained,
): Promise<Described & { readonly name: string | undefined }> {
  const command = new DescribeStateMachineCommand({ stateMachineArn });
  const found = await attempt(DESCRIBE, stateMachineArn, () => sfn.send(command, { abortSignal }), explain);
  return { ...described(found), name: found.name };
}

async function describe(
  sfn: SFNClient,
  stateMachineArn: string,
  abortSignal: AbortSignal,
): Promise<Described | undefined> {
  const command = new DescribeStateMachineCommand({ stateMachineArn });
  const found = await unlessAbsent(DESCRIBE, stateMachineArn, () => sfn.send(command, { abortSignal }));
  return found && described(found);
}

function described(found: DescribeStateMachineCommandOutput): Described {
  const { roleArn = '', definition = '', revisionId: id, status } = found;
  return { roleArn, definition, id, settings: settingsOf(found), deleting: status === 'DELETING' };
}

/** The role of a state machine without its definition, which may be encrypted with a key of its own. */
export async function roleOfMachine(
  sfn: SFNClient,
  stateMachineArn: string,
  abortSignal: AbortSignal,
): Promise<string | undefined> {
  const command = new DescribeStateMachineCommand({ stateMachineArn, includedData: 'METADATA_ONLY' });
  return (await unlessAbsent(DESCRIBE, stateMachineArn, () => sfn.send(command, { abortSignal })))?.roleArn;
}

async function routed(sfn: SFNClient, stateMachineArn: string, abortSignal: AbortSignal): Promise<readonly string[]> {
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

async function running(
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

async function ofExecution(
  sfn: SFNClient,
  executionArn: string,
  abortSignal: AbortSignal,
): Promise<ExecutionRevision | undefined> {
  const command = new DescribeStateMachineForExecutionCommand({ executionArn });
  const action = 'states:DescribeStateMachineForExecution';
  const found = await unlessAbsent(action, executionArn, () => sfn.send(command, { abortSignal }));
  if (!found) return undefined;
  const { roleArn = '', definition = '', revisionId: id, updateDate } = found;
  // Only a Standard workflow's executions can be asked for.
  const settings = settingsOf({ ...found, type: 'STANDARD' });
  return { roleArn, definition, id, settings, updated: updateDate?.getTime() ?? Date.now() };
}

/** A page of the account's state machines. */
export interface MachinePage {
  /** When each was made: seconds since 1970. */
  readonly listed: readonly { readonly arn: string; readonly made: number }[];
  /** Where the next page begins; undefined on the last one. */
  readonly nextToken: string | undefined;
}

/** The account's state machines, 1,000 a page, from a page's token on. */
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
      arn === undefined ? [] : [{ arn, made: (creationDate?.getTime() ?? Date.now()) / 1000 }],
    );
    return { listed, nextToken };
  });
}
