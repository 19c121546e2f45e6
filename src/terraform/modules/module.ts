import { posix } from 'node:path';
import { nearest } from '../../nearest.ts';
import { constrained, constraintOf, typeOfConstraint } from '../evaluate/constraint.ts';
import { evaluateExpression } from '../evaluate/evaluate.ts';
import type { EvaluationContext, Found, Scope } from '../evaluate/scope.ts';
import type { Block, HclExpression, SourceText } from '../hcl/syntax.ts';
import type { Unread } from '../resource.ts';
import { DYNAMIC } from '../values/type.ts';
import { EvaluationLimit, type HclValue, type Open, object, refused, string, tuple, unknown } from '../values/value.ts';
import { type Instances, instancesOf } from './instances.ts';
import { type ModuleFiles, type ModuleSource, readModule } from './source.ts';

/** A configuration while it is read. */
export interface FolderEvaluation {
  readonly context: EvaluationContext;
  readonly files: ModuleFiles;
  readonly workspace: string;
  /** The working directory's path, where it is known. */
  readonly directory: string | undefined;
  /** `orders.queue` → the folder in which `terraform init` has put the module. */
  readonly installed: ReadonlyMap<string, string>;
  readonly sources: Map<string, ModuleSource>;
  /** What has been evaluated, and what is being. */
  readonly memory: Map<string, HclValue | 'evaluating'>;
  readonly expansions: Map<string, Expansion | 'expanding'>;
  /** The instances of resources and modules by their addresses. */
  readonly instances: Map<string, Instance>;
  readonly unread: Unread[];
}

/** A module with its inputs; the root module has the address ''. */
export interface Module {
  readonly evaluation: FolderEvaluation;
  readonly source: ModuleSource;
  readonly address: string;
  /** In modules.json: `orders.queue`. */
  readonly key: string;
  readonly input: (name: string) => HclValue | undefined;
  readonly parent?: { readonly module: Module; readonly call: Block };
}

export type Instance =
  | { readonly kind: 'resource'; readonly module: Module; readonly block: Block; readonly scope: Scope }
  | { readonly kind: 'module'; readonly module: Module }
  /** Its files aren't here. */
  | { readonly kind: 'missing'; readonly why: string };

interface Expansion {
  readonly instances: Instances;
  readonly value: HclValue;
}

const MAX_MODULES_DEEP = 20;
const MAX_INSTANCES = 20_000;
/** Beyond so many, what isn't read is told no more. */
const MAX_UNREAD = 1_000;

export function scopeOf(module: Module): Scope {
  const { context } = module.evaluation;
  return { context, variables: new Map(), find: (names, source) => find(module, names, source), templates: [] };
}

/** Notes what isn't read. */
export function tell({ unread }: FolderEvaluation, ...more: readonly Unread[]): void {
  for (const one of more) if (unread.length < MAX_UNREAD) unread.push(one);
}

/** Evaluates to a value in any case: what takes too much isn't known, and is told. */
export function limited(
  evaluation: FolderEvaluation,
  source: SourceText,
  compute: () => HclValue,
  address?: string,
): HclValue {
  const { depth } = evaluation.context.budget;
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof EvaluationLimit) && !(error instanceof RangeError)) throw error;
    evaluation.context.budget.depth = depth;
    const why = error instanceof EvaluationLimit ? error.message : 'it is too large to evaluate';
    tell(evaluation, { place: source.place, why, ...(address !== undefined && { address }) });
    return unknown(source, why);
  }
}

/** Evaluates once; what refers to itself isn't known. */
export function remembered(
  evaluation: FolderEvaluation,
  key: string,
  source: SourceText,
  name: string,
  compute: () => HclValue,
): HclValue {
  const { memory } = evaluation;
  const seen = memory.get(key);
  if (seen === 'evaluating') {
    const why = `${name} refers to itself`;
    if (!evaluation.unread.some((one) => one.why === why)) tell(evaluation, { place: source.place, why });
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

function find(module: Module, names: readonly string[], source: SourceText): Found | undefined {
  const [root = '', first, second] = names;
  if (first === undefined) return undefined;
  const { locals, resources, modules, folder } = module.source;
  switch (root) {
    case 'var':
      return { value: variable(module, first, source), used: 2 };
    case 'local': {
      const local = locals.get(first)?.value;
      if (!local) {
        const why = undeclared(module, `local.${first}`, locals.keys(), source);
        return { value: refused(source, why), used: names.length };
      }
      const key = `${module.address}|local.${first}`;
      return {
        value: remembered(module.evaluation, key, local, `local.${first}`, () =>
          evaluateExpression(local, scopeOf(module)),
        ),
        used: 2,
      };
    }
    case 'module': {
      const call = modules.get(first);
      if (!call) {
        const why = undeclared(module, `module.${first}`, modules.keys(), source);
        return { value: refused(source, why), used: names.length };
      }
      return { value: expand(module, call, `module.${first}`, source).value, used: 2 };
    }
    case 'path':
      return { value: pathValue(module, first, folder, source), used: 2 };
    case 'terraform':
    case 'tofu':
      return first === 'workspace' ? { value: string(module.evaluation.workspace), used: 2 } : undefined;
    case 'each':
    case 'count':
    case 'self':
      return undefined;
    default: {
      const name = root === 'data' ? `data.${first}.${second ?? ''}` : `${root}.${first}`;
      const used = root === 'data' ? 3 : 2;
      if (names.length < used) return undefined;
      const block = resources.get(name);
      if (!block) {
        // Every type of a provider begins with the provider's name and a _.
        if (/^(?:data\.)?[a-z\d]+_/.test(name)) undeclared(module, name, resources.keys(), source);
        return { value: unknown(source, `${name} is not in the files`), used: names.length };
      }
      return { value: expand(module, block, name, source).value, used };
    }
  }
}

/**
 * Why a name is refused, which is told unless a file that isn't read may declare it: Terraform refuses the whole
 * configuration, in `try` as well. `declared`: names of the same kind, as their blocks have them.
 */
function undeclared({ source, evaluation }: Module, name: string, declared: Iterable<string>, at: SourceText): string {
  const [kind = ''] = /^(?:var|local|module)\./.exec(name) ?? [];
  const names = [...declared].map((each) => kind + each);
  const like = nearest(name, names);
  const why = `${name} is declared nowhere; ${like === undefined ? 'declare it, or correct the name' : `did you mean ${like}?`}`;
  const { place } = at;
  const isTold = evaluation.unread.some((one) => one.why === why && one.place.file === place.file);
  if (source.problems.length === 0 && !isTold) tell(evaluation, { place, why, isUndeclared: true });
  return why;
}

function pathValue({ evaluation }: Module, name: string, folder: string, source: SourceText): HclValue {
  if (name === 'module') return string(folder);
  if (name === 'root') return string('.');
  if (name === 'cwd' && evaluation.directory !== undefined) return string(evaluation.directory);
  return unknown(source, 'the working directory is not known', { kind: 'string' });
}

/** Source: https://developer.hashicorp.com/terraform/language/values/variables */
function variable(module: Module, name: string, source: SourceText): HclValue {
  const block = module.source.variables.get(name);
  if (!block) return refused(source, undeclared(module, `var.${name}`, module.source.variables.keys(), source));
  const { attributes } = block.body;
  return remembered(module.evaluation, `${module.address}|var.${name}`, source, `var.${name}`, () => {
    const constraint = constraintOf(attributes.get('type')?.value);
    const fallback = attributes.get('default')?.value;
    const nullable = attributes.get('nullable')?.value;
    const input = module.input(name);
    const isMissing =
      input === undefined || (input.kind === 'null' && nullable?.kind === 'literal' && nullable.value === false);
    const asking: HclExpression = fallback ?? { place: block.place, text: `var.${name}`, kind: 'literal', value: null };
    if (!isMissing) return constrained(input, constraint, { ...asking, text: `var.${name}` }, constantIn(module));
    if (fallback) return constrained(constantIn(module)(fallback), constraint, asking, constantIn(module));
    const written = { place: block.place, text: `var.${name}` };
    return unknown(written, `variable ${JSON.stringify(name)} has no value`, typeOfConstraint(constraint));
  });
}

/** Evaluates what refers to nothing: defaults and files of variables. */
export function constantIn({ evaluation }: Module): (expression: HclExpression) => HclValue {
  const scope: Scope = { context: evaluation.context, variables: new Map(), find: () => undefined, templates: [] };
  return (expression) => evaluateExpression(expression, scope);
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
  source: SourceText = { place: block.place, text: name },
): Expansion {
  const { evaluation } = module;
  const address = addressIn(module, name);
  const seen = evaluation.expansions.get(address);
  if (seen === 'expanding') {
    const open = unknown(source, `the number of instances of ${name} depends on itself`);
    return { instances: { kind: 'open', open, variables: new Map() }, value: open };
  }
  if (seen) return seen;
  evaluation.expansions.set(address, 'expanding');
  const instances = instancesOf(block, (attribute, of = block) => {
    const expression = of.body.attributes.get(attribute)?.value;
    return (
      expression && limited(evaluation, expression, () => evaluateExpression(expression, scopeOf(module)), address)
    );
  });
  if (instances.kind === 'open') {
    const { open } = instances;
    const why = open.kind === 'unknown' ? open.why : 'it is known only after apply';
    tell(evaluation, {
      place: block.place,
      address,
      why: `which instances there are is not known, one stands for all: ${why}`,
    });
  }
  const references = [...instances.variables].map(([end, variables]) => {
    evaluation.instances.set(address + end, instanceOf(module, block, address + end, variables));
    const reference: Open = { kind: 'reference', address: address + end, path: [], place: source.place, type: DYNAMIC };
    return [end, reference] as const;
  });
  const expansion = { instances, value: wholeOf(instances, references, source) };
  evaluation.expansions.set(address, expansion);
  return expansion;
}

function wholeOf(
  instances: Instances,
  references: readonly (readonly [string, HclValue])[],
  source: SourceText,
): HclValue {
  if (instances.kind === 'list') return tuple(references.map(([, reference]) => reference));
  if (instances.kind === 'map')
    return object(references.map(([end, reference]) => [JSON.parse(end.slice(1, -1)), reference] as const));
  return references[0]?.[1] ?? refused(source, 'it is not enabled');
}

function instanceOf(module: Module, block: Block, address: string, variables: ReadonlyMap<string, HclValue>): Instance {
  const scope = { ...scopeOf(module), variables };
  if (block.type !== 'module') return { kind: 'resource', module, block, scope };
  return calledModule(module, block, address, scope);
}

/** Source: https://developer.hashicorp.com/terraform/language/modules/sources */
function calledModule(module: Module, call: Block, address: string, scope: Scope): Instance {
  const { evaluation } = module;
  const name = call.labels[0] ?? '';
  const key = module.key === '' ? name : `${module.key}.${name}`;
  const expression = call.body.attributes.get('source')?.value;
  const from = expression?.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined;
  const isLocal = from !== undefined && /^\.\.?(?:\/|$)/.test(from);
  const folder = isLocal ? posix.join(module.source.folder, from) : evaluation.installed.get(key);
  const missing = (why: string): Instance => {
    tell(evaluation, { place: call.place, address, why });
    return { kind: 'missing', why };
  };
  if (folder === undefined) {
    const what = from === undefined ? 'whose source is not a plain text' : `from ${JSON.stringify(from)}`;
    return missing(
      `the module ${JSON.stringify(name)} ${what} is not in the folder: run terraform init, or give a plan`,
    );
  }
  if (module.key.split('.').length >= MAX_MODULES_DEEP) return missing(`modules nest deeper than ${MAX_MODULES_DEEP}`);
  if (evaluation.instances.size > MAX_INSTANCES) return missing(`there are more than ${MAX_INSTANCES} instances`);
  for (let caller: Module | undefined = module; caller; caller = caller.parent?.module) {
    if (caller.source.folder === (folder.replace(/\/$/, '') || '.'))
      return missing(`the module ${JSON.stringify(name)} calls itself`);
  }
  const source = sourceIn(evaluation, folder.replace(/\/$/, '') || '.');
  if (isEmpty(source))
    return missing(`the folder ${folder} of the module ${JSON.stringify(name)} has no Terraform files`);
  const child: Module = {
    evaluation,
    source,
    address,
    key,
    parent: { module, call },
    input: (input) => {
      const value = call.body.attributes.get(input)?.value;
      return value && evaluateExpression(value, scope);
    },
  };
  return { kind: 'module', module: child };
}

function isEmpty({ resources, modules, outputs, variables, locals, problems }: ModuleSource): boolean {
  return resources.size + modules.size + outputs.size + variables.size + locals.size + problems.length === 0;
}

/** The files of a folder, which are read once. */
export function sourceIn(evaluation: FolderEvaluation, folder: string): ModuleSource {
  const seen = evaluation.sources.get(folder);
  if (seen) return seen;
  const source = readModule(folder, evaluation.files);
  evaluation.sources.set(folder, source);
  tell(evaluation, ...source.problems);
  return source;
}
