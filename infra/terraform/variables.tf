# template.yaml's parameters, in snake_case; test/infra/terraform.test.ts holds that none is missing and all defaults are the same.

variable "name" {
  description = "What the names of rolefit's resources begin with. A second deployment in an account needs another one."
  type        = string
  default     = "rolefit"

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9-]{0,22}$", var.name))
    error_message = "must begin with a letter and have at most 23 letters, digits and hyphens"
  }
}

variable "bundles" {
  description = "The folder with the functions' bundles (role-policy, drift-check, sweep). Null - dist of this checkout, which npm ci makes."
  type        = string
  default     = null
}

# Which roles it may change

variable "role_path" {
  description = "Only roles below this path are changed (and only those with the tag rolefit:managed = true)."
  type        = string
  default     = "/"

  validation {
    condition     = can(regex("^/(?:[A-Za-z0-9+=,.@_-]+/)*$", var.role_path))
    error_message = "must be a path such as / or /workflows/"
  }
}

variable "permissions_boundary_arn" {
  description = "Only roles that have this permissions boundary are changed. Empty - no boundary is asked for."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^(?:arn:[^:]+:iam::(?:aws|\\d{12}):policy/.+)?$", var.permissions_boundary_arn))
    error_message = "must be the ARN of an IAM policy"
  }
}

variable "function_boundary_arn" {
  description = "The permissions boundary of rolefit's own roles. Empty - none."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^(?:arn:[^:]+:iam::(?:aws|\\d{12}):policy/.+)?$", var.function_boundary_arn))
    error_message = "must be the ARN of an IAM policy"
  }
}

# Who may call it

variable "deployers" {
  description = "The ARNs of the roles and users that run Terraform, with * and ? if need be. Nobody else may invoke the function."
  type        = list(string)

  validation {
    condition     = length(var.deployers) > 0 && alltrue([for arn in var.deployers : can(regex("^arn:[^:]+:(?:iam|sts)::\\d{12}:(?:role|user|federated-user)/.+$", arn))])
    error_message = "must be ARNs of roles or users, such as arn:aws:iam::111122223333:role/deploy; of a session, its role's"
  }
}

variable "allow_guarded_actions" {
  description = "The guarded actions that a fitted role may have where its module lists them, such as iam:AttachUserPolicy."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for action in var.allow_guarded_actions : can(regex("^[a-z0-9-]+:[A-Za-z0-9]+$", action))])
    error_message = "must be IAM actions by name, without wildcards, such as iam:AttachUserPolicy"
  }
}

# Where definitions are

variable "definition_bucket_name" {
  description = "The bucket of definition_s3_location. Empty - definitions are in the configuration, and no bucket is read."
  type        = string
  default     = ""
}

variable "definition_key_arns" {
  description = "The customer managed KMS keys of the objects in that bucket."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.definition_key_arns : can(regex("^arn:[^:]+:kms:[^:]+:\\d{12}:key/[A-Za-z0-9-]+$", arn))])
    error_message = "must be ARNs of KMS keys"
  }
}

variable "state_machine_key_arns" {
  description = "The customer managed KMS keys of state machines, whose definitions are read."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.state_machine_key_arns : can(regex("^arn:[^:]+:kms:[^:]+:\\d{12}:key/[A-Za-z0-9-]+$", arn))])
    error_message = "must be ARNs of KMS keys"
  }
}

# What the named resources are

variable "look_up" {
  description = "Whether the functions ask AWS what the resources of a definition are - the key of a queue, the roles of a task definition. They read descriptions, never contents. After the deploy nothing is granted because of an answer."
  type        = string
  default     = "enabled"

  validation {
    condition     = contains(["enabled", "disabled"], var.look_up)
    error_message = "must be enabled or disabled"
  }
}

# The re-check after the deploy

variable "drift_check" {
  description = "Whether roles are checked again when state machines or roles change."
  type        = string
  default     = "enabled"

  validation {
    condition     = contains(["enabled", "disabled"], var.drift_check)
    error_message = "must be enabled or disabled"
  }
}

variable "ceiling" {
  description = "Actions that the re-check may grant, such as dynamodb:*,lambda:InvokeFunction. Empty - all that are not guarded."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^(?:[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+(?:,[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)*)?$", var.ceiling))
    error_message = "must be a list of actions such as dynamodb:*,lambda:InvokeFunction"
  }
}

variable "wildcards" {
  description = "What the re-check grants of reads of secrets, parameters, keys and objects whose names only a run tells. deployed - as wide as the last deployment had them. allow - whatever a definition needs. refuse - as deployed, and nothing is put back."
  type        = string
  default     = "deployed"

  validation {
    condition     = contains(["deployed", "allow", "refuse"], var.wildcards)
    error_message = "must be deployed, allow or refuse"
  }
}

variable "grace_seconds" {
  description = "How long after a deployment nothing is taken from its policy, since its state machine may not be there yet."
  type        = number
  default     = 3600

  validation {
    condition     = var.grace_seconds >= 0 && var.grace_seconds <= 86400
    error_message = "must be from 0 to 86400"
  }
}

variable "sweep" {
  description = "Whether all roles are checked on a schedule. Without it nothing that is not needed any more is taken away."
  type        = string
  default     = "enabled"

  validation {
    condition     = contains(["enabled", "disabled"], var.sweep)
    error_message = "must be enabled or disabled"
  }
}

variable "sweep_schedule" {
  description = "When the sweep runs, as an EventBridge schedule expression."
  type        = string
  default     = "rate(1 hour)"
}

variable "sweep_settle_seconds" {
  description = "How long the sweep waits before it takes permissions away. Express workflows run for five minutes at most."
  type        = number
  default     = 330

  validation {
    condition     = var.sweep_settle_seconds >= 1 && var.sweep_settle_seconds <= 3600
    error_message = "must be from 1 to 3600"
  }
}

# Alerts

variable "alarms" {
  description = "Whether there are CloudWatch alarms, and a topic for them and for messages."
  type        = string
  default     = "enabled"

  validation {
    condition     = contains(["enabled", "disabled"], var.alarms)
    error_message = "must be enabled or disabled"
  }
}

variable "sweep_alarm_seconds" {
  description = "The alarm for a sweep that did not run sounds after this long without one."
  type        = number
  default     = 10800

  validation {
    condition     = contains([3600, 7200, 10800, 21600, 43200, 86400], var.sweep_alarm_seconds)
    error_message = "must be 3600, 7200, 10800, 21600, 43200 or 86400"
  }
}

variable "alert_email" {
  description = "Who gets the alarms and messages by e-mail. Empty - nobody; subscribe to the topic by other means."
  type        = string
  default     = ""
}

variable "dashboard" {
  description = "Whether there is a CloudWatch dashboard."
  type        = string
  default     = "enabled"

  validation {
    condition     = contains(["enabled", "disabled"], var.dashboard)
    error_message = "must be enabled or disabled"
  }
}

# How it runs

variable "architecture" {
  description = "The processor that the functions run on."
  type        = string
  default     = "arm64"

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "must be arm64 or x86_64"
  }
}

variable "log_retention_in_days" {
  description = "How long the functions' logs are kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653], var.log_retention_in_days)
    error_message = "must be a retention that CloudWatch Logs offers, such as 30 or 365"
  }
}

variable "x_ray_tracing" {
  description = "Whether the functions' requests are traced with AWS X-Ray."
  type        = bool
  default     = false
}
