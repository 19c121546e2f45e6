data "aws_caller_identity" "current" {}

# Version 6 of the AWS provider calls it region; before, it was data.aws_region.current.name.
data "aws_region" "current" {}

# definition
data "aws_iam_policy_document" "orders" {
  statement {
    effect = "Allow"

    actions = [
      "dynamodb:UpdateItem",
    ]

    resources = [
      "arn:aws:dynamodb:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:table/orders",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "ecs:DescribeTasks",
      "ecs:StopTask",
    ]

    resources = [
      "arn:aws:ecs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:task/reports/*",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "ecs:RunTask",
    ]

    resources = [
      "arn:aws:ecs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:task-definition/daily-report:*",
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
      "arn:aws:iam::111122223333:role/daily-report",
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
      "iam:PassRole",
    ]

    resources = [
      "arn:aws:iam::111122223333:role/remind",
    ]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"

      values = [
        "scheduler.amazonaws.com",
      ]
    }
  }

  statement {
    effect = "Allow"

    actions = [
      "lambda:InvokeFunction",
    ]

    resources = [
      "arn:aws:lambda:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:function:check-stock:live",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "logs:CreateLogDelivery",
      "logs:CreateLogStream",
      "logs:DeleteLogDelivery",
      "logs:DescribeLogGroups",
      "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery",
      "logs:ListLogDeliveries",
      "logs:PutLogEvents",
      "logs:PutResourcePolicy",
      "logs:UpdateLogDelivery",
    ]

    resources = [
      "*",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "s3:AbortMultipartUpload",
      "s3:ListMultipartUploadParts",
      "s3:PutObject",
    ]

    resources = [
      "arn:aws:s3:::acme-orders/results/*",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "s3:GetObject",
    ]

    resources = [
      "arn:aws:s3:::acme-orders/*",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "scheduler:CreateSchedule",
    ]

    resources = [
      "arn:aws:scheduler:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:schedule/reports/read-the-report",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "sns:Publish",
    ]

    resources = [
      "arn:aws:sns:${data.aws_region.current.region}:*:*",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "sqs:SendMessage",
    ]

    resources = [
      "arn:aws:sqs:eu-west-1:111122223333:to-pack",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "states:DescribeExecution",
      "states:RedriveExecution",
      "states:StopExecution",
    ]

    resources = [
      "arn:aws:states:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:execution:orders/Orders:*",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "states:DescribeExecution",
      "states:StopExecution",
    ]

    resources = [
      "arn:aws:states:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:execution:orders:*",
      "arn:aws:states:eu-west-1:111122223333:execution:payment:*",
    ]
  }

  statement {
    effect = "Allow"

    actions = [
      "states:StartExecution",
    ]

    resources = [
      "arn:aws:states:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:stateMachine:orders",
      "arn:aws:states:eu-west-1:111122223333:stateMachine:payment",
    ]
  }
}
