import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FitOptions, fit } from '../../src/analysis/fit.ts';
import { machine, OPTIONS, task } from '../support/cases.ts';

async function resourcesOf(action: string, resource: string, args: object, options: FitOptions = OPTIONS) {
  const { policy } = await fit(machine({ A: task(`arn:aws:states:::${resource}`, { ...args }) }), options);
  return policy.Statement.filter(({ Action }) => Action.includes(action)).flatMap(({ Resource, Condition }) =>
    [Resource].flat().map((arn) => (Condition === undefined ? arn : `${arn} ${JSON.stringify(Condition)}`)),
  );
}

describe('a task of Amazon ECS is watched and stopped in its cluster (ecs-account-settings.html)', () => {
  const HERE = 'arn:aws:ecs:eu-west-1:111122223333:task/';
  for (const [name, args, expected, options] of [
    ['by the cluster’s name', { Cluster: 'main' }, 'main/*'],
    ['by its ARN', { Cluster: 'arn:aws:ecs:eu-west-1:111122223333:cluster/main' }, 'main/*'],
    ['in the default cluster where none is named', {}, 'default/*'],
    ['by the start of a name', { 'Cluster.$': "States.Format('team-{}', $.t)" }, 'team-*/*'],
    ['by the end of a name or an ARN', { 'Cluster.$': "States.Format('{}-team', $.t)" }, '*-team/*'],
    ['in any cluster where only a run tells it', { 'Cluster.$': '$.c' }, '*/*'],
    ['in any cluster where a placeholder may be an ARN', { Cluster: '${Cluster}' }, '*/*'],
    ['in a cluster of the template', { Cluster: '${Cluster}' }, '${Cluster}/*', { ...OPTIONS, names: ['${Cluster}'] }],
    [
      'by the name in an ARN of the template',
      { Cluster: 'arn:aws:ecs:eu-west-1:111122223333:cluster/${Cluster}' },
      '${Cluster}/*',
    ],
  ] as const) {
    it(name, async () => {
      for (const action of ['ecs:StopTask', 'ecs:DescribeTasks']) {
        const found = await resourcesOf(action, 'ecs:runTask.sync', { TaskDefinition: 't:1', ...args }, options);
        assert.deepEqual(found, [HERE + expected]);
      }
    });
  }

  for (const [name, args, expected] of [
    ['by the cluster’s name', { Cluster: 'main', Task: '0a' }, 'main/0a'],
    ['by its ARN', { Cluster: 'arn:aws:ecs:eu-west-1:111122223333:cluster/main', Task: '0a' }, 'main/0a'],
    ['by the task’s ARN', { Cluster: 'main', Task: `${HERE}main/0a` }, 'main/0a'],
    ['by the start of the cluster’s name', { 'Cluster.$': "States.Format('team-{}', $.t)", Task: '0a' }, 'team-*/0a'],
    ['in the default cluster', { Task: '0a' }, 'default/0a'],
  ] as const) {
    it(`as an SDK integration, ${name}`, async () => {
      assert.deepEqual(await resourcesOf('ecs:StopTask', 'aws-sdk:ecs:stopTask', args), [HERE + expected]);
    });
  }
});

describe('Amazon EMR’s service-linked role (using-service-linked-roles-cleanup.html)', () => {
  const role = (partition: string, service: string) =>
    `arn:${partition}:iam::111122223333:role/aws-service-role/${service}/AWSServiceRoleForEMRCleanup*`;
  const called = (...names: readonly string[]) => ` {"StringLike":{"iam:AWSServiceName":${JSON.stringify(names)}}}`;
  const needs = (region: string) =>
    resourcesOf(
      'iam:CreateServiceLinkedRole',
      'elasticmapreduce:createCluster',
      {},
      { region, account: '111122223333' },
    );

  it('is elasticmapreduce.amazonaws.com’s', async () => {
    const name = 'elasticmapreduce.amazonaws.com';
    assert.deepEqual(await needs('eu-west-1'), [role('aws', name) + called(name)]);
  });

  it('may be elasticmapreduce.amazonaws.com.cn’s in China', async () => {
    const names = ['elasticmapreduce.amazonaws.com', 'elasticmapreduce.amazonaws.com.cn'] as const;
    assert.deepEqual(
      await needs('cn-north-1'),
      names.map((name) => role('aws-cn', name) + called(...names)).toSorted(),
    );
  });
});

describe('any role that may be passed is a warning', () => {
  for (const [name, resource, args] of [
    ['of a role that only a run tells', 'sagemaker:createTrainingJob', { TrainingJobName: 't', 'RoleArn.$': '$.r' }],
    [
      'of a role of whose ARN nothing is known that names it',
      'aws-sdk:lambda:createFunction',
      { FunctionName: 'f', 'Role.$': "States.Format('arn:aws:iam::{}:role/{}', $.a, $.r)" },
    ],
    ['of a task definition', 'ecs:runTask', { TaskDefinition: 't:1' }],
    ['of a task definition in an SDK integration', 'aws-sdk:ecs:runTask', { TaskDefinition: 't:1' }],
    [
      'of an instance profile',
      'elasticmapreduce:createCluster',
      { JobFlowRole: 'p', ServiceRole: 'arn:aws:iam::111122223333:role/s' },
    ],
    ['of an instance profile in an SDK integration', 'aws-sdk:ec2:runInstances', { IamInstanceProfile: { Name: 'p' } }],
  ] as const) {
    it(name, async () => {
      const { findings, calls } = await fit(machine({ A: task(`arn:aws:states:::${resource}`, args) }), OPTIONS);
      const roles = calls.flatMap(({ grants }) => grants.filter(({ purpose }) => purpose === 'passRole'));
      assert.ok(roles.some(({ resources }) => resources.some(({ arn }) => arn === 'arn:aws:iam::111122223333:role/*')));
      const said = findings
        .filter(({ message }) => /iam:PassRole (?:on arn|covers)/.test(message))
        .map(({ severity }) => severity);
      assert.ok(said.length > 0 && said.every((severity) => severity === 'warning'), said.join());
    });
  }

  it('but not where a part of its name is known', async () => {
    const args = { FunctionName: 'f', 'Role.$': "States.Format('arn:aws:iam::{}:role/job-{}', $.a, $.r)" };
    const { findings, policy } = await fit(
      machine({ A: task('arn:aws:states:::aws-sdk:lambda:createFunction', args) }),
      OPTIONS,
    );
    assert.ok(
      policy.Statement.some(({ Resource }) => [Resource].flat().includes('arn:aws:iam::111122223333:role/job-*')),
    );
    assert.deepEqual(
      findings.filter(({ message }) => message.includes('iam:PassRole')).map(({ severity }) => severity),
      ['info'],
    );
  });
});
