import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { integrationModule, withCase, withIndexLine } from '../../scripts/integration.ts';

const index = readFileSync('src/integrations/index.ts', 'utf8');
const cases = readFileSync('test/conformance/apis.ts', 'utf8');

/** The lines that are new, each with the one behind it. */
function added(before: string, after: string): readonly string[] {
  const old = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !old.has(line));
}

describe('a new integration', () => {
  for (const service of ['aaa', 'ferry', 'zzz']) {
    it(`has its line in the index, in the alphabet: ${service}`, () => {
      const lines = withIndexLine(index, { service, api: 'startJob' }).split('\n');
      const imports = lines.filter((line) => /^import \{ \w.* \} from '\.\/\w+\.ts';$/.test(line));
      assert.ok(imports.includes(`import { ${service} } from './${service}.ts';`));
      const list = lines.slice(lines.findIndex((line) => line.includes('OPTIMIZED')));
      const names = list.slice(1, list.indexOf('];'));
      assert.ok(names.includes(`  ${service},`));
      assert.deepEqual(names, names.toSorted());
    });
  }

  it('has a row in the conformance table, and a table of its own', () => {
    const acme = { service: 'acme', api: 'startJob' };
    assert.deepEqual(added(cases, withCase(cases, acme)), [
      "  'acme:startJob': {",
      '    args: {},',
      "    calls: [['acme:StartJob', `arn:aws:acme:${HERE}:*`]],",
    ]);
    assert.match(integrationModule(acme), /call\('acme:StartJob', arn\('acme', '\*'\)\)/);
  });

  it('is refused where the service is there', () => {
    assert.throws(() => withIndexLine(index, { service: 'sns', api: 'publish' }), /has sns already/);
  });
});
