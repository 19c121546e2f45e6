import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StatedFacts } from '../../src/facts/fact.ts';
import { OPTIONS } from '../support/cases.ts';
import { list } from '../support/iam.ts';
import { type Args, fitCall, HERE } from '../support/sdk.ts';

/** Roles that stand behind what a call names: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html */

const ROLE = 'arn:aws:iam::111122223333:role/team/worker';
const OTHER = 'arn:aws:iam::111122223333:role/other';
const ANY = 'arn:aws:iam::111122223333:role/*';

const stated = (resource: string, roles: readonly string[]): StatedFacts => ({
  resource,
  facts: { roles },
  source: 'file',
  place: 'facts.yaml',
});
const TASK = stated(`arn:aws:ecs:${HERE}:task-definition/app`, [ROLE]);
const PROFILE = stated('arn:aws:iam::111122223333:instance-profile/p', [ROLE]);

/** The roles that a call passes to a service, sorted. */
async function passed(api: string, args: Args, to: string, facts: readonly StatedFacts[]): Promise<readonly string[]> {
  const { policy } = await fitCall(api, args, { ...OPTIONS, facts });
  return policy.Statement.filter(
    ({ Action, Condition }) =>
      Action.includes('iam:PassRole') && JSON.stringify(Condition ?? {}).includes(`"${to}.amazonaws.com"`),
  )
    .flatMap(({ Resource }) => list(Resource))
    .toSorted();
}

describe('the roles of a task definition', () => {
  for (const [api, args] of [
    ['ecs:runTask', {}],
    ['ecs:startTask', { ContainerInstances: ['i'] }],
    ['ecs:createService', { ServiceName: 's' }],
    ['ecs:updateService', { Service: 's' }],
    ['ecs:createTaskSet', { Cluster: 'c', Service: 's' }],
  ] as const) {
    for (const definition of ['app', 'app:3', `arn:aws:ecs:${HERE}:task-definition/app:3`]) {
      it(`${api} of ${definition} passes those that are known`, async () => {
        const call = { ...args, TaskDefinition: definition };
        assert.deepEqual(await passed(api, call, 'ecs-tasks', [TASK]), [ROLE]);
        assert.deepEqual(await passed(api, call, 'ecs-tasks', []), [ANY]);
        assert.deepEqual(await passed(api, call, 'ecs-tasks', [stated(TASK.resource, [])]), []);
      });
    }
  }

  it('are not passed where a service keeps its definition', async () => {
    assert.deepEqual(await passed('ecs:updateService', { Service: 's', DesiredCount: 2 }, 'ecs-tasks', [TASK]), []);
  });

  it('are replaced where the call overrides both', async () => {
    const args = {
      TaskDefinition: 'app',
      ContainerInstances: ['i'],
      Overrides: { TaskRoleArn: OTHER, ExecutionRoleArn: OTHER },
    };
    assert.deepEqual(await passed('ecs:startTask', args, 'ecs-tasks', [TASK]), [OTHER]);
  });

  it('are passed by the role of the rule or the schedule that starts the task, not by the caller', async () => {
    const target = {
      Arn: `arn:aws:ecs:${HERE}:cluster/c`,
      RoleArn: OTHER,
      EcsParameters: { TaskDefinitionArn: 'app' },
    };
    const rule = { Rule: 'r', Targets: [{ Id: 't', ...target }] };
    assert.deepEqual(await passed('eventbridge:putTargets', rule, 'ecs-tasks', [TASK]), []);
    assert.deepEqual(await passed('eventbridge:putTargets', rule, 'events', [TASK]), [OTHER]);
    const schedule = { Name: 's', Target: target };
    assert.deepEqual(await passed('scheduler:createSchedule', schedule, 'ecs-tasks', [TASK]), []);
    assert.deepEqual(await passed('scheduler:createSchedule', schedule, 'scheduler', [TASK]), [OTHER]);
  });
});

describe('the role of an instance profile', () => {
  const instance = (profile: object) => ({ ImageId: 'ami-1', MinCount: 1, MaxCount: 1, IamInstanceProfile: profile });
  for (const [name, api, args, to] of [
    ['by name', 'ec2:runInstances', instance({ Name: 'p' }), 'ec2'],
    ['by ARN', 'ec2:runInstances', instance({ Arn: 'arn:aws:iam::111122223333:instance-profile/p' }), 'ec2'],
    ['of nodes', 'emr:runJobFlow', { Name: 'j', JobFlowRole: 'p' }, 'ec2'],
    [
      'of a compute environment',
      'batch:createComputeEnvironment',
      { ComputeResources: { InstanceRole: 'arn:aws:iam::111122223333:instance-profile/p' } },
      'ec2',
    ],
    ['of a launch configuration', 'autoscaling:createLaunchConfiguration', { IamInstanceProfile: 'p' }, 'ec2'],
  ] as const) {
    it(`${name} is known from a fact, and any role without it (${api})`, async () => {
      assert.deepEqual(await passed(api, args, to, [PROFILE]), [ROLE]);
      assert.deepEqual(await passed(api, args, to, []), [ANY]);
    });
  }

  it('is found by an ARN with a path', async () => {
    const arn = 'arn:aws:iam::111122223333:instance-profile/team/p';
    assert.deepEqual(await passed('ec2:runInstances', instance({ Arn: arn }), 'ec2', [stated(arn, [ROLE])]), [ROLE]);
  });

  it('is any role where only a run tells the profile', async () => {
    assert.deepEqual(await passed('ec2:runInstances', instance({ 'Name.$': '$.p' }), 'ec2', []), [ANY]);
  });
});
