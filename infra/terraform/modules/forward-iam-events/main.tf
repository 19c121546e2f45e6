# CloudTrail delivers IAM's events in us-east-1 only. This sends them on to the default event bus of another region that rolefit is
# deployed in; in us-east-1 itself it is not needed. As infra/forward-iam-events.yaml has it.

terraform {
  required_version = ">= 1.5"

  required_providers {
    # Since version 6 a resource says its Region itself.
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

variable "target_region" {
  description = "The region in which rolefit is deployed."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(?:-[a-z]+)+-\\d$", var.target_region))
    error_message = "must be a region such as eu-west-1"
  }
}

data "aws_partition" "current" {}
data "aws_caller_identity" "current" {}

locals {
  partition = data.aws_partition.current.partition
  account   = data.aws_caller_identity.current.account_id
  bus       = "arn:${local.partition}:events:${var.target_region}:${local.account}:event-bus/default"
}

resource "aws_cloudwatch_event_rule" "role_changes" {
  region      = "us-east-1"
  name        = "rolefit-forward-${var.target_region}"
  description = "IAM's calls that change roles, for rolefit in ${var.target_region}."

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
    }
  })
}

resource "aws_cloudwatch_event_target" "role_changes" {
  region    = "us-east-1"
  rule      = aws_cloudwatch_event_rule.role_changes.name
  target_id = "region"
  arn       = local.bus
  role_arn  = aws_iam_role.forwarder.arn
}

resource "aws_iam_role" "forwarder" {
  name_prefix = "rolefit-forward-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "forwarder" {
  name = "forward"
  role = aws_iam_role.forwarder.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "events:PutEvents"
      Resource = local.bus
    }]
  })
}
