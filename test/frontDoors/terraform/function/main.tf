provider "aws" {
  region = "eu-west-1"
}
resource "aws_sfn_state_machine" "machine" {
  name       = "function"
  role_arn   = aws_iam_role.role.arn
  definition = templatefile("${path.module}/../../workflows/function/definition.asl.json", {
    FunctionArn = aws_lambda_function.function.arn
  })
}
resource "aws_iam_role" "role" {
  name = "function-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "own" {
  name   = "own"
  role   = aws_iam_role.role.id
  policy = file("${path.module}/../../workflows/function/policy.json")
}
resource "aws_lambda_function" "function" {
  function_name = "price"
  role          = "arn:aws:iam::111122223333:role/price"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  s3_bucket     = "code"
  s3_key        = "price.zip"
}
