import {
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  type IAMClient,
  paginateListAttachedRolePolicies,
  paginateListPolicies,
  paginateListRolePolicies,
  type Role,
} from '@aws-sdk/client-iam';
import { errorCode, explained } from './errors.ts';

/** The tag by which a role opts in; its value is `true`. */
export const MANAGED_TAG = 'rolefit:managed';

/** The path of a role's managed policies, so that they are found without a list of names. */
export function managedPath(roleName: string): string {
  return `/rolefit/${roleName}/`;
}

/** A role as IAM has it, as far as rolefit needs to know. */
export interface RoleState {
  /** Undefined where the role does not exist. */
  readonly role: ReadRole | undefined;
  /** Name → document, of every inline policy. */
  readonly inline: ReadonlyMap<string, string>;
  /** ARNs of every attached managed policy. */
  readonly attached: ReadonlySet<string>;
  /** The managed policies below rolefit's path for this role, attached or not. */
  readonly managed: readonly ManagedPolicy[];
}

export interface ReadRole {
  readonly arn: string;
  readonly tags: ReadonlyMap<string, string>;
  /** The ARN of its permissions boundary. */
  readonly boundary: string | undefined;
}

export interface ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  /** The version that counts; rolefit makes `v1` only. */
  readonly version: string;
  /** What that version says; undefined where it was not read. */
  readonly document: string | undefined;
}

export interface ReadOptions {
  /** Whether the documents of managed policies are read: the names tell only what rolefit has written. */
  readonly documents: boolean;
  /** Whether the policies of roles that did not opt in are left unread. */
  readonly onlyManaged: boolean;
}

/** Reads a role; a role that does not exist has no policies, but managed ones of it may still be there. */
export async function readRole(
  iam: IAMClient,
  RoleName: string,
  { documents, onlyManaged }: ReadOptions,
  abortSignal: AbortSignal,
): Promise<RoleState> {
  const options = { abortSignal };
  const role = await orUndefined('iam:GetRole', RoleName, () => iam.send(new GetRoleCommand({ RoleName }), options));
  const read = role?.Role && readRoleOf(role.Role);
  if (onlyManaged && read?.tags.get(MANAGED_TAG) !== 'true') {
    return { role: read, inline: new Map(), attached: new Set(), managed: [] };
  }
  const path = managedPath(RoleName);
  const managed = await attempt('iam:ListPolicies', path, () => listManaged(iam, path, abortSignal));
  const none: RoleState = { role: undefined, inline: new Map(), attached: new Set(), managed };
  if (!read) return none;
  const inline = await orUndefined('iam:ListRolePolicies', RoleName, () => listInline(iam, RoleName, abortSignal));
  const attached = await orUndefined('iam:ListAttachedRolePolicies', RoleName, () =>
    listAttached(iam, RoleName, abortSignal),
  );
  if (!inline || !attached) return none;
  return {
    role: read,
    inline,
    attached,
    managed: documents ? await Promise.all(managed.map((policy) => withDocument(iam, policy, abortSignal))) : managed,
  };
}

function readRoleOf({ Arn, RoleName = '', Tags = [], PermissionsBoundary }: Role): ReadRole {
  return {
    arn: Arn ?? RoleName,
    tags: new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
    boundary: PermissionsBoundary?.PermissionsBoundaryArn,
  };
}

async function listManaged(
  client: IAMClient,
  PathPrefix: string,
  abortSignal: AbortSignal,
): Promise<readonly ManagedPolicy[]> {
  const found: ManagedPolicy[] = [];
  for await (const page of paginateListPolicies({ client }, { PathPrefix, Scope: 'Local' }, { abortSignal })) {
    for (const { Arn, PolicyName, DefaultVersionId = '' } of page.Policies ?? []) {
      if (Arn === undefined || PolicyName === undefined) continue;
      found.push({ arn: Arn, name: PolicyName, version: DefaultVersionId, document: undefined });
    }
  }
  return found;
}

async function withDocument(iam: IAMClient, policy: ManagedPolicy, abortSignal: AbortSignal): Promise<ManagedPolicy> {
  const command = new GetPolicyVersionCommand({ PolicyArn: policy.arn, VersionId: policy.version });
  const found = await orUndefined('iam:GetPolicyVersion', policy.arn, () => iam.send(command, { abortSignal }));
  return { ...policy, document: decodeURIComponent(found?.PolicyVersion?.Document ?? '') };
}

async function listInline(client: IAMClient, RoleName: string, abortSignal: AbortSignal) {
  const inline = new Map<string, string>();
  for await (const page of paginateListRolePolicies({ client }, { RoleName }, { abortSignal })) {
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

async function listAttached(
  client: IAMClient,
  RoleName: string,
  abortSignal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const attached = new Set<string>();
  for await (const page of paginateListAttachedRolePolicies({ client }, { RoleName }, { abortSignal })) {
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

/** What IAM answers where something does not exist. */
const NO_SUCH_ENTITY: ReadonlySet<string> = new Set(['NoSuchEntity']);

/** Runs a request; undefined where what it asks for does not exist: the error's code is one of `gone`. */
export async function orUndefined<T>(
  action: string,
  resource: string,
  request: () => Promise<T>,
  gone = NO_SUCH_ENTITY,
): Promise<T | undefined> {
  try {
    return await request();
  } catch (error) {
    if (gone.has(errorCode(error))) return undefined;
    throw explained(error, action, resource);
  }
}
