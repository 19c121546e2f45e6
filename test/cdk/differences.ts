import { checkProblems } from '../../src/cli/check/problems.ts';
import { type CheckedRole, checkRoles } from '../../src/cli/check/roles.ts';
import { inTemplate } from '../../src/cli/check/target.ts';
import { stateMachinesIn } from '../../src/cli/input/stateMachines.ts';
import type { ProblemLevel } from '../../src/cli/problems/problem.ts';
import { type Described, machineKey, type Synthesized } from './synthesize.ts';
import { basename } from 'node:path';

/** What `rolefit check` says of the state machines of one construct, said once for all of them. */
export interface Difference {
  readonly construct: string;
  readonly level: ProblemLevel;
  readonly code: string;
  /** Without what differs from one state machine to the next. */
  readonly message: string;
  readonly machines: readonly Described[];
}

/** Checks a synthesized app as `rolefit check cdk.out` does. */
export async function differencesIn({ folder, machines }: Synthesized): Promise<readonly Difference[]> {
  const found = stateMachinesIn(folder, {}, { parameters: {}, only: undefined });
  const roles = await checkRoles(found.stateMachines.map(inTemplate));
  const all = roles.flatMap((role) => ofRole(role, machines));
  const keyOf = ({ construct, level, code, message }: Difference) => JSON.stringify([construct, level, code, message]);
  return [...Map.groupBy(all, keyOf).values()].map((same) =>
    same.reduce((a, b) => ({ ...a, machines: [...a.machines, ...b.machines] })),
  );
}

function ofRole(role: CheckedRole, known: Synthesized['machines']): readonly Difference[] {
  const machines = role.machines.flatMap(({ stateMachine: { file, template } }) => {
    const machine = known.get(machineKey(basename(file), template?.machine.logicalId ?? ''));
    return machine === undefined ? [] : [machine];
  });
  const [first] = machines;
  if (first === undefined) return [];
  return checkProblems([role], []).map(({ level, code, message }) => ({
    construct: first.construct,
    level,
    code,
    message: withoutIds(message, first),
    machines,
  }));
}

/** The logical IDs that the CDK makes, without the state machine's path and without their hash. */
function withoutIds(message: string, { variant, pattern, language }: Described): string {
  const path = `${variant}${pattern}${language}`.replaceAll(/[^A-Za-z0-9]/g, '');
  return message
    .replaceAll(path, '')
    .replaceAll(/(?<=[A-Za-z]\d?)[0-9A-F]{8}\b/g, '')
    .replaceAll('MachineRoleDefaultPolicy', "the role's policy")
    .replaceAll(/ \(line \d+\)/g, '');
}
