# rolefit in an account and Region, as template.yaml deploys it, with a function that takes Terraform's requests instead of
# CloudFormation's: docs/terraform-deploy.md.

data "aws_partition" "current" {}
data "aws_region" "current" {}
data "aws_caller_identity" "current" {}

# Tells this deployment from others, as a stack's ID does.
resource "terraform_data" "deployment" {}

locals {
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.region
  account   = data.aws_caller_identity.current.account_id

  iam = "arn:${local.partition}:iam::${local.account}"
  # What ARNs of these services begin with.
  here = { for service in local.services : service => "arn:${local.partition}:${service}:${local.region}:${local.account}" }
  services = [
    "athena", "bedrock", "cloudformation", "dynamodb", "events", "firehose", "kinesis", "kms", "secretsmanager", "sns", "sqs", "states",
  ]

  # What the names of rolefit's own resources are found by; it has the form of a stack's ID (src/recheck/ownResources.ts).
  stack_id = "${local.here["cloudformation"]}:stack/${var.name}/${terraform_data.deployment.id}"

  has_bucket    = var.definition_bucket_name != ""
  has_look_up   = var.look_up == "enabled"
  has_check     = var.drift_check == "enabled"
  has_sweep     = local.has_check && var.sweep == "enabled"
  has_alarms    = local.has_check && var.alarms == "enabled"
  has_dashboard = local.has_check && var.dashboard == "enabled"

  function_boundary = var.function_boundary_arn == "" ? null : var.function_boundary_arn
  # One condition more, where a boundary is asked for.
  required_boundary = var.permissions_boundary_arn == "" ? [] : [var.permissions_boundary_arn]
  changed_roles     = "${local.iam}:role${var.role_path}*"

  bundles = coalesce(var.bundles, "${path.module}/../../dist")
  runtime = "nodejs24.x"
}

data "archive_file" "bundle" {
  for_each = toset(["role-policy", "drift-check", "sweep"])

  type        = "zip"
  source_dir  = "${local.bundles}/${each.key}"
  output_path = "${path.root}/.terraform/rolefit/${each.key}.zip"
}

data "aws_iam_policy_document" "lambda" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}
