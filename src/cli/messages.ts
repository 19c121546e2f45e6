import type { Finding } from '../finding.ts';
import type { ProjectNote } from './input/project/note.ts';
import { displayName } from './input/read.ts';
import { type FileLine, placeOfFinding } from './input/remarks.ts';
import type { StateMachine, UnreadableStateMachine } from './input/stateMachines.ts';
import type { Output } from './output.ts';
import { SEVERITY_STYLES } from './terminal/glyphs.ts';
import { shown } from './terminal/lines.ts';
import { painted, type Terminal } from './terminal/terminal.ts';

/** A finding as one line, in the form that editors and CI systems link to: `FILE: warning: state …: … [code]`. */
function findingLine(place: string, machine: string, finding: Finding, colours: Colours): string {
  const { severity, state, message, code } = finding;
  const at = `${machine}${state === '' ? '' : `state ${state}: `}`;
  const label = painted(`${severity}:`, SEVERITY_STYLES[severity], colours);
  return `${shown(place)}: ${label} ${shown(at)}${shown(message)} [${code}]`;
}

export type Colours = Pick<Terminal, 'colour'>;

const PLAIN: Colours = { colour: false };

/** Lines for standard error, and the exit status that they mean. */
export type Messages = Pick<Output, 'stderr' | 'status'>;

/** A state machine's findings; of a template: `template.yaml:12: warning: Orders: state …: … [code]`. */
export function findingMessages(
  stateMachine: StateMachine,
  findings: readonly Finding[],
  colours: Colours = PLAIN,
): Messages {
  const { template } = stateMachine;
  const machine = template === undefined ? '' : `${template.machine.logicalId}: `;
  const lines = findings.map((finding) =>
    findingLine(placeText(placeOfFinding(stateMachine, finding)), machine, finding, colours),
  );
  return {
    stderr: lines.map((line) => `${line}\n`).join(''),
    status: findings.some(({ severity }) => severity === 'error') ? 1 : 0,
  };
}

/** A state machine whose definition cannot be read: its policy is missing. */
export function unreadableMessage(unreadable: UnreadableStateMachine, colours: Colours = PLAIN): Messages {
  const label = painted('error:', SEVERITY_STYLES.error, colours);
  const { reason } = unreadable;
  return {
    stderr: `${shown(placeText(unreadable))}: ${label} ${shown(unreadable.label)}: ${shown(reason)} [unreadable-definition]\n`,
    status: 1,
  };
}

function placeText({ file, line }: FileLine): string {
  return `${displayName(file)}${line === undefined ? '' : `:${line}`}`;
}

/** What was read of a project's folder, before anything that is said of it. */
export function noteLines(notes: readonly ProjectNote[] = [], colours: Colours = PLAIN): string {
  return notes
    .map(({ file, severity, message, code }) => {
      const label = painted(`${severity}:`, SEVERITY_STYLES[severity], colours);
      return `${shown(file)}: ${label} ${shown(message)} [${code}]\n`;
    })
    .join('');
}

/** State machines that cannot be read, for commands whose output names state machines and not places. */
export function unreadableLines(unreadable: readonly UnreadableStateMachine[]): string {
  return unreadable.map(({ label, reason }) => `${shown(label)}: error: ${shown(reason)}\n`).join('');
}
