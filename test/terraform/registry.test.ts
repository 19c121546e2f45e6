import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { terraformMachines } from '../../src/terraform/translate/machines.ts';
import { configurationOf } from './folder.ts';

/** Modules as registries have them: what they attach is a map that their callers give, of any type. */

const MODULE = `
variable "integrations" {
  type    = any
  default = {}
}
variable "create" { default = true }
locals {
  policies = {
    sqs  = { sqs = { actions = ["sqs:SendMessage"] } }
    xray = { xray = { actions = ["xray:PutTraceSegments"], default_resources = ["*"] } }
  }
}
resource "aws_sfn_state_machine" "this" {
  name       = "m"
  role_arn   = aws_iam_role.this[0].arn
  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Succeed" } } })
}
resource "aws_iam_role" "this" {
  count = var.create ? 1 : 0
  name  = "m"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}
data "aws_iam_policy_document" "service" {
  for_each = var.create ? var.integrations : tomap({})
  dynamic "statement" {
    for_each = each.value
    content {
      sid       = replace("\${each.key}-\${title(statement.key)}", "/[^0-9A-Za-z]*/", "")
      actions   = local.policies[each.key][statement.key]["actions"]
      resources = statement.value == true ? local.policies[each.key][statement.key]["default_resources"] : tolist(statement.value)
    }
  }
}
resource "aws_iam_policy" "service" {
  for_each = var.create ? var.integrations : tomap({})
  name     = "m-\${each.key}"
  policy   = data.aws_iam_policy_document.service[each.key].json
}
resource "aws_iam_policy_attachment" "service" {
  for_each   = var.create ? var.integrations : tomap({})
  name       = "m-\${each.key}"
  roles      = [aws_iam_role.this[0].name]
  policy_arn = aws_iam_policy.service[each.key].arn
}
`;

const ROOT = `
module "m" {
  source       = "./m"
  integrations = { sqs = { sqs = [aws_sqs_queue.q.arn] }, xray = { xray = true } }
}
resource "aws_sqs_queue" "q" { name = "q" }
`;

describe('a module that makes policies of what it is given', () => {
  it('is evaluated, with the resources of its caller', async () => {
    const configuration = await configurationOf({ 'main.tf': ROOT, 'm/main.tf': MODULE });
    assert.deepEqual(configuration.unread, []);
    const [machine] = terraformMachines(configuration, {}).machines;
    assert.deepEqual(machine?.notEvaluated, []);
    assert.deepEqual(
      machine?.policies.map(({ source, statements }) => [
        source,
        statements.map(({ Sid, Action, Resource }) => [Sid, Action, Resource]),
      ]),
      [
        [
          'module.m.aws_iam_policy.service["sqs"]',
          [['sqsSqs', ['sqs:SendMessage'], ['arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:q']]],
        ],
        ['module.m.aws_iam_policy.service["xray"]', [['xrayXray', ['xray:PutTraceSegments'], ['*']]]],
      ],
    );
  });
});
