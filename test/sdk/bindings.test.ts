import { type Case, checkCases, HERE } from '../support/sdk.ts';

/** Names in the places of an ARN that the reference gives them. */

const AT = (service: string, resource: string) => `arn:aws:${service}:${HERE}:${resource}`;
const needs = (action: string, ...resources: readonly string[]) => ({ [action]: resources });

const NAMES: readonly Case[] = [
  {
    name: 'an environment of Airflow stands before the role',
    source: 'mwaa/latest/userguide/access-mwaa-apache-airflow-rest-api.html',
    api: 'mwaa:createWebLoginToken',
    args: { Name: 'airflow-test' },
    needs: needs('airflow:CreateWebLoginToken', AT('airflow', 'role/airflow-test/*')),
  },
  {
    name: 'a robot application has a name and the time when it was made',
    source: 'list_robomaker.html',
    api: 'robomaker:createRobotApplication',
    args: { Name: 'mover', Tags: { a: 'b' } },
    needs: {
      'robomaker:CreateRobotApplication': ['*'],
      'robomaker:TagResource': [AT('robomaker', 'robot-application/mover/*')],
    },
  },
  {
    name: 'an extension has an ID of AWS’s own and a version',
    source: 'list_appconfig.html',
    api: 'appconfig:createExtension',
    args: { Name: 'audit', Tags: { a: 'b' }, Actions: {} },
    needs: { 'appconfig:CreateExtension': ['*'], 'appconfig:TagResource': [AT('appconfig', 'extension/*/*')] },
  },
  {
    name: 'a report stands below the database',
    source: 'list_pi.html',
    api: 'pi:getPerformanceAnalysisReport',
    args: { ServiceType: 'RDS', Identifier: 'db-1', AnalysisReportId: 'report-2' },
    needs: needs('pi:GetPerformanceAnalysisReport', AT('pi', 'perf-reports/*/db-1/report-2')),
  },
  {
    name: 'a version stands below its annotation store',
    source: 'omics/latest/api/API_GetAnnotationStoreVersion.html',
    api: 'omics:getAnnotationStoreVersion',
    args: { Name: 'store', VersionName: 'v2' },
    needs: needs('omics:GetAnnotationStoreVersion', AT('omics', 'annotationStore/store/version/v2')),
  },
  {
    name: 'a query’s name is not its workgroup’s',
    source: 'athena/latest/APIReference/API_UpdateNamedQuery.html',
    api: 'athena:updateNamedQuery',
    args: { NamedQueryId: '1', Name: 'daily', QueryString: 'SELECT 1' },
    needs: needs('athena:UpdateNamedQuery', AT('athena', 'workgroup/*')),
  },
  {
    name: 'a channel’s ARN has an ID of AWS’s own',
    source: 'cli/latest/reference/mediapackage/create-channel.html',
    api: 'mediapackage:describeChannel',
    args: { Id: 'news' },
    needs: needs('mediapackage:DescribeChannel', AT('mediapackage', 'channels/*')),
  },
  {
    name: 'a cluster of many Regions has a name of its own',
    source: 'memorydb/latest/APIReference/API_DeleteCluster.html',
    api: 'memorydb:deleteCluster',
    args: { ClusterName: 'c', MultiRegionClusterName: 'wide' },
    needs: {
      ...Object.fromEntries(['NetworkInterfaces', 'Subnets', 'Vpcs'].map((name) => [`ec2:Describe${name}`, ['*']])),
      'memorydb:DeleteCluster': ['arn:aws:memorydb::111122223333:multiregioncluster/wide', AT('memorydb', 'cluster/c')],
    },
  },
  {
    name: 'the code of a build is an object',
    source: 'gamelift/latest/apireference/API_S3Location.html',
    api: 'gamelift:createBuild',
    args: {
      Name: 'shooter',
      StorageLocation: { Bucket: 'b', Key: 'builds/7.zip', RoleArn: 'arn:aws:iam::111122223333:role/r' },
    },
    needs: { 'gamelift:CreateBuild': ['*'], 's3:GetObject': ['arn:aws:s3:::b/builds/7.zip'] },
  },
  {
    name: 'a service-linked role has its service in the path',
    source: 'IAM/latest/UserGuide/id_roles_create-service-linked-role.html',
    api: 'iam:createServiceLinkedRole',
    args: { AWSServiceName: 'lex.amazonaws.com' },
    needs: needs('iam:CreateServiceLinkedRole', 'arn:aws:iam::111122223333:role/aws-service-role/lex.amazonaws.com/*'),
  },
];

const MACHINE = AT('states', 'stateMachine:orders');
const RUN = AT('states', 'mapRun:orders/each:1');

const MACHINES: readonly Case[] = [
  {
    name: 'executions of a state machine need the state machine alone',
    source: 'step-functions/latest/apireference/API_ListExecutions.html',
    api: 'sfn:listExecutions',
    args: { StateMachineArn: MACHINE },
    needs: needs('states:ListExecutions', MACHINE),
  },
  {
    name: 'executions of a map run need the map run alone',
    source: 'step-functions/latest/apireference/API_ListExecutions.html',
    api: 'sfn:listExecutions',
    args: { MapRunArn: RUN },
    needs: needs('states:ListExecutions', RUN),
  },
  ...['deleteStateMachineAlias', 'describeStateMachineAlias', 'updateStateMachineAlias'].map(
    (api): Case => ({
      name: `${api} is authorized as the state machine`,
      source: 'step-functions/latest/dg/auth-version-alias.html',
      api: `sfn:${api}`,
      args: { StateMachineAliasArn: `${MACHINE}:PROD` },
      needs: needs(`states:${api.charAt(0).toUpperCase()}${api.slice(1)}`, MACHINE),
    }),
  ),
  {
    name: 'and so is a version',
    source: 'step-functions/latest/dg/auth-version-alias.html',
    api: 'sfn:deleteStateMachineVersion',
    args: { StateMachineVersionArn: `${MACHINE}:4` },
    needs: needs('states:DeleteStateMachineVersion', MACHINE),
  },
  {
    name: 'a new alias routes to versions of the state machine',
    source: 'step-functions/latest/dg/auth-version-alias.html',
    api: 'sfn:createStateMachineAlias',
    args: { Name: 'PROD', RoutingConfiguration: [{ StateMachineVersionArn: `${MACHINE}:4`, Weight: 100 }] },
    needs: needs('states:CreateStateMachineAlias', MACHINE),
  },
];

const IN_SMALL_LETTERS: readonly Case[] = [
  {
    name: 'a job’s name has small letters in its ARN',
    source: 'sagemaker/latest/APIReference/API_DescribeTrainingJob.html',
    api: 'sagemaker:describeTrainingJob',
    args: { TrainingJobName: 'Churn-2026' },
    needs: needs(
      'sagemaker:DescribeTrainingJob',
      AT('sagemaker', 'training-job/Churn-2026'),
      AT('sagemaker', 'training-job/churn-2026'),
    ),
  },
  {
    name: 'a cluster’s name is stored in small letters',
    source: 'AmazonRDS/latest/APIReference/API_CreateDBCluster.html',
    api: 'rds:stopDBCluster',
    args: { DBClusterIdentifier: 'Main' },
    needs: needs('rds:StopDBCluster', AT('rds', 'cluster:Main'), AT('rds', 'cluster:main')),
  },
  {
    name: 'a placeholder in a name stays what it is',
    source: 'sagemaker/latest/APIReference/API_DescribeTrainingJob.html',
    api: 'sagemaker:describeTrainingJob',
    args: { TrainingJobName: 'A-${Stage}' },
    needs: needs(
      'sagemaker:DescribeTrainingJob',
      AT('sagemaker', 'training-job/A-${Stage}'),
      AT('sagemaker', 'training-job/a-${Stage}'),
    ),
  },
];

checkCases({
  'names in ARNs': NAMES,
  'state machines, their versions and aliases': MACHINES,
  'names with capital letters': IN_SMALL_LETTERS,
});
