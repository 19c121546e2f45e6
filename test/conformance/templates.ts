import type { Form } from '../support/cases.ts';
import type { TestStatement } from '../support/iam.ts';
import type { Pattern } from './apis.ts';

/**
 * How each of AWS's printed policy templates (templates.json, transcribed with placeholders in angle brackets) is
 * checked: `page/number` → the tasks that it stands for. A template that is not for an execution role is skipped,
 * with the reason.
 */

/** What the placeholders stand for; where one word means different things, a template says so itself. */
export const VALUES: Readonly<Record<string, string>> = {
  apiId: 'abc123',
  applicationId: 'app1',
  bucketName: 'data',
  clusterId: 'j-1',
  connectionId: '1234',
  connectionName: 'stripe',
  executionRoleArn: 'arn:aws:iam::111122223333:role/worker',
  function1: 'f1',
  function2: 'f2',
  harnessName: 'h1',
  jobExecutionRole: 'worker',
  jobName: 'train',
  jobRunId: 'jr1',
  key: 'ratings.csv',
  keyId: '1234',
  mapRunLabel: 'each',
  modelId: 'anthropic.claude-v2',
  prefix: 'csvDataset',
  projectName: 'build',
  queueName: 'jobs',
  reportName: 'unit',
  roleName: 'worker',
  stage: 'prod',
  stateMachineName: 'orders',
  tableName: 'orders',
  taskDefinition: 'report:3',
  topicName: 'news',
  virtualClusterId: 'vc1',
  workGroup: 'team',
};

export interface TemplateCase {
  /** Keys of APIS. */
  readonly apis: readonly string[];
  readonly values?: Readonly<Record<string, string>>;
  /** Arguments that differ from those in APIS. */
  readonly args?: Readonly<Record<string, unknown>>;
  /** Narrows the template's own word: names that it prints make it static, headings that it lacks make it one pattern's. */
  readonly forms?: readonly Form[];
  readonly patterns?: readonly Pattern[];
  /** `action on resource` pairs that only arise because the template puts actions on different types together. */
  readonly apart?: RegExp;
  /** Actions that the template lists and a call does not need, and why. */
  readonly notNeeded?: Readonly<Record<string, string>>;
}

const ONLY_SYNC = 'polling and cancelling are for .sync tasks';
const NO_ROLE = 'CreateTransformJob passes no role: its request has no such field';

function series(page: string, rows: readonly (string | TemplateCase)[]): readonly [string, TemplateCase][] {
  return rows.map((row, index) => [`${page}/${index}`, typeof row === 'string' ? { apis: [row] } : row]);
}

const CODEBUILD = [
  'startBuild',
  'stopBuild',
  'batchDeleteBuilds',
  'batchGetReports',
  'startBuildBatch',
  'stopBuildBatch',
  'retryBuildBatch',
  'deleteBuildBatch',
] as const;
const [START, STOP, DELETE, REPORTS, START_BATCH, STOP_BATCH, RETRY_BATCH, DELETE_BATCH] = CODEBUILD.map(
  (api) => `codebuild:${api}`,
);

export const TEMPLATES: ReadonlyMap<string, TemplateCase> = new Map([
  // Two calls of one API.
  ...series('api-gateway', [{ apis: ['apigateway:invoke'], apart: /POST/ }]),
  ...series('athena', [
    ...Array.from({ length: 4 }, () => ({
      apis: ['athena:startQueryExecution'],
      apart: /DataCatalog on .*:workgroup/i,
    })),
    'athena:stopQueryExecution',
    'athena:getQueryExecution',
    'athena:getQueryResults',
  ]),
  ...series('batch', ['batch:submitJob', 'batch:submitJob']),
  ...series('bedrock', [
    'bedrock:invokeModel',
    {
      apis: ['bedrock:invokeModel'],
      values: { modelId: 'abc123' },
      args: { ModelId: 'arn:aws:bedrock:eu-west-1:111122223333:provisioned-model/abc123' },
    },
    'bedrock:invokeModel',
    'bedrock:createModelCustomizationJob',
    {
      apis: ['bedrock:createModelCustomizationJob'],
      args: { BaseModelIdentifier: 'arn:aws:bedrock:eu-west-1:111122223333:custom-model/m1' },
    },
    'bedrock:createModelCustomizationJob',
    'bedrock:createModelCustomizationJob',
    {
      apis: ['bedrock:createModelCustomizationJob'],
      args: { BaseModelIdentifier: 'arn:aws:bedrock:eu-west-1:111122223333:custom-model/m1' },
    },
    'bedrock:createModelCustomizationJob',
  ]),
  ...series('bedrockagentcore', ['bedrockagentcore:invokeHarness', 'bedrockagentcore:invokeHarness']),
  ...series('call-https-apis', ['http:invoke']),
  ...series(
    'codebuild',
    [
      '',
      START,
      START,
      START,
      START,
      STOP,
      STOP,
      DELETE,
      DELETE,
      REPORTS,
      REPORTS,
      START_BATCH,
      START_BATCH,
      START_BATCH,
      START_BATCH,
      STOP_BATCH,
      STOP_BATCH,
      RETRY_BATCH,
      RETRY_BATCH,
      RETRY_BATCH,
      RETRY_BATCH,
      DELETE_BATCH,
      DELETE_BATCH,
    ].map((api) => api ?? ''),
  ).slice(1),
  ...series('databrew', ['databrew:startJobRun', 'databrew:startJobRun']),
  ...series(
    'dynamo',
    [1, 2].map(() => ({
      apis: ['dynamodb:getItem', 'dynamodb:putItem', 'dynamodb:updateItem', 'dynamodb:deleteItem'],
    })),
  ),
  ...series(
    'ecs',
    Array.from({ length: 4 }, () => 'ecs:runTask'),
  ),
  ...series('eks', [
    {
      apis: ['eks:createCluster'],
      forms: ['static'],
      notNeeded: { 'eks:DescribeCluster': ONLY_SYNC, 'eks:DeleteCluster': ONLY_SYNC },
    },
    {
      apis: ['eks:createNodegroup'],
      forms: ['static'],
      notNeeded: { 'eks:DescribeNodegroup': ONLY_SYNC, 'eks:DeleteNodegroup': ONLY_SYNC },
    },
    { apis: ['eks:deleteCluster'], forms: ['static'], notNeeded: { 'eks:DescribeCluster': ONLY_SYNC } },
    { apis: ['eks:deleteNodegroup'], forms: ['static'], notNeeded: { 'eks:DescribeNodegroup': ONLY_SYNC } },
  ]),
  ...series('emr-eks', [
    'emr-containers:createVirtualCluster',
    ...Array.from({ length: 4 }, () => 'emr-containers:deleteVirtualCluster'),
    ...Array.from({ length: 4 }, () => 'emr-containers:startJobRun'),
  ]),
  ...series('emr-serverless', [
    ...Array.from({ length: 2 }, () => 'emr-serverless:createApplication'),
    ...Array.from({ length: 4 }, () => 'emr-serverless:startApplication'),
    ...Array.from({ length: 4 }, () => 'emr-serverless:stopApplication'),
    ...Array.from({ length: 4 }, () => 'emr-serverless:deleteApplication'),
    ...Array.from({ length: 4 }, () => 'emr-serverless:startJobRun'),
    ...Array.from({ length: 4 }, () => 'emr-serverless:cancelJobRun'),
  ]),
  ...series('emr', [
    ...[1, 2].map(() => ({
      apis: ['elasticmapreduce:addStep'],
      notNeeded: { 'elasticmapreduce:DescribeStep': ONLY_SYNC, 'elasticmapreduce:CancelSteps': ONLY_SYNC },
    })),
    'elasticmapreduce:cancelStep',
    'elasticmapreduce:cancelStep',
    {
      apis: ['elasticmapreduce:createCluster'],
      notNeeded: {
        'elasticmapreduce:DescribeCluster': ONLY_SYNC,
        'elasticmapreduce:TerminateJobFlows': ONLY_SYNC,
      },
    },
    'elasticmapreduce:setClusterTerminationProtection',
    'elasticmapreduce:setClusterTerminationProtection',
    'elasticmapreduce:modifyInstanceFleetByName',
    'elasticmapreduce:modifyInstanceFleetByName',
    'elasticmapreduce:modifyInstanceGroupByName',
    'elasticmapreduce:modifyInstanceGroupByName',
    ...[1, 2].map(() => ({
      apis: ['elasticmapreduce:terminateCluster'],
      notNeeded: { 'elasticmapreduce:DescribeCluster': ONLY_SYNC },
    })),
  ]),
  ...series('eventbridge', ['events:putEvents', 'events:putEvents']),
  ...series('glue', ['glue:startJobRun', 'glue:startJobRun']),
  ...series('lambda', [{ apis: ['lambda:invoke'], values: { function2: 'f1' }, forms: ['static'] }]),
  ...series('mediaconvert', ['mediaconvert:createJob', 'mediaconvert:createJob']),
  ...series('sagemaker', [
    ...Array.from({ length: 4 }, () => 'sagemaker:createTrainingJob'),
    ...Array.from({ length: 4 }, () => ({
      apis: ['sagemaker:createTransformJob'],
      notNeeded: { 'iam:PassRole': NO_ROLE },
    })),
  ]),
  ...series('sns', ['sns:publish', 'sns:publish']),
  ...series('sqs', ['sqs:sendMessage', 'sqs:sendMessage']),
  ...series('stepfunctions', [
    {
      apis: ['states:startExecution'],
      values: { stateMachineName: 'child' },
      patterns: ['requestResponse', 'waitForTaskToken'],
    },
    { apis: ['states:startExecution'], values: { stateMachineName: 'child' } },
    { apis: ['states:startExecution'], values: { stateMachineName: 'child' } },
  ]),
]);

/** Checked in machines.test.ts: they stand for a distributed Map or a setting, not for a task. */
export const MACHINE_TEMPLATES: readonly string[] = [
  'concepts-access-cross-acct-resources/1',
  'concepts-xray-tracing/0',
  'cw-logs/0',
  'encryption-at-rest/2',
  'encryption-at-rest/4',
  'encryption-at-rest/6',
  'iam-policies-eg-dist-map/0',
  'iam-policies-eg-dist-map/1',
  'iam-policies-eg-dist-map/3',
  'iam-policies-eg-dist-map/5',
  'iam-policies-eg-dist-map/6',
  'iam-policies-eg-dist-map/7',
  'iam-policies-eg-dist-map/8',
  'input-output-itemreader/1',
  'input-output-itemreader/3',
  'input-output-itemreader/4',
  'input-output-resultwriter/0',
  'redrive-map-run/0',
];

export const SKIPPED: Readonly<Record<string, string>> = {
  'api-gateway/1': "a resource policy of the API, not the role's",
  'codebuild/0': 'a sample project, with a topic of its own; its CodeBuild part is in the templates that follow',
  'concept-create-iam-advanced/0': 'a policy for people',
  'concept-create-iam-advanced/1': 'a policy for people',
  'concept-create-iam-advanced/2': 'a policy for people',
  'concept-create-iam-advanced/3': 'a policy for people and workers',
  'concepts-access-cross-acct-resources/0': "the target role's trust policy",
  'encryption-at-rest/0': 'a key policy',
  'encryption-at-rest/1': 'a key policy',
  'encryption-at-rest/3': 'a key policy',
  'encryption-at-rest/5': "an activity's key is a setting of the activity, which the definition does not say",
  'encryption-at-rest/7': 'a key policy',
  'iam-policies-eg-dist-map/2': 'a fragment without actions; the whole statement is number 5',
  'iam-policies-eg-dist-map/4':
    'a fragment without actions, with bucket and prefix swapped; checked in machines.test.ts by the ItemReader page',
  'input-output-itemreader/0': 'a fragment without actions; the whole statement is number 3',
  'input-output-itemreader/2':
    'a fragment without actions, with bucket and prefix swapped; checked in machines.test.ts',
  'procedure-create-iam-role/0': "the execution role's trust policy",
};

interface Completion {
  readonly apis: readonly string[];
  readonly source: string;
  readonly statement: TestStatement;
}

const HERE = 'eu-west-1:111122223333';

function serviceLinked(apis: readonly string[], service: string, source: string): Completion {
  return {
    apis,
    source,
    statement: {
      Action: 'iam:CreateServiceLinkedRole',
      Resource: `arn:aws:iam::111122223333:role/aws-service-role/${service}/*`,
      Condition: { StringLike: { 'iam:AWSServiceName': service } },
    },
  };
}

/** What is known to be missing from the templates. */
export const COMPLETIONS: readonly Completion[] = [
  {
    apis: ['ecs:runTask'],
    source: 'https://github.com/serverless-operations/serverless-step-functions/issues/189',
    statement: {
      Action: 'iam:PassRole',
      Resource: 'arn:aws:iam::111122223333:role/*',
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    },
  },
  {
    apis: ['mediaconvert:createJob'],
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediaconvert.html',
    statement: { Action: 'mediaconvert:TagResource', Resource: `arn:aws:mediaconvert:${HERE}:jobs/*` },
  },
  {
    apis: ['bedrock:invokeModel'],
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html',
    statement: {
      Action: 'bedrock:InvokeModel',
      Resource: ['arn:aws:bedrock:*::foundation-model/*', 'arn:aws:bedrock:eu-west-1:*:*'],
    },
  },
  serviceLinked(
    ['eks:createCluster'],
    'eks.amazonaws.com',
    'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html',
  ),
  serviceLinked(
    ['eks:createNodegroup'],
    'eks-nodegroup.amazonaws.com',
    'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html',
  ),
  {
    apis: ['elasticmapreduce:addStep', 'elasticmapreduce:createCluster', 'elasticmapreduce:terminateCluster'],
    source: "the page's edition of 2023, whose rules accounts may still have: docs/decisions/0002",
    statement: {
      Action: ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'],
      Resource: `arn:aws:events:${HERE}:rule/StepFunctionsGetEventForEMR*`,
    },
  },
  serviceLinked(
    ['elasticmapreduce:createCluster'],
    'elasticmapreduce.amazonaws.com',
    'https://github.com/serverless-operations/serverless-step-functions/issues/423',
  ),
  // The template names the role with another name than the service's own page on it.
  serviceLinked(
    ['emr-containers:createVirtualCluster'],
    'emr-containers.amazonaws.com',
    'https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/using-service-linked-roles.html',
  ),
];
