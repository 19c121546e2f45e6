import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expressionValue, shown } from './folder.ts';

const FILES = {
  'main.tf': `
variable "environment" { type = string }
variable "prefix" {
  type    = string
  default = "app"
}
variable "extra" { type = list(string) }
variable "settings" { type = object({ name = string, retries = number }) }
variable "anything" {}
locals {
  name = "\${var.prefix}-orders"
}
resource "aws_sqs_queue" "q" {
  name       = local.name
  fifo_queue = true
}
resource "aws_sqs_queue" "open" { name = "\${var.environment}-open" }
resource "aws_sqs_queue" "unnamed" { name = null }
resource "aws_sqs_queue" "each" {
  for_each = toset(["eu", "us"])
  name     = each.key
}
resource "aws_iam_role" "maybe" {
  count = var.environment == "prod" ? 1 : 0
  name  = "maybe"
}
resource "aws_iam_role" "made" {
  count = 1
  name  = "made"
}
data "aws_caller_identity" "current" {}
data "aws_region" "current" {}
data "aws_iam_policy_document" "d" {
  statement { actions = ["sqs:SendMessage"] }
}
module "queue" {
  source = "./queue"
  arn    = aws_sqs_queue.q.arn
}
module "away" { source = "terraform-aws-modules/lambda/aws" }
`,
  'queue/main.tf': `
variable "arn" {}
resource "aws_sns_topic" "t" { name = "t" }
output "arn" { value = var.arn }
output "topic" { value = aws_sns_topic.t.arn }
`,
};

/** What an apply tells stays a reference, with all that is known around it. */
describe('what is not known', () => {
  const cases: readonly (readonly [string, string])[] = [
    // An attribute that the files give is its value; any other is a reference.
    ['aws_sqs_queue.q.name', '"app-orders"'],
    ['aws_sqs_queue.q.fifo_queue', 'true'],
    ['aws_sqs_queue.q.arn', '${aws_sqs_queue.q.arn}'],
    ['aws_sqs_queue.q["url"]', '${aws_sqs_queue.q.url}'],
    ['aws_sqs_queue.unnamed.name', '${aws_sqs_queue.unnamed.name}'],
    ['aws_sqs_queue.open.name', '${? variable "environment" has no value}-open'],
    ['aws_sqs_queue.each["eu"].arn', '${aws_sqs_queue.each["eu"].arn}'],
    ['aws_sqs_queue.each["eu"].name', '"eu"'],
    ['aws_iam_role.made[0].arn', '${aws_iam_role.made[0].arn}'],
    ['data.aws_caller_identity.current.account_id', '${data.aws_caller_identity.current.account_id}'],
    ['data.aws_iam_policy_document.d.json', '${data.aws_iam_policy_document.d.json}'],
    ['module.queue.arn', '${aws_sqs_queue.q.arn}'],
    ['module.queue.topic', '${module.queue.aws_sns_topic.t.arn}'],
    // Texts keep what is known.
    [
      '"arn:aws:sqs:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:${local.name}"',
      'arn:aws:sqs:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:app-orders',
    ],
    ['"${aws_sqs_queue.q.arn}"', '${aws_sqs_queue.q.arn}'],
    ['format("%s:*", aws_sqs_queue.q.arn)', '${aws_sqs_queue.q.arn}:*'],
    ['join(":", [aws_sqs_queue.q.arn, "*"])', '${aws_sqs_queue.q.arn}:*'],
    ['replace("arn-X-y", "X", aws_sqs_queue.q.name)', '"arn-app-orders-y"'],
    ['replace("<X>", "X", aws_sqs_queue.q.url)', '<${aws_sqs_queue.q.url}>'],
    ['trimspace(<<-EOT\n    ${aws_sqs_queue.q.arn}\n  EOT\n)', '${aws_sqs_queue.q.arn}'],
    ['trimspace(" ${aws_sqs_queue.q.arn}:* ")', '${aws_sqs_queue.q.arn}:*'],
    ['trimspace(" ${var.environment}")', '${? where the text ends is known only after apply}'],
    ['chomp("${aws_sqs_queue.q.url}\\n")', '${? where the text ends is known only after apply}'],
    // A document that is known in part is decoded as far.
    ['jsondecode("{\\"Url\\": \\"${aws_sqs_queue.q.url}/x\\", \\"N\\": 1}")', '{N: 1, Url: ${aws_sqs_queue.q.url}/x}'],
    ['jsondecode("{\\"Any\\": ${jsonencode(aws_sqs_queue.q.some)}}").Any', '${aws_sqs_queue.q.some}'],
    [
      'yamldecode("A:\\n  Resource: ${aws_sqs_queue.q.arn}\\n  B: x-${aws_sqs_queue.q.url}\\n").A',
      '{B: x-${aws_sqs_queue.q.url}, Resource: ${aws_sqs_queue.q.arn}}',
    ],
    ['jsonencode(yamldecode("Resource: ${aws_sqs_queue.q.arn}"))', '{"Resource":"${aws_sqs_queue.q.arn}"}'],
    ['jsondecode("{\\"${aws_sqs_queue.q.url}\\": 1}")', '${? a name in it is known only after apply}'],
    // JSON has quotes around what certainly is a text.
    ['jsonencode({ Url = aws_sqs_queue.q.url, N = 1 })', '{"N":1,"Url":"${aws_sqs_queue.q.url}"}'],
    ['jsonencode({ Url = "${aws_sqs_queue.q.url}/<x>" })', '{"Url":"${aws_sqs_queue.q.url}/\\u003cx\\u003e"}'],
    [
      'jsonencode([var.settings.name, var.settings.retries])',
      '["${? variable "settings" has no value}",${? variable "settings" has no value}]',
    ],
    ['jsonencode({ Port = aws_db_instance.d.port })', '{"Port":${? aws_db_instance.d is not in the files}}'],
    ['jsonencode({ Any = var.anything })', '{"Any":${? variable "anything" has no value}}'],
    [
      'jsonencode({ Arns = [for q in aws_sqs_queue.each : q.arn] })',
      '{"Arns":["${aws_sqs_queue.each["eu"].arn}","${aws_sqs_queue.each["us"].arn}"]}',
    ],
    // Collections keep what is known.
    ['[aws_sqs_queue.q.arn, "x"]', '[${aws_sqs_queue.q.arn}, "x"]'],
    ['concat([aws_sqs_queue.q.arn], ["x"])', '[${aws_sqs_queue.q.arn}, "x"]'],
    ['merge({ a = aws_sqs_queue.q.arn }, { b = 1 })', '{a: ${aws_sqs_queue.q.arn}, b: 1}'],
    ['lookup({ a = aws_sqs_queue.q.arn }, "a", "")', '${aws_sqs_queue.q.arn}'],
    ['values(aws_sqs_queue.each)[*].arn', '[${aws_sqs_queue.each["eu"].arn}, ${aws_sqs_queue.each["us"].arn}]'],
    ['aws_iam_role.made[*].arn', '[${aws_iam_role.made[0].arn}]'],
    ['flatten([[aws_sqs_queue.q.arn], "x"])', '[${aws_sqs_queue.q.arn}, "x"]'],
    ['compact([aws_sqs_queue.q.arn, ""])', '[${aws_sqs_queue.q.arn}]'],
    ['length([aws_sqs_queue.q.arn])', '1'],
    ['concat(["a"], var.extra)', '${? variable "extra" has no value}'],
    // A condition that isn't known makes its result unknown, unless that is the same.
    ['var.environment == "prod" ? "a" : "b"', '${? variable "environment" has no value}'],
    ['var.environment == "prod" ? local.name : "app-orders"', '"app-orders"'],
    ['var.environment == "prod" && false', 'false'],
    ['true || var.environment == "prod"', 'true'],
    ['startswith("app-${var.environment}", "app")', 'true'],
    ['"app-${var.environment}" == "other"', 'false'],
    // An ARN and an ID are always there.
    ['aws_sqs_queue.q.arn != null ? "given" : "not"', '"given"'],
    ['data.aws_iam_policy_document.d.json != null ? "given" : "not"', '"given"'],
    ['data.aws_iam_policy_document.d.minified_json == "" ? "not" : "given"', '"given"'],
    ['data.aws_caller_identity.current.account_id == null ? "not" : "given"', '"given"'],
    ['data.aws_region.current.region != "" ? "given" : "not"', '"given"'],
    [
      'data.aws_region.current.description != "" ? "given" : "not"',
      '${? data.aws_region.current.description is known only after apply}',
    ],
    ['coalesce(aws_sqs_queue.q.arn, "x")', '${aws_sqs_queue.q.arn}'],
    ['try(aws_sqs_queue.q.arn, "x")', '${aws_sqs_queue.q.arn}'],
    ['coalesce("", aws_sqs_queue.q.arn)', '${aws_sqs_queue.q.arn}'],
    [
      'distinct([aws_sqs_queue.q.arn, aws_sqs_queue.open.arn, aws_sqs_queue.q.arn])',
      '[${aws_sqs_queue.q.arn}, ${aws_sqs_queue.open.arn}]',
    ],
    // Of an unknown number of instances, one stands for all.
    ['aws_iam_role.maybe[0].arn', '${aws_iam_role.maybe.arn}'],
    ['aws_iam_role.maybe[0].name', '"maybe"'],
    ['try(aws_iam_role.made[5].arn, "none")', '"none"'],
    ['join("", aws_iam_role.maybe[*].arn)', '${? its items are known only after apply}'],
    // What the files don't have says so.
    [
      'module.away.lambda_arn',
      '${? the module "away" from "terraform-aws-modules/lambda/aws" is not in the folder: run terraform init, or give a plan}',
    ],
    ['aws_lambda_function.gone.arn', '${? aws_lambda_function.gone is not in the files}'],
    ['var.gone', '${? var.gone is declared nowhere; declare it, or correct the name}'],
    ['timestamp()', '${? the function "timestamp" is not evaluated}'],
    ['file("gone.json")', '${? the file "gone.json" cannot be read: it is not there, or outside of the repository}'],
    ['path.cwd', '${? the working directory is not known}'],
    ['terraform.workspace', '"default"'],
    // Whoever tries gets the next one only where the first is certainly wrong.
    ['try(timestamp(), "x")', '${? the function "timestamp" is not evaluated}'],
    ['can(aws_sqs_queue.q.arn)', 'true'],
    ['can(tonumber(var.environment))', '${? variable "environment" has no value}'],
  ];

  for (const [expression, expected] of cases) {
    it(`${expression.replaceAll(/\s+/g, ' ')} is ${expected}`, async () => {
      assert.equal(shown(await expressionValue(expression, FILES)), expected);
    });
  }

  it('says where it stands: a variable where it is declared, a reference where it is used', async () => {
    const unknown = await expressionValue('upper(var.environment)', FILES);
    assert.ok(unknown.kind === 'unknown');
    assert.deepEqual([unknown.expression, unknown.place], ['var.environment', { file: 'main.tf', line: 2 }]);
    const reference = await expressionValue('aws_sqs_queue.q.arn', FILES);
    assert.ok(reference.kind === 'reference');
    assert.deepEqual(reference.place, { file: 'value.tf', line: 2 });
  });
});
