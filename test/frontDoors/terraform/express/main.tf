provider "aws" {
  region = "eu-west-1"
}
resource "aws_sfn_state_machine" "machine" {
  name       = "express"
  role_arn   = aws_iam_role.role.arn
  definition = templatefile("${path.module}/../../workflows/express/definition.asl.json", {
    Bus = aws_cloudwatch_event_bus.bus.name
  })
  type       = "EXPRESS"
  tracing_configuration {
    enabled = true
  }
  logging_configuration {
    level                  = "ALL"
    include_execution_data = true
    log_destination        = "${aws_cloudwatch_log_group.logs.arn}:*"
  }
}
resource "aws_iam_role" "role" {
  name = "express-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "own" {
  name   = "own"
  role   = aws_iam_role.role.id
  policy = file("${path.module}/../../workflows/express/policy.json")
}
resource "aws_cloudwatch_event_bus" "bus" {
  name = "shop"
}
resource "aws_cloudwatch_log_group" "logs" {
  name = "/flows/express"
}
