import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AthenaClient, CreateWorkGroupCommand } from '@aws-sdk/client-athena';
import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ECSClient, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { CreateConnectionCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { CreateStreamCommand, KinesisClient, StartStreamEncryptionCommand } from '@aws-sdk/client-kinesis';
import { CreateAliasCommand, CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateBucketCommand, PutBucketEncryptionCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateActivityCommand, CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { type Emulator, startEmulator } from '../../scripts/emulator.ts';
import { fit } from '../../src/analysis/fit.ts';
import { fitLookingUp } from '../../src/analysis/fitLookingUp.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { awsLookUp } from '../../src/aws/facts.ts';
import type { FactName, ResourceFacts } from '../../src/facts/fact.ts';

/** Facts are looked up in services that an emulator runs, through the settings that the SDK finds by itself. */

const HERE = 'eu-west-1:111122223333';
const ROLE = 'arn:aws:iam::111122223333:role/tasks/orders';
const TRUST = JSON.stringify({ Version: '2012-10-17', Statement: [] });

const saved = new Map<string, string | undefined>();
let emulator: Emulator | undefined;
let key = '';

before(async () => {
  emulator = await startEmulator();
  for (const [name, value] of Object.entries(emulator.environment)) {
    saved.set(name, process.env[name]);
    process.env[name] = value;
  }
  await makeResources();
});
after(async () => {
  for (const [name, value] of saved) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await emulator?.stop();
});

async function makeResources(): Promise<void> {
  const kms = new KMSClient();
  key = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
  const id = key.replace(/.*\//, '');
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/orders', TargetKeyId: id }));
  const sqs = new SQSClient();
  await sqs.send(new CreateQueueCommand({ QueueName: 'orders', Attributes: { KmsMasterKeyId: 'alias/orders' } }));
  await sqs.send(new CreateQueueCommand({ QueueName: 'plain' }));
  await sqs.send(new CreateQueueCommand({ QueueName: 'ofAws', Attributes: { KmsMasterKeyId: 'alias/aws/sqs' } }));
  await new SNSClient().send(new CreateTopicCommand({ Name: 'orders', Attributes: { KmsMasterKeyId: id } }));
  await new DynamoDBClient().send(
    new CreateTableCommand({
      TableName: 'orders',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: key },
    }),
  );
  const s3 = new S3Client({ forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: 'orders' }));
  const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key } } as const;
  await s3.send(
    new PutBucketEncryptionCommand({ Bucket: 'orders', ServerSideEncryptionConfiguration: { Rules: [rule] } }),
  );
  await s3.send(new CreateBucketCommand({ Bucket: 'plain' }));
  await new SecretsManagerClient().send(
    new CreateSecretCommand({ Name: 'orders', SecretString: 's', KmsKeyId: 'alias/orders' }),
  );
  await new SSMClient().send(
    new PutParameterCommand({ Name: '/prod/orders', Value: 'v', Type: 'SecureString', KeyId: key }),
  );
  await new CloudWatchLogsClient().send(new CreateLogGroupCommand({ logGroupName: '/orders', kmsKeyId: key }));
  const kinesis = new KinesisClient();
  await kinesis.send(new CreateStreamCommand({ StreamName: 'orders', ShardCount: 1 }));
  await kinesis.send(new StartStreamEncryptionCommand({ StreamName: 'orders', EncryptionType: 'KMS', KeyId: key }));
  await new EventBridgeClient().send(
    new CreateConnectionCommand({
      Name: 'payments',
      AuthorizationType: 'API_KEY',
      AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'k', ApiKeyValue: 'v' } },
    }),
  );
  const iam = new IAMClient();
  await iam.send(new CreateRoleCommand({ RoleName: 'orders', Path: '/tasks/', AssumeRolePolicyDocument: TRUST }));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'nodes' }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'nodes', RoleName: 'orders' }));
  await new ECSClient().send(
    new RegisterTaskDefinitionCommand({
      family: 'pack',
      taskRoleArn: ROLE,
      containerDefinitions: [{ name: 'c', image: 'i', memory: 128 }],
    }),
  );
  const sfn = new SFNClient();
  const definition = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } });
  await sfn.send(new CreateStateMachineCommand({ name: 'child', roleArn: ROLE, definition, type: 'EXPRESS' }));
  await sfn.send(new CreateActivityCommand({ name: 'pack' }));
  await new AthenaClient().send(
    new CreateWorkGroupCommand({
      Name: 'reports',
      Configuration: {
        EnforceWorkGroupConfiguration: true,
        ResultConfiguration: { OutputLocation: 's3://reports/athena/' },
      },
    }),
  );
}

const look = (resource: string, name: FactName) =>
  awsLookUp({ signal: AbortSignal.timeout(60_000) })([
    { resource, name, answer: undefined, partial: [], contradicted: [] },
  ]);

/** `KEY` stands for the ARN of the one key. */
const READ: readonly (readonly [resource: string, name: FactName, facts: ResourceFacts])[] = [
  [`arn:aws:sqs:${HERE}:orders`, 'key', { key: 'KEY' }],
  [`arn:aws:sqs:${HERE}:plain`, 'key', { key: 'none' }],
  [`arn:aws:sqs:${HERE}:ofAws`, 'key', { key: 'none' }],
  [`arn:aws:sns:${HERE}:orders`, 'key', { key: 'KEY' }],
  [`arn:aws:dynamodb:${HERE}:table/orders`, 'key', { key: 'KEY' }],
  ['arn:aws:s3:::orders', 'key', { key: 'KEY' }],
  ['arn:aws:s3:::plain', 'key', { key: 'none' }],
  [`arn:aws:secretsmanager:${HERE}:secret:orders-??????`, 'key', { key: 'KEY' }],
  [`arn:aws:ssm:${HERE}:parameter/prod/orders`, 'key', { key: 'KEY' }],
  [`arn:aws:logs:${HERE}:log-group:/orders:*`, 'key', { key: 'KEY' }],
  [`arn:aws:kinesis:${HERE}:stream/orders`, 'key', { key: 'KEY' }],
  [`arn:aws:kms:${HERE}:alias/orders`, 'key', { key: 'KEY' }],
  [`arn:aws:events:${HERE}:event-bus/default`, 'key', { key: 'none' }],
  // The emulator does not name the secret.
  [`arn:aws:events:${HERE}:connection/payments/*`, 'key', { key: 'none' }],
  [`arn:aws:ecs:${HERE}:task-definition/pack:*`, 'roles', { roles: [ROLE] }],
  [`arn:aws:ecs:${HERE}:task-definition/pack:1`, 'roles', { roles: [ROLE] }],
  ['arn:aws:iam::111122223333:instance-profile/nodes', 'roles', { roles: [ROLE] }],
  ['arn:aws:iam::111122223333:role/orders', 'path', { path: '/tasks/' }],
  [`arn:aws:states:${HERE}:stateMachine:child`, 'type', { key: 'none', type: 'EXPRESS' }],
  [`arn:aws:states:${HERE}:activity:pack`, 'key', { key: 'none' }],
  [
    `arn:aws:athena:${HERE}:workgroup/reports`,
    'output',
    { enforced: true, key: 'none', output: 's3://reports/athena/' },
  ],
];

const ABSENT: readonly (readonly [resource: string, name: FactName])[] = [
  [`arn:aws:sqs:${HERE}:nothing`, 'key'],
  [`arn:aws:sns:${HERE}:nothing`, 'key'],
  [`arn:aws:dynamodb:${HERE}:table/nothing`, 'key'],
  ['arn:aws:s3:::nothing', 'key'],
  [`arn:aws:secretsmanager:${HERE}:secret:nothing-??????`, 'key'],
  [`arn:aws:ssm:${HERE}:parameter/nothing`, 'key'],
  [`arn:aws:logs:${HERE}:log-group:/nothing`, 'key'],
  [`arn:aws:kinesis:${HERE}:stream/nothing`, 'key'],
  [`arn:aws:kms:${HERE}:alias/nothing`, 'key'],
  [`arn:aws:events:${HERE}:event-bus/nothing`, 'key'],
  [`arn:aws:events:${HERE}:connection/nothing`, 'secret'],
  [`arn:aws:ecs:${HERE}:task-definition/nothing`, 'roles'],
  ['arn:aws:iam::111122223333:instance-profile/nothing', 'roles'],
  ['arn:aws:iam::111122223333:role/nothing', 'path'],
  [`arn:aws:states:${HERE}:stateMachine:nothing`, 'type'],
  [`arn:aws:states:${HERE}:activity:nothing`, 'key'],
  [`arn:aws:athena:${HERE}:workgroup/nothing`, 'output'],
];

describe('facts are read from the services', () => {
  for (const [resource, name, facts] of READ) {
    it(`${name} of ${resource}`, async () => {
      const { stated, unread } = await look(resource, name);
      assert.deepEqual(unread, []);
      assert.deepEqual(stated[0]?.facts, facts.key === 'KEY' ? { ...facts, key } : facts);
    });
  }

  for (const [resource, name] of ABSENT) {
    it(`${name} of ${resource}, which does not exist`, async () => {
      const { stated, unread } = await look(resource, name);
      assert.deepEqual(stated, []);
      assert.match(unread[0]?.why ?? '', / on arn:\S+: it does not exist/);
    });
  }
});

describe('a definition without Region and account', () => {
  const task = (Resource: string, Parameters: JsonObject, more: JsonObject) => ({
    Type: 'Task',
    Resource,
    Parameters,
    ...more,
  });
  const DEFINITION = {
    StartAt: 'Send',
    States: {
      Send: task(
        'arn:aws:states:::sqs:sendMessage',
        { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders', MessageBody: 'm' },
        { Next: 'Pack' },
      ),
      Pack: task('arn:aws:states:::ecs:runTask.sync', { TaskDefinition: 'pack', Cluster: 'c' }, { End: true }),
    },
  };

  it('has the key of its queue and the role of its task, and no finding is left of them', async () => {
    const { policy, findings } = await fitLookingUp(DEFINITION, {}, awsLookUp({ signal: AbortSignal.timeout(60_000) }));
    const text = JSON.stringify(policy);
    assert.ok(text.includes(key), text);
    assert.ok(text.includes(ROLE), text);
    assert.doesNotMatch(text, /role\/\*/);
    const codes = findings.map(({ code }) => code);
    assert.ok(!codes.includes('unread-facts') && !codes.includes('unknown-encryption'), codes.join());
  });

  it('has neither without them', async () => {
    const { policy } = await fit(DEFINITION, {});
    assert.doesNotMatch(JSON.stringify(policy), /kms:/);
  });
});
