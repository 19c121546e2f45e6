import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListPoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { findRole, MANAGED_TAG, type ReadOptions, readRole } from '../../src/aws/role.ts';

const iam = mockClient(IAMClient);
const ARN = 'arn:aws:iam::111122223333:role/service/orders';
const OWN = 'arn:aws:iam::111122223333:policy/rolefit/orders/rolefit-1';
const OTHER = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const BOUNDARY = 'arn:aws:iam::111122223333:policy/boundary';
const document = (sid: string) => encodeURIComponent(`{"Sid":"${sid} %"}`);

function refuse(name: string): Error {
  return Object.assign(new Error('no'), { name });
}

const read = (options: Partial<ReadOptions> = {}) =>
  readRole(
    new IAMClient(),
    'orders',
    { managed: 'ownDocuments', onlyOptedIn: false, ...options },
    AbortSignal.timeout(10_000),
  );

const sent = () => iam.calls().map(({ firstArg }) => firstArg.constructor.name.replace('Command', ''));

beforeEach(() => {
  iam.reset();
  iam.on(GetRoleCommand).resolves({
    Role: {
      Arn: ARN,
      RoleName: 'orders',
      Path: '/service/',
      RoleId: 'AROA',
      CreateDate: new Date(0),
      Tags: [{ Key: MANAGED_TAG, Value: 'true' }],
      PermissionsBoundary: { PermissionsBoundaryArn: BOUNDARY },
    },
  });
  iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['a'], IsTruncated: true, Marker: '2' });
  iam.on(ListRolePoliciesCommand, { RoleName: 'orders', Marker: '2' }).resolves({ PolicyNames: ['b'] });
  for (const PolicyName of ['a', 'b']) {
    iam
      .on(GetRolePolicyCommand, { RoleName: 'orders', PolicyName })
      .resolves({ RoleName: 'orders', PolicyName, PolicyDocument: document(PolicyName) });
  }
  iam.on(ListAttachedRolePoliciesCommand).resolves({ AttachedPolicies: [{ PolicyArn: OWN }, { PolicyArn: OTHER }] });
  iam
    .on(ListPoliciesCommand, { PathPrefix: '/rolefit/orders/', Scope: 'Local' })
    .resolves({ Policies: [{ Arn: OWN, PolicyName: 'rolefit-1', DefaultVersionId: 'v2' }] });
  iam.on(GetPolicyCommand).resolves({ Policy: { DefaultVersionId: 'v7' } });
  iam.on(GetPolicyVersionCommand).callsFake(({ VersionId }) => ({ PolicyVersion: { Document: document(VersionId) } }));
});

describe('a role', () => {
  it('is read with all pages of its inline policies, as text that is not URL-encoded', async () => {
    const { role, inline, attached } = await read();
    assert.deepEqual(role, {
      arn: ARN,
      name: 'orders',
      tags: new Map([[MANAGED_TAG, 'true']]),
      boundary: BOUNDARY,
    });
    assert.deepEqual(
      [...inline],
      [
        ['a', '{"Sid":"a %"}'],
        ['b', '{"Sid":"b %"}'],
      ],
    );
    assert.deepEqual([...attached], [OWN, OTHER]);
  });

  it('has rolefit’s own managed policies by their names alone', async () => {
    const { managed } = await read({ managed: 'own' });
    assert.deepEqual(managed, [{ arn: OWN, name: 'rolefit-1', version: 'v2', document: undefined }]);
    assert.ok(!sent().includes('GetPolicyVersion'));
  });

  it('has them with the documents of the versions that count', async () => {
    const { managed } = await read();
    assert.deepEqual(managed, [{ arn: OWN, name: 'rolefit-1', version: 'v2', document: '{"Sid":"v2 %"}' }]);
    assert.ok(!sent().includes('GetPolicy'));
  });

  it('has whatever is attached with its documents, and no list of policies is asked for', async () => {
    const { managed } = await read({ managed: 'attached' });
    assert.deepEqual(
      managed.map(({ arn, name, document: text }) => [arn, name, text]),
      [
        [OWN, 'rolefit-1', '{"Sid":"v7 %"}'],
        [OTHER, 'ReadOnlyAccess', '{"Sid":"v7 %"}'],
      ],
    );
    assert.ok(!sent().includes('ListPolicies'));
  });

  it('that did not opt in is not read further where only those count', async () => {
    iam.on(GetRoleCommand).resolves({
      Role: { Arn: ARN, RoleName: 'orders', Path: '/', RoleId: 'AROA', CreateDate: new Date(0) },
    });
    const { role, inline } = await read({ onlyOptedIn: true });
    assert.equal(role?.arn, ARN);
    assert.equal(inline.size, 0);
    assert.deepEqual(sent(), ['GetRole']);
  });

  it('that does not exist has no policies, but rolefit’s managed ones may still be there', async () => {
    iam.on(GetRoleCommand).rejects(refuse('NoSuchEntityException'));
    const { role, inline, attached, managed } = await read();
    assert.equal(role, undefined);
    assert.equal(inline.size + attached.size, 0);
    assert.deepEqual(
      managed.map(({ name }) => name),
      ['rolefit-1'],
    );
    assert.deepEqual(sent(), ['GetRole', 'ListPolicies']);
  });

  it('that goes while it is read does not exist', async () => {
    iam.on(ListAttachedRolePoliciesCommand).rejects(refuse('NoSuchEntityException'));
    assert.equal((await read()).role, undefined);
  });

  it('is read without a policy that goes in the meantime', async () => {
    iam.on(GetRolePolicyCommand, { RoleName: 'orders', PolicyName: 'a' }).rejects(refuse('NoSuchEntityException'));
    assert.deepEqual([...(await read()).inline.keys()], ['b']);
  });

  it('tells of a refusal in the words of whoever reads', async () => {
    iam.on(GetRoleCommand).rejects(refuse('AccessDenied'));
    await assert.rejects(read(), /access denied for iam:GetRole on orders: the role must have the tag/);
    const explain = (_: unknown, action: string) => new Error(`own words for ${action}`);
    await assert.rejects(read({ explain }), /^Error: own words for iam:GetRole$/);
  });

  it('is found by its name in other letters, and tells the name that it was given', async () => {
    assert.equal((await findRole(new IAMClient(), 'ORDERS', AbortSignal.timeout(10_000)))?.name, 'orders');
  });
});
