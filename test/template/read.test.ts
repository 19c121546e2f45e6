import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { DefinitionError } from '../../src/asl/error.ts';
import type { Json } from '../../src/asl/json.ts';
import { isTemplate, readTemplate } from '../../src/template/read.ts';

function taggedValue(yaml: string): Json | undefined {
  const { resources } = readTemplate(`Resources:\n  A:\n    Value: ${yaml}\n`, 'yaml');
  return resources['A']?.['Value'];
}

describe('short tags are read as their long forms', () => {
  const TAGS: readonly (readonly [string, Json])[] = [
    ['!Ref Queue', { Ref: 'Queue' }],
    ['!Ref AWS::Region', { Ref: 'AWS::Region' }],
    ['!Condition IsProd', { Condition: 'IsProd' }],
    ['!GetAtt Queue.Arn', { 'Fn::GetAtt': ['Queue', 'Arn'] }],
    ['!GetAtt Stack.Outputs.QueueArn', { 'Fn::GetAtt': ['Stack', 'Outputs.QueueArn'] }],
    ['!GetAtt [Queue, Arn]', { 'Fn::GetAtt': ['Queue', 'Arn'] }],
    ['!Sub "a-${B}"', { 'Fn::Sub': 'a-${B}' }],
    ['!Sub ["a-${B}", {B: !Ref C}]', { 'Fn::Sub': ['a-${B}', { B: { Ref: 'C' } }] }],
    ['!Join [":", [a, !Ref B]]', { 'Fn::Join': [':', ['a', { Ref: 'B' }]] }],
    ['!If [C, !Ref A, !Ref AWS::NoValue]', { 'Fn::If': ['C', { Ref: 'A' }, { Ref: 'AWS::NoValue' }] }],
    ['!FindInMap [M, a, b]', { 'Fn::FindInMap': ['M', 'a', 'b'] }],
    [
      '!Select [0, !Split [",", !ImportValue x]]',
      { 'Fn::Select': [0, { 'Fn::Split': [',', { 'Fn::ImportValue': 'x' }] }] },
    ],
    ['!Equals [a, b]', { 'Fn::Equals': ['a', 'b'] }],
    [
      '!And [!Condition A, !Not [!Condition B]]',
      { 'Fn::And': [{ Condition: 'A' }, { 'Fn::Not': [{ Condition: 'B' }] }] },
    ],
    ['!Or [!Condition A]', { 'Fn::Or': [{ Condition: 'A' }] }],
    ['!Base64 text', { 'Fn::Base64': 'text' }],
    ['!Cidr [a, 1, 2]', { 'Fn::Cidr': ['a', 1, 2] }],
    ['!GetAZs ""', { 'Fn::GetAZs': '' }],
    ['!Transform {Name: x}', { 'Fn::Transform': { Name: 'x' } }],
    ['!ToJsonString {a: !Ref B}', { 'Fn::ToJsonString': { a: { Ref: 'B' } } }],
    ['!Length [a, b]', { 'Fn::Length': ['a', 'b'] }],
    ['\n      Fn::Base64: !Sub text', { 'Fn::Base64': { 'Fn::Sub': 'text' } }],
    ['2012-10-17', '2012-10-17'],
  ];
  for (const [yaml, json] of TAGS) test(yaml.trim(), () => assert.deepEqual(taggedValue(yaml), json));
});

describe('what is no template is one line of error', () => {
  const ERRORS: readonly (readonly [string, RegExp])[] = [
    ['', /is empty/],
    ['a: 1', /no CloudFormation or SAM template/],
    ['[]', /no CloudFormation or SAM template/],
    ['{"States": {}, "Resources": {}}', /no CloudFormation or SAM template/],
    ['{"Resources": {', /is not JSON/],
    ['Resources: [', /is not YAML: .*\(line \d+, column \d+\)/],
    ['Resources:\n  A: !Foo bar', /Unresolved tag: !Foo \(line 2, column 6\)/],
    ['Resources:\n  A: {Type: T, Type: U}', /"Type" stands twice \(line 2/],
    ['Resources:\n  A: {Type: 1, Type: "1"}', /"Type" stands twice \(line 2/],
    ['Resources:\n  A: {}\n  A: {}', /"A" stands twice \(line 3, column 3\)/],
    ['Resources:\n  A: !Sub ["", {B: 1, B: 2}]', /"B" stands twice \(line 2/],
    ['{"Resources": {"A": {}, "A": {}}}', /"A" stands twice \(line 1/],
  ];
  for (const [text, message] of ERRORS) {
    test(JSON.stringify(text), () => {
      assert.throws(
        () => readTemplate(text),
        (error) => error instanceof DefinitionError && message.test(error.message) && !error.message.includes('\n'),
      );
    });
  }
});

test('a resource has its line, in YAML and in JSON', () => {
  const yaml = readTemplate('Resources:\n\n  A: {}\n  B:\n    Properties:\n      Policies: !Ref X\n');
  assert.equal(yaml.lineOf(['Resources', 'B']), 4);
  assert.equal(yaml.lineOf(['Resources', 'B', 'Properties', 'Policies']), 6);
  assert.equal(yaml.lineOf(['Resources', 'C']), undefined);
  const json = readTemplate(
    '{\n"Outputs": {"B": ["B:", {"B": 1}]},\n"Resources": {\n"A": {"B": 1},\n"B": {\n"C": 2}}}',
  );
  assert.equal(json.lineOf(['Resources', 'A']), 4);
  assert.equal(json.lineOf(['Resources', 'B']), 5);
  assert.equal(json.lineOf(['Resources', 'B', 'C']), 6);
  assert.equal(json.lineOf(['Resources', 'C']), undefined);
});

test('aliases and merge keys are followed, as SAM does before CloudFormation sees them', () => {
  const { resources } = readTemplate('X: &x {Type: T}\nResources:\n  A:\n    <<: *x\n    Properties: {}\n  B: *x\n');
  assert.deepEqual(resources, { A: { Type: 'T', Properties: {} }, B: { Type: 'T' } });
});

test('a definition is no template', () => {
  assert.equal(isTemplate({ StartAt: 'A', States: {} }), false);
  assert.equal(isTemplate({ Resources: {} }), true);
});

test('any text gives a template or one of our errors', () => {
  const piece = fc.constantFrom(
    'Resources:',
    '\n  ',
    'A: ',
    '!Sub ',
    '!GetAtt ',
    '!If ',
    '{',
    '}',
    '[',
    ']',
    '&a ',
    '*a',
    '<<: ',
    '"',
    "'",
    '- ',
    '|\n',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 20 }), (parts) => {
      try {
        readTemplate(parts.join(''));
      } catch (error) {
        assert.ok(error instanceof DefinitionError, String(error));
      }
    }),
    { seed: 7, numRuns: 1000 },
  );
});

test('a key that stands twice with the same text loses nothing', () => {
  const { resources } = readTemplate('Resources:\n  A: {Type: T, Type: T}', 'yaml');
  assert.deepEqual(resources, { A: { Type: 'T' } });
});
