terraform {
  required_version = ">= 1.5"

  required_providers {
    # 6.65 is the first with aws_lambda_resource_policy; since 6.19 it knows the runtime nodejs24.x:
    # https://github.com/hashicorp/terraform-provider-aws/blob/main/CHANGELOG.md
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.65"
    }
    archive = {
      source  = "hashicorp/archive"
      version = ">= 2.4"
    }
  }
}
