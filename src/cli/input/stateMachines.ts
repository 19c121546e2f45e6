import { definitionProblem, type Fit, type FitOptions, fit } from '../../analysis/fit.ts';
import { fitLookingUp } from '../../analysis/fitLookingUp.ts';
import type { JsonObject } from '../../asl/json.ts';
import { nearestLine, tokensOf } from '../../asl/lines.ts';
import { parseDefinitionText } from '../../asl/parse.ts';
import { substitute } from '../../asl/substitute.ts';
import type { LookUp } from '../../facts/lookUp.ts';
import { compareFindings, type Finding } from '../../finding.ts';
import { type AssemblyTemplate, environmentBeside, templatesIn } from '../../template/assembly.ts';
import { type Neighbour, neighbourOf } from '../../template/facts/neighbours.ts';
import type { ParameterValues } from '../../template/intrinsics.ts';
import {
  machinesIn,
  type TemplateMachine,
  type TemplateMachines,
  type WrittenSettings,
} from '../../template/machines.ts';
import { type Placeholders, writeOutAll } from '../../template/placeholder.ts';
import { isTemplate, readStackTemplate, readTemplate, section, type Template } from '../../template/read.ts';
import { machineSettings } from '../../template/settings.ts';
import { Failure } from '../failure.ts';
import { inPlace } from './facts.ts';
import { type Source, sourceOf } from './inputFile.ts';
import { otherFile } from './otherFiles.ts';
import type { ProjectNote } from './project/note.ts';
import { outsideOf } from './reach.ts';
import { displayName, formatOf, located } from './read.ts';
import {
  duplicateRemark,
  remarksFor,
  type StatePlaces,
  substitutionRemarks,
  type TextRemark,
  withRemarks,
} from './remarks.ts';
import { openNamesIn } from './substitutions.ts';
import { NO_TERRAFORM, type TerraformValues } from './terraformOptions.ts';

/** One state machine that a command is about: a definition's own file, or one of a template. */
export interface StateMachine {
  /** As a person knows it: `orders.asl.json`, `template.yaml Orders`. */
  readonly label: string;
  /** Where definitions are read from a project's folder: its path in that folder. */
  readonly inProject?: string;
  /** The file that findings stand in, and the line in it where the state machine starts. */
  readonly file: string;
  readonly line?: number;
  /** With its substitutions made. */
  readonly definition: JsonObject;
  /** The names in its `${…}` before the command line's substitutions. */
  readonly openNames: readonly string[];
  /** What the command line and the template say about the state machine. */
  readonly options: FitOptions;
  /** Where its states stand: in this file or in another one; undefined for what is deployed. */
  readonly places?: StatePlaces;
  /** What its text, or its template's, is to be told of. */
  readonly remarks?: readonly TextRemark[];
  readonly template?: InTemplate;
}

export interface InTemplate {
  readonly machine: TemplateMachine;
  /** What stands behind each `${…}` of its texts. */
  readonly placeholders: Placeholders;
  /** Names in the definition's `${…}` that neither the template nor the command line gives a value. */
  readonly unsubstituted: readonly string[];
  /** State machines with the same one share a role. */
  readonly roleKey: string;
  /** Undefined for what is not Terraform's. */
  readonly terraform?: InTerraform;
}

export interface InTerraform {
  /** The expression for a text of a policy, such as a resource's ARN. */
  readonly references: ReadonlyMap<string, string>;
  /** Of all resources and data sources. */
  readonly addresses: readonly string[];
}

/** A state machine that a template has and whose definition cannot be read, or a whole template of a CDK app. */
export interface UnreadableStateMachine {
  readonly label: string;
  /** Undefined for a whole template. */
  readonly logicalId?: string;
  readonly file: string;
  readonly line?: number;
  readonly reason: string;
  /** The key of its role. */
  readonly role: string;
}

export interface StateMachines {
  readonly stateMachines: readonly StateMachine[];
  readonly unreadable: readonly UnreadableStateMachine[];
  /** What was read of a project's folder. */
  readonly notes?: readonly ProjectNote[];
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
  readonly terraform: TerraformValues;
}

/**
 * Reads the state machines in a definition, a CloudFormation or SAM template, or the folder of a synthesized CDK app; each
 * also as `git:REF:PATH`. Throws Failure, with the file's name first, for what cannot be read and for a template without a
 * state machine.
 */
export function stateMachinesIn(source: Source, options: FitOptions, template: TemplateOptions): StateMachines {
  const file = source.name;
  if (source.isFolder) return inFolder(source, options, template);
  const text = source.text();
  const other = otherFile(source.path, text);
  if (other !== undefined) throw new Failure(`${displayName(file)}: ${other}`);
  if (!isTemplateText(source, text)) return { stateMachines: [ofDefinition(source, text, options)], unreadable: [] };
  const there = { ...environmentBeside(source.path, source.read), ...options };
  return nonEmpty(inTemplate(source, bodyOf(source, text), there, template), file, template);
}

/** Those of a synthesized CDK app, which may have none. Throws Failure where the folder isn't one. */
export function stateMachinesInApp(folder: string): StateMachines {
  return foundIn(appTemplates(sourceOf(folder)), {}, { parameters: {}, only: undefined, terraform: NO_TERRAFORM });
}

function inFolder(folder: Source, options: FitOptions, template: TemplateOptions): StateMachines {
  return inTemplates(folder.name, appTemplates(folder), options, template);
}

/** The state machines of several templates, as if one app had them: what one exports, another may import. */
export function inTemplates(
  name: string,
  templates: readonly AssemblyTemplate[],
  options: FitOptions,
  template: TemplateOptions,
): StateMachines {
  return nonEmpty(foundIn(templates, options, template), name, template);
}

function foundIn(templates: readonly AssemblyTemplate[], options: FitOptions, template: TemplateOptions): Found {
  // The command line overrides where the app wants its stacks.
  const read = templates.map(({ file, stack, environment }) => {
    const there = { ...environment, ...options };
    return readStack(file, stack, there, parameterValuesOf(there, template));
  });
  const sources = read.filter((each) => 'body' in each);
  const neighbours = sources.map(({ neighbour }) => neighbour);
  const all = sources.map(({ source, body, there }) => inTemplate(source, body, there, template, neighbours));
  const stateMachines = all.flatMap((each) => each.stateMachines);
  const unreadable = [...read.filter((each) => 'reason' in each), ...all.flatMap((each) => each.unreadable)];
  const parameters = [...new Set(all.flatMap((each) => each.parameters))];
  const logicalIds = all.flatMap((each) => each.logicalIds);
  return { stateMachines, unreadable, parameters, logicalIds };
}

function appTemplates({ name, path, read }: Source): readonly AssemblyTemplate[] {
  try {
    const templates = templatesIn(path, read);
    const outside = templates?.find(({ file }) => outsideOf(name)(file));
    if (outside !== undefined) {
      throw new Failure(`${name}: its manifest names ${outside.file}, which is outside of the repository`);
    }
    if (templates !== undefined) return templates;
  } catch (error) {
    throw located(error, name);
  }
  throw new Failure(`${name}: is a folder without the manifest.json of a synthesized CDK app`);
}

interface Stack {
  readonly source: Source;
  readonly body: Template;
  readonly neighbour: Neighbour;
  /** What the command line and the app say. */
  readonly there: FitOptions;
}

/** A stack of an app. One that cannot be read doesn't keep the others from being read. */
function readStack(
  file: string,
  stack: string,
  there: FitOptions,
  values: ParameterValues,
): Stack | UnreadableStateMachine {
  const source = sourceOf(file);
  try {
    const body = bodyOf(source, source.text(), 'stack');
    return {
      source,
      body,
      there,
      neighbour: neighbourOf(body, { file: source.path, read: source.read, values, stack }),
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const isThere = source.read(file) !== undefined;
    const reason = isThere
      ? error.message.replace(`${displayName(file)}: `, '')
      : 'its template is not there; run `cdk synth` again';
    return { label: `stack ${stack}`, file, reason, role: `${file} of ${stack}` };
  }
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
    const { json, lineOf, duplicates } = parseDefinitionText(text, formatOf(path));
    const definition = substitute(json, substitutions);
    const remarks = duplicates.map((duplicate) => duplicateRemark(duplicate, name));
    return {
      label: displayName(name),
      file: name,
      definition,
      openNames: openNamesIn(json),
      options: settings,
      places: { file: name, lineOf },
      remarks,
    };
  } catch (error) {
    throw located(error, name);
  }
}

/** A stack of an app may be without resources, and is a template all the same. */
function bodyOf({ name, path }: Source, text: string, kind: 'template' | 'stack' = 'template'): Template {
  try {
    return kind === 'stack' ? readStackTemplate(text, formatOf(path)) : readTemplate(text, formatOf(path));
  } catch (error) {
    throw located(error, name);
  }
}

export function parameterValuesOf(
  options: FitOptions,
  { parameters, keepParameters = false }: TemplateOptions,
): ParameterValues {
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
    const found = machinesIn(body, { file: path, read, values: parameterValuesOf(options, template), neighbours });
    const machines = found.machines.filter(({ logicalId }) => only === undefined || logicalId === only);
    const each = machines.map((machine) => ofMachine(name, machine, found, options));
    return {
      stateMachines: remarksFor(
        each.filter((one): one is StateMachine => 'definition' in one),
        body.duplicates,
        name,
      ),
      unreadable: each.filter((one): one is UnreadableStateMachine => 'reason' in one),
      parameters: Object.keys(section(body, 'Parameters')),
      logicalIds: found.machines.map(({ logicalId }) => logicalId),
    };
  } catch (error) {
    throw located(error, name);
  }
}

export function ofMachine(
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
  const places = {
    file: definition.file === undefined ? file : besideIn(file, definition.file),
    lineOf: definition.lineOf,
  };
  const whole = writeOutAll(substitute(definition.json, substitutions), placeholders);
  const problem = definitionProblem(whole);
  if (problem !== undefined) {
    const line = nearestLine(places.lineOf, tokensOf(problem.state));
    const place = line === undefined ? {} : { file: places.file, line };
    return { ...common, ...place, logicalId, reason: problem.message, role: roleKey(file, machine) };
  }
  const unsubstituted = definition.unsubstituted.filter((name) => !Object.hasOwn(substitutions, name));
  return {
    ...common,
    definition: whole,
    openNames: openNamesIn(definition.json),
    places,
    remarks: [
      ...definition.duplicates.map((duplicate) => duplicateRemark(duplicate, places.file)),
      ...substitutionRemarks(machine, whole, unsubstituted, file, places),
    ],
    options: {
      ...machineSettings(withCertain(settings, overrides), placeholders),
      // The command line overrides the template.
      ...overrides,
      facts: [...facts, ...(overrides.facts ?? [])],
    },
    template: {
      machine,
      placeholders,
      unsubstituted,
      roleKey: roleKey(file, machine),
    },
  };
}

/** Without doubt about what the command line turns on. */
function withCertain({ uncertain, ...settings }: WrittenSettings, options: FitOptions): WrittenSettings {
  const open = uncertain?.filter((setting) => options[setting] === undefined) ?? [];
  return { ...settings, ...(open.length === 0 ? {} : { uncertain: open }) };
}

/** A file that a template names, as the user would name it: in a commit, where the template is. */
function besideIn(template: string, file: string): string {
  const [commit = ''] = /^git:[^:]*:/.exec(template) ?? [];
  return `${commit}${file}`;
}

/** The same for state machines of one role. */
function roleKey(file: string, { role, logicalId }: TemplateMachine): string {
  return `${file} ${role.logicalId ?? role.arn ?? `of ${logicalId}`}`;
}

/** A state machine and what it needs. */
export interface FittedStateMachine {
  readonly stateMachine: StateMachine;
  readonly result: Fit;
}

/** What gives a placeholder its value in Terraform: no option gives what a resource or a data source has. */
function inTerraform<Found extends Finding>(finding: Found): Found {
  const isResource = /\$\{(?:module\.[^{}]*\.)?(?:data\.)?aws_\w+\.[^{}]*\}/.test(finding.message);
  const how = isResource ? 'with a plan (--plan).' : 'with --var, or with a plan (--plan).';
  return { ...finding, message: finding.message.replace(/with --substitute\.$/, () => how) };
}

/** Fits a state machine; what AWS refuses about the definition's shape is among the findings. */
export async function fitStateMachine(stateMachine: StateMachine, lookUp?: LookUp): Promise<FittedStateMachine> {
  const { definition } = stateMachine;
  const options = inPlace(stateMachine.options);
  try {
    const fitted = await (lookUp === undefined ? fit(definition, options) : fitLookingUp(definition, options, lookUp));
    const { shapeFindings } = await import('../shape/shapeFindings.ts');
    const findings = [...fitted.findings, ...(await shapeFindings(definition, fitted.workflow))].sort(compareFindings);
    const messages = stateMachine.template?.terraform === undefined ? findings : findings.map(inTerraform);
    return { stateMachine, result: { ...fitted, findings: withRemarks(messages, stateMachine.remarks) } };
  } catch (error) {
    throw located(error, stateMachine.label);
  }
}
