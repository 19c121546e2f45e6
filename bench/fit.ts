/**
 * Benchmarks the analysis against JSON.parse on the same text, and fails where a limit is passed. The fastest of many
 * runs counts: the same work only takes longer where the machine was busy. Peak memory is that of a process of its own.
 * Run with --expose-gc.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseText } from '../src/asl/parse.ts';
import { fit } from '../src/fit.ts';
import { definitionOfSize } from './definition.ts';

/** The largest request that CreateStateMachine takes: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const MEGABYTE = 1_048_576;
const LIMITS = { timesJsonParse: 10, timesForTwiceTheStates: 2.2, peakMegabytes: 200 } as const;

function analyse(text: string): number {
  return fit(parseText(text, 'json'), { name: 'bench' }).calls.length;
}

/** The fastest run of each function, in milliseconds; they take turns, so that a slow moment hits all of them. */
function fastest(runs: number, functions: readonly (() => unknown)[]): readonly number[] {
  const times = functions.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < runs; run++) {
    for (const [index, measured] of functions.entries()) {
      globalThis.gc?.();
      const start = performance.now();
      measured();
      times[index] = Math.min(times[index] ?? Number.POSITIVE_INFINITY, performance.now() - start);
    }
  }
  return times;
}

function main(): void {
  if (process.argv.includes('--memory')) {
    analyse(definitionOfSize(MEGABYTE));
    process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
    return;
  }
  const half = definitionOfSize(MEGABYTE / 2);
  const whole = definitionOfSize(MEGABYTE);
  const [parse = 0, fitted = 0, fittedHalf = 0] = fastest(100, [
    () => JSON.parse(whole),
    () => analyse(whole),
    () => analyse(half),
  ]);
  const self = fileURLToPath(import.meta.url);
  const peak = Number(execFileSync(process.execPath, [self, '--memory'], { encoding: 'utf8' }));
  const rows = [
    ['fit / JSON.parse', fitted / parse, LIMITS.timesJsonParse, 'times'],
    ['1 MB / 0.5 MB', fitted / fittedHalf, LIMITS.timesForTwiceTheStates, 'times'],
    ['peak memory', peak, LIMITS.peakMegabytes, 'MB'],
  ] as const;
  const calls = analyse(whole);
  console.log(
    `${(whole.length / MEGABYTE).toFixed(2)} MB, ${calls} calls: JSON.parse ${parse.toFixed(1)} ms, fit ${fitted.toFixed(1)} ms`,
  );
  for (const [name, value, limit, unit] of rows) {
    const verdict = value <= limit ? 'ok' : 'TOO MUCH';
    console.log(`${name.padEnd(18)} ${value.toFixed(2).padStart(8)} ${unit} (at most ${limit})  ${verdict}`);
    if (value > limit) process.exitCode = 1;
  }
}

main();
