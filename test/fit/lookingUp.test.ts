import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { DescribeEventBusCommand } from '@aws-sdk/client-eventbridge';
import { GetBucketEncryptionCommand } from '@aws-sdk/client-s3';
import { GetQueueUrlCommand } from '@aws-sdk/client-sqs';
import type { FitOptions } from '../../src/analysis/fit.ts';
import { fit } from '../../src/analysis/fit.ts';
import { fitLookingUp } from '../../src/analysis/fitLookingUp.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { awsLookUp } from '../../src/aws/facts.ts';
import type { StatedFacts } from '../../src/facts/fact.ts';
import type { LookedUp, LookUp } from '../../src/facts/lookUp.ts';
import { machinesIn } from '../../src/template/machines.ts';
import { readTemplate } from '../../src/template/read.ts';
import {
  ACCOUNT,
  ALIAS,
  clientOf,
  DELIVERY_STREAM,
  ENCRYPTED,
  EXECUTION_ROLE,
  events,
  KEY,
  MODEL,
  type MockedRow,
  named,
  OTHERS,
  REGION,
  resetClients,
  s3,
  sqs,
  TASK_ROLE,
} from '../aws/mockedFacts.ts';

const PLACE: FitOptions = { region: REGION, account: ACCOUNT };
const QUEUE = `arn:aws:sqs:${REGION}:${ACCOUNT}:orders.fifo`;
const URL = `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/orders.fifo`;

type Tasks = readonly (readonly [resource: string, parameters: JsonObject])[];

function definition(tasks: Tasks): JsonObject {
  const states = tasks.map(([resource, Parameters], index) => [
    `S${index}`,
    {
      Type: 'Task',
      Resource: resource.startsWith('arn:') ? resource : `arn:aws:states:::${resource}`,
      Parameters,
      ...(index + 1 < tasks.length ? { Next: `S${index + 1}` } : { End: true }),
    },
  ]);
  return { StartAt: 'S0', States: Object.fromEntries(states) };
}

const SEND = definition([['sqs:sendMessage', { QueueUrl: URL, MessageBody: 'm' }]]);
const HERE = `${REGION}:${ACCOUNT}`;

/** A call of each kind of resource that facts are known of. */
const ALL = definition([
  ['sqs:sendMessage', { QueueUrl: URL, MessageBody: 'm' }],
  ['sns:publish', { TopicArn: `arn:aws:sns:${HERE}:orders`, Message: 'm' }],
  ['aws-sdk:s3:getObject', { Bucket: 'orders.data', Key: 'k' }],
  ['dynamodb:getItem', { TableName: 'orders', Key: {} }],
  ['aws-sdk:kinesis:putRecord', { StreamName: 'orders', Data: 'd', PartitionKey: 'p' }],
  ['aws-sdk:firehose:putRecord', { DeliveryStreamName: 'orders', Record: { Data: 'd' } }],
  ['aws-sdk:secretsmanager:getSecretValue', { SecretId: `arn:aws:secretsmanager:${HERE}:secret:prod/orders-a1B2c3` }],
  ['aws-sdk:ssm:getParameter', { Name: '/prod/orders', WithDecryption: true }],
  ['aws-sdk:cloudwatchlogs:filterLogEvents', { LogGroupName: '/aws/orders' }],
  ['events:putEvents', { Entries: [{ EventBusName: 'orders', Source: 's', Detail: {}, DetailType: 't' }] }],
  [`arn:aws:states:${HERE}:activity:pack`, {}],
  ['states:startExecution.sync:2', { StateMachineArn: `arn:aws:states:${HERE}:stateMachine:child` }],
  [
    'http:invoke',
    {
      ApiEndpoint: 'https://example.com/a',
      Method: 'GET',
      Authentication: {
        ConnectionArn: `arn:aws:events:${HERE}:connection/payments/0a0b0c0d-1111-2222-3333-444455556666`,
      },
    },
  ],
  ['ecs:runTask.sync', { TaskDefinition: 'pack', Cluster: 'c' }],
  [
    'elasticmapreduce:createCluster',
    { Name: 'c', Instances: {}, ServiceRole: 'glue', JobFlowRole: 'EMR_EC2_DefaultRole' },
  ],
  ['athena:startQueryExecution.sync', { QueryString: 'SELECT 1', WorkGroup: 'reports' }],
  [
    'bedrock:invokeModel',
    { ModelId: `arn:aws:bedrock:${HERE}:inference-profile/eu.anthropic.claude-3-haiku-20240307-v1:0` },
  ],
]);

/** What the calls need behind the resources that they name: their rules are on the default bus, results in a bucket. */
const BEHIND: readonly MockedRow[] = [
  {
    service: 'events',
    resource: `arn:aws:events:${HERE}:event-bus/default`,
    fact: 'key',
    command: 'DescribeEventBus',
    answer: (KmsKeyIdentifier) =>
      events
        .on(DescribeEventBusCommand, { Name: 'default' })
        .resolves(KmsKeyIdentifier === undefined ? {} : { KmsKeyIdentifier }),
    absent: named('ResourceNotFoundException'),
  },
  {
    service: 's3',
    resource: 'arn:aws:s3:::reports',
    fact: 'key',
    command: 'GetBucketEncryption',
    answer: (KMSMasterKeyID) =>
      s3.on(GetBucketEncryptionCommand, { Bucket: 'reports' }).resolves({
        ServerSideEncryptionConfiguration: {
          Rules: [
            {
              ApplyServerSideEncryptionByDefault:
                KMSMasterKeyID === undefined ? { SSEAlgorithm: 'AES256' } : { SSEAlgorithm: 'aws:kms', KMSMasterKeyID },
            },
          ],
        },
      }),
    absent: named('NoSuchBucket'),
  },
];

const ROWS = [...ENCRYPTED, DELIVERY_STREAM, ...OTHERS, ...BEHIND];

/** The deployment fills in these. */
function inPlace(text: string): string {
  return text.replace('${AWS::Partition}', 'aws').replace('${AWS::AccountId}', ACCOUNT);
}

/** The same facts as a template says them, of the resources that a template can make and whose facts it knows. */
function templateOf(key: string | undefined): readonly StatedFacts[] {
  const encrypted = (property: string) => (key === undefined ? {} : { [property]: key });
  const states =
    key === undefined ? {} : { EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: key } };
  const bucket = {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          ServerSideEncryptionByDefault:
            key === undefined ? { SSEAlgorithm: 'AES256' } : { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key },
        },
      ],
    },
  };
  const resources: readonly (readonly [type: string, properties: JsonObject])[] = [
    ['SQS::Queue', { QueueName: 'orders.fifo', ...encrypted('KmsMasterKeyId') }],
    ['SNS::Topic', { TopicName: 'orders', ...encrypted('KmsMasterKeyId') }],
    ['S3::Bucket', { BucketName: 'orders.data', ...bucket }],
    ['S3::Bucket', { BucketName: 'reports', ...bucket }],
    [
      'DynamoDB::Table',
      {
        TableName: 'orders',
        ...(key === undefined ? {} : { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: key } }),
      },
    ],
    [
      'Kinesis::Stream',
      { Name: 'orders', ...(key === undefined ? {} : { StreamEncryption: { EncryptionType: 'KMS', KeyId: key } }) },
    ],
    ['Logs::LogGroup', { LogGroupName: '/aws/orders', ...encrypted('KmsKeyId') }],
    ['Events::EventBus', { Name: 'orders', ...encrypted('KmsKeyIdentifier') }],
    ['StepFunctions::Activity', { Name: 'pack', ...states }],
    [
      'StepFunctions::StateMachine',
      { StateMachineName: 'child', StateMachineType: 'EXPRESS', RoleArn: TASK_ROLE, Definition: {}, ...states },
    ],
    ['ECS::TaskDefinition', { Family: 'pack', TaskRoleArn: TASK_ROLE, ExecutionRoleArn: EXECUTION_ROLE }],
    ['IAM::InstanceProfile', { InstanceProfileName: 'EMR_EC2_DefaultRole', Roles: [{ Ref: 'R0' }] }],
    [
      'Athena::WorkGroup',
      {
        Name: 'reports',
        WorkGroupConfiguration: {
          EnforceWorkGroupConfiguration: true,
          ResultConfiguration: {
            OutputLocation: 's3://reports/athena/',
            EncryptionConfiguration:
              key === undefined ? { EncryptionOption: 'SSE_S3' } : { EncryptionOption: 'SSE_KMS', KmsKey: key },
          },
        },
      },
    ],
  ];
  const role = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'orders', Path: '/tasks/' } };
  const Resources = Object.fromEntries([
    ['R0', role],
    ...resources.map(([type, Properties], index) => [`R${index + 1}`, { Type: `AWS::${type}`, Properties }]),
  ]);
  const options = { file: 'template.yaml', read: () => undefined };
  const { facts } = machinesIn(readTemplate(JSON.stringify({ Resources })), options);
  return facts.map((each) =>
    each.facts.roles === undefined ? each : { ...each, facts: { roles: each.facts.roles.map(inPlace) } },
  );
}

function live(): LookUp {
  return awsLookUp({ region: REGION, account: ACCOUNT, signal: new AbortController().signal });
}

beforeEach(resetClients);

describe('the same facts fit the same policy, whoever says them', () => {
  for (const [name, key] of [
    ['every resource has a customer managed key', KEY],
    ['no resource has one', undefined],
  ] as const) {
    it(name, async () => {
      for (const row of ROWS) row.answer(key);
      const facts = ROWS.map(
        (row): StatedFacts => ({
          resource: row.resource.replace(/:\*$/, ''),
          facts: { ...(row.fact === 'key' ? { key: key ?? 'none' } : {}), ...row.facts },
          source: 'file',
          place: 'facts.yaml',
        }),
      );
      const fromFile = await fit(ALL, { ...PLACE, facts });
      const fromAws = await fitLookingUp(ALL, PLACE, live());
      assert.deepEqual(fromAws.policy, fromFile.policy);
      // What a template does not say, the file does: only the sources differ.
      const template = templateOf(key);
      assert.ok(template.length >= 13);
      const fromTemplate = await fit(ALL, { ...PLACE, facts: [...facts, ...template].toReversed() });
      assert.deepEqual(fromTemplate.policy, fromFile.policy);
      assert.ok(fromTemplate.questions.filter(({ answer }) => answer?.source === 'template').length >= 13);
      assert.deepEqual(
        fromTemplate.findings.filter(({ code }) => code === 'contradicting-facts'),
        [],
      );
      assert.deepEqual(
        fromAws.questions.map(({ resource, name: fact, answer }) => [resource, fact, answer?.value]),
        fromFile.questions.map(({ resource, name: fact, answer }) => [resource, fact, answer?.value]),
      );
      assert.deepEqual(
        fromAws.findings.filter(({ code }) => code === 'unread-facts'),
        [],
      );
      assert.equal(
        fromAws.findings.some(({ code }) => code === 'unknown-encryption'),
        fromFile.findings.some(({ code }) => code === 'unknown-encryption'),
      );
      if (key === undefined) assert.doesNotMatch(JSON.stringify(fromAws.policy), new RegExp(`${KEY}|${ALIAS}`));
      else assert.ok(JSON.stringify(fromAws.policy).includes(KEY));
    });
  }

  it('with the pseudo parameters of a template in the place of Region and account', async () => {
    for (const row of ROWS) row.answer(KEY);
    const { policy, findings } = await fitLookingUp(
      definition([
        ['dynamodb:getItem', { TableName: 'orders', Key: {} }],
        ['sqs:sendMessage', { QueueUrl: URL }],
      ]),
      {},
      live(),
    );
    assert.ok(JSON.stringify(policy).includes(KEY));
    assert.ok(!findings.some(({ code }) => code === 'unread-facts'));
  });
});

describe('a look-up that fails', () => {
  const failing = async (): Promise<void> => {
    for (const { service } of ROWS) clientOf(service).rejects(named('AccessDeniedException', 'not allowed'));
    clientOf('kms').rejects(named('AccessDeniedException', 'not allowed'));
  };

  it('leaves the policy as it is without the fact, and is one warning', async () => {
    await failing();
    const without = await fit(ALL, PLACE);
    const { policy, findings } = await fitLookingUp(ALL, PLACE, live());
    assert.deepEqual(policy, without.policy);
    const [finding, ...more] = findings.filter(({ code }) => code === 'unread-facts');
    assert.deepEqual(more, []);
    assert.equal(finding?.severity, 'warning');
    assert.match(finding?.message ?? '', new RegExp(`sqs:GetQueueUrl on ${QUEUE}: access denied \\(not allowed\\)`));
  });

  it('of an alias allows the keys that have the alias', async () => {
    ENCRYPTED[0]?.answer('alias/orders');
    clientOf('kms').rejects(named('AccessDeniedException', 'not allowed'));
    const { policy, findings } = await fitLookingUp(SEND, PLACE, live());
    assert.match(JSON.stringify(policy), /"ForAnyValue:StringEquals":\{"kms:ResourceAliases":\["?alias\/orders/);
    const [finding] = findings.filter(({ code }) => code === 'unread-facts');
    assert.equal(finding?.message.match(/kms:DescribeKey/g)?.length, 1);
  });

  it('is no finding where somebody else says the fact', async () => {
    sqs.on(GetQueueUrlCommand).rejects(named('AccessDeniedException'));
    const facts: readonly StatedFacts[] = [
      { resource: QUEUE, facts: { key: KEY }, source: 'file', place: 'facts.yaml' },
    ];
    const { policy, findings } = await fitLookingUp(SEND, { ...PLACE, facts }, live());
    assert.ok(JSON.stringify(policy).includes(KEY));
    assert.deepEqual(findings, []);
  });

  it('is no finding where the other answers leave nothing to ask', async () => {
    const lookUp: LookUp = async () => ({
      stated: [{ resource: QUEUE, facts: { key: KEY }, source: 'aws', place: 'p' }],
      unread: [
        { resource: `${QUEUE}-of-another-definition`, name: 'key', why: 'access denied' },
        { resource: KEY, name: 'key', why: 'nobody says who manages it' },
      ],
    });
    const { findings } = await fitLookingUp(SEND, PLACE, lookUp);
    assert.deepEqual(
      findings.map(({ message }) => message.replace(/.*without them: (.*)\. Allow.*/, '$1')),
      [`key of ${KEY}: nobody says who manages it`],
    );
  });

  it('for all resources alike is said once', async () => {
    const lookUp: LookUp = async (questions) => ({
      stated: [],
      unread: questions.map(({ resource, name }) => ({ resource, name, why: 'no AWS credentials' })),
    });
    const { findings } = await fitLookingUp(
      definition([
        ['sqs:sendMessage', { QueueUrl: URL }],
        ['sqs:sendMessage', { QueueUrl: `${URL}2.fifo` }],
      ]),
      PLACE,
      lookUp,
    );
    const [finding] = findings.filter(({ code }) => code === 'unread-facts');
    assert.equal(finding?.message.match(/no AWS credentials/g)?.length, 1);
    assert.match(finding?.message ?? '', new RegExp(`key of ${QUEUE}, key of ${QUEUE}2.fifo: no AWS credentials`));
  });
});

describe('what is asked', () => {
  const recording = (answers: (round: number) => LookedUp): { lookUp: LookUp; asked: string[][] } => {
    const asked: string[][] = [];
    return {
      asked,
      lookUp: async (questions) => {
        asked.push(questions.map(({ resource }) => resource));
        return answers(asked.length);
      },
    };
  };
  const stating = (resource: string, key: string): LookedUp => ({
    stated: [{ resource, facts: { key }, source: 'aws', place: 'p' }],
    unread: [],
  });

  it('follows from the answers: the key that an alias points to', async () => {
    const { lookUp, asked } = recording((round) => (round === 1 ? stating(QUEUE, ALIAS) : stating(ALIAS, KEY)));
    const { policy } = await fitLookingUp(SEND, PLACE, lookUp);
    assert.deepEqual(asked, [[QUEUE], [ALIAS]]);
    assert.ok(JSON.stringify(policy).includes(KEY));
  });

  it('is nothing where the command line, the template or the deployment say it already', async () => {
    for (const source of ['commandLine', 'template', 'deployment'] as const) {
      const { lookUp, asked } = recording(() => ({ stated: [], unread: [] }));
      const facts = [{ resource: QUEUE, facts: { key: KEY }, source, place: 'p' }];
      await fitLookingUp(SEND, { ...PLACE, facts }, lookUp);
      assert.deepEqual(asked, []);
    }
  });

  it('is what a file says, too: AWS counts, and where the file says otherwise is a finding', async () => {
    const { lookUp } = recording(() => stating(QUEUE, 'none'));
    const facts: readonly StatedFacts[] = [
      { resource: QUEUE, facts: { key: KEY }, source: 'file', place: 'facts.yaml' },
    ];
    const { policy, findings } = await fitLookingUp(SEND, { ...PLACE, facts }, lookUp);
    assert.ok(!JSON.stringify(policy).includes(KEY));
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['contradicting-facts'],
    );
  });

  it('is no question twice, and an end is near whatever the answers are', async () => {
    const { lookUp, asked } = recording((round) =>
      stating(round === 1 ? QUEUE : `${ALIAS}${round - 1}`, `${ALIAS}${round}`),
    );
    await fitLookingUp(SEND, PLACE, lookUp);
    assert.ok(asked.length <= 3);
    assert.equal(new Set(asked.flat()).size, asked.flat().length);
  });

  it('where the run is aborted, nothing is fitted', async () => {
    const lookUp: LookUp = () => Promise.reject(new Error('the deployment ends'));
    await assert.rejects(fitLookingUp(SEND, PLACE, lookUp), /the deployment ends/);
  });
});

it('a model of an inference profile is known from AWS', async () => {
  for (const row of ROWS) row.answer(undefined);
  const { questions } = await fitLookingUp(ALL, PLACE, live());
  for (const { name, answer } of questions.filter(({ name: fact }) => fact === 'models')) {
    assert.deepEqual([name, answer?.value], ['models', [MODEL, MODEL.replace('eu-west-1', 'eu-north-1')]]);
  }
});
