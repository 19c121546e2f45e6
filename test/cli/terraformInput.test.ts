import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { streams } from './golden.ts';

/** What someone meets who names the wrong file of Terraform's, or has a slip in it. */

const QUEUE = 'resource "aws_sqs_queue" "orders" { name = "orders-${var.stage}" }\n';
const STAGE = 'variable "stage" { default = "dev" }\n';
const ROLE = `
resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = "{}"
}
resource "aws_iam_role_policy" "orders" {
  role   = aws_iam_role.orders.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.orders.arn }] })
}
`;
const MACHINE = `resource "aws_sfn_state_machine" "orders" {
  name     = "orders"
  role_arn = aws_iam_role.orders.arn
  definition = jsonencode({
    StartAt = "Send"
    States = { Send = {
      Type       = "Task"
      Resource   = "arn:aws:states:::sqs:sendMessage"
      Parameters = { QueueUrl = aws_sqs_queue.orders.url, MessageBody = "x" }
      End        = true
    } }
  })
}
`;
const FILES = { 'main.tf': MACHINE, 'others.tf': QUEUE + STAGE + ROLE };

const planOf = (...addresses: readonly string[]) => {
  const resources = addresses.map((address) => {
    const [type, name] = address.split('.').slice(-2);
    return { address, mode: 'managed', type, name, values: { name: 'a' } };
  });
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: { resources } },
  });
};

const home = process.cwd();
let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-terraform-'));
  process.chdir(folder);
});
after(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

let count = 0;
/** The folder with these files. */
function written(files: Readonly<Record<string, string>>): string {
  const name = `f${++count}`;
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(name, file)), { recursive: true });
    writeFileSync(join(name, file), text);
  }
  return name;
}

const PIPE = streams({ columns: undefined, colour: false });
async function check(...args: readonly string[]) {
  return runCheck([...args, '--width', '200'], PIPE);
}

describe('what none of the files declares', () => {
  const slips: readonly (readonly [wrong: string, right: string, said: string])[] = [
    [
      'aws_sqs_queue.order.url',
      'aws_sqs_queue.orders.url',
      'aws_sqs_queue.order is declared nowhere; did you mean aws_sqs_queue.orders?',
    ],
    [
      'try(aws_sqs_queue.order.url, "x")',
      'aws_sqs_queue.orders.url',
      'aws_sqs_queue.order is declared nowhere; did you mean aws_sqs_queue.orders?',
    ],
    [
      'data.aws_sqs_queue.jobs.url',
      'aws_sqs_queue.orders.url',
      'data.aws_sqs_queue.jobs is declared nowhere; declare it, or correct the name',
    ],
    ['var.stag', 'aws_sqs_queue.orders.url', 'var.stag is declared nowhere; did you mean var.stage?'],
    ['local.queue', 'aws_sqs_queue.orders.url', 'local.queue is declared nowhere; declare it, or correct the name'],
    [
      'module.queue.url',
      'aws_sqs_queue.orders.url',
      'module.queue is declared nowhere; declare it, or correct the name',
    ],
  ];
  for (const [wrong, right, said] of slips) {
    it(`is an error with its line: ${wrong}`, async () => {
      const name = written({ ...FILES, 'main.tf': MACHINE.replace(right, wrong) });
      const { status, stdout } = await check(name, '--format', 'github');
      assert.equal(status, 1);
      assert.match(stdout, /^::error .*(?:line=9,title=rolefit undeclared-reference|\/main\.tf:9\))/m);
      assert.ok(stdout.includes(said), stdout);
    });
  }
  it('is said once, and the summary counts it', async () => {
    const name = written({ ...FILES, 'others.tf': (QUEUE + STAGE + ROLE).replace('var.stage', 'var.stag') });
    const { stdout } = await check(name);
    assert.match(
      stdout,
      new RegExp(`  not understood\n    var\\.stag is declared nowhere; .* \\(${name}/others\\.tf:1\\)\n`),
    );
    assert.equal(stdout.split('is declared nowhere').length, 2);
    assert.match(stdout, /checked: 1 not understood/);
  });
  it('is no error where a file that may declare it cannot be read', async () => {
    const name = written({ 'main.tf': MACHINE, 'role.tf': STAGE + ROLE, 'queue.tf.json': '{}' });
    assert.doesNotMatch((await check(name)).stdout, /declared nowhere/);
  });
  it('is not what a block declares, iterates or is', async () => {
    const extra = `
locals { names = { for k, v in { a = 1 } : k => v } }
ephemeral "aws_secretsmanager_secret_version" "s" { secret_id = "s" }
resource "aws_sqs_queue" "each" {
  for_each = local.names
  name     = each.key
  tags     = { at = terraform.workspace, root = path.root }
  lifecycle { ignore_changes = [tags] }
}
`;
    const { stdout } = await check(written({ ...FILES, 'extra.tf': extra }));
    assert.doesNotMatch(stdout, /declared nowhere/);
  });
});

describe('what is wrong in the syntax', () => {
  const slips: readonly (readonly [string, string, line: number])[] = [
    ['End        = true', 'End        = = true', 10],
    ['  })\n}', '  }\n}', 13],
    ['role_arn =', 'role_arn', 3],
  ];
  for (const [right, wrong, line] of slips) {
    it(`is told with its line: ${wrong.trim().split('\n')[0]}`, async () => {
      const name = written({ ...FILES, 'main.tf': MACHINE.replace(right, wrong) });
      const said = await check(name).then(({ stdout }) => stdout, String);
      assert.match(said, /the syntax is wrong/);
      assert.ok(said.includes(`${name}/main.tf:${line}`), said);
    });
  }
});

describe('what is wrong in a file of variables', () => {
  it('is told with the line that is wrong, in no words of the parser', async () => {
    const name = written({ ...FILES, 'prod.tfvars': 'stage =\n' });
    const { stdout } = await check(name, '--var-file', `${name}/prod.tfvars`);
    assert.ok(stdout.includes(`the syntax is wrong at "stage =" (${name}/prod.tfvars:1)`), stdout);
  });
});

describe('what is named in place of a folder', () => {
  const refused: readonly (readonly [
    title: string,
    files: Readonly<Record<string, string>>,
    args: readonly string[],
    said: RegExp,
  ])[] = [
    ['a file that is not there', FILES, ['F/man.tf'], /^F\/man\.tf: no such file; /],
    [
      'a folder above it',
      { 'infra/main.tf': MACHINE },
      ['F'],
      /no \*\.tf, .*; name a file, or a folder such as F\/infra$/,
    ],
    [
      'a plan as terraform plan writes it',
      { 'plan.out': 'PK\u0003\u0004\n' },
      ['F/plan.out'],
      /^F\/plan\.out: is a ZIP file; where it is a plan, name what `terraform show -json F\/plan\.out` prints of it$/,
    ],
    [
      'the same beside a folder',
      { ...FILES, 'plan.out': 'PK\u0003\u0004\n' },
      ['F', '--plan', 'F/plan.out'],
      /^F\/plan\.out: is a ZIP file; /,
    ],
    [
      'a plan that is not there',
      FILES,
      ['F', '--plan', 'F/p.json'],
      /^F\/p\.json: no such file; name what `terraform show -json PLAN` prints/,
    ],
    [
      'a plan of another folder',
      { ...FILES, 'p.json': planOf('aws_sns_topic.t', 'module.m.aws_sqs_queue.q') },
      ['F', '--plan', 'F/p.json'],
      /^F\/p\.json: is the plan of another folder: F declares no aws_sns_topic\.t; make one of this folder$/,
    ],
    [
      'a variable beside a plan',
      { 'p.json': planOf('aws_sqs_queue.q') },
      ['F/p.json', '--var', 'a=b'],
      /^F\/p\.json: --var is for a folder of Terraform's files, and this is a plan or a state, which has its values: /,
    ],
    [
      'a variable with a slip',
      FILES,
      ['F', '--var', 'stge=x'],
      /^F: --var: there is no variable "stge": did you mean stage\?$/,
    ],
    [
      'a state before the first apply',
      { 's.json': '{"format_version":"1.0"}' },
      ['F/s.json'],
      /^F\/s\.json: there is no aws_sfn_state_machine; name the folder that has one$/,
    ],
  ];
  for (const [title, files, args, said] of refused) {
    it(`is refused, with what to name: ${title}`, async () => {
      const name = written(files);
      const named = args.map((arg) => arg.replace(/^F/, name));
      await assert.rejects(check(...named), ({ message }: Error) => {
        assert.match(message.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), 'F'), said);
        return true;
      });
    });
  }
  it('may be a plan of a part of the folder', async () => {
    const name = written({ ...FILES, 'p.json': planOf('aws_sqs_queue.orders', 'aws_sfn_state_machine.orders') });
    assert.match((await check(name, '--plan', `${name}/p.json`)).stdout, /aws_sfn_state_machine\.orders/);
  });
});

describe('what gives a placeholder its value', () => {
  const OPEN = { ...FILES, 'others.tf': `${QUEUE}${ROLE}variable "stage" {}` };
  it('is an option of Terraform', async () => {
    const { stdout } = await runGenerate([written(OPEN), '--format', 'cloudformation']);
    assert.match(
      stdout,
      /^ +# \$\{var\.stage\} stands for nothing in this file; give its value with --var stage=VALUE$/m,
    );
  });
  it('is a plan for what no variable gives', async () => {
    const data = 'data "aws_sqs_queue" "q" {}\n';
    const machine = MACHINE.replace('aws_sqs_queue.orders.url', 'data.aws_sqs_queue.q.url');
    const { stderr } = await runGenerate([written({ ...FILES, 'main.tf': machine, 'data.tf': data })]);
    assert.match(stderr, /placeholder \$\{data\.aws_sqs_queue\.q\.url\}.* Give it with a plan \(--plan\)\. /);
  });
});
