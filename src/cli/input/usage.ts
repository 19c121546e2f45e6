import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { nearest } from '../../nearest.ts';
import { own } from '../../own.ts';
import { Failure } from '../failure.ts';
import { COMMAND_OPTIONS, type Option, type Options } from '../options.ts';

/** Reads a command's arguments by its options. What is wrong with them is said here, in no parser's words. */

/** A command's arguments by its options. Throws Failure for an option that the command doesn't have, or has otherwise. */
export function parsed<Config extends ParseArgsOptionsConfig & Options>(
  command: string,
  args: readonly string[],
  options: Config,
) {
  const config = { args: [...args], options, allowPositionals: true } as const;
  const { tokens } = parseArgs({ ...config, strict: false, tokens: true });
  const written = tokens.filter((token) => token.kind === 'option');
  for (const token of written) {
    const wrong = problemOf(command, token, options);
    if (wrong !== undefined) throw new Failure(`${command}: ${wrong}${seeHelp(wrong, command)}`);
  }
  refuseTwice(command, written, options);
  return parseArgs({ ...config, strict: true });
}

/** Where to read on, behind a question or any other text. */
export function seeHelp(text: string, command?: string): string {
  const help = ['rolefit', ...(command === undefined ? [] : [command]), '--help'].join(' ');
  return text.endsWith('?') ? ` See ${help}` : `; see ${help}`;
}

interface WrittenOption {
  readonly name: string;
  /** As it was written: `--region`, `-o`. */
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function problemOf(command: string, written: WrittenOption, options: Options): string | undefined {
  const { name, rawName, value, inlineValue = false } = written;
  const option = own(options, name);
  if (option === undefined || (rawName.startsWith('--') && rawName !== `--${name}`)) {
    return unknownOption(command, written, options);
  }
  if (option.type === 'boolean') {
    return value === undefined ? undefined : `${rawName} takes no value, and ${JSON.stringify(value)} is one`;
  }
  const form = `${rawName} ${option.value ?? 'VALUE'}`;
  if (value === undefined) return `${rawName} lacks its value: ${form}`;
  // A value that looks like an option is one whose own value was forgotten, unless it is written with an equals sign.
  if (inlineValue || value === '-' || !value.startsWith('-')) return undefined;
  const isOption = own(options, value.replace(/^-+/, '').replace(/=.*$/s, '')) !== undefined;
  return `${rawName} lacks its value: ${form}${isOption ? '' : `, or ${rawName}=${value} if ${value} is the value`}`;
}

function unknownOption(command: string, { name, rawName }: WrittenOption, options: Options): string {
  const what = `there is no option ${rawName}`;
  const like = rawName.startsWith('--') ? nearest(name, Object.keys(options)) : undefined;
  if (like !== undefined) return `${what}; did you mean --${like}?`;
  const others = Object.entries<Options>(COMMAND_OPTIONS).flatMap(([other, has]) =>
    other !== command && rawName === `--${name}` && own(has, name) !== undefined ? [`rolefit ${other}`] : [],
  );
  const onlyThere = others.length === 0 ? '' : ` here, only in ${others.join(', ')}`;
  return `${what}${onlyThere}; there are ${Object.entries(options).map(flagOf).join(', ')}`;
}

function flagOf([name, { short }]: readonly [string, Option]): string {
  return short === undefined ? `--${name}` : `--${name} (-${short})`;
}

/** Of two values only one can count, and which one is a guess. */
function refuseTwice(command: string, written: readonly WrittenOption[], options: Options): void {
  const seen = new Map<string, string>();
  for (const { name, value } of written) {
    if (value === undefined || own(options, name)?.multiple === true) continue;
    const other = seen.get(name);
    if (other !== undefined && other !== value) {
      throw new Failure(
        `${command}: --${name} is written twice, ${JSON.stringify(other)} and ${JSON.stringify(value)}; keep one`,
      );
    }
    seen.set(name, value);
  }
}
