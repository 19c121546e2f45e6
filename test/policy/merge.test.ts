import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Conditions, Grant } from '../../src/grants/grant.ts';
import { policyOf } from '../../src/policy/merge.ts';
import { type Policy, sizeOf } from '../../src/policy/policy.ts';
import { QUOTAS, splitPolicy } from '../../src/policy/quota.ts';
import { pairs, widerThan } from '../support/iam.ts';

function grant(actions: readonly string[], arns: readonly string[], conditions?: Conditions): Grant {
  const resources = arns.map((arn) => ({ arn, origin: { kind: 'fixed' } as const }));
  return { purpose: 'call', actions, resources, ...(conditions === undefined ? {} : { conditions }) };
}

const TO_ECS: Conditions = { StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } };

const NAMES = ['a', 'b', 'c', 'a*', 'b/*', '*'];
const ACTIONS = ['s:A', 's:B', 's:C'];
const grants = fc.array(
  fc
    .record({
      actions: fc.uniqueArray(fc.constantFrom(...ACTIONS), { minLength: 1 }),
      arns: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 }),
      conditions: fc.constantFrom(undefined, TO_ECS),
    })
    .map(({ actions, arns, conditions }) => grant(actions, arns, conditions)),
  { minLength: 1, maxLength: 8 },
);

/** Grants as a policy of one statement each: nothing merged. */
function plain(list: readonly Grant[]): Policy {
  return {
    Version: '2012-10-17',
    Statement: list.map(({ actions, resources, conditions }) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: resources.map(({ arn }) => arn),
      ...(conditions === undefined ? {} : { Condition: conditions }),
    })),
  };
}

describe('patterns that cover each other', () => {
  it('leave one of them, never none', () => {
    const [statement] = policyOf([grant(['s:A'], ['a**', 'a*'])]).Statement;
    assert.deepEqual(statement?.Resource, ['a*']);
  });
});

describe('merging grants', () => {
  it('denies everything where nothing is called (iam-policies: activities or no tasks)', () => {
    assert.deepEqual(policyOf([]).Statement, [{ Effect: 'Deny', Action: ['*'], Resource: ['*'] }]);
  });

  it('puts no action beside a resource that no grant gave it', () => {
    const policy = policyOf([grant(['s:A'], ['x', 'y']), grant(['s:B'], ['y', 'z'])]);
    const together = pairs(policy).map(({ action, resource }) => `${action} ${resource}`);
    assert.deepEqual(together.toSorted(), ['s:A x', 's:A y', 's:B y', 's:B z']);
  });

  it('drops a resource that a pattern covers, and a condition that the same grant without it makes void', () => {
    const policy = policyOf([grant(['s:A'], ['a*', 'abc']), grant(['s:A'], ['abc', 'z'], TO_ECS)]);
    assert.deepEqual(
      pairs(policy).map(({ resource, statement }) => [resource, statement.Condition]),
      [
        ['a*', undefined],
        ['z', TO_ECS],
      ],
    );
  });

  it('allows exactly what the grants allow, and says it the same way in any order', () => {
    fc.assert(
      fc.property(grants, fc.infiniteStream(fc.nat()), (list, random) => {
        const policy = policyOf(list);
        assert.deepEqual(widerThan(policy, plain(list)), []);
        assert.deepEqual(widerThan(plain(list), policy), []);
        const shuffled = list.map((item) => ({ item, key: random.next().value ?? 0 }));
        shuffled.sort((a, b) => a.key - b.key);
        assert.equal(JSON.stringify(policyOf(shuffled.map(({ item }) => item))), JSON.stringify(policy));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('IAM quotas (reference_iam-quotas)', () => {
  const many = (count: number, length = 20) =>
    policyOf(Array.from({ length: count }, (_, i) => grant([`s:Action${i % 7}`], [`${i}`.padStart(length, '0')])));

  it('leaves a policy whole that fits', () => assert.equal(splitPolicy(many(10)).length, 1));

  it('cuts so that each document fits and together they allow the same', () => {
    for (const count of [300, 1000, 3000]) {
      const policy = many(count);
      const parts = splitPolicy(policy);
      assert.ok(parts.length > 1);
      for (const part of parts) assert.ok(sizeOf(part) <= QUOTAS.managedPolicySize, String(sizeOf(part)));
      const whole = { Statement: parts.flatMap(({ Statement }) => Statement) };
      assert.deepEqual(widerThan(whole, policy), []);
      assert.deepEqual(widerThan(policy, whole), []);
      assert.ok(parts.length <= Math.ceil((sizeOf(policy) / QUOTAS.managedPolicySize) * 1.2), 'packed well');
    }
  });

  it('cuts a statement of many actions on one resource by its actions', () => {
    const actions = Array.from({ length: 500 }, (_, i) => `service:SomeLongAction${i}`);
    const parts = splitPolicy(policyOf([grant(actions, ['*'])]));
    assert.deepEqual(
      parts.flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action)).toSorted(),
      actions.toSorted(),
    );
    for (const part of parts) assert.ok(sizeOf(part) <= QUOTAS.managedPolicySize);
  });

  it('cuts a statement whose actions alone do not fit by resource and by action', () => {
    const actions = Array.from({ length: 400 }, (_, i) => `service:SomeLongAction${i}`);
    const policy = policyOf([grant(actions, ['x', 'y'])]);
    const parts = splitPolicy(policy);
    for (const part of parts) assert.ok(sizeOf(part) <= QUOTAS.managedPolicySize);
    assert.equal(parts.flatMap(pairs).length, 800);
    assert.deepEqual(widerThan({ Statement: parts.flatMap(({ Statement }) => Statement) }, policy), []);
  });

  it('leaves what nothing can cut as it is: the quota is reported', () => {
    const policy = policyOf([grant(['s:A'], ['x'.repeat(7000)]), grant(['s:B'], ['y'])]);
    assert.equal(splitPolicy(policy).length, 2);
  });
});
