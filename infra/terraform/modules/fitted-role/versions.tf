terraform {
  required_version = ">= 1.5"

  required_providers {
    # Since 5.82 an update makes what depends on the result wait for it, and the result is new:
    # https://github.com/hashicorp/terraform-provider-aws/issues/34262
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.82"
    }
  }
}
