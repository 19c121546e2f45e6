import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passes } from '../support/sdk.ts';

describe('roles of instance profiles', () => {
  for (const [api, args] of [
    [
      'batch:createComputeEnvironment',
      { ComputeResources: { InstanceRole: 'arn:aws:iam::111122223333:instance-profile/p' } },
    ],
    ['emr:runJobFlow', { JobFlowRole: 'EMR_EC2_DefaultRole' }],
  ] as const) {
    it(`${api} does not take a profile for its role (IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html)`, async () => {
      const found = await passes(`aws-sdk:${api}`, args);
      assert.deepEqual(found, ['arn:aws:iam::111122223333:role/* StringEquals ec2.amazonaws.com']);
    });
  }
});
