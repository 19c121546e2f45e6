import { machineName } from '../../src/aws/machine.ts';
import { consequence, stateName } from '../../src/grants/consequence.ts';
import type { MissingPermission, RefusedPermission, RoleReport } from '../../src/recheck/report.ts';
import type { RecordedCall } from './event.ts';

/** The alerts of a check, one line each; none if everything was right. */
export function alertsOf(report: RoleReport, cause: RecordedCall | undefined): readonly string[] {
  const by = cause === undefined ? 'found by the sweep' : `${cause.call} by ${cause.actor}`;
  return [
    ...report.policies.flatMap(({ driftMode, missing }) => {
      const repaired = driftMode === 'remediate';
      // The needs of a new definition aren't drift if they are repaired.
      if (repaired && cause !== undefined && !cause.byHand) return [];
      const end = repaired ? 'It was put back' : 'It was not put back (DriftMode: alert)';
      const unserved = new Set(report.unserved.map(({ machineArn }) => machineName(machineArn)));
      const missingOfServed = missing.filter(({ machine }) => !unserved.has(machine));
      return mergedByState(missingOfServed).map((lost) => `${lostText(lost, cause)}. ${end} (${by}).`);
    }),
    ...report.policies.flatMap(({ policyName, lostExtras }) =>
      lostExtras.map(
        ({ machine, count }) =>
          `${machine} lost ${count === 1 ? 'a permission' : `${count} permissions`} that ExtraActions granted in policy ${policyName}: its calls may fail. The tags have only digests of them, so nothing was put back (${by}). Deploy again.`,
      ),
    ),
    ...mergedByState(report.refused).map(
      ({ machine, state, actions, resources, why, remedy }) =>
        `${machine} wants ${actions.join(', ')} on ${resources.map(shortened).join(', ')}${state === '' ? '' : ` in state ${stateName(state)}`}: not granted, since ${why} (${by}). If it is meant, ${remedy}.`,
    ),
    ...(cause === undefined
      ? []
      : report.gaps.map((gap) => `role ${report.roleName} may need more than it has: ${gap} (${by}).`)),
    ...report.unreadable.map(
      ({ machineArn, why }) =>
        `${machineName(machineArn)} cannot be read: ${why}. What else role ${report.roleName} needs is served, and nothing is taken away (${by}).`,
    ),
    ...report.unserved.map(
      ({ machineArn, why }) =>
        `${machineName(machineArn)} gets nothing more from role ${report.roleName}: ${why} (${by}). Give it a role of its own.`,
    ),
    ...unbounded(report),
  ];
}

/** A check's log entry. People's queries use these field names; see docs/recheck.md. */
export function logEntry(report: RoleReport, cause: RecordedCall | undefined) {
  const { revisions } = report;
  return {
    role: report.roleName,
    stateMachines: report.machines,
    ...(cause === undefined ? {} : { actor: cause }),
    outcome: report.outcome,
    policies: report.policies.map(({ removalBlockers, writes, ...policy }) => {
      return { ...policy, waits: removalBlockers, writes };
    }),
    refused: report.refused,
    foreign: report.otherExcess,
    doubts: report.gaps,
    unread: report.unreadable,
    unserved: report.unserved,
    unreadFacts: report.unreadFacts,
    lookedUp: report.notices,
    wildcards: report.wildcards,
    unlisted: report.unlistedUses,
    unclear: report.possibleUsers,
    ...(revisions === undefined ? {} : { again: revisions }),
  };
}

/** The alert if the sweep's own state machine was changed. */
export function sweepText({ call, actor }: RecordedCall): string {
  return `rolefit’s own sweep was changed (${call} by ${actor}). If that was no deployment of rolefit, deploy rolefit again and look at who may change it.`;
}

/**
 * SNS refuses messages longer than 262,144 bytes of UTF-8; the subject may count.
 *
 * Source: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
const MOST_BYTES = 250_000;
/** Lines are for people: nobody reads hundreds of names. */
const LONGEST_LINE = 5_000;
/** As much of a name as anyone would read. */
const LONGEST_NAME = 2_048;

/** SNS refuses longer subjects: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const LONGEST_SUBJECT = 100;

export interface Message {
  readonly Subject: string;
  readonly Message: string;
}

/**
 * A message with as many of these lines as fit. Names come from whoever wrote a definition, so they must not add
 * lines.
 */
export function messageOf(roleName: string, lines: readonly string[]): Message {
  const short = lines.map((line) => onOneLine(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line));
  const kept: string[] = [];
  let left = MOST_BYTES;
  for (const line of short) {
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) break;
    kept.push(line);
  }
  const cut = lines.length - kept.length;
  if (cut > 0) kept.push(`… and ${cut} more: see the log of the check.`);
  return {
    Subject: `rolefit: ${short[0] ?? ''}`.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, LONGEST_SUBJECT),
    Message: `${kept.join('\n')}\n\nRole: ${onOneLine(roleName)}`,
  };
}

/** Shortens a name to its beginning and end, so that the rest of the line isn't cut off. */
function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME / 2)}…${name.slice(-LONGEST_NAME / 4)}` : name;
}

/** Control and formatting characters could make one line look like several; lone surrogates aren't valid text. */
function onOneLine(text: string): string {
  return text.replaceAll(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '?');
}

function lostText({ machine, state, purpose, actions }: MissingPermission, cause: RecordedCall | undefined): string {
  const verb = cause !== undefined && !cause.byHand ? 'lacks' : 'lost';
  return `${machine} ${verb} ${actions.join(', ')}, purpose ${purpose}: ${consequence(purpose, stateName(state))}`;
}

function unbounded({ roleName, outcome }: RoleReport): readonly string[] {
  if (outcome !== 'unbounded') return [];
  return [`role ${roleName} is left alone: it lacks the permissions boundary that rolefit asks for.`];
}

/** Merges the actions of entries with the same state, purpose and resources. */
function mergedByState<T extends MissingPermission | RefusedPermission>(entries: readonly T[]): readonly T[] {
  const groups = new Map<string, T>();
  for (const entry of entries) {
    const { machine, state, purpose, resources } = entry;
    const key = JSON.stringify([machine, state, purpose, resources, 'why' in entry ? entry.why : '']);
    const known = groups.get(key);
    groups.set(key, known ? { ...known, actions: [...new Set([...known.actions, ...entry.actions])] } : entry);
  }
  return [...groups.values()];
}
