import { compareText } from '../../finding.ts';
import { combinations } from './combinations.ts';
import { includes } from './compare.ts';
import { listOf, unknownValue } from './construct.ts';
import { areTooMany, MAX_OPTIONS, TOO_MANY_OPTIONS } from './limits.ts';
import { mergedObject } from './merge.ts';
import { isObjectLike, itemsIn } from './parts.ts';
import { ABSENT, type Known, optionsOf, type Possible, type Single } from './possible.ts';
import { widenAll } from './widen.ts';

/** A value that can be any of these; `absent` if there are none. */
export function join(values: readonly Possible[]): Possible {
  let [result] = values;
  for (const value of values) if (result !== undefined && value !== result) result = joinTwo(result, value);
  return result ?? ABSENT;
}

/** The object `a` itself if `b` adds nothing. */
function joinTwo(a: Possible, b: Possible): Possible {
  if (a === b || a.kind === 'unknown') return a;
  const before = optionsOf(a);
  let options = before;
  for (const option of optionsOf(b)) options = withOption(options, option);
  return options === before ? a : bounded(options);
}

function withOption(options: readonly Single[], added: Single): readonly Single[] {
  const covering = options.find((option) => includes(option, added));
  if (covering !== undefined) {
    // If two states set the same value, which one is reported must not depend on the order.
    const isRenamed = covering.kind === 'known' && added.kind === 'known' && isBefore(added, covering);
    return isRenamed ? options.map((option) => (option === covering ? added : option)) : options;
  }
  return [...options.filter((option) => !includes(added, option)), added];
}

function isBefore(a: Known, b: Known): boolean {
  return compareText(a.setBy ?? '', b.setBy ?? '') < 0;
}

/**
 * Limits alternatives so that work with them stays cheap: objects are merged first, which keeps the values of their
 * fields.
 */
function bounded(options: readonly Single[]): Possible {
  const few = areTooMany(options) ? mergedParts(options) : options;
  const [only] = few;
  if (few.length === 1 && only) return only;
  return few.length > MAX_OPTIONS ? widenAll(few) : { kind: 'either', options: few };
}

/** One object for all objects, and one list for all lists. */
function mergedParts(options: readonly Single[]): readonly Single[] {
  const objects = options.filter(isObjectLike);
  const lists = options.filter((option) => itemsIn(option) !== undefined);
  const others = options.filter((option) => !isObjectLike(option) && itemsIn(option) === undefined);
  const list = (): Single => listOf(join(lists.flatMap((each) => itemsIn(each) ?? [])));
  return [
    ...others,
    ...(objects.length > 1 ? [mergedObject(objects, join)] : objects),
    ...(lists.length > 1 ? [list()] : lists),
  ];
}

/** What a function makes of each alternative, joined. */
export function mapOptions(value: Possible, map: (option: Single) => Possible): Possible {
  return value.kind === 'either' ? join(value.options.map(map)) : map(value);
}

/**
 * What a function makes of every combination of alternatives, joined; unknown, named `expression`, if there are too
 * many combinations.
 */
export function combine(
  values: readonly Possible[],
  expression: string,
  map: (options: readonly Single[]) => Possible,
): Possible {
  let count = 1;
  for (const value of values) count *= optionsOf(value).length;
  if (count > MAX_OPTIONS) return unknownValue(expression, TOO_MANY_OPTIONS);
  return join(combinations(values.map(optionsOf)).map(map));
}
