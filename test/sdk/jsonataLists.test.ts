import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type Fit, fitWith } from '../../src/analysis/fit.ts';
import type { FittedCall } from '../../src/grants/grantsOf.ts';
import { sdkTables } from '../../src/sdk/load.ts';
import type { ServiceData } from '../../src/sdk/service.ts';
import { jsonataEngine } from '../../src/values/jsonata/engine.ts';
import { machine, OPTIONS } from '../support/cases.ts';
import { type TestPolicy, widerThan } from '../support/iam.ts';
import { inJsonata, type ListArgument, listArguments } from '../support/listArguments.ts';

/** Lists that a JSONata expression makes, in every SDK operation with a list that names resources. */

const DATA = new URL('../../src/sdk/data/', import.meta.url);
const jsonata = await jsonataEngine(['1 + 1']);

interface Operation {
  readonly service: string;
  readonly api: string;
  readonly lists: readonly ListArgument[];
}

const operations: readonly Operation[] = readdirSync(DATA)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => {
    const { operations: all }: ServiceData = JSON.parse(readFileSync(new URL(file, DATA), 'utf8'));
    const service = file.slice(0, -'.json'.length);
    return Object.entries(all).map(([api, data]) => ({ service, api, lists: listArguments(data) }));
  })
  .filter(({ lists }) => lists.length > 0);

const INPUT = '$states.input';

type Element = (item: string) => string;

/** Expressions of lists; `e` is one element, made of the item in the variable `$x`. */
const LISTS: Readonly<Record<string, (e: Element) => string>> = {
  $map: (e) => `$map(${INPUT}.xs, function($x) { ${e('$x.id')} })`,
  '$map of known items': (e) => `$map(['b', 'a'], function($x) { ${e('$x')} })`,
  $append: (e) => `$append([${e("'a'")}], ${INPUT}.more)`,
  '$append of two that are made': (e) =>
    `$append($map(${INPUT}.xs, function($x) { ${e('$x')} }), $map(${INPUT}.ys, function($x) { ${e('$x')} }))`,
  'array constructor': (e) => `[${INPUT}.xs.(${e('id')})]`,
  'array constructor of a path': () => `[${INPUT}.xs.id]`,
  'x[]': () => `${INPUT}.xs[]`,
  'x.id[]': () => `${INPUT}.xs.id[]`,
  'x.{…}': (e) => `${INPUT}.xs.(${e('$.id')})`,
  predicate: () => `${INPUT}.xs[ok]`,
  'a predicate on a list that is made': (e) => `$map(${INPUT}.xs, function($x) { ${e('$x')} })[$ != 'a']`,
  $filter: () => `$filter(${INPUT}.xs, function($x) { $x.ok })`,
  '$filter of known items': (e) => `$filter([${e("'a'")}, ${e("'b'")}], function($x) { ${INPUT}.ok })`,
  $sort: (e) => `$sort($map(${INPUT}.xs, function($x) { ${e('$x')} }))`,
  $reverse: (e) => `$reverse($map(${INPUT}.xs, function($x) { ${e('$x')} }))`,
  $distinct: (e) => `$distinct($map(${INPUT}.xs, function($x) { ${e('$x')} }))`,
  $shuffle: (e) => `$shuffle($map(${INPUT}.xs, function($x) { ${e('$x')} }))`,
  $each: (e) => `$each(${INPUT}.o, function($x) { ${e('$x.id')} })`,
  $spread: () => `$spread(${INPUT}.o)`,
  $keys: () => `$keys(${INPUT}.o)`,
  $split: () => `$split(${INPUT}.text, ',')`,
  $zip: () => `$zip(${INPUT}.xs, ${INPUT}.ys)`,
  $reduce: (e) => `$reduce(${INPUT}.xs, function($all, $x) { $append($all, ${e('$x.id')}) }, [])`,
  '~> chain': (e) => `${INPUT}.xs ~> $map(function($x) { ${e('$x.id')} }) ~> $distinct`,
  condition: (e) => `${INPUT}.ok ? [${e("'a'")}] : []`,
  'condition without an else': (e) => `${INPUT}.ok ? [${e("'a'")}]`,
  'condition between two': (e) => `${INPUT}.ok ? [${e("'a'")}] : $map(${INPUT}.xs, function($x) { ${e('$x')} })`,
  range: (e) => `[1..${INPUT}.n].(${e('$string($)')})`,
  'sorted path': (e) => `${INPUT}.xs^(id).(${e('id')})`,
  block: (e) => `($ids := ${INPUT}.xs.id; $map($ids, function($x) { ${e('$x')} }))`,
};

/** Known parts of names are used where an expression has them; everything is unknown in the others. */
const NAMED = Object.entries(LISTS).map(([form, make]) => ({ form, text: make((item) => `⟨'app-' & ${item}⟩`) }));
const UNNAMED = ['$map', '$append', 'x.{…}', '$each'].map((form) => ({
  form: `${form} of unknown names`,
  text: LISTS[form]?.((item) => `⟨${item}⟩`) ?? '',
}));
/** These may have no value at all, which only matters in an object: otherwise the state fails. */
const IN_OBJECTS = new Set(['$map', 'x.{…}', '$filter of known items', 'condition', 'condition without an else']);

interface Expression {
  readonly form: string;
  /** The expression, with the name of an element as `⟨name⟩`. */
  readonly text: string;
}

function expressionsOf(list: ListArgument): readonly Expression[] {
  return [...NAMED, ...UNNAMED].map(({ form, text }) => {
    const made = text.replaceAll(/⟨(.*?)⟩/g, (_, name) => `(${inJsonata(list.element(`=(${name})`))})`);
    const entry = list.step === '{}' ? '$: {}' : "'key': $";
    return { form, text: list.step === '[]' ? made : `$merge((${made}).{${entry}})` };
  });
}

/** The states of one list argument: literal, unknown, and in each form. */
function statesOf({ service, api }: Operation, list: ListArgument): Readonly<Record<string, unknown>> {
  const state = (language: string, args: unknown) => ({
    Type: 'Task',
    QueryLanguage: language,
    Resource: `arn:aws:states:::aws-sdk:${service}:${api}`,
    [language === 'JSONata' ? 'Arguments' : 'Parameters']: args,
  });
  const isMap = list.step !== '[]';
  const literal = (name: string) => list.arguments(isMap ? { [name]: list.element(name) } : [list.element(name)]);
  const expressions = expressionsOf(list);
  return Object.fromEntries([
    [LITERAL, state('JSONPath', literal('app-a'))],
    [UNKNOWN, state('JSONPath', list.arguments('$.list', '.$'))],
    ...expressions.map(({ form, text }) => [form, state('JSONata', list.arguments(`{% ${text} %}`))]),
    ...expressions
      .filter(({ form }) => IN_OBJECTS.has(form))
      .map(({ form, text }) => [
        `${form} in an object`,
        state('JSONata', `{% ${inJsonata(list.arguments(`=(${text})`))} %}`),
      ]),
  ]);
}

const LITERAL = 'literal';
const UNKNOWN = 'unknown';

/** The states of a Parallel, so that none reads what another returns. */
function fitted(states: Readonly<Record<string, unknown>>, tables: Awaited<ReturnType<typeof sdkTables>>): Fit {
  const branches = Object.entries(states).map(([name, state]) => ({
    StartAt: name,
    States: { [name]: { ...(typeof state === 'object' ? state : {}), End: true } },
  }));
  return fitWith(
    { sdk: tables, jsonata },
    machine({ P: { Type: 'Parallel', Branches: branches, End: true } }),
    OPTIONS,
  );
}

function policyOf({ grants }: FittedCall): TestPolicy {
  return {
    Statement: grants.map(({ actions, resources }) => ({ Action: actions, Resource: resources.map(({ arn }) => arn) })),
  };
}

function isBare({ grants }: FittedCall, action: string): boolean {
  return grants.some(({ actions, resources }) => actions.includes(action) && resources.some(({ arn }) => arn === '*'));
}

/** What is wrong with the forms of one list argument. */
function problemsOf(operation: Operation, list: ListArgument, { calls, findings }: Fit): readonly string[] {
  const [literal, unknown, ...others] = calls;
  assert.ok(literal && unknown);
  const missing = ({ call }: FittedCall) =>
    findings.filter(({ code, state }) => code === 'missing-argument' && state === call.state);
  return others.flatMap((one) => {
    const place = `${operation.service}:${operation.api} ${list.head}${list.step} by ${one.call.state}`;
    const bare = one.grants.flatMap(({ actions }) =>
      actions.filter((action) => isBare(one, action) && !isBare(literal, action) && !isBare(unknown, action)),
    );
    return [
      ...bare.map((action) => `${place}: ${action} on *`),
      ...widerThan(policyOf(one), policyOf(unknown)).map((pair) => `${place}: wider than if unknown: ${pair}`),
      ...widerThan(policyOf(literal), policyOf(one)).map((pair) => `${place}: does not allow ${pair}`),
      ...(missing(one).length > missing(unknown).length ? [`${place}: ${JSON.stringify(missing(one))}`] : []),
    ];
  });
}

describe('a list that a JSONata expression makes', () => {
  it(`never widens one of the ${operations.length} operations with lists that name resources`, async () => {
    const problems: string[] = [];
    const tables = await sdkTables(operations.map(({ service }) => service));
    let count = 0;
    for (const operation of operations) {
      for (const list of operation.lists) {
        count++;
        problems.push(...problemsOf(operation, list, fitted(statesOf(operation, list), tables)));
      }
    }
    assert.ok(count > 167, `${count} lists`);
    assert.deepEqual(problems.slice(0, 40), [], `${problems.length} problems`);
  });
});
