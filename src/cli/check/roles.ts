import { check, NOT_WHOLE } from '../../analysis/check.ts';
import type { Fit } from '../../analysis/fit.ts';
import type { LookUp } from '../../facts/lookUp.ts';
import type { Purpose } from '../../grants/grant.ts';
import { partitionOf } from '../../iam/arn.ts';
import type { ReadPolicies } from '../../policy/document.ts';
import type { Excess } from '../../policy/excess.ts';
import type { Shortfall, StateNeed } from '../../policy/shortfalls.ts';
import type { NotEvaluated } from '../../policy/statement.ts';
import { type FittedStateMachine, fitStateMachine, type StateMachine } from '../input/stateMachines.ts';

/** Compares state machines with what their roles allow. */

/** A state machine and the role that it uses. */
export interface RoleUse {
  readonly stateMachine: StateMachine;
  readonly role: RoleToCheck;
}

export interface RoleToCheck {
  /** Two state machines with the same key share the role. */
  readonly key: string;
  /** For people. */
  readonly name: string;
  readonly policies: ReadPolicies;
  /** True for a deployed role: a placeholder in what is needed can be any of its names. */
  readonly isDeployed: boolean;
  /** Notes that the role's permissions boundary was not evaluated; IAM's simulator evaluates it. */
  readonly boundaryNotes?: readonly NotEvaluated[];
  readonly arn?: string;
  /** Who uses the role besides state machines: services and logical IDs. */
  readonly otherUsers: readonly string[];
  /** What stands beside the state machine's name in place of the role's. */
  readonly title?: string;
  /** The files that its policies were read from, and nowhere else. */
  readonly files?: readonly string[];
  /** True where nobody says that these are all of its policies. */
  readonly isPart?: boolean;
}

/** A permissions boundary, which only limits what policies allow. */
export function boundaryNote(boundary: string, more: string): NotEvaluated {
  return {
    source: `permissions boundary ${boundary}`,
    reason: `limits what these policies allow; ${more}`,
    mayAllow: 'nothing',
  };
}

export interface CheckedMachine {
  readonly stateMachine: StateMachine;
  readonly fitted: Fit;
  readonly needs: readonly StateNeed[];
  readonly judged: readonly Shortfall[];
  /** What IAM's simulator does not allow, beyond what `judged` has. */
  readonly denials: readonly Denial[];
  /** The simulator's answers, counted by purpose: one line each. */
  readonly simulatorCounts: readonly string[];
}

export interface Denial {
  readonly state: string;
  readonly purpose: Purpose;
  readonly action: string;
  readonly resource: string;
  readonly why: string;
  /** True where only a run decides the resource: the simulator read the pattern as text. */
  readonly isOpen: boolean;
}

/** A role with the state machines that use it. */
export interface CheckedRole {
  readonly role: RoleToCheck;
  readonly machines: readonly CheckedMachine[];
  readonly excess: readonly Excess[];
  readonly notEvaluated: readonly NotEvaluated[];
}

/** Compares each role with what all of its state machines need. */
export async function checkRoles(uses: readonly RoleUse[], lookUp?: LookUp): Promise<readonly CheckedRole[]> {
  const keys = [...new Set(uses.map(({ role }) => role.key))];
  return Promise.all(
    keys.map(async (key) => {
      const ofRole = uses.filter(({ role }) => role.key === key);
      const fitted = await Promise.all(ofRole.map(({ stateMachine }) => fitStateMachine(stateMachine, lookUp)));
      const [first] = ofRole;
      if (!first) throw new Error(`no role ${key}`);
      return checkRoleUse(first.role, fitted);
    }),
  );
}

/** Compares a role with what its state machines need. */
export function checkRoleUse(role: RoleToCheck, fits: readonly FittedStateMachine[]): CheckedRole {
  const partition = partitionIn(fits);
  const checked = check(
    fits.map(({ result }) => result),
    role.policies,
    {
      placeholders: fits[0]?.stateMachine.template?.placeholders ?? {},
      isDeployed: role.isDeployed,
      ...(partition === undefined ? {} : { partition }),
    },
  );
  const machines = fits.map(({ stateMachine, result: fitted }, index): CheckedMachine => {
    const { needs = [], judged = [] } = checked.machines[index] ?? {};
    return { stateMachine, fitted, needs, judged, denials: [], simulatorCounts: [] };
  });
  return { role, machines, excess: checked.excess, notEvaluated: checked.notEvaluated };
}

/** A state machine that cannot be read may need what the others with its role do not. */
export function withoutExcess(checked: CheckedRole): CheckedRole {
  return { ...checked, excess: [], notEvaluated: [...checked.notEvaluated, NOT_WHOLE] };
}

/** The partition that the command line names, or that its region is in. */
function partitionIn(fits: readonly FittedStateMachine[]): string | undefined {
  const [first] = fits.map(
    ({ stateMachine: { options } }) => options.partition ?? (options.region && partitionOf(options.region)),
  );
  return first;
}
