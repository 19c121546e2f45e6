import type { Fact, Facts } from '../facts/facts.ts';
import { type Arn, formatArn, parseArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import type { Conditions, Origin, Resource } from './grant.ts';

/** Keys as the resources of a policy. */

/** A key, and what must hold of it if its ARN isn't known. */
export interface KeyResource {
  readonly resource: Resource;
  readonly conditions?: Conditions;
}

/** The key that a fact names. */
export function keyOfFact({ name, value, resource: of, source, place }: Fact<'key'>, facts: Facts): KeyResource {
  return keyByArn(value, { kind: 'fact', fact: name, of, source, place }, facts);
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
  const key = facts.of(text, 'key');
  if (key !== undefined && aliasIn(key.value) === undefined) {
    const { name: fact, resource: of, source, place } = key;
    return { resource: { arn: escapeText(key.value), origin: { kind: 'fact', fact, of, source, place } } };
  }
  return {
    resource: { arn: formatArn({ ...alias, resource: 'key/*' }), origin },
    conditions: hasAlias(alias.resource),
  };
}

function aliasIn(text: string): Arn | undefined {
  const arn = parseArn(text);
  return arn?.service === 'kms' && arn.resource.startsWith('alias/') ? arn : undefined;
}

/** Holds of keys with this alias, such as `alias/orders`, however a request names the key. */
export function hasAlias(alias: string): Conditions {
  return { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': [escapeText(alias)] } };
}
