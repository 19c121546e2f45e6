import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';

/** What a template says of its resources, in the policies that are generated and checked. */

let folder = '';
before(() => {
  folder = mkdtempSync(path(tmpdir(), 'rolefit-'));
});
after(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const full = path(folder, name);
  writeFileSync(full, content);
  return full;
}

const PIPE = { stdout: {}, stderr: { write: () => {} }, env: {} };

async function check(name: string): Promise<string> {
  return (await runCheck([name, '--width', '999'], PIPE)).stdout;
}

async function generate(content: string, format: string): Promise<string> {
  return (await runGenerate([file('template.yaml', content), '--format', format])).stdout;
}

/** A template with a state machine of one task, whose role has these statements. */
function template(task: string, resources: string, statements: readonly string[] = []): string {
  const policy = `{PolicyName: p, PolicyDocument: {Version: '2012-10-17', Statement: [${statements.join(', ')}]}}`;
  return `Parameters: {Stage: {Type: String}, QueueKey: {Type: String, Default: alias/orders}, NoKeyArn: {Type: String, Default: ''}}
Conditions: {IsProduction: !Equals [!Ref Stage, prod]}
Resources:
  Key: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {}}}
  TaskRole: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}
  SmRole: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}${statements.length === 0 ? '' : `, Policies: [${policy}]`}}}
${resources}
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt SmRole.Arn
      Definition: {StartAt: A, States: {A: {Type: Task, End: true, ${task}}}}
`;
}

const SEND = "Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {MessageBody: x, QueueUrl: !Ref Queue}";
const RUN = (task: string) =>
  `Resource: 'arn:aws:states:::ecs:runTask', Parameters: {Cluster: c, TaskDefinition: ${task}}`;
const CLUSTER = (profile: string, role: string) =>
  `Resource: 'arn:aws:states:::elasticmapreduce:createCluster', Parameters: {Name: n, Instances: {}, ReleaseLabel: r, JobFlowRole: ${profile}, ServiceRole: ${role}}`;

describe('a generated policy refers to what the template says of the named resources', () => {
  const QUEUE = (properties: string) => `  Queue: {Type: AWS::SQS::Queue, Properties: ${properties}}`;
  const TASK = (properties: string) => `  Task: {Type: AWS::ECS::TaskDefinition, Properties: ${properties}}`;
  const PROFILE = '  Profile: {Type: AWS::IAM::InstanceProfile, Properties: {Roles: [!Ref TaskRole]}}';
  /** The task, the resources, what is in the policy, what isn't. */
  const TABLE: readonly (readonly [string, string, string, readonly RegExp[], readonly RegExp[]])[] = [
    ['the key of a queue', SEND, QUEUE('{KmsMasterKeyId: !Ref Key}'), [/kms:GenerateDataKey/, /!GetAtt Key\.Arn/], []],
    ['no key', SEND, QUEUE('{}'), [/sqs:SendMessage/], [/kms:/]],
    [
      'a parameter that by default is an alias, in IAM a condition',
      SEND,
      QUEUE('{KmsMasterKeyId: !Ref QueueKey}'),
      [/kms:ResourceAliases:\n\s+- !Ref QueueKey/, /:key\/\*/],
      [/alias\/orders/],
    ],
    [
      'no parameter that by default is empty: IAM would refuse the policy',
      SEND,
      QUEUE('{KmsMasterKeyId: !Ref NoKeyArn}'),
      [/sqs:SendMessage/],
      [/kms:/],
    ],
    [
      'a key that only the deployment decides on',
      SEND,
      QUEUE('{KmsMasterKeyId: !If [IsProduction, !Ref Key, !Ref AWS::NoValue]}'),
      [/!GetAtt Key\.Arn/],
      [],
    ],
    [
      'the key behind an alias of the template',
      SEND,
      `  Alias: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/orders, TargetKeyId: !Ref Key}}
  Queue: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: alias/orders}}`,
      [/!GetAtt Key\.Arn/],
      [/kms:ResourceAliases/],
    ],
    [
      'an alias that is in no template',
      SEND,
      QUEUE('{KmsMasterKeyId: alias/orders}'),
      [/kms:ResourceAliases:\n\s+- alias\/orders/, /key\/\*/],
      [],
    ],
    [
      'the roles of a task definition',
      RUN('!Ref Task'),
      TASK('{TaskRoleArn: !GetAtt TaskRole.Arn}'),
      [/iam:PassRole\n\s+Resource:\n\s+- !GetAtt TaskRole\.Arn/],
      [/role\/\*/],
    ],
    [
      'the roles of a task definition by its family',
      RUN('nightly'),
      TASK('{Family: nightly, TaskRoleArn: !GetAtt TaskRole.Arn}'),
      [/iam:PassRole\n\s+Resource:\n\s+- !GetAtt TaskRole\.Arn/],
      [/role\/\*/],
    ],
    [
      'the roles of a task definition by its family and revision, of its ARN',
      RUN("!Select [1, !Split ['/', !Ref Task]]"),
      TASK('{Family: nightly, TaskRoleArn: !GetAtt TaskRole.Arn}'),
      [/!GetAtt TaskRole\.Arn/, /task-definition\/nightly:/],
      [/role\/\*/],
    ],
    [
      'the roles of a task definition by its family, of its ARN',
      RUN("!Select [0, !Split [':', !Select [1, !Split ['/', !Ref Task]]]]"),
      TASK('{Family: nightly, TaskRoleArn: !GetAtt TaskRole.Arn}'),
      [/!GetAtt TaskRole\.Arn/, /task-definition\/nightly:\*/],
      [/role\/\*/],
    ],
    ['no roles of a task definition', RUN('!Ref Task'), TASK('{Family: nightly}'), [/ecs:RunTask/], [/iam:PassRole/]],
    [
      'the role of an instance profile, and that of a name',
      CLUSTER('!Ref Profile', '!Ref TaskRole'),
      PROFILE,
      [/iam:PassRole\n\s+Resource:\n\s+- !GetAtt TaskRole\.Arn/],
      [/role\/\*\n/, /role\/\*\/\$/],
    ],
    [
      "the state machine's own key by its ID",
      "Resource: 'arn:aws:states:::sns:publish', Parameters: {TopicArn: !Ref Topic, Message: x}",
      `  Topic: {Type: AWS::SNS::Topic}
  Own:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt SmRole.Arn
      EncryptionConfiguration: {Type: CUSTOMER_MANAGED_KMS_KEY, KmsKeyId: !Ref Key}
      Definition: {StartAt: P, States: {P: {Type: Pass, End: true}}}`,
      [/kms:GenerateDataKey\n\s+Resource:\n\s+- !GetAtt Key\.Arn/],
      [],
    ],
  ];
  for (const [what, task, resources, there, absent] of TABLE) {
    test(what, async () => {
      const policy = await generate(template(task, resources), 'cloudformation');
      for (const pattern of there) assert.match(policy, pattern);
      for (const pattern of absent) assert.doesNotMatch(policy, pattern);
    });
  }

  const FORMATS: readonly (readonly [string, RegExp])[] = [
    ['sam', /!GetAtt Key\.Arn/],
    ['cloudformation', /!GetAtt Key\.Arn/],
    ['cdk', /Key/],
    ['terraform', /key/i],
    ['json', /arn:\$\{AWS::Partition\}:kms:\$\{AWS::Region\}:\$\{AWS::AccountId\}:key\/\$\{Key\}/],
  ];
  for (const [format, reference] of FORMATS) {
    test(`in ${format}`, async () => {
      const policy = await generate(template(SEND, QUEUE('{KmsMasterKeyId: !GetAtt Key.Arn}')), format);
      assert.match(policy, /kms:GenerateDataKey/);
      assert.match(policy, reference);
    });
  }
});

describe('a role is checked against what the template says of the named resources', () => {
  const ALLOW = (action: string, resource: string, condition = '') =>
    `{Effect: Allow, Action: ${action}, Resource: ${resource}${condition === '' ? '' : `, Condition: ${condition}`}}`;
  const PASSED = (service: string) => `{StringEquals: {'iam:PassedToService': ${service}.amazonaws.com}}`;

  test('the key of a queue is needed, however the policy names it', async () => {
    const queue = '  Queue: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !Ref Key}}';
    const via = "{StringEquals: {'kms:ViaService': !Sub 'sqs.${AWS::Region}.amazonaws.com'}}";
    const send = ALLOW('sqs:SendMessage', '!GetAtt Queue.Arn');
    for (const key of ['!GetAtt Key.Arn', "!Sub 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:key/${Key}'"]) {
      const kms = ALLOW("['kms:Decrypt', 'kms:GenerateDataKey']", key, via);
      assert.match(await check(file('a.yaml', template(SEND, queue, [send, kms]))), /fits/);
    }
    assert.match(
      await check(file('b.yaml', template(SEND, queue, [send]))),
      /missing\n\s+A: kms:Decrypt, kms:GenerateDataKey/,
    );
  });

  test('a permission on a key is never too much: which keys encrypt what a role uses is not wholly known', async () => {
    const statements = [ALLOW('sqs:SendMessage', '!GetAtt Queue.Arn'), ALLOW("'kms:Decrypt'", '!GetAtt Key.Arn')];
    const out = await check(file('c.yaml', template(SEND, '  Queue: {Type: AWS::SQS::Queue}', statements)));
    assert.match(out, /fits: nothing is missing, nothing is too much/);
  });

  test('a task definition passes its roles and no others', async () => {
    const task = '  Task: {Type: AWS::ECS::TaskDefinition, Properties: {Family: f, TaskRoleArn: !GetAtt TaskRole.Arn}}';
    const run = ALLOW('ecs:RunTask', "!Sub 'arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:task-definition/f:*'");
    const pass = (role: string) => ALLOW('iam:PassRole', role, PASSED('ecs-tasks'));
    const fits = await check(file('d.yaml', template(RUN('f'), task, [run, pass('!GetAtt TaskRole.Arn')])));
    assert.match(fits, /fits/);
    const other = await check(file('e.yaml', template(RUN('f'), task, [run, pass('!GetAtt SmRole.Arn')])));
    assert.match(other, /A: iam:PassRole \(passRole\)\n\s+on arn:aws:iam::.*role\/\$\{TaskRole\}/);
  });
});

describe('a synthesized CDK app', () => {
  const ref = (id: string) => ({ Ref: id });
  const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
  const select = (index: number, delimiter: string, text: unknown) => ({
    'Fn::Select': [index, { 'Fn::Split': [delimiter, text] }],
  });
  const join = (...parts: readonly unknown[]) => ({ 'Fn::Join': ['', parts] });

  function role(statements: readonly object[]) {
    const PolicyDocument = { Version: '2012-10-17', Statement: statements };
    return {
      MachineRole: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } },
      MachineRoleDefaultPolicy: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyName: 'MachineRoleDefaultPolicy', Roles: [ref('MachineRole')], PolicyDocument },
      },
    };
  }

  function machine(task: string, ...parameters: readonly unknown[]) {
    const start = `{"StartAt":"A","States":{"A":{"End":true,"Type":"Task","Resource":"arn:`;
    return {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        RoleArn: arn('MachineRole'),
        DefinitionString: join(start, ref('AWS::Partition'), `:states:::${task}","Parameters":`, ...parameters, '}}}'),
      },
    };
  }

  function app(name: string, stacks: Readonly<Record<string, object>>, nested: Readonly<Record<string, object>> = {}) {
    const out = path(folder, name);
    mkdirSync(out, { recursive: true });
    const artifacts = Object.fromEntries(
      Object.keys(stacks).map((stack) => [
        stack,
        { type: 'aws:cloudformation:stack', properties: { templateFile: `${stack}.template.json` } },
      ]),
    );
    writeFileSync(path(out, 'manifest.json'), JSON.stringify({ version: '36.0.0', artifacts }));
    for (const [stack, body] of Object.entries({ ...stacks, ...nested })) {
      writeFileSync(path(out, `${stack}.template.json`), JSON.stringify(body));
    }
    return out;
  }

  test('EcsRunTask takes the family from the task definition and its ARN', async () => {
    const fifth = select(5, ':', ref('TD'));
    const Resources = {
      ...role([
        {
          Effect: 'Allow',
          Action: 'ecs:RunTask',
          Resource: join(
            'arn:',
            ...[1, 2, 3, 4].flatMap((index) => [select(index, ':', ref('TD')), ':']),
            select(0, '/', fifth),
            '/',
            select(1, '/', fifth),
            ':*',
          ),
        },
        { Effect: 'Allow', Action: 'iam:PassRole', Resource: [arn('TaskRole'), arn('ExecutionRole')] },
      ]),
      TaskRole: { Type: 'AWS::IAM::Role' },
      ExecutionRole: { Type: 'AWS::IAM::Role' },
      TD: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: { Family: 'AppTD', TaskRoleArn: arn('TaskRole'), ExecutionRoleArn: arn('ExecutionRole') },
      },
      Machine: machine('ecs:runTask', '{"Cluster":"c","LaunchType":"FARGATE","TaskDefinition":"AppTD"}'),
    };
    const out = await check(app('ecs', { App: { Resources } }));
    // The CDK leaves out the condition; a fact names the roles, so nothing is said of it.
    assert.match(out, /fits: nothing is missing, nothing is too much/);
  });

  const KEY_USE = (key: unknown) => ({
    Effect: 'Allow',
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: key,
  });
  const SENDING = (queue: unknown, key: unknown) =>
    role([{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queue }, KEY_USE(key)]);
  const DATA = {
    Key: { Type: 'AWS::KMS::Key' },
    Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: arn('Key') } },
  };

  test('names every condition under which one role is passed: to follow only the first would break the others', async () => {
    const RoleArn = 'arn:aws:iam::111122223333:role/jobs';
    const train = { TrainingJobName: 'a', RoleArn };
    const build = { Name: 'a', Role: RoleArn, Command: { Name: 'glueetl' } };
    const Machine = {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        RoleArn: arn('MachineRole'),
        Definition: {
          StartAt: 'Train',
          States: {
            Train: {
              Type: 'Task',
              Resource: 'arn:aws:states:::sagemaker:createTrainingJob',
              Parameters: train,
              Next: 'Build',
            },
            Build: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:glue:createJob', Parameters: build, End: true },
          },
        },
      },
    };
    const pass = { Effect: 'Allow', Action: 'iam:PassRole', Resource: RoleArn };
    const out = await check(app('passed', { App: { Resources: { ...role([pass]), Machine } } }));
    assert.match(
      out,
      /with iam:PassedToService StringEquals (?:glue|sagemaker)\.\S+, or with iam:PassedToService StringEquals (?:glue|sagemaker)\./,
    );
  });

  test('the key of a queue in another stack is needed', async () => {
    const exported = (name: string, value: unknown) => ({ Value: value, Export: { Name: `Data:${name}` } });
    const imported = (name: string) => ({ 'Fn::ImportValue': `Data:${name}` });
    const out = await check(
      app('stacks', {
        Data: {
          Resources: DATA,
          Outputs: {
            A: exported('QueueRef', ref('Queue')),
            B: exported('QueueArn', arn('Queue')),
            C: exported('KeyArn', arn('Key')),
          },
        },
        Flow: {
          Resources: {
            ...SENDING(imported('QueueArn'), imported('KeyArn')),
            Machine: machine('sqs:sendMessage', '{"MessageBody":"x","QueueUrl":"', imported('QueueRef'), '"}'),
          },
        },
      }),
    );
    assert.match(out, /fits: nothing is missing, nothing is too much/);
  });

  test('the key of a queue in the stack around, and of one in a nested stack, is needed', async () => {
    const nested = (name: string, Parameters: object = {}) => ({
      Type: 'AWS::CloudFormation::Stack',
      Metadata: { 'aws:asset:path': `${name}.template.json` },
      Properties: { TemplateURL: 'https://s3.amazonaws.com/assets/0.json', Parameters },
    });
    const output = (name: string) => ({ 'Fn::GetAtt': ['DataNested', `Outputs.${name}`] });
    const out = await check(
      app(
        'nested',
        {
          Outer: {
            Resources: {
              ...DATA,
              ...SENDING(output('QueueArn'), output('KeyArn')),
              DataNested: nested('Data'),
              FlowNested: nested('Flow', { QueueUrl: ref('Queue'), QueueArn: arn('Queue'), KeyArn: arn('Key') }),
              Machine: machine('sqs:sendMessage', '{"MessageBody":"x","QueueUrl":"', output('QueueUrl'), '"}'),
            },
          },
        },
        {
          Data: {
            Resources: DATA,
            Outputs: {
              QueueUrl: { Value: ref('Queue') },
              QueueArn: { Value: arn('Queue') },
              KeyArn: { Value: arn('Key') },
            },
          },
          Flow: {
            Parameters: {
              QueueUrl: { Type: 'String' },
              QueueArn: { Type: 'String' },
              KeyArn: { Type: 'String' },
            },
            Resources: {
              ...SENDING(ref('QueueArn'), ref('KeyArn')),
              Machine: machine('sqs:sendMessage', '{"MessageBody":"x","QueueUrl":"', ref('QueueUrl'), '"}'),
            },
          },
        },
      ),
    );
    assert.match(out, /Flow\.template\.json Machine/);
    assert.doesNotMatch(out, /kms:.*which nothing needs/);
  });
});

describe('what the template says of its own resources leaves nothing to ask', () => {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html (Ref: the key ID)
  test('!Ref of a key is its ID', async () => {
    const train = `Resource: 'arn:aws:states:::sagemaker:createTrainingJob', Parameters: {TrainingJobName: t, RoleArn: !GetAtt TaskRole.Arn, AlgorithmSpecification: {TrainingInputMode: File}, OutputDataConfig: {S3OutputPath: 's3://out'}, ResourceConfig: {InstanceCount: 1, InstanceType: ml.m5.large, VolumeSizeInGB: 1, VolumeKmsKeyId: !Ref Key}, StoppingCondition: {}}`;
    const { stderr } = await runGenerate([file('key.yaml', template(train, ''))]);
    assert.doesNotMatch(stderr, /\[placeholder\]/);
  });

  test('without the roles of an instance profile, iam:PassRole on any role is a warning', async () => {
    const { stderr } = await runGenerate([file('profile.yaml', template(CLUSTER('elsewhere', 'service'), ''))]);
    assert.match(
      stderr,
      /warning: .*iam:PassRole on .*role\/\*: .* names the role\. State it with --pass-role or --facts/,
    );
  });
});
