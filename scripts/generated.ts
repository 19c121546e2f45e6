/**
 * Writes what is made from sources and checked in beside them, so that `src` and template.yaml can be used as they are: the
 * report's script and style, the policy of the sweep's role, the parser of HCL, and what is made of the
 * tables of facts. Tests fail where one of them is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { withCertaintyTable } from './certaintyPage.ts';
import { extraActionsSchemaText } from './extraActionsSchema.ts';
import { factsSchemaText, withFactsTable } from './factsPage.ts';
import { hclParserJson } from './hclParser.ts';
import { reportAssets } from './reportAssets.ts';
import { withSweepPolicy } from './sweepPolicy.ts';

const template = readFileSync('template.yaml', 'utf8');
for (const [file, fresh] of [
  ['src/report/assets.json', await reportAssets()],
  ['template.yaml', await withSweepPolicy(template)],
  ['docs/facts.md', withFactsTable(readFileSync('docs/facts.md', 'utf8'))],
  ['docs/certainty.md', withCertaintyTable(readFileSync('docs/certainty.md', 'utf8'))],
  ['schemas/facts.schema.json', factsSchemaText()],
  ['schemas/extra-actions.schema.json', extraActionsSchemaText()],
  ['src/terraform/data/parser.json', hclParserJson()],
] as const) {
  const isStale = !existsSync(file) || readFileSync(file, 'utf8') !== fresh;
  if (isStale) writeFileSync(file, fresh);
  console.log(`${file} ${isStale ? 'is written anew' : 'is as it should be'}`);
}
