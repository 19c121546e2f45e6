import type { Origin, Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { knownOrigin, namePart } from '../grants/names.ts';
import { HOLE, objectOfUri, objectPattern, withHoles } from '../grants/objects.ts';
import { partialOrigin, patternPart } from '../grants/partial.ts';
import { formatArn, parseArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import type { TextPart } from '../values/domain/possible.ts';
import { knownText, type Value } from '../values/domain/value.ts';
import { valueAt } from './arguments.ts';

function text(context: CallContext, field: string): string | undefined {
  return knownText(valueAt({ value: context.arguments, path: field }));
}

/**
 * `CopySource` is `bucket/key`, `/bucket/key` or an access point's ARN with `/object/key`; it may be URL-encoded and
 * end in `?versionId=`.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export function copySource(context: CallContext): readonly Resource[] {
  const field = 'CopySource';
  const { origin } = namePart(valueAt({ value: context.arguments, path: field }), field);
  const { partition } = context.place;
  const objects = (resource: string) => formatArn({ partition, service: 's3', region: '', account: '', resource });
  const argument = text(context, field);
  if (argument === undefined) return [partlyKnownSource(context) ?? { arn: objects('*/*'), origin }];
  const source = sourceOf(argument);
  if (source.startsWith('arn:')) return [{ arn: escapeText(source), origin }];
  const [, bucket, object] = /^([^/]+)\/(.+)$/s.exec(source) ?? [];
  if (bucket === undefined || object === undefined) {
    return [{ arn: objects('*/*'), origin: { kind: 'unknown', field, expression: argument } }];
  }
  const alias = aliased(bucket, field);
  if (alias) return [{ ...alias, arn: inPlace(`${alias.arn}/object/${escapeText(object)}`, context) }];
  return [{ arn: objects(escapeText(`${bucket}/${object}`)), origin }];
}

/** The objects that a partly known source may be: a hole can be any part of bucket and key. */
function partlyKnownSource(context: CallContext): Resource | undefined {
  const field = 'CopySource';
  const value = valueAt({ value: context.arguments, path: field });
  if (value.kind !== 'unknown' || value.parts === undefined) return undefined;
  const [head] = value.parts;
  const start = typeof head === 'string' ? sourceOf(head) : '';
  const pattern = sourcePattern(value.parts);
  const origin = partialOrigin(value, field);
  if (start.startsWith('arn:')) {
    const arn = parseArn(pattern);
    return arn?.service === 's3' && arn.resource.startsWith('accesspoint/') ? { arn: pattern, origin } : undefined;
  }
  // What may become an ARN.
  if (start !== '' && 'arn:'.startsWith(start)) return undefined;
  const resource = objectPattern(pattern);
  const { partition } = context.place;
  if (resource === undefined) return undefined;
  return { arn: formatArn({ partition, service: 's3', region: '', account: '', resource }), origin };
}

function sourcePattern(parts: readonly TextPart[]): string {
  let pattern = '';
  for (const [index, part] of parts.entries()) {
    if (typeof part !== 'string') pattern += '*';
    else {
      const [known = '', ...version] = part.split(VERSION);
      pattern += escapeText(index === 0 ? sourceOf(known) : decoded(known));
      if (version.length > 0) break;
    }
  }
  return pattern;
}

const VERSION = '?versionId=';

/** The same, if a version is or may be copied. */
export function copySourceVersion(context: CallContext): readonly Resource[] {
  const argument = text(context, 'CopySource');
  return argument === undefined || argument.includes(VERSION) ? copySource(context) : [];
}

/** The same, if the source is in a directory bucket. */
export function copySourceDirectory(context: CallContext): readonly Resource[] {
  const source = text(context, 'CopySource');
  if (source !== undefined) return directory(sourceOf(source).split('/')[0], 'CopySource', context);
  const value = valueAt({ value: context.arguments, path: 'CopySource' });
  if (value.kind !== 'unknown' || value.parts === undefined) return [];
  // A bucket of which the end is known, and a slash behind it.
  const [, bucket] = /^([^/]*--x-s3)\//.exec(sourcePattern(value.parts)) ?? [];
  if (bucket === undefined) return [];
  const arn = formatArn({ ...context.place, service: 's3express', resource: `bucket/${bucket}` });
  return [{ arn, origin: partialOrigin(value, 'CopySource') }];
}

function sourceOf(argument: string): string {
  return decoded(argument.replace(/\?versionId=[^?]*$/, '').replace(/^\//, ''));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The names of directory buckets end in `--x-s3`; their ARNs differ from other buckets'.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-naming-rules.html
 */
export function directoryBucket(context: CallContext): readonly Resource[] {
  return directory(text(context, 'Bucket'), 'Bucket', context);
}

function originAt(context: CallContext, field: string): Origin {
  return knownOrigin(valueAt({ value: context.arguments, path: field }), field);
}

function directory(bucket: string | undefined, field: string, context: CallContext): readonly Resource[] {
  const { place } = context;
  if (!bucket?.endsWith('--x-s3')) return [];
  const arn = formatArn({ ...place, service: 's3express', resource: `bucket/${escapeText(bucket)}` });
  return [{ arn, origin: originAt(context, field) }];
}

/**
 * An access point by its alias, in `$p` and `$r`: IAM knows access points by name and account, and an alias shows
 * neither.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-naming.html#access-points-alias
 */
export function aliased(bucket: string, field: string): Resource | undefined {
  if (!bucket.endsWith('-s3alias')) return undefined;
  const reason = `${field} is the alias ${bucket}, and IAM knows access points by name: give the access point's ARN`;
  return { arn: 'arn:$p:s3:$r:*:accesspoint/*', origin: { kind: 'wildcard', reason } };
}

function inPlace(arn: string, { place }: CallContext): string {
  return arn.replace('$p', () => place.partition).replace('$r', () => place.region);
}

/** The ARN of another service's access point in place of the bucket. */
function accessPoint(service: string, context: CallContext): Resource | undefined {
  const bucket = text(context, 'Bucket');
  if (bucket === undefined || parseArn(bucket)?.service !== service) return undefined;
  return { arn: escapeText(bucket), origin: originAt(context, 'Bucket') };
}

/**
 * An Object Lambda access point in place of the bucket, with actions of its own on the access point.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-policies.html
 */
export const objectLambda: ResourceSpec = (context) => {
  const point = accessPoint('s3-object-lambda', context);
  return point === undefined ? [] : [point];
};

/**
 * An access point of S3 on Outposts in place of the bucket, with actions of its own on the access point and its
 * contents.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3OutpostsIAM.html
 */
export const outpost: ResourceSpec = (context) => {
  const point = accessPoint('s3-outposts', context);
  if (point === undefined) return [];
  const { text: name } = namePart(valueAt({ value: context.arguments, path: 'Key' }), 'Key');
  return [point, { ...point, arn: `${point.arn}/object/${name}` }];
};

/**
 * An object by its URI: `s3://bucket/key`, or `https://` with the bucket in the host or at the start of the path.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
export function objectAt(field: string): ResourceSpec {
  return (context) => {
    const { origin } = namePart(valueAt({ value: context.arguments, path: field }), field);
    const uri = text(context, field);
    const pattern = partlyKnownObject(valueAt({ value: context.arguments, path: field }));
    if (pattern !== undefined) {
      const place = { ...context.place, service: 's3', region: '', account: '' };
      return [
        {
          arn: formatArn({ ...place, resource: pattern }),
          origin: patternPart(valueAt({ value: context.arguments, path: field }), field).origin,
        },
      ];
    }
    const object = uri === undefined ? undefined : objectOf(uri);
    const resource = object === undefined ? '*/*' : escapeText(object);
    const arn = formatArn({ ...context.place, service: 's3', region: '', account: '', resource });
    if (uri === undefined || object !== undefined) return [{ arn, origin }];
    return [{ arn, origin: { kind: 'unknown', field, expression: uri } }];
  };
}

const HOST = String.raw`s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?\.(?:amazonaws\.com(?:\.cn)?|\$\{AWS::URLSuffix\})`;
const URIS: readonly RegExp[] = [
  /^s3:\/\/([^/]+)\/(.+)$/s,
  new RegExp(String.raw`^https:\/\/${HOST}\/([^/]+)\/(.+)$`, 's'),
  new RegExp(String.raw`^https:\/\/([^/]+)\.${HOST}\/(.+)$`, 's'),
];

/** A partly known URI; no part of a host has a slash in it. */
function partlyKnownObject(value: Value): string | undefined {
  if (value.kind !== 'unknown' || value.parts === undefined) return undefined;
  const object = objectOf(withHoles(value.parts));
  return object === undefined ? objectOfUri(value) : objectPattern(object.split(HOLE).map(escapeText).join('*'));
}

function objectOf(uri: string): string | undefined {
  for (const form of URIS) {
    const [, bucket, object] = form.exec(uri) ?? [];
    if (bucket !== undefined && object !== undefined) return `${bucket}/${object}`;
  }
  return undefined;
}
