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
import type { RoleWrite } from './plan.ts';
import { ownerTag, type PolicyId } from './rolefitPolicy.ts';

/** Reads and writes roles; has a clock of its own, for tests. */
export interface RoleStore {
  readonly read: (roleName: string, signal: AbortSignal) => Promise<RoleState>;
  /** Performs one write; `state` is the role as it was last read. */
  readonly perform: (policyId: PolicyId, write: RoleWrite, state: RoleState, signal: AbortSignal) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The roles of an account. */
export function roleStore(iam: IAMClient, options: ReadOptions): RoleStore {
  return {
    read: (roleName, signal) => readRole(iam, roleName, options, signal),
    perform: (policyId, write, state, signal) => perform(iam, policyId, write, state, signal),
    now: Date.now,
    pause: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
  };
}

async function perform(
  iam: IAMClient,
  policyId: PolicyId,
  write: RoleWrite,
  state: RoleState,
  abortSignal: AbortSignal,
): Promise<void> {
  const { roleName: RoleName, policyName: PolicyName } = policyId;
  const options = { abortSignal };
  switch (write.kind) {
    case 'tagRole': {
      const Tags = [...write.tags].map(([Key, Value]) => ({ Key, Value }));
      await attempt('iam:TagRole', RoleName, () => iam.send(new TagRoleCommand({ RoleName, Tags }), options));
      return;
    }
    case 'putInline': {
      const command = new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: write.document });
      await attempt('iam:PutRolePolicy', RoleName, () => iam.send(command, options));
      return;
    }
    case 'createManaged':
      await createManaged(iam, policyId, write.name, write.document, abortSignal);
      return;
    case 'restoreManaged': {
      const command = new SetDefaultPolicyVersionCommand({ PolicyArn: write.arn, VersionId: 'v1' });
      await attempt('iam:SetDefaultPolicyVersion', write.arn, () => iam.send(command, options));
      return;
    }
    case 'attach': {
      const command = new AttachRolePolicyCommand({ RoleName, PolicyArn: managedArn(policyId, write.name, state) });
      await attempt('iam:AttachRolePolicy', RoleName, () => iam.send(command, options));
      return;
    }
    case 'deleteInline':
      await unlessAbsent('iam:DeleteRolePolicy', RoleName, () =>
        iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }), options),
      );
      return;
    case 'detach': {
      const command = new DetachRolePolicyCommand({ RoleName, PolicyArn: write.arn });
      await unlessAbsent('iam:DetachRolePolicy', RoleName, () => iam.send(command, options));
      return;
    }
    case 'deleteManaged': {
      await deleteOtherVersions(iam, write.arn, abortSignal);
      const command = new DeletePolicyCommand({ PolicyArn: write.arn });
      await unlessAbsent('iam:DeletePolicy', write.arn, () => iam.send(command, options));
      return;
    }
    case 'untagRole': {
      const command = new UntagRoleCommand({ RoleName, TagKeys: [...write.keys] });
      await unlessAbsent('iam:UntagRole', RoleName, () => iam.send(command, options));
    }
  }
}

async function createManaged(
  iam: IAMClient,
  policyId: PolicyId,
  PolicyName: string,
  PolicyDocument: string,
  abortSignal: AbortSignal,
): Promise<void> {
  const command = new CreatePolicyCommand({
    PolicyName,
    PolicyDocument,
    Path: managedPath(policyId.roleName),
    Description: `Part of what the execution role ${policyId.roleName} needs. Written by rolefit; do not edit.`,
    Tags: [{ Key: ownerTag(policyId), Value: policyId.owner }],
  });
  const action = 'iam:CreatePolicy';
  await attempt(action, PolicyName, async () => {
    try {
      await iam.send(command, { abortSignal });
    } catch (error) {
      // The name contains a digest of the document, so an earlier try has created this policy.
      if (errorKind(error, action) !== 'exists') throw error;
    }
  });
}

/**
 * rolefit creates one version only; versions added by hand would prevent deletion.
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

function managedArn(policyId: PolicyId, name: string, state: RoleState): string {
  const role = parseArn(state.role?.arn ?? '');
  if (!role) throw new RoleFailure(`role ${policyId.roleName} has no ARN`);
  return formatArn({ ...role, resource: `policy${managedPath(policyId.roleName)}${name}` });
}
