import { statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { Build } from './kinds.ts';
import type { ProjectNote } from './note.ts';

/**
 * A warning where a source is newer than what was built of it. The times of files say no more than that something may have
 * changed: a checkout sets them, too.
 */
export function staleBuild(named: string, project: string, build: Build): readonly ProjectNote[] {
  const { command, written, sources } = build;
  const made = timeOf(join(project, written(project)));
  if (made === undefined) return [];
  const newer = sources(project).filter((source) => (timeOf(join(project, source)) ?? 0) > made);
  const [first] = newer;
  if (first === undefined) return [];
  const others = newer.length === 1 ? 'is' : `and ${newer.length - 1} more are`;
  const source = join(project, first);
  const message = `${isAbsolute(named) ? source : relative('', source)} ${others} newer than what is read; run \`${command}\` again if the change matters`;
  return [{ file: named, severity: 'warning', code: 'stale-build', message }];
}

function timeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
