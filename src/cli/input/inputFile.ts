import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { outsideOf } from './reach.ts';
import { decode, readText } from './read.ts';

/** Where a command's file is: on disk, standard input, or in a commit of git. */
export interface Source {
  /** As the user named it. */
  readonly name: string;
  /** For what stands beside it, and for its ending. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Throws Failure with the name in front. */
  readonly text: () => string;
  /** Another file of the same place that a file names; undefined where there is none, or outside of the repository. */
  readonly read: (path: string) => string | undefined;
  /** The same that the user names, wherever it is. */
  readonly readNamed: (path: string) => string | undefined;
  /** The names in a folder of the same place; none for a file, and for a folder that isn't there, or is outside. */
  readonly list: (path: string) => readonly string[];
}

/** `git:REF:PATH` is a file in a commit; anything else is a file, or `-` for standard input. `wanted`: what to name where it isn't there. */
export function sourceOf(name: string, wanted?: string): Source {
  const [, ref, path] = /^git:([^:]*):(.*)$/s.exec(name) ?? [];
  if (ref !== undefined && path !== undefined) return inCommit(name, ref, path);
  if (name.startsWith('git:'))
    throw new Failure(`${name}: does not have the form git:REF:PATH, as in git:main:app.yaml`);
  const isOutside = outsideOf(name);
  return {
    name,
    path: name,
    isFolder: name !== '-' && statSync(name, { throwIfNoEntry: false })?.isDirectory() === true,
    text: once(() => readText(name, wanted)),
    read: (other) => (isOutside(other) ? undefined : fileText(other)),
    readNamed: fileText,
    list: (folder) => {
      const isThere = folder !== '-' && statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
      return isThere && !isOutside(folder) ? readdirSync(folder) : [];
    },
  };
}

/** Undefined for what is no file, or larger than any that somebody wrote. */
function fileText(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size <= MAX_BYTES ? readFileSync(path, 'utf8') : undefined;
}

/** Standard input can be read only once. */
function once(read: () => string): () => string {
  let text: string | undefined;
  return () => (text ??= read());
}

/**
 * PATH is seen from the top of the repository, or from the current folder where it begins with `./`.
 *
 * Source: https://git-scm.com/docs/gitrevisions (`<rev>:<path>`)
 */
function inCommit(name: string, ref: string, path: string): Source {
  if (!/^[^-\s]\S*$/.test(ref) || path === '' || path.includes('\0')) {
    throw new Failure(`${name}: does not have the form git:REF:PATH, as in git:main:app.yaml`);
  }
  const isRelative = /^\.\.?(?:\/|$)/.test(path);
  const beside = (other: string) => (isRelative ? `./${join(other)}` : join(other));
  // git gives nothing but what the commit has, and of a link where it leads.
  const read = (other: string) => blob(ref, beside(other)).bytes?.toString('utf8');
  return {
    name,
    path,
    isFolder: false,
    text: () => {
      const { bytes, problem } = blob(ref, path);
      if (bytes === undefined) throw new Failure(`${name}: ${problem}`);
      return decode(bytes, name);
    },
    // What is named beside the file has lost its `./`.
    read,
    readNamed: read,
    list: (folder) => namesIn(ref, beside(folder)),
  };
}

/** Of a file, and of what isn't there, there are none. */
function namesIn(ref: string, folder: string): readonly string[] {
  // A name with an ending is a file's: git need not be asked.
  if (/\.\w+$/.test(folder)) return [];
  const { status, stdout } = spawnSync('git', ['ls-tree', '-z', '--name-only', `${ref}:${folder}`], {
    maxBuffer: MAX_BYTES,
  });
  return status === 0
    ? stdout
        .toString('utf8')
        .split('\0')
        .filter((name) => name !== '')
    : [];
}

const MAX_BYTES = 64 * 1024 * 1024;

function blob(ref: string, path: string): { readonly bytes?: Buffer; readonly problem?: string } {
  // Plumbing: no pager, no colours, no filters of the user's own.
  const { status, stdout, stderr, error } = spawnSync('git', ['cat-file', 'blob', `${ref}:${path}`], {
    maxBuffer: MAX_BYTES,
  });
  if (error) {
    const isMissing = 'code' in error && error.code === 'ENOENT';
    return { problem: isMissing ? 'git is not installed, or not in PATH' : `git failed: ${error.message}` };
  }
  if (status === 0) return { bytes: stdout };
  const said = stderr.toString('utf8').trim().split('\n').at(0) ?? '';
  return { problem: `git cannot read it: ${said.replace(/^fatal: /, '') || `exit status ${status}`}` };
}
