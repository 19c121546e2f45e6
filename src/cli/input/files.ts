import { dirname, relative } from 'node:path';
import { checkDefinition, type FitOptions } from '../../analysis/fit.ts';
import { DefinitionError } from '../../asl/error.ts';
import { Failure } from '../failure.ts';
import { type Source, sourceOf } from './inputFile.ts';
import { filesIn, staleNotes } from './project/choose.ts';
import { displayName } from './read.ts';
import { inTemplates, type StateMachines, stateMachinesIn, type TemplateOptions } from './stateMachines.ts';
import { isPlanOrState, isTerraformFile, isTerraformFolder, type TerraformValues } from './terraformOptions.ts';

/** The state machines in files: in a definition, a template, Terraform's files, or whatever a tool has in its project's folder. */
export async function readFiles(
  target: string,
  options: FitOptions,
  template: TemplateOptions,
): Promise<StateMachines> {
  const source = sourceOf(target);
  const terraformOption = optionOf(template.terraform);
  if (source.isFolder) {
    const { are, files, notes } = filesIn(source.path, { isTerraform: terraformOption !== undefined });
    const [first = target, ...others] = files;
    if (are === 'terraform') return { ...(await inTerraform(sourceOf(first), options, template)), notes };
    refuseTerraformOption(target, terraformOption);
    if (are === 'definitions') return { ...readDefinitions(source.path, files, options, template), notes };
    if (others.length === 0) return { ...stateMachinesIn(sourceOf(first), options, template), notes };
    const templates = files.map((file) => ({ file, stack: file, environment: {} }));
    return { ...inTemplates(target, templates, options, template), notes };
  }
  // One of Terraform's files stands for the folder that it is in, also where that is a project of other tools as well.
  if (isTerraformFile(target)) {
    // One that isn't there is a slip.
    source.text();
    return inTerraform(sourceOf(dirname(target)), options, template);
  }
  if (isTerraformFolder(source)) return inTerraform(source, options, template);
  if (isPlanOrState(source.text())) {
    // Of two versions, the other one may be a folder.
    if (template.isVersion !== true) refuseBesideShown(target, terraformOption);
    return inTerraform(source, options, template);
  }
  refuseTerraformOption(target, terraformOption);
  return { ...stateMachinesIn(source, options, template), notes: staleNotes(target) };
}

async function inTerraform(source: Source, options: FitOptions, template: TemplateOptions): Promise<StateMachines> {
  // The parser is loaded only where it is needed.
  return (await import('./terraform.ts')).terraformIn(source, options, template);
}

/** One that cannot be read doesn't keep the others from being read. */
function readDefinitions(
  folder: string,
  files: readonly string[],
  options: FitOptions,
  template: TemplateOptions,
): StateMachines {
  const read = files.map((file) => {
    try {
      const found = stateMachinesIn(sourceOf(file), options, template);
      for (const { definition } of found.stateMachines) checkDefinition(definition);
      const stateMachines = found.stateMachines.map((one) => ({ ...one, inProject: relative(folder, file) }));
      return { ...found, stateMachines };
    } catch (error) {
      if (!(error instanceof Failure || error instanceof DefinitionError)) throw error;
      const reason = error.message.replace(`${file}: `, '');
      return { stateMachines: [], unreadable: [{ label: file, file, reason, role: file }] };
    }
  });
  return {
    stateMachines: read.flatMap(({ stateMachines }) => stateMachines),
    unreadable: read.flatMap(({ unreadable }) => unreadable),
  };
}

/** The first option that is about Terraform's files alone. */
function optionOf({ variables, variableFiles, plan }: TerraformValues): string | undefined {
  if (Object.keys(variables).length > 0) return 'var';
  if (variableFiles.length > 0) return 'var-file';
  return plan === undefined ? undefined : 'plan';
}

function refuseBesideShown(target: string, option: string | undefined): void {
  if (option === undefined) return;
  throw new Failure(
    `${displayName(target)}: --${option} is for a folder of Terraform's files, and this is a plan or a state, which has its values: leave it out, or name the folder`,
  );
}

function refuseTerraformOption(target: string, option: string | undefined): void {
  if (option === undefined) return;
  throw new Failure(`${displayName(target)}: --${option} is for a folder of Terraform's files, and this is none`);
}
