import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import { fit } from '../../src/analysis/fit.ts';
import { definition, machine, task } from '../support/cases.ts';
import { isAllowed } from '../support/iam.ts';
import { checkWorkflow, type Denied, type Fitting, noShares } from '../support/interpreter/differential.ts';
import type { Checked, Range } from '../support/interpreter/worker.ts';

/**
 * Random workflows are really run, by an interpreter of the tests' own, and the policy fitted to each has to allow
 * every request of every run. A failure prints a small definition to paste into a test with a name.
 *
 * DIFFERENTIAL_RUNS and DIFFERENTIAL_SEED choose how many runs, and which.
 */
const RUNS = Number(process.env['DIFFERENTIAL_RUNS'] ?? 100_000);
const SEED = Number(process.env['DIFFERENTIAL_SEED'] ?? 1);
const INPUTS = 5;
const fitting: Fitting = async (given, named) => {
  const place = { region: 'eu-west-1', account: '111122223333' };
  const { policy } = await fit(definition(given), named ? { ...place, name: 'machine' } : place);
  return policy;
};

/** Half of the seeds in each thread, for a machine of two cores. */
async function inThreads(workflows: number): Promise<readonly Checked[]> {
  const count = Math.ceil(workflows / 2);
  return Promise.all([0, count].map((start) => inThread({ from: SEED * 1_000_003 + start, count, inputs: INPUTS })));
}

async function inThread(range: Range): Promise<Checked> {
  const thread = new Worker(new URL('../support/interpreter/worker.ts', import.meta.url), { workerData: range });
  const [checked] = await once(thread, 'message');
  return checked;
}

describe('for workflows that are really run', () => {
  it(`the policy allows every request of ${RUNS} runs, from seed ${SEED}`, async (test) => {
    const checked = await inThreads(RUNS / INPUTS);
    for (const { shares } of checked) test.diagnostic(`seed ${SEED}: ${JSON.stringify(shares)}`);
    const failures = checked.flatMap((half) => half.failures);
    const shown = failures.map((denied) => JSON.stringify(denied, null, 1)).join('\n');
    assert.equal(failures.length, 0, `seed ${SEED}: the policy denies a request of a run:\n${shown}`);
    assert.ok(checked.reduce((sum, { shares }) => sum + shares.runs, 0) >= RUNS);
  });

  it('the test reports a policy that is too narrow, with a definition made small', async () => {
    const narrow: Fitting = async (given, named) => {
      const { Statement } = await fitting(given, named);
      return { Statement: Statement.filter(({ Action = [] }) => !Action.includes('sns:Publish')) };
    };
    const failures: Denied[] = [];
    for (let seed = 1; failures.length === 0 && seed < 200; seed++) {
      const denied = await checkWorkflow(seed, INPUTS, narrow, noShares());
      if (denied) failures.push(denied);
    }
    const [found] = failures;
    assert.equal(found?.request.action, 'sns:Publish');
    assert.ok(JSON.stringify(found.definition).length < 500, JSON.stringify(found.definition));
  });
});

describe('found by it', () => {
  it('an S3 key may begin like an ARN', async () => {
    const state = task('arn:aws:states:::aws-sdk:s3:getObject', { Bucket: 'bucket', Key: 'arn:x' });
    const policy = await fitting(machine({ A: state }), true);
    assert.ok(isAllowed(policy, { action: 's3:GetObject', resource: 'arn:aws:s3:::bucket/arn:x' }));
  });
});
