# A workflow whose execution role rolefit keeps. Nothing here says what the role may do but the definition.

terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.65"
    }
  }
}

provider "aws" {
  # rolefit notes in tags of the role what it has written; without this the next apply would remove them.
  ignore_tags {
    key_prefixes = ["rolefit:policy:"]
  }
}

# Once in an account and Region; other configurations take the function's name from a variable or a remote state.
module "rolefit" {
  source = "../../infra/terraform"

  deployers = var.deployers
}

variable "deployers" {
  description = "Who may have policies written: the ARNs of the roles that run Terraform."
  type        = list(string)
}

locals {
  definition = jsonencode({
    StartAt = "Mark"
    States = {
      Mark = {
        Type     = "Task"
        Resource = "arn:aws:states:::dynamodb:updateItem"
        Parameters = {
          TableName                 = aws_dynamodb_table.orders.name
          Key                       = { id = { "S.$" = "$.id" } }
          UpdateExpression          = "SET checked = :now"
          ExpressionAttributeValues = { ":now" = { "S.$" = "$$.State.EnteredTime" } }
        }
        ResultPath = null
        Next       = "Tell"
      }
      Tell = {
        Type       = "Task"
        Resource   = "arn:aws:states:::sqs:sendMessage"
        Parameters = { QueueUrl = aws_sqs_queue.orders.url, "MessageBody.$" = "$" }
        End        = true
      }
    }
  })
}

module "orders_role" {
  source = "../../infra/terraform/modules/fitted-role"

  function_name      = module.rolefit.function_name
  role_name          = aws_iam_role.orders.name
  state_machine_name = "orders"
  definition_string  = local.definition
}

resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = aws_iam_role.orders.arn
  definition = local.definition

  # Step Functions validates the role: it has its policy by then.
  depends_on = [module.orders_role]
}

resource "aws_iam_role" "orders" {
  name = "orders"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "states.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })

  # The role opts in: rolefit changes no role without the first, and Terraform's function none without the second.
  tags = {
    "rolefit:managed"  = "true"
    "rolefit:deployer" = "terraform"
  }
}

resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}
