import { isAbsolute, join, relative, resolve } from 'node:path';
import type { FitOptions } from '../../analysis/fit.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import { jsonLines } from '../../asl/jsonLines.ts';
import { parseJson } from '../../asl/jsonText.ts';
import { nearestLine, stateAndField } from '../../asl/lines.ts';
import type { Finding } from '../../finding.ts';
import { readConfiguration } from '../../terraform/configuration.ts';
import type { Configuration, Evaluated, FilePlace } from '../../terraform/resource.ts';
import { withPlan } from '../../terraform/shown/merge.ts';
import { configurationOfPlan } from '../../terraform/shown/plan.ts';
import { configurationOfState } from '../../terraform/shown/state.ts';
import {
  type TerraformMachine,
  type TerraformMachines,
  terraformMachines,
} from '../../terraform/translate/machines.ts';
import { isTranslated } from '../../terraform/translate/types.ts';
import { Failure } from '../failure.ts';
import { definitionPlaces, definitionTexts } from './definitionPlaces.ts';
import { type Source, sourceOf } from './inputFile.ts';
import { displayName, located } from './read.ts';
import type { StatePlaces, TextRemark } from './remarks.ts';
import {
  ofMachine,
  parameterValuesOf,
  type StateMachine,
  type StateMachines,
  type TemplateOptions,
  type UnreadableStateMachine,
} from './stateMachines.ts';
import { isTerraformFolder, type TerraformValues } from './terraformOptions.ts';

/** The state machines of Terraform's files, plans and states. */

/** What a plan or a state is read as; undefined for any other JSON. */
function shownConfiguration(source: Source): Configuration {
  const text = source.text();
  try {
    const json = parseJson(text.replace(/^\uFEFF/, ''));
    const at = { file: displayName(source.path), lineOf: jsonLines(text) };
    const found = isObject(json) ? (configurationOfPlan(json, at) ?? configurationOfState(json, at)) : undefined;
    if (found !== undefined) return found;
  } catch (error) {
    throw located(error, source.name);
  }
  throw new Failure(
    `${displayName(source.name)}: is no plan and no state of Terraform's; make one with terraform show -json (PLAN)`,
  );
}

/** The state machines in a folder of .tf files, or in a plan or a state. Throws Failure for what cannot be read. */
export async function terraformIn(
  source: Source,
  options: FitOptions,
  template: TemplateOptions,
): Promise<StateMachines> {
  const { terraform, parameters, only } = template;
  if (Object.keys(parameters).length > 0) {
    throw new Failure(`${displayName(source.name)}: --parameter is for templates; give a variable's value with --var`);
  }
  const files = isTerraformFolder(source) ? await folderConfiguration(source, terraform) : shownConfiguration(source);
  const { plan } = terraform;
  const configuration = plan === undefined ? files : withPlan(files, planFor(source, files, plan));
  const found = terraformMachines(configuration, parameterValuesOf(options, template));
  const machines = found.machines.filter(({ logicalId }) => only === undefined || logicalId === only);
  if (machines.length === 0) throw noMachine(source, found, configuration, only);
  const all = machines.map((machine) => withSyntax(ofTerraform(machine, found, options, source), configuration));
  return {
    stateMachines: withUnread(
      all.filter((one): one is StateMachine => 'definition' in one),
      configuration,
    ),
    unreadable: all.filter((one): one is UnreadableStateMachine => 'reason' in one),
  };
}

/** Throws Failure for a plan that has nothing of what the folder declares: it is another folder's. */
function planFor({ name }: Source, files: Configuration, plan: string): Configuration {
  const shown = shownConfiguration(sourceOf(plan, 'what `terraform show -json PLAN` prints'));
  const declared = new Set([...files.resources, ...files.unread].map(({ address = '' }) => declaration(address)));
  const planned = shown.resources.filter(({ mode }) => mode === 'managed').map(({ address }) => declaration(address));
  // What cannot be read may declare it.
  if (planned.length === 0 || declared.has('') || planned.some((each) => declared.has(each))) return shown;
  throw new Failure(
    `${displayName(plan)}: is the plan of another folder: ${displayName(name)} declares no ${planned[0]}; make one of this folder`,
  );
}

/** What the root module's files declare for an address: `module.orders`, `aws_sqs_queue.q`. */
function declaration(address: string): string {
  return /^(?:data\.)?[^.[\]]+\.[^.[\]]+/.exec(address)?.[0] ?? '';
}

/** The folder's own files, evaluated. */
async function folderConfiguration(
  { name, path, read, readNamed, list }: Source,
  { variables, variableFiles }: TerraformValues,
): Promise<Configuration> {
  const named = new Map(variableFiles.map((file) => [relative(path, file), file]));
  const folder = {
    readText: (file: string) => {
      const variableFilePath = named.get(file);
      return variableFilePath === undefined ? read(inside(path, file)) : readNamed(variableFilePath);
    },
    list: (file: string) => list(join(path, file)),
  };
  const options = [
    ...variableFiles.map((file) => ({ kind: 'file', path: variableFile(file, path, readNamed) }) as const),
    ...Object.entries(variables).map(([variable, value]) => ({ kind: 'value', name: variable, value }) as const),
  ];
  const { resources, unread } = await readConfiguration(folder, { variables: options, directory: resolve(path) });
  const wrong = unread.find(({ place }) => place.file === '--var');
  if (wrong !== undefined) throw new Failure(`${displayName(name)}: --var: ${wrong.why}`);
  const [commit = ''] = /^git:[^:]*:/.exec(name) ?? [];
  const placed = ({ file, line }: FilePlace): FilePlace => ({ file: `${commit}${inside(path, file)}`, line });
  return {
    resources: resources.map((resource) => ({
      ...resource,
      place: placed(resource.place),
      arguments: new Map([...resource.arguments].map(([argument, value]) => [argument, placedValue(value, placed)])),
      places: new Map([...resource.places].map(([argument, place]) => [argument, placed(place)])),
    })),
    unread: unread.map((each) => ({ ...each, place: placed(each.place) })),
  };
}

/** A value with the places of its parts as a person would name them. */
function placedValue(value: Evaluated, placed: (place: FilePlace) => FilePlace): Evaluated {
  switch (value.kind) {
    case 'known':
      return value;
    case 'text':
      return {
        ...value,
        parts: value.parts.map((part) => (typeof part === 'string' ? part : placedValue(part, placed))),
      };
    case 'list':
      return { ...value, items: value.items.map((item) => placedValue(item, placed)) };
    case 'object':
      return {
        ...value,
        entries: new Map([...value.entries].map(([name, entry]) => [name, placedValue(entry, placed)])),
      };
    case 'reference':
    case 'unknown':
      return { ...value, place: placed(value.place) };
  }
}

function inside(folder: string, file: string): string {
  return isAbsolute(file) ? file : join(folder, file);
}

/** A file of variables as the folder's own files name it. */
function variableFile(file: string, folder: string, read: Source['read']): string {
  if (read(file) === undefined) throw new Failure(`--var-file ${file}: no such file`);
  return relative(folder, file);
}

function noMachine(
  { name }: Source,
  { machines }: TerraformMachines,
  { unread }: Configuration,
  only: string | undefined,
): Failure {
  const has = machines.map(({ logicalId }) => logicalId).join(', ');
  if (only !== undefined && has !== '') {
    return new Failure(`${displayName(name)}: there is no state machine ${only}; there is ${has}`);
  }
  const reasons = unread
    .filter(({ isUndeclared }) => !isUndeclared)
    .slice(0, MOST)
    .map(({ place, why }) => `${place.file}:${place.line}: ${why}`);
  const because = reasons.length === 0 ? '; name the folder that has one' : `; not read: ${reasons.join('; ')}`;
  return new Failure(`${displayName(name)}: there is no aws_sfn_state_machine${because}`);
}

const MOST = 5;

/** What is wrong with the whole file comes before what follows from it: a definition that ends too early, or is lost. */
function withSyntax(one: StateMachine | UnreadableStateMachine, { unread }: Configuration): typeof one {
  if (!('reason' in one)) return one;
  const wrong = unread.find(
    ({ place, address, isUndeclared }) => address === undefined && !isUndeclared && place.file === one.file,
  );
  return wrong === undefined ? one : { ...one, reason: `${wrong.why} (${wrong.place.file}:${wrong.place.line})` };
}

function ofTerraform(
  machine: TerraformMachine,
  found: TerraformMachines,
  options: FitOptions,
  source: Source,
): StateMachine | UnreadableStateMachine {
  const { logicalId, place, definition, role } = machine;
  const unsubstituted = definition.kind === 'found' ? definition.unsubstituted : [];
  const plain = definition.kind === 'found' ? { ...definition, unsubstituted: [] } : definition;
  const { region, accountId } = machine.provider;
  const there = {
    ...(region === undefined ? {} : { region }),
    ...(accountId === undefined ? {} : { account: accountId }),
    ...options,
  };
  const one = ofMachine(place.file, { ...machine, definition: plain }, found, there);
  const key = `terraform ${role.logicalId ?? role.arn ?? `of ${logicalId}`}`;
  if ('reason' in one) return { ...one, role: key };
  const places = definitionPlaces(machine, source);
  const { template } = one;
  // What is written `$${Name}` was meant to stay.
  const texts = unsubstituted.length === 0 ? [] : definitionTexts(machine, source);
  const unescaped = unsubstituted.filter((name) => !texts.some((text) => text.includes(`$\${${name}}`)));
  return {
    ...one,
    ...(places === undefined ? { places: { file: place.file, lineOf: () => undefined } } : { places }),
    remarks: openRemarks(one.definition, unescaped, places, machine),
    ...(template === undefined
      ? {}
      : {
          template: {
            ...template,
            roleKey: key,
            unsubstituted,
            terraform: { references: found.references, addresses: found.addresses },
          },
        }),
  };
}

/** A `${Name}` that is in the text after everything is evaluated, as in a file that is read by file(). */
function openRemarks(
  definition: JsonObject,
  names: readonly string[],
  places: StatePlaces | undefined,
  { place, source }: TerraformMachine,
): readonly TextRemark[] {
  return names.flatMap((name) =>
    pathsTo(definition, `\${${name}}`).map((path): TextRemark => {
      const { state, field } = stateAndField(path);
      const line = places === undefined ? undefined : nearestLine(places.lineOf, path);
      const where = places === undefined || line === undefined ? source.place : { file: places.file, line };
      const message = `${field} has \${${name}}, which nothing replaces: read the file with templatefile instead of file, with ${name} among its variables`;
      const finding: Finding = { code: 'unsubstituted-placeholder', severity: 'warning', state, message };
      return { ...(places === undefined ? place : where), finding };
    }),
  );
}

function pathsTo(json: Json, text: string, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof json === 'string') return json.includes(text) ? [path] : [];
  if (isArray(json)) return json.flatMap((item, index) => pathsTo(item, text, [...path, String(index)]));
  return isObject(json) ? Object.entries(json).flatMap(([key, item]) => pathsTo(item, text, [...path, key])) : [];
}

/** What could not be evaluated is said once, with the first state machine, or with the one that it is about. */
function withUnread(machines: readonly StateMachine[], { unread }: Configuration): readonly StateMachine[] {
  const ids = machines.map(({ template }) => template?.machine.logicalId ?? '');
  const those = unread.filter(({ address }) => mayMatter(address));
  return machines.map((machine, index) => {
    const own = those.filter(({ address = '' }) => Math.max(0, ids.indexOf(address)) === index);
    const remarks = own.map(({ place, why, address, isUndeclared }): TextRemark => {
      if (isUndeclared)
        return { ...place, finding: { code: 'undeclared-reference', severity: 'error', state: '', message: why } };
      const message = `${address === undefined ? '' : `${address}: `}${why}`;
      const severity = decides(address) ? 'warning' : 'info';
      return { ...place, finding: { code: 'unread-terraform', severity, state: '', message } };
    });
    return { ...machine, remarks: [...remarks, ...(machine.remarks ?? [])] };
  });
}

/** False for a resource that no definition and no policy needs. */
function mayMatter(address: string | undefined): boolean {
  return decides(address) || isTranslated(resourceTypeIn(address));
}

/** True for what decides which state machines there are, and what their roles allow. */
function decides(address: string | undefined): boolean {
  const type = resourceTypeIn(address);
  return type === '' || /^aws_(?:sfn_state_machine$|iam_)/.test(type);
}

/** The type of the resource at an address; empty for a module. */
function resourceTypeIn(address = ''): string {
  const local = address.replaceAll(/module\.[\w-]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.?/g, '').replace(/^data\./, '');
  return /^\w+/.exec(local)?.[0] ?? '';
}
