/**
 * Which service a role is handed to. A role's field is found by its name; its principal is the service's own name
 * unless a row here says otherwise.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html and the page of each service
 */
export interface PrincipalRow {
  readonly service: string;
  /** The end of the field's path; without it, every field of the service. */
  readonly field?: string;
  /** The operations; without it, all. */
  readonly operations?: RegExp;
  readonly principal: string;
}

const EC2 = 'ec2.amazonaws.com';
const ECS_TASKS = 'ecs-tasks.amazonaws.com';

/** The first row that fits counts. */
export const PRINCIPALS: readonly PrincipalRow[] = [
  { service: 'accessanalyzer', principal: 'access-analyzer.amazonaws.com' },
  { service: 'amp', principal: 'scraper.aps.amazonaws.com' },
  { service: 'applicationautoscaling', principal: 'application-autoscaling.amazonaws.com' },
  // https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html
  { service: 'apprunner', field: 'AccessRoleArn', principal: 'build.apprunner.amazonaws.com' },
  { service: 'apprunner', field: 'InstanceRoleArn', principal: 'tasks.apprunner.amazonaws.com' },
  { service: 'autoscaling', field: 'IamInstanceProfile', principal: EC2 },
  // https://docs.aws.amazon.com/batch/latest/userguide/service_IAM_role.html
  { service: 'batch', field: 'InstanceRole', principal: EC2 },
  { service: 'batch', field: 'Ec2InstanceProfileArn', principal: EC2 },
  { service: 'batch', field: 'SpotIamFleetRole', principal: 'spotfleet.amazonaws.com' },
  { service: 'batch', field: 'InfrastructureRoleArn', principal: 'ecs.amazonaws.com' },
  { service: 'batch', field: 'ServiceRole', principal: 'batch.amazonaws.com' },
  { service: 'batch', principal: ECS_TASKS },
  { service: 'bedrock', field: 'SageMaker.ExecutionRole', principal: 'sagemaker.amazonaws.com' },
  { service: 'bedrockagentcorecontrol', field: 'InstanceProfileArn', principal: EC2 },
  { service: 'chimesdkmediapipelines', principal: 'mediapipelines.chime.amazonaws.com' },
  { service: 'cloudcontrol', principal: 'cloudformation.amazonaws.com' },
  {
    service: 'cloudwatch',
    field: 'RoleArn',
    operations: /^PutMetricStream$/,
    principal: 'streams.metrics.cloudwatch.amazonaws.com',
  },
  { service: 'codestarconnections', principal: 'sync.codestar-connections.amazonaws.com' },
  { service: 'codeconnections', principal: 'sync.codeconnections.amazonaws.com' },
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
  { service: 'eks', field: 'NodeRole', principal: EC2 },
  { service: 'eks', field: 'NodeRoleArn', principal: EC2 },
  { service: 'eks', field: 'PodExecutionRoleArn', principal: 'eks-fargate-pods.amazonaws.com' },
  { service: 'eks', field: 'RoleArn', operations: /PodIdentityAssociation$/, principal: 'pods.eks.amazonaws.com' },
  { service: 'eks', field: 'ServiceAccountRoleArn', principal: 'pods.eks.amazonaws.com' },
  { service: 'eks', field: 'TargetRoleArn', principal: 'pods.eks.amazonaws.com' },
  { service: 'eks', field: 'PodIdentityAssociations[].RoleArn', principal: 'pods.eks.amazonaws.com' },
  { service: 'emr', field: 'JobFlowRole', principal: EC2 },
  { service: 'emr', field: 'AutoScalingRole', principal: 'application-autoscaling.amazonaws.com' },
  { service: 'emr', principal: 'elasticmapreduce.amazonaws.com' },
  { service: 'emrcontainers', principal: 'emr-containers.amazonaws.com' },
  { service: 'emrserverless', principal: 'emr-serverless.amazonaws.com' },
  { service: 'eventbridge', principal: 'events.amazonaws.com' },
  { service: 'gamelift', principal: 'gamelift.amazonaws.com' },
  // https://docs.aws.amazon.com/guardduty/latest/ug/malware-protection-s3-iam-role-prerequisite.html
  {
    service: 'guardduty',
    operations: /MalwareProtectionPlan$/,
    principal: 'malware-protection-plan.guardduty.amazonaws.com',
  },
  { service: 'imagebuilder', field: 'InstanceProfileName', principal: EC2 },
  { service: 'iotfleetwise', principal: 'iotfleetwise.amazonaws.com' },
  { service: 'kinesisanalyticsv2', principal: 'kinesisanalytics.amazonaws.com' },
  // https://docs.aws.amazon.com/lexv2/latest/dg/service-roles.html
  { service: 'lexmodelsv2', principal: 'lexv2.amazonaws.com' },
  { service: 'location', principal: 'geo.amazonaws.com' },
  { service: 'cloudwatchlogs', principal: 'logs.amazonaws.com' },
  { service: 'mailmanager', principal: 'ses.amazonaws.com' },
  { service: 'mwaa', principal: 'airflow.amazonaws.com' },
  { service: 'mwaaserverless', principal: 'airflow-serverless.amazonaws.com' },
  { service: 'neptune', principal: 'rds.amazonaws.com' },
  { service: 'opensearch', field: 'CognitoOptions.RoleArn', principal: 'opensearchservice.amazonaws.com' },
  { service: 'opensearch', principal: 'opensearchservice.amazonaws.com' },
  { service: 'elasticsearch', principal: 'es.amazonaws.com' },
  { service: 'osis', principal: 'osis-pipelines.amazonaws.com' },
  { service: 'opsworks', field: 'DefaultInstanceProfileArn', principal: EC2 },
  { service: 'opsworkscm', field: 'InstanceProfileArn', principal: EC2 },
  { service: 'pinpoint', principal: 'pinpoint.amazonaws.com' },
  { service: 'pinpointemail', principal: 'ses.amazonaws.com' },
  { service: 'pinpointsmsvoicev2', principal: 'sms-voice.amazonaws.com' },
  { service: 'pipes', field: 'ExecutionRoleArn', principal: ECS_TASKS },
  { service: 'pipes', field: 'TaskRoleArn', principal: ECS_TASKS },
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html
  { service: 'rds', field: 'MonitoringRoleArn', principal: 'monitoring.rds.amazonaws.com' },
  { service: 'rds', field: 'CustomIamInstanceProfile', principal: EC2 },
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ExportSnapshot.Setup.html
  { service: 'rds', operations: /^StartExportTask$/, principal: 'export.rds.amazonaws.com' },
  { service: 'redshift', operations: /ScheduledAction$/, principal: 'scheduler.redshift.amazonaws.com' },
  { service: 'redshiftserverless', operations: /ScheduledAction$/, principal: 'scheduler.redshift.amazonaws.com' },
  { service: 'redshiftserverless', principal: 'redshift-serverless.amazonaws.com' },
  { service: 's3', principal: 's3.amazonaws.com' },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-location.html
  { service: 's3control', operations: /AccessGrantsLocation$/, principal: 'access-grants.s3.amazonaws.com' },
  { service: 's3control', operations: /^CreateJob$/, principal: 'batchoperations.s3.amazonaws.com' },
  { service: 's3control', principal: 's3.amazonaws.com' },
  { service: 's3files', principal: 'elasticfilesystem.amazonaws.com' },
  { service: 's3tables', principal: 'replication.s3tables.amazonaws.com' },
  { service: 'sagemakergeospatial', principal: 'sagemaker-geospatial.amazonaws.com' },
  { service: 'sfn', principal: 'states.amazonaws.com' },
  { service: 'snowball', principal: 'importexport.amazonaws.com' },
  { service: 'ssm', field: 'IamRole', principal: 'ssm.amazonaws.com' },
  { service: 'storagegateway', principal: 'storagegateway.amazonaws.com' },
  // https://docs.aws.amazon.com/lambda/latest/dg/services-cloudwatch-synthetics.html: a canary is a function.
  { service: 'synthetics', principal: 'lambda.amazonaws.com' },
  { service: 'timestreamquery', principal: 'timestream.amazonaws.com' },
];

/** Fields that look like a role's but pass none: service → the end of the field's path; `*` is every field. */
export const NO_ROLES: Readonly<Record<string, readonly string[]>> = {
  cognitoidentity: ['*'],
  iam: ['*'],
  // A role that is made in the new account.
  organizations: ['*'],
  // What these calls write are findings and reports about roles.
  securityhub: ['*'],
  sso: ['*'],
  ssoadmin: ['*'],
  sts: ['*'],
  // https://docs.aws.amazon.com/lakeformation/latest/dg/access-control-overview.html
  repostspace: ['ChannelRole', 'Role'],
  autoscaling: ['ServiceLinkedRoleArn'],
};

/** Fields that hand over a role under another name: service → the ends of the fields' paths. */
export const ROLES: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
  ec2: ['DeliverLogsPermissionArn', 'IamInstanceProfile.Arn', 'IamInstanceProfile.Name', 'InstanceProfileArn'],
  emr: ['JobFlowRole', 'ServiceRole', 'AutoScalingRole'],
  glue: ['Role'],
  lambda: ['Role'],
  storagegateway: ['Role'],
  transfer: ['Role', 'AccessRole', 'LoggingRole', 'InvocationRole', 'ExecutionRole'],
};

/** Roles in arguments that the SDKs' models do not name: keys of maps, and names that are no role's elsewhere. */
export const MORE_ROLES: readonly {
  readonly service: string;
  readonly operations: readonly string[];
  readonly fields: readonly string[];
  readonly to: string;
  readonly source: string;
}[] = [
  {
    service: 'cloudwatchlogs',
    operations: ['PutAccountPolicy'],
    fields: ['=policyDocument'],
    to: 'logs.amazonaws.com',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html',
  },
  {
    service: 'config',
    operations: ['PutRemediationConfigurations'],
    fields: ['RemediationConfigurations[].Parameters.AutomationAssumeRole.StaticValue.Values[]'],
    to: 'ssm.amazonaws.com',
    source: 'https://docs.aws.amazon.com/config/latest/developerguide/remediation.html',
  },
  {
    service: 'iam',
    operations: ['AddRoleToInstanceProfile'],
    fields: ['RoleName'],
    to: EC2,
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html',
  },
  {
    service: 'sns',
    operations: ['CreateTopic', 'CreatePlatformApplication', 'SetPlatformApplicationAttributes'],
    fields: [
      'Attributes.ApplicationFailureFeedbackRoleArn',
      'Attributes.ApplicationSuccessFeedbackRoleArn',
      'Attributes.FailureFeedbackRoleArn',
      'Attributes.FirehoseFailureFeedbackRoleArn',
      'Attributes.FirehoseSuccessFeedbackRoleArn',
      'Attributes.HTTPFailureFeedbackRoleArn',
      'Attributes.HTTPSuccessFeedbackRoleArn',
      'Attributes.LambdaFailureFeedbackRoleArn',
      'Attributes.LambdaSuccessFeedbackRoleArn',
      'Attributes.SQSFailureFeedbackRoleArn',
      'Attributes.SQSSuccessFeedbackRoleArn',
      'Attributes.SuccessFeedbackRoleArn',
    ],
    to: 'sns.amazonaws.com',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html',
  },
  {
    service: 'sns',
    operations: ['SetTopicAttributes'],
    fields: ['=attribute'],
    to: 'sns.amazonaws.com',
    source: 'https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html',
  },
  {
    service: 'ssm',
    operations: ['StartAutomationExecution', 'CreateAssociation', 'UpdateAssociation'],
    fields: ['Parameters.AutomationAssumeRole[]'],
    to: 'ssm.amazonaws.com',
    source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html',
  },
];
