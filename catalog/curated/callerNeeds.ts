import type { NoteRow, PermissionRow } from './row.ts';
import { arnPattern, isGiven, name, nameOrArn, optional, optionalResource, rule, startsWith } from './write.ts';

/** What an argument makes a service do with the caller's own permissions: write to a bucket, publish, read another resource. */
const IMPORT = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Requesting.html';
const OPTIMIZATION = 'https://docs.aws.amazon.com/bedrock/latest/userguide/advanced-prompt-optimization-prereqs.html';
const ROUTERS = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_mediaconnect.html';
const IMAGES = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_imagebuilder.html';
const COPIES =
  'https://docs.aws.amazon.com/prescriptive-guidance/latest/patterns/copy-data-from-an-s3-bucket-to-another-account-and-region-by-using-the-aws-cli.html';
const OBJECTS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html';
const TAGGED_SOURCE = 'the source object has tags';
const REPLACES_TAGS = [startsWith('TaggingDirective', 'REPLACE')];

export const CALLER_NEEDS: readonly PermissionRow[] = [
  {
    service: 'bedrock',
    operations: ['CreateAdvancedPromptOptimizationJob'],
    actions: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
    on: [rule('optimizedModels')],
    source: OPTIMIZATION,
  },
  ...(
    [
      ['s3:GetObject', 'advancedPromptInput'],
      ['s3:ListBucket', 'advancedPromptBuckets'],
      ['s3:PutObject', 'advancedPromptOutput'],
    ] as const
  ).map(
    ([action, place]): PermissionRow => ({
      service: 'bedrock',
      operations: ['CreateAdvancedPromptOptimizationJob'],
      actions: [action],
      on: [rule(place)],
      purpose: 'data',
      source: OPTIMIZATION,
    }),
  ),
  {
    // 'Because Amazon Bedrock writes a file to an Amazon S3 bucket on your behalf, the AWS role that you use needs permissions'.
    service: 'bedrockruntime',
    operations: ['StartAsyncInvoke'],
    actions: ['s3:PutObject'],
    on: [rule('asyncOutput')],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html',
  },
  {
    // The page prints log-group/aws-dynamodb/*, which no log group's ARN is like.
    service: 'dynamodb',
    operations: ['ImportTable'],
    actions: [
      'logs:CreateLogGroup',
      'logs:CreateLogStream',
      'logs:DescribeLogStreams',
      'logs:PutLogEvents',
      'logs:PutRetentionPolicy',
    ],
    on: [arnPattern`arn:$p:logs:$r:$a:log-group:/aws-dynamodb/*`],
    purpose: 'data',
    source: IMPORT,
  },
  {
    service: 'dynamodb',
    operations: ['ImportTable'],
    actions: ['logs:DescribeLogGroups'],
    on: [],
    purpose: 'data',
    source: IMPORT,
  },
  {
    // Only an image of EC2 Image Builder is read: others are AMIs and images of registries.
    service: 'imagebuilder',
    operations: ['CreateContainerRecipe', 'CreateImageRecipe'],
    actions: ['imagebuilder:GetImage'],
    on: [arnPattern`arn:$p:imagebuilder:$r:$a:image/*/*/${nameOrArn('ParentImage')}`],
    when: [startsWith('ParentImage', 'arn:')],
    purpose: 'data',
    source: IMAGES,
  },
  ...(['CreateRouterOutput', 'UpdateRouterOutput'] as const).map(
    (operation): PermissionRow => ({
      service: 'mediaconnect',
      operations: [operation],
      actions: ['mediaconnect:UpdateFlowSource'],
      on: [
        arnPattern`arn:$p:mediaconnect:$r:$a:flow:*:${nameOrArn('Configuration.MediaConnectFlow.FlowArn')}`,
        arnPattern`arn:$p:mediaconnect:$r:$a:source:*:${optional(nameOrArn('Configuration.MediaConnectFlow.FlowSourceArn'))}`,
      ],
      when: [isGiven('Configuration.MediaConnectFlow.FlowArn')],
      purpose: 'data',
      source: ROUTERS,
    }),
  ),
  ...(['CreateRouterInput', 'UpdateRouterInput'] as const).map(
    (operation): PermissionRow => ({
      service: 'mediaconnect',
      operations: [operation],
      actions: ['mediaconnect:UpdateFlowOutput'],
      on: [
        arnPattern`arn:$p:mediaconnect:$r:$a:flow:*:${nameOrArn('Configuration.MediaConnectFlow.FlowArn')}`,
        arnPattern`arn:$p:mediaconnect:$r:$a:output:*:${optional(nameOrArn('Configuration.MediaConnectFlow.FlowOutputArn'))}`,
      ],
      when: [isGiven('Configuration.MediaConnectFlow.FlowArn')],
      purpose: 'data',
      source: ROUTERS,
    }),
  ),
  {
    service: 'polly',
    operations: ['StartSpeechSynthesisTask'],
    actions: ['sns:Publish'],
    on: [optionalResource(arnPattern`arn:$p:sns:$r:$a:${optional(nameOrArn('SnsTopicArn'))}`)],
    when: [isGiven('SnsTopicArn')],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/polly/latest/dg/asynchronous-iam.html',
  },
  // The tags are copied unless TaggingDirective says REPLACE: 'The default value is COPY.'
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
  ...(
    [
      ['s3:GetObjectTagging', rule('copySource'), 'data', COPIES],
      ['s3:GetObjectVersionTagging', rule('copySourceVersion'), 'data', COPIES],
      // 'Required if you want to put the copied object with object tagging to the destination bucket'
      ['s3:PutObjectTagging', arnPattern`arn:$p:s3:::${nameOrArn('Bucket')}/${name('Key')}`, undefined, OBJECTS],
    ] as const
  ).map(
    ([action, resource, purpose, source]): PermissionRow => ({
      service: 's3',
      operations: ['CopyObject'],
      actions: [action],
      on: [resource],
      unless: REPLACES_TAGS,
      ...(purpose === undefined ? {} : { purpose }),
      onlyIf: TAGGED_SOURCE,
      source,
    }),
  ),
  {
    // 'You must have the s3:TagResource permission to create a general purpose bucket with tags'
    service: 's3',
    operations: ['CreateBucket'],
    actions: ['s3:TagResource'],
    on: [arnPattern`arn:$p:s3:::${nameOrArn('Bucket')}`],
    when: [isGiven('CreateBucketConfiguration.Tags')],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html',
  },
  {
    // 'you also need the ALLOW permission on the PublishStateMachineVersion API action'
    service: 'sfn',
    operations: ['CreateStateMachine'],
    actions: ['states:PublishStateMachineVersion'],
    on: [arnPattern`arn:$p:states:$r:$a:stateMachine:${name('Name')}`],
    when: [isGiven('Publish')],
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html',
  },
  {
    service: 'sfn',
    operations: ['UpdateStateMachine'],
    actions: ['states:PublishStateMachineVersion'],
    on: [arnPattern`arn:$p:states:$r:$a:stateMachine:${nameOrArn('StateMachineArn')}`],
    when: [isGiven('Publish')],
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html',
  },
];

/** What a service does with the caller's permissions though no argument says what: a finding says so. */
export const CALLER_NOTES: readonly NoteRow[] = [
  {
    // 'by default, the automation runs in the context of the user who initiated the automation'
    service: 'ssm',
    operations: ['StartAutomationExecution', 'StartChangeRequestExecution'],
    what: 'what the steps of the runbook do, unless the runbook names a role of its own: without AutomationAssumeRole it runs with the permissions of this role',
    unless: [isGiven('Parameters.AutomationAssumeRole'), isGiven('Runbooks[].Parameters.AutomationAssumeRole')],
    source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/running-simple-automations.html',
  },
];
