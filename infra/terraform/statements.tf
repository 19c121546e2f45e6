# Statements that the policies of more than one function have; each says below who has it.

locals {
  read_roles_actions = ["iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"]

  own_policy_actions = [
    "iam:CreatePolicy",
    "iam:DeletePolicy",
    "iam:DeletePolicyVersion",
    "iam:GetPolicyVersion",
    "iam:ListPolicyVersions",
    "iam:SetDefaultPolicyVersion",
    "iam:TagPolicy",
  ]
}

# What the definitions' resources are: src/aws/facts/requests.ts. GetRole and DescribeStateMachine are allowed elsewhere.
data "aws_iam_policy_document" "look_up" {
  count = local.has_look_up ? 1 : 0

  statement {
    sid = "LookUp"

    actions = [
      "athena:GetWorkGroup",
      "bedrock:GetInferenceProfile",
      "dynamodb:DescribeTable",
      "events:DescribeConnection",
      "events:DescribeEventBus",
      "firehose:DescribeDeliveryStream",
      "iam:GetInstanceProfile",
      "kinesis:DescribeStreamSummary",
      "kms:DescribeKey",
      "s3:GetEncryptionConfiguration",
      "secretsmanager:DescribeSecret",
      "sns:GetTopicAttributes",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "states:DescribeActivity",
    ]

    resources = [
      "${local.here["athena"]}:workgroup/*",
      "${local.here["bedrock"]}:application-inference-profile/*",
      "${local.here["bedrock"]}:inference-profile/*",
      "${local.here["dynamodb"]}:table/*",
      "${local.here["events"]}:connection/*",
      "${local.here["events"]}:event-bus/*",
      "${local.here["firehose"]}:deliverystream/*",
      "${local.iam}:instance-profile/*",
      "${local.here["kinesis"]}:stream/*",
      "${local.here["kms"]}:key/*",
      "arn:${local.partition}:s3:::*",
      "${local.here["secretsmanager"]}:secret:*",
      "${local.here["sns"]}:*",
      "${local.here["sqs"]}:*",
      "${local.here["states"]}:activity:*",
    ]
  }

  # IAM offers no narrower resource for them.
  statement {
    sid       = "LookUpByList"
    actions   = ["ecs:DescribeTaskDefinition", "logs:DescribeLogGroups", "ssm:DescribeParameters"]
    resources = ["*"]
  }
}

# https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html, Scoping with encryption context
data "aws_iam_policy_document" "state_machine_keys" {
  count = length(var.state_machine_key_arns) > 0 ? 1 : 0

  statement {
    sid       = "DecryptStateMachines"
    actions   = ["kms:Decrypt"]
    resources = var.state_machine_key_arns

    condition {
      test     = "StringLike"
      variable = "kms:EncryptionContext:aws:states:stateMachineArn"
      values   = ["${local.here["states"]}:stateMachine:*"]
    }
  }
}

data "aws_iam_policy_document" "tracing" {
  count = var.x_ray_tracing ? 1 : 0

  statement {
    sid       = "Trace"
    actions   = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"]
    resources = ["*"]
  }
}
