import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  DescribeStackResourceCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
} from '@aws-sdk/client-cloudformation';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { orUndefined } from '../../src/role/read.ts';
import { CLIENT } from '../clients.ts';

const client = new CloudFormationClient(CLIENT);

/** CloudFormation may tell a moment later what it is doing; milliseconds. */
const WAITS = [0, 1_000, 2_000, 4_000] as const;

/**
 * Makes sure that the request is CloudFormation's: whoever may invoke the function could send one that names any role.
 * CloudFormation must be working on the stack now, and the stack must have such a resource; a Delete may be for one that
 * the stack's template has no more. Throws an Error where it is not.
 */
export async function checkCaller(event: CloudFormationCustomResourceEvent, signal: AbortSignal): Promise<void> {
  const { StackId, LogicalResourceId } = event;
  for (const wait of WAITS) {
    await sleep(wait, undefined, { signal });
    if ((await isWorking(StackId, signal)) && (event.RequestType === 'Delete' || (await hasResource(event, signal))))
      return;
  }
  throw new Error(
    `CloudFormation is not working on ${LogicalResourceId} of ${StackId}: the request is not its own, and nothing is done`,
  );
}

/** What AWS answers for a stack or a resource that it does not know (yet). */
const UNKNOWN: ReadonlySet<string> = new Set(['ValidationError']);

function unlessUnknown<T>(action: string, stack: string, request: () => Promise<T>): Promise<T | undefined> {
  return orUndefined(action, stack, request, UNKNOWN);
}

async function isWorking(StackName: string, abortSignal: AbortSignal): Promise<boolean> {
  const command = new DescribeStacksCommand({ StackName });
  const action = 'cloudformation:DescribeStacks';
  const found = await unlessUnknown(action, StackName, () => client.send(command, { abortSignal }));
  const status: string = found?.Stacks?.[0]?.StackStatus ?? '';
  // A stack in review is one that nobody has begun to make.
  return status.endsWith('IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS';
}

/** What CloudFormation is making is among the stack's resources, or in its template. */
async function hasResource(
  { StackId: StackName, LogicalResourceId, ResourceType }: CloudFormationCustomResourceEvent,
  abortSignal: AbortSignal,
): Promise<boolean> {
  const options = { abortSignal };
  const described = await unlessUnknown('cloudformation:DescribeStackResource', StackName, () =>
    client.send(new DescribeStackResourceCommand({ StackName, LogicalResourceId }), options),
  );
  if (described?.StackResourceDetail?.ResourceType === ResourceType) return true;
  const template = await unlessUnknown('cloudformation:GetTemplate', StackName, () =>
    client.send(new GetTemplateCommand({ StackName, TemplateStage: 'Processed' }), options),
  );
  const body = template?.TemplateBody ?? '';
  return new RegExp(`\\b${LogicalResourceId}\\b`).test(body) && body.includes(ResourceType);
}
