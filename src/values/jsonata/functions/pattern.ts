/**
 * The regular expressions of JSONata that every engine treats alike. They are matched here: a definition's regular
 * expression is never passed to JavaScript's engine, where it could run for ever.
 *
 * Source: https://docs.jsonata.org/regex
 */
export interface Pattern {
  readonly options: readonly Sequence[];
  readonly lines: boolean;
}

type Sequence = readonly Part[];

type Part =
  | { readonly kind: 'chars'; readonly accepts: Accepts; readonly least: number; readonly most: number }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'group'; readonly options: readonly Sequence[] };

type Accepts = (char: string) => boolean;

const MAX_SOURCE = 64;
/** A match that takes more steps is abandoned. */
const MAX_STEPS = 100_000;

const SIMPLE =
  /^(?:[\w /:;,@#=<>~&%!"'-]|\\[dw.\-/[\](){}+*?^$|\\]|[.^$+*?|()]|\[\^?(?:[\w .:/@#=,-]|\\[dw.\-/])+\])*$/;
const TOKENS = /\[\^?(?:[^\]\\]|\\.)+\]|\\.|./gs;
/** In a class, `\w-z` isn't a range. */
const MEMBERS = /(?:\\[^dw]|[^\\])-(?:\\[^dw]|[^\\])|\\.|./gs;

/** Parses a regular expression; undefined unless it is of the simple kind. */
export function parseRegex(source: string, flags: string): Pattern | undefined {
  if (source.length > MAX_SOURCE || !SIMPLE.test(source) || /\)[+*?]|\(\?|[+*?]{2}/.test(source)) return undefined;
  if (/[^gim]/.test(flags)) return undefined;
  const tokens = source.match(TOKENS) ?? [];
  return { options: optionsOf(tokens.values(), flags.includes('i')), lines: flags.includes('m') };
}

/** Reads to the end of a group or of the whole expression. */
function optionsOf(tokens: Iterator<string>, ignoresCase: boolean): readonly Sequence[] {
  const options: Part[][] = [[]];
  for (let next = tokens.next(); !next.done && next.value !== ')'; next = tokens.next()) {
    const sequence = options.at(-1) ?? [];
    const last = sequence.at(-1);
    switch (next.value) {
      case '|':
        options.push([]);
        break;
      case '(':
        sequence.push({ kind: 'group', options: optionsOf(tokens, ignoresCase) });
        break;
      case '^':
        sequence.push({ kind: 'start' });
        break;
      case '$':
        sequence.push({ kind: 'end' });
        break;
      case '*':
      case '+':
      case '?':
        if (last?.kind === 'chars') sequence.splice(-1, 1, { ...last, ...TIMES[next.value] });
        break;
      default:
        sequence.push({ kind: 'chars', accepts: acceptsOf(next.value, ignoresCase), least: 1, most: 1 });
    }
  }
  return options;
}

const TIMES = {
  '*': { least: 0, most: Number.POSITIVE_INFINITY },
  '+': { least: 1, most: Number.POSITIVE_INFINITY },
  '?': { least: 0, most: 1 },
} as const;

function acceptsOf(token: string, ignoresCase: boolean): Accepts {
  if (token === '.') return (char) => char !== '\n' && char !== '\r';
  const isClass = token.startsWith('[');
  const isNegated = token.startsWith('[^');
  const members = isClass ? (token.slice(isNegated ? 2 : 1, -1).match(MEMBERS) ?? []) : [token];
  const all = members.map(memberOf);
  const accepts: Accepts = (char) => all.some((one) => one(char)) !== isNegated;
  if (!ignoresCase) return accepts;
  const any: Accepts = (char) => all.some((one) => one(char) || one(char.toLowerCase()) || one(char.toUpperCase()));
  return (char) => any(char) !== isNegated;
}

function memberOf(member: string): Accepts {
  if (member === '\\d') return (char) => /\d/.test(char);
  if (member === '\\w') return (char) => /\w/.test(char);
  const [from = '', to = from] = /^\\?(.)(?:-\\?(.))?$/s.exec(member)?.slice(1) ?? [];
  return (char) => from <= char && char <= to;
}

/** The matches in a text, from left to right and without overlaps; undefined if finding them takes too long. */
export function matchesOf(pattern: Pattern, text: string): readonly (readonly [number, number])[] | undefined {
  const found: (readonly [number, number])[] = [];
  const run = { text, lines: pattern.lines, steps: 0 };
  for (let at = 0; at <= text.length; ) {
    const end = endOf(pattern.options, at, run, (reached) => reached);
    if (run.steps > MAX_STEPS) return undefined;
    if (end !== undefined) found.push([at, end]);
    at = end === undefined || end === at ? at + 1 : end;
  }
  return found;
}

interface Run {
  readonly text: string;
  readonly lines: boolean;
  steps: number;
}

type Then = (at: number) => number | undefined;

function endOf(options: readonly Sequence[], at: number, run: Run, then: Then): number | undefined {
  return first(options, (option) => endOfSequence(option, 0, at, run, then));
}

function endOfSequence(sequence: Sequence, index: number, at: number, run: Run, then: Then): number | undefined {
  const part = sequence[index];
  if (part === undefined) return then(at);
  if (++run.steps > MAX_STEPS) return undefined;
  const rest: Then = (reached) => endOfSequence(sequence, index + 1, reached, run, then);
  const { text } = run;
  switch (part.kind) {
    case 'start':
      return at === 0 || (run.lines && isLineEnd(text[at - 1])) ? rest(at) : undefined;
    case 'end':
      return at === text.length || (run.lines && isLineEnd(text[at])) ? rest(at) : undefined;
    case 'group':
      return endOf(part.options, at, run, rest);
    case 'chars': {
      let count = 0;
      while (count < part.most && at + count < text.length && part.accepts(text.charAt(at + count))) count++;
      // Longest first.
      for (; count >= part.least; count--) {
        const end = rest(at + count);
        if (end !== undefined) return end;
      }
      return undefined;
    }
  }
}

function isLineEnd(char: string | undefined): boolean {
  return char === '\n' || char === '\r';
}

function first<T, R>(items: readonly T[], of: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = of(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
