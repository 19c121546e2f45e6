import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { intrinsic } from './interpreter/intrinsics.ts';
import type { Json, JsonObject } from './interpreter/json.ts';
import { evaluate } from './interpreter/jsonata.ts';
import { place, select } from './interpreter/paths.ts';
import { randomOf } from './interpreter/random.ts';
import { iamRequests } from './interpreter/requests.ts';
import { execute, type RunResult } from './interpreter/run.ts';
import type { Outcome } from './interpreter/state.ts';

/** The differential test rests on this interpreter: it has to say what AWS's documentation says. */

const NO_CONTEXT = { context: {}, variables: {} };

function run(definition: JsonObject, input: Json, outcome: Outcome = { result: {} }): Promise<RunResult> {
  return execute(definition, input, { random: randomOf(1), outcome: () => outcome });
}

/** One state, alone. */
function one(state: JsonObject): JsonObject {
  return { StartAt: 'A', States: { A: { End: true, ...state } } };
}

const LAMBDA = 'arn:aws:states:::lambda:invoke';

describe('intrinsic functions (intrinsic-functions)', () => {
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const rows: readonly (readonly [expression: string, input: Json, result: Json])[] = [
    ['States.Array($.Id)', { Id: 123456 }, [123456]],
    ['States.ArrayPartition($.a,4)', { a: nine }, [[1, 2, 3, 4], [5, 6, 7, 8], [9]]],
    ['States.ArrayContains($.a, $.b)', { a: nine, b: 5 }, true],
    ['States.ArrayRange(1, 9, 2)', {}, [1, 3, 5, 7, 9]],
    ['States.ArrayGetItem($.a, $.index)', { a: nine, index: 5 }, 6],
    ['States.ArrayLength($.a)', { a: nine }, 9],
    ['States.ArrayUnique($.a)', { a: [1, 2, 3, 3, 3, 3, 3, 3, 4] }, [1, 2, 3, 4]],
    ['States.Base64Encode($.input)', { input: 'Data to encode' }, 'RGF0YSB0byBlbmNvZGU='],
    ['States.Base64Decode($.base64)', { base64: 'RGVjb2RlZCBkYXRh' }, 'Decoded data'],
    [
      'States.Hash($.Data, $.Algorithm)',
      { Data: 'input data', Algorithm: 'SHA-1' },
      'aaff4a450a104cd177d28d18d74485e8cae074b7',
    ],
    [
      'States.JsonMerge($.json1, $.json2, false)',
      { json1: { a: { a1: 1, a2: 2 }, b: 2 }, json2: { a: { a3: 1, a4: 2 }, c: 3 } },
      { a: { a3: 1, a4: 2 }, b: 2, c: 3 },
    ],
    ['States.StringToJson($.text)', { text: '{"foo": "bar"}' }, { foo: 'bar' }],
    ['States.JsonToString($.json)', { json: { foo: 'bar' } }, '{"foo":"bar"}'],
    ['States.MathAdd($.value1, $.step)', { value1: 111, step: -1 }, 110],
    ['States.StringSplit($.text, $.by)', { text: '1,2,3,4,5', by: ',' }, ['1', '2', '3', '4', '5']],
    [
      'States.StringSplit($.text, $.by)',
      { text: 'This.is+a,test=string', by: '.+,=' },
      ['This', 'is', 'a', 'test', 'string'],
    ],
    ["States.Format('Hello, my name is {}.', $.name)", { name: 'Arnav' }, 'Hello, my name is Arnav.'],
    [
      'States.Format($.template, $.name)',
      { name: 'Arnav', template: 'Hello, my name is {}.' },
      'Hello, my name is Arnav.',
    ],
    [String.raw`States.Format('\{\}{}\'\\', 7)`, {}, String.raw`{}7'\ `.trim()],
    [
      "States.Format('{}.{}', States.ArrayGetItem(States.StringSplit(States.ArrayGetItem(States.StringSplit($.Arn, '/'), 2), '.'), 0), null)",
      { Arn: 'arn/image/3.4.5' },
      '3.null',
    ],
  ];
  for (const [expression, current, result] of rows) {
    it(expression, () => assert.deepEqual(intrinsic(expression, { current, ...NO_CONTEXT }, randomOf(1)), result));
  }
  it('States.MathRandom keeps between its ends, States.UUID has the form of one', () => {
    const random = randomOf(3);
    const view = { current: { start: 1, end: 999 }, ...NO_CONTEXT };
    const number = intrinsic('States.MathRandom($.start, $.end)', view, random);
    assert.ok(typeof number === 'number' && number >= 1 && number < 999);
    assert.match(
      `${intrinsic('States.UUID()', view, random)}`,
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  });
});

describe('paths (amazon-states-language-paths, input-output-inputpath-params)', () => {
  const input: Json = { foo: 123, bar: ['a', 'b', 'c'], car: { cdr: true }, 'def ghi': 1, two: [[1, 2], [3]] };
  const rows: readonly (readonly [path: string, result: Json])[] = [
    ['$.foo', 123],
    ['$.bar', ['a', 'b', 'c']],
    ['$.car.cdr', true],
    ["$.['def ghi']", 1],
    ["$['car']['cdr']", true],
    ['$.bar[0:2]', ['a', 'b']],
    ['$.bar[-1]', 'c'],
    ['$.bar[0,2]', ['a', 'c']],
    ['$.two[*][*]', [1, 2, 3]],
    ['$..cdr', [true]],
    ['$.missing[?(@.x)]', 'fails'],
    ['$.missing', 'fails'],
    ['$name.part', 'of a variable'],
    ['$$.Execution.Id', 'of the context'],
  ];
  const view = {
    current: input,
    context: { Execution: { Id: 'of the context' } },
    variables: { name: { part: 'of a variable' } },
  };
  for (const [path, result] of rows) {
    it(path, () => {
      if (result === 'fails') assert.throws(() => select(path, view), { error: 'States.Runtime' });
      else assert.deepEqual(select(path, view), result);
    });
  }

  it('ResultPath adds to the input, makes what is not there, and replaces what is (input-output-resultpath)', () => {
    const given = { comment: 'c', strings: { string1: 'foo' } };
    assert.deepEqual(place(given, '$.taskresult', 'r'), { ...given, taskresult: 'r' });
    assert.deepEqual(place(given, '$.strings.lambdaresult', 'r'), {
      comment: 'c',
      strings: { string1: 'foo', lambdaresult: 'r' },
    });
    assert.deepEqual(place(given, '$.comment', 'r'), { ...given, comment: 'r' });
    assert.deepEqual(place(given, '$.a.b', 'r'), { ...given, a: { b: 'r' } });
    assert.equal(place(given, '$', 'r'), 'r');
    assert.throws(() => place('text', '$.a', 'r'), { error: 'States.ResultPathMatchFailure' });
  });
});

describe('JSONata (transforming-data)', () => {
  const products = [
    { calories: 140, name: 'Product-1' },
    { calories: 0, name: 'Product-2' },
    { calories: 0, name: 'Product-5' },
  ];
  const rows: readonly (readonly [template: Json, result: Json])[] = [
    [
      { static: 'Hello', title: '{% $states.input.title %}', 'not-evaluated': '$customerName' },
      { static: 'Hello', title: 'Doctor', 'not-evaluated': '$customerName' },
    ],
    ['{% $customerName %}', 'María'],
    [
      [1, '{% $two %}', 3],
      [1, 2, 3],
    ],
    ["{% 'Last=>' & $states.input.title %}", 'Last=>Doctor'],
    ['{% $states.input.products[calories=0] %}', products.slice(1)],
    ['{% $partition([1,2,3,4], 3) %}', [[1, 2, 3], [4]]],
    ['{% $range(0, 10, 2) %}', [0, 2, 4, 6, 8, 10]],
    ['{% $hash("input data", "SHA-1") %}', 'aaff4a450a104cd177d28d18d74485e8cae074b7'],
    ['{% $parse("{\\"a\\": [1]}") %}', { a: [1] }],
    ['{% $random(5) = $random(5) %}', true],
    ['{% $states.input.absent %}', 'fails'],
    ['{% $states.input.title + 1 %}', 'fails'],
    ['{% $eval("1") %}', 'fails'],
    ['{% function(){ 1 } %}', 'fails'],
    [' {% not an expression %}', ' {% not an expression %}'],
  ];
  for (const [template, result] of rows) {
    it(JSON.stringify(template), async () => {
      const states = { input: { title: 'Doctor', products } };
      const view = {
        states,
        variables: { customerName: 'María', two: 2 },
        expressions: new Map(),
        random: randomOf(1),
      };
      if (result === 'fails') await assert.rejects(evaluate(template, view), { error: 'States.QueryEvaluationError' });
      else assert.deepEqual(await evaluate(template, view), result);
    });
  }
});

describe('states', () => {
  const product = { product: { details: { color: 'blue', size: 'small' }, availability: 'in stock' } };
  const shipped = [
    { prod: 'R31', quantity: 1344 },
    { prod: 'S39', quantity: 40 },
  ];
  const delivery = { 'ship-date': '2016', detail: { 'delivery-partner': 'UQS', shipped } };
  const nested = (state: JsonObject): JsonObject => ({
    StartAt: 'B',
    States: { B: { Type: 'Pass', End: true, ...state } },
  });
  const rows: readonly (readonly [name: string, definition: JsonObject, input: Json, output: Json | undefined])[] = [
    [
      'Pass puts its Result where ResultPath says (state-pass)',
      one({ Type: 'Pass', Result: { 'x-datum': 0.38 }, ResultPath: '$.coords' }),
      { georefOf: 'Home' },
      { georefOf: 'Home', coords: { 'x-datum': 0.38 } },
    ],
    [
      'InputPath selects, Parameters make (input-output-inputpath-params)',
      one({
        Type: 'Pass',
        InputPath: '$.product',
        Parameters: {
          comment: 'c',
          MyDetails: { 'size.$': '$.details.size', 'exists.$': '$.availability', StaticValue: 'foo' },
        },
      }),
      product,
      { comment: 'c', MyDetails: { size: 'small', exists: 'in stock', StaticValue: 'foo' } },
    ],
    ['InputPath null is an empty object', one({ Type: 'Pass', InputPath: null }), { a: 1 }, {}],
    [
      'ResultPath null keeps the input (input-output-resultpath)',
      one({ Type: 'Pass', Result: 1, ResultPath: null }),
      { a: 1 },
      { a: 1 },
    ],
    ['OutputPath comes last', one({ Type: 'Pass', Result: 1, ResultPath: '$.b', OutputPath: '$.b' }), { a: 1 }, 1],
    ['OutputPath of what is not there ends the run', one({ Type: 'Pass', OutputPath: '$.b' }), { a: 1 }, undefined],
    [
      'Parallel gives each branch its input and makes an array (state-parallel)',
      one({ Type: 'Parallel', Branches: [nested({ OutputPath: '$[0]' }), nested({ OutputPath: '$[1]' })] }),
      [3, 2],
      [3, 2],
    ],
    [
      'Map takes its items by InputPath and ItemsPath, ItemSelector makes their inputs (state-map-inline)',
      one({
        Type: 'Map',
        InputPath: '$.detail',
        ItemsPath: '$.shipped',
        ResultPath: '$.detail.shipped',
        ItemSelector: { 'parcel.$': '$$.Map.Item.Value', 'courier.$': '$.delivery-partner' },
        ItemProcessor: nested({}),
      }),
      delivery,
      { ...delivery, detail: { ...delivery.detail, shipped: shipped.map((parcel) => ({ parcel, courier: 'UQS' })) } },
    ],
    [
      'the context of a Map has index, value and source (input-output-contextobject)',
      one({
        Type: 'Map',
        ItemSelector: {
          'ContextIndex.$': '$$.Map.Item.Index',
          'ContextValue.$': '$$.Map.Item.Value',
          'ContextSource.$': '$$.Map.Item.Source',
        },
        ItemProcessor: nested({}),
      }),
      [{ who: 'bob' }],
      [{ ContextIndex: 0, ContextValue: { who: 'bob' }, ContextSource: 'STATE_DATA' }],
    ],
    [
      'ItemBatcher gathers items, with BatchInput beside them (input-output-itembatcher)',
      one({
        Type: 'Map',
        ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { factCheck: 'December 2022' } },
        ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, ...nested({}) },
      }),
      ['a', 'b', 'c'],
      [
        { BatchInput: { factCheck: 'December 2022' }, Items: ['a', 'b'] },
        { BatchInput: { factCheck: 'December 2022' }, Items: ['c'] },
      ],
    ],
    [
      'JSONata: a Map of what a Pass makes (transforming-data)',
      {
        QueryLanguage: 'JSONata',
        StartAt: 'GetOrder',
        States: {
          GetOrder: { Type: 'Pass', Output: { items: '{% $states.input.items %}' }, Next: 'ProcessItems' },
          ProcessItems: {
            Type: 'Map',
            Items: '{% $states.input.items %}',
            ItemProcessor: nested({
              Output: { name: '{% $states.input.name %}', total: '{% $states.input.price * $states.input.quantity %}' },
            }),
            End: true,
          },
        },
      },
      {
        orderId: 'ORD-1234',
        items: [
          { name: 'Gadget', price: 12.5, quantity: 2 },
          { name: 'Bolt', price: 0.75, quantity: 10 },
        ],
      },
      [
        { name: 'Gadget', total: 25 },
        { name: 'Bolt', total: 7.5 },
      ],
    ],
    [
      'JSONata: Parallel merged by its Output (transforming-data)',
      {
        QueryLanguage: 'JSONata',
        ...one({
          Type: 'Parallel',
          Output: '{% $merge($states.result) %}',
          Branches: [
            nested({ Output: { orderId: '{% $states.input.orderId %}', total: 1 } }),
            nested({ Output: { total: 2 } }),
          ],
        }),
      },
      { orderId: '12345' },
      { orderId: '12345', total: 2 },
    ],
    [
      'a Choice takes the first rule that holds (state-choice)',
      {
        StartAt: 'A',
        States: {
          A: {
            Type: 'Choice',
            Choices: [
              {
                And: [
                  { Variable: '$.key', IsPresent: true },
                  { Variable: '$.key', StringEquals: 'foo' },
                ],
                Next: 'One',
              },
              { Variable: '$.file', StringMatches: 'log-*.txt', Next: 'Two' },
            ],
            Default: 'One',
          },
          One: { Type: 'Pass', Result: 1, End: true },
          Two: { Type: 'Pass', Result: 2, End: true },
        },
      },
      { file: 'log-7.txt' },
      2,
    ],
  ];
  for (const [name, definition, input, output] of rows) {
    it(name, async () => assert.deepEqual((await run(definition, input)).output, output));
  }
});

describe('variables (workflow-variables)', () => {
  const after = (first: JsonObject, Output: Json, language = 'JSONata'): JsonObject => ({
    QueryLanguage: 'JSONata',
    StartAt: 'Set',
    States: {
      Set: { Type: 'Pass', Assign: { x: 3, a: 6 }, Next: 'Swap' },
      Swap: { QueryLanguage: language, ...first, Next: 'End' },
      End: { Type: 'Succeed', Output },
    },
  });

  it('Assign sees the values on state entry, in any order', async () => {
    const definition = after(
      { Type: 'Pass', Assign: { x: '{% $a %}', nextX: '{% $x %}' } },
      { x: '{% $x %}', nextX: '{% $nextX %}' },
    );
    assert.deepEqual((await run(definition, {})).output, { x: 6, nextX: 3 });
  });

  it('Output does not see what Assign sets', async () => {
    const definition = after({ Type: 'Pass', Assign: { x: 1 }, Output: '{% $x %}' }, '{% $states.input %}');
    assert.deepEqual((await run(definition, {})).output, 3);
  });

  it('in JSONPath, $ of Assign is the result of the task, before ResultSelector', async () => {
    const task = {
      Type: 'Task',
      Resource: LAMBDA,
      Parameters: { FunctionName: 'f' },
      ResultSelector: {},
      Assign: { 'x.$': '$.result.code' },
    };
    assert.deepEqual(
      (await run(after(task, '{% $x %}', 'JSONPath'), {}, { result: { result: { code: 9 } } })).output,
      9,
    );
  });

  it('branches see outer variables, and a distributed Map does not', async () => {
    const processor = { StartAt: 'B', States: { B: { Type: 'Pass', Output: '{% $x %}', End: true } } };
    const map = (Mode: string): JsonObject =>
      after(
        { Type: 'Map', Items: [1], ItemProcessor: { ProcessorConfig: { Mode }, ...processor } },
        '{% $states.input %}',
      );
    assert.deepEqual((await run(map('INLINE'), {})).output, [3]);
    assert.equal((await run(map('DISTRIBUTED'), {})).error, 'States.ExceedToleratedFailureThreshold');
  });
});

describe('errors (concepts-error-handling)', () => {
  const failing = (state: JsonObject, language = 'JSONPath'): JsonObject => ({
    QueryLanguage: language,
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: LAMBDA, End: true, ...state }, B: { Type: 'Succeed' } },
  });
  const boom: Outcome = { error: 'Boom', cause: 'why' };
  const errorOutput = { Error: 'Boom', Cause: 'why' };
  const rows: readonly (readonly [name: string, definition: JsonObject, expected: Partial<RunResult>])[] = [
    ['without a Catch the run ends', failing({}), { error: 'Boom' }],
    [
      'a Catch of another name does not hold',
      failing({ Catch: [{ ErrorEquals: ['Other'], Next: 'B' }] }),
      { error: 'Boom' },
    ],
    [
      'the error output replaces the input',
      failing({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }] }),
      { output: errorOutput },
    ],
    [
      'or goes where ResultPath says (input-output-resultpath)',
      failing({ Catch: [{ ErrorEquals: ['Boom'], Next: 'B', ResultPath: '$.error' }] }),
      { output: { foo: 'bar', error: errorOutput } },
    ],
    [
      'in JSONata, Output has $states.errorOutput',
      failing({ Catch: [{ ErrorEquals: ['Boom'], Next: 'B', Output: '{% $states.errorOutput.Cause %}' }] }, 'JSONata'),
      { output: 'why' },
    ],
  ];
  for (const [name, definition, expected] of rows) {
    it(name, async () => {
      const { requests, output, error } = await run(definition, { foo: 'bar' }, boom);
      assert.deepEqual(requests, [{ state: 'A', service: 'lambda', api: 'invoke', arguments: { foo: 'bar' } }]);
      assert.deepEqual({ output, error }, { output: undefined, error: undefined, ...expected });
    });
  }

  it('a Fail state in a branch fails the Parallel, whose Catch can hold it', async () => {
    const branch = { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'Boom', Cause: 'why' } } };
    const definition = failing({ Type: 'Parallel', Branches: [branch], Catch: [{ ErrorEquals: ['Boom'], Next: 'B' }] });
    assert.deepEqual((await run(definition, {})).output, errorOutput);
  });

  it('a loop ends', async () => {
    assert.ok((await run({ StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } }, {})).error);
  });
});

describe('requests as IAM sees them', () => {
  const rows: readonly (readonly [api: string, args: JsonObject, resource: string | undefined])[] = [
    [
      'sqs:sendMessage',
      { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/777788889999/q' },
      'arn:aws:sqs:eu-west-1:777788889999:q',
    ],
    ['sqs:sendMessage', { QueueUrl: 'https://sqs.eu-west-2.amazonaws.com/777788889999/q' }, undefined],
    ['sqs:sendMessage', { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/777788889999/*' }, undefined],
    ['aws-sdk:dynamodb:getItem', { TableName: 'tab' }, 'arn:aws:dynamodb:eu-west-1:111122223333:table/tab'],
    ['aws-sdk:dynamodb:getItem', { TableName: 'ta' }, undefined],
    ['aws-sdk:dynamodb:getItem', { TableName: ['tab'] }, undefined],
    ['aws-sdk:dynamodb:getItem', { TableName: 'arn:aws:sns:eu-west-1:111122223333:tab' }, undefined],
    ['lambda:invoke', { FunctionName: 'f:prod' }, 'arn:aws:lambda:eu-west-1:111122223333:function:f:prod'],
    ['lambda:invoke', { FunctionName: '444455556666:function:f' }, 'arn:aws:lambda:eu-west-1:444455556666:function:f'],
    [
      'lambda:invoke',
      { FunctionName: 'f', Qualifier: '$LATEST' },
      'arn:aws:lambda:eu-west-1:111122223333:function:f:$LATEST',
    ],
    ['sns:publish', { TopicArn: 'arn:aws:sns:eu-west-1:777788889999:t' }, 'arn:aws:sns:eu-west-1:777788889999:t'],
    ['aws-sdk:s3:getObject', { Bucket: 'bucket', Key: 'a*/?' }, 'arn:aws:s3:::bucket/a*/?'],
    ['aws-sdk:ssm:getParameter', { Name: '/a/b' }, 'arn:aws:ssm:eu-west-1:111122223333:parameter/a/b'],
    ['events:putEvents', { Entries: [{ EventBusName: 'bus' }] }, 'arn:aws:events:eu-west-1:111122223333:event-bus/bus'],
  ];
  for (const [api, args, resource] of rows) {
    it(`${api} of ${JSON.stringify(args)}`, () => {
      const [service = '', name = ''] = /^(.*):(.*)$/.exec(api)?.slice(1) ?? [];
      const found = iamRequests({ state: 'A', service, api: name, arguments: args });
      assert.deepEqual(
        found.map((request) => request.resource),
        resource === undefined ? [] : [resource],
      );
    });
  }
});
