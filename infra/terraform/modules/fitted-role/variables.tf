# The properties of Custom::StateMachineRolePolicy, in snake_case; null is left out. What each is: docs/terraform-deploy.md.

variable "function_name" {
  description = "The function's name or ARN: the output function_name of infra/terraform."
  type        = string
}

variable "role_name" {
  description = "The execution role: its name or ARN. It has the tags rolefit:managed = true and rolefit:deployer = terraform. A change is a replacement."
  type        = string
}

variable "policy_name" {
  description = "Several modules that share a role need one each. A change is a replacement."
  type        = string
  default     = "rolefit"
}

variable "state_machine_name" {
  description = "Needed where the workflow refers to itself (distributed Map, HTTP tasks), and for updates to keep what executions still need."
  type        = string
  default     = null
}

variable "definition_string" {
  description = "The definition as the state machine has it. One of definition_string, definition_s3_location and state_machine_arn."
  type        = string
  default     = null
}

variable "definition_s3_location" {
  description = "The definition in the bucket that infra/terraform was given."
  type        = object({ bucket = string, key = string, version = optional(string) })
  default     = null
}

variable "state_machine_arn" {
  description = "A state machine that exists: its definition is the word of whoever may change it."
  type        = string
  default     = null
}

variable "definition_substitutions" {
  description = "The values of $${Name} in the definition."
  type        = map(string)
  default     = null
}

variable "type" {
  description = "STANDARD or EXPRESS."
  type        = string
  default     = null
}

variable "logging" {
  description = "Whether the state machine logs to CloudWatch Logs."
  type        = bool
  default     = null
}

variable "tracing" {
  description = "Whether the state machine is traced with X-Ray."
  type        = bool
  default     = null
}

variable "kms_key_arn" {
  description = "The customer managed key that encrypts the state machine."
  type        = string
  default     = null
}

variable "bucket_keys" {
  description = "Bucket to the KMS key of its objects, for a distributed Map's reader and writer."
  type        = map(string)
  default     = null
}

variable "facts" {
  description = "What the named resources are, as in a facts file: ARN or pattern to key, roles, ...; counts before what AWS says."
  type        = any
  default     = null
}

variable "extra_actions" {
  description = "What operations need that rolefit does not know, or need besides: operation to actions and resources."
  type        = any
  default     = null
}

variable "allow_guarded_actions" {
  description = "Guarded actions that this definition may have; infra/terraform must list them, too."
  type        = list(string)
  default     = null
}

variable "drift_mode" {
  description = "What the re-check does about drift: remediate or alert."
  type        = string
  default     = null
}

variable "settle_seconds" {
  description = "How long to wait when IAM agrees, since services may lag behind it; 5 if null, at most 60."
  type        = number
  default     = null
}
