import type { Options } from './options.ts';
import type { Output } from './output.ts';
import type { Streams } from './terminal/terminal.ts';

/** A command: its help text and completions, and how to run it. */
export interface Command {
  readonly summary: string;
  readonly operand: Operand;
  readonly options: Options;
  /** Imports what the command needs, and runs it. Throws Failure for wrong usage and unreadable input. */
  readonly run: (args: readonly string[], streams: Streams) => Promise<Output>;
}

/** What a command takes in addition to its options. */
export type Operand =
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'choice'; readonly name: string; readonly choices: readonly string[] };

/** The commands by name, in the order in which they are listed. */
export type Commands = Readonly<Record<string, Command>>;
