import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import { extraActionsSchemaText } from '../../scripts/extraActionsSchema.ts';
import { type FitOptions, fit } from '../../src/analysis/fit.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { parseAny } from '../../src/asl/parse.ts';
import { guardOf } from '../../src/policy/guarded.ts';
import { SERVICES } from '../../src/sdk/data/services.ts';
import { parseExtraActions } from '../../src/sdk/extraActionsFile.ts';
import { extraActionsSchema } from '../../src/sdk/extraSchema.ts';

/** Operations that no table has, and what people say that they need: docs/extra-actions.md. */

const HERE = { region: 'eu-west-1', account: '111122223333' };

function calling(resource: string, args: JsonObject): JsonObject {
  return {
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters: args, End: true } },
  };
}

async function fitted(resource: string, args: JsonObject, extra: string, options: FitOptions = {}) {
  const extraActions = parseExtraActions(extra);
  const { policy, findings, calls } = await fit(calling(resource, args), { ...HERE, ...options, extraActions });
  const allowed = policy.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action, Resource }) =>
    Action.flatMap((action) => Resource.map((arn) => `${action} ${arn}`)),
  );
  return { allowed: allowed.toSorted(), findings, calls, policy };
}

const THING = `
aws-sdk:newservice:doIt:
  - actions: [newservice:DoIt]
    resources: ["arn:\${Partition}:newservice:\${Region}:\${Account}:thing/{ThingName}"]
`;
const on = (resource: string) => `newservice:DoIt arn:aws:newservice:eu-west-1:111122223333:${resource}`;

describe('extra actions', () => {
  it('grant what they say of an operation that no table has, on what its arguments name', async () => {
    const { allowed, findings } = await fitted('aws-sdk:newservice:doIt', { ThingName: 'one' }, THING);
    assert.deepEqual(allowed, [on('thing/one')]);
    assert.deepEqual(
      findings.map(({ severity, code }) => `${severity} ${code}`),
      ['warning unconfirmed-action'],
    );
    assert.match(findings[0]?.message ?? '', /reference of 2026-\d\d-\d\d does not have newservice:DoIt/);
  });

  it('take what is known in part as a pattern, and what only a run tells as a wildcard of the type', async () => {
    const partial = await fitted('aws-sdk:newservice:doIt', { 'ThingName.$': "States.Format('a-{}', $.x)" }, THING);
    assert.deepEqual(partial.allowed, [on('thing/a-*')]);
    const unknown = await fitted('aws-sdk:newservice:doIt', { 'ThingName.$': '$.name' }, THING);
    assert.deepEqual(unknown.allowed, [on('thing/*')]);
  });

  it('keep characters of a known name from being wildcards', async () => {
    const { allowed } = await fitted('aws-sdk:newservice:doIt', { ThingName: 'a*' }, THING);
    assert.deepEqual(allowed, [on('thing/a${*}')]);
  });

  it('name each element of a list, a whole ARN, and anything where an argument may be left out', async () => {
    const extra = (resource: string) =>
      JSON.stringify({ 'aws-sdk:newservice:doIt': [{ actions: 'newservice:DoIt', resources: resource }] });
    const arn = (rest: string) => `arn:\${Partition}:newservice:\${Region}:\${Account}:${rest}`;
    const cases: readonly (readonly [string, JsonObject, readonly string[]])[] = [
      [arn('thing/{Names[]}'), { Names: ['a', 'b'] }, [on('thing/a'), on('thing/b')]],
      [arn('thing/{@Thing}'), { Thing: 'a' }, [on('thing/a')]],
      [arn('thing/{@Thing}'), { Thing: 'arn:aws:newservice:eu-west-1:111122223333:thing/b' }, [on('thing/b')]],
      [arn('thing/{Target.Name}'), { Target: { Name: 'a' } }, [on('thing/a')]],
      [arn('thing/{Name?}'), {}, [on('thing/*')]],
      [arn('thing/*'), {}, [on('thing/*')]],
      ['arn:${AWS::Partition}:newservice:${AWS::Region}:${AWS::AccountId}:x/{N}', { N: 'a' }, [on('x/a')]],
      ['*', {}, ['newservice:DoIt *']],
    ];
    for (const [resource, args, wanted] of cases) {
      const { allowed } = await fitted('aws-sdk:newservice:doIt', args, extra(resource));
      assert.deepEqual(allowed, wanted, resource);
    }
  });

  it('add to what a table says, and take nothing away', async () => {
    const args = { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/q', MessageBody: 'x' };
    const without = await fitted('aws-sdk:sqs:sendMessage', args, '{}');
    const extra = '{"aws-sdk:sqs:sendMessage": [{"actions": ["sqs:getqueueurl"], "resources": ["*"]}]}';
    const more = await fitted('aws-sdk:sqs:sendMessage', args, extra);
    assert.deepEqual(more.allowed, [...without.allowed, 'sqs:GetQueueUrl *'].toSorted());
    assert.ok(!more.findings.some(({ code }) => code === 'unconfirmed-action'));
  });

  it('are granted where an operation needs nothing by itself, and only where the definition calls it', async () => {
    const extra = '{"aws-sdk:sts:getCallerIdentity": [{"actions": ["sts:TagSession"], "resources": ["*"]}]}';
    assert.deepEqual((await fitted('aws-sdk:sts:getCallerIdentity', {}, extra)).allowed, ['sts:TagSession *']);
    const other = await fitted('aws-sdk:sts:getCallerIdentity', {}, THING);
    assert.deepEqual(other.allowed, []);
  });

  it('work for optimized integrations that are newer than the tables', async () => {
    const extra = '{"acme:startJob": [{"actions": ["acme:StartJob"], "resources": ["*"]}]}';
    const { allowed, findings } = await fitted('acme:startJob.sync', {}, extra);
    assert.deepEqual(allowed, ['acme:StartJob *']);
    assert.ok(!findings.some(({ severity }) => severity === 'error'));
  });

  it('have the guards of everything else', async () => {
    const extra = '{"aws-sdk:newservice:doIt": [{"actions": ["iam:AttachRolePolicy"], "resources": ["*"]}]}';
    const { calls } = await fitted('aws-sdk:newservice:doIt', {}, extra);
    const [grant] = calls.flatMap(({ grants }) => grants);
    assert.equal(guardOf(grant?.actions[0] ?? '', '*')?.at, 'always');
  });

  it('pass roles only to the service that they name', async () => {
    const row = (conditions: string) => `
aws-sdk:newservice:doIt:
  - actions: iam:PassRole
    resources: arn:\${Partition}:iam::\${Account}:role/{@RoleArn}
    ${conditions}
`;
    assert.throws(() => parseExtraActions(row('')), /entry 1: iam:PassRole needs conditions/);
    const { calls, allowed } = await fitted(
      'aws-sdk:newservice:doIt',
      { RoleArn: 'arn:aws:iam::111122223333:role/a/worker' },
      row('conditions: {StringEquals: {iam:PassedToService: newservice.amazonaws.com}}'),
    );
    assert.deepEqual(allowed, ['iam:PassRole arn:aws:iam::111122223333:role/a/worker']);
    const [grant] = calls.flatMap(({ grants }) => grants);
    assert.deepEqual(grant?.conditions, { StringEquals: { 'iam:PassedToService': ['newservice.amazonaws.com'] } });
    assert.equal(grant?.purpose, 'passRole');
  });

  it('of an operation that Step Functions is known not to offer are granted, with that said', async () => {
    const extra = '{"aws-sdk:lambda:invokeAsync": [{"actions": ["lambda:InvokeAsync"], "resources": ["*"]}]}';
    const { allowed, findings } = await fitted('aws-sdk:lambda:invokeAsync', {}, extra);
    assert.deepEqual(allowed, ['lambda:InvokeAsync *']);
    assert.match(findings.map(({ message }) => message).join(), /has extra actions, and is not supported/);
  });

  const WRONG: readonly (readonly [string, RegExp])[] = [
    ['[]', /are an object of operations/],
    ['{"aws-sdk:acme:do.sync": []}', /aws-sdk:acme:do\.sync: is no operation/],
    ['{"arn:aws:states:::aws-sdk:acme:do": []}', /is no operation; write what follows/],
    ['{"aws-sdk:acme:do": []}', /must be a list/],
    ['{"aws-sdk:acme:do": [{"actions": ["acme:Do"]}]}', /entry 1: resources must be a list/],
    ['{"aws-sdk:acme:do": [{"actions": [], "resources": "*"}]}', /entry 1: actions must be a list/],
    ['{"aws-sdk:acme:do": [{"actions": ["acme:*"], "resources": "*"}]}', /"acme:\*" is no IAM action/],
    ['{"aws-sdk:acme:do": [{"actions": ["*"], "resources": "*"}]}', /"\*" is no IAM action/],
    ['{"aws-sdk:acme:do": [{"actions": ["acme:Do"], "resources": ["*", "arn:aws:s3:::b"]}]}', /\* beside/],
    ['{"aws-sdk:acme:do": [{"actions": ["acme:Do"], "resources": ["things"]}]}', /"things" is no resource/],
    ['{"aws-sdk:acme:do": [{"actions": ["acme:Do"], "resources": ["arn:*"]}]}', /is no resource/],
    ['{"aws-sdk:acme:do": [{"actions": ["acme:Do"], "resources": ["arn:aws:{S}:::x"]}]}', /is no resource/],
    [
      '{"aws-sdk:acme:do": [{"actions": ["acme:Do"], "resources": ["arn:aws:s3:::${aws:username}"]}]}',
      /is no resource/,
    ],
    ['{"aws-sdk:acme:do": [{"actions": ["acme:Do"], "resource": "*"}]}', /has no field resource/],
    [
      '{"aws-sdk:acme:do": [{"actions": ["acme:Do"], "resources": "*", "conditions": {"X": {}}}]}',
      /X is no condition op/,
    ],
    ['{"aws-sdk:acme:do": [{"actions": ["iam:PassRole", "acme:Do"], "resources": "*"}]}', /entry of its own/],
    ['{"__proto__": [{"actions": ["acme:Do"], "resources": "*"}]}', /__proto__/],
  ];
  for (const [text, message] of WRONG) {
    it(`are refused in one line: ${text.slice(0, 90)}`, () => {
      assert.throws(
        () => parseExtraActions(text),
        (error: Error) => message.test(error.message) && !error.message.includes('\n'),
      );
    });
  }

  it('have a JSON Schema that is as it is checked in, and takes what is read', () => {
    assert.equal(readFileSync('schemas/extra-actions.schema.json', 'utf8'), extraActionsSchemaText());
    const isValid = new Ajv().compile(extraActionsSchema());
    assert.ok(isValid(parseAny(THING, 'yaml')));
    for (const [text] of WRONG.slice(0, 8)) assert.ok(!isValid(JSON.parse(text)), text);
  });
});

describe('an operation that no table has', () => {
  const messageOf = async (resource: string, options: FitOptions = {}) => {
    const { findings } = await fit(calling(resource, {}), { ...HERE, ...options });
    return findings.map(({ severity, code, message }) => `${severity} ${code} ${message}`).join('\n');
  };

  it('is an error that prints the lines to add, which are taken as they are', async () => {
    const message = await messageOf('aws-sdk:newservice:doIt');
    const [lines = ''] = /\{.*\}$/.exec(message) ?? [];
    assert.match(message, /^error unknown-integration .*--extra-actions.*ExtraActions/);
    const { allowed } = await fitted('aws-sdk:newservice:doIt', {}, lines);
    assert.deepEqual(allowed, ['newservice:DoIt *']);
  });

  it('has the prefix of its service in those lines', async () => {
    assert.equal(SERVICES['cloudwatchlogs']?.prefix, 'logs');
    assert.match(await messageOf('aws-sdk:cloudwatchlogs:newThing'), /"actions":\["logs:NewThing"\]/);
  });

  it('is offered the action of exactly its name where IAM has one, and --guess takes that', async () => {
    // A permission of AWS App2Container, which is no service of the SDKs.
    const name = 'aws-sdk:a2c:startDeploymentJob';
    assert.match(await messageOf(name), /^error .*IAM has a2c:StartDeploymentJob, .*--guess/);
    const guessed = await fit(calling(name, {}), { ...HERE, guess: true });
    assert.deepEqual(guessed.policy.Statement, [
      { Effect: 'Allow', Action: ['a2c:StartDeploymentJob'], Resource: ['*'] },
    ]);
    assert.deepEqual(
      guessed.findings.map(({ severity, code }) => `${severity} ${code}`),
      ['warning guessed-action', 'info wildcard-resource'],
    );
  });

  it('is never guessed from another name or another spelling', async () => {
    for (const name of [
      'aws-sdk:a2c:startDeploymentJobs',
      'aws-sdk:a2c:startdeploymentjob',
      'aws-sdk:sqs:sendmessage',
    ]) {
      assert.match(await messageOf(name, { guess: true }), /^error unknown-integration/, name);
    }
  });

  it('is granted by what the extra actions say, before any guess', async () => {
    const extra =
      '{"aws-sdk:a2c:startDeploymentJob": [{"actions": ["a2c:GetDeploymentJobDetails"], "resources": "*"}]}';
    const { allowed } = await fitted('aws-sdk:a2c:startDeploymentJob', {}, extra, { guess: true });
    assert.deepEqual(allowed, ['a2c:GetDeploymentJobDetails *']);
  });
});
