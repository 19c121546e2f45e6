import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { LOOK_UP_REQUESTS } from '../../src/aws/facts/requests.ts';
import { awsLookUp } from '../../src/aws/facts.ts';
import type { FactName, ResourceFacts } from '../../src/facts/fact.ts';
import { ACCOUNT, REGION } from '../support/intrinsics.ts';
import { EmbeddedAws } from './aws.ts';
import { ADMINISTRATOR } from './permissions.ts';

/** The embedded AWS describes resources so that all facts can be looked up in it. */

const aws = new EmbeddedAws();
const HERE = `${REGION}:${ACCOUNT}`;
const KEY = `arn:aws:kms:${HERE}:key/1`;
const ROLES = [`arn:aws:iam::${ACCOUNT}:role/a`, `arn:aws:iam::${ACCOUNT}:role/b`];

before(async () => {
  await aws.start();
  process.env['AWS_ENDPOINT_URL'] = aws.endpoint;
  process.env['AWS_ACCESS_KEY_ID'] = ADMINISTRATOR;
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
});
after(() => aws.stop());
afterEach(() => aws.resources.clear());

const look = (resource: string, name: FactName) =>
  awsLookUp({ region: REGION, account: ACCOUNT, signal: AbortSignal.timeout(30_000) })([
    { resource, name, answer: undefined, partial: [], contradicted: [] },
  ]);

const RESOURCES: readonly (readonly [resource: string, name: FactName, facts: ResourceFacts])[] = [
  [`arn:aws:sqs:${HERE}:orders`, 'key', { key: KEY }],
  [`arn:aws:sns:${HERE}:orders`, 'key', { key: KEY }],
  [`arn:aws:sns:${HERE}:orders`, 'key', { key: 'none' }],
  ['arn:aws:s3:::orders', 'key', { key: KEY }],
  ['arn:aws:s3:::orders', 'key', { key: 'none' }],
  [`arn:aws:dynamodb:${HERE}:table/orders`, 'key', { key: KEY }],
  [`arn:aws:kinesis:${HERE}:stream/orders`, 'key', { key: KEY }],
  [`arn:aws:firehose:${HERE}:deliverystream/orders`, 'key', { key: KEY }],
  [`arn:aws:secretsmanager:${HERE}:secret:orders`, 'key', { key: KEY }],
  [`arn:aws:ssm:${HERE}:parameter/prod/orders`, 'key', { key: KEY }],
  [`arn:aws:logs:${HERE}:log-group:/orders`, 'key', { key: KEY }],
  [`arn:aws:events:${HERE}:event-bus/orders`, 'key', { key: KEY }],
  [`arn:aws:events:${HERE}:connection/orders`, 'secret', { key: 'none', secret: 's' }],
  [`arn:aws:states:${HERE}:activity:orders`, 'key', { key: KEY }],
  [`arn:aws:ecs:${HERE}:task-definition/orders`, 'roles', { roles: ROLES }],
  [`arn:aws:iam::${ACCOUNT}:instance-profile/orders`, 'roles', { roles: ROLES }],
  [`arn:aws:athena:${HERE}:workgroup/orders`, 'output', { enforced: true, key: KEY, output: 's3://b/p/' }],
  [`arn:aws:kms:${HERE}:alias/orders`, 'key', { key: KEY }],
  [`arn:aws:bedrock:${HERE}:application-inference-profile/abc`, 'models', { models: ['m1', 'm2'] }],
];

describe('the embedded AWS', () => {
  for (const [resource, name, facts] of RESOURCES) {
    it(`describes ${resource}: ${JSON.stringify(facts)}`, async () => {
      aws.resources.set(resource, facts);
      const { stated, unread } = await look(resource, name);
      assert.deepEqual([stated[0]?.facts, unread], [facts, []]);
    });

    it(`does not know ${resource} where nobody made it (${name})`, async () => {
      const { stated, unread } = await look(resource, name);
      assert.deepEqual(stated, []);
      assert.match(unread[0]?.why ?? '', / on arn:\S+: it does not exist/);
    });
  }

  it('knows AWS managed keys', async () => {
    aws.resources.set(`arn:aws:sqs:${HERE}:orders`, { key: KEY });
    aws.resources.set(KEY, { key: 'none' });
    assert.deepEqual((await look(`arn:aws:sqs:${HERE}:orders`, 'key')).stated[0]?.facts, { key: 'none' });
  });

  it('was asked for nothing else than what a look-up may ask for', () => {
    for (const { service, action } of aws.calls) assert.ok(`${service}:${action}` in LOOK_UP_REQUESTS, action);
  });
});
