import { createHash } from 'node:crypto';

/** What rolefit owns on a role: the policies of this name, for this owner. */
export interface Owned {
  readonly roleName: string;
  readonly policyName: string;
  /** Who asked for them; another owner's are never touched. Sixteen hexadecimal digits. */
  readonly owner: string;
}

/** What the re-check does about drift: put it right, or only tell. */
export type DriftMode = 'remediate' | 'alert';

/** An owner's identity: the custom resource of one stack. */
export function ownerOf(stackId: string, logicalId: string): string {
  return digest([stackId, logicalId]);
}

/** The role's tag that says who owns the policy: inline policies cannot be tagged themselves. */
export function ownerTag({ policyName }: Owned): string {
  return `rolefit:policy:${policyName}`;
}

export function ownerTagValue({ owner }: Owned, driftMode: DriftMode): string {
  return `${owner} ${driftMode}`;
}

/** True where a tag's value names this owner, in whatever drift mode. */
export function isOwner({ owner }: Owned, tagValue: string): boolean {
  return tagValue.startsWith(`${owner} `);
}

/** The path of a role's managed policies, so that they are found without a list of names. */
export function managedPath({ roleName }: Owned): string {
  return `/rolefit/${roleName}/`;
}

/**
 * A managed policy's name is made of its content: a changed document is a new policy, attached before the old one is
 * detached, so that no permission is missing in between.
 */
export function managedName(owned: Owned, document: string): string {
  return `${owned.policyName}-${digest([owned.owner, owned.roleName, owned.policyName, document])}`;
}

/** True for the names that managedName gives for this policy name. */
export function isManagedName({ policyName }: Owned, name: string): boolean {
  return name.startsWith(`${policyName}-`) && /^[0-9a-f]{16}$/.test(name.slice(policyName.length + 1));
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
