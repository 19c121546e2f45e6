import { IAMClient } from '@aws-sdk/client-iam';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { FitOptions } from '../../analysis/fit.ts';
import { DefinitionError } from '../../asl/error.ts';
import { parseText } from '../../asl/parse.ts';
import { TERMINAL_CLIENT } from '../../aws/clients.ts';
import { type Explain, errorCode, errorKind, oneLine } from '../../aws/errors.ts';
import { machineName, roleNameOf } from '../../aws/machine.ts';
import { readRole } from '../../aws/role.ts';
import { type SimulationResult, simulate } from '../../aws/simulate.ts';
import { readMachine } from '../../aws/stateMachines.ts';
import { parseArn } from '../../iam/arn.ts';
import { joinPolicies, readPolicy } from '../../policy/document.ts';
import type { StateNeed } from '../../policy/shortfalls.ts';
import type { NotEvaluated } from '../../policy/statement.ts';
import { otherPrincipals } from '../../policy/trust.ts';
import { Failure } from '../failure.ts';
import type { StateMachine } from '../input/stateMachines.ts';
import type { RoleToCheck } from './roles.ts';

/** What `rolefit check` reads in an account, with the credentials that the AWS SDK finds. Every error is a Failure. */

/** A deployed state machine, and the ARN of its role. */
export async function readDeployedMachine(
  arn: string,
  overrides: FitOptions,
): Promise<{ readonly stateMachine: StateMachine; readonly roleArn: string }> {
  const place = parseArn(arn);
  if (place === undefined) throw new Failure(`check: ${arn} is no ARN`);
  const client = new SFNClient({ ...TERMINAL_CLIENT, region: overrides.region ?? place.region });
  const { definition, settings, roleArn } = await readMachine(client, arn, NEVER, explained);
  const { substitutions: _, ...options } = overrides;
  const { partition, region, account } = place;
  try {
    const stateMachine = {
      label: arn,
      file: arn,
      definition: parseText(definition, 'json'),
      options: { ...settings, partition, region, account, name: machineName(arn), ...options },
    };
    return { stateMachine, roleArn };
  } catch (error) {
    throw error instanceof DefinitionError ? new Failure(`${arn}: ${error.message}`) : error;
  }
}

/** A deployed role with all of its policies. */
export async function readDeployedRole(
  nameOrArn: string,
  region: string | undefined,
): Promise<RoleToCheck & { readonly arn: string }> {
  const name = roleNameOf(nameOrArn);
  const options = { managed: 'attached', onlyOptedIn: false, explain: explained } as const;
  const { role, inline, managed } = await readRole(iam(region), name, options, NEVER);
  if (!role) throw absent(name);
  const { arn, boundary, trust } = role;
  const boundaryNotes = boundary === undefined ? [] : [boundaryNote(boundary)];
  const written = [...inline].map(([policy, document]) => readPolicy(document, `${name} ${policy}`, undefined, 'role'));
  const attached = managed.map(({ arn: policy, document = '' }) => {
    const read = readPolicy(document, policy, undefined, 'role');
    const ofAws = /:iam::aws:policy\/(?:.*\/)?(.+)$/.exec(policy)?.[1];
    return ofAws === undefined ? read : { ...read, policies: read.policies.map((each) => ({ ...each, ofAws })) };
  });
  const policies = joinPolicies(...written, ...attached, { policies: [], notEvaluated: boundaryNotes });
  return { key: arn, name, arn, policies, isDeployed: true, boundaryNotes, otherUsers: usersIn(trust) };
}

function usersIn(trust: string | undefined): readonly string[] {
  return trust === undefined ? [] : otherPrincipals(parseText(trust, 'json'));
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
    return await new SFNClient(TERMINAL_CLIENT).config.region();
  } catch {
    throw new Failure('check: the region is not known; give it with --region, or set AWS_REGION');
  }
}

export function askSimulator(
  roleArn: string,
  needs: readonly StateNeed[],
  region: string | undefined,
): Promise<readonly SimulationResult[]> {
  return simulate(iam(region), roleArn, needs, explained);
}

function iam(region: string | undefined): IAMClient {
  return new IAMClient({ ...TERMINAL_CLIENT, ...(region === undefined ? {} : { region }) });
}

/** Ctrl+C ends a request that takes too long. */
const NEVER = new AbortController().signal;

function absent(resource: string): Failure {
  return new Failure(`check: ${resource} does not exist in this account`);
}

/** AWS's errors in words for whoever runs the command. */
const explained: Explain = (error, action, resource) => {
  const message = oneLine(error instanceof Error ? error.message : String(error));
  switch (errorKind(error, action)) {
    case 'absent':
      return absent(resource);
    case 'denied':
      return new Failure(
        `check: access denied for ${action} on ${resource}: allow it for the credentials in use (${message})`,
      );
    case 'noCredentials':
      return new Failure(`check: ${action} needs AWS credentials; log in, or set AWS_PROFILE (${message})`);
    case 'noKey':
    case 'exists':
    case 'refused':
    case 'other':
      return new Failure(`check: ${action} on ${resource} failed: ${message === '' ? errorCode(error) : message}`);
  }
};
