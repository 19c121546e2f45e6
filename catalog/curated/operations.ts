import type { NoteRow, PermissionRow } from './row.ts';
import {
  arnPattern,
  isGiven,
  name,
  nameOrArn,
  optional,
  optionalResource,
  rule,
  startsWith,
  withDefault,
} from './write.ts';

/**
 * What the operations' tables of the service authorization reference list beside the action of an operation's name, as
 * far as its arguments tell: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference';
const GLUE = `${REFERENCE}/list_glue.html`;
const LOGS = `${REFERENCE}/list_logs.html`;
const RDS = `${REFERENCE}/list_rds.html`;
const REDSHIFT = `${REFERENCE}/list_redshift.html`;
const CLOUDFORMATION = `${REFERENCE}/list_cloudformation.html`;
const GLOBAL_TABLES = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-security.html';
const RESTORE = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_IAM.html';
const LOGS_API = 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference';

const LOG_GROUPS = [arnPattern`arn:$p:logs:$r:$a:log-group:*`, arnPattern`arn:$p:logs:$r:$a:log-group:*:*`];
const STACK = arnPattern`arn:$p:cloudformation:$r:$a:stack/${name('StackName')}/*`;
const TABLE_OF_CATALOG = [
  arnPattern`arn:$p:glue:$r:$a:database/${name('DatabaseName')}`,
  arnPattern`arn:$p:glue:$r:$a:catalog`,
  arnPattern`arn:$p:glue:$r:$a:table/${name('DatabaseName')}/${name('TableName')}`,
];
const READS_AND_WRITES = [
  'dynamodb:BatchWriteItem',
  'dynamodb:DeleteItem',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'dynamodb:UpdateItem',
];

export const OPERATIONS: readonly PermissionRow[] = [
  {
    // A session may take its workgroup's tags.
    service: 'athena',
    operations: ['StartSession'],
    actions: ['athena:ListTagsForResource'],
    on: [arnPattern`arn:$p:athena:$r:$a:workgroup/${withDefault(name('WorkGroup'), 'primary')}`],
    when: [isGiven('CopyWorkGroupTags')],
    source: `${REFERENCE}/list_athena.html`,
  },
  {
    service: 'athena',
    operations: ['StartSession'],
    actions: ['athena:TagResource'],
    on: [arnPattern`arn:$p:athena:$r:$a:workgroup/${withDefault(name('WorkGroup'), 'primary')}/session/*`],
    when: [isGiven('CopyWorkGroupTags')],
    source: `${REFERENCE}/list_athena.html`,
  },
  {
    // Tags of the instances, not of the environment.
    service: 'batch',
    operations: ['CreateComputeEnvironment'],
    actions: ['batch:SetCapacityTags'],
    on: [arnPattern`arn:$p:batch:$r:$a:compute-environment/${name('ComputeEnvironmentName')}`],
    when: [isGiven('ComputeResources.Tags')],
    source: `${REFERENCE}/list_batch.html`,
  },
  {
    service: 'cloudformation',
    operations: ['DetectStackDrift'],
    actions: ['cloudformation:DetectStackResourceDrift'],
    on: [STACK],
    source: CLOUDFORMATION,
  },
  {
    // Without a hook or a target the results are all of the account's.
    service: 'cloudformation',
    operations: ['ListHookResults'],
    actions: ['cloudformation:ListAllHookResults'],
    on: [],
    unless: [isGiven('TargetId'), isGiven('TypeArn')],
    source: CLOUDFORMATION,
  },
  {
    service: 'cloudformation',
    operations: ['UpdateStack'],
    actions: ['cloudformation:SetStackPolicy'],
    on: [STACK],
    when: [
      isGiven('StackPolicyBody'),
      isGiven('StackPolicyUrl'),
      isGiven('StackPolicyDuringUpdateBody'),
      isGiven('StackPolicyDuringUpdateUrl'),
    ],
    source: CLOUDFORMATION,
  },
  {
    // Tags that an update leaves out are taken away.
    service: 'cloudformation',
    operations: ['UpdateStack'],
    actions: ['cloudformation:TagResource', 'cloudformation:UntagResource'],
    on: [STACK],
    when: [isGiven('Tags')],
    source: CLOUDFORMATION,
  },
  {
    service: 'cloudformation',
    operations: ['UpdateStackSet'],
    actions: ['cloudformation:TagResource', 'cloudformation:UntagResource'],
    on: [arnPattern`arn:$p:cloudformation:$r:$a:stackset/${name('StackSetName')}:*`],
    when: [isGiven('Tags')],
    source: CLOUDFORMATION,
  },
  {
    service: 'cloudwatchlogs',
    operations: ['GetLogRecord'],
    actions: ['logs:Unmask'],
    on: LOG_GROUPS,
    when: [isGiven('Unmask')],
    source: LOGS,
  },
  {
    service: 'cloudwatchlogs',
    operations: ['FilterLogEvents', 'GetLogEvents'],
    actions: ['logs:Unmask'],
    on: [
      arnPattern`arn:$p:logs:$r:$a:log-group:${optional(nameOrArn('LogGroupName', 'LogGroupIdentifier'))}`,
      arnPattern`arn:$p:logs:$r:$a:log-group:${optional(nameOrArn('LogGroupName', 'LogGroupIdentifier'))}:*`,
    ],
    when: [isGiven('Unmask')],
    source: `${LOGS_API}/API_FilterLogEvents.html`,
  },
  {
    // The rows of a query's results.
    service: 'cloudwatchlogs',
    operations: ['CreateLookupTable', 'UpdateLookupTable'],
    actions: ['logs:GetQueryResults'],
    on: LOG_GROUPS,
    when: [isGiven('QueryId')],
    source: LOGS,
  },
  {
    service: 'dynamodb',
    operations: ['CreateTable'],
    actions: ['dynamodb:PutResourcePolicy'],
    on: [arnPattern`arn:$p:dynamodb:$r:$a:table/${nameOrArn('TableName')}`],
    when: [isGiven('ResourcePolicy')],
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html',
  },
  {
    // 'Read and write permissions on the target table are necessary for restore functionality.'
    service: 'dynamodb',
    operations: ['RestoreTableFromBackup', 'RestoreTableToPointInTime'],
    actions: READS_AND_WRITES,
    on: [arnPattern`arn:$p:dynamodb:$r:$a:table/${name('TargetTableName')}`],
    source: RESTORE,
  },
  {
    service: 'dynamodb',
    operations: ['UpdateTable'],
    actions: [...READS_AND_WRITES, 'dynamodb:CreateTable', 'dynamodb:CreateTableReplica'],
    on: [rule('createdReplica')],
    when: [isGiven('ReplicaUpdates[].Create')],
    source: GLOBAL_TABLES,
  },
  {
    service: 'dynamodb',
    operations: ['UpdateTable'],
    actions: ['dynamodb:DeleteTable', 'dynamodb:DeleteTableReplica'],
    on: [rule('deletedReplica')],
    when: [isGiven('ReplicaUpdates[].Delete')],
    source: GLOBAL_TABLES,
  },
  ...['Create', 'Delete'].map(
    (verb): PermissionRow => ({
      service: 'dynamodb',
      operations: ['UpdateTable'],
      actions: [`dynamodb:${verb}GlobalTableWitness`],
      on: [rule('tableEverywhere')],
      when: [isGiven(`GlobalTableWitnessUpdates[].${verb}`)],
      source: GLOBAL_TABLES,
    }),
  ),
  {
    // A cluster's own capacity provider is put among the cluster's.
    service: 'ecs',
    operations: ['CreateCapacityProvider', 'DeleteCapacityProvider', 'UpdateCapacityProvider'],
    actions: ['ecs:PutClusterCapacityProviders'],
    on: [arnPattern`arn:$p:ecs:$r:$a:cluster/${nameOrArn('Cluster')}`],
    when: [isGiven('Cluster')],
    source: `${REFERENCE}/list_ecs.html`,
  },
  {
    // The service registers the task definition, unless the call names one.
    service: 'ecs',
    operations: ['CreateExpressGatewayService', 'UpdateExpressGatewayService'],
    actions: ['ecs:RegisterTaskDefinition'],
    on: [arnPattern`arn:$p:ecs:$r:$a:task-definition/*:*`],
    unless: [isGiven('TaskDefinitionArn')],
    source: `${REFERENCE}/list_ecs.html`,
  },
  ...(
    [
      ['BatchGetBlueprints', 'GetBlueprint', arnPattern`arn:$p:glue:$r:$a:blueprint/${name('Names[]')}`],
      [
        'BatchGetDevEndpoints',
        'GetDevEndpoint',
        arnPattern`arn:$p:glue:$r:$a:devEndpoint/${name('DevEndpointNames[]')}`,
      ],
      ['BatchGetJobs', 'GetJob', arnPattern`arn:$p:glue:$r:$a:job/${name('JobNames[]')}`],
      ['BatchGetTriggers', 'GetTrigger', arnPattern`arn:$p:glue:$r:$a:trigger/${name('TriggerNames[]')}`],
      ['BatchGetWorkflows', 'GetWorkflow', arnPattern`arn:$p:glue:$r:$a:workflow/${name('Names[]')}`],
    ] as const
  ).map(
    ([operation, action, resource]): PermissionRow => ({
      service: 'glue',
      operations: [operation],
      actions: [`glue:${action}`],
      on: [resource],
      source: GLUE,
    }),
  ),
  {
    service: 'glue',
    operations: ['BatchDeleteConnection'],
    actions: ['glue:DeleteConnection'],
    on: [
      arnPattern`arn:$p:glue:$r:$a:catalog`,
      arnPattern`arn:$p:glue:$r:$a:connection/${name('ConnectionNameList[]')}`,
    ],
    source: GLUE,
  },
  {
    service: 'glue',
    operations: ['BatchGetCustomEntityTypes'],
    actions: ['glue:GetCustomEntityType'],
    on: [],
    source: GLUE,
  },
  ...(
    [
      ['BatchDeleteTableVersion', 'DeleteTableVersion'],
      ['CreatePartitionIndex', 'UpdateTable'],
      ['DeletePartitionIndex', 'UpdateTable'],
      ['DeleteColumnStatisticsForPartition', 'UpdatePartition'],
      ['DeleteColumnStatisticsForTable', 'UpdateTable'],
      // 'The IAM permission required for this operation is GetTable':
      // https://docs.aws.amazon.com/glue/latest/webapi/API_GetColumnStatisticsForTable.html
      ['GetColumnStatisticsForPartition', 'GetPartition'],
      ['GetColumnStatisticsForTable', 'GetTable'],
      ['UpdateColumnStatisticsForPartition', 'UpdatePartition'],
      ['UpdateColumnStatisticsForTable', 'UpdateTable'],
    ] as const
  ).map(
    ([operation, action]): PermissionRow => ({
      service: 'glue',
      operations: [operation],
      actions: [`glue:${action}`],
      on: TABLE_OF_CATALOG,
      source: GLUE,
    }),
  ),
  ...(
    [
      ['CreateCatalog', 'CatalogInput.FederatedCatalog.ConnectionName'],
      ['CreateDatabase', 'DatabaseInput.FederatedDatabase.ConnectionName'],
      ['CreateTableOptimizer', 'TableOptimizerConfiguration.VpcConfiguration.GlueConnectionName'],
      ['UpdateTableOptimizer', 'TableOptimizerConfiguration.VpcConfiguration.GlueConnectionName'],
    ] as const
  ).map(
    ([operation, path]): PermissionRow => ({
      service: 'glue',
      operations: [operation],
      actions: ['glue:PassConnection'],
      on: [arnPattern`arn:$p:glue:$r:$a:connection/${name(path)}`],
      when: [isGiven(path)],
      source: GLUE,
    }),
  ),
  {
    service: 'kinesis',
    operations: ['CreateChannel'],
    actions: ['kinesis:AssociateStreamsWithChannel'],
    on: [
      arnPattern`arn:$p:kinesis:$r:$a:channel/*`,
      arnPattern`arn:$p:kinesis:$r:$a:stream/${nameOrArn('StreamConfigurationList[].StreamArn')}`,
    ],
    source: `${REFERENCE}/list_kinesis.html`,
  },
  {
    service: 'lambda',
    operations: ['GetResourcePolicy'],
    actions: ['lambda:GetPolicy'],
    on: [arnPattern`arn:$p:lambda:$r:$a:function:${nameOrArn('ResourceArn')}`],
    source: `${REFERENCE}/list_lambda.html`,
  },
  {
    // The policy takes the place of the one that is there.
    service: 'lambda',
    operations: ['PutResourcePolicy'],
    actions: ['lambda:AddPermission', 'lambda:RemovePermission'],
    on: [arnPattern`arn:$p:lambda:$r:$a:function:${nameOrArn('ResourceArn')}`],
    source: `${REFERENCE}/list_lambda.html`,
  },
  {
    service: 'lambda',
    operations: ['UpdateFunctionConfiguration'],
    actions: ['lambda:PassCapacityProvider'],
    on: [
      arnPattern`arn:$p:lambda:$r:$a:capacity-provider:${nameOrArn('CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn')}`,
    ],
    when: [isGiven('CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn')],
    source: `${REFERENCE}/list_lambda.html`,
  },
  {
    service: 'rds',
    operations: [
      'CreateDBCluster',
      'RestoreDBClusterFromS3',
      'RestoreDBClusterFromSnapshot',
      'RestoreDBClusterToPointInTime',
    ],
    actions: ['rds:AddRoleToDBCluster'],
    on: [arnPattern`arn:$p:rds:$r:$a:cluster:${name('DbClusterIdentifier')}`],
    when: [isGiven('AssociatedRoles')],
    source: RDS,
  },
  {
    service: 'rds',
    operations: ['ModifyDBInstance', 'PromoteReadReplica'],
    actions: ['rds:AddTagsToResource'],
    on: [arnPattern`arn:$p:rds:$r:$a:db:${name('DbInstanceIdentifier')}`],
    when: [isGiven('TagSpecifications')],
    source: RDS,
  },
  {
    service: 'redshift',
    operations: ['DeleteCluster'],
    actions: ['redshift:CreateClusterSnapshot'],
    on: [
      arnPattern`arn:$p:redshift:$r:$a:snapshot:${name('ClusterIdentifier')}/${name('FinalClusterSnapshotIdentifier')}`,
    ],
    when: [isGiven('FinalClusterSnapshotIdentifier')],
    source: REDSHIFT,
  },
  ...['PauseCluster', 'ResizeCluster', 'ResumeCluster'].map(
    (action): PermissionRow => ({
      // What is to be done by the schedule, the caller must be allowed to do.
      service: 'redshift',
      operations: ['CreateScheduledAction', 'ModifyScheduledAction'],
      actions: [`redshift:${action}`],
      on: [arnPattern`arn:$p:redshift:$r:$a:cluster:${name(`TargetAction.${action}.ClusterIdentifier`)}`],
      when: [isGiven(`TargetAction.${action}`)],
      source: REDSHIFT,
    }),
  ),
  {
    service: 'sns',
    operations: ['CreateTopic'],
    actions: ['sns:PutDataProtectionPolicy'],
    on: [arnPattern`arn:$p:sns:$r:$a:${name('Name')}`],
    when: [isGiven('DataProtectionPolicy')],
    source: `${REFERENCE}/list_sns.html`,
  },
  {
    service: 'ssm',
    operations: ['CreateAssociationBatch'],
    actions: ['ssm:CreateAssociation'],
    on: [
      arnPattern`arn:$p:ssm:$r:$a:association/*`,
      arnPattern`arn:$p:ssm:$r:$a:document/${nameOrArn('Entries[].Name')}`,
      optionalResource(arnPattern`arn:$p:ec2:$r:$a:instance/${optional(name('Entries[].InstanceId'))}`),
      optionalResource(arnPattern`arn:$p:ssm:$r:$a:managed-instance/${optional(name('Entries[].InstanceId'))}`),
    ],
    source: `${REFERENCE}/list_ssm.html`,
  },
];

/** What the tables list besides, and neither a page nor an argument says when it is needed. */
export const OPERATION_NOTES: readonly NoteRow[] = [
  {
    service: 'cloudformation',
    operations: ['ActivateOrganizationsAccess'],
    what: 'iam:CreateServiceLinkedRole, iam:GetRole',
    source: CLOUDFORMATION,
  },
  {
    service: 'cloudformation',
    operations: ['ExecuteChangeSet'],
    what: 'cloudformation:TagResource, cloudformation:UntagResource where the change set changes tags',
    source: CLOUDFORMATION,
  },
  {
    service: 'cloudformation',
    operations: ['CreateChangeSet'],
    what: 'cloudformation:UntagResource',
    when: [isGiven('Tags')],
    source: CLOUDFORMATION,
  },
  {
    service: 'cloudwatchlogs',
    operations: ['DescribeQueries', 'GetLogGroupFields', 'GetLogRecord', 'GetQueryResults', 'StopQuery'],
    what: 'logs:FilterLogEvents',
    source: LOGS,
  },
  {
    service: 'cloudwatchlogs',
    operations: ['GetQueryResults'],
    what: 'logs:Unmask where the query unmasks',
    source: LOGS,
  },
  {
    service: 'cloudwatchlogs',
    operations: ['ListLogGroups'],
    what: 'logs:DescribeLogGroups',
    source: LOGS,
  },
  {
    service: 'cloudwatchlogs',
    operations: ['StartQuery'],
    what: 'logs:DescribeLogGroups, logs:DescribeQueryDefinitions, logs:FilterLogEvents, and logs:Unmask where the query unmasks',
    source: LOGS,
  },
  {
    service: 'dynamodb',
    operations: ['CreateTable'],
    what: 'for a table that joins a global one of another account dynamodb:AssociateTableReplica, dynamodb:CreateTableReplica, and reads and writes of the table',
    when: [isGiven('GlobalTableSourceArn')],
    source: `${REFERENCE}/list_dynamodb.html`,
  },
  {
    service: 'dynamodb',
    operations: ['UpdateTable'],
    what: "iam:CreateServiceLinkedRole for the account's first global table",
    when: [isGiven('ReplicaUpdates[].Create')],
    source: GLOBAL_TABLES,
  },
  {
    service: 'ecr',
    operations: ['BatchGetImage', 'GetDownloadUrlForLayer', 'ListImageReferrers'],
    what: 'ecr:BatchImportUpstreamImage, and ecr:CreateRepository and ecr:TagResource for a repository that a pull through cache rule makes',
    source: `${REFERENCE}/list_ecr.html`,
  },
  {
    service: 'sns',
    operations: ['SetTopicAttributes'],
    what: 'what Amazon SNS does with the key in AttributeValue',
    when: [startsWith('AttributeName', 'KmsMasterKeyId')],
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
  },
  {
    service: 'ecs',
    operations: ['CreateExpressGatewayService'],
    what: 'ecs:CreateCluster where the cluster is not there',
    source: `${REFERENCE}/list_ecs.html`,
  },
  {
    service: 'ecs',
    operations: ['CreateDaemon', 'UpdateDaemon'],
    what: 'iam:PassRole for ecs-tasks.amazonaws.com on the roles of the task definition',
    source: `${REFERENCE}/list_ecs.html`,
  },
  {
    service: 'ecs',
    operations: ['UpdateService'],
    what: 'iam:PassRole for ecs-tasks.amazonaws.com on the roles of a task definition that the service keeps',
    source: `${REFERENCE}/list_ecs.html`,
  },
  {
    service: 'eks',
    operations: ['CreateCluster', 'UpdateClusterConfig'],
    what: 'eks:CreateAccessEntry',
    when: [isGiven('AccessConfig'), isGiven('ComputeConfig')],
    source: `${REFERENCE}/list_eks.html`,
  },
  {
    service: 'glue',
    operations: ['CreateJob', 'CreateSession', 'StartJobRun', 'UpdateJob'],
    what: 'glue:GetUsageProfile where the caller has a usage profile',
    source: GLUE,
  },
  {
    service: 'glue',
    operations: ['CreateConnection'],
    what: 'glue:DescribeConnectionType',
    source: GLUE,
  },
  {
    service: 'glue',
    operations: ['DeleteColumnStatisticsForPartition'],
    what: 'glue:DeletePartition',
    source: 'https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteColumnStatisticsForPartition.html',
  },
  {
    service: 'glue',
    operations: ['DeleteColumnStatisticsForTable'],
    what: 'glue:DeleteTable',
    source: 'https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteColumnStatisticsForTable.html',
  },
  {
    service: 'lambda',
    operations: ['GetFunction'],
    what: "lambda:ListTags for the function's tags in the result",
    source: 'https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html',
  },
  {
    service: 'rds',
    operations: ['CreateDBInstanceReadReplica'],
    what: 'rds:CreateTenantDatabase',
    source: RDS,
  },
  {
    service: 'rds',
    operations: ['CreateBlueGreenDeployment'],
    what: 'rds:CreateGlobalCluster',
    source: RDS,
  },
  {
    service: 'rds',
    operations: ['DeleteBlueGreenDeployment'],
    what: 'rds:DeleteGlobalCluster, rds:RemoveFromGlobalCluster',
    source: RDS,
  },
  {
    service: 'rds',
    operations: ['SwitchoverBlueGreenDeployment'],
    what: 'rds:ModifyGlobalCluster',
    source: RDS,
  },
  {
    service: 'rds',
    operations: ['DeleteDBCluster', 'DeleteDBInstance', 'StopDBInstance'],
    what: 'rds:AddTagsToResource for tags that the snapshot takes over',
    when: [isGiven('DbSnapshotIdentifier'), isGiven('FinalDbSnapshotIdentifier')],
    source: RDS,
  },
  {
    service: 'rds',
    operations: ['ModifyOptionGroup'],
    what: "iam:PassRole for rds.amazonaws.com on the role of an option's settings",
    when: [isGiven('OptionsToInclude[].OptionSettings')],
    source: RDS,
  },
  {
    service: 'redshift',
    operations: ['CreateCluster', 'RestoreFromClusterSnapshot'],
    what: 'redshift:AssociateDataShareConsumer, redshift:RegisterNamespace',
    when: [isGiven('CatalogName')],
    source: REDSHIFT,
  },
  {
    service: 'redshift',
    operations: ['AddPartner'],
    what: 'redshift:DeletePartner',
    source: REDSHIFT,
  },
  {
    service: 'redshift',
    operations: ['ListRecommendations'],
    what: 'redshift:ViewQueriesInConsole',
    source: REDSHIFT,
  },
  {
    service: 'ssm',
    operations: ['CreateDocument'],
    what: 'ssm:GetDocument on the documents that the new one requires',
    when: [isGiven('Requires')],
    source: `${REFERENCE}/list_ssm.html`,
  },
];
