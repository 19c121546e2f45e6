import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import { INTEGRATIONS } from '../../src/integrations/index.ts';
import { machine, OPTIONS, task } from '../support/cases.ts';

/**
 * Every argument of every optimized API, and of the SDK operations whose arguments need rules, that names a resource, with
 * a text of which the start is known: the grant has that start.
 */

type Field = readonly [
  api: string,
  field: string,
  start: string,
  others?: Readonly<Record<string, unknown>>,
  says?: string,
];

const ROLE = 'arn:aws:iam::111122223333:role/mark-';
const ENDPOINT = { ApiEndpoint: 'abc.execute-api.eu-west-1.amazonaws.com', AuthType: 'IAM_ROLE', Method: 'GET' };
const QUERY = { QueryString: 'select 1' };
const BUILD = 'arn:aws:codebuild:eu-west-1:111122223333:build/mark-p:';

const OPTIMIZED: readonly Field[] = [
  ['apigateway:invoke', 'ApiEndpoint', 'mark', { AuthType: 'IAM_ROLE', Method: 'GET' }, ':mark*/'],
  ['apigateway:invoke', 'Stage', 'mark-', ENDPOINT],
  ['apigateway:invoke', 'Path', '/mark-', ENDPOINT],
  ['apigateway:invoke', 'Method', 'MARK', ENDPOINT, 'MARK'],
  ['athena:startQueryExecution', 'WorkGroup', 'mark-', QUERY],
  ['athena:startQueryExecution', 'ResultConfiguration.OutputLocation', 's3://b/mark-', QUERY],
  ['athena:startQueryExecution', 'ResultConfiguration.OutputLocation', 's3://mark-', QUERY],
  ['athena:startQueryExecution', 'QueryExecutionContext.Database', 'mark-', { QueryString: 'select * from t' }],
  ['athena:startQueryExecution', 'ResultConfiguration.EncryptionConfiguration.KmsKey', 'mark-', QUERY],
  ['batch:submitJob', 'JobQueue', 'mark-', { JobDefinition: 'd' }],
  ['batch:submitJob', 'JobDefinition', 'mark-', { JobQueue: 'q' }],
  ['bedrock:invokeModel', 'ModelId', 'mark-', {}, ':foundation-model/mark-*'],
  ['bedrock:invokeModel', 'ModelId', 'eu.mark.', {}, ':inference-profile/eu.mark.*'],
  ['bedrock:invokeModel', 'ModelId', 'eu.mark.', {}, ':bedrock:*::foundation-model/mark.*'],
  ['bedrock:invokeModel', 'ModelId', 'arn:aws:bedrock:eu-west-1::foundation-model/mark-'],
  ['bedrock:invokeModel', 'ModelId', 'arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.mark-'],
  ['bedrock:invokeModel', 'GuardrailIdentifier', 'mark-', { ModelId: 'm' }],
  ['bedrock:invokeModel', 'Input.S3Uri', 's3://mark-', { ModelId: 'm' }, 'arn:aws:s3:::mark-*/*'],
  ['bedrock:invokeModel', 'Output.S3Uri', 's3://b/mark-', { ModelId: 'm' }, 'arn:aws:s3:::b/mark-*'],
  ['bedrock:createModelCustomizationJob', 'BaseModelIdentifier', 'mark-'],
  ['bedrock:createModelCustomizationJob', 'RoleArn', ROLE],
  ['bedrock:createModelCustomizationJob', 'CustomModelKmsKeyId', 'mark-'],
  ['bedrockagentcore:invokeHarness', 'HarnessArn', 'arn:aws:bedrock-agentcore:eu-west-1:111122223333:harness/mark-'],
  ...['startBuild', 'startBuildBatch'].flatMap((api): readonly Field[] => [
    [`codebuild:${api}`, 'ProjectName', 'mark-'],
    [`codebuild:${api}`, 'ServiceRoleOverride', ROLE, { ProjectName: 'p' }],
  ]),
  ...['stopBuild', 'stopBuildBatch', 'retryBuildBatch', 'deleteBuildBatch'].flatMap((api): readonly Field[] => [
    [`codebuild:${api}`, 'Id', 'mark-', {}, ':project/mark-*'],
    [`codebuild:${api}`, 'Id', 'mark-p:', {}, ':project/mark-p"'],
    [`codebuild:${api}`, 'Id', BUILD, {}, ':project/mark-p"'],
  ]),
  ['codebuild:batchDeleteBuilds', 'Ids[]', 'mark-p:', {}, ':project/mark-p"'],
  [
    'codebuild:batchGetReports',
    'ReportArns[]',
    'arn:aws:codebuild:eu-west-1:111122223333:report/mark-p:',
    {},
    ':report-group/mark-p"',
  ],
  ['databrew:startJobRun', 'Name', 'mark-'],
  ...['getItem', 'putItem', 'updateItem', 'deleteItem'].map((api): Field => [`dynamodb:${api}`, 'TableName', 'mark-']),
  ['ecs:runTask.sync', 'TaskDefinition', 'mark-'],
  ['ecs:runTask.sync', 'Cluster', 'mark-', { TaskDefinition: 't' }, ':task/mark-*/*'],
  [
    'ecs:runTask.sync',
    'Cluster',
    'arn:aws:ecs:eu-west-1:111122223333:cluster/mark-',
    { TaskDefinition: 't' },
    ':task/mark-*/*',
  ],
  ['ecs:runTask', 'Overrides.TaskRoleArn', ROLE, { TaskDefinition: 't' }],
  ['ecs:runTask', 'Overrides.ExecutionRoleArn', ROLE, { TaskDefinition: 't' }],
  ['ecs:runTask', 'VolumeConfigurations[].ManagedEBSVolume.RoleArn', ROLE, { TaskDefinition: 't' }],
  ['eks:createCluster.sync', 'Name', 'mark-'],
  ['eks:createCluster', 'RoleArn', ROLE],
  ['eks:deleteCluster', 'Name', 'mark-'],
  ['eks:createFargateProfile', 'ClusterName', 'mark-'],
  ['eks:createFargateProfile.sync', 'FargateProfileName', 'mark-', { ClusterName: 'c' }],
  ['eks:createFargateProfile', 'PodExecutionRoleArn', ROLE],
  ['eks:deleteFargateProfile', 'FargateProfileName', 'mark-', { ClusterName: 'c' }],
  ['eks:createNodegroup', 'ClusterName', 'mark-'],
  ['eks:createNodegroup.sync', 'NodegroupName', 'mark-', { ClusterName: 'c' }],
  ['eks:createNodegroup', 'NodeRole', ROLE],
  ['eks:deleteNodegroup', 'NodegroupName', 'mark-', { ClusterName: 'c' }],
  ...['ServiceRole', 'AutoScalingRole'].map((field): Field => ['elasticmapreduce:createCluster', field, 'mark-']),
  ...[
    'setClusterTerminationProtection',
    'terminateCluster',
    'addStep',
    'cancelStep',
    'modifyInstanceFleetByName',
    'modifyInstanceGroupByName',
  ].map((api): Field => [`elasticmapreduce:${api}`, 'ClusterId', 'j-mark-']),
  ['elasticmapreduce:addStep', 'ExecutionRoleArn', ROLE, { ClusterId: 'j-1' }],
  ['emr-containers:createVirtualCluster', '', ''],
  ['emr-containers:deleteVirtualCluster', 'Id', 'mark-'],
  ['emr-containers:startJobRun', 'VirtualClusterId', 'mark-'],
  ['emr-containers:startJobRun', 'ExecutionRoleArn', ROLE, { VirtualClusterId: 'v' }],
  ['emr-serverless:createApplication', '', ''],
  ...['startApplication', 'stopApplication', 'deleteApplication', 'startJobRun', 'cancelJobRun'].map(
    (api): Field => [`emr-serverless:${api}`, 'ApplicationId', 'mark-'],
  ),
  ['emr-serverless:startJobRun', 'ExecutionRoleArn', ROLE, { ApplicationId: 'a' }],
  ['emr-serverless:cancelJobRun', 'JobRunId', 'mark-', { ApplicationId: 'a' }],
  ['events:putEvents', 'Entries[].EventBusName', 'mark-'],
  ['glue:startJobRun', 'JobName', 'mark-'],
  ['http:invoke', 'ApiEndpoint', 'https://mark-', { Method: 'GET' }],
  ['http:invoke', 'Method', 'MARK', { ApiEndpoint: 'https://a' }, 'MARK'],
  ['http:invoke', 'Authentication.ConnectionArn', 'arn:aws:events:eu-west-1:111122223333:connection/mark-'],
  ['lambda:invoke', 'FunctionName', 'mark-'],
  ['lambda:invoke', 'Qualifier', 'mark-', { FunctionName: 'f' }],
  ['mediaconvert:createJob', 'Queue', 'mark-'],
  ['mediaconvert:createJob', 'JobTemplate', 'mark-'],
  ['mediaconvert:createJob', 'Role', ROLE],
  ...['TrainingJob', 'TransformJob', 'ProcessingJob', 'LabelingJob', 'HyperParameterTuningJob'].map(
    (job): Field => [`sagemaker:create${job}`, `${job}Name`, 'mark-'],
  ),
  ['sagemaker:createTrainingJob', 'RoleArn', ROLE],
  ['sagemaker:createHyperParameterTuningJob', 'TrainingJobDefinition.RoleArn', ROLE],
  ['sagemaker:createHyperParameterTuningJob', 'TrainingJobDefinitions[].RoleArn', ROLE],
  ['sagemaker:createModel', 'ModelName', 'mark-'],
  ['sagemaker:createModel', 'ExecutionRoleArn', ROLE],
  ['sagemaker:createEndpointConfig', 'EndpointConfigName', 'mark-'],
  ...['createEndpoint', 'updateEndpoint'].flatMap((api): readonly Field[] => [
    [`sagemaker:${api}`, 'EndpointName', 'mark-'],
    [`sagemaker:${api}`, 'EndpointConfigName', 'mark-', { EndpointName: 'e' }],
  ]),
  ['sns:publish', 'TopicArn', 'arn:aws:sns:eu-west-1:111122223333:mark-'],
  ['sqs:sendMessage', 'QueueUrl', 'https://sqs.eu-west-1.amazonaws.com/111122223333/mark-'],
  ['states:startExecution', 'StateMachineArn', 'arn:aws:states:eu-west-1:111122223333:stateMachine:mark-'],
];

/** Arguments whose rules are in src/sdk, besides the patterns that test/sdk/partial.test.ts goes through. */
const SPECIAL: readonly Field[] = [
  [
    'aws-sdk:s3:copyObject',
    'CopySource',
    'b/mark-',
    { Bucket: 'x', Key: 'k' },
    '"s3:GetObject"],["arn:aws:s3:::b/mark-*"',
  ],
  [
    'aws-sdk:s3:copyObject',
    'CopySource',
    'b/mark-',
    { Bucket: 'x', Key: 'k' },
    '"s3:GetObjectVersion"],["arn:aws:s3:::b/mark-*"',
  ],
  [
    'aws-sdk:s3:copyObject',
    'CopySource',
    'arn:aws:s3:eu-west-1:111122223333:accesspoint/a/object/mark-',
    { Bucket: 'x', Key: 'k' },
  ],
  ['aws-sdk:transcribe:startTranscriptionJob', 'Media.MediaFileUri', 's3://b/mark-', {}, 'arn:aws:s3:::b/mark-*'],
  [
    'aws-sdk:transcribe:startTranscriptionJob',
    'Media.MediaFileUri',
    'https://s3.eu-west-1.amazonaws.com/b/mark-',
    {},
    'arn:aws:s3:::b/mark-*',
  ],
  ['aws-sdk:codebuild:batchGetBuilds', 'Ids[]', 'mark-p:', {}, ':project/mark-p'],
  ['aws-sdk:codebuild:retryBuild', 'Id', 'mark-', {}, ':project/mark-*'],
  [
    'aws-sdk:cloudwatchlogs:getLogEvents',
    'LogGroupName',
    'mark-',
    { LogStreamName: 's' },
    ':log-group:mark-*:log-stream:s',
  ],
  [
    'aws-sdk:cloudwatchlogs:getLogEvents',
    'LogStreamName',
    'mark-',
    { LogGroupName: 'g' },
    ':log-group:g:log-stream:mark-*',
  ],
  ['aws-sdk:organizations:attachPolicy', 'TargetId', 'ou-mark-', { PolicyId: 'p-1' }],
  ['aws-sdk:pinpointsmsvoicev2:sendTextMessage', 'OriginationIdentity', 'pool-mark-', {}, ':pool/pool-mark-*'],
  ['aws-sdk:ssm:getParametersByPath', 'Path', '/mark-', {}, ':parameter/mark-*'],
  ['aws-sdk:ssm:getParameter', 'Name', '/aws/reference/secretsmanager/mark-', {}, ':secret:mark-*'],
  ['aws-sdk:ssm:startSession', 'Target', 'i-mark-', {}, ':instance/i-mark-*'],
  ['aws-sdk:ssm:startSession', 'Target', 'ecs:mark_', {}, ':task/mark/*'],
  ['aws-sdk:sqs:receiveMessage', 'QueueUrl', 'https://sqs.eu-west-1.amazonaws.com/111122223333/mark-'],
  ['aws-sdk:bedrockruntime:converse', 'ModelId', 'mark-', {}, ':foundation-model/mark-*'],
  ['aws-sdk:bedrockruntime:converse', 'ModelId', 'arn:aws:bedrock:eu-west-1:111122223333:prompt/mark-'],
  ['aws-sdk:kms:decrypt', 'KeyId', 'alias/mark-'],
  ['aws-sdk:kms:decrypt', 'KeyId', 'arn:aws:kms:eu-west-1:111122223333:key/mark-'],
  ['aws-sdk:kms:decrypt', 'KeyId', 'mark-', {}, ':key/mark-*'],
  ['aws-sdk:ecs:startTask', 'TaskDefinition', 'mark-'],
  ['aws-sdk:ecs:stopTask', 'Cluster', 'mark-', { Task: 't' }, ':task/mark-*/t'],
  ['aws-sdk:ses:sendEmail', 'SourceArn', 'arn:aws:ses:eu-west-1:111122223333:identity/mark-'],
  [
    'aws-sdk:lambda:updateFunctionCode',
    'ImageUri',
    '111122223333.dkr.ecr.eu-west-1.amazonaws.com/mark-',
    { FunctionName: 'f' },
    ':repository/mark-*',
  ],
  [
    'aws-sdk:dynamodb:executeStatement',
    'Statement',
    'SELECT * FROM "mark-',
    {},
    '"dynamodb:PartiQLSelect"],["arn:aws:dynamodb:eu-west-1:111122223333:table/mark-*"',
  ],
];

/** APIs without an argument that names a resource of which IAM knows, and why. */
const NAMELESS: Readonly<Record<string, string>> = {
  'athena:stopQueryExecution': 'the ID of a query doesn’t show its workgroup',
  'athena:getQueryExecution': 'the ID of a query doesn’t show its workgroup',
  'athena:getQueryResults': 'the ID of a query doesn’t show its workgroup',
  'eks:call': 'Kubernetes decides',
  'eks:runJob': 'Kubernetes decides',
  'states:activity': 'its ARN is the Resource, which can’t be dynamic',
};

function argumentsWith(
  field: string,
  text: string,
  others: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (field === '') return others;
  const built = [...field.split('.')].reverse().reduce<unknown>((inner, step) => {
    const isList = step.endsWith('[]');
    return { [step.replace('[]', '')]: isList ? [inner] : inner };
  }, text);
  return { ...others, ...(typeof built === 'object' ? built : {}) };
}

async function grantsFor([api, field, start, others = {}]: Field): Promise<string> {
  const args = argumentsWith(field, `{% '${start}' & $states.input.x %}`, others);
  const { calls } = await fit(machine({ A: task(`arn:aws:states:::${api}`, args, { language: 'JSONata' }) }), OPTIONS);
  const grants = calls.flatMap((call) => call.grants);
  return JSON.stringify(
    grants.map(({ actions, resources, conditions }) => [actions, resources.map(({ arn }) => arn), conditions]),
  );
}

describe('a partly known argument', () => {
  for (const row of [...OPTIMIZED, ...SPECIAL].filter(([, field]) => field !== '')) {
    const [api, field, start, , says = 'mark-'] = row;
    it(`${field} = ${start}… of ${api} leaves ${says} in the grant`, async () => {
      const grants = await grantsFor(row);
      assert.ok(grants.includes(says), grants);
    });
  }

  it('is tried for every API of the optimized integrations', () => {
    const tried = new Set(OPTIMIZED.map(([api]) => api.split('.')[0]));
    const all = [...INTEGRATIONS.optimized.values()].flatMap(({ service, names }) =>
      names().map((name) => `${service}:${name}`),
    );
    assert.deepEqual(
      all.filter((api) => !tried.has(api) && !Object.hasOwn(NAMELESS, api)),
      [],
    );
    assert.deepEqual(
      Object.keys(NAMELESS).filter((api) => !all.includes(api)),
      [],
    );
  });
});
