import type { FitOptions } from '../../analysis/fit.ts';
import { parseArn } from '../../iam/arn.ts';
import { Failure } from '../failure.ts';
import { readFiles } from './files.ts';
import type { ProjectNote } from './project/note.ts';
import { displayName } from './read.ts';
import type { StateMachine, StateMachines, TemplateOptions } from './stateMachines.ts';

/** What every command reads: files, folders, commits and standard input, and what is deployed. */

/** True for the ARN of a state machine, one of its versions or aliases. */
export function isMachineArn(target: string): boolean {
  const arn = parseArn(target);
  return arn?.service === 'states' && arn.resource.startsWith('stateMachine:');
}

/** The state machines in a file, a folder or a commit, or the one that is deployed. Throws Failure for unreadable input. */
export async function readStateMachines(
  command: string,
  target: string,
  options: FitOptions,
  template: TemplateOptions,
): Promise<StateMachines> {
  const found = isArn(command, target)
    ? { stateMachines: [await deployed(command, target, options)], unreadable: [] }
    : await readFiles(target, options, template);
  if (template.isVersion !== true) refuseTemplateOptions(command, found, template);
  return found;
}

async function deployed(command: string, arn: string, options: FitOptions): Promise<StateMachine> {
  const { readDeployedMachine } = await import('./deployed.ts');
  return (await readDeployedMachine(command, arn, options)).stateMachine;
}

/** Throws Failure for the ARN of something else. */
export function isArn(command: string, target: string): boolean {
  if (!target.startsWith('arn:')) return false;
  if (isMachineArn(target)) return true;
  throw new Failure(
    `${command}: ${target} is no state machine's ARN, which has the form arn:aws:states:REGION:ACCOUNT:stateMachine:NAME`,
  );
}

/** Throws Failure for what is said of templates, where none is read. */
export function refuseTemplateOptions(
  command: string,
  { stateMachines, unreadable }: StateMachines,
  { only, parameters }: TemplateOptions,
): void {
  const [first] = stateMachines;
  if (first === undefined || unreadable.length > 0 || stateMachines.some(({ template }) => template)) return;
  const option = only !== undefined ? 'state-machine' : Object.keys(parameters).length > 0 ? 'parameter' : undefined;
  if (option === undefined) return;
  const what = first.file.startsWith('arn:') ? 'is deployed' : 'is a definition';
  throw new Failure(`${command}: --${option} is for templates, and ${first.label} ${what}; leave it out`);
}

/** The only state machine that a command is about. Throws Failure where there are several, or none that can be read. */
export async function oneStateMachine(
  command: string,
  target: string,
  options: FitOptions,
  template: TemplateOptions,
): Promise<{ readonly stateMachine: StateMachine; readonly notes: readonly ProjectNote[] }> {
  const { stateMachines, unreadable, notes = [] } = await readStateMachines(command, target, options, template);
  const [stateMachine, ...others] = stateMachines;
  if (stateMachine === undefined) {
    const reasons = unreadable.map(({ label, reason }) => `${label}: ${reason}`).join('; ');
    throw new Failure(`${command}: ${reasons}`);
  }
  if (others.length > 0 || unreadable.length > 0) throw severalMachines(command, target, { stateMachines, unreadable });
  return { stateMachine, notes };
}

/** For what needs one state machine. */
export function severalMachines(
  command: string,
  target: string,
  { stateMachines, unreadable }: StateMachines,
): Failure {
  const ids = [
    ...stateMachines.map(({ template, label }) => template?.machine.logicalId ?? label),
    ...unreadable.map(({ logicalId, label }) => logicalId ?? label),
  ].join(', ');
  const areDefinitions = stateMachines.every(({ template }) => template === undefined);
  const how = areDefinitions ? 'name its file' : 'choose one with --state-machine';
  return new Failure(`${command}: ${displayName(target)} has several state machines (${ids}); ${how}`);
}
