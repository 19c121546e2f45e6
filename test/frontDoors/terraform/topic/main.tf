provider "aws" {
  region = "eu-west-1"
}
resource "aws_sfn_state_machine" "machine" {
  name       = "topic"
  role_arn   = aws_iam_role.role.arn
  definition = jsonencode({
    QueryLanguage = "JSONata"
    StartAt       = "Tell"
    States = {
      Tell = {
        Type      = "Task"
        Resource  = "arn:aws:states:::sns:publish"
        Arguments = { TopicArn = aws_sns_topic.topic.arn, Message = "{% 'order ' & $states.input.id %}" }
        End       = true
      }
    }
  })
}
resource "aws_iam_role" "role" {
  name = "topic-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "own" {
  name   = "own"
  role   = aws_iam_role.role.id
  policy = file("${path.module}/../../workflows/topic/policy.json")
}
resource "aws_sns_topic" "topic" {
  name = "orders"
}
