import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { after, afterEach, before, describe, it } from 'node:test';
import { awsLookUp } from '../../src/aws/facts.ts';
import type { FactQuestion } from '../../src/facts/facts.ts';

/** Facts are looked up over a real network, with the settings that the AWS SDK finds in the environment. */

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const QUESTION: FactQuestion = { resource: QUEUE, name: 'key', answer: undefined, partial: [], contradicted: [] };
const NEVER = new AbortController().signal;

const SET = {
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: 'eu-west-1',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nonexistent',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
} as const;
const NAMES = [...Object.keys(SET), 'AWS_ENDPOINT_URL', 'AWS_PROFILE', 'AWS_DEFAULT_REGION', 'AWS_SESSION_TOKEN'];
const saved = new Map(NAMES.map((name) => [name, process.env[name]]));

/** Target of the JSON protocols → answer; undefined stays silent. */
type Answers = (target: string) => object | undefined;
let answers: Answers = () => undefined;
let server: Server | undefined;

function serve(request: IncomingMessage, response: ServerResponse): void {
  const target = String(request.headers['x-amz-target'] ?? 'query').replace(/.*\./, '');
  const answer = answers(target);
  if (answer === undefined) return;
  const isError = '__type' in answer;
  response.writeHead(isError ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify(answer));
}

before(async () => {
  for (const name of NAMES) delete process.env[name];
  Object.assign(process.env, SET);
  server = createServer(serve);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  process.env['AWS_ENDPOINT_URL'] = `http://127.0.0.1:${address.port}`;
});
afterEach(() => {
  Object.assign(process.env, SET);
});
after(() => {
  server?.closeAllConnections();
  server?.close();
  for (const [name, value] of saved) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

const look = (milliseconds = 20_000) =>
  awsLookUp({ account: '111122223333', signal: NEVER, limits: { milliseconds } })([QUESTION]);

describe('facts are looked up', () => {
  it('at the endpoint that AWS_ENDPOINT_URL names, in the Region that AWS_REGION names', async () => {
    answers = (target) =>
      ({
        GetQueueUrl: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders' },
        GetQueueAttributes: { Attributes: { KmsMasterKeyId: 'alias/orders' } },
        DescribeKey: { KeyMetadata: { KeyId: '1', Arn: KEY, KeyManager: 'CUSTOMER' } },
      })[target];
    const { stated, unread } = await look();
    assert.deepEqual(unread, []);
    assert.deepEqual(stated[0]?.facts, { key: KEY });
  });

  it('with three tries where the service asks for less', async () => {
    let tries = 0;
    answers = () => ({ __type: 'com.amazonaws.sqs#RequestThrottled', message: 'slow down', tries: ++tries });
    const { unread } = await look();
    assert.equal(tries, 3);
    assert.match(unread[0]?.why ?? '', /^sqs:GetQueueUrl on arn:aws:sqs:\S+:orders: throttled/);
  });
});

describe('a fact is unread', () => {
  it('where the service denies it', async () => {
    answers = () => ({ __type: 'com.amazonaws.sqs#AccessDeniedException', message: 'User: x is not authorized' });
    const { unread } = await look();
    assert.equal(unread[0]?.why, `sqs:GetQueueUrl on ${QUEUE}: access denied (User: x is not authorized)`);
  });

  it('where the queue does not exist', async () => {
    answers = () => ({ __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'The specified queue does not exist.' });
    const { unread } = await look();
    assert.equal(
      unread[0]?.why,
      `sqs:GetQueueUrl on ${QUEUE}: it does not exist (The specified queue does not exist.)`,
    );
  });

  it('where nothing answers in time', async () => {
    answers = () => undefined;
    const { unread } = await look(300);
    assert.equal(unread[0]?.why, `sqs:GetQueueUrl on ${QUEUE}: no answer within 0.3 seconds`);
  });

  it('where nothing listens', async () => {
    const endpoint = process.env['AWS_ENDPOINT_URL'];
    process.env['AWS_ENDPOINT_URL'] = 'http://127.0.0.1:1';
    try {
      const { unread } = await look();
      assert.match(unread[0]?.why ?? '', /: the service could not be reached \(.*ECONNREFUSED/);
    } finally {
      process.env['AWS_ENDPOINT_URL'] = endpoint;
    }
  });

  it('where there are no credentials', async () => {
    delete process.env['AWS_ACCESS_KEY_ID'];
    const { unread } = await look();
    assert.match(unread[0]?.why ?? '', /^sqs:GetQueueUrl on \S+: no AWS credentials; log in, or set AWS_PROFILE/);
  });

  it('where there is no Region', async () => {
    delete process.env['AWS_REGION'];
    const { unread } = await look();
    assert.equal(unread[0]?.why, 'no Region is configured; give it with --region, or set AWS_REGION');
  });
});
