/**
 * Every API of the optimized integrations: what a task passes to it, and the requests that the service then makes
 * with the execution role. Written from the AWS pages, not from src. Region eu-west-1, account 111122223333.
 */

export type Pattern = 'requestResponse' | 'sync' | 'waitForTaskToken';

/** An IAM action, the resource that it is checked against, and the condition keys of the request. */
export type Call = readonly [action: string, resource: string, context?: Readonly<Record<string, string>>];

export interface ApiCase {
  readonly patterns: readonly Pattern[];
  readonly args: Readonly<Record<string, unknown>>;
  /** Arguments that stay literal in the dynamic form, as they do in AWS's dynamic templates. */
  readonly keep?: readonly string[];
  readonly calls: readonly Call[];
  /** With `.sync` as well: polling, cancelling, events. */
  readonly sync?: readonly Call[];
}

const HERE = 'eu-west-1:111122223333';
const RR = ['requestResponse'] as const;
const JOB = ['requestResponse', 'sync'] as const;
const CALLBACK = ['requestResponse', 'waitForTaskToken'] as const;
const WORKER = 'arn:aws:iam::111122223333:role/worker';

function rule(name: string): readonly Call[] {
  return ['PutTargets', 'PutRule', 'DescribeRule'].map((action) => [
    `events:${action}`,
    `arn:aws:events:${HERE}:rule/${name}`,
  ]);
}

function passes(service: string): Call {
  return ['iam:PassRole', WORKER, { 'iam:PassedToService': service }];
}

function sagemakerJob(name: string, type: string, events: string, roles: Readonly<Record<string, unknown>>): ApiCase {
  const job = `arn:aws:sagemaker:${HERE}:${type}/train`;
  return {
    patterns: JOB,
    args: { [`${name}Name`]: 'train', ...roles },
    keep: ['RoleArn'],
    calls: [
      [`sagemaker:Create${name}`, `${job}`],
      ['sagemaker:AddTags', job],
      ['sagemaker:ListTags', job],
      ...(Object.keys(roles).length > 0 ? [passes('sagemaker.amazonaws.com')] : []),
    ],
    sync: [
      [`sagemaker:Describe${name}`, job],
      [`sagemaker:Stop${name}`, job],
      ...rule(`StepFunctionsGetEventsForSageMaker${events}Rule`),
    ],
  };
}

const PROJECT = `arn:aws:codebuild:${HERE}:project/build`;
const BUILD = { Id: 'build:11111111-2222-3333-4444-555555555555' };
const CLUSTER = `arn:aws:elasticmapreduce:${HERE}:cluster/j-1`;
const APPLICATION = `arn:aws:emr-serverless:${HERE}:/applications/app1`;
const APPLICATION_RULE = rule('StepFunctionsGetEventsForEMRServerlessApplicationRule');
const EKS = `arn:aws:eks:${HERE}`;
const TABLE = `arn:aws:dynamodb:${HERE}:table/orders`;
const WORKGROUP = `arn:aws:athena:${HERE}:workgroup/team`;
const CREATE_SLR = 'iam:CreateServiceLinkedRole';

function item(action: string): ApiCase {
  return { patterns: RR, args: { TableName: 'orders' }, calls: [[`dynamodb:${action}`, TABLE]] };
}

function serviceLinked(service: string, role: string): Call {
  return [
    CREATE_SLR,
    `arn:aws:iam::111122223333:role/aws-service-role/${service}/${role}`,
    { 'iam:AWSServiceName': service },
  ];
}

function application(action: string, sync: readonly Call[]): ApiCase {
  return {
    patterns: JOB,
    args: { ApplicationId: 'app1' },
    calls: [[`emr-serverless:${action}Application`, APPLICATION]],
    sync: [['emr-serverless:GetApplication', APPLICATION], ...sync, ...APPLICATION_RULE],
  };
}

/** Whatever SageMaker AI creates, Step Functions may tag. */
function tags(resource: string): readonly Call[] {
  return [
    ['sagemaker:AddTags', `arn:aws:sagemaker:${HERE}:${resource}`],
    ['sagemaker:ListTags', `arn:aws:sagemaker:${HERE}:${resource}`],
  ];
}

export const APIS: Readonly<Record<string, ApiCase>> = {
  'apigateway:invoke': {
    patterns: CALLBACK,
    args: {
      ApiEndpoint: 'abc123.execute-api.eu-west-1.amazonaws.com',
      Method: 'GET',
      Stage: 'prod',
      Path: 'pets',
      AuthType: 'IAM_ROLE',
    },
    calls: [['execute-api:Invoke', `arn:aws:execute-api:${HERE}:abc123/prod/GET/pets`]],
  },
  'athena:startQueryExecution': {
    patterns: JOB,
    args: { WorkGroup: 'team', QueryString: 'insert into t select 1' },
    calls: [
      ['athena:StartQueryExecution', WORKGROUP],
      ['athena:GetDataCatalog', `arn:aws:athena:${HERE}:datacatalog/AwsDataCatalog`],
      ['s3:PutObject', 'arn:aws:s3:::results/a.csv'],
      ['s3:GetBucketLocation', 'arn:aws:s3:::results'],
      ['glue:GetTable', `arn:aws:glue:${HERE}:table/db/t`],
      ['glue:GetDatabase', `arn:aws:glue:${HERE}:catalog`],
      ['lakeformation:GetDataAccess', '*'],
    ],
    sync: [
      ['athena:StopQueryExecution', WORKGROUP],
      ['athena:GetQueryExecution', WORKGROUP],
      ['athena:GetWorkGroup', WORKGROUP],
      ['athena:BatchGetQueryExecution', WORKGROUP],
      ['athena:GetQueryResults', WORKGROUP],
      ['athena:ListQueryExecutions', WORKGROUP],
    ],
  },
  'athena:stopQueryExecution': {
    patterns: RR,
    args: { QueryExecutionId: 'q' },
    calls: [['athena:StopQueryExecution', WORKGROUP]],
  },
  'athena:getQueryExecution': {
    patterns: RR,
    args: { QueryExecutionId: 'q' },
    calls: [['athena:GetQueryExecution', WORKGROUP]],
  },
  'athena:getQueryResults': {
    patterns: RR,
    args: { QueryExecutionId: 'q' },
    calls: [
      ['athena:GetQueryResults', WORKGROUP],
      ['s3:GetObject', 'arn:aws:s3:::results/a.csv'],
    ],
  },
  'batch:submitJob': {
    patterns: JOB,
    args: { JobName: 'nightly', JobQueue: 'main', JobDefinition: 'resize' },
    calls: [
      ['batch:SubmitJob', `arn:aws:batch:${HERE}:job-queue/main`],
      ['batch:SubmitJob', `arn:aws:batch:${HERE}:job-definition/resize:7`],
      ['batch:SubmitJob', `arn:aws:batch:${HERE}:job/11111111-2222`],
    ],
    sync: [
      ['batch:DescribeJobs', '*'],
      ['batch:TerminateJob', `arn:aws:batch:${HERE}:job/11111111-2222`],
      ...rule('StepFunctionsGetEventsForBatchJobsRule'),
    ],
  },
  'bedrock:invokeModel': {
    patterns: CALLBACK,
    args: { ModelId: 'anthropic.claude-v2', Body: {} },
    calls: [['bedrock:InvokeModel', 'arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-v2']],
  },
  'bedrock:createModelCustomizationJob': {
    patterns: JOB,
    args: { BaseModelIdentifier: 'anthropic.claude-v2', RoleArn: WORKER, JobName: 'tune' },
    keep: ['RoleArn'],
    calls: [
      ['bedrock:CreateModelCustomizationJob', 'arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-v2'],
      ['bedrock:CreateModelCustomizationJob', `arn:aws:bedrock:${HERE}:custom-model/m1`],
      ['bedrock:CreateModelCustomizationJob', `arn:aws:bedrock:${HERE}:model-customization-job/j1`],
      passes('bedrock.amazonaws.com'),
    ],
    sync: [
      ['bedrock:GetModelCustomizationJob', `arn:aws:bedrock:${HERE}:model-customization-job/j1`],
      ['bedrock:StopModelCustomizationJob', `arn:aws:bedrock:${HERE}:model-customization-job/j1`],
    ],
  },
  'bedrockagentcore:invokeHarness': {
    patterns: RR,
    args: { HarnessArn: `arn:aws:bedrock-agentcore:${HERE}:harness/h1` },
    calls: [
      ['bedrock-agentcore:InvokeHarness', `arn:aws:bedrock-agentcore:${HERE}:harness/h1`],
      ['bedrock-agentcore:InvokeAgentRuntime', `arn:aws:bedrock-agentcore:${HERE}:harness/h1`],
    ],
  },
  'codebuild:startBuild': {
    patterns: JOB,
    args: { ProjectName: 'build' },
    calls: [['codebuild:StartBuild', PROJECT]],
    sync: [
      ['codebuild:StopBuild', PROJECT],
      ['codebuild:BatchGetBuilds', PROJECT],
      ...rule('StepFunctionsGetEventForCodeBuildStartBuildRule'),
    ],
  },
  'codebuild:stopBuild': { patterns: RR, args: BUILD, calls: [['codebuild:StopBuild', PROJECT]] },
  'codebuild:batchDeleteBuilds': {
    patterns: RR,
    args: { Ids: [BUILD.Id] },
    calls: [['codebuild:BatchDeleteBuilds', PROJECT]],
  },
  'codebuild:batchGetReports': {
    patterns: RR,
    args: { ReportArns: [`arn:aws:codebuild:${HERE}:report/unit:11111111-2222`] },
    calls: [['codebuild:BatchGetReports', `arn:aws:codebuild:${HERE}:report-group/unit`]],
  },
  'codebuild:startBuildBatch': {
    patterns: JOB,
    args: { ProjectName: 'build' },
    calls: [['codebuild:StartBuildBatch', PROJECT]],
    sync: [
      ['codebuild:StopBuildBatch', PROJECT],
      ['codebuild:BatchGetBuildBatches', PROJECT],
      ...rule('StepFunctionsGetEventForCodeBuildStartBuildBatchRule'),
    ],
  },
  'codebuild:stopBuildBatch': { patterns: RR, args: BUILD, calls: [['codebuild:StopBuildBatch', PROJECT]] },
  'codebuild:retryBuildBatch': {
    patterns: JOB,
    args: BUILD,
    calls: [['codebuild:RetryBuildBatch', PROJECT]],
    sync: [
      ['codebuild:StopBuildBatch', PROJECT],
      ['codebuild:BatchGetBuildBatches', PROJECT],
    ],
  },
  'codebuild:deleteBuildBatch': { patterns: RR, args: BUILD, calls: [['codebuild:DeleteBuildBatch', PROJECT]] },
  'databrew:startJobRun': {
    patterns: JOB,
    args: { Name: 'clean' },
    calls: [['databrew:StartJobRun', `arn:aws:databrew:${HERE}:job/clean`]],
    sync: [
      ['databrew:ListJobRuns', `arn:aws:databrew:${HERE}:job/clean`],
      ['databrew:StopJobRun', `arn:aws:databrew:${HERE}:job/clean`],
    ],
  },
  'dynamodb:getItem': item('GetItem'),
  'dynamodb:putItem': item('PutItem'),
  'dynamodb:updateItem': item('UpdateItem'),
  'dynamodb:deleteItem': item('DeleteItem'),
  'ecs:runTask': {
    patterns: ['requestResponse', 'sync', 'waitForTaskToken'],
    args: { Cluster: 'main', TaskDefinition: 'report:3' },
    calls: [['ecs:RunTask', `arn:aws:ecs:${HERE}:task-definition/report:3`], passes('ecs-tasks.amazonaws.com')],
    sync: [
      ['ecs:StopTask', `arn:aws:ecs:${HERE}:task/main/1`],
      ['ecs:DescribeTasks', `arn:aws:ecs:${HERE}:task/main/1`],
      ...rule('StepFunctionsGetEventsForECSTaskRule'),
    ],
  },
  'eks:call': { patterns: CALLBACK, args: { ClusterName: 'c' }, calls: [] },
  'eks:runJob': { patterns: ['requestResponse', 'sync', 'waitForTaskToken'], args: { ClusterName: 'c' }, calls: [] },
  'eks:createCluster': {
    patterns: JOB,
    args: { Name: 'ExampleCluster', RoleArn: WORKER },
    keep: ['RoleArn'],
    calls: [
      ['eks:CreateCluster', '*'],
      passes('eks.amazonaws.com'),
      serviceLinked('eks.amazonaws.com', 'AWSServiceRoleForAmazonEKS'),
    ],
    sync: [
      ['eks:DescribeCluster', `${EKS}:cluster/ExampleCluster`],
      ['eks:DeleteCluster', `${EKS}:cluster/ExampleCluster`],
    ],
  },
  'eks:deleteCluster': {
    patterns: JOB,
    args: { Name: 'ExampleCluster' },
    calls: [['eks:DeleteCluster', `${EKS}:cluster/ExampleCluster`]],
    sync: [['eks:DescribeCluster', `${EKS}:cluster/ExampleCluster`]],
  },
  'eks:createFargateProfile': {
    patterns: JOB,
    args: { ClusterName: 'ExampleCluster', FargateProfileName: 'fp', PodExecutionRoleArn: WORKER },
    calls: [
      ['eks:CreateFargateProfile', `${EKS}:cluster/ExampleCluster`],
      passes('eks-fargate-pods.amazonaws.com'),
      serviceLinked('eks-fargate.amazonaws.com', 'AWSServiceRoleForAmazonEKSForFargate'),
    ],
    sync: [
      ['eks:DescribeFargateProfile', `${EKS}:fargateprofile/ExampleCluster/fp/1234`],
      ['eks:DeleteFargateProfile', `${EKS}:fargateprofile/ExampleCluster/fp/1234`],
    ],
  },
  'eks:deleteFargateProfile': {
    patterns: JOB,
    args: { ClusterName: 'ExampleCluster', FargateProfileName: 'fp' },
    calls: [['eks:DeleteFargateProfile', `${EKS}:fargateprofile/ExampleCluster/fp/1234`]],
    sync: [['eks:DescribeFargateProfile', `${EKS}:fargateprofile/ExampleCluster/fp/1234`]],
  },
  'eks:createNodegroup': {
    patterns: JOB,
    args: { ClusterName: 'ExampleCluster', NodegroupName: 'ExampleNodegroup', NodeRole: WORKER, Subnets: ['s'] },
    keep: ['NodeRole'],
    calls: [
      ['eks:CreateNodegroup', `${EKS}:cluster/ExampleCluster`],
      ['ec2:DescribeSubnets', '*'],
      ['iam:GetRole', WORKER],
      ['iam:ListAttachedRolePolicies', WORKER],
      passes('eks.amazonaws.com'),
      serviceLinked('eks-nodegroup.amazonaws.com', 'AWSServiceRoleForAmazonEKSNodegroup'),
    ],
    sync: [
      ['eks:DescribeNodegroup', `${EKS}:nodegroup/ExampleCluster/ExampleNodegroup/1234`],
      ['eks:DeleteNodegroup', `${EKS}:nodegroup/ExampleCluster/ExampleNodegroup/1234`],
    ],
  },
  'eks:deleteNodegroup': {
    patterns: JOB,
    args: { ClusterName: 'ExampleCluster', NodegroupName: 'ExampleNodegroup' },
    calls: [['eks:DeleteNodegroup', `${EKS}:nodegroup/ExampleCluster/ExampleNodegroup/1234`]],
    sync: [['eks:DescribeNodegroup', `${EKS}:nodegroup/ExampleCluster/ExampleNodegroup/1234`]],
  },
  'elasticmapreduce:createCluster': {
    patterns: JOB,
    args: { Name: 'emr', ServiceRole: WORKER, JobFlowRole: WORKER },
    keep: ['ServiceRole', 'JobFlowRole'],
    calls: [
      ['elasticmapreduce:RunJobFlow', '*'],
      passes('elasticmapreduce.amazonaws.com'),
      passes('ec2.amazonaws.com'),
      serviceLinked('elasticmapreduce.amazonaws.com', 'AWSServiceRoleForEMRCleanup'),
    ],
    sync: [
      ['elasticmapreduce:DescribeCluster', CLUSTER],
      ['elasticmapreduce:TerminateJobFlows', CLUSTER],
      ...rule('StepFunctionsGetEventForEMRRunJobFlowRule'),
    ],
  },
  'elasticmapreduce:setClusterTerminationProtection': {
    patterns: RR,
    args: { ClusterId: 'j-1' },
    calls: [['elasticmapreduce:SetTerminationProtection', CLUSTER]],
  },
  'elasticmapreduce:terminateCluster': {
    patterns: JOB,
    args: { ClusterId: 'j-1' },
    calls: [['elasticmapreduce:TerminateJobFlows', CLUSTER]],
    sync: [['elasticmapreduce:DescribeCluster', CLUSTER], ...rule('StepFunctionsGetEventForEMRTerminateJobFlowsRule')],
  },
  'elasticmapreduce:addStep': {
    patterns: JOB,
    args: { ClusterId: 'j-1', Step: {} },
    calls: [['elasticmapreduce:AddJobFlowSteps', CLUSTER]],
    sync: [
      ['elasticmapreduce:DescribeStep', CLUSTER],
      ['elasticmapreduce:CancelSteps', CLUSTER],
      ...rule('StepFunctionsGetEventForEMRAddJobFlowStepsRule'),
    ],
  },
  'elasticmapreduce:cancelStep': {
    patterns: RR,
    args: { ClusterId: 'j-1' },
    calls: [['elasticmapreduce:CancelSteps', CLUSTER]],
  },
  'elasticmapreduce:modifyInstanceFleetByName': {
    patterns: RR,
    args: { ClusterId: 'j-1' },
    calls: [
      ['elasticmapreduce:ModifyInstanceFleet', CLUSTER],
      ['elasticmapreduce:ListInstanceFleets', CLUSTER],
    ],
  },
  'elasticmapreduce:modifyInstanceGroupByName': {
    patterns: RR,
    args: { ClusterId: 'j-1' },
    calls: [
      ['elasticmapreduce:ModifyInstanceGroups', CLUSTER],
      ['elasticmapreduce:ListInstanceGroups', CLUSTER],
    ],
  },
  'emr-containers:createVirtualCluster': {
    patterns: RR,
    args: { Name: 'vc' },
    calls: [
      ['emr-containers:CreateVirtualCluster', '*'],
      serviceLinked('emr-containers.amazonaws.com', 'AWSServiceRoleForAmazonEMRContainers'),
    ],
  },
  'emr-containers:deleteVirtualCluster': {
    patterns: JOB,
    args: { Id: 'vc1' },
    calls: [['emr-containers:DeleteVirtualCluster', `arn:aws:emr-containers:${HERE}:/virtualclusters/vc1`]],
    sync: [['emr-containers:DescribeVirtualCluster', `arn:aws:emr-containers:${HERE}:/virtualclusters/vc1`]],
  },
  'emr-containers:startJobRun': {
    patterns: JOB,
    args: { VirtualClusterId: 'vc1', ExecutionRoleArn: WORKER },
    keep: ['ExecutionRoleArn'],
    calls: [
      [
        'emr-containers:StartJobRun',
        `arn:aws:emr-containers:${HERE}:/virtualclusters/vc1`,
        { 'emr-containers:ExecutionRoleArn': WORKER },
      ],
    ],
    sync: [
      ['emr-containers:DescribeJobRun', `arn:aws:emr-containers:${HERE}:/virtualclusters/vc1/jobruns/1`],
      ['emr-containers:CancelJobRun', `arn:aws:emr-containers:${HERE}:/virtualclusters/vc1/jobruns/1`],
    ],
  },
  'emr-serverless:createApplication': {
    patterns: JOB,
    args: { Name: 'a' },
    calls: [
      ['emr-serverless:CreateApplication', `arn:aws:emr-serverless:${HERE}:/`],
      serviceLinked('ops.emr-serverless.amazonaws.com', 'AWSServiceRoleForAmazonEMRServerless'),
    ],
    sync: [
      ['emr-serverless:GetApplication', APPLICATION],
      ['emr-serverless:DeleteApplication', APPLICATION],
      ...APPLICATION_RULE,
    ],
  },
  'emr-serverless:startApplication': application('Start', [['emr-serverless:StopApplication', APPLICATION]]),
  'emr-serverless:stopApplication': application('Stop', []),
  'emr-serverless:deleteApplication': application('Delete', []),
  'emr-serverless:startJobRun': {
    patterns: JOB,
    args: { ApplicationId: 'app1', ExecutionRoleArn: WORKER },
    keep: ['ExecutionRoleArn'],
    calls: [['emr-serverless:StartJobRun', APPLICATION], passes('emr-serverless.amazonaws.com')],
    sync: [
      ['emr-serverless:GetJobRun', `${APPLICATION}/jobruns/jr1`],
      ['emr-serverless:CancelJobRun', `${APPLICATION}/jobruns/jr1`],
      ...rule('StepFunctionsGetEventsForEMRServerlessJobRule'),
    ],
  },
  'emr-serverless:cancelJobRun': {
    patterns: JOB,
    args: { ApplicationId: 'app1', JobRunId: 'jr1' },
    calls: [['emr-serverless:CancelJobRun', `${APPLICATION}/jobruns/jr1`]],
    sync: [
      ['emr-serverless:GetJobRun', `${APPLICATION}/jobruns/jr1`],
      ...rule('StepFunctionsGetEventsForEMRServerlessJobRule'),
    ],
  },
  'events:putEvents': {
    patterns: CALLBACK,
    args: {
      Entries: [{ EventBusName: 'stepfunctions-sampleproject-eventbus', Source: 's', DetailType: 'd', Detail: {} }],
    },
    calls: [['events:PutEvents', `arn:aws:events:${HERE}:event-bus/stepfunctions-sampleproject-eventbus`]],
  },
  'glue:startJobRun': {
    patterns: JOB,
    args: { JobName: 'etl' },
    calls: [['glue:StartJobRun', `arn:aws:glue:${HERE}:job/etl`]],
    sync: [
      ['glue:GetJobRun', `arn:aws:glue:${HERE}:job/etl`],
      ['glue:GetJobRuns', `arn:aws:glue:${HERE}:job/etl`],
      ['glue:BatchStopJobRun', `arn:aws:glue:${HERE}:job/etl`],
    ],
  },
  'http:invoke': {
    patterns: RR,
    args: {
      ApiEndpoint: 'https://api.stripe.com/v1/customers',
      Method: 'GET',
      Authentication: { ConnectionArn: `arn:aws:events:${HERE}:connection/stripe/1234` },
    },
    calls: [
      [
        'states:InvokeHTTPEndpoint',
        `arn:aws:states:${HERE}:stateMachine:orders`,
        { 'states:HTTPMethod': 'GET', 'states:HTTPEndpoint': 'https://api.stripe.com/v1/customers' },
      ],
      ['events:RetrieveConnectionCredentials', `arn:aws:events:${HERE}:connection/stripe/1234`],
      ['secretsmanager:GetSecretValue', `arn:aws:secretsmanager:${HERE}:secret:events!connection/stripe/1234-abc`],
      ['secretsmanager:DescribeSecret', `arn:aws:secretsmanager:${HERE}:secret:events!connection/stripe/1234-abc`],
    ],
  },
  'lambda:invoke': {
    patterns: CALLBACK,
    args: { FunctionName: `arn:aws:lambda:${HERE}:function:f1` },
    calls: [['lambda:InvokeFunction', `arn:aws:lambda:${HERE}:function:f1`]],
  },
  'mediaconvert:createJob': {
    patterns: JOB,
    args: { Role: WORKER, Queue: `arn:aws:mediaconvert:${HERE}:queues/main`, Settings: {} },
    calls: [
      ['mediaconvert:CreateJob', `arn:aws:mediaconvert:${HERE}:queues/main`],
      ['mediaconvert:TagResource', `arn:aws:mediaconvert:${HERE}:jobs/1`],
      passes('mediaconvert.amazonaws.com'),
    ],
    sync: [
      // Step Functions tags each job.
      ...['GetJob', 'CancelJob'].map(
        (name): Call => [
          `mediaconvert:${name}`,
          `arn:aws:mediaconvert:${HERE}:jobs/1`,
          { 'aws:ResourceTag/ManagedByService': 'AWSStepFunctions' },
        ],
      ),
      ...rule('StepFunctionsGetEventsForMediaConvertJobRule'),
    ],
  },
  'sagemaker:createTrainingJob': sagemakerJob('TrainingJob', 'training-job', 'TrainingJobs', { RoleArn: WORKER }),
  'sagemaker:createTransformJob': sagemakerJob('TransformJob', 'transform-job', 'TransformJobs', {}),
  'sagemaker:createProcessingJob': sagemakerJob('ProcessingJob', 'processing-job', 'ProcessingJobs', {
    RoleArn: WORKER,
  }),
  'sagemaker:createLabelingJob': sagemakerJob('LabelingJob', 'labeling-job', 'LabelingJobs', { RoleArn: WORKER }),
  'sagemaker:createHyperParameterTuningJob': sagemakerJob(
    'HyperParameterTuningJob',
    'hyper-parameter-tuning-job',
    'TuningJobs',
    {
      TrainingJobDefinition: { RoleArn: WORKER },
    },
  ),
  'sagemaker:createModel': {
    patterns: RR,
    args: { ModelName: 'm', ExecutionRoleArn: WORKER },
    calls: [
      ...tags('model/m'),
      ['sagemaker:CreateModel', `arn:aws:sagemaker:${HERE}:model/m`],
      passes('sagemaker.amazonaws.com'),
    ],
  },
  'sagemaker:createEndpointConfig': {
    patterns: RR,
    args: { EndpointConfigName: 'c' },
    calls: [
      ...tags('endpoint-config/c'),
      ['sagemaker:CreateEndpointConfig', `arn:aws:sagemaker:${HERE}:endpoint-config/c`],
    ],
  },
  'sagemaker:createEndpoint': {
    patterns: RR,
    args: { EndpointName: 'e', EndpointConfigName: 'c' },
    calls: [
      ...tags('endpoint/e'),
      ['sagemaker:CreateEndpoint', `arn:aws:sagemaker:${HERE}:endpoint/e`],
      ['sagemaker:CreateEndpoint', `arn:aws:sagemaker:${HERE}:endpoint-config/c`],
    ],
  },
  'sagemaker:updateEndpoint': {
    patterns: RR,
    args: { EndpointName: 'e', EndpointConfigName: 'c' },
    calls: [
      ...tags('endpoint/e'),
      ['sagemaker:UpdateEndpoint', `arn:aws:sagemaker:${HERE}:endpoint/e`],
      ['sagemaker:UpdateEndpoint', `arn:aws:sagemaker:${HERE}:endpoint-config/c`],
    ],
  },
  'sns:publish': {
    patterns: CALLBACK,
    args: { TopicArn: `arn:aws:sns:${HERE}:news`, Message: 'm' },
    calls: [['sns:Publish', `arn:aws:sns:${HERE}:news`]],
  },
  'sqs:sendMessage': {
    patterns: CALLBACK,
    args: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs', MessageBody: 'm' },
    calls: [['sqs:SendMessage', `arn:aws:sqs:${HERE}:jobs`]],
  },
  'states:startExecution': {
    patterns: ['requestResponse', 'sync', 'waitForTaskToken'],
    args: { StateMachineArn: `arn:aws:states:${HERE}:stateMachine:child` },
    calls: [['states:StartExecution', `arn:aws:states:${HERE}:stateMachine:child`]],
    sync: [
      ['states:DescribeExecution', `arn:aws:states:${HERE}:execution:child:run-1`],
      ['states:StopExecution', `arn:aws:states:${HERE}:execution:child:run-1`],
      ...rule('StepFunctionsGetEventsForStepFunctionsExecutionRule'),
    ],
  },
};
