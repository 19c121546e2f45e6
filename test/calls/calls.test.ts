import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fit } from '../../src/analysis/fit.ts';
import { parseResource } from '../../src/calls/resource.ts';
import { exceptEncryption, fitStates, OPTIONS, task } from '../support/cases.ts';
import { list } from '../support/iam.ts';

const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov', 'aws-iso', 'aws-iso-b', '${AWS::Partition}'];
const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:f';

describe("a Task's Resource (state-task)", () => {
  for (const partition of PARTITIONS) {
    it(`is read in the partition ${partition}, with region and account or without`, () => {
      for (const place of [':', 'eu-west-1:111122223333', '${AWS::Region}:${AWS::AccountId}']) {
        const start = `arn:${partition}:states:${place}`;
        assert.deepEqual(parseResource(`${start}:sqs:sendMessage.waitForTaskToken`), {
          kind: 'optimized',
          partition,
          service: 'sqs',
          api: 'sendMessage',
          pattern: 'waitForTaskToken',
        });
        assert.deepEqual(parseResource(`${start}:aws-sdk:s3:listObjectsV2`), {
          kind: 'sdk',
          partition,
          service: 's3',
          api: 'listObjectsV2',
          pattern: 'requestResponse',
        });
      }
      assert.deepEqual(parseResource(`arn:${partition}:states:eu-west-1:111122223333:activity:a`), {
        kind: 'activity',
        partition,
      });
      const arn = `arn:${partition}:lambda:eu-west-1:111122223333:function:f:live`;
      assert.deepEqual(parseResource(arn), { kind: 'function', arn, partition });
    });
  }

  it('knows both spellings of .sync', () => {
    for (const suffix of ['.sync', '.sync:2']) {
      const target = parseResource(`arn:aws:states:::states:startExecution${suffix}`);
      assert.equal('pattern' in target && target.pattern, 'sync');
    }
  });

  for (const [resource, kind] of [
    ['${FunctionArn}', 'function'],
    ['${FunctionArn}:live', 'function'],
    ['${FunctionArn}-x', 'notAnArn'],
    ['my-function', 'notAnArn'],
    ['arn:aws:lambda:eu-west-1:111122223333:layer:f', 'unknown'],
    ['arn:aws:states:::sqs:sendMessage.sync:3', 'unknown'],
    ['arn:aws:states:::sqs', 'unknown'],
    ['arn:aws:states:::aws-sdk:sqs', 'unknown'],
    ['arn:aws:states:eu-west-1:111122223333:stateMachine:a', 'optimized'],
    ['arn:aws:sqs:eu-west-1:111122223333:queue', 'unknown'],
  ] as const) {
    it(`${resource} is ${kind}`, () => assert.equal(parseResource(resource).kind, kind));
  }
});

function codes({ findings }: Fit): readonly string[] {
  return findings.map(({ code, severity }) => `${severity} ${code}`);
}

describe('what stands in no table is an error finding, never a silent omission', () => {
  for (const [resource, message] of [
    ['arn:aws:states:::sqs:sendmessage', /is written sqs:sendMessage/],
    ['arn:aws:states:::sqs:receiveMessage', /sqs offers sendMessage.*aws-sdk:sqs/],
    ['arn:aws:states:::s4:get', /is no optimized integration.*aws-sdk:s4:get/],
    ['arn:aws:states:::dynamodb:constructor', /is no optimized integration/],
    [
      'arn:aws:states:eu-west-1:111122223333:stateMachine:a',
      /stateMachine:a is a state machine: a task starts it by \S+states:startExecution/,
    ],
    ['arn:aws:sqs:eu-west-1:111122223333:queue', /tasks cannot name a resource of sqs directly/],
    ['arn:aws:states:::sqs:sendMessage.async', /\.async is not \.sync/],
  ] as const) {
    it(resource, () => {
      const result = fitStates({ A: task(resource, {}) });
      assert.deepEqual(codes(result), ['error unknown-integration']);
      assert.match(result.findings[0]?.message ?? '', message);
    });
  }
});

describe('integration patterns that AWS does not offer', () => {
  for (const [resource, expected] of [
    ['arn:aws:states:::dynamodb:getItem.waitForTaskToken', 'error unsupported-pattern'],
    ['arn:aws:states:::sqs:sendMessage.sync', 'error unsupported-pattern'],
    ['arn:aws:states:::http:invoke.sync', 'error unsupported-pattern'],
  ] as const) {
    it(`${resource} is a finding, and what the request needs is granted`, () => {
      const result = fitStates({ A: task(resource, {}) });
      assert.ok(codes(result).includes(expected));
      assert.ok(result.calls.every(({ grants }) => grants.length > 0));
    });
  }

  it('are .sync and .waitForTaskToken, activities and distributed maps in an Express workflow (choosing-workflow-type)', () => {
    const express = { ...OPTIONS, type: 'EXPRESS' } as const;
    const activity = { Type: 'Task', Resource: 'arn:aws:states:eu-west-1:111122223333:activity:a', End: true };
    const processor = {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'P',
      States: { P: { Type: 'Pass', End: true } },
    };
    for (const state of [
      task('arn:aws:states:::ecs:runTask.sync', {}),
      task('arn:aws:states:::sqs:sendMessage.waitForTaskToken', {}),
      activity,
      { Type: 'Map', ItemProcessor: processor, End: true },
    ]) {
      assert.ok(codes(fitStates({ A: state }, express)).includes('error unsupported-in-express'));
      assert.ok(!codes(fitStates({ A: state })).includes('error unsupported-in-express'));
    }
  });

  it("are those of the children's type inside a distributed Map", () => {
    const processor = {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
      StartAt: 'P',
      States: { P: task('arn:aws:states:::sqs:sendMessage.waitForTaskToken', {}) },
    };
    const result = fitStates({ A: { Type: 'Map', Label: 'a', ItemProcessor: processor, End: true } });
    assert.ok(codes(result).includes('error unsupported-in-express'));
  });
});

describe('calls', () => {
  it('of a Lambda ARN, whole or with a qualifier, are lambda:invoke on that ARN', () => {
    for (const arn of [
      FUNCTION,
      `${FUNCTION}:live`,
      `${FUNCTION}:$LATEST`,
      '${HandlerFunctionArn}',
      '${Handler}',
      '${Handler}:live',
    ]) {
      const { calls, policy } = fitStates({ A: { Type: 'Task', Resource: arn, End: true } });
      assert.deepEqual(
        calls.map(({ call }) => `${call.service}:${call.api}`),
        ['lambda:invoke'],
      );
      assert.deepEqual(
        policy.Statement.map(({ Resource }) => list(Resource)),
        [[arn]],
      );
    }
  });

  it('of a placeholder Resource are taken for a Lambda function, which a finding says', () => {
    const { findings, policy } = fitStates({ A: { Type: 'Task', Resource: '${Step}', End: true } });
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['placeholder'],
    );
    assert.deepEqual(policy.Statement[0]?.Action, ['lambda:InvokeFunction']);
    const given = { ...OPTIONS, substitutions: { Step: 'arn:aws:states:::sqs:sendMessage' } };
    const substituted = fitStates({ A: { Type: 'Task', Resource: '${Step}', End: true } }, given);
    assert.deepEqual(substituted.policy.Statement[0]?.Action, ['sqs:SendMessage']);
  });

  it('of an activity need nothing of the role (concepts-activities)', () => {
    const resource = 'arn:aws:states:eu-west-1:111122223333:activity:a';
    const { calls, policy, findings } = fitStates({ A: { Type: 'Task', Resource: resource, End: true } });
    assert.match(calls[0]?.needsNothing ?? '', /worker/);
    assert.equal(policy.Statement[0]?.Effect, 'Deny');
    assert.deepEqual(exceptEncryption(findings), []);
  });

  it('with the fields of the other query language are findings, and are read all the same', () => {
    const state = {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:getItem',
      Arguments: { TableName: 't' },
      End: true,
    };
    const { findings, policy } = fitStates({ A: state });
    assert.deepEqual(
      exceptEncryption(findings).map(({ code }) => code),
      ['query-language'],
    );
    assert.deepEqual(policy.Statement[0]?.Resource, ['arn:aws:dynamodb:eu-west-1:111122223333:table/t']);
    const other = { ...state, QueryLanguage: 'JSONata', Arguments: undefined, Parameters: { TableName: 't' } };
    assert.deepEqual(
      exceptEncryption(fitStates({ A: other }).findings).map(({ code }) => code),
      ['query-language'],
    );
  });

  it('in another partition than the state machine are a finding', () => {
    const { findings } = fitStates({ A: task('arn:aws-cn:states:::dynamodb:getItem', { TableName: 't' }) });
    assert.deepEqual(
      exceptEncryption(findings).map(({ code }) => code),
      ['partition-mismatch'],
    );
  });

  it('in a partition that only the deployment tells are none', () => {
    const named = task('arn:aws:states:::dynamodb:getItem', { TableName: 't' });
    const open = task('arn:${AWS::Partition}:states:::dynamodb:getItem', { TableName: 't' });
    for (const states of [
      { A: named, B: open },
      { A: open, B: named },
    ]) {
      assert.deepEqual(exceptEncryption(fitStates(states, {}).findings), []);
    }
  });

  it("take the partition of the definition's ARNs where nothing else says it", () => {
    const state = task('arn:aws-us-gov:states:::dynamodb:getItem', { TableName: 't' });
    const { policy } = fitStates({ A: state }, {});
    const arn = 'arn:aws-us-gov:dynamodb:${AWS::Region}:${AWS::AccountId}:table/t';
    assert.deepEqual(policy.Statement[0]?.Resource, [arn]);
  });
});
