/**
 * Builds dist: the command line, which `npx rolefit` then finds in the checkout, the library with its declarations, and
 * the bundles that are deployed.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import { declarations } from './declarations.ts';
import { reportAssets } from './reportAssets.ts';
import { withSweepPolicy } from './sweepPolicy.ts';

const COMMON: BuildOptions = { bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' };

const assets = 'src/report/assets.json';
const fresh = await reportAssets();
if (readFileSync(assets, 'utf8') !== fresh) writeFileSync(assets, fresh);

rmSync('dist', { recursive: true, force: true });
await build({
  ...COMMON,
  // The reading of definitions is an entry of its own so that it has a chunk of its own: a bundler that finds only that
  // used leaves the analysis and its tables out.
  entryPoints: { rolefit: 'src/cli/main.ts', index: 'src/index.ts', definition: 'src/definition.ts' },
  outdir: 'dist',
  // The table of each AWS SDK service is a file of its own, read when a definition calls the service; so is the report.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  packages: 'external',
  target: 'node22',
  minifyWhitespace: true,
});
chmodSync('dist/rolefit.js', 0o755);
declarations();

for (const name of ['role-policy', 'drift-check', 'sweep']) {
  await build({
    ...COMMON,
    entryPoints: { index: `functions/${name}/index.ts` },
    outdir: `dist/${name}`,
    // What is imported on demand (the S3 client, a service's table) is read from disk on demand only.
    splitting: true,
    chunkNames: 'chunk-[hash]',
    outExtension: { '.js': '.mjs' },
    target: 'node24',
    minify: true,
    // Stack traces with file and line; the sources themselves would only make the package larger.
    sourcemap: 'linked',
    sourcesContent: false,
    // Some dependencies are CommonJS and ask for Node's own modules with require.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
}

const template = readFileSync('template.yaml', 'utf8');
const fitted = await withSweepPolicy(template);
if (fitted !== template) writeFileSync('template.yaml', fitted);

// npm links the bins of a package's dependencies, not its own; npx would install the checkout into its cache instead.
const bin = 'node_modules/.bin';
if (existsSync(bin) && process.platform !== 'win32') {
  const link = `${bin}/rolefit`;
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  symlinkSync('../../dist/rolefit.js', link);
}

// The pre-commit hook: in a clone only, and not where CI has no one to commit.
if (existsSync('.git') && process.env['CI'] === undefined) {
  execFileSync('git', ['config', 'core.hooksPath', '.githooks']);
}
