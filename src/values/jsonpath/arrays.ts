import { isArray, type Json } from '../../asl/json.ts';
import { constantOf } from '../domain/constant.ts';
import { arrayFrom, known, listOf, unknownValue } from '../domain/construct.ts';
import { combine, join, mapOptions } from '../domain/join.ts';
import { ABSENT, type Possible, type Single, type Unknown } from '../domain/possible.ts';
import { exactItems, itemAt, lengthOf } from '../flow/follow.ts';
import { type IntrinsicArgument, isSimpleInteger, unknownFrom, valuesOf } from './intrinsic.ts';

/** `States.Array($.a, 'b')` */
export function array(args: readonly IntrinsicArgument[]): Possible {
  return arrayFrom(valuesOf(args));
}

/** `States.ArrayGetItem($.array, 0)`. If the index isn't certain, the result is any of the items. */
export function arrayGetItem(args: readonly IntrinsicArgument[], source: string): Possible {
  if (args.length !== 2) return unknownValue(source);
  return combine(valuesOf(args), source, ([from = ABSENT, at = ABSENT]) => {
    const index = constantOf(at);
    if (from.kind === 'unknown') return unknownFrom([from], source);
    if (from.kind === 'list' || (isSimpleInteger(index) && index >= 0))
      return itemAt(from, isSimpleInteger(index) ? index : 0);
    return withItems(from, source, join);
  });
}

/** `States.ArrayLength($.array)` */
export function arrayLength(args: readonly IntrinsicArgument[], source: string): Possible {
  const [of] = args;
  if (!of || args.length !== 1) return unknownValue(source);
  return mapOptions(of.value, (option) => {
    const length = lengthOf(option);
    return length.kind === 'known' ? length : unknownFrom([option], source);
  });
}

/** `States.ArrayPartition($.array, 4)` */
export function arrayPartition(args: readonly IntrinsicArgument[], source: string): Possible {
  if (args.length !== 2) return unknownValue(source);
  return combine(valuesOf(args), source, ([from = ABSENT, by = ABSENT]) => {
    const size = constantOf(by);
    if (!isSimpleInteger(size) || size < 1) return unknownFrom([by], source);
    if (from.kind === 'list') return listOf(listOf(from.item));
    return withItems(from, source, (items) => {
      // Undocumented: whether an empty array has one empty part or none.
      if (items.length === 0) return listOf(known([]));
      const parts: Possible[] = [];
      for (let start = 0; start < items.length; start += size) parts.push(arrayFrom(items.slice(start, start + size)));
      return arrayFrom(parts);
    });
  });
}

/** `States.ArrayContains($.array, $.value)`: true or false, whatever is unknown. */
export function arrayContains(args: readonly IntrinsicArgument[], source: string): Possible {
  if (args.length !== 2) return unknownValue(source);
  const either = join([known(false), known(true)]);
  return combine(valuesOf(args), source, ([from = ABSENT, value = ABSENT]) => {
    const items = constantOf(from);
    const searched = constantOf(value);
    if (!isArray(items) || searched === undefined || !isComparable(searched)) return either;
    return known(items.includes(searched));
  });
}

/** Undocumented: whether `1` and `1.0` are equal, or objects with equal fields. */
function isComparable(json: Json): boolean {
  return typeof json === 'string' || typeof json === 'boolean' || json === null;
}

/** `States.ArrayRange(1, 9, 2)`: the end is included. AWS allows 1000 items. */
export function arrayRange(args: readonly IntrinsicArgument[], source: string): Possible {
  if (args.length !== 3) return unknownValue(source);
  return combine(valuesOf(args), source, (options) => {
    const [first, last, step] = options.map(constantOf);
    if (!isSimpleInteger(first) || !isSimpleInteger(last) || !isSimpleInteger(step)) {
      return unknownFrom(options, source);
    }
    const count = Math.floor((last - first) / step) + 1;
    if (step < 1 || last < first || count > 1000) return unknownValue(source);
    return known(Array.from({ length: count }, (_, index) => first + index * step));
  });
}

/** `States.ArrayUnique($.array)`: how many different items there are is known; their order is undocumented. */
export function arrayUnique(args: readonly IntrinsicArgument[], source: string): Possible {
  const [of] = args;
  if (!of || args.length !== 1) return unknownValue(source);
  return mapOptions(of.value, (option) => {
    if (option.kind === 'list') return option;
    const items = constantOf(option);
    if (!isArray(items)) return withItems(option, source, (all) => (all.length === 0 ? known([]) : listOf(join(all))));
    if (items.length > 256) return unknownValue(source);
    if (!items.every(isComparable)) return listOf(join(items.map((item) => known(item))));
    const unique = [...new Set(items)].map((item) => known(item));
    const any = join(unique);
    return arrayFrom(unique.map(() => any));
  });
}

/** The result for an array whose number of items is known; any other value fails. */
function withItems(value: Single, source: string, map: (items: readonly Possible[]) => Possible): Possible {
  if (value.kind === 'unknown') return unknownFrom([value], source);
  const items = exactItems(value);
  if (items === undefined) return ABSENT;
  return isItems(items) ? map(items) : unknownFrom([items], source);
}

function isItems(items: readonly Possible[] | Unknown): items is readonly Possible[] {
  return Array.isArray(items);
}
