import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonObject } from '../../src/asl/json.ts';
import { readWorkflow } from '../../src/asl/readWorkflow.ts';
import { inOrder } from '../../src/report/order.ts';

function order(states: JsonObject): readonly [reached: string, unreached: string] {
  const { reached, unreached } = inOrder(readWorkflow({ StartAt: 'A', States: states }));
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(' ');
  return [names(reached), names(unreached)];
}

const to = (Next: string, more: JsonObject = {}): JsonObject => ({ Type: 'Pass', Next, ...more });
const END = { Type: 'Pass', End: true };

describe('the order of execution', () => {
  const choice = (...targets: readonly string[]): JsonObject => ({
    Type: 'Choice',
    Choices: targets.slice(1).map((Next) => ({ Variable: '$.x', IsNull: true, Next })),
    Default: targets[0] ?? '',
  });
  const cases: readonly (readonly [string, JsonObject, reached: string, unreached?: string])[] = [
    ['from StartAt, whatever the order of the document', { C: END, B: to('C'), A: to('B') }, 'A B C'],
    [
      'the rules of a Choice in their order, then the default',
      { A: choice('D', 'B', 'C'), B: END, C: END, D: END },
      'A B C D',
    ],
    [
      'what branches meet in comes after all of them',
      { A: choice('C', 'B'), D: END, B: to('D'), C: to('D') },
      'A B C D',
    ],
    ['a loop ends where it began', { A: to('B'), B: choice('C', 'A'), C: END }, 'A B C'],
    [
      'handlers of errors come last, with what only they lead to',
      { A: to('B', { Catch: [{ ErrorEquals: ['x'], Next: 'X' }] }), X: to('Y'), Y: END, B: END },
      'A B X Y',
    ],
    [
      'a handler has a handler',
      { A: { ...END, Catch: [{ Next: 'X' }] }, X: { ...END, Catch: [{ Next: 'Y' }] }, Y: END },
      'A X Y',
    ],
    ['what nothing leads to is apart', { Z: to('A'), A: END, B: to('B') }, 'A', 'Z B'],
    ['a Next without a state of that name', { A: to('Nope') }, 'A'],
  ];
  for (const [why, states, reached, unreached = ''] of cases) {
    it(why, () => assert.deepEqual(order(states), [reached, unreached]));
  }

  it('of a chain of 20,000 states', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => [index === 0 ? 'A' : `S${index}`, to(`S${index + 1}`)]);
    const { reached } = inOrder(readWorkflow({ StartAt: 'A', States: Object.fromEntries(chain) }));
    assert.equal(reached.length, 20_000);
    assert.equal(reached.at(-1)?.name, 'S19999');
  });
});
