import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TerraformOptions } from '../../src/terraform/configuration.ts';
import { configurationOf, expressionValue, shown } from './folder.ts';

type Files = Readonly<Record<string, string>> | string;

async function unreadIn(files: Files, options?: TerraformOptions): Promise<readonly string[]> {
  const { unread } = await configurationOf(files, options);
  return unread.map(({ place, address, why }) => `${place.file}:${place.line}${address ? ` ${address}` : ''}: ${why}`);
}

/** `address name = value` of each argument. */
async function argumentsIn(files: Files, options?: TerraformOptions): Promise<readonly string[]> {
  const { resources } = await configurationOf(files, options);
  return resources.flatMap(({ address, arguments: given }) =>
    [...given].map(([name, value]) => `${address} ${name} = ${shown(value)}`),
  );
}

describe('what cannot be read is named with its file and line', () => {
  const cases: readonly (readonly [string, Files, readonly string[], TerraformOptions?])[] = [
    [
      'wrong syntax, in spite of which the rest is read',
      'resource "a" "b" {\n  c = [1,\n}\nresource "d" "e" { f = 1 }\n',
      ['main.tf:3: the syntax is wrong at "}"'],
    ],
    [
      'a file in JSON',
      { 'main.tf.json': '{}' },
      ['main.tf.json:1: Terraform files in JSON are not read: write it in HCL'],
    ],
    [
      'a module of a registry',
      'module "m" {\n  source = "terraform-aws-modules/sqs/aws"\n}\n',
      [
        'main.tf:1 module.m: the module "m" from "terraform-aws-modules/sqs/aws" is not in the folder: run terraform init, or give a plan',
      ],
    ],
    [
      'a folder without files',
      'module "m" { source = "./gone" }',
      ['main.tf:1 module.m: the folder gone of the module "m" has no Terraform files'],
    ],
    [
      'locals that refer to each other',
      'locals {\n  a = local.b\n  b = local.a\n}\nresource "r" "it" { v = local.a }',
      ['main.tf:2: local.a refers to itself'],
    ],
    [
      'instances of which nobody knows how many there are',
      'variable "n" { type = number }\nresource "r" "it" {\n  count = var.n\n}\n',
      ['main.tf:2 r.it: which instances there are is not known, one stands for all: variable "n" has no value'],
    ],
    [
      'for_each of a tuple, which Terraform refuses',
      'resource "r" "it" {\n  for_each = ["a"]\n}\n',
      [
        'main.tf:1 r.it: which instances there are is not known, one stands for all: for_each is no map and no set of texts',
      ],
    ],
    [
      'a value for a variable that is not there',
      'variable "name" {}',
      ['--var:1: there is no variable "nam": did you mean name?'],
      { variables: [{ kind: 'value', name: 'nam', value: 'x' }] },
    ],
    [
      'a value that is no expression',
      'variable "names" { type = list(string) }',
      ['--var:1: the value of "names" is no expression: quote its texts'],
      { variables: [{ kind: 'value', name: 'names', value: '[a b' }] },
    ],
    [
      'a file of variables that is not there',
      '',
      ['prod.tfvars:1: the file of variables cannot be read'],
      { variables: [{ kind: 'file', path: 'prod.tfvars' }] },
    ],
    [
      'a file of variables in wrong JSON',
      { 'main.tf': '', 'terraform.tfvars.json': '[]' },
      ['terraform.tfvars.json:1: the file of variables is no object'],
    ],
  ];
  for (const [name, files, expected, options] of cases) {
    it(name, async () => assert.deepEqual(await unreadIn(files, options), expected));
  }

  it('and nothing is told of files that are read whole', async () => {
    assert.deepEqual(await unreadIn('variable "x" {}\nresource "r" "it" { v = var.x }'), []);
  });
});

describe('arguments', () => {
  it('have nested blocks as lists of objects, with dynamic ones written out', async () => {
    const text = `
      data "aws_iam_policy_document" "d" {
        statement {
          actions = ["a"]
          principals {
            type        = "Service"
            identifiers = ["states.amazonaws.com"]
          }
        }
        dynamic "statement" {
          for_each = { b = "x", c = "y" }
          iterator = each_one
          content {
            actions = ["\${each_one.key}\${each_one.value}"]
            dynamic "condition" {
              for_each = each_one.key == "c" ? [1, 2] : []
              content { values = [condition.value] }
            }
          }
        }
        lifecycle { ignore_changes = all }
      }
    `;
    assert.deepEqual(await argumentsIn(text), [
      'data.aws_iam_policy_document.d statement = [{"actions":["a"],"principals":[{"identifiers":["states.amazonaws.com"],"type":"Service"}]},{"actions":["bx"]},{"actions":["cy"],"condition":[{"values":[1]},{"values":[2]}]}]',
    ]);
    const { resources } = await configurationOf(text);
    assert.deepEqual(
      [...(resources[0]?.places ?? [])].map(([name, { line }]) => [name, line]),
      [
        ['statement[0]', 3],
        ['statement[1]', 10],
        ['statement[2]', 10],
        ['statement', 3],
      ],
    );
  });

  it('are unknown as a whole where a dynamic block is, though others of its type are known', async () => {
    const text =
      'variable "x" {}\nresource "r" "it" {\n  b { c = 1 }\n  dynamic "b" {\n    for_each = var.x\n    content {}\n  }\n}\n';
    assert.deepEqual(await argumentsIn(text), ['r.it b = ${? variable "x" has no value}']);
  });

  it('have no meta-arguments', async () => {
    const text =
      'resource "r" "it" {\n  count = 1\n  provider = aws.eu\n  depends_on = [r.other]\n  v = 1\n  lifecycle { prevent_destroy = true }\n  provisioner "local-exec" { command = "x" }\n}\n';
    assert.deepEqual(await argumentsIn(text), ['r.it[0] v = 1']);
  });

  it('have the place of the argument, in its module', async () => {
    const { resources } = await configurationOf({
      'main.tf': 'module "m" { source = "./modules/m" }',
      'modules/m/main.tf': '\nresource "r" "it" {\n\n  v = [\n    1,\n  ]\n}\n',
    });
    assert.deepEqual(resources[0]?.place, { file: 'modules/m/main.tf', line: 2 });
    assert.deepEqual(resources[0]?.places.get('v'), { file: 'modules/m/main.tf', line: 4 });
  });
});

describe('providers', () => {
  const files = {
    'main.tf': `
      variable "account" { default = "111122223333" }
      provider "aws" {
        region              = "eu-west-1"
        allowed_account_ids = [var.account]
      }
      provider "aws" {
        alias  = "us"
        region = "us-east-1"
        assume_role { role_arn = "arn:aws:iam::444455556666:role/deploy" }
      }
      resource "aws_sqs_queue" "plain" {}
      resource "aws_sqs_queue" "us" { provider = aws.us }
      resource "aws_sqs_queue" "own" { region = "eu-north-1" }
      module "inherits" { source = "./m" }
      module "passed" {
        source    = "./m"
        providers = { aws = aws.us }
      }
    `,
    'm/main.tf': 'resource "aws_sqs_queue" "q" {}',
  };

  it('tell Region and account, by alias and through modules', async () => {
    const { resources } = await configurationOf(files);
    assert.deepEqual(
      resources.map(({ address, provider: { region, accountId } }) => `${address} ${region} ${accountId}`),
      [
        'aws_sqs_queue.plain eu-west-1 111122223333',
        'aws_sqs_queue.us us-east-1 444455556666',
        'aws_sqs_queue.own eu-north-1 111122223333',
        'module.inherits.aws_sqs_queue.q eu-west-1 111122223333',
        'module.passed.aws_sqs_queue.q us-east-1 444455556666',
      ],
    );
  });

  it('tell nothing where a variable has no value', async () => {
    const { resources } = await configurationOf(
      'variable "r" {}\nprovider "aws" { region = var.r }\nresource "aws_sqs_queue" "q" {}',
    );
    assert.deepEqual(resources[0]?.provider, {});
  });
});

describe('files', () => {
  it('of installed modules are found by .terraform/modules/modules.json', async () => {
    const files = {
      'main.tf': 'module "q" {\n  source = "terraform-aws-modules/sqs/aws"\n  name   = "x"\n}\n',
      '.terraform/modules/modules.json': JSON.stringify({
        Modules: [
          { Key: '', Source: '', Dir: '.' },
          { Key: 'q', Source: 'registry.terraform.io/terraform-aws-modules/sqs/aws', Dir: '.terraform/modules/q' },
          { Key: 'q.inner', Source: 'git::https://example.com/inner', Dir: '.terraform/modules/q.inner' },
        ],
      }),
      '.terraform/modules/q/main.tf':
        'variable "name" {}\nmodule "inner" {\n  source = "git::https://example.com/inner"\n  name = var.name\n}\n',
      '.terraform/modules/q.inner/main.tf': 'variable "name" {}\nresource "aws_sqs_queue" "this" { name = var.name }\n',
    };
    assert.deepEqual(await argumentsIn(files), ['module.q.module.inner.aws_sqs_queue.this name = "x"']);
  });

  it('of OpenTofu take the place of Terraform’s', async () => {
    const files = {
      'a.tf': 'resource "r" "a" { v = "tf" }',
      'a.tofu': 'resource "r" "a" { v = "tofu" }',
      'b.tf': 'resource "r" "b" { v = "tf" }',
    };
    assert.deepEqual(await argumentsIn(files), ['r.a v = "tofu"', 'r.b v = "tf"']);
  });

  it('are read by path.module, by the folder’s own path and from above', async () => {
    const files = { 'x.json': 'x', 'm/y.json': 'y', '../z.json': 'z' };
    const options = { directory: '/work/infra' };
    assert.equal(shown(await expressionValue('file("${path.module}/x.json")', files)), '"x"');
    assert.equal(shown(await expressionValue('file("./m/../m/y.json")', files)), '"y"');
    assert.equal(shown(await expressionValue('file("${path.cwd}/x.json")', files, options)), '"x"');
    assert.equal(shown(await expressionValue('file("../z.json")', files)), '"z"');
  });

  it('that are no text are not known', async () => {
    const value = await expressionValue('filebase64("lambda.zip")', { 'lambda.zip': 'PK\ufffd\ufffd' });
    assert.equal(shown(value), '${? the file is no text}');
  });

  it('are rendered by data sources and templatefile alike', async () => {
    const files = {
      'main.tf': `
        resource "aws_sqs_queue" "q" {}
        data "template_file" "t" {
          template = file("\${path.module}/t.tpl")
          vars     = { url = aws_sqs_queue.q.url, n = 3 }
        }
        data "local_file" "f" { filename = "x.json" }
      `,
      't.tpl': '{"Url": "${url}", "N": ${n + 1}%{ if n == "3" }, "Three": true%{ endif }}',
      'x.json': '{}',
    };
    const expected = '{"Url": "${aws_sqs_queue.q.url}", "N": 4, "Three": true}';
    assert.equal(shown(await expressionValue('data.template_file.t.rendered', files)), expected);
    const call = 'templatefile("t.tpl", { url = aws_sqs_queue.q.url, n = "3" })';
    assert.equal(shown(await expressionValue(call, files)), expected);
    assert.equal(shown(await expressionValue('data.local_file.f.content', files)), '"{}"');
  });

  it('of templates name their own lines', async () => {
    const value = await expressionValue('templatefile("./t.tpl", {})', { 't.tpl': 'a\n\n${gone}\n' });
    assert.ok(value.kind === 'unknown');
    assert.deepEqual(value.place, { file: 't.tpl', line: 3 });
  });
});

describe('options', () => {
  it('say the workspace', async () => {
    assert.equal(shown(await expressionValue('terraform.workspace', {}, { workspace: 'prod' })), '"prod"');
  });

  it('give variables as texts where they are texts, and as expressions elsewhere', async () => {
    const files = {
      'main.tf': 'variable "text" {}\nvariable "list" { type = list(string) }\nvariable "number" { type = number }',
    };
    const options: TerraformOptions = {
      variables: [
        { kind: 'value', name: 'text', value: '["a"]' },
        { kind: 'value', name: 'list', value: '["a"]' },
        { kind: 'value', name: 'number', value: '5' },
      ],
    };
    assert.equal(
      shown(await expressionValue('[var.text, var.list, var.number]', files, options)),
      '["[\\"a\\"]",["a"],5]',
    );
  });

  it('disabled resources are none: OpenTofu’s lifecycle.enabled', async () => {
    assert.deepEqual(await argumentsIn('resource "r" "it" {\n  v = 1\n  lifecycle { enabled = false }\n}\n'), []);
  });
});
