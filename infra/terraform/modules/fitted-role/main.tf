# Keeps one policy of an execution role: what its state machine needs. The state machine depends on this module.

# Tells what this module wrote from what others did: rolefit changes and removes nothing else.
resource "terraform_data" "owner" {}

resource "aws_lambda_invocation" "policy" {
  function_name   = var.function_name
  lifecycle_scope = "CRUD"

  input = jsonencode(merge(local.properties, { Owner = terraform_data.owner.id, Revision = local.revision }))

  # A replacement: where a step of it fails, Terraform still knows where the policy is.
  triggers = {
    role   = basename(var.role_name)
    policy = var.policy_name
  }

  lifecycle {
    # Where an update fails, the provider takes the new input for done: https://github.com/hashicorp/terraform-provider-aws/issues/43447
    postcondition {
      condition     = try(jsondecode(self.result).Revision, "") == local.revision
      error_message = "The last update of this role's policy failed, though Terraform takes it for done: the policy is the one of before. Correct the reason, then change settle_seconds (6 for 5) to have it written."
    }
  }
}

locals {
  properties = {
    RoleName                = var.role_name
    PolicyName              = var.policy_name
    StateMachineName        = var.state_machine_name
    DefinitionString        = var.definition_string
    DefinitionS3Location    = local.definition_s3_location
    StateMachineArn         = var.state_machine_arn
    DefinitionSubstitutions = var.definition_substitutions
    Type                    = var.type
    Logging                 = var.logging
    Tracing                 = var.tracing
    KmsKeyArn               = var.kms_key_arn
    BucketKeys              = var.bucket_keys
    Facts                   = var.facts
    ExtraActions            = var.extra_actions
    AllowGuardedActions     = var.allow_guarded_actions
    DriftMode               = var.drift_mode
    SettleSeconds           = var.settle_seconds
  }

  # The function answers with it: which input the policy is of.
  revision = sha256(jsonencode(local.properties))

  # Without a version the property isn't there.
  definition_s3_location = var.definition_s3_location == null ? null : {
    for name, value in {
      Bucket  = var.definition_s3_location.bucket
      Key     = var.definition_s3_location.key
      Version = var.definition_s3_location.version
    } : name => value if value != null
  }
}

# Terraform removes tags that it does not know from a role that it manages, and rolefit's own with them.
check "tags" {
  data "aws_iam_role" "role" {
    name       = basename(var.role_name)
    depends_on = [aws_lambda_invocation.policy]
  }

  assert {
    condition     = !anytrue([for key in keys(data.aws_iam_role.role.tags) : startswith(key, "rolefit:policy:")])
    error_message = "The provider sees tags of rolefit's on the role ${var.role_name}, and removes them where it manages the role. Give it ignore_tags { key_prefixes = [\"rolefit:policy:\"] }."
  }
}
