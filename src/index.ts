/**
 * rolefit as a library: the analysis that the command line runs, as functions of their arguments.
 *
 * @example
 * import { fit, parseDefinition } from 'rolefit';
 *
 * const { policy, findings } = await fit(parseDefinition(text), { region: 'eu-west-1', account: '111122223333' });
 */

export { type Checked, type CheckedNeeds, type CheckOptions, check } from './analysis/check.ts';
export { type Change, type Difference, diff, type RoleChange } from './analysis/diff.ts';
export { type AssumedRole, type Fit, type FitOptions, type FittedCall, fit } from './analysis/fit.ts';
export { DefinitionError } from './asl/error.ts';
export type { Json, JsonArray, JsonObject } from './asl/json.ts';
export type { Format } from './asl/parse.ts';
export type { Call } from './calls/call.ts';
export type { MachineSettings } from './calls/machine.ts';
export { parseDefinition } from './definition.ts';
export type { FactSource, ResourceFacts, StatedFacts } from './facts/fact.ts';
export type { Fact, FactQuestion } from './facts/facts.ts';
export { type FactsFileOptions, parseFacts } from './facts/file.ts';
export type { Finding, FindingCode, Severity } from './finding.ts';
export type { GrantFinding } from './grants/findings.ts';
export type { Conditions, Grant, Origin, Purpose, Resource } from './grants/grant.ts';
export { type ReadPolicies as Gathered, readPolicy, type WrittenPolicy } from './policy/document.ts';
export type { Excess } from './policy/excess.ts';
export type { Policy, Statement } from './policy/policy.ts';
export type { Shortfall as Judged, StateNeed } from './policy/shortfalls.ts';
export type { NotEvaluated, WrittenStatement } from './policy/statement.ts';
export type { Verdict } from './policy/verdict.ts';
export { type ExtraActions, type ExtraRow, extraActionsFrom } from './sdk/extraActions.ts';
export { parseExtraActions } from './sdk/extraActionsFile.ts';
export { type Neighbour, neighbourOf } from './template/facts/neighbours.ts';
export type { ParameterValues as Given } from './template/intrinsics.ts';
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
export type { Cause } from './values/domain/cause.ts';
