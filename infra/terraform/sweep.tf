# The sweep: a state machine that looks at every role, since events can be lost.

locals {
  # The roles' policies must know the state machine, and cannot refer to it.
  sweep_name = "${var.name}-sweep"
  sweep_arn  = "${local.here["states"]}:stateMachine:${local.sweep_name}"
  sweep_runs = "${local.here["states"]}:execution:${local.sweep_name}"
}

resource "aws_sfn_state_machine" "sweep" {
  count = local.has_sweep ? 1 : 0

  name     = local.sweep_name
  role_arn = aws_iam_role.sweep_machine[0].arn

  definition = templatefile("${path.module}/../sweep.asl.json", {
    Partition             = local.partition
    SweepFunctionArn      = aws_lambda_function.sweep[0].arn
    DriftCheckFunctionArn = aws_lambda_function.drift_check[0].arn
    SweepBucketName       = aws_s3_bucket.sweep[0].id
  })

  depends_on = [aws_iam_role_policy.sweep_machine]
}

data "aws_iam_policy_document" "states" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["states.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "sweep_machine" {
  count = local.has_sweep ? 1 : 0

  name_prefix          = "${var.name}-sweep-machine-"
  assume_role_policy   = data.aws_iam_policy_document.states.json
  permissions_boundary = local.function_boundary
}

resource "aws_iam_role_policy" "sweep_machine" {
  count = local.has_sweep ? 1 : 0

  name   = "rolefit"
  role   = aws_iam_role.sweep_machine[0].id
  policy = data.aws_iam_policy_document.sweep_machine[0].json
}

# As rolefit itself fits it to infra/sweep.asl.json in template.yaml.
data "aws_iam_policy_document" "sweep_machine" {
  count = local.has_sweep ? 1 : 0

  statement {
    actions   = ["lambda:InvokeFunction"]
    resources = [aws_lambda_function.drift_check[0].arn, aws_lambda_function.sweep[0].arn]
  }

  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.sweep[0].arn}/sweeps/*/again.json", "${aws_s3_bucket.sweep[0].arn}/sweeps/*/roles.json"]
  }

  statement {
    actions   = ["states:DescribeExecution", "states:RedriveExecution", "states:StopExecution"]
    resources = ["${local.sweep_runs}/Look:*", "${local.sweep_runs}/LookAgain:*"]
  }

  statement {
    actions   = ["states:DescribeExecution", "states:StopExecution"]
    resources = ["${local.sweep_runs}:*"]
  }

  statement {
    actions   = ["states:StartExecution"]
    resources = [local.sweep_arn]
  }
}

resource "aws_cloudwatch_event_rule" "sweep" {
  count = local.has_sweep ? 1 : 0

  # src/recheck/ownResources.ts knows the name.
  name                = "rolefit-sweep-${terraform_data.deployment.id}"
  description         = "Starts rolefit's sweep."
  schedule_expression = var.sweep_schedule
}

resource "aws_cloudwatch_event_target" "sweep" {
  count = local.has_sweep ? 1 : 0

  rule      = aws_cloudwatch_event_rule.sweep[0].name
  target_id = "sweep"
  arn       = aws_sfn_state_machine.sweep[0].arn
  role_arn  = aws_iam_role.sweep_starter[0].arn
}

data "aws_iam_policy_document" "events" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "sweep_starter" {
  count = local.has_sweep ? 1 : 0

  name_prefix          = "${var.name}-sweep-starter-"
  assume_role_policy   = data.aws_iam_policy_document.events.json
  permissions_boundary = local.function_boundary
}

resource "aws_iam_role_policy" "sweep_starter" {
  count = local.has_sweep ? 1 : 0

  name   = "rolefit"
  role   = aws_iam_role.sweep_starter[0].id
  policy = data.aws_iam_policy_document.sweep_starter[0].json
}

data "aws_iam_policy_document" "sweep_starter" {
  count = local.has_sweep ? 1 : 0

  statement {
    actions   = ["states:StartExecution"]
    resources = [aws_sfn_state_machine.sweep[0].arn]
  }
}

resource "aws_lambda_function" "sweep" {
  count = local.has_sweep ? 1 : 0

  function_name    = "${var.name}-sweep"
  description      = "Lists the roles that state machines use, for rolefit's sweep."
  filename         = data.archive_file.bundle["sweep"].output_path
  source_code_hash = data.archive_file.bundle["sweep"].output_base64sha256
  handler          = "index.handler"
  runtime          = local.runtime
  architectures    = [var.architecture]
  memory_size      = 512
  timeout          = 900
  role             = aws_iam_role.sweep[0].arn

  tracing_config {
    mode = var.x_ray_tracing ? "Active" : "PassThrough"
  }

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.sweep[0].name
  }

  environment {
    variables = {
      NODE_OPTIONS   = "--enable-source-maps"
      BUCKET         = aws_s3_bucket.sweep[0].id
      SETTLE_SECONDS = tostring(var.sweep_settle_seconds)
      STATE_MACHINE  = local.sweep_arn
    }
  }

  depends_on = [aws_iam_role_policy.sweep]
}

resource "aws_cloudwatch_log_group" "sweep" {
  count = local.has_sweep ? 1 : 0

  name              = "/aws/lambda/${var.name}-sweep"
  retention_in_days = var.log_retention_in_days
}

resource "aws_iam_role" "sweep" {
  count = local.has_sweep ? 1 : 0

  name_prefix          = "${var.name}-sweep-"
  description          = "rolefit's sweep. Reads state machines; changes nothing but its own files."
  assume_role_policy   = data.aws_iam_policy_document.lambda.json
  permissions_boundary = local.function_boundary
}

resource "aws_iam_role_policy" "sweep" {
  count = local.has_sweep ? 1 : 0

  name   = "rolefit"
  role   = aws_iam_role.sweep[0].id
  policy = data.aws_iam_policy_document.sweep[0].json
}

data "aws_iam_policy_document" "sweep" {
  count = local.has_sweep ? 1 : 0

  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.sweep[0].arn}:*"]
  }

  statement {
    sid       = "ReadStateMachines"
    actions   = ["states:DescribeStateMachine", "states:ListExecutions"]
    resources = ["${local.here["states"]}:stateMachine:*"]
  }

  statement {
    sid       = "ListStateMachines"
    actions   = ["states:ListStateMachines"]
    resources = ["*"]
  }

  statement {
    sid       = "RememberTheFleet"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${aws_s3_bucket.sweep[0].arn}/*"]
  }

  # Without it a file that is not there yet would look like one that must not be read.
  statement {
    sid       = "SeeWhatIsRemembered"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.sweep[0].arn]
  }

  source_policy_documents = data.aws_iam_policy_document.tracing[*].json
}

resource "aws_s3_bucket" "sweep" {
  count = local.has_sweep ? 1 : 0

  bucket_prefix = "${lower(var.name)}-sweep-"
  # What a sweep remembers the next one finds out again.
  force_destroy = true
}

resource "aws_s3_bucket_public_access_block" "sweep" {
  count = local.has_sweep ? 1 : 0

  bucket                  = aws_s3_bucket.sweep[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "sweep" {
  count = local.has_sweep ? 1 : 0

  bucket = aws_s3_bucket.sweep[0].id

  # A sweep knows by then of the state machines that they tell of, or has looked again.
  dynamic "rule" {
    for_each = { touched = 7, uses = 7, again = 1, looked = 1, sweeps = 1 }

    content {
      id     = rule.key
      status = "Enabled"

      filter {
        prefix = "${rule.key}/"
      }

      expiration {
        days = rule.value
      }
    }
  }
}

resource "aws_s3_bucket_policy" "sweep" {
  count = local.has_sweep ? 1 : 0

  bucket = aws_s3_bucket.sweep[0].id
  policy = data.aws_iam_policy_document.sweep_bucket[0].json
}

# What is in it decides what is taken away.
data "aws_iam_policy_document" "sweep_bucket" {
  count = local.has_sweep ? 1 : 0

  statement {
    sid    = "WrittenByRolefitOnly"
    effect = "Deny"

    # All that changes an object, or who may.
    actions = [
      "s3:AbortMultipartUpload",
      "s3:BypassGovernanceRetention",
      "s3:DeleteObject*",
      "s3:InitiateReplication",
      "s3:ObjectOwnerOverrideToBucketOwner",
      "s3:PutObject*",
      "s3:Replicate*",
      "s3:RestoreObject",
      "s3:UpdateObject*",
    ]

    resources = ["${aws_s3_bucket.sweep[0].arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "ArnNotEquals"
      variable = "aws:PrincipalArn"
      values   = [aws_iam_role.drift_check[0].arn, aws_iam_role.sweep[0].arn]
    }
  }
}
