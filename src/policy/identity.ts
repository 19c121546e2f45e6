/** The prefixes of services whose every change is one of identities or of access: their reads tell an intruder where to go on. */
export const IDENTITY_SERVICES: ReadonlySet<string> = new Set([
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
