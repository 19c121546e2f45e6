import type { LineOf } from './lines.ts';

/**
 * Where the keys and list items of a JSON text stand. The text is read when the first line is asked for, and never parsed:
 * a definition may have `${Placeholders}` where JSON has a value.
 */
export function jsonLines(text: string): LineOf {
  let root: Place | undefined;
  return (path) => {
    root ??= placesIn(text);
    let place: Place | undefined = root;
    for (const token of path) place = place?.inside?.get(token);
    return place === root ? undefined : place?.line;
  };
}

/** A value, with the line in which its key or, in a list, the value itself starts. */
interface Place {
  readonly line: number;
  inside?: Map<string, Place>;
  /** The next item of a list; undefined for an object. */
  next?: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|\$\{[^${}]+\}|[{}[\],:\n]|[^\s{}[\],:"]+/g;

/** Of a key that stands twice, the last one. */
function placesIn(text: string): Place {
  const root: Place = { line: 1 };
  const open: Place[] = [];
  let value: Place | undefined = root;
  let key: { readonly text: string; readonly line: number } | undefined;
  let line = 1;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '\n') {
      line++;
      continue;
    }
    const around = open.at(-1);
    if (token === '}' || token === ']') {
      open.pop();
      key = undefined;
    } else if (token === ',') key = undefined;
    else if (token === ':') {
      if (around && key) value = put(around, key.text, key.line);
    } else {
      if (around?.next !== undefined) value = put(around, String(around.next++), line);
      if (value !== undefined && (token === '{' || token === '[')) {
        value.inside = new Map();
        if (token === '[') value.next = 0;
        open.push(value);
      } else if (value === undefined && token.startsWith('"')) key = { text: keyText(token), line };
      value = undefined;
    }
  }
  return root;
}

function put(around: Place, key: string, line: number): Place {
  const place: Place = { line };
  around.inside?.set(key, place);
  return place;
}

/** A text that is no JSON may have any escapes. */
function keyText(token: string): string {
  if (!token.includes('\\')) return token.slice(1, -1);
  try {
    return String(JSON.parse(token));
  } catch {
    return token.slice(1, -1);
  }
}
