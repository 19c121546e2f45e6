import { formatArn } from '../iam/arn.ts';
import type { Resource } from '../iam/grant.ts';
import { escapeText } from '../iam/text.ts';
import { model, s3Uri } from '../integrations/bedrock.ts';
import type { CallContext, ResourceSpec } from '../integrations/integration.ts';
import { lambdaFunctions } from '../integrations/lambda.ts';
import { namePart } from '../integrations/resources.ts';
import { queue } from '../integrations/sqs.ts';
import { knownText } from '../values/value.ts';
import { valueAt } from './arguments.ts';

/** Resources that no pattern can name. The tables write them as `=queue`. */
export const NAMED: Readonly<Record<string, ResourceSpec>> = {
  bedrockModel: model,
  queue,
  copySource,
  copySourceVersion,
  directoryBucket,
  keyOrAlias,
  mediaFile: s3Uri('Media.MediaFileUri', ''),
  qualifiedFunction: lambdaFunctions,
  sender,
};

/**
 * `CopySource` is `bucket/key`, `/bucket/key` or an access point's ARN with `/object/key`, perhaps URL-encoded and with
 * `?versionId=`.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
function copySource(context: CallContext): readonly Resource[] {
  const field = 'CopySource';
  const value = valueAt({ value: context.call.arguments, path: field });
  const { origin } = namePart(value, field);
  const text = knownText(value);
  const { partition } = context.place;
  const objects = (resource: string) => formatArn({ partition, service: 's3', region: '', account: '', resource });
  if (text === undefined) return [{ arn: objects('*/*'), origin }];
  const source = decoded(text.replace(/\?versionId=[^?]*$/, '').replace(/^\//, ''));
  if (source.startsWith('arn:')) return [{ arn: escapeText(source), origin }];
  const [, bucket, key] = /^([^/]+)\/(.+)$/s.exec(source) ?? [];
  if (bucket !== undefined && key !== undefined) return [{ arn: objects(escapeText(`${bucket}/${key}`)), origin }];
  return [{ arn: objects('*/*'), origin: { kind: 'unknown', field, expression: text } }];
}

/** The same, where a version is copied or only a run tells. */
function copySourceVersion(context: CallContext): readonly Resource[] {
  const text = knownText(valueAt({ value: context.call.arguments, path: 'CopySource' }));
  return text === undefined || /\?versionId=/.test(text) ? copySource(context) : [];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Directory buckets end in `--x-s3` and have their own ARNs.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-naming-rules.html
 */
function directoryBucket(context: CallContext): readonly Resource[] {
  const field = 'Bucket';
  const text = knownText(valueAt({ value: context.call.arguments, path: field }));
  if (text === undefined || !text.endsWith('--x-s3')) return [];
  const resource = `bucket/${escapeText(text)}`;
  return [{ arn: formatArn({ ...context.place, service: 's3express', resource }), origin: { kind: 'literal', field } }];
}

/**
 * A KMS key by ID or ARN. An alias is no resource of these actions: a statement names its key, which the alias does not
 * tell.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html
 */
function keyOrAlias(context: CallContext): readonly Resource[] {
  return ['KeyId', 'SourceKeyId', 'DestinationKeyId', 'KeyArn', 'TargetKeyId', 'RootKeyId'].flatMap((field) => {
    const value = valueAt({ value: context.call.arguments, path: field });
    return value.kind === 'absent' ? [] : [keyOf(field, namePart(value, field), knownText(value), context)];
  });
}

function keyOf(
  field: string,
  part: ReturnType<typeof namePart>,
  text: string | undefined,
  context: CallContext,
): Resource {
  const key = (name: string, account = context.place.account) =>
    formatArn({ ...context.place, account, service: 'kms', resource: `key/${name}` });
  if (text === undefined) return { arn: key('*', '*'), origin: part.origin };
  if (/^(arn:[^:]+:kms:[^:]*:[^:]*:)?alias\//.test(text)) {
    const reason = `${field} is the alias ${text}, and IAM knows keys by ID: give the key's ID or ARN`;
    return { arn: key('*'), origin: { kind: 'wildcard', reason } };
  }
  return { arn: text.startsWith('arn:') ? part.text : key(part.text), origin: part.origin };
}

/**
 * Amazon SES asks for the identity that it sends with: the address, or a domain that it belongs to.
 *
 * Source: https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html
 */
function sender(context: CallContext): readonly Resource[] {
  const given = ['FromEmailAddressIdentityArn', 'SourceArn', 'FromEmailAddress', 'Source']
    .map((field) => ({ field, value: valueAt({ value: context.call.arguments, path: field }) }))
    .filter(({ value }) => value.kind !== 'absent');
  const { field, value } = given[0] ?? { field: 'FromEmailAddress', value: { kind: 'absent' } };
  const identity = (name: string, account = context.place.account) =>
    formatArn({ ...context.place, account, service: 'ses', resource: `identity/${name}` });
  const { text, origin } = namePart(value, field);
  const known = knownText(value);
  if (known === undefined) return [{ arn: identity('*', field.endsWith('Arn') ? '*' : undefined), origin }];
  if (known.startsWith('arn:')) return [{ arn: text, origin }];
  const address = /<([^>]+)>\s*$/.exec(known)?.[1] ?? known;
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  // A domain's identity serves its subdomains, too.
  const domains = labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
  return [...new Set([address, ...domains])].map((name) => ({ arn: identity(escapeText(name)), origin }));
}
