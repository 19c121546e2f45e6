import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JsonObject } from '../../src/asl/json.ts';
import { resolverOf } from '../../src/template/intrinsics.ts';
import { readTemplate } from '../../src/template/read.ts';
import { CURATED_TYPES, shapeOf } from '../../src/template/resources.ts';

const P = '${AWS::Partition}';
const RA = '${AWS::Region}:${AWS::AccountId}';

function answers(type: string, properties: JsonObject = {}, more: JsonObject = {}) {
  const Resources = { X: { Type: type, Properties: properties }, ...more };
  const resolver = resolverOf(readTemplate(JSON.stringify({ Resources })));
  const ref = resolver.resolve({ Ref: 'X' });
  const { arn } = shapeOf(type);
  const arnText = arn === undefined ? undefined : resolver.resolve({ 'Fn::GetAtt': ['X', arn] });
  const placeholders = resolver.placeholders();
  return { ref, arn: arnText, writtenOut: placeholders[String(arnText)]?.writtenOut, placeholders };
}

describe('a resource whose name CloudFormation makes up', () => {
  /** Type, Ref, ARN, the ARN written out. */
  const TABLE: readonly (readonly [string, string, string | undefined, string | undefined])[] = [
    ['AWS::Lambda::Function', '${X}', '${X.Arn}', `arn:${P}:lambda:${RA}:function:\${X}`],
    ['AWS::Serverless::Function', '${X}', '${X.Arn}', `arn:${P}:lambda:${RA}:function:\${X}`],
    ['AWS::DynamoDB::Table', '${X}', '${X.Arn}', `arn:${P}:dynamodb:${RA}:table/\${X}`],
    ['AWS::DynamoDB::GlobalTable', '${X}', '${X.Arn}', `arn:${P}:dynamodb:${RA}:table/\${X}`],
    ['AWS::Serverless::SimpleTable', '${X}', '${X.Arn}', `arn:${P}:dynamodb:${RA}:table/\${X}`],
    ['AWS::SQS::Queue', '${X}', '${X.Arn}', `arn:${P}:sqs:${RA}:\${X.QueueName}`],
    ['AWS::SNS::Topic', '${X.TopicArn}', '${X.TopicArn}', `arn:${P}:sns:${RA}:\${X.TopicName}`],
    ['AWS::S3::Bucket', '${X}', '${X.Arn}', `arn:${P}:s3:::\${X}`],
    ['AWS::StepFunctions::StateMachine', '${X.Arn}', '${X.Arn}', `arn:${P}:states:${RA}:stateMachine:\${X.Name}`],
    ['AWS::Serverless::StateMachine', '${X.Arn}', '${X.Arn}', `arn:${P}:states:${RA}:stateMachine:\${X.Name}`],
    ['AWS::StepFunctions::Activity', '${X.Arn}', '${X.Arn}', `arn:${P}:states:${RA}:activity:\${X.Name}`],
    ['AWS::Events::EventBus', '${X}', '${X.Arn}', `arn:${P}:events:${RA}:event-bus/\${X}`],
    ['AWS::Events::Connection', '${X}', '${X.Arn}', undefined],
    ['AWS::Kinesis::Stream', '${X}', '${X.Arn}', `arn:${P}:kinesis:${RA}:stream/\${X}`],
    ['AWS::KMS::Key', '${X}', '${X.Arn}', `arn:${P}:kms:${RA}:key/\${X}`],
    ['AWS::SecretsManager::Secret', '${X}', undefined, undefined],
    ['AWS::SSM::Parameter', '${X}', undefined, undefined],
    ['AWS::IAM::Role', '${X}', '${X.Arn}', `arn:${P}:iam::\${AWS::AccountId}:role/\${X}`],
    ['AWS::IAM::ManagedPolicy', '${X.PolicyArn}', '${X.PolicyArn}', undefined],
    ['AWS::ECS::Cluster', '${X}', '${X.Arn}', `arn:${P}:ecs:${RA}:cluster/\${X}`],
    ['AWS::ECS::TaskDefinition', '${X.TaskDefinitionArn}', '${X.TaskDefinitionArn}', undefined],
    ['AWS::Glue::Job', '${X}', undefined, undefined],
    ['AWS::Batch::JobQueue', '${X.JobQueueArn}', '${X.JobQueueArn}', undefined],
    ['AWS::Batch::JobDefinition', '${X.JobDefinitionArn}', '${X.JobDefinitionArn}', undefined],
    ['AWS::Logs::LogGroup', '${X}', '${X.Arn}', `arn:${P}:logs:${RA}:log-group:\${X}:*`],
    ['AWS::CodeBuild::Project', '${X}', '${X.Arn}', `arn:${P}:codebuild:${RA}:project/\${X}`],
    ['AWS::SageMaker::Model', '${X}', undefined, undefined],
    ['AWS::Athena::WorkGroup', '${X}', undefined, undefined],
    ['AWS::ApiGateway::RestApi', '${X}', undefined, undefined],
    ['AWS::RDS::DBCluster', '${X}', '${X.DBClusterArn}', `arn:${P}:rds:${RA}:cluster:\${X}`],
    ['Custom::Thing', '${X}', undefined, undefined],
  ];
  for (const [type, ref, arn, writtenOut] of TABLE) {
    test(type, () => {
      const answer = answers(type);
      assert.deepEqual([answer.ref, answer.arn, answer.writtenOut], [ref, arn, writtenOut]);
    });
  }
});

describe('a resource with a name', () => {
  /** Type, properties, Ref, ARN. */
  const TABLE: readonly (readonly [string, JsonObject, string, string | undefined])[] = [
    ['AWS::Lambda::Function', { FunctionName: 'n' }, 'n', `arn:${P}:lambda:${RA}:function:n`],
    [
      'AWS::SQS::Queue',
      { QueueName: 'n' },
      'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/n',
      `arn:${P}:sqs:${RA}:n`,
    ],
    ['AWS::SNS::Topic', { TopicName: 'n' }, `arn:${P}:sns:${RA}:n`, `arn:${P}:sns:${RA}:n`],
    [
      'AWS::StepFunctions::StateMachine',
      { StateMachineName: 'n' },
      `arn:${P}:states:${RA}:stateMachine:n`,
      `arn:${P}:states:${RA}:stateMachine:n`,
    ],
    [
      'AWS::Serverless::StateMachine',
      { Name: 'n' },
      `arn:${P}:states:${RA}:stateMachine:n`,
      `arn:${P}:states:${RA}:stateMachine:n`,
    ],
    ['AWS::IAM::Role', { RoleName: 'n', Path: '/p/' }, 'n', `arn:${P}:iam::\${AWS::AccountId}:role/p/n`],
    [
      'AWS::IAM::ManagedPolicy',
      { ManagedPolicyName: 'n' },
      `arn:${P}:iam::\${AWS::AccountId}:policy/n`,
      `arn:${P}:iam::\${AWS::AccountId}:policy/n`,
    ],
    ['AWS::Glue::Database', { DatabaseInput: { Name: 'n' } }, 'n', undefined],
    // RDS changes the name to lower case.
    ['AWS::RDS::DBCluster', { DBClusterIdentifier: 'N' }, '${X}', '${X.DBClusterArn}'],
    // The name of a function may be its ARN.
    ['AWS::Lambda::Function', { FunctionName: 'arn:aws:lambda:eu-west-1:1:function:n' }, '${X}', '${X.Arn}'],
    // What only the deployment knows is no name.
    ['AWS::S3::Bucket', { BucketName: { 'Fn::ImportValue': 'b' } }, '${X}', '${X.Arn}'],
    [
      'AWS::S3::Bucket',
      { BucketName: { 'Fn::Sub': '${AWS::StackName}-b' } },
      '${AWS::StackName}-b',
      `arn:${P}:s3:::\${AWS::StackName}-b`,
    ],
  ];
  for (const [type, properties, ref, arn] of TABLE) {
    test(`${type} ${JSON.stringify(properties)}`, () => {
      const answer = answers(type, properties);
      assert.deepEqual([answer.ref, answer.arn], [ref, arn]);
    });
  }
});

test("an alias and a version have their function's ARN in front", () => {
  const more = { F: { Type: 'AWS::Lambda::Function' } };
  const alias = answers('AWS::Lambda::Alias', { FunctionName: { Ref: 'F' }, Name: 'live' }, more);
  assert.equal(alias.ref, '${X.AliasArn}');
  assert.equal(alias.writtenOut, `arn:${P}:lambda:${RA}:function:\${F}:live`);
  const version = answers('AWS::Lambda::Version', { FunctionName: { 'Fn::GetAtt': ['F', 'Arn'] } }, more);
  assert.equal(version.ref, '${X.FunctionArn}');
  assert.equal(version.writtenOut, '${F.Arn}:${X.Version}');
});

test('every type answers, and its own placeholders tell what they are', () => {
  for (const type of CURATED_TYPES) {
    const { ref, placeholders } = answers(type);
    const placeholder = placeholders[String(ref)];
    assert.equal(placeholder?.resourceType, type);
    assert.equal(placeholder?.logicalId, 'X');
    if (shapeOf(type).form?.includes('{name}') && shapeOf(type).ref !== 'arn') assert.ok(placeholder?.arn, type);
  }
});

test('region, account and partition that are given stand in the ARN', () => {
  const template = readTemplate('{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "n"}}}}');
  const pseudo = { 'AWS::Region': 'cn-north-1', 'AWS::AccountId': '111122223333' };
  const resolver = resolverOf(template, { pseudo });
  assert.equal(resolver.resolve({ 'Fn::GetAtt': ['Q', 'Arn'] }), 'arn:aws-cn:sqs:cn-north-1:111122223333:n');
  assert.equal(resolver.resolve({ Ref: 'Q' }), 'https://sqs.cn-north-1.amazonaws.com.cn/111122223333/n');
});
