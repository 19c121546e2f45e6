import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { GetWorkGroupCommand } from '@aws-sdk/client-athena';
import { DescribeTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { DescribeConnectionCommand } from '@aws-sdk/client-eventbridge';
import { GetRoleCommand } from '@aws-sdk/client-iam';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { GetBucketEncryptionCommand } from '@aws-sdk/client-s3';
import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { GetTopicAttributesCommand } from '@aws-sdk/client-sns';
import { GetQueueUrlCommand } from '@aws-sdk/client-sqs';
import { DescribeParametersCommand } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { type AwsLookUpOptions, awsLookUp } from '../../src/aws/facts.ts';
import type { FactName, ResourceFacts } from '../../src/facts/fact.ts';
import type { FactQuestion } from '../../src/facts/facts.ts';
import type { LookedUp } from '../../src/facts/lookUp.ts';
import {
  ACCOUNT,
  ALIAS,
  athena,
  clientOf,
  DELIVERY_STREAM,
  ENCRYPTED,
  ecs,
  events,
  iam,
  KEY,
  KEY_ID,
  KEY_OF_AWS,
  KEY_OF_OTHERS,
  kms,
  named,
  OTHERS,
  REGION,
  resetClients,
  s3,
  secretsManager,
  sent,
  sns,
  sqs,
  ssm,
  sts,
} from './mockedFacts.ts';

const HERE = `${REGION}:${ACCOUNT}`;
const NEVER = new AbortController().signal;

function asking(resource: string, name: FactName = 'key'): FactQuestion {
  return { resource, name, answer: undefined, partial: [], contradicted: [] };
}

function lookUp(questions: readonly FactQuestion[], options: Partial<AwsLookUpOptions> = {}): Promise<LookedUp> {
  return awsLookUp({ region: REGION, account: ACCOUNT, signal: NEVER, ...options })(questions);
}

async function factsOf(
  question: FactQuestion,
  options?: Partial<AwsLookUpOptions>,
): Promise<ResourceFacts | undefined> {
  const { stated, unread } = await lookUp([question], options);
  assert.deepEqual(unread, []);
  return stated[0]?.facts;
}

beforeEach(resetClients);

/** How services name keys, and what that means; see the page of each row in src/aws/facts/table.ts. */
const FORMS: readonly (readonly [form: string, text: string | undefined, key: string])[] = [
  ['by its ARN', KEY, KEY],
  ['by its ID', KEY_ID, KEY],
  ['by its alias', 'alias/orders', KEY],
  ["by its alias' ARN", ALIAS, KEY],
  ['in another account', KEY_OF_OTHERS, KEY_OF_OTHERS],
  ['the alias of an AWS managed key', 'alias/aws/x', 'none'],
  ['the ARN of an AWS managed key', KEY_OF_AWS, 'none'],
  ['none', undefined, 'none'],
];

describe('the key of a resource', () => {
  for (const row of ENCRYPTED) {
    for (const [form, text, key] of FORMS) {
      it(`${row.service}:${row.command}: ${form}`, async () => {
        row.answer(text);
        const { stated, unread } = await lookUp([asking(row.resource)]);
        assert.deepEqual(unread, []);
        assert.deepEqual(stated[0]?.facts, { ...row.facts, key });
        assert.equal(stated[0]?.resource, row.resource);
        assert.equal(stated[0]?.source, 'aws');
      });
    }
  }

  for (const [key, expected] of [
    [KEY, KEY],
    [undefined, 'none'],
  ] as const) {
    it(`of a delivery stream: ${expected}`, async () => {
      DELIVERY_STREAM.answer(key);
      assert.deepEqual(await factsOf(asking(DELIVERY_STREAM.resource)), { key: expected });
    });
  }

  it('is that of its own Region and account where it is an ID or an alias without an ARN', async () => {
    const TopicArn = 'arn:aws:sns:us-east-1:999988887777:theirs';
    sns.on(GetTopicAttributesCommand, { TopicArn }).resolves({ Attributes: { KmsMasterKeyId: 'alias/orders' } });
    const { stated, unread } = await lookUp([asking(TopicArn)]);
    const alias = 'arn:aws:kms:us-east-1:999988887777:alias/orders';
    assert.deepEqual(stated[0]?.facts, { key: alias });
    assert.deepEqual(unread, [
      {
        resource: alias,
        name: 'key',
        why: `kms:DescribeKey on ${alias}: access denied (not authorized to describe ${alias})`,
      },
    ]);
  });

  it('counts as customer managed where AWS KMS does not say who manages it', async () => {
    const key = KEY.replace('0f0e', 'ffff');
    ENCRYPTED[0]?.answer(key);
    const { stated, unread } = await lookUp([asking(ENCRYPTED[0]?.resource ?? '')]);
    assert.deepEqual(stated[0]?.facts, { key });
    assert.match(unread[0]?.why ?? '', /^kms:DescribeKey on .*: access denied/);
  });

  it('is not asked about where only a customer can manage it', async () => {
    for (const key of [KEY_OF_OTHERS, `arn:aws:kms:${HERE}:key/mrk-1234`]) {
      ENCRYPTED[0]?.answer(key);
      assert.deepEqual(await factsOf(asking(ENCRYPTED[0]?.resource ?? '')), { key });
    }
    assert.ok(!sent().includes('kms:DescribeKey'));
  });

  it('of one alias is asked for once', async () => {
    for (const row of ENCRYPTED) row.answer('alias/orders');
    await lookUp(ENCRYPTED.map(({ resource }) => asking(resource)));
    assert.equal(sent().filter((one) => one === 'kms:DescribeKey').length, 1);
  });

  it('that an alias points to', async () => {
    assert.deepEqual(await factsOf(asking(ALIAS)), { key: KEY });
    assert.deepEqual(await factsOf(asking(`arn:aws:kms:${HERE}:alias/aws/sqs`)), { key: 'none' });
  });
});

describe('facts that are no keys', () => {
  for (const { service, command, resource, fact, answer, facts } of OTHERS) {
    it(`${service}:${command}`, async () => {
      answer(undefined);
      assert.deepEqual(await factsOf(asking(resource, fact)), facts);
    });
  }

  it('a task definition without roles hands over none, and one that names a role by its name has one without a path', async () => {
    const question = asking(`arn:aws:ecs:${HERE}:task-definition/pack:7`, 'roles');
    ecs.on(DescribeTaskDefinitionCommand, { taskDefinition: 'pack:7' }).resolves({ taskDefinition: {} });
    assert.deepEqual(await factsOf(question), { roles: [] });
    ecs.on(DescribeTaskDefinitionCommand).resolves({ taskDefinition: { taskRoleArn: 'short', executionRoleArn: '' } });
    assert.deepEqual(await factsOf(question), { roles: [`arn:aws:iam::${ACCOUNT}:role/short`] });
  });

  it('a role is asked for by its name, whatever path the policy has', async () => {
    iam.on(GetRoleCommand, { RoleName: 'glue' }).resolves({
      Role: { Path: '/', RoleName: 'glue', RoleId: '', Arn: '', CreateDate: new Date(0) },
    });
    assert.deepEqual(await factsOf(asking(`arn:aws:iam::${ACCOUNT}:role/a/b/glue`, 'path')), { path: '/' });
  });

  it('a workgroup that says nothing leaves all to the query', async () => {
    athena.on(GetWorkGroupCommand).resolves({ WorkGroup: { Name: 'primary' } });
    const question = asking(`arn:aws:athena:${HERE}:workgroup/primary`, 'output');
    assert.deepEqual(await factsOf(question), { enforced: false, key: 'none', output: 'none' });
  });

  it('a workgroup whose results Athena manages has the key of those, and no place', async () => {
    const managed = { Enabled: true, EncryptionConfiguration: { KmsKey: KEY } };
    athena.on(GetWorkGroupCommand).resolves({
      WorkGroup: {
        Name: 'm',
        Configuration: { EnforceWorkGroupConfiguration: true, ManagedQueryResultsConfiguration: managed },
      },
    });
    const question = asking(`arn:aws:athena:${HERE}:workgroup/m`, 'key');
    assert.deepEqual(await factsOf(question), { enforced: true, key: KEY, output: 'none' });
  });
});

describe('a resource', () => {
  it('of a pattern or a placeholder is not asked for', async () => {
    const questions = [
      `arn:aws:sqs:${HERE}:*`,
      `arn:aws:sqs:${HERE}:orders-?`,
      `arn:aws:sqs:*:${ACCOUNT}:orders`,
      `arn:aws:sqs:${HERE}:\${Queue}`,
      '${Queue.Arn}',
      `arn:aws:iam::${ACCOUNT}:role/*`,
      `arn:aws:secretsmanager:${HERE}:secret:\${*}`,
      '',
      'arn:aws:sqs:eu.example.com/:111122223333:orders',
    ].map((resource) => asking(resource));
    assert.deepEqual(await lookUp(questions), { stated: [], unread: [] });
    assert.deepEqual(sent(), []);
  });

  it('in the place of the pseudo parameters is one of the credentials’ account and Region', async () => {
    ENCRYPTED[0]?.answer(KEY);
    const resource = 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:orders.fifo';
    const { stated } = await lookUp([asking(resource)], { account: undefined });
    assert.deepEqual(stated[0], {
      resource: `arn:aws:sqs:${HERE}:orders.fifo`,
      facts: { key: KEY },
      source: 'aws',
      place: 'sqs:GetQueueAttributes',
    });
  });

  it('of another account is asked for by its ARN, and not at all where a request has a name only', async () => {
    const other = (service: string, rest: string) => asking(`arn:aws:${service}:${REGION}:999988887777:${rest}`);
    sqs.on(GetQueueUrlCommand).rejects(named('AccessDenied'));
    const { unread } = await lookUp([other('sqs', 'orders'), other('ssm', 'parameter/orders')]);
    assert.deepEqual(
      unread.map(({ why }) => why.replace(/.*: /, '')),
      ['access denied (no)', `it is in account 999988887777, and the credentials are of account ${ACCOUNT}`],
    );
    assert.deepEqual(sqs.calls()[0]?.args[0].input, { QueueName: 'orders', QueueOwnerAWSAccountId: '999988887777' });
    assert.deepEqual(sent(), ['sqs:GetQueueUrl']);
  });

  it('of the account that is set and not that of the credentials is none of theirs', async () => {
    sts.on(GetCallerIdentityCommand).resolves({ Account: '444455556666', Arn: 'arn:aws:sts::444455556666:a/b' });
    const { unread } = await lookUp([asking(OTHERS[1]?.resource ?? '', 'roles')], { account: undefined });
    assert.match(
      unread[0]?.why ?? '',
      /it is in account 111122223333, and the credentials are of account 444455556666/,
    );
  });

  it('of an unknown kind is unread', async () => {
    const resource = `arn:aws:backup:${HERE}:backup-vault:orders`;
    const { unread } = await lookUp([asking(resource)]);
    assert.deepEqual(unread, [{ resource, name: 'key', why: 'rolefit does not read it from AWS' }]);
  });

  it('a secret without the six characters is asked for by its name, which needs no guess', async () => {
    secretsManager.on(DescribeSecretCommand, { SecretId: 'my-secret' }).resolves({ KmsKeyId: KEY });
    const { stated } = await lookUp([asking(`arn:aws:secretsmanager:${HERE}:secret:my-secret-??????`)]);
    assert.equal(stated[0]?.facts.key, KEY);
    assert.equal(stated[0]?.resource, `arn:aws:secretsmanager:${HERE}:secret:my-secret`);
  });

  it('a parameter of one level may have a name with or without a slash, and an empty page a successor', async () => {
    const ParameterFilters = [{ Key: 'Name', Option: 'Equals', Values: ['orders', '/orders'] }];
    ssm.on(DescribeParametersCommand, { ParameterFilters }).resolves({ Parameters: [], NextToken: '2' });
    ssm
      .on(DescribeParametersCommand, { ParameterFilters, NextToken: '2' })
      .resolves({ Parameters: [{ Name: '/orders', Type: 'SecureString', KeyId: 'alias/aws/ssm' }] });
    assert.deepEqual(await factsOf(asking(`arn:aws:ssm:${HERE}:parameter/orders`)), { key: 'none' });
  });

  it('a version of a state machine has the type of the state machine', async () => {
    const row = ENCRYPTED.find(({ command }) => command === 'DescribeStateMachine');
    row?.answer(undefined);
    assert.deepEqual(await factsOf(asking(`${row?.resource}:3`, 'type')), { type: 'EXPRESS', key: 'none' });
  });

  describe('a bucket', () => {
    const bucket = asking('arn:aws:s3:::elsewhere');
    const answer = (SSEAlgorithm: 'aws:kms', KMSMasterKeyID?: string) => ({
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm, ...(KMSMasterKeyID && { KMSMasterKeyID }) } }],
      },
    });
    const redirect = (region: string) =>
      named('PermanentRedirect', 'elsewhere', { $response: { headers: { 'x-amz-bucket-region': region } } });

    it('in another Region is asked for there, and its key is there', async () => {
      s3.on(GetBucketEncryptionCommand).rejectsOnce(redirect('us-west-2')).resolves(answer('aws:kms', 'mrk-77'));
      assert.deepEqual(await factsOf(bucket), { key: `arn:aws:kms:us-west-2:${ACCOUNT}:key/mrk-77` });
    });

    for (const region of ['eu.example.com/', REGION]) {
      it(`is not followed to ${region}`, async () => {
        s3.on(GetBucketEncryptionCommand).rejects(redirect(region));
        const { unread } = await lookUp([bucket]);
        assert.match(unread[0]?.why ?? '', /PermanentRedirect/);
        assert.equal(sent().length, 1);
      });
    }

    it('that moves in a circle is given up', async () => {
      s3.on(GetBucketEncryptionCommand).rejectsOnce(redirect('us-west-2')).rejects(redirect('eu-west-1'));
      const { unread, stated } = await lookUp([bucket]);
      assert.deepEqual([stated, unread.length, sent().length], [[], 1, 2]);
    });

    it('that names no key has the AWS managed one, and one without encryption none', async () => {
      s3.on(GetBucketEncryptionCommand)
        .resolvesOnce(answer('aws:kms'))
        .rejects(named('ServerSideEncryptionConfigurationNotFoundError'));
      assert.deepEqual(await factsOf(bucket), { key: 'none' });
      assert.deepEqual(await factsOf(bucket), { key: 'none' });
    });
  });
});

/** The requests whose answer is the resource itself, without the field where it has no key. */
const FLAT: readonly string[] = [
  'GetQueueAttributes',
  'DescribeSecret',
  'DescribeEventBus',
  'DescribeConnection',
  'DescribeActivity',
  'DescribeStateMachine',
];

describe('a fact is unread, and says why,', () => {
  for (const row of [...ENCRYPTED, DELIVERY_STREAM, ...OTHERS]) {
    const question = asking(row.resource, row.fact);
    const reasonOf = async (): Promise<string> => {
      const { stated, unread } = await lookUp([question]);
      assert.deepEqual(stated, []);
      assert.deepEqual([unread[0]?.resource, unread[0]?.name, unread.length], [row.resource, row.fact, 1]);
      return unread[0]?.why ?? '';
    };

    it(`${row.service}:${row.command}: where it is denied`, async () => {
      for (const code of ['AccessDenied', 'AccessDeniedException', 'AuthorizationErrorException']) {
        clientOf(row.service).rejects(named(code, 'User: a is not\nauthorized'));
        assert.match(await reasonOf(), /^[a-z0-9]+:[A-Za-z]+ on arn:\S+: access denied \(User: a is not authorized\)$/);
      }
    });

    it(`${row.service}:${row.command}: where the resource does not exist`, async () => {
      if (row.absent === undefined) clientOf(row.service).resolves({});
      else clientOf(row.service).rejects(row.absent);
      assert.match(await reasonOf(), / on arn:\S+: it does not exist/);
    });

    it(`${row.service}:${row.command}: where it is throttled`, async () => {
      clientOf(row.service).rejects(named('ThrottlingException', 'Rate exceeded'));
      assert.match(await reasonOf(), /: throttled \(Rate exceeded\)$/);
    });

    it(`${row.service}:${row.command}: where the answer is empty, unless that says something`, async () => {
      clientOf(row.service).resolves({});
      const { stated, unread } = await lookUp([question]);
      // A queue, a secret or a bus without a key has nothing else to say.
      if (stated.length === 0) assert.match(unread[0]?.why ?? '', /the answer does not say it$|it does not exist$/);
      else assert.deepEqual(stated[0]?.facts, { key: 'none' });
      assert.equal(stated.length === 1, FLAT.includes(row.command), row.command);
    });

    it(`${row.service}:${row.command}: where the answer is not that of the service`, async () => {
      clientOf(row.service).rejects(named('SyntaxError', 'Unexpected token <'));
      assert.match(await reasonOf(), /: SyntaxError: Unexpected token <$/);
    });
  }

  it('where the answer leaves it out, such as the secret of a connection that is being made', async () => {
    events.on(DescribeConnectionCommand).resolves({ ConnectionState: 'CREATING' });
    const connection = `arn:aws:events:${HERE}:connection/payments`;
    const { stated, unread } = await lookUp([asking(connection, 'secret')]);
    assert.deepEqual([stated, unread.length], [[], 1]);
    assert.equal(unread[0]?.why, `events:DescribeConnection on ${connection}: the answer does not say it`);
  });

  it('where there are no credentials', async () => {
    sts.on(GetCallerIdentityCommand).rejects(named('CredentialsProviderError', 'Could not load credentials'));
    const { stated, unread } = await lookUp([asking(ALIAS), asking('arn:aws:sqs:*:*:*')], { account: undefined });
    assert.deepEqual(stated, []);
    assert.deepEqual(unread, [
      {
        resource: ALIAS,
        name: 'key',
        why: 'sts:GetCallerIdentity on *: no AWS credentials; log in, or set AWS_PROFILE (Could not load credentials)',
      },
    ]);
  });

  it('where something is thrown that is no error', async () => {
    kms.on(DescribeKeyCommand).callsFake(() => Promise.reject('x'.repeat(10)));
    const { unread } = await lookUp([asking(ALIAS)]);
    assert.equal(unread[0]?.why, `kms:DescribeKey on ${ALIAS}: ${'x'.repeat(10)}`);
  });
});

describe('a run', () => {
  const queues = Array.from({ length: 40 }, (_, index) => asking(`arn:aws:sns:${HERE}:t${index}`));

  it('asks for each resource once, in all of its rounds', async () => {
    ENCRYPTED[0]?.answer(KEY);
    const ask = awsLookUp({ region: REGION, account: ACCOUNT, signal: NEVER });
    const question = asking(ENCRYPTED[0]?.resource ?? '');
    await ask([question, question]);
    assert.deepEqual((await ask([question])).stated[0]?.facts, { key: KEY });
    assert.deepEqual(sent(), ['kms:DescribeKey', 'sqs:GetQueueUrl', 'sqs:GetQueueAttributes']);
  });

  it('makes no more requests than it may, and says what was cut off', async () => {
    sns.on(GetTopicAttributesCommand).resolves({ Attributes: {} });
    const { stated, unread } = await lookUp(queues, { limits: { requests: 30 } });
    assert.deepEqual([stated.length, unread.length, sent().length], [30, 10, 30]);
    assert.match(unread[0]?.why ?? '', /^sns:GetTopicAttributes on arn:\S+: not asked, after 30 requests in this run$/);
  });

  it('makes no more of them at the same time than it may', async () => {
    let running = 0;
    let most = 0;
    sns.on(GetTopicAttributesCommand).callsFake(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running--;
      return { Attributes: {} };
    });
    const { stated } = await lookUp(queues, { limits: { concurrency: 5 } });
    assert.deepEqual([stated.length, most], [40, 5]);
  });

  it('ends when its time is over, with what it has', async () => {
    sns
      .on(GetTopicAttributesCommand)
      .callsFake(async ({ TopicArn }) => (TopicArn.endsWith(':t7') ? { Attributes: {} } : new Promise(() => {})));
    const { stated, unread } = await lookUp(queues, { limits: { milliseconds: 500, concurrency: 10 } });
    assert.deepEqual([stated.length, unread.length], [1, 39]);
    for (const { why } of unread) assert.match(why, /: no answer within 0\.5 seconds$/);
  });

  it('that is aborted rejects with the reason', async () => {
    sns.on(GetTopicAttributesCommand).callsFake(() => new Promise(() => {}));
    const abort = new AbortController();
    const looking = lookUp(queues, { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('the deployment ends')), 10);
    await assert.rejects(looking, /the deployment ends/);
    await assert.rejects(lookUp(queues, { signal: abort.signal }), /the deployment ends/);
  });

  it('without a question asks nobody, not even who asks', async () => {
    assert.deepEqual(await lookUp([], { account: undefined }), { stated: [], unread: [] });
    assert.deepEqual(sent(), []);
  });
});
