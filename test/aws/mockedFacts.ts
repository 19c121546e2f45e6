import { AthenaClient, GetWorkGroupCommand } from '@aws-sdk/client-athena';
import { BedrockClient, GetInferenceProfileCommand } from '@aws-sdk/client-bedrock';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeTaskDefinitionCommand, ECSClient } from '@aws-sdk/client-ecs';
import { DescribeConnectionCommand, DescribeEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { DescribeDeliveryStreamCommand, FirehoseClient } from '@aws-sdk/client-firehose';
import { GetInstanceProfileCommand, GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { DescribeStreamSummaryCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetBucketEncryptionCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DescribeActivityCommand, DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { GetTopicAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DescribeParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import type { FactName, ResourceFacts } from '../../src/facts/fact.ts';

/** Every client that facts are looked up with, answering as the API reference of each service says. */

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';
const HERE = `${REGION}:${ACCOUNT}`;

export const KEY_ID = '0f0e0d0c-1111-2222-3333-444455556666';
export const KEY = `arn:aws:kms:${HERE}:key/${KEY_ID}`;
export const KEY_OF_AWS = `arn:aws:kms:${HERE}:key/aaaaaaaa-0000-0000-0000-000000000000`;
export const ALIAS = `arn:aws:kms:${HERE}:alias/orders`;
/** In another account, which does not let itself be asked. */
export const KEY_OF_OTHERS = `arn:aws:kms:${REGION}:999988887777:key/${KEY_ID}`;

export const athena = mockClient(AthenaClient);
export const bedrock = mockClient(BedrockClient);
export const dynamodb = mockClient(DynamoDBClient);
export const ecs = mockClient(ECSClient);
export const events = mockClient(EventBridgeClient);
export const firehose = mockClient(FirehoseClient);
export const iam = mockClient(IAMClient);
export const kinesis = mockClient(KinesisClient);
export const kms = mockClient(KMSClient);
export const logs = mockClient(CloudWatchLogsClient);
export const s3 = mockClient(S3Client);
export const secretsManager = mockClient(SecretsManagerClient);
export const sns = mockClient(SNSClient);
export const sqs = mockClient(SQSClient);
export const ssm = mockClient(SSMClient);
export const states = mockClient(SFNClient);
export const sts = mockClient(STSClient);

interface MockedClient {
  readonly reset: () => unknown;
  readonly rejects: (error: Error) => unknown;
  readonly resolves: (answer: object) => unknown;
  readonly calls: () => readonly { readonly args: readonly unknown[] }[];
}

const CLIENTS: Readonly<Record<string, MockedClient>> = {
  athena,
  bedrock,
  dynamodb,
  ecs,
  events,
  firehose,
  iam,
  kinesis,
  kms,
  logs,
  s3,
  secretsmanager: secretsManager,
  sns,
  sqs,
  ssm,
  states,
  sts,
};

export function clientOf(service: string): MockedClient {
  const client = CLIENTS[service];
  if (client === undefined) throw new Error(`no client for ${service}`);
  return client;
}

/** All that was sent: IAM prefix and command, such as `sqs:GetQueueUrl`, in the order of the clients. */
export function sent(): readonly string[] {
  return Object.entries(CLIENTS).flatMap(([service, client]) =>
    client.calls().map(({ args: [command] }) => `${service}:${command?.constructor.name.replace(/Command$/, '')}`),
  );
}

const KEYS: ReadonlyMap<string, object> = new Map([
  [KEY, { Arn: KEY, KeyManager: 'CUSTOMER' }],
  [ALIAS, { Arn: KEY, KeyManager: 'CUSTOMER' }],
  [KEY_OF_AWS, { Arn: KEY_OF_AWS, KeyManager: 'AWS' }],
]);

/** Forgets what was sent, and answers about keys and the caller. */
export function resetClients(): void {
  for (const client of Object.values(CLIENTS)) client.reset();
  sts.on(GetCallerIdentityCommand).resolves({ Account: ACCOUNT, Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/a/b` });
  kms.on(DescribeKeyCommand).callsFake(async ({ KeyId }) => {
    const known = KEYS.get(KeyId);
    if (known === undefined) throw named('AccessDeniedException', `not authorized to describe ${KeyId}`);
    return { KeyMetadata: { KeyId, ...known } };
  });
}

export function named(name: string, message = 'no', more: object = {}): Error {
  return Object.assign(new Error(message), { name, ...more });
}

/** A kind of resource, and what its service says of it. */
export interface MockedRow {
  readonly service: string;
  readonly resource: string;
  readonly fact: FactName;
  /** The request that has the fact. */
  readonly command: string;
  /** Makes the service answer with the key as it would name it. */
  readonly answer: (key: string | undefined) => unknown;
  /** What is known besides. */
  readonly facts?: ResourceFacts;
  /** The service's error for what does not exist; undefined if the answer is an empty list. */
  readonly absent: Error | undefined;
}

const NOT_FOUND = named('ResourceNotFoundException');

export const ENCRYPTED: readonly MockedRow[] = [
  {
    service: 'sqs',
    resource: `arn:aws:sqs:${HERE}:orders.fifo`,
    fact: 'key',
    command: 'GetQueueAttributes',
    answer: (KmsMasterKeyId) => {
      sqs
        .on(GetQueueUrlCommand, { QueueName: 'orders.fifo', QueueOwnerAWSAccountId: ACCOUNT })
        .resolves({ QueueUrl: 'u' });
      return sqs
        .on(GetQueueAttributesCommand, { QueueUrl: 'u', AttributeNames: ['KmsMasterKeyId'] })
        .resolves(KmsMasterKeyId === undefined ? {} : { Attributes: { KmsMasterKeyId } });
    },
    absent: named('QueueDoesNotExist'),
  },
  {
    service: 'sns',
    resource: `arn:aws:sns:${HERE}:orders`,
    fact: 'key',
    command: 'GetTopicAttributes',
    answer: (KmsMasterKeyId) =>
      sns
        .on(GetTopicAttributesCommand, { TopicArn: `arn:aws:sns:${HERE}:orders` })
        .resolves({ Attributes: KmsMasterKeyId === undefined ? {} : { KmsMasterKeyId } }),
    absent: named('NotFoundException'),
  },
  {
    service: 's3',
    resource: 'arn:aws:s3:::orders.data',
    fact: 'key',
    command: 'GetBucketEncryption',
    answer: (KMSMasterKeyID) =>
      s3.on(GetBucketEncryptionCommand, { Bucket: 'orders.data' }).resolves({
        ServerSideEncryptionConfiguration: {
          Rules: [
            {
              ApplyServerSideEncryptionByDefault:
                KMSMasterKeyID === undefined
                  ? { SSEAlgorithm: 'AES256' }
                  : { SSEAlgorithm: 'aws:kms:dsse', KMSMasterKeyID },
            },
          ],
        },
      }),
    absent: named('NoSuchBucket'),
  },
  {
    service: 'dynamodb',
    resource: `arn:aws:dynamodb:${HERE}:table/orders`,
    fact: 'key',
    command: 'DescribeTable',
    answer: (KMSMasterKeyArn) =>
      dynamodb.on(DescribeTableCommand, { TableName: 'orders' }).resolves({
        Table:
          KMSMasterKeyArn === undefined
            ? {}
            : { SSEDescription: { Status: 'ENABLED', SSEType: 'KMS', KMSMasterKeyArn } },
      }),
    absent: NOT_FOUND,
  },
  {
    service: 'kinesis',
    resource: `arn:aws:kinesis:${HERE}:stream/orders`,
    fact: 'key',
    command: 'DescribeStreamSummary',
    answer: (KeyId) =>
      kinesis.on(DescribeStreamSummaryCommand, { StreamName: 'orders' }).resolves({
        StreamDescriptionSummary: {
          StreamName: 'orders',
          StreamARN: '',
          StreamStatus: 'ACTIVE',
          RetentionPeriodHours: 24,
          StreamCreationTimestamp: new Date(0),
          EnhancedMonitoring: [],
          OpenShardCount: 1,
          ...(KeyId === undefined ? { EncryptionType: 'NONE' } : { EncryptionType: 'KMS', KeyId }),
        },
      }),
    absent: NOT_FOUND,
  },
  {
    service: 'secretsmanager',
    resource: `arn:aws:secretsmanager:${HERE}:secret:prod/orders-a1B2c3`,
    fact: 'key',
    command: 'DescribeSecret',
    answer: (KmsKeyId) =>
      secretsManager
        .on(DescribeSecretCommand, { SecretId: `arn:aws:secretsmanager:${HERE}:secret:prod/orders-a1B2c3` })
        .resolves(KmsKeyId === undefined ? {} : { KmsKeyId }),
    absent: NOT_FOUND,
  },
  {
    service: 'ssm',
    resource: `arn:aws:ssm:${HERE}:parameter/prod/orders`,
    fact: 'key',
    command: 'DescribeParameters',
    answer: (KeyId) =>
      ssm
        .on(DescribeParametersCommand, {
          ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: ['/prod/orders'] }],
        })
        .resolves({
          Parameters: [
            KeyId === undefined
              ? { Name: '/prod/orders', Type: 'String' }
              : { Name: '/prod/orders', Type: 'SecureString', KeyId },
          ],
        }),
    absent: undefined,
  },
  {
    service: 'logs',
    resource: `arn:aws:logs:${HERE}:log-group:/aws/orders`,
    fact: 'key',
    command: 'DescribeLogGroups',
    answer: (kmsKeyId) =>
      logs.on(DescribeLogGroupsCommand, { logGroupNamePrefix: '/aws/orders' }).resolves({
        logGroups: [
          { logGroupName: '/aws/orders', ...(kmsKeyId === undefined ? {} : { kmsKeyId }) },
          { logGroupName: '/aws/orders-2', kmsKeyId: KEY_OF_OTHERS },
        ],
      }),
    absent: undefined,
  },
  {
    service: 'events',
    resource: `arn:aws:events:${HERE}:event-bus/orders`,
    fact: 'key',
    command: 'DescribeEventBus',
    answer: (KmsKeyIdentifier) =>
      events
        .on(DescribeEventBusCommand, { Name: 'orders' })
        .resolves(KmsKeyIdentifier === undefined ? {} : { KmsKeyIdentifier }),
    absent: NOT_FOUND,
  },
  {
    service: 'events',
    resource: `arn:aws:events:${HERE}:connection/payments/0a0b0c0d-1111-2222-3333-444455556666`,
    fact: 'key',
    command: 'DescribeConnection',
    answer: (KmsKeyIdentifier) =>
      events
        .on(DescribeConnectionCommand, { Name: 'payments' })
        .resolves({ SecretArn: 's', ...(KmsKeyIdentifier === undefined ? {} : { KmsKeyIdentifier }) }),
    facts: { secret: 's' },
    absent: NOT_FOUND,
  },
  {
    service: 'states',
    resource: `arn:aws:states:${HERE}:activity:pack`,
    fact: 'key',
    command: 'DescribeActivity',
    answer: (kmsKeyId) =>
      states.on(DescribeActivityCommand, { activityArn: `arn:aws:states:${HERE}:activity:pack` }).resolves({
        activityArn: '',
        name: 'pack',
        creationDate: new Date(0),
        ...(kmsKeyId === undefined
          ? { encryptionConfiguration: { type: 'AWS_OWNED_KEY' } }
          : { encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId } }),
      }),
    absent: named('ActivityDoesNotExist'),
  },
  {
    service: 'states',
    resource: `arn:aws:states:${HERE}:stateMachine:child`,
    fact: 'key',
    command: 'DescribeStateMachine',
    answer: (kmsKeyId) =>
      states
        .on(DescribeStateMachineCommand, {
          stateMachineArn: `arn:aws:states:${HERE}:stateMachine:child`,
          includedData: 'METADATA_ONLY',
        })
        .resolves({
          type: 'EXPRESS',
          ...(kmsKeyId === undefined
            ? {}
            : { encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId } }),
        }),
    facts: { type: 'EXPRESS' },
    absent: named('StateMachineDoesNotExist'),
  },
  {
    service: 'athena',
    resource: `arn:aws:athena:${HERE}:workgroup/reports`,
    fact: 'key',
    command: 'GetWorkGroup',
    answer: (KmsKey) =>
      athena.on(GetWorkGroupCommand, { WorkGroup: 'reports' }).resolves({
        WorkGroup: {
          Name: 'reports',
          Configuration: {
            EnforceWorkGroupConfiguration: true,
            ResultConfiguration: {
              OutputLocation: 's3://reports/athena/',
              EncryptionConfiguration:
                KmsKey === undefined ? { EncryptionOption: 'SSE_S3' } : { EncryptionOption: 'SSE_KMS', KmsKey },
            },
          },
        },
      }),
    facts: { enforced: true, output: 's3://reports/athena/' },
    absent: named('InvalidRequestException', 'WorkGroup is not found.'),
  },
];

/** Firehose names a key only if it is a customer managed one, by its ARN. */
export const DELIVERY_STREAM: MockedRow = {
  service: 'firehose',
  resource: `arn:aws:firehose:${HERE}:deliverystream/orders`,
  fact: 'key',
  command: 'DescribeDeliveryStream',
  answer: (KeyARN) =>
    firehose.on(DescribeDeliveryStreamCommand, { DeliveryStreamName: 'orders' }).resolves({
      DeliveryStreamDescription: {
        DeliveryStreamName: 'orders',
        DeliveryStreamARN: '',
        DeliveryStreamStatus: 'ACTIVE',
        DeliveryStreamType: 'DirectPut',
        VersionId: '1',
        Destinations: [],
        HasMoreDestinations: false,
        DeliveryStreamEncryptionConfiguration:
          KeyARN === undefined ? { KeyType: 'AWS_OWNED_CMK' } : { KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN },
      },
    }),
  absent: NOT_FOUND,
};

export const TASK_ROLE = `arn:aws:iam::${ACCOUNT}:role/tasks/orders`;
export const EXECUTION_ROLE = `arn:aws:iam::${ACCOUNT}:role/ecsTaskExecutionRole`;
export const MODEL = 'arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0';

/** The facts that are no keys. */
export const OTHERS: readonly MockedRow[] = [
  {
    service: 'ecs',
    resource: `arn:aws:ecs:${HERE}:task-definition/pack:*`,
    fact: 'roles',
    command: 'DescribeTaskDefinition',
    answer: () =>
      ecs
        .on(DescribeTaskDefinitionCommand, { taskDefinition: 'pack' })
        .resolves({ taskDefinition: { taskRoleArn: TASK_ROLE, executionRoleArn: EXECUTION_ROLE } }),
    facts: { roles: [EXECUTION_ROLE, TASK_ROLE] },
    absent: named('ClientException', 'Unable to describe task definition.'),
  },
  {
    service: 'iam',
    resource: `arn:aws:iam::${ACCOUNT}:instance-profile/EMR_EC2_DefaultRole`,
    fact: 'roles',
    command: 'GetInstanceProfile',
    answer: () =>
      iam.on(GetInstanceProfileCommand, { InstanceProfileName: 'EMR_EC2_DefaultRole' }).resolves({
        InstanceProfile: {
          Path: '/',
          InstanceProfileName: 'EMR_EC2_DefaultRole',
          InstanceProfileId: '',
          Arn: '',
          CreateDate: new Date(0),
          Roles: [{ Path: '/', RoleName: '', RoleId: '', Arn: TASK_ROLE, CreateDate: new Date(0) }],
        },
      }),
    facts: { roles: [TASK_ROLE] },
    absent: named('NoSuchEntityException'),
  },
  {
    service: 'iam',
    resource: `arn:aws:iam::${ACCOUNT}:role/glue`,
    fact: 'path',
    command: 'GetRole',
    answer: () =>
      iam.on(GetRoleCommand, { RoleName: 'glue' }).resolves({
        Role: { Path: '/service/', RoleName: 'glue', RoleId: '', Arn: '', CreateDate: new Date(0) },
      }),
    facts: { path: '/service/' },
    absent: named('NoSuchEntityException'),
  },
  {
    service: 'bedrock',
    resource: `arn:aws:bedrock:${HERE}:inference-profile/eu.anthropic.claude-3-haiku-20240307-v1:0`,
    fact: 'models',
    command: 'GetInferenceProfile',
    answer: () =>
      bedrock
        .on(GetInferenceProfileCommand, {
          inferenceProfileIdentifier: `arn:aws:bedrock:${HERE}:inference-profile/eu.anthropic.claude-3-haiku-20240307-v1:0`,
        })
        .resolves({
          inferenceProfileName: '',
          inferenceProfileArn: '',
          inferenceProfileId: '',
          status: 'ACTIVE',
          type: 'SYSTEM_DEFINED',
          models: [{ modelArn: MODEL }, { modelArn: MODEL.replace('eu-west-1', 'eu-north-1') }],
        }),
    facts: { models: [MODEL, MODEL.replace('eu-west-1', 'eu-north-1')] },
    absent: NOT_FOUND,
  },
];
