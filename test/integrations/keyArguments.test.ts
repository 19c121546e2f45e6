import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ResourceFacts, StatedFacts } from '../../src/facts/fact.ts';
import { fitStates, OPTIONS, task } from '../support/cases.ts';

/** Keys, models and secrets that optimized integrations use. */

const HERE = 'eu-west-1:111122223333';
const KEY = `arn:aws:kms:${HERE}:key/vol`;
const ANY_KEY = `arn:aws:kms:${HERE}:key/*`;

type Args = Readonly<Record<string, unknown>>;

function stated(resource: string, facts: ResourceFacts): StatedFacts {
  return { resource, facts, source: 'file', place: 'facts.yaml' };
}

function fitted(api: string, args: Args, facts: readonly StatedFacts[] = []) {
  return fitStates({ A: task(`arn:aws:states:::${api}`, args) }, { ...OPTIONS, facts });
}

function keysOf(api: string, args: Args, facts?: readonly StatedFacts[]): readonly string[] {
  return fitted(api, args, facts)
    .policy.Statement.filter(({ Action }) => Action.some((action) => action.startsWith('kms:')))
    .map(
      ({ Action, Resource, Condition }) =>
        `${Action.join(', ')} on ${Resource.join(', ')}${Condition === undefined ? '' : ` if ${JSON.stringify(Condition)}`}`,
    );
}

/** A grant on a volume's key: SageMaker AI makes it on the caller's behalf. */
const SERVICE = '"Bool":{"kms:GrantIsForAWSResource":["true"]}';
const SERVICE_GRANT = 'kms:CreateGrant';

const volume = (VolumeKmsKeyId: unknown) => ({ InstanceType: 'ml.m5.large', VolumeKmsKeyId });
const SAGEMAKER = 'sagemaker/latest/dg/api-permissions-reference.html';
const LOGS = 'emr/latest/EMR-Serverless-UserGuide/jobs-log-encryption.html';
const DISKS = 'emr/latest/EMR-Serverless-UserGuide/disk-encryption-cmk.html';

describe('the keys that a call names', () => {
  for (const [name, source, api, args, needs] of [
    [
      'a training job’s volumes',
      SAGEMAKER,
      'sagemaker:createTrainingJob',
      { ResourceConfig: volume(KEY) },
      [SERVICE_GRANT],
    ],
    [
      'a transform job’s volumes',
      SAGEMAKER,
      'sagemaker:createTransformJob',
      { TransformResources: volume(KEY) },
      [SERVICE_GRANT],
    ],
    [
      'a processing job’s volumes',
      SAGEMAKER,
      'sagemaker:createProcessingJob',
      { ProcessingResources: { ClusterConfig: volume(KEY) } },
      [SERVICE_GRANT],
    ],
    [
      'a tuning job’s volumes',
      SAGEMAKER,
      'sagemaker:createHyperParameterTuningJob',
      { TrainingJobDefinitions: [{ ResourceConfig: volume(KEY) }, { ResourceConfig: {} }] },
      [SERVICE_GRANT],
    ],
    ['an endpoint’s volumes', SAGEMAKER, 'sagemaker:createEndpointConfig', { KmsKeyId: KEY }, [SERVICE_GRANT]],
    [
      'a job’s results, which its role encrypts',
      'sagemaker/latest/dg/sagemaker-roles.html',
      'sagemaker:createTrainingJob',
      { OutputDataConfig: { KmsKeyId: KEY } },
      [],
    ],
    [
      'a cluster’s secrets',
      'eks/latest/userguide/enable-kms.html',
      'eks:createCluster',
      { Name: 'c', EncryptionConfig: [{ Provider: { KeyArn: KEY }, Resources: ['secrets'] }] },
      ['kms:CreateGrant, kms:DescribeKey'],
    ],
    [
      'a job’s logs',
      LOGS,
      'emr-serverless:startJobRun',
      {
        ApplicationId: 'a',
        ConfigurationOverrides: { MonitoringConfiguration: { S3MonitoringConfiguration: { EncryptionKeyArn: KEY } } },
      },
      ['kms:Decrypt, kms:GenerateDataKey'],
    ],
    [
      'a job’s disks',
      DISKS,
      'emr-serverless:startJobRun',
      { ApplicationId: 'a', ConfigurationOverrides: { DiskEncryptionConfiguration: { EncryptionKeyArn: KEY } } },
      ['kms:Decrypt, kms:DescribeKey, kms:GenerateDataKey'],
    ],
  ] as const) {
    it(`of ${name} (${source})`, () =>
      assert.deepEqual(
        keysOf(api, args),
        needs.map((actions) => `${actions} on ${KEY}${actions === SERVICE_GRANT ? ` if {${SERVICE}}` : ''}`),
      ));
  }

  it('of a custom model are used through Bedrock (bedrock/latest/userguide/encryption-custom-job.html)', () => {
    assert.deepEqual(keysOf('bedrock:createModelCustomizationJob', { CustomModelKmsKeyId: KEY }), [
      `kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:GenerateDataKey on ${KEY} if {"StringLike":{"kms:ViaService":["bedrock.eu-west-1.amazonaws.com"]}}`,
    ]);
  });

  it('by an alias are those that have it, or the one that a fact says', () => {
    const args = { ResourceConfig: volume('alias/vol') };
    assert.deepEqual(keysOf('sagemaker:createTrainingJob', args), [
      `kms:CreateGrant on ${ANY_KEY} if {${SERVICE},"ForAnyValue:StringEquals":{"kms:ResourceAliases":["alias/vol"]}}`,
    ]);
    const fact = stated(`arn:aws:kms:${HERE}:alias/vol`, { key: KEY });
    assert.deepEqual(keysOf('sagemaker:createTrainingJob', args, [fact]), [
      `kms:CreateGrant on ${KEY} if {${SERVICE}}`,
    ]);
  });

  it('keep no condition of another one’s alias', () => {
    const args = {
      TrainingJobDefinitions: ['alias/a', 'alias/b', KEY].map((key) => ({ ResourceConfig: volume(key) })),
    };
    assert.deepEqual(keysOf('sagemaker:createHyperParameterTuningJob', args).toSorted(), [
      `kms:CreateGrant on ${ANY_KEY} if {${SERVICE},"ForAnyValue:StringLike":{"kms:ResourceAliases":["alias/a","alias/b"]}}`,
      `kms:CreateGrant on ${KEY} if {${SERVICE}}`,
    ]);
  });

  it('may be any key, with a warning, if a run decides them', () => {
    const args = { ResourceConfig: { 'VolumeKmsKeyId.$': '$.key' } };
    const { policy, findings } = fitted('sagemaker:createTrainingJob', args);
    assert.ok(JSON.stringify(policy).includes('arn:aws:kms:eu-west-1:*:key/*'));
    assert.ok(
      findings.some(
        ({ code, severity, message }) =>
          code === 'dynamic-resource' && severity === 'warning' && message.includes('kms:CreateGrant'),
      ),
    );
  });
});

describe('the secret of a connection (cli/latest/reference/events/describe-connection.html)', () => {
  const CONNECTION = `arn:aws:events:${HERE}:connection`;
  const SECRETS = `arn:aws:secretsmanager:${HERE}:secret`;
  const secretsOf = (ConnectionArn: unknown, facts?: readonly StatedFacts[]) =>
    fitted('http:invoke', { Authentication: { ConnectionArn } }, facts)
      .policy.Statement.filter(({ Action }) => Action.includes('secretsmanager:GetSecretValue'))
      .flatMap(({ Resource }) => Resource);

  for (const [name, connection, facts, secret] of [
    ['has its name', `${CONNECTION}/Stripe/81210c42`, [], 'events!connection/Stripe/*'],
    [
      'is the one that a fact says',
      `${CONNECTION}/Stripe/81210c42`,
      [stated(`${CONNECTION}/Stripe`, { secret: `${SECRETS}:events!connection/Stripe/1-abcdef` })],
      'events!connection/Stripe/1-abcdef',
    ],
    ['has the name that a template fills in', `${CONNECTION}/\${Name}/\${Id}`, [], 'events!connection/${Name}/*'],
    ['is open where one placeholder may be name and UUID', `${CONNECTION}/\${NameAndId}`, [], 'events!connection/*'],
    ['is open where a placeholder is the connection', '${StripeArn}', [], 'events!connection/*'],
  ] as const) {
    it(name, () => assert.deepEqual(secretsOf(connection, facts), [`${SECRETS}:${secret}`]));
  }

  it('has a key that a fact about the secret says as well', () => {
    const secret = `${SECRETS}:events!connection/Stripe/1-abcdef`;
    const facts = [stated(`${CONNECTION}/Stripe`, { secret }), stated(secret, { key: KEY })];
    const args = { Authentication: { ConnectionArn: `${CONNECTION}/Stripe/81210c42` } };
    assert.deepEqual(keysOf('http:invoke', args, facts), [
      `kms:Decrypt on ${KEY} if {"StringEquals":{"kms:ViaService":["secretsmanager.eu-west-1.amazonaws.com"]}}`,
    ]);
  });
});

describe('the models of an inference profile (bedrock/latest/userguide/inference-profiles-prereq.html)', () => {
  const MODEL = 'arn:aws:bedrock:eu-west-3::foundation-model/m';
  const modelsOf = (ModelId: string, facts: readonly StatedFacts[]) =>
    fitted('bedrock:invokeModel', { ModelId }, facts)
      .policy.Statement.filter(({ Action }) => Action.includes('bedrock:InvokeModel'))
      .flatMap(({ Resource }) => Resource)
      .toSorted();

  it('are those that a fact says', () => {
    for (const [id, profile] of [
      ['eu.m', `arn:aws:bedrock:${HERE}:inference-profile/eu.m`],
      [`arn:aws:bedrock:${HERE}:inference-profile/eu.m`, `arn:aws:bedrock:${HERE}:inference-profile/eu.m`],
      [
        `arn:aws:bedrock:${HERE}:application-inference-profile/x1`,
        `arn:aws:bedrock:${HERE}:application-inference-profile/x1`,
      ],
    ] as const) {
      assert.deepEqual(modelsOf(id, [stated(profile, { models: [MODEL] })]), [profile, MODEL].toSorted());
    }
  });
});
