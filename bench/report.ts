/** One line of a benchmark; passing its limit fails the run. */
export function report(name: string, value: number, limit: number, unit: string): void {
  const verdict = value <= limit ? 'ok' : 'TOO MUCH';
  console.log(`${name.padEnd(22)} ${value.toFixed(2).padStart(8)} ${unit} (at most ${limit})  ${verdict}`);
  if (value > limit) process.exitCode = 1;
}
