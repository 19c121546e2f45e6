/**
 * Prefixes of the services that manage identities and access. Every write changes who may do what; reads show an
 * intruder where to go next.
 */
export const IDENTITY_SERVICES: ReadonlySet<string> = new Set([
  'account',
  'account-access',
  'iam',
  'identity-sync',
  'identitystore',
  'organizations',
  'ram',
  'rolesanywhere',
  'sso',
  'sso-directory',
]);
