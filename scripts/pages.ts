/**
 * Compares the pages that the tables cite with AWS's pages of today, and names those that changed: `npm run pages`.
 *
 *   npm run pages -- [--from FOLDER|ADDRESS-WITH-{path}] [--record] [--list]
 *
 * FOLDER mirrors the paths of docs.aws.amazon.com, as .md or .html; without --from, AWS's own site is asked. --record
 * writes what was read to catalog/data/pages.json, once the tables are mended; --list only lists the pages and who cites them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { citedPages } from './pages/cited.ts';
import { compare, exitStatus, type Records, recorded, report } from './pages/compare.ts';
import { AWS_DOCS, pageSource } from './pages/source.ts';

const FILE = 'catalog/data/pages.json';
const { from, record, list } = parseArgs({
  options: {
    from: { type: 'string', default: AWS_DOCS },
    record: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
}).values;

const cited = await citedPages('.');
if (list) for (const [page, files] of cited) console.log(`${page} (${files.join(', ')})`);
else {
  const records: Records = JSON.parse(readFileSync(FILE, 'utf8'));
  const compared = await compare(cited, records, pageSource(from));
  for (const line of report(compared)) console.log(line);
  process.exitCode = exitStatus(compared);
  if (record) {
    const read = new Date().toISOString().slice(0, 10);
    writeFileSync(FILE, `${JSON.stringify(recorded(compared, records, { read, from }), null, 2)}\n`);
    console.log(`${FILE} has what was read.`);
  }
}
