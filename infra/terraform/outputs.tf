output "function_name" {
  description = "What the module fitted-role invokes."
  value       = aws_lambda_function.role_policy.function_name
  # Nobody invokes it before it is closed to others.
  depends_on = [aws_lambda_resource_policy.role_policy]
}

output "function_arn" {
  description = "What those who run Terraform must be allowed to invoke (lambda:InvokeFunction)."
  value       = aws_lambda_function.role_policy.arn
}

output "alert_topic_arn" {
  description = "The topic of alarms and messages; chat applications subscribe to it. Null - none."
  value       = one(aws_sns_topic.alerts[*].arn)
}

output "changes_queue_url" {
  description = "The queue of API calls that are to be checked. Null - none."
  value       = one(aws_sqs_queue.changes[*].url)
}

output "dead_letter_queue_arn" {
  description = "The queue of those that could not be; aws sqs start-message-move-task sends them on their way again. Null - none."
  value       = one(aws_sqs_queue.dead_letters[*].arn)
}

output "sweep_state_machine_arn" {
  description = "The sweep; aws stepfunctions start-execution runs it now. Null - none."
  value       = one(aws_sfn_state_machine.sweep[*].arn)
}
