import { commonText } from './commonText.ts';
import { includes } from './compare.ts';
import { listOf, unknownValue } from './construct.ts';
import { TOO_MANY_OPTIONS } from './limits.ts';
import { mergedObject } from './merge.ts';
import { isObjectLike, itemsIn } from './parts.ts';
import { ABSENT, optionsOf, type Possible, type Single, type TextPart } from './possible.ts';

/** What several values have in common: their fields one by one, the ends of their texts; unknown if nothing. */
export function widenAll(options: readonly Single[]): Single {
  let [result] = options;
  for (const option of options) if (result !== undefined) result = widenTwo(result, option);
  return result ?? ABSENT;
}

/** Like `next`, but wide enough that a loop soon finds nothing new. */
export function widen(old: Possible, next: Possible): Possible {
  return includes(old, next) ? old : widenAll([...optionsOf(old), ...optionsOf(next)]);
}

const WIDENED = unknownValue('one of many values', TOO_MANY_OPTIONS);

function widenTwo(a: Single, b: Single): Single {
  if (includes(a, b)) return a;
  if (includes(b, a)) return b;
  const [left, right] = [textParts(a), textParts(b)];
  if (left && right) return commonText(left, right, WIDENED);
  if (isObjectLike(a) && isObjectLike(b)) {
    return mergedObject([a, b], (values) => widenAll(values.flatMap(optionsOf)));
  }
  const [these, those] = [itemsIn(a), itemsIn(b)];
  if (these && those) return listOf(widenAll([...these, ...those].flatMap(optionsOf)));
  return WIDENED;
}

function textParts(value: Single): readonly TextPart[] | undefined {
  if (value.kind === 'text') return value.parts;
  return value.kind === 'known' && typeof value.json === 'string' ? [value.json] : undefined;
}
