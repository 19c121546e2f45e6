import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { approvalDigest } from '../../src/role/rolefitPolicy.ts';
import { EmbeddedAws } from '../double/aws.ts';
import { allowedBy, answersTo, contextOf, eventOf, loadHook, many, type Request, reading, send } from './hook.ts';

const aws = new EmbeddedAws();
let handler: Awaited<ReturnType<typeof loadHook>>;
let role = '';
let count = 0;

before(async () => {
  await aws.start();
  handler = await loadHook(aws.endpoint);
});
after(() => aws.stop());
beforeEach(() => {
  role = `role-${count++}`;
  aws.iam.createRole(role);
  aws.iam.lag = 0;
  aws.fault = () => undefined;
});

function ask(request: Request, context = contextOf()) {
  return send(aws, handler, request, context);
}

const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table';

function properties(DefinitionString: string, more: Readonly<Record<string, unknown>> = {}) {
  return { RoleName: role, DefinitionString, SettleSeconds: '0', ...more };
}

function create(more: Readonly<Record<string, unknown>> = {}, definition = reading('a')) {
  return ask({ type: 'Create', properties: properties(definition, more) });
}

function allowed(name = role): readonly string[] {
  return [...allowedBy(aws.iam.stateOf(name), name)].toSorted();
}

function writes(): number {
  return aws.calls.filter(
    ({ service, action, role: about }) => service === 'iam' && about === role && !/^(Get|List)/.test(action),
  ).length;
}

describe("a stack's life", () => {
  it('Create writes the policy, tags the role, and answers with small data', async () => {
    const answer = await create();
    assert.equal(answer.Status, 'SUCCESS');
    assert.equal(answer.PhysicalResourceId, `${role}/rolefit`);
    assert.deepEqual(allowed(), [`dynamodb:GetItem ${TABLE}/a`]);
    const tags = aws.iam.stateOf(role).roles.get(role)?.tags;
    assert.match(tags?.get('rolefit:policy:rolefit') ?? '', /^[0-9a-f]{16} remediate$/);
    assert.match(String(answer.Data?.['PolicyHash']), /^[0-9a-f]{64}$/);
    assert.equal(answer.Data?.['ManagedPolicies'], 0);
    assert.ok(JSON.stringify(answer).length < 4096);
  });

  it('Update changes it, and an update without a change writes nothing', async () => {
    const { PhysicalResourceId: physicalId } = await create();
    const oldProperties = properties(reading('a'));
    const changed = await ask({ type: 'Update', physicalId, oldProperties, properties: properties(reading('b')) });
    assert.deepEqual([changed.Status, changed.PhysicalResourceId], ['SUCCESS', physicalId]);
    assert.deepEqual(allowed(), [`dynamodb:GetItem ${TABLE}/b`]);
    const before = writes();
    const same = await ask({ type: 'Update', physicalId, oldProperties, properties: properties(reading('b')) });
    assert.equal(same.Data?.['Writes'], 0);
    assert.equal(writes(), before);
  });

  it('the same event twice is harmless', async () => {
    const event = eventOf(aws, { type: 'Create', properties: properties(reading('a')) });
    await handler(event, contextOf());
    const before = writes();
    aws.cloudFormation.begin(event);
    await handler(event, contextOf());
    assert.equal(writes(), before);
    assert.deepEqual(
      answersTo(aws, event).map(({ Status }) => Status),
      ['SUCCESS', 'SUCCESS'],
    );
  });

  it('Delete leaves nothing behind, and succeeds again for what is gone', async () => {
    const { PhysicalResourceId: physicalId } = await create({}, reading(...many('t')));
    for (let time = 0; time < 2; time++) {
      const answer = await ask({ type: 'Delete', physicalId, properties: properties(reading('a')) });
      assert.deepEqual([answer.Status, answer.PhysicalResourceId], ['SUCCESS', physicalId]);
    }
    const { tags, inline, attached } = aws.iam.stateOf(role).roles.get(role) ?? assert.fail();
    assert.deepEqual([[...tags.keys()], inline.size, attached.size], [['rolefit:managed'], 0, 0]);
    assert.deepEqual(
      [...aws.iam.stateOf(role).policies.values()].filter(({ path }) => path.includes(`/${role}/`)),
      [],
    );
  });

  it('Delete succeeds for a role that was deleted by hand, and removes the managed policies that it left', async () => {
    const { PhysicalResourceId: physicalId } = await create({}, reading(...many('t')));
    aws.iam.deleteRole(role);
    const answer = await ask({ type: 'Delete', physicalId, properties: properties(reading('a')) });
    assert.equal(answer.Status, 'SUCCESS');
    assert.deepEqual(
      [...aws.iam.stateOf(role).policies.values()].filter(({ path }) => path.includes(`/${role}/`)),
      [],
    );
  });

  it('Delete succeeds for what was never made, and touches nothing', async () => {
    aws.iam.putInline(role, 'rolefit', '{"Statement":[]}');
    for (const physicalId of ['rolefit-not-created', '2026/11/24/[$LATEST]abc', `${role}/rolefit`]) {
      assert.equal((await ask({ type: 'Delete', physicalId, properties: {} })).Status, 'SUCCESS');
    }
    assert.ok(aws.iam.stateOf(role).roles.get(role)?.inline.has('rolefit'));
  });

  it('a changed RoleName is a replacement, whose old role is cleaned by the Delete that follows', async () => {
    const { PhysicalResourceId: old } = await create();
    const other = `${role}-new`;
    aws.iam.createRole(other);
    const replaced = properties(reading('a'), { RoleName: other });
    const answer = await ask({
      type: 'Update',
      physicalId: old,
      oldProperties: properties(reading('a')),
      properties: replaced,
    });
    assert.equal(answer.PhysicalResourceId, `${other}/rolefit`);
    assert.deepEqual([allowed().length, allowed(other).length], [1, 1]);
    await ask({ type: 'Delete', physicalId: old, properties: properties(reading('a')) });
    assert.deepEqual([allowed().length, allowed(other).length], [0, 1]);
  });

  it('a rollback restores the earlier policy, also one that moved to managed policies', async () => {
    const { PhysicalResourceId: physicalId } = await create();
    const big = properties(reading(...many('t')));
    await ask({ type: 'Update', physicalId, oldProperties: properties(reading('a')), properties: big });
    assert.equal(allowed().length, 250);
    const back = await ask({
      type: 'Update',
      isRollback: true,
      physicalId,
      oldProperties: big,
      properties: properties(reading('a')),
    });
    assert.equal(back.Data?.['ManagedPolicies'], 0);
    assert.deepEqual(allowed(), [`dynamodb:GetItem ${TABLE}/a`]);
  });

  it('a Delete takes away what a creation had begun that was cancelled or failed, whatever its physical ID is', async () => {
    // https://github.com/aws/aws-cdk/issues/26139: CloudFormation makes one up where it has no answer
    for (const physicalId of ['orders-RolePolicy-1A2B3C4D5E6F', 'rolefit-not-created']) {
      await create();
      const gone = await ask({ type: 'Delete', physicalId, properties: properties(reading('a')) });
      assert.deepEqual([gone.Status, gone.PhysicalResourceId], ['SUCCESS', physicalId]);
      assert.deepEqual(allowed(), []);
    }
  });

  it('the old properties of an update that is no rollback take nothing away: they are the request’s own word', async () => {
    const retained = `${role}-retained`;
    aws.iam.createRole(retained);
    const of = (RoleName: string) => properties(reading('a'), { RoleName });
    await ask({ type: 'Create', properties: of(retained) });
    const { PhysicalResourceId: physicalId } = await create();
    await ask({ type: 'Update', physicalId, oldProperties: of(retained), properties: properties(reading('b')) });
    assert.deepEqual([allowed().length, allowed(retained).length], [1, 1]);
  });

  it('the rollback of a replacement that failed half-way cleans the role that it had begun', async () => {
    const { PhysicalResourceId: physicalId } = await create();
    const other = `${role}-new`;
    aws.iam.createRole(other);
    const replaced = properties(reading('a'), { RoleName: other });
    aws.fault = ({ action }) =>
      action === 'PutRolePolicy' ? { kind: 'lostAnswer', code: 'LimitExceeded', status: 409 } : undefined;
    const failed = await ask({
      type: 'Update',
      physicalId,
      oldProperties: properties(reading('a')),
      properties: replaced,
    });
    assert.deepEqual([failed.Status, failed.PhysicalResourceId], ['FAILED', physicalId]);
    assert.equal(allowed(other).length, 1);
    aws.fault = () => undefined;
    const back = await ask({
      type: 'Update',
      isRollback: true,
      physicalId,
      oldProperties: replaced,
      properties: properties(reading('a')),
    });
    assert.equal(back.Status, 'SUCCESS');
    assert.deepEqual([allowed().length, allowed(other).length], [1, 0]);
  });
});

describe('what it owns', () => {
  it('other policies of the role stay', async () => {
    aws.iam.putInline(role, 'mine', '{"Statement":[]}');
    const { PhysicalResourceId: physicalId } = await create();
    await ask({ type: 'Delete', physicalId, properties: properties(reading('a')) });
    assert.deepEqual([...(aws.iam.stateOf(role).roles.get(role)?.inline.keys() ?? [])], ['mine']);
  });

  it('an inline policy of the same name that rolefit did not write is an error', async () => {
    aws.iam.putInline(role, 'rolefit', '{"Statement":[]}');
    const answer = await create();
    assert.equal(answer.Status, 'FAILED');
    assert.match(answer.Reason ?? '', /an inline policy rolefit that rolefit did not write/);
    assert.equal(aws.iam.stateOf(role).roles.get(role)?.inline.get('rolefit'), '{"Statement":[]}');
  });

  it('two resources share a role under two names, and not under one', async () => {
    await create();
    const request = { type: 'Create', logicalId: 'Other' } as const;
    const refused = await ask({ ...request, properties: properties(reading('b')) });
    assert.match(
      refused.Reason ?? '',
      /belongs to another Custom::StateMachineRolePolicy; give this one another PolicyName/,
    );
    await ask({ ...request, properties: properties(reading('b'), { PolicyName: 'second' }) });
    assert.equal(allowed().length, 2);
  });

  it("counts other inline policies against the role's quota", async () => {
    const filler = JSON.stringify({
      Statement: [{ Effect: 'Deny', Action: ['x:y'], Resource: ['arn:aws:s3:::'.padEnd(10_000, 'x')] }],
    });
    aws.iam.putInline(role, 'filler', filler);
    const answer = await create({}, reading(...many('t', 10)));
    assert.equal(answer.Data?.['ManagedPolicies'], 1);
  });

  it('moves between managed policies without a moment in which a permission is missing', async () => {
    const { PhysicalResourceId: physicalId } = await create({}, reading(...many('t')));
    const since = aws.iam.historyOf(role).length;
    await ask({
      type: 'Update',
      physicalId,
      oldProperties: {},
      properties: properties(reading('a', ...many('t').slice(10))),
    });
    const kept = many('t')
      .slice(10)
      .map((name) => `dynamodb:GetItem ${TABLE}/${name}`);
    for (const state of aws.iam.historyOf(role).slice(since)) {
      const now = allowedBy(state, role);
      assert.ok(kept.every((pair) => now.has(pair)));
    }
    assert.equal(allowed().length, 241);
  });

  it('restores a managed policy whose version someone changed', async () => {
    const { PhysicalResourceId: physicalId } = await create({}, reading(...many('t')));
    const [arn] = aws.iam.stateOf(role).roles.get(role)?.attached ?? [];
    aws.iam.answer(new URLSearchParams({ Action: 'SetDefaultPolicyVersion', PolicyArn: arn ?? '', VersionId: 'v2' }));
    await ask({ type: 'Update', physicalId, oldProperties: {}, properties: properties(reading(...many('t'))) });
    assert.equal(aws.iam.stateOf(role).policies.get(arn ?? '')?.version, 'v1');
    // "you must delete all the policy's versions" (API_DeletePolicy)
    const answer = await ask({ type: 'Delete', physicalId, properties: properties(reading(...many('t'))) });
    assert.equal(answer.Status, 'SUCCESS', answer.Reason);
    assert.equal(aws.iam.stateOf(role).policies.size, 0);
  });
});

describe('where the definition comes from', () => {
  it('an object whose booleans and numbers CloudFormation has made texts of', async () => {
    const Definition = {
      StartAt: 'A',
      States: {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::ecs:runTask',
          Parameters: { TaskDefinition: 't:1', EnableECSManagedTags: 'false' },
          End: 'true',
        },
      },
    };
    // The task definition's roles are not known, so the role that is passed is a wildcard.
    const AllowGuardedActions = ['iam:PassRole'];
    const answer = await create({
      DefinitionString: undefined,
      Definition,
      Logging: 'false',
      Tracing: 'true',
      AllowGuardedActions,
    });
    assert.equal(answer.Status, 'SUCCESS', answer.Reason);
    const actions = new Set(allowed().map((pair) => pair.split(' ')[0]));
    assert.deepEqual(
      [...actions],
      [
        'ecs:RunTask',
        'iam:PassRole',
        'xray:GetSamplingRules',
        'xray:GetSamplingTargets',
        'xray:PutTelemetryRecords',
        'xray:PutTraceSegments',
      ],
    );
  });

  it('a text with substitutions', async () => {
    await create({ DefinitionSubstitutions: { Table: 'orders' } }, reading('${Table}'));
    assert.deepEqual(allowed(), [`dynamodb:GetItem ${TABLE}/orders`]);
  });

  it('an object in S3', async () => {
    aws.objects.set('code/flow.asl.yaml', 'StartAt: A\nStates:\n  A: {Type: Pass, End: true}\n');
    const answer = await create({
      DefinitionString: undefined,
      DefinitionS3Location: { Bucket: 'code', Key: 'flow.asl.yaml' },
    });
    assert.equal(answer.Status, 'SUCCESS');
    const missing = await create({ DefinitionString: undefined, DefinitionS3Location: { Bucket: 'code', Key: 'no' } });
    // The hook may not list the bucket, so S3 does not tell it that the object is missing.
    assert.match(missing.Reason ?? '', /s3:\/\/code\/no: correct DefinitionS3Location/);
  });

  it('a state machine, with its own name and settings', async () => {
    const StateMachineArn = 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders';
    aws.states.machines.set(StateMachineArn, {
      name: 'orders',
      type: 'STANDARD',
      definition: reading('a'),
      tracingConfiguration: { enabled: true },
    });
    await create({ DefinitionString: undefined, StateMachineArn });
    assert.ok(allowed().includes('xray:PutTraceSegments *'));
  });

  it('takes the role by its ARN, too', async () => {
    const answer = await create({ RoleName: `arn:aws:iam::111122223333:role/some/path/${role}` });
    assert.equal(answer.PhysicalResourceId, `${role}/rolefit`);
  });
});

describe('what it refuses, in one line with the log stream', () => {
  for (const [name, more, reason] of [
    ['no definition', { DefinitionString: undefined }, /give one of Definition, DefinitionString/],
    ['two definitions', { Definition: {} }, /give one of Definition, DefinitionString/],
    ['no role', { RoleName: undefined }, /property RoleName is missing; name the execution role/],
    [
      'a role of another account',
      { RoleName: 'arn:aws:iam::999999999999:role/theirs' },
      /property RoleName is a role of the account 999999999999; deploy it there/,
    ],
    ['an unknown property', { RoleArn: 'x' }, /RoleArn is no property of Custom::StateMachineRolePolicy/],
    ['a wrong switch', { Tracing: 'yes' }, /property Tracing must be true or false/],
    ['a policy name that no tag can hold', { PolicyName: 'a,b' }, /property PolicyName must be a policy's name/],
    ['a wrong wait', { SettleSeconds: 'soon' }, /property SettleSeconds must be a number of seconds/],
    ['a wrong drift mode', { DriftMode: 'maybe' }, /property DriftMode must be remediate or alert/],
    ['a wrong definition', { DefinitionString: '{' }, /is not JSON/],
    [
      'a state without Type',
      { DefinitionString: '{"StartAt":"A","States":{"A":{}}}' },
      /state \/States\/A: field Type: is missing/,
    ],
    [
      'what it does not know',
      { DefinitionString: reading('a').replace('getItem', 'x') },
      /state \/States\/S0: dynamodb:x is no optimized/,
    ],
    [
      'an open placeholder',
      { DefinitionString: reading('${Table}') },
      /placeholder without a value .*give it in DefinitionSubstitutions/,
    ],
  ] as const) {
    it(name, async () => {
      const answer = await create(more);
      assert.deepEqual([answer.Status, answer.PhysicalResourceId], ['FAILED', 'rolefit-not-created']);
      assert.match(answer.Reason ?? '', reason);
      assert.match(answer.Reason ?? '', /^rolefit: [^\n]* \(log stream 2026\/11\/24\/\[\$LATEST\]abc\)$/);
      assert.deepEqual(allowed(), []);
    });
  }

  for (const [code, status, reason] of [
    ['UnmodifiableEntity', 400, /service-linked role/],
    ['LimitExceeded', 409, /an IAM quota is used up/],
    ['ConcurrentModification', 409, /something else changes it/],
    ['ValidationError', 400, /IAM refuses the request/],
  ] as const) {
    it(`AWS's ${code}`, async () => {
      aws.fault = ({ action }) => (action === 'TagRole' ? { kind: 'refuse', code, status } : undefined);
      assert.match((await create()).Reason ?? '', reason);
    });
  }

  it('a role that does not exist, after giving IAM the time to agree', async () => {
    const answer = await create({ RoleName: 'nobody' });
    assert.match(answer.Reason ?? '', /role nobody does not exist; RoleName must name the execution role/);
  });
});

describe('time', () => {
  it('waits until IAM reads back what was written', async () => {
    aws.iam.lag = 1500;
    const start = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 1600));
    const answer = await create();
    assert.equal(answer.Status, 'SUCCESS');
    assert.ok(Date.now() - start > 3000);
    assert.equal(writes(), 2);
  });

  it('answers before the function is stopped', async () => {
    aws.fault = ({ action }) => (action === 'GetRole' ? { kind: 'silence' } : undefined);
    const event = eventOf(aws, { type: 'Create', properties: properties(reading('a')) });
    await handler(event, contextOf(9_000));
    const [answer] = answersTo(aws, event);
    assert.match(answer?.Reason ?? '', /in the time that the function has/);
  });

  it('tries again where the answer is not taken', async () => {
    let refused = 0;
    aws.fault = ({ service }) =>
      service === 'answer' && refused++ < 2 ? { kind: 'refuse', code: 'SlowDown', status: 503 } : undefined;
    assert.equal((await create()).Status, 'SUCCESS');
    assert.equal(refused, 3);
  });
});

describe('what a deployment tells the re-check', () => {
  const tags = () => aws.iam.stateOf(role).roles.get(role)?.tags ?? new Map<string, string>();
  const attach = JSON.stringify({
    StartAt: 'Grab',
    States: {
      Grab: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:iam:attachRolePolicy',
        Parameters: { RoleName: 'r', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
        End: true,
      },
    },
  });

  it('stands in tags of the role: region, time, state machine, keys of buckets', async () => {
    const BucketKeys = { data: 'arn:aws:kms:eu-west-1:111122223333:key/1' };
    await create({ StateMachineName: 'orders', BucketKeys });
    assert.match(tags().get('rolefit:policy:rolefit:deployed') ?? '', /^eu-west-1 \d{10} orders$/);
    assert.equal(tags().get('rolefit:policy:rolefit:key:data'), BucketKeys.data);
  });

  it('is gone with the policy', async () => {
    const { PhysicalResourceId } = await create({ StateMachineName: 'orders' });
    await ask({ type: 'Delete', physicalId: PhysicalResourceId, properties: properties(reading('a')) });
    assert.deepEqual([...tags().keys()], ['rolefit:managed']);
  });

  it('is taken back where a later deployment does not say it any more', async () => {
    await create({ BucketKeys: { data: 'arn:aws:kms:eu-west-1:111122223333:key/1' } });
    await ask({
      type: 'Update',
      physicalId: `${role}/rolefit`,
      properties: properties(reading('b')),
      oldProperties: {},
    });
    assert.ok(![...tags().keys()].some((key) => key.includes(':key:')));
  });

  it('must name a guarded action, or the deployment fails', async () => {
    const refused = await create({}, attach);
    assert.equal(refused.Status, 'FAILED');
    assert.match(
      refused.Reason ?? '',
      /state \/States\/Grab: iam:AttachRolePolicy on .*role\/.*r is guarded, since it changes who may do what; list it in AllowGuardedActions, or remove the state/,
    );
    assert.deepEqual(allowed(), []);
    const granted = await create({ AllowGuardedActions: ['iam:AttachRolePolicy'] }, attach);
    assert.equal(granted.Status, 'SUCCESS', granted.Reason);
    assert.match(tags().get('rolefit:policy:rolefit:guarded') ?? '', /^[\w-]{16}( [\w-]{16})*$/);
  });

  const calling = (api: string, args: object) =>
    JSON.stringify({
      StartAt: 'Call',
      States: { Call: { Type: 'Task', Resource: `arn:aws:states:::${api}`, Parameters: args, End: true } },
    });

  it('needs not name a grant on a key that only services make, which the re-check restores', async () => {
    const args = { TransformJobName: 'j', TransformResources: { VolumeKmsKeyId: 'k' } };
    const answer = await create({}, calling('sagemaker:createTransformJob', args));
    assert.equal(answer.Status, 'SUCCESS', answer.Reason);
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/k';
    const digest = approvalDigest('kms:CreateGrant', key, { Bool: { 'kms:GrantIsForAWSResource': ['true'] } });
    assert.ok(tags().get('rolefit:policy:rolefit:guarded')?.split(' ').includes(digest));
    assert.ok(
      !tags()
        .get('rolefit:policy:rolefit:guarded')
        ?.includes(approvalDigest('kms:CreateGrant', key, undefined)),
    );
  });

  it('must name a grant on a key that anybody may make', async () => {
    const args = { KeyId: 'k', GranteePrincipal: 'arn:aws:iam::111122223333:role/x', Operations: ['Decrypt'] };
    const refused = await create({}, calling('aws-sdk:kms:createGrant', args));
    assert.equal(refused.Status, 'FAILED');
    assert.match(refused.Reason ?? '', /kms:CreateGrant on .* is guarded/);
  });

  it('says which reads on names that only a run tells it had: the re-check grants no others', async () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:secretsmanager:getSecretValue',
      Parameters: { 'SecretId.$': "States.Format('app-{}', $.id)" },
      End: true,
    };
    const answer = await create({}, JSON.stringify({ StartAt: 'Read', States: { Read: task } }));
    assert.equal(answer.Status, 'SUCCESS', answer.Reason);
    const [line = ''] = allowed();
    const [action = '', resource = ''] = line.split(' ');
    assert.match(resource, /:secret:app-\*-\?{6}$/);
    assert.equal(tags().get('rolefit:policy:rolefit:guarded'), approvalDigest(action, resource, undefined));
  });

  const building = (ServiceRole: object) =>
    JSON.stringify({
      StartAt: 'Build',
      States: {
        Build: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:codebuild:createProject',
          Parameters: { Name: 'app', ...ServiceRole },
          End: true,
        },
      },
    });

  it('needs no word for a role that a call hands over by name: that is what the deployment is for', async () => {
    const answer = await create({}, building({ ServiceRole: 'arn:aws:iam::111122223333:role/worker' }));
    assert.equal(answer.Status, 'SUCCESS', answer.Reason);
  });

  it('is the word for what could silence rolefit, too, on resources that only an execution tells', async () => {
    const pause = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sqs:purgeQueue', End: true };
    const purging = (QueueUrl: object) =>
      JSON.stringify({ StartAt: 'Purge', States: { Purge: { ...pause, Parameters: QueueUrl } } });
    const known = 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs';
    await create({}, purging({ QueueUrl: known }));
    assert.ok(!tags().has('rolefit:policy:rolefit:guarded'));
    await create({}, purging({ 'QueueUrl.$': '$.queue' }));
    assert.match(tags().get('rolefit:policy:rolefit:guarded') ?? '', /^[\w-]{16}$/);
  });

  it('must name each guarded action, and reads of any name, where the definition is the word of whoever may change a state machine', async () => {
    const StateMachineArn = 'arn:aws:states:eu-west-1:111122223333:stateMachine:edited';
    const secret = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:secretsmanager:getSecretValue', End: true };
    const reads = JSON.stringify({
      StartAt: 'Read',
      States: { Read: { ...secret, Parameters: { 'SecretId.$': '$.name' } } },
    });
    for (const [definition, action] of [
      [building({ ServiceRole: 'arn:aws:iam::111122223333:role/administrator' }), 'iam:PassRole'],
      [reads, 'secretsmanager:GetSecretValue'],
    ] as const) {
      aws.states.machines.set(StateMachineArn, { name: 'edited', type: 'STANDARD', definition });
      const source = { DefinitionString: undefined, StateMachineArn };
      const refused = await create(source);
      assert.equal(refused.Status, 'FAILED');
      assert.ok(refused.Reason?.includes(`${action} on `) && refused.Reason.includes('is guarded'), refused.Reason);
      assert.ok(!tags().has('rolefit:policy:rolefit:guarded'));
      const granted = await create({ ...source, AllowGuardedActions: [action] });
      assert.equal(granted.Status, 'SUCCESS', granted.Reason);
      await ask({ type: 'Delete', physicalId: `${role}/rolefit`, properties: properties(reading('a')) });
    }
  });

  it('must name iam:PassRole where only an execution tells which role a call hands over', async () => {
    const anyRole = building({ 'ServiceRole.$': '$.role' });
    const refused = await create({}, anyRole);
    assert.equal(refused.Status, 'FAILED');
    assert.match(
      refused.Reason ?? '',
      /state \/States\/Build: iam:PassRole on .*\* is guarded, since it hands a role to a service, whichever it is; list it in AllowGuardedActions, or remove the state/,
    );
    const granted = await create({ AllowGuardedActions: ['iam:PassRole'] }, anyRole);
    assert.equal(granted.Status, 'SUCCESS', granted.Reason);
  });
});

describe('with the re-check in place', () => {
  const machine = 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders';
  const update = (definition: string, more = {}) =>
    ask({
      type: 'Update',
      physicalId: `${role}/rolefit`,
      properties: properties(definition, { StateMachineName: 'orders', ...more }),
      oldProperties: properties(reading('a')),
    });

  beforeEach(() => {
    process.env['REMOVE_LATE'] = 'true';
    aws.states.machines.clear();
  });
  after(() => {
    delete process.env['REMOVE_LATE'];
  });

  function exists(): void {
    aws.states.machines.set(machine, {
      name: 'orders',
      definition: reading('a'),
      roleArn: `arn:aws:iam::111122223333:role/${role}`,
    });
  }

  it('an update keeps what the definition before it needs, with which executions start until the state machine is updated', async () => {
    exists();
    await create({ StateMachineName: 'orders' });
    await update(reading('b'));
    assert.deepEqual(allowed(), [`dynamodb:GetItem ${TABLE}/a`, `dynamodb:GetItem ${TABLE}/b`]);
  });

  it('also where it is in managed policies', async () => {
    exists();
    await create({ StateMachineName: 'orders' }, reading(...many('t')));
    await update(reading('b'));
    assert.equal(allowed().length, 251);
  });

  it('also where the policy gets another name', async () => {
    exists();
    await create({ StateMachineName: 'orders' });
    await update(reading('b'), { PolicyName: 'renamed' });
    const renamed = aws.iam.stateOf(role).roles.get(role)?.inline.get('renamed') ?? '';
    assert.match(renamed, /table\/a.*table\/b/);
  });

  it('the time of a deployment counts also where the role has all that it needs', async () => {
    exists();
    await create({ StateMachineName: 'orders' }, reading('a', 'b'));
    const tags = aws.iam.stateOf(role).roles.get(role)?.tags;
    aws.iam.setTag(role, 'rolefit:policy:rolefit:deployed', 'eu-west-1 1600000000 orders');
    await update(reading('b'));
    assert.doesNotMatch(
      aws.iam.stateOf(role).roles.get(role)?.tags.get('rolefit:policy:rolefit:deployed') ?? '',
      / 1600000000 /,
    );
    assert.ok(tags);
  });

  it('an update is exact where there is no such state machine yet, its name is not given, or drift is only reported', async () => {
    await create({ StateMachineName: 'orders' });
    await update(reading('b'));
    assert.deepEqual(allowed(), [`dynamodb:GetItem ${TABLE}/b`]);
    exists();
    await update(reading('c'), { StateMachineName: undefined });
    assert.deepEqual(allowed(), [`dynamodb:GetItem ${TABLE}/c`]);
    await update(reading('d'), { DriftMode: 'alert' });
    assert.deepEqual(allowed(), [`dynamodb:GetItem ${TABLE}/d`]);
  });

  it('an update is exact where both would be more than a role can carry', async () => {
    exists();
    await create({ StateMachineName: 'orders' }, reading(...many('t', 100)));
    await update(reading(...many('u', 810)));
    assert.equal(allowed().length, 810);
  });
});
