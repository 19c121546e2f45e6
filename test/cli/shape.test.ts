import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { parseText } from '../../src/asl/parse.ts';
import { readWorkflow } from '../../src/asl/readWorkflow.ts';
import { runCheck } from '../../src/cli/check/command.ts';
import { shapeFindings } from '../../src/cli/shape/shapeFindings.ts';

/** What AWS refuses is what its validator's documentation lists: API_ValidateStateMachineDefinitionDiagnostic. */

const states = (all: JsonObject, more: JsonObject = {}): JsonObject => ({ StartAt: 'A', States: all, ...more });
const END: JsonObject = { Type: 'Succeed' };
const task = (more: JsonObject): JsonObject => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage',
  Parameters: {},
  ...more,
});
const choice = (rule: JsonObject, more: JsonObject = {}): JsonObject =>
  states({ A: { Type: 'Choice', Choices: [rule], ...more }, B: END });
const RULE: JsonObject = { Variable: '$.a', StringEquals: 'x', Next: 'B' };

async function linesOf(definition: JsonObject): Promise<readonly string[]> {
  const findings = await shapeFindings(definition, readWorkflow(definition));
  assert.ok(findings.every(({ code }) => code === 'refused-definition'));
  return findings.map(({ severity, state, message }) => `${severity} ${state}: ${message}`);
}

describe('a definition that AWS refuses is an error at the state', () => {
  const cases: readonly (readonly [what: string, definition: JsonObject, line: string])[] = [
    [
      'a transition to no state',
      states({ A: task({ Catch: [{ ErrorEquals: ['X'], Next: 'Done' }], Next: 'Dnoe' }), Done: END }),
      'Next names "Dnoe", which is no state of this workflow (a branch and a Map have their own); did you mean "Done"?',
    ],
    [
      'a Default to no state',
      choice(RULE, { Default: 'Z' }),
      'Default names "Z", which is no state of this workflow (a branch and a Map have their own).',
    ],
    [
      'a catcher to no state',
      states({ A: task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Q' }], End: true }) }),
      'Catch[0].Next names "Q", which is no state of this workflow (a branch and a Map have their own).',
    ],
    ['neither Next nor End', states({ A: { Type: 'Pass' } }), 'The state has neither Next nor End.'],
    [
      'both Next and End',
      states({ A: { Type: 'Pass', Next: 'B', End: true }, B: END }),
      'Next and End stand together; keep one.',
    ],
    [
      'a field of another state',
      states({ A: { Type: 'Pass', Resource: 'x', End: true } }),
      'Resource is no field of a Pass state.',
    ],
    [
      'a slip in a field',
      states({ A: task({ TimeoutSecond: 3, End: true }) }),
      'TimeoutSecond is no field of a Task state; did you mean TimeoutSeconds?',
    ],
    ['End in a Choice', choice(RULE, { End: true }), 'End is no field of a Choice state.'],
    ['no choice rules', states({ A: { Type: 'Choice', Choices: [], Default: 'B' }, B: END }), 'Choices is empty.'],
    [
      'a choice rule without Next',
      states({ A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true }], Default: 'B' }, B: END }),
      'Choices[0] lacks Next.',
    ],
    ['a choice rule without Variable', choice({ StringEquals: 'x', Next: 'B' }), 'Choices[0] lacks Variable.'],
    [
      'a choice rule without a comparison',
      choice({ Variable: '$.a', Next: 'B' }),
      'Choices[0] has no comparison, such as StringEquals or IsPresent.',
    ],
    [
      'a slip in a comparison',
      choice({ Variable: '$.a', StringEqual: 'x', Next: 'B' }),
      'Choices[0].StringEqual is no field of a choice rule; did you mean StringEquals?',
    ],
    [
      'a retrier without errors',
      states({ A: task({ Retry: [{ MaxAttempts: 3 }], End: true }) }),
      'Retry[0] lacks ErrorEquals.',
    ],
    [
      'text for a number',
      states({ A: task({ Retry: [{ ErrorEquals: ['X'], MaxAttempts: '3' }], End: true }) }),
      'Retry[0].MaxAttempts is "3" and must be a whole number.',
    ],
    [
      'a number out of range',
      states({ A: task({ Retry: [{ ErrorEquals: ['X'], BackoffRate: 0.5 }], End: true }) }),
      'Retry[0].BackoffRate is 0.5, and at least 1 is allowed.',
    ],
    [
      'an object for a list',
      states({ A: task({ Retry: { ErrorEquals: ['X'] }, End: true }) }),
      'Retry is an object and must be a list.',
    ],
    [
      'a Wait for nothing',
      states({ A: { Type: 'Wait', End: true } }),
      'The state has none of Seconds, SecondsPath, Timestamp, TimestampPath.',
    ],
    [
      'a Wait for two things',
      states({ A: { Type: 'Wait', Seconds: 1, SecondsPath: '$.s', End: true } }),
      'Seconds and SecondsPath stand together; keep one.',
    ],
    [
      'text in place of a path',
      states({ A: task({ Parameters: { 'QueueUrl.$': 'queue' }, End: true }) }),
      'Parameters.QueueUrl.$ is "queue" and no JSONPath such as $.name, and no intrinsic function such as States.Format(\'{}\', $.name).',
    ],
  ];
  for (const [what, definition, line] of cases) {
    it(what, async () => {
      assert.deepEqual(await linesOf(definition), [`error /States/A: ${line} AWS refuses the definition.`]);
    });
  }

  it('a state that nothing leads to', async () => {
    assert.deepEqual(await linesOf(states({ A: END, B: END })), [
      'error /States/B: No transition leads to this state; lead one to it, or take it out. AWS refuses the definition.',
    ]);
  });

  it('a workflow without an end', async () => {
    assert.deepEqual(await linesOf(states({ A: { Type: 'Pass', Next: 'A' } })), [
      'error : No state ends this workflow: write "End": true in the last one, or add a Succeed or Fail state. AWS refuses the definition.',
    ]);
  });

  it('a transition out of a branch, or of a Map', async () => {
    const inner: JsonObject = { StartAt: 'X', States: { X: { Type: 'Pass', Next: 'B' } } };
    const [branch = ''] = await linesOf(states({ A: { Type: 'Parallel', Branches: [inner], Next: 'B' }, B: END }));
    assert.match(
      branch,
      /^error \/States\/A\/Branches\/0\/States\/X: Next names "B", which is no state of this workflow/,
    );
    const [item = ''] = await linesOf(states({ A: { Type: 'Map', ItemProcessor: inner, Next: 'B' }, B: END }));
    assert.match(item, /^error \/States\/A\/ItemProcessor\/States\/X: Next names "B"/);
  });
});

describe('what AWS may have added since is a warning', () => {
  for (const [what, definition] of [
    ['a field that is like no other', states({ A: { Type: 'Pass', Priority: 1, End: true } })],
    ['a field of the workflow', states({ A: END }, { Owner: 'me' })],
    ['a Comment that is no text', states({ A: { Type: 'Pass', Comment: { a: 1 }, End: true } })],
  ] as const) {
    it(what, async () =>
      assert.match((await linesOf(definition)).join('\n'), /^warning [^\n]* AWS may refuse the definition\.$/),
    );
  }
});

describe('no mistake is', () => {
  const fine: readonly (readonly [what: string, definition: JsonObject])[] = [
    [
      'a placeholder for a number or a list',
      states({ A: task({ Resource: '${F}', TimeoutSeconds: '${T}', Retry: '${R}', End: true }) }),
    ],
    ['a placeholder for a state, which may be any', states({ A: { Type: 'Pass', Next: '${Next}' }, B: END, C: END })],
    [
      'a JSONata expression for a number',
      states({ A: { Type: 'Wait', Seconds: '{% $s %}', Next: 'B' }, B: END }, { QueryLanguage: 'JSONata' }),
    ],
    [
      'an input type that is newer than the validator',
      states({
        A: {
          Type: 'Map',
          ItemReader: {
            Resource: 'arn:aws:states:::s3:getObject',
            ReaderConfig: { InputType: 'PARQUET' },
            Parameters: {},
          },
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'X',
            States: { X: END },
          },
          End: true,
        },
      }),
    ],
    [
      'a state with an odd name',
      states({ A: { Type: 'Pass', Next: 'constructor' }, constructor: { Type: 'Pass', Next: 'States' }, States: END }),
    ],
  ];
  for (const [what, definition] of fine) it(what, async () => assert.deepEqual(await linesOf(definition), []));

  const files = globSync([
    'examples/**/*.asl.json',
    'examples/**/*.asl.yaml',
    'infra/*.asl.json',
    'test/**/*.asl.json',
    'test/**/*.asl.yaml',
  ])
    // One state of it is never reached.
    .filter((file) => !file.endsWith('origins.asl.json'));
  for (const file of files) {
    it(`in ${file}`, async () => {
      const definition = parseText(readFileSync(file, 'utf8'), file.endsWith('.json') ? 'json' : 'yaml');
      assert.deepEqual(await linesOf(definition), []);
    });
  }
});

describe('one finding for one fault: what the analysis says, the validator does not say again', () => {
  /** What both say of the definition. */
  async function toldOf(definition: JsonObject): Promise<readonly string[]> {
    const { findings, workflow } = await fit(definition, {});
    const told = findings.filter(({ code }) => code === 'query-language' || code === 'invalid-expression');
    return [...told, ...(await shapeFindings(definition, workflow))].map(({ message }) => message);
  }

  const inner: JsonObject = { StartAt: 'X', States: { X: END } };
  /** Type → a state of it that is right in both languages. */
  const types: Readonly<Record<string, JsonObject>> = {
    Task: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Next: 'B' },
    Pass: { Type: 'Pass', Next: 'B' },
    Wait: { Type: 'Wait', Seconds: 1, Next: 'B' },
    Choice: { Type: 'Choice', Choices: [{ Next: 'B' }], Default: 'B' },
    Map: { Type: 'Map', ItemProcessor: inner, Next: 'B' },
    Parallel: { Type: 'Parallel', Branches: [inner], Next: 'B' },
    Succeed: { Type: 'Succeed' },
    Fail: { Type: 'Fail' },
  };
  const RULES: Readonly<Record<string, JsonObject>> = {
    JSONata: { Condition: '{% true %}', Next: 'B' },
    JSONPath: { Variable: '$.a', IsNull: true, Next: 'B' },
  };
  const others: Readonly<Record<string, JsonObject>> = {
    JSONata: {
      ...Object.fromEntries(
        'InputPath ResultPath OutputPath ItemsPath TimeoutSecondsPath HeartbeatSecondsPath SecondsPath TimestampPath ErrorPath CausePath MaxConcurrencyPath ToleratedFailureCountPath ToleratedFailurePercentagePath'
          .split(' ')
          .map((name) => [name, '$.a']),
      ),
      Parameters: { 'a.$': 'no path' },
      ResultSelector: {},
    },
    JSONPath: { Arguments: {}, Output: 1, Items: [1] },
  };
  for (const [language, fields] of Object.entries(others)) {
    it(`a field of the other language in a ${language} state of each type`, async () => {
      for (const [type, state] of Object.entries(types)) {
        for (const [field, value] of Object.entries(fields)) {
          const rules: JsonObject = type === 'Choice' ? { Choices: [RULES[language] ?? {}] } : {};
          const A: JsonObject = { ...state, ...rules, QueryLanguage: language, [field]: value };
          const isEnd = type === 'Succeed' || type === 'Fail';
          const told = await toldOf(states({ A, ...(isEnd ? {} : { B: END }) }));
          assert.equal(told.length, 1, `${field} in a ${type}: ${told.join('\n')}`);
          assert.ok(told[0]?.startsWith(`${field} in a ${language} state: AWS refuses it; `), told[0]);
        }
      }
    });
  }

  it('and the advice names no field that the state cannot have', async () => {
    const told = (state: JsonObject) =>
      toldOf(states({ A: { ...state, Next: 'B' }, B: END }, { QueryLanguage: 'JSONata' }));
    assert.deepEqual(await told({ Type: 'Wait', Seconds: 1, ItemsPath: '$.a' }), [
      'ItemsPath in a JSONata state: AWS refuses it; no Wait state has it, so take it out.',
    ]);
    for (const [type, instead] of [
      ['Task', 'Arguments'],
      ['Parallel', 'Arguments'],
      ['Map', 'ItemSelector'],
      ['Pass', 'Output'],
    ] as const) {
      assert.deepEqual(await told({ ...types[type], Parameters: {} }), [
        `Parameters in a JSONata state: AWS refuses it; use ${instead}.`,
      ]);
    }
  });

  const rule = (fields: JsonObject): JsonObject => ({ Type: 'Choice', Choices: [fields], Default: 'B' });
  const jsonata: readonly (readonly [what: string, state: JsonObject, start: string])[] = [
    ['a half open number', { ...types['Wait'], Seconds: '{% 3' }, 'Seconds is half a JSONata expression'],
    ['half open arguments', { ...types['Task'], Arguments: '{% $x' }, 'Arguments is half a JSONata expression'],
    ['half open items', { ...types['Map'], Items: ' {% $x %}' }, 'Items is half a JSONata expression'],
    ['a half open condition', rule({ Condition: '{% $x', Next: 'B' }), 'Choices.0.Condition is half'],
    [
      'a half open number in a retrier',
      { ...types['Task'], Retry: [{ ErrorEquals: ['X'], MaxAttempts: '{% 3' }] },
      'Retry.0.MaxAttempts is half a JSONata expression',
    ],
    ['JSONata that does not parse', { ...types['Wait'], Seconds: '{% 3 + %}' }, 'Seconds is no JSONata'],
    ['a name that ends in .$', { ...types['Task'], 'Output.$': '$.x' }, 'Output.$ in a JSONata state: names there'],
    ['a comparison', rule({ Variable: '$.a', IsNull: true, Next: 'B' }), 'Choices.0.Variable in a JSONata state'],
    ['two comparisons', rule({ Variable: '$.a', IsNull: true, IsString: true, Next: 'B' }), 'Choices.0.Variable in'],
    ['a variable alone', rule({ Variable: '$.a', Next: 'B' }), 'Choices.0.Variable in a JSONata state'],
    ['a comparison alone', rule({ StringEquals: 'a', Next: 'B' }), 'Choices.0.StringEquals in a JSONata state'],
    ['joined comparisons', rule({ And: [{ Variable: '$.a', IsNull: true }], Next: 'B' }), 'Choices.0.And in a JSONata'],
    [
      'a path of a batch',
      { ...types['Map'], ItemBatcher: { MaxItemsPerBatchPath: '$.a' } },
      'ItemBatcher.MaxItemsPerBatchPath in a JSONata state: AWS refuses it; use MaxItemsPerBatch.',
    ],
  ];
  for (const [what, state, start] of jsonata) {
    it(`${what} in a JSONata state`, async () => {
      const [message = '', ...more] = await toldOf(states({ A: state, B: END }, { QueryLanguage: 'JSONata' }));
      assert.ok(message.startsWith(start), message);
      assert.deepEqual(more, []);
    });
  }

  it('but another fault of the same state is said', async () => {
    const wait: JsonObject = { Type: 'Wait', Seconds: 1, SecondsPath: '$.a' };
    const told = (more: JsonObject) =>
      toldOf(states({ A: { ...wait, ...more }, B: END }, { QueryLanguage: 'JSONata' }));
    const path = 'SecondsPath in a JSONata state: AWS refuses it; use Seconds.';
    assert.deepEqual(await told({ Next: 'B', End: true }), [
      path,
      'Next and End stand together; keep one. AWS refuses the definition.',
    ]);
    const [, ...more] = await toldOf(
      states(
        { A: { ...types['Task'], Catch: [{ ErrorEquals: ['X'], ResultPath: '$.e' }] }, B: END },
        { QueryLanguage: 'JSONata' },
      ),
    );
    assert.deepEqual(more, ['Catch[0] lacks Next. AWS refuses the definition.']);
  });

  it('what stops the reading of the definition is all that is said', async () => {
    for (const definition of [
      states({ A: { End: true } }),
      states({ A: { Type: 'Tsk', End: true } }),
      { StartAt: 'Z', States: { A: END } },
      states({ A: { Type: 'Parallel', Branches: [], End: true } }),
    ]) {
      await assert.rejects(fit(definition, {}), { name: 'DefinitionError' });
    }
  });
});

it('the validator does not change the definition', async () => {
  const definition = states({ A: task({ End: true }) });
  const before = JSON.stringify(definition);
  await shapeFindings(definition, readWorkflow(definition));
  assert.equal(JSON.stringify(definition), before);
});

it('check says it apart from what is missing, and does not stop to say what is too much', async () => {
  const args = ['test/cli/fixtures/origins.asl.json', '--policy', 'test/cli/fixtures/check-policy.json'];
  const { stdout, status } = await runCheck([...args, '--width', '200'], {
    stdout: {},
    stderr: { write: () => {} },
    env: {},
  });
  assert.equal(status, 1);
  assert.match(stdout, /\n {2}refused by Step Functions\n {4}Forgotten: No transition leads to this state/);
  assert.match(stdout, /\n {2}too much\n/);
});
