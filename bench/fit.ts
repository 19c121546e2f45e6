/**
 * Benchmarks the analysis against JSON.parse on the same text, and fails where a limit is passed. The fastest of many
 * runs counts: the same work only takes longer where the machine was busy. Peak memory is that of a process of its own.
 * Run with --expose-gc.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fitWith } from '../src/analysis/fit.ts';
import { parseText } from '../src/asl/parse.ts';
import { jsonataEngine } from '../src/values/jsonata/engine.ts';
import { definitionOfSize } from './definition.ts';
import { report } from './report.ts';

/** The largest request that CreateStateMachine takes: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const MEGABYTE = 1_048_576;
/** Twice the states take 2.0 times as long with a young generation of 256 MB; the rest is garbage collection. */
const LIMITS = { timesJsonParse: 12, timesForTwiceTheStates: 2.3, peakMegabytes: 200 } as const;

const RUNS = 50;
const ROUNDS = 6;

const jsonata = await jsonataEngine(['1 + 1']);

function analyse(text: string): number {
  return fitWith({ sdk: new Map(), jsonata }, parseText(text, 'json'), { name: 'bench' }).calls.length;
}

/**
 * Runs each function many times and keeps its fastest run so far, in milliseconds. They take turns, so that a slow
 * moment of the machine hits all of them.
 */
function race(functions: readonly (() => unknown)[], fastest: number[]): void {
  for (let run = 0; run < RUNS; run++) {
    for (const [index, measured] of functions.entries()) {
      globalThis.gc?.();
      const start = performance.now();
      measured();
      fastest[index] = Math.min(fastest[index] ?? Number.POSITIVE_INFINITY, performance.now() - start);
    }
  }
}

function main(): void {
  if (process.argv.includes('--memory')) {
    analyse(definitionOfSize(MEGABYTE));
    process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
    return;
  }
  const half = definitionOfSize(MEGABYTE / 2);
  const whole = definitionOfSize(MEGABYTE);
  const functions = [() => JSON.parse(whole), () => analyse(whole), () => analyse(half)];
  const times: number[] = [];
  let [parse, fitted, fittedHalf] = [0, 0, 0];
  // On a busy machine one round may not be enough to see what the code can do.
  for (let round = 0; round < ROUNDS; round++) {
    race(functions, times);
    [parse = 0, fitted = 0, fittedHalf = 0] = times;
    if (fitted / parse <= LIMITS.timesJsonParse && fitted / fittedHalf <= LIMITS.timesForTwiceTheStates) break;
  }
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
  for (const [name, value, limit, unit] of rows) report(name, value, limit, unit);
}

main();
