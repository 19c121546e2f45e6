import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import type { Problem } from '../../src/cli/problems/problem.ts';

/**
 * What SAM's transform adds to a role, and the narrowest policy template that it offers for a call, is not too much: nobody
 * can write less of it.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html and
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html
 */

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-'));
});
after(() => rmSync(folder, { recursive: true }));

const RESOURCES = `
  Function: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, InlineCode: x}}
  Queue: {Type: AWS::SQS::Queue}
  Topic: {Type: AWS::SNS::Topic}
  Bus: {Type: AWS::Events::EventBus, Properties: {Name: shop}}
  Child:
    Type: AWS::Serverless::StateMachine
    Properties: {Role: 'arn:aws:iam::111122223333:role/child', Definition: {StartAt: A, States: {A: {Type: Pass, End: true}}}}`;

const INVOKE = "Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: !GetAtt Function.Arn}";

async function problemsOf(task: string, properties: string): Promise<readonly Problem[]> {
  const path = join(folder, 'template.yaml');
  writeFileSync(
    path,
    `Transform: AWS::Serverless-2016-10-31
Resources:${RESOURCES}
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: {StartAt: A, States: {A: {Type: Task, ${task}, End: true}}}
${properties.replaceAll(/^/gm, '      ')}
`,
  );
  const { stdout } = await runCheck([path, '--state-machine', 'Machine', '--json'], {
    stdout: {},
    stderr: { write: () => {} },
    env: {},
  });
  const { problems }: { problems: readonly Problem[] } = JSON.parse(stdout);
  return problems;
}

describe('a policy template of SAM for the call that it is made for', () => {
  const TEMPLATES = {
    'LambdaInvokePolicy: {FunctionName: !Ref Function}': INVOKE,
    'SQSSendMessagePolicy: {QueueName: !GetAtt Queue.QueueName}':
      "Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {QueueUrl: !Ref Queue, MessageBody: b}",
    'SNSPublishMessagePolicy: {TopicName: !GetAtt Topic.TopicName}':
      "Resource: 'arn:aws:states:::sns:publish', Parameters: {TopicArn: !Ref Topic, Message: m}",
    'EventBridgePutEventsPolicy: {EventBusName: !Ref Bus}':
      "Resource: 'arn:aws:states:::events:putEvents', Parameters: {Entries: [{EventBusName: !Ref Bus, Source: s, DetailType: d, Detail: {}}]}",
    'StepFunctionsExecutionPolicy: {StateMachineName: !GetAtt Child.Name}':
      "Resource: 'arn:aws:states:::states:startExecution', Parameters: {StateMachineArn: !Ref Child}",
  };
  for (const [policy, task] of Object.entries(TEMPLATES)) {
    it(`is neither too little nor too much: ${policy}`, async () => {
      const problems = await problemsOf(task, `Policies: [{${policy}}]`);
      assert.deepEqual(
        problems.filter(({ level }) => level !== 'note'),
        [],
      );
    });
  }
});

describe('what SAM adds by itself is not mentioned', () => {
  const POLICIES = 'Policies: [{LambdaInvokePolicy: {FunctionName: !Ref Function}}]';
  const ADDED = {
    'its X-Ray policy, with tracing': 'Tracing: {Enabled: true}',
    'the roles and queues of events': `Events:
  Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
  Weekly: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(7 days)}}
  Placed: {Type: EventBridgeRule, Properties: {Pattern: {source: [shop]}, DeadLetterConfig: {Type: SQS}}}
  Request: {Type: Api, Properties: {Path: /orders, Method: post}}`,
    'a role that AutoPublishAlias and a deployment preference need': `AutoPublishAlias: live
DeploymentPreference: {Type: ALL_AT_ONCE}`,
  };
  for (const [what, properties] of Object.entries(ADDED)) {
    it(what, async () => {
      const plain = await problemsOf(INVOKE, POLICIES);
      assert.deepEqual(await problemsOf(INVOKE, `${POLICIES}\n${properties}`), plain);
    });
  }
});
