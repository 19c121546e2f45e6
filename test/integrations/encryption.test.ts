import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FitOptions, fit } from '../../src/analysis/fit.ts';
import type { StatedFacts } from '../../src/facts/fact.ts';
import { integration, machine, OPTIONS, task } from '../support/cases.ts';

/** What a customer managed key of a named resource asks for. */

const HERE = 'eu-west-1:111122223333';
const KEY = `arn:aws:kms:${HERE}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

function stated(resource: string, key: string): StatedFacts {
  return { resource, facts: { key }, source: 'file', place: 'facts.yaml' };
}

type States = Readonly<Record<string, unknown>>;

async function fitted(states: States, facts: readonly StatedFacts[] = [], options: FitOptions = OPTIONS) {
  return fit(machine(states), { ...options, facts });
}

/** The statements about keys, each as `action, action on resource if conditions`. */
async function onKeys(states: States, facts: readonly StatedFacts[]): Promise<readonly string[]> {
  const { policy } = await fitted(states, facts);
  return policy.Statement.filter(({ Action }) => Action.some((action) => action.startsWith('kms:'))).map(
    ({ Action, Resource, Condition }) => {
      const when = Condition === undefined ? '' : ` if ${JSON.stringify(Condition)}`;
      return `${Action.join(', ')} on ${Resource.join(', ')}${when}`;
    },
  );
}

const via = (service: string) => ` if {"StringEquals":{"kms:ViaService":["${service}.eu-west-1.amazonaws.com"]}}`;
const context = (name: string, arn: string) =>
  ` if {"StringEquals":{"kms:EncryptionContext:aws:states:${name}":["${arn}"]}}`;

interface Case {
  readonly name: string;
  /** Below docs.aws.amazon.com. */
  readonly source: string;
  readonly api: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly pattern?: string;
  readonly encrypted: string;
  /** `actions on KEY if …`; empty if the caller needs nothing, and nobody is asked. */
  readonly needs: string;
}

const QUEUE_URL = 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs';
const SQS = 'AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html';
const S3 = 'AmazonS3/latest/userguide/UsingKMSEncryption.html';
const MPU = 'AmazonS3/latest/userguide/mpuoverview.html';
const DYNAMODB = 'amazondynamodb/latest/developerguide/encryption.usagenotes.html';
const KINESIS = 'streams/latest/dev/permissions-user-key-KMS.html';
const SECRETS = 'secretsmanager/latest/userguide/security-encryption.html';
const SSM = 'systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html';
const STATES = 'step-functions/latest/dg/encryption-at-rest.html';
const BUS = 'eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html';
const TABLE = `arn:aws:dynamodb:${HERE}:table/orders`;
const STREAM = `arn:aws:kinesis:${HERE}:stream/clicks`;
const SECRET = `arn:aws:secretsmanager:${HERE}:secret:db`;
const CHILD = `arn:aws:states:${HERE}:stateMachine:child`;
const ANY_DYNAMODB = ' if {"StringLike":{"kms:ViaService":["dynamodb.*.amazonaws.com"]}}';
const LOGS =
  'kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey, kms:GenerateDataKeyPair, kms:GenerateDataKeyPairWithoutPlaintext, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncryptFrom, kms:ReEncryptTo';

const CASES: readonly Case[] = [
  {
    name: 'sending to a queue',
    source: SQS,
    api: 'sqs:sendMessage',
    args: { QueueUrl: QUEUE_URL, MessageBody: 'x' },
    encrypted: `arn:aws:sqs:${HERE}:jobs`,
    needs: `kms:Decrypt, kms:GenerateDataKey on ${KEY}${via('sqs')}`,
  },
  {
    name: 'receiving from a queue',
    source: SQS,
    api: 'aws-sdk:sqs:receiveMessage',
    args: { QueueUrl: QUEUE_URL },
    encrypted: `arn:aws:sqs:${HERE}:jobs`,
    needs: `kms:Decrypt on ${KEY}${via('sqs')}`,
  },
  {
    name: 'deleting a message',
    source: SQS,
    api: 'aws-sdk:sqs:deleteMessage',
    args: { QueueUrl: QUEUE_URL },
    encrypted: `arn:aws:sqs:${HERE}:jobs`,
    needs: '',
  },
  {
    name: 'a queue of another Region',
    source: SQS,
    api: 'sqs:sendMessage',
    args: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/jobs' },
    encrypted: 'arn:aws:sqs:us-east-1:111122223333:jobs',
    needs: `kms:Decrypt, kms:GenerateDataKey on ${KEY} if {"StringEquals":{"kms:ViaService":["sqs.us-east-1.amazonaws.com"]}}`,
  },
  {
    name: 'a queue’s placeholder',
    source: SQS,
    api: 'aws-sdk:sns:publish',
    args: { TopicArn: '${TopicArn}', Message: 'x' },
    encrypted: '${TopicArn}',
    needs: `kms:Decrypt, kms:GenerateDataKey on ${KEY}${via('sns')}`,
  },
  {
    name: 'publishing to a topic',
    source: 'sns/latest/dg/sns-key-management.html',
    api: 'sns:publish',
    args: { TopicArn: `arn:aws:sns:${HERE}:alerts`, Message: 'x' },
    encrypted: `arn:aws:sns:${HERE}:alerts`,
    needs: `kms:Decrypt, kms:GenerateDataKey on ${KEY}${via('sns')}`,
  },
  {
    name: 'reading an object',
    source: S3,
    api: 'aws-sdk:s3:getObject',
    args: { Bucket: 'data', Key: 'a/b.json' },
    encrypted: 'arn:aws:s3:::data',
    needs: `kms:Decrypt on ${KEY}${via('s3')}`,
  },
  {
    name: 'reading an object’s version',
    source: S3,
    api: 'aws-sdk:s3:getObject',
    args: { Bucket: 'data', Key: 'a', VersionId: '1' },
    encrypted: 'arn:aws:s3:::data',
    needs: `kms:Decrypt on ${KEY}${via('s3')}`,
  },
  {
    name: 'writing an object',
    source: S3,
    api: 'aws-sdk:s3:putObject',
    args: { Bucket: 'data', Key: 'a', Body: 'x' },
    encrypted: 'arn:aws:s3:::data',
    needs: `kms:GenerateDataKey on ${KEY}${via('s3')}`,
  },
  {
    name: 'writing an object in parts',
    source: MPU,
    api: 'aws-sdk:s3:createMultipartUpload',
    args: { Bucket: 'data', Key: 'a' },
    encrypted: 'arn:aws:s3:::data',
    needs: `kms:Decrypt, kms:GenerateDataKey on ${KEY}${via('s3')}`,
  },
  {
    name: 'an object’s head',
    source: 'AmazonS3/latest/API/API_HeadObject.html',
    api: 'aws-sdk:s3:headObject',
    args: { Bucket: 'data', Key: 'a' },
    encrypted: 'arn:aws:s3:::data',
    needs: '',
  },
  {
    name: 'an object’s head with its checksum',
    source: 'AmazonS3/latest/API/API_HeadObject.html',
    api: 'aws-sdk:s3:headObject',
    args: { Bucket: 'data', Key: 'a', ChecksumMode: 'ENABLED' },
    encrypted: 'arn:aws:s3:::data',
    needs: `kms:Decrypt on ${KEY}${via('s3')}`,
  },
  {
    name: 'listing a bucket',
    source: S3,
    api: 'aws-sdk:s3:listObjectsV2',
    args: { Bucket: 'data' },
    encrypted: 'arn:aws:s3:::data',
    needs: '',
  },
  {
    name: 'reading an item',
    source: DYNAMODB,
    api: 'dynamodb:getItem',
    args: { TableName: 'orders', Key: {} },
    encrypted: TABLE,
    needs: `kms:Decrypt on ${KEY}${ANY_DYNAMODB}`,
  },
  {
    name: 'writing an item',
    source: DYNAMODB,
    api: 'dynamodb:putItem',
    args: { TableName: 'orders', Item: {} },
    encrypted: TABLE,
    needs: `kms:Decrypt on ${KEY}${ANY_DYNAMODB}`,
  },
  {
    name: 'querying an index',
    source: DYNAMODB,
    api: 'aws-sdk:dynamodb:query',
    args: { TableName: 'orders', IndexName: 'by-date' },
    encrypted: TABLE,
    needs: `kms:Decrypt on ${KEY}${ANY_DYNAMODB}`,
  },
  {
    name: 'describing a table',
    source: DYNAMODB,
    api: 'aws-sdk:dynamodb:describeTable',
    args: { TableName: 'orders' },
    encrypted: TABLE,
    needs: '',
  },
  {
    name: 'putting records into a stream',
    source: KINESIS,
    api: 'aws-sdk:kinesis:putRecords',
    args: { StreamName: 'clicks', Records: [] },
    encrypted: STREAM,
    needs: `kms:GenerateDataKey on ${KEY}${via('kinesis')}`,
  },
  {
    name: 'putting records into a delivery stream: it uses the key by a grant',
    source: 'firehose/latest/dev/encryption.html',
    api: 'aws-sdk:firehose:putRecord',
    args: { DeliveryStreamName: 'logs', Record: {} },
    encrypted: `arn:aws:firehose:${HERE}:deliverystream/logs`,
    needs: '',
  },
  {
    name: 'reading a secret',
    source: SECRETS,
    api: 'aws-sdk:secretsmanager:getSecretValue',
    args: { SecretId: 'db' },
    encrypted: SECRET,
    needs: `kms:Decrypt on ${KEY}${via('secretsmanager')}`,
  },
  {
    name: 'writing a secret',
    source: SECRETS,
    api: 'aws-sdk:secretsmanager:putSecretValue',
    args: { SecretId: 'db', SecretString: 'x' },
    encrypted: SECRET,
    needs: `kms:Decrypt, kms:GenerateDataKey on ${KEY}${via('secretsmanager')}`,
  },
  {
    name: 'changing a secret’s description',
    source: SECRETS,
    api: 'aws-sdk:secretsmanager:updateSecret',
    args: { SecretId: 'db', Description: 'x' },
    encrypted: SECRET,
    needs: '',
  },
  {
    name: 'describing a secret',
    source: SECRETS,
    api: 'aws-sdk:secretsmanager:describeSecret',
    args: { SecretId: 'db' },
    encrypted: SECRET,
    needs: '',
  },
  {
    name: 'reading a parameter with decryption',
    source: SSM,
    api: 'aws-sdk:ssm:getParameter',
    args: { Name: '/app/db', WithDecryption: true },
    encrypted: `arn:aws:ssm:${HERE}:parameter/app/db`,
    needs: `kms:Decrypt on ${KEY}${via('ssm')}`,
  },
  {
    name: 'reading a parameter with decryption that a run decides',
    source: SSM,
    api: 'aws-sdk:ssm:getParameter',
    args: { Name: '/app/db', 'WithDecryption.$': '$.decrypt' },
    encrypted: `arn:aws:ssm:${HERE}:parameter/app/db`,
    needs: `kms:Decrypt on ${KEY}${via('ssm')}`,
  },
  {
    name: 'reading a parameter as it is',
    source: SSM,
    api: 'aws-sdk:ssm:getParameter',
    args: { Name: '/app/db', WithDecryption: false },
    encrypted: `arn:aws:ssm:${HERE}:parameter/app/db`,
    needs: '',
  },
  {
    name: 'reading the parameters of a path',
    source: SSM,
    api: 'aws-sdk:ssm:getParametersByPath',
    args: { Path: '/app', WithDecryption: true },
    encrypted: `arn:aws:ssm:${HERE}:parameter/app/db`,
    needs: `kms:Decrypt on ${KEY}${via('ssm')}`,
  },
  {
    name: 'writing to a log group',
    source: 'AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
    api: 'aws-sdk:cloudwatchlogs:putLogEvents',
    args: { LogGroupName: '/app', LogStreamName: 's', LogEvents: [] },
    encrypted: `arn:aws:logs:${HERE}:log-group:/app`,
    needs: `${LOGS} on ${KEY}${via('logs')}`,
  },
  {
    name: 'listing the rules of an event bus, which IAM cannot name',
    source: BUS,
    api: 'aws-sdk:eventbridge:listRuleNamesByTarget',
    args: { TargetArn: `arn:aws:lambda:${HERE}:function:a`, EventBusName: 'orders' },
    encrypted: `arn:aws:events:${HERE}:event-bus/orders`,
    needs: `kms:Decrypt on ${KEY}${via('events')}`,
  },
  {
    name: 'putting events: the bus uses the key itself',
    source: BUS,
    api: 'events:putEvents',
    args: { Entries: [{ EventBusName: 'orders' }] },
    encrypted: `arn:aws:events:${HERE}:event-bus/orders`,
    needs: '',
  },
  {
    name: 'a rule on a bus',
    source: BUS,
    api: 'aws-sdk:eventbridge:putRule',
    args: { Name: 'nightly', EventBusName: 'orders' },
    encrypted: `arn:aws:events:${HERE}:event-bus/orders`,
    needs: `kms:Decrypt on ${KEY}${via('events')}`,
  },
  {
    name: 'the rule by which Step Functions learns of a job’s end',
    source: BUS,
    api: 'batch:submitJob',
    pattern: 'sync',
    args: { JobName: 'j', JobQueue: 'q', JobDefinition: 'd' },
    encrypted: `arn:aws:events:${HERE}:event-bus/default`,
    needs: `kms:Decrypt on ${KEY}${via('events')}`,
  },
  {
    name: 'starting a nested workflow',
    source: STATES,
    api: 'states:startExecution',
    args: { StateMachineArn: CHILD },
    encrypted: CHILD,
    needs: '',
  },
  {
    name: 'waiting for a nested workflow',
    source: STATES,
    api: 'states:startExecution',
    pattern: 'sync',
    args: { StateMachineArn: `${CHILD}:live` },
    encrypted: CHILD,
    needs: `kms:Decrypt on ${KEY}${context('stateMachineArn', CHILD)}`,
  },
  {
    name: 'waiting for a nested workflow of a template',
    source: STATES,
    api: 'states:startExecution',
    pattern: 'sync',
    args: { StateMachineArn: '${ChildArn}' },
    encrypted: '${ChildArn}',
    needs: `kms:Decrypt on ${KEY}${context('stateMachineArn', '${ChildArn}')}`,
  },
  {
    name: 'running an Express workflow',
    source: STATES,
    api: 'aws-sdk:sfn:startSyncExecution',
    args: { StateMachineArn: CHILD },
    encrypted: CHILD,
    needs: `kms:Decrypt on ${KEY}${context('stateMachineArn', CHILD)}`,
  },
  {
    name: 'describing an execution',
    source: STATES,
    api: 'aws-sdk:sfn:describeExecution',
    args: { ExecutionArn: `arn:aws:states:${HERE}:execution:child:e1` },
    encrypted: CHILD,
    needs: `kms:Decrypt on ${KEY}${context('stateMachineArn', CHILD)}`,
  },
  {
    name: 'describing an execution without its data',
    source: STATES,
    api: 'aws-sdk:sfn:describeExecution',
    args: { ExecutionArn: `arn:aws:states:${HERE}:execution:child:e1`, IncludedData: 'METADATA_ONLY' },
    encrypted: CHILD,
    needs: '',
  },
  {
    name: 'invoking a function: Lambda uses the key by a grant',
    source: 'lambda/latest/dg/configuration-envvars-encryption.html',
    api: 'lambda:invoke',
    args: { FunctionName: 'f' },
    encrypted: `arn:aws:lambda:${HERE}:function:f`,
    needs: '',
  },
  {
    name: 'reading the results of a query',
    source: 'athena/latest/ug/encryption.html',
    api: 'athena:getQueryResults',
    args: { QueryExecutionId: 'q' },
    encrypted: `arn:aws:athena:${HERE}:workgroup/team`,
    needs: `kms:Decrypt on ${KEY}`,
  },
  {
    name: 'starting a query as an SDK call',
    source: 'athena/latest/ug/encryption.html',
    api: 'aws-sdk:athena:startQueryExecution',
    args: { QueryString: 'SELECT 1', WorkGroup: 'team' },
    encrypted: `arn:aws:athena:${HERE}:workgroup/team`,
    needs: `kms:Decrypt, kms:GenerateDataKey on ${KEY}`,
  },
  {
    name: 'calling with a connection',
    source: 'eventbridge/latest/userguide/encryption-connections.html',
    api: 'http:invoke',
    args: {
      ApiEndpoint: 'https://example.com',
      Method: 'GET',
      Authentication: { ConnectionArn: `arn:aws:events:${HERE}:connection/Stripe/81210c42` },
    },
    encrypted: `arn:aws:events:${HERE}:connection/Stripe`,
    needs: `kms:Decrypt on ${KEY}${via('secretsmanager')}`,
  },
];

describe('the customer managed key of what a call uses', () => {
  for (const { name, source, api, args, pattern = 'requestResponse', encrypted, needs } of CASES) {
    const states = { A: task(integration(api, pattern), args) };
    it(`${name} (${source})`, async () => {
      assert.deepEqual(await onKeys(states, [stated(encrypted, KEY)]), needs === '' ? [] : [needs]);
      if (needs === '') {
        const { questions } = await fitted(states);
        assert.deepEqual(
          questions.filter((question) => question.resource === encrypted && question.name === 'key'),
          [],
        );
      }
    });
  }

  it('of an activity is used by the execution role itself (step-functions/latest/dg/encryption-at-rest.html)', async () => {
    const activity = `arn:aws:states:${HERE}:activity:approve`;
    const states = { A: { Type: 'Task', Resource: activity, End: true } };
    assert.deepEqual(await onKeys(states, [stated(activity, KEY)]), [
      `kms:Decrypt, kms:GenerateDataKey on ${KEY}${context('activityArn', activity)}`,
    ]);
    assert.deepEqual(await onKeys(states, [stated(activity, 'none')]), []);
  });

  it('of a bucket that a distributed Map reads and writes has no condition (iam-policies-eg-dist-map.html)', async () => {
    const map = {
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'P',
        States: { P: { Type: 'Pass', End: true } },
      },
      ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'in', Key: 'a.json' } },
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out', Prefix: 'p' } },
      End: true,
    };
    assert.deepEqual(await onKeys({ M: map }, [stated('arn:aws:s3:::in', KEY)]), [`kms:Decrypt on ${KEY}`]);
    assert.deepEqual(await onKeys({ M: map }, [stated('arn:aws:s3:::out', KEY)]), [
      `kms:Decrypt, kms:Encrypt, kms:GenerateDataKey on ${KEY}`,
    ]);
  });

  it('is every key of the account with an alias, if only the alias is known (alias-authorization.html)', async () => {
    const states = { A: task('arn:aws:states:::dynamodb:getItem', { TableName: 'orders' }) };
    const [statement = ''] = await onKeys(states, [stated(TABLE, `arn:aws:kms:${HERE}:alias/orders`)]);
    assert.match(statement, /^kms:Decrypt on arn:aws:kms:eu-west-1:111122223333:key\/\* if /);
    assert.match(statement, /"ForAnyValue:StringEquals":\{"kms:ResourceAliases":\["alias\/orders"\]\}/);
    assert.match(statement, /"StringLike":\{"kms:ViaService":\["dynamodb\.\*\.amazonaws\.com"\]\}/);
  });

  it('of a bucket of another Region tells the Region of the requests', async () => {
    const states = { A: task('arn:aws:states:::aws-sdk:s3:getObject', { Bucket: 'data', Key: 'a' }) };
    const key = 'arn:aws:kms:us-east-1:111122223333:key/k';
    assert.deepEqual(await onKeys(states, [stated('arn:aws:s3:::data', key)]), [
      `kms:Decrypt on ${key} if {"StringEquals":{"kms:ViaService":["s3.us-east-1.amazonaws.com"]}}`,
    ]);
    assert.deepEqual(await onKeys(states, [stated('arn:aws:s3:::data', '${KeyArn}')]), [
      'kms:Decrypt on ${KeyArn} if {"StringLike":{"kms:ViaService":["s3.*.amazonaws.com"]}}',
    ]);
  });

  it('has the suffix amazonaws.com in China too (conditions-kms.html)', async () => {
    const states = { A: task('arn:aws-cn:states:::dynamodb:getItem', { TableName: 'orders' }) };
    const options = { ...OPTIONS, region: 'cn-north-1' };
    const facts = [stated('arn:aws-cn:dynamodb:cn-north-1:111122223333:table/orders', KEY)];
    const { policy } = await fitted(states, facts, options);
    assert.ok(JSON.stringify(policy).includes('"dynamodb.*.amazonaws.com"'), JSON.stringify(policy));
  });
});

describe('the key of a parameter', () => {
  for (const selector of ['', ':3', ':prod']) {
    it(`is known by its name: /db${selector} (systems-manager/latest/APIReference/API_GetParameter.html)`, async () => {
      const args = { Name: `/db${selector}`, WithDecryption: true };
      const states = { A: task('arn:aws:states:::aws-sdk:ssm:getParameter', args) };
      const facts = [stated(`arn:aws:ssm:${HERE}:parameter/db`, KEY)];
      assert.deepEqual(await onKeys(states, facts), [`kms:Decrypt on ${KEY}${via('ssm')}`]);
    });
  }
});

describe('the keys of what a call does not name', () => {
  it('are those of all known buckets behind an access point (AmazonS3/latest/userguide/access-points.html)', async () => {
    const args = { Bucket: `arn:aws:s3:${HERE}:accesspoint/ap`, Key: 'k' };
    const states = { A: task('arn:aws:states:::aws-sdk:s3:getObject', args) };
    assert.deepEqual(await onKeys(states, [stated('arn:aws:s3:::data', KEY)]), [`kms:Decrypt on ${KEY}${via('s3')}`]);
    const { findings } = await fitted(states);
    assert.ok(findings.some(({ code }) => code === 'unknown-encryption'));
  });

  it('are those of all known secrets that filters may find (secretsmanager/latest/apireference/API_BatchGetSecretValue.html)', async () => {
    const states = {
      A: task('arn:aws:states:::aws-sdk:secretsmanager:batchGetSecretValue', {
        Filters: [{ Key: 'name', Values: ['db'] }],
      }),
    };
    assert.deepEqual(await onKeys(states, [stated(SECRET, KEY)]), [`kms:Decrypt on ${KEY}${via('secretsmanager')}`]);
  });

  it('are not those of topics, if a message goes to a phone (sns/latest/api/API_Publish.html)', async () => {
    const states = { A: task('arn:aws:states:::sns:publish', { PhoneNumber: '+1', Message: 'm' }) };
    assert.deepEqual(await onKeys(states, [stated(`arn:aws:sns:${HERE}:t`, KEY)]), []);
  });
});

describe('facts about keys', () => {
  const everything = Object.fromEntries(
    CASES.map(({ api, args, pattern = 'requestResponse' }, index) => [
      `S${index}`,
      { ...task(integration(api, pattern), args), End: undefined, Next: `S${index + 1}` },
    ]),
  );
  const states = { ...everything, [`S${CASES.length}`]: { Type: 'Succeed' } };

  it('change nothing if no customer managed key encrypts anything', async () => {
    const { policy, questions } = await fitted(states);
    const none = questions.filter(({ name }) => name === 'key').map(({ resource }) => stated(resource, 'none'));
    assert.ok(none.length > 10, String(none.length));
    const without = await fitted(states, none);
    assert.deepEqual(without.policy, policy);
    assert.deepEqual(
      without.findings.filter(({ code }) => code === 'unknown-encryption'),
      [],
    );
  });

  it('add grants on the key and nothing else', async () => {
    const { policy, questions } = await fitted(states);
    const before = new Set(policy.Statement.map((statement) => JSON.stringify(statement)));
    for (const { resource, name } of questions) {
      if (name !== 'key') continue;
      const { policy: keyed } = await fitted(states, [stated(resource, KEY)]);
      const added = keyed.Statement.filter((statement) => !before.has(JSON.stringify(statement)));
      assert.ok(added.length > 0, resource);
      for (const { Action, Resource } of added) {
        assert.ok(
          Action.every((action) => action.startsWith('kms:')),
          `${resource}: ${Action.join()}`,
        );
        assert.deepEqual(Resource, [KEY]);
      }
      assert.equal(keyed.Statement.length, policy.Statement.length + added.length);
    }
  });
});

describe('the finding about unknown keys', () => {
  it('lists each resource once, and those of a type together', async () => {
    const tables = Object.fromEntries(
      ['b', 'a', 'b'].map((TableName, index) => [
        `T${index}`,
        { ...task('arn:aws:states:::dynamodb:getItem', { TableName }), End: undefined, Next: `T${index + 1}` },
      ]),
    );
    const { findings } = await fitted({
      ...tables,
      T3: task('arn:aws:states:::sqs:sendMessage', { QueueUrl: QUEUE_URL }),
    });
    const [finding, ...others] = findings.filter(({ code }) => code === 'unknown-encryption');
    assert.deepEqual(others, []);
    assert.ok(
      finding?.message.includes(`: arn:aws:dynamodb:${HERE}:table/{a, b}, arn:aws:sqs:${HERE}:jobs. State their keys`),
      finding?.message,
    );
  });

  it('leaves out the default event bus, on which every .sync task puts a rule', async () => {
    const bus = `arn:aws:events:${HERE}:event-bus/default`;
    const states = { A: task('arn:aws:states:::ecs:runTask.sync', { TaskDefinition: 'nightly' }) };
    const { findings, questions } = await fitted(states);
    assert.ok(findings.every(({ code }) => code !== 'unknown-encryption'));
    assert.ok(questions.some(({ resource, name }) => resource === bus && name === 'key'));
    assert.deepEqual(await onKeys(states, [stated(bus, KEY)]), [`kms:Decrypt on ${KEY}${via('events')}`]);
  });

  // https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-connections.html
  it("leaves out the secret of a connection, whose key is the connection's", async () => {
    const connection = `arn:aws:events:${HERE}:connection/payments/0a0b0c0d-1111-2222-3333-444455556666`;
    const states = {
      A: task('arn:aws:states:::http:invoke', {
        ApiEndpoint: 'https://example.com/a',
        Method: 'GET',
        Authentication: { ConnectionArn: connection },
      }),
    };
    const facts = { key: KEY, secret: '${Payments.SecretArn}' };
    const known = await fitted(states, [{ ...stated(connection, KEY), facts }]);
    assert.ok(known.findings.every(({ code }) => code !== 'unknown-encryption'));
    const unknown = await fitted(states, [{ ...stated(connection, KEY), facts: { secret: facts.secret } }]);
    assert.deepEqual(
      unknown.findings.filter(({ code }) => code === 'unknown-encryption').map(({ message }) => message.split(': ')[1]),
      [`${connection}. State their keys (or none) with --resource-key or --facts, or look them up with --live.`],
    );
  });

  it('stays short for many', async () => {
    const states = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [
        `T${index}`,
        {
          ...task('arn:aws:states:::dynamodb:getItem', { TableName: `t${String(index).padStart(2, '0')}` }),
          End: undefined,
          Next: `T${index + 1}`,
        },
      ]),
    );
    const { findings } = await fitted({ ...states, T50: { Type: 'Succeed' } });
    const message = findings.find(({ code }) => code === 'unknown-encryption')?.message ?? '';
    assert.ok(message.includes('table/{t00, t01, '), message);
    assert.ok(message.includes('t11 and 38 more}'), message);
  });
});
