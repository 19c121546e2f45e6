import { basename } from 'node:path';
import type { Judgeable } from '../../scripts/differences/judge.ts';
import { checkProblems } from '../../src/cli/check/problems.ts';
import { type CheckedRole, checkRoles } from '../../src/cli/check/roles.ts';
import { inTemplate } from '../../src/cli/check/target.ts';
import { sourceOf } from '../../src/cli/input/inputFile.ts';
import { stateMachinesIn } from '../../src/cli/input/stateMachines.ts';
import { NO_TERRAFORM } from '../../src/cli/input/terraformOptions.ts';
import type { CdkMachine } from './synthesize.ts';

/** What `rolefit check` says of the state machines of one construct, said once for all of them. */
export interface CdkDifference extends Judgeable {
  /** The state machines that it is said of. */
  readonly machines: readonly CdkMachine[];
}

/** Checks a synthesized app as `rolefit check cdk.out` does. */
export async function differencesIn(
  folder: string,
  machines: readonly CdkMachine[],
): Promise<readonly CdkDifference[]> {
  const found = stateMachinesIn(sourceOf(folder), {}, { parameters: {}, only: undefined, terraform: NO_TERRAFORM });
  const roles = await checkRoles(found.stateMachines.map(inTemplate));
  const known = new Map(machines.map((machine) => [`${machine.template} ${machine.logicalId}`, machine]));
  return once(roles.flatMap((role) => ofRole(role, known)));
}

/** Each difference once, with all state machines that have it. */
export function once(differences: readonly CdkDifference[]): readonly CdkDifference[] {
  const keyOf = ({ subject, level, code, message }: CdkDifference) => JSON.stringify([subject, level, code, message]);
  return [...Map.groupBy(differences, keyOf).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : { ...first, machines: [first, ...others].flatMap((each) => each.machines) },
  );
}

function ofRole(role: CheckedRole, known: ReadonlyMap<string, CdkMachine>): readonly CdkDifference[] {
  const machines = role.machines.flatMap(
    ({ stateMachine: { file, template } }) => known.get(`${basename(file)} ${template?.machine.logicalId}`) ?? [],
  );
  const [first] = machines;
  if (first === undefined) return [];
  return checkProblems([role], []).map(({ level, code, message }) => ({
    subject: first.construct,
    level,
    code,
    message: withoutIds(message, first),
    machines,
  }));
}

/** Without what differs from one state machine to the next: paths and hashes in logical IDs, the old app's place. */
function withoutIds(message: string, { variant, pattern, language }: CdkMachine): string {
  const path = `${variant}${pattern}${language}`.replaceAll(/[^A-Za-z0-9]/g, '');
  return message
    .replaceAll(path, '')
    .replaceAll('eu-central-1', '${AWS::Region}')
    .replaceAll('999988887777', '${AWS::AccountId}')
    .replaceAll(/(?<=[A-Za-z]\d?)[0-9A-F]{8}\b/g, '')
    .replaceAll('MachineRoleDefaultPolicy', "the role's policy")
    .replaceAll(/ \(line \d+\)/g, '');
}
