import { textFromParts } from '../../domain/text.ts';
import { one } from '../value/arrays.ts';
import { constant } from '../value/convert.ts';
import { unknownIn } from '../value/kinds.ts';
import { isUnsettled } from '../value/objects.ts';
import {
  type Alternatives,
  constantValue,
  EITHER_BOOLEAN,
  gaveUp,
  type Item,
  NO_VALUE,
  sequenceOf,
} from '../value/value.ts';
import { ASCII, isCount, MAX_ASCII_TEXT } from './ascii.ts';
import type { Builtin } from './builtin.ts';
import { matchesOf, parseRegex } from './pattern.ts';

/** Those of https://docs.jsonata.org/string-functions that search for a text or a regular expression. */
export const MATCHING: Readonly<Record<string, Builtin>> = {
  contains: { signature: 's-(sf)', arity: 2, run: ([text, token]) => contains(text, token) },
  split: { signature: 's-(sf)n?', arity: 3, run: split },
  replace: { signature: 's-(sf)(sf)n?', arity: 4, run: replace },
  match: { signature: 's-fn?', arity: 3, run: () => [gaveUp('$match is not evaluated')] },
};

/** The texts that a function searches; undefined if they are unknown, or engines could treat them differently. */
function textsIn(items: readonly (Item | undefined)[]): readonly string[] | undefined {
  const texts = items.map((item) => (item ? constant(item) : undefined));
  return texts.every((text) => typeof text === 'string' && text.length <= MAX_ASCII_TEXT)
    ? texts.flatMap(String)
    : undefined;
}

function stoppedBy(items: readonly (Item | undefined)[], name: string): Alternatives {
  const unknown = items.map((item) => item && unknownIn(item)).find((found) => found !== undefined);
  return [unknown ?? gaveUp(`this use of $${name} is not evaluated`)];
}

function contains(text: Item | undefined, token: Item | undefined): Alternatives {
  if (!text || text.kind === 'absent') return NO_VALUE;
  if (token?.kind === 'absent') return [gaveUp('this use of $contains is not evaluated')];
  const maybe: Alternatives = text.kind === 'unknown' ? [...EITHER_BOOLEAN, ...NO_VALUE] : EITHER_BOOLEAN;
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

/** The matches in a text, as [start, end]; undefined if they aren't certain. */
function matchesIn(text: string | undefined, matcher: Item): readonly (readonly [number, number])[] | undefined {
  if (text === undefined || !isShort(text) || matcher.kind !== 'function' || matcher.of !== 'matcher') return undefined;
  const pattern = parseRegex(matcher.source, matcher.flags);
  return pattern && matchesOf(pattern, text);
}

/** The texts between the matches; undefined if a match is empty, which engines treat differently. */
function between(text: string, matches: readonly (readonly [number, number])[]): readonly string[] | undefined {
  if (matches.some(([start, end]) => start === end)) return undefined;
  const ends = [0, ...matches.map(([, end]) => end)];
  return ends.map((end, index) => text.slice(end, matches[index]?.[0]));
}

function split(args: readonly Item[]): Alternatives {
  const [text, separator, limit] = args;
  if (!text || text.kind === 'absent') return NO_VALUE;
  const count = limit && limit.kind !== 'absent' ? constant(limit) : undefined;
  const counted = limit?.kind === 'absent' || limit === undefined || (isCount(count) && count >= 0);
  if (separator?.kind === 'function') return splitByPattern(text, separator, limit?.kind === 'absent' || !limit);
  const [known, token] = textsIn([text, separator]) ?? [];
  if (known === undefined || token === undefined || !counted) return stoppedBy([text, separator, limit], 'split');
  if (token === '' && !ASCII.test(known)) return stoppedBy([], 'split');
  return plainTexts(known.split(token, isCount(count) ? count : undefined));
}

function plainTexts(texts: readonly string[]): Alternatives {
  return [
    sequenceOf(
      texts.map((text) => one(constantValue(text))),
      'plain',
    ),
  ];
}

function splitByPattern(text: Item, separator: Item, whole: boolean): Alternatives {
  const [known] = textsIn([text]) ?? [];
  const matches = whole ? matchesIn(known, separator) : undefined;
  if (known === undefined || !matches) return stoppedBy([text], 'split');
  const texts = between(known, matches);
  return texts ? plainTexts(texts) : stoppedBy([], 'split');
}

function replace(args: readonly Item[]): Alternatives {
  const [text, pattern, replacement, limit] = args;
  if (!text || text.kind === 'absent') return NO_VALUE;
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

/** No argument contains a placeholder, so nothing in the result is one, whatever it looks like. */
function replaced(text: string): Alternatives {
  return isUnsettled(text) ? stoppedBy([], 'replace') : [textFromParts([text])];
}
