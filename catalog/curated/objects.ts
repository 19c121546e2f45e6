import type { ExtraRow } from './row.ts';

const S3 = 'https://docs.aws.amazon.com/AmazonS3/latest/API';

/** What S3 operations need besides, as their headers tell, and objects that operations of other services read. */
export const OBJECTS: readonly ExtraRow[] = [
  {
    service: 's3',
    operations: ['CopyObject', 'CreateMultipartUpload', 'PutObject'],
    actions: ['s3:PutObjectAcl'],
    on: ['arn:$p:s3:::{@Bucket}/{Key}'],
    when: ['Acl', 'GrantFullControl', 'GrantRead', 'GrantReadAcp', 'GrantWriteAcp'],
    source: `${S3}/API_PutObject.html`,
  },
  {
    service: 's3',
    operations: ['CreateBucket'],
    actions: ['s3:PutBucketAcl'],
    on: ['arn:$p:s3:::{@Bucket}'],
    when: ['Acl', 'GrantFullControl', 'GrantRead', 'GrantReadAcp', 'GrantWrite', 'GrantWriteAcp'],
    source: `${S3}/API_CreateBucket.html`,
  },
  {
    service: 's3',
    operations: ['GetObjectAttributes'],
    actions: ['s3:GetObjectVersion', 's3:GetObjectVersionAttributes'],
    on: ['arn:$p:s3:::{@Bucket}/{Key}'],
    when: ['VersionId'],
    source: `${S3}/API_GetObjectAttributes.html`,
  },
  {
    service: 's3',
    operations: ['CopyObject', 'UploadPartCopy'],
    actions: ['s3express:CreateSession'],
    on: ['=copySourceDirectory'],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-create-session.html',
  },
  ...(
    [
      ['CreateFunction', 'Code.'],
      ['PublishLayerVersion', 'Content.'],
      ['UpdateFunctionCode', ''],
    ] as const
  ).flatMap(([operation, at]): readonly ExtraRow[] => {
    const row = {
      service: 'lambda',
      operations: [operation],
      on: [`arn:$p:s3:::{${at}S3Bucket}/{${at}S3Key}`],
      purpose: 'data',
      source: `https://docs.aws.amazon.com/lambda/latest/api/API_${operation}.html`,
    } as const;
    return [
      { ...row, actions: ['s3:GetObject'], when: [`${at}S3Bucket`] },
      { ...row, actions: ['s3:GetObjectVersion'], when: [`${at}S3ObjectVersion`] },
    ];
  }),
];
