import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonObject } from '../../src/asl/json.ts';
import { readWorkflow } from '../../src/asl/readWorkflow.ts';
import { whenWords } from '../../src/report/when.ts';

/** When a transition is taken, in words. */

function wordsOf(state: JsonObject): readonly string[] {
  const { start } = readWorkflow({ StartAt: 'A', States: { A: state, B: { Type: 'Succeed' } } });
  return start.transitions.map(whenWords);
}

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
    it(words, () => assert.deepEqual(wordsOf({ Type: 'Choice', Choices: [{ ...rule, Next: 'B' }] }), [words]));
  }
});

describe('errors in words', () => {
  const cases: readonly (readonly [words: string, errors: readonly string[]])[] = [
    ['States.Timeout, Mine', ['States.Timeout', 'Mine']],
    ['any error', ['States.ALL']],
    ['', []],
  ];
  for (const [words, ErrorEquals] of cases) {
    it(words || 'none', () => {
      assert.deepEqual(wordsOf({ Type: 'Parallel', Branches: [PASS], Catch: [{ ErrorEquals, Next: 'B' }] }), [words]);
    });
  }
});

describe('what needs no words', () => {
  it('is Next and Default', () => {
    assert.deepEqual(wordsOf({ Type: 'Pass', Next: 'B' }), ['']);
    assert.deepEqual(wordsOf({ Type: 'Choice', Choices: [], Default: 'B' }), ['']);
  });
});

const PASS = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
