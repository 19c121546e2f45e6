#!/usr/bin/env node
import { writeSync } from 'node:fs';
import packageJson from '../../package.json' with { type: 'json' };
import { listedCommands } from './commands.ts';
import { completion } from './completion/command.ts';
import { Failure } from './failure.ts';
import { generate } from './generate/command.ts';
import type { Output } from './output.ts';
import { shown } from './terminal/lines.ts';
import { wantsColour } from './terminal/terminal.ts';

const HELP = `rolefit fits an AWS Step Functions execution role to exactly what its state machine calls.

Usage: rolefit COMMAND [options]

Commands:
${listedCommands()}
  rolefit COMMAND --help   explains a command, with examples
  rolefit --version        prints the version

Start with:
  rolefit generate workflow.asl.json
`;

const STDOUT = 1;
const STDERR = 2;

/** Runs the command line; the answer is the exit status. */
async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case undefined:
      write(STDERR, HELP);
      return 2;
    case '-h':
    case '--help':
    case 'help':
      write(STDOUT, HELP);
      return 0;
    case '-v':
    case '--version':
      write(STDOUT, `${packageJson.version}\n`);
      return 0;
    case 'generate':
      return print(await generate(rest, { colour: wantsColour(process.stderr, process.env) }));
    case 'explain': {
      const { explain } = await import('./explain/command.ts');
      return print(await explain(rest, process));
    }
    case 'diff': {
      const { diff } = await import('./diff/command.ts');
      return print(await diff(rest, process));
    }
    case 'completion':
      return print(completion(rest));
    case 'check': {
      const { check } = await import('./check/command.ts');
      return print(await check(rest, process));
    }
    case 'report': {
      // The drawing's libraries are read only where a drawing is wanted.
      const { report } = await import('./report/command.ts');
      return print(await report(rest, process.stdout.isTTY === true));
    }
    default:
      throw new Failure(`there is no command ${JSON.stringify(command)}; see rolefit --help`);
  }
}

function print({ stdout, stderr, status }: Output): number {
  write(STDOUT, stdout);
  write(STDERR, stderr);
  return status;
}

/** Writes all of a text, whether the other end is a file, a terminal or a pipe that is slow or already closed. */
function write(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

async function run(): Promise<number> {
  try {
    return await main(process.argv.slice(2));
  } catch (error) {
    // parseArgs explains a wrong option in one line of its own.
    const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!(error instanceof Failure) && !isUsage) throw error;
    write(STDERR, `rolefit: ${shown(error.message.replaceAll(/\s*\n\s*/g, ' '))}\n`);
    return 2;
  }
}

process.exitCode = await run();
