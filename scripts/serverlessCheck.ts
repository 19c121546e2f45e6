/**
 * Compiles the projects in test/serverless anew with the real Serverless Framework and its plugin: `npm run serverless:check`.
 * Both are installed into a folder that is gone afterwards. Fails where a template differs from the one that is checked in,
 * unless `-- --write` replaces it, and writes what check says of them to docs/serverless-check.md.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAGE, serverlessCheck } from '../test/serverless/page.ts';

const VERSIONS = ['serverless@3.40.0', 'serverless-step-functions@3.31.2'];
const PROJECTS = 'test/serverless';
const COMPILED = '.serverless/cloudformation-template-update-stack.json';

/** Packaging asks for credentials and uses none. */
const OFFLINE = {
  ...process.env,
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  SLS_TELEMETRY_DISABLED: '1',
  SLS_NOTIFICATIONS_MODE: 'off',
};

const projects = readdirSync(PROJECTS).filter((name) => existsSync(join(PROJECTS, name, 'serverless.yml')));
const folder = mkdtempSync(join(tmpdir(), 'serverless-check-'));
try {
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...VERSIONS], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const differing = projects.filter((name) => differs(name, packaged(name)));
  for (const name of differing) console.error(`${join(PROJECTS, name, COMPILED)} is out of date`);
  process.exitCode = differing.length === 0 || process.argv.includes('--write') ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
const { page, faults } = await serverlessCheck();
if (process.argv.includes('--write')) writeFileSync(PAGE, page);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;

/** The template that `serverless package` makes. */
function packaged(name: string): string {
  const project = join(folder, name);
  cpSync(join(PROJECTS, name), project, { recursive: true, filter: (file) => !file.endsWith('.serverless') });
  execFileSync(process.execPath, ['../node_modules/serverless/bin/serverless.js', 'package'], {
    cwd: project,
    env: OFFLINE,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return withoutTime(readFileSync(join(project, COMPILED), 'utf8'));
}

/** The same each time: the folder of an upload and an API's deployment are named after the time. */
function withoutTime(template: string): string {
  const text = template
    .replaceAll(/\d{13}-\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/(?<=ApiGatewayDeployment)\d{13}/g, 'TIME');
  return `${text.trimEnd()}\n`;
}

function differs(name: string, template: string): boolean {
  const file = join(PROJECTS, name, COMPILED);
  if (existsSync(file) && readFileSync(file, 'utf8') === template) return false;
  if (process.argv.includes('--write')) {
    cpSync(join(folder, name, '.serverless'), join(PROJECTS, name, '.serverless'), {
      recursive: true,
      filter: (path) => path.endsWith('.serverless') || path.endsWith('update-stack.json'),
    });
    writeFileSync(file, template);
  }
  return true;
}
