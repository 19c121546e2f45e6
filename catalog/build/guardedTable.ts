/** Reads and writes what belongs to the guarded actions: candidates, judgements, the table that runs, and its page. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Authority } from './authority.ts';
import type { Candidates } from './candidates.ts';
import { guardedPage, runtimeTable } from './guardedPage.ts';
import { type GuardTable, judge } from './judge.ts';
import type { Judgements } from './judged.ts';
import { jsonRows } from './rows.ts';

const CANDIDATES = new URL('../data/candidates.json', import.meta.url);
const JUDGEMENTS = new URL('../judgements/', import.meta.url);
const TABLE = 'src/policy/data/guarded.json';
const PAGE = 'docs/guarded-actions.md';

export function writeCandidates(candidates: Candidates): void {
  writeFileSync(CANDIDATES, jsonRows(candidates, 2));
}

/** The verdicts of the candidates that the last refresh found. */
export async function readTable(authority: Authority): Promise<GuardTable> {
  const candidates: Candidates = JSON.parse(readFileSync(CANDIDATES, 'utf8'));
  const judgements = new Map<string, Judgements>();
  for (const file of readdirSync(JUDGEMENTS).toSorted()) {
    const module: { readonly default: Judgements } = await import(new URL(file, JUDGEMENTS).href);
    judgements.set(file.replace(/\.ts$/, ''), module.default);
  }
  return judge(candidates, judgements, authority);
}

export function writeTable(table: GuardTable): void {
  writeFileSync(TABLE, jsonRows(runtimeTable(table), 3));
  writeFileSync(PAGE, guardedPage(table));
}

/** One line for each candidate without a judgement, with why it needs one, and for each judgement that cannot stand. */
export function complaints({ missing, stale }: GuardTable): readonly string[] {
  return [
    ...[...missing].map(
      ([action, { operations, signals }]) =>
        `${action} is not judged (${signals.join('; ')}), ${operations.join(', ') || 'a permission without operation'}`,
    ),
    ...stale.map((row) => `stale judgement: ${row}`),
  ];
}
