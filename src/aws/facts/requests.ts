/**
 * All that is ever asked of AWS to look up facts: IAM action → the resources that it is asked on. Each only reads, and
 * none returns what a resource holds: no message, item, object or secret. `*`: IAM has no narrower resource for it.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const LOOK_UP_REQUESTS = {
  'athena:GetWorkGroup': 'arn:${Partition}:athena:${Region}:${Account}:workgroup/*',
  'bedrock:GetInferenceProfile': 'arn:${Partition}:bedrock:${Region}:${Account}:*inference-profile/*',
  'dynamodb:DescribeTable': 'arn:${Partition}:dynamodb:${Region}:${Account}:table/*',
  'ecs:DescribeTaskDefinition': '*',
  'events:DescribeConnection': 'arn:${Partition}:events:${Region}:${Account}:connection/*',
  'events:DescribeEventBus': 'arn:${Partition}:events:${Region}:${Account}:event-bus/*',
  'firehose:DescribeDeliveryStream': 'arn:${Partition}:firehose:${Region}:${Account}:deliverystream/*',
  'iam:GetInstanceProfile': 'arn:${Partition}:iam::${Account}:instance-profile/*',
  'iam:GetRole': 'arn:${Partition}:iam::${Account}:role/*',
  'kinesis:DescribeStreamSummary': 'arn:${Partition}:kinesis:${Region}:${Account}:stream/*',
  'kms:DescribeKey': 'arn:${Partition}:kms:${Region}:${Account}:key/*',
  'logs:DescribeLogGroups': '*',
  's3:GetEncryptionConfiguration': 'arn:${Partition}:s3:::*',
  'secretsmanager:DescribeSecret': 'arn:${Partition}:secretsmanager:${Region}:${Account}:secret:*',
  'sns:GetTopicAttributes': 'arn:${Partition}:sns:${Region}:${Account}:*',
  'sqs:GetQueueAttributes': 'arn:${Partition}:sqs:${Region}:${Account}:*',
  'sqs:GetQueueUrl': 'arn:${Partition}:sqs:${Region}:${Account}:*',
  'ssm:DescribeParameters': '*',
  'states:DescribeActivity': 'arn:${Partition}:states:${Region}:${Account}:activity:*',
  'states:DescribeStateMachine': 'arn:${Partition}:states:${Region}:${Account}:stateMachine:*',
  // Asked once where the credentials' account isn't known. IAM needs no permission for it.
  'sts:GetCallerIdentity': '*',
} as const;

export type LookUpAction = keyof typeof LOOK_UP_REQUESTS;
