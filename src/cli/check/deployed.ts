import { IAMClient } from '@aws-sdk/client-iam';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { FitOptions } from '../../analysis/fit.ts';
import { DefinitionError } from '../../asl/error.ts';
import { parseText } from '../../asl/parse.ts';
import { errorCode } from '../../aws/errors.ts';
import { readHeld } from '../../aws/held.ts';
import { machineName, roleNameOf } from '../../aws/machine.ts';
import { type Simulated, simulate } from '../../aws/simulate.ts';
import { settingsOf } from '../../aws/stateMachines.ts';
import { parseArn } from '../../iam/arn.ts';
import { joined, readPolicy } from '../../policy/document.ts';
import type { StateNeed } from '../../policy/shortfalls.ts';
import type { NotEvaluated } from '../../policy/statement.ts';
import { Failure } from '../failure.ts';
import type { StateMachine } from '../input/stateMachines.ts';
import type { RoleToCheck } from './roles.ts';

/** What `rolefit check` reads in an account, with the credentials that the AWS SDK finds. Every error is a Failure. */

/** A deployed state machine, and the ARN of its role. */
export async function readMachine(
  arn: string,
  given: FitOptions,
): Promise<{ readonly stateMachine: StateMachine; readonly roleArn: string }> {
  const place = parseArn(arn);
  if (place === undefined) throw new Failure(`check: ${arn} is no ARN`);
  const client = new SFNClient({ region: given.region ?? place.region });
  const command = new DescribeStateMachineCommand({ stateMachineArn: arn });
  const found = await asking('states:DescribeStateMachine', arn, () => client.send(command));
  const { substitutions: _, ...options } = given;
  const { partition, region, account } = place;
  try {
    const stateMachine = {
      label: arn,
      file: arn,
      definition: parseText(found.definition ?? '', 'json'),
      options: { ...settingsOf(found), partition, region, account, name: machineName(arn), ...options },
    };
    return { stateMachine, roleArn: found.roleArn ?? '' };
  } catch (error) {
    throw error instanceof DefinitionError ? new Failure(`${arn}: ${error.message}`) : error;
  }
}

/** A deployed role with all of its policies. */
export async function readRole(
  nameOrArn: string,
  region: string | undefined,
): Promise<RoleToCheck & { readonly arn: string }> {
  const name = roleNameOf(nameOrArn);
  const { arn, boundary, policies } = await readHeld(iam(region), name, asking);
  const boundaryNotes = boundary === undefined ? [] : [boundaryNote(boundary)];
  const read = policies.map(({ name: policy, managed, document }) => {
    const source = managed ? policy : `${name} ${policy}`;
    const gathered = readPolicy(document, source, undefined, 'role');
    const ofAws = /:iam::aws:policy\/(?:.*\/)?(.+)$/.exec(policy)?.[1];
    return managed && ofAws !== undefined
      ? { ...gathered, policies: gathered.policies.map((each) => ({ ...each, ofAws })) }
      : gathered;
  });
  const gathered = joined(...read, { policies: [], notEvaluated: boundaryNotes });
  return { key: arn, name, arn, gathered, isDeployed: true, boundaryNotes };
}

function boundaryNote(boundary: string): NotEvaluated {
  return {
    source: `permissions boundary ${boundary}`,
    reason: 'limits what these policies allow; --simulate counts it',
    mayAllow: 'nothing',
  };
}

/** The region that the AWS SDK is configured with. */
export async function configuredRegion(): Promise<string> {
  try {
    return await new SFNClient({}).config.region();
  } catch {
    throw new Failure('check: the region is not known; give it with --region, or set AWS_REGION');
  }
}

export function askSimulator(
  roleArn: string,
  needs: readonly StateNeed[],
  region: string | undefined,
): Promise<readonly Simulated[]> {
  return simulate(iam(region), roleArn, needs, asking);
}

function iam(region: string | undefined): IAMClient {
  // IAM throttles early: the SDK tries again, with pauses.
  return new IAMClient({ ...(region === undefined ? {} : { region }), maxAttempts: 8, retryMode: 'adaptive' });
}

async function asking<T>(action: string, resource: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw new Failure(`check: ${explained(error, action, resource)}`);
  }
}

function explained(error: unknown, action: string, resource: string): string {
  const message = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').trim() : String(error);
  switch (errorCode(error)) {
    case 'AccessDenied':
      return `access denied for ${action} on ${resource}: allow it for the credentials in use (${message})`;
    case 'NoSuchEntity':
    case 'StateMachineDoesNotExist':
      return `${resource} does not exist in this account`;
    case 'CredentialsProviderError':
      return `${action} needs AWS credentials; log in, or set AWS_PROFILE (${message})`;
    default:
      return `${action} on ${resource} failed: ${message === '' ? errorCode(error) : message}`;
  }
}
