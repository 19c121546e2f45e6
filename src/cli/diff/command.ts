import type { Fit, FitOptions } from '../../analysis/fit.ts';
import type { LookUp } from '../../facts/lookUp.ts';
import { Failure } from '../failure.ts';
import { fitOptions, templateOptions } from '../input/arguments.ts';
import { liveLookUp, placedIn } from '../input/live.ts';
import { readStateMachines, refuseTemplateOptions } from '../input/reading.ts';
import {
  fitStateMachine,
  type StateMachine,
  type StateMachines,
  type TemplateOptions,
} from '../input/stateMachines.ts';
import { unusedOptions } from '../input/unused.ts';
import { parsed } from '../input/usage.ts';
import { noteLines, unreadableLines } from '../messages.ts';
import {
  COMMAND_OPTIONS,
  DIFF_OUTPUT,
  HELP_OPTION,
  listed,
  MACHINE_HELP,
  TEMPLATE_HELP,
  TERMINAL_OPTIONS,
} from '../options.ts';
import { jsonText, type Output } from '../output.ts';
import { type Progress, progressOf, type Streams, terminalOf } from '../terminal/terminal.ts';
import { type Compared, compared, paired, type Sides } from './comparison.ts';
import { diffJson } from './json.ts';
import { diffMarkdown } from './markdown.ts';
import { diffText } from './text.ts';

export const DIFF_HELP = `Shows what a change of a definition adds to the execution role and takes from it: for each state the permissions,
newly introduced wildcards, and the findings that are new or gone.

Usage: rolefit diff OLD NEW [options]

  OLD, NEW   two versions: a state machine definition in JSON or YAML, a SAM or CloudFormation template, or the cdk.out
             folder of a CDK app, whose state machines are matched by their logical IDs; a folder of Terraform's .tf
             files, or a plan or a state as terraform show -json prints it, whose state machines are matched by their
             addresses; git:REF:PATH, a file in a
             commit (PATH from the top of the repository, or ./PATH); the ARN of a deployed state machine or of one of
             its versions (which needs states:DescribeStateMachine); - reads standard input; /dev/null is no version

${MACHINE_HELP}
${TEMPLATE_HELP}
Output:
${listed({ ...DIFF_OUTPUT, ...TERMINAL_OPTIONS, ...HELP_OPTION })}
Examples:
  rolefit diff git:main:workflow.asl.json workflow.asl.json
  rolefit diff git:origin/main:template.yaml template.yaml --format markdown > comment.md
  rolefit diff old.asl.json new.asl.json --exit-code
  rolefit diff arn:aws:states:eu-west-1:111122223333:stateMachine:orders orders.asl.json
  rolefit diff git:v1:app.yaml git:v2:app.yaml --json | jq '.stateMachines[].added[] | select(.wildcard)'

--json prints {"stateMachines": [{"label", "status": "changed" | "same" | "added" | "removed",
"counts": {"added", "removed", "wildcards"}, "policySize": {"old", "new"},
"added": [{"state", "purpose", "action", "resource", "conditions"?, "origin", "tightness", "wildcard", "narrower"}],
"removed": […], "findings": {"new", "gone"}, "assumedRoles": [{"role", "added", "removed"}]}],
"unreadable": [{"label", "reason"}]}.

Exit status: 0 NEW's policies are complete; 1 a finding of severity error in NEW, a state machine that cannot be read,
or, with --exit-code, any difference; 2 wrong usage or unreadable input.
`;

/** Runs `rolefit diff` with its arguments. Throws Failure for wrong usage and unreadable input. */
export async function runDiff(args: readonly string[], { stdout, stderr, env }: Streams): Promise<Output> {
  const { values, positionals } = parsed('diff', args, COMMAND_OPTIONS.diff);
  if (values.help) return { stdout: DIFF_HELP, stderr: '', status: 0 };
  const names = sidesOf(positionals);
  const { format } = values;
  if (format !== undefined && format !== 'text' && format !== 'markdown') {
    throw new Failure(`diff: --format ${JSON.stringify(format)} is not text or markdown`);
  }
  const terminal = terminalOf('diff', stdout, env, values);
  const options = fitOptions('diff', values);
  const template = templateOptions('diff', values);
  const [before, after] = await Promise.all(names.map((name) => readSide(name, options, template)));
  const unreadable = [...(before?.unreadable ?? []), ...(after?.unreadable ?? [])];
  const pairs = paired(before ?? NONE, after ?? NONE, template.only);
  const sides = [before, after].flatMap((side) => side?.stateMachines ?? []);
  refuseTemplateOptions('diff', { stateMachines: sides, unreadable }, template);
  const lookUp = await liveLookUp(placedIn(values, sides));
  const progress = progressOf('comparing state machine', pairs.length, stderr);
  const fitted: FittedPair[] = [];
  for (const pair of pairs) fitted.push(await fittedPair(pair, lookUp, progress));
  progress.end();
  const all = fitted.map(({ result }) => result);
  const isIncomplete = all.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
  const differs = values['exit-code'] === true && all.some(({ status }) => status !== 'same');
  const text = { text: () => diffText(all, names, terminal), markdown: () => diffMarkdown(all, names) };
  return {
    stdout: values.json ? jsonText(diffJson(all, unreadable)) : text[format ?? 'text'](),
    stderr:
      noteLines([before, after].flatMap((side) => side?.notes ?? [])) +
      unreadableLines(unreadable) +
      unusedOptions(
        values,
        sides,
        fitted.flatMap(({ fits }) => fits),
      ),
    status: isIncomplete || differs || unreadable.length > 0 ? 1 : 0,
  };
}

function sidesOf(positionals: readonly string[]): readonly [string, string] {
  const [old, now, ...others] = positionals;
  if (old === undefined || now === undefined) {
    throw new Failure(
      'diff: name two versions, as in rolefit diff git:main:app.asl.json app.asl.json; see rolefit diff --help',
    );
  }
  if (others.length > 0) throw new Failure(`diff: two versions at a time, not also ${others.join(' ')}`);
  if (old === '-' && now === '-') throw new Failure('diff: only one version can come from standard input');
  return [old, now];
}

const NONE: StateMachines = { stateMachines: [], unreadable: [] };

/** Reads a whole side: the state machine that --state-machine names may be on the other side only. */
async function readSide(name: string, options: FitOptions, template: TemplateOptions): Promise<StateMachines> {
  // Git's name for the missing side of a new or removed file.
  if (name === '/dev/null') return NONE;
  const { stateMachines, unreadable, notes } = await readStateMachines('diff', name, options, {
    ...template,
    only: undefined,
    isVersion: true,
  });
  const { only } = template;
  return {
    stateMachines,
    unreadable: unreadable.filter(({ logicalId = only }) => only === undefined || logicalId === only),
    ...(notes === undefined ? {} : { notes }),
  };
}

interface FittedPair {
  readonly result: Compared;
  readonly fits: readonly Fit[];
}

async function fittedPair(
  { label, old, new: now }: Sides<StateMachine>,
  lookUp: LookUp | undefined,
  progress: Progress,
): Promise<FittedPair> {
  const fits = {
    label,
    old: old && (await fitStateMachine(old, lookUp)).result,
    new: now && (await fitStateMachine(now, lookUp)).result,
  };
  progress.step();
  return { result: compared(fits), fits: [fits.old, fits.new].filter((fit) => fit !== undefined) };
}
