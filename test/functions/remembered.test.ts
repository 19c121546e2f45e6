import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { EmbeddedAws } from '../double/aws.ts';
import { allowedBy, contextOf, reading } from './hook.ts';
import {
  addRole,
  context,
  type Functions,
  HERE,
  loadFunctions,
  machineArn,
  roleArn,
  SWEEP,
  updated,
} from './recheck.ts';

/** Whole sweeps over weeks: what a version or an execution uses is known as long as it does. */

const aws = new EmbeddedAws();
let functions: Functions;
before(async () => {
  await aws.start();
  functions = await loadFunctions(aws.endpoint);
});
after(() => aws.stop());

let role = '';
let moved = '';
let count = 0;
beforeEach(async () => {
  role = `kept-${count++}`;
  moved = `${role}-moved`;
  aws.fault = () => undefined;
  aws.objects.clear();
  aws.states.machines.clear();
  aws.states.executions.clear();
  aws.states.routes.clear();
  aws.states.machines.set(SWEEP, { name: 'rolefit-sweep', definition: '{}', roleArn: roleArn('sweep') });
  addRole(aws, role);
  aws.iam.createRole(`${role}-plain`, { tags: [] });
  add(role, reading('a'), role);
  add(moved, reading('b'), role, { revisionId: 'r1' });
  await functions.check(updated(role), context());
  await functions.check(updated(moved), context());
});

function add(name: string, definition: string, of: string, more: object = {}): void {
  aws.states.machines.set(machineArn(name), { name, type: 'STANDARD', definition, roleArn: roleArn(of), ...more });
}

/** Its state machine is now run by a role that is none of rolefit's. */
function move(): void {
  add(moved, reading('x'), `${role}-plain`, { revisionId: 'r2' });
}

const STAYS: Readonly<Record<string, () => void>> = {
  'a version that an alias routes to': () => {
    const version = { name: moved, definition: reading('b'), roleArn: roleArn(role), revisionId: 'r1' };
    aws.states.machines.set(`${machineArn(moved)}:1`, version);
    aws.states.routes.set(machineArn(moved), `${machineArn(moved)}:1`);
  },
  'an execution that runs': () => {
    const revision = { definition: reading('b'), roleArn: roleArn(role), revisionId: 'r1', updateDate: 1 };
    const executionArn = `arn:aws:states:${HERE}:execution:${moved}:1`;
    aws.states.executions.set(machineArn(moved), [{ executionArn, startDate: 2, revision }]);
  },
  'nobody knows what: its executions cannot be listed': () => {
    aws.fault = ({ action, text }) =>
      action === 'ListExecutions' && text.includes(moved)
        ? { kind: 'refuse', code: 'AccessDeniedException', status: 400 }
        : undefined;
  },
};

const tables = () =>
  [...allowedBy(aws.iam.stateOf(role), role)].map((line) => line.replace(/.*table\//, '')).toSorted();

let sweeps = 0;

async function sweep(): Promise<void> {
  aws.age();
  const id = sweeps++;
  const executionArn = `arn:aws:states:${HERE}:execution:rolefit-sweep:${id}`;
  const revision = { definition: '{}', updateDate: 1 };
  aws.states.executions.set(SWEEP, [{ executionArn, startDate: 1, revision }]);
  const items = (file: string): readonly object[] =>
    JSON.parse(aws.objects.get(`sweep/sweeps/${id}/${file}.json`) ?? '[]');
  const step = (step: string) => functions.sweep({ step, executionArn }, contextOf(900_000));
  await step('list');
  for (const item of items('roles')) await functions.check(item, context());
  await step('gather');
  for (const item of items('again')) await functions.check(item, context());
  await step('finish');
}

/** Its checks fail as long as marks are kept. */
async function failing(): Promise<void> {
  const { fault } = aws;
  aws.fault = (call) =>
    call.action === 'ListRolePolicies' && call.role === role
      ? { kind: 'refuse', code: 'AccessDenied', status: 403 }
      : fault(call);
  await assert.rejects(sweep(), /access denied/);
  aws.fault = fault;
}

/** The days after which marks expire have passed, except for those that were written since. */
function expire(since: number): void {
  for (const key of [...aws.objects.keys()])
    if (/^sweep\/(uses|touched)\//.test(key) && (aws.written.get(key) ?? 0) < since) aws.objects.delete(key);
}

describe('a state machine that was moved to a role that is none of rolefit’s', () => {
  for (const isTold of [true, false]) {
    for (const [what, stay] of Object.entries(STAYS)) {
      it(`keeps what it needs of its former role, for ${what}, ${isTold ? 'by an event' : 'though no event told of it'}`, async () => {
        if (!isTold) aws.objects.clear();
        await sweep();
        move();
        stay();
        if (isTold) await functions.check(updated(moved), context());
        for (let week = 0; week < 3; week++) {
          const since = Date.now();
          if (week === 1) await failing();
          else await sweep();
          assert.deepEqual(tables(), ['a', 'b']);
          expire(since);
        }
      });
    }
  }

  it('keeps nothing once that has ended', async () => {
    await sweep();
    move();
    for (let week = 0; week < 2; week++) {
      const since = Date.now();
      await sweep();
      expire(since);
    }
    assert.deepEqual(tables(), ['a']);
    const left = [...aws.objects.keys()].filter((key) => key.startsWith(`sweep/uses/${role}/`));
    assert.deepEqual(left, []);
  });
});
