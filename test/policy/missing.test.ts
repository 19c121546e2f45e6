import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Grant } from '../../src/grants/grant.ts';
import { readPolicy } from '../../src/policy/document.ts';
import { excessOver } from '../../src/policy/excess.ts';
import { grantsOfPolicy, mergedPolicy, policyOf } from '../../src/policy/merge.ts';
import { type PolicySet, policySet, statementSet } from '../../src/policy/policySet.ts';
import { isAllowed, missingFrom } from '../../src/policy/verdict.ts';

/** What the re-check asks the judge: what a policy lacks, and has too much. */

const ARN = 'arn:aws:sqs:eu-west-1:111122223333';

function grant(actions: readonly string[], resources: readonly string[], conditions?: Grant['conditions']): Grant {
  const found = resources.map((arn) => ({ arn, origin: { kind: 'fixed' } as const }));
  const plain = { purpose: 'call', actions, resources: found } as const;
  return conditions === undefined ? plain : { ...plain, conditions };
}

function statements(...grants: readonly Grant[]) {
  return policyOf(grants).Statement;
}

function policy(...grants: readonly Grant[]): PolicySet {
  return statementSet(statements(...grants));
}

function role(text: string): PolicySet {
  return policySet(readPolicy(text, 'P', undefined, 'role'));
}

describe('missing and excess', () => {
  it('are nothing where a policy has what is needed', () => {
    const needed = [
      grant(['sqs:SendMessage'], [`${ARN}:a`]),
      grant(['sqs:SendMessage', 'sqs:GetQueueUrl'], [`${ARN}:b`]),
    ];
    assert.deepEqual(missingFrom(policy(...needed), needed), []);
    assert.deepEqual(excessOver(policy(...needed), needed), []);
  });

  it('are told for each action with the resources that differ', () => {
    const written = policy(grant(['sqs:SendMessage'], [`${ARN}:a`, `${ARN}:b`]));
    const needed = grant(['sqs:SendMessage', 'sqs:ReceiveMessage'], [`${ARN}:a`, `${ARN}:c`]);
    const missing = missingFrom(written, [needed]).map(({ actions, resources }) => [
      ...actions,
      ...resources.map(({ arn }) => arn),
    ]);
    assert.deepEqual(missing, [
      ['sqs:SendMessage', `${ARN}:c`],
      ['sqs:ReceiveMessage', `${ARN}:a`, `${ARN}:c`],
    ]);
    assert.deepEqual(excessOver(written, [needed]), [{ action: 'sqs:SendMessage', resources: [`${ARN}:b`] }]);
  });

  it('know wildcards in actions and resources, and that actions have no case', () => {
    const written = role(`{"Statement":{"Effect":"Allow","Action":"SQS:Send*","Resource":"${ARN}:*"}}`);
    assert.ok(isAllowed(written, 'sqs:SendMessage', `${ARN}:a`, undefined));
    assert.ok(!isAllowed(written, 'sqs:SendMessage', '*', undefined));
    assert.equal(excessOver(written, [grant(['sqs:SendMessage'], [`${ARN}:a`])]).length, 1);
  });

  it('count conditions: a permission with a condition is not one without, and the reverse is more than enough', () => {
    const conditions = { StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } };
    const bare = grant(['iam:PassRole'], ['r']);
    const conditional = grant(['iam:PassRole'], ['r'], conditions);
    assert.equal(missingFrom(policy(conditional), [bare]).length, 1);
    assert.equal(missingFrom(policy(bare), [conditional]).length, 0);
    assert.equal(excessOver(policy(bare), [conditional]).length, 1);
    const single = role(
      '{"Statement":{"Effect":"Allow","Action":"iam:PassRole","Resource":"r","Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}}}',
    );
    assert.equal(missingFrom(single, [conditional]).length, 0);
  });

  it('merged lose nothing of either', () => {
    const written = statements(
      grant(['sqs:SendMessage'], [`${ARN}:a`]),
      grant(['sns:Publish'], ['t'], { Bool: { x: ['true'] } }),
    );
    const needed = [grant(['sqs:SendMessage'], [`${ARN}:b`])];
    const merged = mergedPolicy(written, needed);
    assert.deepEqual(excessOver(statementSet(written), grantsOfPolicy(merged)), []);
    assert.deepEqual(missingFrom(statementSet(merged.Statement), needed), []);
  });
});
