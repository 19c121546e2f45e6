import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { COMMANDS } from '../../src/cli/commands.ts';
import { COMPLETION_HELP, runCompletion } from '../../src/cli/completion/command.ts';
import { SHELLS } from '../../src/cli/completion/shells.ts';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-completion-'));
  for (const shell of SHELLS) writeFileSync(join(folder, `rolefit.${shell}`), runCompletion([shell], COMMANDS).stdout);
  for (const name of ['order flow.asl.json', 'orders.asl.json', 'policy.tf']) writeFileSync(join(folder, name), '');
});
after(() => rmSync(folder, { recursive: true }));

const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;

/** What bash offers for these words, the last of which is being typed. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `source rolefit.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _rolefit; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...words], { cwd: folder, encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout.split('\n').filter(Boolean).sort();
}

/** CI leaves none of them out. */
function isThere(shell: string): boolean {
  return has(shell) || process.env['CI'] !== undefined;
}

describe('bash', { skip: isThere('bash') ? false : 'bash is not here' }, () => {
  it('is told who completes rolefit', () => {
    const { stdout } = spawnSync('bash', ['-c', 'source rolefit.bash; complete -p rolefit'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(stdout, 'complete -F _rolefit rolefit\n');
  });

  const cases: readonly (readonly [readonly string[], readonly string[]])[] = [
    [['rolefit', ''], [...Object.keys(COMMANDS), '--help', '--version'].sort()],
    [['rolefit', 'gen'], ['generate']],
    [
      ['rolefit', 'completion', ''],
      ['bash', 'fish', 'zsh'],
    ],
    [['rolefit', 'generate', '--form'], ['--format']],
    [['rolefit', 'generate', '--st'], ['--state-machine']],
    [
      ['rolefit', 'generate', '--format', 'c'],
      ['cdk', 'cloudformation'],
    ],
    [['rolefit', 'generate', '--format', '=', 'te'], ['terraform']],
    [
      ['rolefit', 'generate', '--type', '='],
      ['EXPRESS', 'STANDARD'],
    ],
    [['rolefit', 'generate', '--region', ''], []],
    [
      ['rolefit', 'generate', 'o'],
      ['order flow.asl.json', 'orders.asl.json'],
    ],
    [['rolefit', 'generate', '--input', 'p'], ['policy.tf']],
    [['rolefit', 'report', '-o', 'p'], ['policy.tf']],
    [['rolefit', 'report', 'x.json', '--ti'], ['--title']],
    [['rolefit', 'unknown', ''], []],
  ];
  for (const [words, expected] of cases) {
    it(words.join(' '), () => assert.deepEqual(offered(...words), expected));
  }
});

describe('zsh and fish', () => {
  it('zsh finds no mistake', { skip: isThere('zsh') ? false : 'zsh is not here' }, () => {
    const { status, stderr } = spawnSync('zsh', ['-n', 'rolefit.zsh'], { cwd: folder, encoding: 'utf8' });
    assert.deepEqual([status, stderr], [0, '']);
  });

  it('fish offers the values of an option', { skip: isThere('fish') ? false : 'fish is not here' }, () => {
    const script = "source rolefit.fish; complete -C 'rolefit generate --format t'";
    assert.match(spawnSync('fish', ['-c', script], { cwd: folder, encoding: 'utf8' }).stdout, /^terraform\b/);
  });

  for (const shell of SHELLS) {
    it(`${shell} is told every command and option`, () => {
      const { stdout } = runCompletion([shell], COMMANDS);
      for (const [name, { options }] of Object.entries(COMMANDS)) {
        assert.ok(stdout.includes(name));
        for (const option of Object.keys(options)) {
          assert.ok(stdout.includes(shell === 'fish' ? `-l ${option} ` : `--${option}`), option);
        }
      }
    });
  }
});

describe('wrong usage', () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /^completion: name a shell: bash, zsh, fish$/],
    [['tcsh'], /^completion: "tcsh" is no known shell: bash, zsh, fish$/],
    [['bash', 'zsh'], /one shell at a time, not also zsh/],
  ];
  for (const [args, message] of cases) {
    it(args.join(' ') || 'nothing', () => assert.throws(() => runCompletion(args, COMMANDS), { message }));
  }

  it('--help says where to put it', () => assert.equal(runCompletion(['--help'], COMMANDS).stdout, COMPLETION_HELP));
});
