import type { Fit } from '../../analysis/fit.ts';
import type { Finding } from '../../finding.ts';
import { type Report, reportOf } from '../../report/model.ts';
import { Failure } from '../failure.ts';
import { fileOf, fitOptions, parsed, templateOptions } from '../input/options.ts';
import { fitSubject, type Subject, subjectsOf, type Unreadable } from '../input/subject.ts';
import { type GenerateJson, type Output, toJson } from '../output.ts';
import { shown } from '../terminal/lines.ts';
import {
  COMMAND_OPTIONS,
  EXPLAIN_OUTPUT,
  HELP_OPTION,
  listed,
  MACHINE_HELP,
  TEMPLATE_HELP,
  TERMINAL_OPTIONS,
} from '../terminal/table.ts';
import { progressOf, type Streams, type Terminal, terminalOf } from '../terminal/terminal.ts';
import {
  callsOf,
  findingsOf,
  type Node,
  type NodeJson,
  nodeJson,
  partsOf,
  type Summary,
  summaryOf,
  treeOf,
  within,
} from './explainModel.ts';
import { explainText, legendText } from './explainText.ts';

export const EXPLAIN_HELP = `Shows a state machine's states in the order in which they run, and for each what it may do, on which resources, why,
where each resource's name comes from, and what breaks without the permission.

Usage: rolefit explain FILE [options]

  FILE   a state machine definition (Amazon States Language) in JSON or YAML; a SAM or CloudFormation template; the
         cdk.out folder of a CDK app; git:REF:PATH, a file in a commit; - reads standard input

${MACHINE_HELP}
${TEMPLATE_HELP}
Output:
${listed({ ...EXPLAIN_OUTPUT, ...TERMINAL_OPTIONS, ...HELP_OPTION })}
Examples:
  rolefit explain workflow.asl.json
  rolefit explain workflow.asl.json --state "Take payment"
  rolefit explain template.yaml --state-machine Orders --parameter Stage=prod
  rolefit explain cdk.out --color always | less -R
  rolefit explain workflow.asl.json --json | jq '.stateMachines[].summary'

--json prints {"stateMachines": [{"label", "logicalId"?, "summary", "tree", and what generate --json prints: "policy",
"findings", "calls", "assumedRoles"?}], "unreadable": [{"label", "reason"}]}. A node of the tree has "name", "path" (as
in findings and calls), "type", "kind", "tightness", "permissions", "wildcards" and, where other states stand in it,
"branches": [{"label"?, "states"}].

Exit status: 0 every policy is complete; 1 a finding of severity error, or a state machine of a template that cannot be
read; 2 wrong usage or unreadable input.
`;

/** What `rolefit explain --json` prints. Fields are added in later versions, never renamed or removed. */
export interface ExplainJson {
  readonly stateMachines: readonly MachineJson[];
  readonly unreadable: readonly { readonly label: string; readonly reason: string }[];
}

interface MachineJson extends GenerateJson {
  readonly label: string;
  readonly logicalId?: string;
  readonly summary: Summary;
  readonly tree: readonly NodeJson[];
}

/** One state machine, or the part of it that is asked for. */
interface Explained {
  readonly subject: Subject;
  readonly result: Fit;
  readonly report: Report;
  readonly nodes: readonly Node[];
}

/** Runs `rolefit explain` with its arguments. Throws Failure for wrong usage and unreadable input. */
export async function explain(args: readonly string[], { stdout, stderr, env }: Streams): Promise<Output> {
  const { values, positionals } = parsed(args, COMMAND_OPTIONS.explain);
  if (values.help) return { stdout: EXPLAIN_HELP, stderr: '', status: 0 };
  const file = fileOf('explain', positionals);
  const terminal = terminalOf('explain', stdout, env, values);
  const found = subjectsOf(file, fitOptions('explain', values), templateOptions('explain', values));
  const { subjects, unreadable } = found;
  const progress = progressOf('explaining state machine', subjects.length, stderr);
  const fitted: Explained[] = [];
  for (const subject of subjects) {
    fitted.push(await explained(subject));
    progress.step();
  }
  progress.end();
  const shownOnes = values.state === undefined ? fitted : narrowed(fitted, values.state, file);
  return {
    stdout: values.json ? jsonOf(shownOnes, unreadable) : textOf(shownOnes, terminal),
    stderr: unreadableLines(unreadable),
    status: isComplete(shownOnes, unreadable) ? 0 : 1,
  };
}

async function explained(subject: Subject): Promise<Explained> {
  const { result } = await fitSubject(subject);
  const report = reportOf(result, subject.label);
  return { subject, result, report, nodes: treeOf(report) };
}

function narrowed(all: readonly Explained[], state: string, file: string): readonly Explained[] {
  const found = all
    .map((one) => ({ ...one, nodes: partsOf(one.nodes, state) }))
    .filter(({ nodes }) => nodes.length > 0);
  if (found.length > 0) return found;
  const names = within(all.flatMap(({ nodes }) => nodes)).flatMap(({ view }) => view.state?.name ?? []);
  const some = names.slice(0, 10).map((name) => JSON.stringify(name));
  const more = names.length > some.length ? `, and ${names.length - some.length} more` : '';
  throw new Failure(`explain: ${file} has no state ${JSON.stringify(state)}; it has ${some.join(', ')}${more}`);
}

/** How to read it stands once, at the end. */
function textOf(all: readonly Explained[], terminal: Terminal): string {
  const each = all.map(({ subject, report, nodes }) => explainText(subject.label, report, nodes, terminal));
  const nodes = all.flatMap((one) => one.nodes);
  return [...each, legendText(nodes, terminal)].filter((text) => text !== '').join('\n');
}

function jsonOf(all: readonly Explained[], unreadable: readonly Unreadable[]): string {
  const json: ExplainJson = {
    stateMachines: all.map(({ subject, result, report, nodes }) => ({
      label: subject.label,
      ...(subject.template === undefined ? {} : { logicalId: subject.template.machine.logicalId }),
      summary: summaryOf(report),
      tree: nodes.map(nodeJson),
      ...toJson({ ...result, findings: inOrderOf(result.findings, nodes), calls: callsOf(nodes) }, false),
    })),
    unreadable: unreadable.map(({ label, reason }) => ({ label, reason })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** Those of the states that are shown, errors first as everywhere. */
function inOrderOf(findings: readonly Finding[], nodes: readonly Node[]): readonly Finding[] {
  const kept = new Set(findingsOf(nodes));
  return findings.filter((finding) => kept.has(finding));
}

export function unreadableLines(unreadable: readonly Unreadable[]): string {
  return unreadable.map(({ label, reason }) => `${shown(label)}: error: ${shown(reason)}\n`).join('');
}

function isComplete(all: readonly Explained[], unreadable: readonly Unreadable[]): boolean {
  const findings = all.flatMap(({ nodes }) => findingsOf(nodes));
  return unreadable.length === 0 && !findings.some(({ severity }) => severity === 'error');
}
