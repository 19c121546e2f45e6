import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runCheck } from '../../src/cli/check/command.ts';
import { runDiff } from '../../src/cli/diff/command.ts';
import { runExplain } from '../../src/cli/explain/command.ts';
import { runFacts } from '../../src/cli/facts/command.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { runReport } from '../../src/cli/report/command.ts';
import { streams } from '../cli/golden.ts';
import { configurationOf } from './folder.ts';
import { planOf, stateOf } from './shownFiles.ts';

/** The commands of docs/terraform.md, in a checkout with a folder infra. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = readFileSync(join(ROOT, 'docs/terraform.md'), 'utf8');
const PIPE = streams({ columns: undefined, colour: false });

let folder = '';
const home = process.cwd();
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-page-'));
  cpSync(join(ROOT, 'test/terraform/fixtures/orders'), join(folder, 'infra'), { recursive: true });
  writeFileSync(join(folder, 'infra/prod.tfvars'), 'stage = "prod"\n');
  const files = ['common.tf', 'main.tf', 'role.tf', 'orders.asl.json'];
  const texts = files.map((name) => [name, readFileSync(join(folder, 'infra', name), 'utf8')] as const);
  const configuration = await configurationOf(Object.fromEntries(texts));
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(planOf(configuration)));
  writeFileSync(join(folder, 'state.json'), JSON.stringify(stateOf(configuration)));
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '.'],
    ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-q', '-m', 'x'],
  ]) {
    assert.equal(spawnSync('git', args, { cwd: folder }).status, 0);
  }
  process.chdir(folder);
});
after(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const COMMANDS = {
  check: (args: readonly string[]) => runCheck(args, PIPE),
  diff: (args: readonly string[]) => runDiff(args, PIPE),
  explain: (args: readonly string[]) => runExplain(args, PIPE),
  facts: (args: readonly string[]) => runFacts(args),
  generate: (args: readonly string[]) => runGenerate(args),
  report: (args: readonly string[]) => runReport(args, false),
} as const;

const lines = [...PAGE.matchAll(/^```sh\n(.*?)^```$/gms)]
  .flatMap(([, block = '']) => block.split('\n'))
  .filter((line) => line.startsWith('npx rolefit '));

describe('the page of Terraform', () => {
  it('shows what check prints', async () => {
    const [, shown = ''] = /^```\n(infra\/main\.tf .*?)^```$/ms.exec(PAGE) ?? [];
    assert.equal((await runCheck(['infra'], PIPE)).stdout, shown);
  });
  it('has commands', () => assert.ok(lines.length > 8));
  for (const line of lines) {
    it(line, async () => {
      const [command = '', ...args] = line
        .replace('npx rolefit ', '')
        .replace(/ > .*$/, '')
        .split(' ');
      const run = new Map(Object.entries(COMMANDS)).get(command);
      assert.ok(run, command);
      const { status, stderr } = await run(args);
      assert.ok(status === 0 || (command === 'check' && status === 1), stderr);
      assert.doesNotMatch(stderr, /error/);
    });
  }
});
