import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { HERE } from '../functions/recheck.ts';
import { EmbeddedAws } from './aws.ts';
import { ADMINISTRATOR } from './permissions.ts';

/** The other tests rest on this judge: it has to be able to say no, as IAM does. */

const options = (endpoint: string, accessKeyId: string) => {
  return { endpoint, region: 'eu-west-1', credentials: { accessKeyId, secretAccessKey: 'x' } };
};

async function started(): Promise<EmbeddedAws> {
  const aws = await new EmbeddedAws().start();
  aws.iam.createRole('orders', { path: '/workflows/' });
  return aws;
}

describe('the embedded AWS', () => {
  it('refuses what a function’s role lacks, and does not stop in silence', async () => {
    const aws = await started();
    const read = new IAMClient(options(aws.endpoint, 'SweepFunction')).send(new GetRoleCommand({ RoleName: 'orders' }));
    await assert.rejects(read, {
      name: 'AccessDenied',
      message: /iam:GetRole on resource: .*:role\/workflows\/orders$/,
    });
    await assert.rejects(aws.stop(), /SweepFunctionRole: iam:GetRole on .*:role\/workflows\/orders/);
  });

  it('names the error as each service does', async () => {
    const aws = await started();
    const stateMachineArn = `arn:aws:states:${HERE}:stateMachine:orders`;
    const elsewhere = stateMachineArn.replace('eu-west-1', 'us-east-1');
    const encryptionConfiguration = { kmsKeyId: `arn:aws:kms:${HERE}:key/a` };
    aws.states.machines.set(stateMachineArn, { definition: '{}', encryptionConfiguration });
    const describe = (arn: string) =>
      new SFNClient(options(aws.endpoint, 'RolePolicyFunction')).send(
        new DescribeStateMachineCommand({ stateMachineArn: arn }),
      );
    await assert.rejects(describe(elsewhere), { name: 'AccessDeniedException' });
    await assert.rejects(describe(stateMachineArn), { name: 'KmsAccessDeniedException' });
    assert.equal(aws.permissions.takeRefused().length, 2);
    await aws.stop();
  });

  it('knows the functions of the stack and the tests’ own administrator, and nobody else', async () => {
    const aws = await started();
    const read = (key: string) =>
      new IAMClient(options(aws.endpoint, key)).send(new GetRoleCommand({ RoleName: 'orders' }));
    await assert.rejects(read('somebody'), { name: 'InvalidClientTokenId' });
    assert.equal((await read(ADMINISTRATOR)).Role?.Path, '/workflows/');
    await aws.stop();
  });
});
