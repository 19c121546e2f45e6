import { IAMClient } from '@aws-sdk/client-iam';
import { SFNClient } from '@aws-sdk/client-sfn';
import { parseText } from '../../asl/parse.ts';
import { TERMINAL_CLIENT } from '../../aws/clients.ts';
import { roleNameOf } from '../../aws/machine.ts';
import { readRole } from '../../aws/role.ts';
import { type SimulationResult, simulate } from '../../aws/simulate.ts';
import { joinPolicies, readPolicy } from '../../policy/document.ts';
import type { StateNeed } from '../../policy/shortfalls.ts';
import { otherPrincipals } from '../../policy/trust.ts';
import { Failure } from '../failure.ts';
import { absentFor, explainedFor, NEVER } from '../input/deployed.ts';
import { boundaryNote, type RoleToCheck } from './roles.ts';

/** What `rolefit check` reads in an account, with the credentials that the AWS SDK finds. Every error is a Failure. */

/** A deployed role with all of its policies. */
export async function readDeployedRole(
  nameOrArn: string,
  region: string | undefined,
): Promise<RoleToCheck & { readonly arn: string }> {
  const name = roleNameOf(nameOrArn);
  const options = { managed: 'attached', onlyOptedIn: false, explain: explained } as const;
  const { role, inline, managed } = await readRole(iam(region), name, options, NEVER);
  if (!role) throw absentFor('check', name);
  const { arn, boundary, trust } = role;
  const boundaryNotes = boundary === undefined ? [] : [boundaryNote(boundary, '--simulate counts it')];
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

const explained = explainedFor('check');
