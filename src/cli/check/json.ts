import type { Finding } from '../../finding.ts';
import { consequence, stateName } from '../../grants/consequence.ts';
import { findingJson } from '../../grants/findings.ts';
import { type Certainty, type Conditions, certaintyOf } from '../../grants/grant.ts';
import type { Excess } from '../../policy/excess.ts';
import type { PlacedStatement } from '../../policy/policySet.ts';
import type { Shortfall } from '../../policy/shortfalls.ts';
import type { Verdict } from '../../policy/verdict.ts';
import type { UnreadableStateMachine } from '../input/stateMachines.ts';
import type { Problem } from '../problems/problem.ts';
import type { CheckedMachine, CheckedRole, Denial } from './roles.ts';
import { isUnchecked } from './unchecked.ts';

/** What `rolefit check --json` prints. Fields are added in later versions, never renamed or removed. */
export interface CheckJson {
  readonly roles: readonly RoleJson[];
  /** State machines whose definition could not be read. */
  readonly unreadable: readonly Omit<UnreadableStateMachine, 'role'>[];
  /** The same as lines, with level and place. */
  readonly problems: readonly Problem[];
}

interface RoleJson {
  readonly role: string;
  /** With --policy: the files, and whether the role may have other policies. */
  readonly files?: readonly string[];
  readonly mayHaveOthers?: boolean;
  /** True where no policy of the role could be read: nothing was compared. */
  readonly unchecked?: true;
  readonly machines: readonly MachineJson[];
  readonly excess: readonly ExcessJson[];
  readonly notEvaluated: readonly { readonly source: string; readonly reason: string }[];
}

interface MachineJson {
  readonly label: string;
  readonly file: string;
  readonly line?: number;
  /** What is needed and not certainly allowed; `missing` and `denied` are errors. */
  readonly shortfalls: readonly ShortfallJson[];
  /** With --simulate: what IAM's simulator does not allow. */
  readonly denials: readonly Denial[];
  readonly findings: readonly Finding[];
}

interface ShortfallJson {
  readonly verdict: Exclude<Verdict['kind'], 'allowed'> | 'allowed';
  readonly state: string;
  readonly purpose: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Conditions;
  /** How sure it is that the state needs it: `precaution` is never missed. */
  readonly certainty: Certainty;
  /** Where that is not `required`: what decides, or why roles do without it, and the page that says so. */
  readonly reason?: string;
  readonly page?: string;
  readonly consequence: string;
  /** The statements that the verdict is about. */
  readonly by: readonly StatementJson[];
}

interface StatementJson {
  readonly source: string;
  readonly statement: number;
  /** Where it is not the state machine's. */
  readonly file?: string;
  readonly line?: number;
}

interface ExcessJson extends StatementJson {
  readonly kind: 'unused' | 'wide';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** For `wide`: what is needed of it. */
  readonly needed: readonly { readonly action: string; readonly resource: string }[];
}

export function checkJson(
  roles: readonly CheckedRole[],
  unreadable: readonly UnreadableStateMachine[],
  problems: readonly Problem[],
): CheckJson {
  return { roles: roles.map(roleJson), unreadable: unreadable.map(({ role: _, ...printed }) => printed), problems };
}

function roleJson(checked: CheckedRole): RoleJson {
  const { role, machines, excess, notEvaluated } = checked;
  return {
    role: role.name,
    ...(role.files === undefined ? {} : { files: role.files, mayHaveOthers: role.isPart === true }),
    ...(isUnchecked(checked) ? { unchecked: true } : {}),
    machines: machines.map(machineJson),
    excess: excess.map(excessJson),
    notEvaluated: notEvaluated.map(({ source, reason }) => ({ source, reason })),
  };
}

function machineJson({ stateMachine, judged, denials, fitted }: CheckedMachine): MachineJson {
  const { label, file, line } = stateMachine;
  return {
    label,
    file,
    ...(line === undefined ? {} : { line }),
    shortfalls: judged.map(shortfallJson),
    denials,
    findings: fitted.findings.map(findingJson),
  };
}

function shortfallJson(shortfall: Shortfall): ShortfallJson {
  const { state, purpose, actions, resources, conditions, doubt, verdict } = shortfall;
  return {
    verdict: verdict.kind,
    state,
    purpose,
    actions,
    resources: resources.map(({ arn }) => arn),
    ...(conditions === undefined ? {} : { conditions }),
    certainty: certaintyOf(shortfall),
    ...(doubt === undefined ? {} : { reason: doubt.reason, page: doubt.source }),
    consequence: consequence(purpose, stateName(state)),
    by: 'by' in verdict ? verdict.by.map(statementJson) : [],
  };
}

function excessJson({ by, kind, actions, resources, needed }: Excess): ExcessJson {
  return {
    ...statementJson(by),
    kind,
    actions,
    resources,
    needed: needed.map(({ action, resource }) => ({ action, resource })),
  };
}

function statementJson({ source, index, file, line }: PlacedStatement): StatementJson {
  return {
    source,
    statement: index,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
  };
}
