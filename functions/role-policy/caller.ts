import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  type Parameter,
  paginateDescribeStackEvents,
  paginateListExports,
  paginateListStackResources,
  type StackEvent,
} from '@aws-sdk/client-cloudformation';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { DefinitionError } from '../../src/asl/error.ts';
import { isObject, type JsonObject } from '../../src/asl/json.ts';
import { parseJson } from '../../src/asl/jsonText.ts';
import { attempt, orUndefined } from '../../src/role/read.ts';
import { readTemplate } from '../../src/template/read.ts';
import {
  type CustomResourceRequest,
  isHidden,
  notDeployed,
  notInProgress,
  type References,
  type ResourceEvent,
  type StackView,
} from '../../src/template/request.ts';
import { CLIENT } from '../clients.ts';
import { json } from './event.ts';

const client = new CloudFormationClient(CLIENT);

/** CloudFormation may tell a moment later what it is doing; milliseconds. */
const WAITS = [0, 1_000, 2_000, 4_000] as const;

/**
 * Makes sure that the request is CloudFormation's: whoever may invoke the function could send one that names any role.
 * Throws an Error, one line that says why and what to do, where CloudFormation does not itself say that it is doing this
 * to this resource now, with these properties, through this function.
 */
export async function checkCaller(
  event: CloudFormationCustomResourceEvent,
  functionArn: string,
  signal: AbortSignal,
): Promise<void> {
  const request = requestOf(event);
  let problem: string | undefined = '';
  for (const wait of WAITS) {
    await sleep(wait, undefined, { signal });
    problem = await problemOf(request, functionArn, signal);
    if (problem === undefined) return;
  }
  const { logicalId, stackId } = request;
  throw new Error(
    `the request for ${logicalId} of ${stackId} is not taken for CloudFormation's own, and nothing is done: ${problem}. Only a deployment of the stack may send one`,
  );
}

function requestOf(event: CloudFormationCustomResourceEvent): CustomResourceRequest {
  const { RequestType, StackId, LogicalResourceId, ResourceType, ResourceProperties } = event;
  return {
    type: RequestType,
    stackId: StackId,
    logicalId: LogicalResourceId,
    resourceType: ResourceType,
    physicalId: event.RequestType === 'Create' ? '' : event.PhysicalResourceId,
    properties: json.parse(ResourceProperties ?? {}),
  };
}

async function problemOf(
  request: CustomResourceRequest,
  functionArn: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const stack = await readStack(request.stackId, signal);
  const events = stack ? await readEvents(stack, request.logicalId, signal) : [];
  const idle = notInProgress(request, stack, events);
  // A Delete takes away only what this resource of this stack has made; the template may not have it any more.
  if (idle !== undefined || !stack || request.type === 'Delete') return idle;
  const body = await readTemplateBody(stack.id, signal);
  try {
    const template = readTemplate(body);
    const judge = (references: References) => notDeployed(request, functionArn, stack, events, template, references);
    const none: References = { exports: new Map(), physicalIds: new Map() };
    // Most often the events tell all, and what the template refers to need not be read.
    return judge(none) === undefined ? undefined : judge(await readReferences(stack.id, signal));
  } catch (error) {
    if (error instanceof DefinitionError) return `the stack's template ${error.message}`;
    throw error;
  }
}

/** What AWS answers for a stack that it does not know (yet). */
const UNKNOWN: ReadonlySet<string> = new Set(['ValidationError']);

async function readStack(StackName: string, abortSignal: AbortSignal): Promise<StackView | undefined> {
  const found = await orUndefined(
    'cloudformation:DescribeStacks',
    StackName,
    () => client.send(new DescribeStacksCommand({ StackName }), { abortSignal }),
    UNKNOWN,
  );
  const [stack] = found?.Stacks ?? [];
  if (!stack) return undefined;
  const { StackId: id = '', StackStatus: status = '', Parameters = [] } = stack;
  return { id, status, parameters: new Map(Parameters.flatMap(shownParameter)) };
}

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Parameter.html */
function shownParameter({
  ParameterKey: key,
  ParameterValue,
  ResolvedValue,
}: Parameter): readonly (readonly [string, string])[] {
  const value = ResolvedValue ?? ParameterValue;
  return key === undefined || value === undefined || isHidden(value) ? [] : [[key, value]];
}

/** Pages of 100 events, the newest first: the request's own are among the last that there are. */
const MOST_PAGES = 10;

/** The events of a resource: the newest; all of the last pages, where CloudFormation rolls back. */
async function readEvents(
  { id: StackName, status }: StackView,
  logicalId: string,
  abortSignal: AbortSignal,
): Promise<readonly ResourceEvent[]> {
  return attempt('cloudformation:DescribeStackEvents', StackName, async () => {
    const events: ResourceEvent[] = [];
    let pages = 0;
    for await (const page of paginateDescribeStackEvents({ client }, { StackName }, { abortSignal })) {
      const own = (page.StackEvents ?? []).filter(({ LogicalResourceId }) => LogicalResourceId === logicalId);
      events.push(...own.map(eventOf));
      if (++pages === MOST_PAGES || (events.length > 0 && !status.includes('ROLLBACK'))) break;
    }
    return events;
  });
}

function eventOf(event: StackEvent): ResourceEvent {
  return {
    logicalId: event.LogicalResourceId ?? '',
    type: event.ResourceType ?? '',
    status: event.ResourceStatus ?? '',
    physicalId: event.PhysicalResourceId ?? '',
    properties: objectOf(event.ResourceProperties ?? ''),
  };
}

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackEvent.html */
function objectOf(text: string): JsonObject | undefined {
  try {
    const parsed = parseJson(text);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** With transforms, modules and loops in place. */
async function readTemplateBody(StackName: string, abortSignal: AbortSignal): Promise<string> {
  const command = new GetTemplateCommand({ StackName, TemplateStage: 'Processed' });
  const found = await attempt('cloudformation:GetTemplate', StackName, () => client.send(command, { abortSignal }));
  return found.TemplateBody ?? '';
}

async function readReferences(StackName: string, abortSignal: AbortSignal): Promise<References> {
  const options = { abortSignal };
  const physicalIds = await attempt('cloudformation:ListStackResources', StackName, async () => {
    const ids = new Map<string, string>();
    for await (const page of paginateListStackResources({ client }, { StackName }, options)) {
      for (const { LogicalResourceId, PhysicalResourceId } of page.StackResourceSummaries ?? []) {
        if (LogicalResourceId && PhysicalResourceId) ids.set(LogicalResourceId, PhysicalResourceId);
      }
    }
    return ids;
  });
  const exports = await attempt('cloudformation:ListExports', '*', async () => {
    const values = new Map<string, string>();
    for await (const page of paginateListExports({ client }, {}, options)) {
      for (const { Name, Value } of page.Exports ?? []) if (Name && Value !== undefined) values.set(Name, Value);
    }
    return values;
  });
  return { exports, physicalIds };
}
