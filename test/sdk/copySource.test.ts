import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { granted } from '../support/sdk.ts';

/** What is known of an object that is copied: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */

describe('a copy’s source', () => {
  for (const [source, ...arns] of [
    ["States.Format('src/in/{}', $.k)", 'arn:aws:s3:::src/in/*'],
    ["States.Format('/src/{}', $.k)", 'arn:aws:s3:::src/*'],
    ["States.Format('src-{}', $.k)", 'arn:aws:s3:::src-*/*'],
    ["States.Format('src-{}/in', $.k)", 'arn:aws:s3:::src-*/in'],
    ["States.Format('{}/in/a.csv', $.b)", 'arn:aws:s3:::*/in/a.csv'],
    ["States.Format('{}.csv', $.s)", 'arn:aws:s3:::*/*.csv'],
    ["States.Format('src/{}/a%20b', $.k)", 'arn:aws:s3:::src/*/a b'],
    ["States.Format('src/a%2A{}', $.k)", 'arn:aws:s3:::src/a${*}*'],
    ["States.Format('src/{}?versionId={}', $.k, $.v)", 'arn:aws:s3:::src/*'],
    ["States.Format('{}/{}', $.b, $.k)", 'arn:aws:s3:::*/*'],
    // These may be the ARN of an access point's object.
    ["States.Format('a{}', $.s)", 'arn:aws:s3:::*/*'],
    ["States.Format('arn:aws:{}', $.s)", 'arn:aws:s3:::*/*'],
    [
      "States.Format('arn:aws:s3:eu-west-1:{}:accesspoint/x/object/k', $.s)",
      'arn:aws:s3:eu-west-1:*:accesspoint/x/object/k',
    ],
  ] as const) {
    it(`${source} is ${arns.join(', ')}`, async () => {
      const found = await granted('s3:copyObject', { Bucket: 'b', Key: 'k', 'CopySource.$': source });
      assert.deepEqual(found['s3:GetObject'], arns);
      assert.deepEqual(found['s3:PutObject'], ['arn:aws:s3:::b/k']);
    });
  }
});
