import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Case, granted, HERE, told } from '../support/sdk.ts';

/** Amazon S3: kinds of bucket, and arguments that ask for more. */

const EXPRESS = `arn:aws:s3express:${HERE}:bucket/x--euw1-az1--x-s3`;
const OUTPOST = `arn:aws:s3-outposts:${HERE}:outpost/op-1/accesspoint/ap`;
const LAMBDA = `arn:aws:s3-object-lambda:${HERE}:accesspoint/ap`;

const BUCKETS: readonly Case[] = [
  {
    name: 'a directory bucket is made under a prefix of its own',
    source: 'AmazonS3/latest/userguide/s3-express-security-iam.html',
    api: 's3:createBucket',
    args: { Bucket: 'x--euw1-az1--x-s3' },
    needs: { 's3:CreateBucket': ['arn:aws:s3:::x--euw1-az1--x-s3'], 's3express:CreateBucket': [EXPRESS] },
  },
  {
    name: 'a directory bucket’s policy is read under a prefix of its own',
    source: 'AmazonS3/latest/userguide/s3-express-security-iam.html',
    api: 's3:getBucketPolicy',
    args: { Bucket: 'x--euw1-az1--x-s3' },
    needs: { 's3:GetBucketPolicy': ['arn:aws:s3:::x--euw1-az1--x-s3'], 's3express:GetBucketPolicy': [EXPRESS] },
  },
  {
    name: 'what is copied from a directory bucket needs a session',
    source: 'AmazonS3/latest/userguide/s3-express-create-session.html',
    api: 's3:copyObject',
    args: { Bucket: 'b', Key: 'k', CopySource: 'x--euw1-az1--x-s3/a', TaggingDirective: 'REPLACE' },
    needs: {
      's3:GetObject': ['arn:aws:s3:::x--euw1-az1--x-s3/a'],
      's3:PutObject': ['arn:aws:s3:::b/k'],
      's3express:CreateSession': [EXPRESS],
    },
  },
  {
    name: 'an access point’s alias does not tell its name',
    source: 'AmazonS3/latest/userguide/access-points-naming.html',
    api: 's3:getObject',
    args: { Bucket: 'ap-aqfqprnstn7aefdfbarligizwgyfouse1a-s3alias', Key: 'k' },
    needs: { 's3:GetObject': ['arn:aws:s3:eu-west-1:*:accesspoint/*/object/k'] },
  },
  {
    name: 'an access point’s alias stands for the bucket, too',
    source: 'AmazonS3/latest/userguide/access-points-naming.html',
    api: 's3:listObjectsV2',
    args: { Bucket: 'ap-aqfqprnstn7aefdfbarligizwgyfouse1a-s3alias' },
    needs: { 's3:ListBucket': ['arn:aws:s3:eu-west-1:*:accesspoint/*'] },
  },
  {
    name: 'an Object Lambda access point has actions of its own',
    source: 'AmazonS3/latest/userguide/olap-policies.html',
    api: 's3:getObject',
    args: { Bucket: LAMBDA, Key: 'k' },
    needs: { 's3-object-lambda:GetObject': [LAMBDA], 's3:GetObject': [`${LAMBDA}/object/k`] },
  },
  {
    name: 'an access point on an Outpost has actions of its own',
    source: 'AmazonS3/latest/s3-outposts/S3OutpostsIAM.html',
    api: 's3:getObject',
    args: { Bucket: OUTPOST, Key: 'k' },
    needs: { 's3-outposts:GetObject': [OUTPOST, `${OUTPOST}/object/k`], 's3:GetObject': [`${OUTPOST}/object/k`] },
  },
];

const OBJECTS: readonly Case[] = [
  {
    name: 'attributes of a version need the version itself',
    source: 'AmazonS3/latest/API/API_GetObjectAttributes.html',
    api: 's3:getObjectAttributes',
    args: { Bucket: 'b', Key: 'k', VersionId: 'v' },
    needs: Object.fromEntries(
      ['GetObject', 'GetObjectAttributes', 'GetObjectVersion', 'GetObjectVersionAttributes'].map((action) => [
        `s3:${action}`,
        ['arn:aws:s3:::b/k'],
      ]),
    ),
  },
  ...['putObject', 'createMultipartUpload'].flatMap((operation) =>
    ['GrantRead', 'GrantFullControl', 'GrantReadACP', 'GrantWriteACP'].map(
      (header): Case => ({
        name: `${operation} with ${header} writes an access control list`,
        source: 'AmazonS3/latest/API/API_PutObject.html',
        api: `s3:${operation}`,
        args: { Bucket: 'b', Key: 'k', [header]: 'id=x' },
        needs: { 's3:PutObject': ['arn:aws:s3:::b/k'], 's3:PutObjectAcl': ['arn:aws:s3:::b/k'] },
      }),
    ),
  ),
  ...[
    'https://s3.eu-west-1.amazonaws.com/in/a.mp3',
    'https://in.s3.eu-west-1.amazonaws.com/a.mp3',
    's3://in/a.mp3',
  ].map(
    (uri): Case => ({
      name: `${uri} names an object`,
      source: 'AmazonS3/latest/userguide/VirtualHosting.html',
      api: 'transcribe:startTranscriptionJob',
      args: { TranscriptionJobName: 'j', Media: { MediaFileUri: uri } },
      needs: { 's3:GetObject': ['arn:aws:s3:::in/a.mp3'], 'transcribe:StartTranscriptionJob': ['*'] },
    }),
  ),
  {
    name: 'a function’s code is read',
    source: 'lambda/latest/api/API_UpdateFunctionCode.html',
    api: 'lambda:updateFunctionCode',
    args: { FunctionName: 'f', S3Bucket: 'b', S3Key: 'k', S3ObjectVersion: 'v' },
    needs: {
      'lambda:UpdateFunctionCode': [`arn:aws:lambda:${HERE}:function:f`],
      's3:GetObject': ['arn:aws:s3:::b/k'],
      's3:GetObjectVersion': ['arn:aws:s3:::b/k'],
    },
  },
];

for (const [title, cases] of [
  ['buckets of another kind', BUCKETS],
  ['objects', OBJECTS],
] as const) {
  describe(title, () => {
    for (const { name, source, api, args, needs } of cases) {
      it(`${name} (${source})`, async () => assert.deepEqual(await granted(api, args), needs));
    }
  });
}

describe('what is granted', () => {
  for (const [api, args] of [
    ['polly:startSpeechSynthesisTask', { OutputS3BucketName: 'b', LexiconNames: ['l'] }],
    ['transcribe:startTranscriptionJob', { TranscriptionJobName: 'j', Media: { MediaFileUri: 's3://in/a.mp3' } }],
  ] as const) {
    it(`is not told to be missing: ${api}`, async () =>
      assert.deepEqual(await told(api, args, 'dependent-action'), []));
  }
});
