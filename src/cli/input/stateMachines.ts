import { type Fit, type FitOptions, fit } from '../../analysis/fit.ts';
import { fitLookingUp } from '../../analysis/fitLookingUp.ts';
import type { JsonObject } from '../../asl/json.ts';
import { parseText } from '../../asl/parse.ts';
import { substitute } from '../../asl/substitute.ts';
import type { LookUp } from '../../facts/lookUp.ts';
import { compareFindings } from '../../finding.ts';
import { templatesIn } from '../../template/assembly.ts';
import { type Neighbour, neighbourOf } from '../../template/facts/neighbours.ts';
import type { ParameterValues } from '../../template/intrinsics.ts';
import { machinesIn, type TemplateMachine, type TemplateMachines } from '../../template/machines.ts';
import { type Placeholders, writeOutAll } from '../../template/placeholder.ts';
import { isTemplate, readTemplate, section, type Template } from '../../template/read.ts';
import { machineSettings } from '../../template/settings.ts';
import { Failure } from '../failure.ts';
import { inPlace } from './facts.ts';
import { type Source, sourceOf } from './inputFile.ts';
import { displayName, formatOf, located } from './read.ts';
import { namesIn } from './substitutions.ts';

/** One state machine that a command is about: a definition's own file, or one of a template. */
export interface StateMachine {
  /** As a person knows it: `orders.asl.json`, `template.yaml Orders`. */
  readonly label: string;
  /** The file that findings stand in, and the line in it where the state machine starts. */
  readonly file: string;
  readonly line?: number;
  /** With its substitutions made. */
  readonly definition: JsonObject;
  /** The names in its `${…}` before the command line's substitutions. */
  readonly openNames: readonly string[];
  /** What the command line and the template say about the state machine. */
  readonly options: FitOptions;
  readonly template?: InTemplate;
}

export interface InTemplate {
  readonly machine: TemplateMachine;
  /** What stands behind each `${…}` of its texts. */
  readonly placeholders: Placeholders;
  /** Names in the definition's `${…}` that neither the template nor the command line gives a value. */
  readonly unsubstituted: readonly string[];
}

/** A state machine that a template has and whose definition cannot be read. */
export interface UnreadableStateMachine {
  readonly label: string;
  readonly logicalId: string;
  readonly file: string;
  readonly line?: number;
  readonly reason: string;
  /** The key of its role. */
  readonly role: string;
}

export interface StateMachines {
  readonly stateMachines: readonly StateMachine[];
  readonly unreadable: readonly UnreadableStateMachine[];
}

/** The state machines of templates, and the templates' parameters. */
interface Found extends StateMachines {
  readonly parameters: readonly string[];
  /** Of all state machines, asked for or not. */
  readonly logicalIds: readonly string[];
}

/** What the command line says about templates. */
export interface TemplateOptions {
  readonly parameters: Readonly<Record<string, string>>;
  /** The logical ID of the only state machine that is asked for. */
  readonly only: string | undefined;
  /** True where a parameter that the command line does not set stays `${Parameter}`, even with a default. */
  readonly keepParameters?: boolean;
  /** True where a template may lack a parameter that the command line sets: another version has it. */
  readonly isVersion?: boolean;
}

/**
 * Reads the state machines in a definition, a CloudFormation or SAM template, or the folder of a synthesized CDK app; each
 * also as `git:REF:PATH`. Throws Failure, with the file's name first, for what cannot be read and for a template without a
 * state machine.
 */
export function stateMachinesIn(file: string, options: FitOptions, template: TemplateOptions): StateMachines {
  const source = sourceOf(file);
  if (source.isFolder) return inFolder(source, options, template);
  const text = source.text();
  if (!isTemplateText(source, text)) return { stateMachines: [ofDefinition(source, text, options)], unreadable: [] };
  return nonEmpty(inTemplate(source, bodyOf(source, text), options, template), file, template);
}

function inFolder(folder: Source, options: FitOptions, template: TemplateOptions): StateMachines {
  const templates = templatesIn(folder.path, folder.read);
  if (templates === undefined) {
    throw new Failure(`${folder.name}: is a folder without the manifest.json of a synthesized CDK app; name a file`);
  }
  const values = valuesOf(options, template);
  const sources = templates.map(({ file }) => {
    const source = sourceOf(file);
    const body = bodyOf(source, source.text());
    return { source, body, neighbour: neighbourOf(body, { file: source.path, read: source.read, values }) };
  });
  const neighbours = sources.map(({ neighbour }) => neighbour);
  const all = sources.map(({ source, body }) => inTemplate(source, body, options, template, neighbours));
  const stateMachines = all.flatMap((each) => each.stateMachines);
  const unreadable = all.flatMap((each) => each.unreadable);
  const parameters = [...new Set(all.flatMap((each) => each.parameters))];
  const logicalIds = all.flatMap((each) => each.logicalIds);
  return nonEmpty({ stateMachines, unreadable, parameters, logicalIds }, folder.name, template);
}

function nonEmpty(found: Found, file: string, { only, parameters, isVersion }: TemplateOptions): StateMachines {
  const parameterNames = isVersion ? [] : Object.keys(parameters);
  const unknown = parameterNames.find((name) => !found.parameters.includes(name));
  if (unknown !== undefined) {
    const known = found.parameters.length === 0 ? 'none' : found.parameters.join(', ');
    throw new Failure(`${displayName(file)}: the template has no parameter ${unknown}; it has ${known}`);
  }
  if (found.stateMachines.length + found.unreadable.length > 0) return found;
  if (only === undefined) throw new Failure(`${displayName(file)}: the template does not have a state machine`);
  const has = found.logicalIds.length === 0 ? 'none' : found.logicalIds.join(', ');
  throw new Failure(`${displayName(file)}: the template has no state machine ${only}; it has ${has}`);
}

/** True for a template's text; a template with a mistake in it is not taken for a definition. */
function isTemplateText({ name, path }: Source, text: string): boolean {
  // Only a template has the tags of YAML that a definition must not have, so its form is looked at before it is parsed.
  if (!/(^|[\s"'{,])Resources["']?\s*:/m.test(text)) return false;
  try {
    return isTemplate(readTemplate(text, formatOf(path)).json);
  } catch (error) {
    if (/(^|[\s"'{,])States["']?\s*:/m.test(text) && !/^Resources:/m.test(text)) return false;
    throw located(error, name);
  }
}

function ofDefinition({ name, path }: Source, text: string, options: FitOptions): StateMachine {
  const { substitutions = {}, ...settings } = options;
  try {
    const written = parseText(text, formatOf(path));
    const definition = substitute(written, substitutions);
    return { label: displayName(name), file: name, definition, openNames: namesIn(written), options: settings };
  } catch (error) {
    throw located(error, name);
  }
}

function bodyOf({ name, path }: Source, text: string): Template {
  try {
    return readTemplate(text, formatOf(path));
  } catch (error) {
    throw located(error, name);
  }
}

function valuesOf(options: FitOptions, { parameters, keepParameters = false }: TemplateOptions): ParameterValues {
  const pseudo = {
    ...(options.region === undefined ? {} : { 'AWS::Region': options.region }),
    ...(options.account === undefined ? {} : { 'AWS::AccountId': options.account }),
    ...(options.partition === undefined ? {} : { 'AWS::Partition': options.partition }),
  };
  return { parameters, pseudo, defaults: !keepParameters };
}

function inTemplate(
  { name, path, read }: Source,
  body: Template,
  options: FitOptions,
  template: TemplateOptions,
  neighbours: readonly Neighbour[] = [],
): Found {
  const { only } = template;
  try {
    const found = machinesIn(body, { file: path, read, values: valuesOf(options, template), neighbours });
    const machines = found.machines.filter(({ logicalId }) => only === undefined || logicalId === only);
    const each = machines.map((machine) => ofMachine(name, machine, found, options));
    return {
      stateMachines: each.filter((one): one is StateMachine => 'definition' in one),
      unreadable: each.filter((one): one is UnreadableStateMachine => 'reason' in one),
      parameters: Object.keys(section(body, 'Parameters')),
      logicalIds: found.machines.map(({ logicalId }) => logicalId),
    };
  } catch (error) {
    throw located(error, name);
  }
}

function ofMachine(
  file: string,
  machine: TemplateMachine,
  { placeholders, facts }: Pick<TemplateMachines, 'facts' | 'placeholders'>,
  options: FitOptions,
): StateMachine | UnreadableStateMachine {
  const { logicalId, line, definition, settings } = machine;
  const common = { label: `${displayName(file)} ${logicalId}`, file, ...(line === undefined ? {} : { line }) };
  if (definition.kind === 'unreadable') {
    return { ...common, logicalId, reason: definition.reason, role: roleKey(file, machine) };
  }
  const { substitutions = {}, ...overrides } = options;
  return {
    ...common,
    definition: writeOutAll(substitute(definition.json, substitutions), placeholders),
    openNames: namesIn(definition.json),
    options: {
      ...machineSettings(settings, placeholders),
      // The command line overrides the template.
      ...overrides,
      facts: [...facts, ...(overrides.facts ?? [])],
    },
    template: {
      machine,
      placeholders,
      unsubstituted: definition.unsubstituted.filter((name) => !Object.hasOwn(substitutions, name)),
    },
  };
}

/** The same for state machines of one role. */
export function roleKey(file: string, { role, logicalId }: TemplateMachine): string {
  return `${file} ${role.logicalId ?? role.arn ?? `of ${logicalId}`}`;
}

/** A state machine and what it needs. */
export interface FittedStateMachine {
  readonly stateMachine: StateMachine;
  readonly result: Fit;
}

/** Fits a state machine; what AWS refuses about the definition's shape is among the findings. */
export async function fitStateMachine(stateMachine: StateMachine, lookUp?: LookUp): Promise<FittedStateMachine> {
  const { definition } = stateMachine;
  const options = inPlace(stateMachine.options);
  try {
    const fitted = await (lookUp === undefined ? fit(definition, options) : fitLookingUp(definition, options, lookUp));
    const { shapeFindings } = await import('../shape/shapeFindings.ts');
    const findings = [...fitted.findings, ...(await shapeFindings(definition))].sort(compareFindings);
    return { stateMachine, result: { ...fitted, findings } };
  } catch (error) {
    throw located(error, stateMachine.label);
  }
}
