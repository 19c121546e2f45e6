import { choose } from './value/alternatives.ts';
import { type Alternatives, type Item, NO_VALUE, type Sequence, sequenceOf } from './value/value.ts';

/** A path's result with only one item becomes that item. */
export function unwrap(value: Alternatives, keepArray: boolean): Alternatives {
  if (!value.some((item) => item.kind === 'sequence' && item.form !== 'plain')) return value;
  return choose(value.flatMap((item) => (item.kind === 'sequence' ? unwrapOne(item, keepArray) : [item])));
}

function unwrapOne(item: Sequence, keepArray: boolean): readonly Item[] {
  const { parts, form } = item;
  if (form === 'plain') return [item];
  const [first] = parts;
  const keeps = keepArray || form === 'kept';
  if (parts.every((part) => !part.many)) {
    if (!first) return NO_VALUE;
    if (parts.length === 1 && !keeps) return first.value;
    return keeps && form === 'sequence' ? [sequenceOf(parts, 'kept', item.constructed)] : [item];
  }
  if (form === 'open' && !keepArray) return [item];
  const certain = parts.filter((part) => !part.many);
  const open: readonly Item[] = [sequenceOf(parts, 'open', item.constructed)];
  if (certain.length > 1) return open;
  const single = keeps ? [] : (certain.length === 1 ? certain : parts).flatMap((part) => part.value);
  return certain.length === 1 ? [...single, ...open] : [...NO_VALUE, ...single, ...open];
}
