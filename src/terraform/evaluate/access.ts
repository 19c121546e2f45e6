import type { Source } from '../hcl/syntax.ts';
import { convert, describe } from '../values/convert.ts';
import { safeInteger } from '../values/number.ts';
import { DYNAMIC, NUMBER, STRING, type Type } from '../values/type.ts';
import { isMapping, isOpen, isSequence, openIn, refused, unknown, type Value } from '../values/value.ts';
import type { World } from './scope.ts';

/** `of.name`. */
export function attributeOf(of: Value, name: string, source: Source, world: World): Value {
  if (of.kind === 'unknown') return { ...of, type: DYNAMIC };
  if (of.kind === 'reference') {
    const known = of.path.length === 0 ? world.attributeOf(of.address, name, source) : undefined;
    return known ?? { ...of, path: [...of.path, name], place: source.place, type: attributeType(name) };
  }
  if (!isMapping(of)) return refused(source, `${describe(of)} has no attribute ${JSON.stringify(name)}`);
  return of.entries.get(name) ?? refused(source, `there is no ${JSON.stringify(name)} in ${describe(of)}`);
}

/** `of[key]`. */
export function indexOf(of: Value, key: Value, source: Source, world: World): Value {
  if (of.kind === 'unknown') return { ...of, type: DYNAMIC };
  if (of.kind === 'null' || of.kind === 'set') return refused(source, `${describe(of)} has no index`);
  const open = openIn(key);
  if (of.kind === 'reference') {
    if (of.path.length === 0 && world.openInstances(of.address)) return of;
    if (open) return unknown(source, 'its index is known only after apply');
    return intoReference(of, key, source, world);
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

function intoReference(of: Extract<Value, { kind: 'reference' }>, key: Value, source: Source, world: World): Value {
  if (key.kind === 'string' && of.path.length === 0) return attributeOf(of, key.value, source, world);
  const name = key.kind === 'string' ? key.value : key.kind === 'number' ? safeInteger(key.value) : undefined;
  if (name === undefined || isOpen(key)) return unknown(source, 'its index is neither a name nor a number');
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
