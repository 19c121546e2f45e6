import type { Judgement } from '../../../scripts/differences/judge.ts';

const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg';
const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference';

/** Without .sync, nothing polls or stops: the pages' templates for Request Response have neither. */
function polled(subjects: readonly string[], about: string, page: string): Judgement {
  return {
    subjects,
    saying: 'too much',
    about,
    reason: 'the CDK grants it without .sync as well, and the template for Request Response has it not',
    page: `${GUIDE}/${page}`,
  };
}

/** What the CDK grants and AWS does not ask for. */
export const TOO_MUCH: readonly Judgement[] = [
  {
    saying: 'too much',
    about: ['iam:PassRole', 'with iam:PassedToService'],
    reason: 'the CDK leaves the condition out, so that the role may be passed to any service that it trusts',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
  {
    subjects: ['StepFunctionsStartExecution'],
    saying: 'too much',
    about: 'states:DescribeExecution, states:StopExecution',
    reason: 'without a colon in front of the `*`, executions of other state machines match whose names begin so',
    page: `${GUIDE}/connect-stepfunctions.html`,
  },
  {
    subjects: ['BatchSubmitJob'],
    saying: 'too much',
    about: 'batch:SubmitJob on *',
    reason: "the CDK's queue from the input becomes `*`, which is any definition as well",
    page: `${GUIDE}/connect-batch.html`,
  },
  {
    subjects: ['BatchSubmitJob'],
    saying: 'too much',
    about: ['events:PutRule', 'which nothing needs'],
    reason: 'the CDK grants it without .sync as well, and the template for Request Response has it not',
    page: `${GUIDE}/connect-batch.html`,
  },
  polled(['EcsRunTask'], 'ecs:DescribeTasks, ecs:StopTask', 'connect-ecs.html'),
  polled(['CodeBuildStartBuild'], 'codebuild:BatchGetBuilds', 'connect-codebuild.html'),
  polled(['AthenaStartQueryExecution'], 'allows athena:getQueryExecution on', 'connect-athena.html'),
  polled(
    ['SageMakerCreateTrainingJob'],
    'sagemaker:DescribeTrainingJob, sagemaker:StopTrainingJob on',
    'connect-sagemaker.html',
  ),
  {
    subjects: ['SageMakerCreateTransformJob'],
    saying: 'too much',
    about: ['sagemaker:DescribeTransformJob, sagemaker:StopTransformJob on', 'which nothing needs'],
    reason: 'the CDK grants it without .sync as well, and the template for Request Response has it not',
    page: `${GUIDE}/connect-sagemaker.html`,
  },
  {
    subjects: ['SageMakerCreateTransformJob'],
    saying: 'too much',
    about: ['sagemaker:CreateTransformJob', 'needed is only'],
    reason: "the page's template names the job",
    page: `${GUIDE}/connect-sagemaker.html`,
  },
  {
    subjects: ['SageMakerCreateTransformJob'],
    saying: 'too much',
    about: ['iam:PassRole', 'which nothing needs'],
    reason: "CreateTransformJob has no role: the model's is used",
    page: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTransformJob.html',
  },
  {
    subjects: ['SageMakerCreateModel'],
    saying: 'too much',
    about: 'sagemaker:CreateModel',
    reason: 'the CDK allows all models whose names begin so; only the names of jobs are prefixes on the page',
    page: `${GUIDE}/connect-sagemaker.html`,
  },
  {
    subjects: ['AthenaStartQueryExecution'],
    saying: 'too much',
    about: 'datacatalog/AwsDataCatalog, which nothing needs',
    reason: 'the CDK puts all actions beside both resources, and this one is checked against workgroups only',
    page: `${REFERENCE}/list_athena.html`,
  },
  {
    subjects: ['AthenaStartQueryExecution'],
    saying: 'too much',
    about: ['athena:getDataCatalog', 'workgroup/'],
    reason: 'the CDK puts all actions beside both resources, and this one is checked against catalogs only',
    page: `${REFERENCE}/list_athena.html`,
  },
  {
    subjects: ['AthenaStartQueryExecution'],
    saying: 'too much',
    about: ['s3:ListBucketMultipartUploads on', 'which nothing needs'],
    reason: 'it is checked against buckets only, and the CDK names objects',
    page: `${REFERENCE}/list_s3.html`,
  },
  {
    subjects: ['AthenaStartQueryExecution'],
    saying: 'too much',
    about: ['glue:CreateTable', 'which nothing needs'],
    reason: 'the query is a SELECT and changes no table',
    page: 'https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html',
  },
  {
    subjects: ['AthenaStopQueryExecution', 'AthenaGetQueryExecution', 'AthenaGetQueryResults'],
    saying: 'too much',
    about: 'athena:',
    reason: "the page's template has workgroups only",
    page: `${GUIDE}/connect-athena.html`,
  },
  {
    subjects: ['GlueStartCrawlerRun'],
    saying: 'too much',
    about: 'glue:GetCrawler',
    reason: 'the state calls StartCrawler and waits for nothing',
    page: `${GUIDE}/supported-services-awssdk.html`,
  },
  {
    subjects: [
      'EmrTerminateCluster',
      'EmrSetClusterTerminationProtection',
      'EmrAddStep',
      'EmrCancelStep',
      'EmrModifyInstanceFleetByName',
      'EmrModifyInstanceGroupByName',
    ],
    saying: 'too much',
    about: 'cluster/*',
    reason: "the definition names the cluster, and so does the page's template",
    page: `${GUIDE}/connect-emr.html`,
  },
  {
    subjects: ['EmrCreateCluster'],
    saying: 'too much',
    about: 'iam:CreateServiceLinkedRole',
    reason: "AWS's own policy has the condition iam:AWSServiceName",
    page: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/using-service-linked-roles-cleanup.html',
  },
  {
    subjects: ['EmrContainersStartJobRun'],
    saying: 'too much',
    about: 'emr-containers:CancelJobRun, emr-containers:DescribeJobRun',
    reason: 'both are checked against job runs only',
    page: `${REFERENCE}/list_emr-containers.html`,
  },
  {
    subjects: ['BedrockCreateModelCustomizationJob'],
    saying: 'too much',
    about: 'bedrock:TagResource',
    reason: 'the job has no tags, and a foundation model never gets any',
    page: `${REFERENCE}/list_bedrock.html`,
  },
  {
    subjects: ['MediaConvertCreateJob'],
    saying: 'too much',
    about: 'mediaconvert:',
    reason: "the page's template names queues, job templates and presets of the account, and jobs with a tag",
    page: `${GUIDE}/connect-mediaconvert.html`,
  },
  {
    subjects: ['DistributedMap'],
    saying: 'too much',
    about: ['s3:ListBucket', 'with s3:prefix'],
    reason: "the page's policy has the condition s3:prefix",
    page: `${GUIDE}/input-output-itemreader.html`,
  },
  {
    subjects: ['DistributedMap'],
    saying: 'too much',
    about: ['s3:GetObject on', '/items/list'],
    reason: 'the Map reads one file of the bucket',
    page: `${GUIDE}/input-output-itemreader.html`,
  },
  {
    subjects: ['DistributedMap'],
    saying: 'too much',
    about: ['s3:PutObject', '/results'],
    reason: "the page's policy names the prefix of the results",
    page: `${GUIDE}/input-output-resultwriter.html`,
  },
  {
    subjects: ['HttpInvoke'],
    saying: 'too much',
    about: 'states:InvokeHTTPEndpoint',
    reason:
      "the page's policy names the state machine, the method and the endpoint; the CDK has any state machine, method and path",
    page: `${GUIDE}/call-https-apis.html`,
  },
  {
    subjects: ['CallApiGatewayRestApiEndpoint'],
    saying: 'too much',
    about: 'execute-api:Invoke',
    reason: 'with NO_AUTH the request is not signed, so that no permission is asked for',
    page: `${GUIDE}/connect-api-gateway.html`,
  },
  {
    subjects: ['CallApiGatewayHttpApiEndpoint'],
    saying: 'too much',
    about: 'undefined',
    reason: 'without stageName or apiPath the CDK writes the word undefined into the ARN, which matches no request',
    page: `${GUIDE}/connect-api-gateway.html`,
  },
];
