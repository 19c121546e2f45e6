/**
 * The syntax of RE2's regular expressions, as far as it is read here: https://github.com/google/re2/wiki/Syntax
 */
export type RegexNode =
  | { readonly kind: 'letter'; readonly test: (letter: string) => boolean }
  | { readonly kind: 'assert'; readonly test: (before: string | undefined, after: string | undefined) => boolean }
  | { readonly kind: 'sequence' | 'choice'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'group'; readonly index: number; readonly of: RegexNode }
  | {
      readonly kind: 'repeat';
      readonly of: RegexNode;
      readonly min: number;
      readonly max: number | undefined;
      readonly lazy: boolean;
    };

interface Flags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
}

interface Reading {
  readonly letters: readonly string[];
  position: number;
  readonly names: string[];
  depth: number;
}

class Unread extends Error {}

const MAX_DEPTH = 100;
/** RE2 refuses more. */
const MAX_REPEAT = 1000;

/** The tree of a pattern and the names of its groups, empty where they have none; undefined for what isn't read. */
export function parseRegex(
  pattern: string,
): { readonly node: RegexNode; readonly names: readonly string[] } | undefined {
  const reading: Reading = { letters: [...pattern], position: 0, names: [], depth: 0 };
  try {
    const node = choice(reading, { ignoreCase: false, multiline: false, dotAll: false });
    return reading.position === reading.letters.length ? { node, names: reading.names } : undefined;
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}

function peek({ letters, position }: Reading, ahead = 0): string | undefined {
  return letters[position + ahead];
}

function take(reading: Reading): string {
  const letter = peek(reading);
  if (letter === undefined) throw new Unread();
  reading.position++;
  return letter;
}

function accept(reading: Reading, text: string): boolean {
  const found = [...text].every((letter, index) => peek(reading, index) === letter);
  if (found) reading.position += text.length;
  return found;
}

function choice(reading: Reading, flags: Flags): RegexNode {
  if (++reading.depth > MAX_DEPTH) throw new Unread();
  const scope = { flags };
  const items = [sequence(reading, scope)];
  while (accept(reading, '|')) items.push(sequence(reading, scope));
  reading.depth--;
  const [only] = items;
  return items.length === 1 && only ? only : { kind: 'choice', items };
}

function sequence(reading: Reading, scope: { flags: Flags }): RegexNode {
  const items: RegexNode[] = [];
  for (let next = peek(reading); next !== undefined && next !== '|' && next !== ')'; next = peek(reading)) {
    const term = termOf(reading, scope);
    if (term) items.push(repeated(reading, term));
  }
  return { kind: 'sequence', items };
}

function repeated(reading: Reading, of: RegexNode): RegexNode {
  const bounds = boundsOf(reading);
  if (!bounds) return of;
  const lazy = accept(reading, '?');
  // Two in a row are an error in RE2.
  if (/[*+?]/.test(peek(reading) ?? '') || countAhead(reading)) throw new Unread();
  // What repeats something empty: its groups would be those of another turn.
  if (mayBeEmpty(of) && bounds.max === undefined) throw new Unread();
  return { kind: 'repeat', of, ...bounds, lazy };
}

function boundsOf(reading: Reading): { readonly min: number; readonly max: number | undefined } | undefined {
  if (accept(reading, '*')) return { min: 0, max: undefined };
  if (accept(reading, '+')) return { min: 1, max: undefined };
  if (accept(reading, '?')) return { min: 0, max: 1 };
  const count = countAhead(reading);
  if (!count) return undefined;
  reading.position += count.length;
  if ((count.max ?? count.min) > MAX_REPEAT || count.min > (count.max ?? count.min)) throw new Unread();
  return count;
}

function countAhead({ letters, position }: Reading) {
  const [whole, min, comma, max] = /^\{(\d+)(,?)(\d*)\}/.exec(letters.slice(position, position + 20).join('')) ?? [];
  if (whole === undefined || (comma === '' && max !== '')) return undefined;
  return {
    length: whole.length,
    min: Number(min),
    max: comma === '' ? Number(min) : max === '' ? undefined : Number(max),
  };
}

function mayBeEmpty(node: RegexNode): boolean {
  switch (node.kind) {
    case 'letter':
      return false;
    case 'assert':
      return true;
    case 'sequence':
      return node.items.every(mayBeEmpty);
    case 'choice':
      return node.items.some(mayBeEmpty);
    case 'group':
      return mayBeEmpty(node.of);
    case 'repeat':
      return node.min === 0 || mayBeEmpty(node.of);
  }
}

function termOf(reading: Reading, scope: { flags: Flags }): RegexNode | undefined {
  const letter = take(reading);
  const { flags } = scope;
  switch (letter) {
    case '(':
      return groupOf(reading, scope);
    case '[':
      return { kind: 'letter', test: classOf(reading, flags) };
    case '.':
      return { kind: 'letter', test: (other) => flags.dotAll || other !== '\n' };
    case '^':
      return { kind: 'assert', test: (before) => before === undefined || (flags.multiline && before === '\n') };
    case '$':
      return { kind: 'assert', test: (_, after) => after === undefined || (flags.multiline && after === '\n') };
    case '\\':
      return escapeOf(reading, flags);
    case '*':
    case '+':
    case '?':
      throw new Unread();
    default:
      return { kind: 'letter', test: literal(letter, flags) };
  }
}

function literal(letter: string, { ignoreCase }: Flags): (other: string) => boolean {
  if (!ignoreCase) return (other) => other === letter;
  return (other) => other === letter || other.toLowerCase() === letter.toLowerCase();
}

function groupOf(reading: Reading, scope: { flags: Flags }): RegexNode | undefined {
  if (!accept(reading, '?')) return capturing(reading, scope.flags, '');
  if (accept(reading, 'P<') || accept(reading, '<')) {
    let name = '';
    while (!accept(reading, '>')) name += take(reading);
    if (!/^\w+$/.test(name) || reading.names.includes(name)) throw new Unread();
    return capturing(reading, scope.flags, name);
  }
  const flags = flagsOf(reading, scope.flags);
  if (accept(reading, ')')) {
    scope.flags = flags;
    return undefined;
  }
  if (!accept(reading, ':')) throw new Unread();
  const of = choice(reading, flags);
  if (!accept(reading, ')')) throw new Unread();
  return of;
}

function capturing(reading: Reading, flags: Flags, name: string): RegexNode {
  reading.names.push(name);
  const index = reading.names.length;
  const of = choice(reading, flags);
  if (!accept(reading, ')')) throw new Unread();
  return { kind: 'group', index, of };
}

function flagsOf(reading: Reading, flags: Flags): Flags {
  let result = flags;
  let value = true;
  for (let next = peek(reading); next !== ':' && next !== ')'; next = peek(reading)) {
    const flag = take(reading);
    if (flag === '-' && value) value = false;
    else if (flag === 'i') result = { ...result, ignoreCase: value };
    else if (flag === 'm') result = { ...result, multiline: value };
    else if (flag === 's') result = { ...result, dotAll: value };
    else throw new Unread();
  }
  return result;
}

/** Of ASCII alone, as RE2 has them. */
const CLASSES: ReadonlyMap<string, RegExp> = new Map([
  ['d', /[0-9]/],
  ['D', /[^0-9]/],
  ['w', /\w/],
  ['W', /\W/],
  ['s', /[\t\n\f\r ]/],
  ['S', /[^\t\n\f\r ]/],
]);

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['f', '\f'],
  ['v', '\v'],
  ['a', '\x07'],
]);

function escapeOf(reading: Reading, flags: Flags): RegexNode {
  const next = peek(reading);
  const isWord = (letter: string | undefined) => letter !== undefined && /\w/.test(letter);
  if (accept(reading, 'b')) return { kind: 'assert', test: (before, after) => isWord(before) !== isWord(after) };
  if (accept(reading, 'B')) return { kind: 'assert', test: (before, after) => isWord(before) === isWord(after) };
  if (accept(reading, 'A')) return { kind: 'assert', test: (before) => before === undefined };
  if (accept(reading, 'z')) return { kind: 'assert', test: (_, after) => after === undefined };
  const pattern = CLASSES.get(next ?? '');
  if (pattern) {
    reading.position++;
    return { kind: 'letter', test: (letter) => pattern.test(letter) };
  }
  return { kind: 'letter', test: literal(escapedLetter(reading), flags) };
}

function escapedLetter(reading: Reading): string {
  const letter = take(reading);
  const control = CONTROLS.get(letter);
  if (control !== undefined) return control;
  // RE2 has escapes of ASCII's punctuation, and some of letters that are not read here.
  if (!/[!-/:-@[-`{-~]/.test(letter)) throw new Unread();
  return letter;
}

const POSIX: ReadonlyMap<string, RegExp> = new Map([
  ['alnum', /[0-9A-Za-z]/],
  ['alpha', /[A-Za-z]/],
  ['digit', /[0-9]/],
  ['lower', /[a-z]/],
  ['upper', /[A-Z]/],
  ['space', /[\t\n\v\f\r ]/],
  ['punct', /[!-/:-@[-`{-~]/],
  ['word', /\w/],
  ['xdigit', /[0-9A-Fa-f]/],
]);

function classOf(reading: Reading, flags: Flags): (letter: string) => boolean {
  const negated = accept(reading, '^');
  const tests: ((letter: string) => boolean)[] = [];
  for (let first = true; first || peek(reading) !== ']'; first = false) tests.push(classItem(reading, flags));
  reading.position++;
  return (letter) => tests.some((test) => test(letter)) !== negated;
}

function classItem(reading: Reading, flags: Flags): (letter: string) => boolean {
  if (accept(reading, '[:')) {
    let name = '';
    while (!accept(reading, ':]')) name += take(reading);
    const pattern = POSIX.get(name.replace(/^\^/, ''));
    if (!pattern) throw new Unread();
    const negated = name.startsWith('^');
    return (letter) => pattern.test(letter) !== negated;
  }
  const pattern = peek(reading) === '\\' ? CLASSES.get(peek(reading, 1) ?? '') : undefined;
  if (pattern) {
    reading.position += 2;
    return (letter) => pattern.test(letter);
  }
  const from = classLetter(reading);
  const isRange = peek(reading) === '-' && peek(reading, 1) !== ']' && peek(reading, 1) !== undefined;
  if (!isRange) return literal(from, flags);
  reading.position++;
  const to = classLetter(reading);
  return rangeOf(from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0, flags);
}

function classLetter(reading: Reading): string {
  return accept(reading, '\\') ? escapedLetter(reading) : take(reading);
}

function rangeOf(from: number, to: number, { ignoreCase }: Flags): (letter: string) => boolean {
  if (to < from) throw new Unread();
  const inside = (letter: string) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= from && code <= to;
  };
  return ignoreCase
    ? (letter) => inside(letter) || inside(letter.toLowerCase()) || inside(letter.toUpperCase())
    : inside;
}
