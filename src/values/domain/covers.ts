import { includes } from './compare.ts';
import { fieldOf, isObjectLike, itemsIn, namesOf } from './parts.ts';
import type { Possible, Single, Text } from './possible.ts';

/**
 * True if `outer` can be everything that `inner` can be. Unlike `includes`, it compares part by part, so it also proves
 * this for arrays, lists and objects whose parts differ. That costs more, and false may still mean 'not proven'.
 */
export function coversValue(outer: Possible, inner: Possible): boolean {
  if (includes(outer, inner)) return true;
  if (inner.kind === 'either') return inner.options.every((option) => coversValue(outer, option));
  if (outer.kind === 'either') return outer.options.some((option) => coversValue(option, inner));
  switch (outer.kind) {
    case 'text':
      return coversText(outer, inner);
    case 'object':
    case 'known':
    case 'array':
    case 'list':
      return coversItems(outer, inner) || coversFields(outer, inner);
    case 'absent':
    case 'unknown':
      return false;
  }
}

function coversItems(outer: Single, inner: Single): boolean {
  const [these, those] = [itemsIn(outer), itemsIn(inner)];
  if (these === undefined || those === undefined) return false;
  const [any] = these;
  if (outer.kind === 'list') return any !== undefined && those.every((item) => coversValue(any, item));
  if (inner.kind === 'list' || these.length !== those.length) return false;
  return these.every((item, index) => coversValue(item, those[index] ?? item));
}

function coversFields(outer: Single, inner: Single): boolean {
  if (!isObjectLike(outer) || !isObjectLike(inner)) return false;
  const isOpen = (value: Single) => value.kind === 'object' && value.rest.kind === 'unknown';
  if (isOpen(inner) && !isOpen(outer)) return false;
  const names = new Set([...namesOf(outer), ...namesOf(inner)]);
  return [...names].every((name) => coversValue(fieldOf(outer, name), fieldOf(inner, name)));
}

/** Stands for a hole of the inner text, which only a hole of the outer text can match. */
const HOLE = '\0';

function coversText({ parts }: Text, inner: Single): boolean {
  const text = textIn(inner);
  if (text === undefined) return false;
  const last = parts.at(-1);
  const tail = typeof last === 'string' && parts.length > 1 ? last : '';
  const end = text.length - tail.length;
  if (!text.endsWith(tail)) return false;
  let at = 0;
  for (const [index, part] of (tail === '' ? parts : parts.slice(0, -1)).entries()) {
    if (typeof part !== 'string') continue;
    // The first match leaves most room for the following parts.
    const found = text.indexOf(part, at);
    if (found < 0 || (index === 0 && found > 0)) return false;
    at = found + part.length;
  }
  return at <= end;
}

function textIn(value: Single): string | undefined {
  if (value.kind === 'text') return value.parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');
  return value.kind === 'known' && typeof value.json === 'string' ? value.json : undefined;
}
