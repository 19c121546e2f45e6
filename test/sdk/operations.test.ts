import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Args, type Case, checkCases, fitCall, granted, HERE, passes, told } from '../support/sdk.ts';

/**
 * What the operations' tables of the service authorization reference list beside the action of an operation's name:
 * granted where the arguments ask for it, told where nothing says when it is needed.
 */

const ROLE = 'arn:aws:iam::111122223333:role/r';
const ABROAD = 'arn:aws:logs:eu-west-1:999988887777:log-group:/x/y';
const logs = (group: string) => [
  `arn:aws:logs:${HERE}:log-group:${group}`,
  `arn:aws:logs:${HERE}:log-group:${group}:*`,
];
const table = (name: string, region = 'eu-west-1') => `arn:aws:dynamodb:${region}:111122223333:table/${name}`;
const STACK = [`arn:aws:cloudformation:${HERE}:stack/s/*`];
const CATALOG_TABLE = [
  `arn:aws:glue:${HERE}:catalog`,
  `arn:aws:glue:${HERE}:database/d`,
  `arn:aws:glue:${HERE}:table/d/t`,
];

/** The same resources for each of the actions. */
function each(actions: readonly string[], resources: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(actions.map((action) => [action, resources]));
}

const DATA = ['BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'].map(
  (name) => `dynamodb:${name}`,
);

const ALWAYS: readonly Case[] = [
  {
    name: 'drift of a stack is drift of its resources',
    source: 'list_cloudformation.html',
    api: 'cloudformation:detectStackDrift',
    args: { StackName: 's' },
    needs: each(['cloudformation:DetectStackDrift', 'cloudformation:DetectStackResourceDrift'], STACK),
  },
  {
    name: 'a restored table is read and written',
    source: 'amazondynamodb/latest/developerguide/backuprestore_IAM.html',
    api: 'dynamodb:restoreTableToPointInTime',
    args: { SourceTableName: 'a', TargetTableName: 'b' },
    needs: { 'dynamodb:RestoreTableToPointInTime': [table('a'), table('b')], ...each(DATA, [table('b')]) },
  },
  {
    name: 'and so is one from a backup',
    source: 'amazondynamodb/latest/developerguide/backuprestore_IAM.html',
    api: 'dynamodb:restoreTableFromBackup',
    args: { BackupArn: `${table('a')}/backup/1`, TargetTableName: 'b' },
    needs: { 'dynamodb:RestoreTableFromBackup': [`${table('a')}/backup/1`, table('b')], ...each(DATA, [table('b')]) },
  },
  {
    name: 'connections are deleted from the catalog one by one',
    source: 'list_glue.html',
    api: 'glue:batchDeleteConnection',
    args: { ConnectionNameList: ['n'] },
    needs: each(
      ['glue:BatchDeleteConnection', 'glue:DeleteConnection'],
      [`arn:aws:glue:${HERE}:catalog`, `arn:aws:glue:${HERE}:connection/n`],
    ),
  },
  ...(
    [
      ['batchGetBlueprints', { Names: ['n'] }, 'BatchGetBlueprints', 'GetBlueprint', 'blueprint/n'],
      ['batchGetDevEndpoints', { DevEndpointNames: ['n'] }, 'BatchGetDevEndpoints', 'GetDevEndpoint', 'devEndpoint/n'],
      ['batchGetJobs', { JobNames: ['n'] }, 'BatchGetJobs', 'GetJob', 'job/n'],
      ['batchGetTriggers', { TriggerNames: ['n'] }, 'BatchGetTriggers', 'GetTrigger', 'trigger/n'],
      ['batchGetWorkflows', { Names: ['n'] }, 'BatchGetWorkflows', 'GetWorkflow', 'workflow/n'],
    ] as const
  ).map(
    ([operation, args, own, single, resource]): Case => ({
      name: `${operation} needs the action of one`,
      source: 'list_glue.html',
      api: `glue:${operation}`,
      args,
      needs: each([`glue:${own}`, `glue:${single}`], [`arn:aws:glue:${HERE}:${resource}`]),
    }),
  ),
  ...(
    [
      ['createPartitionIndex', 'CreatePartitionIndex', 'UpdateTable'],
      ['deletePartitionIndex', 'DeletePartitionIndex', 'UpdateTable'],
      ['deleteColumnStatisticsForPartition', 'DeleteColumnStatisticsForPartition', 'UpdatePartition'],
      ['deleteColumnStatisticsForTable', 'DeleteColumnStatisticsForTable', 'UpdateTable'],
      ['getColumnStatisticsForPartition', 'GetColumnStatisticsForPartition', 'GetPartition'],
      ['getColumnStatisticsForTable', 'GetColumnStatisticsForTable', 'GetTable'],
      ['updateColumnStatisticsForPartition', 'UpdateColumnStatisticsForPartition', 'UpdatePartition'],
      ['updateColumnStatisticsForTable', 'UpdateColumnStatisticsForTable', 'UpdateTable'],
    ] as const
  ).map(
    ([operation, own, other]): Case => ({
      name: `${operation} is authorized as ${other}`,
      source: 'list_glue.html',
      api: `glue:${operation}`,
      args: { DatabaseName: 'd', TableName: 't' },
      needs: each([`glue:${own}`, `glue:${other}`], CATALOG_TABLE),
    }),
  ),
  {
    name: 'a channel takes streams',
    source: 'list_kinesis.html',
    api: 'kinesis:createChannel',
    args: { ChannelName: 'c', StreamConfigurationList: [{ StreamARN: `arn:aws:kinesis:${HERE}:stream/s` }] },
    needs: {
      'kinesis:AssociateStreamsWithChannel': [`arn:aws:kinesis:${HERE}:channel/*`, `arn:aws:kinesis:${HERE}:stream/s`],
      'kinesis:CreateChannel': [`arn:aws:kinesis:${HERE}:channel/*`],
    },
  },
  {
    name: "a function's whole policy takes the place of what statements gave",
    source: 'list_lambda.html',
    api: 'lambda:putResourcePolicy',
    args: { ResourceArn: `arn:aws:lambda:${HERE}:function:f`, Policy: '{}' },
    needs: each(
      ['lambda:AddPermission', 'lambda:PutResourcePolicy', 'lambda:RemovePermission'],
      [`arn:aws:lambda:${HERE}:function:f`],
    ),
  },
  {
    name: 'a batch of associations makes each of them',
    source: 'list_ssm.html',
    api: 'ssm:createAssociationBatch',
    args: { Entries: [{ Name: 'd' }] },
    needs: {
      'ssm:CreateAssociation': [`arn:aws:ssm:${HERE}:association/*`, `arn:aws:ssm:${HERE}:document/d`],
      'ssm:CreateAssociationBatch': [`arn:aws:ssm:${HERE}:document/d`],
    },
  },
  {
    name: 'the results of all hooks are another permission',
    source: 'list_cloudformation.html',
    api: 'cloudformation:listHookResults',
    args: {},
    needs: { 'cloudformation:ListAllHookResults': ['*'], 'cloudformation:ListHookResults': ['*'] },
  },
  {
    name: "one hook's are not",
    source: 'list_cloudformation.html',
    api: 'cloudformation:listHookResults',
    args: { TypeArn: 't' },
    needs: { 'cloudformation:ListHookResults': ['*'] },
  },
];

const ASKED: readonly Case[] = [
  {
    name: 'a session takes the tags of its workgroup',
    source: 'list_athena.html',
    api: 'athena:startSession',
    args: { WorkGroup: 'w', CopyWorkGroupTags: true },
    needs: {
      'athena:ListTagsForResource': [`arn:aws:athena:${HERE}:workgroup/w`],
      'athena:StartSession': [`arn:aws:athena:${HERE}:workgroup/w`, `arn:aws:athena:${HERE}:workgroup/w/session/*`],
      'athena:TagResource': [`arn:aws:athena:${HERE}:workgroup/w/session/*`],
    },
  },
  {
    name: 'tags of the instances are tags of the capacity',
    source: 'list_batch.html',
    api: 'batch:createComputeEnvironment',
    args: { ComputeEnvironmentName: 'c', Type: 'MANAGED', ComputeResources: { Tags: { a: 'b' } } },
    needs: each(
      ['batch:CreateComputeEnvironment', 'batch:SetCapacityTags'],
      [`arn:aws:batch:${HERE}:compute-environment/c`],
    ),
  },
  {
    name: 'an update sets tags and the policy of a stack',
    source: 'list_cloudformation.html',
    api: 'cloudformation:updateStack',
    args: { StackName: 's', Tags: [{ Key: 'a', Value: 'b' }], StackPolicyBody: '{}' },
    needs: each(
      [
        'cloudformation:SetStackPolicy',
        'cloudformation:TagResource',
        'cloudformation:UntagResource',
        'cloudformation:UpdateStack',
      ],
      STACK,
    ),
  },
  {
    name: 'a type of account policies asks for the action of that type alone',
    source: 'AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html',
    api: 'cloudwatchlogs:putAccountPolicy',
    args: { PolicyName: 'p', PolicyType: 'FIELD_INDEX_POLICY', PolicyDocument: '{}' },
    needs: { 'logs:PutAccountPolicy': ['*'], 'logs:PutIndexPolicy': ['*'] },
  },
  {
    name: 'sensitive data is shown to those who may see it',
    source: 'AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html',
    api: 'cloudwatchlogs:filterLogEvents',
    args: { LogGroupName: 'g', Unmask: true },
    needs: each(['logs:FilterLogEvents', 'logs:Unmask'], logs('g')),
  },
  {
    name: 'a lookup table has the rows of a query',
    source: 'list_logs.html',
    api: 'cloudwatchlogs:createLookupTable',
    args: { LookupTableName: 't', QueryId: 'q' },
    needs: {
      'logs:CreateLookupTable': [`arn:aws:logs:${HERE}:lookup-table:t`],
      'logs:GetQueryResults': [`arn:aws:logs:${HERE}:log-group:*`],
    },
  },
  {
    name: 'a log group with tags needs one of two actions, and the other is on the path to deprecation',
    source: 'AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html',
    api: 'cloudwatchlogs:createLogGroup',
    args: { LogGroupName: 'g', Tags: { a: 'b' } },
    needs: each(['logs:CreateLogGroup', 'logs:TagResource'], logs('g')),
  },
  {
    name: 'a table is made with its policy',
    source: 'amazondynamodb/latest/APIReference/API_CreateTable.html',
    api: 'dynamodb:createTable',
    args: { TableName: 't', ResourcePolicy: '{}' },
    needs: each(['dynamodb:CreateTable', 'dynamodb:PutResourcePolicy'], [table('t')]),
  },
  {
    name: 'a replica is a table in its own region',
    source: 'amazondynamodb/latest/developerguide/globaltables-security.html',
    api: 'dynamodb:updateTable',
    args: { TableName: 't', ReplicaUpdates: [{ Create: { RegionName: 'us-east-1' } }] },
    needs: {
      'dynamodb:UpdateTable': [table('t')],
      ...each([...DATA, 'dynamodb:CreateTable', 'dynamodb:CreateTableReplica'], [table('t', 'us-east-1')]),
    },
  },
  {
    name: "a replica's removal deletes it, by the table's ARN as well",
    source: 'amazondynamodb/latest/developerguide/globaltables-security.html',
    api: 'dynamodb:updateTable',
    args: { TableName: table('t'), 'ReplicaUpdates.$': '$.r' },
    needs: {
      'dynamodb:UpdateTable': [table('t')],
      ...each(
        [
          ...DATA,
          'dynamodb:CreateTable',
          'dynamodb:CreateTableReplica',
          'dynamodb:DeleteTable',
          'dynamodb:DeleteTableReplica',
        ],
        [table('t', '*')],
      ),
    },
  },
  {
    name: 'a witness is made with leave on the table in every region',
    source: 'amazondynamodb/latest/developerguide/globaltables-security.html',
    api: 'dynamodb:updateTable',
    args: { TableName: 't', GlobalTableWitnessUpdates: [{ Create: { RegionName: 'us-east-1' } }] },
    needs: { 'dynamodb:CreateGlobalTableWitness': [table('t', '*')], 'dynamodb:UpdateTable': [table('t')] },
  },
  {
    name: "a cluster's capacity provider is put among the cluster's",
    source: 'list_ecs.html',
    api: 'ecs:deleteCapacityProvider',
    args: { CapacityProvider: 'p', Cluster: 'c' },
    needs: {
      'ecs:DeleteCapacityProvider': [`arn:aws:ecs:${HERE}:capacity-provider/p`],
      'ecs:PutClusterCapacityProviders': [`arn:aws:ecs:${HERE}:cluster/c`],
    },
  },
  {
    name: 'a federated database takes a connection',
    source: 'list_glue.html',
    api: 'glue:createDatabase',
    args: { DatabaseInput: { Name: 'd', FederatedDatabase: { ConnectionName: 'c' } } },
    needs: {
      'glue:CreateDatabase': CATALOG_TABLE.slice(0, 2),
      'glue:PassConnection': [`arn:aws:glue:${HERE}:connection/c`],
    },
  },
  {
    name: 'a stream is tagged by another action while it is made',
    source: 'kinesis/latest/APIReference/API_CreateStream.html',
    api: 'kinesis:createStream',
    args: { StreamName: 's', Tags: { a: 'b' } },
    needs: each(['kinesis:AddTagsToStream', 'kinesis:CreateStream'], [`arn:aws:kinesis:${HERE}:stream/s`]),
  },
  {
    name: 'a cluster is made with roles',
    source: 'list_rds.html',
    api: 'rds:restoreDBClusterFromS3',
    args: { DbClusterIdentifier: 'c', AssociatedRoles: [{ RoleArn: ROLE }] },
    needs: { 'rds:AddRoleToDBCluster': [`arn:aws:rds:${HERE}:cluster:c`] },
  },
  {
    name: 'a last snapshot is created',
    source: 'list_redshift.html',
    api: 'redshift:deleteCluster',
    args: { ClusterIdentifier: 'c', FinalClusterSnapshotIdentifier: 'f' },
    needs: {
      'redshift:CreateClusterSnapshot': [`arn:aws:redshift:${HERE}:snapshot:c/f`],
      'redshift:DeleteCluster': [`arn:aws:redshift:${HERE}:cluster:c`],
    },
  },
  {
    name: 'what a schedule does, its maker may do',
    source: 'list_redshift.html',
    api: 'redshift:createScheduledAction',
    args: { ScheduledActionName: 'a', TargetAction: { PauseCluster: { ClusterIdentifier: 'c' } } },
    needs: { 'redshift:PauseCluster': [`arn:aws:redshift:${HERE}:cluster:c`] },
  },
  {
    name: 'a topic is made with a policy for its data',
    source: 'list_sns.html',
    api: 'sns:createTopic',
    args: { Name: 't', DataProtectionPolicy: '{}' },
    needs: each(['sns:CreateTopic', 'sns:PutDataProtectionPolicy'], [`arn:aws:sns:${HERE}:t`]),
  },
  {
    name: 'tags have the name of what is made',
    source: 'list_backup.html',
    api: 'backup:createLogicallyAirGappedBackupVault',
    args: { BackupVaultName: 'v', BackupVaultTags: { a: 'b' } },
    needs: each(
      ['backup:CreateLogicallyAirGappedBackupVault', 'backup:TagResource'],
      [`arn:aws:backup:${HERE}:backup-vault:v`],
    ),
  },
];

const GROUPS: readonly Case[] = [
  {
    name: "another account's stream",
    source: 'AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html',
    api: 'cloudwatchlogs:getLogEvents',
    args: { LogGroupIdentifier: ABROAD, LogStreamName: 's' },
    needs: { 'logs:GetLogEvents': [`${ABROAD}:log-stream:s`] },
  },
  {
    name: 'a group by its name',
    source: 'AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html',
    api: 'cloudwatchlogs:getLogEvents',
    args: { LogGroupIdentifier: '/x', LogStreamName: 's' },
    needs: { 'logs:GetLogEvents': [`arn:aws:logs:${HERE}:log-group:/x:log-stream:s`] },
  },
  {
    name: 'a group that only a run tells, of any account',
    source: 'AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html',
    api: 'cloudwatchlogs:getLogEvents',
    args: { 'LogGroupIdentifier.$': '$.g', LogStreamName: 's' },
    needs: { 'logs:GetLogEvents': ['arn:aws:logs:eu-west-1:*:log-group:*:log-stream:s'] },
  },
  ...(
    [
      ['filterLogEvents', 'FilterLogEvents', { LogGroupIdentifier: ABROAD }],
      ['startQuery', 'StartQuery', { LogGroupIdentifiers: [ABROAD], QueryString: 'fields' }],
      ['describeLogStreams', 'DescribeLogStreams', { LogGroupIdentifier: ABROAD }],
      ['getLogGroupFields', 'GetLogGroupFields', { LogGroupIdentifier: ABROAD }],
    ] as const
  ).map(
    ([operation, action, args]): Case => ({
      name: `${operation} of another account's group`,
      source: `AmazonCloudWatchLogs/latest/APIReference/API_${action}.html`,
      api: `cloudwatchlogs:${operation}`,
      args,
      needs: { [`logs:${action}`]: [ABROAD, `${ABROAD}:*`] },
    }),
  ),
];

/** Only these of the granted actions: the others are another test's. */
async function among(api: string, args: Args, needs: Case['needs']): Promise<void> {
  const found = await granted(api, args);
  assert.deepEqual(Object.fromEntries(Object.keys(needs).map((action) => [action, found[action]])), needs);
}

checkCases({ 'what an operation always needs besides': ALWAYS, 'a log group by its whole ARN': GROUPS });

describe('what an argument asks for besides', () => {
  for (const { name, source, api, args, needs } of ASKED) {
    it(`${name} (${source})`, () => among(api, args, needs));
    it(`${name}: not where the call has names alone (${source})`, async () => {
      const names = Object.entries(args).filter(([key]) => /^(?!Final)\w*(Name|Identifier|Group)$/.test(key));
      const found = await granted(api, Object.fromEntries(names));
      const own = api.split(':')[1]?.toLowerCase();
      const others = Object.keys(needs).filter((action) => action.split(':')[1]?.toLowerCase() !== own);
      assert.deepEqual(
        others.filter((action) => action in found),
        [],
      );
    });
  }
});

describe('what the tables list and nothing decides', () => {
  for (const [api, args, source, wanted] of [
    ['cloudwatchlogs:startQuery', { LogGroupName: 'g' }, 'list_logs.html', /logs:FilterLogEvents/],
    ['cloudwatchlogs:getQueryResults', { QueryId: 'q' }, 'list_logs.html', /logs:FilterLogEvents/],
    [
      'dynamodb:createTable',
      { TableName: 't', GlobalTableSourceArn: 'x' },
      'list_dynamodb.html',
      /AssociateTableReplica/,
    ],
    ['dynamodb:createTable', { TableName: 't' }, 'list_dynamodb.html', undefined],
    ['ecr:batchGetImage', { RepositoryName: 'r' }, 'list_ecr.html', /ecr:BatchImportUpstreamImage/],
    ['ecs:updateService', { Service: 's' }, 'list_ecs.html', /iam:PassRole for ecs-tasks/],
    ['glue:createJob', { Name: 'j' }, 'list_glue.html', /glue:GetUsageProfile/],
    ['lambda:getFunction', { FunctionName: 'f' }, 'lambda/latest/api/API_GetFunction.html', /lambda:ListTags/],
    [
      'rds:stopDBInstance',
      { DbInstanceIdentifier: 'd', DbSnapshotIdentifier: 's' },
      'list_rds.html',
      /AddTagsToResource/,
    ],
    ['rds:stopDBInstance', { DbInstanceIdentifier: 'd' }, 'list_rds.html', undefined],
    ['redshift:createCluster', { ClusterIdentifier: 'c', CatalogName: 'n' }, 'list_redshift.html', /RegisterNamespace/],
  ] as const) {
    it(`${api} ${JSON.stringify(args)} ${wanted === undefined ? 'needs none' : `may need ${wanted.source}`} (${source})`, async () => {
      const messages = await told(api, args, 'dependent-action');
      if (wanted === undefined) assert.deepEqual(messages, []);
      else assert.match(messages.join('\n'), wanted);
    });
  }
});

describe('a role is passed to the service of the table, and to the one that it trusts', () => {
  for (const [api, args, source, ...services] of [
    [
      'backup:createRestoreTestingSelection',
      { RestoreTestingSelection: { IamRoleArn: ROLE } },
      'list_backup.html',
      'backup',
      'restore-testing.backup',
    ],
    ['eks:createFargateProfile', { PodExecutionRoleArn: ROLE }, 'list_eks.html', 'eks-fargate-pods', 'eks'],
    ['eks:createNodegroup', { ClusterName: 'c', NodeRole: ROLE }, 'list_eks.html', 'ec2', 'eks'],
    ['eks:updateAddon', { ServiceAccountRoleArn: ROLE }, 'list_eks.html', 'eks', 'pods.eks'],
    [
      'glue:createConnection',
      { ConnectionInput: { ConnectionProperties: { ROLE_ARN: ROLE } } },
      'list_glue.html',
      'glue',
    ],
    ['glue:createConnection', { ConnectionInput: { Name: 'c' } }, 'list_glue.html'],
    ['rds:createDBInstance', { MonitoringRoleArn: ROLE }, 'list_rds.html', 'monitoring.rds', 'rds'],
    ['rds:startExportTask', { IamRoleArn: ROLE }, 'list_rds.html', 'export.rds', 'rds'],
    ['redshift:createScheduledAction', { IamRole: ROLE }, 'list_redshift.html', 'redshift', 'scheduler.redshift'],
  ] as const satisfies readonly (readonly [string, Args, string, ...string[]])[]) {
    it(`${api} ${JSON.stringify(args).slice(0, 60)} passes to ${services.join(' or ') || 'none'} (${source})`, async () =>
      assert.deepEqual(
        await passes(`aws-sdk:${api}`, args),
        services.map((service) => `${ROLE} StringEquals ${service}.amazonaws.com`).toSorted(),
      ));
  }
});

it('a service job with tags is tagged (list_batch.html, operations)', async () => {
  const { policy } = await fitCall('batch:submitServiceJob', { JobName: 'j', JobQueue: 'q', Tags: { a: 'b' } });
  assert.ok(policy.Statement.some(({ Action }) => Action.includes('batch:TagResource')));
});
