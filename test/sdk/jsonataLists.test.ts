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

/** Expressions of lists; `e` is one element, made of the item in the variable `$x`. */
const LISTS: Readonly<Record<string, (e: (item: string) => string) => string>> = {
  $map: (e) => `$map(${INPUT}.xs, function($x) { ${e('$x.id')} })`,
  '$map of known items': (e) => `$map(['a', 'b'], function($x) { ${e('$x')} })`,
  $append: (e) => `$append([${e("'a'")}], ${INPUT}.more)`,
  '$append of two that are made': (e) =>
    `$append($map(${INPUT}.xs, function($x) { ${e('$x')} }), $map(${INPUT}.ys, function($x) { ${e('$x')} }))`,
  constructor: (e) => `[${INPUT}.xs.(${e('id')})]`,
  'constructor of a path': () => `[${INPUT}.xs.id]`,
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
  '~>': (e) => `${INPUT}.xs ~> $map(function($x) { ${e('$x.id')} }) ~> $distinct`,
  condition: (e) => `${INPUT}.ok ? [${e("'a'")}] : []`,
  'condition without an else': (e) => `${INPUT}.ok ? [${e("'a'")}]`,
  'condition between two': (e) => `${INPUT}.ok ? [${e("'a'")}] : $map(${INPUT}.xs, function($x) { ${e('$x')} })`,
  range: (e) => `[1..${INPUT}.n].(${e("'n-' & $string($)")})`,
  'sorted path': (e) => `${INPUT}.xs^(id).(${e('id')})`,
  block: (e) => `($ids := ${INPUT}.xs.id; $map($ids, function($x) { ${e('$x')} }))`,
};

const NAMES = {
  unknown: (item: string) => item,
  part: (item: string) => `'app-' & ${item}`,
};

/** The states of one list argument: literal, unknown, and in each form. */
function statesOf({ service, api }: Operation, list: ListArgument): Readonly<Record<string, unknown>> {
  const state = (language: string, args: unknown) => ({
    Type: 'Task',
    QueryLanguage: language,
    Resource: `arn:aws:states:::aws-sdk:${service}:${api}`,
    [language === 'JSONata' ? 'Arguments' : 'Parameters']: args,
    Next: 'End',
  });
  const isMap = list.step !== '[]';
  const literal = isMap ? { 'name-1': list.element('name-1') } : [list.element('name-1')];
  const states: [string, unknown][] = [
    ['literal', state('JSONPath', list.arguments(literal))],
    ['unknown', state('JSONPath', list.arguments('$.list', '.$'))],
  ];
  for (const [kind, name] of Object.entries(NAMES)) {
    for (const [form, make] of Object.entries(LISTS)) {
      const made = make((item) => `(${inJsonata(list.element(`=(${name(item)})`))})`);
      const text = isMap ? `$merge((${made}).{$string($): {}})` : made;
      states.push([`${form}, ${kind}`, state('JSONata', list.arguments(`{% ${text} %}`))]);
      const whole = inJsonata(list.arguments(`=(${text})`));
      states.push([`${form} in an object, ${kind}`, state('JSONata', `{% ${whole} %}`)]);
    }
  }
  return Object.fromEntries(states);
}

function fitted(states: Readonly<Record<string, unknown>>, tables: Awaited<ReturnType<typeof sdkTables>>): Fit {
  // One after the other; what a state returns isn't passed on.
  const names = Object.keys(states);
  const chain = names.map((name, index): [string, unknown] => {
    const state = states[name];
    const next = names[index + 1];
    const after = next === undefined ? { Next: undefined, End: true } : { Next: next };
    return [name, typeof state === 'object' ? { ...state, ...after } : state];
  });
  return fitWith({ sdk: tables, jsonata }, machine(Object.fromEntries(chain)), OPTIONS);
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
  const named = new Map(calls.map((one) => [one.call.state.slice('/States/'.length), one]));
  const [literal, unknown] = [named.get('literal'), named.get('unknown')];
  assert.ok(literal && unknown);
  const missing = (state: string) =>
    findings
      .filter((finding) => finding.code === 'missing-argument' && finding.state === state)
      .map(({ message }) => message);
  const before = missing('/States/unknown').length;
  return [...named].flatMap(([form, fit]) => {
    if (form === 'literal' || form === 'unknown') return [];
    const place = `${operation.service}:${operation.api} ${list.head}${list.step} by ${form}`;
    const bare = fit.grants.flatMap(({ actions }) =>
      actions.filter((action) => isBare(fit, action) && !isBare(literal, action) && !isBare(unknown, action)),
    );
    return [
      ...bare.map((action) => `${place}: ${action} on *`),
      ...widerThan(policyOf(fit), policyOf(unknown)).map((pair) => `${place}: wider than unknown: ${pair}`),
      ...(missing(fit.call.state).length > before ? [`${place}: ${missing(fit.call.state).join('; ')}`] : []),
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
