import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { consequence, stateName } from '../../src/grants/consequence.ts';
import type { Grant, Purpose } from '../../src/grants/grant.ts';
import { excessOver, isAllowed, mergedPolicy, missingFrom, readDocument } from '../../src/policy/drift.ts';
import { guardOf } from '../../src/policy/guarded.ts';
import { policyOf } from '../../src/policy/policy.ts';

const ARN = 'arn:aws:sqs:eu-west-1:111122223333';

function grant(actions: readonly string[], resources: readonly string[], conditions?: Grant['conditions']): Grant {
  const found = resources.map((arn) => ({ arn, origin: { kind: 'fixed' } as const }));
  const plain = { purpose: 'call', actions, resources: found } as const;
  return conditions === undefined ? plain : { ...plain, conditions };
}

function statements(...grants: readonly Grant[]) {
  return policyOf(grants).Statement;
}

describe('readDocument', () => {
  it('takes single texts for lists, as IAM does', () => {
    const { allowed, irregular } = readDocument('{"Statement":{"Effect":"Allow","Action":"sqs:*","Resource":"*"}}');
    assert.deepEqual(allowed, [{ Effect: 'Allow', Action: ['sqs:*'], Resource: ['*'] }]);
    assert.equal(irregular, false);
  });

  for (const [what, text, denies] of [
    ['no JSON', '{', false],
    ['no statement', '{"Statement":[]}', false],
    ['a list', '[]', false],
    ['a Deny', '{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}', true],
    ['NotAction', '{"Statement":[{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}]}', false],
    ['NotResource', '{"Statement":[{"Effect":"Allow","Action":"*","NotResource":"x"}]}', false],
    [
      'a condition of no known shape',
      '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":1}}]}',
      false,
    ],
    ['a condition that is none', '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":7}]}', false],
    ['an action that is no text', '{"Statement":[{"Effect":"Allow","Action":[7],"Resource":"*"}]}', false],
  ] as const) {
    it(`says of ${what} that it is irregular`, () => {
      const held = readDocument(text);
      assert.deepEqual(held, { allowed: [], irregular: true, denies });
    });
  }
});

describe('a condition’s values', () => {
  it('may be no texts: IAM takes true for one', () => {
    const text = '{"Statement":{"Effect":"Allow","Action":"a:B","Resource":"*","Condition":{"Bool":{"x:y":true}}}}';
    assert.deepEqual(readDocument(text).allowed[0]?.Condition, { Bool: { 'x:y': ['true'] } });
  });
});

describe('missing and excess', () => {
  it('are nothing where a policy has what is needed', () => {
    const needed = [
      grant(['sqs:SendMessage'], [`${ARN}:a`]),
      grant(['sqs:SendMessage', 'sqs:GetQueueUrl'], [`${ARN}:b`]),
    ];
    assert.deepEqual(missingFrom(statements(...needed), needed), []);
    assert.deepEqual(excessOver(statements(...needed), policyOf(needed)), []);
  });

  it('are told for each action with the resources that differ', () => {
    const held = statements(grant(['sqs:SendMessage'], [`${ARN}:a`, `${ARN}:b`]));
    const needed = grant(['sqs:SendMessage', 'sqs:ReceiveMessage'], [`${ARN}:a`, `${ARN}:c`]);
    const missing = missingFrom(held, [needed]).map(({ actions, resources }) => [
      ...actions,
      ...resources.map(({ arn }) => arn),
    ]);
    assert.deepEqual(missing, [
      ['sqs:SendMessage', `${ARN}:c`],
      ['sqs:ReceiveMessage', `${ARN}:a`, `${ARN}:c`],
    ]);
    assert.deepEqual(excessOver(held, policyOf([needed])), [
      { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: [`${ARN}:b`] },
    ]);
  });

  it('know wildcards in actions and resources, and that actions have no case', () => {
    const held = readDocument(`{"Statement":{"Effect":"Allow","Action":"SQS:Send*","Resource":"${ARN}:*"}}`).allowed;
    assert.ok(isAllowed(held, 'sqs:SendMessage', `${ARN}:a`, undefined));
    assert.ok(!isAllowed(held, 'sqs:SendMessage', '*', undefined));
    assert.equal(excessOver(held, policyOf([grant(['sqs:SendMessage'], [`${ARN}:a`])])).length, 1);
  });

  it('count conditions: a permission with a condition is not one without, and the reverse is more than enough', () => {
    const conditions = { StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } };
    const bare = grant(['iam:PassRole'], ['r']);
    const conditional = grant(['iam:PassRole'], ['r'], conditions);
    assert.equal(missingFrom(statements(conditional), [bare]).length, 1);
    assert.equal(missingFrom(statements(bare), [conditional]).length, 0);
    assert.equal(excessOver(statements(bare), policyOf([conditional])).length, 1);
    const single = readDocument(
      '{"Statement":{"Effect":"Allow","Action":"iam:PassRole","Resource":"r","Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}}}',
    );
    assert.equal(missingFrom(single.allowed, [conditional]).length, 0);
  });

  it('merged lose nothing of either', () => {
    const held = statements(
      grant(['sqs:SendMessage'], [`${ARN}:a`]),
      grant(['sns:Publish'], ['t'], { Bool: { x: ['true'] } }),
    );
    const needed = [grant(['sqs:SendMessage'], [`${ARN}:b`])];
    const merged = mergedPolicy(held, needed);
    assert.deepEqual(excessOver(held, merged), []);
    assert.deepEqual(missingFrom(merged.Statement, needed), []);
  });
});

describe('guarded actions', () => {
  for (const [action, resource, at] of [
    ['iam:AttachUserPolicy', '*', 'always'],
    ['IAM:attachuserpolicy', '*', 'always'],
    ['iam:CreateAccessKey', '*', 'always'],
    ['iam:GetRole', '*', 'recheck'],
    ['iam:AcquireRole', '*', 'always'],
    ['sts:AssumeRoot', '*', 'always'],
    ['eks:AssociateAccessPolicy', '*', 'recheck'],
    ['codebuild:StartBuild', '*', 'recheck'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/r', 'recheck'],
    ['events:PutRule', 'arn:aws:events:eu-west-1:111122223333:rule/findings', 'recheck'],
    ['events:PutTargets', '*', 'recheck'],
    ['events:PutRule', 'arn:aws:events:*:*:rule/StepFunctionsGetEvents*', 'recheck'],
    ['events:PutRule', 'arn:aws:events:eu-west-1:111122223333:rule/StepFunctionsGetEventsForECSTaskRule', undefined],
    ['events:PutTargets', 'arn:aws:events:eu-west-1:111122223333:rule/StepFunctionsGetEventsForECSTaskRule', undefined],
    ['events:DeleteRule', 'arn:aws:events:eu-west-1:111122223333:rule/StepFunctionsGetEventsForECSTaskRule', 'recheck'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/r${*}', 'recheck'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/app-*', 'always'],
    ['iam:PassRole', 'arn:aws:iam::*:role/r', 'always'],
    ['IAM:PASSROLE', '*', 'always'],
    ['iam:CreateServiceLinkedRole', '*', 'recheck'],
    ['organizations:DescribeAccount', '*', 'recheck'],
    ['organizations:CreateAccount', '*', 'always'],
    ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/r', 'recheck'],
    ['sts:AssumeRole', 'arn:aws:iam::*:role/*', 'always'],
    ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/r${*}', 'recheck'],
    ['s3:PutBucketPolicy', '*', 'always'],
    ['s3:PutBucketAcl', '*', 'always'],
    ['kms:PutKeyPolicy', '*', 'always'],
    ['kms:CreateGrant', '*', 'always'],
    ['lambda:AddPermission', '*', 'always'],
    ['sqs:SetQueueAttributes', '*', 'always'],
    ['sns:SetTopicAttributes', '*', 'always'],
    ['secretsmanager:PutResourcePolicy', '*', 'always'],
    ['ram:CreateResourceShare', '*', 'always'],
    ['lambda:UpdateFunctionCode', '*', 'recheck'],
    ['states:UpdateStateMachine', '*', 'recheck'],
    ['dynamodb:GetItem', '*', undefined],
    ['lambda:InvokeFunction', '*', undefined],
    ['s3:PutObject', '*', undefined],
    ['kms:Decrypt', '*', undefined],
    ['states:StartExecution', '*', undefined],
  ] as const) {
    it(`${action} on ${resource}: ${at ?? 'free'}`, () => assert.equal(guardOf(action, resource)?.at, at));
  }
});

describe('consequences', () => {
  const page = readFileSync('docs/architecture.md', 'utf8');
  const purposes: readonly Purpose[] = [
    'call',
    'poll',
    'events',
    'cancel',
    'passRole',
    'serviceLinkedRole',
    'data',
    'childWorkflow',
    'redrive',
    'logs',
    'tracing',
    'encryption',
    'assumeRole',
  ];
  for (const purpose of purposes) {
    it(`of a missing ${purpose} are told, and stand in the table of purposes`, () => {
      assert.ok(consequence(purpose, 'Pay').length > 10);
      assert.match(page, new RegExp(`\\| [^|]*\`${purpose}\``));
    });
  }

  it('name the state as it is written', () => {
    assert.equal(stateName('/States/Each~1one/ItemProcessor/States/Pay~0now'), 'Pay~now');
    assert.match(consequence('poll', ''), /the state machine hanging/);
  });
});
