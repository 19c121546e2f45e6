import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';

/**
 * What a template's `Ref` and `Fn::GetAtt` become in needs and policies.
 *
 * Source: 'Return values' of each type's page in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-'));
});
after(() => rmSync(folder, { recursive: true }));

function template(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A state machine with one call, whose role has the policy. */
function calling(resources: string, task: string, action: string, resource: string): string {
  return `Resources:
${resources.replace(/^/gm, '  ')}
  R: {Type: AWS::IAM::Role}
  P: {Type: AWS::IAM::Policy, Properties: {Roles: [!Ref R], PolicyDocument: {Statement: [{Effect: Allow, Action: [${action}], Resource: ${resource}}]}}}
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt R.Arn
      Definition: {StartAt: A, States: {A: {Type: Task, ${task}, End: true}}}
`;
}

const SDK = 'arn:aws:states:::aws-sdk';

describe('a resource whose Ref is an ARN', () => {
  /** Type and properties, the task, the actions, what the policy has as Resource, what is generated. */
  const TABLE: readonly (readonly [string, string, string, string, readonly string[]])[] = [
    [
      'AWS::SecretsManager::Secret',
      `Resource: '${SDK}:secretsmanager:getSecretValue', Parameters: {SecretId: !Ref X}`,
      'secretsmanager:GetSecretValue',
      '!Ref X',
      ['${X}'],
    ],
    [
      'AWS::SecretsManager::Secret',
      `Resource: '${SDK}:secretsmanager:getSecretValue', Parameters: {SecretId: !Sub "\${X}"}`,
      'secretsmanager:GetSecretValue',
      '!Sub "${X}"',
      ['${X}'],
    ],
    [
      'AWS::Batch::JobDefinition',
      `Resource: 'arn:aws:states:::batch:submitJob', Parameters: {JobName: n, JobDefinition: !Ref X, JobQueue: q}`,
      'batch:SubmitJob',
      "[!Ref X, 'arn:aws:batch:*:*:job-queue/q', 'arn:aws:batch:*:*:job/*']",
      [
        '${X.JobDefinitionArn}',
        'arn:aws:batch:${AWS::Region}:${AWS::AccountId}:job-queue/q',
        'arn:aws:batch:${AWS::Region}:${AWS::AccountId}:job/*',
      ],
    ],
    [
      'AWS::Batch::JobDefinition',
      `Resource: 'arn:aws:states:::batch:submitJob', Parameters: {JobName: n, JobDefinition: !GetAtt X.JobDefinitionArn, JobQueue: q}`,
      'batch:SubmitJob',
      "[!Ref X, 'arn:aws:batch:*:*:job-queue/q', 'arn:aws:batch:*:*:job/*']",
      [
        '${X.JobDefinitionArn}',
        'arn:aws:batch:${AWS::Region}:${AWS::AccountId}:job-queue/q',
        'arn:aws:batch:${AWS::Region}:${AWS::AccountId}:job/*',
      ],
    ],
    [
      'AWS::CloudFormation::Stack',
      `Resource: '${SDK}:cloudformation:deleteStack', Parameters: {StackName: !Ref X}`,
      'cloudformation:DeleteStack',
      '!Ref X',
      ['${X}'],
    ],
    [
      'AWS::DataSync::Task',
      `Resource: '${SDK}:datasync:startTaskExecution', Parameters: {TaskArn: !Ref X}`,
      'datasync:StartTaskExecution',
      '!Ref X',
      ['${X.TaskArn}'],
    ],
    [
      'AWS::ECS::Service',
      `Resource: '${SDK}:ecs:updateService', Parameters: {Service: !Ref X, Cluster: c}`,
      'ecs:UpdateService',
      '!GetAtt X.ServiceArn',
      ['${X.ServiceArn}'],
    ],
    [
      'AWS::Lambda::Alias',
      `Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: !Ref X}`,
      'lambda:InvokeFunction',
      '!Ref X',
      ['${X.AliasArn}'],
    ],
    [
      'AWS::StepFunctions::StateMachineAlias',
      `Resource: 'arn:aws:states:::states:startExecution', Parameters: {StateMachineArn: !Ref X}`,
      'states:StartExecution',
      '!Ref X',
      ['${X.Arn}'],
    ],
    [
      'AWS::SecretsManager::SecretTargetAttachment',
      `Resource: '${SDK}:secretsmanager:getSecretValue', Parameters: {SecretId: !Ref X}`,
      'secretsmanager:GetSecretValue',
      '!Ref X',
      ['${X}'],
    ],
    [
      'AWS::DMS::ReplicationTask',
      `Resource: '${SDK}:databasemigration:startReplicationTask', Parameters: {ReplicationTaskArn: !Ref X, StartReplicationTaskType: start-replication}`,
      'dms:StartReplicationTask',
      '!Ref X',
      ['${X.ReplicationTaskArn}'],
    ],
    [
      'AWS::CloudFormation::Stack',
      `Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {QueueUrl: !GetAtt X.Outputs.QueueUrl, MessageBody: b}`,
      'sqs:SendMessage',
      '!GetAtt X.Outputs.QueueArn',
      [],
    ],
  ];
  for (const [type, task, actions, resource, generated] of TABLE) {
    it(`${type}: ${task.slice(0, 150)}`, async () => {
      const path = template('template.yaml', calling(`X: {Type: ${type}}`, task, actions, resource));
      const { stdout, status } = await runCheck([path], { stdout: {}, stderr: { write: () => {} }, env: {} });
      assert.doesNotMatch(stdout, /^ {2}missing$/m);
      assert.equal(status, 0, stdout);
      const policy = await runGenerate([path]);
      assert.doesNotMatch(policy.stdout, /arn:[^"]*\$\{X\}/);
      assert.doesNotMatch(policy.stderr, /taken for a name/);
      for (const each of generated) assert.ok(policy.stdout.includes(JSON.stringify(each)), policy.stdout);
    });
  }
});

it("takes a nested stack's ARN for no other resource", async () => {
  const task = `Resource: '${SDK}:cloudformation:deleteStack', Parameters: {StackName: !Ref X}`;
  const stacks = 'X: {Type: AWS::CloudFormation::Stack}\nY: {Type: AWS::CloudFormation::Stack}';
  const path = template('stacks.yaml', calling(stacks, task, 'cloudformation:DeleteStack', '!Ref Y'));
  const { stdout, status } = await runCheck([path], { stdout: {}, stderr: { write: () => {} }, env: {} });
  assert.match(stdout, /^ {2}missing\n {4}A: cloudformation:DeleteStack \(call\)\n {6}on \$\{X\}$/m);
  assert.equal(status, 1);
});

describe('an attribute that the type does not have', () => {
  const task = `Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: !GetAtt X.arn}`;
  const text = calling('X: {Type: AWS::Lambda::Function}', task, 'lambda:InvokeFunction', '!GetAtt X.Arn');
  const reason =
    'M (line 9): state /States/A: field Parameters.FunctionName: uses X.arn, but AWS::Lambda::Function has no attribute arn; did you mean X.Arn? It has Arn, SnapStartResponse';
  const other = `  Other:
    Type: AWS::StepFunctions::StateMachine
    Properties: {RoleArn: !GetAtt R.Arn, Definition: {StartAt: A, States: {A: {Type: Pass, End: true}}}}
`;

  it('is an error of rolefit check, with exit status 1', async () => {
    const { stdout, status } = await runCheck([template('bad.yaml', text), '--width', '999'], {
      stdout: {},
      stderr: { write: () => {} },
      env: {},
    });
    assert.ok(stdout.includes(`not checked: ${reason}`), stdout);
    assert.equal(status, 1);
  });

  it('leaves the other state machines their policies', async () => {
    const { stdout, stderr, status } = await runGenerate([template('bad.yaml', text + other)]);
    assert.ok(stderr.includes('bad.yaml:9: error: ') && stderr.includes(reason), stderr);
    assert.equal(stderr.trimEnd().split('\n').length, 1);
    assert.match(stdout, /"Deny"/);
    assert.equal(status, 1);
  });
});
