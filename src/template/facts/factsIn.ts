import type { Json, JsonObject } from '../../asl/json.ts';
import type { ResourceFacts, StatedFacts } from '../../facts/fact.ts';
import { isPlaceholder } from '../../iam/text.ts';
import { own } from '../../own.ts';
import { propertiesOf, resourceTypeOf } from '../read.ts';
import { alternativesOf, type Truths } from './alternatives.ts';
import { combinedFacts, isEmptyFacts, onlyAdding } from './combine.ts';
import { attributeText, type FactContext, withPlace, writtenText } from './context.ts';
import type { FactRow } from './row.ts';
import { factRow } from './types.ts';

/** What a template says of its own resources, under each name that a definition may use. `file` is for people. */
export function ownFacts(context: FactContext, file: string): readonly StatedFacts[] {
  return Object.entries(context.template.resources).flatMap(([id, resource]) => {
    const row = factRow(resourceTypeOf(resource));
    if (row === undefined) return [];
    const condition = own(resource, 'Condition');
    const exists = typeof condition === 'string' ? context.resolver.condition(condition) : true;
    if (exists === false) return [];
    const assumed = new Map(typeof condition === 'string' && exists === undefined ? [[condition, true]] : []);
    const facts = factsAt(id, resource, row, assumed, context);
    // A name that the template gives may be that of a resource which is there already.
    const isAnothers =
      exists === undefined && row.name !== undefined && explicitName(resource, row, context) !== undefined;
    return statedUnder(namesAt(id, resource, row, context), isAnothers ? onlyAdding(facts) : facts, `${file} ${id}`);
  });
}

function statedUnder(names: readonly string[], facts: ResourceFacts, place: string): readonly StatedFacts[] {
  if (isEmptyFacts(facts)) return [];
  return names.map((resource) => ({ resource, facts, source: 'template', place }));
}

function factsAt(id: string, resource: JsonObject, row: FactRow, assumed: Truths, context: FactContext): ResourceFacts {
  const properties = propertiesOf(resource);
  const read = row.reads.flatMap((name) => {
    const value = own(properties, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const alternatives = alternativesOf(Object.fromEntries(read), context.resolver, assumed) ?? [];
  const all = alternatives.map(({ value, truths }) => ({
    facts: row.facts(isProperties(value) ? value : {}, { id, context }),
    truths,
  }));
  return combinedFacts(all, context);
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
    .filter((name) => !isPlaceholder(name) || kindOf(name, context) !== 'url')
    .filter((name) => !name.startsWith('arn:') && !name.startsWith('https:'));
  return [...new Set([...arns, ...names.map((name) => arnOf(row, name, context))])];
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
