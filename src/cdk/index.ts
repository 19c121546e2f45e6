/**
 * rolefit in a CDK app: docs/cdk.md.
 */

export { fitRoles } from './fitRoles.ts';
export { type FitRolesOptions, FittedPolicy, type FittedPolicyProps } from './fittedPolicy.ts';
export { FittedRole, type FittedRoleProps } from './fittedRole.ts';
export { RolefitValidator } from './validator.ts';
