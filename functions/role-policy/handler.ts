import middy from '@middy/core';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { parseArn } from '../../src/iam/arn.ts';
import { ownerOf } from '../../src/role/rolefitPolicy.ts';
import type { HandlerResult } from './answer.ts';
import { answering } from './answering.ts';
import type { VerifiedRequest } from './caller.ts';
import { EARLY_ANSWER } from './timeout.ts';
import { type Deployer, physicalIdOf, removePolicy, writePolicy } from './writing.ts';

/** Handles one request of CloudFormation: reads the definition, fits the policy, writes it to the role. */
export const handle = middy<CloudFormationCustomResourceEvent, HandlerResult, Error, Context>(EARLY_ANSWER)
  .use(answering())
  .handler((event, context, { signal }) => respond(event, context.invokedFunctionArn, signal));

async function respond(
  event: CloudFormationCustomResourceEvent,
  functionArn: string,
  signal: AbortSignal,
): Promise<HandlerResult> {
  // Loaded only now: a cold start need not wait for it.
  const { checkCaller } = await import('./caller.ts');
  const verified = await checkCaller(event, functionArn, signal);
  const deployer = deployerOf(event);
  switch (event.RequestType) {
    case 'Create':
      return writePolicy(deployer, event.ResourceProperties, signal);
    case 'Update':
      return update(event, deployer, verified, signal);
    case 'Delete': {
      const removed = await removePolicy(deployer.owner, createdBy(event), signal);
      return { ...removed, physicalId: event.PhysicalResourceId };
    }
  }
}

/** The owner is the custom resource in its stack; the state machine will be in the stack's account and Region. */
function deployerOf({ StackId, LogicalResourceId }: CloudFormationCustomResourceEvent): Deployer {
  return { owner: ownerOf(StackId, LogicalResourceId), place: parseArn(StackId), isVouchedFor: true };
}

async function update(
  event: CloudFormationCustomResourceEvent & { readonly RequestType: 'Update' },
  deployer: Deployer,
  { isRollback }: VerifiedRequest,
  signal: AbortSignal,
): Promise<HandlerResult> {
  const result = await writePolicy(deployer, event.ResourceProperties, signal);
  const leftover = physicalIdOf(event.OldResourceProperties);
  // CloudFormation undoes a failed replacement by an update back, without a Delete for what was begun: the physical
  // ID is the original one again, while the old properties name the other.
  const isSame = result.physicalId === event.PhysicalResourceId;
  // Only the request itself has the old properties, so they aren't trusted for anything else.
  if (isRollback && isSame && leftover !== result.physicalId) {
    await removePolicy(deployer.owner, leftover, signal);
  }
  return result;
}

/**
 * What a resource may have created. If a Create timed out or was cancelled, CloudFormation chooses the physical ID;
 * if it failed, the ID is NOT_CREATED. In these cases it may have begun to write what its properties name. Otherwise only the
 * physical ID is trusted: the properties of a Delete may be those of a failed deployment.
 */
function createdBy(event: CloudFormationCustomResourceEvent & { readonly RequestType: 'Delete' }): string {
  const { PhysicalResourceId: physicalId } = event;
  return physicalId.includes('/') ? physicalId : physicalIdOf(event.ResourceProperties);
}
