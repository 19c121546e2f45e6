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
import { LIST_EXPRESSIONS } from '../support/listExpressions.ts';

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

/** Known parts of names are used where an expression has them; everything is unknown in the others. */
const NAMED = Object.entries(LIST_EXPRESSIONS).map(([form, make]) => ({
  form,
  text: make((item) => `⟨'app-' & ${item}⟩`),
}));
const UNNAMED = ['$map', '$append', 'x.{…}', '$each'].map((form) => ({
  form: `${form} of unknown names`,
  text: LIST_EXPRESSIONS[form]?.((item) => `⟨${item}⟩`) ?? '',
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
