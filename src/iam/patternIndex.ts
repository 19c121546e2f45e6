import { covers, firstWildcard, inOneSpelling, lastWildcard } from './pattern.ts';

/** Things that stand at patterns, found by the texts that the patterns may cover. */
export interface PatternIndex<T> {
  /** Whether one of the patterns that may cover the text, and what stands at it, passes the test: those left out cannot cover it. */
  readonly some: (text: string, test: (pattern: string, item: T) => boolean) => boolean;
}

interface Entry<T> {
  readonly pattern: string;
  readonly item: T;
}

interface WildEntry<T> extends Entry<T> {
  /** The longest text between two of its wildcards: what the pattern covers has it, too. */
  readonly middle: string;
}

/** Patterns with the same literal text before their first wildcard, by the one behind their last. */
interface SamePrefix<T> {
  readonly lengths: Set<number>;
  readonly bySuffix: Map<string, WildEntry<T>[]>;
}

/**
 * An index of patterns by the literal texts before, behind and between their wildcards, so that thousands of them cost
 * little more than a few look-ups a text.
 */
export function patternIndex<T>(entries: Iterable<readonly [pattern: string, item: T]>): PatternIndex<T> {
  const literals = new Map<string, Entry<T>[]>();
  const byPrefix = new Map<string, SamePrefix<T>>();
  for (const [pattern, item] of entries) {
    const first = firstWildcard(pattern);
    if (first < 0) addTo(literals, inOneSpelling(pattern), { pattern, item });
    else addPattern(byPrefix, pattern, first, item);
  }
  const lengths = [...new Set([...byPrefix.keys()].map(({ length }) => length))].sort((a, b) => a - b);
  return {
    some: (text, test) => {
      if (literals.get(inOneSpelling(text))?.some(({ pattern, item }) => test(pattern, item))) return true;
      for (const length of lengths) {
        if (length > text.length) return false;
        const same = byPrefix.get(text.slice(0, length));
        if (same && someBySuffix(same, text, length, test)) return true;
      }
      return false;
    },
  };
}

function someBySuffix<T>(
  { lengths, bySuffix }: SamePrefix<T>,
  text: string,
  start: number,
  test: (pattern: string, item: T) => boolean,
): boolean {
  for (const length of lengths) {
    if (start + length > text.length) continue;
    const entries = bySuffix.get(text.slice(text.length - length));
    if (entries?.some(({ pattern, item, middle }) => text.includes(middle) && test(pattern, item))) return true;
  }
  return false;
}

function addPattern<T>(byPrefix: Map<string, SamePrefix<T>>, pattern: string, first: number, item: T): void {
  const last = lastWildcard(pattern);
  const prefix = start(pattern.slice(0, first));
  const suffix = end(pattern.slice(last + 1));
  let same = byPrefix.get(prefix);
  if (!same) byPrefix.set(prefix, (same = { lengths: new Set(), bySuffix: new Map() }));
  same.lengths.add(suffix.length);
  addTo(same.bySuffix, suffix, { pattern, item, middle: last - first > 1 ? longest(pattern.slice(first, last)) : '' });
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/**
 * A dollar sign is also written `${$}`: what the texts have from there on may be spelled in two ways. Only that of an
 * opaque `${…}`, of `${*}` and of `${?}` cannot.
 */
const TWO_SPELLINGS = /\$(?!\{[*?]\}|\{[^{}$][^{}]*\})/g;

function start(text: string): string {
  const at = text.includes('$') ? text.search(TWO_SPELLINGS) : -1;
  return at < 0 ? text : text.slice(0, at);
}

function end(text: string): string {
  const at = text.includes('$') ? [...text.matchAll(TWO_SPELLINGS)].at(-1)?.index : undefined;
  return at === undefined ? text : text.slice(at + 1).replace(/^\}/, '');
}

function longest(text: string): string {
  const pieces = text.split(/\$\{[^}]*\}|[*?$]/);
  return pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
}

/** Answers, for many texts, whether one of the patterns other than the text itself covers them. */
export function coverIndex(
  patterns: Iterable<string>,
  test: (pattern: string, text: string) => boolean = covers,
): (text: string) => boolean {
  const wild = [...patterns].filter((pattern) => firstWildcard(pattern) >= 0);
  if (wild.length === 0) return () => false;
  const index = patternIndex(wild.map((pattern) => [pattern, undefined] as const));
  return (text) => index.some(text, (pattern) => pattern !== text && test(pattern, text));
}
