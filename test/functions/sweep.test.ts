import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, it, type TestContext } from 'node:test';
import { withSweepPolicy } from '../../scripts/sweepPolicy.ts';
import { EmbeddedAws } from '../double/aws.ts';
import { contextOf, reading } from './hook.ts';
import {
  addRole,
  context,
  EVE,
  type Functions,
  HERE,
  loadFunctions,
  machineArn,
  queued,
  recorded,
  roleArn,
  SWEEP,
  updated,
} from './recheck.ts';

const aws = new EmbeddedAws();
let functions: Functions;
before(async () => {
  await aws.start();
  functions = await loadFunctions(aws.endpoint);
});
after(() => aws.stop());
beforeEach(() => {
  aws.objects.clear();
  aws.states.machines.clear();
  aws.states.executions.clear();
  aws.states.pageSize = 1000;
  aws.states.machines.set(SWEEP, { name: 'rolefit-sweep', definition: '{}', roleArn: roleArn('sweep') });
  runs([1, 10]);
});

const run = (id: number) => `arn:aws:states:${HERE}:execution:rolefit-sweep:${id}`;

/** The sweep's running executions: each one's name and start. */
function runs(...executions: readonly (readonly [number, number])[]): void {
  const revision = { definition: '{}', updateDate: 1 };
  aws.states.executions.set(
    SWEEP,
    executions.map(([id, startDate]) => ({ executionArn: run(id), startDate, revision })),
  );
}

function step(name: string, id = 1, remaining = 900_000): Promise<unknown> {
  return functions.sweep({ step: name, executionArn: run(id) }, contextOf(remaining));
}

function addMachines(role: string, ...names: readonly string[]): void {
  for (const name of names)
    aws.states.machines.set(machineArn(name), { name, definition: '{}', roleArn: roleArn(role) });
}

function stored(key: string) {
  return JSON.parse(aws.objects.get(`sweep/${key}`) ?? 'null');
}

describe('the list of the sweep', () => {
  it('has each role with all its state machines', async () => {
    addMachines('a', 'a2', 'a1');
    addMachines('b', 'b1');
    assert.deepEqual(await step('list'), { state: 'listed', roles: 3 });
    const { roles } = stored('fleet.json');
    assert.deepEqual(roles, { a: [machineArn('a1'), machineArn('a2')], b: [machineArn('b1')], sweep: [SWEEP] });
    assert.partialDeepStrictEqual(stored('sweeps/1/roles.json'), [{ role: 'a' }, { role: 'b' }, { role: 'sweep' }]);
  });

  it('has the roles that versions and executions use, and those of state machines that have moved', async () => {
    addMachines('a', 'm');
    aws.objects.set(`sweep/uses/before/${machineArn('m')}`, '{}');
    aws.objects.set(`sweep/touched/earlier/${machineArn('m')}`, '{}');
    await step('list');
    const { roles } = stored('fleet.json');
    assert.deepEqual(Object.keys(roles), ['a', 'before', 'earlier', 'sweep']);
    assert.deepEqual(roles.before, [machineArn('m')]);
  });

  it('is given up in time and goes on where it was', async () => {
    addMachines('a', 'a1', 'a2', 'a3');
    aws.states.pageSize = 2;
    assert.deepEqual(await step('list', 1, 100_000), { state: 'unfinished', roles: 0 });
    assert.equal(stored('sweeps/1/roles.json'), null);
    aws.calls.length = 0;
    assert.deepEqual(await step('list'), { state: 'listed', roles: 2 });
    assert.equal(stored('fleet.json').roles.a.length, 3);
    assert.equal(aws.calls.filter(({ action }) => action === 'ListStateMachines').length, 1);
  });

  it('is made once: asked again, as after an answer that was lost, it says the same', async () => {
    addMachines('a', 'a1');
    const first = await step('list');
    const fleet = stored('fleet.json');
    addMachines('b', 'b1');
    assert.deepEqual(await step('list'), first);
    assert.deepEqual(stored('fleet.json'), fleet);
  });

  it('leaves the work to a sweep that is still running, and only the later of two leaves it', async () => {
    runs([2, 20], [1, 10]);
    assert.partialDeepStrictEqual(await step('list', 2), { state: 'overlaps' });
    assert.equal(stored('sweeps/2/roles.json'), null);
    assert.partialDeepStrictEqual(await step('list', 1), { state: 'listed' });
    aws.objects.clear();
    runs([2, 10], [1, 10]);
    assert.partialDeepStrictEqual(await step('list', 2), { state: 'overlaps' });
    assert.partialDeepStrictEqual(await step('list', 1), { state: 'listed' });
  });

  it('leaves out a state machine that is deleted meanwhile', async () => {
    addMachines('a', 'a1');
    aws.fault = ({ action }) => {
      if (action === 'DescribeStateMachine') aws.states.machines.delete(machineArn('a1'));
      return undefined;
    };
    const listed = await step('list');
    aws.fault = () => undefined;
    assert.partialDeepStrictEqual(listed, { roles: 1 });
  });
});

describe('the second look of the sweep', () => {
  it('is at the roles that the first look has told of, of this sweep only', async () => {
    await step('list');
    const { listed } = stored('fleet.json');
    aws.objects.set(`sweep/again/${listed}/a`, '{}');
    aws.objects.set('sweep/again/6/b', '{}');
    assert.deepEqual(await step('gather'), { roles: 1, seconds: 0 });
    assert.deepEqual(stored('sweeps/1/again.json'), [{ role: 'a', listed, second: true }]);
  });
});

describe('threat model: whoever may invoke the sweep’s function', () => {
  const SWEEPS = '"Sweeps":1';
  const written = () => JSON.stringify([...aws.objects]);

  it('cannot say where the list goes on, or what it has found so far', async () => {
    addMachines('a', 'a1', 'a2', 'a3');
    aws.states.pageSize = 1;
    await assert.rejects(functions.sweep({ step: 'list', executionArn: run(1), nextToken: '3' }, context()));
    // What another execution, or whoever wrote before there were such files, has left.
    const nextToken = '3';
    const fleet = { listed: 7, roles: {} };
    for (const key of ['unfinished.json', 'sweeps/2/unfinished.json'])
      aws.objects.set(`sweep/${key}`, JSON.stringify({ ...fleet, fleet, nextToken }));
    await step('list');
    assert.equal(stored('fleet.json').roles.a.length, 3);
  });

  for (const name of ['list', 'gather', 'finish']) {
    for (const [what, executionArn] of [
      ['that has ended', run(9)],
      ['of another state machine', `arn:aws:states:${HERE}:execution:mine:1`],
      ['that is none', '../../1'],
    ] as const) {
      it(`cannot have it take the step ${name} for an execution ${what}`, async () => {
        addMachines('mine', 'mine');
        const revision = { definition: '{}', updateDate: 1 };
        aws.states.executions.set(machineArn('mine'), [
          { executionArn: `arn:aws:states:${HERE}:execution:mine:1`, startDate: 1, revision },
        ]);
        const before = written();
        await assert.rejects(functions.sweep({ step: name, executionArn }, context()), /is no running execution of/);
        assert.equal(written(), before);
      });
    }
  }

  it('cannot have it take a step before those that it rests on', async () => {
    await assert.rejects(step('gather'), /step gather is not due/);
    await assert.rejects(step('finish'), /step finish is not due/);
    await step('list');
    await assert.rejects(step('finish'), /step finish is not due/);
    await lookAtAll('roles');
    await step('gather');
    assert.deepEqual(await step('finish'), {});
  });

  it('cannot keep its alarm quiet by taking the last step again: a sweep counts once', async (t) => {
    await step('list');
    await lookAtAll('roles');
    await step('gather');
    const finish = async () => {
      for (let time = 0; time < 3; time++) await step('finish');
    };
    assert.equal((await told(t, finish)).filter((line) => line.includes(SWEEPS)).length, 1);
  });
});

/** What is written to the log meanwhile. */
async function told(t: TestContext, run: () => Promise<unknown>): Promise<readonly string[]> {
  const lines: string[] = [];
  const write = t.mock.method(process.stdout, 'write', (chunk: unknown) => lines.push(String(chunk)) > 0);
  await run();
  write.mock.restore();
  return lines;
}

/** What a Map of the sweep does. */
async function lookAtAll(list: 'roles' | 'again', except?: string): Promise<void> {
  for (const item of stored(`sweeps/1/${list}.json`)) if (item.role !== except) await functions.check(item, context());
}

describe('threat model: whoever may change the sweep’s own definition', () => {
  const wide = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["*"]}]}';
  let count = 0;
  let role = '';

  /** A role of rolefit's that has too much, so that it is looked at twice. */
  beforeEach(async () => {
    role = `wide-${count++}`;
    addRole(aws, role);
    addMachines(role, role);
    aws.states.machines.set(machineArn(role), { name: role, definition: reading('a'), roleArn: roleArn(role) });
    await functions.check(updated(role), context());
    aws.iam.putInline(role, 'rolefit', wide);
    aws.age();
    aws.messages.length = 0;
  });

  it('has a sweep count that looks at all, twice where something is too much', async (t) => {
    await step('list');
    await lookAtAll('roles');
    await step('gather');
    assert.deepEqual(
      stored('sweeps/1/again.json').map((item: { role: string }) => item.role),
      [role],
    );
    await lookAtAll('again');
    const lines = await told(t, () => step('finish'));
    assert.ok(lines.some((line) => line.includes('"Sweeps":1')));
  });

  it('cannot have a sweep count that has left out a look, for one role or for all', async () => {
    await step('list');
    await step('gather');
    await assert.rejects(step('finish'), new RegExp(`the sweep does not count: sweep, ${role} were not looked at`));
    await lookAtAll('roles', 'sweep');
    await step('gather');
    await assert.rejects(step('finish'), /the sweep does not count: sweep, wide-\d+ were not looked at/);
    await lookAtAll('again');
    await assert.rejects(step('finish'), /the sweep does not count: sweep were not looked at/);
  });

  it('cannot have a sweep count that goes on before the first look is over, so that there is no second', async () => {
    await step('list');
    await step('gather');
    await lookAtAll('roles');
    await assert.rejects(step('finish'), /the sweep does not count/);
    await step('gather');
    await assert.rejects(step('finish'), /the sweep does not count: wide-\d+ were not looked at/);
    await lookAtAll('again');
    assert.deepEqual(await step('finish'), {});
  });

  it('a check that fails has told so: the sweep counts', async () => {
    await step('list');
    aws.fault = ({ action, role: of }) =>
      action === 'ListRolePolicies' && of === role ? { kind: 'refuse', code: 'AccessDenied', status: 403 } : undefined;
    await assert.rejects(functions.check({ role, listed: stored('fleet.json').listed }, context()), /access denied/);
    aws.fault = () => undefined;
    await lookAtAll('roles', role);
    await step('gather');
    assert.deepEqual(await step('finish'), {});
  });

  for (const call of [
    'UpdateStateMachine',
    'PublishStateMachineVersion',
    'CreateStateMachineAlias',
    'DeleteStateMachine',
  ]) {
    it(`is told of: ${call}`, async () => {
      await functions.check(queued(recorded(call, { stateMachineArn: SWEEP })), context());
      assert.match(aws.messages[0]?.text ?? '', new RegExp(`^rolefit’s own sweep was changed \\(${call} by ${EVE}\\)`));
    });
  }

  it('is not told of where a deployment of rolefit changes it, or where it only runs', async () => {
    const userIdentity = { type: 'IAMUser', arn: EVE, invokedBy: 'cloudformation.amazonaws.com' };
    const calls = [
      recorded('UpdateStateMachine', { stateMachineArn: SWEEP }, { userIdentity }),
      recorded('RedriveExecution', { executionArn: run(1) }),
      recorded('UpdateStateMachine', { stateMachineArn: `${SWEEP}s` }),
    ];
    for (const call of calls) await functions.check(queued(call), context());
    assert.deepEqual(aws.messages, []);
  });
});

describe('the sweep’s own role', () => {
  it('is what rolefit fits to its definition (npm run generated writes it)', async () => {
    const template = readFileSync('template.yaml', 'utf8');
    assert.equal(await withSweepPolicy(template), template);
  });

  it('cannot be fitted where the marks in the template are gone', async () => {
    await assert.rejects(withSweepPolicy('Resources: {}'), /the marks of what is fitted are gone/);
  });
});
