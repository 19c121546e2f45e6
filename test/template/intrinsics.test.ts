import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../src/asl/json.ts';
import { type ParameterValues, resolverOf } from '../../src/template/intrinsics.ts';
import { substitutionsOf, writeOut, writeOutAll } from '../../src/template/placeholder.ts';
import { readTemplate } from '../../src/template/read.ts';
import { INHERITED } from '../names/awkward.ts';

const TEMPLATE = readTemplate(`
Parameters:
  Stage: {Type: String, Default: dev}
  Bucket: {Type: String}
  RoleArn: {Type: String}
  Empty: {Type: String, Default: ''}
  Count: {Type: Number, Default: 5}
  Subnets: {Type: CommaDelimitedList, Default: 'a, b'}
  Ids: {Type: 'List<String>'}
  Stored: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /path/of/it}
Mappings:
  Accounts:
    dev: {Account: '111122223333', Sizes: [1, 2]}
    eu-west-1: {Account: '444455556666'}
Conditions:
  IsDev: !Equals [!Ref Stage, dev]
  IsProd: !Equals [prod, !Ref Stage]
  HasBucket: !Not [!Equals [!Ref Bucket, '']]
  Same: !Equals [!Ref Bucket, !Ref Bucket]
  NotDev: !Not [!Condition IsDev]
  DevAndUnknown: !And [!Condition IsDev, !Condition HasBucket]
  ProdAndUnknown: !And [!Condition IsProd, !Condition HasBucket]
  DevOrUnknown: !Or [!Condition HasBucket, !Condition IsDev]
  ProdOrUnknown: !Or [!Condition HasBucket, !Condition IsProd]
  Loop: !Not [!Condition Loop]
Resources:
  Queue: {Type: 'AWS::SQS::Queue'}
  NamedQueue: {Type: 'AWS::SQS::Queue', Properties: {QueueName: !Sub '\${Stage}-jobs'}}
  Table: {Type: 'AWS::DynamoDB::Table'}
  Function: {Type: 'AWS::Serverless::Function', Properties: {AutoPublishAlias: live}}
  Self: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Sub '\${Self}-logs'}}
  First: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Ref Second}}
  Second: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Ref First}}
  Maybe: {Type: 'AWS::DynamoDB::Table', Properties: {TableName: !If [HasBucket, named, !Ref 'AWS::NoValue']}}
`);

const resolved = (json: Json, given?: ParameterValues) => resolverOf(TEMPLATE, given).resolve(json);

describe('intrinsic functions', () => {
  const TABLE: readonly (readonly [string, Json, Json | undefined, ParameterValues?])[] = [
    ['a default', { Ref: 'Stage' }, 'dev'],
    ['an empty default', { Ref: 'Empty' }, ''],
    ['a number is a text', { Ref: 'Count' }, '5'],
    ['a given value before the default', { Ref: 'Stage' }, 'prod', { parameters: { Stage: 'prod' } }],
    ['no default where defaults are off', { Ref: 'Stage' }, '${Stage}', { defaults: false }],
    ['a given value where defaults are off', { Ref: 'Stage' }, 'x', { defaults: false, parameters: { Stage: 'x' } }],
    ['no value', { Ref: 'Bucket' }, '${Bucket}'],
    ['a list', { Ref: 'Subnets' }, ['a', 'b']],
    ['a list without a value', { Ref: 'Ids' }, '${Ids}'],
    ['the default of an SSM parameter is only its name', { Ref: 'Stored' }, '${Stored}'],
    ['a pseudo parameter', { Ref: 'AWS::Region' }, '${AWS::Region}'],
    ['a given one', { Ref: 'AWS::Region' }, 'eu-west-1', { pseudo: { 'AWS::Region': 'eu-west-1' } }],
    ['the partition of a region', { Ref: 'AWS::Partition' }, 'aws-cn', { pseudo: { 'AWS::Region': 'cn-north-1' } }],
    ['its suffix', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com.cn', { pseudo: { 'AWS::Region': 'cn-north-1' } }],
    ['a resource', { Ref: 'Table' }, '${Table}'],
    ['an unknown name, as of a role that SAM makes', { Ref: 'OrdersRole' }, '${OrdersRole}'],
    ['its attribute', { 'Fn::GetAtt': ['OrdersRole', 'Arn'] }, '${OrdersRole.Arn}'],
    ['an attribute', { 'Fn::GetAtt': ['Queue', 'Arn'] }, '${Queue.Arn}'],
    ['an attribute as one text', { 'Fn::GetAtt': 'Queue.Arn' }, '${Queue.Arn}'],
    ["a nested stack's output", { 'Fn::GetAtt': ['Stack', 'Outputs.QueueArn'] }, '${Stack.Outputs.QueueArn}'],
    ['an attribute by a parameter', { 'Fn::GetAtt': ['Queue', { Ref: 'Stage' }] }, '${Queue.dev}'],
    ["SAM's published alias", { Ref: 'Function.Alias' }, '${Function.Alias}'],
    [
      'Sub',
      { 'Fn::Sub': '${Stage}-${Queue.Arn}-${AWS::Region}-${Bucket}' },
      'dev-${Queue.Arn}-${AWS::Region}-${Bucket}',
    ],
    ['Sub with values', { 'Fn::Sub': ['${A}/${Stage}', { A: { Ref: 'Table' }, Stage: 'x' }] }, '${Table}/x'],
    ['Sub of what is a literal', { 'Fn::Sub': '${!aws:username}-${Stage}' }, '${aws:username}-dev'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 3, { Ref: 'Bucket' }]] }, 'a-dev-3-${Bucket}'],
    ['Join without the items that are not there', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::NoValue' }, 'b']] }, 'a-b'],
    ['Join of a list parameter', { 'Fn::Join': [',', { Ref: 'Subnets' }] }, 'a,b'],
    ['Join of an unknown list', { 'Fn::Join': [',', { Ref: 'Ids' }] }, '${JoinValue}'],
    ['Select', { 'Fn::Select': [1, ['a', 'b']] }, 'b'],
    ['Select by a text', { 'Fn::Select': ['0', { Ref: 'Subnets' }] }, 'a'],
    ['Select past the end', { 'Fn::Select': [2, ['a', 'b']] }, '${SelectValue}'],
    ['Split', { 'Fn::Split': ['|', 'a|b'] }, ['a', 'b']],
    ['Split of an unknown text', { 'Fn::Split': ['|', { Ref: 'Bucket' }] }, '${SplitValue}'],
    [
      'the name in an ARN',
      { 'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Table', 'Arn'] }] }] },
      '${Table}',
    ],
    [
      'the account in an ARN',
      { 'Fn::Select': [4, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Queue', 'Arn'] }] }] },
      '${AWS::AccountId}',
    ],
    [
      'a name may have a dash, so an ARN does not split at it',
      { 'Fn::Split': ['-', { 'Fn::GetAtt': ['Queue', 'Arn'] }] },
      '${SplitValue}',
    ],
    [
      'a parameter in an ARN may hold anything, so it does not split',
      { 'Fn::Split': [':', { 'Fn::Sub': 'arn:aws:sqs:eu-west-1:111122223333:${Bucket}' }] },
      '${SplitValue}',
    ],
    ['If', { 'Fn::If': ['IsDev', 'yes', 'no'] }, 'yes'],
    ['If not', { 'Fn::If': ['IsProd', 'yes', { Ref: 'Stage' }] }, 'dev'],
    ['If by a given value', { 'Fn::If': ['IsProd', 'yes', 'no'] }, 'yes', { parameters: { Stage: 'prod' } }],
    ['If of nothing', { 'Fn::If': ['IsProd', 'yes', { Ref: 'AWS::NoValue' }] }, undefined],
    ['If undecided', { 'Fn::If': ['HasBucket', 'yes', 'no'] }, '${IfHasBucket}'],
    ['If undecided, but the same', { 'Fn::If': ['HasBucket', { Ref: 'Stage' }, 'dev'] }, 'dev'],
    [
      'If undecided between ARNs',
      { 'Fn::If': ['HasBucket', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:eu-west-1:111122223333:x'] },
      '${IfHasBucketArn}',
    ],
    ['FindInMap', { 'Fn::FindInMap': ['Accounts', { Ref: 'Stage' }, 'Account'] }, '111122223333'],
    ['FindInMap of a list', { 'Fn::FindInMap': ['Accounts', 'dev', 'Sizes'] }, [1, 2]],
    [
      'FindInMap by the region',
      { 'Fn::FindInMap': ['Accounts', { Ref: 'AWS::Region' }, 'Account'] },
      '${FindInMapValue}',
    ],
    [
      'FindInMap by a given region',
      { 'Fn::FindInMap': ['Accounts', { Ref: 'AWS::Region' }, 'Account'] },
      '444455556666',
      { pseudo: { 'AWS::Region': 'eu-west-1' } },
    ],
    ['FindInMap with a default', { 'Fn::FindInMap': ['Accounts', 'x', 'y', { DefaultValue: 'z' }] }, 'z'],
    ['FindInMap of nothing', { 'Fn::FindInMap': ['Accounts', 'x', 'y'] }, '${FindInMapValue}'],
    ['ToJsonString', { 'Fn::ToJsonString': { a: { Ref: 'Stage' } } }, '{"a":"dev"}'],
    ['Length', { 'Fn::Length': { Ref: 'Subnets' } }, 2],
    ['ImportValue', { 'Fn::ImportValue': { 'Fn::Sub': 'shared-${Stage}-QueueArn' } }, '${ImportSharedDevQueueArn}'],
    // The CDK's reader of another Region's exports; a placeholder has no slashes.
    [
      'an attribute of any name',
      { 'Fn::GetAtt': ['Reader', '/cdk/exports/Shop/Cuseast1RefQ3FDA4C5C8453B9FF9'] },
      '${ReaderCdkExportsShopCuseast1RefQ3FDA4C5C8453B9FF9}',
    ],
    [
      'an attribute of any name that is an ARN',
      { 'Fn::GetAtt': ['Reader', '/cdk/exports/Shop/Cuseast1FnGetAttTD925BC7EArn3E33F70D'] },
      '${ReaderCdkExportsShopCuseast1FnGetAttTD925BC7EArn3E33F70DArn}',
    ],
    ['Base64', { 'Fn::Base64': 'a' }, '${Base64Value}'],
    ['Cidr', { 'Fn::Cidr': ['10.0.0.0/16', 1, 8] }, '${CidrValue}'],
    ['GetAZs', { 'Fn::GetAZs': '' }, '${GetAZsValue}'],
    ['Transform', { 'Fn::Transform': { Name: 'x' } }, '${TransformValue}'],
    ['a dynamic reference', 'a-{{resolve:ssm:/my/name:1}}', 'a-${ResolvedSsmMyName1}'],
    ['a property without a value is left out', { a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }] }, { b: [] }],
    ['a plain text stays', 'a ${Stage} $.b', 'a ${Stage} $.b'],
    ['Condition is a key like others', { Condition: 'IsDev' }, { Condition: 'IsDev' }],
    ['a name that holds itself', { Ref: 'Self' }, '${Self}-logs'],
    ['names that hold each other', { Ref: 'First' }, '${First}'],
    ['a name that may not be there', { Ref: 'Maybe' }, '${Maybe}'],
    [
      'the ARN of a resource with a name',
      { 'Fn::GetAtt': ['NamedQueue', 'Arn'] },
      'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:dev-jobs',
    ],
  ];
  for (const [name, json, expected, given] of TABLE) {
    test(`${name}: ${JSON.stringify(json)}`, () => assert.deepEqual(resolved(json, given), expected));
  }
});

describe('conditions', () => {
  const TABLE: readonly (readonly [string, boolean | undefined])[] = [
    ['IsDev', true],
    ['IsProd', false],
    ['NotDev', false],
    ['HasBucket', undefined],
    ['Same', true],
    ['DevAndUnknown', undefined],
    ['ProdAndUnknown', false],
    ['DevOrUnknown', true],
    ['ProdOrUnknown', undefined],
    ['Loop', undefined],
    ['Missing', undefined],
  ];
  for (const [name, expected] of TABLE) {
    test(`${name} is ${expected}`, () => assert.equal(resolverOf(TEMPLATE).condition(name), expected));
  }
});

describe('placeholders', () => {
  test('a queue URL tells its ARN, and both are written out with the name', () => {
    const resolver = resolverOf(TEMPLATE);
    const texts = [{ Ref: 'Queue' }, { 'Fn::GetAtt': ['Queue', 'Arn'] }].map((json) => resolver.resolve(json));
    assert.deepEqual(texts, ['${Queue}', '${Queue.Arn}']);
    const { '${Queue}': url, '${Queue.Arn}': arn } = resolver.placeholders();
    const common = { resourceType: 'AWS::SQS::Queue', logicalId: 'Queue', arn: '${Queue.Arn}' };
    assert.deepEqual(url, {
      kind: 'url',
      ...common,
      writtenOut: 'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/${Queue.QueueName}',
    });
    assert.deepEqual(arn, {
      kind: 'arn',
      ...common,
      writtenOut: 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}',
    });
  });

  test('an ARN is the same whether the template takes it or composes it', () => {
    const resolver = resolverOf(TEMPLATE);
    const taken = resolver.resolve({ 'Fn::Sub': '${Table.Arn}/index/*' });
    const composed = resolver.resolve({
      'Fn::Sub': 'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Table}/index/*',
    });
    assert.equal(writeOut(String(taken), resolver.placeholders()), composed);
  });

  test('a definition is written out as a whole', () => {
    const resolver = resolverOf(TEMPLATE);
    const A =
      resolver.resolve({ QueueUrl: { Ref: 'Queue' }, TableName: { Ref: 'Table' }, Comment: '${Other}' }) ?? null;
    assert.deepEqual(writeOutAll({ A }, resolver.placeholders()), {
      A: {
        QueueUrl: 'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/${Queue.QueueName}',
        TableName: '${Table}',
        Comment: '${Other}',
      },
    });
  });

  test('what has no placeholder of its own keeps what the template says, for Fn::Sub', () => {
    const resolver = resolverOf(TEMPLATE);
    const value = { 'Fn::ImportValue': 'QueueArn' };
    const text = resolver.resolve({ 'Fn::Join': ['/', [value, { Ref: 'Table' }, value]] });
    assert.equal(text, '${ImportQueueArn}/${Table}/${ImportQueueArn}');
    assert.deepEqual(substitutionsOf(String(text), resolver.placeholders()), { ImportQueueArn: value });
    assert.equal(substitutionsOf('${Table}', resolver.placeholders()), undefined);
  });

  test('different values have different names, none that the template has', () => {
    const template = readTemplate('{"Parameters": {"Base64Value": {"Type": "String"}}, "Resources": {}}');
    const resolver = resolverOf(template);
    const names = ['a', 'b', 'a'].map((text) => resolver.resolve({ 'Fn::Base64': text }));
    assert.deepEqual(names, ['${Base64Value2}', '${Base64Value3}', '${Base64Value2}']);
  });

  test('a published alias is written out', () => {
    const resolver = resolverOf(TEMPLATE);
    const text = resolver.resolve({ 'Fn::Sub': '${Function.Alias}' });
    assert.equal(
      writeOut(String(text), resolver.placeholders()),
      'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Function}:live',
    );
  });
});

test('conditions and names that stand in one another come to an end', () => {
  const chain = (length: number, link: (next: string) => Json) =>
    Array.from({ length }, (_, i) => [`C${i}`, link(`C${i + 1}`)] as const);
  const twice = chain(50, (next) => ({ 'Fn::And': [{ Condition: next }, { Condition: next }] }));
  const long = chain(5000, (next) => ({ 'Fn::Not': [{ Condition: next }] }));
  const loop: Json = { 'Fn::Equals': [{ 'Fn::If': ['Loop', 'a', 'b'] }, 'a'] };
  const names = chain(5000, (next) => ({ Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: next } } }));
  const of = (Conditions: Json, Resources: Json = {}) =>
    resolverOf(readTemplate(JSON.stringify({ Conditions, Resources })));
  const last = { 'Fn::Equals': ['a', 'a'] };
  assert.equal(of({ ...Object.fromEntries(twice), C50: last }).condition('C0'), true);
  assert.equal(of({ ...Object.fromEntries(long), C5000: last }).condition('C0'), undefined);
  assert.equal(of({ Loop: loop }).condition('Loop'), undefined);
  assert.equal(typeof of({}, Object.fromEntries(names)).resolve({ Ref: 'C0' }), 'string');
});

test('texts that double over and over come to an end', () => {
  const names = Array.from({ length: 40 }, (_, i) => `B${i}`);
  const Resources = Object.fromEntries(
    names.map((name, i) => [
      name,
      { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': `\${B${i + 1}}\${B${i + 1}}` } } },
    ]),
  );
  const template = readTemplate(JSON.stringify({ Resources: { ...Resources, B40: { Type: 'AWS::S3::Bucket' } } }));
  assert.equal(typeof resolverOf(template).resolve({ Ref: 'B0' }), 'string');
});

test('any value resolves to a value without intrinsic functions, twice the same', () => {
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<Json>('Stage', 'Queue', 'Arn', 'Table.Arn', '${Queue}', 'IsDev', 'HasBucket', '-', 0, 1, null),
      fc.constantFrom(...INHERITED, ...INHERITED.map((name) => `\${Queue.${name}}`)),
      fc.array(tie('value'), { maxLength: 4 }),
      fc
        .tuple(
          fc.constantFrom(
            'Ref',
            'Fn::Sub',
            'Fn::Join',
            'Fn::If',
            'Fn::Select',
            'Fn::Split',
            'Fn::GetAtt',
            'Fn::FindInMap',
            'Fn::ImportValue',
            'Fn::ToJsonString',
            'Fn::Length',
            'Fn::X',
            'a',
            ...INHERITED,
          ),
          tie('value'),
        )
        .map(([key, item]) => ({ [key]: item })),
    ),
  }));
  fc.assert(
    fc.property(value, (json) => {
      const first = JSON.stringify(resolved(json));
      assert.equal(first, JSON.stringify(resolved(json)));
      const plain = JSON.stringify(resolverOf(TEMPLATE).resolve(json)) ?? '';
      assert.doesNotMatch(plain, /^\{"(?:Ref|Fn::[A-Za-z]+)":/);
    }),
    { seed: 11, numRuns: 2000 },
  );
});
