import { COMMAND_OPTIONS, type Options } from './options.ts';

/** What a command takes besides its options. */
export type Operand =
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'choice'; readonly name: string; readonly choices: readonly string[] };

export interface Command {
  readonly summary: string;
  readonly operand: Operand;
  readonly options: Options;
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** The commands, for the list of them and for the shells' completions. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  generate: {
    summary: 'print the IAM policy that an execution role needs, in the language of your infrastructure',
    operand: { kind: 'file', name: 'FILE' },
    options: COMMAND_OPTIONS.generate,
  },
  explain: {
    summary: 'show each state, what it may do, why, and what breaks without it',
    operand: { kind: 'file', name: 'FILE' },
    options: COMMAND_OPTIONS.explain,
  },
  check: {
    summary: 'compare what state machines need with what their roles allow, in a template or deployed',
    operand: { kind: 'file', name: 'TEMPLATE' },
    options: COMMAND_OPTIONS.check,
  },
  diff: {
    summary: 'show what a change of a definition adds to the role, and takes from it',
    operand: { kind: 'file', name: 'OLD NEW' },
    options: COMMAND_OPTIONS.diff,
  },
  report: {
    summary: 'make a page that shows the workflow, and what each state may do and why',
    operand: { kind: 'file', name: 'FILE' },
    options: COMMAND_OPTIONS.report,
  },
  completion: {
    summary: 'print a script that completes commands, options and files in bash, zsh or fish',
    operand: { kind: 'choice', name: 'SHELL', choices: SHELLS },
    options: COMMAND_OPTIONS.completion,
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
