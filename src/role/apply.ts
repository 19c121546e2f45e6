import { setTimeout as sleep } from 'node:timers/promises';
import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  type IAMClient,
  ListPolicyVersionsCommand,
  PutRolePolicyCommand,
  SetDefaultPolicyVersionCommand,
  TagRoleCommand,
  UntagRoleCommand,
} from '@aws-sdk/client-iam';
import { errorCode, RoleFailure } from '../aws/errors.ts';
import {
  attempt,
  MANAGED_TAG,
  managedPath,
  orUndefined,
  type ReadOptions,
  type RoleState,
  readRole,
} from '../aws/role.ts';
import { formatArn, parseArn } from '../iam/arn.ts';
import { readPolicies } from '../policy/document.ts';
import { grantsOf, mergeable, mergedPolicy } from '../policy/merge.ts';
import { type Policy, sizeOf } from '../policy/policy.ts';
import { QUOTAS, split } from '../policy/quota.ts';
import { claimsOf, type Deployment, type Owned, ownerTag } from './owned.ts';
import { documentsOf, type Plan, planFit, planRelease, type Step, sameJson } from './plan.ts';

export interface Written {
  /** How many writes it took; 0 where the role was right already. */
  readonly writes: number;
  /** The role as it reads now. */
  readonly state: RoleState;
}

export interface Wanted {
  readonly policy: Policy;
  readonly deployment: Deployment;
  /** True where running executions may need what the role has besides: it stays, for the re-check to take away. */
  readonly keep: boolean;
}

/** Makes the role have this policy, and answers when it reads back. Throws RoleFailure, or AWS's own error. */
export function fitRole(
  iam: IAMClient,
  owned: Owned,
  { policy, deployment, keep }: Wanted,
  signal: AbortSignal,
): Promise<Written> {
  const store = roleStore(iam, { documents: keep, onlyManaged: false });
  const plan = (state: RoleState) => {
    const wanted = keep ? keeping(policy, documentsOfOwner(state, owned)) : policy;
    return planFit(state, owned, wanted, deployment, sizeOf(wanted) > sizeOf(policy));
  };
  return converge(store, owned, plan, signal);
}

/** Removes what this owner has written, and nothing else; a role that is gone is no error. */
export function releaseRole(iam: IAMClient, owned: Owned, signal: AbortSignal): Promise<Written> {
  const store = roleStore(iam, { documents: false, onlyManaged: false });
  return converge(store, owned, (state) => planRelease(state, owned), signal);
}

/** A changed PolicyName is a replacement: what the policy of the other name has is needed as long. */
function documentsOfOwner(state: RoleState, owned: Owned): readonly string[] {
  const claims = claimsOf(owned.roleName, state.role?.tags ?? new Map());
  const others = claims.filter((claim) => claim.owned.owner === owned.owner).map((claim) => claim.owned);
  const names = new Set([owned.policyName, ...others.map(({ policyName }) => policyName)]);
  return [...names].flatMap((policyName) => documentsOf(state, { ...owned, policyName }));
}

/** The policy, with what the role's documents allow besides: unless that is more than a role can carry. */
function keeping(policy: Policy, documents: readonly string[]): Policy {
  const both = mergedPolicy(mergeable(readPolicies(documents)), grantsOf(policy));
  return split(both).length <= QUOTAS.managedPoliciesPerRole ? both : policy;
}

/** Where roles are, and the time that passes there. */
export interface RoleStore {
  readonly read: (roleName: string, signal: AbortSignal) => Promise<RoleState>;
  /** One write, as `state` showed the role. */
  readonly perform: (owned: Owned, step: Step, state: RoleState, signal: AbortSignal) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The roles of an account. */
export function roleStore(iam: IAMClient, options: ReadOptions): RoleStore {
  return {
    read: (roleName, signal) => readRole(iam, roleName, options, signal),
    perform: (owned, step, state, signal) => perform(iam, owned, step, state, signal),
    now: Date.now,
    pause: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
  };
}

/** IAM agrees within seconds; what it still does not show after this long is written again, in milliseconds. */
const WRITE_AGAIN = 15_000;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 4_000;
/** How long a refusal may be the work of a read that lags behind, in milliseconds. */
const LAG = 12_000;

/**
 * Reads, plans and writes until the plan is empty. Removals wait for a read that shows all additions, so the role never
 * lacks what it had and still needs. A crash at any point is made good by running it again. `plan` is told how many
 * writes there have been.
 */
export async function converge(
  store: RoleStore,
  owned: Owned,
  plan: (state: RoleState, writes: number) => Plan | Promise<Plan>,
  signal: AbortSignal,
): Promise<Written> {
  const written = new Map<string, number>();
  const start = store.now();
  /** The last write of each kind and name: a read that does not show them is older than they are. */
  const latest = new Map<string, Step>();
  let writes = 0;
  let last = Number.NEGATIVE_INFINITY;
  let refusedSince: number | undefined;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    signal.throwIfAborted();
    const state = await store.read(owned.roleName, signal);
    const steps = await stepsOf(() => plan(state, writes), store.now() - start);
    // Where another function has written since, a read never shows what was written here: it counts after some time.
    const seen = store.now() - last >= LAG || [...latest.values()].every((step) => shows(state, owned, step));
    if (steps?.length === 0 && seen) return { writes, state };
    for (const step of steps ?? []) {
      const key = keyOf(step);
      if (store.now() - (written.get(key) ?? Number.NEGATIVE_INFINITY) < WRITE_AGAIN) continue;
      signal.throwIfAborted();
      try {
        await store.perform(owned, step, state, signal);
      } catch (error) {
        refusedSince ??= store.now();
        if (!mayPass(error, state) || store.now() - refusedSince >= LAG) throw error;
        break;
      }
      refusedSince = undefined;
      written.set(key, store.now());
      latest.set(targetOf(step), step);
      last = store.now();
      writes++;
    }
    await store.pause(wait, signal);
  }
}

/** True where reading the role again may tell why a write was refused: it did opt in, and may be new, changed, or gone. */
function mayPass(error: unknown, { role }: RoleState): boolean {
  return error instanceof RoleFailure && error.mayPass && role?.tags.get(MANAGED_TAG) === 'true';
}

/** What a step is about: a later one for the same replaces it. */
function targetOf(step: Step): string {
  switch (step.kind) {
    case 'tagRole':
    case 'untagRole':
      return 'tags';
    case 'putInline':
    case 'deleteInline':
      return 'inline';
    case 'createManaged':
    case 'attach':
      return step.name;
    case 'restoreManaged':
    case 'detach':
    case 'deleteManaged':
      return step.arn.slice(step.arn.lastIndexOf('/') + 1);
  }
}

/** True where a role as it reads shows that a step was taken. */
function shows({ role, inline, attached, managed }: RoleState, { policyName }: Owned, step: Step): boolean {
  switch (step.kind) {
    case 'tagRole':
      return [...step.tags].every(([key, value]) => role?.tags.get(key) === value);
    case 'untagRole':
      return !step.keys.some((key) => role?.tags.has(key));
    case 'putInline':
      return sameJson(inline.get(policyName), step.document);
    case 'deleteInline':
      return !inline.has(policyName);
    case 'createManaged':
      return managed.some(({ name }) => name === step.name);
    case 'attach':
      return [...attached].some((arn) => arn.endsWith(`/${step.name}`));
    case 'restoreManaged':
      return managed.some(({ arn, version }) => arn === step.arn && version === 'v1');
    case 'detach':
      return !attached.has(step.arn);
    case 'deleteManaged':
      return !managed.some(({ arn }) => arn === step.arn);
  }
}

function keyOf(step: Step): string {
  return JSON.stringify(step.kind === 'tagRole' ? { ...step, tags: [...step.tags] } : step);
}

/** The steps to take now; undefined where the state is one that reading again may change. */
async function stepsOf(plan: () => Plan | Promise<Plan>, passed: number): Promise<readonly Step[] | undefined> {
  try {
    const { add, remove } = await plan();
    return add.length > 0 ? add : remove;
  } catch (error) {
    if (error instanceof RoleFailure && error.mayPass && passed < LAG) return undefined;
    throw error;
  }
}

async function perform(
  iam: IAMClient,
  owned: Owned,
  step: Step,
  state: RoleState,
  abortSignal: AbortSignal,
): Promise<void> {
  const { roleName: RoleName, policyName: PolicyName } = owned;
  const options = { abortSignal };
  switch (step.kind) {
    case 'tagRole': {
      const Tags = [...step.tags].map(([Key, Value]) => ({ Key, Value }));
      await attempt('iam:TagRole', RoleName, () => iam.send(new TagRoleCommand({ RoleName, Tags }), options));
      return;
    }
    case 'putInline': {
      const command = new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: step.document });
      await attempt('iam:PutRolePolicy', RoleName, () => iam.send(command, options));
      return;
    }
    case 'createManaged':
      await createManaged(iam, owned, step.name, step.document, abortSignal);
      return;
    case 'restoreManaged': {
      const command = new SetDefaultPolicyVersionCommand({ PolicyArn: step.arn, VersionId: 'v1' });
      await attempt('iam:SetDefaultPolicyVersion', step.arn, () => iam.send(command, options));
      return;
    }
    case 'attach': {
      const command = new AttachRolePolicyCommand({ RoleName, PolicyArn: managedArn(owned, step.name, state) });
      await attempt('iam:AttachRolePolicy', RoleName, () => iam.send(command, options));
      return;
    }
    case 'deleteInline':
      await orUndefined('iam:DeleteRolePolicy', RoleName, () =>
        iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }), options),
      );
      return;
    case 'detach': {
      const command = new DetachRolePolicyCommand({ RoleName, PolicyArn: step.arn });
      await orUndefined('iam:DetachRolePolicy', RoleName, () => iam.send(command, options));
      return;
    }
    case 'deleteManaged': {
      await deleteOtherVersions(iam, step.arn, abortSignal);
      const command = new DeletePolicyCommand({ PolicyArn: step.arn });
      await orUndefined('iam:DeletePolicy', step.arn, () => iam.send(command, options));
      return;
    }
    case 'untagRole': {
      const command = new UntagRoleCommand({ RoleName, TagKeys: [...step.keys] });
      await orUndefined('iam:UntagRole', RoleName, () => iam.send(command, options));
    }
  }
}

async function createManaged(
  iam: IAMClient,
  owned: Owned,
  PolicyName: string,
  PolicyDocument: string,
  abortSignal: AbortSignal,
): Promise<void> {
  const command = new CreatePolicyCommand({
    PolicyName,
    PolicyDocument,
    Path: managedPath(owned.roleName),
    Description: `Part of what the execution role ${owned.roleName} needs. Written by rolefit; do not edit.`,
    Tags: [{ Key: ownerTag(owned), Value: owned.owner }],
  });
  await attempt('iam:CreatePolicy', PolicyName, async () => {
    try {
      await iam.send(command, { abortSignal });
    } catch (error) {
      // The name says what is in it: an earlier try has made it.
      if (errorCode(error) !== 'EntityAlreadyExists') throw error;
    }
  });
}

/**
 * rolefit makes one version only; others, made by hand, keep a policy from being deleted.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
 */
async function deleteOtherVersions(iam: IAMClient, PolicyArn: string, abortSignal: AbortSignal): Promise<void> {
  const options = { abortSignal };
  const listed = await orUndefined('iam:ListPolicyVersions', PolicyArn, () =>
    iam.send(new ListPolicyVersionsCommand({ PolicyArn }), options),
  );
  for (const { VersionId, IsDefaultVersion } of listed?.Versions ?? []) {
    if (IsDefaultVersion) continue;
    const command = new DeletePolicyVersionCommand({ PolicyArn, VersionId });
    await orUndefined('iam:DeletePolicyVersion', PolicyArn, () => iam.send(command, options));
  }
}

function managedArn(owned: Owned, name: string, state: RoleState): string {
  const role = parseArn(state.role?.arn ?? '');
  if (!role) throw new RoleFailure(`role ${owned.roleName} has no ARN`);
  return formatArn({ ...role, resource: `policy${managedPath(owned.roleName)}${name}` });
}
