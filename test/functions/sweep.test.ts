import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, it } from 'node:test';
import { withSweepPolicy } from '../../scripts/sweepPolicy.ts';
import { EmbeddedAws } from '../double/aws.ts';
import { contextOf } from './hook.ts';
import { context, type Functions, HERE, loadFunctions, machineArn, roleArn } from './recheck.ts';

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
});

const SWEEP = `arn:aws:states:${HERE}:stateMachine:rolefit-sweep`;
const run = (id: number) => `arn:aws:states:${HERE}:execution:rolefit-sweep:${id}`;
const LIST = { step: 'list', stateMachineArn: SWEEP, executionArn: run(1), nextToken: null };

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
    const listed = await functions.sweep(LIST, context());
    assert.partialDeepStrictEqual(listed, { state: 'listed', nextToken: null, roles: 3 });
    const { roles } = stored('fleet.json');
    assert.deepEqual(roles, { a: [machineArn('a1'), machineArn('a2')], b: [machineArn('b1')], sweep: [SWEEP] });
    assert.partialDeepStrictEqual(stored('roles.json'), [{ role: 'a' }, { role: 'b' }, { role: 'sweep' }]);
  });

  it('has the roles that versions and executions use, and those of state machines that have moved', async () => {
    addMachines('a', 'm');
    aws.objects.set(`sweep/uses/before/${machineArn('m')}`, '{}');
    aws.objects.set(`sweep/touched/earlier/${machineArn('m')}`, '{}');
    await functions.sweep(LIST, context());
    const { roles } = stored('fleet.json');
    assert.deepEqual(Object.keys(roles), ['a', 'before', 'earlier', 'sweep']);
    assert.deepEqual(roles.before, [machineArn('m')]);
  });

  it('is given up in time and goes on where it was', async () => {
    addMachines('a', 'a1', 'a2', 'a3');
    aws.states.pageSize = 2;
    const first = await functions.sweep(LIST, contextOf(100_000));
    assert.partialDeepStrictEqual(first, { state: 'unfinished', nextToken: '2' });
    assert.equal(stored('roles.json'), null);
    const second = await functions.sweep({ ...LIST, nextToken: '2' }, contextOf(900_000));
    assert.partialDeepStrictEqual(second, { state: 'listed', roles: 2 });
    assert.equal(stored('fleet.json').roles.a.length, 3);
  });

  it('leaves the work to a sweep that is still running, and only the later of two leaves it', async () => {
    const revision = { definition: '{}', updateDate: 1 };
    const started = (id: number, startDate: number) => ({ executionArn: run(id), startDate, revision });
    const list = (id: number) => functions.sweep({ ...LIST, executionArn: run(id) }, context());
    aws.states.executions.set(SWEEP, [started(2, 20), started(1, 10)]);
    assert.partialDeepStrictEqual(await list(2), { state: 'overlaps' });
    assert.equal(stored('roles.json'), null);
    assert.partialDeepStrictEqual(await list(1), { state: 'listed' });
    aws.states.executions.set(SWEEP, [started(2, 10), started(1, 10)]);
    assert.partialDeepStrictEqual(await list(2), { state: 'overlaps' });
    assert.partialDeepStrictEqual(await list(1), { state: 'listed' });
  });

  it('leaves out a state machine that is deleted meanwhile', async () => {
    addMachines('a', 'a1');
    aws.fault = ({ action }) => {
      if (action === 'DescribeStateMachine') aws.states.machines.delete(machineArn('a1'));
      return undefined;
    };
    const listed = await functions.sweep(LIST, context());
    aws.fault = () => undefined;
    assert.partialDeepStrictEqual(listed, { roles: 1 });
  });
});

describe('the second look of the sweep', () => {
  it('is at the roles that the first look has told of, of this sweep only', async () => {
    aws.objects.set('sweep/again/7/a', '{}');
    aws.objects.set('sweep/again/6/b', '{}');
    assert.deepEqual(await functions.sweep({ step: 'gather', listed: 7 }, context()), { roles: 1, seconds: 0 });
    assert.deepEqual(stored('again.json'), [{ role: 'a', listed: 7, second: true }]);
  });
});

describe('the sweep’s own role', () => {
  it('is what rolefit fits to its definition (npm run build writes it)', async () => {
    const template = readFileSync('template.yaml', 'utf8');
    assert.equal(await withSweepPolicy(template), template);
  });

  it('cannot be fitted where the marks in the template are gone', async () => {
    await assert.rejects(withSweepPolicy('Resources: {}'), /the marks of what is fitted are gone/);
  });
});
