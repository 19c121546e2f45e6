import type { FitOptions } from '../../analysis/fit.ts';
import { parseArn } from '../../iam/arn.ts';
import { Failure } from '../failure.ts';
import { readFiles } from '../input/files.ts';
import type { ProjectNote } from '../input/project/note.ts';
import { isArn, readStateMachines, severalMachines } from '../input/reading.ts';
import type { StateMachine, StateMachines, TemplateOptions, UnreadableStateMachine } from '../input/stateMachines.ts';
import { roleOfFiles } from './policies/policyFiles.ts';
import type { RoleToCheck, RoleUse } from './roles.ts';

/** The state machines that a check is about, each with the role that it uses. */
interface CheckTarget {
  readonly uses: readonly RoleUse[];
  readonly unreadable: readonly UnreadableStateMachine[];
  /** The keys of the roles of state machines that cannot be read. */
  readonly rolesInDoubt: readonly string[];
  /** What was read of a project's folder. */
  readonly notes?: readonly ProjectNote[] | undefined;
}

/** The command line's arguments about them. */
export interface CheckArguments {
  readonly target: string;
  readonly options: FitOptions;
  readonly template: TemplateOptions;
  readonly role: string | undefined;
  /** Files with the policies to compare with, instead of the template's or the deployed role's. */
  readonly policies: readonly string[];
  /** True where these are all policies of the role. */
  readonly areAll: boolean;
}

/** Finds the state machines to check, in a file or deployed. Throws Failure for unreadable input and refused requests. */
export async function targetOf(asked: CheckArguments): Promise<CheckTarget> {
  if (asked.policies.length > 0) return withFiles(asked);
  if (isArn('check', asked.target)) return { uses: [await deployed(asked)], unreadable: [], rolesInDoubt: [] };
  // State machines can share a role: only all of them together show what it has too much.
  const found = await readFiles(asked.target, asked.options, { ...asked.template, only: undefined });
  const named = chosen(found, asked);
  const { unreadable } = named;
  const { notes } = found;
  if (asked.role !== undefined) return { uses: [await withRole(asked, named)], unreadable, rolesInDoubt: [], notes };
  const rolesInDoubt = found.unreadable.map(({ role }) => role);
  return { uses: found.stateMachines.map(inTemplate), unreadable, rolesInDoubt, notes };
}

/** The state machine that --state-machine names; without it, all. */
function chosen(found: StateMachines, { template: { only: id }, target }: CheckArguments): StateMachines {
  if (id === undefined) return found;
  const stateMachines = found.stateMachines.filter((stateMachine) => idOf(stateMachine) === id);
  const unreadable = found.unreadable.filter(({ logicalId }) => logicalId === id);
  if (stateMachines.length + unreadable.length === 0) {
    const ids = found.stateMachines.map(idOf).filter((each) => each !== undefined);
    throw new Failure(
      `check: ${target} has no state machine ${id}${ids.length > 0 ? `; it has ${ids.join(', ')}` : ''}`,
    );
  }
  return { stateMachines, unreadable };
}

/** Its logical ID; a definition has none. */
export function idOf({ template }: StateMachine): string | undefined {
  return template?.machine.logicalId;
}

/** A template's state machine and the role that the template gives it. Throws Failure for a definition. */
export function inTemplate(stateMachine: StateMachine): RoleUse {
  if (stateMachine.template === undefined) {
    throw new Failure(
      `check: ${stateMachine.label} is a definition, with no policies to compare it with; name the role's policies with --policy FILE, or the deployed role with --role`,
    );
  }
  const { role, otherUsers, policies, notEvaluated } = stateMachine.template.machine;
  const name = role.logicalId ?? role.arn ?? 'unknown';
  const { roleKey: key } = stateMachine.template;
  return { stateMachine, role: { key, name, otherUsers, policies: { policies, notEvaluated }, isDeployed: false } };
}

async function deployed({ target, options, role }: CheckArguments): Promise<RoleUse> {
  const { readDeployedMachine } = await import('../input/deployed.ts');
  const { stateMachine, roleArn } = await readDeployedMachine('check', target, options);
  const aws = await import('./deployed.ts');
  return { stateMachine, role: await aws.readDeployedRole(role ?? roleArn, stateMachine.options.region) };
}

/** A state machine with the policies in files. Nothing else is read of its role. */
async function withFiles(asked: CheckArguments): Promise<CheckTarget> {
  const { target, options, template, policies: files, role, areAll } = asked;
  const found = await readStateMachines('check', target, options, template);
  const [stateMachine, ...others] = found.stateMachines;
  const { unreadable, notes } = found;
  if (stateMachine === undefined) return { uses: [], unreadable, rolesInDoubt: [], notes };
  if (others.length > 0) throw severalMachines('check', target, found);
  const use = { stateMachine, role: roleOfFiles({ files, role, areAll }) };
  return { uses: [use], unreadable, rolesInDoubt: [], notes };
}

async function withRole({ role = '', options, target }: CheckArguments, found: StateMachines): Promise<RoleUse> {
  const [stateMachine, ...others] = found.stateMachines;
  if (!stateMachine) throw new Failure(`check: ${target} has no state machine that can be read`);
  if (others.length > 0) throw severalMachines('check', target, found);
  const aws = await import('./deployed.ts');
  const region = options.region ?? (await aws.configuredRegion());
  const deployedRole: RoleToCheck & { readonly arn: string } = await aws.readDeployedRole(role, region);
  const arn = parseArn(deployedRole.arn);
  const place = { region, ...(arn ? { account: arn.account, partition: arn.partition } : {}) };
  return { stateMachine: { ...stateMachine, options: { ...place, ...stateMachine.options } }, role: deployedRole };
}
