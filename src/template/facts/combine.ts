import type { Json } from '../../asl/json.ts';
import { type FactName, NO_KEY, type ResourceFacts } from '../../facts/fact.ts';
import { parseArn } from '../../iam/arn.ts';
import { isPlaceholder } from '../../iam/text.ts';
import type { Truths } from './alternatives.ts';
import { type FactContext, writtenText } from './context.ts';

/** The facts of a resource whose properties depend on conditions that only the deployment knows. */

export interface ConditionalFacts {
  readonly facts: ResourceFacts;
  readonly truths: Truths;
}

/**
 * One answer for all alternatives, by which the policy allows at least what each of them needs. A fact that isn't known
 * in one of them isn't known.
 */
export function combinedFacts(all: readonly ConditionalFacts[], context: FactContext): ResourceFacts {
  const [first, ...others] = all;
  if (first === undefined || others.length === 0) return first?.facts ?? {};
  const key = combinedKey(all, context);
  const roles = union(all.map(({ facts }) => facts.roles));
  const models = union(all.map(({ facts }) => facts.models));
  return {
    ...(key === undefined ? {} : { key }),
    ...(roles === undefined ? {} : { roles }),
    ...(models === undefined ? {} : { models }),
    ...same(all, 'path'),
    ...same(all, 'secret'),
    ...same(all, 'output'),
    ...same(all, 'enforced'),
    ...same(all, 'type'),
  };
}

function same<Name extends FactName>(all: readonly ConditionalFacts[], name: Name): Pick<ResourceFacts, Name> | object {
  const values = new Set(all.map(({ facts }) => facts[name]));
  const [value] = values;
  return values.size === 1 && value !== undefined ? { [name]: value } : {};
}

function union(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const known = lists.filter((list) => list !== undefined);
  return known.length < lists.length ? undefined : [...new Set(known.flat())];
}

function combinedKey(all: readonly ConditionalFacts[], context: FactContext): string | undefined {
  const keys = all.flatMap(({ facts: { key }, truths }) => (key === undefined ? [] : [{ key, truths }]));
  if (keys.length < all.length) return undefined;
  const used = keys.filter(({ key }) => key !== NO_KEY);
  const distinct = [...new Set(used.map(({ key }) => key))];
  const [only = NO_KEY] = distinct;
  if (distinct.length < 2) return only;
  // An alias is no resource of a policy, and what stands for the alternatives would hide it.
  if (distinct.some((key) => parseArn(key)?.resource.startsWith('alias/'))) return undefined;
  const chosen = context.resolver.resolve(choice(used, context));
  return typeof chosen === 'string' ? writtenText(chosen, context) : undefined;
}

/** The keys as one `Fn::If`, which a policy can contain. */
function choice(keys: readonly { readonly key: string; readonly truths: Truths }[], context: FactContext): Json {
  const [first] = keys;
  if (first === undefined) return '';
  const name = [...first.truths.keys()].find((each) => new Set(keys.map(({ truths }) => truths.get(each))).size > 1);
  if (name === undefined || keys.every(({ key }) => key === first.key)) return reference(first.key, context);
  const branch = (is: boolean) =>
    choice(
      keys.filter(({ truths }) => truths.get(name) === is),
      context,
    );
  return { 'Fn::If': [name, branch(true), branch(false)] };
}

/** The key as a template writes it: its ARN as an attribute. */
function reference(key: string, { resolver }: FactContext): Json {
  if (isPlaceholder(key)) {
    const [id = '', name] = key.slice(2, -1).split(/\.(.*)/s);
    return resolver.placeholder(key)?.intrinsic ?? (name === undefined ? { Ref: id } : { 'Fn::GetAtt': [id, name] });
  }
  const id = /\$\{([A-Za-z0-9]+)\}$/.exec(key)?.[1];
  const isOwn = id !== undefined && resolver.placeholder(`\${${id}.Arn}`)?.writtenOut === key;
  if (isOwn) return { 'Fn::GetAtt': [id, 'Arn'] };
  return key.includes('${') ? { 'Fn::Sub': key } : key;
}

export function isEmptyFacts(facts: ResourceFacts): boolean {
  return Object.keys(facts).length === 0;
}

/** What an existing resource of this name may not say, if the template's own may not be there. */
export function onlyAdding({ key }: ResourceFacts): ResourceFacts {
  return key === undefined || key === NO_KEY ? {} : { key };
}
