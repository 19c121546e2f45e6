import { setTimeout as sleep } from 'node:timers/promises';
import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  DeletePolicyCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  type IAMClient,
  PutRolePolicyCommand,
  SetDefaultPolicyVersionCommand,
  TagRoleCommand,
  UntagRoleCommand,
} from '@aws-sdk/client-iam';
import { formatArn, parseArn } from '../iam/arn.ts';
import type { Policy } from '../iam/policy.ts';
import { errorCode, RoleFailure } from './failure.ts';
import { type DriftMode, managedPath, type Owned, ownerTag } from './owned.ts';
import { type Plan, planFit, planRelease, type RoleState, type Step } from './plan.ts';
import { attempt, orUndefined, readRole } from './read.ts';

export interface Written {
  /** How many writes it took; 0 where the role was right already. */
  readonly writes: number;
  /** The role as it reads now. */
  readonly state: RoleState;
}

/** Makes the role have exactly this policy, and answers when it reads back. Throws RoleFailure, or AWS's own error. */
export function fitRole(
  iam: IAMClient,
  owned: Owned,
  { policy, driftMode }: { readonly policy: Policy; readonly driftMode: DriftMode },
  signal: AbortSignal,
): Promise<Written> {
  return converge(iam, owned, (state) => planFit(state, owned, policy, driftMode), signal);
}

/** Removes what this owner has written, and nothing else; a role that is gone is no error. */
export function releaseRole(iam: IAMClient, owned: Owned, signal: AbortSignal): Promise<Written> {
  return converge(iam, owned, (state) => planRelease(state, owned), signal);
}

/** IAM agrees within seconds; what it still does not show after this long is written again, in milliseconds. */
const WRITE_AGAIN = 15_000;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 4_000;
/** How long a refusal may be the work of a read that lags behind, in milliseconds. */
const LAG = 12_000;

/**
 * Reads, plans and writes until the plan is empty. Removals wait for a read that shows all additions, so the role never
 * lacks what it had and still needs. A crash at any point is made good by running it again.
 */
async function converge(
  iam: IAMClient,
  owned: Owned,
  plan: (state: RoleState) => Plan,
  signal: AbortSignal,
): Promise<Written> {
  const written = new Map<string, number>();
  const start = Date.now();
  let writes = 0;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    signal.throwIfAborted();
    const state = await readRole(iam, owned, signal);
    const steps = stepsOf(state, plan, start);
    if (steps?.length === 0) return { writes, state };
    for (const step of steps ?? []) {
      const key = JSON.stringify(step);
      if (Date.now() - (written.get(key) ?? Number.NEGATIVE_INFINITY) < WRITE_AGAIN) continue;
      signal.throwIfAborted();
      await perform(iam, owned, step, state, signal);
      written.set(key, Date.now());
      writes++;
    }
    await sleep(wait, undefined, { signal });
  }
}

/** The steps to take now; undefined where the state is one that reading again may change. */
function stepsOf(state: RoleState, plan: (state: RoleState) => Plan, start: number): readonly Step[] | undefined {
  try {
    const { add, remove } = plan(state);
    return add.length > 0 ? add : remove;
  } catch (error) {
    if (error instanceof RoleFailure && error.mayPass && Date.now() - start < LAG) return undefined;
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
      const Tags = [{ Key: ownerTag(owned), Value: step.value }];
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
      const command = new DeletePolicyCommand({ PolicyArn: step.arn });
      await orUndefined('iam:DeletePolicy', step.arn, () => iam.send(command, options));
      return;
    }
    case 'untagRole': {
      const command = new UntagRoleCommand({ RoleName, TagKeys: [ownerTag(owned)] });
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
    Path: managedPath(owned),
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

function managedArn(owned: Owned, name: string, state: RoleState): string {
  const role = parseArn(state.role?.arn ?? '');
  if (!role) throw new RoleFailure(`role ${owned.roleName} has no ARN`);
  return formatArn({ ...role, resource: `policy${managedPath(owned)}${name}` });
}
