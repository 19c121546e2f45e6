import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { COMMANDS } from '../../src/cli/commands.ts';
import { Failure } from '../../src/cli/failure.ts';
import { parsed } from '../../src/cli/input/usage.ts';
import { COMMAND_OPTIONS } from '../../src/cli/options.ts';

function problemWith(args: readonly string[]): string {
  try {
    parsed('check', args, COMMAND_OPTIONS.check);
    return '';
  } catch (error) {
    assert.ok(error instanceof Failure);
    return error.message;
  }
}

describe('what is wrong with the arguments is said in our words', () => {
  const cases: readonly (readonly [what: string, args: readonly string[], message: string | RegExp])[] = [
    [
      'a slip',
      ['--regoin', 'x'],
      'check: there is no option --regoin; did you mean --region? See rolefit check --help',
    ],
    [
      'another case',
      ['--Region=x'],
      'check: there is no option --Region; did you mean --region? See rolefit check --help',
    ],
    [
      'an option of another command',
      ['--split'],
      /there is no option --split here, only in rolefit generate; there are --region, /,
    ],
    ['an unknown letter', ['-x'], /there is no option -x; there are .*, --help \(-h\); see rolefit check --help$/],
    ['one dash for two', ['-region', 'x'], /there is no option -r; there are --region/],
    ['an inherited name', ['--constructor'], /there is no option --constructor; there are/],
    ['a value for a switch', ['--json=x'], 'check: --json takes no value, and "x" is one; see rolefit check --help'],
    [
      'an empty value for a switch',
      ['--json='],
      'check: --json takes no value, and "" is one; see rolefit check --help',
    ],
    [
      'no value at the end',
      ['a', '--region'],
      'check: --region lacks its value: --region CODE; see rolefit check --help',
    ],
    [
      'an option for a value',
      ['--region', '--account=1'],
      'check: --region lacks its value: --region CODE; see rolefit check --help',
    ],
    [
      'what looks like an option',
      ['--role', '-x'],
      /--role lacks its value: --role NAME, or --role=-x if -x is the value; see/,
    ],
    ['two values', ['--region=a', '--region', 'b'], 'check: --region is written twice, "a" and "b"; keep one'],
  ];
  for (const [what, args, message] of cases) {
    it(what, () => {
      if (typeof message === 'string') assert.equal(problemWith(args), message);
      else assert.match(problemWith(args), message);
    });
  }

  const fine: readonly (readonly string[])[] = [
    ['--region=-x'],
    ['--input', '-'],
    ['--json', '--json'],
    ['--region', 'a', '--region', 'a'],
    ['--parameter', 'A=1', '--parameter', 'B=2'],
    ['a', '--', '--region'],
  ];
  for (const args of fine) {
    it(`nothing is, in ${args.join(' ')}`, () => assert.equal(problemWith(args), ''));
  }
});

/** The words of Node.js's own parser. */
const PARSER = /positional argument|does not take an argument|argument missing|Unexpected argument|unknown option/i;

describe('no command lets the parser speak', () => {
  for (const name of Object.keys(COMMANDS)) {
    it(name, () => {
      for (const args of [['--nonsense'], ['-z'], ['--help=x'], ['--hepl'], ['--', 'a', 'b', 'c', 'd']]) {
        const { status, stderr, stdout } = spawnSync(process.execPath, ['src/cli/main.ts', name, ...args], {
          encoding: 'utf8',
        });
        assert.equal(status, 2, args.join(' '));
        assert.equal(stdout, '');
        assert.match(stderr, /^rolefit: .*\n$/);
        assert.doesNotMatch(stderr, PARSER);
      }
    });
  }
});

it('an option before the command is told to come after it', () => {
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', '--region', 'x', 'check'], {
    encoding: 'utf8',
  });
  assert.equal(status, 2);
  assert.equal(
    stderr,
    `rolefit: name a command before --region: ${Object.keys(COMMANDS).join(', ')}; see rolefit --help\n`,
  );
});
