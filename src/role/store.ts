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
import { errorKind } from '../aws/errors.ts';
import { attempt, unlessAbsent } from '../aws/request.ts';
import { managedPath, type ReadOptions, type RoleState, readRole } from '../aws/role.ts';
import { formatArn, parseArn } from '../iam/arn.ts';
import { RoleFailure } from './failure.ts';
import { type Owned, ownerTag } from './owned.ts';
import type { Step } from './plan.ts';

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
      await unlessAbsent('iam:DeleteRolePolicy', RoleName, () =>
        iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }), options),
      );
      return;
    case 'detach': {
      const command = new DetachRolePolicyCommand({ RoleName, PolicyArn: step.arn });
      await unlessAbsent('iam:DetachRolePolicy', RoleName, () => iam.send(command, options));
      return;
    }
    case 'deleteManaged': {
      await deleteOtherVersions(iam, step.arn, abortSignal);
      const command = new DeletePolicyCommand({ PolicyArn: step.arn });
      await unlessAbsent('iam:DeletePolicy', step.arn, () => iam.send(command, options));
      return;
    }
    case 'untagRole': {
      const command = new UntagRoleCommand({ RoleName, TagKeys: [...step.keys] });
      await unlessAbsent('iam:UntagRole', RoleName, () => iam.send(command, options));
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
  const action = 'iam:CreatePolicy';
  await attempt(action, PolicyName, async () => {
    try {
      await iam.send(command, { abortSignal });
    } catch (error) {
      // The name says what is in it: an earlier try has made it.
      if (errorKind(error, action) !== 'exists') throw error;
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
  const listed = await unlessAbsent('iam:ListPolicyVersions', PolicyArn, () =>
    iam.send(new ListPolicyVersionsCommand({ PolicyArn }), options),
  );
  for (const { VersionId, IsDefaultVersion } of listed?.Versions ?? []) {
    if (IsDefaultVersion) continue;
    const command = new DeletePolicyVersionCommand({ PolicyArn, VersionId });
    await unlessAbsent('iam:DeletePolicyVersion', PolicyArn, () => iam.send(command, options));
  }
}

function managedArn(owned: Owned, name: string, state: RoleState): string {
  const role = parseArn(state.role?.arn ?? '');
  if (!role) throw new RoleFailure(`role ${owned.roleName} has no ARN`);
  return formatArn({ ...role, resource: `policy${managedPath(owned.roleName)}${name}` });
}
