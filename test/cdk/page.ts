import { asMarkdown, type Judged, judged, type Saying, verdictLine } from '../../scripts/differences/judge.ts';
import { type CdkDifference, differencesIn, once } from './differences.ts';
import { JUDGEMENTS } from './judgements/index.ts';
import { type CdkMachine, withSynthesized } from './synthesize.ts';

export const PAGE = 'docs/cdk-check.md';

export interface CdkCheck {
  readonly machines: readonly CdkMachine[];
  readonly page: string;
  /** What is wrong with the judgements. */
  readonly faults: readonly string[];
}

/** The page on what `rolefit check` says of the CDK's own roles, in a new app and in an old one. */
export async function cdkCheck(version: string): Promise<CdkCheck> {
  const apps = await Promise.all([[], ['--old']].map((options) => withSynthesized(options, checkedApp)));
  const machines = apps.flatMap((app) => app.machines);
  const { all, faults } = judged(once(apps.flatMap((app) => app.differences)), JUDGEMENTS, accuses);
  return { machines, page: pageOf(machines, all, version), faults };
}

async function checkedApp(folder: string, machines: readonly CdkMachine[]) {
  return { machines, differences: await differencesIn(folder, machines) };
}

/** A note accuses nobody. */
function accuses({ level }: CdkDifference): boolean {
  return level !== 'note';
}

const HEADINGS: Readonly<Record<Saying, string>> = {
  missing: 'Missing',
  'not certain': 'Not certain',
  'too much': 'Too much',
  'not checked': 'Not checked',
  note: 'Note',
};

function pageOf(machines: readonly CdkMachine[], all: readonly Judged<CdkDifference>[], version: string): string {
  const constructs = unique(machines.map(({ construct }) => construct));
  const rows = constructs.map((construct) => {
    const count = (saying: Saying) =>
      all.filter((each) => each.difference.subject === construct && each.saying === saying);
    const cells = (['missing', 'not certain', 'too much', 'note'] as const).map((saying) => count(saying).length);
    return `| ${construct} | ${of(machines, construct).length} | ${cells.join(' | ')} |`;
  });
  return [
    "# What check says of the CDK's own roles",
    '',
    `\`rolefit check\` on ${machines.length} state machines that aws-cdk-lib ${version} synthesizes, in a new app for any account and in an old one (without feature flags) for one account and Region:`,
    'each construct of aws-stepfunctions-tasks in each integration pattern and both query languages, distributed Maps with each reader and writer,',
    "logs, tracing and encryption. The CDK makes each role; what check says of it is judged one by one, with AWS's page that decides. No difference is a",
    'false alarm: `test/cdk` fails for one that has no judgement. `npm run cdk:check` writes this page.',
    '',
    '- **Missing**: the CDK does not grant what AWS asks for. **Not certain**: the definition and the template do not tell whether it is allowed.',
    '- **Too much**: what the CDK grants is wider than AWS asks for. **Note**: changes no exit status.',
    '',
    '| construct | state machines | missing | not certain | too much | notes |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    '## Each difference',
    '',
    ...constructs.flatMap((construct) => detailsOf(construct, of(machines, construct), all)),
  ].join('\n');
}

function of(machines: readonly CdkMachine[], construct: string): readonly CdkMachine[] {
  return machines.filter((machine) => machine.construct === construct);
}

function detailsOf(
  construct: string,
  machines: readonly CdkMachine[],
  all: readonly Judged<CdkDifference>[],
): readonly string[] {
  const those = all.filter(({ difference }) => difference.subject === construct);
  if (those.length === 0) return [];
  const lines = Object.entries(HEADINGS).flatMap(([saying, heading]) =>
    those
      .filter((each) => each.saying === saying)
      .flatMap(({ difference, judgement }) => [
        `- **${heading}** (${whereOf(difference.machines, machines)}): ${asMarkdown(difference.message)}`,
        ...(judgement === undefined ? [] : [verdictLine(judgement)]),
      ]),
  );
  return [`### ${construct}`, '', ...lines, ''];
}

/** The variants that a difference is said of; patterns only where not all have it. */
function whereOf(some: readonly CdkMachine[], all: readonly CdkMachine[]): string {
  const variants = unique(some.map(({ variant }) => variant));
  const ofThese = all.filter(({ variant }) => variants.includes(variant));
  const names = variants.length === unique(all.map(({ variant }) => variant)).length ? ['all'] : variants;
  const parts = (['pattern', 'language', 'app'] as const).flatMap((key) => {
    const values = unique(some.map((each) => each[key]));
    return values.length === unique(ofThese.map((each) => each[key])).length ? [] : [values.join(', ')];
  });
  return [names.join('; '), ...parts].join('; ');
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
