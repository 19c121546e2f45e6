import { dirname, join, resolve, sep } from 'node:path';
import { Failure } from '../../failure.ts';
import { isThere, pathsBelow } from './files.ts';
import { isAssembly, OTHER_KINDS, PROJECT_KINDS, type ProjectKind, projectFolder, UNREADABLE_KINDS } from './kinds.ts';
import type { ProjectNote } from './note.ts';
import { staleBuild } from './stale.ts';

/** Which files of a project's folder are read. */

export interface ChosenFiles {
  /** An `app` is the folder of one, as `terraform` is; templates are read together, since one may import from another. */
  readonly are: 'app' | 'terraform' | 'templates' | 'definitions';
  readonly files: readonly string[];
  readonly notes: readonly ProjectNote[];
}

/** The folder of a synthesized app is read as it is; in any other the tool's own files are found. Throws Failure where none are. */
export function filesIn(folder: string, { isTerraform }: { readonly isTerraform: boolean }): ChosenFiles {
  if (isAssembly(folder)) return { are: 'app', files: [folder], notes: staleNotes(folder) };
  const built = builtIn(folder);
  if (built !== undefined)
    return { are: isAssembly(built) ? 'app' : 'templates', files: [built], notes: staleNotes(built) };
  const project = projectFolder(folder);
  const all = PROJECT_KINDS.filter(({ isOne }) => isOne(project));
  const asked = isTerraform ? all.filter(({ reader }) => reader === 'terraform') : [];
  const kinds = asked.length > 0 ? asked : all;
  const [kind, ...others] = kinds.length > 0 ? kinds : OTHER_KINDS.filter(({ isOne }) => isOne(project)).slice(0, 1);
  if (others.length > 0) throw several(folder, project, kinds);
  // Whoever names a folder with Terraform's files alone names what is read.
  if (kind?.reader !== undefined && all.length === 1) return { are: kind.reader, files: [folder], notes: [] };
  if (kind !== undefined) return ofKind(folder, project, kind);
  return definitions(folder);
}

/** What was made in a folder that only holds it: `.serverless`, `.aws-sam`. */
function builtIn(folder: string): string | undefined {
  const path = `${resolve(folder)}${sep}`;
  for (const { build } of PROJECT_KINDS) {
    const parts = build?.place.split('/') ?? [];
    for (const [index] of parts.entries()) {
      const file = join(folder, ...parts.slice(index));
      if (index > 0 && path.endsWith(`${sep}${join(...parts.slice(0, index))}${sep}`) && isThere(file)) return file;
    }
  }
  return undefined;
}

/** What is to be known of a file or a folder that was named as it is. */
export function staleNotes(target: string): readonly ProjectNote[] {
  for (const kind of [...PROJECT_KINDS, ...OTHER_KINDS]) {
    const { build } = kind;
    if (build === undefined) continue;
    const ending = `${sep}${join(build.place)}`;
    const path = resolve(target);
    if (path.endsWith(ending)) return staleBuild(target, path.slice(0, -ending.length) || sep, build);
  }
  return [];
}

function ofKind(named: string, project: string, kind: ProjectKind): ChosenFiles {
  const { tool, reads, make, reader } = kind;
  const names = reads(project);
  const files = names.map((name) => join(project, name));
  const [first] = files;
  if (first === undefined) throw new Failure(`${named}: is a project of ${tool}: ${make}, and try again`);
  const found = note(named, `found ${tool}; reading ${listed(names)}`);
  if (reader !== undefined) return { are: reader, files: [project], notes: [found] };
  const notes = [found, ...staleNotes(first)];
  return { are: isAssembly(first) ? 'app' : 'templates', files, notes };
}

/** Which of several tools deploys the state machines, only the user knows. */
function several(named: string, project: string, kinds: readonly ProjectKind[]): Failure {
  const each = kinds.map(({ tool, reads, make }) => {
    const [first] = reads(project);
    return `for ${tool} ${first === undefined ? make : `name ${join(project, first)}`}`;
  });
  return new Failure(`${named}: has projects of several tools; choose one: ${each.join('; ')}`);
}

function definitions(folder: string): ChosenFiles {
  const names = pathsBelow(folder, /\.asl\.(?:json|ya?ml)$/i);
  const [unreadable] = UNREADABLE_KINDS.filter(({ isOne }) => isOne(folder));
  if (names.length > 0) {
    const tool = unreadable === undefined ? 'definitions' : `${unreadable.tool}, and definitions`;
    const files = names.map((name) => join(folder, name));
    return { are: 'definitions', files, notes: [note(folder, `found ${tool}; reading ${listed(names)}`)] };
  }
  if (unreadable !== undefined) throw new Failure(`${folder}: is a project of ${unreadable.tool}: ${unreadable.make}`);
  throw new Failure(
    `${folder}: has nothing that is read: no template with a state machine, no ${BUILDS.join(', no ')}, no *.tf, no *.asl.json; ${instead(folder)}`,
  );
}

/** What to name: the folder of a project below, where there is one. */
function instead(folder: string): string {
  const [first] = pathsBelow(folder, PROJECT_FILE);
  return first === undefined ? 'name a file' : `name a file, or a folder such as ${join(folder, dirname(first))}`;
}

const PROJECT_FILE = /\/(?:[^/]+\.(?:tf|tofu)|cdk\.json|serverless\.(?:ya?ml|[jt]s)|template\.ya?ml)$/;

const BUILDS = ['cdk.out', '.serverless', '.aws-sam'];

function listed(names: readonly string[]): string {
  const more = names.length - MOST_LISTED;
  return more > 0 ? `${names.slice(0, MOST_LISTED).join(', ')} and ${more} more` : names.join(', ');
}

const MOST_LISTED = 10;

function note(file: string, message: string): ProjectNote {
  return { file, severity: 'info', code: 'project', message };
}
