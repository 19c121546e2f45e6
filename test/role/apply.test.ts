import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListPoliciesCommand,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
  TagRoleCommand,
} from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import type { Policy } from '../../src/policy/policy.ts';
import { fitRole, releaseRole } from '../../src/role/apply.ts';
import { NO_FACTS } from '../../src/role/recordedFacts.ts';
import { type Deployment, isManagedName, managedName, ownerOf, tagsOf } from '../../src/role/rolefitPolicy.ts';

/** What is sent to IAM, and what its answers are taken for. The protocol itself is tested in test/functions. */

const iam = mockClient(IAMClient);
const policyId = { roleName: 'orders', policyName: 'rolefit', owner: ownerOf('stack', 'Policy') };
const policy: Policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: ['arn:aws:sqs:eu-west-1:111122223333:a'] }],
};
const deployment: Deployment = {
  driftMode: 'remediate',
  region: 'eu-west-1',
  machine: undefined,
  deployedAt: 1_800_000_000,
  approved: new Set(),
  bucketKeys: {},
  facts: NO_FACTS,
};
const wanted = { policy, deployment, keep: false };
const signal = () => AbortSignal.timeout(10_000);
const tags = [...tagsOf(policyId, deployment)].map(([Key, Value]) => ({ Key, Value }));

function role(tags: readonly { Key: string; Value: string }[] = []) {
  return {
    Role: {
      RoleName: 'orders',
      Arn: 'arn:aws:iam::111122223333:role/orders',
      Path: '/',
      RoleId: 'AROA',
      CreateDate: new Date(0),
      Tags: [...tags],
    },
  };
}

beforeEach(() => {
  iam.reset();
  iam.on(GetRoleCommand).resolves(role());
  iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: [] });
  iam.on(ListAttachedRolePoliciesCommand).resolves({ AttachedPolicies: [] });
  iam.on(ListPoliciesCommand).resolves({ Policies: [] });
});

describe('fitRole', () => {
  it('tags the role before it writes, so that what is written is never ownerless', async () => {
    iam.on(TagRoleCommand).callsFake(() => iam.on(GetRoleCommand).resolves(role(tags)) && {});
    iam.on(PutRolePolicyCommand).callsFake(({ PolicyDocument }) => {
      iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['rolefit'] });
      iam
        .on(GetRolePolicyCommand)
        .resolves({ RoleName: 'orders', PolicyName: 'rolefit', PolicyDocument: encodeURIComponent(PolicyDocument) });
      return {};
    });
    const { writes } = await fitRole(new IAMClient(), policyId, wanted, signal());
    assert.equal(writes, 2);
    const sent = iam.calls().map(({ firstArg }) => firstArg.constructor.name);
    assert.ok(sent.indexOf('TagRoleCommand') < sent.indexOf('PutRolePolicyCommand'));
    const put = iam.commandCalls(PutRolePolicyCommand)[0]?.args[0].input;
    assert.deepEqual(
      [put?.RoleName, put?.PolicyName, JSON.parse(put?.PolicyDocument ?? '')],
      ['orders', 'rolefit', policy],
    );
  });

  it('writes nothing where the document differs in white space only', async () => {
    iam.on(GetRoleCommand).resolves(role(tags));
    iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['rolefit'] });
    const PolicyDocument = encodeURIComponent(JSON.stringify(policy, null, 4));
    iam.on(GetRolePolicyCommand).resolves({ RoleName: 'orders', PolicyName: 'rolefit', PolicyDocument });
    assert.equal((await fitRole(new IAMClient(), policyId, wanted, signal())).writes, 0);
  });

  it('reads every page of a list', async () => {
    iam.on(GetRoleCommand).resolves(role(tags));
    iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['other'], IsTruncated: true, Marker: '2' });
    iam.on(ListRolePoliciesCommand, { RoleName: 'orders', Marker: '2' }).resolves({ PolicyNames: ['rolefit'] });
    const PolicyDocument = encodeURIComponent(JSON.stringify(policy));
    iam.on(GetRolePolicyCommand).resolves({ RoleName: 'orders', PolicyName: 'rolefit', PolicyDocument });
    assert.equal((await fitRole(new IAMClient(), policyId, wanted, signal())).writes, 0);
  });

  it('says what to change where AWS refuses', async () => {
    iam.on(TagRoleCommand).rejects(Object.assign(new Error('no'), { name: 'AccessDenied' }));
    await assert.rejects(
      fitRole(new IAMClient(), policyId, wanted, signal()),
      /access denied for iam:TagRole on orders/,
    );
  });
});

describe('releaseRole', () => {
  it('asks for nothing but reads where the tag is not ours', async () => {
    iam
      .on(GetRoleCommand)
      .resolves(role([{ Key: 'rolefit:policy:rolefit', Value: `${ownerOf('other', 'Policy')} remediate` }]));
    iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['rolefit'] });
    iam.on(GetRolePolicyCommand).resolves({ RoleName: 'orders', PolicyName: 'rolefit', PolicyDocument: '%7B%7D' });
    assert.equal((await releaseRole(new IAMClient(), policyId, signal())).writes, 0);
    const sent = iam.calls().map(({ firstArg }) => firstArg.constructor.name);
    assert.deepEqual(
      sent.filter((name) => !/^(Get|List)/.test(name)),
      [],
    );
  });
});

describe('names', () => {
  it('a managed policy is named by what is in it, for whom', () => {
    const name = managedName(policyId, 'a');
    assert.ok(isManagedName(policyId, name) && name.length <= 128);
    for (const other of [
      managedName(policyId, 'b'),
      managedName({ ...policyId, roleName: 'x' }, 'a'),
      managedName({ ...policyId, owner: 'x' }, 'a'),
    ]) {
      assert.notEqual(other, name);
    }
    assert.ok(!isManagedName(policyId, `rolefit-more-${'0'.repeat(16)}`));
  });
});
