/** Reads and writes what belongs to the guarded actions: candidates, judgements, the table that runs, and its page. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Authority } from './authority.ts';
import type { Candidates } from './candidates.ts';
import { guardedPage, runtimeTable } from './guardedPage.ts';
import { judge, type Table } from './judge.ts';
import type { Judgements } from './judged.ts';

const CANDIDATES = new URL('../data/candidates.json', import.meta.url);
const JUDGEMENTS = new URL('../judgements/', import.meta.url);
const TABLE = 'src/policy/data/guarded.json';
const PAGE = 'docs/guarded-actions.md';

/** One line for each action, so that a difference reads well. */
export function writeCandidates(candidates: Candidates): void {
  const prefixes = Object.entries(candidates).map(([prefix, actions]) => {
    const lines = Object.entries(actions).map(([name, one]) => `  ${JSON.stringify(name)}: ${JSON.stringify(one)}`);
    return ` ${JSON.stringify(prefix)}: {\n${lines.join(',\n')}\n }`;
  });
  writeFileSync(CANDIDATES, `{\n${prefixes.join(',\n')}\n}\n`);
}

/** The verdicts of the candidates that the last refresh found. */
export async function readTable(authority: Authority): Promise<Table> {
  const candidates: Candidates = JSON.parse(readFileSync(CANDIDATES, 'utf8'));
  const judgements = new Map<string, Judgements>();
  for (const file of readdirSync(JUDGEMENTS).toSorted()) {
    const module: { readonly default: Judgements } = await import(new URL(file, JUDGEMENTS).href);
    judgements.set(file.replace(/\.ts$/, ''), module.default);
  }
  return judge(candidates, judgements, authority);
}

export function writeTable(table: Table): void {
  writeFileSync(TABLE, JSON.stringify(runtimeTable(table)));
  writeFileSync(PAGE, guardedPage(table));
  // Unlike the tables of the SDK's services, this one is formatted like the sources.
  execFileSync('node_modules/.bin/biome', ['format', '--write', TABLE], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** One line for each candidate without a judgement, with why it needs one, and for each judgement that cannot stand. */
export function complaints({ missing, stale }: Table): readonly string[] {
  return [
    ...[...missing].map(
      ([action, { operations, signals }]) =>
        `${action} is not judged (${signals.join('; ')}), ${operations.join(', ') || 'a permission without operation'}`,
    ),
    ...stale.map((row) => `stale judgement: ${row}`),
  ];
}
