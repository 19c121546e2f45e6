import type { Fact } from '../facts/facts.ts';
import { formatArn, type Place, parseArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import type { Value } from '../values/domain/value.ts';
import type { Origin, Resource } from './grant.ts';
import type { CallContext } from './integration.ts';
import { isNamed, knownArn, namePart, originOf } from './names.ts';
import { rolesOf } from './resources.ts';

/** The roles that a call hands to a service. */

type FactContext = Pick<CallContext, 'facts' | 'place'>;

/**
 * The role that an argument passes to a service. A role's name doesn't include its path, so the role is allowed with
 * and without one, unless its path is known.
 */
export function passedRoles(value: Value, field: string, context: FactContext): readonly Resource[] {
  const resources = rolesOf(value, field, context.place);
  const [first, ...others] = resources;
  if (first === undefined) return resources;
  if (others.length === 0) return unnamedRoles(first, resources, context);
  const path = context.facts.of(first.arn, 'path');
  return path === undefined ? resources : [withPath(first, path)];
}

/**
 * A role can only be passed within its own account, so that its account is known even where its ARN is not.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
function unnamedRoles(role: Resource, same: readonly Resource[], context: FactContext): readonly Resource[] {
  const pattern = role.origin.kind === 'pattern' ? parseArn(role.arn) : undefined;
  const resources = pattern?.account.includes('*')
    ? [{ ...role, arn: formatArn({ ...pattern, account: context.place.account }) }]
    : same;
  return resources[0]?.arn === anyRole(context.place) ? rolesFor(resources, context) : resources;
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
  return roles === undefined ? rolesFor(anyRoles(context.place, origin), context) : rolesIn(roles);
}

/** The roles that are known to be handed over where nothing names one (`--pass-role`); otherwise `any`. */
function rolesFor(any: readonly Resource[], { facts, place }: FactContext): readonly Resource[] {
  const roles = facts.of(anyRole(place), 'roles');
  return roles === undefined ? any : rolesIn(roles);
}

function rolesIn(roles: Fact<'roles'>): readonly Resource[] {
  return roles.value.map((arn) => ({ arn: escapeText(arn), origin: originOf(roles) }));
}

/** The origin of what only a fact could name. */
export const NOT_NAMED: Origin = { kind: 'fixed' };

/** Any role of the account. Calls whose roles aren't named share one object. */
function anyRoles(place: Place, origin: Origin): readonly Resource[] {
  const shared = rolesOfAccount(place);
  return origin === NOT_NAMED ? shared : shared.map(({ arn }) => ({ arn, origin }));
}

const made = new WeakMap<Place, readonly [Resource]>();

function rolesOfAccount(place: Place): readonly [Resource] {
  let roles = made.get(place);
  if (roles === undefined) {
    const arn = formatArn({ ...place, service: 'iam', region: '', resource: 'role/*' });
    made.set(place, (roles = [{ arn, origin: NOT_NAMED }]));
  }
  return roles;
}

function anyRole(place: Place): string {
  return rolesOfAccount(place)[0].arn;
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
