import { placeholdersIn } from '../../iam/text.ts';
import { known, unknownValue } from './construct.ts';
import { MAX_TEXT, TOO_LARGE } from './limits.ts';
import type { Known, Text, TextPart, Unknown } from './possible.ts';

const ACCIDENT = unknownValue('a text that only looks like a placeholder');

/**
 * Joins texts and holes: a text without a hole is known, one without a known part unknown. Also unknown if two texts
 * joined look like a `${Placeholder}` that isn't in the definition: nothing will be substituted there.
 */
export function textFromParts(parts: readonly TextPart[], setBy?: string): Known | Text | Unknown {
  const joined: TextPart[] = [];
  let length = 0;
  let placeholders = 0;
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string') {
      if (part === '') continue;
      length += part.length;
      placeholders += placeholdersIn(part);
      if (typeof last === 'string') joined[joined.length - 1] = last + part;
      else joined.push(part);
    } else if (last === undefined || typeof last === 'string') joined.push(part);
  }
  if (length > MAX_TEXT) return TOO_LARGE;
  let found = 0;
  for (const part of joined) if (typeof part === 'string') found += placeholdersIn(part);
  if (found > placeholders) return ACCIDENT;
  const [only = ''] = joined;
  if (joined.length > 1) return { kind: 'text', parts: joined };
  return typeof only === 'string' ? known(only, setBy) : only;
}

/** The known text that a text starts with; empty for a hole. */
export function headOf(parts: readonly TextPart[]): string {
  const [head] = parts;
  return typeof head === 'string' ? head : '';
}

/** The known text that a text ends with; empty for a hole. */
export function tailOf(parts: readonly TextPart[]): string {
  const tail = parts.at(-1);
  return typeof tail === 'string' ? tail : '';
}
