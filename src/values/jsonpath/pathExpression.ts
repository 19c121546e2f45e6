import { isPlaceholder, placeholdersIn, splitAtPlaceholders } from '../../iam/text.ts';
import { type Parsed, type Path, readPath } from './path.ts';

/**
 * The parsed content of a field whose name ends in `.$`: a path, or an intrinsic function whose arguments are paths,
 * literals or further functions. `source` is its own text.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
export type JsonPathExpression = PathOnly | Literal | IntrinsicCall;

export interface PathOnly {
  readonly kind: 'path';
  readonly source: string;
  readonly path: Path;
}

export interface Literal {
  readonly kind: 'literal';
  readonly source: string;
  readonly json: string | number | boolean | null;
  /** For a text, its content between the quotes. */
  readonly raw?: string;
}

export interface IntrinsicCall {
  readonly kind: 'call';
  readonly source: string;
  readonly name: string;
  readonly args: readonly JsonPathExpression[];
}

/** AWS allows ten. */
const MAX_NESTING = 50;
/** More arguments than any real call has; keeps every function cheap. */
const MAX_ARGUMENTS = 256;

/** The whole text as an expression; undefined if it isn't understood. */
export function parseExpression(text: string): JsonPathExpression | undefined {
  const parsed = text.startsWith('$') ? readPathExpression(text, 0) : readCall(text, 0, 0);
  return parsed?.end === text.length ? parsed.value : undefined;
}

function readExpression(text: string, at: number, depth: number): Parsed<JsonPathExpression> | undefined {
  switch (text[at]) {
    case '$':
      return readPathExpression(text, at);
    case "'":
      return readText(text, at);
    case 'S':
      return readCall(text, at, depth);
    default:
      return readScalar(text, at);
  }
}

function readPathExpression(text: string, at: number): Parsed<PathOnly> | undefined {
  const path = readPath(text, at);
  return path && { value: { kind: 'path', source: text.slice(at, path.end), path: path.value }, end: path.end };
}

const FUNCTION = /States\.([A-Za-z0-9]{1,40})\(/y;

function readCall(text: string, start: number, depth: number): Parsed<IntrinsicCall> | undefined {
  FUNCTION.lastIndex = start;
  const match = FUNCTION.exec(text);
  if (!match || depth >= MAX_NESTING) return undefined;
  const [opening, name = ''] = match;
  const args: JsonPathExpression[] = [];
  let at = skipSpace(text, start + opening.length);
  while (text[at] !== ')' || args.length > 0) {
    const arg = readExpression(text, at, depth + 1);
    if (!arg || args.length >= MAX_ARGUMENTS) return undefined;
    args.push(arg.value);
    at = skipSpace(text, arg.end);
    if (text[at] === ')') break;
    if (text[at] !== ',') return undefined;
    at = skipSpace(text, at + 1);
  }
  return { value: { kind: 'call', source: text.slice(start, at + 1), name, args }, end: at + 1 };
}

function readText(text: string, start: number): Parsed<Literal> | undefined {
  let at = start + 1;
  while (at < text.length && text[at] !== "'") at += text[at] === '\\' ? 2 : 1;
  if (at >= text.length) return undefined;
  const raw = text.slice(start + 1, at);
  const json = unescaped(raw);
  if (json === undefined) return undefined;
  return { value: { kind: 'literal', source: text.slice(start, at + 1), json, raw }, end: at + 1 };
}

const SCALAR = /(?:true|false|null|-?[0-9]{1,15})(?=[\s,)])/y;

/** Numbers that JSON and Java print alike: integers below 1e15. */
function readScalar(text: string, start: number): Parsed<Literal> | undefined {
  SCALAR.lastIndex = start;
  const source = SCALAR.exec(text)?.[0];
  if (source === undefined || /^-?0[0-9]|^-0/.test(source)) return undefined;
  const json: unknown = JSON.parse(source);
  if (typeof json !== 'number' && typeof json !== 'boolean' && json !== null) return undefined;
  return { value: { kind: 'literal', source, json }, end: start + source.length };
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\n' || text[at] === '\r') at++;
  return at;
}

/** A literal's text with its escapes resolved; undefined if one is incomplete or unknown, or hides a placeholder. */
function unescaped(raw: string): string | undefined {
  if (!raw.includes('\\')) return raw;
  if (/\\(?:[^'{}\\]|$)/.test(raw.replaceAll('\\\\', ''))) return undefined;
  const text = raw.replace(/\\(['{}\\])/g, '$1');
  return placeholdersIn(text) === placeholdersIn(raw) ? text : undefined;
}

/**
 * The pieces of a `States.Format` template between its `{}`, with escapes resolved if `escaped`. A `${Placeholder}`
 * belongs to its piece. Undefined for a lone brace or backslash.
 */
export function splitTemplate(raw: string, escaped: boolean): readonly string[] | undefined {
  const pieces: string[] = [''];
  for (const part of splitAtPlaceholders(raw)) {
    if (isPlaceholder(part)) pieces.push(`${pieces.pop()}${part}`);
    else if (!splitPlain(part, escaped, pieces)) return undefined;
  }
  const found = pieces.reduce((sum, piece) => sum + placeholdersIn(piece), 0);
  return found === placeholdersIn(raw) ? pieces : undefined;
}

function splitPlain(part: string, escaped: boolean, pieces: string[]): boolean {
  let piece = pieces.pop() ?? '';
  for (let at = 0; at < part.length; at++) {
    const char = part[at] ?? '';
    const next = part[at + 1] ?? '';
    if (char === '\\') {
      if (!escaped || next === '' || !"'{}\\".includes(next)) return false;
      piece += next;
      at++;
    } else if (char === '{' && next === '}') {
      pieces.push(piece);
      piece = '';
      at++;
    } else if (char === '{' || char === '}') return false;
    else piece += char;
  }
  pieces.push(piece);
  return true;
}
