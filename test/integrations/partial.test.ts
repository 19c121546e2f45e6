import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import { machine, task } from '../support/cases.ts';

/** What becomes of an argument that is known in part: the resources, and the parts that only a run tells. */
const ROWS: readonly (readonly [resource: string, args: object, ...arns: string[]])[] = [
  [
    'sqs:sendMessage',
    { QueueUrl: url("'https://sqs.eu-west-1.amazonaws.com/111122223333/{}-jobs'") },
    'sqs:eu-west-1:111122223333:*-jobs',
  ],
  ['sqs:sendMessage', { QueueUrl: url("'https://sqs.{}.amazonaws.com/{}/jobs'") }, 'sqs:*:*:jobs'],
  ['sqs:sendMessage', { QueueUrl: url("'{}/jobs'") }, 'sqs:*:*:jobs'],
  ['sqs:sendMessage', { QueueUrl: url("'https://sqs.eu-west-1.amazonaws.com/{}'") }, 'sqs:*:*:*'],
  [
    'sns:publish',
    { TopicArn: url("'arn:aws:sns:eu-west-1:111122223333:{}-news'") },
    'sns:eu-west-1:111122223333:*-news',
  ],
  ['sns:publish', { TopicArn: url("'arn:aws:{}'") }, 'sns:eu-west-1:*:*'],
  ['lambda:invoke', { FunctionName: url("'f-{}'") }, 'lambda:eu-west-1:111122223333:function:f-*'],
  ['lambda:invoke', { FunctionName: url("'{}-f'") }, 'lambda:eu-west-1:*:function:*-f'],
  ['lambda:invoke', { FunctionName: url("'arn:aws:lambda:{}:{}:function:f'") }, 'lambda:*:*:function:f'],
  // Twelve digits and a colon before a name are an account.
  ['lambda:invoke', { FunctionName: url("'1111{}'") }, 'lambda:eu-west-1:*:function:*'],
  [
    'lambda:invoke',
    { FunctionName: url("'{}-f'"), Qualifier: 'live' },
    'lambda:eu-west-1:*:function:*-f',
    'lambda:eu-west-1:*:function:*-f:live',
  ],
  [
    'events:putEvents',
    { Entries: [{ EventBusName: url("'bus-{}'") }] },
    'events:eu-west-1:111122223333:event-bus/bus-*',
  ],
  [
    'events:putEvents',
    { Entries: [{ EventBusName: url("'arn:aws:events:eu-west-1:{}:event-bus/b'") }] },
    'events:eu-west-1:*:event-bus/b',
  ],
  ['dynamodb:getItem', { TableName: url("'{}-orders'") }, 'dynamodb:eu-west-1:*:table/*-orders'],
  ['aws-sdk:dynamodb:getItem', { TableName: url("'orders-{}'") }, 'dynamodb:eu-west-1:111122223333:table/orders-*'],
  [
    'aws-sdk:dynamodb:getItem',
    { TableName: url("'arn:aws:dynamodb:eu-west-1:{}:table/o'") },
    'dynamodb:eu-west-1:*:table/o',
  ],
  ['aws-sdk:ssm:getParameter', { Name: url("'/app/{}'") }, 'ssm:eu-west-1:111122223333:parameter/app/*'],
  [
    'states:startExecution',
    { StateMachineArn: url("'arn:aws:states:eu-west-1:111122223333:stateMachine:{}-x'") },
    'states:eu-west-1:111122223333:stateMachine:*-x',
  ],
  // SageMaker AI checks names in lower case as well; tags are on any of its resources.
  [
    'sagemaker:createTrainingJob',
    { TrainingJobName: url("'Churn-{}'") },
    'sagemaker:eu-west-1:111122223333:training-job/Churn-*',
    'sagemaker:eu-west-1:111122223333:training-job/churn-*',
    'sagemaker:eu-west-1:111122223333:*',
  ],
  [
    'sagemaker:createModel',
    { ModelName: url("'{}-model'") },
    'sagemaker:eu-west-1:111122223333:model/*-model',
    'sagemaker:eu-west-1:111122223333:*',
  ],
];

function url(format: string): { readonly format: string } {
  return { format };
}

/** Arguments with each format as an expression in JSONPath. */
function parameters(args: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]: [string, unknown]): [string, unknown] => {
      if (typeof value !== 'object' || value === null) return [name, value];
      if ('format' in value) return [`${name}.$`, `States.Format(${value.format}, ${holes(String(value.format))})`];
      return [name, Array.isArray(value) ? value.map(parameters) : parameters(value)];
    }),
  );
}

function holes(format: string): string {
  return [...format.matchAll(/\{\}/g)].map((_, index) => `$.x${index}`).join(', ');
}

describe('an argument that is known in part', () => {
  for (const [resource, args, ...expected] of ROWS) {
    it(`${resource} ${JSON.stringify(args)}`, async () => {
      const state = task(`arn:aws:states:::${resource}`, parameters(args));
      const { calls } = await fit(machine({ A: state }), { region: 'eu-west-1', account: '111122223333', name: 'm' });
      const named = calls.flatMap(({ grants }) => grants.filter(({ purpose }) => purpose === 'call'));
      const arns = named.flatMap(({ resources }) => resources.map(({ arn }) => arn.replace('arn:aws:', '')));
      assert.deepEqual([...new Set(arns)].sort(), expected.sort());
    });
  }

  it('keeps a bucket and its key together where they come from one choice', async () => {
    const items = ['a', 'b'].map((name) => ({ bucket: `${name}-bucket`, key: `${name}.csv` }));
    const read = task('arn:aws:states:::aws-sdk:s3:getObject', { 'Bucket.$': '$.bucket', 'Key.$': '$.key' });
    const each = {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: { StartAt: 'Read', States: { Read: read } },
      End: true,
    };
    const { policy } = await fit(machine({ A: { Type: 'Pass', Result: { items }, Next: 'Each' }, Each: each }));
    assert.deepEqual(
      policy.Statement.flatMap(({ Resource }) => Resource),
      ['arn:aws:s3:::a-bucket/a.csv', 'arn:aws:s3:::b-bucket/b.csv'],
    );
  });
});
