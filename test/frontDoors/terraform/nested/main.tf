provider "aws" {
  region = "eu-west-1"
}
resource "aws_sfn_state_machine" "machine" {
  name       = "nested"
  role_arn   = aws_iam_role.role.arn
  definition = replace(file("${path.module}/../../workflows/nested/definition.asl.json"), "$${ChildArn}", aws_sfn_state_machine.child.arn)
}
resource "aws_iam_role" "role" {
  name = "nested-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "own" {
  name   = "own"
  role   = aws_iam_role.role.id
  policy = file("${path.module}/../../workflows/nested/policy.json")
}
resource "aws_sfn_state_machine" "child" {
  name       = "child"
  role_arn   = "arn:aws:iam::111122223333:role/child"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
}
