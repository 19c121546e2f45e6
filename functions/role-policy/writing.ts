import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { IAMClient } from '@aws-sdk/client-iam';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { Fit, FitOptions } from '../../src/analysis/fit.ts';
import { CLIENT } from '../../src/aws/clients.ts';
import { arnOf, machineArnOf } from '../../src/aws/machine.ts';
import { roleOfMachine } from '../../src/aws/stateMachines.ts';
import { findingJson } from '../../src/grants/findings.ts';
import { parseArn } from '../../src/iam/arn.ts';
import { hasPlaceholder } from '../../src/iam/text.ts';
import { sizeOf } from '../../src/policy/policy.ts';
import { fitRole, releaseRole } from '../../src/role/apply.ts';
import { isManagedName, type PolicyId } from '../../src/role/rolefitPolicy.ts';
import { NOT_CREATED, type ResourceResult } from './answer.ts';
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

/** Who deploys a policy: its owner, see `ownerOf`, and where the state machine will be. */
export interface Deployer {
  readonly owner: string;
  readonly place: { readonly partition: string; readonly region: string; readonly account: string } | undefined;
  /** True where CloudFormation has said that a deployment makes this request; otherwise it is anybody's who may send one. */
  readonly isVouchedFor: boolean;
}

/** Reads the definition, fits the policy, and writes it to the role. `requested`: the properties as they came. */
export async function writePolicy(
  deployer: Deployer,
  requested: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<ResourceResult> {
  const properties = readProperties(requested);
  refuseOtherAccount(deployer, requested);
  const { definition, settings } = await readSource(properties, sfn, signal);
  const policyId = { roleName: properties.RoleName, policyName: properties.PolicyName, owner: deployer.owner };
  const options = { ...settings, ...optionsOf(deployer, properties) };
  const fitted = await fitWithFacts(iam, policyId, definition, options, signal);
  refuseIncomplete(fitted);
  const guarded = [...guardedIn(fitted), ...wideReadsIn(fitted), ...silencingIn(fitted)];
  refuseGuarded(guarded, properties, deployer.isVouchedFor);
  for (const finding of fitted.findings) console.log(JSON.stringify({ level: 'INFO', ...findingJson(finding) }));
  const policy = policyToWrite(fitted, properties);
  const deployment = deploymentOf(deployer.place?.region ?? '', properties, approvedIn(guarded), fitted);
  const keep = await keepsForExecutions(deployer, properties, signal);
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

/** Removes what this deployer wrote as `physicalId`, and nothing else; a role that is gone is no error. */
export async function removePolicy(owner: string, physicalId: string, signal: AbortSignal): Promise<ResourceResult> {
  const policyId = policyIdOf(owner, physicalId);
  if (policyId === undefined) return { physicalId, data: {} };
  const { writes } = await releaseRole(iam, policyId, signal);
  return { physicalId, data: { Writes: writes } };
}

function policyIdOf(owner: string, physicalId: string): PolicyId | undefined {
  const [, roleName, policyName] = /^([^/]+)\/([^/]+)$/.exec(physicalId) ?? [];
  return roleName === undefined || policyName === undefined ? undefined : { roleName, policyName, owner };
}

/** What names a deployed policy: role and policy name. */
export function physicalIdOf(properties: unknown): string {
  try {
    const { RoleName, PolicyName } = readProperties(properties);
    return `${RoleName}/${PolicyName}`;
  } catch {
    return NOT_CREATED;
  }
}

/**
 * True if the state machine already exists and the re-check will later remove what only its current definition needs:
 * until the update, executions still start on that one.
 */
async function keepsForExecutions(
  { place }: Deployer,
  { StateMachineName: name, StateMachineArn, DriftMode }: Properties,
  signal: AbortSignal,
): Promise<boolean> {
  if (process.env['REMOVE_LATE'] !== 'true' || DriftMode !== 'remediate') return false;
  const arn =
    StateMachineArn === undefined ? place && name && arnOf({ ...place, name }) : machineArnOf(StateMachineArn);
  return arn !== undefined && arn !== '' && (await roleOfMachine(sfn, arn, signal)) !== undefined;
}

/** A role of the same name in this account is a different role. */
function refuseOtherAccount({ place }: Deployer, requested: Readonly<Record<string, unknown>>): void {
  const account = parseArn(String(requested['RoleName']))?.account;
  if (account === undefined || account === place?.account) return;
  throw new Error(
    `property RoleName is a role of the account ${account}; deploy it there, with rolefit in that account`,
  );
}

/** The state machine will be in the deployer's account and Region. */
function optionsOf({ place }: Deployer, properties: Properties): FitOptions {
  const { StateMachineName: name, Type: type, Logging: logging, Tracing: tracing } = properties;
  const { KmsKeyArn: kmsKeyArn, BucketKeys: bucketKeys, DefinitionSubstitutions: substitutions } = properties;
  const { ExtraActions: extraActions } = properties;
  return {
    substitutions,
    ...(place ? { region: place.region, account: place.account, partition: place.partition } : {}),
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
