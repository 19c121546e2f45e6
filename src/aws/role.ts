import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  type IAMClient,
  paginateListAttachedRolePolicies,
  paginateListPolicies,
  paginateListRolePolicies,
} from '@aws-sdk/client-iam';
import { type Explain, explainToOwner } from './errors.ts';
import { attempt, collected, unlessAbsent } from './request.ts';

/** Reads a deployed role with its policies, for the command line, the hook and the re-check. */

/** The tag by which a role opts in; its value is `true`. */
export const MANAGED_TAG = 'rolefit:managed';

/** The path of rolefit's managed policies for a role: a path can be listed without knowing the names. */
export function managedPath(roleName: string): string {
  return `/rolefit/${roleName}/`;
}

/** A role as IAM has it. */
export interface RoleState {
  /** Undefined where the role does not exist. */
  readonly role: Role | undefined;
  /** Name → document, of every inline policy. */
  readonly inline: ReadonlyMap<string, string>;
  /** ARNs of every attached managed policy. */
  readonly attached: ReadonlySet<string>;
  /** The managed policies that ReadOptions asks for. */
  readonly managed: readonly ManagedPolicy[];
}

export interface Role {
  readonly arn: string;
  readonly name: string;
  readonly tags: ReadonlyMap<string, string>;
  /** The ARN of its permissions boundary. */
  readonly boundary: string | undefined;
  /** Its trust policy: who may assume it. */
  readonly trust?: string;
}

export interface ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  /** The default version; rolefit only creates `v1`. */
  readonly version: string;
  /** The document of that version, as JSON; undefined if it was not read. */
  readonly document: string | undefined;
}

export interface ReadOptions {
  /**
   * Which managed policies to read. Each choice needs other requests and permissions:
   *
   * - `own`: those below rolefit's path for this role, attached or not, without their documents: their names tell what rolefit
   *   has written (iam:ListPolicies);
   * - `ownDocuments`: the same with their documents (iam:GetPolicyVersion);
   * - `attached`: all that are attached, whoever made them, with their documents (iam:GetPolicy, iam:GetPolicyVersion).
   */
  readonly managed: 'own' | 'ownDocuments' | 'attached';
  /** Skips the policies of roles that didn't opt in. */
  readonly onlyOptedIn: boolean;
  /** Translates errors; by default for the owner of rolefit's stack. */
  readonly explain?: Explain;
}

/**
 * Reads a role. For a role that doesn't exist, rolefit's managed policies may still be there. Needs iam:GetRole,
 * iam:ListRolePolicies, iam:GetRolePolicy, iam:ListAttachedRolePolicies, and the permissions for `managed`. Throws
 * what `explain` returns.
 */
export async function readRole(
  iam: IAMClient,
  roleName: string,
  { managed, onlyOptedIn, explain = explainToOwner }: ReadOptions,
  abortSignal: AbortSignal,
): Promise<RoleState> {
  const reading: Reading = { iam, explain, abortSignal };
  const role = await findRole(iam, roleName, abortSignal, explain);
  const none: RoleState = { role: undefined, inline: new Map(), attached: new Set(), managed: [] };
  if (onlyOptedIn && role?.tags.get(MANAGED_TAG) !== 'true') return { ...none, role };
  const own = managed === 'attached' ? [] : await listOwn(reading, managedPath(roleName));
  const inline = role && (await readInline(reading, roleName));
  const attached = role && (await listAttached(reading, roleName));
  if (!inline || !attached) return { ...none, managed: own };
  return { role, inline, attached, managed: await readManaged(reading, managed, own, attached) };
}

/** A role without its policies; undefined where it does not exist. */
export async function findRole(
  iam: IAMClient,
  RoleName: string,
  abortSignal: AbortSignal,
  explain: Explain = explainToOwner,
): Promise<Role | undefined> {
  const command = new GetRoleCommand({ RoleName });
  const output = await unlessAbsent('iam:GetRole', RoleName, () => iam.send(command, { abortSignal }), explain);
  if (!output?.Role) return undefined;
  const {
    Arn: arn = RoleName,
    RoleName: name = RoleName,
    Tags = [],
    PermissionsBoundary,
    AssumeRolePolicyDocument,
  } = output.Role;
  const tags = new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value]));
  const trust = AssumeRolePolicyDocument && decodeURIComponent(AssumeRolePolicyDocument);
  return { arn, name, tags, boundary: PermissionsBoundary?.PermissionsBoundaryArn, ...(trust ? { trust } : {}) };
}

/** What reading the parts of a role needs. */
interface Reading {
  readonly iam: IAMClient;
  readonly explain: Explain;
  readonly abortSignal: AbortSignal;
}

/** Name → document; undefined if the role was deleted in the meantime. */
async function readInline(
  { iam: client, explain, abortSignal }: Reading,
  RoleName: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const list = () =>
    collected(
      paginateListRolePolicies({ client }, { RoleName }, { abortSignal }),
      ({ PolicyNames = [] }) => PolicyNames,
    );
  const names = await unlessAbsent('iam:ListRolePolicies', RoleName, list, explain);
  if (!names) return undefined;
  const inline = new Map<string, string>();
  for (const PolicyName of names) {
    const get = () => client.send(new GetRolePolicyCommand({ RoleName, PolicyName }), { abortSignal });
    const policy = await unlessAbsent('iam:GetRolePolicy', RoleName, get, explain);
    if (policy) inline.set(PolicyName, decoded(policy.PolicyDocument));
  }
  return inline;
}

/** ARNs; undefined if the role was deleted in the meantime. */
async function listAttached(
  { iam: client, explain, abortSignal }: Reading,
  RoleName: string,
): Promise<ReadonlySet<string> | undefined> {
  const list = () =>
    collected(
      paginateListAttachedRolePolicies({ client }, { RoleName }, { abortSignal }),
      ({ AttachedPolicies = [] }) => AttachedPolicies.flatMap(({ PolicyArn }) => PolicyArn ?? []),
    );
  const arns = await unlessAbsent('iam:ListAttachedRolePolicies', RoleName, list, explain);
  return arns && new Set(arns);
}

/** The managed policies below a path, without their documents. */
function listOwn(
  { iam: client, explain, abortSignal }: Reading,
  PathPrefix: string,
): Promise<readonly ManagedPolicy[]> {
  const list = () =>
    collected(
      paginateListPolicies({ client }, { PathPrefix, Scope: 'Local' }, { abortSignal }),
      ({ Policies = [] }): readonly ManagedPolicy[] =>
        Policies.flatMap(({ Arn: arn, PolicyName: name, DefaultVersionId: version = '' }) =>
          arn === undefined || name === undefined ? [] : [{ arn, name, version, document: undefined }],
        ),
    );
  return attempt('iam:ListPolicies', PathPrefix, list, explain);
}

async function readManaged(
  reading: Reading,
  which: ReadOptions['managed'],
  own: readonly ManagedPolicy[],
  attached: ReadonlySet<string>,
): Promise<readonly ManagedPolicy[]> {
  switch (which) {
    case 'own':
      return own;
    case 'ownDocuments':
      return Promise.all(own.map((policy) => withDocument(reading, policy)));
    case 'attached': {
      const policies: ManagedPolicy[] = [];
      for (const arn of attached) policies.push(await withDocument(reading, await findVersion(reading, arn)));
      return policies;
    }
  }
}

async function findVersion({ iam, explain, abortSignal }: Reading, PolicyArn: string): Promise<ManagedPolicy> {
  const command = new GetPolicyCommand({ PolicyArn });
  const { Policy } = await attempt('iam:GetPolicy', PolicyArn, () => iam.send(command, { abortSignal }), explain);
  const name = PolicyArn.slice(PolicyArn.lastIndexOf('/') + 1);
  return { arn: PolicyArn, name, version: Policy?.DefaultVersionId ?? '', document: undefined };
}

/** Adds the document; empty if the policy was deleted in the meantime. */
async function withDocument({ iam, explain, abortSignal }: Reading, policy: ManagedPolicy): Promise<ManagedPolicy> {
  const command = new GetPolicyVersionCommand({ PolicyArn: policy.arn, VersionId: policy.version });
  const get = () => iam.send(command, { abortSignal });
  const output = await unlessAbsent('iam:GetPolicyVersion', policy.arn, get, explain);
  return { ...policy, document: decoded(output?.PolicyVersion?.Document) };
}

/** IAM's documents are URL-encoded: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html */
function decoded(document = ''): string {
  return decodeURIComponent(document);
}
