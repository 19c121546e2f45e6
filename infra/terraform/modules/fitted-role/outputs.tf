output "result" {
  description = "What was made: RoleName, Revision, PolicyName, PolicyHash, PolicySize, Statements, ManagedPolicies, Calls, Findings, Writes."
  value       = jsondecode(aws_lambda_invocation.policy.result)
}
