import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FitOptions, fit } from '../../src/analysis/fit.ts';
import { definition, exceptEncryption } from '../support/cases.ts';

/** What a resource of these workflows comes from: its name, and the kind of its origin. */

const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/';
const SETTINGS: FitOptions = { region: 'eu-west-1', account: '111122223333', name: 'machine' };

/** A task that reads from a table; its query language is the field's. */
function read(fields: object, more: object = { End: true }): object {
  return { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', ...fields, ...more };
}

function byPath(path: string, more?: object): object {
  return read({ Parameters: { 'TableName.$': path, Key: {} } }, more);
}

function byJsonata(expression: string, more?: object): object {
  return read({ QueryLanguage: 'JSONata', Arguments: { TableName: `{% ${expression} %}`, Key: {} } }, more);
}

function pass(fields: object, next = 'Read'): object {
  return { Type: 'Pass', ...fields, Next: next };
}

/** The tables that a workflow reads, `*` for any, by state in the order of their names. */
async function tables(states: object, options: FitOptions = {}): Promise<readonly string[]> {
  const [startAt = ''] = Object.keys(states);
  const { calls } = await fit(definition({ StartAt: startAt, States: states }), { ...SETTINGS, ...options });
  return calls.flatMap(({ grants }) =>
    grants.flatMap(({ resources }) => resources.map(({ arn, origin }) => `${nameOf(arn)} ${origin.kind}`)),
  );
}

function nameOf(arn: string): string {
  return arn.startsWith(TABLE) ? arn.slice(TABLE.length) : arn;
}

const ANY = 'arn:aws:dynamodb:eu-west-1:*:table/*';

type Row = readonly [name: string, states: object, expected: readonly string[], options?: FitOptions];

function table(rows: readonly Row[]): void {
  for (const [name, states, expected, options] of rows) {
    it(name, async () => assert.deepEqual([...(await tables(states, options))].sort(), [...expected].sort()));
  }
}

describe('what a JSONPath state was handed', () => {
  table([
    ["a Pass state's Result", { A: pass({ Result: { t: 'orders' } }), Read: byPath('$.t') }, ['orders resolved']],
    [
      'its Parameters',
      { A: pass({ Parameters: { 'a.$': '$.x', t: 'orders' } }), Read: byPath('$.t') },
      ['orders resolved'],
    ],
    [
      'a Result that ResultPath puts into the input',
      { A: pass({ Result: 'orders', ResultPath: '$.set.t' }), Read: byPath('$.set.t') },
      ['orders resolved'],
    ],
    [
      'what ResultPath leaves as it was',
      { A: pass({ Result: { t: 'orders' } }, 'B'), B: pass({ Result: 1, ResultPath: '$.n' }), Read: byPath('$.t') },
      ['orders resolved'],
    ],
    [
      'a task between that throws its result away',
      {
        A: pass({ Result: { t: 'orders' } }, 'B'),
        B: { Type: 'Task', Resource: 'arn:aws:states:::activity:a', ResultPath: null, Next: 'Read' },
        Read: byPath('$.t'),
      },
      ['orders resolved'],
    ],
    [
      'a task between whose result ResultPath puts beside',
      {
        A: pass({ Result: { t: 'orders' } }, 'B'),
        B: {
          Type: 'Task',
          Resource: 'arn:aws:states:eu-west-1:111122223333:activity:a',
          ResultPath: '$.r',
          Next: 'Read',
        },
        Read: byPath('$.t'),
      },
      ['orders resolved'],
    ],
    [
      "a task's result",
      {
        A: { Type: 'Task', Resource: 'arn:aws:states:eu-west-1:111122223333:activity:a', Next: 'Read' },
        Read: byPath('$.t'),
      },
      [`${ANY} unknown`],
    ],
    [
      "a constant in a task's ResultSelector",
      {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:eu-west-1:111122223333:activity:a',
          ResultSelector: { t: 'orders', 'n.$': '$.n' },
          Next: 'Read',
        },
        Read: byPath('$.t'),
      },
      ['orders resolved'],
    ],
    [
      'InputPath and OutputPath',
      {
        A: pass({ Result: { a: { t: 'orders' } } }, 'B'),
        B: pass({ InputPath: '$.a', OutputPath: '$' }),
        Read: byPath('$.t'),
      },
      ['orders resolved'],
    ],
    [
      'nothing after an OutputPath of null',
      { A: pass({ Result: { t: 'orders' }, OutputPath: null }), Read: byPath('$.t') },
      [`${ANY} unknown`],
    ],
    [
      "the task's own InputPath",
      { A: pass({ Result: { a: { t: 'orders' } } }), Read: byPath('$.t', { InputPath: '$.a', End: true }) },
      ['orders resolved'],
    ],
    ['a variable', { A: pass({ Assign: { t: 'orders' } }), Read: byPath('$t') }, ['orders resolved']],
    [
      'a variable that is assigned anew: the last value counts',
      { A: pass({ Assign: { t: 'old' } }, 'B'), B: pass({ Assign: { t: 'orders' } }), Read: byPath('$t') },
      ['orders resolved'],
    ],
    [
      'a variable read in its own assignment has its value on entry, https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html',
      {
        A: pass({ Assign: { t: 'orders', u: 'x' } }, 'B'),
        B: pass({ Assign: { t: 'other', 'u.$': '$t' } }),
        Read: byPath('$u'),
      },
      ['orders resolved'],
    ],
    ['a field of the context object', { 'orders-state': byPath('$$.State.Name') }, ['orders-state resolved']],
    ['the name of the state machine', { Read: byPath('$$.StateMachine.Name') }, ['machine resolved']],
    ['a text with a hole', { Read: byPath("States.Format('orders-{}', $.day)") }, ['orders-* pattern']],
    [
      'a text with a hole at its start',
      { Read: byPath("States.Format('{}-orders', $.day)") },
      ['arn:aws:dynamodb:eu-west-1:*:table/*-orders pattern'],
    ],
  ]);
});

describe('paths that join', () => {
  const choice = { Type: 'Choice', Choices: [{ Variable: '$.x', BooleanEquals: true, Next: 'A' }], Default: 'B' };
  table([
    [
      'alternatives, each by its name',
      { C: choice, A: pass({ Result: { t: 'a' } }), B: pass({ Result: { t: 'b' } }), Read: byPath('$.t') },
      ['a resolved', 'b resolved'],
    ],
    [
      'one way that only a run knows makes it any',
      { C: choice, A: pass({ Result: { t: 'a' } }), B: pass({ Parameters: { 't.$': '$.u' } }), Read: byPath('$.t') },
      [`${ANY} unknown`],
    ],
    [
      'a path on which the field is not there ends in a failure, so the others count',
      { C: choice, A: pass({ Result: { t: 'a' } }), B: pass({ Result: { u: 'b' } }), Read: byPath('$.t') },
      ['a resolved'],
    ],
    [
      "a rule's Assign",
      {
        C: {
          ...choice,
          Choices: [{ Variable: '$.x', BooleanEquals: true, Assign: { t: 'a' }, Next: 'Read' }],
          Assign: { t: 'b' },
          Default: 'Read',
        },
        Read: byPath('$t'),
      },
      ['a resolved', 'b resolved'],
    ],
    [
      "a catcher's Assign, and the error output that only a run knows",
      {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:eu-west-1:111122223333:activity:a',
          Catch: [{ ErrorEquals: ['States.ALL'], Assign: { t: 'failed', 'e.$': '$.Error' }, Next: 'Read' }],
          Next: 'Z',
        },
        Read: byPath('$t', { Next: 'More' }),
        More: byPath('$e'),
        Z: { Type: 'Succeed' },
      },
      [`${ANY} unknown`, 'failed resolved'],
    ],
    [
      'a loop in which the value takes turns',
      {
        A: pass({ Result: { t: 'a' } }),
        Read: byPath('$.t', { ResultPath: null, Next: 'C' }),
        C: { Type: 'Choice', Choices: [{ Variable: '$.t', StringEquals: 'a', Next: 'B' }], Default: 'A' },
        B: pass({ Result: { t: 'b' } }),
      },
      ['a resolved', 'b resolved'],
    ],
    [
      'a loop that makes a text ever longer keeps its start',
      {
        A: pass({ Assign: { t: 'orders-' } }),
        Read: byPath('$t', { Next: 'B' }),
        B: pass({ Assign: { 't.$': "States.Format('{}x', $t)" } }),
      },
      ['orders-* pattern'],
    ],
  ]);
});

describe('what a JSONata state was handed', () => {
  table([
    ['a text with a hole', { Read: byJsonata("'orders-' & $states.input.day") }, ['orders-* pattern']],
    [
      "a state's Output",
      {
        A: pass({ QueryLanguage: 'JSONata', Output: { t: "{% 'or' & 'ders' %}" } }),
        Read: byJsonata('$states.input.t'),
      },
      ['orders resolved'],
    ],
    [
      'a variable',
      { A: pass({ QueryLanguage: 'JSONata', Assign: { t: "{% 'orders' %}" } }), Read: byJsonata('$t') },
      ['orders resolved'],
    ],
    ['a condition: either way', { Read: byJsonata("$states.input.x ? 'a' : 'b'") }, ['a resolved', 'b resolved']],
    [
      "a rule's Output",
      {
        C: {
          Type: 'Choice',
          QueryLanguage: 'JSONata',
          Choices: [{ Condition: '{% $states.input.x %}', Output: { t: 'a' }, Next: 'Read' }],
          Output: { t: 'b' },
          Default: 'Read',
        },
        Read: byJsonata('$states.input.t'),
      },
      ['a resolved', 'b resolved'],
    ],
    [
      "a catcher's Output",
      {
        A: {
          Type: 'Task',
          QueryLanguage: 'JSONata',
          Resource: 'arn:aws:states:eu-west-1:111122223333:activity:a',
          Catch: [
            {
              ErrorEquals: ['States.ALL'],
              Output: { t: 'failed', e: '{% $states.errorOutput.Error %}' },
              Next: 'Read',
            },
          ],
          Next: 'Z',
        },
        Read: byJsonata('$states.input.t'),
        Z: { Type: 'Succeed' },
      },
      ['failed resolved'],
    ],
  ]);
});

describe('two parts that come from one choice', () => {
  const items = Array.from({ length: 40 }, (_, index) => ({ t: `t${index}`, u: `u${index}` }));
  table([
    [
      'stay together, however many alternatives the parts have',
      {
        A: pass({ Result: items }, 'M'),
        M: {
          Type: 'Map',
          ItemProcessor: {
            StartAt: 'Read',
            States: { Read: byPath("States.Format('{}-{}', $.t, $.u)") },
          },
          End: true,
        },
      },
      items.map(({ t, u }) => `${t}-${u} resolved`),
    ],
  ]);
});

describe('inside Map and Parallel', () => {
  const inner = (state: object) => ({ StartAt: 'Read', States: { Read: state } });
  const items = (...names: readonly string[]) => names.map((t) => ({ t }));
  table([
    [
      'the items of a constant list',
      {
        A: pass({ Result: { list: items('a', 'b') } }, 'M'),
        M: { Type: 'Map', ItemsPath: '$.list', ItemProcessor: inner(byPath('$.t')), End: true },
      },
      ['a resolved', 'b resolved'],
    ],
    [
      'ItemSelector, with the item and the input',
      {
        A: pass({ Result: { list: ['a', 'b'], p: 'x' } }, 'M'),
        M: {
          Type: 'Map',
          ItemsPath: '$.list',
          ItemSelector: { 't.$': "States.Format('{}-{}', $.p, $$.Map.Item.Value)" },
          ItemProcessor: inner(byPath('$.t')),
          End: true,
        },
      },
      ['x-a resolved', 'x-b resolved'],
    ],
    [
      'a list that is given as Items (JSONata)',
      {
        M: {
          Type: 'Map',
          QueryLanguage: 'JSONata',
          Items: ['a', "{% 'b' & 'c' %}"],
          ItemSelector: { t: "{% 'x-' & $states.context.Map.Item.Value %}" },
          ItemProcessor: inner(byJsonata('$states.input.t')),
          End: true,
        },
      },
      ['x-a resolved', 'x-bc resolved'],
    ],
    [
      'batches of items',
      {
        A: pass({ Result: items('a', 'b') }, 'M'),
        M: {
          Type: 'Map',
          ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { t: 'batch' } },
          ItemProcessor: { ...inner(byPath('$.BatchInput.t')), ProcessorConfig: { Mode: 'INLINE' } },
          End: true,
        },
      },
      ['batch resolved'],
    ],
    [
      'a variable of the outer workflow, and none of the inner one outside',
      {
        A: pass({ Assign: { t: 'outer' } }, 'P'),
        P: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'S', States: { S: pass({ Assign: { u: 'inner' } }), Read: byPath('$t') } }],
          Next: 'Last',
        },
        Last: byPath('$u'),
      },
      ['outer resolved', `${ANY} unknown`],
    ],
    [
      "a branch's output",
      {
        P: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'S', States: { S: { Type: 'Pass', Result: { t: 'a' }, End: true } } },
            { StartAt: 'S', States: { S: { Type: 'Pass', Result: { t: 'b' }, End: true } } },
          ],
          Next: 'Read',
        },
        Read: byPath('$[1].t'),
      },
      ['b resolved'],
    ],
    [
      "an iteration's output",
      {
        M: {
          Type: 'Map',
          ItemProcessor: { StartAt: 'S', States: { S: { Type: 'Pass', Result: { t: 'a' }, End: true } } },
          Next: 'Read',
        },
        Read: byPath('$[0].t'),
      },
      ['a resolved'],
    ],
  ]);
});

describe('what the user declares of the input', () => {
  const schema = {
    type: 'object',
    properties: { t: { enum: ['a', 'b'] }, c: { const: 'c' }, free: { type: 'string' } },
    required: ['t', 'c'],
  };
  table([
    ['an example is every input', { Read: byPath('$.t') }, ['orders resolved'], { input: { t: 'orders' } }],
    ["a schema's enum", { Read: byPath('$.t') }, ['a resolved', 'b resolved'], { input: schema }],
    ["a schema's const", { Read: byJsonata('$states.input.c') }, ['c resolved'], { input: schema }],
    ['what a schema leaves open', { Read: byPath('$.free') }, [`${ANY} unknown`], { input: schema }],
    ['what a schema does not name', { Read: byPath('$.other') }, [`${ANY} unknown`], { input: schema }],
    [
      'no other fields than those of a closed schema',
      { Read: byPath("$['t','other']") },
      [`${ANY} unknown`],
      { input: { ...schema, additionalProperties: false } },
    ],
    [
      'other fields, where patterns name them',
      { Read: byJsonata("$states.input.other ? $states.input.other : 'none'") },
      [`${ANY} unknown`],
      { input: { ...schema, additionalProperties: false, patternProperties: { '^o': { const: 'x' } } } },
    ],
    ['the input in the context object', { Read: byPath('$$.Execution.Input.c') }, ['c resolved'], { input: schema }],
  ]);
});

it('takes a schema that holds itself several times', async () => {
  const self = { $ref: '#' };
  const properties = { t: { const: 't' }, a: self, b: self, c: self, d: self, e: self };
  const input = { type: 'object', required: ['t', 'a'], properties };
  assert.deepEqual(await tables({ Read: byPath('$.t') }, { input }), ['t resolved']);
});

/** A Choice, and the states on both ways out of it. */
function either(one: object, other: object, next: object): object {
  const choice = { Type: 'Choice', Choices: [{ Variable: '$.c', IsPresent: true, Next: 'One' }], Default: 'Other' };
  return { C: choice, One: one, Other: other, ...next };
}

function remove(parameters: object): object {
  return { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:deleteObject', Parameters: parameters, End: true };
}

describe('arguments that come from one choice', () => {
  const activity = { Type: 'Task', Resource: 'arn:aws:states:eu-west-1:111122223333:activity:a' };
  const secrets = {
    Type: 'Task',
    Resource: 'arn:aws:states:::aws-sdk:secretsmanager:batchGetSecretValue',
    Parameters: { 'SecretIdList.$': 'States.Array($.x)' },
    End: true,
  };
  const bothWays = either(
    { ...activity, ResultSelector: { 'x.$': '$.x', y: 'one' }, Next: 'Remove' },
    pass({ Result: { x: 'b', y: 'other' } }, 'Remove'),
    { Remove: remove({ 'Bucket.$': '$.y', 'Key.$': 'States.Array($.x)' }) },
  );
  table([
    [
      'are all met, also where one of them is unknown',
      bothWays,
      ['arn:aws:s3:::one/*', 'arn:aws:s3:::other/*'].map((arn) => `${arn} unknown`),
    ],
    [
      'are told apart within an array',
      either(pass({ Result: { x: 'a' } }, 'Read'), pass({ Result: { x: 'b' } }, 'Read'), { Read: secrets }),
      [
        '* wildcard',
        'arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-?????? resolved',
        'arn:aws:secretsmanager:eu-west-1:111122223333:secret:b-?????? resolved',
      ],
    ],
  ]);
});

describe('what a run would fail with', () => {
  const orders = pass({ QueryLanguage: 'JSONata', Assign: { byRegion: { eu: 'orders-eu', us: 'orders-us' } } });
  const both = ['orders-eu resolved', 'orders-us resolved'];
  table([
    ['is no table: nothing in a map', { A: orders, Read: byJsonata('$lookup($byRegion, $states.input.region)') }, both],
    [
      'is no table: no item that passes',
      {
        A: pass({
          QueryLanguage: 'JSONata',
          Assign: {
            all: [
              { e: 'p', t: 'a' },
              { e: 'd', t: 'b' },
            ],
          },
        }),
        Read: byJsonata('$filter($all, function($v) { $v.e = $states.input.e })[0].t'),
      },
      ['a resolved', 'b resolved'],
    ],
    [
      'leaves open what an expression was to give that gives nothing',
      { Read: byJsonata('$neverSet') },
      [`${ANY} unknown`],
    ],
  ]);
});

it('does not tell of the results of a Map that tolerates failures', async () => {
  const map = {
    Type: 'Map',
    ToleratedFailurePercentage: 50,
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'S',
      States: { S: { Type: 'Pass', Result: { t: 'a' }, End: true } },
    },
    Next: 'Read',
  };
  assert.equal((await tables({ M: map, Read: byPath('$[0].t') })).at(-1), `${ANY} unknown`);
});

describe('text that IAM would read otherwise', () => {
  it('is escaped where an expression makes it, and told', async () => {
    const states = { A: pass({ Result: { t: 'a*b' } }), Read: byPath("States.Format('{}?', $.t)") };
    assert.deepEqual(await tables(states), ['a${*}b${?} resolved']);
    const { findings } = await fit(definition({ StartAt: 'A', States: states }), SETTINGS);
    assert.deepEqual(
      exceptEncryption(findings).map(({ code }) => code),
      ['special-characters'],
    );
  });

  it('is not made into a placeholder by putting two texts together', async () => {
    assert.deepEqual(await tables({ Read: byJsonata("'a$' & '{Table}'") }), [`${ANY} unknown`]);
  });
});

describe('parts of an ARN', () => {
  table([
    [
      'a hole in region and account becomes a pattern of the right resource type',
      { Read: byPath("States.Format('arn:aws:dynamodb:{}:{}:table/orders', $.r, $.a)") },
      ['arn:aws:dynamodb:*:*:table/orders pattern'],
    ],
    [
      'a hole in the place of the resource is cut down to the type',
      { Read: byPath("States.Format('arn:aws:dynamodb:eu-west-1:444455556666:{}', $.x)") },
      ['arn:aws:dynamodb:eu-west-1:444455556666:table/* pattern'],
    ],
    ['a hole in the service tells nothing', { Read: byPath("States.Format('arn:aws:{}', $.x)") }, [`${ANY} unknown`]],
    [
      'a hole that crosses region and account tells nothing',
      { Read: byPath("States.Format('arn:aws:dynamodb:{}:table/t', $.x)") },
      [`${ANY} unknown`],
    ],
  ]);
});

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html */
it("a state machine's version or alias is authorized as the state machine", async () => {
  const machine = 'arn:aws:states:eu-west-1:111122223333:stateMachine';
  const sync = (Parameters: object) => ({
    Start: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sfn:startSyncExecution', Parameters, End: true },
  });
  assert.deepEqual(await tables(sync({ StateMachineArn: `${machine}:m:live` })), [`${machine}:m literal`]);
  const named = sync({ 'StateMachineArn.$': `States.Format('${machine}:{}:live', $.m)` });
  assert.deepEqual(await tables(named), [`${machine}:* pattern`]);
});

describe('more values than are told apart', () => {
  it('become what they have in common, and a finding says so', async () => {
    const list = Array.from({ length: 100 }, (_, index) => `orders-${index}`);
    const states = {
      M: {
        Type: 'Map',
        QueryLanguage: 'JSONata',
        Items: list,
        ItemProcessor: { StartAt: 'Read', States: { Read: byJsonata('$states.input') } },
        End: true,
      },
    };
    assert.deepEqual(await tables(states), ['orders-* pattern']);
    const { findings } = await fit(definition({ StartAt: 'M', States: states }), SETTINGS);
    assert.deepEqual(
      exceptEncryption(findings).map(({ code }) => code),
      ['widened-values'],
    );
  });
});
