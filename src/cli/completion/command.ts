import { nearest } from '../../nearest.ts';
import type { Command, Commands } from '../command.ts';
import { Failure } from '../failure.ts';

import { parsed } from '../input/usage.ts';
import { COMMAND_OPTIONS, HELP_OPTION, listed, type Option } from '../options.ts';
import type { Output } from '../output.ts';
import { SHELLS } from './shells.ts';

export const COMPLETION_HELP = `Prints a script that completes rolefit's commands, options, their values and files.

Usage: rolefit completion SHELL

  SHELL   ${SHELLS.join(', ')}

${listed(HELP_OPTION)}
Put it in place, and open a new shell:
  bash   rolefit completion bash > ~/.local/share/bash-completion/completions/rolefit
  zsh    rolefit completion zsh > ~/.zfunc/_rolefit     (with fpath+=~/.zfunc in .zshrc, before compinit)
  fish   rolefit completion fish > ~/.config/fish/completions/rolefit.fish

Or for this shell alone:
  source <(rolefit completion bash)
`;

/** Runs `rolefit completion` with its arguments, for these commands. Throws Failure for a shell that is not known. */
export function runCompletion(args: readonly string[], commands: Commands): Output {
  const { values, positionals } = parsed('completion', args, COMMAND_OPTIONS.completion);
  if (values.help) return { stdout: COMPLETION_HELP, stderr: '', status: 0 };
  const [shell, ...others] = positionals;
  if (others.length > 0) throw new Failure(`completion: one shell at a time, not also ${others.join(' ')}`);
  return { stdout: scriptOf(shell, commands), stderr: '', status: 0 };
}

function scriptOf(shell: string | undefined, commands: Commands): string {
  switch (shell) {
    case 'bash':
      return bash(commands);
    case 'zsh':
      return zsh(commands);
    case 'fish':
      return fish(commands);
    default:
      throw new Failure(`completion: ${shellProblem(shell)}`);
  }
}

function shellProblem(shell: string | undefined): string {
  if (shell === undefined) return `name a shell: ${SHELLS.join(', ')}`;
  const like = nearest(shell, SHELLS);
  const what = `${JSON.stringify(shell)} is no known shell`;
  return like === undefined ? `${what}: ${SHELLS.join(', ')}` : `${what}; did you mean ${like}?`;
}

function optionsOf({ options }: Command): readonly (readonly [string, Option])[] {
  return Object.entries(options);
}

function flagsOf(command: Command): readonly string[] {
  return optionsOf(command).flatMap(([name, { short }]) => [
    `--${name}`,
    ...(short === undefined ? [] : [`-${short}`]),
  ]);
}

function bash(commands: Commands): string {
  // One word a line: a file's name may have spaces.
  const words = (list: readonly string[]) => `COMPREPLY=($(IFS=' '; compgen -W '${list.join(' ')}' -- "$current"))`;
  const files = 'COMPREPLY=($(compgen -f -- "$current")); compopt -o filenames 2>/dev/null';
  const value = ({ choices, isFile }: Option) => (choices ? words(choices) : isFile ? files : 'COMPREPLY=()');
  const cases = Object.entries(commands).map(([name, command]) => {
    const operand = command.operand.kind === 'file' ? files : words(command.operand.choices);
    return [
      `    ${name})`,
      '      case "$previous" in',
      ...bashValues(command, value).map((line) => `        ${line}`),
      `        *) if [[ "$current" == -* ]]; then ${words(flagsOf(command))}; else ${operand}; fi ;;`,
      '      esac ;;',
    ].join('\n');
  });
  return `# rolefit's completion for bash: rolefit completion bash
_rolefit() {
  local IFS=$'\\n' current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  # --option=value comes as three words.
  if [[ "$current" == = ]]; then current=; elif [[ "$previous" == = ]]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if (( COMP_CWORD == 1 )); then ${words([...Object.keys(commands), '--help', '--version'])}; return; fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
complete -F _rolefit rolefit
`;
}

/** What comes after an option that has a value; options with the same answer share a line. */
function bashValues(command: Command, answer: (option: Option) => string): readonly string[] {
  const patterns = new Map<string, string[]>();
  for (const [name, option] of optionsOf(command)) {
    if (option.type === 'boolean') continue;
    const flags = option.short === undefined ? [`--${name}`] : [`-${option.short}`, `--${name}`];
    patterns.set(answer(option), [...(patterns.get(answer(option)) ?? []), ...flags]);
  }
  return [...patterns].map(([action, flags]) => `${flags.join('|')}) ${action} ;;`);
}

/** What zsh and fish say beside an option: the first line of its help. */
function wordsOf(help: string | undefined): string {
  return (help ?? '').split('\n')[0]?.replaceAll(/\s+/g, ' ').trim() ?? '';
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function zsh(all: Commands): string {
  // In a description, brackets and colons have a meaning of their own.
  const described = (text: string) => text.replaceAll(/[[\]:\\]/g, (char) => `\\${char}`);
  const spec = (name: string, { short, type, multiple, value, choices, isFile, help }: Option) => {
    const action = choices ? `(${choices.join(' ')})` : isFile ? '_files' : ' ';
    const rest = `[${described(wordsOf(help))}]${type === 'boolean' ? '' : `:${described(value ?? name)}:${action}`}`;
    const repeat = multiple === true ? '*' : '';
    return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])].map((flag) =>
      quoted(`${repeat}${flag}${rest}`),
    );
  };
  const cases = Object.entries(all).map(([name, command]) => {
    const { operand } = command;
    const last = operand.kind === 'file' ? '_files' : `(${operand.choices.join(' ')})`;
    const specs = optionsOf(command).flatMap(([option, about]) => spec(option, about));
    return `    ${name}) _arguments ${[...specs, quoted(`1:${operand.name}:${last}`)].join(' \\\n      ')} ;;`;
  });
  const commands = Object.entries(all).map(([name, { summary }]) => quoted(`${name}:${described(summary)}`));
  return `#compdef rolefit
# rolefit's completion for zsh: rolefit completion zsh
_rolefit() {
  if (( CURRENT == 2 )); then
    local -a commands=(${commands.join(' ')})
    _describe command commands
    _arguments '--help[what there is]' '--version[its version]'
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _rolefit ]]; then _rolefit "$@"; else compdef _rolefit rolefit; fi
`;
}

function fish(commands: Commands): string {
  const top = Object.entries(commands).map(
    ([name, { summary }]) => `complete -c rolefit -f -n __fish_use_subcommand -a ${name} -d ${fishQuoted(summary)}`,
  );
  const options = Object.entries(commands).flatMap(([name, command]) => {
    const head = `complete -c rolefit -n '__fish_seen_subcommand_from ${name}'`;
    const { operand } = command;
    return [
      operand.kind === 'file' ? `${head} -F` : `${head} -f -a '${operand.choices.join(' ')}'`,
      ...optionsOf(command).map(([option, { short, type, choices, isFile, help }]) =>
        [
          `${head} -l ${option}`,
          ...(short === undefined ? [] : [`-s ${short}`]),
          ...(type === 'boolean' ? [] : [choices ? `-x -a '${choices.join(' ')}'` : isFile ? '-r -F' : '-x']),
          `-d ${fishQuoted(wordsOf(help))}`,
        ].join(' '),
      ),
    ];
  });
  return `# rolefit's completion for fish: rolefit completion fish\n${[...top, ...options].join('\n')}\n`;
}

function fishQuoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, (char) => `\\${char}`)}'`;
}
