import { isArray, isObject, type Json } from '../../asl/json.ts';
import { own } from '../../own.ts';
import type { PartObject, Possible, Single, Text, TextPart } from './possible.ts';
import { headOf, tailOf } from './text.ts';

/** True if `outer` can be everything that `inner` can be; false may mean 'not proven'. */
export function includes(outer: Possible, inner: Possible): boolean {
  if (outer === inner || outer.kind === 'unknown') return true;
  if (inner.kind === 'either') return inner.options.every((option) => includes(outer, option));
  if (outer.kind === 'either') return outer.options.some((option) => includes(option, inner));
  if (outer.kind === 'text') return includesText(outer, inner);
  return same(outer, inner);
}

function includesText(outer: Text, inner: Single): boolean {
  if (inner.kind === 'known') return typeof inner.json === 'string' && includesKnownText(outer.parts, inner.json);
  if (inner.kind !== 'text') return false;
  if (same(outer, inner)) return true;
  const { parts } = outer;
  const [head, tail] = [headOf(parts), tailOf(parts)];
  if (parts.length > 3 || (parts.length === 3 && (head === '' || tail === ''))) return false;
  return headOf(inner.parts).startsWith(head) && tailOf(inner.parts).endsWith(tail);
}

function includesKnownText(parts: readonly TextPart[], text: string): boolean {
  if (parts.length > 3) return false;
  const [head, tail] = [headOf(parts), tailOf(parts)];
  const middle = parts.length === 3 && head === '' ? parts[1] : undefined;
  if (typeof middle === 'string') return text.includes(middle);
  if (parts.length === 3 && tail === '') return false;
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
}

/** True if two values are the same, whichever states set them; false may mean 'not proven'. */
export function same(a: Possible, b: Possible): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'known':
      return b.kind === 'known' && sameJson(a.json, b.json);
    case 'absent':
    case 'unknown':
      return a.kind === b.kind;
    case 'text':
      return b.kind === 'text' && sameParts(a.parts, b.parts);
    case 'array':
      return b.kind === 'array' && sameItems(a.items, b.items);
    case 'list':
      return b.kind === 'list' && same(a.item, b.item);
    case 'either':
      return b.kind === 'either' && a.options.length === b.options.length && includes(a, b) && includes(b, a);
    case 'object':
      return b.kind === 'object' && a.rest.kind === b.rest.kind && sameFields(a.fields, b.fields);
  }
}

function sameFields(a: PartObject['fields'], b: PartObject['fields']): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [name, field] of a) {
    const other = b.get(name);
    if (other === undefined || !same(field, other)) return false;
  }
  return true;
}

/** Any two holes are the same: their origin doesn't change the value. */
function sameParts(a: readonly TextPart[], b: readonly TextPart[]): boolean {
  return (
    a.length === b.length &&
    a.every((part, index) => {
      const other = b[index];
      return typeof part === 'string' || typeof other === 'string' ? part === other : true;
    })
  );
}

function sameItems(a: readonly Possible[], b: readonly Possible[]): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index];
      return other !== undefined && same(item, other);
    })
  );
}

function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (isArray(a)) {
    return isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index] ?? null));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => {
      const [left, right] = [own(a, name), own(b, name)];
      return left !== undefined && right !== undefined && sameJson(left, right);
    })
  );
}
