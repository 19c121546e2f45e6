import { own } from '../../own.ts';
import { byArn, byId, namedType, regionalForm, row, type TypeRow } from './typeRow.ts';

/**
 * The resource types of the AWS provider that definitions name, that facts are stated of, or that policies are in.
 *
 * Source: the pages of the types in https://github.com/hashicorp/terraform-provider-aws/tree/main/website/docs/r
 */

const KEY_OF_STATES = {
  EncryptionConfiguration: { Type: 'encryption_configuration.type', KmsKeyId: 'encryption_configuration.kms_key_id' },
};

/** Queues, topics, streams, buses. */
const MESSAGING: Readonly<Record<string, TypeRow>> = {
  aws_sqs_queue: row(
    'AWS::SQS::Queue',
    { QueueName: 'name', KmsMasterKeyId: 'kms_master_key_id' },
    { url: '', id: '', arn: '{arn}', name: '{name}' },
  ),
  aws_sns_topic: byArn('AWS::SNS::Topic', 'TopicName', { KmsMasterKeyId: 'kms_master_key_id' }),
  aws_kinesis_stream: row(
    'AWS::Kinesis::Stream',
    { Name: 'name', StreamEncryption: { KeyId: 'kms_key_id' } },
    { name: '', arn: '{arn}', id: '{arn}' },
  ),
  aws_kinesis_firehose_delivery_stream: row(
    'AWS::KinesisFirehose::DeliveryStream',
    {
      DeliveryStreamName: 'name',
      DeliveryStreamEncryptionConfigurationInput: { KeyARN: 'server_side_encryption.key_arn' },
    },
    { name: '', arn: '{arn}', id: '{arn}' },
  ),
  aws_cloudwatch_event_bus: namedType('AWS::Events::EventBus', 'Name', { KmsKeyIdentifier: 'kms_key_identifier' }),
  aws_cloudwatch_event_connection: row(
    'AWS::Events::Connection',
    { Name: 'name', KmsKeyIdentifier: 'kms_key_identifier' },
    { name: '', id: '', arn: '{arn}', secret_arn: 'SecretArn' },
  ),
  aws_cloudwatch_event_api_destination: namedType('AWS::Events::ApiDestination', 'Name'),
  aws_pipes_pipe: namedType('AWS::Pipes::Pipe', 'Name'),
  aws_scheduler_schedule_group: namedType('AWS::Scheduler::ScheduleGroup', 'Name'),
};

/** Buckets, tables, secrets, parameters, log groups, file systems. */
const STORAGE: Readonly<Record<string, TypeRow>> = {
  // Its encryption is a resource of its own: see buckets.ts.
  aws_s3_bucket: row('AWS::S3::Bucket', { BucketName: 'bucket' }, { bucket: '', id: '', arn: '{arn}' }),
  aws_dynamodb_table: row(
    'AWS::DynamoDB::Table',
    {
      TableName: 'name',
      SSESpecification: {
        SSEEnabled: 'server_side_encryption.enabled',
        KMSMasterKeyId: 'server_side_encryption.kms_key_arn',
      },
    },
    { name: '', id: '', arn: '{arn}', stream_arn: 'StreamArn' },
  ),
  aws_secretsmanager_secret: row(
    'AWS::SecretsManager::Secret',
    { Name: 'name', KmsKeyId: 'kms_key_id' },
    { arn: '', id: '' },
  ),
  aws_ssm_parameter: namedType('AWS::SSM::Parameter', 'Name', { Type: 'type', KeyId: 'key_id' }),
  // The provider's ARN lacks the `:*` of CloudFormation's.
  aws_cloudwatch_log_group: row(
    'AWS::Logs::LogGroup',
    { LogGroupName: 'name', KmsKeyId: 'kms_key_id' },
    { name: '', id: '', arn: regionalForm('logs', 'log-group:{}') },
  ),
  aws_db_instance: row('AWS::RDS::DBInstance', {}, { identifier: '', arn: '{arn}' }),
  aws_rds_cluster: row('AWS::RDS::DBCluster', {}, { cluster_identifier: '', id: '', arn: '{arn}' }),
  aws_redshift_cluster: row('AWS::Redshift::Cluster', {}, { cluster_identifier: '', id: '', arn: '{arn}' }),
  aws_opensearch_domain: row(
    'AWS::OpenSearchService::Domain',
    { DomainName: 'domain_name' },
    { domain_name: '', arn: '{arn}', id: '{arn}' },
  ),
  aws_opensearchserverless_collection: byId('AWS::OpenSearchServerless::Collection'),
};

/** Functions, containers, batch jobs. */
const COMPUTE: Readonly<Record<string, TypeRow>> = {
  aws_lambda_function: row(
    'AWS::Lambda::Function',
    { FunctionName: 'function_name', Role: 'role' },
    { function_name: '', id: '', arn: '{arn}', qualified_arn: '{arn}:{.version}' },
  ),
  aws_lambda_alias: row('AWS::Lambda::Alias', { FunctionName: 'function_name', Name: 'name' }, { arn: '', id: '' }),
  aws_ecs_cluster: row('AWS::ECS::Cluster', { ClusterName: 'name' }, { name: '', arn: '{arn}', id: '{arn}' }),
  aws_ecs_service: row('AWS::ECS::Service', { ServiceName: 'name', Role: 'iam_role' }, { id: '', name: '{name}' }),
  aws_ecs_task_definition: row(
    'AWS::ECS::TaskDefinition',
    { Family: 'family', TaskRoleArn: 'task_role_arn', ExecutionRoleArn: 'execution_role_arn' },
    {
      arn: '',
      arn_without_revision: regionalForm('ecs', 'task-definition/{.family}'),
      id: '{.family}',
      revision: 'Revision',
    },
  ),
  aws_ecr_repository: namedType('AWS::ECR::Repository', 'RepositoryName'),
  aws_eks_cluster: namedType('AWS::EKS::Cluster', 'Name', { RoleArn: 'role_arn' }),
  aws_batch_job_definition: row(
    'AWS::Batch::JobDefinition',
    { JobDefinitionName: 'name' },
    { arn: '', id: '', arn_prefix: regionalForm('batch', 'job-definition/{.name}'), revision: 'Revision' },
  ),
  aws_batch_job_queue: row('AWS::Batch::JobQueue', { JobQueueName: 'name' }, { arn: '', id: '' }),
  aws_batch_compute_environment: row(
    'AWS::Batch::ComputeEnvironment',
    { ComputeEnvironmentName: 'name', ServiceRole: 'service_role' },
    { arn: '' },
  ),
  aws_codebuild_project: row(
    'AWS::CodeBuild::Project',
    { Name: 'name', ServiceRole: 'service_role' },
    { name: '', arn: '{arn}', id: '{arn}' },
  ),
  aws_codepipeline: row(
    'AWS::CodePipeline::Pipeline',
    { Name: 'name', RoleArn: 'role_arn' },
    { name: '', id: '', arn: '{arn}' },
  ),
  aws_emr_cluster: byId('AWS::EMR::Cluster', {
    ServiceRole: 'service_role',
    JobFlowRole: 'ec2_attributes.instance_profile',
  }),
  aws_emrcontainers_virtual_cluster: byId('AWS::EMRContainers::VirtualCluster'),
  aws_emrserverless_application: byId('AWS::EMRServerless::Application'),
};

/** Analytics and machine learning. */
const ANALYTICS: Readonly<Record<string, TypeRow>> = {
  aws_athena_workgroup: namedType('AWS::Athena::WorkGroup', 'Name', {
    WorkGroupConfiguration: {
      EnforceWorkGroupConfiguration: 'configuration.enforce_workgroup_configuration',
      ResultConfiguration: {
        OutputLocation: 'configuration.result_configuration.output_location',
        EncryptionConfiguration: {
          KmsKey: 'configuration.result_configuration.encryption_configuration.kms_key_arn',
        },
      },
      ManagedQueryResultsConfiguration: {
        Enabled: 'configuration.managed_query_results_configuration.enabled',
        EncryptionConfiguration: {
          KmsKey: 'configuration.managed_query_results_configuration.encryption_configuration.kms_key',
        },
      },
    },
  }),
  aws_athena_data_catalog: namedType('AWS::Athena::DataCatalog', 'Name'),
  aws_glue_job: namedType('AWS::Glue::Job', 'Name', { Role: 'role_arn' }),
  aws_glue_crawler: namedType('AWS::Glue::Crawler', 'Name', { Role: 'role' }),
  aws_glue_trigger: namedType('AWS::Glue::Trigger', 'Name'),
  aws_glue_workflow: namedType('AWS::Glue::Workflow', 'Name'),
  aws_glue_catalog_database: row(
    'AWS::Glue::Database',
    { DatabaseInput: { Name: 'name' } },
    { name: '', arn: '{arn}' },
  ),
  aws_glue_catalog_table: row('AWS::Glue::Table', { TableInput: { Name: 'name' } }, { name: '' }),
  aws_bedrock_inference_profile: row(
    'AWS::Bedrock::ApplicationInferenceProfile',
    { ModelSource: { CopyFrom: 'model_source.copy_from' } },
    { arn: '{arn}', id: '' },
  ),
  aws_bedrockagent_agent: row('AWS::Bedrock::Agent', {}, { agent_id: '', id: '', agent_arn: '{arn}' }),
  aws_bedrockagent_knowledge_base: row('AWS::Bedrock::KnowledgeBase', {}, { id: '', arn: '{arn}' }),
  aws_sagemaker_model: byArn('AWS::SageMaker::Model', 'ModelName', { ExecutionRoleArn: 'execution_role_arn' }),
  aws_sagemaker_endpoint: byArn('AWS::SageMaker::Endpoint', 'EndpointName'),
  aws_sagemaker_endpoint_configuration: byArn('AWS::SageMaker::EndpointConfig', 'EndpointConfigName'),
  aws_sagemaker_pipeline: row(
    'AWS::SageMaker::Pipeline',
    { PipelineName: 'pipeline_name', RoleArn: 'role_arn' },
    { pipeline_name: '', id: '', arn: '{arn}' },
  ),
};

/** Keys, roles, APIs, and Step Functions itself. */
const OTHERS: Readonly<Record<string, TypeRow>> = {
  aws_sfn_state_machine: row(
    'AWS::StepFunctions::StateMachine',
    {
      StateMachineName: 'name',
      StateMachineType: 'type',
      RoleArn: 'role_arn',
      LoggingConfiguration: { Level: 'logging_configuration.level' },
      TracingConfiguration: { Enabled: 'tracing_configuration.enabled' },
      ...KEY_OF_STATES,
    },
    { arn: '', id: '', name: 'Name', state_machine_version_arn: '{version}' },
  ),
  aws_sfn_activity: row(
    'AWS::StepFunctions::Activity',
    { Name: 'name', ...KEY_OF_STATES },
    { arn: '', id: '', name: 'Name' },
  ),
  aws_sfn_alias: row('AWS::StepFunctions::StateMachineAlias', { Name: 'name' }, { arn: '', id: '' }),
  aws_kms_key: row('AWS::KMS::Key', {}, { key_id: '', id: '', arn: '{arn}' }),
  aws_kms_external_key: row('AWS::KMS::Key', {}, { id: '', arn: '{arn}' }),
  aws_kms_replica_key: row('AWS::KMS::ReplicaKey', {}, { key_id: '', id: '', arn: '{arn}' }),
  aws_kms_alias: namedType('AWS::KMS::Alias', 'AliasName', { TargetKeyId: 'target_key_id' }),
  aws_iam_role: row(
    'AWS::IAM::Role',
    { RoleName: 'name', Path: 'path', PermissionsBoundary: 'permissions_boundary' },
    { name: '', id: '', arn: '{arn}' },
  ),
  aws_iam_user: namedType('AWS::IAM::User', 'UserName', { Path: 'path' }),
  aws_iam_policy: row('AWS::IAM::ManagedPolicy', { ManagedPolicyName: 'name', Path: 'path' }, { arn: '', id: '' }),
  aws_iam_instance_profile: namedType('AWS::IAM::InstanceProfile', 'InstanceProfileName', { Path: 'path' }),
  aws_api_gateway_rest_api: row(
    'AWS::ApiGateway::RestApi',
    {},
    { id: '', arn: '{arn}', execution_arn: regionalForm('execute-api', '{}') },
  ),
  aws_apigatewayv2_api: row(
    'AWS::ApiGatewayV2::Api',
    {},
    { id: '', arn: '{arn}', execution_arn: regionalForm('execute-api', '{}') },
  ),
  aws_cognito_user_pool: byId('AWS::Cognito::UserPool'),
  aws_iot_topic_rule: namedType('AWS::IoT::TopicRule', 'RuleName'),
  aws_media_convert_queue: namedType('AWS::MediaConvert::Queue', 'Name'),
  aws_ssm_document: namedType('AWS::SSM::Document', 'Name'),
};

const ROWS: Readonly<Record<string, TypeRow>> = { ...MESSAGING, ...STORAGE, ...COMPUTE, ...ANALYTICS, ...OTHERS };

/** The row of a type of the AWS provider; undefined for one that the analysis has no use for. */
export function typeRow(type: string): TypeRow | undefined {
  return own(ROWS, type);
}

/** True for a type that the analysis has a use for. */
export function isTranslated(type: string): boolean {
  return typeRow(type) !== undefined;
}

/** The types of the table, for whoever checks it. */
export const TERRAFORM_TYPES: readonly string[] = Object.keys(ROWS);
