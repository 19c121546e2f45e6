import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { own } from '../../src/own.ts';
import { guardOf } from '../../src/policy/guarded.ts';
import { COLLECTIONS, escalationPage, fateOf, needsOf, ROLE, stepOf } from './escalation/page.ts';
import { OPEN, OUT_OF_REACH, STEPS } from './escalation/steps.ts';

/** Public paths to more rights: a definition that is changed after the deploy misses a step of each, or the page says why not. */

const PAGE = new URL('../../docs/escalation-paths.md', import.meta.url);
const PATHS = COLLECTIONS.flatMap(({ paths }) => paths);

for (const { name, paths } of COLLECTIONS) {
  describe(`a change of a definition does not open the paths of ${name}`, () => {
    for (const path of paths) {
      const needs = needsOf(path);
      const guarded = needs.filter((action) => stepOf(action) !== undefined);
      it(`${path[0]}: ${needs.join(' + ')}: ${fateOf(path)}`, () => {
        for (const action of guarded) assert.equal(guardOf(action, ROLE)?.at, stepOf(action), action);
        if (guarded.length > 0) return;
        const unguarded = needs.filter((action) => guardOf(action, ROLE) === undefined);
        assert.deepEqual(unguarded, needs, 'a step is guarded by now: move it to STEPS');
        assert.ok(
          needs.some((action) => (own(OUT_OF_REACH, action) ?? own(OPEN, action)) !== undefined),
          'no step is guarded, and OPEN does not say why',
        );
      });
    }
  });
}

describe('the steps of public paths', () => {
  it('that hand over or assume a role are guarded at deploy, too, where a wildcard is the role', () => {
    for (const action of ['iam:PassRole', 'sts:AssumeRole']) {
      for (const role of ['*', 'arn:aws:iam::111122223333:role/*', 'arn:aws:iam::111122223333:role/a?']) {
        assert.equal(guardOf(action, role)?.at, 'always', `${action} ${role}`);
      }
    }
  });

  it('are each of some path', () => {
    const needed = new Set(PATHS.flatMap(needsOf));
    for (const action of [...Object.keys(STEPS), ...Object.keys(OUT_OF_REACH), ...Object.keys(OPEN)]) {
      assert.ok(needed.has(action), action);
    }
  });

  it('that are out of reach are granted by no table', () => {
    const tables = ['../../src/sdk/data/', '../../catalog/curated/', '../../src/integrations/'].flatMap((folder) => {
      const url = new URL(folder, import.meta.url);
      const files = readdirSync(url, { withFileTypes: true }).filter((entry) => entry.isFile());
      return files.map(({ name }) => readFileSync(new URL(name, url), 'utf8'));
    });
    const texts = [...tables, readFileSync(new URL('../../catalog/data/dependents.json', import.meta.url), 'utf8')];
    assert.ok(texts.some((text) => text.includes('bedrock-agentcore:InvokeAgentRuntime"')));
    for (const action of Object.keys(OUT_OF_REACH)) {
      assert.ok(!texts.some((text) => text.includes(`${action}"`) || text.includes(`${action}'`)), action);
    }
  });
});

describe('the page of public paths', () => {
  it('is that of these tables (UPDATE_GOLDEN=1 writes it anew)', () => {
    const page = escalationPage();
    if (process.env['UPDATE_GOLDEN'] !== undefined) {
      assert.equal(process.env['CI'], undefined, 'UPDATE_GOLDEN is for a person who reads the difference, not for CI');
      writeFileSync(PAGE, page);
    }
    assert.equal(readFileSync(PAGE, 'utf8'), page);
  });
});
