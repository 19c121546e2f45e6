/**
 * Writes what is made from sources and checked in beside them, so that `src` and template.yaml can be used as they are: the
 * report's script and style, and the policy of the sweep's role. Tests fail where one of them is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { reportAssets } from './reportAssets.ts';
import { withSweepPolicy } from './sweepPolicy.ts';

const template = readFileSync('template.yaml', 'utf8');
for (const [file, fresh] of [
  ['src/report/assets.json', await reportAssets()],
  ['template.yaml', await withSweepPolicy(template)],
] as const) {
  const isStale = readFileSync(file, 'utf8') !== fresh;
  if (isStale) writeFileSync(file, fresh);
  console.log(`${file} ${isStale ? 'is written anew' : 'is as it should be'}`);
}
