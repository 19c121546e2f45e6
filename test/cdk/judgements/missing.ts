import type { Judgement } from '../../../scripts/differences/judge.ts';

const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg';
const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference';

/** What the CDK does not grant and AWS asks for. */
export const MISSING: readonly Judgement[] = [
  ...['batch:DescribeJobs', 'batch:TerminateJob'].map(
    (about): Judgement => ({
      subjects: ['BatchSubmitJob'],
      saying: 'missing',
      about,
      reason: "the page's template for .sync has it; the CDK grants only batch:SubmitJob and the events",
      page: `${GUIDE}/connect-batch.html`,
    }),
  ),
  {
    subjects: ['BatchSubmitJob'],
    saying: 'missing',
    about: 'batch:TagResource',
    reason: 'SubmitJob with tags asks for it as well',
    page: `${REFERENCE}/list_batch.html`,
  },
  {
    subjects: ['EcsRunTask'],
    saying: 'missing',
    about: 'ecs:TagResource',
    reason: 'RunTask that propagates tags asks for it as well',
    page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html',
  },
  {
    subjects: ['EmrContainersCreateVirtualCluster', 'EmrContainersStartJobRun'],
    saying: 'missing',
    about: 'emr-containers:TagResource',
    reason: 'both requests ask for it where they have tags',
    page: `${REFERENCE}/list_emr-containers.html`,
  },
  {
    subjects: ['SageMakerCreateTransformJob'],
    saying: 'missing',
    about: 'sagemaker:AddTags',
    reason: 'the request with tags asks for it; the CDK grants it with .sync only',
    page: `${GUIDE}/connect-sagemaker.html`,
  },
  {
    subjects: ['SageMakerCreateModel', 'SageMakerCreateEndpointConfig', 'SageMakerCreateEndpoint'],
    saying: 'missing',
    about: 'sagemaker:AddTags',
    reason: 'the request with tags asks for it',
    page: `${REFERENCE}/list_sagemaker.html`,
  },
  {
    subjects: ['SnsPublish'],
    saying: 'missing',
    about: ['kms:Decrypt', 'kms:GenerateDataKey'],
    reason:
      "who publishes to an encrypted topic needs both on its key; the CDK's key trusts the account's own policies",
    page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
  },
  {
    subjects: ['DynamoGetItem', 'DynamoPutItem', 'DynamoUpdateItem', 'DynamoDeleteItem'],
    saying: 'missing',
    about: 'kms:Decrypt',
    reason: "whoever accesses the table decrypts the table's key: the caller is the user in AWS KMS's event",
    page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html#dynamodb-cmk-trail',
  },
  {
    subjects: ['EventBridgeSchedulerCreateScheduleTask'],
    saying: 'missing',
    about: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
    reason: 'who creates a schedule with a key needs all three',
    page: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html#key-management-iam-permissions',
  },
  {
    subjects: ['BedrockCreateModelCustomizationJob'],
    saying: 'missing',
    about: 'kms:CreateGrant',
    reason: 'the role that customizes a model with a key needs them',
    page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-custom-job.html',
  },
  {
    subjects: ['AthenaStartQueryExecution'],
    saying: 'missing',
    about: 'athena:StopQueryExecution',
    reason: "the page's template for .sync has it; the CDK has only three actions of Athena",
    page: `${GUIDE}/connect-athena.html`,
  },
  {
    subjects: ['DistributedMap'],
    saying: 'missing',
    about: 'kms:Decrypt',
    reason:
      "a Map reads and writes an encrypted bucket with its key; the CDK's readers and writers grant nothing on it",
    page: `${GUIDE}/iam-policies-eg-dist-map.html#multiupload-dmap-result-policy`,
  },
  {
    subjects: ['DistributedMap'],
    saying: 'missing',
    about: 's3:GetObject on arn:aws:s3:::*/*',
    reason: 'the Map reads the file; with bucketNamePath the CDK grants nothing for it',
    page: `${GUIDE}/input-output-itemreader.html`,
  },
  {
    subjects: ['CallApiGatewayHttpApiEndpoint'],
    saying: 'missing',
    about: 'execute-api:Invoke',
    reason:
      'without stageName or apiPath the CDK writes the word undefined into the ARN, which then matches no request',
    page: `${GUIDE}/connect-api-gateway.html`,
  },
  {
    subjects: ['StepFunctionsStartExecution'],
    saying: 'missing',
    about: 'arn:aws:states:eu-west-1:111122223333:execution:orders:*',
    reason: "the CDK grants it in the stack's own account and Region, and the state machine is imported from others",
    page: `${GUIDE}/connect-stepfunctions.html`,
  },
  {
    subjects: ['BatchSubmitJob'],
    saying: 'missing',
    about: 'arn:aws:batch:eu-west-1:111122223333:job-definition/report:3',
    reason: "the CDK grants the definitions of the stack's own account and Region, and this one is of others",
    page: `${GUIDE}/connect-batch.html`,
  },
  {
    subjects: ['CodeBuildStartBuild', 'CodeBuildStartBuildBatch'],
    saying: 'missing',
    about: 'project/site',
    reason:
      "the CDK passes only the project's name, so the call is in the stack's own account and Region, and grants the ARN of others",
    page: `${GUIDE}/connect-codebuild.html`,
  },
  {
    subjects: ['CallApiGatewayRestApiEndpoint'],
    saying: 'missing',
    about: 'execute-api:Invoke',
    reason: 'the CDK writes the path `$.path` itself into the ARN, which then matches no request',
    page: `${GUIDE}/connect-api-gateway.html`,
  },
];
