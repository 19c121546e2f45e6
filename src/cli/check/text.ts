import { excessLines } from '../../analysis/excessWords.ts';
import { conditionText } from '../../analysis/statementWords.ts';
import { effectOf, notAllowed, verdictWords } from '../../analysis/verdictWords.ts';
import { compareText, type Finding } from '../../finding.ts';
import { stateName } from '../../grants/consequence.ts';
import type { Shortfall } from '../../policy/shortfalls.ts';
import type { NotEvaluated } from '../../policy/statement.ts';
import { displayName } from '../input/read.ts';
import type { FileLine } from '../input/remarks.ts';
import type { UnreadableStateMachine } from '../input/stateMachines.ts';
import type { Problem } from '../problems/problem.ts';
import type { CheckCode } from '../problems/rules.ts';
import { block, quoted } from '../terminal/lines.ts';
import type { Style, Terminal } from '../terminal/terminal.ts';
import { denialProblem, onlyFiles } from './problems.ts';
import type { CheckedMachine, CheckedRole, Denial, RoleToCheck } from './roles.ts';
import { isUnchecked, TO_CHECK, uncheckedText } from './unchecked.ts';

/** A check for people: each state machine, then what its role has too much, and a summary line. */
export function checkText(
  roles: readonly CheckedRole[],
  unreadable: readonly UnreadableStateMachine[],
  problems: readonly Problem[],
  terminal: Terminal,
): string {
  const unchecked = roles.filter(isUnchecked);
  const blocks = [
    ...(unchecked.length === 0 ? [] : [[...unchecked.map(uncheckedText).map(sentence), `  ${TO_CHECK}`]]),
    ...unreadable.map(({ label, reason }) => [label, `  not checked: ${reason}`]),
    ...roles.map(roleLines),
  ];
  const all = [...blocks, [summary(roles, unreadable, problems)]];
  return `${all.map((lines) => lines.flatMap((line) => laidOut(line, terminal)).join('\n')).join('\n\n')}\n`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A line with its colour, wrapped at its own indent. */
function laidOut(line: string, terminal: Terminal): readonly string[] {
  const content = line.trimStart();
  const indent = ' '.repeat(line.length - content.length);
  const style = STYLES.get(content) ?? (indent === '' ? 'title' : undefined);
  return block([{ text: indent }], [{ text: `${indent}  ` }], [quoted(content, style)], terminal);
}

const NOT_CERTAIN: readonly CheckCode[] = [
  'uncertain-permission',
  'conditional-permission',
  'perhaps-denied-permission',
  'unproven-permission',
  'data-permission',
];

const INCOMPLETE = 'not evaluated, so the check is incomplete';
const REFUSED = 'refused by Step Functions';
const ONLY_FILES = 'judged by these files alone';
const FITS = 'fits: nothing is missing, nothing is too much';

/** The headings, and how each is coloured. */
const STYLES: ReadonlyMap<string, Style> = new Map([
  ['not understood', 'bad'],
  [REFUSED, 'bad'],
  ['missing', 'bad'],
  ['refused by IAM', 'bad'],
  ['not certain', 'open'],
  ['open until a run', 'open'],
  ['too much', 'open'],
  [INCOMPLETE, 'open'],
  ['about the text', 'open'],
  ['made by other roles, which are not checked', 'note'],
  ['precautions that the role does without', 'note'],
  ['not needed by the state machines', 'note'],
  ['guarded', 'note'],
  ['given at deployment', 'note'],
  [ONLY_FILES, 'note'],
  ['simulated', 'note'],
  [FITS, 'good'],
]);

function roleLines(checked: CheckedRole): readonly string[] {
  const { role, machines, excess, notEvaluated } = checked;
  const all = excessLines(excess, role.otherUsers);
  const those = (isShared: boolean) =>
    all.filter(({ code }) => (code === 'shared-permission') === isShared).map(({ text }) => text);
  const lines = those(false);
  const shared = those(true);
  const isFine = machines.every(isComplete) && lines.length === 0 && notEvaluated.length === 0;
  const isMore = isFine || all.length + notEvaluated.length > 0;
  const title = machines.length > 1 && isMore ? [`role ${role.name}, of ${machines.length} state machines`] : [];
  return [
    ...machines.flatMap((machine) => machineLines(machine, role)),
    ...title,
    ...section('too much', lines),
    ...section('not needed by the state machines', shared),
    ...section('given at deployment', notesOf(notEvaluated, true)),
    ...section(INCOMPLETE, notesOf(notEvaluated, false)),
    ...section(ONLY_FILES, role.isPart === true ? [onlyFiles(role)] : []),
    ...(isFine ? [`  ${FITS}`] : []),
  ];
}

function notesOf(notEvaluated: readonly NotEvaluated[], areNeeded: boolean): readonly string[] {
  return notEvaluated
    .filter(({ mayAllow }) => (mayAllow === 'needed') === areNeeded)
    .map(({ source, reason }) => `${source} ${reason}`);
}

function isComplete({ judged, denials, fitted }: CheckedMachine): boolean {
  return judged.length + denials.length === 0 && errorsOf({ fitted }).length === 0;
}

function assumed({ fitted }: CheckedMachine): readonly string[] {
  return fitted.assumedRoles.map(({ role, states }) => `${states.map(stateName).join(', ')}: ${role}`);
}

function guarded({ fitted }: CheckedMachine): readonly string[] {
  return fitted.findings
    .filter(({ code }) => code === 'guarded-action')
    .map(({ state, message }) => (state === '' ? message : `${stateName(state)}: ${message}`));
}

function errorsOf({ fitted }: Pick<CheckedMachine, 'fitted'>) {
  return fitted.findings.filter(({ severity, code }) => severity === 'error' && code !== 'quota');
}

function isRefused({ code }: Finding): boolean {
  return code === 'refused-definition';
}

function notUnderstood(machine: CheckedMachine): readonly Finding[] {
  return errorsOf(machine).filter((finding) => !isRefused(finding));
}

function errorLines({ stateMachine }: CheckedMachine, findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => {
    const remark = stateMachine.remarks?.find((each) => each.finding === finding);
    return `${aboutState(finding)}${remark === undefined ? '' : placeIn(stateMachine, remark)}`;
  });
}

function remarkLines(stateMachine: CheckedMachine['stateMachine']): readonly string[] {
  return (stateMachine.remarks ?? [])
    .filter(({ finding }) => finding.severity !== 'error')
    .map((remark) => `${aboutState(remark.finding)}${placeIn(stateMachine, remark)}`);
}

function aboutState({ state, message }: Finding): string {
  return state === '' ? message : `${stateName(state)}: ${message}`;
}

/** The line alone where it is in the file that the state machine's title names. */
function placeIn(stateMachine: FileLine, { file, line }: FileLine): string {
  if (line === undefined) return '';
  return file === stateMachine.file ? ` (line ${line})` : ` (${displayName(file)}:${line})`;
}

function machineLines(machine: CheckedMachine, role: RoleToCheck): readonly string[] {
  const { stateMachine, judged, denials, simulatorCounts } = machine;
  const of = (...codes: readonly string[]) =>
    judged
      .filter((each) => codes.includes(verdictWords(each, role).code))
      .toSorted((a, b) => compareText(a.state, b.state))
      .flatMap((each) => judgedLines(each, role));
  return [
    `${stateMachine.label} (${role.title ?? `role ${role.name}`})`,
    ...section('not understood', errorLines(machine, notUnderstood(machine))),
    ...section(REFUSED, errorLines(machine, errorsOf(machine).filter(isRefused))),
    ...section('about the text', remarkLines(stateMachine)),
    ...section('missing', of('missing-permission', 'denied-permission')),
    ...section('not certain', of(...NOT_CERTAIN)),
    ...section('guarded', guarded(machine)),
    ...section('made by other roles, which are not checked', assumed(machine)),
    ...section('open until a run', of('open-permission')),
    ...section('precautions that the role does without', of('precaution-permission')),
    ...section('refused by IAM', denials.map(denialLine)),
    ...section('simulated', simulatorCounts),
  ];
}

function judgedLines(each: Shortfall, role: RoleToCheck): readonly string[] {
  const { state, purpose, actions, resources, conditions } = each;
  const { text } = verdictWords(each, role);
  const name = state === '' ? 'the state machine' : stateName(state);
  const when = conditions === undefined ? '' : `, with ${conditionText(conditions)}`;
  return [
    `${name}: ${actions.join(', ')} (${purpose})`,
    ...resources.map(({ arn }) => `  on ${arn}${when}`),
    ...(text === notAllowed(role) ? [] : [`  ${text}`]),
    ...effectOf(each, role).map((effect) => `  ${effect}`),
  ];
}

function denialLine(denial: Denial): string {
  const { message } = denialProblem(denial);
  return denial.state === '' ? message : `${stateName(denial.state)}: ${message}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line) => `    ${line}`)];
}

function summary(
  roles: readonly CheckedRole[],
  unreadable: readonly UnreadableStateMachine[],
  problems: readonly Problem[],
): string {
  const machinesOf = (some: readonly CheckedRole[]) => some.reduce((sum, { machines }) => sum + machines.length, 0);
  const unchecked = machinesOf(roles.filter(isUnchecked));
  const count = machinesOf(roles) - unchecked;
  const errors = roles.flatMap(({ machines }) => machines.flatMap(errorsOf));
  const of = (...codes: readonly string[]) => problems.filter(({ code }) => codes.includes(code)).length;
  const counts: readonly (readonly [number, string])[] = [
    [unreadable.length + unchecked, 'not checked'],
    [errors.filter((finding) => !isRefused(finding)).length, 'not understood'],
    [errors.filter(isRefused).length, REFUSED],
    [of('missing-permission', 'denied-permission', 'simulated-denial'), 'missing'],
    [of(...NOT_CERTAIN), 'not certain'],
    [of('open-permission'), 'open'],
    [of('precaution-permission'), 'only as a precaution'],
    [of('excess-permission', 'wide-permission'), 'too much'],
    [of('shared-permission'), 'not needed by the state machines'],
    [of('not-evaluated'), 'not evaluated'],
  ];
  const parts = counts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  const machines = `${count} state machine${count === 1 ? '' : 's'} checked`;
  return `${machines}: ${parts.length === 0 ? 'every role fits' : parts.join(', ')}`;
}
