import type { SourceText } from '../hcl/syntax.ts';
import { convert, describe } from '../values/convert.ts';
import { safeInteger } from '../values/number.ts';
import { DYNAMIC, NUMBER, STRING, type Type } from '../values/type.ts';
import { type HclValue, isMapping, isOpenValue, isSequence, openIn, refused, unknown } from '../values/value.ts';
import type { EvaluationContext } from './scope.ts';

/** `of.name`. */
export function memberOf(of: HclValue, name: string, source: SourceText, context: EvaluationContext): HclValue {
  if (of.kind === 'unknown') return partOf(of, attributeOfType(of.type, name), source);
  if (of.kind === 'reference') {
    const known = of.path.length === 0 ? context.memberOf(of.address, name, source) : undefined;
    return known ?? { ...of, path: [...of.path, name], place: source.place, type: attributeType(name) };
  }
  if (!isMapping(of)) return refused(source, `${describe(of)} has no attribute ${JSON.stringify(name)}`);
  return of.entries.get(name) ?? refused(source, `there is no ${JSON.stringify(name)} in ${describe(of)}`);
}

/** `of[key]`. */
export function indexOf(of: HclValue, key: HclValue, source: SourceText, context: EvaluationContext): HclValue {
  if (of.kind === 'unknown') return partOf(of, itemOfType(of.type, key), source);
  if (of.kind === 'null' || of.kind === 'set') return refused(source, `${describe(of)} has no index`);
  const open = openIn(key);
  if (of.kind === 'reference') {
    if (of.path.length === 0 && context.openInstances(of.address)) return of;
    if (open) return unknown(source, 'its index is known only after apply');
    return intoReference(of, key, source, context);
  }
  if (!isSequence(of) && !isMapping(of)) return refused(source, `${describe(of)} has no index`);
  if (open)
    return open.kind === 'unknown'
      ? { ...open, type: DYNAMIC }
      : unknown(source, 'its index is known only after apply');
  if (key.kind === 'null') return refused(source, 'the index is null');
  if (isSequence(of)) {
    const at = convert(key, NUMBER, source);
    if (at.kind !== 'number') return at;
    const item = of.items[safeInteger(at.value) ?? -1];
    return item ?? refused(source, `the index is not one of ${of.items.length} items`);
  }
  const name = convert(key, STRING, source);
  if (name.kind !== 'string') return name;
  return of.entries.get(name.value) ?? refused(source, `there is no ${JSON.stringify(name.value)} in ${describe(of)}`);
}

type Unknown = Extract<HclValue, { kind: 'unknown' }>;

/** A part of what isn't known: refused where its type has no such part. */
function partOf(of: Unknown, type: Type | undefined, source: SourceText): HclValue {
  if (of.refused) return { ...of, type: type ?? DYNAMIC };
  if (!type) return refused(source, `a ${of.type.kind} has no such part`);
  // Whether a map or a list has the part is not known either.
  return { ...of, expression: source.text, type };
}

function attributeOfType(type: Type, name: string): Type | undefined {
  if (type.kind === 'object') return type.attributes.get(name);
  if (type.kind === 'map') return type.element;
  return type.kind === 'dynamic' || type.kind === 'null' ? DYNAMIC : undefined;
}

function itemOfType(type: Type, key: HclValue): Type | undefined {
  if (type.kind === 'object') return key.kind === 'string' ? type.attributes.get(key.value) : DYNAMIC;
  if (type.kind === 'tuple') {
    const at = key.kind === 'number' ? safeInteger(key.value) : undefined;
    return at === undefined ? DYNAMIC : type.elements[at];
  }
  if (type.kind === 'list' || type.kind === 'map') return type.element;
  return type.kind === 'dynamic' || type.kind === 'null' ? DYNAMIC : undefined;
}

function intoReference(
  of: Extract<HclValue, { kind: 'reference' }>,
  key: HclValue,
  source: SourceText,
  context: EvaluationContext,
): HclValue {
  if (key.kind === 'string' && of.path.length === 0) return memberOf(of, key.value, source, context);
  const name = key.kind === 'string' ? key.value : key.kind === 'number' ? safeInteger(key.value) : undefined;
  if (name === undefined || isOpenValue(key)) return unknown(source, 'its index is neither a name nor a number');
  if (typeof name === 'number' && of.path.length === 0) return refused(source, 'the resource has no count');
  return { ...of, path: [...of.path, name], place: source.place, type: itemType(of.path.at(-1)) };
}

/**
 * Attributes that are texts in every resource of the AWS provider which has them: names, ARNs, URLs and what ends so.
 * Of the others the type isn't known here.
 */
const TEXTS =
  /^(?:(?:\w+_)?(?:arn|id|name|url|uri|endpoint|bucket|region|partition|dns_suffix|account_id|json|prefix|version_id|invoke_arn|domain_name|hosted_zone_id|address|family|rendered|content|alias|path|policy|output|hex|b64_std|b64_url|result|kms_key_id|revision_arn|arn_without_revision))$/;
const LISTS = /^(?:\w+_)?(?:arns|ids|names)$/;

function attributeType(name: string): Type {
  if (LISTS.test(name)) return { kind: 'list', element: STRING };
  return TEXTS.test(name) ? STRING : DYNAMIC;
}

function itemType(name: string | number | undefined): Type {
  return typeof name === 'string' && LISTS.test(name) ? STRING : DYNAMIC;
}
