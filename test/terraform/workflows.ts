import type { Json, JsonObject } from '../../src/asl/json.ts';

/** Workflows, each with the resources that it names as CloudFormation and as Terraform have them. */
export interface Workflow {
  readonly name: string;
  /** A task, with `${Name}` for what the resources give. */
  readonly task: JsonObject;
  /** What each name stands for: CloudFormation's value and Terraform's expression. */
  readonly names: Readonly<Record<string, readonly [Json, string]>>;
  readonly resources: JsonObject;
  readonly terraform: string;
  /** True where the value is no name that the files give, so that a state made of them lacks it. */
  readonly isGenerated?: true;
}

const att = (id: string, attribute: string): Json => ({ 'Fn::GetAtt': [id, attribute] });
const ref = (id: string): Json => ({ Ref: id });
const task = (resource: string, Parameters: JsonObject): JsonObject => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${resource}`,
  Parameters,
  End: true,
});

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/0123abcd-0123-0123-0123-0123456789ab';
const TRUST = 'assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })';

export const WORKFLOWS: readonly Workflow[] = [
  {
    name: 'a queue with a key, by its URL',
    task: task('sqs:sendMessage', { QueueUrl: '${q}', MessageBody: 'x' }),
    names: { q: [ref('Q'), 'aws_sqs_queue.q.url'] },
    resources: { Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q', KmsMasterKeyId: KEY } } },
    terraform: `resource "aws_sqs_queue" "q" {
  name              = "q"
  kms_master_key_id = "${KEY}"
}`,
  },
  {
    name: 'a topic with the key of an alias',
    task: task('sns:publish', { TopicArn: '${t}', Message: 'x' }),
    names: { t: [ref('T'), 'aws_sns_topic.t.arn'] },
    resources: {
      T: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 't', KmsMasterKeyId: ref('A') } },
      A: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/a', TargetKeyId: KEY } },
    },
    terraform: `resource "aws_sns_topic" "t" {
  name              = "t"
  kms_master_key_id = aws_kms_alias.a.name
}
resource "aws_kms_alias" "a" {
  name          = "alias/a"
  target_key_id = "${KEY}"
}`,
  },
  {
    name: 'a table with a key, by its name',
    task: task('dynamodb:putItem', { TableName: '${t}', Item: {} }),
    names: { t: [ref('T'), 'aws_dynamodb_table.t.id'] },
    resources: {
      T: {
        Type: 'AWS::DynamoDB::Table',
        Properties: { TableName: 't', SSESpecification: { SSEEnabled: true, KMSMasterKeyId: KEY } },
      },
    },
    terraform: `resource "aws_dynamodb_table" "t" {
  name = "t"
  server_side_encryption {
    enabled     = true
    kms_key_arn = "${KEY}"
  }
}`,
  },
  {
    name: 'an alias of a function',
    task: task('lambda:invoke', { FunctionName: '${f}' }),
    names: { f: [ref('A'), 'aws_lambda_alias.a.arn'] },
    resources: {
      F: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'f' } },
      A: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: ref('F'), Name: 'live', FunctionVersion: '1' } },
    },
    terraform: `resource "aws_lambda_function" "f" {
  function_name = "f"
}
resource "aws_lambda_alias" "a" {
  name          = "live"
  function_name = aws_lambda_function.f.function_name
}`,
  },
  {
    name: 'a task definition with its roles',
    task: task('ecs:runTask.sync', { Cluster: '${c}', TaskDefinition: 'nightly' }),
    names: { c: [att('C', 'Arn'), 'aws_ecs_cluster.c.arn'] },
    resources: {
      C: { Type: 'AWS::ECS::Cluster', Properties: { ClusterName: 'c' } },
      D: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: { Family: 'nightly', TaskRoleArn: att('T', 'Arn'), ExecutionRoleArn: att('E', 'Arn') },
      },
      T: { Type: 'AWS::IAM::Role', Properties: { RoleName: 't', AssumeRolePolicyDocument: {} } },
      E: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'e', Path: '/x/', AssumeRolePolicyDocument: {} } },
    },
    terraform: `resource "aws_ecs_cluster" "c" { name = "c" }
resource "aws_ecs_task_definition" "d" {
  family             = "nightly"
  task_role_arn      = aws_iam_role.t.arn
  execution_role_arn = aws_iam_role.e.arn
}
resource "aws_iam_role" "t" {
  name = "t"
  ${TRUST}
}
resource "aws_iam_role" "e" {
  name = "e"
  path = "/x/"
  ${TRUST}
}`,
  },
  {
    name: 'a job queue',
    task: task('batch:submitJob.sync', { JobName: 'j', JobQueue: '${q}', JobDefinition: 'd' }),
    names: { q: [ref('Q'), 'aws_batch_job_queue.q.arn'] },
    resources: { Q: { Type: 'AWS::Batch::JobQueue', Properties: { JobQueueName: 'q' } } },
    terraform: 'resource "aws_batch_job_queue" "q" { name = "q" }',
  },
  {
    name: 'a job of Glue',
    task: task('glue:startJobRun.sync', { JobName: '${j}' }),
    names: { j: [ref('J'), 'aws_glue_job.j.name'] },
    resources: { J: { Type: 'AWS::Glue::Job', Properties: { Name: 'j', Role: 'r' } } },
    terraform: 'resource "aws_glue_job" "j" {\n  name     = "j"\n  role_arn = "r"\n}',
  },
  {
    name: 'a workgroup that says where results go',
    task: task('athena:startQueryExecution.sync', { QueryString: 'SELECT 1', WorkGroup: '${w}' }),
    names: { w: [ref('W'), 'aws_athena_workgroup.w.id'] },
    resources: {
      W: {
        Type: 'AWS::Athena::WorkGroup',
        Properties: {
          Name: 'w',
          WorkGroupConfiguration: { ResultConfiguration: { OutputLocation: 's3://results/q/' } },
        },
      },
    },
    terraform: `resource "aws_athena_workgroup" "w" {
  name = "w"
  configuration {
    result_configuration {
      output_location = "s3://results/q/"
    }
  }
}`,
  },
  {
    name: 'another state machine, EXPRESS',
    task: task('states:startExecution', { StateMachineArn: '${m}' }),
    names: { m: [ref('Child'), 'aws_sfn_state_machine.child.arn'] },
    resources: {
      Child: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          StateMachineName: 'child',
          StateMachineType: 'EXPRESS',
          RoleArn: 'arn:aws:iam::111122223333:role/child',
          DefinitionString: '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}',
        },
      },
    },
    terraform: `resource "aws_sfn_state_machine" "child" {
  name       = "child"
  type       = "EXPRESS"
  role_arn   = "arn:aws:iam::111122223333:role/child"
  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Succeed" } } })
}`,
  },
  {
    name: 'an alias of another state machine',
    isGenerated: true,
    task: task('states:startExecution', { StateMachineArn: '${a}' }),
    names: { a: [ref('A'), 'aws_sfn_alias.a.arn'] },
    resources: {
      Child: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          StateMachineName: 'child',
          RoleArn: 'arn:aws:iam::111122223333:role/child',
          DefinitionString: '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}',
          EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: KEY },
        },
      },
      V: { Type: 'AWS::StepFunctions::StateMachineVersion', Properties: { StateMachineArn: ref('Child') } },
      A: {
        Type: 'AWS::StepFunctions::StateMachineAlias',
        Properties: { Name: 'live', RoutingConfiguration: [{ StateMachineVersionArn: ref('V'), Weight: 100 }] },
      },
    },
    terraform: `resource "aws_sfn_state_machine" "child" {
  name       = "child"
  publish    = true
  role_arn   = "arn:aws:iam::111122223333:role/child"
  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Succeed" } } })
  encryption_configuration {
    type       = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id = "${KEY}"
  }
}
resource "aws_sfn_alias" "a" {
  name = "live"
  routing_configuration {
    state_machine_version_arn = aws_sfn_state_machine.child.state_machine_version_arn
    weight                    = 100
  }
}`,
  },
  {
    name: 'a bucket whose encryption is a resource of its own',
    task: task('aws-sdk:s3:putObject', { Bucket: '${b}', Key: 'k', Body: 'x' }),
    names: { b: [ref('B'), 'aws_s3_bucket.b.id'] },
    resources: {
      B: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          BucketName: 'orders-b',
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [
              { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY } },
            ],
          },
        },
      },
    },
    terraform: `resource "aws_s3_bucket" "b" { bucket = "orders-b" }
resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
  bucket = aws_s3_bucket.b.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = "${KEY}"
    }
  }
}`,
  },
  {
    name: 'a bus with a key',
    task: task('events:putEvents', { Entries: [{ EventBusName: '${b}', Source: 's', DetailType: 'd', Detail: {} }] }),
    names: { b: [ref('B'), 'aws_cloudwatch_event_bus.b.name'] },
    resources: { B: { Type: 'AWS::Events::EventBus', Properties: { Name: 'b', KmsKeyIdentifier: KEY } } },
    terraform: `resource "aws_cloudwatch_event_bus" "b" {
  name               = "b"
  kms_key_identifier = "${KEY}"
}`,
  },
];
