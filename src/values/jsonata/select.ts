import { type Evaluation, spend } from './scope.ts';
import { choose, isAbsent, present, unite } from './value/alternatives.ts';
import { anyOf, arrayParts, isArrayItem, knownLength, many, one } from './value/arrays.ts';
import { fieldIn, isObjectItem, objectIn } from './value/objects.ts';
import { type Alternatives, gaveUp, type Item, NO_VALUE, type Part, sequenceOf } from './value/value.ts';

/** A field of an object; for an array, that field of its items as one sequence. */
export function lookupName(context: Item, name: string, evaluation: Evaluation): Alternatives {
  const parts = arrayParts(context);
  if (!parts) return fieldIn(context, name);
  if (!spend(evaluation, parts.length)) return [gaveUp('')];
  const found: Part[] = [];
  for (const part of parts) {
    const value = unite(part.value.map((item) => lookupName(item, name, evaluation)));
    const [only] = value;
    if (!part.many && value.length === 1 && only && only.kind !== 'unknown') {
      if (isAbsent(only)) continue;
      found.push(...(isArrayItem(only) ? (arrayParts(only) ?? []) : [one(value)]));
      continue;
    }
    const items = present(value);
    if (!part.many && items === value && !items.some((item) => isArrayItem(item) || item.kind === 'unknown')) {
      found.push(one(value));
    } else if (items.length > 0) found.push(many(flat(items)));
  }
  return [sequenceOf(found, 'sequence')];
}

function flat(value: Alternatives): Alternatives {
  return choose(value.flatMap((item) => (isArrayItem(item) ? anyOf(arrayParts(item) ?? []) : [item])));
}

/** Every item in nested arrays. */
function flatten(item: Item): readonly Part[] {
  const parts = arrayParts(item);
  if (!parts) return [item.kind === 'unknown' ? many([item]) : one([item])];
  return parts.flatMap((part): readonly Part[] => {
    const [only] = part.value;
    if (!part.many && part.value.length === 1 && only) return flatten(only);
    const inner = part.value.flatMap((each) => flatten(each).flatMap((leaf) => leaf.value));
    const settled = !part.many && !part.value.some((each) => isArrayItem(each) || each.kind === 'unknown');
    return inner.length === 0 ? [] : [{ many: !settled, value: choose(inner) }];
  });
}

/** `*`: every field. Their order is certain only for an object with one field: engines may differ from JavaScript. */
export function wildcard(context: Item): Alternatives {
  if (context.kind === 'unknown') return [context];
  const array = arrayParts(context);
  if (array) return ofChildren(array, true);
  const object = objectIn(context);
  if (!object) return NO_VALUE;
  if (object.rest.kind === 'unknown') return [object.rest];
  return ofChildren([...object.fields.values()].map(childPart), object.fields.size === 1);
}

/** A field that may be absent counts as any number of fields. */
function childPart(value: Alternatives): Part {
  const items = present(value);
  return items === value ? one(value) : many(items);
}

function ofChildren(children: readonly Part[], ordered: boolean): Alternatives {
  const flattened: Part[] = [];
  let joins = false;
  for (const child of children) {
    const [only] = child.value;
    if (child.value.some((item) => isArrayItem(item) || item.kind === 'unknown')) joins = true;
    if (!child.many && child.value.length === 1 && only) flattened.push(...flatten(only));
    else if (child.value.length > 0) {
      const inner = child.value.flatMap((item) => flatten(item).flatMap((leaf) => leaf.value));
      const settled = !child.many && !child.value.some((item) => isArrayItem(item) || item.kind === 'unknown');
      flattened.push({ many: !settled, value: choose(inner) });
    }
  }
  const parts = flattened.filter((part) => part.value.length > 0);
  if (parts.some((part) => part.value.some((item) => item.kind === 'unknown')))
    return [gaveUp('a part of what * selects')];
  const form = joins ? 'plain' : 'sequence';
  if (ordered && knownLength([...parts, ...children]) !== undefined) return [sequenceOf(parts, form)];
  if (parts.length > 0) return [sequenceOf([many(anyOf(parts))], 'sequence')];
  // No values in arrays make an empty array, which differs from no value.
  return choose([sequenceOf([], form), ...(children.some((child) => child.many) ? NO_VALUE : [])]);
}

/** `**`: the item and everything in it; the order is certain only if no object has more than one field. */
export function descendants(context: Item, evaluation: Evaluation): Alternatives {
  if (isAbsent(context)) return NO_VALUE;
  const found: Item[] = [];
  const ordered = collect(context, found, evaluation);
  if (ordered === undefined) return [gaveUp('a part of what ** selects')];
  const [only] = found;
  if (found.length === 1 && only) return [only];
  if (ordered)
    return [
      sequenceOf(
        found.map((item) => one([item])),
        'sequence',
      ),
    ];
  return [sequenceOf([many(choose(found))], 'sequence')];
}

/** Whether the order is certain; undefined if the contents aren't. */
function collect(item: Item, found: Item[], evaluation: Evaluation): boolean | undefined {
  if (!spend(evaluation, 1) || item.kind === 'unknown') return undefined;
  if (!isArrayItem(item)) found.push(item);
  const parts = arrayParts(item);
  const object = isObjectItem(item) ? objectIn(item) : undefined;
  if (object?.rest.kind === 'unknown') return undefined;
  const children = parts ?? [...(object?.fields.values() ?? [])].map(childPart);
  let ordered: boolean | undefined = object === undefined || object.fields.size <= 1;
  for (const child of children) {
    const [only] = child.value;
    if (child.many || child.value.length !== 1 || !only) return undefined;
    const inner = collect(only, found, evaluation);
    if (inner === undefined) return undefined;
    ordered &&= inner;
  }
  return ordered;
}
