/** Builds dist/rolefit.js, the command line, and lets `npx rolefit` find it in the checkout. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { build } from 'esbuild';

await build({
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/rolefit.js',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node22',
  logLevel: 'warning',
});
chmodSync('dist/rolefit.js', 0o755);

// npm links the bins of a package's dependencies, not its own; npx would install the checkout into its cache instead.
const bin = 'node_modules/.bin';
if (existsSync(bin) && process.platform !== 'win32') {
  mkdirSync(bin, { recursive: true });
  const link = `${bin}/rolefit`;
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  symlinkSync('../../dist/rolefit.js', link);
}

// The pre-commit hook: in a clone only, and not where CI has no one to commit.
if (existsSync('.git') && process.env['CI'] === undefined) {
  execFileSync('git', ['config', 'core.hooksPath', '.githooks']);
}
