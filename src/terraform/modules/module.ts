import { posix } from 'node:path';
import { constrained, constraintOf, typeOfConstraint } from '../evaluate/constraint.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Found, Scope, World } from '../evaluate/scope.ts';
import type { Block, Expression, Source } from '../hcl/syntax.ts';
import type { Configuration } from '../resource.ts';
import { DYNAMIC } from '../values/type.ts';
import { EvaluationLimit, type Open, object, refused, string, tuple, unknown, type Value } from '../values/value.ts';
import { type Instances, instancesOf } from './instances.ts';
import { type ModuleFiles, type ModuleSource, readModule } from './source.ts';

export type Unread = Configuration['unread'][number];

/** A configuration while it is read. */
export interface Reading {
  readonly world: World;
  readonly files: ModuleFiles;
  readonly workspace: string;
  /** The working directory's path, where it is known. */
  readonly directory: string | undefined;
  /** `orders.queue` → the folder in which `terraform init` has put the module. */
  readonly installed: ReadonlyMap<string, string>;
  readonly sources: Map<string, ModuleSource>;
  /** What has been evaluated, and what is being. */
  readonly memory: Map<string, Value | 'evaluating'>;
  readonly expansions: Map<string, Expansion | 'expanding'>;
  /** The instances of resources and modules by their addresses. */
  readonly instances: Map<string, Instance>;
  readonly unread: Unread[];
}

/** A module with its inputs; the root module has the address ''. */
export interface Module {
  readonly reading: Reading;
  readonly source: ModuleSource;
  readonly address: string;
  /** In modules.json: `orders.queue`. */
  readonly key: string;
  readonly input: (name: string) => Value | undefined;
  readonly parent?: { readonly module: Module; readonly call: Block };
}

export type Instance =
  | { readonly kind: 'resource'; readonly module: Module; readonly block: Block; readonly scope: Scope }
  | { readonly kind: 'module'; readonly module: Module }
  /** Its files aren't here. */
  | { readonly kind: 'missing'; readonly why: string };

interface Expansion {
  readonly instances: Instances;
  readonly value: Value;
}

const MAX_MODULES_DEEP = 20;

export function scopeOf(module: Module): Scope {
  const { world } = module.reading;
  return { world, variables: new Map(), find: (names, source) => find(module, names, source), templates: [] };
}

/** Evaluates to a value in any case: what takes too much isn't known, and is told. */
export function attempt(reading: Reading, source: Source, compute: () => Value, address?: string): Value {
  const { depth } = reading.world.budget;
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof EvaluationLimit) && !(error instanceof RangeError)) throw error;
    reading.world.budget.depth = depth;
    const why = error instanceof EvaluationLimit ? error.message : 'it is too large to evaluate';
    reading.unread.push({ place: source.place, why, ...(address !== undefined && { address }) });
    return unknown(source, why);
  }
}

/** Evaluates once; what refers to itself isn't known. */
export function remembered(reading: Reading, key: string, source: Source, name: string, compute: () => Value): Value {
  const { memory } = reading;
  const seen = memory.get(key);
  if (seen === 'evaluating') {
    const why = `${name} refers to itself`;
    if (!reading.unread.some((one) => one.why === why)) reading.unread.push({ place: source.place, why });
    return unknown(source, why);
  }
  if (seen) return seen;
  memory.set(key, 'evaluating');
  try {
    const value = compute();
    memory.set(key, value);
    return value;
  } catch (error) {
    memory.delete(key);
    throw error;
  }
}

function find(module: Module, names: readonly string[], source: Source): Found | undefined {
  const [root = '', first, second] = names;
  if (first === undefined) return undefined;
  const { locals, resources, modules, folder } = module.source;
  switch (root) {
    case 'var':
      return { value: variable(module, first, source), used: 2 };
    case 'local': {
      const local = locals.get(first)?.value;
      if (!local) return { value: refused(source, `there is no local ${JSON.stringify(first)}`), used: names.length };
      const key = `${module.address}|local.${first}`;
      return {
        value: remembered(module.reading, key, local, `local.${first}`, () => evaluate(local, scopeOf(module))),
        used: 2,
      };
    }
    case 'module': {
      const call = modules.get(first);
      if (!call) return { value: refused(source, `there is no module ${JSON.stringify(first)}`), used: names.length };
      return { value: expand(module, call, `module.${first}`, source).value, used: 2 };
    }
    case 'path':
      return { value: pathValue(module, first, folder, source), used: 2 };
    case 'terraform':
    case 'tofu':
      return first === 'workspace' ? { value: string(module.reading.workspace), used: 2 } : undefined;
    case 'each':
    case 'count':
    case 'self':
      return undefined;
    default: {
      const name = root === 'data' ? `data.${first}.${second ?? ''}` : `${root}.${first}`;
      const used = root === 'data' ? 3 : 2;
      if (names.length < used) return undefined;
      const block = resources.get(name);
      if (!block) return { value: unknown(source, `${name} is not in the files`), used: names.length };
      return { value: expand(module, block, name, source).value, used };
    }
  }
}

function pathValue({ reading }: Module, name: string, folder: string, source: Source): Value {
  if (name === 'module') return string(folder);
  if (name === 'root') return string('.');
  if (name === 'cwd' && reading.directory !== undefined) return string(reading.directory);
  return unknown(source, 'the working directory is not known', { kind: 'string' });
}

/** Source: https://developer.hashicorp.com/terraform/language/values/variables */
function variable(module: Module, name: string, source: Source): Value {
  const block = module.source.variables.get(name);
  if (!block) return refused(source, `there is no variable ${JSON.stringify(name)}`);
  const { attributes } = block.body;
  return remembered(module.reading, `${module.address}|var.${name}`, source, `var.${name}`, () => {
    const constraint = constraintOf(attributes.get('type')?.value);
    const fallback = attributes.get('default')?.value;
    const nullable = attributes.get('nullable')?.value;
    const input = module.input(name);
    const isMissing =
      input === undefined || (input.kind === 'null' && nullable?.kind === 'literal' && nullable.value === false);
    const asking: Expression = fallback ?? { place: block.place, text: `var.${name}`, kind: 'literal', value: null };
    if (!isMissing) return constrained(input, constraint, { ...asking, text: `var.${name}` }, constant(module));
    if (fallback) return constrained(constant(module)(fallback), constraint, asking, constant(module));
    const written = { place: block.place, text: `var.${name}` };
    return unknown(written, `variable ${JSON.stringify(name)} has no value`, typeOfConstraint(constraint));
  });
}

/** Evaluates what refers to nothing: defaults and files of variables. */
export function constant({ reading }: Module): (expression: Expression) => Value {
  const scope: Scope = { world: reading.world, variables: new Map(), find: () => undefined, templates: [] };
  return (expression) => evaluate(expression, scope);
}

/** The full address of something in a module. */
export function addressIn(module: Module, name: string): string {
  return module.address === '' ? name : `${module.address}.${name}`;
}

/** Finds the instances of a block once, and what a reference to all of them gives. */
export function expand(
  module: Module,
  block: Block,
  name: string,
  source: Source = { place: block.place, text: name },
): Expansion {
  const { reading } = module;
  const address = addressIn(module, name);
  const seen = reading.expansions.get(address);
  if (seen === 'expanding') {
    const open = unknown(source, `the number of instances of ${name} depends on itself`);
    return { instances: { kind: 'open', open, variables: new Map() }, value: open };
  }
  if (seen) return seen;
  reading.expansions.set(address, 'expanding');
  const instances = instancesOf(block, (attribute, of = block) => {
    const expression = of.body.attributes.get(attribute)?.value;
    return expression && attempt(reading, expression, () => evaluate(expression, scopeOf(module)), address);
  });
  if (instances.kind === 'open') {
    const { open } = instances;
    const why = open.kind === 'unknown' ? open.why : 'it is known only after apply';
    reading.unread.push({
      place: block.place,
      address,
      why: `which instances there are is not known, one stands for all: ${why}`,
    });
  }
  const references = [...instances.variables].map(([end, variables]) => {
    reading.instances.set(address + end, instanceOf(module, block, address + end, variables));
    const reference: Open = { kind: 'reference', address: address + end, path: [], place: source.place, type: DYNAMIC };
    return [end, reference] as const;
  });
  const expansion = { instances, value: wholeOf(instances, references, source) };
  reading.expansions.set(address, expansion);
  return expansion;
}

function wholeOf(instances: Instances, references: readonly (readonly [string, Value])[], source: Source): Value {
  if (instances.kind === 'list') return tuple(references.map(([, reference]) => reference));
  if (instances.kind === 'map')
    return object(references.map(([end, reference]) => [JSON.parse(end.slice(1, -1)), reference] as const));
  return references[0]?.[1] ?? refused(source, 'it is not enabled');
}

function instanceOf(module: Module, block: Block, address: string, variables: ReadonlyMap<string, Value>): Instance {
  const scope = { ...scopeOf(module), variables };
  if (block.type !== 'module') return { kind: 'resource', module, block, scope };
  return calledModule(module, block, address, scope);
}

/** Source: https://developer.hashicorp.com/terraform/language/modules/sources */
function calledModule(module: Module, call: Block, address: string, scope: Scope): Instance {
  const { reading } = module;
  const name = call.labels[0] ?? '';
  const key = module.key === '' ? name : `${module.key}.${name}`;
  const expression = call.body.attributes.get('source')?.value;
  const from = expression?.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined;
  const isLocal = from !== undefined && /^\.\.?(?:\/|$)/.test(from);
  const folder = isLocal ? posix.join(module.source.folder, from) : reading.installed.get(key);
  const missing = (why: string): Instance => {
    reading.unread.push({ place: call.place, address, why });
    return { kind: 'missing', why };
  };
  if (folder === undefined) {
    const what = from === undefined ? 'whose source is not a plain text' : `from ${JSON.stringify(from)}`;
    return missing(
      `the module ${JSON.stringify(name)} ${what} is not in the folder: run terraform init, or give a plan`,
    );
  }
  if (module.key.split('.').length >= MAX_MODULES_DEEP) return missing(`modules nest deeper than ${MAX_MODULES_DEEP}`);
  const source = sourceIn(reading, folder.replace(/\/$/, '') || '.');
  if (isEmpty(source))
    return missing(`the folder ${folder} of the module ${JSON.stringify(name)} has no Terraform files`);
  const child: Module = {
    reading,
    source,
    address,
    key,
    parent: { module, call },
    input: (input) => {
      const value = call.body.attributes.get(input)?.value;
      return value && evaluate(value, scope);
    },
  };
  return { kind: 'module', module: child };
}

function isEmpty({ resources, modules, outputs, variables, locals, problems }: ModuleSource): boolean {
  return resources.size + modules.size + outputs.size + variables.size + locals.size + problems.length === 0;
}

/** The files of a folder, which are read once. */
export function sourceIn(reading: Reading, folder: string): ModuleSource {
  const seen = reading.sources.get(folder);
  if (seen) return seen;
  const source = readModule(folder, reading.files);
  reading.sources.set(folder, source);
  reading.unread.push(...source.problems);
  return source;
}
