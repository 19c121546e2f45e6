import type { Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { namePart } from '../grants/names.ts';
import { formatArn } from '../iam/arn.ts';
import { knownText, type Value } from '../values/domain/value.ts';
import { valueAt } from './arguments.ts';

const FIELDS = ['KeyId', 'SourceKeyId', 'DestinationKeyId', 'KeyArn', 'TargetKeyId', 'RootKeyId'];

/** The key of a call of AWS KMS. */
export function key(context: CallContext): readonly Resource[] {
  const given = FIELDS.filter((field) => valueAt({ value: context.arguments, path: field }).kind !== 'absent');
  return (given.length > 0 ? given : ['KeyId']).flatMap((field) => keyIn(field)(context));
}

/**
 * The key in an argument. A call that leaves it out, as Decrypt may, uses the key that the ciphertext or the token
 * names, which may be another account's.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
 */
export function keyIn(field: string): ResourceSpec {
  return (context) => [keyOf(valueAt({ value: context.arguments, path: field }), field, context)];
}

/** An alias of a key, by name or ARN, and the account in the latter. */
const ALIAS = /^(?:arn:[^:]+:(?:kms|payment-cryptography):[^:]*:([^:]*):)?alias\//;

/**
 * A key of AWS KMS, or of a service whose keys are like its, by ID or ARN. An alias is no resource of these actions: a
 * statement names its key, which the alias does not tell.
 *
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html and
 * https://docs.aws.amazon.com/payment-cryptography/latest/userguide/security_iam_resource-type-examples.html
 */
export function keyOf(value: Value, field: string, { place }: CallContext, service = 'kms'): Resource {
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
