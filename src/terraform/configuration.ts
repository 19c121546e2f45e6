import { posix } from 'node:path';
import { DefinitionError } from '../asl/error.ts';
import { isObject } from '../asl/json.ts';
import { parseJson } from '../asl/jsonText.ts';
import { own } from '../own.ts';
import { toEvaluated } from './evaluate/evaluated.ts';
import { type EvaluationContext, MAX_STEPS, spendSteps } from './evaluate/scope.ts';
import { hclParser } from './hcl/grammar.ts';
import { parseHcl, parseHclExpression, parseTemplate } from './hcl/parse.ts';
import type { HclExpression, SourceText } from './hcl/syntax.ts';
import { nestedBlocks } from './modules/arguments.ts';
import { argumentOf, knownAttribute, META } from './modules/attributes.ts';
import {
  addressIn,
  constantIn,
  expand,
  type FolderEvaluation,
  type Instance,
  limited,
  type Module,
  sourceIn,
  tell,
} from './modules/module.ts';
import { providerOf } from './modules/providers.ts';
import type { ModuleFiles } from './modules/source.ts';
import { type VariableOption, variableValues } from './modules/variables.ts';
import type { Configuration, Evaluated, EvaluatedResource, FilePlace } from './resource.ts';
import { type HclValue, tuple, valueCount } from './values/value.ts';

/** A folder of Terraform files; paths are relative to it, with slashes: `main.tf`, `../shared/policy.json`. */
export interface TerraformFolder {
  /** The text of a file; undefined if it doesn't exist or may not be read. */
  readonly readText: (path: string) => string | undefined;
  /** The names of the files and folders in a folder: `.` is the folder itself. Empty if there is none. */
  readonly list: (folder: string) => readonly string[];
}

export interface TerraformOptions {
  /** `--var` and `--var-file`, in their order. */
  readonly variables?: readonly VariableOption[];
  /** `terraform.workspace`: `default` if it isn't given. */
  readonly workspace?: string;
  /** The path of the folder, which is what `path.cwd` gives. */
  readonly directory?: string;
}

/** Beyond so many, the rest is told as unread. */
const MAX_RESOURCES = 10_000;

/** Evaluates a folder of Terraform files, as far as files tell. */
export async function readConfiguration(
  folder: TerraformFolder,
  options: TerraformOptions = {},
): Promise<Configuration> {
  const parser = await hclParser();
  const readText = (path: string) => folder.readText(relative(path, options.directory));
  const files: ModuleFiles = { list: folder.list, readText, parse: (file, text) => parseHcl(parser, file, text) };
  const templates = new Map<string, HclExpression>();
  const context: EvaluationContext = {
    budget: { steps: MAX_STEPS, depth: 0 },
    readText,
    list: (path) => folder.list(relative(path, options.directory)),
    parseTemplate: (file, text) => {
      const key = `${file}\n${text}`;
      const parsed = templates.get(key) ?? parseTemplate(parser, relative(file, options.directory), text);
      templates.set(key, parsed);
      return parsed;
    },
    memberOf: (address, name, source) => knownAttribute(evaluation, address, name, source),
    openInstances: (address) => {
      const expansion = evaluation.expansions.get(address);
      return typeof expansion === 'object' && expansion.instances.kind === 'open'
        ? expansion.instances.open
        : undefined;
    },
  };
  const evaluation: FolderEvaluation = {
    context,
    files,
    workspace: options.workspace ?? 'default',
    directory: options.directory,
    installed: installedModules(files),
    sources: new Map(),
    memory: new Map(),
    expansions: new Map(),
    instances: new Map(),
    unread: [],
  };
  const root = rootModule(evaluation, options.variables ?? [], (text) => parseHclExpression(parser, '--var', text));
  const resources: EvaluatedResource[] = [];
  readResources(root, resources);
  return { resources, unread: evaluation.unread };
}

/** A path from the folder; one that starts with the folder's own path is one in it. */
function relative(path: string, directory: string | undefined): string {
  const isInside = directory !== undefined && path.startsWith(`${directory}/`);
  return posix.normalize(isInside ? path.slice(directory.length + 1) : path);
}

/** What `terraform init` has installed: .terraform/modules/modules.json. */
function installedModules(files: ModuleFiles): ReadonlyMap<string, string> {
  const text = files.readText('.terraform/modules/modules.json');
  try {
    const json = text === undefined ? null : parseJson(text);
    const modules = isObject(json) ? own(json, 'Modules') : undefined;
    const entries = (Array.isArray(modules) ? modules : []).flatMap((module) => {
      const [key, folder] = isObject(module) ? [own(module, 'Key'), own(module, 'Dir')] : [];
      return typeof key === 'string' && typeof folder === 'string' ? [[key, folder] as const] : [];
    });
    return new Map(entries);
  } catch (error) {
    if (error instanceof DefinitionError) return new Map();
    throw error;
  }
}

function rootModule(
  evaluation: FolderEvaluation,
  options: readonly VariableOption[],
  parse: (text: string) => HclExpression | undefined,
): Module {
  const source = sourceIn(evaluation, '.');
  const { values, problems } = variableValues(source, options, { ...evaluation.files, parseHclExpression: parse });
  tell(evaluation, ...problems);
  const root: Module = {
    evaluation,
    source,
    address: '',
    key: '',
    input: (name) => {
      const found = values.get(name);
      return found && ('value' in found ? found.value : constantIn(root)(found.expression));
    },
  };
  return root;
}

function readResources(module: Module, resources: EvaluatedResource[]): void {
  const { evaluation, source } = module;
  for (const [name, block] of source.resources) {
    const { instances } = expand(module, block, name);
    for (const end of instances.variables.keys()) {
      const address = addressIn(module, name) + end;
      const instance = evaluation.instances.get(address);
      if (instance?.kind !== 'resource') continue;
      if (resources.length < MAX_RESOURCES) resources.push(resourceOf(evaluation, instance, address));
      else if (resources.length === MAX_RESOURCES) {
        tell(evaluation, { place: block.place, address, why: `there are more than ${MAX_RESOURCES} resources` });
        return;
      }
    }
  }
  for (const [name, call] of source.modules) {
    const { instances } = expand(module, call, `module.${name}`);
    for (const end of instances.variables.keys()) {
      const instance = evaluation.instances.get(addressIn(module, `module.${name}`) + end);
      if (instance?.kind === 'module') readResources(instance.module, resources);
    }
  }
}

function resourceOf(
  evaluation: FolderEvaluation,
  instance: Extract<Instance, { kind: 'resource' }>,
  address: string,
): EvaluatedResource {
  const { block, module, scope } = instance;
  const resourceArguments = new Map<string, Evaluated>();
  const places = new Map<string, FilePlace>();
  const set = (name: string, source: SourceText, compute: () => HclValue) => {
    const counted = () => {
      const value = compute();
      spendSteps(evaluation.context, valueCount(value));
      return value;
    };
    resourceArguments.set(name, toEvaluated(limited(evaluation, source, counted, address), source));
    places.set(name, source.place);
  };
  for (const [name, { value, place }] of block.body.attributes) {
    if (META.has(name)) continue;
    set(name, { ...value, place }, () => argumentOf(evaluation, instance, address, name) ?? tuple([]));
  }
  const types = new Set(block.body.blocks.map(({ type, labels }) => (type === 'dynamic' ? (labels[0] ?? '') : type)));
  for (const type of types) {
    const blocks = block.body.blocks.filter(
      (one) => one.type === type || (one.type === 'dynamic' && one.labels[0] === type),
    );
    const [first] = blocks;
    if (!first || META.has(type)) continue;
    set(type, { place: first.place, text: type }, () => {
      const nested = nestedBlocks({ attributes: new Map(), blocks }, scope).get(type);
      for (const [index, place] of (nested?.places ?? []).entries()) places.set(`${type}[${index}]`, place);
      return nested?.value ?? tuple([]);
    });
  }
  const region = resourceArguments.get('region');
  const provider = providerOf(module, block);
  return {
    address,
    mode: block.type === 'data' ? 'data' : 'managed',
    type: block.labels[0] ?? '',
    // The provider's version 6 takes a Region for each resource.
    provider:
      region?.kind === 'known' && typeof region.value === 'string' ? { ...provider, region: region.value } : provider,
    arguments: resourceArguments,
    place: block.place,
    places,
  };
}
