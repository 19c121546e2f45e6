import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { resolverOf } from '../../src/template/intrinsics.ts';
import { readTemplate } from '../../src/template/read.ts';
import { brokenReference } from '../../src/template/references.ts';

function reference(value: string, more = '', type = 'AWS::SQS::Queue') {
  const template = readTemplate(`Resources:
  Queue: {Type: ${type}}
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: A
        States:
          A:
            Type: Task
            Parameters:
              QueueUrl: ${value}
Parameters: {Stage: {Type: String}}
${more}`);
  return brokenReference(['M'], template, resolverOf(template));
}

const PLACE = 'M (line 12): state /States/A: field Parameters.QueueUrl: ';

/** Source: TemplateReference/intrinsic-function-reference-ref.html: an unresolved dependency is refused. */
describe('a reference to what is not there names state, field and line', () => {
  for (const [value, problem] of [
    ['!Ref Qeue', 'refers to Qeue, which is no resource or parameter of this template; did you mean Queue?'],
    ['!Ref Other', 'refers to Other, which is no resource or parameter of this template'],
    ['!GetAtt Qeue.Arn', 'refers to Qeue, which is no resource of this template; did you mean Queue.Arn?'],
    ['!GetAtt Stage.Arn', 'refers to Stage, which is no resource of this template'],
    ['!Sub "${Stagee}"', 'refers to Stagee, which is no resource or parameter of this template; did you mean Stage?'],
    [
      '!Sub ["${x} ${AWS::Regoin}", {x: 1}]',
      'refers to AWS::Regoin, which is no pseudo parameter; did you mean AWS::Region?',
    ],
    ['!Ref Queue.Arn', 'refers to Queue.Arn by Ref, which takes no attribute; write Fn::GetAtt'],
    ['!Ref Queue.Alias', 'refers to Queue.Alias by Ref, which takes no attribute; write Fn::GetAtt'],
    ['!GetAtt Queue', 'uses Fn::GetAtt of Queue, which takes an attribute as well, such as Queue.Arn'],
    ['{Fn::GetAtt: [Queue]}', 'uses Fn::GetAtt of Queue, which takes an attribute as well, such as Queue.Arn'],
  ] as const) {
    test(value, () => assert.deepEqual(reference(value), { reason: PLACE + problem, line: 12 }));
  }

  test("Ref of an attribute that CloudFormation has, though SAM's resources have some that it takes", () => {
    const problem = 'refers to Queue.Arn by Ref, which takes no attribute; write Fn::GetAtt';
    const found = reference('!Ref Queue.Arn', '', 'AWS::Serverless::Function');
    assert.deepEqual(found, { reason: PLACE + problem, line: 12 });
  });

  test('in a block of text, the line in it', () => {
    const template = readTemplate(
      'Resources:\n  M:\n    Properties:\n      DefinitionString: !Sub |\n        {\n        "a": "${Nope}"}\n',
    );
    assert.equal(brokenReference(['M'], template, resolverOf(template))?.line, 6);
  });
});

describe('what may be there is no error', () => {
  for (const [name, value, more, type] of [
    ['a resource', '!Ref Queue', '', undefined],
    ['a parameter', '!Sub "${Stage}"', '', undefined],
    ['a variable', '!Sub ["${x}", {x: 1}]', '', undefined],
    ['a literal', '!Sub "${!x}"', '', undefined],
    ['a pseudo parameter', '!Ref AWS::NoValue', '', undefined],
    ['a pseudo parameter of tomorrow', '!Ref AWS::OrganizationId', '', undefined],
    ['what SAM makes for a resource', '!GetAtt QueueRole.Arn', '', 'AWS::Serverless::Function'],
    ["what SAM's Ref takes", '!Ref Queue.Alias', '', 'AWS::Serverless::Function'],
    ["what SAM's Ref takes of an API", '!Ref Queue.Stage', '', 'AWS::Serverless::Api'],
    ["SAM's implicit API", '!Ref ServerlessRestApi', '', 'AWS::Serverless::Function'],
    ["a module's resource", '!Ref QueueInner', '', 'My::Own::Thing::MODULE'],
    ['what a macro makes', '!Ref Made', 'Transform: [MyMacro]', undefined],
    [
      'what an include has',
      '!Ref Made',
      'Transform: {Name: AWS::Include, Parameters: {Location: s3://b/k}}',
      undefined,
    ],
    ['what a loop makes', '!Ref Made', "Outputs: {'Fn::ForEach::L': [x, [a], {}]}", undefined],
    ["another tool's placeholder", '!Sub "${file(x.json)}"', '', undefined],
  ] as const) {
    test(name, () => assert.equal(reference(value, more, type), undefined));
  }
});
