import type { ResourcePattern } from '../../src/sdk/pattern.ts';
import { arnOnly, arnPattern, name, nameOrArn, optional, optionalResource, rule } from './write.ts';

/**
 * Resources whose names in the arguments bind.ts does not find: the patterns for one type of the operation's own action,
 * or for all of it.
 */
export interface PatternRow {
  readonly services: readonly string[];
  readonly operations: readonly string[];
  /** The resource type whose patterns these are; without it, they are all that the action has. */
  readonly type?: string;
  /** None: IAM has no resources for it, or AWS wants `*`. */
  readonly on: readonly ResourcePattern[];
  readonly source: string;
}

const QUICKSIGHT = 'https://docs.aws.amazon.com/quicksight/latest/developerguide/terminology-and-concepts.html';
const GLUE = 'https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html';
const MOVE_TASKS =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html';
const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference';
const ORGANIZATIONS = `${REFERENCE}/list_organizations.html`;
const REPLAYS = 'https://docs.aws.amazon.com/eventbridge/latest/APIReference';
const SMS = 'https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html';
const REDSHIFT_DATA = `${REFERENCE}/list_redshift-data.html`;
const CODEBUILD =
  'https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-permissions-reference.html';
const RUN = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html';
const VERSIONS = 'https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html';
const RDS = ['docdb', 'neptune', 'rds'];

/** A launch template by its ID, or by its name, which does not tell the ID. */
function templates(path: string): readonly ResourcePattern[] {
  return [name(`${path}.LaunchTemplateId`), arnOnly(`${path}.LaunchTemplateName`)].map((slot) =>
    optionalResource(arnPattern`arn:$p:ec2:$r:$a:launch-template/${optional(slot)}`),
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
    on: [arnPattern`arn:$p:quicksight:$r:$a:user/${name('Namespace')}/${name('UserName')}`],
    source: QUICKSIGHT,
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
    on: [arnPattern`arn:$p:quicksight:$r:$a:group/${name('Namespace')}/${name('GroupName')}`],
    source: QUICKSIGHT,
  },
  {
    // The name is the query's or the notebook's, and no argument tells the workgroup.
    services: ['athena'],
    operations: ['UpdateNamedQuery', 'UpdateNotebookMetadata'],
    on: [arnPattern`arn:$p:athena:$r:$a:workgroup/*`],
    source: 'https://docs.aws.amazon.com/athena/latest/APIReference/API_UpdateNamedQuery.html',
  },
  {
    services: ['autoscaling'],
    operations: ['CreateAutoScalingGroup'],
    on: [arnPattern`arn:$p:autoscaling:$r:$a:autoScalingGroup:*:autoScalingGroupName/${name('AutoScalingGroupName')}`],
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/control-access-using-iam.html',
  },
  {
    // The page has jobs, and the reference the models.
    services: ['bedrock'],
    operations: ['CreateAdvancedPromptOptimizationJob'],
    on: [rule('optimizedModels'), arnPattern`arn:$p:bedrock:$r:$a:advanced-prompt-optimization-job/*`],
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/advanced-prompt-optimization-prereqs.html',
  },
  {
    services: ['bedrock'],
    operations: ['CreateModelInvocationJob'],
    on: [rule('bedrockModel'), arnPattern`arn:$p:bedrock:$r:$a:model-invocation-job/*`],
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-permissions.html',
  },
  {
    services: ['bedrock'],
    operations: ['CreateModelCustomizationJob'],
    type: 'foundation-model',
    on: [arnPattern`arn:$p:bedrock:$r::foundation-model/${nameOrArn('BaseModelIdentifier')}`],
    source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelCustomizationJob.html',
  },
  {
    // The endpoint of a runtime that a call does not name is DEFAULT.
    services: ['bedrockagentcore'],
    operations: ['GetAgentCard', 'InvokeAgentRuntime', 'InvokeAgentRuntimeCommand', 'StopRuntimeSession'],
    type: 'runtime-endpoint',
    on: [
      arnPattern`arn:$p:bedrock-agentcore:$r:$a:runtime/${name('AgentRuntimeArn')}/runtime-endpoint/${optional(name('Qualifier'), 'DEFAULT')}`,
    ],
    source: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeAgentRuntime.html',
  },
  {
    // 'you must be signed on with the cloudwatch:PutCompositeAlarm permission that is scoped to *'
    services: ['cloudwatch'],
    operations: ['PutCompositeAlarm'],
    on: [],
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html',
  },
  {
    // The directory's name is not the schema's.
    services: ['clouddirectory'],
    operations: ['CreateDirectory'],
    on: [arnPattern`arn:$p:clouddirectory:$r:$a:schema/published/*/${nameOrArn('SchemaArn')}`],
    source: 'https://docs.aws.amazon.com/clouddirectory/latest/APIReference/API_CreateDirectory.html',
  },
  {
    // The page has the builds, and the reference says the same of their batches:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_codebuild.html
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
    on: [rule('buildProject')],
    source: CODEBUILD,
  },
  {
    // The group's ARN may be another account's.
    services: ['cloudwatchlogs'],
    operations: ['GetLogEvents'],
    on: [rule('logStream')],
    source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html',
  },
  {
    // The reference lists destinations alone, and the page prints sources as well:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_logs.html
    services: ['cloudwatchlogs'],
    operations: ['DeleteDeliverySource'],
    on: [
      arnPattern`arn:$p:logs:$r:$a:delivery-source:${name('Name')}`,
      arnPattern`arn:$p:logs:$r:$a:delivery-destination:*`,
    ],
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html',
  },
  {
    // What a call may choose for the end of the ARN.
    services: ['databasemigration'],
    operations: ['CreateEndpoint'],
    type: 'Endpoint',
    on: [arnPattern`arn:$p:dms:$r:$a:endpoint:${optional(name('ResourceIdentifier'))}`],
    source: 'https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateEndpoint.html',
  },
  {
    services: ['databasemigration'],
    operations: ['CreateReplicationInstance'],
    type: 'ReplicationInstance',
    on: [arnPattern`arn:$p:dms:$r:$a:rep:${optional(name('ResourceIdentifier'))}`],
    source: 'https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationInstance.html',
  },
  {
    services: ['dynamodb'],
    operations: ['RestoreTableToPointInTime'],
    on: [
      arnPattern`arn:$p:dynamodb:$r:$a:table/${optional(nameOrArn('SourceTableName', 'SourceTableArn'))}`,
      arnPattern`arn:$p:dynamodb:$r:$a:table/${name('TargetTableName')}`,
    ],
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableToPointInTime.html',
  },
  {
    // An index counts only where the call names one: PERMISSIONS has it.
    services: ['dynamodb'],
    operations: ['Query', 'Scan'],
    on: [arnPattern`arn:$p:dynamodb:$r:$a:table/${nameOrArn('TableName')}`],
    source: `${REFERENCE}/list_dynamodb.html`,
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
    on: [arnPattern`arn:$p:ec2:$r:$a:transit-gateway-attachment/*`],
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayConnect.html',
  },
  {
    services: ['ec2'],
    operations: ['RunInstances'],
    type: 'subnet',
    on: [arnPattern`arn:$p:ec2:$r:$a:subnet/${optional(name('SubnetId', 'NetworkInterfaces[].SubnetId'))}`],
    source: RUN,
  },
  {
    // A group's name, which SecurityGroups has, does not tell its ID.
    services: ['ec2'],
    operations: ['RunInstances'],
    type: 'security-group',
    on: [
      arnPattern`arn:$p:ec2:$r:$a:security-group/${optional(name('SecurityGroupIds[]', 'NetworkInterfaces[].Groups[]'))}`,
    ],
    source: RUN,
  },
  {
    services: ['ecs'],
    operations: ['StartTask'],
    type: 'task-definition',
    on: [rule('taskDefinition')],
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StartTask.html',
  },
  {
    services: ['elasticloadbalancingv2'],
    operations: ['CreateLoadBalancer'],
    on: ['app', 'gwy', 'net'].map(
      (kind) => arnPattern`arn:$p:elasticloadbalancing:$r:$a:loadbalancer/${kind}/${name('Name')}/*`,
    ),
    source: `${REFERENCE}/list_awselasticloadbalancingv2.html`,
  },
  {
    services: ['emr'],
    operations: ['AddTags', 'RemoveTags'],
    type: 'cluster',
    on: [arnPattern`arn:$p:elasticmapreduce:$r:$a:cluster/${name('ResourceId')}`],
    source: 'https://docs.aws.amazon.com/emr/latest/APIReference/API_AddTags.html',
  },
  {
    services: ['cloudwatchevents', 'eventbridge'],
    operations: ['CreateArchive'],
    type: 'event-bus',
    on: [arnPattern`arn:$p:events:$r:$a:event-bus/${nameOrArn('EventSourceArn')}`],
    source: `${REPLAYS}/API_CreateArchive.html`,
  },
  {
    services: ['cloudwatchevents', 'eventbridge'],
    operations: ['StartReplay'],
    type: 'event-bus',
    on: [arnPattern`arn:$p:events:$r:$a:event-bus/${nameOrArn('Destination.Arn')}`],
    source: `${REPLAYS}/API_StartReplay.html`,
  },
  {
    services: ['cloudwatchevents', 'eventbridge'],
    operations: ['StartReplay'],
    type: 'archive',
    on: [arnPattern`arn:$p:events:$r:$a:archive/${nameOrArn('EventSourceArn')}`],
    source: `${REPLAYS}/API_StartReplay.html`,
  },
  {
    services: ['glue'],
    operations: ['CreateDatabase'],
    type: 'database',
    on: [arnPattern`arn:$p:glue:$r:$a:database/${name('DatabaseInput.Name')}`],
    source: GLUE,
  },
  {
    services: ['glue'],
    operations: ['CreateTable', 'UpdateTable'],
    type: 'table',
    on: [arnPattern`arn:$p:glue:$r:$a:table/${name('DatabaseName')}/${name('TableInput.Name', 'Name')}`],
    source: GLUE,
  },
  {
    services: ['glue'],
    operations: ['BatchDeleteTable'],
    type: 'table',
    on: [arnPattern`arn:$p:glue:$r:$a:table/${name('DatabaseName')}/${name('TablesToDelete[]')}`],
    source: GLUE,
  },
  {
    services: ['glue'],
    operations: ['DeleteDatabase'],
    type: 'table',
    on: [arnPattern`arn:$p:glue:$r:$a:table/${name('Name')}/*`],
    source: GLUE,
  },
  {
    services: ['glue'],
    operations: ['DeleteDatabase'],
    type: 'userdefinedfunction',
    on: [arnPattern`arn:$p:glue:$r:$a:userDefinedFunction/${name('Name')}/*`],
    source: GLUE,
  },
  {
    // A service-linked role's path has the service, and its name is AWS's own.
    services: ['iam'],
    operations: ['CreateServiceLinkedRole'],
    on: [arnPattern`arn:$p:iam::$a:role/aws-service-role/${name('AwsServiceName')}/*`],
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html#service-linked-role-permissions',
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
    on: [arnPattern`arn:$p:lambda:$r:$a:layer:${name('LayerName')}:${name('VersionNumber')}`],
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html',
  },
  {
    services: ['memorydb'],
    operations: ['CreateCluster', 'DeleteCluster'],
    type: 'multiregioncluster',
    on: [
      optionalResource(arnPattern`arn:$p:memorydb::$a:multiregioncluster/${optional(name('MultiRegionClusterName'))}`),
    ],
    source: 'https://docs.aws.amazon.com/memorydb/latest/APIReference/API_CreateCluster.html',
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
    on: [rule('organizationNode')],
    source: ORGANIZATIONS,
  },
  {
    // A policy that AWS manages, such as p-FullAWSAccess, is of the account `aws`.
    services: ['organizations'],
    operations: ['AttachPolicy', 'DescribePolicy', 'DetachPolicy', 'ListTargetsForPolicy'],
    type: 'policy',
    on: [
      arnPattern`arn:$p:organizations::*:policy/o-*/*/p-${name('PolicyId')}`,
      arnPattern`arn:$p:organizations::aws:policy/*/p-${name('PolicyId')}`,
    ],
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
      on: [arnPattern`arn:$p:partnercentral:$r:$a:catalog/${name('Catalog')}/${folder}/*`],
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
    on: [rule('originationIdentity')],
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
        on: [arnPattern`arn:$p:rds:$r:$a:${type}:${nameOrArn(argument)}`],
        source: `https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_${operation}.html`,
      }),
    ),
  ),
  // The call names clusters, or instances.
  ...(
    [
      ['cluster', 'DbClusterIdentifiers[]'],
      ['db', 'DbInstanceIdentifiers[]'],
    ] as const
  ).map(
    ([type, argument]): PatternRow => ({
      services: ['rds'],
      operations: ['DeregisterDBProxyTargets'],
      type,
      on: [optionalResource(arnPattern`arn:$p:rds:$r:$a:${type}:${optional(name(argument))}`)],
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeregisterDBProxyTargets.html',
    }),
  ),
  {
    // A replica is one of an instance or one of a cluster.
    services: ['rds'],
    operations: ['CreateDBInstanceReadReplica'],
    type: 'cluster',
    on: [optionalResource(arnPattern`arn:$p:rds:$r:$a:cluster:${optional(nameOrArn('SourceDbClusterIdentifier'))}`)],
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html',
  },
  {
    services: RDS,
    operations: ['DeleteDBCluster'],
    type: 'cluster-snapshot',
    on: [
      optionalResource(arnPattern`arn:$p:rds:$r:$a:cluster-snapshot:${optional(name('FinalDbSnapshotIdentifier'))}`),
    ],
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBCluster.html',
  },
  {
    services: ['redshift'],
    operations: ['RestoreFromClusterSnapshot'],
    type: 'snapshot',
    on: [
      arnPattern`arn:$p:redshift:$r:$a:snapshot:${optional(name('SnapshotClusterIdentifier'))}/${optional(nameOrArn('SnapshotIdentifier', 'SnapshotArn'))}`,
    ],
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
      optionalResource(arnPattern`arn:$p:redshift:$r:$a:cluster:${optional(name('ClusterIdentifier'))}`),
      optionalResource(arnPattern`arn:$p:redshift-serverless:$r:$a:workgroup/${optional(arnOnly('WorkgroupName'))}`),
    ],
    source: REDSHIFT_DATA,
  },
  {
    // The version that is copied, and the one that is made.
    services: ['rekognition'],
    operations: ['CopyProjectVersion'],
    type: 'projectversion',
    on: [
      arnPattern`arn:$p:rekognition:$r:$a:project/*/version/*/${nameOrArn('SourceProjectVersionArn')}`,
      arnPattern`arn:$p:rekognition:$r:$a:project/*/version/${name('VersionName')}/*`,
    ],
    source: 'https://docs.aws.amazon.com/rekognition/latest/APIReference/API_CopyProjectVersion.html',
  },
  {
    // Versions and aliases are authorized as their state machine, whose version the route of a new alias names.
    services: ['sfn'],
    operations: ['CreateStateMachineAlias'],
    on: [arnPattern`arn:$p:states:$r:$a:stateMachine:${nameOrArn('RoutingConfiguration[].StateMachineVersionArn')}`],
    source: VERSIONS,
  },
  {
    services: ['sfn'],
    operations: ['DeleteStateMachineAlias', 'DescribeStateMachineAlias', 'UpdateStateMachineAlias'],
    on: [arnPattern`arn:$p:states:$r:$a:stateMachine:${nameOrArn('StateMachineAliasArn')}`],
    source: VERSIONS,
  },
  {
    services: ['sfn'],
    operations: ['DeleteStateMachineVersion'],
    on: [arnPattern`arn:$p:states:$r:$a:stateMachine:${nameOrArn('StateMachineVersionArn')}`],
    source: VERSIONS,
  },
  {
    // 'You can specify either a mapRunArn or a stateMachineArn, but not both.'
    services: ['sfn'],
    operations: ['ListExecutions'],
    on: [
      optionalResource(arnPattern`arn:$p:states:$r:$a:mapRun:*/*:${optional(nameOrArn('MapRunArn'))}`),
      optionalResource(arnPattern`arn:$p:states:$r:$a:stateMachine:${optional(nameOrArn('StateMachineArn'))}`),
    ],
    source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html',
  },
  {
    services: ['sqs'],
    operations: ['ListMessageMoveTasks', 'StartMessageMoveTask'],
    on: [arnPattern`arn:$p:sqs:$r:$a:${nameOrArn('SourceArn')}`],
    source: MOVE_TASKS,
  },
  {
    services: ['ssm'],
    operations: ['GetParametersByPath'],
    on: [rule('parameterPath')],
    source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html',
  },
];
