import type { Json, JsonObject } from '../../asl/json.ts';
import type { ResourceFacts, StatedFacts } from '../../facts/fact.ts';
import { isPlaceholder } from '../../iam/text.ts';
import { own } from '../../own.ts';
import { propertiesOf, resourceTypeOf, section } from '../read.ts';
import { alternativesOf, type Truths } from './alternatives.ts';
import { combinedFacts, isEmptyFacts, onlyAdding } from './combine.ts';
import { attributeText, type FactContext, withPlace, writtenText } from './context.ts';
import type { FactRow } from './row.ts';
import { factRow } from './types.ts';

/** What a template says of its own resources, under each name that a definition may use. `file` is for people. */
export function ownFacts(context: FactContext, file: string): readonly StatedFacts[] {
  const stated = Object.entries(context.template.resources).flatMap(([id, resource]) => {
    const row = factRow(resourceTypeOf(resource));
    if (row === undefined) return [];
    const condition = own(resource, 'Condition');
    const exists = typeof condition === 'string' ? context.resolver.condition(condition) : true;
    if (exists === false) return [];
    const assumed = new Map(typeof condition === 'string' && exists === undefined ? [[condition, true]] : []);
    const facts = factsAt(id, resource, row, assumed, context);
    return namesAt(id, resource, row, context).flatMap((name) => {
      // A name that the template gives may be that of a resource which is there already.
      const isItsOwn = exists === true || name.includes(`\${${id}}`) || name.includes(`\${${id}.`);
      return statedUnder(name, isItsOwn ? facts : onlyAdding(facts), `${file} ${id}`);
    });
  });
  return withoutContradictions(stated);
}

/** Resources of one name, each under a condition of its own: only the deployment knows which of them is there. */
function withoutContradictions(stated: readonly StatedFacts[]): readonly StatedFacts[] {
  const byName = Map.groupBy(stated, ({ resource }) => resource);
  return stated.filter(({ resource, facts }) => {
    const others = byName.get(resource) ?? [];
    return others.length === 1 || others.every((other) => JSON.stringify(other.facts) === JSON.stringify(facts));
  });
}

function statedUnder(resource: string, facts: ResourceFacts, place: string): readonly StatedFacts[] {
  return isEmptyFacts(facts) ? [] : [{ resource, facts, source: 'template', place }];
}

function factsAt(id: string, resource: JsonObject, row: FactRow, assumed: Truths, context: FactContext): ResourceFacts {
  const properties = propertiesOf(resource);
  const globals = globalsOf(resource, context);
  const read = row.reads.flatMap((name) => {
    const value = merged(own(globals, name), own(properties, name));
    return value === undefined ? [] : [[name, value] as const];
  });
  const alternatives = alternativesOf(Object.fromEntries(read), context.resolver, assumed) ?? [];
  const all = alternatives.map(({ value, truths }) => ({
    facts: row.facts(isProperties(value) ? value : {}, { id, context }),
    truths,
  }));
  return combinedFacts(all, context);
}

/**
 * The part of SAM's Globals for the resource's type.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
function globalsOf(resource: JsonObject, { template }: FactContext): JsonObject {
  const [, type] = resourceTypeOf(resource).split('AWS::Serverless::');
  const globals = type === undefined ? undefined : own(section(template, 'Globals'), type);
  return isProperties(globals) ? globals : {};
}

/** The resource adds to the maps of Globals, and replaces anything else. */
function merged(global: Json | undefined, value: Json | undefined): Json | undefined {
  if (value === undefined) return global;
  return isProperties(global) && isProperties(value) && own(value, 'Fn::If') === undefined
    ? { ...global, ...value }
    : value;
}

function isProperties(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** The ARNs and placeholders that stand for the resource, as they are and composed of names. */
function namesAt(id: string, resource: JsonObject, row: FactRow, context: FactContext): readonly string[] {
  const ref = context.resolver.resolve({ Ref: id });
  const texts = [ref, ...(row.attributes ?? []).map((attribute) => attributeText(id, attribute, context))];
  const arns = texts
    .filter((text) => typeof text === 'string')
    .flatMap((text) => [text, writtenText(text, context)])
    .filter(
      (text) => text.startsWith('arn:') || (isPlaceholder(text) && !/^(?:name|url)$/.test(kindOf(text, context))),
    );
  const names = [explicitName(resource, row, context), ref]
    .filter((name) => typeof name === 'string')
    .filter((name) => !isPlaceholder(name) || !isComposed(name, context))
    .filter((name) => !name.startsWith('arn:') && !name.startsWith('https:'));
  return [...new Set([...arns, ...names.map((name) => arnOf(row, name, context))])];
}

/** A placeholder for an ARN or a URL that the analysis composes of the name itself. */
function isComposed(placeholder: string, { resolver }: FactContext): boolean {
  return resolver.placeholder(placeholder)?.writtenOut !== undefined;
}

function kindOf(placeholder: string, { resolver }: FactContext): string {
  return resolver.placeholder(placeholder)?.kind ?? 'value';
}

/** The name that the template gives. */
function explicitName(resource: JsonObject, { name }: FactRow, { resolver }: FactContext): string | undefined {
  const property = name === undefined ? undefined : own(propertiesOf(resource), name);
  const text = property === undefined ? undefined : resolver.resolve(property);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** A name that starts with a slash, as a parameter's may, follows its type without another one. */
function arnOf({ arn }: FactRow, name: string, context: FactContext): string {
  const form = name.startsWith('/') ? arn.replace('/{name}', '{name}') : arn;
  return withPlace(form.replace('{name}', '\u0000'), context).replace('\u0000', () => name);
}
