/**
 * Measures what is deployed: the size of the package, and the bundle's import (a cold start without AWS) beside that of
 * a bundle with only the same two SDK clients. Fails where a limit is passed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { report } from './report.ts';

const LIMITS = { megabytes: 4, timesClients: 1.5 } as const;
const RUNS = 15;
/** On a busy machine one round may not be enough to see what the bundle can do; the fastest of all counts. */
const ROUNDS = 5;
/** The hook, and the function for Terraform. */
const ENTRIES = ['index', 'terraform'] as const;
/** What starts before the guard's thread does: each second of it is missing for the analysis. */
const GUARD = 'dist/guard/index.mjs';
const FUNCTIONS = ['role-policy', 'drift-check', 'sweep', 'guard'] as const;

/** Milliseconds to import a bundle in a process of its own, all that it starts to load included. */
function importTime(file: string): number {
  const script = `const start = performance.now();
    process.once('beforeExit', () => console.log(performance.now() - start));
    await import(${JSON.stringify(pathToFileURL(resolve(file)).href)});`;
  const args = ['--input-type=module', '--eval', script];
  return Number(
    execFileSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, AWS_REGION: 'eu-west-1' } }),
  );
}

/** Megabytes of a folder as a zip archive: it deflates each file by itself and has some 150 bytes more for it. */
function zipped(path: string): number {
  const bytes = readdirSync(path).map((name) => deflateRawSync(readFileSync(join(path, name))).length + 150);
  return bytes.reduce((sum, size) => sum + size, 0) / 1_048_576;
}

const folder = mkdtempSync(join(tmpdir(), 'rolefit-bench-'));
try {
  const clients = join(folder, 'clients.mjs');
  await build({
    entryPoints: ['bench/clients.ts'],
    outfile: clients,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    target: 'node24',
    minify: true,
    logLevel: 'warning',
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
  const bundles = [
    ...ENTRIES.map((entry) => [entry, `dist/role-policy/${entry}.mjs`, LIMITS.timesClients] as const),
    ['guard', GUARD, 1] as const,
  ];
  for (const [entry, bundle, limit] of bundles) {
    const times = { bundle: Number.POSITIVE_INFINITY, clients: Number.POSITIVE_INFINITY };
    for (let run = 0; run < RUNS * ROUNDS; run++) {
      times.bundle = Math.min(times.bundle, importTime(bundle));
      times.clients = Math.min(times.clients, importTime(clients));
      if ((run + 1) % RUNS === 0 && times.bundle / times.clients <= limit) break;
    }
    console.log(
      `import of ${bundle} ${times.bundle.toFixed(0)} ms, of the hook's SDK clients alone ${times.clients.toFixed(0)} ms`,
    );
    report(`${entry} / clients`, times.bundle / times.clients, limit, 'times');
  }
  for (const name of FUNCTIONS) report(`zip of ${name}`, zipped(`dist/${name}`), LIMITS.megabytes, 'MB');
} finally {
  rmSync(folder, { recursive: true });
}
