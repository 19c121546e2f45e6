import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Case, cases, checkCases, fitCall, HERE } from '../support/sdk.ts';

/** What arguments name: no ID that AWS makes up, but every resource of a call, and no other. */

const THERE = 'eu-west-1:999922223333';

const IDS = cases(
  [
    'a schema’s text is not its name',
    'personalize/latest/dg/API_CreateSchema.html',
    'personalize:createSchema',
    { Name: 'n', Schema: '{"type": "record"}' },
    'personalize:CreateSchema',
    `arn:aws:personalize:${HERE}:schema/*`,
  ],
  [
    'a bot’s name is not its version',
    'list_amazonlex.html: bot:${BotName}:${BotVersion}',
    'lexmodelbuildingservice:createIntentVersion',
    { Name: 'n' },
    'lex:CreateIntentVersion',
    `arn:aws:lex:${HERE}:intent:n:*`,
  ],
  [
    'the task is not what it is about',
    'partner-central/latest/APIReference/API_CreateResourceSnapshotJob.html',
    'partnercentralselling:createResourceSnapshotJob',
    { Catalog: 'AWS', ResourceIdentifier: 'O1', EngagementIdentifier: 'eng-1' },
    'partnercentral:CreateResourceSnapshotJob',
    `arn:aws:partnercentral:${HERE}:catalog/AWS/resource-snapshot-job/*`,
  ],
  [
    'the text of rules names no ruleset',
    'glue/latest/webapi/API_UpdateDataQualityRuleset.html',
    'glue:updateDataQualityRuleset',
    { Name: 'n', Ruleset: 'Rules = [IsComplete "id"]' },
    'glue:UpdateDataQualityRuleset',
    `arn:aws:glue:${HERE}:dataQualityRuleset/n`,
  ],
  [
    'a job’s ID is no cluster’s',
    'neptune/latest/userguide/iam-data-resources.html',
    'neptunedata:cancelMLDataProcessingJob',
    { Id: 'job' },
    'neptune-db:CancelMLDataProcessingJob',
    `arn:aws:neptune-db:${HERE}:*/*`,
  ],
  [
    'the ID is what a call changes, the name is new',
    'systems-manager/latest/APIReference/API_UpdateMaintenanceWindow.html',
    'ssm:updateMaintenanceWindow',
    { WindowId: 'mw-1', Name: 'new' },
    'ssm:UpdateMaintenanceWindow',
    `arn:aws:ssm:${HERE}:maintenancewindow/mw-1`,
  ],
  [
    'the ARN is what a call changes, the name is new',
    'devicefarm/latest/APIReference/API_UpdateVPCEConfiguration.html',
    'devicefarm:updateVPCEConfiguration',
    { Arn: `arn:aws:devicefarm:${HERE}:vpceconfiguration:1`, VpceConfigurationName: 'new' },
    'devicefarm:UpdateVPCEConfiguration',
    `arn:aws:devicefarm:${HERE}:vpceconfiguration:1`,
  ],
  [
    'a filter names nothing',
    'ivs/latest/ChatAPIReference/API_ListRooms.html',
    'ivschat:listRooms',
    { Name: 'n' },
    'ivschat:ListRooms',
    `arn:aws:ivschat:${HERE}:room/*`,
  ],
  [
    'a message is not sent from whom it is sent to',
    'pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html',
    'pinpointsmsvoicev2:sendTextMessage',
    { DestinationPhoneNumber: '+431', OriginationIdentity: 'pool-1', MessageBody: 'x' },
    'sms-voice:SendTextMessage',
    `arn:aws:sms-voice:${HERE}:pool/pool-1`,
  ],
  [
    'a phone number is not its ID',
    'pinpoint/latest/apireference_smsvoicev2/API_SendMediaMessage.html',
    'pinpointsmsvoicev2:sendMediaMessage',
    { DestinationPhoneNumber: '+431', OriginationIdentity: '+432' },
    'sms-voice:SendMediaMessage',
    `arn:aws:sms-voice:${HERE}:phone-number/*`,
  ],
  [
    'a sender ID has a country',
    'pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html',
    'pinpointsmsvoicev2:sendTextMessage',
    { DestinationPhoneNumber: '+431', OriginationIdentity: 'SHOP' },
    'sms-voice:SendTextMessage',
    `arn:aws:sms-voice:${HERE}:sender-id/SHOP/*`,
  ],
  [
    'a number that one may dial names no sender',
    'pinpoint/latest/apireference_smsvoicev2/API_SendRcsMessage.html',
    'pinpointsmsvoicev2:sendRcsMessage',
    {
      DestinationPhoneNumber: '+431',
      OriginationIdentity: 'rcs-1',
      RcsMessageContent: { Suggestions: [{ DialPhone: { PhoneNumber: '+433' } }] },
    },
    'sms-voice:SendRcsMessage',
    `arn:aws:sms-voice:${HERE}:rcs-agent/rcs-1`,
  ],
  [
    'a user lies in a namespace',
    'quicksight/latest/developerguide/terminology-and-concepts.html',
    'quicksight:describeUser',
    { AwsAccountId: '111122223333', Namespace: 'default', UserName: 'u' },
    'quicksight:DescribeUser',
    `arn:aws:quicksight:${HERE}:user/default/u`,
  ],
  [
    'a snapshot gets an ID',
    'neptune-analytics/latest/apiref/API_CreateGraphSnapshot.html',
    'neptunegraph:createGraphSnapshot',
    { GraphIdentifier: 'g-1', SnapshotName: 'n' },
    'neptune-graph:CreateGraphSnapshot',
    `arn:aws:neptune-graph:${HERE}:graph-snapshot/*`,
    `arn:aws:neptune-graph:${HERE}:graph/g-1`,
  ],
  [
    'an endpoint gets an ID, unless the call chooses it',
    'dms/latest/APIReference/API_CreateEndpoint.html',
    'databasemigration:createEndpoint',
    { EndpointIdentifier: 'e', ResourceIdentifier: 'r', EndpointType: 'source', EngineName: 'mysql' },
    'dms:CreateEndpoint',
    `arn:aws:dms:${HERE}:endpoint:r`,
  ],
  [
    'a name or an ID may be a name',
    'appconfig/2019-10-09/APIReference/API_appconfigdata_StartConfigurationSession.html',
    'appconfigdata:startConfigurationSession',
    { ApplicationIdentifier: 'a', EnvironmentIdentifier: 'prod', ConfigurationProfileIdentifier: 'p' },
    'appconfig:StartConfigurationSession',
    `arn:aws:appconfig:${HERE}:application/*/environment/*/configuration/*`,
  ],
  [
    'a name or an ARN is an ARN',
    'dms/latest/APIReference/API_StartDataMigration.html',
    'databasemigration:startDataMigration',
    { DataMigrationIdentifier: `arn:aws:dms:${HERE}:data-migration:X` },
    'dms:StartDataMigration',
    `arn:aws:dms:${HERE}:data-migration:X`,
  ],
  [
    'a name stands before a version',
    'elasticloadbalancing/latest/application/load-balancer-authentication-access-control.html',
    'elasticloadbalancingv2:createTargetGroup',
    { Name: 't' },
    'elasticloadbalancing:CreateTargetGroup',
    `arn:aws:elasticloadbalancing:${HERE}:targetgroup/t/*`,
  ],
  [
    'a name that the ARN spells otherwise names nothing',
    'imagebuilder/latest/APIReference/API_ComponentConfiguration.html',
    'imagebuilder:createWorkflow',
    { Name: 'My Workflow', SemanticVersion: '1.0.0', Type: 'BUILD' },
    'imagebuilder:CreateWorkflow',
    `arn:aws:imagebuilder:${HERE}:workflow/*/*/*/*`,
  ],
  [
    'a load balancer of the second edition has its kind and its ID',
    'list_awselasticloadbalancingv2.html',
    'elasticloadbalancingv2:createLoadBalancer',
    { Name: 'l' },
    'elasticloadbalancing:CreateLoadBalancer',
    ...['app', 'gwy', 'net'].map((kind) => `arn:aws:elasticloadbalancing:${HERE}:loadbalancer/${kind}/l/*`),
  ],
  [
    'an edition’s action has not the other edition’s resources',
    'list_awsiotgreengrassv2.html',
    'greengrassv2:createDeployment',
    { TargetArn: `arn:aws:iot:${HERE}:thing/t` },
    'greengrass:CreateDeployment',
    '*',
  ],
);

const EVERY = cases(
  [
    'the copy that is made, whatever it is made from',
    'AWSEC2/latest/UserGuide/copy-ami-permissions.html',
    'ec2:copyImage',
    { SourceImageId: 'ami-1', SourceRegion: 'eu-west-1', Name: 'n' },
    'ec2:CopyImage',
    'arn:aws:ec2:eu-west-1::image/*',
    'arn:aws:ec2:eu-west-1::snapshot/*',
  ],
  [
    'what is added and what is removed',
    'AWSEC2/latest/APIReference/API_ModifyTransitGatewayVpcAttachment.html',
    'ec2:modifyTransitGatewayVpcAttachment',
    { TransitGatewayAttachmentId: 'tgw-attach-1', AddSubnetIds: ['subnet-1'], RemoveSubnetIds: ['subnet-2'] },
    'ec2:ModifyTransitGatewayVpcAttachment',
    ...['subnet/subnet-1', 'subnet/subnet-2', 'transit-gateway-attachment/tgw-attach-1'].map(
      (name) => `arn:aws:ec2:${HERE}:${name}`,
    ),
  ],
  [
    'both of two that are compared',
    'ebs/latest/APIReference/API_ListChangedBlocks.html',
    'ebs:listChangedBlocks',
    { FirstSnapshotId: 'snap-1', SecondSnapshotId: 'snap-2' },
    'ebs:ListChangedBlocks',
    'arn:aws:ec2:eu-west-1::snapshot/snap-1',
    'arn:aws:ec2:eu-west-1::snapshot/snap-2',
  ],
  [
    'source and target of a restore, and not the database inside',
    'AmazonRDS/latest/APIReference/API_RestoreDBInstanceToPointInTime.html',
    'rds:restoreDBInstanceToPointInTime',
    {
      SourceDbInstanceIdentifier: 's',
      TargetDbInstanceIdentifier: 't',
      DbName: 'n',
      OptionGroupName: 'o',
      DbParameterGroupName: 'p',
      DbSubnetGroupName: 'g',
    },
    'rds:RestoreDBInstanceToPointInTime',
    ...['db:s', 'db:t', 'og:o', 'pg:p', 'subgrp:g'].map((name) => `arn:aws:rds:${HERE}:${name}`),
  ],
  [
    'source and target of a copy',
    'AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html',
    'rds:copyDBSnapshot',
    { SourceDbSnapshotIdentifier: 'a', TargetDbSnapshotIdentifier: 'b' },
    'rds:CopyDBSnapshot',
    `arn:aws:rds:${HERE}:snapshot:a`,
    `arn:aws:rds:${HERE}:snapshot:b`,
  ],
  [
    'the source of a blue/green deployment, whose ID is AWS’s',
    'AmazonRDS/latest/APIReference/API_CreateBlueGreenDeployment.html',
    'rds:createBlueGreenDeployment',
    { BlueGreenDeploymentName: 'n', Source: `arn:aws:rds:${HERE}:db:d` },
    'rds:CreateBlueGreenDeployment',
    `arn:aws:rds:${HERE}:db:d`,
    `arn:aws:rds:${HERE}:deployment:*`,
  ],
  [
    'a cluster that is no global cluster',
    'AmazonRDS/latest/APIReference/API_SwitchoverGlobalCluster.html',
    'rds:switchoverGlobalCluster',
    { GlobalClusterIdentifier: 'g', TargetDbClusterIdentifier: 'c' },
    'rds:SwitchoverGlobalCluster',
    `arn:aws:rds:${HERE}:cluster:c`,
    'arn:aws:rds::111122223333:global-cluster:g',
  ],
  [
    'the new name of a group',
    'IAM/latest/APIReference/API_UpdateGroup.html',
    'iam:updateGroup',
    { GroupName: 'a', NewGroupName: 'b' },
    'iam:UpdateGroup',
    ...['a', '*/a', 'b', '*/b'].map((name) => `arn:aws:iam::111122223333:group/${name}`),
  ],
  [
    'the target of a policy, and a policy of AWS’s own',
    'organizations/latest/APIReference/API_AttachPolicy.html',
    'organizations:attachPolicy',
    { PolicyId: 'p-FullAWSAccess', TargetId: 'ou-ab12-11111111' },
    'organizations:AttachPolicy',
    'arn:aws:organizations::*:ou/o-*/ou-ab12-11111111',
    'arn:aws:organizations::*:policy/o-*/*/p-FullAWSAccess',
    'arn:aws:organizations::aws:policy/*/p-FullAWSAccess',
  ],
  [
    'the parents of an account that moves',
    'organizations/latest/APIReference/API_MoveAccount.html',
    'organizations:moveAccount',
    { AccountId: '999922223333', SourceParentId: 'r-ab12', DestinationParentId: 'ou-ab12-11111111' },
    'organizations:MoveAccount',
    'arn:aws:organizations::*:account/o-*/999922223333',
    'arn:aws:organizations::*:ou/o-*/ou-ab12-11111111',
    'arn:aws:organizations::*:root/o-*/r-ab12',
  ],
  [
    'a function in a database of the catalog',
    'glue/latest/dg/glue-specifying-resource-arns.html',
    'glue:createUserDefinedFunction',
    { DatabaseName: 'd', FunctionInput: { FunctionName: 'f' } },
    'glue:CreateUserDefinedFunction',
    ...['catalog', 'database/d', 'userDefinedFunction/d/f'].map((name) => `arn:aws:glue:${HERE}:${name}`),
  ],
  [
    'a model by its inference profile',
    'bedrock/latest/userguide/batch-inference-permissions.html',
    'bedrock:createModelInvocationJob',
    { JobName: 'j', ModelId: 'eu.amazon.nova-lite-v1:0' },
    'bedrock:CreateModelInvocationJob',
    'arn:aws:bedrock:*::foundation-model/amazon.nova-lite-v1:0',
    `arn:aws:bedrock:${HERE}:inference-profile/eu.amazon.nova-lite-v1:0`,
    `arn:aws:bedrock:${HERE}:model-invocation-job/*`,
  ],
  [
    'composite alarms are created on everything',
    'AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html',
    'cloudwatch:putCompositeAlarm',
    { AlarmName: 'a', AlarmRule: 'TRUE' },
    'cloudwatch:PutCompositeAlarm',
    '*',
  ],
  [
    'composite alarms are described on everything',
    'AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html',
    'cloudwatch:describeAlarms',
    { AlarmNames: ['a'], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] },
    'cloudwatch:DescribeAlarms',
    '*',
  ],
  [
    'metric alarms are described by name',
    'AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html',
    'cloudwatch:describeAlarms',
    { AlarmNames: ['a'] },
    'cloudwatch:DescribeAlarms',
    `arn:aws:cloudwatch:${HERE}:alarm:a`,
  ],
);

const NARROW = cases(
  [
    'a version of a layer, by the layer’s ARN',
    'lambda/latest/api/API_GetLayerVersion.html',
    'lambda:getLayerVersion',
    { LayerName: `arn:aws:lambda:${THERE}:layer:l`, VersionNumber: 3 },
    'lambda:GetLayerVersion',
    `arn:aws:lambda:${THERE}:layer:l:3`,
  ],
  [
    'a table in its database',
    'glue/latest/dg/glue-specifying-resource-arns.html',
    'glue:createTable',
    { DatabaseName: 'd', TableInput: { Name: 't' } },
    'glue:CreateTable',
    ...['catalog', 'database/d', 'table/d/t'].map((name) => `arn:aws:glue:${HERE}:${name}`),
  ],
  [
    'tables in a list',
    'glue/latest/dg/glue-specifying-resource-arns.html',
    'glue:batchDeleteTable',
    { DatabaseName: 'd', TablesToDelete: ['a', 'b'] },
    'glue:BatchDeleteTable',
    ...['catalog', 'database/d', 'table/d/a', 'table/d/b'].map((name) => `arn:aws:glue:${HERE}:${name}`),
  ],
  [
    'what a database holds',
    'glue/latest/dg/glue-specifying-resource-arns.html',
    'glue:deleteDatabase',
    { Name: 'd' },
    'glue:DeleteDatabase',
    ...['catalog', 'database/d', 'table/d/*', 'userDefinedFunction/d/*'].map((name) => `arn:aws:glue:${HERE}:${name}`),
  ],
  [
    'a new secret',
    'secretsmanager/latest/apireference/API_CreateSecret.html',
    'secretsmanager:createSecret',
    { Name: 's' },
    'secretsmanager:CreateSecret',
    `arn:aws:secretsmanager:${HERE}:secret:s-??????`,
  ],
  [
    'a path, and what lies below it',
    'systems-manager/latest/userguide/sysman-paramstore-access.html',
    'ssm:getParametersByPath',
    { Path: '/a/b/' },
    'ssm:GetParametersByPath',
    `arn:aws:ssm:${HERE}:parameter/a/b`,
    `arn:aws:ssm:${HERE}:parameter/a/b/*`,
  ],
  [
    'the root of all parameters, those of AWS among them',
    'systems-manager/latest/userguide/sysman-paramstore-access.html',
    'ssm:getParametersByPath',
    { Path: '/' },
    'ssm:GetParametersByPath',
    `arn:aws:ssm:${HERE}:parameter/*`,
    'arn:aws:ssm:eu-west-1::parameter/*',
  ],
  [
    'no index where none is named',
    'list_dynamodb.html',
    'dynamodb:scan',
    { TableName: 't' },
    'dynamodb:Scan',
    `arn:aws:dynamodb:${HERE}:table/t`,
  ],
  [
    'a new group',
    'autoscaling/ec2/userguide/control-access-using-iam.html',
    'autoscaling:createAutoScalingGroup',
    { AutoScalingGroupName: 'g' },
    'autoscaling:CreateAutoScalingGroup',
    `arn:aws:autoscaling:${HERE}:autoScalingGroup:*:autoScalingGroupName/g`,
  ],
  [
    'a family, whose revision is next',
    'list_amazonelasticcontainerservice.html',
    'ecs:registerTaskDefinition',
    { Family: 'f' },
    'ecs:RegisterTaskDefinition',
    `arn:aws:ecs:${HERE}:task-definition/f:*`,
  ],
  [
    'a revision of a family',
    'AmazonECS/latest/APIReference/API_StartTask.html',
    'ecs:startTask',
    { TaskDefinition: 'f:3', ContainerInstances: ['i'] },
    'ecs:StartTask',
    `arn:aws:ecs:${HERE}:task-definition/f:3`,
  ],
  [
    'the bus that is archived',
    'eventbridge/latest/APIReference/API_CreateArchive.html',
    'eventbridge:createArchive',
    { ArchiveName: 'a', EventSourceArn: `arn:aws:events:${HERE}:event-bus/b` },
    'events:CreateArchive',
    `arn:aws:events:${HERE}:archive/a`,
    `arn:aws:events:${HERE}:event-bus/b`,
  ],
  [
    'an application',
    'list_amazonpinpoint.html: apps/${AppId}/messages',
    'pinpoint:sendMessages',
    { ApplicationId: 'a' },
    'mobiletargeting:SendMessages',
    `arn:aws:mobiletargeting:${HERE}:apps/a/messages`,
  ],
  [
    'the targets of a job',
    'iot/latest/apireference/API_CreateJob.html',
    'iot:createJob',
    { JobId: 'j', Targets: [`arn:aws:iot:${HERE}:thing/t`] },
    'iot:CreateJob',
    `arn:aws:iot:${HERE}:job/j`,
    `arn:aws:iot:${HERE}:thing/t`,
  ],
  [
    'the project of a build',
    'codebuild/latest/APIReference/API_BatchGetBuilds.html',
    'codebuild:batchGetBuilds',
    { Ids: ['p:uuid', `arn:aws:codebuild:${HERE}:build/q:uuid`] },
    'codebuild:BatchGetBuilds',
    `arn:aws:codebuild:${HERE}:project/p`,
    `arn:aws:codebuild:${HERE}:project/q`,
  ],
  [
    'an alias of a function',
    'lambda/latest/dg/lambda-api-permissions-ref.html',
    'lambda:putProvisionedConcurrencyConfig',
    { FunctionName: 'f', Qualifier: 'live', ProvisionedConcurrentExecutions: 1 },
    'lambda:PutProvisionedConcurrencyConfig',
    `arn:aws:lambda:${HERE}:function:f:live`,
  ],
  [
    'the default endpoint of a runtime',
    'bedrock-agentcore/latest/APIReference/API_InvokeAgentRuntime.html',
    'bedrockagentcore:invokeAgentRuntime',
    { AgentRuntimeArn: `arn:aws:bedrock-agentcore:${HERE}:runtime/r` },
    'bedrock-agentcore:InvokeAgentRuntime',
    `arn:aws:bedrock-agentcore:${HERE}:runtime/r`,
    `arn:aws:bedrock-agentcore:${HERE}:runtime/r/runtime-endpoint/DEFAULT`,
  ],
);

const SEVERAL: readonly Case[] = [
  {
    name: 'moving messages receives, deletes and sends them',
    source: 'sqs-api-permissions-reference.html',
    api: 'sqs:startMessageMoveTask',
    args: { SourceArn: `arn:aws:sqs:${HERE}:dlq`, DestinationArn: `arn:aws:sqs:${HERE}:q` },
    needs: {
      'sqs:DeleteMessage': [`arn:aws:sqs:${HERE}:dlq`],
      'sqs:GetQueueAttributes': [`arn:aws:sqs:${HERE}:dlq`],
      'sqs:ReceiveMessage': [`arn:aws:sqs:${HERE}:dlq`],
      'sqs:SendMessage': [`arn:aws:sqs:${HERE}:q`],
      'sqs:StartMessageMoveTask': [`arn:aws:sqs:${HERE}:dlq`],
    },
  },
  {
    name: 'a user that may be created, in groups',
    source: 'redshift/latest/APIReference/API_GetClusterCredentials.html',
    api: 'redshift:getClusterCredentials',
    args: { ClusterIdentifier: 'c', DbUser: 'u', DbName: 'd', AutoCreate: true, DbGroups: ['g'] },
    needs: {
      'redshift:CreateClusterUser': [`arn:aws:redshift:${HERE}:dbuser:c/u`],
      'redshift:GetClusterCredentials': [`arn:aws:redshift:${HERE}:dbname:c/d`, `arn:aws:redshift:${HERE}:dbuser:c/u`],
      'redshift:JoinGroup': [`arn:aws:redshift:${HERE}:dbgroup:c/g`],
    },
  },
  {
    name: 'a snapshot is of the cluster that it was taken of',
    source: 'redshift/latest/APIReference/API_RestoreFromClusterSnapshot.html',
    api: 'redshift:restoreFromClusterSnapshot',
    args: { ClusterIdentifier: 'c', SnapshotIdentifier: 's', SnapshotClusterIdentifier: 'old' },
    needs: {
      'redshift:RestoreFromClusterSnapshot': [
        `arn:aws:redshift:${HERE}:cluster:c`,
        `arn:aws:redshift:${HERE}:snapshot:old/s`,
      ],
      'secretsmanager:GetRandomPassword': ['*'],
    },
  },
  {
    name: 'a secret stands for credentials',
    source: 'aws-managed-policy/latest/reference/AmazonRedshiftDataFullAccess.html',
    api: 'redshiftdata:executeStatement',
    args: { ClusterIdentifier: 'c', SecretArn: `arn:aws:secretsmanager:${HERE}:secret:s-AbCd12`, Sql: 'select 1' },
    needs: {
      'redshift-data:ExecuteStatement': [`arn:aws:redshift:${HERE}:cluster:c`],
      'secretsmanager:GetSecretValue': [`arn:aws:secretsmanager:${HERE}:secret:s-AbCd12`],
    },
  },
  {
    name: 'a database user has credentials of its own',
    source: 'redshift-data/latest/APIReference/API_ExecuteStatement.html',
    api: 'redshiftdata:executeStatement',
    args: { ClusterIdentifier: 'c', Database: 'd', DbUser: 'u', Sql: 'select 1' },
    needs: {
      'redshift-data:ExecuteStatement': [`arn:aws:redshift:${HERE}:cluster:c`],
      'redshift:GetClusterCredentials': [`arn:aws:redshift:${HERE}:dbname:c/d`, `arn:aws:redshift:${HERE}:dbuser:c/u`],
    },
  },
  {
    name: 'and without one they are those of the role',
    source: 'redshift-data/latest/APIReference/API_ExecuteStatement.html',
    api: 'redshiftdata:listTables',
    args: { ClusterIdentifier: 'c', Database: 'd' },
    needs: {
      'redshift-data:ListTables': [`arn:aws:redshift:${HERE}:cluster:c`],
      'redshift:GetClusterCredentialsWithIAM': [`arn:aws:redshift:${HERE}:dbname:c/d`],
    },
  },
  {
    name: 'a page in S3 is the only object',
    source: 'textract/latest/dg/security_iam_id-based-policy-examples.html',
    api: 'textract:detectDocumentText',
    args: { Document: { S3Object: { Bucket: 'b', Name: 'k' } } },
    needs: { 's3:GetObject': ['arn:aws:s3:::b/k'], 'textract:DetectDocumentText': ['*'] },
  },
  {
    name: 'a final snapshot is created',
    source: 'AmazonRDS/latest/APIReference/API_DeleteDBCluster.html',
    api: 'rds:deleteDBCluster',
    args: { DbClusterIdentifier: 'c', FinalDbSnapshotIdentifier: 'f' },
    needs: {
      'rds:CreateDBClusterSnapshot': [`arn:aws:rds:${HERE}:cluster-snapshot:f`, `arn:aws:rds:${HERE}:cluster:c`],
      'rds:DeleteDBCluster': [`arn:aws:rds:${HERE}:cluster-snapshot:f`, `arn:aws:rds:${HERE}:cluster:c`],
    },
  },
  {
    name: 'what is tagged when it is made has an ID',
    source: 'pcs/latest/APIReference/API_CreateCluster.html',
    api: 'wellarchitected:createReviewTemplate',
    args: { TemplateName: 'n', Tags: { a: 'b' } },
    needs: {
      'wellarchitected:CreateReviewTemplate': ['*'],
      'wellarchitected:TagResource': [`arn:aws:wellarchitected:${HERE}:review-template/*`],
    },
  },
];

checkCases({
  'a name is no ID': IDS,
  'every resource of a call': EVERY,
  'no more than an argument names': NARROW,
  'actions besides the operation’s own': SEVERAL,
});

describe('a launch template', () => {
  it('may name a key pair and more, by ID or by a name that does not tell it (AWSEC2/latest/APIReference/API_RunInstances.html)', async () => {
    const { policy, findings } = await fitCall('ec2:runInstances', {
      LaunchTemplate: { LaunchTemplateName: 'lt' },
      NetworkInterfaces: [{ SubnetId: 'subnet-1', Groups: ['sg-1'] }],
    });
    const resources = new Set(policy.Statement.flatMap(({ Resource }) => Resource));
    for (const name of ['launch-template/*', 'key-pair/*', 'subnet/subnet-1', 'security-group/sg-1']) {
      assert.ok(resources.has(`arn:aws:ec2:${HERE}:${name}`), name);
    }
    assert.ok(!resources.has(`arn:aws:ec2:${HERE}:subnet/*`));
    assert.match(
      findings.find(({ code }) => code === 'dependent-action')?.message ?? '',
      /PassRole on the role of a launch template/,
    );
  });

  for (const api of ['autoscaling:createAutoScalingGroup', 'ec2:createFleet']) {
    it(`makes ${api} run instances (autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html)`, async () => {
      const { findings } = await fitCall(api, {});
      assert.match(findings.find(({ code }) => code === 'dependent-action')?.message ?? '', /ec2:RunInstances/);
    });
  }
});

describe('names that only a run tells', () => {
  it('are warnings, wherever they stand (glue/latest/dg/glue-specifying-resource-arns.html)', async () => {
    const { findings } = await fitCall('glue:createTable', { DatabaseName: 'd', TableInput: { 'Name.$': '$.n' } });
    assert.match(
      findings[0]?.message ?? '',
      /TableInput.Name is known only at run time \(\$\.n: the execution's input\)/,
    );
    assert.equal(findings[0]?.severity, 'warning');
  });
});
