import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runCheck } from '../../src/cli/check/command.ts';
import type { CheckJson } from '../../src/cli/check/json.ts';
import { runDiff } from '../../src/cli/diff/command.ts';
import { runExplain } from '../../src/cli/explain/command.ts';
import { runFacts } from '../../src/cli/facts/command.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { runReport } from '../../src/cli/report/command.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { streams } from '../cli/golden.ts';

const PIPE = { columns: undefined, colour: false };

const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));
const HERE = ['--region', 'eu-west-1', '--account', '111122223333'];

delete process.env['GITHUB_WORKSPACE'];
const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder of these files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolefit-tf-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

async function check(...args: readonly string[]) {
  const { stdout, status } = await runCheck([...args, '--json'], streams(PIPE));
  const json: CheckJson = JSON.parse(stdout);
  return { ...json, status };
}

/** What is missing and what is too much, without places. */
async function verdicts(...args: readonly string[]) {
  const { roles } = await check(...args, ...HERE);
  return {
    missing: roles.flatMap((role) =>
      role.machines.flatMap((machine) =>
        machine.shortfalls.map(({ verdict, state, actions, resources }) => ({
          verdict,
          state,
          actions,
          resources,
        })),
      ),
    ),
    excess: roles.flatMap((role) => role.excess.map(({ kind, actions, resources }) => ({ kind, actions, resources }))),
    open: roles.flatMap((role) => role.notEvaluated),
  };
}

const TEMPLATE = join(FIXTURES, 'template.yaml');
const WAYS = ['orders', 'heredoc', 'jsonencode', 'template_file', 'file'];

describe('one workflow, written in each way, needs and has the same', async () => {
  const sam = JSON.parse((await runGenerate([TEMPLATE, '--state-machine', 'Orders', ...HERE])).stdout);
  const judged = await verdicts(TEMPLATE);
  for (const way of WAYS) {
    it(way, async () => {
      const { stdout, stderr, status } = await runGenerate([join(FIXTURES, way), ...HERE]);
      assert.deepEqual(JSON.parse(stdout), { 'aws_sfn_state_machine.orders': sam });
      assert.equal(stderr, '');
      assert.equal(status, 0);
      assert.deepEqual(await verdicts(join(FIXTURES, way)), judged);
    });
  }
});

describe('places', () => {
  /** The way, and the file and line of the state Send and of the policy. */
  const PLACES: readonly (readonly [string, string, number, string, number])[] = [
    ['orders', 'orders/orders.asl.json', 10, 'orders/role.tf', 17],
    ['heredoc', 'heredoc/main.tf', 14, 'heredoc/role.tf', 13],
    ['jsonencode', 'jsonencode/main.tf', 17, 'jsonencode/role.tf', 13],
    ['file', 'file/orders.asl.json', 10, 'file/role.tf', 13],
  ];
  for (const [way, file, line, policyFile, policyLine] of PLACES) {
    it(`of ${way} are the state's line and the policy's`, async () => {
      const { problems } = await check(join(FIXTURES, way), ...HERE);
      const places = problems.map((each) => [each.code, each.file?.slice(FIXTURES.length + 1), each.line]);
      assert.deepEqual(places, [
        ['missing-permission', file, line],
        ['excess-permission', policyFile, policyLine],
      ]);
    });
  }

  it('stand in SARIF and in the annotations of GitHub Actions', async () => {
    const folder = join(FIXTURES, 'heredoc');
    const sarif = JSON.parse((await runCheck([folder, '--format', 'sarif'], streams(PIPE))).stdout);
    const [first] = sarif.runs[0].results;
    assert.match(first.locations[0].physicalLocation.artifactLocation.uri, /heredoc\/main\.tf$/);
    assert.equal(first.locations[0].physicalLocation.region.startLine, 14);
    const { stdout } = await runCheck([folder, '--format', 'github'], streams(PIPE));
    assert.match(stdout, /^::error file=.*heredoc\/main\.tf,line=14,/);
  });
});

describe('modules', () => {
  const MODULE = join(FIXTURES, 'module');
  it('have their state machines by address, each with the role of its instance', async () => {
    const { roles } = await check(MODULE);
    assert.deepEqual(
      roles.map(({ role, machines }) => [role, machines.map(({ label }) => label.split(' ').at(-1))]),
      ['eu', 'us'].map((key) => [
        `module.orders["${key}"].aws_iam_role.this`,
        [`module.orders["${key}"].aws_sfn_state_machine.this`],
      ]),
    );
  });

  it('have one state machine where --state-machine names its address', async () => {
    const address = 'module.orders["us"].aws_sfn_state_machine.this';
    const { roles } = await check(MODULE, '--state-machine', address);
    assert.equal(roles.length, 1);
    const { stdout } = await runGenerate([MODULE, '--state-machine', address]);
    assert.match(
      stdout,
      /sqs:\$\{AWS::Region\}:\$\{AWS::AccountId\}:\$\{module\.orders\[\\"us\\"\]\.aws_sqs_queue\.this\.name\}/,
    );
    await assert.rejects(
      runGenerate([MODULE, '--state-machine', 'x']),
      /there is no state machine x; there is module\.orders\["eu"\]/,
    );
  });

  it('have references as they are written in the module', async () => {
    const { stdout } = await runGenerate([
      MODULE,
      '--format',
      'terraform',
      '--state-machine',
      'module.orders["us"].aws_sfn_state_machine.this',
    ]);
    assert.match(stdout, /^ +aws_sqs_queue\.this\.arn,$/m);
    // The table is the root module's.
    assert.match(
      stdout,
      /"arn:aws:dynamodb:\$\{data\.aws_region\.current\.region\}:\$\{data\.aws_caller_identity\.current\.account_id\}:table\/orders"/,
    );
    assert.doesNotMatch(stdout, /^variable /m);
  });
});

describe('--format terraform', () => {
  it('refers to the resources of the folder', async () => {
    const { stdout } = await runGenerate([join(FIXTURES, 'orders'), '--format', 'terraform']);
    assert.match(stdout, /resources = \[\n +aws_sqs_queue\.orders\.arn,\n/);
    assert.match(stdout, /resources = \[\n +aws_dynamodb_table\.orders\.arn,\n/);
    assert.doesNotMatch(stdout, /variable "/);
    // The account is not needed, the Region is.
    assert.match(stdout, /^data "aws_region" "current" \{\}$/m);
    // A data source of that name is in the folder.
    assert.match(stdout, /^data "aws_iam_policy_document" "orders_2" \{$/m);
  });
});

const MACHINE = `
resource "aws_sfn_state_machine" "m" {
  name       = "m"
  definition = jsonencode({
    StartAt = "Send"
    States = { Send = {
      Type = "Task", Resource = "arn:aws:states:::sqs:sendMessage", End = true
      Parameters = { QueueUrl = var.queue_url, MessageBody = "x" }
    } }
  })
}
`;
const URL_OF = 'https://sqs.eu-west-1.amazonaws.com/111122223333/';

describe('variables', () => {
  const folder = folderOf({
    'main.tf': `variable "queue_url" { type = string }\n${MACHINE}`,
    'prod.tfvars': `queue_url = "${URL_OF}prod"\n`,
  });
  const resources = async (...args: readonly string[]) => {
    const { stdout } = await runGenerate([folder, '--state-machine', 'aws_sfn_state_machine.m', ...args]);
    const policy: Policy = JSON.parse(stdout);
    return policy.Statement.flatMap(({ Resource }) => Resource);
  };

  it('are given with --var and --var-file', async () => {
    assert.deepEqual(await resources('--var', `queue_url=${URL_OF}dev`), ['arn:aws:sqs:eu-west-1:111122223333:dev']);
    assert.deepEqual(await resources('--var-file', join(folder, 'prod.tfvars')), [
      'arn:aws:sqs:eu-west-1:111122223333:prod',
    ]);
  });

  it('without a value are placeholders, and the finding says what to do', async () => {
    const { stderr, stdout } = await runGenerate([folder]);
    assert.match(
      stderr,
      /main\.tf:\d+: warning: aws_sfn_state_machine\.m: state \/States\/Send: .*\$\{var\.queue_url\}.*with --var, or with a plan \(--plan\)/,
    );
    assert.match(stdout, /arn:aws:sqs:/);
  });

  it('that the files lack are refused', async () => {
    await assert.rejects(runGenerate([folder, '--var', 'queue=x']), /--var: there is no variable "queue"/);
    await assert.rejects(
      runGenerate([folder, '--var-file', 'nowhere.tfvars']),
      /--var-file nowhere\.tfvars: no such file/,
    );
    await assert.rejects(runGenerate([folder, '--parameter', 'A=b']), /--parameter is for templates.*--var/);
    await assert.rejects(runGenerate([TEMPLATE, '--var', 'A=b']), /--var is for a folder of Terraform's files/);
  });
});

describe('Regions', () => {
  const folder = folderOf({
    'main.tf': `
provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
provider "aws" {
  alias  = "us"
  region = "us-east-1"
}
resource "aws_sqs_queue" "here" { name = "here" }
resource "aws_sqs_queue" "there" {
  provider = aws.us
  name     = "there"
}
resource "aws_sfn_state_machine" "m" {
  name       = "m"
  definition = jsonencode({
    StartAt = "A"
    States = {
      A = { Type = "Task", Resource = "arn:aws:states:::sqs:sendMessage", Next = "B", Parameters = { QueueUrl = aws_sqs_queue.here.url, MessageBody = "x" } }
      B = { Type = "Task", Resource = "arn:aws:states:::aws-sdk:sqs:sendMessage", End = true, Parameters = { QueueUrl = aws_sqs_queue.there.url, MessageBody = "x" } }
    }
  })
}
`,
  });
  it('are those of the providers, also of another one than the state machine has', async () => {
    const { stdout } = await runGenerate([folder, '--state-machine', 'aws_sfn_state_machine.m']);
    const policy: Policy = JSON.parse(stdout);
    assert.deepEqual(
      policy.Statement.flatMap(({ Resource }) => Resource),
      ['arn:aws:sqs:eu-west-1:111122223333:here', 'arn:aws:sqs:us-east-1:111122223333:there'],
    );
  });
});

describe('facts', () => {
  it('are also those of secure parameters, which no template makes', async () => {
    const task = (name: string) =>
      `{ Type = "Task", Resource = "arn:aws:states:::aws-sdk:ssm:getParameter", End = true, Parameters = { Name = aws_ssm_parameter.${name}.name, WithDecryption = true } }`;
    const folder = folderOf({
      'main.tf': `
resource "aws_ssm_parameter" "own" {
  name   = "/own"
  type   = "SecureString"
  key_id = "0123abcd-0123-0123-0123-0123456789ab"
}
resource "aws_ssm_parameter" "plain" {
  name = "plain"
  type = "SecureString"
}
resource "aws_sfn_state_machine" "m" {
  name       = "m"
  definition = jsonencode({ StartAt = "P", States = { P = { Type = "Parallel", End = true, Branches = [
    { StartAt = "A", States = { A = ${task('own')} } },
    { StartAt = "B", States = { B = ${task('plain')} } },
  ] } } })
}
`,
    });
    const { stdout } = await runFacts([folder, '--json', ...HERE]);
    assert.deepEqual(JSON.parse(stdout), {
      resources: {
        'arn:aws:ssm:eu-west-1:111122223333:parameter/own': {
          key: 'arn:aws:kms:eu-west-1:111122223333:key/0123abcd-0123-0123-0123-0123456789ab',
        },
        'arn:aws:ssm:eu-west-1:111122223333:parameter/plain': { key: 'none' },
      },
      unknown: [],
    });
  });
});

describe('expressions of JSONata', () => {
  it('keep the quotes of addresses', async () => {
    const folder = folderOf({
      'main.tf': `
resource "aws_sqs_queue" "q" {
  for_each = toset(["eu"])
}
resource "aws_sfn_state_machine" "m" {
  name       = "m"
  definition = jsonencode({
    QueryLanguage = "JSONata"
    StartAt = "A"
    States = { A = {
      Type = "Task", Resource = "arn:aws:states:::sqs:sendMessage", End = true
      Arguments = { QueueUrl = "{% \\"\${aws_sqs_queue.q["eu"].url}\\" %}", MessageBody = "x" }
    } }
  })
}
`,
    });
    const { stdout, stderr } = await runGenerate([folder, '--state-machine', 'aws_sfn_state_machine.m']);
    const policy: Policy = JSON.parse(stdout);
    assert.deepEqual(policy.Statement[0]?.Resource, [
      'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${aws_sqs_queue.q["eu"].name}',
    ]);
    assert.equal(stderr, '');
  });
});

describe('what could not be evaluated', () => {
  const folder = folderOf({
    'main.tf': `
variable "names" { type = set(string) }
module "registry" {
  source  = "terraform-aws-modules/step-functions/aws"
  version = "4.0.0"
}
resource "aws_instance" "i" { count = length(var.names) }
resource "aws_sqs_queue" "q" { count = length(var.names) }
resource "aws_sfn_state_machine" "m" {
  name       = "m"
  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Succeed" } } })
}
resource "aws_sfn_state_machine" "unread" {
  name       = "unread"
  definition = file("nowhere.json")
}
`,
  });
  it('is said with its place, where it may matter', async () => {
    const { stderr, status } = await runGenerate([folder]);
    const lines = stderr.split('\n').flatMap((line) => /main\.tf:(\d+: \w+: .*)/.exec(line)?.[1] ?? []);
    assert.equal(status, 1);
    assert.equal(lines.length, 3, stderr);
    assert.match(
      lines[0] ?? '',
      /^13: error: .*aws_sfn_state_machine\.unread: its definition cannot be evaluated: .*"nowhere\.json" .*\/main\.tf:15\)/,
    );
    assert.match(
      lines[1] ?? '',
      /^3: warning: aws_sfn_state_machine\.m: module\.registry: .*run terraform init, or give a plan \[unread-terraform\]/,
    );
    assert.match(lines[2] ?? '', /^8: info: aws_sfn_state_machine\.m: aws_sqs_queue\.q: /);
  });
});

describe('a role of elsewhere', () => {
  it('is unchecked, and the message says what it is', async () => {
    const folder = folderOf({
      'main.tf': `data "aws_iam_role" "r" { name = "r" }
variable "queue_url" { default = "${URL_OF}q" }
${MACHINE.replace('name       = "m"', 'name = "m"\n  role_arn = data.aws_iam_role.r.arn')}`,
    });
    const { status, problems } = await check(folder);
    assert.equal(status, 2);
    assert.match(JSON.stringify(problems), /\$\{data\.aws_iam_role\.r\.arn\} is no role of these files/);
  });
});

describe('a file that is read and not interpolated', () => {
  it('leaves placeholders, which is said with its line', async () => {
    const folder = folderOf({
      'main.tf': 'resource "aws_sfn_state_machine" "m" {\n  name = "m"\n  definition = file("m.json")\n}\n',
      'm.json': `{"StartAt":"A","States":{"A":{"Type":"Task",\n"Resource":"\${function_arn}","End":true}}}`,
    });
    const { stderr } = await runGenerate([folder]);
    assert.match(
      stderr,
      /m\.json:2: warning: .*Resource has \$\{function_arn\}, which nothing replaces: read the file with templatefile/,
    );
  });
});

describe('every command reads a folder', () => {
  const folder = join(FIXTURES, 'orders');
  it('explain', async () => {
    const { stdout, status } = await runExplain([folder], streams(PIPE));
    assert.equal(status, 0);
    assert.match(stdout, /from\s+Terraform \(.*common\.tf:11\s+aws_kms_alias\.queue\)/);
  });
  it('facts', async () => {
    const { stdout } = await runFacts([folder, ...HERE]);
    assert.match(
      stdout,
      /from Terraform \(.*common\.tf:6 aws_sqs_queue\.orders\)\n +key: arn:aws:kms:eu-west-1:111122223333:alias\/orders/,
    );
  });
  it('report', async () => {
    const { stdout, status } = await runReport([folder], false);
    assert.equal(status, 0);
    assert.match(stdout, /sqs:SendMessage/);
  });
  it('diff, also of two ways of writing the same', async () => {
    const { status, stdout } = await runDiff([folder, join(FIXTURES, 'heredoc'), '--exit-code'], streams(PIPE));
    assert.equal(status, 0, stdout);
  });
  it('diff with a commit of git', async () => {
    const old = 'git:HEAD:test/terraform/fixtures/heredoc';
    const { status, stdout } = await runDiff([old, folder, '--exit-code', ...HERE], streams(PIPE));
    assert.equal(status, 0, stdout);
  });
});

describe('a file of Terraform in place of the folder', () => {
  it('stands for the folder that it is in', async () => {
    const [file, folder] = await Promise.all(
      ['heredoc/main.tf', 'heredoc'].map((name) => runGenerate([join(FIXTURES, name)])),
    );
    const none = join(folderOf({ 'state.json': '{"format_version":"1.0","terraform_version":"1.9.0"}' }), 'state.json');
    await assert.rejects(runGenerate([none]), /is no plan and no state of Terraform's/);
    assert.deepEqual(file, folder);
    const empty = folderOf({ 'main.tf': 'locals {}\n' });
    await assert.rejects(runGenerate([empty]), /there is no aws_sfn_state_machine/);
  });
});
