provider "aws" {
  region = "eu-west-1"
}
resource "aws_sfn_state_machine" "machine" {
  name       = "fargate"
  role_arn   = aws_iam_role.role.arn
  definition = file("${path.module}/../../workflows/fargate/definition.asl.json")
}
resource "aws_iam_role" "role" {
  name = "fargate-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "own" {
  name   = "own"
  role   = aws_iam_role.role.id
  policy = file("${path.module}/../../workflows/fargate/policy.json")
}
resource "aws_ecs_task_definition" "task" {
  family                = "report"
  task_role_arn         = "arn:aws:iam::111122223333:role/report"
  execution_role_arn    = "arn:aws:iam::111122223333:role/pull"
  container_definitions = jsonencode([{ name = "report", image = "report" }])
}
