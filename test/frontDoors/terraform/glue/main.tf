provider "aws" {
  region = "eu-west-1"
}
resource "aws_sfn_state_machine" "machine" {
  name       = "glue"
  role_arn   = aws_iam_role.role.arn
  definition = data.template_file.definition.rendered
}
resource "aws_iam_role" "role" {
  name = "glue-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "own" {
  name   = "own"
  role   = aws_iam_role.role.id
  policy = file("${path.module}/../../workflows/glue/policy.json")
}
resource "aws_glue_job" "job" {
  name     = "nightly"
  role_arn = "arn:aws:iam::111122223333:role/glue"
  command {
    script_location = "s3://code/nightly.py"
  }
}
data "template_file" "definition" {
  template = file("${path.module}/../../workflows/glue/definition.asl.json")
  vars     = { Job = aws_glue_job.job.name }
}
