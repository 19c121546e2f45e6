import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ResourceFacts } from '../../src/facts/fact.ts';
import { FACT_TYPES } from '../../src/template/facts/types.ts';
import type { ParameterValues } from '../../src/template/intrinsics.ts';
import { machinesIn } from '../../src/template/machines.ts';
import { readTemplate } from '../../src/template/read.ts';

/** What a template says of its resources: by resource type, and by the form in which it names a key. */

const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const PLACE = '${AWS::Region}:${AWS::AccountId}';
const KMS = `arn:\${AWS::Partition}:kms:${PLACE}`;
const KEY = `${KMS}:key/\${Key}`;

const SHARED = `
Parameters:
  KeyParameter: {Type: String}
  KeyArn: {Type: String}
  WithDefault: {Type: String, Default: ${ID}}
  Stage: {Type: String}
Conditions:
  Encrypted: !Equals [!Ref Stage, prod]
  Other: !Equals [!Ref Stage, test]
  Never: !Equals [a, b]
Resources:
  Key: {Type: AWS::KMS::Key}
  Second: {Type: AWS::KMS::Key}
  Replica: {Type: AWS::KMS::ReplicaKey}
  Alias: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/orders, TargetKeyId: !Ref Key}}
  Generated: {Type: AWS::KMS::Alias, Properties: {AliasName: !If [Encrypted, alias/a, alias/b], TargetKeyId: !GetAtt Key.Arn}}
  Role: {Type: AWS::IAM::Role, Properties: {Path: /service/}}
  Named: {Type: AWS::IAM::Role, Properties: {RoleName: orders}}
  Custom: {Type: Custom::Lookup}
`;

function stated(yaml: string, values: ParameterValues = {}) {
  const options = { file: 'template.yaml', read: () => undefined, values };
  return machinesIn(readTemplate(`${SHARED}${yaml}`), options).facts;
}

/** What is stated of the resource `It`, by each of its names. */
function factsOfIt(type: string, properties: string, more = '', values: ParameterValues = {}) {
  const all = stated(`  It: {Type: '${type}', Properties: ${properties}${more}}\n`, values);
  const its = all.filter(({ place }) => place === 'template.yaml It');
  for (const { source } of its) assert.equal(source, 'template');
  for (const { facts } of its) assert.deepEqual(facts, its[0]?.facts);
  return { facts: its[0]?.facts, names: its.map(({ resource }) => resource) };
}

describe('the key of a queue in each form that KMS takes', () => {
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html#API_DescribeKey_RequestParameters
  const TABLE: readonly (readonly [string, string | undefined])[] = [
    [ID, `${KMS}:key/${ID}`],
    ['mrk-1234abcd12ab34cd56ef1234567890ab', `${KMS}:key/mrk-1234abcd12ab34cd56ef1234567890ab`],
    [`arn:aws:kms:eu-west-1:111122223333:key/${ID}`, `arn:aws:kms:eu-west-1:111122223333:key/${ID}`],
    ['!Ref Key', KEY],
    ['!GetAtt Key.Arn', KEY],
    ['!GetAtt Key.KeyId', KEY],
    ["!Sub '${Key}'", KEY],
    ["!Sub '${Key.Arn}'", KEY],
    ["!Sub 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:key/${Key}'", `arn:aws:kms:${PLACE}:key/\${Key}`],
    ['!GetAtt Replica.Arn', '${Replica.Arn}'],
    ['alias/orders', `${KMS}:alias/orders`],
    ["!Sub 'alias/${Stage}-orders'", `${KMS}:alias/\${Stage}-orders`],
    ['arn:aws:kms:eu-west-1:111122223333:alias/orders', 'arn:aws:kms:eu-west-1:111122223333:alias/orders'],
    ['!Ref Alias', `${KMS}:alias/orders`],
    ['!Ref Generated', KEY],
    // An AWS managed key.
    ['alias/aws/sqs', 'none'],
    ['arn:aws:kms:eu-west-1:111122223333:alias/aws/sqs', 'none'],
    ['!Ref AWS::NoValue', 'none'],
    ["''", 'none'],
    // A parameter: its value, or what its name says.
    ['!Ref WithDefault', `${KMS}:key/${ID}`],
    ['!Ref KeyArn', '${KeyArn}'],
    ['!Ref KeyParameter', undefined],
    ['!ImportValue TheKeyArn', '${ImportTheKeyArn}'],
    ['!ImportValue TheKey', undefined],
    ['!GetAtt Custom.KeyArn', '${Custom.KeyArn}'],
    ['!GetAtt Custom.Key', undefined],
    ["'{{resolve:ssm:/keys/orders}}'", undefined],
    ["!Sub '${Stage}-key'", undefined],
    ['!Ref Role', undefined],
    ['arn:aws:sqs:eu-west-1:111122223333:orders', undefined],
    // Only the deployment knows the condition: what each alternative needs is allowed.
    ['!If [Encrypted, !Ref Key, !Ref AWS::NoValue]', KEY],
    ['!If [Encrypted, alias/aws/sqs, !GetAtt Key.Arn]', KEY],
    ['!If [Encrypted, !Ref Key, !GetAtt Key.Arn]', KEY],
    ['!If [Encrypted, !Ref AWS::NoValue, alias/aws/sqs]', 'none'],
    ['!If [Encrypted, !Ref Key, !Ref Second]', '${IfEncryptedArn}'],
    ['!If [Encrypted, !Ref Key, !If [Other, !Ref Second, !Ref AWS::NoValue]]', '${IfEncryptedArn}'],
    ['!If [Encrypted, !Ref Key, !Ref KeyParameter]', undefined],
    ['!If [Encrypted, alias/orders, !Ref Key]', undefined],
    ['!If [Never, !Ref Key, !Ref AWS::NoValue]', 'none'],
  ];
  for (const [form, key] of TABLE) {
    test(`${form} is ${key ?? 'not known'}`, () => {
      const { facts } = factsOfIt('AWS::SQS::Queue', `{KmsMasterKeyId: ${form}}`);
      assert.deepEqual(facts, key === undefined ? undefined : { key });
    });
  }

  test('either of two keys is one Fn::If in a policy', () => {
    const yaml = `${SHARED}  It: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !If [Encrypted, !Ref Key, !Ref Second]}}\n`;
    const { placeholders } = machinesIn(readTemplate(yaml), { file: 't.yaml', read: () => undefined });
    assert.deepEqual(placeholders['${IfEncryptedArn}']?.intrinsic, {
      'Fn::If': ['Encrypted', { 'Fn::GetAtt': ['Key', 'Arn'] }, { 'Fn::GetAtt': ['Second', 'Arn'] }],
    });
  });

  test('a parameter has the value that the user says', () => {
    const values = { parameters: { KeyParameter: 'alias/mine' } };
    const { facts } = factsOfIt('AWS::SQS::Queue', '{KmsMasterKeyId: !Ref KeyParameter}', '', values);
    assert.deepEqual(facts, { key: `${KMS}:alias/mine` });
  });

  test('more conditions than anyone combines leave it unknown', () => {
    const names = ['C1', 'C2', 'C3', 'C4', 'C5'];
    const yaml = `Parameters: {Stage: {Type: String}}
Conditions: {${names.map((name) => `${name}: !Equals [!Ref Stage, ${name}]`).join(', ')}}
Resources:
  It: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: ${names.reduce((inner, name) => `!If [${name}, ${ID}, ${inner}]`, 'alias/x')}}}
`;
    const { facts } = machinesIn(readTemplate(yaml), { file: 't.yaml', read: () => undefined });
    assert.deepEqual(facts, []);
  });
});

const SSE = (rule: string) => `{BucketEncryption: {ServerSideEncryptionConfiguration: [${rule}]}}`;

describe('the facts of each resource type', () => {
  const ROLE = 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/service/${Role}';
  const NAMED = 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/orders';
  const MODEL = 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0';
  const TABLE: readonly (readonly [string, string, ResourceFacts | undefined])[] = [
    ['AWS::SQS::Queue', '{}', { key: 'none' }],
    ['AWS::SNS::Topic', '{KmsMasterKeyId: !Ref Key}', { key: KEY }],
    ['AWS::SNS::Topic', '{}', { key: 'none' }],
    ['AWS::S3::Bucket', '{}', { key: 'none' }],
    ['AWS::S3::Bucket', SSE('{BucketKeyEnabled: true}'), { key: 'none' }],
    ['AWS::S3::Bucket', SSE('{ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}}'), { key: 'none' }],
    ['AWS::S3::Bucket', SSE("{ServerSideEncryptionByDefault: {SSEAlgorithm: 'aws:kms'}}"), { key: 'none' }],
    [
      'AWS::S3::Bucket',
      SSE("{ServerSideEncryptionByDefault: {SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !GetAtt Key.Arn}}"),
      { key: KEY },
    ],
    [
      'AWS::S3::Bucket',
      SSE("{ServerSideEncryptionByDefault: {SSEAlgorithm: 'aws:kms:dsse', KMSMasterKeyID: !Ref Key}}"),
      { key: KEY },
    ],
    [
      'AWS::S3::Bucket',
      SSE('{ServerSideEncryptionByDefault: {SSEAlgorithm: !Ref Stage, KMSMasterKeyID: !Ref Key}}'),
      { key: KEY },
    ],
    [
      'AWS::S3::Bucket',
      `{BucketEncryption: !If [Encrypted, {ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !Ref Key}}]}, !Ref AWS::NoValue]}`,
      { key: KEY },
    ],
    ['AWS::S3::Bucket', '{BucketEncryption: !Ref Stage}', undefined],
    ['AWS::DynamoDB::Table', '{}', { key: 'none' }],
    ['AWS::DynamoDB::Table', '{SSESpecification: {SSEEnabled: true}}', { key: 'none' }],
    ['AWS::DynamoDB::Table', '{SSESpecification: {SSEEnabled: true, KMSMasterKeyId: !Ref Key}}', { key: KEY }],
    ['AWS::DynamoDB::Table', '{SSESpecification: {SSEEnabled: false, KMSMasterKeyId: !Ref Key}}', { key: 'none' }],
    ['AWS::DynamoDB::Table', '{SSESpecification: {SSEEnabled: !Ref Stage, KMSMasterKeyId: !Ref Key}}', { key: KEY }],
    ['AWS::Serverless::SimpleTable', '{SSESpecification: {SSEEnabled: true, KMSMasterKeyId: !Ref Key}}', { key: KEY }],
    ['AWS::Serverless::SimpleTable', '{}', { key: 'none' }],
    ['AWS::DynamoDB::GlobalTable', '{Replicas: [{Region: eu-west-1}]}', { key: 'none' }],
    [
      'AWS::DynamoDB::GlobalTable',
      '{SSESpecification: {SSEEnabled: true, SSEType: KMS}, Replicas: [{Region: eu-west-1}]}',
      { key: 'none' },
    ],
    [
      'AWS::DynamoDB::GlobalTable',
      '{SSESpecification: {SSEEnabled: true}, Replicas: [{Region: !Ref AWS::Region, SSESpecification: {KMSMasterKeyId: !Ref Key}}, {Region: us-east-1, SSESpecification: {KMSMasterKeyId: !Ref KeyArn}}]}',
      { key: KEY },
    ],
    // Which of the two the role uses depends on the Region.
    [
      'AWS::DynamoDB::GlobalTable',
      '{SSESpecification: {SSEEnabled: true}, Replicas: [{Region: eu-west-1, SSESpecification: {KMSMasterKeyId: !Ref Key}}, {Region: us-east-1, SSESpecification: {KMSMasterKeyId: !Ref KeyArn}}]}',
      undefined,
    ],
    ['AWS::Kinesis::Stream', '{}', { key: 'none' }],
    ['AWS::Kinesis::Stream', '{StreamEncryption: {EncryptionType: KMS, KeyId: alias/aws/kinesis}}', { key: 'none' }],
    ['AWS::Kinesis::Stream', '{StreamEncryption: {EncryptionType: KMS, KeyId: !Ref Key}}', { key: KEY }],
    ['AWS::KinesisFirehose::DeliveryStream', '{}', { key: 'none' }],
    [
      'AWS::KinesisFirehose::DeliveryStream',
      '{DeliveryStreamEncryptionConfigurationInput: {KeyType: CUSTOMER_MANAGED_CMK, KeyARN: !GetAtt Key.Arn}}',
      { key: KEY },
    ],
    [
      'AWS::KinesisFirehose::DeliveryStream',
      '{DeliveryStreamEncryptionConfigurationInput: {KeyType: AWS_OWNED_CMK}}',
      { key: 'none' },
    ],
    ['AWS::SecretsManager::Secret', '{}', { key: 'none' }],
    ['AWS::SecretsManager::Secret', '{KmsKeyId: !Ref Key}', { key: KEY }],
    ['AWS::SSM::Parameter', '{Type: String, Value: x}', { key: 'none' }],
    ['AWS::SSM::Parameter', '{Type: StringList, Value: x}', { key: 'none' }],
    ['AWS::SSM::Parameter', '{Type: !Ref Stage, Value: x}', undefined],
    ['AWS::Logs::LogGroup', '{}', { key: 'none' }],
    // It must be an ARN, so the parameter is one.
    ['AWS::Logs::LogGroup', '{KmsKeyId: !Ref KeyParameter}', { key: '${KeyParameter}' }],
    ['AWS::Events::EventBus', '{Name: orders}', { key: 'none' }],
    ['AWS::Events::EventBus', '{Name: orders, KmsKeyIdentifier: !GetAtt Key.Arn}', { key: KEY }],
    ['AWS::Events::Connection', '{}', { key: 'none', secret: '${It.SecretArn}' }],
    ['AWS::Events::Connection', '{KmsKeyIdentifier: alias/x}', { key: `${KMS}:alias/x`, secret: '${It.SecretArn}' }],
    ['AWS::StepFunctions::Activity', '{}', { key: 'none' }],
    [
      'AWS::StepFunctions::Activity',
      '{EncryptionConfiguration: {Type: CUSTOMER_MANAGED_KMS_KEY, KmsKeyId: !Ref Key}}',
      { key: KEY },
    ],
    ['AWS::StepFunctions::Activity', '{EncryptionConfiguration: {Type: AWS_OWNED_KEY}}', { key: 'none' }],
    ['AWS::StepFunctions::StateMachine', '{}', { key: 'none', type: 'STANDARD' }],
    [
      'AWS::StepFunctions::StateMachine',
      '{StateMachineType: EXPRESS, EncryptionConfiguration: {Type: CUSTOMER_MANAGED_KMS_KEY, KmsKeyId: !Ref Key}}',
      { key: KEY, type: 'EXPRESS' },
    ],
    ['AWS::Serverless::StateMachine', '{Type: EXPRESS}', { key: 'none', type: 'EXPRESS' }],
    ['AWS::Serverless::StateMachine', '{Type: !Ref Stage}', { key: 'none' }],
    ['AWS::ECS::TaskDefinition', '{}', { roles: [] }],
    ['AWS::ECS::TaskDefinition', '{TaskRoleArn: !GetAtt Role.Arn}', { roles: [ROLE] }],
    ['AWS::ECS::TaskDefinition', '{TaskRoleArn: !Ref Role}', { roles: [ROLE] }],
    ['AWS::ECS::TaskDefinition', '{TaskRoleArn: orders, ExecutionRoleArn: !GetAtt Named.Arn}', { roles: [NAMED] }],
    [
      'AWS::ECS::TaskDefinition',
      '{TaskRoleArn: !GetAtt Role.Arn, ExecutionRoleArn: !ImportValue ExecutionRoleArn}',
      { roles: [ROLE, '${ImportExecutionRoleArn}'] },
    ],
    ['AWS::ECS::TaskDefinition', '{TaskRoleArn: !GetAtt Role.Arn, ExecutionRoleArn: !Ref Stage}', undefined],
    ['AWS::ECS::TaskDefinition', '{TaskRoleArn: !If [Encrypted, !Ref Role, !Ref AWS::NoValue]}', { roles: [ROLE] }],
    ['AWS::ECS::TaskDefinition', '{TaskRoleArn: !If [Encrypted, !Ref Role, !Ref Stage]}', undefined],
    ['AWS::IAM::InstanceProfile', '{Roles: [!Ref Role]}', { roles: [ROLE] }],
    ['AWS::IAM::InstanceProfile', '{Roles: [orders]}', { roles: [NAMED] }],
    // Its path isn't in the template.
    ['AWS::IAM::InstanceProfile', '{Roles: [another]}', undefined],
    ['AWS::IAM::InstanceProfile', '{Roles: !Ref Stage}', undefined],
    ['AWS::IAM::Role', '{}', { path: '/' }],
    ['AWS::IAM::Role', '{RoleName: r, Path: /a/b/}', { path: '/a/b/' }],
    ['AWS::IAM::Role', '{Path: !Ref Stage}', undefined],
    ['AWS::Athena::WorkGroup', '{Name: w}', { key: 'none', output: 'none', enforced: true }],
    [
      'AWS::Athena::WorkGroup',
      '{Name: w, WorkGroupConfiguration: {EnforceWorkGroupConfiguration: false, ResultConfiguration: {OutputLocation: s3://b/p/, EncryptionConfiguration: {EncryptionOption: SSE_KMS, KmsKey: !GetAtt Key.Arn}}}}',
      { key: KEY, output: 's3://b/p/', enforced: false },
    ],
    [
      'AWS::Athena::WorkGroup',
      '{Name: w, WorkGroupConfiguration: {EnforceWorkGroupConfiguration: !Ref Stage, ManagedQueryResultsConfiguration: {Enabled: true, EncryptionConfiguration: {KmsKey: !GetAtt Key.Arn}}}}',
      { key: KEY, output: 'none' },
    ],
    ['AWS::KMS::Alias', '{AliasName: alias/it, TargetKeyId: !Ref Key}', { key: KEY }],
    ['AWS::KMS::Alias', '{AliasName: alias/it, TargetKeyId: !Ref Stage}', undefined],
    ['AWS::Bedrock::ApplicationInferenceProfile', `{ModelSource: {CopyFrom: '${MODEL}'}}`, { models: [MODEL] }],
    // Its models are in several Regions.
    [
      'AWS::Bedrock::ApplicationInferenceProfile',
      "{ModelSource: {CopyFrom: 'arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.amazon.nova-lite-v1:0'}}",
      undefined,
    ],
  ];
  for (const [type, properties, facts] of TABLE) {
    test(`${type} ${properties}`, () => assert.deepEqual(factsOfIt(type, properties).facts, facts));
  }

  test('every type has a row here', () => {
    assert.deepEqual(new Set(TABLE.map(([type]) => type)), new Set(FACT_TYPES));
  });
});

describe('a resource is known under each name that a definition may use', () => {
  const TABLE: readonly (readonly [string, string, readonly string[]])[] = [
    ['AWS::SQS::Queue', '{QueueName: orders}', [`arn:\${AWS::Partition}:sqs:${PLACE}:orders`]],
    ['AWS::SQS::Queue', '{}', ['${It.Arn}', `arn:\${AWS::Partition}:sqs:${PLACE}:\${It.QueueName}`]],
    ['AWS::S3::Bucket', '{}', ['${It.Arn}', 'arn:${AWS::Partition}:s3:::${It}']],
    ['AWS::ECS::TaskDefinition', '{Family: nightly}', [`arn:\${AWS::Partition}:ecs:${PLACE}:task-definition/nightly`]],
    ['AWS::ECS::TaskDefinition', '{}', ['${It.TaskDefinitionArn}']],
    [
      'AWS::SecretsManager::Secret',
      '{Name: a/b}',
      [`arn:\${AWS::Partition}:secretsmanager:${PLACE}:secret:a/b`, '${It}'],
    ],
    ['AWS::SSM::Parameter', '{Name: /a/b, Type: String}', [`arn:\${AWS::Partition}:ssm:${PLACE}:parameter/a/b`]],
    ['AWS::SSM::Parameter', '{Name: a, Type: String}', [`arn:\${AWS::Partition}:ssm:${PLACE}:parameter/a`]],
    ['AWS::Events::Connection', '{Name: c}', [`arn:\${AWS::Partition}:events:${PLACE}:connection/c`, '${It.Arn}']],
    ['AWS::Events::Connection', '{}', [`arn:\${AWS::Partition}:events:${PLACE}:connection/\${It}`]],
    [
      'AWS::IAM::InstanceProfile',
      '{InstanceProfileName: p, Path: /x/, Roles: [!Ref Role]}',
      ['arn:${AWS::Partition}:iam::${AWS::AccountId}:instance-profile/p', '${It.Arn}'],
    ],
    [
      'AWS::IAM::InstanceProfile',
      '{Roles: [!Ref Role]}',
      ['arn:${AWS::Partition}:iam::${AWS::AccountId}:instance-profile/${It}'],
    ],
    ['AWS::IAM::Role', '{RoleName: r, Path: /a/}', ['arn:${AWS::Partition}:iam::${AWS::AccountId}:role/r']],
    ['AWS::KMS::Alias', '{AliasName: alias/it, TargetKeyId: !Ref Key}', [`${KMS}:alias/it`]],
    ['AWS::Athena::WorkGroup', '{Name: w}', [`arn:\${AWS::Partition}:athena:${PLACE}:workgroup/w`]],
  ];
  for (const [type, properties, names] of TABLE) {
    test(`${type} ${properties}`, () => {
      const all = factsOfIt(type, properties).names;
      for (const name of names) assert.ok(all.includes(name), `${name} in ${all.join(' ')}`);
    });
  }

  test('with the Region, account and partition that are known', () => {
    const pseudo = { 'AWS::Region': 'cn-north-1', 'AWS::AccountId': '111122223333' };
    const { names, facts } = factsOfIt('AWS::SQS::Queue', '{QueueName: q, KmsMasterKeyId: alias/x}', '', { pseudo });
    assert.deepEqual(names, ['arn:aws-cn:sqs:cn-north-1:111122223333:q']);
    assert.deepEqual(facts, { key: 'arn:aws-cn:kms:cn-north-1:111122223333:alias/x' });
  });
});

describe('a resource that may not be there', () => {
  const QUEUE = (properties: string, condition: string) =>
    factsOfIt('AWS::SQS::Queue', properties, `, Condition: ${condition}`).facts;

  test('is not there if its condition is false', () => {
    assert.equal(QUEUE('{KmsMasterKeyId: !Ref Key}', 'Never'), undefined);
  });

  test('says what it is where a definition refers to it', () => {
    assert.deepEqual(QUEUE('{}', 'Encrypted'), { key: 'none' });
  });

  test('says only what adds permissions under a name that another queue may have', () => {
    assert.equal(QUEUE('{QueueName: orders}', 'Encrypted'), undefined);
    assert.deepEqual(QUEUE('{QueueName: orders, KmsMasterKeyId: !Ref Key}', 'Encrypted'), { key: KEY });
  });

  test('has the properties that its condition chooses', () => {
    assert.deepEqual(QUEUE('{KmsMasterKeyId: !If [Encrypted, !Ref Second, !Ref Key]}', 'Encrypted'), {
      key: `${KMS}:key/\${Second}`,
    });
  });
});
