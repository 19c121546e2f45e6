import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import { runDiff } from '../../src/cli/diff/command.ts';
import { runExplain } from '../../src/cli/explain/command.ts';
import { runFacts } from '../../src/cli/facts/command.ts';
import { Failure } from '../../src/cli/failure.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { runReport } from '../../src/cli/report/command.ts';

const root = mkdtempSync(join(tmpdir(), 'rolefit-projects-'));
after(() => rmSync(root, { recursive: true }));

const STREAMS = { stdout: { isTTY: false }, stderr: { isTTY: false, write: () => true }, env: {} };

/** A folder with these files. Each is as old as its place in the order says: the last one is the newest. */
function folder(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(root, 'project-'));
  for (const [index, [name, text]] of Object.entries(files).entries()) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, 1_000_000 + index, 1_000_000 + index);
  }
  return path;
}

const DEFINITION = JSON.stringify({
  StartAt: 'Send',
  States: {
    Send: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs', MessageBody: 'x' },
      End: true,
    },
  },
});

function template(id: string): string {
  const RoleArn = { 'Fn::GetAtt': ['Role', 'Arn'] };
  const Properties = { RoleArn, DefinitionString: DEFINITION };
  const Resources = {
    [id]: { Type: 'AWS::StepFunctions::StateMachine', Properties },
    Role: { Type: 'AWS::IAM::Role', Properties: {} },
  };
  return JSON.stringify({ Resources });
}

const TERRAFORM = `resource "aws_sfn_state_machine" "m" {
  name       = "m"
  role_arn   = aws_iam_role.r.arn
  definition = jsonencode(${DEFINITION})
}
resource "aws_iam_role" "r" {
  name = "r"
  assume_role_policy = "{}"
}
`;

const STACK = { type: 'aws:cloudformation:stack', properties: { templateFile: 'S.template.json' } };
const MANIFEST = JSON.stringify({ version: '48.0.0', artifacts: { S: STACK } });
const app = (at: string) => ({ [`${at}/S.template.json`]: template('InApp'), [`${at}/manifest.json`]: MANIFEST });

const COMPILED = '.serverless/cloudformation-template-update-stack.json';
const BUCKET = '{"Resources": {"B": {"Type": "AWS::S3::Bucket"}}}';

async function machinesIn(path: string) {
  const { stdout, stderr } = await runCheck([path, '--json'], STREAMS);
  const { roles }: { roles: { machines: { label: string }[] }[] } = JSON.parse(stdout);
  const ids = roles.flatMap(({ machines }) => machines.map(({ label }) => label.replace(/^.* /, '')));
  return { ids, stderr: stderr.replaceAll(path, 'FOLDER') };
}

describe("a project's folder is read as its tool has it", () => {
  const CASES: readonly (readonly [
    tool: string,
    files: Readonly<Record<string, string>>,
    ids: string[],
    said: string,
  ])[] = [
    [
      'the Serverless Framework',
      {
        'serverless.yml': 'service: s',
        [COMPILED]: template('M'),
        '.serverless/serverless-state.json': `{"a": ${template('X')}}`,
      },
      ['M'],
      `found the Serverless Framework; reading ${COMPILED}`,
    ],
    ['the AWS CDK', { 'cdk.json': '{"app": "x"}', ...app('cdk.out') }, ['InApp'], 'found the AWS CDK; reading cdk.out'],
    [
      'the AWS CDK with a folder of its own',
      { 'cdk.json': '{"app": "x", "output": "build/out"}', ...app('build/out') },
      ['InApp'],
      'found the AWS CDK; reading build/out',
    ],
    [
      'AWS SAM, whose template counts and not what was built of it',
      { 'template.yaml': template('M'), '.aws-sam/build/template.yaml': template('Old') },
      ['M'],
      'found AWS SAM; reading template.yaml',
    ],
    [
      'AWS SAM, of which only the build is there',
      { '.aws-sam/build/template.yaml': template('Built') },
      ['Built'],
      'found AWS SAM; reading .aws-sam/build/template.yaml',
    ],
    [
      'Amplify Gen 2',
      { 'amplify/backend.ts': '', ...app('.amplify/artifacts/cdk.out') },
      ['InApp'],
      'found Amplify Gen 2; reading .amplify/artifacts/cdk.out',
    ],
    [
      'Amplify Gen 1, all of whose templates with state machines are read',
      {
        'amplify/backend/backend-config.json': '{}',
        'amplify/backend/storage/files/files-cloudformation-template.json': BUCKET,
        'amplify/backend/custom/a/a-cloudformation-template.json': template('A'),
        'amplify/backend/custom/b/build/b-cloudformation-template.json': template('B'),
      },
      ['A', 'B'],
      'found Amplify Gen 1; reading amplify/backend/custom/a/a-cloudformation-template.json, amplify/backend/custom/b/build/b-cloudformation-template.json',
    ],
    [
      'AWS Copilot, with what was packaged and with addons',
      {
        'copilot/.workspace': 'application: shop',
        'copilot/api/manifest.yml': 'name: api',
        'copilot/api/addons/flow.yml': template('Addon'),
        'copilot/api/addons/files.yml': BUCKET,
        'infrastructure/report-test.stack.yml': template('StateMachine'),
      },
      ['Addon', 'StateMachine'],
      'found AWS Copilot; reading copilot/api/addons/flow.yml, infrastructure/report-test.stack.yml',
    ],
    [
      'templates of any name',
      { 'a.yaml': template('A'), 'b.json': template('B'), 'c.yml': BUCKET, 'd.yaml': 'key: value' },
      ['A', 'B'],
      'found CloudFormation; reading a.yaml, b.json',
    ],
  ];
  for (const [tool, files, ids, said] of CASES) {
    it(tool, async () => {
      const found = await machinesIn(folder(files));
      assert.deepEqual(found.ids, ids);
      assert.equal(found.stderr, `FOLDER: info: ${said} [project]\n`);
    });
  }

  it('and so are the folders that are a part of one', async () => {
    const serverless = folder({ 'serverless.yml': 'service: s', [COMPILED]: template('M') });
    const sam = folder({ 'template.yaml': template('M'), '.aws-sam/build/template.yaml': template('Built') });
    const amplify = folder({ 'amplify/backend.ts': '', ...app('.amplify/artifacts/cdk.out') });
    for (const [path, ids] of [
      [join(serverless, '.serverless'), ['M']],
      [join(sam, '.aws-sam'), ['Built']],
      [join(sam, '.aws-sam/build'), ['Built']],
      [join(amplify, 'amplify'), ['InApp']],
      [join(amplify, '.amplify/artifacts/cdk.out'), ['InApp']],
    ] as const) {
      assert.deepEqual((await machinesIn(path)).ids, ids, path);
    }
  });

  it('and of several tools the one that is named, or that an option is about', async () => {
    const path = folder({ 'main.tf': `variable "x" {}\n${TERRAFORM}`, 'template.yaml': template('M') });
    for (const args of [[join(path, 'main.tf')], [path, '--var', 'x=1']]) {
      const { stdout, stderr } = await runGenerate(args);
      assert.equal(stderr.includes('found Terraform; reading main.tf [project]'), args[0] === path);
      assert.deepEqual(Object.keys(JSON.parse(stdout)), ['aws_sfn_state_machine.m']);
    }
    assert.deepEqual((await machinesIn(join(path, 'template.yaml'))).ids, ['M']);
    await assert.rejects(
      runGenerate([path]),
      (error) => error instanceof Failure && error.message.endsWith(`for Terraform name ${path}/main.tf`),
    );
  });

  it('definitions are read where no tool has any', async () => {
    const path = folder({
      'flows/a.asl.json': DEFINITION,
      'flows/b.asl.yaml': 'StartAt: A\nStates: {A: {Type: Task}}',
      'node_modules/x/c.asl.json': DEFINITION,
      'Pulumi.yaml': 'name: p',
    });
    const { stdout, stderr, status } = await runGenerate([path]);
    assert.deepEqual(Object.keys(JSON.parse(stdout)), [join(path, 'flows/a.asl.json')]);
    assert.match(
      stderr,
      /: info: found Pulumi, and definitions; reading flows\/a\.asl\.json, flows\/b\.asl\.yaml \[project\]/,
    );
    assert.match(stderr, /b\.asl\.yaml: error: .*field Resource: is missing/);
    assert.equal(status, 1);
  });

  it('definitions of two folders are compared by their paths in them', async () => {
    const pass = 'StartAt: A\nStates: {A: {Type: Succeed}}';
    const old = folder({ 'a/flow.asl.json': DEFINITION, 'b/flow.asl.yaml': pass });
    const now = folder({ 'a/flow.asl.json': DEFINITION, 'b/flow.asl.yaml': pass, 'c.asl.yaml': pass });
    const { stdout } = await runDiff([old, now, '--json'], STREAMS);
    const { stateMachines }: { stateMachines: { label: string; status: string }[] } = JSON.parse(stdout);
    assert.deepEqual(
      stateMachines.map(({ label, status }) => `${label} ${status}`),
      ['a/flow.asl.json same', 'b/flow.asl.yaml same', 'c.asl.yaml added'],
    );
  });

  it('by every command, and what was read is never in the output', async () => {
    const path = folder({ 'template.yaml': template('M') });
    const outputs = await Promise.all([
      runCheck([path, '--json'], STREAMS),
      runGenerate([path, '--json']),
      runExplain([path, '--json'], STREAMS),
      runFacts([path, '--json']),
      runReport([path], false),
      runDiff([path, path, '--json'], STREAMS),
    ]);
    for (const { stdout, stderr } of outputs) {
      assert.match(stderr, /^\S+: info: found AWS SAM; reading template\.yaml \[project\]$/m);
      assert.doesNotMatch(stdout, /found AWS SAM/);
    }
  });
});

describe('what is not clear is refused, with what to do', () => {
  const CASES: readonly (readonly [what: string, files: Readonly<Record<string, string>>, said: RegExp])[] = [
    [
      'several tools',
      { 'template.yaml': template('M'), 'serverless.yml': '', ...app('cdk.out') },
      /^FOLDER: has projects of several tools; choose one: for the Serverless Framework run `serverless package`, which writes \.serverless; for the AWS CDK name FOLDER\/cdk\.out; for AWS SAM name FOLDER\/template\.yaml$/,
    ],
    [
      'a Serverless service that is not packaged',
      { 'serverless.ts': '' },
      /^FOLDER: is a project of the Serverless Framework: run `serverless package`, which writes \.serverless, and try again$/,
    ],
    ['a CDK app that is not synthesized', { 'cdk.json': '{}' }, /the AWS CDK: run `cdk synth`, which writes cdk\.out,/],
    ['Amplify Gen 2 without a sandbox', { 'amplify/backend.ts': '' }, /Amplify Gen 2: run `npx ampx sandbox`/],
    ['Amplify Gen 1', { 'amplify/backend/backend-config.json': '{}' }, /Amplify Gen 1: run `amplify build`/],
    [
      'Copilot',
      { 'copilot/report/manifest.yml': 'type: Scheduled Job' },
      /AWS Copilot: run `copilot job package --name JOB/,
    ],
    [
      'Pulumi',
      { 'Pulumi.yaml': 'name: p' },
      /is a project of Pulumi: Pulumi makes no template: name the file of the def/,
    ],
    [
      'nothing',
      { 'README.md': '', 'manifest.json': '{"name": "a web app"}', 'template.yaml': BUCKET },
      /^FOLDER: has nothing that is read: no template with a state machine, no cdk\.out, no \.serverless, no \.aws-sam, no \*\.tf, no \*\.asl\.json; name a file$/,
    ],
  ];
  for (const [what, files, said] of CASES) {
    it(what, async () => {
      const path = folder(files);
      const message = await runCheck([path], STREAMS).then(
        () => assert.fail('is read'),
        (error) => (error instanceof Failure ? error.message : assert.fail(String(error))),
      );
      assert.match(message.replaceAll(path, 'FOLDER'), said);
    });
  }
});

describe('a build that is older than its sources is read with a warning', () => {
  const CASES: readonly (readonly [
    what: string,
    files: Readonly<Record<string, string>>,
    target: string,
    warning: string | undefined,
  ])[] = [
    [
      'serverless.yml',
      { [COMPILED]: template('M'), 'serverless.yml': '' },
      '',
      'serverless.yml is newer than what is read; run `serverless package`',
    ],
    [
      'a file that it takes in',
      { 'serverless.yml': '${file(flows/a.yml):a}', [COMPILED]: template('M'), 'flows/a.yml': '' },
      COMPILED,
      'flows/a.yml is newer than what is read; run `serverless package`',
    ],
    [
      'a template of SAM, where the build is named',
      { '.aws-sam/build/template.yaml': template('M'), 'template.yaml': template('M') },
      '.aws-sam/build/template.yaml',
      'template.yaml is newer than what is read; run `sam build`',
    ],
    [
      "a CDK app's sources",
      { 'cdk.json': '{}', ...app('cdk.out'), 'bin/app.ts': '', 'lib/stack.ts': '' },
      'cdk.out',
      'bin/app.ts and 1 more are newer than what is read; run `cdk synth`',
    ],
    [
      'but not its tests, or what a compiler wrote',
      {
        'cdk.json': '{}',
        'tsconfig.json': '{}',
        ...app('cdk.out'),
        'test/a.ts': '',
        'lib/a.test.ts': '',
        'lib/a.js': '',
        'lib/a.d.ts': '',
        'node_modules/a.ts': '',
      },
      '',
      undefined,
    ],
    ['nor where the build is the newest', { 'serverless.yml': '', [COMPILED]: template('M') }, '', undefined],
  ];
  for (const [what, files, target, warning] of CASES) {
    it(what, async () => {
      const path = folder(files);
      const { stderr } = await runCheck([join(path, target), '--json'], STREAMS);
      const lines = stderr.split('\n').filter((line) => line.includes('[stale-build]'));
      assert.equal(lines.length, warning === undefined ? 0 : 1, stderr);
      if (warning !== undefined) assert.ok(lines[0]?.includes(`: warning: ${path}/${warning} again if`), lines[0]);
    });
  }
});
