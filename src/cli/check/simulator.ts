import type { SimulationResult } from '../../aws/simulate.ts';
import { canonicalJson } from '../../policy/policy.ts';
import type { Shortfall, StateNeed } from '../../policy/shortfalls.ts';
import { isOpen } from '../../policy/verdict.ts';
import type { CheckedMachine, CheckedRole, Denial } from './roles.ts';

/** Adds the answers of IAM's simulator, which knows more than the role's own policies. */
export function withAnswers(checked: CheckedRole, answers: readonly SimulationResult[]): CheckedRole {
  const known = new Map(
    answers.map((answer) => [questionKey(answer.action, answer.resource, answer.conditions), answer]),
  );
  return {
    ...checked,
    machines: checked.machines.map((machine) => answered(machine, known)),
    // The simulator evaluates the permissions boundary.
    notEvaluated: checked.notEvaluated.filter((note) => !checked.role.boundaryNotes?.includes(note)),
  };
}

function questionKey(action: string, resource: string, conditions: StateNeed['grant']['conditions']): string {
  return `${action.toLowerCase()}\n${resource}\n${canonicalJson(conditions)}`;
}

function answered(machine: CheckedMachine, known: ReadonlyMap<string, SimulationResult>): CheckedMachine {
  const isAllowed = ({ actions, resources, conditions }: Shortfall) =>
    actions.every((action) => resources.every(({ arn }) => known.get(questionKey(action, arn, conditions))?.allowed));
  const judged = machine.judged.filter(
    (each) => each.verdict.kind === 'missing' || each.verdict.kind === 'denied' || !isAllowed(each),
  );
  const all = machine.needs.flatMap((need) => pairsOf(need, known));
  return {
    ...machine,
    judged,
    denials: all.filter(({ allowed, denial }) => !allowed && !isJudged(denial, judged)).map(({ denial }) => denial),
    simulatorCounts: countsOf(all),
  };
}

interface Pair {
  readonly allowed: boolean;
  readonly denial: Denial;
}

function pairsOf({ state, grant }: StateNeed, known: ReadonlyMap<string, SimulationResult>): readonly Pair[] {
  const { purpose, actions, resources, conditions } = grant;
  return actions.flatMap((action) =>
    resources.map((resource) => {
      const answer = known.get(questionKey(action, resource.arn, conditions));
      const why = answer?.why ?? 'the simulator gave no answer';
      const denial = { state, purpose, action, resource: resource.arn, why, isOpen: isOpen(resource) };
      return { allowed: answer?.allowed === true, denial };
    }),
  );
}

/** True where the comparison with the policies has found it already. */
function isJudged({ state, purpose, action, resource }: Denial, judged: readonly Shortfall[]): boolean {
  return judged.some(
    (each) =>
      (each.verdict.kind === 'missing' || each.verdict.kind === 'denied') &&
      each.state === state &&
      each.purpose === purpose &&
      each.actions.includes(action) &&
      each.resources.some(({ arn }) => arn === resource),
  );
}

/** By purpose: how many of the permissions the simulator allows. */
function countsOf(pairs: readonly Pair[]): readonly string[] {
  const purposes = [...new Set(pairs.map(({ denial }) => denial.purpose))];
  return purposes.map((purpose) => {
    const those = pairs.filter(({ denial }) => denial.purpose === purpose);
    return `${purpose}: ${those.filter(({ allowed }) => allowed).length} of ${those.length} allowed`;
  });
}
