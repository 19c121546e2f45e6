import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { covers, hasEscape, hasWildcard, overlaps, splitAtWildcards } from '../../src/iam/pattern.ts';
import { coverIndex, patternIndex } from '../../src/iam/patternIndex.ts';
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
  ['a${$}b', 'a$b', true],
  ['a$b', 'a${$}b', true],
  ['a$', 'ab', false],
  ['${aws:username}*', '${$}{aws:username}x', false],
  ['${$}{a}*', '${$}{a}x', true],
  ['${b*', '${$}{bc', true],
];

describe('covers', () => {
  for (const [outer, inner, covered] of CASES) {
    it(`${outer} ${covered ? 'covers' : 'does not cover'} ${inner}`, () => assert.equal(covers(outer, inner), covered));
  }

  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '${*}', '${$}'), maxLength: 8 });
  /** With dollar signs and braces that are no escape, or only a part of one. */
  const oddPattern = fc.string({ unit: fc.constantFrom('a', '*', '?', '${*}', '${$}', '$', '{', '}'), maxLength: 8 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '$', '{', '}'), maxLength: 8 });

  it('never claims to cover a pattern that matches a text which the outer one does not', () => {
    fc.assert(
      fc.property(oddPattern, oddPattern, text, (outer, inner, name) => {
        if (covers(outer, inner) && matches(inner, name)) assert.ok(matches(outer, name));
      }),
      { numRuns: 20000 },
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

describe('an index of patterns', () => {
  const units = ['a', 'b', ':', '*', '?', '$', '{', '}', '${*}', '${?}', '${$}', '${$}{', '${A}', '${a:b}'];
  const pattern = fc.string({ unit: fc.constantFrom(...units), maxLength: 8 });
  /** The pattern with other texts for its wildcards and its dollar signs, so that many cases are covered ones. */
  const inside = fc
    .tuple(
      pattern,
      fc.array(fc.string({ unit: fc.constantFrom(...units), maxLength: 3 }), { maxLength: 4 }),
      fc.boolean(),
    )
    .map(([outer, fills, isLong]) => {
      let at = 0;
      const narrowed = outer.replaceAll(/\$\{[*?$]\}|\*/g, (one) => (one === '*' ? (fills[at++] ?? '') : one));
      const spelled = isLong ? narrowed.replaceAll(/\$\{[*?$]\}|\$/g, (one) => (one === '$' ? '${$}' : one)) : narrowed;
      return { outer, narrowed: spelled };
    });

  it('finds each pattern that covers a text, and no other', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 6 }), inside, (others, { outer, narrowed }) => {
        const patterns = [...others, outer];
        const index = patternIndex(patterns.map((each, place) => [each, place] as const));
        for (const text of [narrowed, ...others]) {
          const expected = patterns.flatMap((each, place) => (covers(each, text) ? [place] : []));
          const visited = new Set<number>();
          const any = index.some(text, (each, place) => {
            assert.equal(each, patterns[place]);
            if (covers(each, text)) visited.add(place);
            return false;
          });
          assert.equal(any, false);
          assert.deepEqual([...visited].toSorted(), expected.toSorted());
          assert.equal(
            index.some(text, (each) => covers(each, text)),
            expected.length > 0,
          );
          if (expected.length > 1) found++;
        }
      }),
      { numRuns: 2000 },
    );
    assert.ok(found > 200, `only ${found} texts with several patterns`);
  });
});

describe('wildcards', () => {
  for (const [text, pieces] of [
    ['abc', ['abc']],
    ['a*c??', ['a', '*', 'c', '??', '']],
    ['a${*}${?}', ['a${*}${?}']],
    ['a${*', ['a${', '*', '']],
    ['{*}', ['{', '*', '}']],
    ['${$}{*}', ['${$}{', '*', '}']],
    ['${Name}*', ['${Name}', '*', '']],
    ['$*', ['$', '*', '']],
  ] as const) {
    it(`in ${text}: ${pieces.length > 1}; an escape counts only when it is whole`, () => {
      assert.equal(hasWildcard(text), pieces.length > 1);
      assert.deepEqual(splitAtWildcards(text), pieces);
    });
  }

  it('are plain characters in an escape', () => {
    assert.ok(hasEscape('a${?}'));
    assert.ok(!hasEscape('a${?'));
  });
});

describe('overlaps', () => {
  const TABLE: readonly (readonly [a: string, b: string, overlap: boolean])[] = [
    ['a', 'a', true],
    ['a', 'b', false],
    ['a*', '*b', true],
    ['a*', 'b*', false],
    ['a?', '?b', true],
    ['a?', 'a', false],
    ['*', '', true],
    ['table/*', 'table/${Name}', true],
    ['a${*}', 'a?', true],
    ['a${*}', 'ab', false],
  ];
  for (const [a, b, overlap] of TABLE) {
    it(`${a} and ${b} ${overlap ? 'have a text in common' : 'have none'}`, () => {
      assert.equal(overlaps(a, b), overlap);
      assert.equal(overlaps(b, a), overlap);
    });
  }

  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 4 });
  const texts = ['', 'a', 'b'].flatMap((one) =>
    ['', 'a', 'b'].flatMap((two) => ['', 'a', 'b'].map((three) => one + two + three)),
  );
  const longer = [...new Set(texts.flatMap((start) => texts.map((end) => start + end)))];

  it('agrees with trying every short text', () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        // Two patterns of four places that have a text in common have one of at most six.
        assert.equal(
          overlaps(a, b),
          longer.some((text) => matches(a, text) && matches(b, text)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
