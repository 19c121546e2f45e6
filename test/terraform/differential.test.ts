import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comparisons } from './differential/compare.ts';
import { recordedValues } from './differential/recorded.ts';

/** What OpenTofu gave: `npm run tofu:check` asks it for thousands more, `-- --record` writes these anew. */
describe('what is evaluated is what OpenTofu evaluates', () => {
  const recorded = recordedValues();

  for (const open of [false, true]) {
    it(open ? 'as far as variables without values allow' : 'where all is known', async () => {
      const some = recorded.filter((one) => one.open === open);
      const compared = await comparisons(
        some.map(({ expression }) => expression),
        some.map(({ tofu }) => tofu),
        open,
      );
      const different = compared.filter(({ result }) => result === 'different');
      assert.deepEqual(different, []);
      const unknown = compared.filter(({ result }) => result === 'unknown');
      assert.ok(unknown.length < some.length / (open ? 10 : 20), `${unknown.length} of ${some.length} are not known`);
    });
  }
});
