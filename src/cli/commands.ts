import type { Commands } from './command.ts';
import { SHELLS } from './completion/shells.ts';
import { COMMAND_OPTIONS } from './options.ts';
import { wantsColour } from './terminal/terminal.ts';

/**
 * The commands. Each is imported when it runs: the help text and the version need none of them, and `generate` not the
 * libraries that draw a report.
 */
export const COMMANDS: Commands = {
  generate: {
    summary: 'print the IAM policy that an execution role needs, in the language of your infrastructure',
    operand: { kind: 'file', name: 'FILE' },
    options: COMMAND_OPTIONS.generate,
    run: async (args, { stderr, env }) =>
      (await import('./generate/command.ts')).runGenerate(args, { colour: wantsColour(stderr, env) }),
  },
  explain: {
    summary: 'show each state, what it may do, why, and what breaks without it',
    operand: { kind: 'file', name: 'FILE' },
    options: COMMAND_OPTIONS.explain,
    run: async (args, streams) => (await import('./explain/command.ts')).runExplain(args, streams),
  },
  check: {
    summary: 'compare what state machines need with what their roles allow, in a template, in a project or deployed',
    operand: { kind: 'file', name: 'TEMPLATE' },
    options: COMMAND_OPTIONS.check,
    run: async (args, streams) => (await import('./check/command.ts')).runCheck(args, streams),
  },
  diff: {
    summary: 'show what a change of a definition adds to the role, and takes from it',
    operand: { kind: 'file', name: 'OLD NEW' },
    options: COMMAND_OPTIONS.diff,
    run: async (args, streams) => (await import('./diff/command.ts')).runDiff(args, streams),
  },
  report: {
    summary: 'make a page that shows the workflow, and what each state may do and why',
    operand: { kind: 'file', name: 'FILE' },
    options: COMMAND_OPTIONS.report,
    run: async (args, { stdout }) => (await import('./report/command.ts')).runReport(args, stdout.isTTY === true),
  },
  facts: {
    summary: 'print what is known of the resources that state machines name, and what is still open, as a facts file',
    operand: { kind: 'file', name: 'FILE' },
    options: COMMAND_OPTIONS.facts,
    run: async (args) => (await import('./facts/command.ts')).runFacts(args),
  },
  completion: {
    summary: 'print a script that completes commands, options and files in bash, zsh or fish',
    operand: { kind: 'choice', name: 'SHELL', choices: SHELLS },
    options: COMMAND_OPTIONS.completion,
    run: async (args) => (await import('./completion/command.ts')).runCompletion(args, COMMANDS),
  },
};

/** The commands as the help text lists them. */
export function listedCommands(): string {
  const heads = Object.entries(COMMANDS).map(([name, { operand }]) => `${name} ${operand.name}`);
  const width = Math.max(...heads.map(({ length }) => length)) + 3;
  return Object.values(COMMANDS)
    .map(({ summary }, index) => `  ${(heads[index] ?? '').padEnd(width)}${summary}\n`)
    .join('');
}
