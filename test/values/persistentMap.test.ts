import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { type PersistentMap, withEntry } from '../../src/values/domain/persistentMap.ts';

it('a persistent map has what was set last, in the order of a Map, and leaves the map before as it was', () => {
  const entry = fc.tuple(fc.integer({ min: 0, max: 90 }).map(String), fc.integer());
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 200 }), (entries) => {
      let map: PersistentMap<number> = new Map();
      const expected = new Map<string, number>();
      for (const [name, value] of entries) {
        const before = map;
        const [size, old] = [before.size, before.get(name)];
        map = withEntry(map, name, value);
        expected.set(name, value);
        assert.deepEqual([before.size, before.get(name)], [size, old]);
      }
      assert.equal(map.size, expected.size);
      assert.deepEqual([...map], [...expected]);
      assert.deepEqual([...map.keys()], [...expected.keys()]);
      assert.deepEqual([...map.values()], [...expected.values()]);
      assert.ok([...expected.keys()].every((name) => map.has(name)));
      assert.ok(!map.has('none'));
    }),
    { numRuns: 300, seed: 3 },
  );
});
