/**
 * Indents what PyYAML and CloudFormation read and YAML 1.2 refuses: lines of a flow collection, or of a quoted text, that
 * are no more indented than the key to which they belong.
 *
 *     KeyPolicy: {
 *       "Version": "2012-10-17"
 *     }
 *
 * White space at the start of such a line means nothing, so the document stays the same, and each of its lines keeps its
 * number. Where this reader is wrong about a document, the parser still refuses it.
 *
 * Source: https://yaml.org/spec/1.1/#id904245 (flow collections) and https://yaml.org/spec/1.2.2/#61-indentation-spaces
 */
export function indented(text: string): string {
  const lines: string[] = [];
  let place: Place = { kind: 'block' };
  for (const line of text.split('\n')) {
    const isBlank = line.trim() === '';
    if (isBlank) lines.push(isOpen(place) ? '' : line);
    else if (isOpen(place)) {
      lines.push(' '.repeat(place.column + 1) + line);
      place = insideFlow(line, 0, place);
    } else {
      lines.push(line);
      place = blockLine(line, place);
    }
  }
  return lines.join('\n');
}

/** What a line's end is inside of. */
type Place =
  | { readonly kind: 'block' }
  /** Lines that are more indented than this belong to a block scalar, or go on with a plain one. */
  | { readonly kind: 'text'; readonly indent: number }
  | Open;

/** `column` is where the collection or the text starts, `closing` what ends the collections that are open. */
type Open =
  | { readonly kind: 'flow'; readonly column: number; readonly closing: readonly string[] }
  | {
      readonly kind: 'quoted';
      readonly quote: string;
      readonly column: number;
      readonly closing: readonly string[];
    };

const BLOCK: Place = { kind: 'block' };

function isOpen(place: Place): place is Open {
  return place.kind === 'flow' || place.kind === 'quoted';
}

/** `- `, `? `, a tag, an anchor. */
const BEFORE_NODE = /^(?:[-?](?=\s|$)|[!&][^\s,[\]{}]*(?=\s|$))[ \t]*/;
const PLAIN_KEY = /^[^\s#,[\]{}"'&*!|>%@`](?:(?! #)[^:\n]|:(?=\S))*:(?=\s|$)[ \t]*/;
const QUOTED_KEY = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*:(?=\s|$)[ \t]*/;

function blockLine(line: string, place: Place): Place {
  const start = line.length - line.trimStart().length;
  if (place.kind === 'text' && start > place.indent) return place;
  // The column of the innermost key or list item: what belongs to it is more indented.
  let indent = start;
  let at = start;
  for (;;) {
    const rest = line.slice(at);
    const before = BEFORE_NODE.exec(rest)?.[0];
    if (before !== undefined && before !== '') {
      if (/^[-?]/.test(before)) indent = at;
      at += before.length;
      continue;
    }
    const key = (QUOTED_KEY.exec(rest) ?? PLAIN_KEY.exec(rest))?.[0];
    if (key === undefined) return nodeAt(line, at, indent);
    indent = at;
    at += key.length;
  }
}

function nodeAt(line: string, at: number, indent: number): Place {
  const [first = '#'] = line.slice(at).trimEnd();
  if ('{["\''.includes(first)) return insideFlow(line, at, { kind: 'flow', column: at, closing: [] });
  return '#*%'.includes(first) || /^---/.test(line) ? BLOCK : { kind: 'text', indent };
}

/** Reads on in a flow collection, or in the quoted text that a node is. */
function insideFlow(line: string, from: number, open: Open): Place {
  const { column } = open;
  const closing = [...open.closing];
  let quote = open.kind === 'quoted' ? open.quote : undefined;
  for (let at = from; at < line.length; at++) {
    const char = line.charAt(at);
    if (quote !== undefined) {
      if (quote === '"' && char === '\\') at++;
      else if (quote === "'" && line.startsWith("''", at)) at++;
      else if (char === quote) quote = undefined;
    } else if (char === '#' && /^$|\s/.test(line.charAt(at - 1))) break;
    else if (char === '{' || char === '[') closing.push(char === '{' ? '}' : ']');
    else if (char === closing.at(-1)) closing.pop();
    else if ((char === '"' || char === "'") && startsText(line, at, from)) quote = char;
    if (quote === undefined && closing.length === 0) return BLOCK;
  }
  return quote === undefined ? { kind: 'flow', column, closing } : { kind: 'quoted', quote, column, closing };
}

/** In a flow collection, a quote inside of a plain text is a character like any other. */
function startsText(line: string, at: number, from: number): boolean {
  return at === from || /(?:^|[,:[{?]|[!&][^\s,[\]{}]*)\s*$/.test(line.slice(0, at));
}
