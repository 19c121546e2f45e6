import type { Single, TextPart, Unknown } from './possible.ts';
import { headOf, tailOf, textFromParts } from './text.ts';

/** The start and the end that two texts have in common, around a hole. */
export function commonText(a: readonly TextPart[], b: readonly TextPart[], hole: Unknown): Single {
  const head = commonStart(headOf(a), headOf(b));
  const tail = commonEnd(tailOf(a), tailOf(b));
  // In a text without a hole, the two ends may overlap; those characters must not count twice.
  const room = Math.min(lengthOf(a), lengthOf(b)) - head.length;
  return textFromParts([head, hole, tail.length <= room ? tail : tail.slice(tail.length - Math.max(0, room))]);
}

/** The length of a text without a hole; a text with one can have any length. */
function lengthOf(parts: readonly TextPart[]): number {
  return parts.length === 1 ? headOf(parts).length : Number.POSITIVE_INFINITY;
}

/** Doesn't end inside `${…}`: half a placeholder would be read as text. */
function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return cutPlaceholder(a.slice(0, length));
}

function cutPlaceholder(text: string): string {
  const open = text.lastIndexOf('${');
  const start = open >= 0 && !text.includes('}', open) ? text.slice(0, open) : text;
  return start.endsWith('$') ? start.slice(0, -1) : start;
}

function commonEnd(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  const text = a.slice(a.length - length);
  const close = text.indexOf('}');
  return close >= 0 && !text.slice(0, close).includes('${') ? text.slice(close + 1) : text;
}
