import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { CHECK_HELP, runCheck } from '../../src/cli/check/command.ts';
import { Failure } from '../../src/cli/failure.ts';

const TEMPLATE = `AWSTemplateFormatVersion: 2010-09-09
Transform: AWS::Serverless-2016-10-31
Parameters:
  Other: {Type: String}
Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Send
        States:
          Send:
            Type: Task
            Resource: arn:aws:states:::sqs:sendMessage
            Parameters: {QueueUrl: !Ref Queue, MessageBody: hi}
            Next: Pay
          Pay:
            Type: Task
            Resource: arn:aws:states:::lambda:invoke
            Parameters: {FunctionName: !GetAtt PayFunction.Arn}
            Next: Pick
          Pick:
            Type: Task
            Resource: arn:aws:states:::sns:publish
            Parameters: {TopicArn.$: $.topic, Message: hi}
            End: true
      Policies:
        - SQSSendMessagePolicy: {QueueName: !GetAtt Queue.QueueName}
        - DynamoDBCrudPolicy: {TableName: orders}
        - Statement:
            - {Effect: Allow, Action: [sns:Publish, sns:Subscribe], Resource: !Ref Topic}
            - {Effect: Deny, Action: 'lambda:*', Resource: '*', Condition: {Bool: {'aws:SecureTransport': 'false'}}}
        - arn:aws:iam::111122223333:policy/elsewhere
  Queue: {Type: AWS::SQS::Queue}
  Topic: {Type: AWS::SNS::Topic}
  PayFunction: {Type: AWS::Serverless::Function}
`;

/** The same without the policy that is elsewhere. */
const KNOWN = TEMPLATE.replace(/ +- arn:aws:iam.*\n/, '');

const ATHENA = `Resources:
  M:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Q
        States:
          Q:
            Type: Task
            Resource: arn:aws:states:::athena:startQueryExecution.sync
            Parameters: {QueryString: SELECT 1, WorkGroup: primary}
            End: true
      Policies:
        - Statement:
            - {Effect: Allow, Action: ['s3:*'], Resource: ['arn:aws:s3:::mine', 'arn:aws:s3:::mine/*']}
            - {Effect: Allow, Action: ['athena:*'], Resource: '*'}
`;

const SHARED = `Resources:
  A: &machine
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      DefinitionString: '{"StartAt":"S","States":{"S":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem","Parameters":{"TableName":"a"},"End":true}}}'
  B:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      DefinitionString: '{"StartAt":"S","States":{"S":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem","Parameters":{"TableName":"b"},"End":true}}}'
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: dynamodb:GetItem
                Resource:
                  - !Sub 'arn:\${AWS::Partition}:dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/a'
                  - !Sub 'arn:aws:dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/b'
`;

const EXAMPLES = fileURLToPath(new URL('../../infra', import.meta.url));

let folder = '';
delete process.env['GITHUB_WORKSPACE'];
const home = process.cwd();
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-'));
  process.chdir(folder);
});
after(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

/** As wide as no line is: what stands in it counts here, golden files show how it is laid out. */
const PIPE = { stdout: {}, stderr: { write: () => {} }, env: {} };
const run = (...args: readonly string[]) => runCheck([...args, '--width', '999'], PIPE);

describe('rolefit check', () => {
  it('tells a person what is missing, not certain, open and too much', async () => {
    const { stdout, stderr, status } = await run(file('template.yaml', KNOWN));
    assert.equal(stderr, '');
    assert.equal(
      stdout,
      `template.yaml Orders (role OrdersRole)
  missing
    Pay: lambda:InvokeFunction (call)
      on arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:\${PayFunction}
      Pay fails with AccessDenied
  open until a run
    Pick: sns:Publish (call)
      on arn:aws:sns:\${AWS::Region}:*:*
      allowed for some resources; which one is used is decided at run time; Orders.Policies.2 (line 31) allows it only on arn:aws:sns:\${AWS::Region}:\${AWS::AccountId}:\${Topic.TopicName}
      with another one Pick fails with AccessDenied
  too much
    Orders.Policies.2 (line 31) allows sns:Subscribe on arn:aws:sns:\${AWS::Region}:\${AWS::AccountId}:\${Topic.TopicName}, which nothing needs
    Orders.Policies.0 (SQSSendMessagePolicy) (line 28) is wider than needed: sqs:SendMessage* on arn:aws:sqs:\${AWS::Region}:\${AWS::AccountId}:\${Queue.QueueName}, needed on arn:aws:sqs:\${AWS::Region}:\${AWS::AccountId}:\${Queue.QueueName}
    Orders.Policies.1 (DynamoDBCrudPolicy) (line 29) allows 10 further actions that nothing needs: dynamodb:GetItem, dynamodb:DeleteItem, dynamodb:PutItem, dynamodb:Scan and 6 more

1 state machine checked: 1 missing, 1 open, 3 too much
`,
    );
    assert.equal(status, 1);
  });

  it('takes nothing for missing that a policy elsewhere may allow, and says that the check is incomplete', async () => {
    const name = file('template.yaml', TEMPLATE);
    const { stdout, status } = await run(name);
    assert.match(stdout, /not certain\n {4}Pay: lambda:InvokeFunction \(call\)/);
    assert.match(stdout, /not evaluated, so the check is incomplete\n {4}Orders\.Policies\.3 the managed policy/);
    assert.equal(status, 0);
    assert.equal((await run(name, '--strict')).status, 1);
  });

  it('says that a role fits', async () => {
    const { stdout, status } = await run(file('shared.yaml', SHARED), '--strict');
    assert.equal(
      stdout,
      `shared.yaml A (role Role)
shared.yaml B (role Role)
role Role, of 2 state machines
  fits: nothing is missing, nothing is too much

2 state machines checked: every role fits
`,
    );
    assert.equal(status, 0);
  });

  it('tells of a name in a definition that stands for nothing, until the command line says for what', async () => {
    const name = file('template.yaml', KNOWN.replace('MessageBody: hi', "MessageBody: '${Text} ${AWS::Region}'"));
    const { stdout } = await run(name);
    for (const placeholder of ['${Text}', '${AWS::Region}']) {
      const note = `has ${placeholder}, which DefinitionSubstitutions of Orders don't replace, so it stays as it is; give it a value there (line `;
      assert.ok(stdout.includes(note), stdout);
    }
    const given = await run(name, '--substitute', 'Text=a', '--substitute', 'AWS::Region=b');
    assert.ok(!given.stdout.includes('replace'), given.stdout);
  });

  for (const [what, resource, words] of [
    ['what another stack answers', '!GetAtt Nested.Outputs.TableArn', 'not certain'],
    ['a resource whose ARN nobody can compose', '!GetAtt Thing.Arn', 'not certain'],
    ['a pattern that a made-up name may match', "!Sub 'arn:aws:dynamodb:*:*:table/prod-*'", 'not certain'],
    ['another table', '!GetAtt Other.Arn', 'missing'],
  ] as const) {
    it(`finds ${words}, for a table with a made-up name, what is allowed on ${what}`, async () => {
      const text = `Resources:
  M:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: S
        States:
          S: {Type: Task, Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: {TableName: !Ref ${what.startsWith('a resource') ? 'Thing' : 'Table'}}, End: true}
      Policies: [{Statement: {Effect: Allow, Action: 'dynamodb:GetItem', Resource: ${resource}}}]
  Table: {Type: AWS::DynamoDB::Table}
  Other: {Type: AWS::DynamoDB::Table}
  Thing: {Type: AWS::New::Table}
  Nested: {Type: AWS::CloudFormation::Stack}
`;
      assert.match((await run(file('open.yaml', text))).stdout, new RegExp(`\\(role MRole\\)\n {2}${words}\n`));
    });
  }

  it('knows what the others need that share the role, when it is asked about one', async () => {
    const { stdout, status } = await run(file('shared.yaml', SHARED), '--strict', '--state-machine', 'A');
    assert.match(stdout, /^shared\.yaml A \(role Role\)\n {2}fits: .*\n\n1 state machine checked: every role fits\n$/);
    assert.equal(status, 0);
  });

  it('finds a Deny that hits what is needed', async () => {
    const denied = SHARED.replace(
      'Statement:\n',
      "Statement:\n              - {Effect: Deny, Action: 'dynamodb:*', Resource: '*'}\n",
    );
    const { stdout, status } = await run(file('denied.yaml', denied));
    assert.match(
      stdout,
      /missing\n {4}S: dynamodb:GetItem \(call\)\n {6}on .*\n {6}denied by Role\.Policies\.0 \(line 19\)\n/,
    );
    assert.equal(status, 1);
  });

  it('takes only those resources for excess that do not depend on an undecided condition', async () => {
    const text = `
Parameters: {Bucket: {Type: String}}
Conditions: {Perhaps: !Equals [!Ref Bucket, x]}
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      Policies:
        - PolicyDocument:
            Statement:
              - Effect: Allow
                Action: 's3:GetObject'
                Resource:
                  - !Sub ['arn:aws:s3:::\${Name}/*', {Name: !If [Perhaps, a, b]}]
                  - '*'
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      Definition: {StartAt: S, States: {S: {Type: Succeed}}}
`;
    const { stdout } = await run(file('perhaps.yaml', text));
    assert.match(stdout, /its resource arn:aws:s3:::\$\{\S+\}\/\* depends on a condition/);
    assert.match(stdout, /allows s3:GetObject on \*, which nothing needs\n/);
  });

  it('compares the partition, region and account that are given on both sides', async () => {
    const name = file('shared.yaml', SHARED);
    const { stdout, status } = await run(name, '--region', 'eu-west-1', '--account', '111122223333', '--strict');
    assert.match(stdout, /every role fits/);
    assert.equal(status, 0);
    // A template for AWS alone, asked about another partition: the table that it names there is none.
    assert.equal((await run(name, '--region', 'cn-north-1', '--account', '111122223333')).status, 1);
  });

  it('reads the folder of a synthesized CDK app', async () => {
    mkdirSync(join(folder, 'cdk.out'), { recursive: true });
    const stack = { type: 'aws:cloudformation:stack', properties: { templateFile: 'S.template.json', stackName: 'S' } };
    file('cdk.out/manifest.json', JSON.stringify({ version: '36.0.0', artifacts: { S: stack } }));
    file(
      'cdk.out/S.template.json',
      JSON.stringify({
        Resources: {
          M: {
            Type: 'AWS::StepFunctions::StateMachine',
            Properties: {
              RoleArn: 'arn:aws:iam::111122223333:role/r',
              DefinitionString: '{"StartAt":"S","States":{"S":{"Type":"Succeed"}}}',
            },
          },
        },
      }),
    );
    const { stdout, status } = await run('cdk.out');
    assert.match(stdout, /cdk\.out\/S\.template\.json M \(role arn:aws:iam::111122223333:role\/r\)\n {2}not evaluated/);
    assert.equal(status, 0);
  });

  it('knows that the custom resource gives a role what it needs', async () => {
    const { stdout, status } = await run(join(EXAMPLES, 'example.yaml'), '--strict');
    assert.match(
      stdout,
      /given at deployment\n {4}OrdersRolePolicy gives the role.*\n\n1 state machine checked: every role fits\n$/,
    );
    assert.equal(status, 0);
  });

  it('takes for a warning what is granted for data that the definition does not name', async () => {
    const name = file('athena.yaml', ATHENA);
    const { stdout, status } = await run(name);
    assert.match(
      stdout,
      /not certain\n {4}Q: glue:BatchGetPartition.*\n(?: {6}on .*\n)+ {6}not allowed; the definition does not tell/,
    );
    assert.match(stdout, /open until a run\n {4}Q: s3:.*\n {6}on arn:aws:s3:::\*\n {6}allowed for some resources/);
    assert.equal(status, 0);
    assert.equal((await run(name, '--strict')).status, 1);
  });

  // https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-stepfunctions/lib/state-machine.ts (buildLoggingConfiguration)
  it("accepts the eight log actions that the CDK grants, and notes the two more that AWS's page lists", async () => {
    const granted = ['Create', 'Get', 'Update', 'Delete'].map((verb) => `logs:${verb}LogDelivery`);
    const template = (actions: readonly string[]) => ({
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            Policies: [
              {
                PolicyName: 'p',
                PolicyDocument: { Statement: [{ Effect: 'Allow', Resource: '*', Action: actions }] },
              },
            ],
          },
        },
        M: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
            LoggingConfiguration: { Level: 'ALL' },
            DefinitionString: '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}',
          },
        },
      },
    });
    const others = ['ListLogDeliveries', 'PutResourcePolicy', 'DescribeResourcePolicies', 'DescribeLogGroups'];
    const eight = [...granted, ...others.map((action) => `logs:${action}`)];
    const whole = await run(file('eight.json', JSON.stringify(template(eight))));
    assert.match(whole.stdout, /precautions that the role does without\n.*: logs:CreateLogStream, logs:PutLogEvents/);
    assert.equal(whole.status, 0);
    const part = await run(file('seven.json', JSON.stringify(template(eight.slice(1)))));
    assert.match(part.stdout, /missing\n.*logs:CreateLogDelivery/);
    assert.equal(part.status, 1);
  });

  it('says which roles are assumed, and not checked', async () => {
    const Credentials = "Credentials: {RoleArn: 'arn:aws:iam::444455556666:role/other'}\n            End: true";
    const { stdout } = await run(file('assumed.yaml', ATHENA.replace('End: true', Credentials)));
    assert.match(stdout, /made by other roles, which are not checked\n {4}Q: arn:aws:iam::444455556666:role\/other/);
    assert.match(stdout, /missing\n {4}Q: sts:AssumeRole \(assumeRole\)/);
  });

  it('says that it does not know what a definition calls, and then not what is too much', async () => {
    const { stdout, status } = await run(
      file('odd.yaml', ATHENA.replace('athena:startQueryExecution.sync', 'nosuch:thing')),
    );
    assert.match(stdout, /not understood\n {4}Q: /);
    assert.match(stdout, /excess is not listed: some calls/);
    assert.equal(status, 1);
  });

  it('does not tell what a role has too much that a definition may need which cannot be read', async () => {
    const text = SHARED.replace(/(B:.*?)DefinitionString: [^\n]*/s, '$1DefinitionS3Location: {Bucket: b, Key: k}');
    for (const more of [[], ['--state-machine', 'A']]) {
      const { stdout } = await run(file('doubt.yaml', text), ...more);
      assert.doesNotMatch(stdout, /too much\n/);
      assert.match(stdout, /excess is not listed: some calls/);
    }
  });

  it('fails for a definition that cannot be read', async () => {
    const { stdout, status } = await run(
      file(
        't.yaml',
        'Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties: {DefinitionUri: nowhere.json}\n',
      ),
    );
    assert.match(stdout, /^t\.yaml M\n {2}not checked: the definition file nowhere\.json is not there/);
    assert.equal(status, 1);
  });

  it('prints everything as JSON', async () => {
    const name = file('template.yaml', KNOWN);
    const { stdout } = await run(name, '--json');
    const { roles, problems, unreadable } = JSON.parse(stdout);
    assert.deepEqual(unreadable, []);
    assert.deepEqual(Object.keys(roles[0]), ['role', 'machines', 'excess', 'notEvaluated']);
    assert.deepEqual(roles[0].machines[0].shortfalls[0], {
      verdict: 'missing',
      state: '/States/Pay',
      purpose: 'call',
      actions: ['lambda:InvokeFunction'],
      resources: ['arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${PayFunction}'],
      certainty: 'required',
      consequence: 'Pay fails with AccessDenied',
      by: [],
    });
    assert.deepEqual(
      problems.map(({ level, code, line }: Readonly<Record<string, unknown>>) => [level, code, line]),
      [
        ['error', 'missing-permission', 17],
        ['warning', 'excess-permission', 31],
        ['warning', 'excess-permission', 29],
        ['note', 'open-permission', 22],
        ['note', 'wide-permission', 28],
      ],
    );
  });

  it('annotates the lines of a pull request', async () => {
    const { stdout, status } = await run(file('template.yaml', KNOWN), '--format', 'github');
    const [first = '', ...others] = stdout.trimEnd().split('\n');
    assert.equal(
      first,
      '::error file=template.yaml,line=17,title=rolefit missing-permission::state /States/Pay: lambda:InvokeFunction on arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${PayFunction} (call) is not allowed: Pay fails with AccessDenied',
    );
    assert.deepEqual(
      others.map((line) => line.split(',')[0]),
      [
        '::warning file=template.yaml',
        '::warning file=template.yaml',
        '::notice file=template.yaml',
        '::notice file=template.yaml',
      ],
    );
    assert.equal(status, 1);
  });

  it('names files from the checkout on, wherever in it the command runs', async (t) => {
    t.after(() => delete process.env['GITHUB_WORKSPACE']);
    process.env['GITHUB_WORKSPACE'] = join(process.cwd(), '..');
    const { stdout } = await run(file('template.yaml', KNOWN), '--format', 'github');
    assert.ok(stdout.startsWith(`::error file=${basename(process.cwd())}/template.yaml,line=17,`), stdout);
  });

  it('prints a SARIF log that its schema accepts', async () => {
    const { stdout } = await run(file('template.yaml', TEMPLATE), '--format', 'sarif');
    const log = JSON.parse(stdout);
    const validate = sarifSchema();
    assert.ok(validate(log), JSON.stringify(validate.errors));
    const [{ results, tool }] = log.runs;
    for (const { ruleId, ruleIndex } of results) {
      assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
      assert.ok(tool.driver.rules[ruleIndex].help.text.length > 20);
    }
    assert.deepEqual(results[0].locations[0].physicalLocation, {
      artifactLocation: { uri: 'template.yaml' },
      region: { startLine: 17 },
    });
  });

  it('gives results of SARIF the same fingerprint when lines are added above them', async () => {
    const prints = async (text: string) => {
      const { stdout } = await run(file('template.yaml', text), '--format', 'sarif');
      const results: readonly { partialFingerprints: unknown }[] = JSON.parse(stdout).runs[0].results;
      return results.map(({ partialFingerprints }) => partialFingerprints);
    };
    assert.deepEqual(await prints(KNOWN), await prints(KNOWN.replace('Resources:', '# more\n# lines\nResources:')));
  });

  const MISTAKES: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no file', [], /^check: name a definition file/],
    ['a definition without a role', ['d.json'], /^check: d\.json is a definition, with no policies to compare it with/],
    ['an unknown format', ['t.yaml', '--format', 'xml'], /^check: --format "xml" is not text, json, github or sarif/],
    ['two formats', ['t.yaml', '--json', '--format', 'sarif'], /do not go together/],
    [
      'a state machine that is not there',
      ['shared.yaml', '--state-machine', 'C'],
      /^check: shared\.yaml has no state machine C; it has A, B/,
    ],
    ['a simulation without a role', ['shared.yaml', '--simulate'], /^check: --simulate asks about a deployed role/],
    ['a parameter without a value', ['shared.yaml', '--parameter', 'X'], /does not have the form NAME=VALUE/],
    [
      'a parameter that is not there',
      ['shared.yaml', '--parameter', 'Stage=prod'],
      /^shared\.yaml: the template has no parameter Stage; it has none$/,
    ],
    [
      'a role for several state machines',
      ['shared.yaml', '--role', 'r'],
      /has several state machines \(A, B\); choose one/,
    ],
  ];
  for (const [name, args, message] of MISTAKES) {
    it(`explains ${name} in one line`, async () => {
      file('d.json', '{"StartAt":"S","States":{"S":{"Type":"Succeed"}}}');
      file('shared.yaml', SHARED);
      await assert.rejects(
        run(...args),
        (error) => error instanceof Failure && message.test(error.message) && !error.message.includes('\n'),
      );
    });
  }

  it('explains itself in 120 columns', async () => {
    const { stdout, status } = await run('--help');
    assert.equal(stdout, CHECK_HELP);
    assert.equal(status, 0);
    for (const line of stdout.split('\n')) assert.ok(line.length <= 120, line);
  });
});

/** Source: https://www.npmjs.com/package/@microsoft/jest-sarif has the schema that OASIS published. */
function sarifSchema() {
  const require = createRequire(import.meta.url);
  const ajv = new Ajv({ schemaId: 'id', format: false, meta: false, logger: false });
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
  const path = require.resolve('@microsoft/jest-sarif').replace('index.js', 'schemas/sarif-2.1.0-rtm.5.json');
  return ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
}
