/**
 * Compares what src/terraform evaluates with what OpenTofu gives for thousands of random expressions: `npm run tofu:check`.
 * Exit status 1: something is different; 3: there is no OpenTofu. `-- --count N` and `--seed N` choose them; `--record` writes those that `npm test` compares without OpenTofu.
 */
import { writeFileSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { type Comparison, comparisons, inputsOf } from '../test/terraform/differential/compare.ts';
import { expressions } from '../test/terraform/differential/expressions.ts';
import { FOLDERS } from '../test/terraform/differential/folders.ts';
import { RECORDED, type RecordedExpression } from '../test/terraform/differential/recorded.ts';
import { tofuInputs, tofuValues } from '../test/terraform/differential/tofu.ts';
import { WRITTEN } from '../test/terraform/differential/written.ts';
import { tofuPath } from './tofu.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
  },
});
const tofu = tofuPath();
if (tofu === undefined) {
  console.error('There is no OpenTofu, so NOTHING WAS COMPARED: install Go to build it, or set TOFU to its path.');
  process.exit(3);
}
const seed = Number(values.seed);
const count = values.record ? 300 : Number(values.count);
const recorded: RecordedExpression[] = [];
const found: Comparison[] = [];
for (const open of [false, true]) {
  const random = expressions(count, seed, open);
  const all = open ? random : [...WRITTEN, ...random];
  const theirs = tofuValues(tofu, all);
  const compared = await comparisons(all, theirs, open);
  const counts = Map.groupBy(compared, ({ result }) => result);
  const list = [...counts].map(([result, { length }]) => `${length} ${result}`).toSorted();
  console.log(
    `${all.length} expressions ${open ? 'with variables that have no value here' : 'that are known'}: ${list.join(', ')}`,
  );
  found.push(...compared);
  recorded.push(...all.map((expression, index) => ({ expression, open, tofu: theirs[index] ?? '' })));
}
const folders: (readonly [string, ReturnType<typeof tofuInputs>])[] = [];
const wrong: string[] = [];
for (const [name, fixture] of Object.entries(FOLDERS)) {
  const inputs = tofuInputs(tofu, fixture);
  folders.push([name, inputs]);
  if (!isDeepStrictEqual(await inputsOf(fixture), inputs)) wrong.push(name);
}
console.log(`${folders.length} folders: ${folders.length - wrong.length} equal, ${wrong.length} different`);
for (const name of wrong) console.error('%s', `the folder is evaluated differently: ${name}`);
if (values.record) {
  const text = JSON.stringify({ expressions: recorded, folders: Object.fromEntries(folders) }, null, 1);
  writeFileSync(RECORDED, `${text}\n`);
}
const different = found.filter(({ result }) => result === 'different');
for (const { expression, tofu: theirs, ours } of different.slice(0, 20)) {
  console.error(
    '%s',
    `${expression}\n  tofu ${theirs}\n  here ${JSON.stringify(ours.kind === 'known' ? ours.value : ours)}`,
  );
}
process.exitCode = different.length + wrong.length === 0 ? 0 : 1;
