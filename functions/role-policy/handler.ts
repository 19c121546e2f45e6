import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { IAMClient } from '@aws-sdk/client-iam';
import { SFNClient } from '@aws-sdk/client-sfn';
import middy from '@middy/core';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import type { Fit, FitOptions } from '../../src/analysis/fit.ts';
import { CLIENT } from '../../src/aws/clients.ts';
import { arnOf, machineArnOf } from '../../src/aws/machine.ts';
import { roleOfMachine } from '../../src/aws/stateMachines.ts';
import { findingJson } from '../../src/grants/findings.ts';
import { parseArn } from '../../src/iam/arn.ts';
import { hasPlaceholder } from '../../src/iam/text.ts';
import { sizeOf } from '../../src/policy/policy.ts';
import { fitRole, releaseRole } from '../../src/role/apply.ts';
import { isManagedName, ownerOf, type PolicyId } from '../../src/role/rolefitPolicy.ts';
import { type HandlerResult, NOT_CREATED, type ResourceResult } from './answer.ts';
import { answering } from './answering.ts';
import type { VerifiedRequest } from './caller.ts';
import { readSource } from './definition.ts';
import {
  approvedIn,
  deploymentOf,
  guardedIn,
  policyToWrite,
  refuseGuarded,
  silencingIn,
  wideReadsIn,
} from './deployment.ts';
import { type Properties, readProperties } from './event.ts';
import { fitWithFacts, statedFacts, warnIfIncomplete } from './facts.ts';

const iam = new IAMClient(CLIENT);
const sfn = new SFNClient(CLIENT);

/** The time reserved for the answer before the function times out, in milliseconds. */
const TIME_TO_ANSWER = 8_000;

/** Handles one request of CloudFormation: reads the definition, fits the policy, writes it to the role. */
export const handle = middy<CloudFormationCustomResourceEvent, HandlerResult, Error, Context>({
  timeoutEarlyInMillis: TIME_TO_ANSWER,
  timeoutEarlyResponse: () => {
    throw new Error('IAM did not agree in the time that the function has; deploy again, or raise its Timeout');
  },
})
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
  switch (event.RequestType) {
    case 'Create':
      return upsert(event, signal);
    case 'Update':
      return update(event, verified, signal);
    case 'Delete':
      return { ...(await remove(event, createdBy(event), signal)), physicalId: event.PhysicalResourceId };
  }
}

type Event = Pick<CloudFormationCustomResourceEvent, 'StackId' | 'LogicalResourceId'>;

async function update(
  event: CloudFormationCustomResourceEvent & { readonly RequestType: 'Update' },
  { isRollback }: VerifiedRequest,
  signal: AbortSignal,
): Promise<HandlerResult> {
  const result = await upsert(event, signal);
  const leftover = physicalIdOf(event.OldResourceProperties);
  // CloudFormation undoes a failed replacement by an update back, without a Delete for what was begun: the physical
  // ID is the original one again, while the old properties name the other.
  const isSame = result.physicalId === event.PhysicalResourceId;
  // Only the request itself has the old properties, so they aren't trusted for anything else.
  if (isRollback && isSame && leftover !== result.physicalId) {
    await remove(event, leftover, signal);
  }
  return result;
}

async function upsert(event: CloudFormationCustomResourceEvent, signal: AbortSignal): Promise<ResourceResult> {
  const properties = readProperties(event.ResourceProperties);
  refuseOtherAccount(event);
  const { definition, settings } = await readSource(properties, sfn, signal);
  const policyId = policyIdFor(event, properties.RoleName, properties.PolicyName);
  const options = { ...settings, ...optionsOf(event, properties) };
  const fitted = await fitWithFacts(iam, policyId, definition, options, signal);
  refuseIncomplete(fitted);
  const guarded = [...guardedIn(fitted), ...wideReadsIn(fitted), ...silencingIn(fitted)];
  refuseGuarded(guarded, properties);
  for (const finding of fitted.findings) console.log(JSON.stringify({ level: 'INFO', ...findingJson(finding) }));
  const policy = policyToWrite(fitted, properties);
  const deployment = deploymentOf(event.StackId, properties, approvedIn(guarded), fitted);
  const keep = await keepsForExecutions(event, properties, signal);
  const { writes, state } = await fitRole(iam, policyId, { policy, deployment, keep }, signal);
  warnIfIncomplete(state.role?.tags, policyId);
  if (writes > 0) await sleep(properties.SettleSeconds * 1000, undefined, { signal });
  return {
    physicalId: `${policyId.roleName}/${policyId.policyName}`,
    data: {
      PolicyName: policyId.policyName,
      PolicyHash: createHash('sha256').update(JSON.stringify(policy)).digest('hex'),
      PolicySize: sizeOf(policy),
      ManagedPolicies: state.managed.filter(({ arn, name }) => state.attached.has(arn) && isManagedName(policyId, name))
        .length,
      Statements: policy.Statement.length,
      Calls: fitted.calls.length,
      Findings: fitted.findings.length,
      Writes: writes,
    },
  };
}

/**
 * True if the state machine already exists and the re-check will later remove what only its current definition needs:
 * until the update, executions still start on that one.
 */
async function keepsForExecutions(
  { StackId }: Event,
  { StateMachineName: name, StateMachineArn, DriftMode }: Properties,
  signal: AbortSignal,
): Promise<boolean> {
  if (process.env['REMOVE_LATE'] !== 'true' || DriftMode !== 'remediate') return false;
  const stack = parseArn(StackId);
  const arn =
    StateMachineArn === undefined ? stack && name && arnOf({ ...stack, name }) : machineArnOf(StateMachineArn);
  return arn !== undefined && arn !== '' && (await roleOfMachine(sfn, arn, signal)) !== undefined;
}

/** A role of the same name in this account is a different role. */
function refuseOtherAccount({ StackId, ResourceProperties }: CloudFormationCustomResourceEvent): void {
  const account = parseArn(String(ResourceProperties['RoleName']))?.account;
  if (account === undefined || account === parseArn(StackId)?.account) return;
  throw new Error(
    `property RoleName is a role of the account ${account}; deploy a stack there, with rolefit in that account`,
  );
}

/** Trusts only the physical ID: the properties of a Delete may be those of a failed deployment. */
async function remove(event: Event, physicalId: string, signal: AbortSignal): Promise<ResourceResult> {
  const [, roleName, policyName] = /^([^/]+)\/([^/]+)$/.exec(physicalId) ?? [];
  if (roleName === undefined || policyName === undefined) return { physicalId, data: {} };
  const { writes } = await releaseRole(iam, policyIdFor(event, roleName, policyName), signal);
  return { physicalId, data: { Writes: writes } };
}

/**
 * What a resource may have created. If a Create timed out or was cancelled, CloudFormation chooses the physical ID;
 * if it failed, the ID is NOT_CREATED. In these cases it may have begun to write what its properties name.
 */
function createdBy(event: CloudFormationCustomResourceEvent & { readonly RequestType: 'Delete' }): string {
  const { PhysicalResourceId: physicalId } = event;
  return physicalId.includes('/') ? physicalId : physicalIdOf(event.ResourceProperties);
}

function policyIdFor({ StackId, LogicalResourceId }: Event, roleName: string, policyName: string): PolicyId {
  return { roleName, policyName, owner: ownerOf(StackId, LogicalResourceId) };
}

function physicalIdOf(properties: unknown): string {
  try {
    const { RoleName, PolicyName } = readProperties(properties);
    return `${RoleName}/${PolicyName}`;
  } catch {
    return NOT_CREATED;
  }
}

/** The state machine will be in the stack's account and Region. */
function optionsOf({ StackId }: Event, properties: Properties): FitOptions {
  const stack = parseArn(StackId);
  const { StateMachineName: name, Type: type, Logging: logging, Tracing: tracing } = properties;
  const { KmsKeyArn: kmsKeyArn, BucketKeys: bucketKeys, DefinitionSubstitutions: substitutions } = properties;
  const { ExtraActions: extraActions } = properties;
  return {
    substitutions,
    ...(stack ? { region: stack.region, account: stack.account, partition: stack.partition } : {}),
    ...(name === undefined ? {} : { name }),
    ...(type === undefined ? {} : { type }),
    ...(logging === undefined ? {} : { logging }),
    ...(tracing === undefined ? {} : { tracing }),
    ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }),
    ...(bucketKeys === undefined ? {} : { bucketKeys }),
    ...(extraActions === undefined ? {} : { extraActions }),
    facts: statedFacts(properties),
  };
}

/** Refuses to write a policy that would be incomplete or unsafe. */
function refuseIncomplete({ policy, findings }: Fit): void {
  const [first, ...others] = findings.filter(({ severity }) => severity === 'error');
  if (first) {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    throw new Error(`${first.state === '' ? '' : `state ${first.state}: `}${first.message}${more}`);
  }
  const open = policy.Statement.flatMap(({ Resource }) => Resource).find(hasPlaceholder);
  if (open !== undefined) {
    throw new Error(`the definition has a placeholder without a value (${open}); give it in DefinitionSubstitutions`);
  }
}
