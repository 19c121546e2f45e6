import type { PermissionRow } from './row.ts';
import { arnPattern, isGiven, name, nameOrArn, rule } from './write.ts';

const S3 = 'https://docs.aws.amazon.com/AmazonS3/latest/API';

/** What S3 operations need besides, as their headers tell, and objects that operations of other services read. */
export const OBJECT_PERMISSIONS: readonly PermissionRow[] = [
  {
    service: 's3',
    operations: ['CopyObject', 'CreateMultipartUpload', 'PutObject'],
    actions: ['s3:PutObjectAcl'],
    on: [arnPattern`arn:$p:s3:::${nameOrArn('Bucket')}/${name('Key')}`],
    when: [
      isGiven('Acl'),
      isGiven('GrantFullControl'),
      isGiven('GrantRead'),
      isGiven('GrantReadAcp'),
      isGiven('GrantWriteAcp'),
    ],
    source: `${S3}/API_PutObject.html`,
  },
  {
    service: 's3',
    operations: ['CreateBucket'],
    actions: ['s3:PutBucketAcl'],
    on: [arnPattern`arn:$p:s3:::${nameOrArn('Bucket')}`],
    when: [
      isGiven('Acl'),
      isGiven('GrantFullControl'),
      isGiven('GrantRead'),
      isGiven('GrantReadAcp'),
      isGiven('GrantWrite'),
      isGiven('GrantWriteAcp'),
    ],
    source: `${S3}/API_CreateBucket.html`,
  },
  {
    service: 's3',
    operations: ['GetObjectAttributes'],
    actions: ['s3:GetObjectVersion', 's3:GetObjectVersionAttributes'],
    on: [arnPattern`arn:$p:s3:::${nameOrArn('Bucket')}/${name('Key')}`],
    when: [isGiven('VersionId')],
    source: `${S3}/API_GetObjectAttributes.html`,
  },
  {
    service: 's3',
    operations: ['CopyObject', 'UploadPartCopy'],
    actions: ['s3express:CreateSession'],
    on: [rule('copySourceDirectory')],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-create-session.html',
  },
  ...(
    [
      ['CreateFunction', 'Code.'],
      ['PublishLayerVersion', 'Content.'],
      ['UpdateFunctionCode', ''],
    ] as const
  ).flatMap(([operation, at]): readonly PermissionRow[] => {
    const row = {
      service: 'lambda',
      operations: [operation],
      on: [arnPattern`arn:$p:s3:::${name(`${at}S3Bucket`)}/${name(`${at}S3Key`)}`],
      purpose: 'data',
      source: `https://docs.aws.amazon.com/lambda/latest/api/API_${operation}.html`,
    } as const;
    return [
      { ...row, actions: ['s3:GetObject'], when: [isGiven(`${at}S3Bucket`)] },
      { ...row, actions: ['s3:GetObjectVersion'], when: [isGiven(`${at}S3ObjectVersion`)] },
    ];
  }),
];
