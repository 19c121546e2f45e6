import type { NoteRow, PermissionRow } from './row.ts';
import { arnPattern, isGiven, name, nameOrArn, optional, optionalResource, rule, startsWith } from './write.ts';

/** What an argument makes a service do with the caller's own permissions: write to a bucket, publish, read another resource. */
const IMPORT = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Requesting.html';
const OPTIMIZATION = 'https://docs.aws.amazon.com/bedrock/latest/userguide/advanced-prompt-optimization-prereqs.html';
const ROUTERS = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_mediaconnect.html';
const IMAGES = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_imagebuilder.html';
const COPIED_TAGS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html';
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
    // 'The minimum action permissions required to generate a video are bedrock:InvokeModel and s3:PutObject.'
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
  // 'You can specify the x-amz-tagging-directive in your request to direct Amazon S3 to either copy (default behavior) the tags …'
  ...(
    [
      ['s3:GetObjectTagging', rule('copySource'), 'data'],
      ['s3:GetObjectVersionTagging', rule('copySourceVersion'), 'data'],
      ['s3:PutObjectTagging', arnPattern`arn:$p:s3:::${nameOrArn('Bucket')}/${name('Key')}`, undefined],
    ] as const
  ).map(
    ([action, resource, purpose]): PermissionRow => ({
      service: 's3',
      operations: ['CopyObject'],
      actions: [action],
      on: [resource],
      unless: REPLACES_TAGS,
      ...(purpose === undefined ? {} : { purpose }),
      onlyIf: TAGGED_SOURCE,
      source: COPIED_TAGS,
    }),
  ),
  {
    // 'To create a general purpose bucket with tags, you must have s3:TagResource.'
    service: 's3',
    operations: ['CreateBucket'],
    actions: ['s3:TagResource'],
    on: [arnPattern`arn:$p:s3:::${nameOrArn('Bucket')}`],
    when: [isGiven('CreateBucketConfiguration.Tags')],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html',
  },
  {
    // 'If you use the publish parameter … you also need the ALLOW permission on PublishStateMachineVersion.'
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
    // 'By default, the automation runs in the context of the user who initiated the automation.'
    service: 'ssm',
    operations: ['StartAutomationExecution', 'StartChangeRequestExecution'],
    what: 'what the steps of the runbook do, unless the runbook names a role of its own: without AutomationAssumeRole it runs with the permissions of this role',
    unless: [isGiven('Parameters.AutomationAssumeRole'), isGiven('Runbooks[].Parameters.AutomationAssumeRole')],
    source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-working.html',
  },
];
