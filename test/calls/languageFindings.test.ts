import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import { definition, machine, OPTIONS } from '../support/cases.ts';

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */

type State = Readonly<Record<string, unknown>>;

async function told(state: State, top = 'JSONPath'): Promise<readonly string[]> {
  const states = { A: { End: true, ...state }, B: { Type: 'Pass', End: true } };
  const { findings } = await fit(definition({ ...machine(states), QueryLanguage: top }), OPTIONS);
  return findings
    .filter(({ code }) => code === 'query-language' || code === 'invalid-expression')
    .map(({ severity, state: path, message }) => `${severity} ${path} ${message}`);
}

const GET = { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem' };
const LAMBDA = { Type: 'Task', Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:f' };
const BODY = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } };

/** Type → a state of it without fields of either language. */
const TYPES: Readonly<Record<string, State>> = {
  Task: { ...GET, Retry: [] },
  Pass: { Type: 'Pass' },
  Wait: { Type: 'Wait', Seconds: 1 },
  Succeed: { Type: 'Succeed' },
  Fail: { Type: 'Fail', Error: 'e' },
  Map: { Type: 'Map', ItemProcessor: BODY },
  Parallel: { Type: 'Parallel', Branches: [BODY] },
};

describe('a field of the other query language is an error that names it', () => {
  const jsonPath: readonly (readonly [string, string, unknown])[] = [
    ['Task', 'InputPath', '$.a'],
    ['Task', 'Parameters', { TableName: 't' }],
    ['Task', 'ResultSelector', { a: 1 }],
    ['Task', 'ResultPath', '$.a'],
    ['Task', 'OutputPath', '$.a'],
    ['Task', 'TimeoutSecondsPath', '$.a'],
    ['Task', 'HeartbeatSecondsPath', '$.a'],
    ['Pass', 'Parameters', {}],
    ['Wait', 'SecondsPath', '$.a'],
    ['Wait', 'TimestampPath', '$.a'],
    ['Succeed', 'InputPath', '$.a'],
    ['Fail', 'ErrorPath', '$.a'],
    ['Fail', 'CausePath', '$.a'],
    ['Map', 'ItemsPath', '$.a'],
    ['Map', 'Parameters', {}],
    ['Map', 'MaxConcurrencyPath', '$.a'],
    ['Map', 'ToleratedFailureCountPath', '$.a'],
    ['Parallel', 'ResultSelector', {}],
  ];
  for (const [type, field, value] of jsonPath) {
    it(`${field} in a JSONata ${type}`, async () => {
      const [message = '', ...others] = await told({ ...TYPES[type], [field]: value }, 'JSONata');
      assert.match(message, new RegExp(`^error /States/A ${field} in a JSONata state: AWS refuses it; use `));
      assert.deepEqual(others, []);
      assert.deepEqual(await told({ ...TYPES[type], [field]: value }), []);
    });
  }

  const jsonata: readonly (readonly [string, string, unknown])[] = [
    ['Task', 'Arguments', { TableName: 't' }],
    ['Task', 'Output', '{% $states.result %}'],
    ['Pass', 'Output', 1],
    ['Succeed', 'Output', {}],
    ['Map', 'Items', [1]],
    ['Parallel', 'Arguments', {}],
  ];
  for (const [type, field, value] of jsonata) {
    it(`${field} in a JSONPath ${type}`, async () => {
      const [message = '', ...others] = await told({ ...TYPES[type], [field]: value });
      assert.match(message, new RegExp(`^error /States/A ${field} in a JSONPath state: AWS refuses it; use `));
      assert.deepEqual(others, []);
      assert.deepEqual(await told({ ...TYPES[type], [field]: value }, 'JSONata'), []);
    });
  }

  it('in a catcher, a rule of a Choice, a reader and a writer', async () => {
    const to = { ErrorEquals: ['States.ALL'], Next: 'B' };
    const read = { Resource: 'arn:aws:states:::s3:getObject' };
    const write = { Resource: 'arn:aws:states:::s3:putObject' };
    const distributed = {
      Type: 'Map',
      ItemProcessor: { ...BODY, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
    };
    const rows: readonly (readonly [string, string, State])[] = [
      ['JSONata', 'Catch.0.ResultPath', { ...GET, Catch: [{ ...to, ResultPath: '$.e' }] }],
      ['JSONPath', 'Catch.0.Output', { ...GET, Catch: [{ ...to, Output: '{% 1 %}' }] }],
      ['JSONata', 'Choices.0.Variable', { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'B' }] }],
      ['JSONPath', 'Choices.0.Condition', { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'B' }] }],
      ['JSONata', 'ItemReader.Parameters', { ...distributed, ItemReader: { ...read, Parameters: { Bucket: 'b' } } }],
      [
        'JSONPath',
        'ResultWriter.Arguments',
        { ...distributed, ResultWriter: { ...write, Arguments: { Bucket: 'b' } } },
      ],
    ];
    for (const [language, field, state] of rows) {
      const [message = '', ...others] = await told({ ...state, End: undefined }, language);
      assert.ok(message.startsWith(`error /States/A ${field} in a ${language} state: `), message);
      assert.deepEqual(others, []);
    }
  });

  it('in a state whose own QueryLanguage decides, and inside a Map', async () => {
    const inner = { Type: 'Task', Resource: GET.Resource, Parameters: { TableName: 't' }, End: true };
    const map = { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: inner } } };
    assert.deepEqual(await told({ ...inner, QueryLanguage: 'JSONata' }), [
      'error /States/A Parameters in a JSONata state: AWS refuses it; use Arguments.',
    ]);
    assert.deepEqual(await told(map, 'JSONata'), [
      'error /States/A/ItemProcessor/States/I Parameters in a JSONata state: AWS refuses it; use Arguments.',
    ]);
  });
});

describe('a name that ends in .$ is no expression in a JSONata state', () => {
  it('an argument and a variable: an error', async () => {
    assert.deepEqual(await told({ ...GET, Arguments: { 'TableName.$': '$.t' } }, 'JSONata'), [
      "error /States/A Arguments.TableName.$ in a JSONata state: names there don't end in .$, and $.t is taken literally; write Arguments.TableName with a JSONata expression.",
    ]);
    const [assigned = ''] = await told({ Type: 'Pass', Assign: { 'a.$': 'States.UUID()' } }, 'JSONata');
    assert.match(assigned, /^error \/States\/A Assign\.a\.\$ /);
  });

  it('and no unknown argument as well, unless the name is another one', async () => {
    const codesOf = async (args: object) => {
      const states = { A: { ...GET, Arguments: args, End: true } };
      const { findings } = await fit(definition({ ...machine(states), QueryLanguage: 'JSONata' }), OPTIONS);
      return findings
        .map(({ code }) => code)
        .filter((code) => code === 'query-language' || code === 'unknown-argument');
    };
    assert.deepEqual(await codesOf({ 'TableName.$': '$.t', Key: {} }), ['query-language']);
    assert.deepEqual(await codesOf({ TableName: 't', 'Kee.$': '$.k' }), ['query-language', 'unknown-argument']);
    assert.deepEqual(await codesOf({ TableName: 't', 'Key.$': 'k' }), ['unknown-argument']);
  });

  it('in data: a warning', async () => {
    const [message = ''] = await told({ ...LAMBDA, Arguments: { 'a.$': '$.b' } }, 'JSONata');
    assert.match(message, /^warning \/States\/A Arguments\.a\.\$ /);
    assert.deepEqual(await told({ ...LAMBDA, Arguments: { 'price.$': '12' } }, 'JSONata'), []);
  });
});

describe('JSONata that does not parse is an error that names its field', () => {
  for (const [text, problem] of [
    [
      '{% $f( %}',
      'Arguments.Key.id.S is no JSONata: Expected ")" before end of expression. AWS refuses it; correct {% $f( %}.',
    ],
    ['{% %}', 'Arguments.Key.id.S is no JSONata: Unexpected end of expression. AWS refuses it; correct {% %}.'],
    [
      '{% $x',
      'Arguments.Key.id.S is half a JSONata expression: AWS refuses it. Start {% $x with {% and end it with %}, without spaces around them.',
    ],
    [
      ' {% $x %}',
      'Arguments.Key.id.S is half a JSONata expression: AWS refuses it. Start  {% $x %} with {% and end it with %}, without spaces around them.',
    ],
  ] as const) {
    it(text, async () => {
      const state = { ...GET, Arguments: { TableName: 't', Key: { id: { S: text } } } };
      assert.deepEqual(await told(state, 'JSONata'), [`error /States/A ${problem}`]);
    });
  }

  it('in a condition, a variable, an output and the items of a Map', async () => {
    const bad = '{% 1 + %}';
    for (const [field, state] of [
      ['Choices.0.Condition', { Type: 'Choice', Choices: [{ Condition: bad, Next: 'B' }], End: undefined }],
      ['Assign.x', { Type: 'Pass', Assign: { x: bad } }],
      ['Output', { Type: 'Pass', Output: bad }],
      ['Items', { ...TYPES['Map'], Items: bad }],
      ['Seconds', { Type: 'Wait', Seconds: bad }],
    ] as const) {
      const [message = '', ...others] = await told(state, 'JSONata');
      assert.ok(message.startsWith(`error /States/A ${field} is no JSONata: `), message);
      assert.deepEqual(others, []);
    }
  });

  it('but a placeholder may become what parses, a comment is no field, and depth is no error', async () => {
    assert.deepEqual(await told({ Type: 'Pass', Output: '{% ${Limit} + 1 %}', Comment: '{% no' }, 'JSONata'), []);
    assert.deepEqual(
      await told({ Type: 'Pass', Output: `{% ${'('.repeat(3000)}1${')'.repeat(3000)} %}` }, 'JSONata'),
      [],
    );
  });

  it('is long only as far as a line allows', async () => {
    const [message = ''] = await told({ Type: 'Pass', Output: `{% 1 +\n${' 1 +'.repeat(100)} %}` }, 'JSONata');
    assert.ok(message.length < 250 && !message.includes('\n'), message);
  });
});

describe('an expression in a JSONPath state', () => {
  it('is a text that nothing evaluates: a warning', async () => {
    assert.deepEqual(await told({ ...GET, Parameters: { TableName: '{% $t %}' } }), [
      'warning /States/A Parameters.TableName in a JSONPath state is the text {% $t %}, which nothing evaluates there; set QueryLanguage to "JSONata", or name the value by a path.',
    ]);
  });
});
