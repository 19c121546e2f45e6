import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Edge, type State, type Workflow, workflowOf } from '../../src/asl/graph.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { NESTED } from './definitions.ts';

/** The graph of a definition: states, transitions, nesting. */

function edgesOf(state: JsonObject): readonly string[] {
  const others = { B: { Type: 'Succeed' }, 'C/c': { Type: 'Succeed' } };
  const [first] = workflowOf({ StartAt: 'A', States: { A: state, ...others } }).states;
  return (first?.edges ?? []).map(({ kind, to, when }: Edge) => `${kind} ${to} ${when}`.trim());
}

function choice(...rules: readonly JsonObject[]): JsonObject {
  return { Type: 'Choice', Choices: rules.map((rule) => ({ ...rule, Next: 'B' })) };
}

describe('transitions', () => {
  const cases: readonly (readonly [name: string, state: JsonObject, edges: readonly string[]])[] = [
    ['Next', { Type: 'Pass', Next: 'B' }, ['next /States/B']],
    ['a name with a slash', { Type: 'Pass', Next: 'C/c' }, ['next /States/C~1c']],
    ['End', { Type: 'Pass', End: true }, []],
    ['a name that is no state', { Type: 'Pass', Next: 'Nowhere' }, ['next undefined']],
    ['a name that every object has', { Type: 'Pass', Next: 'constructor' }, ['next undefined']],
    [
      'Catch',
      { Type: 'Task', Next: 'B', Catch: [{ ErrorEquals: ['States.Timeout', 'Mine'], Next: 'C/c' }] },
      ['next /States/B', 'catch /States/C~1c States.Timeout, Mine'],
    ],
    [
      'Catch of all',
      { Type: 'Task', End: true, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }] },
      ['catch /States/B any error'],
    ],
    [
      'rules, then Default',
      { ...choice({ Variable: '$.a', NumericGreaterThan: 1 }), Default: 'C/c' },
      ['choice /States/B $.a > 1', 'default /States/C~1c'],
    ],
    ['what no state may have', { Type: 'Pass', Next: 7, Catch: 'x' }, []],
  ];
  for (const [name, state, edges] of cases) it(name, () => assert.deepEqual(edgesOf(state), edges));
});

describe('rules in words', () => {
  const cases: readonly (readonly [words: string, rule: JsonObject])[] = [
    ['$.a = x', { Variable: '$.a', StringEquals: 'x' }],
    ['$.a = $.b', { Variable: '$.a', StringEqualsPath: '$.b' }],
    ['$.a ≤ 3', { Variable: '$.a', NumericLessThanEquals: 3 }],
    ['$.a ≥ 3', { Variable: '$.a', NumericGreaterThanEquals: 3 }],
    ['$.a < 3', { Variable: '$.a', NumericLessThan: 3 }],
    ['$.a = true', { Variable: '$.a', BooleanEquals: true }],
    ['$.a matches x-*', { Variable: '$.a', StringMatches: 'x-*' }],
    ['$.a is present', { Variable: '$.a', IsPresent: true }],
    ['$.a is not null', { Variable: '$.a', IsNull: false }],
    [
      '$.a = 1 and $.b = 2',
      {
        And: [
          { Variable: '$.a', NumericEquals: 1 },
          { Variable: '$.b', NumericEquals: 2 },
        ],
      },
    ],
    [
      '$.a = 1 or $.b = 2',
      {
        Or: [
          { Variable: '$.a', NumericEquals: 1 },
          { Variable: '$.b', NumericEquals: 2 },
        ],
      },
    ],
    ['not ($.a = 1)', { Not: { Variable: '$.a', NumericEquals: 1 } }],
    ['$states.input.a > 1', { Condition: '{% $states.input.a > 1 %}' }],
    ['$.a', { Variable: '$.a' }],
  ];
  for (const [words, rule] of cases) {
    it(words, () => assert.deepEqual(edgesOf(choice(rule)), [`choice /States/B ${words}`]));
  }
});

describe('states', () => {
  it('where a workflow starts and can end', () => {
    const { start, states } = workflowOf({
      StartAt: 'A',
      States: { A: { Type: 'Pass', End: true }, B: { Type: 'Succeed' }, C: { Type: 'Fail' } },
    });
    assert.equal(start, '/States/A');
    assert.deepEqual(
      states.map(({ ends }) => ends),
      [true, true, false],
    );
  });

  it('inner workflows of Map and Parallel, at any depth, with Iterator as well', () => {
    const outline = ({ states }: Workflow): unknown =>
      states.map(({ path, type, distributed, inner }: State) => [path, type, distributed, inner.map(outline)]);
    const region = '/States/Every region/ItemProcessor/States/Both sides';
    const file = `${region}/Branches/0/States/Every file`;
    assert.deepEqual(outline(workflowOf(NESTED)), [
      [
        '/States/Every region',
        'Map',
        false,
        [
          [
            [
              region,
              'Parallel',
              false,
              [
                [
                  [
                    file,
                    'Map',
                    true,
                    [
                      [
                        [`${file}/ItemProcessor/States/Innermost, step 1`, 'Task', false, []],
                        [`${file}/ItemProcessor/States/Innermost, step 2`, 'Task', false, []],
                      ],
                    ],
                  ],
                ],
                [[`${region}/Branches/1/States/Left, step 1`, 'Task', false, []]],
                [[`${region}/Branches/2/States/Right, step 1`, 'Task', false, []]],
              ],
            ],
          ],
        ],
      ],
    ]);
    const Iterator = { StartAt: 'B', States: { B: { Type: 'Pass', End: true } } };
    const old = workflowOf({ StartAt: 'A', States: { A: { Type: 'Map', Iterator, End: true } } });
    assert.deepEqual(outline(old), [
      ['/States/A', 'Map', false, [[['/States/A/Iterator/States/B', 'Pass', false, []]]]],
    ]);
  });
});
