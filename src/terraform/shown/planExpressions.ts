import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import { own } from '../../own.ts';
import { memberObject, memberObjects, memberText } from './shown.ts';

/** What a plan keeps of the files: the names of the references in each expression. */

export interface PlanTree {
  readonly configuration: JsonObject;
  readonly variables: JsonObject;
  readonly addresses: ReadonlySet<string>;
  readonly regionOf: (address: string) => string | undefined;
}

export function planTree(json: JsonObject, addresses: ReadonlySet<string>): PlanTree {
  const configuration = memberObject(json, 'configuration');
  const variables = memberObject(json, 'variables');
  return {
    configuration,
    variables,
    addresses,
    regionOf: (address) => {
      const key = memberText(resourceIn(configuration, address), 'provider_config_key') ?? 'aws';
      const provider = memberObject(memberObject(configuration, 'provider_config'), key);
      const region = memberObject(memberObject(provider, 'expressions'), 'region');
      const [reference = '', ...others] = referencesOf(region);
      const name = others.length === 0 ? /^var\.(\w+)$/.exec(reference)?.[1] : undefined;
      return memberText(region, 'constant_value') ?? memberText(memberObject(variables, name ?? ''), 'value');
    },
  };
}

/** The expression of an argument; nested blocks are objects and lists of them. */
export function argumentExpression({ configuration }: PlanTree, address: string, argument: string): Json | undefined {
  return own(memberObject(resourceIn(configuration, address), 'expressions'), argument);
}

export interface ReferenceTarget {
  readonly address: string;
  readonly path: readonly (string | number)[];
}

/** The one resource that an expression refers to, where it is one, and what it refers to as it is written. */
export function referenceIn(
  expression: Json,
  tree: PlanTree,
  address: string,
): { readonly target: ReferenceTarget | undefined; readonly names: readonly string[] } {
  const names = wholeNames(referencesOf(expression));
  const [only, ...others] = names;
  const target = only === undefined || others.length > 0 ? undefined : targetOf(only, tree, modulesOf(address), 0);
  return { target, names };
}

function referencesOf(expression: Json | undefined): readonly string[] {
  const references = isObject(expression) ? own(expression, 'references') : undefined;
  return isArray(references) ? references.filter((each) => typeof each === 'string') : [];
}

/** Each reference stands there with all of its beginnings: `aws_iam_role.r.arn` and `aws_iam_role.r`. */
function wholeNames(references: readonly string[]): readonly string[] {
  return references.filter(
    (each) =>
      !references.some((other) => other !== each && (other.startsWith(`${each}.`) || other.startsWith(`${each}[`))),
  );
}

/** A module's call, with the key of its instance. */
interface ModuleStep {
  readonly name: string;
  readonly step: string;
}

const STEP = /^module\.([\w-]+)(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\./;

function modulesOf(address: string): readonly ModuleStep[] {
  const [whole, name = ''] = STEP.exec(address) ?? [];
  return whole === undefined ? [] : [{ name, step: whole }, ...modulesOf(address.slice(whole.length))];
}

function moduleIn(configuration: JsonObject, steps: readonly ModuleStep[]): JsonObject {
  let module = memberObject(configuration, 'root_module');
  for (const { name } of steps)
    module = memberObject(memberObject(memberObject(module, 'module_calls'), name), 'module');
  return module;
}

function resourceIn(configuration: JsonObject, address: string): JsonObject {
  const steps = modulesOf(address);
  const local = address.slice(steps.reduce((length, { step }) => length + step.length, 0)).replace(/\[.*$/s, '');
  return (
    memberObjects(moduleIn(configuration, steps), 'resources').find((each) => memberText(each, 'address') === local) ??
    {}
  );
}

const MAX_DEPTH = 20;

function targetOf(
  name: string,
  tree: PlanTree,
  steps: readonly ModuleStep[],
  depth: number,
): ReferenceTarget | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const [, variable] = /^var\.([\w-]+)$/.exec(name) ?? [];
  if (variable !== undefined) return ofVariable(variable, tree, steps, depth);
  const [, module, key = '', output] = /^module\.([\w-]+)(\[[^\]]*\])?\.([\w-]+)$/.exec(name) ?? [];
  if (module !== undefined && output !== undefined) {
    const inner = [...steps, { name: module, step: `module.${module}${key}.` }];
    const expression = memberObject(memberObject(moduleIn(tree.configuration, inner), 'outputs'), output);
    return only(memberObject(expression, 'expression'), tree, inner, depth);
  }
  const [, local, index, path] =
    /^((?:data\.)?[\w-]+\.[\w-]+)(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.([\w.-]+)$/.exec(name) ?? [];
  if (local === undefined || path === undefined || /^(?:each|count|local|path|terraform|self)\./.test(local))
    return undefined;
  const start = `${steps.map(({ step }) => step).join('')}${local}`;
  const instances = [...tree.addresses].filter((each) =>
    index === undefined ? each === start || each.startsWith(`${start}[`) : each === `${start}${index}`,
  );
  const [address, ...others] = instances;
  return address === undefined || others.length > 0 ? undefined : { address, path: path.split('.') };
}

/** A module's variable is what its call gives it. */
function ofVariable(
  name: string,
  tree: PlanTree,
  steps: readonly ModuleStep[],
  depth: number,
): ReferenceTarget | undefined {
  const call = steps.at(-1);
  if (call === undefined) return undefined;
  const outer = steps.slice(0, -1);
  const calls = memberObject(moduleIn(tree.configuration, outer), 'module_calls');
  return only(memberObject(memberObject(memberObject(calls, call.name), 'expressions'), name), tree, outer, depth);
}

function only(
  expression: JsonObject,
  tree: PlanTree,
  steps: readonly ModuleStep[],
  depth: number,
): ReferenceTarget | undefined {
  const [name, ...others] = wholeNames(referencesOf(expression));
  return name === undefined || others.length > 0 ? undefined : targetOf(name, tree, steps, depth + 1);
}
