import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonObject } from '../../src/asl/json.ts';
import { readWorkflow } from '../../src/asl/readWorkflow.ts';
import type { State, Workflow } from '../../src/asl/workflow.ts';
import { NESTED } from '../report/definitions.ts';

/** A definition as it is read: states, transitions, nesting. */

const LAMBDA = { Type: 'Task', Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:f' };

function transitionsOf(state: JsonObject): readonly string[] {
  const others = { B: { Type: 'Succeed' }, 'C/c': { Type: 'Succeed' } };
  const { start } = readWorkflow({ StartAt: 'A', States: { A: state, ...others } });
  return start.transitions.map(({ kind, to, target }) => `${kind} ${to?.path ?? `${target}?`}`);
}

describe('transitions', () => {
  const cases: readonly (readonly [name: string, state: JsonObject, transitions: readonly string[]])[] = [
    ['Next', { Type: 'Pass', Next: 'B' }, ['next /States/B']],
    ['a name with a slash', { Type: 'Pass', Next: 'C/c' }, ['next /States/C~1c']],
    ['End', { Type: 'Pass', End: true }, []],
    ['a name that is no state', { Type: 'Pass', Next: 'Nowhere' }, ['next Nowhere?']],
    ['a name that every object has', { Type: 'Pass', Next: 'constructor' }, ['next constructor?']],
    [
      'Catch',
      { ...LAMBDA, Next: 'B', Catch: [{ ErrorEquals: ['States.Timeout', 'Mine'], Next: 'C/c' }] },
      ['next /States/B', 'catch /States/C~1c'],
    ],
    ['Catch alone', { ...LAMBDA, End: true, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }] }, ['catch /States/B']],
    [
      'rules, then Default',
      { Type: 'Choice', Choices: [{ Next: 'C/c' }, { Next: 'B' }], Default: 'C/c' },
      ['choice /States/C~1c', 'choice /States/B', 'default /States/C~1c'],
    ],
    ['what no state may have', { Type: 'Pass', Next: 7, Catch: 'x' }, []],
  ];
  for (const [name, state, transitions] of cases) {
    it(name, () => assert.deepEqual(transitionsOf(state), transitions));
  }

  it('carry the rule, the catcher or the state that says them', () => {
    const [rule, catcher] = [
      { Condition: '{% true %}', Next: 'B' },
      { ErrorEquals: ['States.ALL'], Next: 'B' },
    ];
    const state = { Type: 'Choice', Choices: [rule], Default: 'B', Catch: [catcher] };
    const { start } = readWorkflow({ StartAt: 'A', States: { A: state, B: { Type: 'Succeed' } } });
    assert.deepEqual(
      start.transitions.map(({ json }) => json),
      [rule, state, catcher],
    );
  });

  it('lead to the very state, in a loop as well', () => {
    const { start, states } = readWorkflow({
      StartAt: 'A',
      States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } },
    });
    assert.equal(start, states[0]);
    assert.equal(start.transitions[0]?.to, states[1]);
    assert.equal(states[1]?.transitions[0]?.to, start);
  });
});

describe('states', () => {
  it('where a workflow starts and can end', () => {
    const { start, states } = readWorkflow({
      StartAt: 'A',
      States: { A: { Type: 'Pass', End: true }, B: { Type: 'Succeed' }, C: { Type: 'Fail' } },
    });
    assert.equal(start.path, '/States/A');
    assert.deepEqual(
      states.map(({ ends }) => ends),
      [true, true, false],
    );
  });

  it('inner workflows of Map and Parallel, at any depth, with Iterator as well', () => {
    const outline = ({ kind, states }: Workflow): unknown => [
      kind,
      ...states.map(({ path, type, inner }: State) => [path, type, ...inner.map(outline)]),
    ];
    const region = '/States/Every region/ItemProcessor/States/Both sides';
    const file = `${region}/Branches/0/States/Every file`;
    assert.deepEqual(outline(readWorkflow(NESTED)), [
      'stateMachine',
      [
        '/States/Every region',
        'Map',
        [
          'inlineItems',
          [
            region,
            'Parallel',
            [
              'branch',
              [
                file,
                'Map',
                [
                  'distributedItems',
                  [`${file}/ItemProcessor/States/Innermost, step 1`, 'Task'],
                  [`${file}/ItemProcessor/States/Innermost, step 2`, 'Task'],
                ],
              ],
            ],
            ['branch', [`${region}/Branches/1/States/Left, step 1`, 'Task']],
            ['branch', [`${region}/Branches/2/States/Right, step 1`, 'Task']],
          ],
        ],
      ],
    ]);
    const Iterator = { StartAt: 'B', States: { B: { Type: 'Pass', End: true } } };
    const old = readWorkflow({ StartAt: 'A', States: { A: { Type: 'Map', Iterator, End: true } } });
    assert.deepEqual(outline(old), [
      'stateMachine',
      ['/States/A', 'Map', ['inlineItems', ['/States/A/Iterator/States/B', 'Pass']]],
    ]);
  });
});
