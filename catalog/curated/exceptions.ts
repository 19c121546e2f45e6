/** Services whose operations ask for permission in a way of their own, and the page that says so. */
import type { RuleName } from '../../src/sdk/named.ts';

/**
 * Operations whose arguments' text decides, with the rule of src/sdk that reads it: Amazon DynamoDB's PartiQL.
 *
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html
 */
export const TEXT_DECIDES: Readonly<Record<string, { readonly operations: RegExp; readonly special: 'partiql' }>> = {
  dynamodb: { operations: /^(Batch)?Execute(Statement|Transaction)$/, special: 'partiql' },
};

/**
 * Services whose actions are HTTP's verbs and whose resources are the requests' paths: the control plane of Amazon API
 * Gateway.
 *
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html
 */
export const ASK_FOR_VERBS: ReadonlySet<string> = new Set(['apigateway', 'apigatewayv2']);

/**
 * The service of the keys that all others use. Of its own operations the key is the resource; of theirs it is what they
 * encrypt with.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html
 */
export const KEY_SERVICE = 'kms';

/**
 * Prefixes whose actions are never granted because another service's operation may depend on them, and told instead: they
 * are about who may do what in the account or the organization, or about what a key protects.
 */
export const TELLS_ONLY: ReadonlySet<string> = new Set([
  'iam',
  'identitystore',
  KEY_SERVICE,
  'organizations',
  'sso',
  'sso-directory',
  'sts',
]);

/** Resources of another kind in the place of a bucket: the same actions under another prefix, where it has them. */
export interface OtherPrefixRow {
  readonly service: string;
  readonly prefix: string;
  /** What finds the resource, and nothing where the argument names a bucket. */
  readonly rule: RuleName;
  readonly source: string;
}

export const OTHER_PREFIXES: readonly OtherPrefixRow[] = [
  {
    service: 's3',
    prefix: 's3express',
    rule: 'directoryBucket',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-security-iam.html',
  },
  {
    service: 's3',
    prefix: 's3-object-lambda',
    rule: 'objectLambda',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-policies.html',
  },
  {
    service: 's3',
    prefix: 's3-outposts',
    rule: 'outpost',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3OutpostsIAM.html',
  },
];

/**
 * Services that read images and documents in Amazon S3 with the caller's own permission, and the page of the argument
 * that names them.
 */
export const READ_OBJECTS: Readonly<Record<string, string>> = {
  rekognition: 'https://docs.aws.amazon.com/rekognition/latest/APIReference/API_S3Object.html',
  textract: 'https://docs.aws.amazon.com/textract/latest/APIReference/API_S3Object.html',
};

/** Services whose buckets are their own resources, and services that only hear of buckets. */
export const OWN_STORES: ReadonlySet<string> = new Set([
  'accessanalyzer',
  'lightsail',
  's3',
  's3control',
  's3files',
  's3outposts',
  's3tables',
  's3vectors',
  'securityhub',
]);
