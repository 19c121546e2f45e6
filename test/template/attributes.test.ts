import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ParameterValues, resolverOf } from '../../src/template/intrinsics.ts';
import { machinesIn } from '../../src/template/machines.ts';
import { readTemplate } from '../../src/template/read.ts';
import { brokenReference } from '../../src/template/references.ts';

const RESOURCES = `
  F: {Type: AWS::Lambda::Function}
  S: {Type: AWS::Serverless::Function, Properties: {AutoPublishAlias: live}}
  A: {Type: AWS::Serverless::Api}
  D: {Type: AWS::RDS::DBInstance}
  E: {Type: AWS::Glue::Job}
  C: {Type: Custom::Thing}
  K: {Type: AWS::CloudFormation::CustomResource}
  N: {Type: AWS::CloudFormation::Stack}
  O: {Type: AWS::Serverless::Application}
  B: {Type: My::Own::Thing}
  P: {Type: AWS::S3::Bucket::MODULE}
  Q: {Type: AWS::SQS::Queue}
  V: {Type: AWS::EC2::VPC}
  M: {Type: AWS::StepFunctions::StateMachine}
  X: {Type: AWS::SNS::Topic, Properties: {DisplayName: VALUE}}
`;

function problem(value: string, more = '', values: ParameterValues = {}): string | undefined {
  const template = readTemplate(`Resources:${RESOURCES.replace('VALUE', () => value)}${more}`);
  return brokenReference(['X'], template, resolverOf(template, values))?.reason;
}

/** Source: TemplateReference/intrinsic-function-reference-getatt.html and each type's Return values. */
describe('an attribute that the type does not have', () => {
  const FUNCTION =
    'X (line 16): field DisplayName: uses F.arn, but AWS::Lambda::Function has no attribute arn; did you mean F.Arn? It has Arn, SnapStartResponse';
  const TABLE: readonly (readonly [string, string, string])[] = [
    ['in the short tag', '!GetAtt F.arn', FUNCTION],
    ['in a list', '{"Fn::GetAtt": [F, arn]}', FUNCTION],
    ['in a text', '{"Fn::GetAtt": F.arn}', FUNCTION],
    ['in Fn::Sub', '!Sub "a ${F.arn}"', FUNCTION],
    ['in Fn::Sub with variables', '!Sub ["${Y} ${F.arn}", {Y: 1}]', FUNCTION],
    ["in one of Fn::Sub's variables", '!Sub ["${Y}", {Y: !GetAtt F.arn}]', FUNCTION],
    ['in Fn::Join', '!Join ["", [a, !GetAtt F.arn]]', FUNCTION],
    ['in an undecided Fn::If', '!If [Undecided, !GetAtt F.Arn, !GetAtt F.arn]', FUNCTION],
    [
      'without a similar one',
      '!GetAtt F.Name',
      'X (line 16): field DisplayName: uses F.Name, but AWS::Lambda::Function has no attribute Name. It has Arn, SnapStartResponse',
    ],
    [
      'of a type that has none',
      '!GetAtt E.Arn',
      'X (line 16): field DisplayName: uses E.Arn, but AWS::Glue::Job has no attribute Arn. It has none',
    ],
    // SAM keeps the logical ID: sam-specification-generated-resources-function.html
    [
      'of a type of SAM, but for its letters',
      '!GetAtt S.ARN',
      'X (line 16): field DisplayName: uses S.ARN, but AWS::Lambda::Function has no attribute ARN; did you mean S.Arn? It has Arn, SnapStartResponse',
    ],
  ];
  for (const [name, value, expected] of TABLE) test(name, () => assert.equal(problem(value), expected));
});

describe('what CloudFormation, SAM or nobody here can refuse', () => {
  const TABLE: readonly (readonly [string, string])[] = [
    ['an attribute of the page', '!GetAtt F.Arn'],
    ['an attribute that is a property, too', '!GetAtt Q.VisibilityTimeout'],
    ['an attribute of an attribute', '!GetAtt D.Endpoint.Address'],
    ['an attribute of an attribute that nobody knows', '!GetAtt D.Endpoint.Nothing'],
    ['one that is older than the registry', '!GetAtt V.CidrBlock'],
    ['the name of a state machine', '!GetAtt M.Name'],
    ['an output of a nested stack', '!GetAtt N.Outputs.QueueArn'],
    ['an output of an application', '!GetAtt O.Outputs.QueueArn'],
    ['an attribute of a custom resource', '!GetAtt C.anything'],
    ['an attribute of a custom resource by its other name', '!GetAtt K.anything'],
    ["an attribute of a third party's type", '!GetAtt B.anything'],
    ['an attribute of a module', '!GetAtt P.anything'],
    ['a resource of a module', '!GetAtt P.Inner.Arn'],
    ["SAM's alias", '!GetAtt S.Alias'],
    ["SAM's version", '!Ref S.Version'],
    ['an attribute of the alias', '!GetAtt S.Alias.FunctionArn'],
    ['a resource that SAM generates', '!GetAtt SRole.arn'],
    ["an attribute of SAM's own", '!GetAtt A.Stage'],
    ['a resource that is not here', '!GetAtt Nothing.arn'],
    ['a name that only a run of the macro tells', '{"Fn::GetAtt": [F, !Ref AWS::Region]}'],
    ["a literal of Fn::Sub's", '!Sub "${!F.arn}"'],
    ['a variable with a dot', '!Sub ["${F.arn}", {F.arn: 1}]'],
    ['a text without Fn::Sub', '"${F.arn}"'],
    ['nonsense in place of the name', '{"Fn::GetAtt": 7}'],
    ['nonsense in the list', '{"Fn::GetAtt": []}'],
    ['nonsense in Fn::Sub', '{"Fn::Sub": [{}, []]}'],
    ['nonsense in Fn::If', '!If [Undecided]'],
  ];
  for (const [name, value] of TABLE) test(name, () => assert.equal(problem(value), undefined));

  test('the branch of a condition that is false', () => {
    const more = 'Conditions: {Yes: !Equals [a, a], No: !Equals [a, b]}\n';
    assert.equal(problem('!If [Yes, !GetAtt F.Arn, !GetAtt F.arn]', more), undefined);
    assert.equal(problem('!If [No, !GetAtt F.arn, !GetAtt F.Arn]', more), undefined);
    assert.match(problem('!If [Yes, !GetAtt F.arn, !GetAtt F.Arn]', more) ?? '', /F\.arn/);
    assert.match(problem('!If [No, !GetAtt F.Arn, !GetAtt F.arn]', more) ?? '', /F\.arn/);
  });

  test('a template that a macro of the account changes', () => {
    assert.equal(problem('!GetAtt F.arn', 'Transform: [AWS::Serverless-2016-10-31, MyMacro]\n'), undefined);
    assert.equal(problem('!GetAtt F.arn', 'Transform: {Name: MyMacro}\n'), undefined);
    assert.match(problem('!GetAtt F.arn', 'Transform: [AWS::LanguageExtensions]\n') ?? '', /F\.arn/);
  });
});

describe('the state machine that uses it is not read, and the others are', () => {
  const yaml = (substitution: string, role: string, policy: string) => `Resources:
  F: {Type: AWS::Lambda::Function}
  R: {Type: AWS::IAM::Role, Properties: {RoleName: ${role}}}
  P: {Type: AWS::IAM::Policy, Properties: {Roles: [!Ref R], PolicyDocument: {Statement: {Effect: Allow, Action: lambda:InvokeFunction, Resource: ${policy}}}}}
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt R.Arn
      DefinitionSubstitutions: {Fn: ${substitution}}
      DefinitionString: '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "\${Fn}", "End": true}}}'
  Other:
    Type: AWS::StepFunctions::StateMachine
    Properties: {RoleArn: 'arn:aws:iam::111122223333:role/other', Definition: {StartAt: A, States: {A: {Type: Pass, End: true}}}}
`;
  const TABLE: readonly (readonly [string, string, string, string, RegExp | undefined])[] = [
    ['all are right', '!GetAtt F.Arn', 'r', '!GetAtt F.Arn', undefined],
    [
      'in the substitutions',
      '!GetAtt F.arn',
      'r',
      '!GetAtt F.Arn',
      /^M \(line 9\): field DefinitionSubstitutions.\w+: uses F\.arn/,
    ],
    ['in its role', '!GetAtt F.Arn', '!GetAtt F.Name', '!GetAtt F.Arn', /^R \(line 3\): field RoleName: uses F\.Name/],
    [
      "in its role's policy",
      '!GetAtt F.Arn',
      'r',
      '!Sub "${F.arn}:*"',
      /^P \(line 4\): field PolicyDocument.Statement.Resource: uses F\.arn/,
    ],
  ];
  for (const [name, substitution, role, policy, reason] of TABLE) {
    test(name, () => {
      const { machines } = machinesIn(readTemplate(yaml(substitution, role, policy)), {
        file: 't.yaml',
        read: () => undefined,
      });
      const [machine, other] = machines.map(({ definition }) => definition);
      assert.equal(other?.kind, 'found');
      if (reason === undefined) assert.equal(machine?.kind, 'found');
      else assert.match(machine?.kind === 'unreadable' ? machine.reason : '', reason);
    });
  }
});
