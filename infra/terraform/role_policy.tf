# The function that writes policies when Terraform asks it to: functions/role-policy/terraform.ts.

resource "aws_lambda_function" "role_policy" {
  function_name    = "${var.name}-role-policy"
  description      = "Answers aws_lambda_invocation - reads a definition and keeps its role's policy."
  filename         = data.archive_file.bundle["role-policy"].output_path
  source_code_hash = data.archive_file.bundle["role-policy"].output_base64sha256
  handler          = "terraform.handler"
  runtime          = local.runtime
  architectures    = [var.architecture]
  memory_size      = 512
  # IAM agrees within seconds; the rest is for throttling.
  timeout = 300
  role    = aws_iam_role.role_policy.arn

  tracing_config {
    mode = var.x_ray_tracing ? "Active" : "PassThrough"
  }

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.role_policy.name
  }

  environment {
    variables = {
      NODE_OPTIONS = "--enable-source-maps"
      # What running executions still need is left for the sweep to take away.
      REMOVE_LATE           = local.has_sweep ? "true" : "false"
      LOOK_UP               = var.look_up
      ALLOW_GUARDED_ACTIONS = join(",", var.allow_guarded_actions)
    }
  }

  # Whoever names the function may invoke it.
  depends_on = [aws_iam_role_policy.role_policy]
}

# CloudFormation verifies who asks; here IAM alone does. No execution role that rolefit writes may write others', whatever a
# definition makes of a function's name that only a run tells.
data "aws_iam_policy_document" "invocation" {
  statement {
    sid     = "NoFittedRole"
    effect  = "Deny"
    actions = ["lambda:InvokeFunction"]
    # Its versions, aliases and $LATEST by name are resources of their own:
    # https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html
    resources = [aws_lambda_function.role_policy.arn, "${aws_lambda_function.role_policy.arn}:*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    # https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalTag/rolefit:managed"
      values   = ["true"]
    }
  }

  statement {
    sid       = "OnlyDeployers"
    effect    = "Deny"
    actions   = ["lambda:InvokeFunction"]
    resources = [aws_lambda_function.role_policy.arn, "${aws_lambda_function.role_policy.arn}:*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    # Of a session it is its role's ARN; where it is missing, as for a service, the condition holds.
    condition {
      test     = "ArnNotLike"
      variable = "aws:PrincipalArn"
      values   = var.deployers
    }
  }
}

# Other partitions know no such policy yet: docs/terraform-deploy.md has what to do there.
resource "aws_lambda_resource_policy" "role_policy" {
  count = local.partition == "aws" ? 1 : 0

  resource_arn = aws_lambda_function.role_policy.arn
  policy       = data.aws_iam_policy_document.invocation.json
}

resource "aws_cloudwatch_log_group" "role_policy" {
  name              = "/aws/lambda/${var.name}-role-policy"
  retention_in_days = var.log_retention_in_days
}

resource "aws_iam_role" "role_policy" {
  name_prefix          = "${var.name}-role-policy-"
  description          = "rolefit's function for Terraform. Changes policies of execution roles with both tags only."
  assume_role_policy   = data.aws_iam_policy_document.lambda.json
  permissions_boundary = local.function_boundary
}

resource "aws_iam_role_policy" "role_policy" {
  name   = "rolefit"
  role   = aws_iam_role.role_policy.id
  policy = data.aws_iam_policy_document.role_policy.json
}

data "aws_iam_policy_document" "role_policy" {
  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.role_policy.arn}:*"]
  }

  # Of a role that is not there (yet) IAM knows no path: with one here, it would be denied and not be missing.
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

  statement {
    sid       = "WriteInlinePoliciesOfTaggedRoles"
    actions   = ["iam:DeleteRolePolicy", "iam:PutRolePolicy"]
    resources = [local.changed_roles]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/rolefit:managed"
      values   = ["true"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/rolefit:deployer"
      values   = ["terraform"]
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

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/rolefit:deployer"
      values   = ["terraform"]
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

  # Not the tags that opt a role in.
  statement {
    sid       = "SayWhoOwnsThePolicy"
    actions   = ["iam:TagRole", "iam:UntagRole"]
    resources = [local.changed_roles]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/rolefit:managed"
      values   = ["true"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/rolefit:deployer"
      values   = ["terraform"]
    }

    condition {
      test     = "ForAllValues:StringLike"
      variable = "aws:TagKeys"
      values   = ["rolefit:policy:*"]
    }
  }

  statement {
    sid       = "WriteOwnManagedPolicies"
    actions   = local.own_policy_actions
    resources = ["${local.iam}:policy/rolefit/*"]
  }

  statement {
    sid       = "ReadStateMachines"
    actions   = ["states:DescribeStateMachine"]
    resources = ["${local.here["states"]}:stateMachine:*"]
  }

  dynamic "statement" {
    for_each = local.has_bucket ? [var.definition_bucket_name] : []

    content {
      sid       = "ReadDefinitions"
      actions   = ["s3:GetObject", "s3:GetObjectVersion"]
      resources = ["arn:${local.partition}:s3:::${statement.value}/*"]
    }
  }

  # The context is the object, or the bucket where it has an S3 Bucket Key:
  # https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context
  dynamic "statement" {
    for_each = local.has_bucket && length(var.definition_key_arns) > 0 ? [var.definition_key_arns] : []

    content {
      sid       = "DecryptDefinitions"
      actions   = ["kms:Decrypt"]
      resources = statement.value

      condition {
        test     = "StringLike"
        variable = "kms:EncryptionContext:aws:s3:arn"
        values = [
          "arn:${local.partition}:s3:::${var.definition_bucket_name}",
          "arn:${local.partition}:s3:::${var.definition_bucket_name}/*",
        ]
      }
    }
  }

  source_policy_documents = concat(
    data.aws_iam_policy_document.state_machine_keys[*].json,
    data.aws_iam_policy_document.look_up[*].json,
    data.aws_iam_policy_document.tracing[*].json,
  )
}
