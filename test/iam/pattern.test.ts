import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { coverIndex, covers } from '../../src/iam/pattern.ts';
import { matches } from '../support/iam.ts';

const CASES: readonly (readonly [outer: string, inner: string, covered: boolean])[] = [
  ['*', 'anything', true],
  ['a*', 'abc', true],
  ['a*', 'bac', false],
  ['a*c', 'abc', true],
  ['a*c', 'ab*c', true],
  ['a?c', 'abc', true],
  ['a?c', 'a?c', true],
  ['a?c', 'a*c', false],
  ['a*', 'a?', true],
  ['a?*', 'a*', false],
  ['*a*b', 'xaxbxab', true],
  ['abc', 'a*', false],
  ['a${*}*', 'a*', false],
  ['a*', 'a${*}', true],
  ['a${*}', 'ax', false],
  ['role/*', 'role/${Name}', true],
];

describe('covers', () => {
  for (const [outer, inner, covered] of CASES) {
    it(`${outer} ${covered ? 'covers' : 'does not cover'} ${inner}`, () => assert.equal(covers(outer, inner), covered));
  }

  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '${*}'), maxLength: 8 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });

  it('never claims to cover a pattern that matches a text which the outer one does not', () => {
    fc.assert(
      fc.property(pattern, pattern, text, (outer, inner, name) => {
        if (covers(outer, inner) && matches(inner, name)) assert.ok(matches(outer, name));
      }),
      { numRuns: 5000 },
    );
  });

  it('agrees with a regular expression on plain texts', () => {
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }), (outer, name) => {
        assert.equal(covers(outer, name), matches(outer, name));
      }),
      { numRuns: 5000 },
    );
  });

  it('is found through an index by its literal start', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 6 }), pattern, (patterns, inner) => {
        const expected = patterns.some((outer) => outer !== inner && covers(outer, inner));
        assert.equal(coverIndex(patterns)(inner), expected);
      }),
      { numRuns: 5000 },
    );
  });
});
