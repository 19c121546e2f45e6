import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatArn, parseArn, partitionOf } from '../../src/iam/arn.ts';
import { escapeText, hasPlaceholder, isArnPlaceholder, isPlaceholder } from '../../src/iam/text.ts';
import { matches } from '../support/iam.ts';

describe('a known text on its way into a policy', () => {
  for (const [text, escaped] of [
    ['plain', 'plain'],
    ['a*b?c', 'a${*}b${?}c'],
    // An IAM policy variable in a name would be replaced by the caller's: reference_policies_variables.
    ['${aws:username}', '${$}{aws:username}'],
    ['${Table}', '${Table}'],
    ['${AWS::Region}/*', '${AWS::Region}/${*}'],
    ['${Table.Arn}?', '${Table.Arn}${?}'],
  ] as const) {
    it(`${text} becomes ${escaped}`, () => assert.equal(escapeText(text), escaped));
  }

  it('matches itself and nothing else', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '*', '?', '$', '{', '}'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (known, other) => {
        if (hasPlaceholder(known)) return;
        assert.equal(matches(escapeText(known), other), known === other);
      }),
      { numRuns: 5000 },
    );
  });

  it('knows a placeholder, and one that holds an ARN by its name', () => {
    assert.ok(isPlaceholder('${Queue}') && !isPlaceholder('a${Queue}') && !isPlaceholder('${aws:username}'));
    assert.ok(isArnPlaceholder('${QueueArn}') && isArnPlaceholder('${Queue.Arn}') && !isArnPlaceholder('${Queue}'));
  });
});

describe('ARNs', () => {
  it('are split at the colons that are not inside a placeholder', () => {
    const text = 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:jobs:1';
    const arn = parseArn(text);
    assert.deepEqual(arn, {
      partition: '${AWS::Partition}',
      service: 'sqs',
      region: '${AWS::Region}',
      account: '${AWS::AccountId}',
      resource: 'jobs:1',
    });
    assert.ok(arn);
    assert.equal(formatArn(arn), text);
  });

  for (const text of [
    '',
    'arn',
    'arn:aws:sqs',
    'arn:::a:b:c',
    'https://sqs.eu-west-1.amazonaws.com/1/a',
    'arn:aws:s3:::',
  ]) {
    it(`${JSON.stringify(text)} is none`, () => assert.equal(parseArn(text), undefined));
  }

  it('take the partition of their region (partitions.json)', () => {
    for (const [region, partition] of [
      ['eu-west-1', 'aws'],
      ['cn-north-1', 'aws-cn'],
      ['us-gov-west-1', 'aws-us-gov'],
      ['us-iso-east-1', 'aws-iso'],
      ['us-isob-east-1', 'aws-iso-b'],
      ['us-isof-south-1', 'aws-iso-f'],
      ['eu-isoe-west-1', 'aws-iso-e'],
      ['eusc-de-east-1', 'aws-eusc'],
    ] as const) {
      assert.equal(partitionOf(region), partition, region);
    }
  });
});
