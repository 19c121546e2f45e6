import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { DefinitionError } from '../../src/asl/error.ts';
import { isObject, type Json } from '../../src/asl/json.ts';
import { isTemplate, readSnippet, readTemplate } from '../../src/template/read.ts';

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
    ['Resources:\n  A: {{resolve:ssm:x}}: 1', /is not YAML: .*\(line 2, column \d+\)/],
    ['Resources:\n  A: 1\n---\nB: 1', /several YAML documents/],
    ['Resources:\n  A: !Foo bar', /Unresolved tag: !Foo \(line 2, column 6\)/],
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

/** Source: https://github.com/go-to-k/cdk-real-drift/pull/1133, which asked CloudFormation; PyYAML and json of Python do the same. */
describe('of a key that stands twice the last one counts, and both lines are known', () => {
  const TABLE: readonly (readonly [string, Json, readonly (readonly [string, number, number])[]])[] = [
    ['Resources:\n  A: {Type: T, Type: U}', { A: { Type: 'U' } }, [['Resources.A.Type', 2, 2]]],
    ['Resources:\n  A: {Type: T}\n  B: {}\n  A: {Type: U}', { A: { Type: 'U' }, B: {} }, [['Resources.A', 2, 4]]],
    ['Resources:\n  A: {P: [{x: 1,\n    x: 2}]}', { A: { P: [{ x: 2 }] } }, [['Resources.A.P.0.x', 2, 3]]],
    ['{"Resources": {"A": {"x": 1,\n"y": {}, "x": 2}}}', { A: { x: 2, y: {} } }, [['Resources.A.x', 1, 2]]],
    [
      '{"Resources": {"A": {"x": 1,\n"x": 2,\n"x": 3}}}',
      { A: { x: 3 } },
      [
        ['Resources.A.x', 1, 2],
        ['Resources.A.x', 2, 3],
      ],
    ],
  ];
  for (const [text, resources, expected] of TABLE) {
    test(JSON.stringify(text), () => {
      const template = readTemplate(text);
      assert.deepEqual(template.resources, resources);
      assert.deepEqual(
        template.duplicates.map(({ path, key, firstLine, line }) => [[...path, key].join('.'), firstLine, line]),
        expected,
      );
    });
  }
});

/** What PyYAML 6.0's SafeLoader reads, with which SAM's command line reads templates (samcli/yamlhelper.py). */
describe('YAML is read as PyYAML and CloudFormation read it', () => {
  const TABLE: readonly (readonly [string, string, Json])[] = [
    ['a closing brace that is less indented than its key', 'A:\n    P: {\n      "x": 1\n  }\n', { P: { x: 1 } }],
    [
      'flow collections that start at the margin',
      'A:\n    P: [\n{a: 1,\nb: [2\n]}\n]\n    Q: 1\n',
      { P: [{ a: 1, b: [2] }], Q: 1 },
    ],
    ['a tag in front of one', 'A:\n    P: !Join [ "", [\n  a\n] ]\n', { P: { 'Fn::Join': ['', ['a']] } }],
    ['a list item that is one', 'A:\n    - {\n    b: 1\n  }\n', [{ b: 1 }]],
    ['a text that goes on at the margin', 'A:\n    P: "x\ny"\n    Q: \'a\n\nb\'\n', { P: 'x y', Q: 'a\nb' }],
    ['a text that goes on after a tab', 'A:\n    P: "x\n\ty"\n', { P: 'x y' }],
    [
      'quotes and brackets in plain texts',
      "A:\n    P: it's {a}\n      [b\n    Q: {\n  a: it's }\n",
      { P: "it's {a} [b", Q: { a: "it's" } },
    ],
    [
      'brackets in comments and block texts',
      'A: # {\n    P: |\n      {"\n    Q: {\n  a: 1 # }\n  }\n',
      { P: '{"\n', Q: { a: 1 } },
    ],
    ['a comment right after a text', 'A: "x"#c\n', 'x'],
    ['carriage returns', 'A:\r\n    P: {\r\n  x: 1\r\n  }\r\n', { P: { x: 1 } }],
    [
      'booleans of YAML 1.1',
      'A: [yes, No, on, OFF, true, y, n, "yes"]\n',
      [true, false, true, false, true, 'y', 'n', 'yes'],
    ],
    [
      'numbers of YAML 1.1',
      'A: [012, 0x1F, 0b11, 1_000, 12:30, 190:20:30.5, .5, 1.5e+3, -0x1]\n',
      [10, 31, 3, 1000, 750, 685230.5, 0.5, 1500, -1],
    ],
    [
      'what is no number there',
      'A: [018, 012345678901, 1e3, 0o17, 12345678901234567890, 2012-10-17]\n',
      ['018', '012345678901', '1e3', '0o17', '12345678901234567890', '2012-10-17'],
    ],
    ['nothing', 'A: [~, null, NULL, ]\nB:\n', [null, null, null]],
    [
      'names, which are texts',
      'A: {Condition: No, P: !If [Yes, yes, !Ref On]}\n',
      { Condition: 'No', P: { 'Fn::If': ['Yes', true, { Ref: 'On' }] } },
    ],
    ['keys, which are texts', 'A: {Yes: 1, 012: 2}\n', { Yes: 1, '012': 2 }],
    ['several merges', 'B: &b {x: 1}\nA:\n  <<: *b\n  <<: {y: 2}\n', { x: 1, y: 2 }],
  ];
  for (const [name, yaml, expected] of TABLE) {
    test(name, () => {
      const { json } = readSnippet(yaml, 'yaml');
      assert.deepEqual(isObject(json) ? json['A'] : undefined, expected);
    });
  }

  test('a key has its line below a collection that was indented, too', () => {
    const { lineOf } = readSnippet('A:\n    P: {\n  x: 1\n  }\nB:\n  C: 1\n', 'yaml');
    assert.deepEqual([lineOf(['A', 'P', 'x']), lineOf(['B', 'C'])], [3, 6]);
  });
});

test('a block of text has its first line', () => {
  const yaml = 'Resources:\n  A:\n    S: !Sub |\n      {\n    T: |\n\n      x\n    U: >\n      y\n    V: z\n';
  const { blockLineOf } = readTemplate(yaml);
  const lines = [['S', 'Fn::Sub'], ['T'], ['U'], ['V'], ['W']].map((path) => blockLineOf(['Resources', 'A', ...path]));
  assert.deepEqual(lines, [4, 6, undefined, undefined, undefined]);
});
