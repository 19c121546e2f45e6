import type { PermissionRow } from './row.ts';
import { arnPattern, isGiven, nameOrArn, rule } from './write.ts';

const key = (path: string) => arnPattern`arn:$p:kms:$r:$a:key/${nameOrArn(path)}`;

/**
 * What operations do with the key that an argument names, with the caller's own permission. Where no page says what
 * they do with it, that is told (catalog/build/dependents.ts).
 */
export const ENCRYPTION: readonly PermissionRow[] = [
  {
    service: 'kms',
    operations: ['ReEncrypt'],
    actions: ['kms:ReEncryptFrom'],
    on: [rule('sourceKey')],
    instead: true,
    source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html',
  },
  {
    service: 'kms',
    operations: ['ReEncrypt'],
    actions: ['kms:ReEncryptTo'],
    on: [rule('destinationKey')],
    instead: true,
    source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html',
  },
  {
    service: 's3',
    operations: ['CopyObject', 'CreateMultipartUpload', 'PutObject'],
    actions: ['kms:GenerateDataKey'],
    on: [key('SsekmsKeyId')],
    when: [isGiven('SsekmsKeyId')],
    purpose: 'encryption',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
  },
  {
    // An upload in parts reads them.
    service: 's3',
    operations: ['CreateMultipartUpload'],
    actions: ['kms:Decrypt'],
    on: [key('SsekmsKeyId')],
    when: [isGiven('SsekmsKeyId')],
    purpose: 'encryption',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions',
  },
  {
    service: 'secretsmanager',
    operations: ['CreateSecret', 'UpdateSecret'],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    on: [key('KmsKeyId')],
    when: [isGiven('KmsKeyId')],
    purpose: 'encryption',
    source:
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-using-cmk',
  },
  {
    service: 'secretsmanager',
    operations: ['UpdateSecret'],
    actions: ['kms:Encrypt'],
    on: [key('KmsKeyId')],
    when: [isGiven('KmsKeyId')],
    purpose: 'encryption',
    source:
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-using-cmk',
  },
  {
    // A standard parameter is encrypted, an advanced one has a data key; the tier may be the account's choice.
    service: 'ssm',
    operations: ['PutParameter'],
    actions: ['kms:Encrypt', 'kms:GenerateDataKey'],
    on: [key('KeyId')],
    when: [isGiven('KeyId')],
    purpose: 'encryption',
    source:
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html#parameter-policy-kms-encryption',
  },
  {
    service: 'ec2',
    operations: ['CopyImage', 'CopySnapshot', 'CreateVolume'],
    actions: [
      'kms:CreateGrant',
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
    on: [key('KmsKeyId')],
    when: [isGiven('KmsKeyId')],
    purpose: 'encryption',
    source:
      'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html#ebs-encryption-permissions',
  },
];
