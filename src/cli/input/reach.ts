import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * Which files may be read because another file names them. In CI anyone may have written that one, and what it names is
 * printed in part: it must not get at what else the machine has, such as `/proc/self/environ` or `~/.aws/credentials`. Nor
 * at git's own files, in which actions/checkout has left a token.
 *
 * Source: https://github.com/actions/checkout (`persist-credentials`)
 */

/** True for what is there and is not in the repository of a target; where that is in none, not in the folder of the command. */
export function outsideOf(target: string): (path: string) => boolean {
  let top: string | undefined;
  return (path) => {
    const real = realPath(path);
    if (real === undefined) return false;
    top ??= topOf(target);
    const parts = relative(top, real).split(sep);
    return parts[0] === '..' || resolve(real) === relative(top, real) || parts.includes('.git');
  };
}

/** As the path is written, first: a link in the repository must not lead to another top. */
function topOf(target: string): string {
  const start = resolve(target === '-' ? '.' : folderOf(target));
  const here = process.cwd();
  const real = realPath(start) ?? start;
  const isBelow = start === here || start.startsWith(`${here}${sep}`);
  const top = repositoryOf(start) ?? (isBelow ? here : undefined) ?? repositoryOf(real) ?? assemblyOf(start);
  return realPath(top) ?? top;
}

function folderOf(target: string): string {
  return statSync(target, { throwIfNoEntry: false })?.isDirectory() === true ? target : dirname(target);
}

/** The nearest folder with a repository of git, or with the file that a worktree or a submodule has in its place. */
function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}

/** The CDK's whole output: the assembly of a stage has its assets in the folder around it. Else the folder itself. */
function assemblyOf(folder: string): string {
  const parent = dirname(folder);
  const isNested = [folder, parent].every((each) => existsSync(join(each, 'manifest.json')));
  return isNested && parent !== folder ? assemblyOf(parent) : folder;
}

/** Where links lead; undefined for what isn't there. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
