import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in a project's folder. */

export function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The first of these names that the folder has. */
export function fileIn(folder: string, names: readonly string[]): string | undefined {
  return names.find((name) => isThere(join(folder, name)));
}

/** A file's text; empty for what cannot be read, which whoever reads it for good tells. */
export function fileText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The names of a folder's own files that match, in order. */
export function beside(folder: string, name: RegExp): readonly string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => entry.name)
    .toSorted();
}

/** Folders in which nobody keeps what he writes himself, and tests, which no deployment reads. */
const SKIPPED = /^(?:\..*|node_modules|cdk\.out|dist|coverage|__pycache__|venv|tests?|__tests__)$/;

/** Deep enough for a monorepo; a folder such as the home folder ends soon. */
const MOST_DEEP = 8;
const MOST_FILES = 20_000;

/** The files anywhere below `start` whose paths match, as paths from `folder`, in order. */
export function pathsBelow(folder: string, path: RegExp, start = ''): readonly string[] {
  const found: string[] = [];
  let seen = 0;
  const walk = (at: string, depth: number): void => {
    for (const entry of entriesOf(join(folder, at))) {
      if (++seen > MOST_FILES) return;
      const name = join(at, entry.name);
      if (entry.isFile() && path.test(name.replaceAll('\\', '/'))) found.push(name);
      else if (entry.isDirectory() && depth < MOST_DEEP && !SKIPPED.test(entry.name)) walk(name, depth + 1);
    }
  };
  walk(start, 0);
  return found.toSorted();
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Not there, or not ours to read.
    return [];
  }
}
