import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import { parsedData } from '../../scripts/parsedData.ts';

async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { default } from './${file}' with { type: 'json' };`, resolveDir: '.' },
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    plugins: [parsedData],
  });
  return outputFiles[0]?.text ?? '';
}

describe('a bundle', () => {
  for (const file of ['src/sdk/data/s3.json', 'src/sdk/data/ssm.json', 'src/policy/data/guarded.json']) {
    it(`holds ${file} as text for JSON.parse, and gives the same value`, async () => {
      const code = await bundled(file);
      assert.match(code, /JSON\.parse\(/);
      const module: { readonly default: unknown } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
      assert.deepEqual(module.default, JSON.parse(readFileSync(file, 'utf8')));
    });
  }

  it('holds other JSON as esbuild writes it', async () => {
    const code = await bundled('package.json');
    assert.match(code, /rolefit/);
    assert.doesNotMatch(code, /JSON\.parse\(/);
  });
});
