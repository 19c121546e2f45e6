import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { EmbeddedAws } from '../double/aws.ts';
import { deployed } from '../support/deployed.ts';
import { isAllowed } from '../support/iam.ts';
import { ACCOUNT } from '../support/intrinsics.ts';
import { loadHook, many, reading } from './hook.ts';
import { machineArn } from './recheck.ts';
import { addRole, asker, BOUNDARY, deploy, EVERYTHING, keyArn } from './stack.ts';

/** What IAM refuses the hook, and what that is taken for. */

const aws = new EmbeddedAws();
let hook: Awaited<ReturnType<typeof loadHook>>;
before(async () => {
  await aws.start();
  hook = await loadHook(aws.endpoint);
});
after(() => aws.stop());
beforeEach(() => {
  aws.fault = () => undefined;
});

describe('a role that is not there', () => {
  const world = () => deploy(aws, EVERYTHING);

  it('is waited for, where RolePath has a path: until IAM knows a role, it knows no path of it', async () => {
    const { create } = asker(world(), hook, 'late');
    const made = setTimeout(() => aws.iam.createRole('late', { path: '/workflows/', boundary: BOUNDARY }), 1_000);
    const answer = await create({ DefinitionString: reading('a') });
    clearTimeout(made);
    assert.equal(answer.Status, 'SUCCESS', answer.Reason);
  });

  it('is released without an error', async () => {
    const { ask } = asker(world(), hook, 'gone');
    const answer = await ask({ type: 'Delete', physicalId: 'gone/rolefit' }, { DefinitionString: reading('a') });
    assert.equal(answer.Status, 'SUCCESS', answer.Reason);
  });

  for (const write of ['DeleteRolePolicy', 'UntagRole']) {
    it(`is released without an error, where it goes just before ${write}`, async () => {
      const deployedWorld = world();
      const { name } = addRole(deployedWorld);
      const { ask, create } = asker(deployedWorld, hook, name);
      const { PhysicalResourceId: physicalId } = await create({ DefinitionString: reading('a') });
      aws.fault = ({ action }) => {
        if (action === write) aws.iam.deleteRole(name);
        return undefined;
      };
      const answer = await ask({ type: 'Delete', physicalId }, { DefinitionString: reading('a') });
      assert.equal(answer.Status, 'SUCCESS', answer.Reason);
      // It is denied, not missing: a role that is gone has no tag.
      assert.match(aws.permissions.takeRefused().join(), new RegExp(`iam:${write} on`));
    });
  }

  for (const [action, code, status] of [
    // Its tags are not there yet, nor is the policy that was just made.
    ['TagRole', 'AccessDenied', 403],
    ['PutRolePolicy', 'NoSuchEntity', 404],
    ['AttachRolePolicy', 'NoSuchEntity', 404],
  ] as const) {
    it(`is fitted when IAM agrees, where ${action} answers ${code} till then`, async () => {
      const deployedWorld = world();
      const { name } = addRole(deployedWorld);
      let refused = 0;
      aws.fault = (call) => (call.action === action && refused++ < 2 ? { kind: 'refuse', code, status } : undefined);
      const tables = action === 'AttachRolePolicy' ? many('t') : ['a'];
      const answer = await asker(deployedWorld, hook, name).create({ DefinitionString: reading(...tables) });
      assert.equal(answer.Status, 'SUCCESS', answer.Reason);
      assert.ok(refused > 2);
    });
  }
});

describe('a role that may not be changed', () => {
  const roles = {
    'refused-no-tag': { tags: [], path: '/workflows/', boundary: BOUNDARY },
    'refused-other-path': { path: '/', boundary: BOUNDARY },
    'refused-other-boundary': { path: '/workflows/', boundary: `${BOUNDARY}-2` },
  };

  it('is refused by IAM: without the tag at once, else when IAM has had the time to agree', async () => {
    const world = deploy(aws, EVERYTHING);
    const refused = Object.entries(roles).map(async ([name, options]) => {
      aws.iam.createRole(name, options);
      const answer = await asker(world, hook, name).create({ DefinitionString: reading('a') });
      assert.match(
        answer.Reason ?? '',
        new RegExp(`access denied for iam:\\w+ on ${name}: the role must have the tag`),
      );
      assert.equal(aws.iam.stateOf(name).roles.get(name)?.inline.size, 0);
    });
    await Promise.all(refused);
    assert.ok(aws.permissions.takeRefused().length > Object.keys(roles).length);
  });
});

describe('keys', () => {
  const cases = [
    ['DefinitionKeyArns', 's3:GetObject', { DefinitionS3Location: { Bucket: 'code', Key: 'flow.json' } }],
    ['StateMachineKeyArns', 'states:DescribeStateMachine', { StateMachineArn: machineArn('locked') }],
  ] as const;
  for (const [parameter, action, source] of cases) {
    it(`a definition whose key is not in ${parameter} is not read, and the message names it`, async () => {
      const world = deploy(aws, { ...EVERYTHING, [parameter]: keyArn('another') });
      aws.objects.set('code/flow.json', reading('a'));
      aws.bucketKeys.set('code', keyArn('code'));
      const { name, record } = addRole(world);
      aws.states.machines.set(machineArn('locked'), record(reading('a')));
      const { Reason = '' } = await asker(world, hook, name).create({ ...source, StateMachineName: undefined });
      assert.match(Reason, new RegExp(`access denied for ${action} on .*${parameter}`));
      assert.match(aws.permissions.takeRefused().join(), /: kms:Decrypt on /);
    });
  }

  it('decrypt definitions, and nothing else', () => {
    const { policies } = deployed(EVERYTHING);
    const machine = 'kms:EncryptionContext:aws:states:stateMachineArn';
    const object = 'kms:EncryptionContext:aws:s3:arn';
    const may = (role: string, key: string, name: string, value: string) =>
      isAllowed(policies.get(role) ?? { Statement: [] }, {
        action: 'kms:Decrypt',
        resource: keyArn(key),
        context: { [name]: value },
      });
    for (const role of ['RolePolicyFunctionRole', 'DriftCheckFunctionRole']) {
      assert.ok(may(role, 'machines', machine, machineArn('orders')));
      assert.ok(!may(role, 'another', machine, machineArn('orders')));
      assert.ok(!may(role, 'machines', machine, machineArn('orders').replace(ACCOUNT, '444455556666')));
      assert.ok(!may(role, 'machines', 'kms:EncryptionContext:aws:lambda:FunctionArn', 'arn:aws:lambda:x'));
    }
    // With an S3 Bucket Key the context is the bucket's.
    assert.ok(may('RolePolicyFunctionRole', 'code', object, 'arn:aws:s3:::code'));
    assert.ok(may('RolePolicyFunctionRole', 'code', object, 'arn:aws:s3:::code/flow.json'));
    assert.ok(!may('RolePolicyFunctionRole', 'code', object, 'arn:aws:s3:::code-of-others/flow.json'));
    assert.ok(!may('DriftCheckFunctionRole', 'code', object, 'arn:aws:s3:::code/flow.json'));
  });
});
