import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Change, diff, NOTHING } from '../../src/analysis/diff.ts';
import { fit } from '../../src/analysis/fit.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { statementSet } from '../../src/policy/policySet.ts';
import { isAllowed } from '../../src/policy/verdict.ts';
import { workflow } from '../report/definitions.ts';

const task = (service: string, Parameters: JsonObject, more: JsonObject = {}): JsonObject => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${service}`,
  Parameters,
  End: true,
  ...more,
});
const table = (TableName: string) => task('dynamodb:getItem', { TableName });
const OPEN = task('dynamodb:getItem', { 'TableName.$': '$.table' });

/** A Parallel with these states, each in a branch of its own. */
function machine(states: Readonly<Record<string, JsonObject>>): JsonObject {
  const Branches = Object.entries(states).map(([name, state]) => ({ StartAt: name, States: { [name]: state } }));
  return { StartAt: 'All', States: { All: { Type: 'Parallel', Branches, End: true } } };
}

const told = (changes: readonly Change[]) =>
  changes.map(({ state, purpose, action, resource, wildcard }) =>
    [state.split('/').at(-1), purpose, action, resource.split(':').at(-1), ...(wildcard ? ['wildcard'] : [])].join(' '),
  );

describe('what a change adds and removes', () => {
  const both = { A: table('a'), B: table('b') };
  const cases: readonly (readonly [
    string,
    Record<string, JsonObject>,
    Record<string, JsonObject>,
    added: readonly string[],
    removed: readonly string[],
  ])[] = [
    ['the same', both, both, [], []],
    ['a state more', { A: table('a') }, both, ['B call dynamodb:GetItem table/b'], []],
    ['a state less', both, { B: table('b') }, [], ['A call dynamodb:GetItem table/a']],
    ['a state with another name needs nothing new', { A: table('a') }, { Z: table('a') }, [], []],
    ['one more state that needs what is there', { A: table('a') }, { A: table('a'), B: table('a') }, [], []],
    [
      'a wildcard covers what was there',
      { A: table('a') },
      { A: OPEN },
      ['A call dynamodb:GetItem table/* wildcard'],
      [],
    ],
    ['a wildcard goes', { A: OPEN }, { A: table('a') }, [], ['A call dynamodb:GetItem table/* wildcard']],
  ];
  for (const [why, old, now, added, removed] of cases) {
    it(why, async () => {
      const difference = diff(await fit(machine(old)), await fit(machine(now)));
      assert.deepEqual(told(difference.added), added);
      assert.deepEqual(told(difference.removed), removed);
    });
  }

  it('says what a wildcard is wider than, and what is left of it', async () => {
    const [narrow, wide] = [await fit(machine({ A: table('a') })), await fit(machine({ A: OPEN }))];
    const narrower = ['arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/a'];
    assert.deepEqual(diff(narrow, wide).added[0]?.narrower, narrower);
    assert.deepEqual(diff(wide, narrow).removed[0]?.narrower, narrower);
  });

  it('a condition that changes is a change', async () => {
    const run = (api: string) =>
      task(api, { Cluster: 'c', TaskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/t:1' });
    const difference = diff(await fit(machine({ A: run('ecs:runTask') })), await fit(machine({ A: table('a') })));
    const pass = difference.removed.find(({ purpose }) => purpose === 'passRole');
    assert.deepEqual(pass?.conditions, { StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } });
  });

  it('findings, new and gone', async () => {
    const [old, now] = [await fit(machine({ A: OPEN })), await fit(machine({ B: OPEN }))];
    const { findings, same, added } = diff(old, now);
    assert.deepEqual([findings.new.length, findings.gone.length, same, added.length], [1, 1, false, 0]);
  });

  it('roles that tasks assume', async () => {
    const assuming = (name: string) => ({
      ...table(name),
      Credentials: { RoleArn: 'arn:aws:iam::444455556666:role/r' },
    });
    const { added, assumedRoles, same } = diff(
      await fit(machine({ A: assuming('a') })),
      await fit(machine({ A: assuming('b') })),
    );
    assert.deepEqual([added, same], [[], false]);
    assert.deepEqual(
      assumedRoles.map((one) => [one.role, told(one.added).length, told(one.removed).length]),
      [['arn:aws:iam::444455556666:role/r', 1, 1]],
    );
  });
});

describe('for any two workflows', () => {
  it('added is what the old policy does not allow, removed what the new one does not', async () => {
    for (const [oldSize, newSize] of [
      [5, 40],
      [40, 5],
      [40, 41],
      [200, 90],
    ] as const) {
      const [old, now] = [await fit(workflow(oldSize)), await fit(workflow(newSize))];
      const { added, removed } = diff(old, now);
      for (const [changes, has, lacks] of [
        [added, now, old],
        [removed, old, now],
      ] as const) {
        for (const { action, resource, conditions } of changes) {
          assert.ok(isAllowed(statementSet(has.policy.Statement), action, resource, conditions));
          assert.ok(!isAllowed(statementSet(lacks.policy.Statement), action, resource, conditions));
        }
        // Nothing else is in one policy and not in the other.
        const listed = new Set(changes.map(({ action, resource }) => `${action} ${resource}`));
        for (const { Action, Resource, Condition } of has.policy.Statement) {
          for (const action of Action) {
            for (const resource of Resource) {
              const isNew = !isAllowed(statementSet(lacks.policy.Statement), action, resource, Condition);
              assert.equal(listed.has(`${action} ${resource}`), isNew, `${action} ${resource}`);
            }
          }
        }
      }
    }
  });

  it('nothing of itself; all of it against nothing; the reverse is the reverse', async () => {
    const [small, large] = [await fit(workflow(20)), await fit(workflow(60))];
    assert.equal(diff(large, large).same, true);
    assert.deepEqual(told(diff(small, large).added), told(diff(large, small).removed));
    assert.equal(diff(NOTHING, small).removed.length, 0);
    assert.equal(diff(NOTHING, NOTHING).size.new, 0);
    const idle = await fit({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } });
    assert.deepEqual(diff(NOTHING, idle).added, []);
    assert.ok(diff(idle, small).added.length > 0);
  });
});
