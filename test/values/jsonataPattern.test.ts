import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchesOf, parseRegex } from '../../src/values/jsonata/functions/pattern.ts';

const CHARS = ['a', 'b', 'B', 'z', '_', '1', '-', ' ', '/', '.', '\n', '\r', '$', '^'];
const CLASSES = [
  '[ab]',
  '[^ab]',
  '[a-z]',
  '[^A-B]',
  '[\\w-]',
  '[\\d.]',
  '[\\w-z]',
  '[.-1]',
  '[\\.-\\/]',
  '[^\\d]',
  '[-a]',
];
const single = fc.oneof(
  fc.constantFrom('a', 'b', 'B', '1', '-', ' ', '_', '.', '\\d', '\\w', '\\.', '\\/', '\\$', '\\^'),
  fc.constantFrom(...CLASSES),
);
const repeated = fc.tuple(single, fc.constantFrom('', '', '*', '+', '?')).map((parts) => parts.join(''));
const { sequence } = fc.letrec<{ sequence: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 2 },
    repeated,
    fc.constantFrom('^', '$'),
    fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((options) => `(${options.join('|')})`),
  ),
  sequence: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
}));
const source = fc.array(sequence, { minLength: 1, maxLength: 2 }).map((options) => options.join('|'));
const text = fc.array(fc.constantFrom(...CHARS), { maxLength: 12 }).map((chars) => chars.join(''));

test("a simple regular expression matches as the language's own does", () => {
  let compared = 0;
  fc.assert(
    fc.property(source, fc.constantFrom('', 'i', 'm', 'im'), text, (written, flags, within) => {
      const pattern = parseRegex(written, flags);
      if (pattern === undefined) return;
      const expected = [...within.matchAll(new RegExp(written, `g${flags}`))].map(({ index, 0: match }) => [
        index,
        index + match.length,
      ]);
      assert.deepEqual(matchesOf(pattern, within), expected);
      compared += expected.length;
    }),
    { numRuns: 20_000 },
  );
  assert.ok(compared > 10_000, `${compared} matches`);
});

for (const written of ['(a)*', '(a+)+', 'a{2}', 'a+?', '(?:a)', '(?=a)', '\\b', '\\s', '\\1', `a${'b'.repeat(64)}`]) {
  test(`${written} is not of the simple kind`, () => {
    assert.equal(parseRegex(written, ''), undefined);
  });
}

test('other flags are not of the simple kind', () => {
  assert.deepEqual(
    ['s', 'u', 'y', 'gs'].map((flags) => parseRegex('a', flags)),
    [undefined, undefined, undefined, undefined],
  );
});

test('a match that would take long is given up at once', () => {
  const pattern = parseRegex(`${'a*'.repeat(20)}b`, '');
  const begun = performance.now();
  assert.equal(pattern && matchesOf(pattern, 'a'.repeat(256)), undefined);
  assert.ok(performance.now() - begun < 1000);
});
