import { pointer } from './json.ts';

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

/** The innermost state that a path of keys leads into, and the field below it; outside of all states, the whole path. */
export function stateAndField(path: readonly string[]): { readonly state: string; readonly field: string } {
  const at = path.lastIndexOf('States', path.length - 2);
  return at < 0
    ? { state: '', field: path.join('.') }
    : { state: pointer('', ...path.slice(0, at + 2)), field: path.slice(at + 2).join('.') };
}

/** The tokens of a JSON Pointer (RFC 6901): `/States/a~1b` is `['States', 'a/b']`. */
export function tokensOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
