/** The line, from 1, of what a path of keys and indexes leads to; undefined if it doesn't exist, or stands nowhere. */
export type LineOf = (path: readonly string[]) => number | undefined;

/** The line of the innermost part of the path that has one. */
export function nearestLine(lineOf: LineOf, path: readonly string[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const line = lineOf(path.slice(0, length));
    if (line !== undefined) return line;
  }
  return undefined;
}

/** The tokens of a JSON Pointer (RFC 6901): `/States/a~1b` is `['States', 'a/b']`. */
export function tokensOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
