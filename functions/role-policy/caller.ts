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
import { PATIENT_CLIENT } from '../../src/aws/clients.ts';
import { attempt, collected, unlessAbsent } from '../../src/aws/request.ts';
import { readTemplate, type Template } from '../../src/template/read.ts';
import {
  type CustomResourceRequest,
  isRollingBack,
  type ResourceEvent,
  type ResourceHistory,
  whyNotDeployed,
  whyNotInProgress,
} from '../../src/template/request.ts';
import { isHidden, type References, type StackView } from '../../src/template/shown.ts';
import { json } from './event.ts';

const client = new CloudFormationClient(PATIENT_CLIENT);

/** CloudFormation may show what it is doing with a delay; milliseconds. */
const RETRY_DELAYS = [0, 1_000, 2_000, 4_000] as const;

/** A request that is verified to be CloudFormation's. */
export interface VerifiedRequest {
  /** Whether the stack is rolling back. */
  readonly isRollback: boolean;
}

/**
 * Verifies that the request is CloudFormation's: anyone who may invoke the function could send one that names any
 * role. Throws an Error (one line: why, and what to do) unless CloudFormation itself says that it is doing this to
 * this resource now, with these properties, through this function.
 */
export async function checkCaller(
  event: CloudFormationCustomResourceEvent,
  functionArn: string,
  signal: AbortSignal,
): Promise<VerifiedRequest> {
  const request = requestOf(event);
  let problem = '';
  for (const wait of RETRY_DELAYS) {
    await sleep(wait, undefined, { signal });
    const outcome = await verify(request, functionArn, signal);
    if (typeof outcome !== 'string') return outcome;
    problem = outcome;
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

/** The verified request, or a line that says why it isn't CloudFormation's. */
async function verify(
  request: CustomResourceRequest,
  functionArn: string,
  signal: AbortSignal,
): Promise<VerifiedRequest | string> {
  const stack = await readStack(request.stackId, signal);
  const history = stack ? await readHistory(stack, request.logicalId, signal) : { current: [], before: undefined };
  const idle = whyNotInProgress(request, stack, history);
  if (idle !== undefined || !stack) return idle ?? '';
  const verified = { isRollback: isRollingBack(stack) };
  // A Delete removes only what this resource of this stack created; the template may no longer have the resource.
  if (request.type === 'Delete') return verified;
  const template = templateIn(await readTemplateBody(stack.id, signal));
  const judge = (references: References) => whyNotDeployed(request, functionArn, stack, history, template, references);
  const none: References = { exports: new Map(), physicalIds: new Map() };
  // Usually the events are enough, and what the template refers to need not be read.
  if (judge(none) === undefined) return verified;
  return judge(await readReferences(stack.id, signal)) ?? verified;
}

/** The template, or what is wrong with it. */
function templateIn(body: string): Template | string {
  try {
    return readTemplate(body);
  } catch (error) {
    if (error instanceof DefinitionError) return error.message;
    throw error;
  }
}

/** Undefined for a stack that CloudFormation doesn't know (yet). */
async function readStack(StackName: string, abortSignal: AbortSignal): Promise<StackView | undefined> {
  const command = new DescribeStacksCommand({ StackName });
  const request = () => client.send(command, { abortSignal });
  const output = await unlessAbsent('cloudformation:DescribeStacks', StackName, request);
  const [stack] = output?.Stacks ?? [];
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

/** Pages of 100 events, newest first. */
const MOST_PAGES = 10;

/** A resource's events of the current operation; during a rollback also the last one before it. */
async function readHistory(stack: StackView, logicalId: string, abortSignal: AbortSignal): Promise<ResourceHistory> {
  const { id: StackName } = stack;
  const isRollback = isRollingBack(stack);
  return attempt('cloudformation:DescribeStackEvents', StackName, async () => {
    const current: ResourceEvent[] = [];
    let hasBegun = false;
    let pages = 0;
    for await (const page of paginateDescribeStackEvents({ client }, { StackName }, { abortSignal })) {
      for (const event of (page.StackEvents ?? []).map(eventOf)) {
        if (event.logicalId === logicalId && event.physicalId !== StackName) {
          if (!hasBegun) current.push(event);
          else if (event.status.endsWith('_COMPLETE')) return { current, before: event };
        }
        hasBegun ||= isBegin(event, StackName);
      }
      const isComplete = hasBegun || current.some(({ properties }) => properties);
      if (++pages === MOST_PAGES || (isComplete && !isRollback)) break;
    }
    return { current, before: undefined };
  });
}

/** The stack's own event that begins an operation. A rollback belongs to the operation that it rolls back. */
function isBegin({ type, physicalId, status }: ResourceEvent, stackId: string): boolean {
  return (
    type === 'AWS::CloudFormation::Stack' &&
    physicalId === stackId &&
    /^(CREATE|DELETE|IMPORT|UPDATE)_IN_PROGRESS$/.test(status)
  );
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

/** With transforms, modules and loops expanded. */
async function readTemplateBody(StackName: string, abortSignal: AbortSignal): Promise<string> {
  const command = new GetTemplateCommand({ StackName, TemplateStage: 'Processed' });
  const output = await attempt('cloudformation:GetTemplate', StackName, () => client.send(command, { abortSignal }));
  return output.TemplateBody ?? '';
}

async function readReferences(StackName: string, abortSignal: AbortSignal): Promise<References> {
  const options = { abortSignal };
  const resources = await attempt('cloudformation:ListStackResources', StackName, () =>
    collected(
      paginateListStackResources({ client }, { StackName }, options),
      ({ StackResourceSummaries = [] }) => StackResourceSummaries,
    ),
  );
  const exports = await attempt('cloudformation:ListExports', '*', () =>
    collected(paginateListExports({ client }, {}, options), ({ Exports = [] }) => Exports),
  );
  return {
    exports: new Map(exports.flatMap(({ Name, Value }) => (Name && Value !== undefined ? [[Name, Value]] : []))),
    physicalIds: new Map(
      resources.flatMap(({ LogicalResourceId: id, PhysicalResourceId: made }) => (id && made ? [[id, made]] : [])),
    ),
  };
}
