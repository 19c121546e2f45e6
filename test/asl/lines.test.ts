import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { jsonLines } from '../../src/asl/jsonLines.ts';
import { nearestLine, tokensOf } from '../../src/asl/lines.ts';
import { parseDefinitionText } from '../../src/asl/parse.ts';

describe('the line of a state', () => {
  const JSON_TEXT = `{"StartAt": "a/b", "Comment": "{ \\" [",
"States": {
  "a/b": {"Type": "Parallel", "Branches": [
    {"States": {"In": {}}},
    {"States": {
      "In": {"TimeoutSeconds": \${Timeout}, "X": \${Y}
, "End": true}}}]},

  "\\u0042": {}, "Again": 1,
  "Again": 2}}`;
  for (const [pointer, line] of [
    ['/StartAt', 1],
    ['/States/a~1b', 3],
    ['/States/a~1b/Branches/0', 4],
    ['/States/a~1b/Branches/0/States/In', 4],
    ['/States/a~1b/Branches/1/States/In', 6],
    ['/States/a~1b/Branches/1/States/In/End', 7],
    ['/States/B', 9],
    // Of a key that stands twice the last one counts.
    ['/States/Again', 10],
    ['/States/None', undefined],
    ['', undefined],
  ] as const) {
    it(`of JSON with placeholders: ${pointer}`, () => assert.equal(jsonLines(JSON_TEXT)(tokensOf(pointer)), line));
  }

  it('of YAML, with aliases, merges and keys that stand twice', () => {
    const { lineOf, duplicates, json } = parseDefinitionText(
      'StartAt: A\nx: &a\n  Type: Pass\n  End: true\nStates:\n  A: *a\n  B:\n    <<: *a\n    Next: A\n    Next: B\n',
      'yaml',
    );
    const lines = [
      ['States', 'A'],
      ['States', 'A', 'End'],
      ['States', 'B', 'Next'],
    ].map(lineOf);
    assert.deepEqual(lines, [6, 4, 10]);
    assert.equal(nearestLine(lineOf, ['States', 'B', 'Catch', '0']), 7);
    assert.deepEqual(json['States'], {
      A: { Type: 'Pass', End: true },
      B: { Type: 'Pass', End: true, Next: 'B' },
    });
    assert.deepEqual(duplicates, [{ path: ['States', 'B'], key: 'Next', firstLine: 9, line: 10, column: 5 }]);
  });

  it('of JSON is that of the key, however it is written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.object({ maxDepth: 2 }), { minKeys: 1 }), (value) => {
        const text = JSON.stringify(value, null, 1);
        const lineOf = jsonLines(text);
        for (const key of Object.keys(value)) {
          const line = text.split('\n')[(lineOf([key]) ?? 0) - 1] ?? '';
          assert.ok(line.startsWith(` ${JSON.stringify(key)}:`), line);
        }
      }),
    );
  });
});
