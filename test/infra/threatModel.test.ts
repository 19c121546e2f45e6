import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** Each claim of docs/threat-model.md names the test that holds it: the file is there, and has a test of that name. */

const plain = (text: string) => text.replaceAll('’', "'").replaceAll(/\s+/g, ' ');
const sources = plain(
  globSync('test/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n'),
);

/** The rows of the table: what stops it, and the test. */
const rows = readFileSync('docs/threat-model.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| /.test(line) && !/^\| (who|-+) /.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\||\|$/g, '').trim()));

describe('the threat model', () => {
  for (const [, tries = '', , test = ''] of rows) {
    it(`has a test that shows it: ${tries}`, () => {
      const files = [...test.matchAll(/`((?:test\/|template)[^`]*)`/g)].map(([, file = '']) => file);
      for (const file of files) assert.ok(existsSync(file), `${file} is not there`);
      // `cannot gain …` begins the names of tests that a table makes.
      const names = [...test.matchAll(/_([^_]+)_/g)].flatMap(([, name = '']) => name.split('…'));
      const parts = names
        .map((name) =>
          plain(name)
            .replace(/^cannot gain /, '')
            .trim(),
        )
        .filter((name) => name !== '');
      assert.ok(files.length + parts.length > 0, 'no test is named');
      for (const part of parts) assert.ok(sources.includes(part), `no test is called '${part}'`);
    });
  }
});
