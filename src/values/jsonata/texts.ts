import type { Json } from '../../asl/json.ts';
import type { Unknown } from '../domain/possible.ts';
import { textFromParts } from '../domain/text.ts';
import type { Builtin } from './builtins.ts';
import { textParts } from './operators.ts';
import { matchesOf, patternOf } from './pattern.ts';
import { gives, type Outcome, pure } from './pure.ts';
import {
  ABSENT,
  combineValues,
  constant,
  constantValue,
  EITHER_BOOLEAN,
  gaveUp,
  type Item,
  isUnsettled,
  one,
  partsOf,
  sequenceOf,
  unknownIn,
  type Value,
} from './value.ts';

/** Longer texts are not made. */
const MAX_TEXT = 4096;
/** Engines agree on these characters: their case, their length, how they are encoded. */
const ASCII = /^[\x20-\x7e\t\n\r]*$/;

function ascii(name: string, signature: string, arity: number, run: (text: string, ...args: Args) => Outcome): Builtin {
  return pure(name, signature, arity, ([text, ...args]) => {
    const all = [text, ...args];
    const simple = all.every((arg) => typeof arg !== 'string' || (ASCII.test(arg) && arg.length <= MAX_TEXT));
    return typeof text === 'string' && simple ? run(text, ...args) : 'unsure';
  });
}

type Args = readonly (Json | undefined)[];

/** https://docs.jsonata.org/string-functions */
export const TEXTS: Readonly<Record<string, Builtin>> = {
  string: { signature: 'x-b?', arity: 1, run: ([value, pretty]) => string(value, pretty) },
  length: ascii('length', 's-', 1, (text) => gives(text.length)),
  uppercase: ascii('uppercase', 's-', 1, (text) => gives(text.toUpperCase())),
  lowercase: ascii('lowercase', 's-', 1, (text) => gives(text.toLowerCase())),
  trim: ascii('trim', 's-', 1, (text) => gives(text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, ''))),
  substring: ascii('substring', 's-nn?', 3, (text, start, length) => substring(text, start, length)),
  substringBefore: ascii('substringBefore', 's-s', 2, (text, token) => {
    if (typeof token !== 'string') return 'unsure';
    return gives(text.includes(token) ? text.slice(0, text.indexOf(token)) : text);
  }),
  substringAfter: ascii('substringAfter', 's-s', 2, (text, token) => {
    if (typeof token !== 'string') return 'unsure';
    return gives(text.includes(token) ? text.slice(text.indexOf(token) + token.length) : text);
  }),
  pad: ascii('pad', 's-ns?', 3, (text, width, filler) => pad(text, width, filler)),
  contains: { signature: 's-(sf)', arity: 2, run: ([text, token]) => contains(text, token) },
  split: { signature: 's-(sf)n?', arity: 3, run: (args) => split(args) },
  replace: { signature: 's-(sf)(sf)n?', arity: 4, run: (args) => replace(args) },
  join: { signature: 'a<s>s?', arity: 2, run: ([list, separator]) => joinTexts(list, separator) },
  base64encode: ascii('base64encode', 's-', 1, (text) => gives(Buffer.from(text, 'latin1').toString('base64'))),
  base64decode: ascii('base64decode', 's-', 1, (text) => base64decode(text)),
  encodeUrlComponent: ascii('encodeUrlComponent', 's-', 1, (text) => encoded(text, encodeURIComponent)),
  encodeUrl: ascii('encodeUrl', 's-', 1, (text) => encoded(text, encodeURI)),
  decodeUrlComponent: ascii('decodeUrlComponent', 's-', 1, (text) => decoded(text)),
  decodeUrl: ascii('decodeUrl', 's-', 1, (text) => (text.includes('%') ? 'unsure' : gives(text))),
  match: { signature: 's-fn?', arity: 3, run: () => [gaveUp('$match is not evaluated')] },
};

function string(value: Item | undefined, pretty: Item | undefined): Value {
  if (!value || value.kind === 'absent') return ABSENT;
  if (pretty && pretty.kind !== 'absent') return [gaveUp('this use of $string is not evaluated')];
  return [textFromParts(textParts(value))];
}

function isCount(json: Json | undefined): json is number {
  return typeof json === 'number' && Number.isInteger(json);
}

function substring(text: string, start: Json | undefined, length: Json | undefined): Outcome {
  if (!isCount(start) || (length !== undefined && !isCount(length))) return 'unsure';
  const from = text.length + start < 0 ? 0 : start;
  if (length === undefined) return gives(text.slice(from));
  if (length <= 0) return gives('');
  return gives(text.slice(from, from >= 0 ? from + length : text.length + from + length));
}

function pad(text: string, width: Json | undefined, filler: Json | undefined): Outcome {
  if (!isCount(width) || Math.abs(width) > MAX_TEXT || (filler !== undefined && typeof filler !== 'string'))
    return 'unsure';
  const padding = filler || ' ';
  return gives(width > 0 ? text.padEnd(width, padding) : text.padStart(-width, padding));
}

function base64decode(text: string): Outcome {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return 'unsure';
  const result = Buffer.from(text, 'base64').toString('latin1');
  return ASCII.test(result) ? gives(result) : 'unsure';
}

function encoded(text: string, encode: (text: string) => string): Outcome {
  return /[!'()*~]/.test(text) ? 'unsure' : gives(encode(text));
}

function decoded(text: string): Outcome {
  if (text.includes('+') || /%(?![2-7][0-9A-Fa-f])/.test(text)) return 'unsure';
  return gives(decodeURIComponent(text));
}

/** The texts that a function looks into; undefined where they are not known, or engines could differ over them. */
function textsIn(items: readonly (Item | undefined)[]): readonly string[] | undefined {
  const texts = items.map((item) => (item ? constant(item) : undefined));
  return texts.every((text) => typeof text === 'string' && text.length <= MAX_TEXT) ? texts.flatMap(String) : undefined;
}

function stoppedBy(items: readonly (Item | undefined)[], name: string): Value {
  const unknown = items.map((item) => item && unknownIn(item)).find((found) => found !== undefined);
  return [unknown ?? gaveUp(`this use of $${name} is not evaluated`)];
}

function contains(text: Item | undefined, token: Item | undefined): Value {
  if (!text || text.kind === 'absent') return ABSENT;
  if (token?.kind === 'absent') return [gaveUp('this use of $contains is not evaluated')];
  const maybe: Value = text.kind === 'unknown' ? [...EITHER_BOOLEAN, ...ABSENT] : EITHER_BOOLEAN;
  if (token?.kind === 'function') {
    const matches = matchesIn(textsIn([text])?.[0], token);
    return matches ? constantValue(matches.length > 0) : maybe;
  }
  const texts = textsIn([text, token]);
  if (texts) return constantValue((texts[0] ?? '').includes(texts[1] ?? ''));
  const part = token && constant(token);
  const holds =
    typeof part === 'string' &&
    text.kind === 'text' &&
    text.parts.some((each) => typeof each === 'string' && !each.includes('${') && each.includes(part));
  return holds ? constantValue(true) : maybe;
}

function isShort(text: string): boolean {
  return text.length <= 256 && ASCII.test(text);
}

/** Where a matcher matches a text, as [start, end]; undefined where that is not certain. */
function matchesIn(text: string | undefined, matcher: Item): readonly (readonly [number, number])[] | undefined {
  if (text === undefined || !isShort(text) || matcher.kind !== 'function' || matcher.of !== 'matcher') return undefined;
  const pattern = patternOf(matcher.source, matcher.flags);
  return pattern && matchesOf(pattern, text);
}

/** What stands between the matches; undefined where one is empty, over which engines differ. */
function between(text: string, matches: readonly (readonly [number, number])[]): readonly string[] | undefined {
  if (matches.some(([start, end]) => start === end)) return undefined;
  const ends = [0, ...matches.map(([, end]) => end)];
  return ends.map((end, index) => text.slice(end, matches[index]?.[0]));
}

function split(args: readonly Item[]): Value {
  const [text, separator, limit] = args;
  if (!text || text.kind === 'absent') return ABSENT;
  const count = limit && limit.kind !== 'absent' ? constant(limit) : undefined;
  const counted = limit?.kind === 'absent' || limit === undefined || (isCount(count) && count >= 0);
  if (separator?.kind === 'function') return splitByPattern(text, separator, limit?.kind === 'absent' || !limit);
  const [known, token] = textsIn([text, separator]) ?? [];
  if (known === undefined || token === undefined || !counted) return stoppedBy([text, separator, limit], 'split');
  if (token === '' && !ASCII.test(known)) return stoppedBy([], 'split');
  return plainTexts(known.split(token, isCount(count) ? count : undefined));
}

function plainTexts(texts: readonly string[]): Value {
  return [
    sequenceOf(
      texts.map((text) => one(constantValue(text))),
      'plain',
    ),
  ];
}

function splitByPattern(text: Item, separator: Item, whole: boolean): Value {
  const [known] = textsIn([text]) ?? [];
  const matches = whole ? matchesIn(known, separator) : undefined;
  if (known === undefined || !matches) return stoppedBy([text], 'split');
  const texts = between(known, matches);
  return texts ? plainTexts(texts) : stoppedBy([], 'split');
}

function replace(args: readonly Item[]): Value {
  const [text, pattern, replacement, limit] = args;
  if (!text || text.kind === 'absent') return ABSENT;
  const whole = !limit || limit.kind === 'absent';
  const [known, by] = textsIn([text, replacement]) ?? [];
  if (known === undefined || by === undefined || !whole || !pattern)
    return stoppedBy([text, pattern, replacement], 'replace');
  if (pattern.kind === 'function') {
    const matches = by.includes('$') ? undefined : matchesIn(known, pattern);
    const texts = matches && between(known, matches);
    return texts ? replaced(texts.join(by)) : stoppedBy([], 'replace');
  }
  const token = constant(pattern);
  if (token === '') return [];
  return typeof token === 'string' ? replaced(known.replaceAll(token, () => by)) : stoppedBy([pattern], 'replace');
}

/** None of the arguments holds a placeholder: what looks like one in the result is none. */
function replaced(text: string): Value {
  return isUnsettled(text) ? stoppedBy([], 'replace') : [textFromParts([text])];
}

/** Texts of which only parts are known are put together too: any number of them are a hole, with what is between. */
function joinTexts(list: Item | undefined, separator: Item | undefined): Value {
  if (!list || list.kind === 'absent') return ABSENT;
  if (list.kind === 'unknown') return [list];
  const parts = partsOf(list) ?? [];
  const between = separator ? textParts(separator) : [''];
  return combineValues(
    parts.map((part) => part.value),
    (items) => {
      const texts = items.flatMap((item, index): (string | Unknown)[] => {
        if (parts[index]?.many) return [unknownIn(item) ?? gaveUp('how many texts a list has')];
        const isNext = index > 0 && !parts[index - 1]?.many;
        return [...(isNext ? between : []), ...(item.kind === 'unknown' ? [item] : textParts(item))];
      });
      return [textFromParts(texts)];
    },
  );
}
