import { machineName, type Unread } from '../aws/machine.ts';
import type { RoleState } from '../aws/role.ts';
import type { Purpose } from '../grants/grant.ts';
import { type ReadPolicies, readPolicy } from '../policy/document.ts';
import { excessOver } from '../policy/excess.ts';
import { policySet } from '../policy/policySet.ts';
import { claimsOf, type DriftMode } from '../role/owned.ts';
import type { Use } from './fleet.ts';
import type { Need, Why } from './need.ts';

/** What a check of one role has found, for whoever tells of it. */

/** Something that a state machine needs and the role did not have. */
export interface Missing {
  readonly machine: string;
  /** JSON Pointer of the state; empty for the state machine's own settings. */
  readonly state: string;
  readonly purpose: Purpose;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

export interface Refused extends Missing, Why {}

/** What a policy allows and nothing needs. */
export interface Excess {
  readonly policy: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

export interface PolicyReport {
  readonly policyName: string;
  readonly driftMode: DriftMode;
  /** As the role was found. */
  readonly missing: readonly Missing[];
  /** As the role was found; empty where not all that it serves is known. */
  readonly excess: readonly Excess[];
  /** Why excess permissions stay for now. */
  readonly waits: readonly string[];
  readonly writes: number;
}

export interface Report {
  readonly roleName: string;
  /**
   * - `absent`: there is no such role; `untagged`: it did not opt in; `unbounded`: it lacks the permissions boundary;
   * - `unclaimed`: rolefit has no policy of this region on it; `unused`: no state machine uses it;
   * - `checked`: it was compared, and put right where that was asked for.
   */
  readonly outcome: 'absent' | 'untagged' | 'unbounded' | 'unclaimed' | 'unused' | 'checked';
  readonly machines: readonly string[];
  readonly policies: readonly PolicyReport[];
  readonly refused: readonly Refused[];
  /** What other policies of the role allow beyond what is needed; rolefit did not write it and leaves it. */
  readonly foreign: readonly Excess[];
  /** Why more may be needed than is known. */
  readonly doubts: readonly string[];
  /** State machines that could not be read: what they need is not known, and nothing is taken away. */
  readonly unread: readonly Unread[];
  /** State machines that get nothing more, and why: the role has no room for what they need beside what the others need. */
  readonly unserved: readonly Unread[];
  readonly wildcards: number;
  /** What a list of state machines does not tell: roles that their versions or executions use, or that they have by now. */
  readonly unlisted: readonly Use[];
  /** ARNs of state machines that may use the role for a reason that was not found. */
  readonly unclear: readonly string[];
  /** Where permissions may be taken away some minutes later: what to give as `settled` then. */
  readonly again?: string;
}

/** A need, or a part of it, as a report has it. */
export function missingOf({ reason, state, grant }: Need): Missing {
  return {
    machine: machineName(reason.machineArn),
    state,
    purpose: grant.purpose,
    actions: grant.actions,
    resources: grant.resources.map(({ arn }) => arn),
  };
}

/** What a policy's statements allow and none of the needs asks for; without actions what could not be read. */
export function excessIn(policy: string, read: ReadPolicies, needs: readonly Need[]): readonly Excess[] {
  const excess = excessOver(
    policySet(read),
    needs.map(({ grant }) => grant),
  );
  return [
    ...excess.map(({ action, resources }) => ({ policy, actions: [action], resources })),
    ...read.notEvaluated
      .filter(({ mayAllow }) => mayAllow !== 'nothing')
      .map(() => ({ policy, actions: [], resources: [] })),
  ];
}

/** What a role's other policies allow and none of the needs asks for. */
export function foreignExcess(state: RoleState, needs: readonly Need[]): readonly Excess[] {
  const ours = new Set(claimsOf('', state.role?.tags ?? new Map()).map(({ owned }) => owned.policyName));
  const managed = new Set(state.managed.map(({ arn }) => arn));
  const inline = [...state.inline].filter(([policy]) => !ours.has(policy));
  const attached = [...state.attached].filter((arn) => !managed.has(arn));
  return [
    ...inline.flatMap(([policy, document]) => excessIn(policy, readPolicy(document, policy, undefined, 'role'), needs)),
    ...attached.map((policy) => ({ policy, actions: [], resources: [] })),
  ];
}
