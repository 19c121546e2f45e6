import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import { own } from '../../own.ts';
import type { Evaluated, EvaluatedResource } from '../resource.ts';
import { documentJson } from './documents.ts';
import { argumentAt, entryIn, listItems, type TranslationScope, textIn } from './scope.ts';
import { asList, isIntrinsic, templateJson } from './values.ts';

/**
 * The document that the data source aws_iam_policy_document makes.
 *
 * Source: https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/d/iam_policy_document.html.markdown
 */
export function policyDocument(resource: EvaluatedResource, scope: TranslationScope): Json | undefined {
  const written = listItems(argumentAt(resource, 'statement'));
  const sources = documentsIn(resource, ['source_json', 'source_policy_documents'], scope);
  const overrides = documentsIn(resource, ['override_policy_documents', 'override_json'], scope);
  if (written === undefined || sources === undefined || overrides === undefined) return undefined;
  const own = written.map((statement) => statementOf(statement, scope));
  // The data source's own statements override those of its sources.
  const Statement = [own, ...overrides].reduce(overridden, sources.flat());
  return { Version: textIn(argumentAt(resource, 'version')) ?? '2012-10-17', Statement };
}

/** Statements with a Sid replace those that have the same one; the others follow. */
function overridden(before: readonly Json[], by: readonly Json[]): readonly Json[] {
  const sids = new Map(by.map((statement) => [sidOf(statement), statement]));
  const replaced = before.map((statement) =>
    sidOf(statement) === undefined ? statement : (sids.get(sidOf(statement)) ?? statement),
  );
  const there = new Set(before.map(sidOf));
  return [...replaced, ...by.filter((statement) => sidOf(statement) === undefined || !there.has(sidOf(statement)))];
}

function sidOf(statement: Json): string | undefined {
  const sid = isObject(statement) ? own(statement, 'Sid') : undefined;
  return typeof sid === 'string' && sid !== '' ? sid : undefined;
}

/** The statements of each document in these arguments; undefined where one of them is known only after apply. */
function documentsIn(
  resource: EvaluatedResource,
  names: readonly string[],
  scope: TranslationScope,
): readonly (readonly Json[])[] | undefined {
  const all: (readonly Json[])[] = [];
  for (const name of names) {
    const documents = listItems(argumentAt(resource, name));
    if (documents === undefined) return undefined;
    for (const document of documents) {
      if (textIn(document) === '') continue;
      const json = documentJson(document, scope);
      if (!isObject(json) || isIntrinsic(json)) return undefined;
      all.push(asList(own(json, 'Statement')));
    }
  }
  return all;
}

function statementOf(statement: Evaluated, scope: TranslationScope): JsonObject {
  const value = (name: string) => {
    const entry = entryIn(statement, name);
    return entry === undefined ? undefined : templateJson(entry, scope);
  };
  const list = (name: string) => value(name);
  const sid = value('sid');
  return {
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: value('effect') ?? 'Allow',
    ...part('Action', list('actions')),
    ...part('NotAction', list('not_actions')),
    ...part('Resource', withVariables(list('resources'))),
    ...part('NotResource', withVariables(list('not_resources'))),
    ...part('Principal', principals(entryIn(statement, 'principals'), scope)),
    ...part('NotPrincipal', principals(entryIn(statement, 'not_principals'), scope)),
    ...part('Condition', conditions(entryIn(statement, 'condition'), scope)),
  };
}

function part(name: string, json: Json | undefined): JsonObject {
  const isEmpty = json === undefined || (isArray(json) && json.length === 0);
  return isEmpty ? {} : { [name]: json };
}

/** `&{aws:username}` stands for IAM's `${aws:username}`. */
function withVariables(json: Json | undefined): Json | undefined {
  if (typeof json === 'string') return json.replaceAll('&{', '${');
  if (isArray(json)) return json.map((item) => withVariables(item) ?? '');
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, withVariables(item) ?? '']));
}

function principals(blocks: Evaluated | undefined, scope: TranslationScope): Json | undefined {
  if (blocks === undefined) return undefined;
  const all = new Map<string, Json[]>();
  for (const block of listItems(blocks) ?? []) {
    const type = textIn(entryIn(block, 'type'));
    const identifiers = entryIn(block, 'identifiers');
    const names = identifiers === undefined ? [] : asList(withVariables(templateJson(identifiers, scope)));
    if (type === '*') return '*';
    if (type !== undefined) all.set(type, [...(all.get(type) ?? []), ...names]);
  }
  return Object.fromEntries(all);
}

/** Undefined without conditions; one that is known only after apply stays a placeholder. */
function conditions(blocks: Evaluated | undefined, scope: TranslationScope): Json | undefined {
  if (blocks === undefined) return undefined;
  const items = listItems(blocks);
  if (items === undefined) return templateJson(blocks, scope);
  const all = new Map<string, Map<string, Json[]>>();
  for (const block of items) {
    const test = textIn(entryIn(block, 'test')) ?? '';
    const variable = textIn(entryIn(block, 'variable')) ?? '';
    const values = entryIn(block, 'values');
    const keys = all.get(test) ?? new Map<string, Json[]>();
    const list = values === undefined ? [] : asList(withVariables(templateJson(values, scope)));
    all.set(test, keys.set(variable, [...(keys.get(variable) ?? []), ...list]));
  }
  return all.size === 0
    ? undefined
    : Object.fromEntries([...all].map(([test, keys]) => [test, Object.fromEntries(keys)]));
}
