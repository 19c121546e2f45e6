data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

# Version 6 of the AWS provider calls it region; before, it was data.aws_region.current.name.
data "aws_region" "current" {}

variable "bucket" {
  type        = string
  description = "What $${Bucket} stands for"
}

variable "charge_alias" {
  type        = string
  description = "What $${Charge.Alias} stands for"
}

variable "if_is_prod_arn" {
  type        = string
  description = "What $${IfIsProdArn} stands for: {\"Fn::If\":[\"IsProd\",{\"Fn::ImportValue\":\"prod-TaskArn\"},\"arn:aws:ecs:eu-west-1:111122223333:task-definition/report:1\"]}"
}

variable "import_other_table" {
  type        = string
  description = "What $${ImportOtherTable} stands for: {\"Fn::ImportValue\":\"other-Table\"}"
}

variable "orders_arn" {
  type        = string
  description = "What $${Orders.Arn} stands for"
}

variable "orders_name" {
  type        = string
  description = "What $${Orders.Name} stands for"
}

variable "queue_arn" {
  type        = string
  description = "What $${Queue.Arn} stands for"
}

variable "stage" {
  type        = string
  description = "What $${Stage} stands for"
}

variable "table_arn" {
  type        = string
  description = "What $${Table.Arn} stands for"
}

variable "topic_arn" {
  type        = string
  description = "What $${TopicArn} stands for"
}

# template Orders
data "aws_iam_policy_document" "orders" {
  statement {
    effect = "Allow"

    actions = [
      "dynamodb:GetItem",
    ]

    resources = [
      "arn:aws:dynamodb:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:table/${var.import_other_table}",
      var.table_arn,
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "dynamodb:PutItem",
    ]

    resources = [
      "arn:aws:dynamodb:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:table/audit-${var.stage}",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "lambda:InvokeFunction",
    ]

    resources = [
      var.charge_alias,
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "s3:PutObject",
    ]

    resources = [
      "arn:aws:s3:::${var.bucket}/what$${?}$${*}.json",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "sns:Publish",
    ]

    resources = [
      var.topic_arn,
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "sqs:SendMessage",
    ]

    resources = [
      var.queue_arn,
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "xray:GetSamplingRules",
      "xray:GetSamplingTargets",
      "xray:PutTelemetryRecords",
      "xray:PutTraceSegments",
    ]

    resources = [
      "*",
    ]
  }
}

# template Billing
data "aws_iam_policy_document" "billing" {
  statement {
    effect = "Allow"

    actions = [
      "ecs:DescribeTasks",
      "ecs:StopTask",
    ]

    resources = [
      "arn:aws:ecs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:task/main/*",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "ecs:RunTask",
    ]

    resources = [
      var.if_is_prod_arn,
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "events:DescribeRule",
      "events:PutRule",
      "events:PutTargets",
    ]

    resources = [
      "arn:aws:events:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:rule/StepFunctionsGetEventsForECSTaskRule",
      "arn:aws:events:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "iam:PassRole",
    ]

    resources = [
      "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/*",
    ]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"

      values = [
        "ecs-tasks.amazonaws.com",
      ]
    }
  }

  statement {
    effect = "Allow"

    actions = [
      "states:DescribeExecution",
      "states:StopExecution",
    ]

    resources = [
      "arn:${data.aws_partition.current.partition}:states:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:execution:${var.orders_name}:*",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "states:StartExecution",
    ]

    resources = [
      var.orders_arn,
    ]
  }
}
