import type { Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { type KeyArgument, keyArgument, partlyKnownKey } from '../grants/keys.ts';
import { namePart } from '../grants/names.ts';
import { formatArn } from '../iam/arn.ts';
import { knownText, type Value } from '../values/domain/value.ts';
import { valueAt } from './arguments.ts';

const FIELDS = ['KeyId', 'SourceKeyId', 'DestinationKeyId', 'KeyArn', 'TargetKeyId', 'RootKeyId'];

/** The arguments with the keys of a call to AWS KMS. */
export function keyFields({ arguments: value }: CallContext): readonly string[] {
  const fields = FIELDS.filter((path) => valueAt({ value, path }).kind !== 'absent');
  return fields.length > 0 ? fields : ['KeyId'];
}

/** The key of a call to AWS KMS. */
export function key(context: CallContext): readonly Resource[] {
  return keyFields(context).flatMap((field) => keyIn(field)(context));
}

/** The key in an argument of a call to AWS KMS. */
export function keyIn(field: string): ResourceSpec {
  return (context) => calledKey(field, context, 'kms:Decrypt').resources;
}

/**
 * Actions whose requests can name a key by an alias.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html (kms:RequestAlias) and the
 * actions with this condition key in https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
 */
const TAKES_ALIAS =
  /^kms:(Decrypt|DeriveSharedSecret|DescribeKey|Encrypt|GenerateDataKey|GenerateMac|GetPublicKey|ReEncrypt|Sign$|Verify)/;

/**
 * The key in an argument of a call to AWS KMS, for one of its actions. A call without it, which Decrypt allows, uses the
 * key that the ciphertext or the token names; that may be another account's.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
 */
export function calledKey(field: string, context: CallContext, action: string): KeyArgument {
  const value = valueAt({ value: context.arguments, path: field });
  if (value.kind === 'absent') return { resources: [anyKey(value, field, context)] };
  return keyArgument(value, field, context, TAKES_ALIAS.test(action) ? 'caller' : 'service');
}

function anyKey(value: Value, field: string, { place }: CallContext): Resource {
  const arn = formatArn({ ...place, account: '*', service: 'kms', resource: 'key/*' });
  return { arn, origin: namePart(value, field).origin };
}

/**
 * Words with which a call chooses a key that AWS owns, in place of a key's ID.
 *
 * Source: https://docs.aws.amazon.com/aurora-dsql/latest/APIReference/API_CreateCluster.html
 */
const OWNED_BY_AWS = /^AWS_OWNED(_KMS)?_KEY$/;

/** The key in an argument, if a service uses it for the caller; nothing for keys that ask for no permission. */
export function usedKey(value: Value, field: string, context: Pick<CallContext, 'facts' | 'place'>): KeyArgument {
  return OWNED_BY_AWS.test(knownText(value) ?? '') ? { resources: [] } : keyArgument(value, field, context);
}

/** A key's alias, by name or by an ARN with its account. */
const ALIAS = /^(?:arn:[^:]+:[^:]+:[^:]*:([^:]*):)?alias\//;

/**
 * A key by ID or ARN, of a service with keys like those of AWS KMS, or of an action of another service on a key. An alias
 * isn't a resource of these actions: a statement must name its key, which the alias doesn't show.
 *
 * Source: https://docs.aws.amazon.com/payment-cryptography/latest/userguide/alias-about.html
 */
export function keyResource(value: Value, field: string, { place }: CallContext, service: string): Resource {
  const part = namePart(value, field);
  const text = knownText(value);
  const keyArn = (name: string, account = place.account) =>
    formatArn({ ...place, account, service, resource: `key/${name}` });
  if (text === undefined)
    return partlyKnownKey(value, field, service, place) ?? { arn: keyArn('*', '*'), origin: part.origin };
  const alias = ALIAS.exec(text);
  if (alias) {
    const reason = `${field} is the alias ${text}, and IAM knows keys by ID: give the key's ID or ARN`;
    return { arn: keyArn('*', alias[1]), origin: { kind: 'wildcard', reason } };
  }
  return { arn: text.startsWith('arn:') ? part.text : keyArn(part.text), origin: part.origin };
}
