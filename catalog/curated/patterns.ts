/**
 * Resources whose names in the arguments no rule finds: the patterns of src/sdk/pattern.ts for one type of the
 * operation's own action, or for all of it.
 */
export interface PatternRow {
  readonly services: readonly string[];
  readonly operations: readonly string[];
  /** The resource type whose patterns these are; without it, they are all that the action has. */
  readonly type?: string;
  /** None: IAM has no resources for it, or AWS wants `*`. */
  readonly on: readonly string[];
  readonly source: string;
}

const QUICKSIGHT = 'https://docs.aws.amazon.com/quicksight/latest/APIReference';
const GLUE = 'https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html';
const MOVE_TASKS =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html';
const ORGANIZATIONS = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_permissions_overview.html';
const REPLAYS = 'https://docs.aws.amazon.com/eventbridge/latest/APIReference';
const SMS = 'https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html';
const REDSHIFT_DATA = 'https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html';
const CODEBUILD =
  'https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-permissions-reference.html';
const RUN = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html';
const RDS = ['docdb', 'neptune', 'rds'];

/** A launch template by its ID, or by its name, which does not tell the ID. */
function templates(path: string): readonly string[] {
  return [`{${path}.LaunchTemplateId?}`, `{!${path}.LaunchTemplateName?}`].map(
    (slot) => `?arn:$p:ec2:$r:$a:launch-template/${slot}`,
  );
}

export const PATTERNS: readonly PatternRow[] = [
  {
    services: ['quicksight'],
    operations: [
      'DeleteUser',
      'DeleteUserCustomPermission',
      'DescribeUser',
      'ListUserGroups',
      'UpdateUser',
      'UpdateUserCustomPermission',
    ],
    on: ['arn:$p:quicksight:$r:$a:user/{Namespace}/{UserName}'],
    source: `${QUICKSIGHT}/API_DescribeUser.html`,
  },
  {
    services: ['quicksight'],
    operations: [
      'CreateGroup',
      'CreateGroupMembership',
      'DeleteGroup',
      'DeleteGroupMembership',
      'DescribeGroup',
      'DescribeGroupMembership',
      'ListGroupMemberships',
      'UpdateGroup',
    ],
    on: ['arn:$p:quicksight:$r:$a:group/{Namespace}/{GroupName}'],
    source: `${QUICKSIGHT}/API_DescribeGroup.html`,
  },
  {
    services: ['autoscaling'],
    operations: ['CreateAutoScalingGroup'],
    on: ['arn:$p:autoscaling:$r:$a:autoScalingGroup:*:autoScalingGroupName/{AutoScalingGroupName}'],
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/security_iam_service-with-iam.html',
  },
  {
    services: ['bedrock'],
    operations: ['CreateModelInvocationJob'],
    on: ['=bedrockModel', 'arn:$p:bedrock:$r:$a:model-invocation-job/*'],
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-permissions.html',
  },
  {
    services: ['bedrock'],
    operations: ['CreateModelCustomizationJob'],
    type: 'foundation-model',
    on: ['arn:$p:bedrock:$r::foundation-model/{@BaseModelIdentifier}'],
    source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelCustomizationJob.html',
  },
  {
    // The endpoint of a runtime that a call does not name is DEFAULT.
    services: ['bedrockagentcore'],
    operations: ['GetAgentCard', 'InvokeAgentRuntime', 'InvokeAgentRuntimeCommand', 'StopRuntimeSession'],
    type: 'runtime-endpoint',
    on: ['arn:$p:bedrock-agentcore:$r:$a:runtime/{AgentRuntimeArn}/runtime-endpoint/{Qualifier?=DEFAULT}'],
    source: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeAgentRuntime.html',
  },
  {
    // 'You can't create a composite alarm if your permission has a narrower scope.'
    services: ['cloudwatch'],
    operations: ['PutCompositeAlarm'],
    on: [],
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html',
  },
  {
    services: ['codebuild'],
    operations: [
      'BatchDeleteBuilds',
      'BatchGetBuildBatches',
      'BatchGetBuilds',
      'DeleteBuildBatch',
      'RetryBuild',
      'RetryBuildBatch',
      'StopBuild',
      'StopBuildBatch',
    ],
    on: ['=buildProject'],
    source: CODEBUILD,
  },
  {
    // The group's ARN may be another account's.
    services: ['cloudwatchlogs'],
    operations: ['GetLogEvents'],
    on: ['=logStream'],
    source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html',
  },
  {
    // What a call may choose for the end of the ARN.
    services: ['databasemigration'],
    operations: ['CreateEndpoint'],
    type: 'Endpoint',
    on: ['arn:$p:dms:$r:$a:endpoint:{ResourceIdentifier?}'],
    source: 'https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateEndpoint.html',
  },
  {
    services: ['databasemigration'],
    operations: ['CreateReplicationInstance'],
    type: 'ReplicationInstance',
    on: ['arn:$p:dms:$r:$a:rep:{ResourceIdentifier?}'],
    source: 'https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationInstance.html',
  },
  {
    services: ['dynamodb'],
    operations: ['RestoreTableToPointInTime'],
    on: [
      'arn:$p:dynamodb:$r:$a:table/{@SourceTableName|SourceTableArn?}',
      'arn:$p:dynamodb:$r:$a:table/{TargetTableName}',
    ],
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableToPointInTime.html',
  },
  {
    // An index counts only where the call names one: EXTRA has it.
    services: ['dynamodb'],
    operations: ['Query', 'Scan'],
    on: ['arn:$p:dynamodb:$r:$a:table/{@TableName}'],
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/api-permissions-reference.html',
  },
  {
    services: ['ec2'],
    operations: ['RunInstances'],
    type: 'launch-template',
    on: templates('LaunchTemplate'),
    source: RUN,
  },
  {
    services: ['ec2'],
    operations: ['CreateFleet', 'ModifyFleet'],
    type: 'launch-template',
    on: templates('LaunchTemplateConfigs[].LaunchTemplateSpecification'),
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFleet.html',
  },
  {
    services: ['ec2'],
    operations: ['RequestSpotFleet'],
    type: 'launch-template',
    on: templates('SpotFleetRequestConfig.LaunchTemplateConfigs[].LaunchTemplateSpecification'),
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RequestSpotFleet.html',
  },
  {
    // The attachment that a Connect attachment uses, and the one that is made.
    services: ['ec2'],
    operations: ['CreateTransitGatewayConnect'],
    type: 'transit-gateway-attachment',
    on: ['arn:$p:ec2:$r:$a:transit-gateway-attachment/*'],
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayConnect.html',
  },
  {
    services: ['ec2'],
    operations: ['RunInstances'],
    type: 'subnet',
    on: ['arn:$p:ec2:$r:$a:subnet/{SubnetId|NetworkInterfaces[].SubnetId?}'],
    source: RUN,
  },
  {
    // A group's name, which SecurityGroups has, does not tell its ID.
    services: ['ec2'],
    operations: ['RunInstances'],
    type: 'security-group',
    on: ['arn:$p:ec2:$r:$a:security-group/{SecurityGroupIds[]|NetworkInterfaces[].Groups[]?}'],
    source: RUN,
  },
  {
    services: ['ecs'],
    operations: ['StartTask'],
    type: 'task-definition',
    on: ['=taskDefinition'],
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StartTask.html',
  },
  {
    services: ['elasticloadbalancingv2'],
    operations: ['CreateLoadBalancer'],
    on: ['app', 'gwy', 'net'].map((kind) => `arn:$p:elasticloadbalancing:$r:$a:loadbalancer/${kind}/{Name}/*`),
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html',
  },
  {
    services: ['emr'],
    operations: ['AddTags', 'RemoveTags'],
    type: 'cluster',
    on: ['arn:$p:elasticmapreduce:$r:$a:cluster/{ResourceId}'],
    source: 'https://docs.aws.amazon.com/emr/latest/APIReference/API_AddTags.html',
  },
  {
    services: ['cloudwatchevents', 'eventbridge'],
    operations: ['CreateArchive'],
    type: 'event-bus',
    on: ['arn:$p:events:$r:$a:event-bus/{@EventSourceArn}'],
    source: `${REPLAYS}/API_CreateArchive.html`,
  },
  {
    services: ['cloudwatchevents', 'eventbridge'],
    operations: ['StartReplay'],
    type: 'event-bus',
    on: ['arn:$p:events:$r:$a:event-bus/{@Destination.Arn}'],
    source: `${REPLAYS}/API_StartReplay.html`,
  },
  {
    services: ['cloudwatchevents', 'eventbridge'],
    operations: ['StartReplay'],
    type: 'archive',
    on: ['arn:$p:events:$r:$a:archive/{@EventSourceArn}'],
    source: `${REPLAYS}/API_StartReplay.html`,
  },
  {
    services: ['glue'],
    operations: ['CreateDatabase'],
    type: 'database',
    on: ['arn:$p:glue:$r:$a:database/{DatabaseInput.Name}'],
    source: GLUE,
  },
  {
    services: ['glue'],
    operations: ['CreateTable', 'UpdateTable'],
    type: 'table',
    on: ['arn:$p:glue:$r:$a:table/{DatabaseName}/{TableInput.Name|Name}'],
    source: GLUE,
  },
  {
    services: ['glue'],
    operations: ['BatchDeleteTable'],
    type: 'table',
    on: ['arn:$p:glue:$r:$a:table/{DatabaseName}/{TablesToDelete[]}'],
    source: GLUE,
  },
  {
    services: ['glue'],
    operations: ['DeleteDatabase'],
    type: 'table',
    on: ['arn:$p:glue:$r:$a:table/{Name}/*'],
    source: GLUE,
  },
  {
    services: ['glue'],
    operations: ['DeleteDatabase'],
    type: 'userdefinedfunction',
    on: ['arn:$p:glue:$r:$a:userDefinedFunction/{Name}/*'],
    source: GLUE,
  },
  {
    services: ['lambda'],
    operations: [
      'AddLayerVersionPermission',
      'DeleteLayerVersion',
      'GetLayerVersion',
      'GetLayerVersionPolicy',
      'RemoveLayerVersionPermission',
    ],
    on: ['arn:$p:lambda:$r:$a:layer:{LayerName}:{VersionNumber}'],
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html',
  },
  {
    services: ['organizations'],
    operations: [
      'AttachPolicy',
      'CreateOrganizationalUnit',
      'DetachPolicy',
      'ListAccountsForParent',
      'ListChildren',
      'ListOrganizationalUnitsForParent',
      'ListParents',
      'ListPoliciesForTarget',
      'MoveAccount',
    ],
    on: ['=organizationNode'],
    source: ORGANIZATIONS,
  },
  {
    // A policy that AWS manages, such as p-FullAWSAccess, is of the account `aws`.
    services: ['organizations'],
    operations: ['AttachPolicy', 'DescribePolicy', 'DetachPolicy', 'ListTargetsForPolicy'],
    type: 'policy',
    on: ['arn:$p:organizations::*:policy/o-*/*/p-{PolicyId}', 'arn:$p:organizations::aws:policy/*/p-{PolicyId}'],
    source: ORGANIZATIONS,
  },
  ...(
    [
      ['CreateResourceSnapshotJob', 'resource-snapshot-job', 'resource-snapshot-job'],
      [
        'StartEngagementByAcceptingInvitationTask',
        'engagement-by-accepting-invitation-task',
        'engagement-by-accepting-invitation-task',
      ],
      ['StartEngagementFromOpportunityTask', 'engagement-from-opportunity-task', 'engagement-from-opportunity-task'],
      ['StartOpportunityFromEngagementTask', 'OpportunityFromEngagementTask', 'opportunity-from-engagement-task'],
    ] as const
  ).map(
    // The identifier is of what the job or task is about.
    ([operation, type, folder]): PatternRow => ({
      services: ['partnercentralselling'],
      operations: [operation],
      type,
      on: [`arn:$p:partnercentral:$r:$a:catalog/{Catalog}/${folder}/*`],
      source: `https://docs.aws.amazon.com/partner-central/latest/APIReference/API_${operation}.html`,
    }),
  ),
  {
    services: ['pinpointsmsvoicev2'],
    operations: [
      'AssociateOriginationIdentity',
      'CreatePool',
      'DeleteKeyword',
      'DescribeKeywords',
      'DisassociateOriginationIdentity',
      'PutKeyword',
      'SendDestinationNumberVerificationCode',
      'SendMediaMessage',
      'SendRcsMessage',
      'SendTextMessage',
    ],
    type: 'PhoneNumber',
    on: ['=originationIdentity'],
    source: SMS,
  },
  ...(
    [
      ['CreateBlueGreenDeployment', 'Source'],
      ['CreateIntegration', 'SourceArn'],
    ] as const
  ).flatMap(([operation, argument]) =>
    ['cluster', 'db'].map(
      (type): PatternRow => ({
        services: ['rds'],
        operations: [operation],
        type,
        on: [`arn:$p:rds:$r:$a:${type}:{@${argument}}`],
        source: `https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_${operation}.html`,
      }),
    ),
  ),
  {
    services: RDS,
    operations: ['DeleteDBCluster'],
    type: 'cluster-snapshot',
    on: ['?arn:$p:rds:$r:$a:cluster-snapshot:{FinalDbSnapshotIdentifier?}'],
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBCluster.html',
  },
  {
    services: ['redshift'],
    operations: ['RestoreFromClusterSnapshot'],
    type: 'snapshot',
    on: ['arn:$p:redshift:$r:$a:snapshot:{SnapshotClusterIdentifier?}/{@SnapshotIdentifier|SnapshotArn?}'],
    source: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_RestoreFromClusterSnapshot.html',
  },
  {
    // A workgroup's ARN has its ID, which the name does not tell.
    services: ['redshiftdata'],
    operations: [
      'BatchExecuteStatement',
      'DescribeTable',
      'ExecuteStatement',
      'ListDatabases',
      'ListSchemas',
      'ListTables',
    ],
    on: [
      '?arn:$p:redshift:$r:$a:cluster:{ClusterIdentifier?}',
      '?arn:$p:redshift-serverless:$r:$a:workgroup/{!WorkgroupName?}',
    ],
    source: REDSHIFT_DATA,
  },
  {
    // The version that is copied, and the one that is made.
    services: ['rekognition'],
    operations: ['CopyProjectVersion'],
    type: 'projectversion',
    on: [
      'arn:$p:rekognition:$r:$a:project/*/version/*/{@SourceProjectVersionArn}',
      'arn:$p:rekognition:$r:$a:project/*/version/{VersionName}/*',
    ],
    source: 'https://docs.aws.amazon.com/rekognition/latest/APIReference/API_CopyProjectVersion.html',
  },
  {
    services: ['sqs'],
    operations: ['ListMessageMoveTasks', 'StartMessageMoveTask'],
    on: ['arn:$p:sqs:$r:$a:{@SourceArn}'],
    source: MOVE_TASKS,
  },
  {
    services: ['ssm'],
    operations: ['GetParametersByPath'],
    on: ['=parameterPath'],
    source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html',
  },
];
