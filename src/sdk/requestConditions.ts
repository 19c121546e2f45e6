import type { Conditions } from '../grants/grant.ts';
import type { CallContext } from '../grants/integration.ts';
import { argument } from '../grants/integration.ts';
import { whenLike } from '../grants/rows.ts';
import { parseArn } from '../iam/arn.ts';
import { own } from '../own.ts';

/**
 * What IAM can compare with a request's arguments: a guarded action is granted for the arguments of the definition
 * alone, as far as they are known.
 *
 * Source: the condition keys of each action, and what they filter by, in
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const BY_ARGUMENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // 'Filters access by the ARN of an IAM policy'
  'iam:AttachGroupPolicy': { 'iam:PolicyARN': 'PolicyArn' },
  'iam:AttachRolePolicy': { 'iam:PolicyARN': 'PolicyArn' },
  'iam:AttachUserPolicy': { 'iam:PolicyARN': 'PolicyArn' },
  'iam:DetachGroupPolicy': { 'iam:PolicyARN': 'PolicyArn' },
  'iam:DetachRolePolicy': { 'iam:PolicyARN': 'PolicyArn' },
  'iam:DetachUserPolicy': { 'iam:PolicyARN': 'PolicyArn' },
  // 'Filters access if the specified policy is set as the permissions boundary on the IAM entity'
  'iam:CreateRole': { 'iam:PermissionsBoundary': 'PermissionsBoundary' },
  'iam:CreateUser': { 'iam:PermissionsBoundary': 'PermissionsBoundary' },
  'iam:PutRolePermissionsBoundary': { 'iam:PermissionsBoundary': 'PermissionsBoundary' },
  'iam:PutUserPermissionsBoundary': { 'iam:PermissionsBoundary': 'PermissionsBoundary' },
  // 'Filters access by the AWS service to which this role is attached'
  'iam:CreateServiceLinkedRole': { 'iam:AWSServiceName': 'AwsServiceName' },
  // 'Filters access by the specified policy type names'
  'organizations:CreatePolicy': { 'organizations:PolicyType': 'Type' },
  'organizations:DisablePolicyType': { 'organizations:PolicyType': 'PolicyType' },
  'organizations:EnablePolicyType': { 'organizations:PolicyType': 'PolicyType' },
  // 'Filters access by the specified service principal names'
  'organizations:DeregisterDelegatedAdministrator': { 'organizations:ServicePrincipal': 'ServicePrincipal' },
  'organizations:DisableAWSServiceAccess': { 'organizations:ServicePrincipal': 'ServicePrincipal' },
  'organizations:EnableAWSServiceAccess': { 'organizations:ServicePrincipal': 'ServicePrincipal' },
  'organizations:RegisterDelegatedAdministrator': { 'organizations:ServicePrincipal': 'ServicePrincipal' },
  // 'Filters access by restricting the AWS service or account that can invoke a function'
  'lambda:AddPermission': { 'lambda:Principal': 'Principal', 'lambda:FunctionUrlAuthType': 'FunctionUrlAuthType' },
  // 'Filters access by a list of Regions'
  'account:DisableRegion': { 'account:TargetRegion': 'RegionName' },
  'account:EnableRegion': { 'account:TargetRegion': 'RegionName' },
};

/**
 * Requests that make what they launch through others: which of them the key then names, no page says.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFleet.html
 */
const LAUNCH_LATER = /^(?:createFleet|modifyFleet|requestSpot|runScheduledInstances)/;

/** The conditions of one action of an operation; undefined where IAM compares none of its arguments. */
export function requestConditions(
  action: string,
  operation: string,
): ((context: CallContext) => Conditions | undefined) | undefined {
  if (action === 'ec2:CreateTags' && operation !== 'createTags') return tagsOnCreate(operation);
  const keys = own(BY_ARGUMENT, action);
  if (keys === undefined) return undefined;
  return (context) => {
    const all = Object.entries(keys).flatMap(([key, path]) => {
      const condition = whenLike(key, argument(context, path));
      return condition === undefined ? [] : [withOperator(key, condition)];
    });
    return all.length === 0 ? undefined : joined(all);
  };
}

/**
 * Of the keys above, these are said to work with ARN operators, and the others of IAM with string operators:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
const OF_ARNS: ReadonlySet<string> = new Set(['iam:PermissionsBoundary', 'iam:PolicyARN']);

/**
 * ARN operators 'enforce a structure', so that a pattern of less than an ARN's six parts would match nothing: it stays with
 * the string operators, of which they are 'a subset'.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
function withOperator(key: string, conditions: Conditions): Conditions {
  const entries = Object.values(conditions).flatMap((keys) => Object.entries(keys));
  const areArns = entries.every(([, values]) => values.every((value) => parseArn(value) !== undefined));
  return OF_ARNS.has(key) && areArns ? { ArnLike: Object.fromEntries(entries) } : conditions;
}

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html */
function tagsOnCreate(operation: string): ((context: CallContext) => Conditions) | undefined {
  if (LAUNCH_LATER.test(operation)) return undefined;
  const name = `${operation[0]?.toUpperCase()}${operation.slice(1)}`;
  const conditions: Conditions = { StringEquals: { 'ec2:CreateAction': [name] } };
  return () => conditions;
}

function joined(all: readonly Conditions[]): Conditions {
  const operators = new Map<string, Record<string, readonly string[]>>();
  for (const conditions of all) {
    for (const [operator, keys] of Object.entries(conditions)) {
      operators.set(operator, { ...operators.get(operator), ...keys });
    }
  }
  return Object.fromEntries(operators);
}
