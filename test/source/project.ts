import { relative } from 'node:path';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API, type Checker } from 'typescript/unstable/sync';

/** One place in the source that breaks a rule. */
export interface Problem {
  /** `src/iam/arn.ts:12` */
  readonly place: string;
  readonly text: string;
  readonly why: string;
}

/** A file of a project, with what the compiler knows of its types. */
export interface Source {
  readonly path: string;
  readonly file: SourceFile;
  readonly checker: Checker;
  /** The declaration's own file may be another one. */
  readonly fileOf: (path: string) => SourceFile | undefined;
}

const ROOT = new URL('../../', import.meta.url).pathname;

/** Checks the files of the project in this folder, with the types that its tsconfig.json gives them. */
export function inProject<T>(folder: string, check: (sources: readonly Source[]) => T): T {
  return withSources({ cwd: ROOT }, `${ROOT}${folder}tsconfig.json`, ROOT, check);
}

/** Checks files that are only texts, in a project of their own. */
export function inTexts<T>(texts: Readonly<Record<string, string>>, check: (sources: readonly Source[]) => T): T {
  const files = Object.entries({ ...texts, 'tsconfig.json': TSCONFIG });
  const fs = createVirtualFileSystem(Object.fromEntries(files.map(([name, content]) => [`/probe/${name}`, content])));
  return withSources({ cwd: '/probe', fs }, '/probe/tsconfig.json', '/probe/', check);
}

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'es2024',
    module: 'nodenext',
    allowImportingTsExtensions: true,
  },
  include: ['*.ts'],
});

function withSources<T>(
  options: ConstructorParameters<typeof API>[0],
  config: string,
  root: string,
  check: (sources: readonly Source[]) => T,
): T {
  const api = new API(options);
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (project === undefined) throw new Error(`the compiler does not know ${config}`);
    const { checker, program } = project;
    const fileOf = (path: string) => program.getSourceFile(path);
    const sources = project.rootFiles.flatMap((path): readonly Source[] => {
      const file = path.endsWith('.ts') ? fileOf(path) : undefined;
      return file === undefined ? [] : [{ path: relative(root, path), file, checker, fileOf }];
    });
    return check(sources);
  } finally {
    api.close();
  }
}

/** All nodes of a file, each before those in it. */
export function nodesOf(node: Node): readonly Node[] {
  const nodes: Node[] = [];
  const visit = (each: Node): void => {
    nodes.push(each);
    each.forEachChild(visit);
  };
  visit(node);
  return nodes;
}

export function problemAt({ path, file }: Source, node: Node, why: string): Problem {
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return { place: `${path}:${line + 1}`, text: node.getText(file).replaceAll(/\s+/g, ' '), why };
}
