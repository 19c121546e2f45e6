import type { Judgement } from '../../scripts/differences/judge.ts';

const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg';

/** What a person says of each difference between the plugin's roles and what is needed. */
export const JUDGEMENTS: readonly Judgement[] = [
  {
    subjects: ['record'],
    saying: 'missing',
    about: ['kms:Decrypt', 'kms:GenerateDataKey'],
    reason: 'who sends to a queue with a customer managed key needs both on the key; the plugin looks at no keys',
    page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
  },
  ...['sqs:SendMessage', 'sns:Publish'].map(
    (about): Judgement => ({
      subjects: ['recordJsonata'],
      saying: 'missing',
      about,
      reason:
        'the plugin looks for queues and topics in Parameters alone, and JSONata has Arguments; it says so as it packages',
    }),
  ),
  ...(['missing', 'not certain'] as const).map(
    (saying): Judgement => ({
      subjects: ['archive'],
      saying,
      about: 's3:',
      reason: 'the plugin has no table for s3:copyObject, and says so as it packages',
      page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html',
    }),
  ),
  {
    subjects: ['takeExactly'],
    saying: 'too much',
    about: 'lambda:InvokeFunction',
    reason:
      'useExactVersion makes the definition call one version; the plugin grants the function and all of its versions',
    page: `${GUIDE}/connect-lambda.html`,
  },
  {
    subjects: ['quiet'],
    saying: 'too much',
    about: 'logs:CreateLogDelivery',
    reason:
      'logging at level OFF and tracing that is not enabled need nothing; the plugin grants both where the setting is there',
    page: `${GUIDE}/cw-logs.html`,
  },
  {
    subjects: ['encrypted'],
    saying: 'missing',
    about: 'kms:GenerateDataKey',
    reason: 'the page asks for kms:GenerateDataKey and kms:Decrypt; the plugin grants kms:Encrypt and kms:Decrypt',
    page: `${GUIDE}/encryption-at-rest.html`,
  },
  {
    subjects: ['ownRole'],
    saying: 'missing',
    about: 'sqs:SendMessage',
    reason: 'the role is of our own making, without it',
  },
  {
    subjects: ['ownRole'],
    saying: 'too much',
    about: 'sqs:ReceiveMessage',
    reason: 'the role is of our own making, with it',
  },
  {
    subjects: ['ownStatements'],
    saying: 'too much',
    about: 's3:PutObject',
    reason: 'iamRoleStatements allow it, and no state writes there',
  },
  {
    saying: 'not checked',
    about: 'PermissionsBoundary',
    reason: "the boundary's policy is not in the template",
  },
  {
    subjects: ['otherRole'],
    saying: 'not checked',
    about: 'is no role of this template',
    reason: 'its policies are elsewhere: check --role compares with the deployed ones',
  },
  {
    subjects: ['otherRole'],
    saying: 'not certain',
    about: 'nothing was checked',
    reason: 'the same, as the warning that fails a run in which nothing else was checked',
  },
  {
    subjects: ['distributed'],
    saying: 'missing',
    about: 's3:AbortMultipartUpload',
    reason: 'the page asks for it to write results; the plugin grants s3:PutObject',
    page: `${GUIDE}/input-output-resultwriter.html`,
  },
  {
    subjects: ['distributed', 'lines'],
    saying: 'not certain',
    about: 'states:RedriveExecution',
    reason: 'the plugin leaves it out, and only whoever redrives an execution misses it',
    page: `${GUIDE}/redrive-map-run.html`,
  },
  {
    subjects: ['distributed', 'lines'],
    saying: 'too much',
    about: 'StepFunctionsGetEventsForStepFunctionsExecutionRule',
    reason: 'a distributed Map waits for its children without a rule; the plugin treats it as a startExecution.sync',
    page: `${GUIDE}/iam-policies-eg-dist-map.html`,
  },
  {
    subjects: ['distributed'],
    saying: 'too much',
    about: 's3:',
    reason: 'to list objects s3:ListBucket on the bucket is enough; the plugin grants s3:Get* and s3:List*',
    page: `${GUIDE}/iam-policies-eg-dist-map.html`,
  },
  ...(
    [
      ['missing', 'states:StartExecution'],
      ['not certain', 'states:DescribeExecution'],
      ['too much', 'states:StartExecution'],
    ] as const
  ).map(
    ([saying, about]): Judgement => ({
      subjects: ['lines'],
      saying,
      about,
      reason:
        'without `name`, CloudFormation makes the name of its logical ID; the plugin grants the name that stands in serverless.yml, which no state machine has',
      page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html',
    }),
  ),
  {
    subjects: ['nested'],
    saying: 'too much',
    about: 'on *; needed is only on',
    reason: 'the plugin grants `*` where one of the state machines is known only to a run, or is a Ref',
    page: `${GUIDE}/connect-stepfunctions.html`,
  },
  ...(
    [
      ['batch:SubmitJob', 'batch'],
      ['allows ecs:', 'ecs'],
      ['iam:PassRole', 'ecs'],
      ['glue:StartJobRun', 'glue'],
    ] as const
  ).map(
    ([about, service]): Judgement => ({
      subjects: ['jobs'],
      saying: 'too much',
      about,
      reason: 'the plugin grants `*`, whatever the task names',
      page: `${GUIDE}/connect-${service}.html`,
    }),
  ),
  ...['athena:', 's3:', 'glue:GetDatabase,', 'glue:CreateDatabase'].map(
    (about): Judgement => ({
      subjects: ['jobs'],
      saying: 'too much',
      about,
      reason: "the plugin grants the page's template for any query, whatever the task names",
      page: `${GUIDE}/connect-athena.html`,
    }),
  ),
];
