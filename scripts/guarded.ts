/**
 * Writes the table of guarded actions and its page from the candidates of the last `npm run refresh` and the judgements:
 * `npm run guarded`. With `--service PREFIX` it only lists what is left to judge there. Fails where something is left.
 */
import { parseArgs } from 'node:util';
import { loadAuthority } from '../catalog/build/authority.ts';
import { complaints, readTable, writeTable } from '../catalog/build/guardedTable.ts';

const { service } = parseArgs({ options: { service: { type: 'string' } } }).values;
const table = await readTable(await loadAuthority([]));
if (service === undefined) writeTable(table);
const left = complaints(table).filter(
  (line) => service === undefined || line.replace('stale judgement: ', '').startsWith(`${service}:`),
);
for (const line of left) console.error(line);
console.log(`${table.verdicts.size} actions are judged; ${left.length} are left or stale.`);
process.exitCode = left.length === 0 ? 0 : 1;
