import { compare as compareNumbers } from './number.ts';
import { sameType, type Type } from './type.ts';
import { type HclValue, isMapping, isOpenValue, isSequence, keyOf, openIn, typeOf } from './value.ts';

/** Attributes that AWS always gives: neither null nor empty, and of two resources never the same. */
const ALWAYS_SET = new Set(['arn', 'id']);

/**
 * What data sources always give besides.
 *
 * Source: https://github.com/hashicorp/terraform-provider-aws/tree/main/website/docs/d
 */
const DATA_ALWAYS_SET: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws_caller_identity', ['account_id', 'user_id']],
  ['aws_iam_policy_document', ['json', 'minified_json']],
  ['aws_partition', ['dns_suffix', 'partition']],
  ['aws_region', ['name', 'region']],
]);

/** True where the value is certainly neither null nor an empty text. */
export function isAlwaysSet(value: HclValue): boolean {
  if (value.kind === 'text') return value.parts.some((part) => typeof part === 'string' || isAlwaysSet(part));
  if (value.kind !== 'reference' || value.path.length !== 1) return false;
  const attribute = String(value.path[0]);
  const [, type = ''] = /(?:^|\.)data\.(\w+)\./.exec(value.address) ?? [];
  return ALWAYS_SET.has(attribute) || DATA_ALWAYS_SET.get(type)?.includes(attribute) === true;
}

/**
 * Whether two values are equal, as `==` has it: only values of one type can be. Undefined where that isn't known.
 *
 * Source: https://developer.hashicorp.com/terraform/language/expressions/operators#equality-operators
 */
export function equal(a: HclValue, b: HclValue): boolean | undefined {
  if (a.kind === 'null' && b.kind === 'null') return true;
  if (a.kind === 'null' || b.kind === 'null')
    return isAlwaysSet(a) || isAlwaysSet(b) || !(isOpenValue(a) || isOpenValue(b)) ? false : undefined;
  if (openIn(a) ?? openIn(b)) return equalInPart(a, b);
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(a.value, b.value) === 0;
  if (isMapping(a) || isSequence(a)) {
    if (keyOf(a) === keyOf(b)) return sameType(typeOf(a), typeOf(b)) ? true : hasNull(typeOf(a)) ? undefined : false;
    return hasNull(typeOf(a)) || hasNull(typeOf(b)) ? undefined : false;
  }
  return keyOf(a) === keyOf(b);
}

function equalInPart(a: HclValue, b: HclValue): boolean | undefined {
  if ((isStructure(a) && isPlain(b)) || (isPlain(a) && isStructure(b))) return false;
  if (a.kind === 'reference' && b.kind === 'reference' && a.path.length > 0) {
    if (keyOf(a) === keyOf(b)) return true;
    return isAlwaysSet(a) && isAlwaysSet(b) && a.path[0] === 'arn' && b.path[0] === 'arn' ? false : undefined;
  }
  if (isEmptyText(a) || isEmptyText(b)) return isAlwaysSet(a) || isAlwaysSet(b) ? false : undefined;
  const [x, y] = [startOf(a), startOf(b)];
  if (x === undefined || y === undefined) return undefined;
  const length = Math.min(x.length, y.length);
  return x.slice(0, length) === y.slice(0, length) ? undefined : false;
}

function isStructure(value: HclValue): boolean {
  return isMapping(value) || isSequence(value);
}

function isPlain({ kind }: HclValue): boolean {
  return kind === 'bool' || kind === 'number' || kind === 'string' || kind === 'text';
}

function isEmptyText(value: HclValue): boolean {
  return value.kind === 'string' && value.value === '';
}

/** What a text certainly starts with. */
function startOf(value: HclValue): string | undefined {
  if (value.kind === 'string') return value.value;
  if (value.kind !== 'text') return undefined;
  const [first] = value.parts;
  return typeof first === 'string' ? first : undefined;
}

/** The type of a null among others isn't known here. */
function hasNull(type: Type): boolean {
  if (type.kind === 'tuple') return type.elements.some(hasNull);
  if (type.kind === 'object') return [...type.attributes.values()].some(hasNull);
  return type.kind === 'null' || type.kind === 'dynamic' || ('element' in type && hasNull(type.element));
}
