import { NO_FACTS } from '../../src/role/recordedFacts.ts';
import { type Deployment, tagsOf } from '../../src/role/rolefitPolicy.ts';
import type { Answer, EmbeddedAws } from '../double/aws.ts';
import { policyIdOf } from '../recheck/world.ts';
import { type DeployedStack, deployed } from '../support/deployed.ts';
import { ACCOUNT, type Parameters } from '../support/intrinsics.ts';
import { type loadHook, type Request, send } from './hook.ts';
import { HERE, machineArn, SWEEP } from './recheck.ts';

/** rolefit's stack as it is deployed into the embedded AWS with some parameters, and roles as it wants them. */

export const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/boundary`;
export const keyArn = (name: string) => `arn:aws:kms:${HERE}:key/${name}`;

/** No time passes in the tests between the looks of a sweep. */
export const AT_ONCE = { GraceSeconds: '0', SweepSettleSeconds: '0' };

/** A stack with every parameter that is about permissions. */
export const EVERYTHING: Parameters = {
  ...AT_ONCE,
  RolePath: '/workflows/',
  PermissionsBoundaryArn: BOUNDARY,
  FunctionBoundaryArn: BOUNDARY,
  DefinitionBucketName: 'code',
  DefinitionKeyArns: [keyArn('older'), keyArn('code')].join(','),
  StateMachineKeyArns: [keyArn('other'), keyArn('machines')].join(','),
  XRayTracing: 'true',
};

export interface World {
  readonly aws: EmbeddedAws;
  readonly stack: DeployedStack;
  /** The path and the boundary of the roles that it may change. */
  readonly path: string;
  readonly boundary: string;
  /** The settings of encrypted state machines, where it has keys of them. */
  readonly encryption: object;
  readonly bucket: string | undefined;
}

/** An AWS without anything but the stack; `stack` is what was made with the parameters otherwise. */
export function deploy(aws: EmbeddedAws, parameters: Parameters, stack: DeployedStack = deployed(parameters)): World {
  for (const store of [aws.objects, aws.bucketKeys, aws.states.machines, aws.states.executions, aws.states.routes]) {
    store.clear();
  }
  const roleArn = `arn:aws:iam::${ACCOUNT}:role/sweep`;
  aws.states.machines.set(SWEEP, { name: 'rolefit-sweep', definition: '{}', roleArn });
  const { RolePath: path = '/', PermissionsBoundaryArn: boundary = '', DefinitionBucketName: bucket } = parameters;
  if (bucket !== undefined && parameters['DefinitionKeyArns'] !== undefined) aws.bucketKeys.set(bucket, keyArn('code'));
  const encrypted = parameters['StateMachineKeyArns'] !== undefined;
  const encryption = encrypted ? { encryptionConfiguration: { kmsKeyId: keyArn('machines') } } : {};
  return { aws, stack: aws.permissions.deploy(stack), path, boundary, encryption, bucket };
}

/** Runs a function as it is deployed: with its environment, as its role. */
export async function invoke<R>({ stack }: World, logicalId: string, run: () => Promise<R>): Promise<R> {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: logicalId }, stack.functions.get(logicalId)?.environment);
  return run();
}

const DEPLOYED: Deployment = {
  driftMode: 'remediate',
  region: 'eu-west-1',
  machine: undefined,
  deployedAt: 1_600_000_000,
  approved: new Set(),
  bucketKeys: {},
  facts: NO_FACTS,
};

let count = 0;

type Tags = readonly (readonly [key: string, value: string])[];

/** A new execution role, with a state machine of the same name. */
export function addRole({ aws, path, boundary, encryption }: World, tags: Tags = [['rolefit:managed', 'true']]) {
  const name = `permissions-${count++}`;
  aws.iam.createRole(name, { path, boundary, tags });
  const machine = machineArn(name);
  const roleArn = `arn:aws:iam::${ACCOUNT}:role${path}${name}`;
  const record = (definition: string) =>
    ({ name, definition, roleArn, type: 'STANDARD', revisionId: `${count++}`, ...encryption }) as const;
  return {
    name,
    machine,
    record,
    /** Its policy was deployed long ago. */
    claim: () => {
      for (const [key, value] of tagsOf(policyIdOf(name, 'rolefit'), DEPLOYED)) aws.iam.setTag(name, key, value);
    },
    define: (definition: string) => aws.states.machines.set(machine, record(definition)),
    /** Someone makes another version of a managed policy the one that counts; the policy's ARN. */
    change: () => {
      const [PolicyArn = ''] = aws.iam.stateOf(name).roles.get(name)?.attached ?? [];
      aws.iam.answer(new URLSearchParams({ Action: 'SetDefaultPolicyVersion', PolicyArn, VersionId: 'v2' }));
      return PolicyArn;
    },
  };
}

/** How CloudFormation asks the hook for a role's policy. */
export function asker(world: World, hook: Awaited<ReturnType<typeof loadHook>>, role: string) {
  const stack = `arn:aws:cloudformation:${HERE}:stack/${role}/1`;
  const ask = async (request: Omit<Request, 'properties'>, source: object): Promise<Answer> => {
    const properties = { RoleName: role, StateMachineName: role, SettleSeconds: '0', ...source };
    return invoke(world, 'RolePolicyFunction', () => send(world.aws, hook, { stack, ...request, properties }));
  };
  return { ask, create: (source: object) => ask({ type: 'Create' }, source) };
}
