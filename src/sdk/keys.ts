import type { Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { namePart } from '../grants/names.ts';
import { formatArn } from '../iam/arn.ts';
import { knownText, type Value } from '../values/domain/value.ts';
import { valueAt } from './arguments.ts';

const FIELDS = ['KeyId', 'SourceKeyId', 'DestinationKeyId', 'KeyArn', 'TargetKeyId', 'RootKeyId'];

/** The key of a call to AWS KMS. */
export function key(context: CallContext): readonly Resource[] {
  const fields = FIELDS.filter((field) => valueAt({ value: context.arguments, path: field }).kind !== 'absent');
  return (fields.length > 0 ? fields : ['KeyId']).flatMap((field) => keyIn(field)(context));
}

/**
 * The key in an argument. A call without it, which Decrypt allows, uses the key that the ciphertext or the token names;
 * that may be another account's.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
 */
export function keyIn(field: string): ResourceSpec {
  return (context) => [keyResource(valueAt({ value: context.arguments, path: field }), field, context)];
}

/** A key's alias, by name or by an ARN with its account. */
const ALIAS = /^(?:arn:[^:]+:(?:kms|payment-cryptography):[^:]*:([^:]*):)?alias\//;

/**
 * A key of AWS KMS, or of a service with similar keys, by ID or ARN. An alias isn't a resource of these actions: a
 * statement must name its key, which the alias doesn't show.
 *
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html and
 * https://docs.aws.amazon.com/payment-cryptography/latest/userguide/alias-about.html
 */
export function keyResource(value: Value, field: string, { place }: CallContext, service = 'kms'): Resource {
  const part = namePart(value, field);
  const text = knownText(value);
  const keyArn = (name: string, account = place.account) =>
    formatArn({ ...place, account, service, resource: `key/${name}` });
  if (text === undefined) return { arn: keyArn('*', '*'), origin: part.origin };
  const alias = ALIAS.exec(text);
  if (alias) {
    const reason = `${field} is the alias ${text}, and IAM knows keys by ID: give the key's ID or ARN`;
    return { arn: keyArn('*', alias[1]), origin: { kind: 'wildcard', reason } };
  }
  return { arn: text.startsWith('arn:') ? part.text : keyArn(part.text), origin: part.origin };
}
