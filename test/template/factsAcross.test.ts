import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { StatedFacts } from '../../src/facts/fact.ts';
import { neighbourOf } from '../../src/template/facts/neighbours.ts';
import { machinesIn } from '../../src/template/machines.ts';
import { readTemplate } from '../../src/template/read.ts';

/** Facts of resources that another template has: a nested stack, the stack around it, an exporting stack. */

type Files = Readonly<Record<string, string>>;

function factsIn(files: Files, file: string): readonly StatedFacts[] {
  const read = (path: string) => (Object.hasOwn(files, path) ? files[path] : undefined);
  const neighbours = Object.entries(files).map(([name, text]) =>
    neighbourOf(readTemplate(text), { file: name, read, values: {} }),
  );
  return machinesIn(readTemplate(files[file] ?? ''), { file, read, neighbours }).facts;
}

/** What is stated under each name of resources in another file. */
function carried(files: Files, file: string) {
  const others = factsIn(files, file).filter(({ place }) => !place.startsWith(`${file} `));
  return Object.fromEntries(others.map(({ resource, facts }) => [resource, facts]));
}

const PLACE = '${AWS::Region}:${AWS::AccountId}';
const PARENT = (properties: string, more = '') => `Resources:
  Key: {Type: AWS::KMS::Key}
  Role: {Type: AWS::IAM::Role}
  Nested: {Type: AWS::CloudFormation::Stack, Properties: ${properties}}
${more}`;

describe('a resource of a nested stack is known by what the stack puts out', () => {
  const NESTED = (
    queue: string,
    outputs: string,
  ) => `Parameters: {KeyArn: {Type: String}, KeyId: {Type: String, Default: alias/x}, Mode: {Type: String, Default: plain}}
Conditions: {IsSecret: !Equals [!Ref Mode, secret]}
Resources:
  Key: {Type: AWS::KMS::Key}
  It: ${queue}
Outputs: ${outputs}
`;
  const ARN = '{QueueArn: {Value: !GetAtt It.Arn}}';
  const QUEUE = (key: string) => `{Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: ${key}}}`;
  const KEY = `arn:\${AWS::Partition}:kms:${PLACE}:key/\${Key}`;
  const BUCKET = 'arn:${AWS::Partition}:s3:::${Nested.Outputs.Name}';
  /** What it shows, the resource, the outputs, the stack's parameters, what is stated. */
  const TABLE: readonly (readonly [string, string, string, string, unknown])[] = [
    ['no key', '{Type: AWS::SQS::Queue}', ARN, '{}', { '${Nested.Outputs.QueueArn}': { key: 'none' } }],
    [
      'a key that the stack gets',
      QUEUE('!Ref KeyArn'),
      ARN,
      '{KeyArn: !GetAtt Key.Arn}',
      { '${Nested.Outputs.QueueArn}': { key: KEY } },
    ],
    [
      'a key that the stack gets, whatever the parameter is called',
      QUEUE('!Ref KeyId'),
      ARN,
      '{KeyId: !GetAtt Key.Arn}',
      { '${Nested.Outputs.QueueArn}': { key: KEY } },
    ],
    [
      'an alias that the stack gets',
      QUEUE('!Ref KeyId'),
      ARN,
      '{KeyId: alias/orders}',
      { '${Nested.Outputs.QueueArn}': { key: `arn:\${AWS::Partition}:kms:${PLACE}:alias/orders` } },
    ],
    ['a value that is not known here', QUEUE('!Ref KeyId'), ARN, '{KeyId: !Ref Unknown}', {}],
    [
      "the nested stack's own key, which it puts out",
      QUEUE('!Ref Key'),
      '{QueueArn: {Value: !GetAtt It.Arn}, Secret: {Value: !GetAtt Key.Arn}}',
      '{}',
      { '${Nested.Outputs.QueueArn}': { key: '${Nested.Outputs.Secret}' } },
    ],
    ["the nested stack's own key, which no output names", QUEUE('!Ref Key'), ARN, '{}', {}],
    [
      'a condition that a parameter decides',
      QUEUE('!If [IsSecret, !Ref KeyArn, !Ref AWS::NoValue]'),
      ARN,
      '{Mode: secret, KeyArn: !GetAtt Key.Arn}',
      { '${Nested.Outputs.QueueArn}': { key: KEY } },
    ],
    [
      'the name of a bucket',
      '{Type: AWS::S3::Bucket}',
      '{Name: {Value: !Ref It}, Arn: {Value: !GetAtt It.Arn}}',
      '{}',
      { [BUCKET]: { key: 'none' }, '${Nested.Outputs.Arn}': { key: 'none' } },
    ],
    [
      'the name that the template gives a bucket',
      '{Type: AWS::S3::Bucket, Properties: {BucketName: orders}}',
      '{Name: {Value: !Ref It}}',
      '{}',
      { 'arn:${AWS::Partition}:s3:::orders': { key: 'none' }, [BUCKET]: { key: 'none' } },
    ],
    [
      "a queue's URL, which does not tell its ARN",
      '{Type: AWS::SQS::Queue}',
      '{Url: {Value: !Ref It}}',
      '{}',
      {
        [`arn:\${AWS::Partition}:sqs:${PLACE}:\${Nested.Outputs.Url}`]: { key: 'none' },
      },
    ],
    [
      "a task definition with the outer stack's role",
      '{Type: AWS::ECS::TaskDefinition, Properties: {Family: nightly, TaskRoleArn: !Ref KeyArn}}',
      '{Task: {Value: !Ref It}}',
      '{KeyArn: !GetAtt Role.Arn}',
      {
        [`arn:\${AWS::Partition}:ecs:${PLACE}:task-definition/nightly`]: {
          roles: ['arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}'],
        },
        [`arn:\${AWS::Partition}:ecs:${PLACE}:task-definition/\${Nested.Outputs.Task}`]: {
          roles: ['arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}'],
        },
        '${Nested.Outputs.Task}': { roles: ['arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}'] },
      },
    ],
  ];
  for (const [what, resource, outputs, parameters, facts] of TABLE) {
    test(what, () => {
      const files = {
        'app/template.yaml': PARENT(`{TemplateURL: ./nested.yaml, Parameters: ${parameters}}`),
        'app/nested.yaml': NESTED(resource, outputs),
      };
      assert.deepEqual(carried(files, 'app/template.yaml'), facts);
    });
  }

  test('also of an AWS::Serverless::Application, and of a stack in a nested stack', () => {
    const files = {
      'template.yaml': 'Resources: {App: {Type: AWS::Serverless::Application, Properties: {Location: a/a.yaml}}}',
      'a/a.yaml':
        'Resources: {In: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: b.yaml}}}\nOutputs: {A: {Value: !GetAtt In.Outputs.B}}',
      'a/b.yaml': 'Resources: {Q: {Type: AWS::SQS::Queue}}\nOutputs: {B: {Value: !GetAtt Q.Arn}}',
    };
    assert.deepEqual(carried(files, 'template.yaml'), { '${App.Outputs.A}': { key: 'none' } });
  });

  test('and the place is in its own template', () => {
    const files = {
      'template.yaml': PARENT('{TemplateURL: nested.yaml}'),
      'nested.yaml': NESTED('{Type: AWS::SQS::Queue}', ARN),
    };
    const [fact] = factsIn(files, 'template.yaml').filter(({ resource }) => resource.includes('Outputs'));
    assert.equal(fact?.place, 'nested.yaml It');
  });

  const UNREAD: readonly (readonly [string, string, Files])[] = [
    ['in S3', '{TemplateURL: https://s3.amazonaws.com/bucket/nested.yaml}', { 'nested.yaml': 'Resources: {}' }],
    ['whose file is not there', '{TemplateURL: nested.yaml}', {}],
    ['whose file is a parameter', '{TemplateURL: !Ref Url}', {}],
    ['that nests itself', '{TemplateURL: template.yaml}', {}],
  ];
  for (const [what, properties, files] of UNREAD) {
    test(`no facts of a stack ${what}`, () => {
      assert.deepEqual(carried({ ...files, 'template.yaml': PARENT(properties) }, 'template.yaml'), {});
    });
  }

  test('no facts of a stack whose file is no template', () => {
    const read = (path: string) => (path === 'nested.yaml' ? '{' : undefined);
    const found = machinesIn(readTemplate(PARENT('{TemplateURL: nested.yaml}')), { file: 'template.yaml', read });
    assert.ok(found.facts.every(({ place }) => place.startsWith('template.yaml ')));
  });
});

describe('a resource of the stack around is known by the parameter that it comes in', () => {
  const INNER = 'Parameters: {QueueArn: {Type: String}, Bucket: {Type: String}, KeyArn: {Type: String}}\nResources: {}';
  const OUTER = (parameters: string) =>
    PARENT(
      `{TemplateURL: inner.yaml, Parameters: ${parameters}}`,
      `  Q: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !Ref Key}}
  B: {Type: AWS::S3::Bucket}
`,
    );
  const TABLE: readonly (readonly [string, string, unknown])[] = [
    [
      'with its key, if that comes in, too',
      '{QueueArn: !GetAtt Q.Arn, KeyArn: !GetAtt Key.Arn}',
      { '${QueueArn}': { key: '${KeyArn}' } },
    ],
    ['but not with a key that does not come in', '{QueueArn: !GetAtt Q.Arn}', {}],
    ['by its name', '{Bucket: !Ref B}', { 'arn:${AWS::Partition}:s3:::${Bucket}': { key: 'none' } }],
  ];
  for (const [what, parameters, facts] of TABLE) {
    test(what, () => {
      const files = { 'outer.yaml': OUTER(parameters), 'inner.yaml': INNER };
      assert.deepEqual(carried(files, 'inner.yaml'), facts);
    });
  }

  test('also if it is in a stack beside', () => {
    const files = {
      'outer.yaml': `Resources:
  Data: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: data.yaml}}
  Flow: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: inner.yaml, Parameters: {QueueArn: !GetAtt Data.Outputs.Q, KeyArn: !GetAtt Data.Outputs.K}}}
`,
      'data.yaml': `Resources:
  Key: {Type: AWS::KMS::Key}
  Q: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !Ref Key}}
Outputs: {Q: {Value: !GetAtt Q.Arn}, K: {Value: !GetAtt Key.Arn}}
`,
      'inner.yaml': INNER,
    };
    assert.deepEqual(carried(files, 'inner.yaml'), { '${QueueArn}': { key: '${KeyArn}' } });
  });
});

describe('a resource of another stack is known by the import', () => {
  const DATA = `Resources:
  Key: {Type: AWS::KMS::Key}
  Q: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !Ref Key}}
  T: {Type: AWS::SNS::Topic}
Outputs:
  QueueArn: {Value: !GetAtt Q.Arn, Export: {Name: data-queue}}
  KeyArn: {Value: !GetAtt Key.Arn, Export: {Name: data-key-arn}}
  TopicArn: {Value: !Ref T, Export: {Name: !Sub '\${AWS::StackName}-topic'}}
`;
  const USER = (imports: readonly string[]) =>
    `Resources: {User: {Type: Custom::User, Properties: {Arns: [${imports.map((name) => `!ImportValue '${name}'`).join(', ')}]}}}`;

  const TABLE: readonly (readonly [string, readonly string[], unknown])[] = [
    [
      'with its key, if that is imported, too',
      ['data-queue', 'data-key-arn'],
      {
        '${ImportDataQueue}': { key: '${ImportDataKeyArn}' },
        [`arn:\${AWS::Partition}:sqs:${PLACE}:\${ImporteddataQQueueName}`]: { key: '${ImportDataKeyArn}' },
      },
    ],
    ['but not with a key that is not imported', ['data-queue'], {}],
    ['but not by an export that no stack has', ['data-table'], {}],
    // It contains the other stack's name.
    ['but not by an export whose name only the deployment knows', ['data-topic'], {}],
  ];
  for (const [what, imports, facts] of TABLE) {
    test(what, () => {
      assert.deepEqual(carried({ 'data.yaml': DATA, 'user.yaml': USER(imports) }, 'user.yaml'), facts);
    });
  }
});
