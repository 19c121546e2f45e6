provider "aws" {
  region = "eu-west-1"
}
resource "aws_sfn_state_machine" "machine" {
  name       = "table"
  role_arn   = aws_iam_role.role.arn
  definition = jsonencode({ StartAt = "Put", States = merge(local.put, local.get) })
}
resource "aws_iam_role" "role" {
  name = "table-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "own" {
  name   = "own"
  role   = aws_iam_role.role.id
  policy = file("${path.module}/../../workflows/table/policy.json")
}
resource "aws_dynamodb_table" "table" {
  name         = "items"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}
locals {
  key = { id = { "S.$" = "$.id" } }
  put = {
    Put = {
      Type       = "Task"
      Resource   = "arn:aws:states:::dynamodb:putItem"
      Parameters = { TableName = aws_dynamodb_table.table.name, Item = local.key }
      Next       = "Get"
    }
  }
  get = {
    Get = {
      Type       = "Task"
      Resource   = "arn:aws:states:::dynamodb:getItem"
      Parameters = { TableName = aws_dynamodb_table.table.name, Key = local.key }
      End        = true
    }
  }
}
