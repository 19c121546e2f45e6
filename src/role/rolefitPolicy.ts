import { createHash } from 'node:crypto';
import type { Conditions } from '../grants/grant.ts';
import { canonicalJson } from '../policy/policy.ts';
import { factTagValues, MOST_FACT_TAGS, readFactTags } from './factTags.ts';
import { RoleFailure } from './failure.ts';
import { extraTagValues, NO_EXTRA, type RecordedExtra, readExtraTags } from './recordedExtra.ts';
import { NO_FACTS, type RecordedFacts } from './recordedFacts.ts';

/** Identifies a policy that rolefit owns on a role. */
export interface PolicyId {
  readonly roleName: string;
  readonly policyName: string;
  /** Who asked for the policy; rolefit never touches another owner's. Sixteen hexadecimal digits. */
  readonly owner: string;
}

/** What the re-check does about drift: repair it, or only alert. */
export type DriftMode = 'remediate' | 'alert';

/** What a deployment records about its policy in the role's tags, for the re-check. */
export interface Deployment {
  readonly driftMode: DriftMode;
  /** The state machine's Region: the re-check in another Region leaves the policy alone. */
  readonly region: string;
  /** The state machine's name; undefined if the template doesn't give it. */
  readonly machine: string | undefined;
  /** When it was deployed, in seconds since 1970. */
  readonly deployedAt: number;
  /**
   * Digests of the permissions that only a deployment can grant: guarded actions and reads of any name; see
   * `approvalDigest`.
   */
  readonly approved: ReadonlySet<string>;
  /** Bucket name → ARN of the key that encrypts its objects. */
  readonly bucketKeys: Readonly<Record<string, string>>;
  /** What was known of the resources that the definition names. */
  readonly facts: RecordedFacts;
  /** What only ExtraActions asked for. */
  readonly extra?: RecordedExtra;
}

/** The owner of a policy is a custom resource in one stack. */
export function ownerOf(stackId: string, logicalId: string): string {
  return digest([stackId, logicalId]);
}

const PREFIX = 'rolefit:policy:';

/** The tag of the role that says who owns the policy: inline policies cannot have tags. */
export function ownerTag({ policyName }: Pick<PolicyId, 'policyName'>): string {
  return `${PREFIX}${policyName}`;
}

/** The beginning of the tags that record facts. */
export function factTag(policyId: Pick<PolicyId, 'policyName'>): string {
  return `${ownerTag(policyId)}:facts:`;
}

function ownerTagValue({ owner }: PolicyId, driftMode: DriftMode): string {
  return `${owner} ${driftMode}`;
}

/** True if a tag's value names this owner, in either drift mode. */
export function isOwner({ owner }: PolicyId, tagValue: string): boolean {
  return tagValue.startsWith(`${owner} `);
}

/**
 * IAM's limits on a tag: 256 characters; letters, digits, spaces and `_.:/=+-@`.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
 */
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Behind the Region: the role had no room for a tag about facts. No Region's name has it. */
const NO_ROOM = '+';

/** All tags of a policy, the owner tag first. `room`: how many of them may be about facts. */
export function tagsOf(
  policyId: PolicyId,
  deployment: Deployment,
  room: number = MOST_FACT_TAGS,
): ReadonlyMap<string, string> {
  const { driftMode, region, machine, deployedAt, approved, bucketKeys, facts, extra = NO_EXTRA } = deployment;
  const tag = ownerTag(policyId);
  const named = machine !== undefined && TAG_TEXT.test(machine) ? ` ${machine}` : '';
  const values = factTagValues(facts, room);
  // A role that is full of tags gets none about facts, not even the one that says so.
  const hasRoom = values.length <= Math.max(0, room);
  const tags = new Map([
    [tag, ownerTagValue(policyId, driftMode)],
    [`${tag}:deployed`, `${region}${hasRoom ? '' : NO_ROOM} ${deployedAt}${named}`],
  ]);
  if (approved.size > 0) tags.set(`${tag}:guarded`, [...approved].toSorted().slice(0, MOST_APPROVED).join(' '));
  for (const [bucket, key] of Object.entries(bucketKeys)) tags.set(`${tag}:key:${bucket}`, key);
  for (const [index, value] of extraTagValues(extra).entries()) tags.set(`${tag}:extra:${index + 1}`, value);
  for (const [index, value] of (hasRoom ? values : []).entries()) tags.set(`${factTag(policyId)}${index + 1}`, value);
  const long = [...tags.keys()].find((key) => key.length > LONGEST_KEY);
  if (long !== undefined) throw new RoleFailure(`the tag ${long} is too long for IAM; choose a shorter PolicyName`);
  return tags;
}

/** The keys of the tags that belong to a policy, the owner tag last: it is removed when everything else is gone. */
export function tagKeysOf(policyId: PolicyId, tags: ReadonlyMap<string, string>): readonly string[] {
  const tag = ownerTag(policyId);
  return [...[...tags.keys()].filter((key) => key.startsWith(`${tag}:`)), ...(tags.has(tag) ? [tag] : [])];
}

/** A policy of rolefit on a role, as the role's tags describe it. `deployment` is undefined if the tags have none. */
export interface RolefitPolicy {
  readonly policyId: PolicyId;
  readonly driftMode: DriftMode;
  readonly deployment: Deployment | undefined;
}

/** All of rolefit's policies on a role, sorted by name. */
export function rolefitPoliciesOf(roleName: string, tags: ReadonlyMap<string, string>): readonly RolefitPolicy[] {
  return [...tags]
    .flatMap(([key, value]): readonly RolefitPolicy[] => {
      const policyName = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : '';
      const [, owner, mode] = /^([0-9a-f]{16}) (remediate|alert)$/.exec(value) ?? [];
      if (policyName === '' || policyName.includes(':') || owner === undefined) return [];
      const driftMode = mode === 'alert' ? 'alert' : 'remediate';
      const policyId = { roleName, policyName, owner };
      return [{ policyId, driftMode, deployment: deploymentOf(key, driftMode, tags) }];
    })
    .toSorted((a, b) => (a.policyId.policyName < b.policyId.policyName ? -1 : 1));
}

function deploymentOf(
  ownerTagKey: string,
  driftMode: DriftMode,
  tags: ReadonlyMap<string, string>,
): Deployment | undefined {
  const [, region, noRoom, at, machine] =
    /^([^\s+]+)(\+?) (\d+)(?: (.+))?$/.exec(tags.get(`${ownerTagKey}:deployed`) ?? '') ?? [];
  if (region === undefined) return undefined;
  const keys = `${ownerTagKey}:key:`;
  const extra = [...tags].filter(([key]) => key.startsWith(`${ownerTagKey}:extra:`)).map(([, value]) => value);
  return {
    driftMode,
    region,
    machine,
    deployedAt: Number(at),
    approved: new Set((tags.get(`${ownerTagKey}:guarded`) ?? '').split(' ').filter((text) => text !== '')),
    bucketKeys: Object.fromEntries(
      [...tags].filter(([key]) => key.startsWith(keys)).map(([key, value]) => [key.slice(keys.length), value]),
    ),
    facts: noRoom === NO_ROOM ? { ...NO_FACTS, isComplete: false } : recordedFacts(`${ownerTagKey}:facts:`, tags),
    ...(extra.length === 0 ? {} : { extra: readExtraTags(extra) }),
  };
}

function recordedFacts(prefix: string, tags: ReadonlyMap<string, string>): RecordedFacts {
  const values = [...tags].filter(([key]) => key.startsWith(prefix));
  return readFactTags(new Map(values.map(([key, value]) => [Number(key.slice(prefix.length)), value])));
}

/**
 * The digest of one guarded permission for a tag: 96 bits, so that nobody can construct another permission with the
 * same digest.
 */
export function approvalDigest(action: string, resource: string, conditions: Conditions | undefined): string {
  const parts = [action.toLowerCase(), resource, canonicalJson(conditions)];
  return sha256(parts).toString('base64url').slice(0, DIGEST_LENGTH);
}

/** The digest of an operation that ExtraActions names: `aws-sdk:acme:startJob`. */
export function operationDigest(operation: string): string {
  return sha256(['operation', operation]).toString('base64url').slice(0, DIGEST_LENGTH);
}

const DIGEST_LENGTH = 16;
/** How many digests fit into one tag. Further permissions can be deployed, but the re-check cannot restore them. */
export const MOST_APPROVED = Math.floor((LONGEST_VALUE + 1) / (DIGEST_LENGTH + 1));

/**
 * A managed policy's name contains a digest of its content: a changed document is a new policy that is attached
 * before the old one is detached, so that no permission is missing in between.
 */
export function managedName(policyId: PolicyId, document: string): string {
  return `${policyId.policyName}-${digest([policyId.owner, policyId.roleName, policyId.policyName, document])}`;
}

/** True for the names that managedName makes from this policy name. */
export function isManagedName({ policyName }: Pick<PolicyId, 'policyName'>, name: string): boolean {
  return name.startsWith(`${policyName}-`) && /^[0-9a-f]{16}$/.test(name.slice(policyName.length + 1));
}

function digest(parts: readonly string[]): string {
  return sha256(parts).toString('hex').slice(0, 16);
}

function sha256(parts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}
