import { type Policy, sizeOf } from '../iam/policy.ts';
import { QUOTAS, split } from '../iam/quota.ts';
import { RoleFailure } from './failure.ts';
import { type DriftMode, isManagedName, isOwner, managedName, type Owned, ownerTag, ownerTagValue } from './owned.ts';

/** A role as IAM has it, as far as rolefit needs to know. */
export interface RoleState {
  /** Undefined where the role does not exist. */
  readonly role: { readonly arn: string; readonly tags: ReadonlyMap<string, string> } | undefined;
  /** Name → document, of every inline policy. */
  readonly inline: ReadonlyMap<string, string>;
  /** ARNs of every attached managed policy. */
  readonly attached: ReadonlySet<string>;
  /** The managed policies below rolefit's path for this role, attached or not. */
  readonly managed: readonly ManagedPolicy[];
}

export interface ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  /** The version that counts; rolefit makes `v1` only. */
  readonly version: string;
}

/** One write. Each can be repeated without harm. */
export type Step =
  | { readonly kind: 'tagRole'; readonly value: string }
  | { readonly kind: 'createManaged'; readonly name: string; readonly document: string }
  | { readonly kind: 'restoreManaged'; readonly arn: string }
  | { readonly kind: 'attach'; readonly name: string }
  | { readonly kind: 'putInline'; readonly document: string }
  | { readonly kind: 'deleteInline' }
  | { readonly kind: 'detach'; readonly arn: string }
  | { readonly kind: 'deleteManaged'; readonly arn: string }
  | { readonly kind: 'untagRole' };

export interface Plan {
  /** What adds permissions, first; then `remove`, when all of it can be read back. */
  readonly add: readonly Step[];
  readonly remove: readonly Step[];
}

/**
 * What is to be written so that the role has exactly this policy under this name; nothing where it already has.
 *
 * Inline where it fits beside the role's other inline policies, else as managed policies.
 * Throws RoleFailure where the role is missing or the policy's name belongs to someone else.
 */
export function planFit(state: RoleState, owned: Owned, policy: Policy, driftMode: DriftMode): Plan {
  const { role, inline } = state;
  if (!role) {
    throw new RoleFailure(`role ${owned.roleName} does not exist; RoleName must name the execution role`, {
      mayPass: true,
    });
  }
  checkOwner(role.tags, inline, owned);
  const value = ownerTagValue(owned, driftMode);
  const tag: readonly Step[] = role.tags.get(ownerTag(owned)) === value ? [] : [{ kind: 'tagRole', value }];
  if (sizeOf(policy) <= QUOTAS.inlinePolicySize - otherInlineSize(inline, owned)) {
    const document = JSON.stringify(policy);
    const same = sameJson(inline.get(owned.policyName), document);
    return {
      add: [...tag, ...(same ? [] : [{ kind: 'putInline', document } as const])],
      remove: removeManaged(state, owned, new Set()),
    };
  }
  const documents = new Map(
    split(policy)
      .map((part) => JSON.stringify(part))
      .map((document) => [managedName(owned, document), document]),
  );
  return {
    add: [...tag, ...addManaged(state, documents)],
    remove: [
      ...(inline.has(owned.policyName) ? [{ kind: 'deleteInline' } as const] : []),
      ...removeManaged(state, owned, new Set(documents.keys())),
    ],
  };
}

/** What is to be removed so that nothing of this owner's is left; what belongs to someone else stays. */
export function planRelease(state: RoleState, owned: Owned): Plan {
  const tag = state.role?.tags.get(ownerTag(owned));
  // Without the owner's tag rolefit never got to write here, or has removed everything already.
  if (state.role && (tag === undefined || !isOwner(owned, tag))) return { add: [], remove: [] };
  const inline = state.inline.has(owned.policyName);
  return {
    add: [],
    remove: [
      ...(inline ? [{ kind: 'deleteInline' } as const] : []),
      ...removeManaged(state, owned, new Set()),
      // Last, so that a release that was cut short knows that it may go on.
      ...(tag === undefined ? [] : [{ kind: 'untagRole' } as const]),
    ],
  };
}

function checkOwner(tags: ReadonlyMap<string, string>, inline: ReadonlyMap<string, string>, owned: Owned): void {
  const tag = tags.get(ownerTag(owned));
  const { roleName, policyName } = owned;
  if (tag !== undefined && !isOwner(owned, tag)) {
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

/** Other inline policies count against the same quota, white space not. */
function otherInlineSize(inline: ReadonlyMap<string, string>, { policyName }: Owned): number {
  let size = 0;
  for (const [name, document] of inline) if (name !== policyName) size += document.replaceAll(/\s/g, '').length;
  return size;
}

function sameJson(stored: string | undefined, document: string): boolean {
  if (stored === undefined) return false;
  try {
    return JSON.stringify(JSON.parse(stored)) === document;
  } catch {
    return false;
  }
}

function addManaged(state: RoleState, documents: ReadonlyMap<string, string>): readonly Step[] {
  return [...documents].flatMap(([name, document]): readonly Step[] => {
    const existing = state.managed.find((policy) => policy.name === name);
    if (!existing) {
      return [
        { kind: 'createManaged', name, document },
        { kind: 'attach', name },
      ];
    }
    const { arn, version } = existing;
    return [
      // A version that someone else has put on top of it.
      ...(version === 'v1' ? [] : [{ kind: 'restoreManaged', arn } as const]),
      ...(state.attached.has(arn) ? [] : [{ kind: 'attach', name } as const]),
    ];
  });
}

function removeManaged(state: RoleState, owned: Owned, keep: ReadonlySet<string>): readonly Step[] {
  return state.managed
    .filter(({ name }) => isManagedName(owned, name) && !keep.has(name))
    .flatMap(({ arn }): readonly Step[] => [
      ...(state.attached.has(arn) ? [{ kind: 'detach', arn } as const] : []),
      { kind: 'deleteManaged', arn },
    ]);
}
