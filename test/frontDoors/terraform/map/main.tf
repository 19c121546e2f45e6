provider "aws" {
  region = "eu-west-1"
}
resource "aws_sfn_state_machine" "machine" {
  name       = "each"
  role_arn   = aws_iam_role.role.arn
  definition = templatefile("${path.module}/../../workflows/map/definition.asl.json", {
    Bucket = aws_s3_bucket.bucket.id
  })
}
resource "aws_iam_role" "role" {
  name = "map-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "own" {
  name   = "own"
  role   = aws_iam_role.role.id
  policy = file("${path.module}/../../workflows/map/policy.json")
}
resource "aws_s3_bucket" "bucket" {
  bucket = "items-of-ours"
}
