# The re-check: API calls that change what a role needs, or has, wait in a queue for a function that puts it right.

resource "aws_lambda_function" "drift_check" {
  count = local.has_check ? 1 : 0

  function_name    = "${var.name}-drift-check"
  description      = "Compares a role with everything that it must serve, and puts it right."
  filename         = data.archive_file.bundle["drift-check"].output_path
  source_code_hash = data.archive_file.bundle["drift-check"].output_base64sha256
  handler          = "index.handler"
  runtime          = local.runtime
  architectures    = [var.architecture]
  memory_size      = 512
  # Step Functions answers some requests only once a second.
  timeout = 300
  role    = aws_iam_role.drift_check[0].arn

  tracing_config {
    mode = var.x_ray_tracing ? "Active" : "PassThrough"
  }

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.drift_check[0].name
  }

  environment {
    variables = {
      NODE_OPTIONS      = "--enable-source-maps"
      CEILING           = var.ceiling
      WILDCARDS         = var.wildcards
      LOOK_UP           = var.look_up
      REQUIRED_BOUNDARY = var.permissions_boundary_arn
      GRACE_SECONDS     = tostring(var.grace_seconds)
      SETTLE_SECONDS    = tostring(var.sweep_settle_seconds)
      OWN_ROLES         = "${aws_iam_role.role_policy.arn},${aws_iam_role.drift_check[0].arn}"
      STACK_ID          = local.stack_id
      # Those whose names neither the deployment's name nor this function's ARN tells; see src/recheck/ownResources.ts.
      OWN_ARNS = join(",", concat(
        [
          aws_lambda_function.role_policy.arn,
          "${aws_cloudwatch_log_group.role_policy.arn}:*",
          "${aws_cloudwatch_log_group.drift_check[0].arn}:*",
          aws_sqs_queue.changes[0].arn,
          aws_sqs_queue.dead_letters[0].arn,
          aws_cloudwatch_event_rule.state_machine_changes[0].arn,
          aws_cloudwatch_event_rule.role_changes[0].arn,
        ],
        aws_lambda_function.sweep[*].arn,
        [for group in aws_cloudwatch_log_group.sweep : "${group.arn}:*"],
        aws_s3_bucket.sweep[*].arn,
        aws_sns_topic.alerts[*].arn,
      ))
      BUCKET = local.has_sweep ? aws_s3_bucket.sweep[0].id : ""
      TOPIC  = local.has_alarms ? aws_sns_topic.alerts[0].arn : ""
    }
  }

  depends_on = [aws_iam_role_policy.drift_check]
}

resource "aws_lambda_event_source_mapping" "changes" {
  count = local.has_check ? 1 : 0

  event_source_arn = aws_sqs_queue.changes[0].arn
  function_name    = aws_lambda_function.drift_check[0].function_name
  batch_size       = 1

  scaling_config {
    maximum_concurrency = 2
  }
}

resource "aws_cloudwatch_log_group" "drift_check" {
  count = local.has_check ? 1 : 0

  name              = "/aws/lambda/${var.name}-drift-check"
  retention_in_days = var.log_retention_in_days
}

# Events are delivered at least once and in any order: each check reads anew what there is.
resource "aws_sqs_queue" "changes" {
  count = local.has_check ? 1 : 0

  name                       = "${var.name}-changes"
  sqs_managed_sse_enabled    = true
  visibility_timeout_seconds = 360

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead_letters[0].arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "dead_letters" {
  count = local.has_check ? 1 : 0

  name                      = "${var.name}-dead-letters"
  sqs_managed_sse_enabled   = true
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue_policy" "changes" {
  count = local.has_check ? 1 : 0

  queue_url = aws_sqs_queue.changes[0].id
  policy    = data.aws_iam_policy_document.changes[0].json
}

data "aws_iam_policy_document" "changes" {
  count = local.has_check ? 1 : 0

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.changes[0].arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_cloudwatch_event_rule.state_machine_changes[0].arn, aws_cloudwatch_event_rule.role_changes[0].arn]
    }
  }
}

resource "aws_cloudwatch_event_rule" "state_machine_changes" {
  count = local.has_check ? 1 : 0

  name        = "${var.name}-state-machine-changes"
  description = "Calls of Step Functions that change what an execution role needs."

  event_pattern = jsonencode({
    source      = ["aws.states"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail = {
      eventSource = ["states.amazonaws.com"]
      eventName = [
        "CreateStateMachine",
        "CreateStateMachineAlias",
        "DeleteStateMachine",
        "DeleteStateMachineAlias",
        "PublishStateMachineVersion",
        "RedriveExecution",
        "TagResource",
        "UpdateStateMachine",
        "UpdateStateMachineAlias",
      ]
      errorCode = [{ exists = false }]
    }
  })
}

resource "aws_cloudwatch_event_target" "state_machine_changes" {
  count = local.has_check ? 1 : 0

  rule      = aws_cloudwatch_event_rule.state_machine_changes[0].name
  target_id = "check"
  arn       = aws_sqs_queue.changes[0].arn
}

# CloudTrail delivers them in us-east-1 only; modules/forward-iam-events brings them to other regions.
resource "aws_cloudwatch_event_rule" "role_changes" {
  count = local.has_check ? 1 : 0

  name        = "${var.name}-role-changes"
  description = "Calls of IAM that change what an execution role has."

  event_pattern = jsonencode({
    source      = ["aws.iam"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail = {
      eventSource = ["iam.amazonaws.com"]
      eventName = [
        "AttachRolePolicy",
        "CreatePolicyVersion",
        "DeleteRolePermissionsBoundary",
        "DeleteRolePolicy",
        "DetachRolePolicy",
        "PutRolePermissionsBoundary",
        "PutRolePolicy",
        "SetDefaultPolicyVersion",
        "TagRole",
        "UntagRole",
      ]
      errorCode = [{ exists = false }]
      # Not rolefit's own. A caller without a role has no issuer.
      "$or" = [
        { userIdentity = { sessionContext = { sessionIssuer = { arn = [{ exists = false }] } } } },
        {
          userIdentity = {
            sessionContext = {
              sessionIssuer = {
                arn = [{ anything-but = [aws_iam_role.role_policy.arn, aws_iam_role.drift_check[0].arn] }]
              }
            }
          }
        },
      ]
    }
  })
}

resource "aws_cloudwatch_event_target" "role_changes" {
  count = local.has_check ? 1 : 0

  rule      = aws_cloudwatch_event_rule.role_changes[0].name
  target_id = "check"
  arn       = aws_sqs_queue.changes[0].arn
}

resource "aws_iam_role" "drift_check" {
  count = local.has_check ? 1 : 0

  name_prefix          = "${var.name}-drift-check-"
  description          = "rolefit's re-check. Changes policies of tagged execution roles only."
  assume_role_policy   = data.aws_iam_policy_document.lambda.json
  permissions_boundary = local.function_boundary
}

resource "aws_iam_role_policy" "drift_check" {
  count = local.has_check ? 1 : 0

  name   = "rolefit"
  role   = aws_iam_role.drift_check[0].id
  policy = data.aws_iam_policy_document.drift_check[0].json
}

data "aws_iam_policy_document" "drift_check" {
  count = local.has_check ? 1 : 0

  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.drift_check[0].arn}:*"]
  }

  statement {
    sid       = "ReadRoles"
    actions   = local.read_roles_actions
    resources = ["${local.iam}:role/*"]
  }

  # IAM offers no narrower resource for it.
  statement {
    sid       = "FindPolicies"
    actions   = ["iam:ListPolicies"]
    resources = ["*"]
  }

  # No TagRole: what a deployment has approved stands in the role's tags.
  statement {
    sid       = "WriteInlinePoliciesOfTaggedRoles"
    actions   = ["iam:DeleteRolePolicy", "iam:PutRolePolicy"]
    resources = [local.changed_roles]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/rolefit:managed"
      values   = ["true"]
    }

    dynamic "condition" {
      for_each = local.required_boundary

      content {
        test     = "StringEquals"
        variable = "iam:PermissionsBoundary"
        values   = [condition.value]
      }
    }
  }

  statement {
    sid       = "AttachOwnPoliciesToTaggedRoles"
    actions   = ["iam:AttachRolePolicy", "iam:DetachRolePolicy"]
    resources = [local.changed_roles]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/rolefit:managed"
      values   = ["true"]
    }

    dynamic "condition" {
      for_each = local.required_boundary

      content {
        test     = "StringEquals"
        variable = "iam:PermissionsBoundary"
        values   = [condition.value]
      }
    }

    condition {
      test     = "ArnLike"
      variable = "iam:PolicyARN"
      values   = ["${local.iam}:policy/rolefit/*"]
    }
  }

  statement {
    sid       = "WriteOwnManagedPolicies"
    actions   = local.own_policy_actions
    resources = ["${local.iam}:policy/rolefit/*"]
  }

  statement {
    sid = "ReadStateMachines"

    actions = [
      "states:DescribeStateMachine",
      "states:DescribeStateMachineAlias",
      "states:DescribeStateMachineForExecution",
      "states:ListExecutions",
      "states:ListStateMachineAliases",
    ]

    resources = ["${local.here["states"]}:stateMachine:*", "${local.here["states"]}:execution:*"]
  }

  statement {
    sid       = "ListStateMachines"
    actions   = ["states:ListStateMachines"]
    resources = ["*"]
  }

  statement {
    sid       = "TakeChanges"
    actions   = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"]
    resources = [aws_sqs_queue.changes[0].arn]
  }

  dynamic "statement" {
    for_each = aws_s3_bucket.sweep[*].arn

    content {
      sid       = "RememberTheFleet"
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${statement.value}/*"]
    }
  }

  # Without it a file that is not there yet would look like one that must not be read.
  dynamic "statement" {
    for_each = aws_s3_bucket.sweep[*].arn

    content {
      sid       = "SeeWhatIsRemembered"
      actions   = ["s3:ListBucket"]
      resources = [statement.value]
    }
  }

  dynamic "statement" {
    for_each = aws_sns_topic.alerts[*].arn

    content {
      sid       = "Tell"
      actions   = ["sns:Publish"]
      resources = [statement.value]
    }
  }

  source_policy_documents = concat(
    data.aws_iam_policy_document.state_machine_keys[*].json,
    data.aws_iam_policy_document.look_up[*].json,
    data.aws_iam_policy_document.tracing[*].json,
  )
}
