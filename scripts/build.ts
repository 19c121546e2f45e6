/**
 * Builds dist: the command line, which `npx rolefit` then finds in the checkout, the library with its declarations, and
 * the bundles that are deployed. Nothing else is written: `npm run generated` keeps what is checked in.
 */
import { chmodSync, existsSync, globSync, lstatSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import packageJson from '../package.json' with { type: 'json' };
import { declarations } from './declarations.ts';
import { noticesOf } from './notices.ts';
import { parsedData } from './parsedData.ts';
import { plainMessages } from './plainMessages.ts';

const COMMON: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  // The AWS SDK's ES modules: of its CommonJS, nothing that is unused could be left out.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  plugins: [parsedData, plainMessages],
};

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  ...COMMON,
  metafile: true,
  // The reading of definitions is an entry of its own so that it has a chunk of its own: a bundler that finds only that
  // used leaves the analysis and its tables out.
  entryPoints: {
    rolefit: 'src/cli/main.ts',
    index: 'src/index.ts',
    definition: 'src/definition.ts',
    'cdk/index': 'src/cdk/index.ts',
    ...dataFiles(),
  },
  outdir: 'dist',
  // The table of each AWS SDK service is a file of its own, read when a definition calls the service; so is the report.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // The clients that look facts up are bundled, each into a chunk that is read when a definition names such a resource:
  // as dependencies they would make an installation many times as large.
  external: [...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.peerDependencies)],
  target: 'node22',
  minifyWhitespace: true,
});
chmodSync('dist/rolefit.js', 0o755);
writeFileSync('dist/THIRD-PARTY.txt', noticesOf(metafile));
declarations();

/** What the CDK's synthesis reads at once, and so by its name: see src/cdk/loader.ts. */
function dataFiles(): Readonly<Record<string, string>> {
  const files = globSync(['src/sdk/data/**/*.json', 'src/iam/data/*.json']);
  return Object.fromEntries(files.map((file) => [file.replace(/^src.(.*)\.json$/, '$1'), file]));
}

const FUNCTIONS = {
  // Two entries: CloudFormation's custom resource, and the function for Terraform, which infra/terraform deploys.
  'role-policy': ['index', 'terraform'],
  'drift-check': ['index'],
  sweep: ['index'],
  // Its thread is a file of its own.
  guard: ['index', 'worker'],
};

for (const [name, entries] of Object.entries(FUNCTIONS)) {
  await build({
    ...COMMON,
    entryPoints: entries.map((entry) => `functions/${name}/${entry}.ts`),
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

// npm links the bins of a package's dependencies, not its own; npx would install the checkout into its cache instead.
const bin = 'node_modules/.bin';
if (existsSync(bin) && process.platform !== 'win32') {
  const link = `${bin}/rolefit`;
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  symlinkSync('../../dist/rolefit.js', link);
}
