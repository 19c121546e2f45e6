import { parentPort, workerData } from 'node:worker_threads';
import { fit } from '../../../src/analysis/fit.ts';
import { definition } from '../cases.ts';
import { checkWorkflow, type Denied, type Fitting, noShares, type Shares } from './differential.ts';

/**
 * Checks a range of seeds in a thread of its own: the test runner watches every promise of its own thread, and an
 * interpreter that awaits JSONata makes millions.
 */
export interface Range {
  readonly from: number;
  readonly count: number;
  readonly inputs: number;
}

export interface Checked {
  readonly shares: Shares;
  readonly failures: readonly Denied[];
}

/** Failures that are gathered before a thread ends: one alone may hide another. */
const FAILURES = 2;

const fitting: Fitting = async (given, named) => {
  const place = { region: 'eu-west-1', account: '111122223333' };
  const { policy } = await fit(definition(given), named ? { ...place, name: 'machine' } : place);
  return policy;
};

function rangeOf(data: unknown): Range {
  if (typeof data !== 'object' || data === null || !('from' in data && 'count' in data && 'inputs' in data)) {
    throw new Error('the thread was given no range');
  }
  return { from: Number(data.from), count: Number(data.count), inputs: Number(data.inputs) };
}

const { from, count, inputs } = rangeOf(workerData);
const shares = noShares();
const failures: Denied[] = [];
for (let seed = from; seed < from + count && failures.length < FAILURES; seed++) {
  const denied = await checkWorkflow(seed, inputs, fitting, shares);
  if (denied) failures.push(denied);
}
const checked: Checked = { shares, failures };
parentPort?.postMessage(checked);
