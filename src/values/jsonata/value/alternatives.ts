import { combinations } from '../../domain/combinations.ts';
import { same } from '../../domain/compare.ts';
import { unknownValue } from '../../domain/construct.ts';
import { join } from '../../domain/join.ts';
import { MAX_OPTIONS } from '../../domain/limits.ts';
import { optionsOf, type Possible, type Single } from '../../domain/possible.ts';
import { widenAll } from '../../domain/widen.ts';
import { type Alternatives, type BuiltObject, FAILS, type Item, type Sequence } from './value.ts';

/** A value with these alternatives: the domain joins those of its own kinds, and the order stays. */
export function choose(items: readonly Item[]): Alternatives {
  if (items.length <= 1) return items;
  const singles = items.filter(isSingle);
  const joined = singles.length === 0 ? FAILS : fromPossible(join(singles));
  if (singles.length === items.length || joined[0]?.kind === 'unknown') return joined;
  const left = new Set(joined);
  const chosen: Item[] = [];
  for (const item of items) {
    if (isSingle(item) ? left.delete(item) : !chosen.some((other) => sameItem(other, item))) chosen.push(item);
    if (chosen.length > MAX_OPTIONS) return [TOO_MANY];
  }
  // Alternatives that the domain has merged come last.
  return [...chosen, ...left];
}

export function unite(values: readonly Alternatives[]): Alternatives {
  const [only, ...others] = values;
  return only && others.length === 0 ? only : choose(values.flat());
}

/** The alternatives of a value of the domain. */
export function fromPossible(value: Possible): readonly Single[] {
  const options = optionsOf(value);
  const unknown = options.length > 1 ? options.find(({ kind }) => kind === 'unknown') : undefined;
  return unknown ? [unknown] : options;
}

/** True for what is of the domain's own kinds. */
export function isSingle(item: Item): item is Single {
  return item.kind !== 'sequence' && item.kind !== 'builtObject' && item.kind !== 'function';
}

const TOO_MANY = unknownValue('', { state: '', reason: `more than ${MAX_OPTIONS} alternatives`, widened: true });

/** Maps every combination of the values' alternatives and unites the results. */
export function combineValues(
  values: readonly Alternatives[],
  map: (items: readonly Item[]) => Alternatives,
): Alternatives {
  let count = 1;
  for (const value of values) count *= value.length;
  if (count > MAX_OPTIONS) return combineWidened(values, map);
  return unite(combinations(values).map(map));
}

/** The same for two values. */
export function combineTwo(a: Alternatives, b: Alternatives, map: (a: Item, b: Item) => Alternatives): Alternatives {
  return combineValues([a, b], ([left, right]) => (left && right ? map(left, right) : FAILS));
}

/** With too many combinations, each value is reduced to what its alternatives have in common. */
function combineWidened(values: readonly Alternatives[], map: (items: readonly Item[]) => Alternatives): Alternatives {
  const widened = values.map((value) => (value.length > 1 ? widen(value) : value));
  const unknown = widened.find((value, index) => value !== values[index] && value[0]?.kind === 'unknown');
  return unknown ?? map(widened.flat());
}

function widen(value: Alternatives): Alternatives {
  const singles = value.filter(isSingle);
  return [singles.length === value.length ? widenAll(singles) : TOO_MANY];
}

export function isAbsent(item: Item): boolean {
  return item.kind === 'absent';
}

/** The value without the alternative of no value. */
export function present(value: Alternatives): Alternatives {
  return value.some(isAbsent) ? value.filter((item) => !isAbsent(item)) : value;
}

/** Larger values aren't compared. Keeping two equal ones apart does no harm. */
const MAX_COMPARED = 100;

function sameItem(a: Item, b: Item): boolean {
  if (a === b) return true;
  if ('weight' in a && 'weight' in b && (a.weight !== b.weight || a.weight > MAX_COMPARED)) return false;
  if (isSingle(a)) return isSingle(b) && same(a, b);
  switch (a.kind) {
    case 'sequence':
      return b.kind === 'sequence' && sameSequence(a, b);
    case 'builtObject':
      return b.kind === 'builtObject' && sameObject(a, b);
    case 'function':
      return false;
  }
}

function sameSequence(a: Sequence, b: Sequence): boolean {
  return (
    a.form === b.form &&
    a.constructed === b.constructed &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, index) => {
      const other = b.parts[index];
      return other !== undefined && part.many === other.many && sameValue(part.value, other.value);
    })
  );
}

function sameObject(a: BuiltObject, b: BuiltObject): boolean {
  return (
    a.rest.kind === b.rest.kind &&
    a.fields.size === b.fields.size &&
    [...a.fields].every(([name, field]) => {
      const other = b.fields.get(name);
      return other !== undefined && sameValue(field, other);
    })
  );
}

function sameValue(a: Alternatives, b: Alternatives): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index];
      return other !== undefined && sameItem(item, other);
    })
  );
}
