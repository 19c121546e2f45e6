import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';

/** ARNs that end in what AWS generates, compared with the patterns that people and the CDK write for them. */

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-'));
});
after(() => rmSync(folder, { recursive: true }));

const SDK = 'arn:aws:states:::aws-sdk';
const HERE = '${AWS::Region}:${AWS::AccountId}';

interface Example {
  readonly type: string;
  readonly name: string;
  readonly task: string;
  readonly action: string;
  /** Patterns of its ARN, with NAME for its name. */
  readonly patterns: readonly string[];
}

const EXAMPLES: readonly Example[] = [
  {
    type: 'AWS::Batch::JobDefinition',
    name: 'JobDefinitionName',
    task: `Resource: '${SDK}:batch:deregisterJobDefinition', Parameters: {JobDefinition: !Ref X}`,
    action: 'batch:DeregisterJobDefinition',
    patterns: [`arn:aws:batch:${HERE}:job-definition/NAME:*`, 'arn:aws:batch:*:*:job-definition/NAME*'],
  },
  {
    type: 'AWS::ECS::TaskDefinition',
    name: 'Family',
    task: `Resource: 'arn:aws:states:::ecs:runTask', Parameters: {Cluster: c, TaskDefinition: !Ref X}`,
    action: 'ecs:RunTask',
    patterns: [`arn:aws:ecs:${HERE}:task-definition/NAME:*`, `arn:aws:ecs:${HERE}:task-definition/*`],
  },
  {
    type: 'AWS::SecretsManager::Secret',
    name: 'Name',
    task: `Resource: '${SDK}:secretsmanager:getSecretValue', Parameters: {SecretId: !Ref X}`,
    action: 'secretsmanager:GetSecretValue',
    patterns: [
      `arn:aws:secretsmanager:${HERE}:secret:NAME-??????`,
      `arn:aws:secretsmanager:${HERE}:secret:NAME-*`,
      'arn:aws:secretsmanager:*:*:secret:NAME*',
      '${X}',
      '${X.Id}',
    ],
  },
  {
    type: 'AWS::Events::Connection',
    name: 'Name',
    task: `Resource: 'arn:aws:states:::http:invoke', Parameters: {Method: GET, ApiEndpoint: 'https://a.example', InvocationConfig: {ConnectionArn: !GetAtt X.Arn}}`,
    action: 'events:RetrieveConnectionCredentials',
    patterns: [`arn:aws:events:${HERE}:connection/NAME/*`, `arn:aws:events:${HERE}:connection/*`, '${X.Arn}'],
  },
  {
    type: 'AWS::Lambda::LayerVersion',
    name: 'LayerName',
    task: `Resource: '${SDK}:lambda:getLayerVersionByArn', Parameters: {Arn: !Ref X}`,
    action: 'lambda:GetLayerVersion',
    patterns: [`arn:aws:lambda:${HERE}:layer:NAME:*`, `arn:aws:lambda:${HERE}:layer:*`, '${X}'],
  },
  {
    type: 'AWS::MSK::Cluster',
    name: 'ClusterName',
    task: `Resource: '${SDK}:kafka:rebootBroker', Parameters: {ClusterArn: !Ref X, BrokerIds: ['1']}`,
    action: 'kafka:RebootBroker',
    patterns: [`arn:aws:kafka:${HERE}:cluster/NAME/*`, '${X.Arn}'],
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    name: 'Name',
    task: `Resource: '${SDK}:elasticloadbalancingv2:registerTargets', Parameters: {TargetGroupArn: !Ref X, Targets: []}`,
    action: 'elasticloadbalancing:RegisterTargets',
    patterns: [`arn:aws:elasticloadbalancing:${HERE}:targetgroup/NAME/*`, '${X}'],
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    name: 'Name',
    task: `Resource: '${SDK}:elasticloadbalancingv2:deleteLoadBalancer', Parameters: {LoadBalancerArn: !Ref X}`,
    action: 'elasticloadbalancing:DeleteLoadBalancer',
    patterns: [`arn:aws:elasticloadbalancing:${HERE}:loadbalancer/app/NAME/*`, '${X}'],
  },
  {
    type: 'AWS::AppRunner::Service',
    name: 'ServiceName',
    task: `Resource: '${SDK}:apprunner:pauseService', Parameters: {ServiceArn: !Ref X}`,
    action: 'apprunner:PauseService',
    patterns: [`arn:aws:apprunner:${HERE}:service/NAME/*`, '${X.ServiceArn}'],
  },
  {
    type: 'AWS::KinesisVideo::Stream',
    name: 'Name',
    task: `Resource: '${SDK}:kinesisvideo:deleteStream', Parameters: {StreamARN: !GetAtt X.Arn}`,
    action: 'kinesisvideo:DeleteStream',
    patterns: [`arn:aws:kinesisvideo:${HERE}:stream/NAME/*`, '${X.Arn}'],
  },
];

function checked({ type, name, task, action }: Example, properties: string, resource: string) {
  const path = join(folder, 'template.yaml');
  writeFileSync(
    path,
    `Resources:
  X: {Type: ${type}${properties === '' ? '' : `, Properties: {${name}: ${properties}}`}}
  R: {Type: AWS::IAM::Role}
  P: {Type: AWS::IAM::Policy, Properties: {Roles: [!Ref R], PolicyDocument: {Statement: [{Effect: Allow, Action: [${action}], Resource: !Sub '${resource}'}]}}}
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt R.Arn
      Definition: {StartAt: A, States: {A: {Type: Task, ${task}, End: true}}}
`,
  );
  return runCheck([path, '--json'], { stdout: {}, stderr: { write: () => {} }, env: {} });
}

/** What is said of the action, by code. */
function codesOf(stdout: string, action: string): readonly string[] {
  const { problems }: { problems: readonly { readonly code: string; readonly message: string }[] } = JSON.parse(stdout);
  return problems.flatMap(({ code, message }) => (message.includes(action) ? [code] : []));
}

for (const example of EXAMPLES) {
  const { type, action, patterns } = example;
  describe(`the ARN of ${type}`, () => {
    for (const pattern of patterns) {
      it(`is allowed by ${pattern}`, async () => {
        const { stdout } = await checked(example, 'nightly', pattern.replace('NAME', 'nightly'));
        assert.deepEqual(
          codesOf(stdout, action).filter((code) => code !== 'wide-permission'),
          [],
          stdout,
        );
      });
    }

    it('is not allowed by the pattern for a longer name', async () => {
      const { stdout } = await checked(example, 'nightly', (patterns[0] ?? '').replace('NAME', 'nightly-too'));
      assert.ok(codesOf(stdout, action).includes('missing-permission'), stdout);
    });

    it('is not allowed by the pattern for another name', async () => {
      const { stdout } = await checked(example, 'nightly', (patterns[0] ?? '').replace('NAME', 'weekly'));
      assert.ok(codesOf(stdout, action).includes('missing-permission'), stdout);
    });

    it('may have any name that CloudFormation makes up', async () => {
      const { stdout } = await checked(example, '', (patterns[0] ?? '').replace('NAME', 'weekly'));
      assert.ok(!codesOf(stdout, action).includes('missing-permission'), stdout);
    });
  });
}

describe('what is generated', () => {
  const secret = EXAMPLES.find(({ type }) => type === 'AWS::SecretsManager::Secret');
  assert.ok(secret !== undefined);

  it('is the same for a secret that the definition names by its name', async () => {
    const task = secret.task.replace('!Ref X', 'nightly');
    const { stdout } = await checked({ ...secret, task }, 'nightly', '${X}');
    assert.deepEqual(codesOf(stdout, secret.action), [], stdout);
  });

  it('may be the six characters that a policy names', async () => {
    const { stdout } = await checked(secret, 'nightly', `arn:aws:secretsmanager:${HERE}:secret:nightly-AbCdEf`);
    assert.deepEqual(codesOf(stdout, secret.action), ['open-permission'], stdout);
  });

  it('is one version of many: a policy with another does not show that it is allowed', async () => {
    const layer = EXAMPLES.find(({ type }) => type === 'AWS::Lambda::LayerVersion');
    assert.ok(layer !== undefined);
    const ofPolicy = await checked(layer, 'nightly', `arn:aws:lambda:${HERE}:layer:nightly:7`);
    assert.ok(codesOf(ofPolicy.stdout, layer.action).includes('unproven-permission'), ofPolicy.stdout);
    const task = layer.task.replace('!Ref X', `!Sub 'arn:aws:lambda:${HERE}:layer:nightly:7'`);
    const ofTask = await checked({ ...layer, task }, 'nightly', '${X}');
    assert.ok(codesOf(ofTask.stdout, layer.action).includes('unproven-permission'), ofTask.stdout);
  });
});
