import { readdirSync } from 'node:fs';
import {
  asMarkdown,
  type Judgeable,
  type Judged,
  judged,
  type Saying,
  verdictLine,
} from '../../scripts/differences/judge.ts';
import { checkProblems } from '../../src/cli/check/problems.ts';
import { type CheckedRole, checkRoles } from '../../src/cli/check/roles.ts';
import { inTemplate } from '../../src/cli/check/target.ts';
import { readFiles } from '../../src/cli/input/files.ts';
import { NO_TERRAFORM } from '../../src/cli/input/terraformOptions.ts';
import { JUDGEMENTS } from './judgements.ts';

export const PAGE = 'docs/serverless-check.md';

const PROJECTS = 'test/serverless';

interface ServerlessDifference extends Judgeable {
  readonly project: string;
}

/** The page on what `rolefit check` says of the roles that serverless-step-functions makes, and what is wrong with the judgements. */
export async function serverlessCheck(): Promise<{ readonly page: string; readonly faults: readonly string[] }> {
  const projects = readdirSync(PROJECTS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = await Promise.all(projects.map(({ name }) => differencesIn(name)));
  const { all, faults } = judged(found.flat(), JUDGEMENTS, ({ level }) => level !== 'note');
  return { page: pageOf(all), faults };
}

/** Checks a project as `rolefit check` does, given its folder. */
async function differencesIn(project: string): Promise<readonly ServerlessDifference[]> {
  const template = { parameters: {}, only: undefined, terraform: NO_TERRAFORM };
  const { stateMachines } = await readFiles(`${PROJECTS}/${project}`, {}, template);
  const roles = await checkRoles(stateMachines.map(inTemplate));
  return roles.flatMap((role) => ofRole(project, role));
}

function ofRole(project: string, role: CheckedRole): readonly ServerlessDifference[] {
  const id = role.machines[0]?.stateMachine.template?.machine.logicalId ?? '';
  return checkProblems([role], []).map(({ level, code, message }) => {
    const text = message.replaceAll(/ \(line \d+\)/g, '').replaceAll(/test\/serverless\/\S+ /g, '');
    return {
      project,
      subject: keyOf(id),
      level,
      code,
      message: text.replaceAll(`${id}Role.Policies.0`, "the role's policy"),
    };
  });
}

/** The key in serverless.yml. */
function keyOf(logicalId: string): string {
  const name = logicalId.replace(/StepFunctionsStateMachine$/, '').replace(/Dash.*$/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

const HEADINGS: Readonly<Record<Saying, string>> = {
  missing: 'Missing',
  'not certain': 'Not certain',
  'too much': 'Too much',
  'not checked': 'Not checked',
  note: 'Note',
};

function pageOf(all: readonly Judged<ServerlessDifference>[]): string {
  const byMachine = Map.groupBy(all, ({ difference: { project, subject } }) => `${project}: ${subject}`);
  return [
    '# What check says of the roles of serverless-step-functions',
    '',
    '`rolefit check` on what serverless 3.40.0 with serverless-step-functions 3.31.2 compiles of the projects in `test/serverless`: state machines with',
    'events, alarms, exact versions, logs, tracing, encryption, roles and statements of their own, distributed Maps, nested workflows and jobs. The plugin',
    'makes the roles; what check says of each is judged by a person. No difference is a false alarm: `test/serverless` fails for one that',
    'has no judgement. `npm run serverless:check` compiles the projects anew, and with `-- --write` writes this page. A state machine that is not here fits.',
    '',
    ...[...byMachine].flatMap(([machine, those]) => [`## ${machine}`, '', ...linesOf(those), '']),
  ].join('\n');
}

function linesOf(those: readonly Judged<ServerlessDifference>[]): readonly string[] {
  return Object.entries(HEADINGS).flatMap(([saying, heading]) =>
    those
      .filter((each) => each.saying === saying)
      .flatMap(({ difference, judgement }) => [
        `- **${heading}**: ${asMarkdown(difference.message)}`,
        ...(judgement === undefined ? [] : [verdictLine(judgement)]),
      ]),
  );
}
