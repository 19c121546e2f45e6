import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AwsFailure } from '../../src/aws/errors.ts';
import { checkRole } from '../../src/recheck/check.ts';
import type { CheckPorts } from '../../src/recheck/request.ts';
import { machineArn, permissionsOf, SETTINGS, World } from './world.ts';

/** Single cases of the re-check; what holds of all histories is in model.test.ts. */

async function sweep(world: World, role: string, names: readonly string[]): Promise<void> {
  const { revisions } = await world.check(role, names, { fleetKnown: true });
  world.pass(330_000);
  await world.check(role, names, { fleetKnown: true, earlierRevisions: revisions });
}

const long = 7_200_000;

describe('a role with several policies', () => {
  it('each has what its own state machine needs, and the first has the rest', async () => {
    const world = new World();
    world.addRole('r', [
      { policyName: 'one', machine: 'm1' },
      { policyName: 'two', machine: 'm2' },
    ]);
    world.addMachine('m1', 'r', ['a']);
    world.addMachine('m2', 'r', ['b']);
    world.addMachine('m3', 'r', ['c']);
    world.pass(long);
    await sweep(world, 'r', ['m1', 'm2', 'm3']);
    const inline = world.state('r').inline;
    for (const [policy, tables] of [
      ['one', 'ac'],
      ['two', 'b'],
    ] as const) {
      const found = [...(inline.get(policy) ?? '').matchAll(/table\/(.)"/g)].map(([, table]) => table);
      assert.equal(found.join(''), tables);
    }
  });

  it('one that is only watched loses nothing that another has for it by chance', async () => {
    const world = new World();
    world.addRole('r', [{ policyName: 'one' }, { policyName: 'two', machine: 'm2', driftMode: 'alert' }]);
    world.addMachine('m1', 'r', ['a', 'b']);
    world.addMachine('m2', 'r', ['b']);
    world.pass(long);
    await sweep(world, 'r', ['m1', 'm2']);
    world.update('m1', { elements: ['a'] });
    await sweep(world, 'r', ['m1', 'm2']);
    assert.deepEqual([...world.allowed('r')].toSorted(), permissionsOf(['a', 'b']));
  });

  for (const driftMode of ['remediate', 'alert'] as const) {
    it(`lacks what one of them denies of another’s needs: ${driftMode}`, async () => {
      const world = new World();
      world.addRole('r', [
        { policyName: 'one', machine: 'm1' },
        { policyName: 'two', machine: 'm2', driftMode },
      ]);
      world.addMachine('m1', 'r', ['a', 'b']);
      world.addMachine('m2', 'r', ['c']);
      const [a = '', , c = ''] = permissionsOf(['a', 'b', 'c']).map((permission) => permission.split(' ')[1] ?? '');
      const Action = ['dynamodb:GetItem'];
      const Statement = [
        { Effect: 'Allow', Action, Resource: [c] },
        { Effect: 'Deny', Action, Resource: [a] },
      ];
      await world.check('r', ['m1', 'm2']);
      world.edit('r', 'two', JSON.stringify({ Version: '2012-10-17', Statement }));
      const { policies } = await world.check('r', ['m1', 'm2'], { fleetKnown: true });
      assert.deepEqual(
        policies.map(({ policyName, missing, writes }) => [
          policyName,
          missing.map(({ machine, resources }) => [machine, resources]),
          writes,
        ]),
        [
          ['one', [], 0],
          ['two', [['m1', [a]]], driftMode === 'alert' ? 0 : 1],
        ],
      );
      const isDenied = world.allowed('r').size === 0;
      assert.equal(isDenied, driftMode === 'alert');
    });
  }

  it('that was deployed for a state machine that is not there yet is left alone', async () => {
    const world = new World();
    world.addRole('r', [{ policyName: 'one', machine: 'later' }]);
    world.addMachine('m', 'r', ['a']);
    world.edit(
      'r',
      'one',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sqs:SendMessage"],"Resource":["*"]}]}',
    );
    world.pass(long);
    await sweep(world, 'r', ['m']);
    assert.deepEqual([...world.allowed('r')].toSorted(), [...permissionsOf(['a']), 'sqs:SendMessage *']);
  });
});

describe('a change by hand to rolefit’s own policy', () => {
  const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/a';
  const queue = { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: ['arn:aws:sqs:eu-west-1:111122223333:q'] };
  const need = { Effect: 'Allow', Action: ['dynamodb:GetItem'], Resource: [TABLE] };

  /** What an event's check makes of these statements for a state machine that reads a table. */
  async function after(...Statement: readonly object[]) {
    const world = new World();
    world.addRole('r', [{ policyName: 'rolefit' }]);
    world.addMachine('m', 'r', ['a']);
    world.edit('r', 'rolefit', JSON.stringify({ Version: '2012-10-17', Statement }));
    const { policies } = await world.check('r', ['m']);
    const document: { readonly Statement: unknown } = JSON.parse(world.state('r').inline.get('rolefit') ?? '');
    return { missing: policies[0]?.missing.length, writes: policies[0]?.writes, statements: document.Statement };
  }

  const odd = [
    ['NotAction', { Effect: 'Allow', NotAction: ['dynamodb:*'], Resource: ['*'] }],
    ['NotResource', { Effect: 'Allow', Action: ['*'], NotResource: [TABLE] }],
    ['what cannot be read', { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'], Principal: '*' }],
  ] as const;
  for (const [what, statement] of odd) {
    it(`waits for the sweep where nothing is missing: ${what}`, async () => {
      assert.deepEqual(await after(need, statement), { missing: 0, writes: 0, statements: [need, statement] });
    });

    it(`goes with the write that adds what is missing, and the rest stays: ${what}`, async () => {
      assert.deepEqual(await after(queue, statement), { missing: 1, writes: 1, statements: [need, queue] });
    });
  }

  it('is no permission where an ARN without all fields means another one: what is needed is written beside it', async () => {
    const short = { ...need, Resource: ['arn:aws:dynamodb:*:table/a'] };
    const completed = { ...need, Resource: ['arn:aws:dynamodb:*:table/a:*', TABLE] };
    assert.deepEqual(await after(short), { missing: 1, writes: 1, statements: [completed] });
  });

  it('is put right at once where it denies a service by an ARN without the last fields', async () => {
    const deny = { Effect: 'Deny', Action: ['dynamodb:GetItem'], Resource: ['arn:aws:dynamodb'] };
    assert.deepEqual(await after(need, deny), { missing: 1, writes: 1, statements: [need] });
  });
});

describe('what is reported', () => {
  it('of an event: what is missing, and no excess, for not all that uses the role is known', async () => {
    const world = new World();
    world.addRole('r', [{ policyName: 'rolefit' }]);
    world.addMachine('m', 'r', ['a']);
    const { outcome, policies } = await world.check('r', ['m']);
    assert.equal(outcome, 'checked');
    assert.partialDeepStrictEqual(policies, [
      {
        policyName: 'rolefit',
        missing: [{ machine: 'm', state: '/States/S0', purpose: 'call' }],
        excess: [],
        writes: 1,
      },
    ]);
  });

  it('of the sweep: what is too much, and why it stays', async () => {
    const world = new World();
    world.addRole('r', [{ policyName: 'rolefit', machine: 'none' }]);
    world.addMachine('m', 'r', ['a']);
    world.edit('r', 'rolefit', '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}');
    const { policies, revisions } = await world.check('r', ['m'], { fleetKnown: true });
    assert.deepEqual(policies[0]?.excess, [{ policy: 'rolefit', actions: ['*'], resources: ['*'] }]);
    assert.deepEqual(policies[0]?.removalBlockers, [
      'state machine none, for which it was deployed, does not use the role',
    ]);
    assert.equal(revisions, undefined);
  });

  it('of a role without a policy of this region: that it is unclaimed', async () => {
    const world = new World();
    world.addRole('r', []);
    world.addMachine('m', 'r', ['a']);
    assert.equal((await world.check('r', ['m'])).outcome, 'unclaimed');
  });

  it('tells of other roles that the same state machines use', async () => {
    const world = new World();
    world.addRole('r', [{ policyName: 'rolefit' }]);
    world.addMachine('m', 'before', ['a']);
    world.start('m', false);
    world.update('m', { role: 'r' });
    const { unlistedUses } = await world.check('r', ['m']);
    assert.deepEqual(
      unlistedUses.map(({ roleName }) => roleName),
      ['before'],
    );
  });
});

describe('state machines that cannot be read', () => {
  it('keep nobody else’s from being served, and nothing is taken away', async () => {
    const elements = fc.subarray(['a', 'b', 'c', 'd'] as const);
    const machines = fc.array(fc.record({ before: elements, now: elements, isRead: fc.boolean() }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(machines, async (all) => {
        const world = new World();
        world.addRole('r', [{ policyName: 'rolefit' }]);
        const named = all.map((one, index) => ({ ...one, name: `m${index}` }));
        for (const { name, before } of named) world.addMachine(name, 'r', before);
        world.pass(long);
        const names = named.map(({ name }) => name);
        await sweep(world, 'r', names);
        const had = world.allowed('r');
        for (const { name, now } of named) world.update(name, { elements: now });
        world.unreadable = new Set(named.filter(({ isRead }) => !isRead).map(({ name }) => name));
        await sweep(world, 'r', names);
        const has = world.allowed('r');
        for (const { now, isRead } of named) {
          if (isRead) for (const permission of permissionsOf(now)) assert.ok(has.has(permission), permission);
        }
        if (world.unreadable.size > 0) for (const permission of had) assert.ok(has.has(permission), permission);
        const { unreadable } = await world.check('r', names);
        assert.deepEqual(
          unreadable.map(({ machineArn: arn, why }) => [arn, why]),
          [...world.unreadable].map((name) => [machineArn(name), 'no key']),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('at any time of a check are reported, also where a write was refused and all could be read later', async () => {
    const world = new World();
    world.addRole('r', [{ policyName: 'rolefit' }]);
    world.addMachine('m1', 'r', ['c']);
    world.addMachine('m2', 'r', ['b']);
    world.start('m1', false);
    world.update('m1', { elements: ['a'] });
    world.pass(long);
    let writes = 0;
    const ports = world.ports();
    const changing: CheckPorts = {
      store: {
        ...ports.store,
        perform: async (...write) => {
          world.unreadable = new Set(++writes === 1 ? ['m2'] : []);
          if (writes === 2) throw new AwsFailure('no room', false);
          await ports.store.perform(...write);
        },
      },
      machines: {
        ...ports.machines,
        // Only once the role was written does the list show the execution, which needs more.
        runningExecutions: (...request) =>
          writes === 0
            ? Promise.resolve({ executions: [], more: false })
            : ports.machines.runningExecutions(...request),
      },
    };
    const check = (earlierRevisions?: string) => {
      const machines = async () => ['m1', 'm2'].map(machineArn);
      const request = { roleName: 'r', machines, fleetKnown: true, earlierRevisions };
      return checkRole(changing, request, SETTINGS, new AbortController().signal);
    };
    world.edit('r', 'rolefit', '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}');
    const { revisions } = await check();
    world.edit('r', 'rolefit', undefined);
    const { unreadable } = await check(revisions);
    assert.deepEqual(unreadable, [{ machineArn: machineArn('m2'), why: 'no key' }]);
    assert.deepEqual([...world.allowed('r')].toSorted(), permissionsOf(['a', 'b', 'c']));
  });
});
