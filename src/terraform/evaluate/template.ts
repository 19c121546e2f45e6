import type { Source } from '../hcl/syntax.ts';
import { asText } from '../values/convert.ts';
import { isOpen, refused, text, unknown, type Value } from '../values/value.ts';

/** What stands in a text in place of an interpolation. */
export function asPart(value: Value, source: Source): Value {
  if (value.kind === 'null') return refused(source, 'null stands in a text');
  if (value.kind === 'reference' && value.path.length === 0) return unknown(source, 'it is a whole resource, no text');
  if (isOpen(value)) return value.kind === 'unknown' && value.refused ? value : text([value]);
  return asText(value, source);
}
