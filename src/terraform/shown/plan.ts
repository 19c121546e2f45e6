import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import { own } from '../../own.ts';
import type { Configuration, Evaluated, EvaluatedResource } from '../resource.ts';
import { argumentExpression, type PlanTree, planTree, referenceIn } from './planExpressions.ts';
import {
  evaluatedResource,
  memberObject,
  memberObjects,
  memberText,
  resourcesOfModule,
  type ShownFile,
  type ShownResource,
} from './shown.ts';

/**
 * A plan as `terraform show -json PLAN` prints it. A value that only an apply tells is absent there; which resource it
 * comes from is known where its expression has one reference.
 *
 * Source: https://developer.hashicorp.com/terraform/internals/json-format
 */
export function configurationOfPlan(json: JsonObject, at: ShownFile): Configuration | undefined {
  if (own(json, 'planned_values') === undefined) return undefined;
  const planned = resourcesOfModule(
    memberObject(memberObject(json, 'planned_values'), 'root_module'),
    ['planned_values', 'root_module'],
    at,
  );
  // Data sources that were read before the plan are in the state before it.
  const before = memberObject(memberObject(memberObject(json, 'prior_state'), 'values'), 'root_module');
  const there = new Set(planned.map(({ address }) => address));
  const read = resourcesOfModule(before, ['prior_state', 'values', 'root_module'], at).filter(
    ({ address, mode }) => mode === 'data' && !there.has(address),
  );
  const shown = [...planned, ...read];
  const tree = planTree(json, new Set(shown.map(({ address }) => address)));
  const unknown = unknownIn(json);
  const account = accountIn(shown);
  const resources = shown.map((resource) =>
    evaluatedResource(resource, openValues(resource, unknown.get(resource.address), tree), {
      ...account,
      ...regionIn(resource, tree),
    }),
  );
  return { resources, unread: [] };
}

/** What of each resource only the apply tells. */
function unknownIn(json: JsonObject): ReadonlyMap<string, JsonObject> {
  return new Map(
    memberObjects(json, 'resource_changes').flatMap((change) => {
      const address = memberText(change, 'address');
      return address === undefined ? [] : [[address, memberObject(memberObject(change, 'change'), 'after_unknown')]];
    }),
  );
}

function openValues(
  resource: ShownResource,
  unknown: JsonObject | undefined,
  tree: PlanTree,
): ReadonlyMap<string, Evaluated> {
  const entries = Object.entries(unknown ?? {}).flatMap(
    ([name, isUnknown]): readonly (readonly [string, Evaluated])[] => {
      const expression = argumentExpression(tree, resource.address, name);
      const value = openValue(own(resource.values, name), isUnknown, expression, { name, resource, tree });
      return value === undefined ? [] : [[name, value]];
    },
  );
  return new Map(entries);
}

interface Open {
  readonly name: string;
  readonly resource: ShownResource;
  readonly tree: PlanTree;
}

/** Undefined for what is wholly known, and for an attribute that no expression gives: a reference to it stays one. */
function openValue(
  value: Json | undefined,
  unknown: Json,
  expression: Json | undefined,
  open: Open,
): Evaluated | undefined {
  if (unknown === true) return expression === undefined ? undefined : unknownValue(expression, open);
  if (isArray(unknown) && isArray(value)) {
    const items = value.map((item, index) => {
      const inner = isArray(expression) ? expression[index] : expression;
      return openValue(item, unknown[index] ?? false, inner, open) ?? known(item);
    });
    return { kind: 'list', items };
  }
  if (!isObject(unknown) || Object.keys(unknown).length === 0) return undefined;
  const values = isObject(value) ? value : {};
  const names = new Set([...Object.keys(values), ...Object.keys(unknown)]);
  const entries = [...names].flatMap((name): readonly (readonly [string, Evaluated])[] => {
    const inner = isObject(expression) ? own(expression, name) : undefined;
    const whole = own(values, name);
    const entry = openValue(whole, own(unknown, name) ?? false, inner, { ...open, name });
    if (entry !== undefined) return [[name, entry]];
    return whole === undefined ? [] : [[name, known(whole)]];
  });
  return { kind: 'object', entries: new Map(entries) };
}

function known(value: Json): Evaluated {
  return { kind: 'known', value };
}

function unknownValue(expression: Json, { name, resource, tree }: Open): Evaluated {
  const { place, address } = resource;
  const { target, names } = referenceIn(expression, tree, address);
  if (target !== undefined && isWhole(name, target.path)) return { kind: 'reference', ...target, place };
  const on = names.length === 0 ? 'other resources' : names.join(', ');
  return {
    kind: 'unknown',
    expression: `${address}.${name}`,
    why: `a plan has no expressions, and this one depends on ${on}; give the folder of the .tf files and the plan with --plan`,
    place,
  };
}

/** True where a reference is all of the argument: ARNs, names and IDs are taken as they are, and so are documents. */
function isWhole(argument: string, path: readonly (string | number)[]): boolean {
  const attribute = String(path.at(-1));
  if (/policy$/.test(argument)) return /json$/.test(attribute);
  return (
    /(?:^|_)(?:arn|arns|id|role|roles|bucket|name|url|key)$/.test(argument) &&
    /(?:^|_)(?:arn|id|name|url)$|^bucket$/.test(attribute)
  );
}

/** The account, as the data source aws_caller_identity has read it. */
function accountIn(shown: readonly ShownResource[]): EvaluatedResource['provider'] {
  const identities = shown.filter(({ type, mode }) => type === 'aws_caller_identity' && mode === 'data');
  const accounts = new Set(identities.flatMap(({ values }) => memberText(values, 'account_id') ?? []));
  const [accountId] = accounts;
  return accounts.size === 1 && accountId !== undefined ? { accountId } : {};
}

function regionIn({ address }: ShownResource, tree: PlanTree): EvaluatedResource['provider'] {
  const region = tree.regionOf(address);
  return region === undefined ? {} : { region };
}
