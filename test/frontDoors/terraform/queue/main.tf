provider "aws" {
  region = "eu-west-1"
}
resource "aws_sfn_state_machine" "machine" {
  name       = "queue"
  role_arn   = aws_iam_role.role.arn
  definition = <<-EOT
    {
      "StartAt": "Send",
      "States": {
        "Send": {
          "Type": "Task",
          "Resource": "arn:aws:states:::sqs:sendMessage",
          "Parameters": { "QueueUrl": "${aws_sqs_queue.queue.url}", "MessageBody.$": "$" },
          "End": true
        }
      }
    }
  EOT
}
resource "aws_iam_role" "role" {
  name = "queue-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "own" {
  name   = "own"
  role   = aws_iam_role.role.id
  policy = file("${path.module}/../../workflows/queue/policy.json")
}
resource "aws_sqs_queue" "queue" {
  name              = "jobs"
  kms_master_key_id = "arn:aws:kms:eu-west-1:111122223333:key/0123abcd-0123-0123-0123-0123456789ab"
}
