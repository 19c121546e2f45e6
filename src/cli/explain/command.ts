import type { LookUp } from '../../facts/lookUp.ts';
import { reportModel } from '../../report/model.ts';
import { Failure } from '../failure.ts';
import { fileOf, fitOptions, templateOptions } from '../input/arguments.ts';
import { liveLookUp, placedIn } from '../input/live.ts';
import { readStateMachines } from '../input/reading.ts';
import { fitStateMachine, type StateMachine, type UnreadableStateMachine } from '../input/stateMachines.ts';
import { unusedOptions } from '../input/unused.ts';
import { parsed } from '../input/usage.ts';
import { noteLines, unreadableLines } from '../messages.ts';
import {
  COMMAND_OPTIONS,
  EXPLAIN_OUTPUT,
  HELP_OPTION,
  listed,
  MACHINE_HELP,
  TEMPLATE_HELP,
  TERMINAL_OPTIONS,
} from '../options.ts';
import { jsonText, type Output } from '../output.ts';
import { progressOf, type Streams, type Terminal, terminalOf } from '../terminal/terminal.ts';
import { type Explained, explainJson } from './json.ts';
import { legendText } from './legend.ts';
import { explainText } from './text.ts';
import { findingsIn, nodesAt, treeOf, within } from './tree.ts';

export const EXPLAIN_HELP = `Shows a state machine's states in the order in which they run, and for each what it may do, on which resources, why,
where each resource's name comes from, and what breaks without the permission.

Usage: rolefit explain FILE [options]

  FILE   a state machine definition (Amazon States Language) in JSON or YAML; a SAM or CloudFormation template; the
         cdk.out folder of a CDK app; a folder of Terraform's .tf files, or a plan or a state as terraform show -json
         prints it; a project's folder, in which rolefit finds what its tool makes (docs/other-tools.md);
         git:REF:PATH, a file in a commit; the ARN of a deployed state machine (which needs
         states:DescribeStateMachine); - reads standard input

${MACHINE_HELP}
${TEMPLATE_HELP}
Output:
${listed({ ...EXPLAIN_OUTPUT, ...TERMINAL_OPTIONS, ...HELP_OPTION })}
Examples:
  rolefit explain workflow.asl.json
  rolefit explain workflow.asl.json --state "Take payment"
  rolefit explain template.yaml --state-machine Orders --parameter Stage=prod
  rolefit explain infra --state-machine 'module.orders.aws_sfn_state_machine.this["eu"]'
  rolefit explain cdk.out --color always | less -R
  rolefit explain workflow.asl.json --json | jq '.stateMachines[].summary'

--json prints {"stateMachines": [{"label", "logicalId"?, "summary", "tree", and what generate --json prints: "policy",
"findings", "calls", "assumedRoles"?, "facts"?}], "unreadable": [{"label", "reason"}]}. A node of the tree has "name",
"path" (as in findings and calls), "type", "kind", "tightness", "permissions", "wildcards" and, where other states stand
in it, "branches": [{"label"?, "states"}].

Exit status: 0 every policy is complete; 1 a finding of severity error, or a state machine of a template that cannot be
read; 2 wrong usage or unreadable input.
`;

/** Runs `rolefit explain` with its arguments. Throws Failure for wrong usage and unreadable input. */
export async function runExplain(args: readonly string[], { stdout, stderr, env }: Streams): Promise<Output> {
  const { values, positionals } = parsed('explain', args, COMMAND_OPTIONS.explain);
  if (values.help) return { stdout: EXPLAIN_HELP, stderr: '', status: 0 };
  const file = fileOf('explain', positionals);
  const terminal = terminalOf('explain', stdout, env, values);
  const found = await readStateMachines(
    'explain',
    file,
    fitOptions('explain', values),
    templateOptions('explain', values),
  );
  const { stateMachines, unreadable } = found;
  const progress = progressOf('explaining state machine', stateMachines.length, stderr);
  const lookUp = await liveLookUp(placedIn(values, found.stateMachines));
  const fitted: Explained[] = [];
  for (const stateMachine of stateMachines) {
    fitted.push(await explained(stateMachine, lookUp));
    progress.step();
  }
  progress.end();
  const selected = values.state === undefined ? fitted : narrowed(fitted, values.state, file);
  return {
    stdout: values.json ? jsonText(explainJson(selected, unreadable)) : explainedText(selected, terminal),
    stderr:
      noteLines(found.notes) +
      unreadableLines(unreadable) +
      unusedOptions(
        values,
        stateMachines,
        fitted.map(({ result }) => result),
      ),
    status: isComplete(selected, unreadable) ? 0 : 1,
  };
}

async function explained(stateMachine: StateMachine, lookUp: LookUp | undefined): Promise<Explained> {
  const { result } = await fitStateMachine(stateMachine, lookUp);
  const report = reportModel(result, stateMachine.label);
  return { stateMachine, result, report, nodes: treeOf(report) };
}

function narrowed(all: readonly Explained[], state: string, file: string): readonly Explained[] {
  const found = all
    .map((one) => ({ ...one, nodes: nodesAt(one.nodes, state) }))
    .filter(({ nodes }) => nodes.length > 0);
  if (found.length > 0) return found;
  const names = within(all.flatMap(({ nodes }) => nodes)).flatMap(({ view }) => view.state?.name ?? []);
  const some = names.slice(0, 10).map((name) => JSON.stringify(name));
  const more = names.length > some.length ? `, and ${names.length - some.length} more` : '';
  throw new Failure(`explain: ${file} has no state ${JSON.stringify(state)}; it has ${some.join(', ')}${more}`);
}

/** How to read it stands once, at the end. */
function explainedText(all: readonly Explained[], terminal: Terminal): string {
  const each = all.map(({ stateMachine, report, nodes }) => explainText(stateMachine.label, report, nodes, terminal));
  const nodes = all.flatMap((one) => one.nodes);
  return [...each, legendText(nodes, terminal)].filter((text) => text !== '').join('\n');
}

function isComplete(all: readonly Explained[], unreadable: readonly UnreadableStateMachine[]): boolean {
  const findings = all.flatMap(({ nodes }) => findingsIn(nodes));
  return unreadable.length === 0 && !findings.some(({ severity }) => severity === 'error');
}
