import { createHash } from 'node:crypto';
import { safeInteger } from '../values/number.ts';
import { BOOL, LIST_OF_STRINGS, NUMBER, STRING, type Type } from '../values/type.ts';
import {
  bool,
  checkLength,
  isOpen,
  list,
  object,
  openIn,
  primitiveText,
  refused,
  string,
  text,
  tuple,
  unknown,
  type Value,
} from '../values/value.ts';
import type { Call, Functions, TerraformFunction } from './define.ts';
import { compileRegex, type Match, matchesOf, type Regex } from './regex.ts';

export const STRINGS: Functions = {
  lower: ofText((value) => string([...value].map(lowerCase).join(''))),
  upper: ofText((value) => string([...value].map(upperCase).join(''))),
  title: ofText(titled),
  strrev: ofText((value) => string(graphemes(value).reverse().join(''))),
  trimspace: ofText((value) => string(value.replace(/^[\s\u0085]+|[\s\u0085]+$/g, ''))),
  chomp: ofText((value) => string(value.replace(/(?:\r\n|\n|\r)+$/, ''))),
  trim: ofTexts((value, cut) => trimmed(value, cut)),
  trimprefix: ofTexts((value, prefix) => (value.startsWith(prefix) ? value.slice(prefix.length) : value)),
  trimsuffix: ofTexts((value, suffix) =>
    suffix !== '' && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value,
  ),
  startswith: { ...tests((value, prefix) => value.startsWith(prefix)), open: 'all', run: startsWith },
  endswith: tests((value, suffix) => value.endsWith(suffix)),
  strcontains: tests((value, part) => value.includes(part)),
  join: { params: [STRING, LIST_OF_STRINGS], rest: LIST_OF_STRINGS, open: 'inside', result: STRING, run: joined },
  split: {
    params: [STRING, STRING],
    result: LIST_OF_STRINGS,
    run: ([separator, value]) => list(STRING, splitText(textOf(value), textOf(separator)).map(string)),
  },
  replace: { params: [STRING, STRING, STRING], result: STRING, open: 'all', run: replaced },
  substr: { params: [STRING, NUMBER, NUMBER], result: STRING, run: substring },
  indent: {
    params: [NUMBER, STRING],
    result: STRING,
    open: 'all',
    run: ([spaces, value], call) => {
      const width = spaces?.kind === 'number' ? safeInteger(spaces.value) : undefined;
      if (width === undefined || width < 0 || !value || (openIn(value) && value.kind !== 'text')) {
        return width !== undefined && width < 0
          ? refused(call, 'it is less than 0')
          : unknown(call, 'its text is not known');
      }
      const parts = value.kind === 'text' ? value.parts : [textOf(value)];
      const lines = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.split('\n').length : 0), 0);
      checkLength(lines * width);
      return text(
        parts.map((part) => (typeof part === 'string' ? part.replaceAll('\n', `\n${' '.repeat(width)}`) : part)),
      );
    },
  },
  regex: { params: [STRING, STRING], run: ([pattern, value], call) => regexResult(pattern, value, call) },
  regexall: {
    params: [STRING, STRING],
    run: ([pattern, value], call) => {
      const regex = compiled(textOf(pattern), call);
      if (!('program' in regex)) return regex;
      const matches = matchesOf(regex, textOf(value), call.world.budget).map((match) => captures(regex, match));
      return list(captureType(regex), matches);
    },
  },
  md5: hashed('md5', 'hex'),
  sha1: hashed('sha1', 'hex'),
  sha256: hashed('sha256', 'hex'),
  sha512: hashed('sha512', 'hex'),
  base64sha256: hashed('sha256', 'base64'),
  base64sha512: hashed('sha512', 'base64'),
};

export function textOf(value: Value | undefined): string {
  return value?.kind === 'string' ? value.value : '';
}

function ofText(result: (value: string) => Value): TerraformFunction {
  return { params: [STRING], result: STRING, run: ([value]) => result(textOf(value)) };
}

function ofTexts(result: (value: string, other: string) => string): TerraformFunction {
  return { params: [STRING, STRING], result: STRING, run: ([a, b]) => string(result(textOf(a), textOf(b))) };
}

function tests(result: (value: string, other: string) => boolean): TerraformFunction {
  return { params: [STRING, STRING], result: BOOL, run: ([a, b]) => bool(result(textOf(a), textOf(b))) };
}

function hashed(algorithm: string, encoding: 'hex' | 'base64'): TerraformFunction {
  return ofText((value) => string(createHash(algorithm).update(value).digest(encoding)));
}

/** One letter for one letter, as Go has it: JavaScript makes SS of ß. */
function upperCase(letter: string): string {
  const upper = letter.toUpperCase();
  return [...upper].length === 1 ? upper : letter;
}

function lowerCase(letter: string): string {
  const lower = letter.toLowerCase();
  return [...lower].length === 1 ? lower : ([...lower][0] ?? letter);
}

/** Go's strings.Title: a letter after anything that is none. */
function titled(value: string): Value {
  let isStart = true;
  const letters = [...value].map((letter) => {
    const result = isStart ? upperCase(letter) : letter;
    isStart = !/[\p{L}\p{Nd}_]/u.test(letter) && (/\s/.test(letter) || letter.charCodeAt(0) < 0x80);
    return result;
  });
  return string(letters.join(''));
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What people call characters. */
export function graphemes(value: string): string[] {
  return [...SEGMENTER.segment(value)].map(({ segment }) => segment);
}

function trimmed(value: string, cut: string): string {
  const letters = [...value];
  const set = new Set(cut);
  const start = letters.findIndex((letter) => !set.has(letter));
  const end = letters.findLastIndex((letter) => !set.has(letter));
  return start < 0 ? '' : letters.slice(start, end + 1).join('');
}

function startsWith([value, prefix]: readonly Value[], call: Call): Value {
  if (prefix?.kind !== 'string' || !value) return unknown(call, 'the prefix is known only after apply');
  if (value.kind === 'string') return bool(value.value.startsWith(prefix.value));
  const [known] = value.kind === 'text' ? value.parts : [];
  if (typeof known === 'string' && known.startsWith(prefix.value)) return bool(true);
  const length = typeof known === 'string' ? Math.min(known.length, prefix.value.length) : 0;
  if (typeof known === 'string' && known.slice(0, length) !== prefix.value.slice(0, length)) return bool(false);
  return prefix.value === '' ? bool(true) : unknown(call, 'how the text starts is known only after apply');
}

function splitText(value: string, separator: string): readonly string[] {
  return separator === '' ? [...value] : value.split(separator);
}

function joined([separator, ...lists]: readonly Value[], call: Call): Value {
  const items = lists.flatMap((one) => (one.kind === 'list' ? one.items : []));
  if (items.some(({ kind }) => kind === 'null')) return refused(call, 'an item is null');
  checkLength(textOf(separator).length * items.length);
  const parts: Value[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && separator) parts.push(separator);
    parts.push(isOpen(item) ? text([item]) : item);
  }
  return text(parts);
}

function replaced([value, search, replacement]: readonly Value[], call: Call): Value {
  if (!value || search?.kind !== 'string' || !replacement)
    return unknown(call, 'what it replaces is known only after apply');
  if (value.kind === 'text' || isOpen(value)) {
    const open = openIn(value);
    return open?.kind === 'unknown' ? open : unknown(call, 'the text is known only in part');
  }
  const source = textOf(value);
  const isRegex = search.value.length > 1 && search.value.startsWith('/') && search.value.endsWith('/');
  if (!isRegex) return replacedText(source, search.value, replacement);
  if (replacement.kind !== 'string') return unknown(call, 'the replacement is known only after apply');
  const regex = compiled(search.value.slice(1, -1), call);
  if (!('program' in regex)) return regex;
  const parts: string[] = [];
  let position = 0;
  for (const match of matchesOf(regex, source, call.world.budget)) {
    parts.push(source.slice(position, match.start), expanded(replacement.value, regex, match));
    position = match.end;
    checkLength(parts.length * replacement.value.length);
  }
  return string(parts.join('') + source.slice(position));
}

/** Every occurrence; a replacement that is known only in part is a part of the text. */
function replacedText(source: string, search: string, replacement: Value): Value {
  const pieces = search === '' ? ['', ...source, ''] : source.split(search);
  checkLength((primitiveText(replacement)?.length ?? 64) * pieces.length + source.length);
  return text(
    pieces.flatMap((piece, index) =>
      index === 0 ? [piece] : [isOpen(replacement) ? text([replacement]) : replacement, piece],
    ),
  );
}

/** `$1`, `${1}` and `${name}` of a replacement: the name is as long as it can be. */
function expanded(template: string, regex: Regex, match: Match): string {
  return template.replaceAll(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    if (name === undefined) return whole.slice(1);
    const index = /^\d+$/.test(name) ? Number(name) : regex.names.indexOf(name);
    return match.groups[index] ?? '';
  });
}

function substring([value, offset, length]: readonly Value[], call: Call): Value {
  const start = offset?.kind === 'number' ? safeInteger(offset.value) : undefined;
  const count = length?.kind === 'number' ? safeInteger(length.value) : undefined;
  if (start === undefined || count === undefined) return refused(call, 'the offset or the length is no whole number');
  const letters = graphemes(textOf(value));
  if (start < 0 && -start > letters.length) return string(letters.slice(0, count < 0 ? undefined : count).join(''));
  const from = start < 0 ? start + letters.length : start;
  return string(letters.slice(from, count < 0 ? undefined : from + count).join(''));
}

function compiled(pattern: string, call: Call): Regex | Value {
  const regex = compileRegex(pattern);
  return regex === 'unread' ? unknown(call, `the pattern ${JSON.stringify(pattern)} is not evaluated`) : regex;
}

function regexResult(pattern: Value | undefined, value: Value | undefined, call: Call): Value {
  const regex = compiled(textOf(pattern), call);
  if (!('program' in regex)) return regex;
  const [first] = matchesOf(regex, textOf(value), call.world.budget, 1);
  return first ? captures(regex, first) : refused(call, 'the pattern does not match');
}

/** The whole match; of a pattern with groups, a list of them; of one with named groups, an object. */
function captures({ groups, names }: Regex, match: Match): Value {
  const group = (index: number): Value => {
    const found = match.groups[index];
    return found === undefined ? { kind: 'null', type: STRING } : string(found);
  };
  if (groups === 0) return group(0);
  const indexes = Array.from({ length: groups }, (_, index) => index + 1);
  if (names.every((name) => name === '')) return tuple(indexes.map(group));
  return object(indexes.map((index) => [names[index] ?? '', group(index)] as const));
}

function captureType({ groups, names }: Regex): Type {
  if (groups === 0) return STRING;
  if (names.every((name) => name === ''))
    return { kind: 'tuple', elements: Array.from({ length: groups }, () => STRING) };
  return { kind: 'object', attributes: new Map(names.slice(1).map((name) => [name, STRING])) };
}
