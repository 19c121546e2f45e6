provider "aws" {
  region = "eu-west-1"
}
resource "aws_sfn_state_machine" "machine" {
  name       = "sdk"
  role_arn   = aws_iam_role.role.arn
  definition = templatefile("${path.module}/../../workflows/sdk/definition.asl.json", {
    Setting = aws_ssm_parameter.setting.name
  })
}
resource "aws_iam_role" "role" {
  name = "sdk-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "own" {
  name   = "own"
  role   = aws_iam_role.role.id
  policy = file("${path.module}/../../workflows/sdk/policy.json")
}
resource "aws_ssm_parameter" "setting" {
  name  = "/shop/mode"
  type  = "String"
  value = "open"
}
