import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passes } from '../support/sdk.ts';

const ROLE = 'arn:aws:iam::111122223333:role/r';
const ANY = 'arn:aws:iam::111122223333:role/*';

describe('the roles of ecs:runTask (step-functions/latest/dg/connect-ecs.html)', () => {
  const TASKS = 'StringEquals ecs-tasks.amazonaws.com';

  it('are those that override both of the definition’s', async () => {
    const Overrides = { TaskRoleArn: ROLE, ExecutionRoleArn: `${ROLE}2` };
    assert.deepEqual(await passes('ecs:runTask', { TaskDefinition: 'td', Overrides }), [
      `${ROLE} ${TASKS}`,
      `${ROLE}2 ${TASKS}`,
    ]);
  });

  it('may be any where one is the definition’s', async () => {
    const found = await passes('ecs:runTask', { TaskDefinition: 'td', Overrides: { TaskRoleArn: ROLE } });
    assert.ok(found.includes(`${ANY} ${TASKS}`), found.join());
  });

  it('are those that attach the volumes', async () => {
    const Overrides = { TaskRoleArn: ROLE, ExecutionRoleArn: ROLE };
    const volumes = (RoleArn: unknown) => [{ Name: 'v', ManagedEBSVolume: RoleArn }];
    const found = await passes('ecs:runTask', { Overrides, VolumeConfigurations: volumes({ RoleArn: `${ROLE}3` }) });
    assert.ok(found.includes(`${ROLE}3 StringEquals ecs.amazonaws.com`), found.join());
    const dynamic = await passes('ecs:runTask', { Overrides, 'VolumeConfigurations.$': '$.v' });
    assert.ok(dynamic.includes(`${ANY} StringEquals ecs.amazonaws.com`), dynamic.join());
  });
});
