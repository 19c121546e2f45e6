import type { Machine } from '../calls/machine.ts';
import type { Fact, Facts } from '../facts/facts.ts';
import { type Arn, formatArn, type Place, parseArn } from '../iam/arn.ts';
import { escapeText, isPlaceholder } from '../iam/text.ts';
import { knownText, type Value } from '../values/domain/value.ts';
import { matching, operatorFor } from './conditions.ts';
import type { Conditions, Origin, Resource } from './grant.ts';
import { knownArn, nameOrigin, namePart, originOf } from './names.ts';
import { partialOf, partialOrigin, patternOf, withinType } from './partial.ts';

/** Keys as the resources of a policy. */

/** A key, and what must hold of it if its ARN isn't known. */
export interface KeyResource {
  readonly resource: Resource;
  readonly conditions?: Conditions;
}

/** The key that a fact names. */
export function keyOfFact(key: Fact<'key'>, facts: Facts): KeyResource {
  return keyByArn(key.value, originOf(key), facts);
}

/**
 * A key by its ARN, or by the ARN of an alias. IAM knows keys by ID only: without the fact which key an alias points
 * to, every key of the account is allowed that has this alias.
 *
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html and
 * https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
export function keyByArn(text: string, origin: Origin, facts: Facts): KeyResource {
  const alias = aliasIn(text);
  if (alias === undefined) return { resource: { arn: escapeText(text), origin } };
  return (
    keyOfAlias(text, facts) ?? {
      resource: { arn: formatArn({ ...alias, resource: 'key/*' }), origin },
      conditions: hasAlias(escapeText(alias.resource)),
    }
  );
}

/** The ARN of an alias; its name with `alias/` may be a template's parameter. */
function aliasIn(text: string): Arn | undefined {
  const arn = parseArn(text);
  return arn?.service === 'kms' && (arn.resource.startsWith('alias/') || isPlaceholder(arn.resource)) ? arn : undefined;
}

/** The key that an alias points to, if a fact says it. */
function keyOfAlias(alias: string, facts: Facts): KeyResource | undefined {
  const key = facts.of(alias, 'key');
  if (key === undefined || parseArn(key.value)?.service !== 'kms' || aliasIn(key.value) !== undefined) return undefined;
  return { resource: { arn: escapeText(key.value), origin: originOf(key) } };
}

/** Holds of keys that have an alias of this pattern, such as `alias/orders`, however a request names the key. */
function hasAlias(pattern: string): Conditions {
  return { [`ForAnyValue:${operatorFor([pattern])}`]: { 'kms:ResourceAliases': [pattern] } };
}

/** Holds of requests to AWS KMS that themselves name the key by an alias of this pattern. */
function namesAlias(pattern: string): Conditions {
  return matching('kms:RequestAlias', [pattern]);
}

/** What an argument names: a key, the keys with an alias, or any key. Nothing for an absent argument. */
export interface KeyArgument {
  readonly resources: readonly Resource[];
  readonly conditions?: Conditions;
}

/**
 * Who sends the request to AWS KMS: the caller of a KMS API, whose request names the key as the argument does, or a
 * service on behalf of the caller, which may have looked up the key of an alias before.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html (kms:RequestAlias relies on the
 * alias in the request, kms:ResourceAliases on those of the key)
 */
export type KeyRequester = 'caller' | 'service';

/** What a key in an argument depends on, besides its text. */
interface KeyContext {
  readonly facts: Facts;
  readonly place: Place;
  /** Says which placeholders stand for ARNs. */
  readonly machine?: Pick<Machine, 'arns'>;
}

/**
 * The key in an argument: its ID, its ARN, the name of an alias, or an alias's ARN. Services ask for nothing on AWS
 * managed keys (`alias/aws/…`), whose key policies allow the account's callers.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
 */
export function keyArgument(
  value: Value,
  field: string,
  { facts, place, machine }: KeyContext,
  requester: KeyRequester = 'service',
): KeyArgument {
  if (value.kind === 'absent' || (value.kind === 'known' && (value.json === null || value.json === ''))) return NO_KEYS;
  const text = knownText(value);
  const { text: name, origin } = namePart(value, field);
  const keyArn = (id: string, of: Place = place) => formatArn({ ...of, service: 'kms', resource: `key/${id}` });
  const alias = aliasOf(value, place);
  if (alias !== undefined) {
    if (requester === 'service' && alias.pattern.startsWith('alias/aws/')) return NO_KEYS;
    const key =
      text === undefined
        ? undefined
        : keyOfAlias(formatArn({ ...alias, resource: aliasIn(text)?.resource ?? text }), facts);
    if (key !== undefined) return { resources: [key.resource] };
    return {
      resources: [{ arn: keyArn('*', alias), origin: aliasOrigin(value, field) }],
      conditions: requester === 'caller' ? namesAlias(alias.pattern) : hasAlias(alias.pattern),
    };
  }
  if (text !== undefined) {
    if (knownArn(value, machine?.arns) !== undefined) return { resources: [{ arn: name, origin }] };
    return { resources: [{ arn: keyArn(name), origin: nameOrigin(value, field, origin) }] };
  }
  return {
    resources: [partlyKnownKey(value, field, 'kms', place) ?? { arn: keyArn('*', { ...place, account: '*' }), origin }],
  };
}

const NO_KEYS: KeyArgument = { resources: [] };

/** An alias by name or ARN, with its place and its name as a pattern; undefined for what may be something else. */
function aliasOf(value: Value, place: Place): (Arn & { readonly pattern: string }) | undefined {
  const text = knownText(value);
  const pattern = text === undefined ? patternOf(value) : escapeText(text);
  if (pattern === undefined) return undefined;
  if (pattern.startsWith('alias/')) return { ...place, service: 'kms', resource: pattern, pattern };
  const arn = aliasIn(pattern);
  return arn === undefined || arn.partition.includes('*') ? undefined : { ...arn, pattern: arn.resource };
}

function aliasOrigin(value: Value, field: string): Origin {
  if (value.kind === 'unknown') return partialOrigin(value, field);
  const reason = `${field} is the alias ${knownText(value)}, and IAM knows keys by ID: every key with this alias is allowed. Give the key's ID or ARN, or state the alias's key with --facts`;
  return { kind: 'wildcard', reason };
}

/** The pattern of a key of which a part of the ARN, or the start of the ID is known. */
export function partlyKnownKey(value: Value, field: string, service: string, place: Place): Resource | undefined {
  const partial = partialOf(value);
  if (partial === undefined || value.kind !== 'unknown') return undefined;
  const origin = partialOrigin(value, field);
  switch (partial.kind) {
    case 'arn': {
      const arn = withinType(partial.arn, service, 'key/');
      // A hole in front of the resource may end in `alias`, whose keys have any ID.
      if (arn === undefined || !partial.arn.resource.startsWith('key/')) return undefined;
      return { arn, origin };
    }
    case 'name': {
      const [start = ''] = partial.pattern.split('*');
      if ('alias/'.startsWith(start) || start.startsWith('alias/')) return undefined;
      return { arn: formatArn({ ...place, service, resource: `key/${partial.pattern}` }), origin };
    }
    // What has only a known end may be an alias.
    case 'end':
      return undefined;
  }
}
