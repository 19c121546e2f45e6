import { dirname, join } from 'node:path';
import type { LineOf } from '../../asl/lines.ts';
import type { TerraformMachine } from '../../terraform/translate/machines.ts';
import type { Source } from './inputFile.ts';
import type { StatePlaces } from './remarks.ts';

/**
 * Where the states of a definition stand in Terraform's files: in the lines of a heredoc, in the file that is read, or
 * under the keys of an object. Undefined where nothing tells.
 */
export function definitionPlaces({ source }: TerraformMachine, { read, path: root }: Source): StatePlaces | undefined {
  const { place, lineOf } = source;
  const [commit = ''] = /^git:[^:]*:/.exec(place.file) ?? [];
  const file = place.file.slice(commit.length);
  const text = /\.(?:tf|tofu)$/.test(file) ? read(file) : undefined;
  const lines = text?.split('\n') ?? [];
  const first = lines[place.line - 1];
  if (first === undefined) return undefined;
  if (/<<[-~]?\s*\w+\s*$/.test(first)) return { file: place.file, lineOf: below(lineOf, place.line) };
  const named = namedFile(lines, place.line, file, root);
  if (named !== undefined && !first.includes('jsonencode')) {
    const found = inFile(named, read, lineOf);
    return found && { ...found, file: `${commit}${found.file}` };
  }
  return { file: place.file, lineOf: underKeys(lines, place.line) };
}

/** The text of a heredoc starts on the next line. */
function below(lineOf: LineOf, above: number): LineOf {
  return (tokens) => {
    const line = lineOf(tokens);
    return line === undefined ? undefined : above + line;
  };
}

/** The path of the file that an argument reads; undefined where its name is not written out. */
function namedFile(lines: readonly string[], from: number, file: string, root: string): string | undefined {
  const [, named] = /(?:templatefile|file)\s*\(\s*"([^"]+)"/.exec(lines.slice(from - 1, from + 2).join('\n')) ?? [];
  if (named === undefined) return undefined;
  const folders = { 'path.module': dirname(file), 'path.root': root, 'path.cwd': '.' };
  const path = named.replaceAll(/\$\{(path\.(?:module|root|cwd))\}/g, (whole, name: string) =>
    name === 'path.module' || name === 'path.root' || name === 'path.cwd' ? folders[name] : whole,
  );
  return join(path.startsWith('/') || path !== named ? path : join(root, path));
}

function inFile(path: string, read: Source['read'], lineOf: LineOf): StatePlaces | undefined {
  const text = path.includes('${') ? undefined : read(path);
  // Directives of a template add lines and take them away.
  return text === undefined || text.includes('%{') ? undefined : { file: path, lineOf };
}

/** The texts that a definition may stand in: the file of the argument, and the one that it reads. */
export function definitionTexts({ source }: TerraformMachine, { read, path: root }: Source): readonly string[] {
  const file = source.place.file.replace(/^git:[^:]*:/, '');
  const text = read(file);
  const named = text === undefined ? undefined : namedFile(text.split('\n'), source.place.line, file, root);
  return [text, named === undefined ? undefined : read(named)].filter((each) => each !== undefined);
}

/** The lines of the keys that lead to a state, each below the one before it. */
function underKeys(lines: readonly string[], from: number): LineOf {
  return (tokens) => {
    let line = from - 1;
    for (const token of tokens) {
      const next = lines.findIndex((text, index) => index >= line && isKey(text, token));
      if (next < 0) return undefined;
      line = next;
    }
    return line + 1;
  };
}

function isKey(text: string, key: string): boolean {
  const line = text.trimStart();
  const rest = [key, JSON.stringify(key)].flatMap((form) => (line.startsWith(form) ? [line.slice(form.length)] : []));
  return rest.some((each) => /^\s*[=:]/.test(each));
}
