import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isObject } from '../../src/asl/json.ts';
import { own } from '../../src/own.ts';
import type { ParameterValues } from '../../src/template/intrinsics.ts';
import { machinesIn, type TemplateMachine } from '../../src/template/machines.ts';
import { readTemplate } from '../../src/template/read.ts';

const ASL = '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${Fn}", "End": true}}}';

interface Case {
  readonly files?: Readonly<Record<string, string>>;
  readonly given?: ParameterValues;
  readonly file?: string;
}

function machines(yaml: string, { files = {}, given = {}, file = 'app/template.yaml' }: Case = {}) {
  const read = (path: string) => (Object.hasOwn(files, path) ? files[path] : undefined);
  return machinesIn(readTemplate(yaml), { file, read, values: given });
}

/** The one state machine of a template with these properties. */
function machine(type: string, properties: string, options: Case = {}): TemplateMachine {
  const yaml = `Resources:
  F: {Type: 'AWS::Lambda::Function'}
  T: {Type: 'AWS::DynamoDB::Table'}
  M:
    Type: ${type}
    Properties:
${properties.replace(/^/gm, '      ')}
`;
  const [found] = machines(yaml, options).machines;
  assert.ok(found);
  return found;
}

const SAM = 'AWS::Serverless::StateMachine';
const CFN = 'AWS::StepFunctions::StateMachine';

/** The resource of the state A, or why there is none. */
function resourceOf({ definition }: TemplateMachine) {
  if (definition.kind === 'unreadable') return definition.reason;
  const states = own(definition.json, 'States');
  const state = isObject(states) ? own(states, 'A') : undefined;
  return isObject(state) ? own(state, 'Resource') : undefined;
}

describe('a definition is found wherever the template has it', () => {
  const SUBSTITUTIONS = 'DefinitionSubstitutions: {Fn: !GetAtt F.Arn}\n';
  const OBJECT = '{StartAt: A, States: {A: {Type: Task, Resource: !GetAtt F.Arn, End: true}}}';
  const HASH = 'asset.0123.json';
  /** Name, type, properties, files, the resource of the state A, the file. */
  const TABLE: readonly (readonly [string, string, string, Case, unknown, string?])[] = [
    [
      'DefinitionUri',
      SAM,
      `${SUBSTITUTIONS}DefinitionUri: asl/m.asl.json`,
      { files: { 'app/asl/m.asl.json': ASL } },
      '${F.Arn}',
      'app/asl/m.asl.json',
    ],
    [
      'DefinitionUri of a YAML file',
      SAM,
      `${SUBSTITUTIONS}DefinitionUri: m.asl.yaml`,
      {
        files: { 'app/m.asl.yaml': 'StartAt: A\nStates:\n  A:\n    Type: Task\n    Resource: ${Fn}\n    End: true\n' },
      },
      '${F.Arn}',
      'app/m.asl.yaml',
    ],
    [
      'DefinitionUri beside the template',
      SAM,
      `${SUBSTITUTIONS}DefinitionUri: ./m.json`,
      { file: 'template.yaml', files: { 'm.json': ASL } },
      '${F.Arn}',
      'm.json',
    ],
    ['Definition', SAM, `Definition: ${OBJECT}`, {}, '${F.Arn}'],
    [
      'Definition with substitutions',
      SAM,
      `${SUBSTITUTIONS}Definition: {StartAt: A, States: {A: {Resource: '\${Fn}'}}}`,
      {},
      '${F.Arn}',
    ],
    ['Definition', CFN, `Definition: ${OBJECT}`, {}, '${F.Arn}'],
    ['DefinitionString', CFN, `${SUBSTITUTIONS}DefinitionString: '${ASL}'`, {}, '${F.Arn}'],
    [
      'DefinitionString of Sub',
      CFN,
      `DefinitionString: !Sub |\n  {"States": {"A": {"Resource": "\${F.Arn}"}}}`,
      {},
      '${F.Arn}',
    ],
    [
      'DefinitionString of Sub in YAML',
      CFN,
      `DefinitionString: !Sub |\n  States:\n    A:\n      Resource: \${F.Arn}`,
      {},
      '${F.Arn}',
    ],
    [
      'DefinitionString of Sub with values',
      CFN,
      `DefinitionString: !Sub ['{"States": {"A": {"Resource": "\${R}"}}}', {R: !GetAtt F.Arn}]`,
      {},
      '${F.Arn}',
    ],
    [
      'DefinitionString of Join',
      CFN,
      `DefinitionString: !Join ['', ['{"States": {"A": {"Resource": "', !GetAtt F.Arn, '"}}}']]`,
      {},
      '${F.Arn}',
    ],
    ['DefinitionString of ToJsonString', CFN, `DefinitionString:\n  Fn::ToJsonString: ${OBJECT}`, {}, '${F.Arn}'],
    [
      'AWS::Include',
      CFN,
      `Definition: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: ./m.yaml}}}`,
      { files: { 'app/m.yaml': `States: {A: {Resource: !GetAtt F.Arn}}` } },
      '${F.Arn}',
      'app/m.yaml',
    ],
    [
      'DefinitionS3Location with the file beside',
      CFN,
      `${SUBSTITUTIONS}DefinitionS3Location: {Bucket: b, Key: m.json}`,
      { files: { 'app/m.json': ASL } },
      '${F.Arn}',
      'app/m.json',
    ],
    [
      "the CDK's asset by its name",
      CFN,
      `${SUBSTITUTIONS}DefinitionS3Location: {Bucket: b, Key: 0123.json}`,
      { files: { [`app/${HASH}`]: ASL } },
      '${F.Arn}',
      `app/${HASH}`,
    ],
    [
      "the CDK's asset by its manifest",
      CFN,
      `${SUBSTITUTIONS}DefinitionS3Location: {Bucket: b, Key: 0123.json}`,
      {
        file: 'cdk.out/S.template.json',
        files: {
          'cdk.out/S.assets.json': JSON.stringify({
            files: { x: { source: { path: 'asl.json' }, destinations: { d: { objectKey: '0123.json' } } } },
          }),
          'cdk.out/asl.json': ASL,
        },
      },
      '${F.Arn}',
      'cdk.out/asl.json',
    ],
    [
      'no file',
      SAM,
      'DefinitionUri: m.json',
      {},
      'the definition file m.json is not there, beside the template, or outside of its repository',
    ],
    [
      'in S3',
      SAM,
      'DefinitionUri: s3://b/k.json',
      {},
      'the definition is s3://b/k.json, which is not read; name a file beside the template',
    ],
    [
      'in S3 as an object',
      SAM,
      'DefinitionUri: {Bucket: b, Key: k}',
      {},
      'the definition is s3://b/k, which is not read; name a file beside the template',
    ],
    [
      'no definition',
      SAM,
      'Name: m',
      {},
      'has no definition; give it Definition, DefinitionUri, DefinitionString or DefinitionS3Location',
    ],
    [
      'known only at deployment',
      CFN,
      'DefinitionString: !ImportValue x',
      {},
      'DefinitionString is ${ImportX}, known only at deployment',
    ],
    [
      'an object known only at deployment',
      CFN,
      'Definition: !ImportValue x',
      {},
      'Definition is no object, or known only at deployment',
    ],
    ['not JSON', CFN, `DefinitionString: '{"States": '`, {}, /^the definition is not JSON: /],
    [
      'a file that is not JSON',
      SAM,
      'DefinitionUri: m.json',
      { files: { 'app/m.json': '{' } },
      /^app\/m\.json: is not JSON: /,
      'app/m.json',
    ],
    [
      'an empty file',
      SAM,
      'DefinitionUri: m.json',
      { files: { 'app/m.json': '' } },
      /^app\/m\.json: is empty/,
      'app/m.json',
    ],
  ];
  for (const [name, type, properties, options, expected, file] of TABLE) {
    test(`${name} (${type})`, () => {
      const found = machine(type, properties, options);
      const actual = resourceOf(found);
      if (expected instanceof RegExp) assert.match(String(actual), expected);
      else assert.equal(actual, expected);
      assert.equal(found.definition.file, file);
    });
  }
});

describe('substitutions are put into the text', () => {
  const TEXT =
    '{"A": {"TimeoutSeconds": ${Seconds}, "On": ${On}, "B": "x-${Name}-${Seconds}", "${Name}": ${Name}, "L": ${List}, "Q": "${Quoted}", "Left": ${Left}}}';
  const PROPERTIES = `DefinitionUri: m.json
DefinitionSubstitutions: {Seconds: 30, On: 'true', Name: !Ref T, List: '[1, 2]', Quoted: 'a "b"', Unused: x}`;
  test('outside of strings as well', () => {
    const { definition, substitutions } = machine(SAM, PROPERTIES, { files: { 'app/m.json': TEXT } });
    assert.ok(definition.kind === 'found');
    assert.deepEqual(definition.json, {
      A: { TimeoutSeconds: 30, On: true, B: 'x-${T}-30', '${T}': '${T}', L: [1, 2], Q: 'a "b"', Left: '${Left}' },
    });
    assert.deepEqual(definition.unsubstituted, ['Left']);
    assert.equal(substitutions['Seconds'], '30');
  });
  test('what Fn::Sub resolves is not left', () => {
    const { definition } = machine(CFN, `DefinitionString: !Sub '{"A": "\${T}-\${AWS::Region}-\${!Left}"}'`);
    assert.ok(definition.kind === 'found');
    assert.deepEqual(definition.unsubstituted, ['Left']);
  });
  test('what Fn::Sub leaves in an object', () => {
    const { definition } = machine(SAM, `Definition: {A: !Sub '\${T}-\${AWS::Region}-\${!Left}'}`);
    assert.ok(definition.kind === 'found');
    assert.deepEqual(definition.unsubstituted, ['Left']);
  });
});

describe('settings', () => {
  const TABLE: readonly (readonly [string, string, string, Partial<TemplateMachine['settings']>])[] = [
    [
      'nothing',
      SAM,
      'Definition: {}',
      { name: '${M.Name}', type: 'STANDARD', logging: false, tracing: false, kmsKey: undefined },
    ],
    [
      'all',
      SAM,
      'Name: m\nType: EXPRESS\nLogging: {Level: ALL, Destinations: []}\nTracing: {Enabled: true}',
      { name: 'm', type: 'EXPRESS', logging: true, tracing: true },
    ],
    [
      'all',
      CFN,
      "StateMachineName: m\nStateMachineType: EXPRESS\nLoggingConfiguration: {Level: ERROR}\nTracingConfiguration: {Enabled: 'true'}\nEncryptionConfiguration: {Type: CUSTOMER_MANAGED_KMS_KEY, KmsKeyId: !GetAtt K.Arn}",
      { name: 'm', type: 'EXPRESS', logging: true, tracing: true, kmsKey: '${K.Arn}' },
    ],
    [
      'off',
      CFN,
      'LoggingConfiguration: {Level: "OFF"}\nTracingConfiguration: {Enabled: false}',
      { logging: false, tracing: false },
    ],
    [
      'perhaps',
      CFN,
      'StateMachineType: !Ref P\nLoggingConfiguration: !If [C, {Level: ALL}, !Ref AWS::NoValue]\nTracingConfiguration: {Enabled: !Ref P}',
      { type: undefined, logging: true, tracing: true, uncertain: ['logging', 'tracing'] },
    ],
    [
      'perhaps logging',
      CFN,
      'LoggingConfiguration: {Level: !Ref P}\nTracingConfiguration: {Enabled: true}',
      { logging: true, tracing: true, uncertain: ['logging'] },
    ],
    [
      // Destinations are checked, whatever the level is.
      'logging at a level of a parameter',
      CFN,
      'LoggingConfiguration: {Level: !Ref P, Destinations: [{CloudWatchLogsLogGroup: {LogGroupArn: a}}]}',
      { logging: true, tracing: false },
    ],
  ];
  for (const [name, type, properties, expected] of TABLE) {
    test(`${name} (${type})`, () => {
      const { settings } = machine(type, properties);
      assert.deepEqual({ ...settings, ...expected }, settings);
      assert.deepEqual(settings.uncertain, expected.uncertain);
    });
  }
});

test('a state machine has its line and its pointer; one whose condition is false is none', () => {
  const { machines: found, notes } = machines(`Conditions:
  No: !Equals [a, b]
Resources:
  Fn::ForEach::All: []
  A/B:
    Type: AWS::Serverless::StateMachine
  Other: {Type: constructor}
  Gone:
    Type: AWS::Serverless::StateMachine
    Condition: No
`);
  assert.deepEqual(
    found.map(({ logicalId, path, line }) => [logicalId, path, line]),
    [['A/B', '/Resources/A~1B', 5]],
  );
  assert.deepEqual(notes, [
    { source: 'Fn::ForEach::All', reason: 'is expanded only at deployment; state machines in it are not found' },
  ]);
});
