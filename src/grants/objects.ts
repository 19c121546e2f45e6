import type { TextPart } from '../values/domain/possible.ts';
import type { Value } from '../values/domain/value.ts';
import { patternOf } from './partial.ts';

/** Objects of Amazon S3 by partly known URIs. */

const SCHEME = 's3://';

/**
 * `bucket/key` as a pattern, for a partly known `s3://bucket/key`. Undefined if the known parts tell nothing of it, or if
 * the text is no such URI.
 */
export function objectOfUri(value: Value): string | undefined {
  const pattern = patternOf(value);
  if (pattern === undefined) return undefined;
  if (pattern.startsWith(SCHEME)) return objectPattern(pattern.slice(SCHEME.length));
  const hole = pattern.indexOf('*');
  return SCHEME.startsWith(pattern.slice(0, hole)) ? objectPattern(pattern.slice(hole)) : undefined;
}

/** The same for a partly known `bucket/key`: there must be both, and a hole may hold the slash between them. */
export function objectPattern(pattern: string): string | undefined {
  const object = pattern.includes('/') ? pattern : pattern.replace('*', '*/*');
  return /^[*/]+$/.test(object) ? undefined : object;
}

/** Stands for a hole in a text that is taken apart: no argument contains it. */
export const HOLE = '\0';

/** A partly known text with HOLE for each hole. */
export function withHoles(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');
}
