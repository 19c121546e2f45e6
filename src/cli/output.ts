import type { AssumedRole, Fit, FittedCall } from '../analysis/fit.ts';
import type { Finding, Severity } from '../finding.ts';
import { findingJson } from '../grants/findings.ts';
import type { Conditions, Grant, Origin } from '../grants/grant.ts';
import type { Policy } from '../policy/policy.ts';
import { displayName } from './input/read.ts';
import type { StateMachine, UnreadableStateMachine } from './input/stateMachines.ts';
import { shown } from './terminal/lines.ts';
import { painted, type Style, type Terminal } from './terminal/terminal.ts';

/** What a command prints, and its exit status. */
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: 0 | 1;
}

/** What `rolefit generate --json` prints. Fields are added in later versions, never renamed or removed. */
export interface GenerateJson {
  readonly policy: Policy;
  /** With --split: the same policy in documents that each fit into a managed policy. */
  readonly policies?: readonly Policy[];
  readonly findings: readonly Finding[];
  readonly calls: readonly CallJson[];
  /** Roles that tasks assume through `Credentials`, with the policies that those need; none: left out. */
  readonly assumedRoles?: readonly AssumedRole[];
}

/** What it prints for a template: the same by logical ID, or by template and logical ID where two stacks share one. */
export interface MachinesJson {
  readonly machines: Readonly<Record<string, GenerateJson>>;
}

interface CallJson {
  readonly state: string;
  readonly service: string;
  readonly api: string;
  readonly pattern: string;
  readonly grants: readonly GrantJson[];
  readonly needsNothing?: string;
}

interface GrantJson {
  readonly purpose: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Conditions;
  /** Where each resource's name came from, in the order of `resources`. */
  readonly origins: readonly Origin[];
}

export function toJson(fit: Fit, split: boolean): GenerateJson {
  const { policy, policies, findings, calls, assumedRoles } = fit;
  return {
    policy,
    ...(split ? { policies } : {}),
    findings: findings.map(findingJson),
    calls: calls.map(callJson),
    ...(assumedRoles.length > 0 ? { assumedRoles } : {}),
  };
}

function callJson({ call, grants, needsNothing }: FittedCall): CallJson {
  return {
    state: call.state,
    service: call.kind === 'sdk' ? `aws-sdk:${call.service}` : call.service,
    api: call.api,
    pattern: call.pattern,
    grants: grants.map(grantJson),
    ...(needsNothing === undefined ? {} : { needsNothing }),
  };
}

function grantJson({ purpose, actions, resources, conditions }: Grant): GrantJson {
  return {
    purpose,
    actions,
    resources: resources.map(({ arn }) => arn),
    ...(conditions === undefined ? {} : { conditions }),
    origins: resources.map(({ origin }) => origin),
  };
}

/** A finding as one line, in the form that editors and CI systems link to: `FILE: warning: state …: … [code]`. */
function findingLine(place: string, machine: string, finding: Finding, colours: Colours): string {
  const { severity, state, message, code } = finding;
  const at = `${machine}${state === '' ? '' : `state ${state}: `}`;
  const said = painted(`${severity}:`, SEVERITY_STYLES[severity], colours);
  return `${shown(place)}: ${said} ${shown(at)}${shown(message)} [${code}]`;
}

export type Colours = Pick<Terminal, 'colour'>;

const PLAIN: Colours = { colour: false };

export const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = { error: 'bad', warning: 'open', info: 'note' };

/** What was told on standard error, and the exit status that it means. */
export type Told = Pick<Output, 'stderr' | 'status'>;

/** A state machine's findings; of a template: `template.yaml:12: warning: Orders: state …: … [code]`. */
export function findingMessages(
  stateMachine: StateMachine,
  findings: readonly Finding[],
  colours: Colours = PLAIN,
): Told {
  const { template } = stateMachine;
  return toldOf(
    placeOf(stateMachine),
    template === undefined ? '' : `${template.machine.logicalId}: `,
    findings,
    colours,
  );
}

/** A state machine whose definition cannot be read: its policy is missing. */
export function unreadableMessage(unreadable: UnreadableStateMachine, colours: Colours = PLAIN): Told {
  const said = painted('error:', SEVERITY_STYLES.error, colours);
  const { label, reason } = unreadable;
  return {
    stderr: `${shown(placeOf(unreadable))}: ${said} ${shown(label)}: ${shown(reason)} [unreadable-definition]\n`,
    status: 1,
  };
}

function placeOf({ file, line }: StateMachine | UnreadableStateMachine): string {
  return `${displayName(file)}${line === undefined ? '' : `:${line}`}`;
}

function toldOf(place: string, machine: string, findings: readonly Finding[], colours: Colours): Told {
  return {
    stderr: findings.map((finding) => `${findingLine(place, machine, finding, colours)}\n`).join(''),
    status: findings.some(({ severity }) => severity === 'error') ? 1 : 0,
  };
}
