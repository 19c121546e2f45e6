import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { jsonRows } from '../../catalog/build/rows.ts';

/** The JSON that the workshop writes: one row a line, so that a difference shows the rows that changed. */

describe('JSON with one row a line', () => {
  it('breaks objects down to a depth and keeps the order of the keys', () => {
    const value = { page: 'p', operations: { b: { allow: [{ actions: ['s3:b'] }] }, a: { nothing: 'it is free' } } };
    assert.equal(
      jsonRows(value, 2),
      [
        '{',
        ' "page": "p",',
        ' "operations": {',
        '  "b": {"allow":[{"actions":["s3:b"]}]},',
        '  "a": {"nothing":"it is free"}',
        ' }',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('leaves out what is undefined, as JSON.stringify does, and writes lists and empty objects on one line', () => {
    assert.equal(
      jsonRows({ a: undefined, b: {}, c: [1, { d: 2 }], e: null }, 3),
      '{\n "b": {},\n "c": [1,{"d":2}],\n "e": null\n}\n',
    );
  });
});

describe('written by npm run refresh with one row a line:', () => {
  for (const [what, pattern, depth, least] of [
    ['the operations of each service', 'src/sdk/data/*.json', 2, 400],
    ['the guarded actions of each reason and prefix', 'src/policy/data/*.json', 3, 1],
    ['the candidates', 'catalog/data/candidates.json', 2, 1],
    ['the dependent actions', 'catalog/data/dependents.json', 2, 1],
  ] as const) {
    it(what, () => {
      const files = globSync(pattern);
      assert.ok(files.length >= least, `${files.length} files`);
      for (const file of files) {
        const text = readFileSync(file, 'utf8');
        assert.ok(text === jsonRows(JSON.parse(text), depth), file);
      }
    });
  }
});
