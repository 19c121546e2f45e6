#!/usr/bin/env node
import { writeSync } from 'node:fs';
import packageJson from '../../package.json' with { type: 'json' };
import { nearest } from '../nearest.ts';
import { own } from '../own.ts';
import { COMMANDS, listedCommands } from './commands.ts';
import { Failure } from './failure.ts';
import { seeHelp } from './input/usage.ts';
import { shown } from './terminal/lines.ts';

const HELP = `rolefit fits an AWS Step Functions execution role to exactly what its state machine calls.

Usage: rolefit COMMAND [options]

Commands:
${listedCommands()}
  rolefit COMMAND --help   explains a command, with examples
  rolefit --version        prints the version

Start with:
  rolefit generate workflow.asl.json
  rolefit check .                      in the folder of a project: SAM, CDK, Terraform, Serverless Framework and others
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
    default:
      return runCommand(command, rest);
  }
}

async function runCommand(name: string, args: readonly string[]): Promise<number> {
  const command = own(COMMANDS, name);
  if (command === undefined) {
    const wrong = unknownCommand(name);
    throw new Failure(`${wrong}${seeHelp(wrong)}`);
  }
  const { stdout, stderr, status } = await command.run(args, process);
  write(STDOUT, stdout);
  write(STDERR, stderr);
  return status;
}

function unknownCommand(name: string): string {
  const commands = Object.keys(COMMANDS);
  if (name.startsWith('-')) return `name a command before ${name}: ${commands.join(', ')}`;
  const like = nearest(name, commands);
  return `there is no command ${JSON.stringify(name)}; ${like === undefined ? `the commands are ${commands.join(', ')}` : `did you mean ${like}?`}`;
}

/** Writes a text completely, whether to a file, a terminal or a pipe that is slow or already closed. */
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
    if (!(error instanceof Failure)) throw error;
    write(STDERR, `rolefit: ${shown(error.message.replaceAll(/\s*\n\s*/g, ' '))}\n`);
    return 2;
  }
}

process.exitCode = await run();
