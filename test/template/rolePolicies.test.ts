import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isArray } from '../../src/asl/json.ts';
import { MANAGED_POLICIES } from '../../src/template/data/managedPolicies.ts';
import { SAM_POLICIES } from '../../src/template/data/samPolicies.ts';
import { machinesIn } from '../../src/template/machines.ts';
import { writeOut } from '../../src/template/placeholder.ts';
import { readTemplate } from '../../src/template/read.ts';
import { INHERITED } from '../names/awkward.ts';

const HEAD = `Parameters:
  Bucket: {Type: String}
  Actions: {Type: CommaDelimitedList}
Conditions:
  Yes: !Equals [a, a]
  No: !Equals [a, b]
  Perhaps: !Equals [!Ref Bucket, b]
Resources:
  F: {Type: 'AWS::Lambda::Function'}
  Q: {Type: 'AWS::SQS::Queue'}
  T: {Type: 'AWS::DynamoDB::Table'}
`;
const ALLOW = (action: string) => `{Statement: [{Effect: Allow, Action: ${action}, Resource: '*'}]}`;

interface Answer {
  /** Source: actions → resources. */
  readonly allowed: readonly string[];
  readonly notEvaluated: readonly string[];
  readonly role: string | undefined;
}

function answer(resources: string): Answer {
  const text = HEAD + resources.replace(/^/gm, '  ');
  const { machines } = machinesIn(readTemplate(text, 'yaml'), { file: 't.yaml', read: () => undefined });
  const found = machines.find(({ logicalId }) => logicalId === 'M');
  assert.ok(found);
  const allowed = found.policies.flatMap(({ source, statements }) =>
    statements.map(({ Effect, Action, NotAction, Resource, NotResource }) => {
      const actions = Action?.join() ?? `not ${NotAction?.join()}`;
      return `${source}: ${Effect} ${actions} on ${Resource?.join() ?? `not ${NotResource?.join()}`}`;
    }),
  );
  const notEvaluated = found.notEvaluated.map(({ source, reason }) => `${source} ${reason}`);
  return { allowed, notEvaluated, role: found.role.logicalId };
}

const sam = (policies: string, more = '') =>
  `M:\n  Type: AWS::Serverless::StateMachine\n  Properties:\n    Policies: ${policies}\n${more}`;
const withRole = (properties: string, more = '', role = '!GetAtt R.Arn') =>
  `M:\n  Type: AWS::StepFunctions::StateMachine\n  Properties: {RoleArn: ${role}}\nR:\n  Type: AWS::IAM::Role\n  Properties:\n    ${properties}\n${more}`;

describe('policies', () => {
  const ARN = 'arn:${AWS::Partition}';
  const HERE = '${AWS::Region}:${AWS::AccountId}';
  /** Name, resources, what is allowed, what is not evaluated. */
  const TABLE: readonly (readonly [string, string, readonly string[], (readonly string[])?])[] = [
    ['SAM: none', 'M: {Type: AWS::Serverless::StateMachine}', []],
    [
      'SAM: policy templates',
      sam(
        '\n    - SQSSendMessagePolicy: {QueueName: !GetAtt Q.QueueName}\n    - LambdaInvokePolicy: {FunctionName: !Ref F}',
      ),
      [
        `M.Policies.0 (SQSSendMessagePolicy): Allow sqs:SendMessage* on ${ARN}:sqs:${HERE}:\${Q.QueueName}`,
        `M.Policies.1 (LambdaInvokePolicy): Allow lambda:InvokeFunction on ${ARN}:lambda:${HERE}:function:\${F}*`,
      ],
    ],
    [
      'SAM: one policy template',
      sam('{StepFunctionsExecutionPolicy: {StateMachineName: x}}'),
      [
        `M.Policies (StepFunctionsExecutionPolicy): Allow states:StartExecution on ${ARN}:states:${HERE}:stateMachine:x`,
      ],
    ],
    [
      'SAM: a parameter is missing',
      sam('[{SQSSendMessagePolicy: {}}]'),
      [],
      ['M.Policies.0 the policy template SQSSendMessagePolicy lacks QueueName'],
    ],
    [
      'SAM: no such template',
      sam('[{NoSuchPolicy: {}}]'),
      [],
      ['M.Policies.0 the policy template NoSuchPolicy is not known here'],
    ],
    [
      'SAM: a managed policy by name',
      sam('AWSLambdaRole'),
      ['M.Policies (AWSLambdaRole): Allow lambda:InvokeFunction on *'],
    ],
    [
      'SAM: by ARN',
      sam('[arn:aws:iam::aws:policy/service-role/AWSLambdaRole]'),
      ['M.Policies.0 (AWSLambdaRole): Allow lambda:InvokeFunction on *'],
    ],
    [
      'SAM: an unknown one',
      sam('[SomePolicy]'),
      [],
      ['M.Policies.0 the document of the managed policy SomePolicy is not known here'],
    ],
    ['SAM: a document', sam(`[${ALLOW('s3:GetObject')}]`), ['M.Policies.0: Allow s3:GetObject on *']],
    ['SAM: one document', sam(ALLOW('s3:GetObject')), ['M.Policies: Allow s3:GetObject on *']],
    [
      'SAM: by a condition',
      sam(`[!If [Yes, ${ALLOW('a:B')}, AWSLambdaRole], !If [No, x, !Ref AWS::NoValue]]`),
      ['M.Policies.0: Allow a:B on *'],
    ],
    [
      'SAM: perhaps',
      sam(`[!If [Perhaps, ${ALLOW('a:B')}, !Ref AWS::NoValue]]`),
      [],
      ['M.Policies.0 the managed policy ${IfPerhaps} is not in this template'],
    ],
    [
      'SAM: X-Ray comes with tracing',
      'M: {Type: AWS::Serverless::StateMachine, Properties: {Tracing: {Enabled: true}}}',
      [
        'M.Tracing (AWSXrayWriteOnlyAccess): Allow xray:PutTraceSegments,xray:PutTelemetryRecords,xray:GetSamplingRules,xray:GetSamplingTargets,xray:GetSamplingStatisticSummaries on *',
      ],
    ],
    [
      'SAM: a role of the template',
      `M: {Type: AWS::Serverless::StateMachine, Properties: {Role: !Sub '\${R.Arn}'}}\nR: {Type: AWS::IAM::Role, Properties: {Policies: [{PolicyDocument: ${ALLOW('a:B')}}]}}`,
      ['R.Policies.0: Allow a:B on *'],
    ],
    [
      "SAM: a policy attached to SAM's role",
      sam('[]', `P: {Type: AWS::IAM::Policy, Properties: {Roles: [!Ref MRole], PolicyDocument: ${ALLOW('a:B')}}}`),
      ['P: Allow a:B on *'],
    ],
    [
      'inline',
      withRole(
        `Policies: [{PolicyName: a, PolicyDocument: ${ALLOW('a:B')}}, {PolicyName: b, PolicyDocument: {Statement: {Effect: Deny, NotAction: [a:C, a:D], NotResource: !GetAtt Q.Arn}}}]`,
      ),
      ['R.Policies.0: Allow a:B on *', 'R.Policies.1: Deny not a:C,a:D on not ${Q.Arn}'],
    ],
    [
      'a document as a text',
      withRole(`Policies: [{PolicyDocument: '{"Statement": {"Effect": "Allow", "Action": "a:B", "Resource": "*"}}'}]`),
      ['R.Policies.0: Allow a:B on *'],
    ],
    [
      'policies by a condition',
      withRole(`Policies: !If [Yes, [{PolicyDocument: ${ALLOW('a:B')}}], []]`),
      ['R.Policies.0: Allow a:B on *'],
    ],
    [
      'policies perhaps',
      withRole(`Policies: !If [Perhaps, [{PolicyDocument: ${ALLOW('a:B')}}], []]`),
      [],
      ['R.Policies is known only at deployment'],
    ],
    [
      'a statement perhaps',
      withRole(
        `Policies: [{PolicyDocument: {Statement: [!If [Perhaps, {Effect: Allow}, !Ref AWS::NoValue], {Effect: Allow, Action: a:B, Resource: x}]}}]`,
      ),
      ['R.Policies.0: Allow a:B on x'],
      ['R.Policies.0.Statement.0 is ${IfPerhaps}, known only at deployment'],
    ],
    [
      'a resource perhaps',
      withRole(
        `Policies: [{PolicyDocument: {Statement: [{Effect: Allow, Action: a:B, Resource: [!If [Perhaps, x, !Ref AWS::NoValue], y]}]}}]`,
      ),
      ['R.Policies.0: Allow a:B on ${IfPerhaps},y'],
      ['R.Policies.0.Statement.0 its resource ${IfPerhaps} depends on a condition that is known only at deployment'],
    ],
    [
      'actions known only at deployment',
      withRole(`Policies: [{PolicyDocument: {Statement: [{Effect: Allow, Action: !Ref Actions, Resource: '*'}]}}]`),
      [],
      ['R.Policies.0.Statement.0 its action ${Actions} is known only at deployment'],
    ],
    [
      'statements that are none',
      withRole(
        `Policies: [{PolicyDocument: {Statement: [{Effect: Maybe}, {Effect: Allow, Resource: x}, {Effect: Allow, Action: a:B}, {Effect: Allow, Action: [1], Resource: x}]}}, {}]`,
      ),
      [],
      [
        'R.Policies.0.Statement.0 its Effect is "Maybe"',
        'R.Policies.0.Statement.1 has neither Action nor NotAction',
        'R.Policies.0.Statement.2 has neither Resource nor NotResource',
        'R.Policies.0.Statement.3 its Action is no list of texts',
        'R.Policies.1 its document is missing, known only at deployment',
      ],
    ],
    [
      'managed policies',
      withRole(
        `ManagedPolicyArns: [!Sub 'arn:\${AWS::Partition}:iam::aws:policy/AmazonSQSFullAccess', !Ref P, 'arn:aws:iam::111122223333:policy/mine', arn:aws:iam::aws:policy/AWSLambdaRole]`,
        `P: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: ${ALLOW('a:B')}}}`,
      ),
      ['R.ManagedPolicyArns.0 (AmazonSQSFullAccess): Allow sqs:* on *', 'P: Allow a:B on *'],
      [
        'R.ManagedPolicyArns.2 the managed policy arn:aws:iam::111122223333:policy/mine is not in this template',
        // Its path is /service-role/.
        'R.ManagedPolicyArns.3 the document of the managed policy arn:aws:iam::aws:policy/AWSLambdaRole is not known here',
      ],
    ],
    [
      'attached policies',
      withRole(
        'RoleName: r',
        `A: {Type: AWS::IAM::Policy, Properties: {Roles: [!Ref R], PolicyDocument: ${ALLOW('a:A')}}}
B: {Type: AWS::IAM::RolePolicy, Properties: {RoleName: r, PolicyDocument: ${ALLOW('a:B')}}}
C: {Type: AWS::IAM::ManagedPolicy, Properties: {Roles: [r], PolicyDocument: ${ALLOW('a:C')}}}
D: {Type: AWS::IAM::Policy, Properties: {Roles: [other], PolicyDocument: ${ALLOW('a:D')}}}
E: {Type: AWS::IAM::Policy, Properties: {Groups: [g], PolicyDocument: ${ALLOW('a:E')}}}`,
      ),
      ['A: Allow a:A on *', 'B: Allow a:B on *', 'C: Allow a:C on *'],
    ],
    [
      'attached by a condition',
      withRole(
        '{}',
        `A: {Type: AWS::IAM::Policy, Condition: Yes, Properties: {Roles: [!Ref R], PolicyDocument: ${ALLOW('a:A')}}}
B: {Type: AWS::IAM::Policy, Condition: No, Properties: {Roles: [!Ref R], PolicyDocument: ${ALLOW('a:B')}}}
C: {Type: AWS::IAM::Policy, Condition: Perhaps, Properties: {Roles: [!Ref R], PolicyDocument: ${ALLOW('a:C')}}}
D: {Type: AWS::IAM::Policy, Properties: {Roles: [!If [Perhaps, !Ref R, x]], PolicyDocument: ${ALLOW('a:D')}}}`,
      ),
      ['A: Allow a:A on *'],
      [
        'C exists only where the condition Perhaps holds, known only at deployment',
        'D may belong to the role: its Roles are known only at deployment',
      ],
    ],
    [
      'a role and its policy by one condition',
      withRole(
        '{}',
        `A: {Type: AWS::IAM::Policy, Condition: Perhaps, Properties: {Roles: [!Ref R], PolicyDocument: ${ALLOW('a:A')}}}`,
      ).replace('Type: AWS::IAM::Role', 'Type: AWS::IAM::Role\n  Condition: Perhaps'),
      ['A: Allow a:A on *'],
    ],
    ['a boundary', withRole('PermissionsBoundary: x'), [], ['R.PermissionsBoundary limits what these policies allow']],
    [
      'a role by its composed ARN',
      withRole(
        `Policies: [{PolicyDocument: ${ALLOW('a:B')}}]`,
        '',
        `!Sub 'arn:aws:iam::\${AWS::AccountId}:role/\${R}'`,
      ),
      ['R.Policies.0: Allow a:B on *'],
    ],
    [
      'a role by its name',
      withRole(`{RoleName: r, Policies: [{PolicyDocument: ${ALLOW('a:B')}}]}`, '', 'arn:aws:iam::111122223333:role/r'),
      ['R.Policies.0: Allow a:B on *'],
    ],
    [
      'a role of elsewhere',
      withRole('{}', '', 'arn:aws:iam::111122223333:role/x'),
      [],
      ['M.RoleArn arn:aws:iam::111122223333:role/x is no role of this template'],
    ],
    [
      'a role by a parameter',
      withRole('{}', '', '!Ref Bucket'),
      [],
      ['M.RoleArn ${Bucket} is no role of this template'],
    ],
    ['no role', 'M: {Type: AWS::StepFunctions::StateMachine}', [], ['M.RoleArn is missing']],
    [
      'a connector of its own',
      'M:\n  Type: AWS::Serverless::StateMachine\n  Connectors: {C: {Properties: {Destination: {Id: T}, Permissions: [Read]}}}',
      [
        'M.Connectors.C (Read): Allow dynamodb:GetItem,dynamodb:Query,dynamodb:Scan,dynamodb:BatchGetItem,dynamodb:ConditionCheckItem,dynamodb:PartiQLSelect on ${T.Arn},${T.Arn}/index/*',
      ],
    ],
    [
      'connectors beside it',
      sam(
        '[]',
        `C: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: M}, Destination: [{Id: Q}, {Type: AWS::SNS::Topic, Arn: x}], Permissions: [Write]}}
O: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: F}, Destination: {Id: Q}, Permissions: [Write]}}
U: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: M}, Destination: {Id: X}, Permissions: [Write]}}
N: {Type: AWS::Serverless::Connector, Properties: {Source: {Type: AWS::StepFunctions::StateMachine, RoleName: !Ref MRole}, Destination: {Id: Q}, Permissions: [Write]}}`,
      ),
      ['C (Write): Allow sqs:SendMessage on ${Q.Arn}', 'C (Write): Allow sns:Publish on x'],
      ['U is a connector to a resource that is not known here', 'N is a connector whose source is named by its role'],
    ],
    [
      'connectors under conditions',
      sam(
        '[]',
        `C: {Type: AWS::Serverless::Connector, Condition: No, Properties: {Source: {Id: M}, Destination: {Id: Q}, Permissions: [Write]}}
P: {Type: AWS::Serverless::Connector, Condition: Perhaps, Properties: {Source: {Id: M}, Destination: {Id: Q}, Permissions: [Write]}}`,
      ),
      [],
      ['P exists only where the condition Perhaps holds, known only at deployment'],
    ],
    [
      'a connector in a state machine that has a condition',
      'M:\n  Type: AWS::Serverless::StateMachine\n  Condition: Perhaps\n  Properties: {Role: !GetAtt R.Arn}\n  Connectors: {C: {Properties: {Destination: {Id: Q}, Permissions: [Write]}}}\nR: {Type: AWS::IAM::Role}',
      ['M.Connectors.C (Write): Allow sqs:SendMessage on ${Q.Arn}'],
    ],
    [
      'what gives the role its policy at deployment, under conditions',
      withRole(
        '{}',
        `A: {Type: 'Custom::StateMachineRolePolicy', Condition: No, Properties: {RoleName: !Ref R}}
B: {Type: 'Custom::StateMachineRolePolicy', Condition: Perhaps, Properties: {RoleName: !Ref R}}`,
      ),
      [],
      ['B exists only where the condition Perhaps holds, known only at deployment'],
    ],
    [
      'a policy whose role is a parameter, for a role with a name',
      withRole(
        'RoleName: orders-role',
        `A: {Type: AWS::IAM::Policy, Properties: {Roles: [!Ref Bucket], PolicyDocument: ${ALLOW("'a:A'")}}}
B: {Type: AWS::IAM::Policy, Properties: {Roles: [!Sub '${'$'}{Bucket}-other'], PolicyDocument: ${ALLOW("'a:B'")}}}`,
      ),
      [],
      ['A may belong to the role: its Roles are known only at deployment'],
    ],
    [
      'an action with a parameter in it',
      withRole(
        'Policies: [{PolicyDocument: {Statement: [{Effect: Deny, Action: !Sub "${Bucket}:*", Resource: "*"}]}}]',
      ),
      [],
      ['R.Policies.0.Statement.0 its action ${Bucket}:* is known only at deployment'],
    ],
    [
      'a connector of a state machine with a role of the template',
      withRole(
        '{}',
        'C: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: M}, Destination: {Id: F}, Permissions: [Write, Read]}}',
      ),
      ['C (Write): Allow lambda:InvokeAsync,lambda:InvokeFunction on ${F.Arn}'],
      ['C is a connector with the permission Read, which is not known here'],
    ],
  ];
  for (const [name, resources, allowed, notEvaluated = []] of TABLE) {
    test(name, () => {
      const found = answer(resources);
      assert.deepEqual(found.allowed, allowed);
      assert.deepEqual(found.notEvaluated, notEvaluated);
    });
  }
});

test('conditions are read as lists of texts', () => {
  const { machines } = machinesIn(
    readTemplate(
      `${HEAD}  M:
    Type: AWS::Serverless::StateMachine
    Properties:
      Policies:
        Statement:
          Sid: One
          Effect: Allow
          Action: a:B
          Resource: '*'
          Condition: {Bool: {aws:SecureTransport: true}, StringEquals: {'aws:SourceArn': [!GetAtt Q.Arn, x]}}
`,
    ),
    { file: 't', read: () => undefined },
  );
  assert.deepEqual(machines[0]?.policies[0]?.statements, [
    {
      line: 16,
      Sid: 'One',
      Effect: 'Allow',
      Action: ['a:B'],
      Resource: ['*'],
      Condition: { Bool: { 'aws:SecureTransport': ['true'] }, StringEquals: { 'aws:SourceArn': ['${Q.Arn}', 'x'] } },
    },
  ]);
  assert.equal(machines[0]?.policies[0]?.line, 15);
});

test('written and composed ARNs of one queue compare as equal', () => {
  const { machines, placeholders } = machinesIn(
    readTemplate(HEAD + sam('[{SQSSendMessagePolicy: {QueueName: !GetAtt Q.QueueName}}]').replace(/^/gm, '  ')),
    { file: 't', read: () => undefined },
  );
  const [resource = ''] = machines[0]?.policies[0]?.statements[0]?.Resource ?? [];
  assert.ok(placeholders['${Q.QueueName}']);
  assert.equal(placeholders['${Q.QueueName}']?.arn, '${Q.Arn}');
  const known = { '${Q.Arn}': { kind: 'arn', writtenOut: resource } } as const;
  assert.equal(writeOut('${Q.Arn}', known), resource);
});

test('every policy template and every managed policy can be evaluated', () => {
  for (const [name, { parameters }] of Object.entries(SAM_POLICIES)) {
    const given = JSON.stringify(Object.fromEntries(parameters.map((parameter) => [parameter, 'x'])));
    const { allowed, notEvaluated } = answer(sam(`[{${name}: ${given}}]`));
    assert.ok(allowed.length > 0, name);
    assert.deepEqual(notEvaluated, [], name);
    assert.doesNotMatch(allowed.join(), /\$\{(?!AWS::)/, name);
  }
  for (const [name, { path, version, statements, edited }] of Object.entries(MANAGED_POLICIES)) {
    const { allowed, notEvaluated } = answer(sam(`arn:aws:iam::aws:policy${path}${name}`));
    assert.equal(allowed.length, isArray(statements) ? statements.length : 1, name);
    assert.match(edited, /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual(notEvaluated, [], name);
    assert.match(version, /^v\d+$/);
  }
});

test('any template gives an answer', () => {
  const text = fc.constantFrom(
    'M',
    'R',
    'Arn',
    '${R.Arn}',
    '${M',
    '*',
    'Allow',
    'Perhaps',
    'x',
    'AWSLambdaRole',
    '{"a": 1',
    's3://b/k',
    ...INHERITED,
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.constantFrom(null, 1, true),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'Ref',
          'Fn::GetAtt',
          'Fn::Sub',
          'Fn::If',
          'Fn::Transform',
          'Statement',
          'Effect',
          'Action',
          'Resource',
          'Condition',
          'PolicyDocument',
          'SQSSendMessagePolicy',
          'Key',
          'Id',
          'Name',
          'Parameters',
          'Location',
          ...INHERITED,
        ),
        tie('value'),
        { maxKeys: 3 },
      ),
    ),
  }));
  const resource = (types: readonly string[], keys: readonly string[]) =>
    fc.record({
      Type: fc.constantFrom(...types),
      Properties: fc.oneof(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 5 }), value),
      Metadata: value,
      Connectors: value,
    });
  const machine = resource(
    ['AWS::Serverless::StateMachine', 'AWS::StepFunctions::StateMachine'],
    [
      'Definition',
      'DefinitionUri',
      'DefinitionString',
      'DefinitionS3Location',
      'DefinitionSubstitutions',
      'Role',
      'RoleArn',
      'Policies',
      'Logging',
      'Tracing',
      'Name',
      'StateMachineName',
      'EncryptionConfiguration',
      ...INHERITED,
    ],
  );
  const other = resource(
    [
      'AWS::IAM::Role',
      'AWS::IAM::Policy',
      'AWS::IAM::ManagedPolicy',
      'AWS::Serverless::Connector',
      'AWS::SQS::Queue',
      'x',
      ...INHERITED,
    ],
    [
      'Policies',
      'ManagedPolicyArns',
      'Roles',
      'RoleName',
      'Path',
      'PolicyDocument',
      'QueueName',
      'Source',
      'Destination',
      'Permissions',
      'PermissionsBoundary',
    ],
  );
  fc.assert(
    fc.property(machine, other, other, (M, R, X) => {
      const Resources = { M, R, X };
      const template = readTemplate(
        JSON.stringify({ Conditions: { Perhaps: { 'Fn::Equals': [{ Ref: 'x' }, 'y'] } }, Resources }),
      );
      const read = (path: string) => (path.length % 2 === 0 ? '{"A": ${x}}' : undefined);
      const run = () => JSON.stringify(machinesIn(template, { file: 'a/t.json', read }));
      assert.equal(run(), run());
    }),
    { seed: 3, numRuns: 1500 },
  );
});
