import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { Output } from '../../src/cli/output.ts';
import { columnsOf } from '../../src/cli/terminal/lines.ts';
import type { Streams } from '../../src/cli/terminal/terminal.ts';

/**
 * What commands print, kept in golden/*.txt: one file for each terminal that it is made for. Written anew with
 * UPDATE_GOLDEN=1, to be read before it is committed; in CI they are only compared.
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Output names the files as the command line did: seen from the top of the checkout. */
process.chdir(ROOT);

const UPDATES = process.env['UPDATE_GOLDEN'] !== undefined;

type Command = (args: readonly string[], streams: Streams) => Promise<Output>;

export interface Look {
  readonly columns: number | undefined;
  readonly colour: boolean;
}

/** Without columns: a pipe. */
export const LOOKS: readonly Look[] = [
  { columns: 80, colour: false },
  { columns: 80, colour: true },
  { columns: 120, colour: false },
  { columns: 120, colour: true },
  { columns: undefined, colour: false },
];

export function streams({ columns, colour }: Look): Streams {
  return {
    stdout: { isTTY: columns !== undefined, columns },
    stderr: { write: () => assert.fail('no progress is told') },
    env: { LANG: 'en_US.UTF-8', TERM: 'xterm-256color', ...(colour ? {} : { NO_COLOR: '1' }) },
  };
}

export async function run(command: Command, args: readonly string[], look: Look): Promise<string> {
  const { stdout } = await command(args, streams(look));
  return stdout;
}

/** Compares with the golden file; and what must hold of every output. */
export async function checkGolden(name: string, command: Command, args: readonly string[], look: Look): Promise<void> {
  const text = await run(command, args, look);
  const { columns, colour } = look;
  checkSafe(text, columns ?? 100);
  if (colour) assert.equal(stripVTControlCharacters(text), await run(command, args, { ...look, colour: false }));
  const file = `${ROOT}test/cli/golden/${name}.${columns ?? 'piped'}${colour ? '.colour' : ''}.txt`;
  if (UPDATES) {
    assert.equal(process.env['CI'], undefined, 'UPDATE_GOLDEN is for a person who reads the difference, not for CI');
    writeFileSync(file, text);
  }
  assert.ok(existsSync(file), `${file} is not there; make it with UPDATE_GOLDEN=1`);
  assert.equal(text, readFileSync(file, 'utf8'));
}

/** Nothing but our own colours steers the terminal, and no line is wider than it or ends in blanks. */
function checkSafe(text: string, width: number): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  assert.doesNotMatch(text.replaceAll(/\u001b\[\d+m/g, ''), /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  for (const line of stripVTControlCharacters(text).split('\n')) {
    assert.ok(columnsOf(line) <= width, `${columnsOf(line)} columns: ${line}`);
    assert.equal(line, line.trimEnd());
  }
}
