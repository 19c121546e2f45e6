import { NOT_WHOLE } from '../../src/analysis/check.ts';
import type {
  CheckedTemplate,
  CheckedTemplateMachine,
  CheckedTemplateRole,
  UnreadMachine,
} from '../../src/analysis/checkTemplate.ts';
import { excessLines } from '../../src/analysis/excessWords.ts';
import { verdictLine, verdictWords } from '../../src/analysis/verdictWords.ts';
import { shortList } from '../../src/finding.ts';
import { stateName } from '../../src/grants/consequence.ts';
import type { GrantFinding } from '../../src/grants/findings.ts';
import type { Shortfall } from '../../src/policy/shortfalls.ts';

/** A checked template as the guard sees it: what blocks, what it could not compare, and what should be known. Pure. */

export interface Judgement {
  readonly notes: readonly GuardNote[];
  /** How many state machines were compared with a role. */
  readonly compared: number;
}

/** One thing that the guard says. */
export interface GuardNote {
  /** The state machine or role. */
  readonly subject: string;
  readonly rule: GuardRule;
  readonly text: string;
  readonly remedy: string;
}

export type GuardRule = (typeof GUARD_RULES)[number];

interface Rule {
  readonly status: 'PASSED' | 'FAILED' | 'SKIPPED';
  readonly severity: 'INFORMATIONAL' | 'LOW' | 'MEDIUM' | 'HIGH';
  /** True where the operation must not go on: it is certain that the state machine does not work. */
  readonly blocks: boolean;
}

/** The worst first. */
export const GUARD_RULES = [
  'missing-permission',
  'denied-permission',
  'refused-definition',
  'uncertain-permission',
  'not-compared',
  'not-known',
  'excess-permission',
  'sufficient-permissions',
] as const;

/**
 * What blocks is what `rolefit check` calls an error: no false alarm may stop a deployment. What cannot be compared is
 * skipped with the reason (docs/decisions/0012-a-guard-that-cannot-decide.md).
 */
const RULES: Readonly<Record<GuardRule, Rule>> = {
  'missing-permission': { status: 'FAILED', severity: 'HIGH', blocks: true },
  'denied-permission': { status: 'FAILED', severity: 'HIGH', blocks: true },
  'refused-definition': { status: 'FAILED', severity: 'HIGH', blocks: true },
  'uncertain-permission': { status: 'SKIPPED', severity: 'MEDIUM', blocks: false },
  'not-compared': { status: 'SKIPPED', severity: 'LOW', blocks: false },
  'not-known': { status: 'SKIPPED', severity: 'MEDIUM', blocks: false },
  'excess-permission': { status: 'FAILED', severity: 'LOW', blocks: false },
  'sufficient-permissions': { status: 'PASSED', severity: 'INFORMATIONAL', blocks: false },
};

export function guardRule(rule: GuardRule): Rule {
  return RULES[rule];
}

export function judgementOf({ roles, unread, isExpanded }: CheckedTemplate): Judgement {
  const said = [...unread.map(unreadNote), ...roles.flatMap(roleNotes)];
  const notes = isExpanded ? [...said.map(openWhereExpanded), EXPANDED] : said;
  const compared = roles.filter(({ isUnchecked }) => !isUnchecked).flatMap(({ machines }) => machines).length;
  return { notes: notes.toSorted((a, b) => GUARD_RULES.indexOf(a.rule) - GUARD_RULES.indexOf(b.rule)), compared };
}

const EXPANDED: GuardNote = {
  subject: 'the template',
  rule: 'not-compared',
  text: 'Transforms, modules or loops may add state machines, and policies of roles, that the template does not show.',
  remedy: 'Run rolefit check on the deployed state machine.',
};

/** What is missing may be allowed by a policy that a transform adds. */
function openWhereExpanded(note: GuardNote): GuardNote {
  return note.rule === 'missing-permission' ? { ...note, rule: 'uncertain-permission' } : note;
}

function unreadNote({ logicalId, line, reason, isElsewhere }: UnreadMachine): GuardNote {
  const named = line === undefined ? logicalId : `${logicalId} (line ${line})`;
  if (!isElsewhere) {
    return {
      subject: logicalId,
      rule: 'refused-definition',
      text: reason.startsWith(logicalId) ? reason : `${named}: ${reason}`,
      remedy: 'Correct the definition. Step Functions refuses it as it is written.',
    };
  }
  // What follows is advice for the command line.
  const [what = ''] = reason.split('; ');
  return {
    subject: logicalId,
    rule: 'not-compared',
    text: `${named} was not compared with its role: ${what}.`,
    remedy: 'Put the definition into the template, or run rolefit check where its file is.',
  };
}

function roleNotes(role: CheckedTemplateRole): readonly GuardNote[] {
  const notes = role.machines.flatMap((machine) => machineNotes(machine, role));
  const limits = role.isUnchecked ? [] : limitNotes(role);
  const certain = limits.length === 0 ? notes : notes.filter(({ rule }) => rule !== 'sufficient-permissions');
  return [...certain, ...limits, ...excessNotes(role)];
}

/** What may take away from what the policies allow and is not evaluated: a permissions boundary, a Deny that a parameter has. */
function limitNotes({ name, notEvaluated, machines }: CheckedTemplateRole): readonly GuardNote[] {
  if (machines.every(({ needs }) => needs.length === 0)) return [];
  return notEvaluated
    .filter((note) => note !== NOT_WHOLE && (note.mayAllow === 'nothing' || note.mayDeny === true))
    .map(({ source, reason }) => ({
      subject: name,
      rule: 'not-compared',
      text: `${source} ${reason}: whether role ${name} still allows all that is needed was not compared.`,
      remedy: 'Run rolefit check with --simulate on the deployed state machine.',
    }));
}

function machineNotes(machine: CheckedTemplateMachine, role: CheckedTemplateRole): readonly GuardNote[] {
  const { logicalId, fitted, judged } = machine;
  const notes = [
    ...fitted.findings.flatMap((finding) => findingNotes(finding, machine)),
    ...(role.isUnchecked
      ? [uncheckedNote(logicalId, role)]
      : judged.flatMap((each) => judgedNotes(each, machine, role))),
  ];
  if (notes.length > 0) return notes;
  const text = `${logicalId}: role ${role.name} allows all that the definition calls.`;
  return [{ subject: logicalId, rule: 'sufficient-permissions', text, remedy: '' }];
}

function uncheckedNote(logicalId: string, { name, isInTemplate, notEvaluated }: CheckedTemplateRole): GuardNote {
  const reasons = notEvaluated.map(({ source, reason }) => `${source} ${reason}`);
  const why = isInTemplate ? shortList(reasons, 3) : 'this template does not make it';
  return {
    subject: logicalId,
    rule: 'not-compared',
    text: `${logicalId} was not compared with role ${name}: ${why}.`,
    remedy: `Make the role in the template of its state machine, or run rolefit check on the deployed state machine.`,
  };
}

/** Calls that no table has may be new; what Step Functions refuses, and what hides a call, is certain. */
function findingNotes({ code, severity, state, message }: GrantFinding, machine: CheckedTemplateMachine) {
  if (severity !== 'error' || code === 'quota') return [];
  const rule: GuardRule = code === 'unknown-integration' ? 'not-known' : 'refused-definition';
  const remedy =
    rule === 'not-known'
      ? 'Correct the Resource if it is misspelled. Otherwise make sure that the role allows the call: rolefit does not know it.'
      : 'Correct the definition. Creating or updating the state machine is refused.';
  return [{ subject: machine.logicalId, rule, text: `${placeText(machine, state)}: ${message}`, remedy }];
}

/** The policies of the template, which are all of a role that it makes. */
const IN_TEMPLATE = {};

function judgedNotes(
  each: Shortfall,
  machine: CheckedTemplateMachine,
  role: CheckedTemplateRole,
): readonly GuardNote[] {
  const { level, code } = verdictWords(each, IN_TEMPLATE);
  if (level === 'note') return [];
  const actions = shortList(each.actions, 6);
  const arns = shortList(
    each.resources.map(({ arn }) => arn),
    4,
  );
  return [
    {
      subject: machine.logicalId,
      rule: level === 'warning' ? 'uncertain-permission' : code === 'denied-permission' ? code : 'missing-permission',
      text: `${placeText(machine, each.state)}: ${verdictLine(each, IN_TEMPLATE)}`,
      remedy:
        code === 'denied-permission'
          ? `Narrow the Deny so that it leaves out ${actions} on ${arns}.`
          : `Allow ${actions} on ${arns} in a policy of role ${role.name}. rolefit generate prints the whole policy.`,
    },
  ];
}

function excessNotes(role: CheckedTemplateRole): readonly GuardNote[] {
  return excessLines(role.excess, role.otherUsers).flatMap(({ level, text }): readonly GuardNote[] =>
    level === 'note'
      ? []
      : [
          {
            subject: role.name,
            rule: 'excess-permission',
            text,
            remedy: 'Take the permission away if nothing but these state machines uses the role. This does not block.',
          },
        ],
  );
}

/** `Orders, state Pay (line 12)`. */
function placeText({ logicalId, lineOf }: CheckedTemplateMachine, state: string): string {
  const line = lineOf(state);
  const named = state === '' ? logicalId : `${logicalId}, state ${stateName(state)}`;
  return line === undefined ? named : `${named} (line ${line})`;
}
