import {
  DescribeStateMachineAliasCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  ListExecutionsCommand,
  ListStateMachineAliasesCommand,
  ListStateMachinesCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { WorkflowType } from '../asl/workflow.ts';
import type { MachineSettings } from '../calls/machine.ts';
import type { Described, ExecutionRevision, MachineReader, RunningExecution } from './machine.ts';
import { attempt, orUndefined } from './role.ts';

/** What the settings of a state machine look like in Step Functions' answers. */
interface Settings {
  readonly type?: WorkflowType | undefined;
  readonly loggingConfiguration?: { readonly level?: string | undefined } | undefined;
  readonly tracingConfiguration?: { readonly enabled?: boolean | undefined } | undefined;
  readonly encryptionConfiguration?: { readonly kmsKeyId?: string | undefined } | undefined;
}

export function settingsOf(found: Settings): MachineSettings {
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

/** What AWS answers where an ARN names nothing (any more). */
const GONE: ReadonlySet<string> = new Set(['StateMachineDoesNotExist', 'ExecutionDoesNotExist', 'ResourceNotFound']);

function unlessGone<T>(action: string, arn: string, request: () => Promise<T>): Promise<T | undefined> {
  return orUndefined(action, arn, request, GONE);
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

async function describe(sfn: SFNClient, arn: string, abortSignal: AbortSignal): Promise<Described | undefined> {
  const command = new DescribeStateMachineCommand({ stateMachineArn: arn });
  const found = await unlessGone('states:DescribeStateMachine', arn, () => sfn.send(command, { abortSignal }));
  if (!found) return undefined;
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
  const action = 'states:DescribeStateMachine';
  return (await unlessGone(action, stateMachineArn, () => sfn.send(command, { abortSignal })))?.roleArn;
}

async function routed(sfn: SFNClient, stateMachineArn: string, abortSignal: AbortSignal): Promise<readonly string[]> {
  const versions = new Set<string>();
  let nextToken: string | undefined;
  do {
    const command = new ListStateMachineAliasesCommand({ stateMachineArn, nextToken });
    const page = await unlessGone('states:ListStateMachineAliases', stateMachineArn, () =>
      sfn.send(command, { abortSignal }),
    );
    for (const { stateMachineAliasArn = '' } of page?.stateMachineAliases ?? []) {
      const one = new DescribeStateMachineAliasCommand({ stateMachineAliasArn });
      const alias = await unlessGone('states:DescribeStateMachineAlias', stateMachineAliasArn, () =>
        sfn.send(one, { abortSignal }),
      );
      for (const { stateMachineVersionArn } of alias?.routingConfiguration ?? []) {
        if (stateMachineVersionArn !== undefined) versions.add(stateMachineVersionArn);
      }
    }
    nextToken = page?.nextToken;
  } while (nextToken !== undefined);
  return [...versions].toSorted();
}

async function running(
  sfn: SFNClient,
  stateMachineArn: string,
  limit: number,
  abortSignal: AbortSignal,
): Promise<{ readonly executions: readonly RunningExecution[]; readonly more: boolean }> {
  const executions: RunningExecution[] = [];
  let nextToken: string | undefined;
  do {
    const command = new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', nextToken });
    const page = await unlessGone('states:ListExecutions', stateMachineArn, () => sfn.send(command, { abortSignal }));
    for (const { executionArn: arn = '', startDate, stateMachineVersionArn: version } of page?.executions ?? []) {
      executions.push({ arn, started: startDate?.getTime() ?? 0, version });
    }
    nextToken = page?.nextToken;
  } while (nextToken !== undefined && executions.length < limit);
  return { executions, more: nextToken !== undefined };
}

async function ofExecution(
  sfn: SFNClient,
  executionArn: string,
  abortSignal: AbortSignal,
): Promise<ExecutionRevision | undefined> {
  const command = new DescribeStateMachineForExecutionCommand({ executionArn });
  const action = 'states:DescribeStateMachineForExecution';
  const found = await unlessGone(action, executionArn, () => sfn.send(command, { abortSignal }));
  if (!found) return undefined;
  const { roleArn = '', definition = '', revisionId: id, updateDate } = found;
  // Only a Standard workflow's executions can be asked for.
  const settings = settingsOf({ ...found, type: 'STANDARD' });
  return { roleArn, definition, id, settings, updated: updateDate?.getTime() ?? Date.now() };
}

/** One page of the account's state machines: when each was made (seconds since 1970), and where the next page starts. */
export async function listMachines(
  sfn: SFNClient,
  from: string | undefined,
  abortSignal: AbortSignal,
): Promise<{
  readonly listed: readonly { readonly arn: string; readonly made: number }[];
  readonly nextToken: string | undefined;
}> {
  const command = new ListStateMachinesCommand({ maxResults: 1000, nextToken: from });
  const { stateMachines = [], nextToken } = await attempt('states:ListStateMachines', '*', () =>
    sfn.send(command, { abortSignal }),
  );
  const listed = stateMachines.flatMap(({ stateMachineArn: arn, creationDate }) =>
    arn === undefined ? [] : [{ arn, made: (creationDate?.getTime() ?? Date.now()) / 1000 }],
  );
  return { listed, nextToken };
}
