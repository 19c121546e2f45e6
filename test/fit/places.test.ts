import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Fit, type FitOptions, fit } from '../../src/analysis/fit.ts';
import { machine, OPTIONS, task } from '../support/cases.ts';

/** Where a definition's resources are, and where its state machine is said to be. */

const ROLE = { RoleArn: 'arn:aws:iam::999922223333:role/there' };

async function said(states: Readonly<Record<string, unknown>>, code: string, options: FitOptions = OPTIONS) {
  const { findings } = await fit(machine(states), options);
  return findings
    .filter((finding) => finding.code === code)
    .map(({ severity, state, message }) => `${severity} ${state} ${message}`);
}

function call(resource: string, args: Readonly<Record<string, unknown>>, more: object = {}): object {
  return { ...task(`arn:aws:states:::${resource}`, args), ...more };
}

const HERE = call('sns:publish', { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:t' });

describe('a resource of another Region (concepts-access-cross-acct-resources.html)', () => {
  for (const [resource, args, field] of [
    ['lambda:invoke', { FunctionName: 'arn:aws:lambda:us-east-1:111122223333:function:f' }, 'FunctionName'],
    ['aws-sdk:lambda:invoke', { FunctionName: 'arn:aws:lambda:us-east-1:111122223333:function:f' }, 'FunctionName'],
    ['sns:publish', { TopicArn: 'arn:aws:sns:us-east-1:111122223333:t' }, 'TopicArn'],
    ['sns:publish', { 'TopicArn.$': "States.Format('arn:aws:sns:us-east-1:111122223333:{}', $.t)" }, 'TopicArn'],
    ['aws-sdk:dynamodb:query', { TableName: 'arn:aws:dynamodb:us-east-1:111122223333:table/t' }, 'TableName'],
    [
      'events:putEvents',
      { Entries: [{ EventBusName: 'arn:aws:events:us-east-1:111122223333:event-bus/b' }] },
      'Entries[].EventBusName',
    ],
    [
      'http:invoke',
      { InvocationConfig: { ConnectionArn: 'arn:aws:events:us-east-1:111122223333:connection/c/1' } },
      'InvocationConfig.ConnectionArn',
    ],
  ] as const) {
    it(`in ${field} of ${resource} is one that Step Functions can’t call`, async () => {
      const [only, ...others] = await said({ A: call(resource, args), B: HERE }, 'other-region');
      assert.deepEqual(others, []);
      assert.equal(
        only,
        `warning /States/A ${field} names a resource in us-east-1, and Step Functions calls services in its own Region only, eu-west-1: the call fails. Name a resource there, or let a state machine in us-east-1 make the call.`,
      );
    });
  }

  it('is found in the Resource of a task', async () => {
    const states = {
      A: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:111122223333:function:f', End: true },
      B: HERE,
    };
    assert.equal((await said(states, 'other-region')).length, 1);
  });

  for (const [name, resource, args] of [
    [
      'a bucket’s ARN has none',
      'aws-sdk:s3:getObject',
      { Bucket: 'arn:aws:s3:us-east-1:111122223333:accesspoint/a', Key: 'k' },
    ],
    [
      'a queue’s URL says which host is called',
      'sqs:sendMessage',
      { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/q' },
    ],
    [
      'a global endpoint has a bus in two Regions',
      'events:putEvents',
      { EndpointId: 'e', Entries: [{ EventBusName: 'arn:aws:events:us-east-1:111122223333:event-bus/b' }] },
    ],
    [
      'snapshots are copied from other Regions',
      'aws-sdk:rds:copyDBSnapshot',
      { SourceDbSnapshotIdentifier: 'arn:aws:rds:us-east-1:111122223333:snapshot:s' },
    ],
    ['a placeholder says nothing', 'sns:publish', { TopicArn: 'arn:aws:sns:${Region}:111122223333:t' }],
    ['a name is in the Region that is called', 'lambda:invoke', { FunctionName: 'f' }],
  ] as const) {
    it(`is none where ${name}`, async () => {
      assert.deepEqual(await said({ A: call(resource, args), B: HERE }, 'other-region'), []);
    });
  }

  it('is not known without the state machine’s Region', async () => {
    const states = { A: call('sns:publish', { TopicArn: 'arn:aws:sns:us-east-1:111122223333:t' }), B: HERE };
    assert.deepEqual(await said(states, 'other-region', { account: '111122223333' }), []);
  });
});

describe('another account without Credentials', () => {
  const child = { StateMachineArn: 'arn:aws:states:eu-west-1:999922223333:stateMachine:child' };

  it('can’t have its state machines started (reference_aws-services-that-work-with-iam.html)', async () => {
    assert.deepEqual(await said({ A: call('states:startExecution', child), B: HERE }, 'other-account'), [
      'warning /States/A StateMachineArn names a resource of account 999922223333, which no policy of the resource can share with 111122223333: the call fails. Add Credentials with a role of 999922223333 to the state.',
    ]);
    assert.equal(
      (
        await said(
          {
            A: call('aws-sdk:batch:submitJob', { JobQueue: 'arn:aws:batch:eu-west-1:999922223333:job-queue/q' }),
            B: HERE,
          },
          'other-account',
        )
      ).length,
      1,
    );
  });

  it('can’t have its connections used, since Amazon EventBridge has policies of event buses alone (list_events.html)', async () => {
    const connection = { ConnectionArn: 'arn:aws:events:eu-west-1:999922223333:connection/c/1' };
    const found = await said(
      {
        A: call('http:invoke', { InvocationConfig: connection }),
        B: call('events:putEvents', {
          Entries: [{ EventBusName: 'arn:aws:events:eu-west-1:999922223333:event-bus/b' }],
        }),
        C: HERE,
      },
      'other-account',
    );
    assert.deepEqual(
      found.map((one) => one.split(' ').slice(0, 3).join(' ')),
      ['warning /States/A InvocationConfig.ConnectionArn'],
    );
  });

  it('is fine with Credentials, and where a resource’s policy can share it', async () => {
    assert.deepEqual(
      await said({ A: call('states:startExecution', child, { Credentials: ROLE }), B: HERE }, 'other-account'),
      [],
    );
    const shared = {
      A: call('sns:publish', { TopicArn: 'arn:aws:sns:eu-west-1:999922223333:t' }),
      B: call('dynamodb:getItem', { TableName: 'arn:aws:dynamodb:eu-west-1:999922223333:table/t' }),
      C: call('lambda:invoke', { FunctionName: 'arn:aws:lambda:eu-west-1:999922223333:function:f' }),
      D: HERE,
    };
    assert.deepEqual(await said(shared, 'other-account'), []);
  });

  it('has roles that can’t be passed (id_roles_use_passrole.html)', async () => {
    const args = { JobName: 'j', RoleArn: 'arn:aws:iam::999922223333:role/there' };
    const found = await said({ A: call('bedrock:createModelCustomizationJob', args), B: HERE }, 'other-account');
    assert.deepEqual(found, [
      'warning /States/A RoleArn names a role of account 999922223333, and a role can only be passed within its account, 111122223333: the call is refused. Name a role of 111122223333, or add Credentials with a role of 999922223333 to the state.',
    ]);
    assert.deepEqual(
      await said(
        { A: call('bedrock:createModelCustomizationJob', args, { Credentials: ROLE }), B: HERE },
        'other-account',
      ),
      [],
    );
  });
});

describe('a Region or an account that all ARNs of the definition contradict', () => {
  const there = {
    A: call('sns:publish', { TopicArn: 'arn:aws:sns:us-east-1:999922223333:t' }),
    B: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:999922223333:function:f', End: true },
  };

  it('is said once, in place of what each resource would say', async () => {
    assert.deepEqual(await said(there, 'place-mismatch'), [
      "warning  The state machine's Region is said to be eu-west-1, and every ARN of the definition names us-east-1: correct --region, or the ARNs.",
      "warning  The state machine's account is said to be 111122223333, and every ARN of the definition names 999922223333: correct --account, or the ARNs.",
    ]);
    assert.deepEqual(await said(there, 'other-region'), []);
  });

  it('is none where one of them agrees, or where nothing was given', async () => {
    assert.deepEqual(await said({ ...there, C: HERE }, 'place-mismatch'), []);
    assert.deepEqual(await said(there, 'place-mismatch', {}), []);
  });

  it('is none for the account where there is one ARN only, or another role makes a call', async () => {
    const { A } = there;
    assert.equal((await said({ A }, 'place-mismatch')).length, 1);
    const byOthers = { ...there, A: { ...A, Credentials: ROLE } };
    assert.equal((await said(byOthers, 'place-mismatch')).length, 1);
  });
});

describe('pseudo parameters of a definition', () => {
  const states = {
    A: {
      ...call('states:startExecution.sync', {
        StateMachineArn: 'arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:child',
      }),
      Resource: 'arn:${AWS::Partition}:states:::states:startExecution.sync',
    },
    B: call('sqs:sendMessage', { QueueUrl: 'https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/q' }),
    C: call('aws-sdk:lambda:createFunction', {
      FunctionName: 'f',
      Code: { ImageUri: '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/app:1' },
    }),
    D: call('apigateway:invoke', {
      ApiEndpoint: 'abc.execute-api.${AWS::Region}.${AWS::URLSuffix}',
      Method: 'GET',
      AuthType: 'IAM_ROLE',
    }),
    E: call('aws-sdk:s3:putObject', { Bucket: 'b-${AWS::AccountId}', Key: 'k' }),
  };
  const resources = ({ policy }: Fit) => policy.Statement.flatMap(({ Resource }) => Resource);

  for (const [region, partition, suffix] of [
    ['eu-west-1', 'aws', 'eu-west-1'],
    ['cn-north-1', 'aws-cn', 'cn-north-1'],
  ] as const) {
    it(`are known in ${region}`, async () => {
      const found = resources(await fit(machine(states), { region, account: '111122223333' }));
      assert.deepEqual(
        found.filter((arn) => arn.includes('${')),
        [],
      );
      assert.ok(found.includes(`arn:${partition}:sqs:${suffix}:111122223333:q`));
      assert.ok(found.includes(`arn:${partition}:ecr:${suffix}:111122223333:repository/app`));
      assert.ok(found.includes(`arn:${partition}:execute-api:${suffix}:111122223333:abc/$default/GET/`));
      assert.ok(found.includes(`arn:${partition}:s3:::b-111122223333/k`));
    });
  }

  it('stay where nothing says what they are, and name the same', async () => {
    const found = resources(await fit(machine(states), {}));
    assert.ok(found.includes('arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:q'), found.join('\n'));
    assert.ok(found.includes('arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:abc/$default/GET/'));
  });

  it('are replaced one by one', async () => {
    const found = resources(await fit(machine(states), { account: '111122223333' }));
    assert.ok(found.includes('arn:aws:sqs:${AWS::Region}:111122223333:q'), found.join('\n'));
  });
});
