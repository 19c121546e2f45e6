import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Args, fitCall } from '../support/sdk.ts';

/** Conditions on what a request's arguments say: IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */

const BOUNDARY = 'arn:aws:iam::111122223333:policy/boundary';
const ROLE = { RoleName: 'r', AssumeRolePolicyDocument: '{}' };

async function conditionOf(api: string, args: Args, action: string): Promise<unknown> {
  const { policy } = await fitCall(api, args);
  return policy.Statement.find(({ Action }) => Action.includes(action))?.Condition;
}

const CASES: readonly (readonly [what: string, api: string, args: Args, action: string, condition: unknown])[] = [
  [
    'an attached policy is compared as an ARN',
    'iam:attachRolePolicy',
    { RoleName: 'r', PolicyArn: BOUNDARY },
    'iam:AttachRolePolicy',
    { ArnLike: { 'iam:PolicyARN': [BOUNDARY] } },
  ],
  [
    'and so is a boundary',
    'iam:createRole',
    { ...ROLE, PermissionsBoundary: BOUNDARY },
    'iam:CreateRole',
    { ArnLike: { 'iam:PermissionsBoundary': [BOUNDARY] } },
  ],
  [
    'a hole in a part of the ARN is a wildcard of that part',
    'iam:putUserPermissionsBoundary',
    { UserName: 'u', 'PermissionsBoundary.$': "States.Format('arn:aws:iam::111122223333:policy/{}', $.team)" },
    'iam:PutUserPermissionsBoundary',
    { ArnLike: { 'iam:PermissionsBoundary': ['arn:aws:iam::111122223333:policy/*'] } },
  ],
  ...(
    [
      ["States.Format('{}/boundary', $.prefix)", '*/boundary'],
      ["States.Format('arn:aws:iam::{}', $.rest)", 'arn:aws:iam::*'],
    ] as const
  ).map(
    ([text, pattern]) =>
      [
        `${pattern} has not the parts of an ARN, with which an operator of ARNs would match nothing`,
        'iam:createUser',
        { UserName: 'u', 'PermissionsBoundary.$': text },
        'iam:CreateUser',
        { StringLike: { 'iam:PermissionsBoundary': [pattern] } },
      ] as const,
  ),
  [
    'what only a run tells is not compared',
    'iam:createRole',
    { ...ROLE, 'PermissionsBoundary.$': '$.boundary' },
    'iam:CreateRole',
    undefined,
  ],
  [
    'a service is a text',
    'iam:createServiceLinkedRole',
    { AwsServiceName: 'ecs.amazonaws.com' },
    'iam:CreateServiceLinkedRole',
    { StringLike: { 'iam:AWSServiceName': ['ecs.amazonaws.com'] } },
  ],
];

/** What else IAM compares with an argument: its condition key, and the argument as Step Functions spells it. */
const COMPARED: Readonly<Record<string, readonly (readonly [action: string, argument: string])[]>> = {
  'account:TargetRegion': [
    ['account:DisableRegion', 'RegionName'],
    ['account:EnableRegion', 'RegionName'],
  ],
  'iam:PermissionsBoundary': [['iam:PutRolePermissionsBoundary', 'PermissionsBoundary']],
  'iam:PolicyARN': [
    'AttachGroupPolicy',
    'AttachUserPolicy',
    'DetachGroupPolicy',
    'DetachRolePolicy',
    'DetachUserPolicy',
  ].map((action) => [`iam:${action}`, 'PolicyArn'] as const),
  'lambda:FunctionUrlAuthType': [['lambda:AddPermission', 'FunctionUrlAuthType']],
  'lambda:Principal': [['lambda:AddPermission', 'Principal']],
  'organizations:PolicyType': [
    ['organizations:CreatePolicy', 'Type'],
    ['organizations:DisablePolicyType', 'PolicyType'],
    ['organizations:EnablePolicyType', 'PolicyType'],
  ],
  'organizations:ServicePrincipal': [
    'DeregisterDelegatedAdministrator',
    'DisableAWSServiceAccess',
    'EnableAWSServiceAccess',
    'RegisterDelegatedAdministrator',
  ].map((action) => [`organizations:${action}`, 'ServicePrincipal'] as const),
};

describe('a condition on the request', () => {
  for (const [what, api, args, action, condition] of CASES) {
    it(what, async () => {
      assert.deepEqual(await conditionOf(api, args, action), condition);
    });
  }

  for (const [key, actions] of Object.entries(COMPARED)) {
    for (const [action, argument] of actions) {
      it(`${key} is compared with ${argument} of ${action}`, async () => {
        const api = action.replace(/:./, (start) => start.toLowerCase());
        const condition = await conditionOf(api, { [argument]: 'known' }, action);
        assert.deepEqual(condition, { StringLike: { [key]: ['known'] } });
      });
    }
  }
});
