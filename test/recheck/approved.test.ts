import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fit } from '../../src/analysis/fit.ts';
import type { Json } from '../../src/asl/json.ts';
import type { Conditions, Grant } from '../../src/grants/grant.ts';
import { guardOf } from '../../src/policy/guarded.ts';
import type { Statement } from '../../src/policy/policy.ts';
import { readsAnyName } from '../../src/policy/secrets.ts';
import { withinLimits } from '../../src/recheck/limits.ts';
import type { Need } from '../../src/recheck/needs.ts';
import { allowsVerbatim, narrowerAllowed } from '../../src/recheck/wildcards.ts';
import { approvalDigest } from '../../src/role/rolefitPolicy.ts';
import { isAllowed } from '../support/iam.ts';
import { CheckedRole, type FactRole, NOW } from './factRole.ts';
import { machineArn, PLACE, roleArn, SETTINGS } from './world.ts';

/** What counts as approved by a deployment: the permission itself, and the same under more conditions. */

interface Permission {
  readonly action: string;
  readonly resource: string;
  readonly conditions: Conditions | undefined;
}

function statementOf({ action, resource, conditions }: Permission): Statement {
  const statement: Statement = { Effect: 'Allow', Action: [action], Resource: [resource] };
  return conditions === undefined ? statement : { ...statement, Condition: conditions };
}

function needOf({ action, resource, conditions }: Permission, basis: Need['basis']): Need {
  const revision = { roleArn: roleArn('r'), definition: '{}', settings: {}, id: undefined };
  const base: Grant = { purpose: 'call', actions: [action], resources: [{ arn: resource, origin: { kind: 'fixed' } }] };
  const grant = conditions === undefined ? base : { ...base, conditions };
  const machine = machineArn('m');
  const reason = { kind: 'current', machineArn: machine, source: machine, revision } as const;
  return { reason, state: '/States/S', grant, ...(basis === undefined ? {} : { basis }) };
}

function judged(needed: Permission, approved: readonly Permission[], more: Partial<Judged> = {}) {
  const { basis, ...limits } = { overflow: false, allowed: [], basis: undefined, ...more };
  const digests = new Set(approved.map((one) => approvalDigest(one.action, one.resource, one.conditions)));
  return withinLimits([needOf(needed, basis)], { ...SETTINGS, ...limits, approved: digests });
}

interface Judged {
  readonly overflow: boolean;
  readonly allowed: readonly Statement[];
  readonly basis: Need['basis'];
}

const isGranted = (...args: Parameters<typeof judged>) => judged(...args).refused.length === 0;

const GUARDED = ['iam:AttachRolePolicy', 'kms:CreateGrant', 'iam:PassRole', 'secretsmanager:GetSecretValue'];
const RESOURCES = ['arn:aws:iam::111122223333:role/x', 'arn:aws:iam::111122223333:role/*', '*'];
const TESTS: readonly Conditions[] = [
  { StringEquals: { k1: ['a'] } },
  { StringEquals: { k1: ['b'] } },
  { StringLike: { k2: ['a*'] } },
  { StringEqualsIfExists: { k2: ['b'] } },
  { Null: { k1: ['true'] } },
  { Null: { k2: ['false'] } },
  { 'ForAllValues:StringLike': { k3: ['a', 'b'] } },
];

function all(tests: readonly Conditions[]): Conditions | undefined {
  const joined: Record<string, Record<string, readonly string[]>> = {};
  for (const test of tests) {
    for (const [operator, keys] of Object.entries(test)) joined[operator] = { ...joined[operator], ...keys };
  }
  return tests.length === 0 ? undefined : joined;
}

const conditions = fc.subarray([...TESTS], { maxLength: 4 }).map(all);
const permission: fc.Arbitrary<Permission> = fc.record({
  action: fc.constantFrom(...GUARDED),
  resource: fc.constantFrom(...RESOURCES),
  conditions,
});
const value = fc.option(fc.constantFrom('a', 'ab', 'b', 'c'), { nil: undefined });
const request = fc.record({ k1: value, k2: value, k3: value });

describe('what a deployment has approved', () => {
  it('is never less than what is granted because of it, whatever a request has', () => {
    fc.assert(
      fc.property(permission, fc.array(permission, { maxLength: 5 }), request, (needed, approved, keys) => {
        const granted = judged(needed, approved).granted.map(({ grant }) => grant);
        const { action, resource } = needed;
        fc.pre(guardOf(action, resource) !== undefined || readsAnyName(action, resource));
        const context = Object.fromEntries(
          Object.entries(keys).flatMap(([key, one]) => (one === undefined ? [] : [[key, one]])),
        );
        const asked = { action, resource, context };
        const has = { Statement: granted.map((one) => statementOf({ ...needed, conditions: one.conditions })) };
        if (isAllowed(has, asked)) assert.ok(isAllowed({ Statement: approved.map(statementOf) }, asked));
      }),
      { numRuns: 5_000 },
    );
  });

  it('covers itself and the same under more tests', () => {
    fc.assert(
      fc.property(permission, fc.subarray(TESTS.slice(1), { maxLength: 3 }), fc.nat(), (one, tests, some) => {
        const fewer = all(tests.filter((_test, index) => (some >> index) & 1));
        assert.ok(isGranted({ ...one, conditions: all(tests) }, [{ ...one, conditions: fewer }]));
      }),
    );
  });

  const [X, Y] = ['arn:aws:iam::111122223333:role/x', 'arn:aws:iam::111122223333:role/y'];
  const attach = (resource: string, conditions: Conditions | undefined): Permission => {
    return { action: 'iam:AttachRolePolicy', resource, conditions };
  };
  const policy = (name: string): Conditions => ({ ArnLike: { 'iam:PolicyARN': [`arn:aws:iam::aws:policy/${name}`] } });
  const service = (name: string): Conditions => ({
    StringEquals: { 'iam:PassedToService': [`${name}.amazonaws.com`] },
  });
  const pass = (conditions: Conditions | undefined) => ({ action: 'iam:PassRole', resource: X, conditions });
  const TO_EC2 = service('ec2');
  const grantOn = (conditions: Conditions | undefined) => {
    return { action: 'kms:CreateGrant', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1', conditions };
  };
  const FOR_AWS: Conditions = { Bool: { 'kms:GrantIsForAWSResource': ['true'] } };

  for (const [what, approved, needed, expected] of [
    ['the same', attach(X, policy('a')), attach(X, policy('a')), true],
    [
      'without a condition, and now with one: any policy was approved',
      attach(X, undefined),
      attach(X, policy('a')),
      true,
    ],
    ['with a condition, and now without', attach(X, policy('a')), attach(X, undefined), false],
    ['with a condition, and now with another value', attach(X, policy('a')), attach(X, policy('b')), false],
    ['with a condition, and now with a wider value', attach(X, policy('a')), attach(X, policy('*')), false],
    [
      'with a condition, and now with another value more',
      attach(X, policy('a')),
      attach(X, { ArnLike: { 'iam:PolicyARN': ['arn:aws:iam::aws:policy/a', 'arn:aws:iam::aws:policy/b'] } }),
      false,
    ],
    [
      'with a condition, and now only where the request has the key',
      attach(X, { ArnLike: policy('a')['ArnLike'] ?? {} }),
      attach(X, { ArnLikeIfExists: policy('a')['ArnLike'] ?? {} }),
      false,
    ],
    ['without a condition, on another role', attach(X, undefined), attach(Y, policy('a')), false],
    ['of another action, without a condition', pass(undefined), attach(X, policy('a')), false],
    ['for one service, and now for another', pass(TO_EC2), pass(service('lambda')), false],
    ['for one service, and now for one instance as well', pass(TO_EC2), pass({ ...TO_EC2, ...policy('a') }), true],
    [
      'for one service and instance, and now for any instance',
      pass({ ...TO_EC2, ...policy('a') }),
      pass(TO_EC2),
      false,
    ],
    ['a key for anybody, and now for services of AWS', grantOn(undefined), grantOn(FOR_AWS), true],
    ['a key for services of AWS, and now for anybody', grantOn(FOR_AWS), grantOn(undefined), false],
    [
      'a key for services of AWS, and now for anybody by one service',
      grantOn(FOR_AWS),
      grantOn({ StringEquals: { 'kms:ViaService': ['rds.eu-west-1.amazonaws.com'] } }),
      false,
    ],
  ] as const) {
    it(`${expected ? 'covers' : 'does not cover'} ${what}`, () => {
      assert.ok(guardOf(needed.action, needed.resource, needed.conditions));
      assert.equal(isGranted(needed, [approved]), expected);
      // What only AWS says after the deployment needs the same word of a deployment.
      assert.equal(isGranted(needed, [approved], { basis: 'lookUp' }), expected);
      // A deployment that had more than its tag holds: then the policy tells.
      const allowed = [statementOf(approved)];
      assert.equal(isGranted(needed, [], { overflow: true, allowed }), expected);
      assert.equal(allowsVerbatim(allowed, needed.action, needed.resource, needed.conditions), expected);
    });
  }

  it('is no condition that someone has written without keys', () => {
    for (const Condition of [{}, { StringEquals: {} }, { ...TO_EC2, StringLike: {} }]) {
      assert.ok(!allowsVerbatim([{ ...statementOf(pass(undefined)), Condition }], 'iam:PassRole', X, TO_EC2));
    }
  });

  it('of reads through a wildcard, covers them under a condition, and the narrower names that the role has stay', () => {
    const key = (id: string) => `arn:aws:kms:eu-west-1:111122223333:key/${id}`;
    const via: Conditions = { StringEquals: { 'kms:ViaService': ['sqs.eu-west-1.amazonaws.com'] } };
    const decrypt = (id: string, conditions: Conditions | undefined): Permission => {
      return { action: 'kms:Decrypt', resource: key(id), conditions };
    };
    assert.ok(isGranted(decrypt('*', via), [decrypt('*', undefined)]));
    assert.ok(!isGranted(decrypt('*', undefined), [decrypt('*', via)]));
    const allowed = [statementOf(decrypt('1', undefined))];
    assert.deepEqual(narrowerAllowed('kms:Decrypt', key('*'), via, allowed), [key('1')]);
    assert.deepEqual(narrowerAllowed('kms:Decrypt', key('*'), undefined, [statementOf(decrypt('1', via))]), []);
    const { granted } = judged(decrypt('*', via), [], { allowed });
    assert.deepEqual(
      granted.map(({ grant }) => [grant.resources[0]?.arn, grant.conditions]),
      [[key('1'), via]],
    );
  });
});

const ROLE_NAME = { RoleName: 'x', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' };
const BOUNDARY = { PermissionsBoundary: 'arn:aws:iam::111122223333:policy/b' };

/** Operations of which today's tables know a condition, and arguments that say it. */
const CONDITIONAL: readonly (readonly [string, Readonly<Record<string, Json>>])[] = [
  ['iam:attachRolePolicy', ROLE_NAME],
  ['iam:detachRolePolicy', ROLE_NAME],
  ['iam:attachUserPolicy', { ...ROLE_NAME, UserName: 'x' }],
  ['iam:attachGroupPolicy', { ...ROLE_NAME, GroupName: 'x' }],
  ['iam:createRole', { RoleName: 'x', AssumeRolePolicyDocument: '{}', ...BOUNDARY }],
  ['iam:createUser', { UserName: 'x', ...BOUNDARY }],
  ['iam:putRolePermissionsBoundary', { RoleName: 'x', ...BOUNDARY }],
  ['iam:createServiceLinkedRole', { AwsServiceName: 'ecs.amazonaws.com' }],
  ['organizations:createPolicy', { Type: 'TAG_POLICY', Name: 'n', Content: '{}', Description: 'd' }],
  ['organizations:enableAWSServiceAccess', { ServicePrincipal: 'ram.amazonaws.com' }],
  [
    'lambda:addPermission',
    {
      FunctionName: 'f',
      Action: 'lambda:InvokeFunctionUrl',
      StatementId: 's',
      Principal: '*',
      FunctionUrlAuthType: 'NONE',
    },
  ],
  ['account:enableRegion', { RegionName: 'ap-east-1' }],
  [
    'ec2:runInstances',
    { MinCount: 1, MaxCount: 1, TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'k', Value: 'v' }] }] },
  ],
];

function definitionOf(api: string, Parameters: Readonly<Record<string, Json>>) {
  const state = { Type: 'Task', Resource: `arn:aws:states:::aws-sdk:${api}`, Parameters, End: true };
  return { StartAt: 'S', States: { S: state } };
}

async function permissionsOf(api: string, parameters: Readonly<Record<string, Json>>): Promise<readonly Permission[]> {
  const { calls } = await fit(definitionOf(api, parameters), { ...PLACE, name: 'm' });
  return calls.flatMap(({ grants }) =>
    grants.flatMap(({ actions, resources, conditions: those }) =>
      actions.flatMap((action) => resources.map(({ arn: resource }) => ({ action, resource, conditions: those }))),
    ),
  );
}

const unconditional = (one: Permission): Permission => ({ ...one, conditions: undefined });

describe('a role that an older version deployed, which knew no condition', () => {
  for (const [api, parameters] of CONDITIONAL) {
    const older = async (more: Partial<FactRole> = {}) => {
      const needed = await permissionsOf(api, parameters);
      const before = needed.map(unconditional);
      const guarded = before.filter(({ action, resource }) => guardOf(action, resource));
      const approved = new Set(guarded.map(({ action, resource }) => approvalDigest(action, resource, undefined)));
      const role = new CheckedRole({
        definition: JSON.stringify(definitionOf(api, parameters)),
        deployment: { approved },
        policy: JSON.stringify({ Version: '2012-10-17', Statement: before.map(statementOf) }),
        ...more,
      });
      const statements = () => JSON.parse(role.policy() || '{"Statement":[]}');
      return { role, needed, statements };
    };
    const conditionsIn = (needed: readonly Permission[]) => needed.filter((one) => one.conditions !== undefined);

    it(`${api}: raises no alarm, and comes to have what is needed and no more`, async () => {
      const { role, needed, statements } = await older();
      assert.ok(conditionsIn(needed).length > 0);
      const event = await role.check(undefined, false);
      const sweep = await role.settle();
      for (const { refused, policies, gaps } of [event, sweep]) {
        assert.deepEqual([refused, policies.flatMap(({ missing }) => missing), gaps], [[], [], []]);
      }
      for (const { action, resource, conditions: those } of needed) {
        assert.ok(allowsVerbatim(statements().Statement, action, resource, those), `${action} ${resource}`);
      }
      for (const { action, resource } of conditionsIn(needed)) {
        assert.ok(!allowsVerbatim(statements().Statement, action, resource, undefined), `${action} ${resource}`);
      }
    });

    it(`${api}: what is lost is put back under the condition`, async () => {
      const { role, needed, statements } = await older({ policy: '{"Version":"2012-10-17","Statement":[]}' });
      const { refused } = await role.check(undefined, false);
      assert.deepEqual(refused, []);
      for (const { action, resource, conditions: those } of needed) {
        assert.ok(allowsVerbatim(statements().Statement, action, resource, those));
      }
    });

    it(`${api}: a running execution of the same definition keeps it`, async () => {
      const definition = JSON.stringify(definitionOf(api, parameters));
      const { role, needed, statements } = await older({ before: `${definition} `, executions: [NOW - 1000] });
      await role.settle();
      for (const { action, resource, conditions: those } of needed) {
        assert.ok(allowsVerbatim(statements().Statement, action, resource, those));
      }
    });
  }

  it('and whose definition someone has changed since gets nothing on another resource', async () => {
    const [permission = undefined] = await permissionsOf('iam:attachRolePolicy', ROLE_NAME);
    assert.ok(permission);
    const { action, resource } = permission;
    const role = new CheckedRole({
      definition: JSON.stringify(definitionOf('iam:attachRolePolicy', { ...ROLE_NAME, RoleName: 'admin' })),
      deployment: { approved: new Set([approvalDigest(action, resource, undefined)]) },
    });
    const { refused } = await role.settle();
    assert.deepEqual(
      refused.map((one) => one.actions),
      [[action]],
    );
    assert.deepEqual(role.allowed(), []);
  });
});
