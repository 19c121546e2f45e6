import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Conditions, Grant } from '../../src/grants/grant.ts';
import { covers } from '../../src/iam/pattern.ts';
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

describe('a resource with a line break in its name', () => {
  // Written by States.Format('pre\n{}', $.id): what follows the break must not become a resource of its own.
  it('stays one resource, whichever way the statements are grouped', () => {
    const broken = 'arn:aws:s3:::b/pre\n*';
    const policy = policyOf([
      grant(['s3:GetObject', 's3:GetObjectAttributes'], [broken, 'arn:aws:s3:::b/q']),
      grant(['s3:GetObjectTagging'], ['arn:aws:s3:::b/q']),
    ]);
    assert.deepEqual([...new Set(pairs(policy).map(({ resource }) => resource))].toSorted(), [
      broken,
      'arn:aws:s3:::b/q',
    ]);
  });

  it('is not taken for two resources that another action has', () => {
    const policy = policyOf([grant(['s:A'], ['a\nb']), grant(['s:B'], ['a', 'b'])]);
    assert.deepEqual(
      pairs(policy).map(({ action, resource }) => [action, resource]),
      [
        ['s:A', 'a\nb'],
        ['s:B', 'a'],
        ['s:B', 'b'],
      ],
    );
  });
});

describe('merging, against a plain model of it', () => {
  /** Lists that grants share, as the rows of a table do: with an action twice, in other letters, in another order. */
  const LISTS: readonly (readonly string[])[] = [
    ['s:A'],
    ['s:A'],
    ['s:A', 's:B'],
    ['s:B', 's:A'],
    ['s:A', 's:A', 's:C'],
    ['S:a', 's:C'],
    ['s:AVeryLongNameOfAnAction', 's:B', 's:C'],
    [],
  ];
  const CONDITIONS: readonly (Conditions | undefined)[] = [
    undefined,
    TO_ECS,
    structuredClone(TO_ECS),
    { StringEquals: { a: ['1'], b: ['2'] } },
    { StringEquals: { b: ['2'], a: ['1'] } },
  ];
  const ARNS = [
    'a',
    'b',
    'c',
    'a*',
    'a**',
    'b/*',
    'b/?',
    'b/x',
    '*',
    'a\nb',
    'a\n*',
    'a,b',
    'a${*}',
    '$x',
    '${$}x',
    'x'.repeat(40),
  ];
  const one = fc
    .record({
      actions: fc.constantFrom(...LISTS),
      isCopy: fc.boolean(),
      arns: fc.array(fc.constantFrom(...ARNS), { maxLength: 5 }),
      conditions: fc.constantFrom(...CONDITIONS),
    })
    .map(({ actions, isCopy, arns, conditions }) => grant(isCopy ? [...actions] : actions, arns, conditions));
  /** Some grants are there twice or more: calls share those that do not depend on their arguments. */
  const many = fc
    .tuple(fc.array(one, { maxLength: 7 }), fc.array(fc.nat(6), { maxLength: 12 }))
    .map(([list, places]) => [...list, ...places.flatMap((place) => list[place] ?? [])]);

  const conditionKey = (conditions: Conditions | undefined) =>
    conditions === undefined
      ? ''
      : JSON.stringify(
          Object.entries(conditions).map(([operator, keys]) => [operator, Object.entries(keys).toSorted()]),
        );

  /** What is left: everything that neither an unconditional grant nor a pattern of the same grant covers. */
  function model(list: readonly Grant[]): readonly string[] {
    const byCondition = new Map<string, Map<string, Set<string>>>();
    for (const { actions, resources, conditions } of list) {
      const key = conditionKey(conditions);
      const byAction = byCondition.get(key) ?? new Map<string, Set<string>>();
      byCondition.set(key, byAction);
      for (const action of actions) {
        byAction.set(action, new Set([...(byAction.get(action) ?? []), ...resources.map(({ arn }) => arn)]));
      }
    }
    const pairsLeft: string[] = [];
    for (const [key, byAction] of byCondition) {
      for (const [action, arns] of byAction) {
        const wider = key === '' ? [] : [...(byCondition.get('')?.get(action) ?? [])];
        for (const arn of arns) {
          const others = [...arns].filter((other) => other !== arn && /[*?]/.test(other.replaceAll('${*}', '')));
          const isCovered = others.some((other) => covers(other, arn) && (other < arn || !covers(arn, other)));
          const isWithin = wider.some(
            (other) => other === arn || (/[*?]/.test(other.replaceAll('${*}', '')) && covers(other, arn)),
          );
          if (!isCovered && !isWithin) pairsLeft.push(JSON.stringify([action, arn, key]));
        }
      }
    }
    return pairsLeft.toSorted();
  }

  it('gives each pair of action and resource once, under its condition, and changes no grant', () => {
    fc.assert(
      fc.property(many, (list) => {
        const before = JSON.stringify(list);
        const policy = policyOf(list);
        assert.equal(JSON.stringify(list), before);
        const written = policy.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(
          ({ Action, Resource, Condition }) =>
            Action.flatMap((action) => Resource.map((arn) => JSON.stringify([action, arn, conditionKey(Condition)]))),
        );
        assert.deepEqual(written.toSorted(), model(list));
        assert.equal(JSON.stringify(policyOf(list)), JSON.stringify(policy));
        assert.deepEqual(
          JSON.stringify(policyOf(list.toReversed()).Statement.map(({ Action, Resource }) => [Action, Resource])),
          JSON.stringify(policy.Statement.map(({ Action, Resource }) => [Action, Resource])),
        );
      }),
      { numRuns: 2000 },
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
