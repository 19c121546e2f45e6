import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { withCertaintyTable } from '../../scripts/certaintyPage.ts';
import type { FitOptions } from '../../src/analysis/fit.ts';
import { certaintyOf } from '../../src/grants/grant.ts';
import { fitStates, integration, OPTIONS, task } from '../support/cases.ts';

/** How certain each row is, by what AWS's pages print: docs/certainty.md. */

const HERE = 'eu-west-1:111122223333';
const ROLE = 'arn:aws:iam::111122223333:role/worker';
const KEY = `arn:aws:kms:${HERE}:key/1234`;

interface Case {
  readonly title: string;
  readonly state: unknown;
  readonly options?: FitOptions;
  /** What is required, conditional and a precaution; every grant that one of the actions names. */
  readonly actions: readonly string[];
  readonly required?: readonly string[];
  readonly conditional?: readonly string[];
  readonly precaution?: readonly string[];
}

function call(api: string, pattern: string, args: Readonly<Record<string, unknown>>): unknown {
  return task(integration(api, pattern), args);
}

/** `action on resource`, by certainty. */
function judged({ state, options, actions }: Case): Readonly<Record<string, readonly string[]>> {
  const { calls } = fitStates({ A: state }, { ...OPTIONS, ...options });
  const judgements = calls.flatMap(({ grants }) =>
    grants.flatMap((grant) =>
      grant.actions
        .filter((action) => actions.includes(action))
        .flatMap((action) => grant.resources.map(({ arn }) => [certaintyOf(grant), `${action} on ${arn}`] as const)),
    ),
  );
  const of = (certainty: string) =>
    [...new Set(judgements.flatMap(([which, text]) => (which === certainty ? [text] : [])))].toSorted();
  return { required: of('required'), conditional: of('conditional'), precaution: of('precaution') };
}

const MAP = {
  Type: 'Map',
  Label: 'each',
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'B',
    States: { B: { Type: 'Pass', End: true } },
  },
  End: true,
};
const EXPRESS_MAP = {
  ...MAP,
  ItemProcessor: { ...MAP.ItemProcessor, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' } },
};
const QUERY = { QueryString: 'insert into t select 1', WorkGroup: 'team' };
const CLUSTER = { ServiceRole: 'EMR_DefaultRole', JobFlowRole: 'arn:aws:iam::111122223333:role/ec2' };
const JOB = { JobName: 'nightly', JobQueue: `arn:aws:batch:${HERE}:job-queue/main` };
const GET = { ApiEndpoint: 'abc123.execute-api.eu-west-1.amazonaws.com', Method: 'GET', Stage: 'prod', Path: 'pets' };
const API = `execute-api:Invoke on arn:aws:execute-api:${HERE}:abc123/prod/GET/pets`;
const ENCODE = { Role: ROLE, Settings: {} };
const QUEUES = `mediaconvert:CreateJob on arn:aws:mediaconvert:${HERE}:queues`;
const PRESETS = `mediaconvert:CreateJob on arn:aws:mediaconvert:${HERE}:presets`;
const TAGS = `mediaconvert:TagResource on arn:aws:mediaconvert:${HERE}:jobs/*`;
const TRAINING = { TrainingJobName: 'churn', RoleArn: ROLE };
const EVERY_TAG = `sagemaker:AddTags on arn:aws:sagemaker:${HERE}:*`;
const JOB_TAGS = `sagemaker:AddTags on arn:aws:sagemaker:${HERE}:training-job/churn*`;
const RUN = `arn:aws:states:${HERE}:execution:orders`;

const CASES: readonly Case[] = [
  {
    title: "a distributed Map's own runs are required, its children's own ARNs a precaution, a redrive conditional",
    state: MAP,
    actions: ['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'],
    required: [`states:DescribeExecution on ${RUN}:*`],
    conditional: [`states:RedriveExecution on ${RUN}/each:*`],
    precaution: [
      `states:DescribeExecution on ${RUN}/each:*`,
      `states:StopExecution on ${RUN}/each:*`,
      `states:StopExecution on ${RUN}:*`,
    ],
  },
  {
    title: 'of Express children, which a redrive starts again, the redrive is a precaution',
    state: EXPRESS_MAP,
    actions: ['states:RedriveExecution'],
    precaution: [`states:RedriveExecution on ${RUN}/each:*`],
  },
  {
    title: 'two of the ten actions of the logs page are a precaution',
    state: { Type: 'Pass', End: true },
    options: { logging: true },
    actions: ['logs:CreateLogDelivery', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    required: ['logs:CreateLogDelivery on *'],
    precaution: ['logs:CreateLogStream on *', 'logs:PutLogEvents on *'],
  },
  {
    title: 'an encrypted Express workflow needs to encrypt only where it is started without waiting',
    state: { Type: 'Pass', End: true },
    options: { kmsKeyArn: KEY, type: 'EXPRESS' },
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    required: [`kms:Decrypt on ${KEY}`],
    conditional: [`kms:GenerateDataKey on ${KEY}`],
  },
  {
    title: 'an encrypted Standard workflow needs both',
    state: { Type: 'Pass', End: true },
    options: { kmsKeyArn: KEY },
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    required: [`kms:Decrypt on ${KEY}`, `kms:GenerateDataKey on ${KEY}`],
  },
  {
    title: 'AWS Batch: a definition with its revision is required, the jobs are a precaution',
    state: call('batch:submitJob', 'requestResponse', { ...JOB, JobDefinition: 'report:3' }),
    actions: ['batch:SubmitJob'],
    required: [
      `batch:SubmitJob on arn:aws:batch:${HERE}:job-definition/report:3`,
      `batch:SubmitJob on arn:aws:batch:${HERE}:job-queue/main`,
    ],
    precaution: [`batch:SubmitJob on arn:aws:batch:${HERE}:job/*`],
  },
  {
    title: 'AWS Batch: of a definition without a revision, both forms are conditional',
    state: call('batch:submitJob', 'requestResponse', { ...JOB, JobDefinition: 'report' }),
    actions: ['batch:SubmitJob'],
    required: [`batch:SubmitJob on arn:aws:batch:${HERE}:job-queue/main`],
    conditional: [
      `batch:SubmitJob on arn:aws:batch:${HERE}:job-definition/report`,
      `batch:SubmitJob on arn:aws:batch:${HERE}:job-definition/report:*`,
    ],
    precaution: [`batch:SubmitJob on arn:aws:batch:${HERE}:job/*`],
  },
  {
    title: 'SageMaker AI: tags on everything are a precaution, and for a job without tags no more',
    state: call('sagemaker:createTrainingJob', 'requestResponse', TRAINING),
    actions: ['sagemaker:AddTags'],
    precaution: [EVERY_TAG],
  },
  {
    title: 'SageMaker AI: a job that Step Functions waits for may be tagged by Step Functions',
    state: call('sagemaker:createTrainingJob', 'sync', TRAINING),
    actions: ['sagemaker:AddTags'],
    conditional: [JOB_TAGS],
    precaution: [EVERY_TAG],
  },
  {
    title: 'SageMaker AI: tags that the call gives are required on what it creates',
    state: call('sagemaker:createTrainingJob', 'sync', { ...TRAINING, Tags: [{ Key: 'a', Value: 'b' }] }),
    actions: ['sagemaker:AddTags'],
    required: [JOB_TAGS],
    precaution: [EVERY_TAG],
  },
  {
    title: 'SageMaker AI: which form of a name with capitals counts is not certain',
    state: call('sagemaker:createModel', 'requestResponse', { ModelName: 'Churn', ExecutionRoleArn: ROLE }),
    actions: ['sagemaker:CreateModel', 'sagemaker:AddTags'],
    conditional: [
      `sagemaker:CreateModel on arn:aws:sagemaker:${HERE}:model/Churn`,
      `sagemaker:CreateModel on arn:aws:sagemaker:${HERE}:model/churn`,
    ],
    precaution: [EVERY_TAG],
  },
  {
    title: "SageMaker AI: a job's name counts as given, and perhaps in lower case",
    state: call('sagemaker:createTrainingJob', 'requestResponse', { ...TRAINING, TrainingJobName: 'Churn' }),
    actions: ['sagemaker:CreateTrainingJob'],
    required: [`sagemaker:CreateTrainingJob on arn:aws:sagemaker:${HERE}:training-job/Churn*`],
    conditional: [`sagemaker:CreateTrainingJob on arn:aws:sagemaker:${HERE}:training-job/churn*`],
  },
  {
    title: "SageMaker AI: the role of the job may create the grant on the volumes' key",
    state: call('sagemaker:createTrainingJob', 'requestResponse', {
      ...TRAINING,
      ResourceConfig: { VolumeKmsKeyId: KEY },
    }),
    actions: ['kms:CreateGrant'],
    conditional: [`kms:CreateGrant on ${KEY}`],
  },
  {
    title: 'MediaConvert: queue and passed role are required, presets and tags that the call does not name are not',
    state: call('mediaconvert:createJob', 'requestResponse', ENCODE),
    actions: ['mediaconvert:CreateJob', 'mediaconvert:TagResource', 'iam:PassRole'],
    required: [`iam:PassRole on ${ROLE}`, `${QUEUES}/Default`],
    precaution: [`${PRESETS}/*`, TAGS],
  },
  {
    title: 'MediaConvert: a job template has a queue of its own',
    state: call('mediaconvert:createJob', 'requestResponse', { ...ENCODE, JobTemplate: 'web', Tags: { a: 'b' } }),
    actions: ['mediaconvert:CreateJob', 'mediaconvert:TagResource'],
    required: [`mediaconvert:CreateJob on arn:aws:mediaconvert:${HERE}:jobTemplates/web`],
    conditional: [`${PRESETS}/*`, `${QUEUES}/*`, TAGS],
  },
  {
    title: 'MediaConvert: a job that hops names queues, and outputs name presets',
    state: call('mediaconvert:createJob', 'requestResponse', {
      Role: ROLE,
      Queue: `arn:aws:mediaconvert:${HERE}:queues/main`,
      HopDestinations: [{ Queue: 'spare', WaitMinutes: 15 }, { WaitMinutes: 30 }],
      Settings: { OutputGroups: [{ Outputs: [{ Preset: 'hd' }, { ContainerSettings: {} }] }] },
    }),
    actions: ['mediaconvert:CreateJob'],
    required: [`${PRESETS}/hd`, `${QUEUES}/Default`, `${QUEUES}/main`, `${QUEUES}/spare`],
    precaution: [`${PRESETS}/*`],
  },
  {
    title: 'MediaConvert: settings that a run gives may name any preset',
    state: task(integration('mediaconvert:createJob', 'requestResponse'), { Role: ROLE, 'Settings.$': '$.settings' }),
    actions: ['mediaconvert:CreateJob'],
    required: [`${QUEUES}/Default`],
    conditional: [`${PRESETS}/*`],
  },
  {
    title: 'API Gateway: the role decides with IAM_ROLE',
    state: call('apigateway:invoke', 'requestResponse', { ...GET, AuthType: 'IAM_ROLE' }),
    actions: ['execute-api:Invoke'],
    required: [API],
  },
  {
    title: "API Gateway: the API's policy decides with RESOURCE_POLICY",
    state: call('apigateway:invoke', 'requestResponse', { ...GET, AuthType: 'RESOURCE_POLICY' }),
    actions: ['execute-api:Invoke'],
    precaution: [API],
  },
  {
    title: 'API Gateway: a run may give the AuthType',
    state: task(integration('apigateway:invoke', 'requestResponse'), { ...GET, 'AuthType.$': '$.auth' }),
    actions: ['execute-api:Invoke'],
    conditional: [API],
  },
  {
    title: 'Athena: the catalog that the call names is required, others are not',
    state: call('athena:startQueryExecution', 'sync', { ...QUERY, QueryExecutionContext: { Catalog: 'mine' } }),
    actions: ['athena:GetDataCatalog', 'athena:GetQueryExecution', 'athena:ListQueryExecutions', 's3:CreateBucket'],
    required: [
      `athena:GetDataCatalog on arn:aws:athena:${HERE}:datacatalog/mine`,
      `athena:GetQueryExecution on arn:aws:athena:${HERE}:workgroup/team`,
    ],
    conditional: [`athena:GetDataCatalog on arn:aws:athena:${HERE}:datacatalog/*`, 's3:CreateBucket on arn:aws:s3:::*'],
    precaution: [`athena:ListQueryExecutions on arn:aws:athena:${HERE}:workgroup/team`],
  },
  {
    title: "Athena: the database default is a precaution beside the query's own",
    state: call('athena:startQueryExecution', 'requestResponse', {
      QueryString: 'select * from t',
      QueryExecutionContext: { Database: 'sales' },
      ResultConfiguration: { OutputLocation: 's3://results/a/' },
    }),
    actions: ['glue:GetDatabase', 's3:ListBucketMultipartUploads'],
    required: [
      ...['catalog', 'database/sales', 'table/sales/*', 'userDefinedFunction/sales/*'].map(
        (name) => `glue:GetDatabase on arn:aws:glue:${HERE}:${name}`,
      ),
    ],
    precaution: [
      ...['database/default', 'table/default/*', 'userDefinedFunction/default/*'].map(
        (name) => `glue:GetDatabase on arn:aws:glue:${HERE}:${name}`,
      ),
      's3:ListBucketMultipartUploads on arn:aws:s3:::results',
    ],
  },
  {
    title: "Athena: a query's ID does not tell the bucket of its results",
    state: call('athena:getQueryResults', 'requestResponse', { QueryExecutionId: '1' }),
    actions: ['athena:GetQueryResults', 's3:GetObject'],
    required: [`athena:GetQueryResults on arn:aws:athena:${HERE}:workgroup/*`],
    conditional: ['s3:GetObject on arn:aws:s3:::*'],
  },
  {
    title: 'EMR: a role by its name may have a path, and the rules of the older page are a precaution',
    state: call('elasticmapreduce:createCluster', 'sync', CLUSTER),
    actions: ['iam:PassRole', 'iam:CreateServiceLinkedRole', 'events:PutRule'],
    required: [
      'iam:PassRole on arn:aws:iam::111122223333:role/EMR_DefaultRole',
      'iam:PassRole on arn:aws:iam::111122223333:role/ec2',
    ],
    conditional: [
      'iam:CreateServiceLinkedRole on arn:aws:iam::111122223333:role/aws-service-role/elasticmapreduce.amazonaws.com/AWSServiceRoleForEMRCleanup*',
      'iam:PassRole on arn:aws:iam::111122223333:role/*/EMR_DefaultRole',
    ],
    precaution: [`events:PutRule on arn:aws:events:${HERE}:rule/StepFunctionsGetEventForEMRRunJobFlowRule`],
  },
  {
    title: "EMR in China: the role's service may end in amazonaws.com.cn",
    state: task('arn:aws-cn:states:::elasticmapreduce:createCluster', CLUSTER),
    options: { region: 'cn-north-1' },
    actions: ['iam:CreateServiceLinkedRole'],
    conditional: [
      'iam:CreateServiceLinkedRole on arn:aws-cn:iam::111122223333:role/aws-service-role/elasticmapreduce.amazonaws.com.cn/AWSServiceRoleForEMRCleanup*',
      'iam:CreateServiceLinkedRole on arn:aws-cn:iam::111122223333:role/aws-service-role/elasticmapreduce.amazonaws.com/AWSServiceRoleForEMRCleanup*',
    ],
  },
  {
    title: "EMR on EKS: the role's name of the older page is a precaution",
    state: call('emr-containers:createVirtualCluster', 'requestResponse', { Name: 'a' }),
    actions: ['iam:CreateServiceLinkedRole'],
    conditional: [
      'iam:CreateServiceLinkedRole on arn:aws:iam::111122223333:role/aws-service-role/emr-containers.amazonaws.com/AWSServiceRoleForAmazonEMRContainers',
    ],
    precaution: [
      'iam:CreateServiceLinkedRole on arn:aws:iam::111122223333:role/aws-service-role/emr-containers.amazonaws.com/AnAWSServiceRoleForAmazonEMRContainers',
    ],
  },
  {
    title: 'ECS: a task definition may have no roles, and its tasks are in the cluster',
    state: call('ecs:runTask', 'sync', { TaskDefinition: 'report:3', Cluster: `arn:aws:ecs:${HERE}:cluster/jobs` }),
    actions: ['ecs:RunTask', 'ecs:StopTask', 'iam:PassRole'],
    required: [
      `ecs:RunTask on arn:aws:ecs:${HERE}:task-definition/report:3`,
      `ecs:StopTask on arn:aws:ecs:${HERE}:task/jobs/*`,
    ],
    conditional: ['iam:PassRole on arn:aws:iam::111122223333:role/*'],
  },
  {
    title: "ECS: a cluster's ARN that is a placeholder does not show its name",
    state: call('ecs:runTask', 'sync', { TaskDefinition: 'report:3', Cluster: '${ClusterArn}' }),
    actions: ['ecs:StopTask'],
    required: [`ecs:StopTask on arn:aws:ecs:${HERE}:task/*/*`],
  },
  {
    title: 'a role that the call passes by its ARN is required',
    state: task(integration('codebuild:startBuild', 'requestResponse'), {
      ProjectName: 'a',
      ServiceRoleOverride: ROLE,
    }),
    actions: ['iam:PassRole'],
    required: [`iam:PassRole on ${ROLE}`],
  },
  {
    title: 'a manifest by its version needs s3:GetObjectVersion',
    state: {
      ...MAP,
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        Parameters: { Bucket: 'data', Key: 'a.json', VersionId: '1' },
      },
    },
    actions: ['s3:GetObject', 's3:GetObjectVersion'],
    required: ['s3:GetObjectVersion on arn:aws:s3:::data/a.json'],
    precaution: ['s3:GetObject on arn:aws:s3:::data/a.json'],
  },
];

describe('how certain a grant is', () => {
  for (const each of CASES) {
    it(each.title, () => {
      const { required = [], conditional = [], precaution = [] } = each;
      assert.deepEqual(judged(each), { required, conditional, precaution });
    });
  }
});

it('a pattern that may name encrypted resources needs their keys only where a run names them', () => {
  const facts = ['a', 'b'].map((name) => ({
    resource: `arn:aws:sqs:${HERE}:jobs-${name}`,
    facts: { key: `arn:aws:kms:${HERE}:key/${name}` },
    source: 'file' as const,
    place: 'facts.yaml',
  }));
  const url = `https://sqs.eu-west-1.amazonaws.com/111122223333/jobs-`;
  const send = (name: string, value: string): Case => ({
    title: '',
    state: task(integration('sqs:sendMessage', 'requestResponse'), { [name]: value, MessageBody: 'a' }),
    options: { facts },
    actions: ['kms:Decrypt'],
  });
  const of = (key: string) => `kms:Decrypt on arn:aws:kms:${HERE}:key/${key}`;
  const some = judged(send('QueueUrl.$', `States.Format('${url}{}', $.x)`));
  assert.deepEqual(some, { required: [], conditional: [of('a'), of('b')], precaution: [] });
  const one = judged(send('QueueUrl', `${url}a`));
  assert.deepEqual(one, { required: [of('a')], conditional: [], precaution: [] });
});

describe("API Gateway's own policy", () => {
  const remarks = (AuthType: string) =>
    fitStates({ A: call('apigateway:invoke', 'requestResponse', { ...GET, AuthType }) }).findings.filter(
      ({ code }) => code === 'resource-policy',
    );

  it('is described where it decides', () => {
    const [remark] = remarks('RESOURCE_POLICY');
    assert.equal(
      remark?.message,
      `AuthType is RESOURCE_POLICY, so the role's policy does not decide: the API's resource policy must allow execute-api:Invoke on arn:aws:execute-api:${HERE}:abc123/prod/GET/pets to the principal states.amazonaws.com, with aws:SourceArn arn:aws:states:${HERE}:stateMachine:orders.`,
    );
  });

  it('is not where the role decides', () => assert.deepEqual(remarks('IAM_ROLE'), []));
});

it('every doubt is on its page: npm run generated', () => {
  const page = readFileSync('docs/certainty.md', 'utf8');
  assert.equal(page, withCertaintyTable(page));
});
