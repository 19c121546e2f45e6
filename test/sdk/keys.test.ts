import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { StatedFacts } from '../../src/facts/fact.ts';
import type { ServiceData } from '../../src/sdk/service.ts';
import { OPTIONS } from '../support/cases.ts';
import { list } from '../support/iam.ts';
import { type Args, type Case, fitCall, granted, HERE, told } from '../support/sdk.ts';

/** Keys of AWS KMS: of its own calls, and in other services' arguments. */

const KEY = `arn:aws:kms:${HERE}:key/k`;
const ANY = 'arn:aws:kms:eu-west-1:*:key/*';
const ALIASED = `arn:aws:kms:${HERE}:key/*`;

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
    name: 'an AWS managed key asks for nothing',
    source: 'lambda/latest/dg/configuration-envvars-encryption.html',
    api: 'ssm:putParameter',
    args: { Name: 'p', Value: 'v', KeyId: 'alias/aws/ssm' },
    needs: { 'ssm:PutParameter': [`arn:aws:ssm:${HERE}:parameter/p`] },
  },
  {
    name: 'a key that AWS owns asks for nothing',
    source: 'aurora-dsql/latest/APIReference/API_CreateCluster.html',
    api: 'dsql:createCluster',
    args: { KmsEncryptionKey: 'AWS_OWNED_KMS_KEY' },
    needs: {
      'dsql:CreateCluster': [`arn:aws:dsql:${HERE}:cluster/*`],
    },
  },
  {
    name: 'a volume needs what EBS does with the key',
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

/** Action, resource and conditions of each statement about keys, in the policy's order. */
async function keyStatements(api: string, args: Args, facts: readonly StatedFacts[] = []): Promise<readonly string[]> {
  const { policy } = await fitCall(api, args, { ...OPTIONS, facts });
  return policy.Statement.filter(({ Resource }) => list(Resource).some((arn) => arn.includes(':kms:'))).map(
    ({ Action, Resource, Condition }) =>
      [Action, Resource, Condition === undefined ? '' : JSON.stringify(Condition)].flat().join(' ').trim(),
  );
}

const viaService = (service: string) => `{"StringEquals":{"kms:ViaService":["${service}.eu-west-1.amazonaws.com"]}}`;
const requestAlias = (alias: string) => `{"StringEquals":{"kms:RequestAlias":["${alias}"]}}`;

describe('keys', () => {
  for (const { name, source, api, args, needs } of KEYS) {
    it(`${name} (${source})`, async () => assert.deepEqual(await granted(api, args), needs));
  }

  it('that a call leaves out are a warning (kms/latest/APIReference/API_Decrypt.html)', async () => {
    const [finding = ''] = await told('kms:decrypt', { CiphertextBlob: 'x' }, 'missing-argument');
    assert.match(finding, /^warning KeyId is missing/);
  });
});

describe('requests on a key', () => {
  for (const [name, source, api, args, ...statements] of [
    [
      'come from the service',
      'secretsmanager/latest/userguide/security-encryption.html',
      'secretsmanager:createSecret',
      { Name: 's', KmsKeyId: KEY },
      `kms:Decrypt kms:GenerateDataKey ${KEY} ${viaService('secretsmanager')}`,
    ],
    [
      'come from the service in the replicas’ Regions',
      'secretsmanager/latest/apireference/API_ReplicateSecretToRegions.html',
      'secretsmanager:replicateSecretToRegions',
      { SecretId: 's', AddReplicaRegions: [{ Region: 'us-east-1', KmsKeyId: 'mrk-1' }, { Region: 'us-east-2' }] },
      'kms:Encrypt kms:GenerateDataKey arn:aws:kms:us-east-1:111122223333:key/mrk-1 {"StringLike":{"kms:ViaService":["secretsmanager.*.amazonaws.com"]}}',
    ],
    [
      'make grants for AWS services only, where the page says so',
      'opensearch-service/latest/developerguide/encryption-at-rest.html',
      'opensearch:createDomain',
      { DomainName: 'd', EncryptionAtRestOptions: { KmsKeyId: KEY } },
      `kms:CreateGrant ${KEY} {"StringEquals":{"kms:ViaService":["es.eu-west-1.amazonaws.com"]},"Bool":{"kms:GrantIsForAWSResource":["true"]}}`,
      `kms:DescribeKey ${KEY} ${viaService('es')}`,
    ],
    [
      'make grants without that condition, where the page forbids it',
      'eks/latest/userguide/enable-kms.html',
      'eks:createCluster',
      { Name: 'c', EncryptionConfig: [{ Provider: { KeyArn: KEY } }] },
      `kms:CreateGrant kms:DescribeKey ${KEY}`,
    ],
    [
      'have no condition in a call of AWS KMS itself',
      'kms/latest/developerguide/conditions-kms.html',
      'kms:encrypt',
      { KeyId: KEY, Plaintext: 'x' },
      `kms:Encrypt ${KEY}`,
    ],
  ] as const) {
    it(`${name} (${source})`, async () => {
      assert.deepEqual((await keyStatements(api, args)).toSorted(), statements.toSorted());
    });
  }
});

describe('an alias', () => {
  const orders = `arn:aws:kms:${HERE}:alias/orders`;
  const facts: readonly StatedFacts[] = [
    { resource: orders, facts: { key: KEY }, source: 'file', place: 'facts.yaml' },
  ];
  for (const [name, api, args, ...statements] of [
    [
      'is in the request of a call to AWS KMS',
      'kms:encrypt',
      { KeyId: 'alias/orders' },
      `kms:Encrypt ${ALIASED} ${requestAlias('alias/orders')}`,
    ],
    [
      'is the same by its ARN, of its account and Region',
      'kms:describeKey',
      { KeyId: 'arn:aws:kms:us-east-1:444455556666:alias/orders' },
      `kms:DescribeKey arn:aws:kms:us-east-1:444455556666:key/* ${requestAlias('alias/orders')}`,
    ],
    [
      'is one for each key of ReEncrypt',
      'kms:reEncrypt',
      { SourceKeyId: 'alias/a', DestinationKeyId: 'alias/b' },
      `kms:ReEncryptFrom ${ALIASED} ${requestAlias('alias/a')}`,
      `kms:ReEncryptTo ${ALIASED} ${requestAlias('alias/b')}`,
    ],
    [
      'is the key’s own for actions that take none in a request',
      'kms:scheduleKeyDeletion',
      { KeyId: 'alias/orders' },
      `kms:ScheduleKeyDeletion ${ALIASED} {"ForAnyValue:StringEquals":{"kms:ResourceAliases":["alias/orders"]}}`,
    ],
    [
      'may be known in part',
      'kms:sign',
      { 'KeyId.$': "States.Format('alias/{}-orders', $.stage)" },
      `kms:Sign ${ALIASED} {"StringLike":{"kms:RequestAlias":["alias/*-orders"]}}`,
    ],
    [
      'is the key’s own where a service sends the request',
      'ssm:putParameter',
      { Name: 'p', KeyId: 'alias/orders' },
      `kms:Encrypt kms:GenerateDataKey ${ALIASED} {"StringEquals":{"kms:ViaService":["ssm.eu-west-1.amazonaws.com"]},"ForAnyValue:StringEquals":{"kms:ResourceAliases":["alias/orders"]}}`,
    ],
  ] as const) {
    it(`${name} (kms/latest/developerguide/alias-authorization.html)`, async () => {
      assert.deepEqual((await keyStatements(api, args)).toSorted(), statements.toSorted());
    });
  }

  it('stands beside keys by ID, each with its own statement', async () => {
    const args = {
      BlockDeviceMappings: [
        { Ebs: { KmsKeyId: 'k' } },
        { Ebs: { KmsKeyId: 'alias/a' } },
        { Ebs: { KmsKeyId: 'alias/b' } },
        { Ebs: { KmsKeyId: 'alias/aws/ebs' } },
      ],
    };
    const statements = (await keyStatements('ec2:createImage', args)).filter((text) => text.includes('kms:Decrypt'));
    assert.equal(statements.length, 2);
    assert.ok(statements.some((text) => text.endsWith(`kms:ReEncryptTo ${KEY}`)));
    assert.ok(
      statements.some((text) =>
        text.endsWith(`${ALIASED} {"ForAnyValue:StringEquals":{"kms:ResourceAliases":["alias/a","alias/b"]}}`),
      ),
      statements.join('\n'),
    );
  });

  it('is the key that a fact names, in all calls', async () => {
    for (const args of [{ KeyId: 'alias/orders' }, { KeyId: orders }]) {
      assert.deepEqual(await keyStatements('kms:encrypt', args, facts), [`kms:Encrypt ${KEY}`]);
    }
    assert.deepEqual(await keyStatements('ssm:putParameter', { Name: 'p', KeyId: 'alias/orders' }, facts), [
      `kms:Encrypt kms:GenerateDataKey ${KEY} ${viaService('ssm')}`,
    ]);
  });
});

describe('a key on which nothing is granted', () => {
  for (const [api, args, field] of [
    ['grafana:createWorkspace', { KmsKeyId: KEY }, 'KmsKeyId'],
    ['grafana:createWorkspace', { 'KmsKeyId.$': '$.key' }, 'KmsKeyId'],
    ['sqs:createQueue', { QueueName: 'q', Attributes: { KmsMasterKeyId: 'alias/q' } }, 'Attributes.KmsMasterKeyId'],
    ['accessanalyzer:createAccessPreview', { Configurations: { a: { RdsDbSnapshot: { KmsKeyId: KEY } } } }, 'KmsKeyId'],
  ] as const) {
    it(`${api}: is a warning where no page says what is needed`, async () => {
      const [message = ''] = await told(api, args, 'key-use');
      assert.match(message, new RegExp(`^warning .*${field} names a key, .* nothing is granted`));
    });
  }

  it('is a remark where the call may leave it out', async () => {
    const [message = ''] = await told('apprunner:createService', { 'EncryptionConfiguration.$': '$.e' }, 'key-use');
    assert.match(message, /^info EncryptionConfiguration\.KmsKey may name a key/);
  });

  it('is told where the service uses it with a permission of its own (sagemaker/latest/dg/sagemaker-roles.html)', async () => {
    const args = {
      TrainingJobName: 't',
      RoleArn: 'arn:aws:iam::111122223333:role/r',
      OutputDataConfig: { KmsKeyId: 'k' },
    };
    const [message = ''] = await told('sagemaker:createTrainingJob', args, 'key-use');
    assert.match(message, /^info OutputDataConfig\.KmsKeyId: the role needs nothing .*sagemaker-roles\.html/);
    assert.deepEqual(await keyStatements('sagemaker:createTrainingJob', args), []);
  });

  it('is not told where there is none, or where it is an AWS managed one', async () => {
    assert.deepEqual(await told('grafana:createWorkspace', { WorkspaceName: 'a' }, 'key-use'), []);
    assert.deepEqual(await told('grafana:createWorkspace', { KmsKeyId: 'alias/aws/grafana' }, 'key-use'), []);
  });
});

describe('the tables', () => {
  const folder = new URL('../../src/sdk/data/', import.meta.url);
  const operations = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const data: ServiceData = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
      return Object.entries(data.operations).map(([api, operation]) => ({ name: `${file} ${api}`, operation }));
    });

  it('say one thing about each key: rows, a judgement, or that no page is known', () => {
    for (const { name, operation } of operations) {
      if (!('allow' in operation)) continue;
      const rows = operation.allow.filter(({ actions }) => actions.some((action) => action.startsWith('kms:')));
      const granted = rows.flatMap(({ on }) => on).join(' ');
      const others = [...(operation.keys ?? []), ...Object.keys(operation.serviceKeys ?? {})];
      assert.equal(new Set(others).size, others.length, name);
      for (const path of others) assert.ok(!granted.includes(`{@${path}}`), `${name} ${path}`);
    }
  });

  it('restrict grants for AWS services to those', () => {
    for (const { name, operation } of operations) {
      if (!('allow' in operation)) continue;
      for (const { actions, only = [] } of operation.allow) {
        if (only.includes('serviceGrant')) assert.deepEqual(actions, ['kms:CreateGrant'], name);
      }
    }
  });
});
