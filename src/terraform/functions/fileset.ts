import { posix } from 'node:path';
import { spendSteps } from '../evaluate/scope.ts';
import { STRING } from '../values/type.ts';
import { EvaluationLimit, type HclValue, set, string, unknown } from '../values/value.ts';
import type { FunctionCall, Functions } from './define.ts';

const FILE_NAMES = { kind: 'set', element: STRING } as const;

/** Source: https://developer.hashicorp.com/terraform/language/functions/fileset */
export const FILESET: Functions = {
  fileset: {
    params: [STRING, STRING],
    result: FILE_NAMES,
    run: ([folder, pattern], call) =>
      folder?.kind === 'string' && pattern?.kind === 'string'
        ? filesIn(folder.value, pattern.value, call)
        : unknown(call, 'its arguments are no texts', FILE_NAMES),
  },
};

function filesIn(folder: string, pattern: string, call: FunctionCall): HclValue {
  if (/\\|\[/.test(pattern)) return unknown(call, 'a pattern with [ or \\ is not evaluated', FILE_NAMES);
  const search: Search = { root: folder, call, seen: { names: 0 } };
  const paths = alternatives(pattern).flatMap((one) => [...matching('', one.split('/'), 0, search)]);
  // What a build makes before an apply may be missing here.
  if (paths.length === 0) return unknown(call, 'no file matches here; one may be made before an apply', FILE_NAMES);
  return set(STRING, paths.map(string));
}

interface Search {
  readonly root: string;
  readonly call: FunctionCall;
  readonly seen: { names: number };
}

const MAX_NAMES = 20_000;
/** A link may lead back to its own folder. */
const MAX_DEPTH = 30;

/** Paths from the root folder. `**` stands for any number of folders, and at the end for the files in them. */
function* matching(folder: string, pattern: readonly string[], depth: number, search: Search): Iterable<string> {
  const [first = '', ...rest] = pattern;
  if (depth > MAX_DEPTH) return;
  if (first === '**') {
    yield* matching(folder, rest.length === 0 ? ['*'] : rest, depth, search);
    for (const name of namesIn(folder, search)) yield* matching(posix.join(folder, name), pattern, depth + 1, search);
    return;
  }
  const isOne = matcherOf(first);
  const names = isOne === undefined ? [first] : namesIn(folder, search).filter(isOne);
  for (const name of names) {
    const path = posix.join(folder, name);
    if (rest.length > 0) yield* matching(path, rest, depth + 1, search);
    else if (search.call.context.readText(posix.join(search.root, path)) !== undefined) yield path;
  }
}

function namesIn(folder: string, { root, call, seen }: Search): readonly string[] {
  const names = call.context.list(posix.join(root, folder));
  seen.names += names.length;
  spendSteps(call.context, 1 + names.length);
  if (seen.names > MAX_NAMES) throw new EvaluationLimit(`fileset finds more than ${MAX_NAMES} files and folders`);
  return names;
}

/** Undefined for a name without `*` and `?`. */
function matcherOf(segment: string): ((name: string) => boolean) | undefined {
  return /[*?]/.test(segment) ? (name) => isMatch(segment, name) : undefined;
}

/** Where the rest doesn't follow, the last `*` takes one character more. */
function isMatch(pattern: string, name: string): boolean {
  let [p, n] = [0, 0];
  let star: { readonly after: number; to: number } | undefined;
  while (n < name.length) {
    if (pattern[p] === '*') {
      star = { after: p + 1, to: n };
      p++;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n])) {
      p++;
      n++;
    } else if (star !== undefined) {
      star.to++;
      p = star.after;
      n = star.to;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(p));
}

/** `{a,b}` as the patterns that it stands for. */
function alternatives(pattern: string): readonly string[] {
  const [, before = '', inner, after = ''] = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(pattern) ?? [];
  if (inner === undefined) return [pattern];
  return inner.split(',').flatMap((one) => alternatives(`${before}${one}${after}`));
}
