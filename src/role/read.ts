import {
  GetRoleCommand,
  GetRolePolicyCommand,
  type IAMClient,
  paginateListAttachedRolePolicies,
  paginateListPolicies,
  paginateListRolePolicies,
} from '@aws-sdk/client-iam';
import { errorCode, explained } from './failure.ts';
import { isManagedName, managedPath, type Owned } from './owned.ts';
import type { ManagedPolicy, RoleState } from './plan.ts';

/** Reads a role; a role that does not exist has no policies, but managed ones of it may still be there. */
export async function readRole(iam: IAMClient, owned: Owned, abortSignal: AbortSignal): Promise<RoleState> {
  const RoleName = owned.roleName;
  const options = { abortSignal };
  const role = await orUndefined('iam:GetRole', RoleName, () => iam.send(new GetRoleCommand({ RoleName }), options));
  const managed = await attempt('iam:ListPolicies', managedPath(owned), () => listManaged(iam, owned));
  const none: RoleState = { role: undefined, inline: new Map(), attached: new Set(), managed };
  if (!role?.Role) return none;
  const tags = new Map((role.Role.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
  const inline = await orUndefined('iam:ListRolePolicies', RoleName, () => listInline(iam, RoleName, abortSignal));
  const attached = await orUndefined('iam:ListAttachedRolePolicies', RoleName, () => listAttached(iam, RoleName));
  if (!inline || !attached) return none;
  return { role: { arn: role.Role.Arn ?? RoleName, tags }, inline, attached, managed };
}

async function listManaged(client: IAMClient, owned: Owned): Promise<readonly ManagedPolicy[]> {
  const found: ManagedPolicy[] = [];
  for await (const page of paginateListPolicies({ client }, { PathPrefix: managedPath(owned), Scope: 'Local' })) {
    for (const { Arn, PolicyName, DefaultVersionId = '' } of page.Policies ?? []) {
      if (Arn === undefined || PolicyName === undefined || !isManagedName(owned, PolicyName)) continue;
      found.push({ arn: Arn, name: PolicyName, version: DefaultVersionId });
    }
  }
  return found;
}

async function listInline(client: IAMClient, RoleName: string, abortSignal: AbortSignal) {
  const inline = new Map<string, string>();
  for await (const page of paginateListRolePolicies({ client }, { RoleName })) {
    for (const PolicyName of page.PolicyNames ?? []) {
      const policy = await orUndefined('iam:GetRolePolicy', RoleName, () =>
        client.send(new GetRolePolicyCommand({ RoleName, PolicyName }), { abortSignal }),
      );
      // IAM answers with the document URL-encoded:
      // https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html
      if (policy) inline.set(PolicyName, decodeURIComponent(policy.PolicyDocument ?? ''));
    }
  }
  return inline;
}

async function listAttached(client: IAMClient, RoleName: string): Promise<ReadonlySet<string>> {
  const attached = new Set<string>();
  for await (const page of paginateListAttachedRolePolicies({ client }, { RoleName })) {
    for (const { PolicyArn } of page.AttachedPolicies ?? []) if (PolicyArn !== undefined) attached.add(PolicyArn);
  }
  return attached;
}

/** Runs a request; its error says what to change. */
export async function attempt<T>(action: string, resource: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw explained(error, action, resource);
  }
}

/** Runs a request; undefined where what it asks for does not exist. */
export async function orUndefined<T>(
  action: string,
  resource: string,
  request: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await request();
  } catch (error) {
    if (errorCode(error) === 'NoSuchEntity') return undefined;
    throw explained(error, action, resource);
  }
}
