/**
 * rolefit as a library: the analysis that the command line runs, as functions of their arguments.
 *
 * @example
 * import { fit, parseDefinition } from 'rolefit';
 *
 * const { policy, findings } = await fit(parseDefinition(text), { region: 'eu-west-1', account: '111122223333' });
 */

export { DefinitionError } from './asl/error.ts';
export type { Json, JsonArray, JsonObject } from './asl/json.ts';
export type { Format } from './asl/parse.ts';
export type { Call } from './calls/call.ts';
export type { MachineSettings } from './calls/machine.ts';
export { type Checked, type CheckedNeeds, type CheckOptions, check } from './check.ts';
export { type Change, type Difference, diff, type RoleChange } from './compare.ts';
export { parseDefinition } from './definition.ts';
export type { Finding, FindingCode, Severity } from './finding.ts';
export { type AssumedRole, type Fit, type FitOptions, type FittedCall, fit } from './fit.ts';
export type { Excess } from './iam/excess.ts';
export type { Cause, Conditions, Grant, Origin, Purpose, Resource } from './iam/grant.ts';
export type { Policy, Statement } from './iam/policy.ts';
export type { Judged, StateNeed, Verdict } from './iam/verdict.ts';
export type { Gathered, NotEvaluated, WrittenPolicy, WrittenStatement } from './iam/written.ts';
export type { Given } from './template/intrinsics.ts';
export {
  type MachineOptions,
  machinesIn,
  type TemplateMachine,
  type TemplateMachines,
  type WrittenSettings,
} from './template/machines.ts';
export { type Placeholder, type Placeholders, writeOutAll } from './template/placeholder.ts';
export { readTemplate, type Template } from './template/read.ts';
export { machineSettings } from './template/settings.ts';
export { policyOf as readPolicy } from './template/statements.ts';
