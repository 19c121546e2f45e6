import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MachineReader, RunningExecution } from '../../src/aws/machine.ts';
import { machineArnOf, roleNameOf } from '../../src/aws/machine.ts';
import { reasonsOf, revisionsDigest } from '../../src/recheck/reasons.ts';
import { definitionOf, machineArn, PLACE, roleArn, World } from './world.ts';

const signal = new AbortController().signal;

function world(): World {
  const made = new World();
  made.addMachine('m', 'r', ['a']);
  made.pass(1_000_000);
  return made;
}

async function kinds(reader: MachineReader): Promise<readonly string[]> {
  const { reasons } = await reasonsOf(reader, machineArn('m'), signal);
  return reasons.map(({ kind }) => kind);
}

/** A reader that notes what is asked. */
function counting(reader: MachineReader, asked: string[]): MachineReader {
  const noting =
    <T extends readonly unknown[], R>(name: string, ask: (...given: T) => R) =>
    (...given: T): R => {
      asked.push(name);
      return ask(...given);
    };
  return {
    describe: noting('describe', reader.describe),
    routedVersions: noting('routedVersions', reader.routedVersions),
    runningExecutions: noting('runningExecutions', reader.runningExecutions),
    revisionOfExecution: noting('revisionOfExecution', reader.revisionOfExecution),
  };
}

describe('the reasons for a role’s permissions', () => {
  it('of a state machine that was never updated need one request ("the first revision ID … is null", API_DescribeStateMachineForExecution)', async () => {
    const one = world();
    one.start('m', false);
    const asked: string[] = [];
    assert.deepEqual(await kinds(counting(one.ports().machines, asked)), ['current']);
    assert.deepEqual(asked, ['describe']);
  });

  it('are the current definition, versions that an alias routes to, and running executions of others', async () => {
    const one = world();
    one.publish('m');
    one.route('m', 1);
    one.update('m', { elements: ['b'] });
    one.start('m', false);
    one.pass(1_000_000);
    one.update('m', { elements: ['c'] });
    assert.deepEqual(await kinds(one.ports().machines), ['current', 'version', 'execution']);
  });

  it('are asked of one execution for each revision, however many are running', async () => {
    const one = world();
    for (const elements of [['b'], ['c'], ['d']] as const) {
      one.update('m', { elements });
      one.pass(600_000);
      for (let run = 0; run < 50; run++) {
        one.start('m', false);
        one.pass(20_000);
      }
    }
    const asked: string[] = [];
    assert.deepEqual(await kinds(counting(one.ports().machines, asked)), ['current', 'execution', 'execution']);
    assert.equal(asked.filter((call) => call === 'revisionOfExecution').length, 3);
  });

  it('are asked of each execution that was started shortly after an update ("may use the previous definition", API_UpdateStateMachine)', async () => {
    const one = world();
    one.update('m', { elements: ['b'] });
    for (let run = 0; run < 5; run++) one.start('m', false);
    const asked: string[] = [];
    await kinds(counting(one.ports().machines, asked));
    assert.equal(asked.filter((call) => call === 'revisionOfExecution').length, 5);
  });

  it('leave a doubt where there are too many to look at', async () => {
    const one = world();
    one.update('m', { elements: ['b'] });
    for (let run = 0; run < 101; run++) one.start('m', false);
    const { gaps } = await reasonsOf(one.ports().machines, machineArn('m'), signal);
    assert.deepEqual(gaps, ['m has more than 100 running executions of older definitions']);
    const more: MachineReader = {
      ...one.ports().machines,
      runningExecutions: async () => ({ executions: [], more: true }),
    };
    assert.match((await reasonsOf(more, machineArn('m'), signal)).gaps.join(), /more than 5000 running executions/);
  });

  it('of a state machine that is being deleted are its running executions only', async () => {
    const one = world();
    one.start('m', false);
    const reader = one.ports().machines;
    const describe = async (arn: string) => {
      const found = await reader.describe(arn, signal);
      return found && { ...found, isDeleting: true };
    };
    assert.deepEqual(await kinds({ ...reader, describe }), ['execution']);
  });

  it('of an execution whose version is gone are asked of the execution', async () => {
    const one = world();
    one.update('m', { elements: ['c'] });
    const execution: RunningExecution = {
      arn: `arn:aws:states:eu-west-1:111122223333:execution:m:1`,
      started: one.now,
      version: `${machineArn('m')}:9`,
    };
    const revision = { roleArn: roleArn('r'), definition: definitionOf(['b']), settings: {}, id: 'old', updated: 0 };
    const reader: MachineReader = {
      ...one.ports().machines,
      runningExecutions: async () => ({ executions: [execution], more: false }),
      revisionOfExecution: async () => revision,
    };
    assert.deepEqual(await kinds(reader), ['current', 'execution']);
    assert.deepEqual(await kinds({ ...reader, revisionOfExecution: async () => undefined }), ['current']);
  });

  for (const [method, expected] of [
    ['describe', []],
    ['routedVersions', ['current', 'execution']],
    ['runningExecutions', ['current', 'version']],
    ['revisionOfExecution', ['current', 'version']],
  ] as const) {
    it(`are those that can be read where ${method} fails, and it is told`, async () => {
      const one = world();
      one.publish('m');
      one.route('m', 1);
      one.update('m', { elements: ['b'] });
      one.start('m', false);
      one.pass(1_000_000);
      one.update('m', { elements: ['c'] });
      const failing = async () => Promise.reject(new Error('throttled'));
      const reader: MachineReader = { ...one.ports().machines, [method]: failing };
      assert.deepEqual(await kinds(reader), expected);
      const { unreadable } = await reasonsOf(reader, machineArn('m'), signal);
      assert.deepEqual(unreadable, [{ machineArn: machineArn('m'), why: 'throttled' }]);
    });
  }

  it('are not read any further once the check has run out of time', async () => {
    const failing = async () => Promise.reject(new Error('aborted'));
    const reader: MachineReader = { ...world().ports().machines, describe: failing };
    await assert.rejects(reasonsOf(reader, machineArn('m'), AbortSignal.abort()), /aborted/);
  });

  it('are none where there is no such state machine', async () => {
    assert.deepEqual(await kinds(new World().ports().machines), []);
  });
});

describe('what can be started', () => {
  it('is the same text as long as the same revisions can be', async () => {
    const one = world();
    const text = async () => revisionsDigest((await reasonsOf(one.ports().machines, machineArn('m'), signal)).reasons);
    one.update('m', { elements: ['b'] });
    const before = await text();
    one.start('m', false);
    assert.equal(await text(), before);
    one.publish('m');
    one.update('m', { elements: ['c'] });
    const after = await text();
    assert.notEqual(after, before);
    one.route('m', 1);
    assert.notEqual(await text(), after);
  });
});

describe('the state machine that something belongs to', () => {
  const at = `arn:aws:states:${PLACE.region}:${PLACE.account}`;
  for (const [arn, expected] of [
    [`${at}:stateMachine:m`, `${at}:stateMachine:m`],
    [`${at}:stateMachine:m:3`, `${at}:stateMachine:m`],
    [`${at}:stateMachine:m:live`, `${at}:stateMachine:m`],
    [`${at}:stateMachine:m/Each`, `${at}:stateMachine:m`],
    [`${at}:execution:m:run`, `${at}:stateMachine:m`],
    [`${at}:execution:m/Each:run`, `${at}:stateMachine:m`],
    [`${at}:express:m:run:id`, `${at}:stateMachine:m`],
    [`${at}:activity:m`, undefined],
    ['arn:aws:sqs:eu-west-1:111122223333:m', undefined],
    ['m', undefined],
  ] as const) {
    it(`of ${arn} is ${expected ?? 'none'}`, () => assert.equal(machineArnOf(arn), expected));
  }

  it('a role is named by the end of its ARN', () => {
    assert.equal(roleNameOf('arn:aws:iam::111122223333:role/service-role/orders'), 'orders');
  });
});
