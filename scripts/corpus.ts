/**
 * Fits the workflows of a folder and writes docs/corpus.md: for each definition, what names the resources that it calls.
 * `npm run corpus -- FOLDER` looks for *.asl.json, *.asl.yaml and *.asl.yml in it. With --check it writes nothing and
 * fails where the table is not what it would write.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Fit, fit } from '../src/analysis/fit.ts';
import { DefinitionError } from '../src/asl/error.ts';
import { parseText } from '../src/asl/parse.ts';
import type { Origin } from '../src/grants/grant.ts';

const TABLE = 'docs/corpus.md';

type Kind = 'literal' | 'resolved' | 'pattern' | 'unknown';

const KINDS: Readonly<Partial<Record<Origin['kind'], Kind>>> = {
  literal: 'literal',
  assumedName: 'literal',
  resolved: 'resolved',
  pattern: 'pattern',
  unknown: 'unknown',
};

interface Row {
  readonly file: string;
  readonly calls: number;
  readonly counts: Readonly<Record<Kind, number>>;
  readonly open: readonly string[];
}

/** Counts each resource of a state once, however many actions it stands under. */
function rowOf(file: string, { calls }: Fit): Row {
  const counts = { literal: 0, resolved: 0, pattern: 0, unknown: 0 };
  const open: string[] = [];
  for (const { call, grants } of calls) {
    const origins = new Map(
      grants.flatMap(({ resources }) => resources).map(({ arn, origin }) => [resourceKey(arn, origin), origin]),
    );
    for (const origin of origins.values()) {
      const kind = KINDS[origin.kind];
      if (kind === undefined) continue;
      counts[kind]++;
      const text = openText(call.state, origin);
      if (text !== undefined) open.push(text);
    }
  }
  return { file, calls: calls.length, counts, open };
}

/** An unknown value counts once for each field, not for each resource type that it may be. */
function resourceKey(arn: string, origin: Origin): string {
  return origin.kind === 'unknown' ? `${origin.field} ${origin.expression}` : arn;
}

function openText(state: string, origin: Origin): string | undefined {
  if (origin.kind !== 'unknown' && origin.kind !== 'pattern') return undefined;
  const { cause } = origin;
  const why = cause === undefined ? '' : ` (${cause.reason}${cause.state === '' ? '' : ` ${code(cause.state)}`})`;
  const kind = origin.kind === 'pattern' ? 'in part' : 'not';
  return `${code(state)} ${origin.field} is ${kind} known: ${code(origin.expression)}${why}`;
}

function code(text: string): string {
  return `\`${text.replaceAll(/\s+/g, ' ')}\``;
}

async function read(folder: string, file: string): Promise<Row | string> {
  try {
    const definition = parseText(readFileSync(join(folder, file), 'utf8'), file.endsWith('json') ? 'json' : 'yaml');
    return rowOf(file, await fit(definition, { region: 'eu-west-1', account: '111122223333', name: 'machine' }));
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return `${file}: ${error.message}`;
  }
}

function corpusPage(rows: readonly (Row | string)[]): string {
  const read = rows.filter((row) => typeof row !== 'string');
  const refused = rows.filter((row) => typeof row === 'string');
  const total = (kind: Kind) => read.reduce((sum, { counts }) => sum + counts[kind], 0);
  const lines = read.map(
    ({ file, calls, counts }) =>
      `| ${file} | ${calls} | ${counts.literal} | ${counts.resolved} | ${counts.pattern} | ${counts.unknown} |`,
  );
  const open = read.filter((row) => row.open.length > 0);
  return [
    '# What names the resources of real workflows',
    '',
    `${read.length} definitions of AWS's [Step Functions workflows collection](https://github.com/aws-samples/step-functions-workflows-collection)`,
    '(MIT-0), fitted without any value for their `${Placeholders}`. `npm run corpus -- FOLDER` writes this page.',
    '',
    '- **literal**: the definition says the name where it is used, or a placeholder for it;',
    '- **resolved**: an expression that has one value in every execution;',
    '- **pattern**: known in part; **unknown**: only a run tells.',
    '',
    '| definition | calls | literal | resolved | pattern | unknown |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    `| **all** | ${read.reduce((sum, { calls }) => sum + calls, 0)} | ${total('literal')} | ${total('resolved')} | ${total('pattern')} | ${total('unknown')} |`,
    '',
    '## What stays open, and why',
    '',
    ...open.flatMap(({ file, open: texts }) => [`${file}:`, '', ...[...new Set(texts)].map((text) => `- ${text}`), '']),
    ...(refused.length === 0 ? [] : ['## Refused', '', ...refused.map((text) => `- ${text}`), '']),
  ].join('\n');
}

async function main(folder: string | undefined, isCheck: boolean): Promise<number> {
  if (folder === undefined) {
    console.error('corpus: name the folder that holds the workflows');
    return 2;
  }
  const files = globSync('**/*.asl.{json,yaml,yml}', { cwd: folder }).sort();
  const rows: (Row | string)[] = [];
  for (const file of files) rows.push(await read(folder, file));
  const page = corpusPage(rows);
  if (!isCheck) {
    writeFileSync(TABLE, page);
    return 0;
  }
  if (readFileSync(TABLE, 'utf8') === page) return 0;
  console.error(`${TABLE} is out of date: run npm run corpus -- ${basename(folder)}`);
  return 1;
}

const args = process.argv.slice(2);
process.exitCode = await main(
  args.find((arg) => !arg.startsWith('--')),
  args.includes('--check'),
);
