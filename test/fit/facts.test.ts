import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type Fit, fit } from '../../src/analysis/fit.ts';
import type { FactName, ResourceFacts, StatedFacts } from '../../src/facts/fact.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { machine, OPTIONS, task } from '../support/cases.ts';

/** What facts do to a policy: they add the keys of what is encrypted, and take away nothing but what they answer. */

const HERE = 'eu-west-1:111122223333';
const ACCOUNT = '111122223333';
const KEY = `arn:aws:kms:${HERE}:key/one`;
const ALIAS = `arn:aws:kms:${HERE}:alias/orders`;
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const SECRET = `arn:aws:secretsmanager:${HERE}:secret:events!connection/crm/0a1b-XyZ123`;
const PROFILE = `arn:aws:bedrock:${HERE}:inference-profile/eu.anthropic.claude-3-haiku-20240307-v1:0`;

const STATES = Object.fromEntries(
  (
    [
      ['sqs:sendMessage', { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders', MessageBody: 'm' }],
      ['sns:publish', { 'TopicArn.$': '$.topic', Message: 'm' }],
      ['aws-sdk:s3:putObject', { 'Bucket.$': '$.bucket', Key: 'k', Body: 'b' }],
      ['dynamodb:getItem', { TableName: 'orders', Key: {} }],
      ['aws-sdk:secretsmanager:getSecretValue', { SecretId: 'prod' }],
      ['ecs:runTask', { TaskDefinition: 'nightly', Cluster: 'c' }],
      ['elasticmapreduce:createCluster', { Name: 'c', ServiceRole: 'emr', JobFlowRole: 'nodes' }],
      ['glue:startJobRun', { JobName: 'j' }],
      [
        'athena:startQueryExecution',
        { QueryString: 'SELECT 1', WorkGroup: 'w', ResultConfiguration: { OutputLocation: 's3://own/' } },
      ],
      [
        'http:invoke',
        {
          ApiEndpoint: 'https://example.com/',
          Method: 'GET',
          Authentication: { ConnectionArn: `arn:aws:events:${HERE}:connection/crm/0a1b` },
        },
      ],
      ['bedrock:invokeModel', { ModelId: PROFILE }],
      ['states:startExecution.sync:2', { StateMachineArn: `arn:aws:states:${HERE}:stateMachine:child` }],
    ] as const
  ).map(([api, args], index) => [`S${index}`, task(`arn:aws:states:::${api}`, args)]),
);

/** Facts, and the grants that they may take away since they say better. */
const FACTS: readonly (readonly [resource: string, facts: ResourceFacts, answers?: RegExp])[] = [
  [`arn:aws:sqs:${HERE}:orders`, { key: KEY }],
  ['arn:aws:sqs:*:*:ord*', { key: 'none' }],
  [`arn:aws:sns:${HERE}:jobs`, { key: ALIAS }],
  ['arn:aws:s3:::data', { key: KEY }],
  ['arn:aws:s3:::own', { key: KEY }],
  ['arn:aws:s3:::team', { key: KEY }],
  [`arn:aws:dynamodb:${HERE}:table/orders`, { key: KEY }],
  [`arn:aws:secretsmanager:${HERE}:secret:prod-a1B2c3`, { key: KEY }],
  [`arn:aws:states:${HERE}:stateMachine:child`, { key: KEY }],
  [`arn:aws:athena:${HERE}:workgroup/w`, { key: KEY }],
  [ALIAS, { key: KEY }, /^kms:\w+ on \S+:key\/\*/],
  [
    `arn:aws:ecs:${HERE}:task-definition/nightly`,
    { roles: [role('task')] },
    /^iam:PassRole on \S+:role\/(\*|h) .*ecs-tasks/,
  ],
  [`arn:aws:iam::${ACCOUNT}:instance-profile/nodes`, { roles: [] }, /^iam:PassRole on \S+:role\/(\*|h) .*ec2/],
  [role('*'), { roles: [role('h')] }, /^iam:PassRole on \S+:role\/\* /],
  [role('emr'), { path: '/service/' }, /^iam:PassRole on \S+:role\/(\*\/)?emr /],
  [`arn:aws:athena:${HERE}:workgroup/w`, { output: 's3://team/out/' }, /^(s3|kms):\w+ on (arn:aws:s3:::\*|\S+key)/],
  [`arn:aws:athena:${HERE}:workgroup/w`, { enforced: false }, /^(s3|kms):\w+ on (arn:aws:s3:::(\*|team\S*)|\S+key)/],
  [
    `arn:aws:events:${HERE}:connection/crm`,
    { secret: SECRET },
    /^secretsmanager:\w+ on \S+:secret:events!connection\/crm\/\*/,
  ],
  [
    PROFILE,
    { models: ['arn:aws:bedrock:eu-west-1::foundation-model/m'] },
    /^bedrock:InvokeModel on \S+:\*::foundation-model/,
  ],
];

const stated = ([resource, facts]: (typeof FACTS)[number]): StatedFacts => ({
  resource,
  facts,
  source: 'file',
  place: 'facts.yaml',
});

async function fitted(facts: readonly (typeof FACTS)[number][]): Promise<Fit> {
  return fit(machine(STATES), { ...OPTIONS, facts: facts.map(stated) });
}

async function policyWith(facts: readonly (typeof FACTS)[number][]): Promise<Policy> {
  return (await fitted(facts)).policy;
}

/** Before statements are merged, which may leave out a narrower one. */
async function grantedWith(facts: readonly (typeof FACTS)[number][]): Promise<ReadonlySet<string>> {
  const { calls } = await fitted(facts);
  const grants = calls.flatMap((call) => call.grants);
  return new Set(
    grants.flatMap(({ actions, resources, conditions = {} }) =>
      actions.flatMap((action) => resources.map(({ arn }) => `${action} on ${arn} if ${JSON.stringify(conditions)}`)),
    ),
  );
}

describe('facts', () => {
  const some = fc.uniqueArray(fc.nat(FACTS.length - 1), { maxLength: FACTS.length });
  const at = (indexes: readonly number[]) => indexes.map((index) => FACTS[index]).filter((fact) => fact !== undefined);
  let none: Policy;
  before(async () => {
    none = await policyWith([]);
  });

  it('give the same policy in any order', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (indexes) => {
        const policy = await policyWith(at(indexes));
        assert.deepEqual(await policyWith(at(indexes.toReversed())), policy);
        assert.deepEqual(await policyWith(at(indexes.toSorted((a, b) => a - b))), policy);
      }),
      { numRuns: 60 },
    );
  });

  it('take away only what they answer', async () => {
    await fc.assert(
      fc.asyncProperty(some, fc.nat(FACTS.length - 1), async (indexes, more) => {
        const fact = FACTS[more];
        if (fact === undefined) return;
        const others = indexes.filter((index) => index !== more);
        const without = await grantedWith(at(others));
        const having = await grantedWith([...at(others), fact]);
        // A queue's own fact comes before one of a pattern.
        const [resource, , answers = resource.endsWith(':orders') ? /^kms/ : /^$/] = fact;
        const lost = [...without].filter((grant) => !having.has(grant) && !answers.test(grant));
        assert.deepEqual(lost, [], resource);
      }),
      { numRuns: 150 },
    );
  });

  it('add keys alone, where they are about keys', async () => {
    const without = await grantedWith([]);
    for (const fact of FACTS.filter(([, facts]) => facts.key !== undefined)) {
      const added = [...(await grantedWith([fact]))].filter((grant) => !without.has(grant));
      assert.deepEqual(
        added.filter((grant) => !grant.startsWith('kms:')),
        [],
        fact[0],
      );
    }
  });

  it('that name other resources change nothing', async () => {
    const elsewhere = (text: string) => text.replaceAll('eu-west-1', 'us-east-1').replaceAll(ACCOUNT, '444455556666');
    const others = FACTS.map(([resource, facts]) => [elsewhere(resource), facts] as const).filter(
      ([resource]) => !/:(s3|sqs:\*|sns):/.test(resource),
    );
    assert.deepEqual(await policyWith(others), none);
    const names: readonly FactName[] = ['key', 'roles', 'path', 'secret', 'output', 'enforced', 'models'];
    assert.ok(names.every((name) => FACTS.some(([, facts]) => facts[name] !== undefined)));
  });
});
