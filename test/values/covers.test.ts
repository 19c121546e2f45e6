import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrayOf, known, listOf, objectOf, unknownValue } from '../../src/values/domain/construct.ts';
import { coversValue } from '../../src/values/domain/covers.ts';
import { join } from '../../src/values/domain/join.ts';
import { ABSENT, type Possible, type Unknown } from '../../src/values/domain/possible.ts';
import { textFromParts } from '../../src/values/domain/text.ts';
import { randomOf, randomPair } from '../support/concrete.ts';

const HOLE = unknownValue('$.x');
const A = known('a');
const EITHER = join([A, known('b')]);
const TAIL_AND_HEAD = textFromParts(['x-', HOLE, '-x']);

function object(field: Possible, rest?: Unknown): Possible {
  return objectOf(new Map([['f', field]]), rest ?? ABSENT);
}

describe('a value coversValue another part by part', () => {
  const rows: readonly (readonly [string, Possible, Possible, boolean])[] = [
    ['an array of alternatives, one of them', arrayOf([EITHER]), known(['a']), true],
    ['an array, none of another length', arrayOf([EITHER]), known(['a', 'b']), false],
    ['a list, any number of its items', listOf(EITHER), known(['a', 'b', 'a']), true],
    ['a list, no other item', listOf(EITHER), known(['c']), false],
    ['an object with alternatives, one of them', object(EITHER), known({ f: 'a' }), true],
    ['an object, no other field', object(EITHER), known({ f: 'a', g: 1 }), false],
    ['an open object, any other field', object(EITHER, HOLE), known({ f: 'a', g: 1 }), true],
    ['an open object, another open one', object(EITHER, HOLE), object(A, unknownValue('$.y')), true],
    ['a closed object, no open one', object(EITHER), object(A, HOLE), false],
    ['a text with holes, one that fits', textFromParts(['x-', HOLE, '-y-', HOLE, '-z']), known('x-1-y-2-z'), true],
    ['a text with holes, none where its parts overlap', TAIL_AND_HEAD, known('x-x'), false],
    ['a text with holes, none that starts otherwise', textFromParts(['x', HOLE, 'x', HOLE]), known('yxx'), false],
    [
      'a text with holes, a text of which more is known',
      textFromParts(['x-', HOLE]),
      textFromParts(['x-', HOLE, '-y']),
      true,
    ],
    ['a known part, no hole', textFromParts(['x-y', HOLE]), textFromParts(['x-', HOLE]), false],
    ['a known value, no unknown one', A, HOLE, false],
  ];
  for (const [name, outer, inner, expected] of rows) {
    it(name, () => assert.equal(coversValue(outer, inner), expected));
  }

  it('and every value that a run can have', () => {
    for (let seed = 0; seed < 20_000; seed++) {
      const { value, run } = randomPair(randomOf(seed), 3);
      assert.ok(coversValue(value, run === undefined ? ABSENT : known(run)), JSON.stringify({ seed, value, run }));
    }
  });
});
