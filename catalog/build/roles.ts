/** The roles that an operation hands to a service. */
import { own } from '../../src/own.ts';
import { printRoleField } from '../../src/sdk/roles.ts';
import type { PassRow } from '../../src/sdk/service.ts';
import { MORE_ROLES, NO_ROLES, PRINCIPALS, ROLES, SERVICE_NOT_NAMED } from '../curated/roles.ts';
import { PREFIXES } from '../curated/services.ts';
import type { Member, Operation } from './models.ts';
import { endsIn, lastField, withMapValues } from './path.ts';

const ROLE = /^(.*role(arn|name|s|arns|arnlist)?)$/i;

/** The arguments that hand a role to a service. */
export function roleFields(service: string, { name, members }: Operation): readonly Member[] {
  if (/^(Get|List|Describe|Search|BatchGet|BatchDescribe|Filter)/.test(name)) return [];
  const none = own(NO_ROLES, service) ?? [];
  if (none.includes('*')) return [];
  return members.filter(({ path, arn, oneOf }) => {
    if (oneOf) return false;
    if (none.some((end) => endsIn(path, end))) return false;
    if ((own(ROLES, service) ?? []).some((end) => endsIn(path, end))) return true;
    const field = lastField(path);
    if (/InstanceProfile(Arn|Name)?$/.test(field)) return true;
    // An update's fields say so: RoleArnUpdate of Amazon Kinesis Data Analytics.
    const name = field.replace(/Update$/, '');
    return ROLE.test(name) && (arn || /Role(Arns?|Name)$/.test(name) || /Iam.*Roles?$/.test(name));
  });
}

export function passRows(service: string, operation: Operation): readonly PassRow[] {
  const rows = new Map<string, string[]>();
  for (const { path } of roleFields(service, operation)) {
    for (const principal of principalsOf(service, operation.name, path)) {
      // A map's roles are its values.
      rows.set(principal, [...(rows.get(principal) ?? []), withMapValues(path)]);
    }
  }
  const more = MORE_ROLES.filter((row) => row.service === service && row.operations.includes(operation.name));
  for (const { to, fields } of more) rows.set(to, [...(rows.get(to) ?? []), ...fields.map(printRoleField)]);
  const asked = own(SERVICE_NOT_NAMED, service)?.test(operation.name) ? { ifAsked: true as const } : {};
  return [...rows].map(([to, fields]) => ({ fields, to, ...asked }));
}

function principalsOf(service: string, name: string, path: string): readonly string[] {
  const row = PRINCIPALS.find(
    (one) =>
      one.service === service &&
      (one.field === undefined || endsIn(path, one.field)) &&
      (one.operations === undefined || one.operations.test(name)),
  );
  return [row?.principal ?? `${own(PREFIXES, service) ?? service}.amazonaws.com`].flat();
}
