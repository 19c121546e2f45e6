import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import type { CheckJson } from '../../src/cli/check/json.ts';
import { streams } from '../cli/golden.ts';

/** The commands of the pages on tools, run in a project as the page has it. */

const MAIN = resolve('src/cli/main.ts');

const root = mkdtempSync(join(tmpdir(), 'rolefit-pages-'));
after(() => rmSync(root, { recursive: true }));

const PROJECTS: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  'docs/serverless.md': [['test/serverless/orders', '.']],
  'docs/sam.md': [['test/frontDoors/workflows/queue', '.']],
  'docs/other-tools.md': [
    ['test/frontDoors/copilot', '.'],
    ['test/frontDoors/workflows/queue/definition.asl.json', 'workflow.asl.json'],
    ['test/frontDoors/workflows/queue/policy.json', 'policy.json'],
  ],
};

/** The lines of a page's shell blocks that run rolefit. */
function commandsIn(page: string): readonly string[] {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block);
  return blocks.flatMap((block) => block.split('\n')).filter((line) => line.startsWith('npx rolefit '));
}

for (const [page, parts] of Object.entries(PROJECTS)) {
  describe(page, () => {
    const folder = mkdtempSync(join(root, 'project-'));
    for (const [from, to] of parts) cpSync(from, join(folder, to), { recursive: true });
    const commands = commandsIn(page);
    it('has commands', () => assert.ok(commands.length >= 2));
    for (const command of commands) {
      it(command, () => {
        const args = command.replace(/^npx rolefit /, '').split(' ');
        const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
          cwd: folder,
          encoding: 'utf8',
        });
        assert.ok(status === 0 || status === 1, stderr);
        assert.match(stdout, /\w/);
      });
    }
  });
}

describe('a template as another tool makes it', () => {
  it('is the whole state machine: the roles of a Copilot job are known, and what its own role lacks', async () => {
    const { stdout } = await runCheck(
      ['test/frontDoors/copilot', '--json'],
      streams({ columns: undefined, colour: false }),
    );
    const { roles, unreadable }: CheckJson = JSON.parse(stdout);
    assert.deepEqual(unreadable, []);
    const shortfalls = roles.flatMap(({ machines }) => machines.flatMap((machine) => machine.shortfalls));
    assert.deepEqual(
      shortfalls.map(({ verdict, actions }) => `${verdict} ${actions}`),
      [
        'conditional ecs:RunTask',
        'missing ecs:TagResource',
        'conditional ecs:DescribeTasks',
        'conditional ecs:StopTask',
      ],
    );
  });

  it('of the Serverless Framework is taken without a warning where it is the newest', async () => {
    const folder = mkdtempSync(join(root, 'project-'));
    cpSync('test/serverless/orders', folder, { recursive: true });
    const later = Date.now() / 1000 + 60;
    utimesSync(join(folder, '.serverless/cloudformation-template-update-stack.json'), later, later);
    const { stderr } = await runCheck([folder], streams({ columns: undefined, colour: false }));
    assert.doesNotMatch(stderr, /stale-build/);
  });
});
