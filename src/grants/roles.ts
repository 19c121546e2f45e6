import type { Fact } from '../facts/facts.ts';
import { formatArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import type { Value } from '../values/domain/value.ts';
import type { Origin, Resource } from './grant.ts';
import type { CallContext } from './integration.ts';
import { isNamed, knownArn, namePart } from './names.ts';
import { rolesOf } from './resources.ts';

/** The roles that a call hands to a service. */

type FactContext = Pick<CallContext, 'facts' | 'place'>;

/**
 * The role that an argument passes to a service. A role's name doesn't include its path, so the role is allowed with
 * and without one, unless its path is known.
 */
export function passedRoles(value: Value, field: string, context: FactContext): readonly Resource[] {
  const resources = rolesOf(value, field, context.place);
  const any = anyRole(context);
  return resources
    .flatMap((resource, index) => {
      if (resource.arn === any) return rolesFor(resource, context);
      const path = resources.length > 1 && index === 0 ? context.facts.of(resource.arn, 'path') : undefined;
      return path === undefined ? [resource] : [withPath(resource, path)];
    })
    .filter((resource, _, all) => !isReplaced(resource, all));
}

/** The form with an unknown path is needed only where the path is unknown. */
function isReplaced({ arn, origin }: Resource, all: readonly Resource[]): boolean {
  return origin.kind !== 'fact' && arn.includes(':role/*/') && all.some((other) => other.origin.kind === 'fact');
}

function withPath({ arn }: Resource, path: Fact<'path'>): Resource {
  const name = arn.slice(arn.indexOf(':role/') + ':role/'.length);
  return { arn: `${arn.slice(0, -name.length - 1)}${escapeText(path.value)}${name}`, origin: originOf(path) };
}

/**
 * The roles that stand behind a resource, such as a task definition or an instance profile; the account's roles as far
 * as nobody knows them. An empty list means that it has none.
 */
export function rolesBehind(resource: string, origin: Origin, context: FactContext): readonly Resource[] {
  const roles = context.facts.of(resource, 'roles');
  if (roles === undefined) return rolesFor({ arn: anyRole(context), origin }, context);
  return roles.value.map((arn) => ({ arn: escapeText(arn), origin: originOf(roles) }));
}

/** The roles that are known to be handed over where nothing names one (`--pass-role`); otherwise `any`. */
function rolesFor(any: Resource, { facts, place }: FactContext): readonly Resource[] {
  const roles = facts.of(anyRole({ place }), 'roles');
  if (roles === undefined) return [any];
  return roles.value.map((arn) => ({ arn: escapeText(arn), origin: originOf(roles) }));
}

function anyRole({ place }: Pick<CallContext, 'place'>): string {
  return formatArn({ ...place, service: 'iam', region: '', resource: 'role/*' });
}

export function originOf({ name: fact, resource: of, source, place }: Fact): Extract<Origin, { kind: 'fact' }> {
  return { kind: 'fact', fact, of, source, place };
}

/**
 * The role of an instance profile, given by name or ARN. That the role's name equals the profile's is only a
 * convention.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html
 */
export function profileRoles(value: Value, field: string, context: FactContext): readonly Resource[] {
  if (value.kind === 'absent') return [];
  // AWS refuses a role's ARN there; whoever gives one means that role.
  if (knownArn(value)?.includes(':role/')) return passedRoles(value, field, context);
  const { text, origin } = namePart(value, field);
  const unknown: Origin = isNamed(origin)
    ? {
        kind: 'wildcard',
        reason: `the instance profile in ${field}, not the workflow, names the role. State it with --pass-role or --facts, or look it up with --live`,
      }
    : origin;
  const profile = { ...context.place, service: 'iam', region: '', resource: `instance-profile/${text}` };
  return rolesBehind(knownArn(value) === undefined ? formatArn(profile) : text, unknown, context);
}
