import type { Context } from 'aws-lambda';
import { NO_FACTS } from '../../src/role/recordedFacts.ts';
import { type Deployment, tagsOf } from '../../src/role/rolefitPolicy.ts';
import type { EmbeddedAws } from '../double/aws.ts';
import { policyIdOf } from '../recheck/world.ts';
import { contextOf } from './hook.ts';

/** Runs the re-check's functions against the embedded AWS as the queue and the sweep would. */

export const HERE = 'eu-west-1:111122223333';
export const EVE = 'arn:aws:iam::111122223333:user/eve';
export const CHECK_ROLE = 'arn:aws:iam::111122223333:role/rolefit-DriftCheckFunctionRole';
export const machineArn = (name: string) => `arn:aws:states:${HERE}:stateMachine:${name}`;
/** The sweep's state machine. */
export const SWEEP = machineArn('rolefit-sweep');
export const roleArn = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

type Handler = (event: unknown, context: Context) => Promise<unknown>;

export interface Functions {
  readonly check: Handler;
  readonly sweep: Handler;
}

/** The functions, with clients that talk to this endpoint; once for each process. */
export async function loadFunctions(endpoint: string): Promise<Functions> {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'eu-west-1',
    AWS_SECRET_ACCESS_KEY: 'test',
    GRACE_SECONDS: '3600',
    OWN_ROLES: CHECK_ROLE,
    STACK_ID: `arn:aws:cloudformation:${HERE}:stack/rolefit/0a1b`,
    OWN_ARNS: `arn:aws:s3:::sweep, arn:aws:lambda:${HERE}:function:rolefit-hook`,
    BUCKET: 'sweep',
    STATE_MACHINE: SWEEP,
    SETTLE_SECONDS: '0',
    TOPIC: `arn:aws:sns:${HERE}:alerts`,
    POWERTOOLS_DEV: 'false',
  });
  const check = await import('../../functions/drift-check/index.ts');
  const sweep = await import('../../functions/sweep/index.ts');
  return {
    check: as('DriftCheckFunction', check.handler),
    sweep: as('SweepFunction', sweep.handler),
  };
}

/** Runs a function with the access key of its own; its clients keep the one that they have first found. */
function as<R>(logicalId: string, handler: (event: unknown, context: Context) => Promise<R>): Handler {
  return async (event, context) => {
    process.env['AWS_ACCESS_KEY_ID'] = logicalId;
    return handler(event, context);
  };
}

export function context(): Context {
  return contextOf();
}

/** A role that was deployed long ago, without its policy. */
export function addRole(aws: EmbeddedAws, name: string, given: Partial<Deployment> = {}, boundary = ''): void {
  const deployment: Deployment = {
    driftMode: 'remediate',
    region: 'eu-west-1',
    machine: undefined,
    deployedAt: 1_600_000_000,
    approved: new Set(),
    bucketKeys: {},
    facts: NO_FACTS,
    ...given,
  };
  const tags = [['rolefit:managed', 'true'], ...tagsOf(policyIdOf(name, 'rolefit'), deployment)] as const;
  aws.iam.createRole(name, { tags, boundary });
}

/** CloudTrail's record of a call, as EventBridge delivers it. */
export function recorded(eventName: string, requestParameters: object, more: object = {}): object {
  const service = /Role|Polic|Boundary/.test(eventName) ? 'iam' : 'states';
  return {
    version: '0',
    source: `aws.${service}`,
    'detail-type': 'AWS API Call via CloudTrail',
    detail: {
      eventSource: `${service}.amazonaws.com`,
      eventName,
      sourceIPAddress: '192.0.2.1',
      userIdentity: { type: 'IAMUser', arn: EVE },
      requestParameters,
      responseElements: null,
      ...more,
    },
  };
}

/** The same as the queue delivers it. */
export function queued(event: object): object {
  return { Records: [{ messageId: 'm', body: JSON.stringify(event), eventSource: 'aws:sqs' }] };
}

export function updated(name: string): object {
  const parameters = { stateMachineArn: machineArn(name), definition: 'HIDDEN_DUE_TO_SECURITY_REASONS' };
  return queued(recorded('UpdateStateMachine', parameters));
}

/** When the sweep of the tests began. */
export const LISTED = 1_700_000_000;

/** What the sweep's list has found. */
export function listFleet(aws: EmbeddedAws, roles: Readonly<Record<string, readonly string[]>>): void {
  aws.objects.set('sweep/fleet.json', JSON.stringify({ listed: LISTED, roles }));
}

/** The first look of a sweep, some time after all that has happened. */
export async function look(aws: EmbeddedAws, { check }: Functions, role: string): Promise<void> {
  aws.age();
  await check({ role, listed: LISTED }, context());
}

/** The second look, where the first has led to one. */
export async function lookAgain(aws: EmbeddedAws, { check }: Functions, role: string): Promise<void> {
  if (aws.objects.has(`sweep/again/${LISTED}/${role}`)) await check({ role, listed: LISTED, second: true }, context());
  aws.objects.delete(`sweep/again/${LISTED}/${role}`);
}
