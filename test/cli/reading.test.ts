import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import { Failure } from '../../src/cli/failure.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { otherFile } from '../../src/cli/input/otherFiles.ts';
import { runReport } from '../../src/cli/report/command.ts';

const root = mkdtempSync(join(tmpdir(), 'rolefit-'));
after(() => rmSync(root, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const STREAMS = { stdout: { isTTY: false }, stderr: { isTTY: false, write: () => true }, env: {} };

async function checked(path: string) {
  const { stdout, status } = await runCheck([path, '--json'], STREAMS);
  const json: { unreadable: { label: string; line?: number; reason: string }[]; problems: object[] } =
    JSON.parse(stdout);
  return { ...json, status };
}

const MACHINE = (definition: string) => `  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt R.Arn
      ${definition}
  R: {Type: AWS::IAM::Role}
`;

describe('one that cannot be read leaves the others', () => {
  it('of the stacks of an app, and a stack without resources is no error', async () => {
    const stacks = ['Empty', 'Bad', 'Gone', 'Good'].map((id) => [
      id,
      { type: 'aws:cloudformation:stack', properties: { templateFile: `${id}.template.json` } },
    ]);
    file('cdk.out/manifest.json', JSON.stringify({ artifacts: Object.fromEntries(stacks) }));
    file('cdk.out/Empty.template.json', '{"Parameters": {}}');
    file('cdk.out/Bad.template.json', '{"Resources": ');
    const machine = {
      Type: 'AWS::Serverless::StateMachine',
      Properties: { Definition: { StartAt: 'A', States: { A: { Type: 'Succeed' } } } },
    };
    file('cdk.out/Good.template.json', JSON.stringify({ Resources: { M: machine } }));
    const { unreadable, status } = await checked(join(root, 'cdk.out'));
    assert.deepEqual(
      unreadable.map(({ label, reason }) => `${label}: ${reason}`),
      [
        'stack Bad: is not JSON: Unexpected end of JSON input',
        'stack Gone: its template is not there; run `cdk synth` again',
      ],
    );
    assert.equal(status, 1);
    const { stdout } = await runGenerate([join(root, 'cdk.out')]);
    assert.match(stdout, /^\{\n {2}"M": /);
  });

  it('of the state machines of a template, in the line of the state that is wrong', async () => {
    const states =
      'Definition:\n        StartAt: A\n        States:\n          A: {Type: Succeed}\n          B:\n            Type: Task\n';
    const more =
      '  N: {Type: AWS::Serverless::StateMachine, Properties: {Definition: {StartAt: A, States: {A: {Type: Succeed}}}}}\n';
    const path = file('two.yaml', `Resources:\n${MACHINE(states)}${more}`);
    const { unreadable, status } = await checked(path);
    assert.deepEqual(
      unreadable.map(({ line, reason }) => [line, reason]),
      [[10, "state /States/B: field Resource: is missing; name the task's ARN"]],
    );
    assert.equal(status, 1);
    assert.match((await runGenerate([path])).stdout, /"N"/);
  });
});

it('whatever needs one state machine lists all, and those that cannot be read', async () => {
  const machine = (id: string, definition: string) =>
    `  ${id}: {Type: AWS::StepFunctions::StateMachine, Properties: {RoleArn: !GetAtt R.Arn, Definition: ${definition}}}\n`;
  const good = '{StartAt: P, States: {P: {Type: Succeed}}}';
  const bad = '{StartAt: P, States: {P: {Type: Task}}}';
  const resources = `  R: {Type: AWS::IAM::Role}\n${machine('A', good)}${machine('B', good)}${machine('C', bad)}`;
  const template = file('three.yaml', `Resources:\n${resources}`);
  const policy = file('policy.json', '{"Statement": []}');
  const lists = (command: string) =>
    new Failure(`${command}: ${template} has several state machines (A, B, C); choose one with --state-machine`);
  await assert.rejects(runCheck([template, '--policy', policy], STREAMS), lists('check'));
  await assert.rejects(runCheck([template, '--role', 'r'], STREAMS), lists('check'));
  await assert.rejects(runReport([template], false), lists('report'));
});

describe('a problem stands in the line of its state', () => {
  const TASK =
    '"Type": "Task", "End": true, "Resource": "arn:aws:states:::sns:publish",\n"Parameters": {"TopicArn": "arn:aws:sns:eu-west-1:111122223333:t"}';
  const TEXT = `{"StartAt": "A",\n"States": {\n"A": {${TASK}}}}`;
  const missing = (problems: readonly object[]) =>
    problems.filter((each) => 'code' in each && each.code === 'missing-permission');

  it("in the definition's own file", async () => {
    const asl = file('m.asl.json', TEXT);
    const path = file(
      'uri.yaml',
      `Resources:\n${MACHINE('DefinitionUri: m.asl.json').replace('StepFunctions', 'Serverless').replace('RoleArn', 'Role')}`,
    );
    const [problem] = missing((await checked(path)).problems);
    assert.deepEqual(
      { ...problem, message: '' },
      { level: 'error', code: 'missing-permission', file: asl, line: 3, state: '/States/A', message: '' },
    );
    const unknown = file('unknown.asl.json', TEXT.replace('sns:publish', 'sns:nothing'));
    assert.ok((await runGenerate([unknown, '--format', 'sarif'])).stdout.includes('"startLine": 3'));
  });

  it('in a text that the template has as a block', async () => {
    const block = `DefinitionString: !Sub |\n${TEXT.replaceAll(/^/gm, '        ')}`;
    const [problem] = missing((await checked(file('block.yaml', `Resources:\n${MACHINE(block)}`))).problems);
    assert.deepEqual(Object.fromEntries(Object.entries(problem ?? {}))['line'], 9);
  });
});

describe('the text is looked at, too', () => {
  it('a key that stands twice is a warning with both lines, and the last one counts', async () => {
    const yaml = 'StartAt: A\nStates:\n  A:\n    Type: Task\n    Type: Succeed\n';
    const { stderr, stdout, status } = await runGenerate([file('twice.asl.yaml', yaml)]);
    assert.match(
      stderr,
      /twice\.asl\.yaml:5: warning: state \/States\/A: Type: the key "Type" stands twice, in lines 4 and 5 of .*; the last one counts: remove one of them \[duplicate-key\]/,
    );
    assert.match(stdout, /"Deny"/);
    assert.equal(status, 0);
    await assert.rejects(runGenerate([file('twice.asl.json', '{"a": 1, "a": 2}')]), Failure);
  });

  it('DefinitionSubstitutions and placeholders that do not meet', async () => {
    const definition =
      'Definition: {StartAt: A, States: {A: {Type: Pass, Result: "${Topic}", End: true}}}\n      DefinitionSubstitutions:\n        Topik: a\n        Used: b';
    const path = file('names.yaml', `Resources:\n${MACHINE(definition)}`);
    const { stderr } = await runGenerate([path]);
    assert.match(
      stderr,
      /names\.yaml:6: warning: M: state \/States\/A: Result has \$\{Topic\}, which DefinitionSubstitutions of M don't replace, so it stays as it is; did you mean \$\{Topik\}\?/,
    );
    assert.match(
      stderr,
      /names\.yaml:8: info: M: M\.DefinitionSubstitutions\.Topik replaces nothing: .*; did you mean Topic\?/,
    );
    assert.match(stderr, /names\.yaml:9: info: M: M\.DefinitionSubstitutions\.Used replaces nothing: .*; remove it/);
  });
});

describe('another file says what to name in its place', () => {
  for (const [name, text, advice] of [
    [
      'serverless.yml',
      'service: shop\n',
      /serverless package.*\.serverless\/cloudformation-template-update-stack\.json/,
    ],
    ['sls.yml', 'service: shop\nprovider: {name: aws}\nx: !Foo {StartAt: A, States: {}}\n', /serverless package/],
    ['serverless-compose.yml', 'services: {a: {path: a}}\n', /serverless package/],
    ['machines.yml', 'stateMachines:\n  orders: {definition: {StartAt: A}}\n', /serverless package/],
    ['main.tf', 'resource "aws_sfn_state_machine" "x" {}', /name the folder/],
    ['prod.tfvars', 'stage = "prod"', /name the folder of the \.tf files, and this file with --var-file/],
    ['x.tfplan', 'PK', /name what `terraform show -json PLAN` prints/],
    ['cdk.json', '{"app": "node app.js"}', /cdk synth/],
    ['Pulumi.yaml', 'name: shop\nruntime: nodejs', /makes no template/],
    ['Pulumi.prod.yaml', 'config: {}', /makes no template/],
    ['backend-config.json', '{"custom": {}}', /amplify build/],
    ['manifest.yml', 'name: report\ntype: Scheduled Job', /copilot job package/],
    ['manifest.json', '{"version": "36", "artifacts": {}}', /cdk\.out/],
    ['app.ts', 'const app = new App();', /source code/],
    ['samconfig.toml', 'version = 0.1', /name the template/],
    ['package.json', '{"name": "x"}', /npm package/],
    ['m.json', '{"stateMachineArn": "a", "definition": "{}"}', /--query definition/],
    ['policy.json', '{"Version": "2012-10-17", "Statement": []}', /IAM policy/],
    ['package.json', '{"StartAt": "A", "States": {}}', undefined],
    ['serverless.yml', 'Resources:\n  A: {}\n', undefined],
    ['x.json', '{"a": {"service": 1, "provider": 2}}', undefined],
  ] as const) {
    it(`${name}: ${text.slice(0, 30).trim()}`, () => {
      const found = otherFile(name, text);
      if (advice === undefined) assert.equal(found, undefined);
      else assert.match(found ?? '', advice);
    });
  }
});
