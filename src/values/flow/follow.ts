import { isArray, isObject, type Json } from '../../asl/json.ts';
import { arrayFrom, known, listOf, objectOf, unknownValue } from '../domain/construct.ts';
import { join, mapOptions } from '../domain/join.ts';
import { fieldOf, itemsIn, namesInJson } from '../domain/parts.ts';
import { ABSENT, optionsOf, type Possible, type Single, type Unknown } from '../domain/possible.ts';
import { isDefinite, isDefiniteStep, type PathStep } from '../jsonpath/path.ts';

/** More candidates than this aren't followed one by one. */
const MAX_ITEMS = 256;

const TOO_MANY = unknownValue('a value too large to follow');

/**
 * What is at the path; `absent` is one of the alternatives if a run may find nothing and fail. A path that can match
 * several places gives a list, as in Jayway's JsonPath.
 */
export function follow(start: Possible, steps: readonly PathStep[]): Possible {
  let value = start;
  let index = 0;
  for (; index < steps.length; index++) {
    const step = steps[index];
    if (!step || !isDefiniteStep(step, index === steps.length - 1)) break;
    value = mapOptions(value, (option) => definite(option, step));
    if (value.kind === 'unknown' || (value.kind === 'absent' && isDefinite(steps))) return value;
  }
  const rest = steps.slice(index);
  return rest.length === 0 ? value : mapOptions(value, (option) => gather(option, rest));
}

function definite(value: Single, step: PathStep): Possible {
  switch (step.kind) {
    case 'name':
      return fieldOf(value, step.name);
    case 'names':
      return picked(value, step.names);
    case 'index':
      return itemAt(value, step.index);
    case 'length':
      return lengthOf(value);
    default:
      return ABSENT;
  }
}

/** The items of an array whose length is known; undefined for any other value, or if there are too many. */
export function exactItems(value: Single): readonly Possible[] | Unknown | undefined {
  if (value.kind === 'list') return undefined;
  const size = value.kind === 'known' && isArray(value.json) ? value.json.length : 0;
  if (size > MAX_ITEMS) return TOO_MANY;
  const items = itemsIn(value);
  return items && items.length > MAX_ITEMS ? TOO_MANY : items;
}

/** One item, counted from the end if the index is negative; `absent` beyond the ends. */
export function itemAt(value: Single, index: number): Possible {
  switch (value.kind) {
    case 'unknown':
      return value;
    case 'list':
      return join([value.item, ABSENT]);
    case 'array':
      return value.items.at(index) ?? ABSENT;
    case 'known': {
      const json = isArray(value.json) ? value.json.at(index) : undefined;
      return json === undefined ? ABSENT : known(json, value.setBy);
    }
    default:
      return ABSENT;
  }
}

export function lengthOf(value: Single): Possible {
  if (value.kind === 'array') return known(value.items.length);
  if (value.kind === 'known' && isArray(value.json)) return known(value.json.length);
  // For objects and texts, versions of JsonPath answer differently.
  return unknownValue('length()');
}

/** An object with those of the fields that exist. */
function picked(value: Single, names: readonly string[]): Possible {
  if (value.kind === 'unknown') return value;
  if (value.kind !== 'object' && !(value.kind === 'known' && isObject(value.json))) return ABSENT;
  return objectOf(new Map(names.map((name) => [name, fieldOf(value, name)])));
}

/** What has been found so far, in order; not `exact` if there may be fewer or more, or the order may differ. */
interface Found {
  readonly items: readonly Possible[];
  readonly exact: boolean;
}

function gather(start: Single, steps: readonly PathStep[]): Possible {
  let found: Found = { items: [start], exact: true };
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const scanned = steps[index - 1]?.kind === 'descent';
    const each = found.items.map((item) => foundIn(item, (option) => search(option, step, isLast, scanned)));
    found = { items: each.flatMap((one) => one.items), exact: found.exact && each.every((one) => one.exact) };
    if (found.items.length > MAX_ITEMS) return TOO_MANY;
  }
  if (found.exact) return arrayFrom(found.items);
  return found.items.length === 0 ? known([]) : listOf(join(found.items));
}

/** What is found in a value depends on which of its alternatives it is. */
function foundIn(value: Possible, search: (option: Single) => Found): Found {
  const options = optionsOf(value);
  const each = options.map(search);
  const [first] = each;
  if (each.length === 1 && first) return first;
  if (first && each.every((one) => one.exact && one.items.length === 1)) {
    return { items: [join(each.flatMap((one) => one.items))], exact: true };
  }
  return { items: each.flatMap((one) => one.items), exact: false };
}

/**
 * What one step finds below one value. If Jayway's JsonPath would give up on a value, nothing is found there and the
 * answer isn't exact: values beside it may be lost too.
 *
 * `scanned`: after `..`, all items of an array are candidates, since JsonPath applies the next step to each.
 */
function search(value: Single, step: PathStep, isLast: boolean, scanned: boolean): Found {
  if (value.kind === 'absent') return exactly([]);
  if (value.kind === 'unknown') return perhaps([value]);
  if (scanned && step.kind !== 'name' && step.kind !== 'names' && step.kind !== 'wildcard') return candidates(value);
  switch (step.kind) {
    case 'name':
      return there(fieldOf(value, step.name));
    case 'names':
      return isLast ? there(picked(value, step.names)) : fieldsFound(value, step.names);
    case 'index':
      return numbered(value, [step.index]);
    case 'indexes':
      return numbered(value, step.indexes);
    case 'slice':
      return sliced(value, step.from, step.to);
    case 'wildcard':
      return children(value, isLast);
    case 'filter':
      return candidates(value);
    case 'descent':
      return descendants(value);
    case 'length':
      return perhaps([unknownValue('length()')]);
  }
}

function exactly(items: readonly Possible[]): Found {
  return { items, exact: true };
}

function perhaps(items: readonly Possible[]): Found {
  return { items: items.flatMap((item) => there(item).items), exact: false };
}

/** A field that may be missing may be skipped. */
function there(field: Possible): Found {
  const options = optionsOf(field);
  const present = options.filter((option) => option.kind !== 'absent');
  if (present.length === 0) return exactly([]);
  return { items: [join(present)], exact: present.length === options.length && field.kind !== 'unknown' };
}

function fieldsFound(value: Single, names: readonly string[]): Found {
  const each = names.map((name) => there(fieldOf(value, name)));
  return { items: each.flatMap((one) => one.items), exact: each.every((one) => one.exact) };
}

function numbered(value: Single, indexes: readonly number[]): Found {
  if (value.kind === 'list') return perhaps([value.item]);
  const items = indexes.map((index) => itemAt(value, index)).filter((item) => item.kind !== 'absent');
  return { items, exact: indexes.every((index) => index >= 0) };
}

/** With two bounds, versions of JsonPath disagree on what a negative one means. */
function sliced(value: Single, from: number | undefined, to: number | undefined): Found {
  const items = exactItems(value);
  if (items === undefined) return value.kind === 'list' ? perhaps([value.item]) : exactly([]);
  if (!isItems(items)) return perhaps([items]);
  if (from !== undefined && to !== undefined && (from < 0 || to < 0)) return perhaps(items);
  return exactly(items.slice(from, to));
}

function isItems(items: readonly Possible[] | Unknown): items is readonly Possible[] {
  return Array.isArray(items);
}

/** What `[*]` finds. The order of an object's fields is unknown. */
function children(value: Single, isLast: boolean): Found {
  if (value.kind === 'list') return perhaps([value.item]);
  const items = exactItems(value);
  if (items !== undefined) return isItems(items) ? exactly(items) : perhaps([items]);
  const fields = fieldsOf(value);
  return fields ? perhaps(fields) : { items: [], exact: isLast };
}

function fieldsOf(value: Single): readonly Possible[] | undefined {
  if (value.kind === 'object') return [...value.fields.values(), value.rest].filter((field) => field.kind !== 'absent');
  if (value.kind !== 'known' || !isObject(value.json)) return undefined;
  if (namesInJson(value.json).count > MAX_ITEMS) return [TOO_MANY];
  return Object.values(value.json).map((json: Json) => known(json, value.setBy));
}

/** What a filter can let through: items of an array, or a whole object. */
function candidates(value: Single): Found {
  const items = children(value, true).items;
  return perhaps(fieldsOf(value) ? [value] : items);
}

/** The value itself and everything below it, up to a limit. */
function descendants(value: Single): Found {
  const found: Possible[] = [];
  const left: Single[] = [value];
  for (let next = left.pop(); next; next = left.pop()) {
    found.push(next);
    if (next.kind === 'unknown') continue;
    if (found.length + left.length > MAX_ITEMS) return perhaps([TOO_MANY]);
    for (const child of children(next, true).items) {
      for (const option of optionsOf(child)) if (option.kind !== 'absent') left.push(option);
    }
  }
  return perhaps(found);
}
