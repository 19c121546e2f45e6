/**
 * A parsed JSONPath: `$.a[0]`, `$$.Execution.Id`, `$name['field']`. Step Functions evaluates paths as Jayway's JsonPath
 * does; a path that it might read differently has no parsed form.
 *
 * Sources: https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html
 * and https://github.com/json-path/JsonPath (README, "Operators").
 */
export interface Path {
  readonly root: Root;
  readonly steps: readonly PathStep[];
}

export type Root =
  | { readonly kind: 'input' }
  | { readonly kind: 'context' }
  | { readonly kind: 'variable'; readonly name: string };

export type PathStep =
  | { readonly kind: 'name'; readonly name: string }
  /** `['a','b']`: an object of these fields at the end of a path, each of them in turn before it. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'indexes'; readonly indexes: readonly number[] }
  | { readonly kind: 'slice'; readonly from?: number; readonly to?: number }
  | { readonly kind: 'wildcard' }
  /** `[?(…)]`: which items pass isn't computed. */
  | { readonly kind: 'filter' }
  /** `..` */
  | { readonly kind: 'descent' }
  /** `.length()` */
  | { readonly kind: 'length' };

/** A parsed piece of a text and where it ends. */
export interface Parsed<T> {
  readonly value: T;
  readonly end: number;
}

/** The whole text as a path; undefined if it isn't understood. */
export function parsePath(text: string): Path | undefined {
  const parsed = readPath(text, 0);
  return parsed?.end === text.length ? parsed.value : undefined;
}

/** The path that starts at `start` and ends before what cannot belong to it; undefined if it isn't understood. */
export function readPath(text: string, start: number): Parsed<Path> | undefined {
  const root = readRoot(text, start);
  if (!root) return undefined;
  const steps: PathStep[] = [];
  let at = root.end;
  while (at < text.length && isStepStart(text[at])) {
    const step = text[at] === '.' ? readDot(text, at) : readBracket(text, at);
    if (!step) return undefined;
    steps.push(step.value);
    at = step.end;
  }
  return isWellFormed(steps) ? { value: { root: root.value, steps }, end: at } : undefined;
}

/** True if a path names one place, so that a run fails if nothing is there; other paths give a list. */
export function isDefinite(steps: readonly PathStep[]): boolean {
  return steps.every((step, index) => isDefiniteStep(step, index === steps.length - 1));
}

export function isDefiniteStep(step: PathStep, isLast: boolean): boolean {
  return step.kind === 'name' || step.kind === 'index' || step.kind === 'length' || (step.kind === 'names' && isLast);
}

/** `..` needs something to look for; `length()` is understood only for one place. */
function isWellFormed(steps: readonly PathStep[]): boolean {
  if (steps.at(-1)?.kind === 'descent') return false;
  const length = steps.findIndex((step) => step.kind === 'length');
  return length < 0 || (length === steps.length - 1 && isDefinite(steps));
}

function isStepStart(char: string | undefined): boolean {
  return char === '.' || char === '[';
}

function readRoot(text: string, start: number): Parsed<Root> | undefined {
  if (text[start] !== '$') return undefined;
  if (text[start + 1] === '$') return { value: { kind: 'context' }, end: start + 2 };
  const end = endOfName(text, start + 1);
  if (end === start + 1) return { value: { kind: 'input' }, end };
  const name = text.slice(start + 1, end);
  return /^[\p{ID_Start}_]/u.test(name) && !name.includes('-') ? { value: { kind: 'variable', name }, end } : undefined;
}

function readDot(text: string, at: number): Parsed<PathStep> | undefined {
  const next = text[at + 1];
  // The second of two dots isn't consumed: it starts the next step, unless a bracket does.
  if (next === '.') {
    return text[at + 2] === '.'
      ? undefined
      : { value: { kind: 'descent' }, end: text[at + 2] === '[' ? at + 2 : at + 1 };
  }
  if (next === '*') return { value: { kind: 'wildcard' }, end: at + 2 };
  if (next === '[') return readBracket(text, at + 1);
  const end = endOfName(text, at + 1);
  if (end === at + 1) return undefined;
  const name = text.slice(at + 1, end);
  if (text[end] !== '(') return { value: { kind: 'name', name }, end };
  return name === 'length' && text[end + 1] === ')' ? { value: { kind: 'length' }, end: end + 2 } : undefined;
}

/** Letters, digits, `_` and `-`: a name with any other character must be in brackets. */
function endOfName(text: string, start: number): number {
  let at = start;
  while (at < text.length && isNameCode(text.charCodeAt(at))) at++;
  return at;
}

function isNameCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code > 0xa0
  );
}

function readBracket(text: string, at: number): Parsed<PathStep> | undefined {
  const start = skipSpace(text, at + 1);
  switch (text[start]) {
    case "'":
    case '"':
      return readNames(text, start);
    case '?':
      return readFilter(text, start);
    case '*': {
      const end = skipSpace(text, start + 1);
      return text[end] === ']' ? { value: { kind: 'wildcard' }, end: end + 1 } : undefined;
    }
    default:
      return readNumbers(text, start);
  }
}

function readNames(text: string, start: number): Parsed<PathStep> | undefined {
  const names: string[] = [];
  let at = start;
  for (;;) {
    const quote = text[at];
    if (quote !== "'" && quote !== '"') return undefined;
    const end = text.indexOf(quote, at + 1);
    const name = text.slice(at + 1, end);
    // A placeholder stands for a name that isn't known yet.
    if (end < 0 || name === '' || name.includes('\\') || name.includes('${')) return undefined;
    names.push(name);
    at = skipSpace(text, end + 1);
    if (text[at] === ']') break;
    if (text[at] !== ',') return undefined;
    at = skipSpace(text, at + 1);
  }
  const [name = ''] = names;
  return { value: names.length === 1 ? { kind: 'name', name } : { kind: 'names', names }, end: at + 1 };
}

/** `[0]`, `[-1]`, `[0,2]`, `[1:]`, `[:2]`, `[0:2]` */
function readNumbers(text: string, start: number): Parsed<PathStep> | undefined {
  const end = text.indexOf(']', start);
  if (end < 0) return undefined;
  const step = numbersStep(text.slice(start, end));
  return step && { value: step, end: end + 1 };
}

function numbersStep(inside: string): PathStep | undefined {
  if (!/^[-0-9:, ]*$/.test(inside)) return undefined;
  if (inside.includes(':')) {
    const [from, to, ...others] = inside.split(':').map((part) => part.trim());
    if (from === undefined || to === undefined || others.length > 0 || (from === '' && to === '')) return undefined;
    const bounds = { ...(from !== '' && { from: toIndex(from) }), ...(to !== '' && { to: toIndex(to) }) };
    return Object.values(bounds).every(Number.isInteger) ? { kind: 'slice', ...bounds } : undefined;
  }
  const indexes = inside.split(',').map((part) => toIndex(part.trim()));
  if (!indexes.every(Number.isInteger)) return undefined;
  const [index = 0] = indexes;
  return indexes.length === 1 ? { kind: 'index', index } : { kind: 'indexes', indexes };
}

function toIndex(text: string): number {
  return /^-?[0-9]{1,9}$/.test(text) ? Number(text) + 0 : Number.NaN;
}

/** Up to the bracket that closes the filter. A regular expression in it could contain brackets. */
function readFilter(text: string, start: number): Parsed<PathStep> | undefined {
  if (text[start + 1] !== '(') return undefined;
  let depth = 1;
  let quote = '';
  for (let at = start; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\\' || char === '/') return undefined;
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === "'" || char === '"') quote = char;
    else if (char === '[') depth++;
    else if (char === ']' && --depth === 0) return { value: { kind: 'filter' }, end: at + 1 };
  }
  return undefined;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  return at;
}
