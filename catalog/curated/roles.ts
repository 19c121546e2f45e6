import type { RoleField } from '../../src/sdk/roles.ts';
import { roleArgument, roleRule } from './write.ts';

/**
 * Which service a role is handed to. A role's field is found by its name; its principal is the service's own name
 * unless a row here says otherwise.
 *
 * Source: the operations' tables of the service authorization reference, which give iam:PassedToService its values, and
 * the page of each service
 */
export interface PrincipalRow {
  readonly service: string;
  /** The end of the field's path; without it, every field of the service. */
  readonly field?: string;
  /** The operations; without it, all. */
  readonly operations?: RegExp;
  /** Several where the pages differ, or where the arguments decide which of them it is. */
  readonly principal: string | readonly string[];
}

const EC2 = 'ec2.amazonaws.com';
const ECS_TASKS = 'ecs-tasks.amazonaws.com';
const EKS = 'eks.amazonaws.com';
const RDS = 'rds.amazonaws.com';

/** The first row that fits counts. */
export const PRINCIPALS: readonly PrincipalRow[] = [
  { service: 'accessanalyzer', principal: 'access-analyzer.amazonaws.com' },
  { service: 'apigatewayv2', principal: 'apigateway.amazonaws.com' },
  { service: 'amp', principal: ['aps.amazonaws.com', 'scraper.aps.amazonaws.com'] },
  { service: 'appflow', field: 'Redshift.RoleArn', principal: ['appflow.amazonaws.com', 'redshift.amazonaws.com'] },
  {
    service: 'appflow',
    field: 'Redshift.DataApiRoleArn',
    principal: ['appflow.amazonaws.com', 'redshift.amazonaws.com'],
  },
  { service: 'applicationautoscaling', principal: 'application-autoscaling.amazonaws.com' },
  // https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html
  {
    service: 'apprunner',
    field: 'AccessRoleArn',
    principal: ['build.apprunner.amazonaws.com', 'bullet.amazonaws.com'],
  },
  {
    service: 'apprunner',
    field: 'InstanceRoleArn',
    principal: ['bullet.amazonaws.com', 'tasks.apprunner.amazonaws.com'],
  },
  { service: 'autoscaling', field: 'IamInstanceProfile', principal: EC2 },
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_backup.html
  {
    service: 'backup',
    operations: /RestoreTestingSelection$/,
    principal: ['backup.amazonaws.com', 'restore-testing.backup.amazonaws.com'],
  },
  { service: 'backup', field: 'ScannerRoleArn', principal: 'malware-protection.guardduty.amazonaws.com' },
  // https://docs.aws.amazon.com/batch/latest/userguide/batch-check-ecsinstancerole.html and
  // https://docs.aws.amazon.com/batch/latest/userguide/spot-fleet-roles-cli.html
  { service: 'batch', field: 'InstanceRole', principal: EC2 },
  { service: 'batch', field: 'Ec2InstanceProfileArn', principal: EC2 },
  { service: 'batch', field: 'SpotIamFleetRole', principal: 'spotfleet.amazonaws.com' },
  { service: 'batch', field: 'InfrastructureRoleArn', principal: 'ecs.amazonaws.com' },
  { service: 'batch', field: 'ServiceRole', principal: 'batch.amazonaws.com' },
  { service: 'batch', principal: ECS_TASKS },
  { service: 'bedrock', field: 'SageMaker.ExecutionRole', principal: 'sagemaker.amazonaws.com' },
  { service: 'bedrockagentcorecontrol', field: 'InstanceProfileArn', principal: EC2 },
  { service: 'braket', principal: ['braket.amazonaws.com', 'sagemaker.amazonaws.com'] },
  { service: 'chimesdkmediapipelines', principal: 'mediapipelines.chime.amazonaws.com' },
  { service: 'cloudcontrol', principal: 'cloudformation.amazonaws.com' },
  {
    service: 'cloudformation',
    operations: /^(Activate|Register)Type$/,
    principal: ['cloudformation.amazonaws.com', 'resources.cloudformation.amazonaws.com'],
  },
  {
    service: 'cloudwatch',
    field: 'RoleArn',
    operations: /^PutMetricStream$/,
    principal: 'streams.metrics.cloudwatch.amazonaws.com',
  },
  {
    service: 'codeconnections',
    principal: ['cloudformation.sync.codeconnections.amazonaws.com', 'sync.codeconnections.amazonaws.com'],
  },
  {
    service: 'codestarconnections',
    principal: ['cloudformation.sync.codeconnections.amazonaws.com', 'sync.codestar-connections.amazonaws.com'],
  },
  { service: 'databasemigration', principal: 'dms.amazonaws.com' },
  { service: 'ec2', field: 'IamFleetRole', principal: 'spotfleet.amazonaws.com' },
  { service: 'ec2', field: 'DeliverLogsPermissionArn', principal: 'vpc-flow-logs.amazonaws.com' },
  { service: 'ec2', field: 'DeliverCrossAccountRole', principal: 'vpc-flow-logs.amazonaws.com' },
  {
    service: 'ec2',
    operations: /^(Import|Export|CreateStoreImage|CreateRestoreImage)/,
    principal: 'vmie.amazonaws.com',
  },
  { service: 'ecs', field: 'TaskRoleArn', principal: ECS_TASKS },
  { service: 'ecs', field: 'ExecutionRoleArn', principal: ECS_TASKS },
  { service: 'ecs', field: 'Ec2InstanceProfileArn', principal: EC2 },
  { service: 'efs', principal: 'elasticfilesystem.amazonaws.com' },
  // https://docs.aws.amazon.com/eks/latest/userguide/security-iam-awsmanpol.html
  // and https://docs.aws.amazon.com/service-authorization/latest/reference/list_eks.html
  { service: 'eks', field: 'NodeRole', principal: [EC2, EKS] },
  { service: 'eks', field: 'NodeRoleArn', principal: [EC2, EKS] },
  { service: 'eks', field: 'PodExecutionRoleArn', principal: ['eks-fargate-pods.amazonaws.com', EKS] },
  { service: 'eks', field: 'RoleArn', operations: /PodIdentityAssociation$/, principal: 'pods.eks.amazonaws.com' },
  { service: 'eks', field: 'ServiceAccountRoleArn', principal: [EKS, 'pods.eks.amazonaws.com'] },
  { service: 'eks', field: 'TargetRoleArn', principal: 'pods.eks.amazonaws.com' },
  { service: 'eks', field: 'PodIdentityAssociations[].RoleArn', principal: [EKS, 'pods.eks.amazonaws.com'] },
  { service: 'emr', field: 'JobFlowRole', principal: EC2 },
  { service: 'emr', field: 'AutoScalingRole', principal: 'application-autoscaling.amazonaws.com' },
  { service: 'emr', principal: 'elasticmapreduce.amazonaws.com' },
  {
    service: 'emrcontainers',
    operations: /^CreateManagedEndpoint$/,
    principal: ['emr-containers.amazonaws.com', 'pods.eks.amazonaws.com'],
  },
  { service: 'emrcontainers', principal: 'emr-containers.amazonaws.com' },
  { service: 'emrserverless', principal: 'emr-serverless.amazonaws.com' },
  { service: 'eventbridge', principal: 'events.amazonaws.com' },
  { service: 'gamelift', principal: 'gamelift.amazonaws.com' },
  // https://docs.aws.amazon.com/guardduty/latest/ug/malware-protection-s3-iam-policy-prerequisite.html
  {
    service: 'guardduty',
    operations: /MalwareProtectionPlan$/,
    principal: 'malware-protection-plan.guardduty.amazonaws.com',
  },
  { service: 'imagebuilder', field: 'InstanceProfileName', principal: EC2 },
  { service: 'imagebuilder', field: 'S3ExportConfiguration.RoleName', principal: 'vmie.amazonaws.com' },
  { service: 'iotfleetwise', principal: 'iotfleetwise.amazonaws.com' },
  { service: 'kinesisanalyticsv2', principal: 'kinesisanalytics.amazonaws.com' },
  // https://docs.aws.amazon.com/lexv2/latest/dg/using-service-linked-roles.html
  { service: 'lexmodelbuildingservice', field: 'V2BotRole', principal: 'lexv2.amazonaws.com' },
  { service: 'lexmodelsv2', principal: 'lexv2.amazonaws.com' },
  { service: 'location', principal: 'geo.amazonaws.com' },
  {
    service: 'cloudwatchlogs',
    field: 'ImportRoleArn',
    principal: ['cloudtrail.amazonaws.com', 'logs.amazonaws.com'],
  },
  { service: 'cloudwatchlogs', principal: 'logs.amazonaws.com' },
  { service: 'mailmanager', principal: 'ses.amazonaws.com' },
  { service: 'mwaa', principal: 'airflow.amazonaws.com' },
  { service: 'mwaaserverless', principal: 'airflow-serverless.amazonaws.com' },
  { service: 'neptune', principal: 'rds.amazonaws.com' },
  { service: 'observabilityadmin', operations: /S3TableIntegration$/, principal: 'logs.amazonaws.com' },
  {
    service: 'opensearch',
    operations: /DataSource$/,
    principal: 'directquery.opensearchservice.amazonaws.com',
  },
  // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/application-getting-started.html
  {
    service: 'opensearch',
    operations: /Application$/,
    principal: 'application.opensearchservice.amazonaws.com',
  },
  { service: 'opensearch', principal: ['es.amazonaws.com', 'opensearchservice.amazonaws.com'] },
  { service: 'elasticsearch', principal: 'es.amazonaws.com' },
  { service: 'osis', principal: 'osis-pipelines.amazonaws.com' },
  { service: 'opsworks', field: 'DefaultInstanceProfileArn', principal: EC2 },
  { service: 'opsworkscm', field: 'InstanceProfileArn', principal: EC2 },
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_partner-central.html
  { service: 'partnercentralselling', principal: 'resource-snapshot-job.partnercentral-selling.amazonaws.com' },
  { service: 'pcs', field: 'IamInstanceProfileArn', principal: EC2 },
  { service: 'pinpoint', principal: ['mobiletargeting.amazonaws.com', 'pinpoint.amazonaws.com'] },
  { service: 'pinpointemail', principal: 'ses.amazonaws.com' },
  { service: 'pinpointsmsvoicev2', principal: 'sms-voice.amazonaws.com' },
  { service: 'pipes', field: 'ExecutionRoleArn', principal: ECS_TASKS },
  { service: 'pipes', field: 'TaskRoleArn', principal: ECS_TASKS },
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html and
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_rds.html
  { service: 'rds', field: 'MonitoringRoleArn', principal: ['monitoring.rds.amazonaws.com', RDS] },
  { service: 'rds', field: 'CustomIamInstanceProfile', principal: [EC2, RDS] },
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-export-snapshot.Setup.html
  { service: 'rds', operations: /^StartExportTask$/, principal: ['export.rds.amazonaws.com', RDS] },
  // https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-operations.html and
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_redshift.html
  {
    service: 'redshift',
    operations: /ScheduledAction$/,
    principal: ['redshift.amazonaws.com', 'scheduler.redshift.amazonaws.com'],
  },
  { service: 'redshiftserverless', operations: /ScheduledAction$/, principal: 'scheduler.redshift.amazonaws.com' },
  { service: 'redshiftserverless', principal: 'redshift-serverless.amazonaws.com' },
  { service: 's3', principal: 's3.amazonaws.com' },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-location.html
  { service: 's3control', operations: /AccessGrantsLocation$/, principal: 'access-grants.s3.amazonaws.com' },
  { service: 's3control', operations: /^CreateJob$/, principal: 'batchoperations.s3.amazonaws.com' },
  { service: 's3control', principal: 's3.amazonaws.com' },
  { service: 's3files', principal: 'elasticfilesystem.amazonaws.com' },
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_s3Buckets_StartTableMigration.html
  { service: 's3tables', operations: /TableMigration$/, principal: 'migration.s3tables.amazonaws.com' },
  { service: 's3tables', principal: 'replication.s3tables.amazonaws.com' },
  { service: 'sagemakergeospatial', principal: 'sagemaker-geospatial.amazonaws.com' },
  { service: 'securitylake', field: 'CrawlerConfiguration.RoleArn', principal: 'glue.amazonaws.com' },
  { service: 'securitylake', field: 'MetaStoreManagerRoleArn', principal: 'lambda.amazonaws.com' },
  { service: 'securitylake', field: 'ReplicationConfiguration.RoleArn', principal: 's3.amazonaws.com' },
  { service: 'securitylake', field: 'TargetRoleArn', principal: 'events.amazonaws.com' },
  { service: 'sfn', principal: 'states.amazonaws.com' },
  { service: 'shield', principal: 'drt.shield.amazonaws.com' },
  { service: 'snowball', principal: 'importexport.amazonaws.com' },
  { service: 'ssm', field: 'IamRole', principal: 'ssm.amazonaws.com' },
  {
    service: 'ssmquicksetup',
    operations: /^CreateConfigurationManager$/,
    principal: ['cloudformation.amazonaws.com', 'ssm-quicksetup.amazonaws.com'],
  },
  { service: 'storagegateway', principal: 'storagegateway.amazonaws.com' },
  // A canary is a function:
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_CanaryPermissions.html
  { service: 'synthetics', principal: ['lambda.amazonaws.com', 'synthetics.amazonaws.com'] },
  { service: 'timestreamquery', principal: 'timestream.amazonaws.com' },
  { service: 'workspacesinstances', field: 'IamInstanceProfile.Arn', principal: EC2 },
  { service: 'workspacesinstances', field: 'IamInstanceProfile.Name', principal: EC2 },
];

/**
 * Operations that ask for iam:PassRole without a service to which the role is passed: whether IAM is told one is not known, so the condition counts only where it is.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_cognito-idp.html, list_cognito-identity.html
 * and list_codebuild.html
 */
export const SERVICE_NOT_NAMED: Readonly<Record<string, RegExp>> = {
  codebuild: /^(Create|Update)Fleet$/,
  cognitoidentity: /./,
  cognitoidentityprovider: /./,
};

/** Fields that look like a role's but pass none: service → the end of the field's path; `*` is every field. */
export const NO_ROLES: Readonly<Record<string, readonly string[]>> = {
  // The service sets it when it makes the connector: it is a service-linked role.
  bedrockagentcorecontrol: ['AwsBilling.IamRoleArn'],
  cognitoidentity: ['*'],
  // AWS DMS has instance profiles of its own.
  databasemigration: ['InstanceProfileName'],
  // The job's own role assumes these.
  glue: ['StreamingOptions.RoleArn', 'ConnectionOptions.DynamodbStsRoleArn', 'TmpDirIamRole'],
  iam: ['*'],
  // A role that is made in the new account.
  organizations: ['*'],
  // What these calls write are findings and reports about roles.
  securityhub: ['*'],
  sso: ['*'],
  ssoadmin: ['*'],
  sts: ['*'],
  // The API model lists the values: what users may do, such as EXPERT and MODERATOR.
  repostspace: ['ChannelRole', 'Role'],
  autoscaling: ['ServiceLinkedRoleArn'],
};

/** Fields that hand over a role under another name: service → the ends of the fields' paths. */
export const ROLES: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigateway.html
  apigateway: ['AuthorizerCredentials', 'Credentials'],
  // https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html
  apigatewayv2: ['AuthorizerCredentialsArn', 'CredentialsArn'],
  // https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html
  codebuild: ['FleetServiceRole'],
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_cognito-idp.html
  cognitoidentityprovider: ['SmsConfiguration.SnsCallerArn', 'SmsConfiguration.EumsSms.CallerArn'],
  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
  ec2: ['DeliverLogsPermissionArn', 'IamInstanceProfile.Arn', 'IamInstanceProfile.Name', 'InstanceProfileArn'],
  // https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-studio-user-permissions.html
  emr: ['JobFlowRole', 'ServiceRole', 'AutoScalingRole', 'UserRole'],
  glue: ['Role'],
  // https://docs.aws.amazon.com/iot-device-defender/latest/devguide/dd-mitigation-actions.html
  iot: ['RoleArnForLogging'],
  // https://docs.aws.amazon.com/iot-wireless/latest/developerguide/lorawan-fuota-create-task.html
  iotwireless: ['FirmwareUpdateRole', 'Sidewalk.Role', 'Update.UpdateDataRole'],
  lambda: ['Role'],
  opensearch: [
    'DataSources[].IamRoleForDataSourceArn',
    'IamIdentityCenterOptions.IamRoleForIdentityCenterApplicationArn',
  ],
  partnercentralselling: ['ResourceSnapshotJobRoleIdentifier'],
  storagegateway: ['Role'],
  // https://docs.aws.amazon.com/amazonswf/latest/developerguide/lambda-task.html
  swf: ['LambdaRole', 'DefaultLambdaRole'],
  transfer: ['Role', 'AccessRole', 'LoggingRole', 'InvocationRole', 'ExecutionRole'],
  // https://docs.aws.amazon.com/workspaces-instances/latest/APIReference/API_CreateWorkspaceInstance.html
  workspacesinstances: ['IamInstanceProfile.Arn', 'IamInstanceProfile.Name'],
};

/** Roles in arguments that the SDKs' models do not name: keys of maps, and names that are no role's elsewhere. */
export const MORE_ROLES: readonly {
  readonly service: string;
  readonly operations: readonly string[];
  readonly fields: readonly RoleField[];
  readonly to: string;
  readonly source: string;
}[] = [
  {
    service: 'agentregistrycontrol',
    operations: ['CreateRegistryRecord'],
    fields: [
      roleArgument(
        'Descriptors.McpServer.Source.FromUrl.CredentialProviderConfigurations[].CredentialProvider.IamCredentialProvider.RoleArn',
      ),
    ],
    to: 'agent-registry.amazonaws.com',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_agent-registry.html',
  },
  {
    service: 'agentregistrycontrol',
    operations: ['UpdateRegistryRecord'],
    fields: [
      roleArgument(
        'Descriptors.OptionalValue.McpServer.OptionalValue.Source.OptionalValue.FromUrl.CredentialProviderConfigurations[].CredentialProvider.IamCredentialProvider.RoleArn',
      ),
    ],
    to: 'agent-registry.amazonaws.com',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_agent-registry.html',
  },
  {
    service: 'apigateway',
    operations: ['UpdateAccount', 'UpdateAuthorizer', 'UpdateIntegration'],
    fields: [roleRule('patch')],
    to: 'apigateway.amazonaws.com',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigateway.html',
  },
  {
    service: 'cognitoidentity',
    operations: ['SetIdentityPoolRoles'],
    fields: [roleArgument('Roles{:}'), roleArgument('RoleMappings{:}.RulesConfiguration.Rules[].RoleArn')],
    to: 'cognito-identity.amazonaws.com',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_cognito-identity.html',
  },
  {
    service: 'cloudwatchlogs',
    operations: ['PutAccountPolicy'],
    fields: [roleRule('policyDocument')],
    to: 'logs.amazonaws.com',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html',
  },
  {
    service: 'config',
    operations: ['PutRemediationConfigurations'],
    fields: [roleArgument('RemediationConfigurations[].Parameters.AutomationAssumeRole.StaticValue.Values[]')],
    to: 'ssm.amazonaws.com',
    source: 'https://docs.aws.amazon.com/config/latest/developerguide/remediation.html',
  },
  {
    service: 'ecs',
    operations: ['CreateService', 'CreateTaskSet', 'StartTask', 'UpdateService'],
    fields: [roleRule('taskDefinition')],
    to: 'ecs-tasks.amazonaws.com',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_ecs.html',
  },
  {
    service: 'codepipeline',
    operations: ['CreatePipeline', 'UpdatePipeline'],
    fields: [roleArgument('Pipeline.Stages[].Actions[].Configuration.RoleArn')],
    to: 'cloudformation.amazonaws.com',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html',
  },
  ...(
    [
      [['CreateConnection', 'UpdateConnection'], 'ConnectionInput'],
      [['TestConnection'], 'TestConnectionInput'],
    ] as const
  ).map(([operations, input]) => ({
    service: 'glue',
    operations,
    fields: [roleArgument(`${input}.ConnectionProperties.ROLE_ARN`)],
    to: 'glue.amazonaws.com',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_glue.html',
  })),
  {
    service: 'eks',
    operations: ['CreateAccessEntry'],
    fields: [roleRule('accessEntry')],
    to: EC2,
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_eks.html',
  },
  {
    service: 'iam',
    operations: ['AddRoleToInstanceProfile'],
    fields: [roleArgument('RoleName')],
    to: EC2,
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html',
  },
  {
    service: 'sns',
    operations: ['CreateTopic', 'CreatePlatformApplication', 'SetPlatformApplicationAttributes'],
    fields: [
      roleArgument('Attributes.ApplicationFailureFeedbackRoleArn'),
      roleArgument('Attributes.ApplicationSuccessFeedbackRoleArn'),
      roleArgument('Attributes.FailureFeedbackRoleArn'),
      roleArgument('Attributes.FirehoseFailureFeedbackRoleArn'),
      roleArgument('Attributes.FirehoseSuccessFeedbackRoleArn'),
      roleArgument('Attributes.HTTPFailureFeedbackRoleArn'),
      roleArgument('Attributes.HTTPSuccessFeedbackRoleArn'),
      roleArgument('Attributes.LambdaFailureFeedbackRoleArn'),
      roleArgument('Attributes.LambdaSuccessFeedbackRoleArn'),
      roleArgument('Attributes.SQSFailureFeedbackRoleArn'),
      roleArgument('Attributes.SQSSuccessFeedbackRoleArn'),
      roleArgument('Attributes.SuccessFeedbackRoleArn'),
    ],
    to: 'sns.amazonaws.com',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html',
  },
  {
    service: 'sns',
    operations: ['SetTopicAttributes'],
    fields: [roleRule('attribute')],
    to: 'sns.amazonaws.com',
    source: 'https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html',
  },
  {
    service: 'sns',
    operations: ['Subscribe'],
    fields: [roleArgument('Attributes.SubscriptionRoleArn')],
    to: 'sns.amazonaws.com',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/prereqs-kinesis-data-firehose.html',
  },
  {
    service: 'sns',
    operations: ['SetSubscriptionAttributes'],
    fields: [roleRule('attribute')],
    to: 'sns.amazonaws.com',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/prereqs-kinesis-data-firehose.html',
  },
  {
    service: 'sns',
    operations: ['SetSMSAttributes'],
    fields: [roleArgument('Attributes.DeliveryStatusIAMRole')],
    to: 'sns.amazonaws.com',
    source: 'https://docs.aws.amazon.com/sns/latest/api/API_SetSMSAttributes.html',
  },
  {
    service: 'servicecatalog',
    operations: ['CreateConstraint', 'UpdateConstraint'],
    fields: [roleRule('constraint')],
    to: 'servicecatalog.amazonaws.com',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_service-catalog.html',
  },
  {
    service: 'ssm',
    operations: ['UpdateServiceSetting'],
    fields: [roleRule('setting')],
    to: 'ssm.amazonaws.com',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_ssm.html',
  },
  {
    service: 'ssm',
    operations: ['StartAutomationExecution', 'CreateAssociation', 'UpdateAssociation'],
    fields: [roleArgument('Parameters.AutomationAssumeRole[]')],
    to: 'ssm.amazonaws.com',
    source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html',
  },
  {
    service: 'wafv2',
    operations: ['CreateWebACL', 'UpdateWebACL'],
    fields: ['ProtectRequestOnly', 'ProtectRequestAndResponse'].map((mode) =>
      roleArgument(
        `Rules[].Statement.ManagedRuleGroupStatement.ManagedRuleGroupConfigs[].AwsManagedRulesAiSecurityRuleSet.BedrockGuardrails.${mode}.RoleArn`,
      ),
    ),
    to: 'wafv2.amazonaws.com',
    source: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_BedrockGuardrailsRequestOnly.html',
  },
];
