import type { Conditions, Doubt, Origin, Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration, type Remark } from '../grants/integration.ts';
import { isNamed } from '../grants/names.ts';
import { patternPart } from '../grants/partial.ts';
import { arn } from '../grants/resources.ts';
import { data, ifGiven, whenLike } from '../grants/rows.ts';
import { formatArn } from '../iam/arn.ts';
import { isPresentAt, knownText, mayBePresent } from '../values/domain/value.ts';

const NOWHERE = { region: '', account: '' } as const;
const BUCKET = arn('s3', '{Bucket}', NOWHERE);
const OBJECT = arn('s3', '{Bucket}/{Key}', NOWHERE);

/** Where a distributed Map reads its items and writes its results: ItemReader and ResultWriter. */
export const mapStorage: Integration = {
  service: 's3',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html',
  apis: {
    getObject: {
      patterns: ['requestResponse'],
      remarks: athenaRemark,
      grants: [
        { ...data('s3:GetObject', OBJECT), doubt: versioned },
        ifGiven('VersionId', data('s3:GetObjectVersion', OBJECT)),
        { ...data('s3:GetObject', inventoryData), when: (context) => manifestType(context) === 'S3_INVENTORY' },
        { ...data('s3:GetObject', athenaData), when: (context) => manifestType(context) === 'ATHENA_DATA' },
      ],
    },
    listObjectsV2: {
      patterns: ['requestResponse'],
      grants: [
        { ...data('s3:ListBucket', BUCKET), conditions: listedPrefix },
        // The items are the objects' metadata, unless the objects are loaded themselves.
        { ...data('s3:GetObject', listedObjects), when: readsObjects },
      ],
    },
    putObject: {
      patterns: ['requestResponse'],
      grants: [
        data(['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'], resultFiles),
      ],
    },
  },
};

const VERSION: Doubt = {
  certainty: 'precaution',
  reason: 's3:GetObjectVersion alone reads a version of an object',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
};

function versioned(context: CallContext): Doubt | undefined {
  return isPresentAt(context.arguments, 'VersionId') ? VERSION : undefined;
}

/** `InputType: MANIFEST` is the older spelling of an S3 inventory's manifest. */
function manifestType(context: CallContext): string | undefined {
  const type = argument(context, 'ReaderConfig.ManifestType');
  if (type.kind !== 'absent') return knownText(type) ?? 'ATHENA_DATA';
  const input = argument(context, 'ReaderConfig.InputType');
  return knownText(input) === 'MANIFEST' || input.kind === 'unknown' ? 'S3_INVENTORY' : undefined;
}

function objects(context: CallContext, resource: string, origin: Origin): readonly Resource[] {
  return [{ arn: formatArn({ ...context.place, ...NOWHERE, service: 's3', resource }), origin }];
}

/**
 * `<prefix>/<bucket>/<configuration>/<date>/manifest.json` has its data in `<prefix>/<bucket>/<configuration>/data/`.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html
 */
function inventoryData(context: CallContext): readonly Resource[] {
  const bucket = patternPart(argument(context, 'Bucket'), 'Bucket');
  const key = patternPart(argument(context, 'Key'), 'Key');
  const folder = /^(.*\/)[^/]+\/[^/]+$/.exec(key.text)?.[1];
  if (!isNamed(key.origin) || folder === undefined) return objects(context, `${bucket.text}/*`, key.origin);
  return objects(context, `${bucket.text}/${folder}data/*`, bucket.origin);
}

/** The manifest of an UNLOAD lists objects in the place that the query chose, which isn't in the definition. */
function athenaData(context: CallContext): readonly Resource[] {
  return objects(context, '*/*', {
    kind: 'wildcard',
    reason: 'the objects that an Athena manifest lists can lie in any bucket',
  });
}

function athenaRemark(context: CallContext): readonly Remark[] {
  if (manifestType(context) !== 'ATHENA_DATA') return [];
  const message =
    "ItemReader reads the objects that an Athena manifest lists; the definition does not say where they lie, so s3:GetObject covers every bucket. Narrow it with a permissions boundary or the buckets' policies.";
  return [{ code: 'data-location', severity: 'warning', message }];
}

function readsObjects(context: CallContext): boolean {
  const transformation = argument(context, 'ReaderConfig.Transformation');
  return mayBePresent(transformation) && knownText(transformation) !== 'NONE';
}

/**
 * The prefix as Step Functions sends it. Without one, the request has no such key, and a condition on it would fail.
 */
function listedPrefix(context: CallContext): Conditions | undefined {
  return whenLike('s3:prefix', argument(context, 'Prefix'));
}

function listedObjects(context: CallContext): readonly Resource[] {
  const bucket = patternPart(argument(context, 'Bucket'), 'Bucket');
  const prefix = patternPart(argument(context, 'Prefix'), 'Prefix', '');
  const start = prefix.text === '*' ? '' : prefix.text;
  return objects(context, `${bucket.text}/${start}*`, isNamed(bucket.origin) ? prefix.origin : bucket.origin);
}

/** Step Functions writes `<prefix>/<map run>/manifest.json` and other files beside it. */
function resultFiles(context: CallContext): readonly Resource[] {
  const bucket = patternPart(argument(context, 'Bucket'), 'Bucket');
  const prefix = patternPart(argument(context, 'Prefix'), 'Prefix', '');
  const folder = prefix.text === '*' || prefix.text === '' ? '' : `${prefix.text.replace(/\/$/, '')}/`;
  return objects(context, `${bucket.text}/${folder}*`, isNamed(bucket.origin) ? prefix.origin : bucket.origin);
}
