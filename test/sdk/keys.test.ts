import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Case, granted, HERE, told } from '../support/sdk.ts';

/** Keys of AWS KMS: of its own calls, and in other services' arguments. */

const KEY = `arn:aws:kms:${HERE}:key/k`;
const ANY = 'arn:aws:kms:eu-west-1:*:key/*';

const KEYS: readonly Case[] = [
  {
    name: 'a ciphertext names its key itself, of any account',
    source: 'kms/latest/APIReference/API_Decrypt.html',
    api: 'kms:decrypt',
    args: { 'CiphertextBlob.$': '$.c' },
    needs: { 'kms:Decrypt': [ANY] },
  },
  {
    name: 'a grant’s token names its key itself',
    source: 'kms/latest/APIReference/API_RetireGrant.html',
    api: 'kms:retireGrant',
    args: { GrantToken: 'x' },
    needs: { 'kms:RetireGrant': [ANY] },
  },
  {
    name: 'ReEncrypt needs the source key even where only the destination is given',
    source: 'kms/latest/APIReference/API_ReEncrypt.html',
    api: 'kms:reEncrypt',
    args: { DestinationKeyId: 'k' },
    needs: { 'kms:ReEncryptFrom': [ANY], 'kms:ReEncryptTo': [KEY] },
  },
  {
    name: 'an object is encrypted with a data key of the key that the call names',
    source: 'AmazonS3/latest/userguide/UsingKMSEncryption.html',
    api: 's3:putObject',
    args: { Bucket: 'b', Key: 'k', SsekmsKeyId: KEY },
    needs: { 'kms:GenerateDataKey': [KEY], 's3:PutObject': ['arn:aws:s3:::b/k'] },
  },
  {
    name: 'an upload in parts is decrypted as well',
    source: 'AmazonS3/latest/userguide/mpuoverview.html',
    api: 's3:createMultipartUpload',
    args: { Bucket: 'b', Key: 'k', SSEKMSKeyId: 'k' },
    needs: { 'kms:Decrypt': [KEY], 'kms:GenerateDataKey': [KEY], 's3:PutObject': ['arn:aws:s3:::b/k'] },
  },
  {
    name: 'a parameter is encrypted, with a data key where it is an advanced one',
    source: 'systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html',
    api: 'ssm:putParameter',
    args: { Name: 'p', Value: 'v', KeyId: 'k' },
    needs: {
      'kms:Encrypt': [KEY],
      'kms:GenerateDataKey': [KEY],
      'ssm:PutParameter': [`arn:aws:ssm:${HERE}:parameter/p`],
    },
  },
  {
    name: 'IAM knows a key by ID: an alias may be any of the account',
    source: 'kms/latest/developerguide/cmks-in-iam-policies.html',
    api: 'ssm:putParameter',
    args: { Name: 'p', Value: 'v', KeyId: 'alias/app' },
    needs: {
      'kms:Encrypt': [`arn:aws:kms:${HERE}:key/*`],
      'kms:GenerateDataKey': [`arn:aws:kms:${HERE}:key/*`],
      'ssm:PutParameter': [`arn:aws:ssm:${HERE}:parameter/p`],
    },
  },
  {
    name: 'a snapshot’s copy needs what EBS does with the key',
    source: 'ebs/latest/userguide/ebs-encryption-requirements.html',
    api: 'ec2:createVolume',
    args: { AvailabilityZone: 'eu-west-1a', KmsKeyId: 'k' },
    needs: {
      'ec2:CreateVolume': [`arn:aws:ec2:${HERE}:volume/*`],
      'kms:CreateGrant': [KEY],
      'kms:Decrypt': [KEY],
      'kms:DescribeKey': [KEY],
      'kms:GenerateDataKeyWithoutPlaintext': [KEY],
      'kms:ReEncryptFrom': [KEY],
      'kms:ReEncryptTo': [KEY],
    },
  },
];

describe('keys', () => {
  for (const { name, source, api, args, needs } of KEYS) {
    it(`${name} (${source})`, async () => assert.deepEqual(await granted(api, args), needs));
  }

  it('that a call leaves out are a warning (kms/latest/APIReference/API_Decrypt.html)', async () => {
    const [finding = ''] = await told('kms:decrypt', { CiphertextBlob: 'x' }, 'missing-argument');
    assert.match(finding, /^warning KeyId is missing/);
  });
});

describe('a key in an argument, where no page says what the service does with it', () => {
  for (const [api, args, field] of [
    ['dynamodb:createTable', { TableName: 't', SSESpecification: { KMSMasterKeyId: 'k' } }, 'KmsMasterKeyId'],
    ['lambda:createFunction', { FunctionName: 'f', 'KMSKeyArn.$': '$.k' }, 'KmsKeyArn'],
    ['backup:createBackupVault', { BackupVaultName: 'v', EncryptionKeyArn: KEY }, 'EncryptionKeyArn'],
    [
      'rds:copyDBSnapshot',
      { SourceDbSnapshotIdentifier: 'a', TargetDbSnapshotIdentifier: 'b', KmsKeyId: 'k' },
      'KmsKeyId',
    ],
    ['rds:startExportTask', { ExportTaskIdentifier: 'e', SourceArn: 'x', KmsKeyId: 'k' }, 'KmsKeyId'],
  ] as const) {
    it(`${api}: is told (kms/latest/developerguide/service-integration.html)`, async () => {
      const messages = await told(api, args, 'dependent-action');
      const found = await granted(api, args);
      const isGranted = Object.keys(found).some((action) => action.startsWith('kms:'));
      assert.ok(isGranted || messages.some((text) => text.includes(`${field} (such as kms:`)), messages.join());
    });
  }

  it('is not told where there is none', async () => {
    assert.deepEqual(await told('dynamodb:createTable', { TableName: 't' }, 'dependent-action'), []);
  });
});
