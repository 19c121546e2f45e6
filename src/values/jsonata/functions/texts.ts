import type { Json } from '../../../asl/json.ts';
import type { Unknown } from '../../domain/possible.ts';
import { textFromParts } from '../../domain/text.ts';
import { combineValues } from '../value/alternatives.ts';
import { arrayParts } from '../value/arrays.ts';
import { unknownIn } from '../value/kinds.ts';
import { textParts } from '../value/text.ts';
import { type Alternatives, gaveUp, type Item, NO_VALUE } from '../value/value.ts';
import { ASCII, isCount, MAX_ASCII_TEXT } from './ascii.ts';
import type { Builtin } from './builtin.ts';
import { gives, type PureResult, pure } from './pure.ts';

function ascii(
  name: string,
  signature: string,
  arity: number,
  run: (text: string, ...args: Args) => PureResult,
): Builtin {
  return pure(name, signature, arity, ([text, ...args]) => {
    const all = [text, ...args];
    const simple = all.every((arg) => typeof arg !== 'string' || (ASCII.test(arg) && arg.length <= MAX_ASCII_TEXT));
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
  join: { signature: 'a<s>s?', arity: 2, run: ([list, separator]) => joinTexts(list, separator) },
  base64encode: ascii('base64encode', 's-', 1, (text) => gives(Buffer.from(text, 'latin1').toString('base64'))),
  base64decode: ascii('base64decode', 's-', 1, (text) => base64decode(text)),
  encodeUrlComponent: ascii('encodeUrlComponent', 's-', 1, (text) => encoded(text, encodeURIComponent)),
  encodeUrl: ascii('encodeUrl', 's-', 1, (text) => encoded(text, encodeURI)),
  decodeUrlComponent: ascii('decodeUrlComponent', 's-', 1, (text) => decoded(text)),
  decodeUrl: ascii('decodeUrl', 's-', 1, (text) => (text.includes('%') ? 'unsure' : gives(text))),
};

function string(value: Item | undefined, pretty: Item | undefined): Alternatives {
  if (!value || value.kind === 'absent') return NO_VALUE;
  if (pretty && pretty.kind !== 'absent') return [gaveUp('this use of $string is not evaluated')];
  return [textFromParts(textParts(value))];
}

function substring(text: string, start: Json | undefined, length: Json | undefined): PureResult {
  if (!isCount(start) || (length !== undefined && !isCount(length))) return 'unsure';
  const from = text.length + start < 0 ? 0 : start;
  if (length === undefined) return gives(text.slice(from));
  if (length <= 0) return gives('');
  return gives(text.slice(from, from >= 0 ? from + length : text.length + from + length));
}

function pad(text: string, width: Json | undefined, filler: Json | undefined): PureResult {
  if (!isCount(width) || Math.abs(width) > MAX_ASCII_TEXT || (filler !== undefined && typeof filler !== 'string'))
    return 'unsure';
  const padding = filler || ' ';
  return gives(width > 0 ? text.padEnd(width, padding) : text.padStart(-width, padding));
}

function base64decode(text: string): PureResult {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return 'unsure';
  const result = Buffer.from(text, 'base64').toString('latin1');
  return ASCII.test(result) ? gives(result) : 'unsure';
}

function encoded(text: string, encode: (text: string) => string): PureResult {
  return /[!'()*~]/.test(text) ? 'unsure' : gives(encode(text));
}

function decoded(text: string): PureResult {
  if (text.includes('+') || /%(?![2-7][0-9A-Fa-f])/.test(text)) return 'unsure';
  return gives(decodeURIComponent(text));
}

/** Joins partly known texts as well: any number of texts is a hole, together with the separators. */
function joinTexts(list: Item | undefined, separator: Item | undefined): Alternatives {
  if (!list || list.kind === 'absent') return NO_VALUE;
  if (list.kind === 'unknown') return [list];
  const parts = arrayParts(list) ?? [];
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
