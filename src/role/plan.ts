import type { Role, RoleState } from '../aws/role.ts';
import { parseArn } from '../iam/arn.ts';
import { readPolicies } from '../policy/document.ts';
import { mergeableStatements } from '../policy/merge.ts';
import { deniesAll, type Policy, sizeOf } from '../policy/policy.ts';
import { QUOTAS, splitPolicy } from '../policy/quota.ts';
import { permissionDigests } from './extraPermissions.ts';
import { factTagValues } from './factTags.ts';
import { RoleFailure } from './failure.ts';
import { digestsOf, extraAfter, NO_EXTRA, type RecordedExtra } from './recordedExtra.ts';
import { bucketFacts, changedFacts, NO_FACTS, recordAfter } from './recordedFacts.ts';
import {
  type Deployment,
  factTag,
  isManagedName,
  isOwner,
  managedName,
  ownerTag,
  type PolicyId,
  rolefitPoliciesOf,
  tagKeysOf,
  tagsOf,
} from './rolefitPolicy.ts';

/** One write to a role or one of its policies. Each is idempotent. */
export type RoleWrite =
  | { readonly kind: 'tagRole'; readonly tags: ReadonlyMap<string, string> }
  | { readonly kind: 'createManaged'; readonly name: string; readonly document: string }
  | { readonly kind: 'restoreManaged'; readonly arn: string }
  | { readonly kind: 'attach'; readonly name: string }
  | { readonly kind: 'putInline'; readonly document: string }
  | { readonly kind: 'deleteInline' }
  | { readonly kind: 'detach'; readonly arn: string }
  | { readonly kind: 'deleteManaged'; readonly arn: string }
  | { readonly kind: 'untagRole'; readonly keys: readonly string[] };

export interface Plan {
  /** Writes that add permissions. They go first; `remove` follows once they all read back. */
  readonly add: readonly RoleWrite[];
  readonly remove: readonly RoleWrite[];
}

/** What is left of earlier deployments. */
export interface KeptPart {
  /** The policy has more than the deployment needs. */
  readonly permissions: boolean;
  /** What they knew of resources stays on record, for executions that they started. */
  readonly facts: boolean;
}

/**
 * Plans the writes that give the role exactly this policy under this name; none if it already has it. Throws
 * RoleFailure if the role doesn't exist or the policy's name belongs to someone else.
 */
export function planFit(
  state: RoleState,
  policyId: PolicyId,
  policy: Policy,
  deployment: Deployment,
  keeps: KeptPart,
): Plan {
  const { role, inline } = state;
  if (!role) throw missingRole(policyId);
  checkOwner(role.tags, inline, policyId);
  const plan = planDocuments(state, policyId, policy);
  const extra = keeps.facts ? extraFor(state, policyId, deployment) : (deployment.extra ?? NO_EXTRA);
  const room = roomForFacts(role.tags, policyId, { ...deployment, extra });
  const facts = keeps.facts ? recordFor(role, policyId, deployment, room) : deployment.facts;
  const wanted = tagsOf(policyId, { ...deployment, facts, extra }, room);
  // If the role keeps more than the deployment needs, update the time: the re-check then removes nothing for a while.
  const changed = plan.add.length > 0 || keeps.permissions;
  const same = ([key, value]: readonly [string, string]) =>
    role.tags.get(key) === value || (!changed && key.endsWith(':deployed') && sameButTime(role.tags.get(key), value));
  const tags = new Map([...wanted].filter((tag) => !same(tag)));
  const surplus = tagKeysOf(policyId, role.tags).filter((key) => !wanted.has(key));
  // Tags go when everything is written, but IAM counts them: without the surplus of a longer record there is room.
  const isFull = new Set([...role.tags.keys(), ...tags.keys()]).size > MOST_TAGS;
  const early = isFull ? surplus.filter((key) => key.startsWith(factTag(policyId))) : [];
  return {
    add: [...untag(early), ...(tags.size === 0 ? [] : [{ kind: 'tagRole', tags } as const]), ...plan.add],
    remove: [...plan.remove, ...untag(surplus.filter((key) => !early.includes(key)))],
  };
}

function untag(keys: readonly string[]): readonly RoleWrite[] {
  return keys.length === 0 ? [] : [{ kind: 'untagRole', keys }];
}

/** The record of this deployment and of earlier ones; the same as before if this one is recorded already. */
function recordFor({ arn, tags }: Role, policyId: PolicyId, deployment: Deployment, room: number) {
  const { facts, deployedAt } = deployment;
  const written = lastDeployment(tags, policyId);
  const previous = written?.facts ?? NO_FACTS;
  // The tags may have room for a part of it only.
  const same = { ...facts, earlier: previous.earlier };
  const values = factTagValues(same, room);
  const isRecorded = values.every((value, index) => tags.get(`${factTag(policyId)}${index + 1}`) === value);
  const bucketsOf = (keys: Deployment['bucketKeys'] = {}) => bucketFacts(keys, parseArn(arn)?.partition ?? 'aws');
  const lost = changedFacts(bucketsOf(written?.bucketKeys), [...bucketsOf(deployment.bucketKeys), ...facts.facts]);
  return values.length > 0 && isRecorded && lost.length === 0 ? same : recordAfter(previous, facts, deployedAt, lost);
}

function extraFor(state: RoleState, policyId: PolicyId, { extra = NO_EXTRA }: Deployment): RecordedExtra {
  const previous = lastDeployment(state.role?.tags ?? new Map(), policyId)?.extra ?? NO_EXTRA;
  if (digestsOf(previous).size === 0) return extraAfter(previous, extra, new Set());
  const written = mergeableStatements(readPolicies(documentsOfOwner(state, policyId)));
  return extraAfter(previous, extra, permissionDigests(written));
}

/** Changing PolicyName replaces the policy, and executions may still need what the old one's record has. */
export function lastDeployment(tags: Role['tags'], policyId: PolicyId): Deployment | undefined {
  const policies = rolefitPoliciesOf(policyId.roleName, tags).filter((one) => one.policyId.owner === policyId.owner);
  return (policies.find((one) => one.policyId.policyName === policyId.policyName) ?? policies[0])?.deployment;
}

/** IAM's quota: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MOST_TAGS = 50;

/** How many tags a role has room for beside the others that it has or gets. */
function roomForFacts(tags: ReadonlyMap<string, string>, policyId: PolicyId, deployment: Deployment): number {
  const facts = factTag(policyId);
  const others = tagsOf(policyId, { ...deployment, facts: NO_FACTS });
  return MOST_TAGS - new Set([...tags.keys(), ...others.keys()].filter((key) => !key.startsWith(facts))).size;
}

/** A deployment that changes nothing keeps the time of the last one that did. */
function sameButTime(stored: string | undefined, value: string): boolean {
  const rest = (text: string) => text.replace(/ \d+/, '');
  return stored !== undefined && rest(stored) === rest(value);
}

function missingRole({ roleName }: PolicyId): RoleFailure {
  return new RoleFailure(`role ${roleName} does not exist; RoleName must name the execution role`, { mayPass: true });
}

/**
 * Plans the documents without the tags: inline if the policy fits beside the role's other inline policies, else as
 * managed policies. A policy that denies everything is left out if rolefit has another policy on the role: it would
 * override that one, and without any document nothing is allowed either.
 */
export function planDocuments(state: RoleState, policyId: PolicyId, policy: Policy): Plan {
  const { inline } = state;
  const others = rolefitPoliciesOf(policyId.roleName, state.role?.tags ?? new Map()).filter(
    (other) => other.policyId.policyName !== policyId.policyName,
  );
  if (deniesAll(policy) && others.length > 0) return planNothing(state, policyId);
  if (sizeOf(policy) <= QUOTAS.inlinePolicySize - otherInlineSize(inline, policyId)) {
    const document = JSON.stringify(policy);
    const same = sameJson(inline.get(policyId.policyName), document);
    return {
      add: same ? [] : [{ kind: 'putInline', document }],
      remove: removeManaged(state, policyId, new Set()),
    };
  }
  const documents = new Map(
    splitPolicy(policy)
      .map((part) => JSON.stringify(part))
      .map((document) => [managedName(policyId, document), document]),
  );
  return {
    add: addManaged(state, documents),
    remove: [...removeInline(state, policyId), ...removeManaged(state, policyId, new Set(documents.keys()))],
  };
}

/** Removes all documents and keeps the tags: the policy allows nothing. */
export function planNothing(state: RoleState, policyId: PolicyId): Plan {
  return { add: [], remove: removeDocuments(state, policyId) };
}

/** Plans the removal of everything that belongs to this owner; what belongs to someone else stays. */
export function planRelease(state: RoleState, policyId: PolicyId): Plan {
  const tags = state.role?.tags ?? new Map<string, string>();
  const tag = tags.get(ownerTag(policyId));
  // Without the owner's tag, rolefit never wrote here or has already removed everything.
  if (state.role && (tag === undefined || !isOwner(policyId, tag))) return { add: [], remove: [] };
  const keys = tagKeysOf(policyId, tags);
  // Tags go last, so that an interrupted release can be continued.
  return {
    add: [],
    remove: [...removeDocuments(state, policyId), ...untag(keys)],
  };
}

/**
 * The role's documents of a policy: the inline one and the attached managed ones. A managed policy that was deleted
 * while the role was read has none.
 */
export function documentsOf(state: RoleState, policyId: PolicyId): readonly string[] {
  const inline = state.inline.get(policyId.policyName);
  const managed = state.managed.filter(({ name, arn }) => isManagedName(policyId, name) && state.attached.has(arn));
  return [
    ...(inline === undefined ? [] : [inline]),
    ...managed.flatMap(({ document = '' }) => (document === '' ? [] : [document])),
  ];
}

/** Changing PolicyName replaces the policy: executions may still need what the policy of the old name allows. */
export function documentsOfOwner(state: RoleState, policyId: PolicyId): readonly string[] {
  const policies = rolefitPoliciesOf(policyId.roleName, state.role?.tags ?? new Map());
  const others = policies.filter((policy) => policy.policyId.owner === policyId.owner).map((policy) => policy.policyId);
  const names = new Set([policyId.policyName, ...others.map(({ policyName }) => policyName)]);
  return [...names].flatMap((policyName) => documentsOf(state, { ...policyId, policyName }));
}

function checkOwner(tags: ReadonlyMap<string, string>, inline: ReadonlyMap<string, string>, policyId: PolicyId): void {
  const tag = tags.get(ownerTag(policyId));
  const { roleName, policyName } = policyId;
  if (tag !== undefined && !isOwner(policyId, tag)) {
    throw new RoleFailure(
      `policy ${policyName} of role ${roleName} belongs to another Custom::StateMachineRolePolicy; give this one another PolicyName`,
    );
  }
  if (tag === undefined && inline.has(policyName)) {
    throw new RoleFailure(
      `role ${roleName} has an inline policy ${policyName} that rolefit did not write; remove it, or choose another PolicyName`,
      { mayPass: true },
    );
  }
}

/** Other inline policies count against the same quota, without white space. */
function otherInlineSize(inline: ReadonlyMap<string, string>, { policyName }: PolicyId): number {
  let size = 0;
  for (const [name, document] of inline) if (name !== policyName) size += document.replaceAll(/\s/g, '').length;
  return size;
}

export function sameJson(stored: string | undefined, document: string): boolean {
  if (stored === undefined) return false;
  try {
    return JSON.stringify(JSON.parse(stored)) === document;
  } catch {
    return false;
  }
}

function addManaged(state: RoleState, documents: ReadonlyMap<string, string>): readonly RoleWrite[] {
  return [...documents].flatMap(([name, document]): readonly RoleWrite[] => {
    const existing = state.managed.find((policy) => policy.name === name);
    if (!existing) {
      return [
        { kind: 'createManaged', name, document },
        { kind: 'attach', name },
      ];
    }
    const { arn, version } = existing;
    return [
      // Someone else has added a version and made it the default.
      ...(version === 'v1' ? [] : [{ kind: 'restoreManaged', arn } as const]),
      ...(state.attached.has(arn) ? [] : [{ kind: 'attach', name } as const]),
    ];
  });
}

function removeDocuments(state: RoleState, policyId: PolicyId): readonly RoleWrite[] {
  return [...removeInline(state, policyId), ...removeManaged(state, policyId, new Set())];
}

function removeInline({ inline }: RoleState, { policyName }: PolicyId): readonly RoleWrite[] {
  return inline.has(policyName) ? [{ kind: 'deleteInline' }] : [];
}

function removeManaged(state: RoleState, policyId: PolicyId, keep: ReadonlySet<string>): readonly RoleWrite[] {
  return state.managed
    .filter(({ name }) => isManagedName(policyId, name) && !keep.has(name))
    .flatMap(({ arn }): readonly RoleWrite[] => [
      ...(state.attached.has(arn) ? [{ kind: 'detach', arn } as const] : []),
      { kind: 'deleteManaged', arn },
    ]);
}
