import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { expressions } from './differential/expressions.ts';
import { FOLDERS } from './differential/folders.ts';
import { WRITTEN } from './differential/written.ts';
import { configurationOf } from './folder.ts';

const TEXTS = [
  ...Object.values(FOLDERS).map(({ files }) => files['main.tf'] ?? ''),
  ...[...WRITTEN, ...expressions(200, 99, true)].map(
    (expression) => `resource "test" "it" {\n  value = ${expression}\n}\n`,
  ),
];

/** A text of which parts are cut out, doubled, or replaced by what has a meaning in HCL. */
const mutated = fc
  .tuple(
    fc.constantFrom(...TEXTS),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(20),
        fc.constantFrom(
          '',
          '"',
          '${',
          '%{',
          '}',
          '{',
          '[',
          '(',
          '<<-EOT\n',
          '\n',
          '...',
          '[*]',
          '.0',
          '~',
          '\\',
          'null',
          '-',
          '\u0000',
          '\ud800',
          '1e999',
          '*',
        ),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((changed, [at, length, insert]) => {
      const start = at % (changed.length + 1);
      return changed.slice(0, start) + insert + changed.slice(start + length);
    }, text),
  );

it('any file is evaluated or told as unread, and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (text) => {
      const { resources, unread } = await configurationOf({ 'main.tf': text });
      assert.ok(Array.isArray(resources) && Array.isArray(unread));
    }),
    { numRuns: 1500 },
  );
});
