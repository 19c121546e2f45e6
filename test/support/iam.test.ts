import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAllowed, matches, type TestPolicy, widerThan } from './iam.ts';

/** The other tests rest on this matcher: it has to be able to say no. */

const POLICY: TestPolicy = {
  Statement: [
    { Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:111122223333:a*' },
    {
      Action: ['iam:PassRole'],
      Resource: 'arn:aws:iam::111122223333:role/*',
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    },
  ],
};

describe("the tests' own IAM", () => {
  it('allows what a statement allows and nothing else', () => {
    const queue = (name: string) => ({
      action: 'sqs:SendMessage',
      resource: `arn:aws:sqs:eu-west-1:111122223333:${name}`,
    });
    assert.ok(isAllowed(POLICY, queue('abc')));
    assert.ok(!isAllowed(POLICY, queue('bcd')));
    assert.ok(!isAllowed(POLICY, { ...queue('abc'), action: 'sqs:DeleteMessage' }));
  });

  it('asks for the conditions', () => {
    const pass = { action: 'iam:PassRole', resource: 'arn:aws:iam::111122223333:role/worker' };
    assert.ok(isAllowed(POLICY, { ...pass, context: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } }));
    assert.ok(!isAllowed(POLICY, { ...pass, context: { 'iam:PassedToService': 'ec2.amazonaws.com' } }));
    assert.ok(!isAllowed(POLICY, pass));
  });

  it('asks that all values of a key are allowed, where the operator says so', () => {
    const Condition = { 'ForAllValues:StringLike': { 'aws:TagKeys': 'rolefit:policy:*' } };
    const policy = { Statement: [{ Action: 'iam:TagRole', Resource: '*', Condition }] };
    const tag = (...keys: readonly string[]) => ({
      action: 'iam:TagRole',
      resource: 'arn:aws:iam::111122223333:role/worker',
      context: { 'aws:TagKeys': keys },
    });
    assert.ok(isAllowed(policy, tag('rolefit:policy:a', 'rolefit:policy:b')));
    assert.ok(!isAllowed(policy, tag('rolefit:policy:a', 'rolefit:managed')));
  });

  it('lets Deny win', () => {
    const denied = { Statement: [...POLICY.Statement, { Effect: 'Deny', Action: '*', Resource: '*' }] };
    assert.ok(!isAllowed(denied, { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:111122223333:abc' }));
  });

  it('tells a wider policy from a narrower one, by resource and by condition', () => {
    const all: TestPolicy = { Statement: [{ Action: ['sqs:SendMessage', 'iam:PassRole'], Resource: '*' }] };
    assert.deepEqual(widerThan(POLICY, all), []);
    assert.deepEqual(widerThan(all, POLICY), ['sqs:SendMessage on *', 'iam:PassRole on *']);
  });

  it('reads ${*} as a star and not as a wildcard', () => {
    assert.ok(matches('a${*}b', 'a*b'));
    assert.ok(!matches('a${*}b', 'axb'));
  });
});
