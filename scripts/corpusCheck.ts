/**
 * Checks the roles of a folder's templates and writes docs/corpus-check.md: for each state machine, what its role lacks and
 * has too much. `npm run corpus:check -- FOLDER` looks for template.yaml and template.yml in it. With --check it writes
 * nothing and fails where the page is not what it would write. Either way it fails where an error has no judgement, and where a judgement is about none.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkProblems } from '../src/cli/check/problems.ts';
import { checkRoles } from '../src/cli/check/roles.ts';
import { inTemplate } from '../src/cli/check/target.ts';
import { Failure } from '../src/cli/failure.ts';
import { sourceOf } from '../src/cli/input/inputFile.ts';
import { type StateMachines, stateMachinesIn } from '../src/cli/input/stateMachines.ts';
import { NO_TERRAFORM } from '../src/cli/input/terraformOptions.ts';
import type { Problem } from '../src/cli/problems/problem.ts';
import { own } from '../src/own.ts';
import { JUDGEMENTS } from './corpus/judgements.ts';
import { REMARKS } from './corpus/remarks.ts';
import { asMarkdown, type Judgeable, type Judged, judged, verdictLine } from './differences/judge.ts';

const PAGE = 'docs/corpus-check.md';

interface Row {
  readonly template: string;
  readonly stateMachines: number;
  readonly problems: readonly Problem[];
}

async function rowOf(folder: string, template: string): Promise<Row> {
  const file = join(folder, template);
  try {
    const found: StateMachines = stateMachinesIn(
      sourceOf(file),
      {},
      { parameters: {}, only: undefined, terraform: NO_TERRAFORM },
    );
    const roles = await checkRoles(found.stateMachines.map(inTemplate));
    return { template, stateMachines: found.stateMachines.length, problems: checkProblems(roles, found.unreadable) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const refused: Problem = { level: 'error', code: 'unreadable-definition', file, message: error.message };
    return { template, stateMachines: 0, problems: [refused] };
  }
}

interface Difference extends Judgeable {
  readonly state: string | undefined;
}

function differencesIn({ template, problems }: Row, folder: string): readonly Difference[] {
  return problems.map(({ level, code, state, message }) => ({
    subject: dirname(template),
    level,
    code,
    state,
    message: message.replaceAll(`${folder}/`, ''),
  }));
}

const COLUMNS = ['missing', 'not certain', 'too much', 'not checked', 'note'] as const;

function pageOf(rows: readonly Row[], all: readonly Judged<Difference>[]): string {
  const lines = rows.map(({ template, stateMachines }) => {
    const those = ofTemplate(template, all);
    const counts = COLUMNS.map((saying) => those.filter((each) => each.saying === saying).length);
    return `| ${template} | ${[stateMachines, ...counts].join(' | ')} |`;
  });
  return [
    '# What the roles of real templates lack and have too much',
    '',
    `\`rolefit check\` on the ${rows.length} SAM templates of AWS's [Step Functions workflows collection](https://github.com/aws-samples/step-functions-workflows-collection)`,
    '(MIT-0) that have state machines, without values for their parameters. `npm run corpus:check -- FOLDER` writes this page. Each error is judged,',
    'with the page that decides; every other difference was looked at, and the remarks say what it is.',
    '',
    `| template | state machines | missing | not certain | too much | not checked | notes |`,
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
    '## Each difference',
    '',
    ...rows.flatMap(({ template }) => detailsOf(dirname(template), ofTemplate(template, all))),
  ].join('\n');
}

function ofTemplate(template: string, all: readonly Judged<Difference>[]): readonly Judged<Difference>[] {
  return all.filter(({ difference }) => difference.subject === dirname(template));
}

function detailsOf(name: string, those: readonly Judged<Difference>[]): readonly string[] {
  const remark = own(REMARKS, name);
  const lines = those.flatMap(({ difference: { level, state, message }, judgement }) => [
    `- ${level}: ${state === undefined ? '' : `\`${state}\` `}${asMarkdown(message)}`,
    ...(judgement === undefined ? [] : [verdictLine(judgement)]),
  ]);
  return [
    `### ${name}`,
    '',
    ...(remark === undefined ? [] : [remark, '']),
    ...(lines.length === 0 ? ['The role fits.'] : lines),
    '',
  ];
}

async function main(folder: string | undefined, isCheck: boolean): Promise<number> {
  if (folder === undefined) {
    console.error('corpus:check: name the folder that holds the templates');
    return 2;
  }
  const files = globSync('**/template.{yaml,yml}', { cwd: folder }).sort();
  const those = files.filter((file) => /Type:.*::StateMachine\b/.test(readFileSync(join(folder, file), 'utf8')));
  const rows: Row[] = [];
  for (const file of those) rows.push(await rowOf(folder, file));
  const differences = rows.flatMap((row) => differencesIn(row, folder));
  const { all, faults } = judged(differences, JUDGEMENTS, ({ level }) => level === 'error');
  const page = pageOf(rows, all);
  const isCurrent = !isCheck || readFileSync(PAGE, 'utf8') === page;
  if (!isCheck) writeFileSync(PAGE, page);
  const late = `${PAGE} is out of date: run npm run corpus:check -- ${basename(folder)}`;
  for (const fault of [...faults, ...(isCurrent ? [] : [late])]) console.error(fault);
  return faults.length === 0 && isCurrent ? 0 : 1;
}

const args = process.argv.slice(2);
process.exitCode = await main(
  args.find((arg) => !arg.startsWith('--')),
  args.includes('--check'),
);
