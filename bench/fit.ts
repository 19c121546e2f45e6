/**
 * Benchmarks the analysis against JSON.parse on the same text, and fails where a limit is passed. Medians of many
 * runs; peak memory in a process of its own. Run with --expose-gc.
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

/** Medians, in milliseconds, of functions that take turns, so that a slow moment of the machine hits all of them. */
function medians<Name extends string>(
  runs: number,
  functions: Readonly<Record<Name, () => unknown>>,
): Record<Name, number> {
  const names = Object.keys(functions) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const name of names) {
      globalThis.gc?.();
      const start = performance.now();
      functions[name]();
      times.get(name)?.push(performance.now() - start);
    }
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

function main(): void {
  if (process.argv.includes('--memory')) {
    analyse(definitionOfSize(MEGABYTE));
    process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
    return;
  }
  const half = definitionOfSize(MEGABYTE / 2);
  const whole = definitionOfSize(MEGABYTE);
  const { parse, fitted, fittedHalf } = medians(40, {
    parse: () => JSON.parse(whole),
    fitted: () => analyse(whole),
    fittedHalf: () => analyse(half),
  });
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
