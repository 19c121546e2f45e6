import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Args, type Case, checkCases, fitCall, granted, HERE, told } from '../support/sdk.ts';

/** What an argument makes a service do with the caller's own permissions. */

const MODEL = 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-reel-v1:1';
const machine = (name: string) => `arn:aws:states:${HERE}:stateMachine:${name}`;

const STORES: readonly Case[] = [
  {
    name: 'what an asynchronous invocation makes is written below the prefix',
    source: 'nova/latest/userguide/video-gen-access.html',
    api: 'bedrockruntime:startAsyncInvoke',
    args: {
      ModelId: 'amazon.nova-reel-v1:1',
      ModelInput: {},
      OutputDataConfig: { S3OutputDataConfig: { S3Uri: 's3://clips/spring' } },
    },
    needs: {
      'bedrock:InvokeModel': [MODEL, `arn:aws:bedrock:${HERE}:async-invoke/*`].toSorted(),
      's3:PutObject': ['arn:aws:s3:::clips/spring*'],
    },
  },
  {
    name: 'a prompt is optimized with the caller’s leave for models, data and results',
    source: 'bedrock/latest/userguide/advanced-prompt-optimization-prereqs.html',
    api: 'bedrock:createAdvancedPromptOptimizationJob',
    args: {
      JobName: 'j',
      InputConfig: { S3Uri: 's3://data/prompts.jsonl' },
      OutputConfig: { S3Uri: 's3://results/run/' },
      ModelConfigurations: [{ ModelId: 'amazon.nova-lite-v1:0' }, { ModelId: 'amazon.nova-pro-v1:0' }],
    },
    needs: {
      'bedrock:CreateAdvancedPromptOptimizationJob': [
        `arn:aws:bedrock:${HERE}:advanced-prompt-optimization-job/*`,
        'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
        'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-pro-v1:0',
      ],
      ...Object.fromEntries(
        ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'].map((action) => [
          action,
          [
            'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
            'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-pro-v1:0',
          ],
        ]),
      ),
      's3:GetObject': ['arn:aws:s3:::data/prompts.jsonl'],
      's3:ListBucket': ['arn:aws:s3:::data', 'arn:aws:s3:::results'],
      's3:PutObject': ['arn:aws:s3:::results/run/*'],
    },
  },
  {
    name: 'an import writes its log',
    source: 'amazondynamodb/latest/developerguide/S3DataImport.Requesting.html',
    api: 'dynamodb:importTable',
    args: { S3BucketSource: { S3Bucket: 'in' }, InputFormat: 'ION', TableCreationParameters: { TableName: 't' } },
    needs: {
      'dynamodb:ImportTable': [`arn:aws:dynamodb:${HERE}:table/t`],
      ...Object.fromEntries(
        ['CreateLogGroup', 'CreateLogStream', 'DescribeLogStreams', 'PutLogEvents', 'PutRetentionPolicy'].map(
          (name) => [`logs:${name}`, [`arn:aws:logs:${HERE}:log-group:/aws-dynamodb/*`]],
        ),
      ),
      'logs:DescribeLogGroups': ['*'],
      's3:GetObject': ['arn:aws:s3:::in/*'],
      's3:ListBucket': ['arn:aws:s3:::in'],
    },
  },
  {
    name: 'speech is announced on a topic',
    source: 'polly/latest/dg/asynchronous-iam.html',
    api: 'polly:startSpeechSynthesisTask',
    args: { OutputS3BucketName: 'b', Text: 't', VoiceId: 'Amy', SnsTopicArn: `arn:aws:sns:${HERE}:spoken` },
    needs: {
      'polly:StartSpeechSynthesisTask': ['*'],
      's3:PutObject': ['arn:aws:s3:::b/*'],
      'sns:Publish': [`arn:aws:sns:${HERE}:spoken`],
    },
  },
  {
    name: 'and on none where the call names none',
    source: 'polly/latest/dg/asynchronous-iam.html',
    api: 'polly:startSpeechSynthesisTask',
    args: { OutputS3BucketName: 'b', Text: 't', VoiceId: 'Amy' },
    needs: { 'polly:StartSpeechSynthesisTask': ['*'], 's3:PutObject': ['arn:aws:s3:::b/*'] },
  },
  {
    name: 'a function’s image is in a repository whose policy Lambda may write',
    source: 'lambda/latest/dg/images-create.html#gettingstarted-images-permissions',
    api: 'lambda:updateFunctionCode',
    args: { FunctionName: 'f', ImageUri: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:7' },
    needs: {
      'ecr:GetRepositoryPolicy': [`arn:aws:ecr:${HERE}:repository/team/app`],
      'ecr:SetRepositoryPolicy': [`arn:aws:ecr:${HERE}:repository/team/app`],
      'lambda:UpdateFunctionCode': [`arn:aws:lambda:${HERE}:function:f`],
    },
  },
];

const IMAGE = `arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x`;

const OTHERS: readonly Case[] = [
  {
    name: 'the tags of a copy that replaces them are not the source’s',
    source: 'AmazonS3/latest/API/API_CopyObject.html',
    api: 's3:copyObject',
    args: { Bucket: 'b', Key: 'k', CopySource: 's/a', TaggingDirective: 'REPLACE' },
    needs: { 's3:GetObject': ['arn:aws:s3:::s/a'], 's3:PutObject': ['arn:aws:s3:::b/k'] },
  },
  {
    name: 'the flow that a router’s output goes to is changed',
    source: 'list_mediaconnect.html',
    api: 'mediaconnect:updateRouterOutput',
    args: {
      Arn: `arn:aws:mediaconnect:${HERE}:routerOutput:o`,
      Configuration: { MediaConnectFlow: { FlowArn: `arn:aws:mediaconnect:${HERE}:flow:1-a:f` } },
    },
    needs: {
      'mediaconnect:UpdateFlowSource': [
        `arn:aws:mediaconnect:${HERE}:flow:1-a:f`,
        `arn:aws:mediaconnect:${HERE}:source:*:*`,
      ],
      'mediaconnect:UpdateRouterOutput': [`arn:aws:mediaconnect:${HERE}:routerOutput:o`],
    },
  },
  {
    name: 'a template of AWS DRS is no security group',
    source: 'list_drs.html',
    api: 'drs:updateReplicationConfigurationTemplate',
    args: {
      ReplicationConfigurationTemplateID: 'rct-1',
      Arn: `arn:aws:drs:${HERE}:replication-configuration-template/rct-1`,
    },
    needs: {
      'drs:UpdateReplicationConfigurationTemplate': [`arn:aws:drs:${HERE}:replication-configuration-template/rct-1`],
      'ec2:DescribeSecurityGroups': ['*'],
      'ec2:DescribeSubnets': ['*'],
      'ec2:GetEbsDefaultKmsKeyId': ['*'],
      'ec2:GetEbsEncryptionByDefault': ['*'],
    },
  },
  {
    name: 'a recipe is made from an image of Image Builder',
    source: 'list_imagebuilder.html',
    api: 'imagebuilder:createImageRecipe',
    args: { Name: 'r', SemanticVersion: '1.0.0', ParentImage: IMAGE, ClientToken: 't' },
    needs: {
      'ec2:DescribeImages': ['*'],
      'imagebuilder:CreateImageRecipe': [`arn:aws:imagebuilder:${HERE}:image-recipe/*/*`],
      'imagebuilder:GetImage': [IMAGE],
    },
  },
  {
    name: 'and of an image of EC2 only that is read',
    source: 'list_imagebuilder.html',
    api: 'imagebuilder:createImageRecipe',
    args: { Name: 'r', SemanticVersion: '1.0.0', ParentImage: 'ami-0123456789abcdef0', ClientToken: 't' },
    needs: {
      'ec2:DescribeImages': ['*'],
      'imagebuilder:CreateImageRecipe': [`arn:aws:imagebuilder:${HERE}:image-recipe/*/*`],
    },
  },
  {
    name: 'a version is published with the state machine’s leave',
    source: 'step-functions/latest/dg/auth-version-alias.html',
    api: 'sfn:updateStateMachine',
    args: { StateMachineArn: machine('m'), Publish: true },
    needs: {
      'states:PublishStateMachineVersion': [machine('m')],
      'states:UpdateStateMachine': [machine('m')],
    },
  },
];

checkCases({
  'a service that acts with the caller’s permissions': STORES,
  'what an operation needs of other things': OTHERS,
});

describe('an automation', () => {
  const run = { DocumentName: 'AWS-RestartEC2Instance' };
  const role = 'arn:aws:iam::111122223333:role/automation';

  it('without a role does its steps with the permissions of this role, and a finding says so (systems-manager/latest/userguide/running-simple-automations.html)', async () => {
    const [finding] = await told(
      'ssm:startAutomationExecution',
      { ...run, Parameters: { InstanceId: ['i-1'] } },
      'dependent-action',
    );
    assert.match(finding ?? '', /without AutomationAssumeRole it runs with the permissions of this role/);
  });

  it('with a role does them with the role’s (systems-manager/latest/userguide/running-simple-automations.html)', async () => {
    const args = { ...run, Parameters: { AutomationAssumeRole: [role] } };
    assert.deepEqual(await told('ssm:startAutomationExecution', args, 'dependent-action'), []);
  });
});

describe('a place in Amazon S3 of which no page says whose permissions it takes (IAM/latest/UserGuide/access_forward_access_sessions.html)', () => {
  const args = { DeviceArn: `arn:aws:braket:eu-west-1::device/qpu/x/y`, OutputS3Bucket: 'results', Action: '{}' };

  it('is told, and nothing is granted for it', async () => {
    const [finding] = await told('braket:createQuantumTask', args, 'dependent-action');
    assert.match(finding ?? '', /s3:GetObject or s3:PutObject at OutputS3Bucket/);
    assert.ok(Object.keys(await granted('braket:createQuantumTask', args)).every((one) => !one.startsWith('s3:')));
  });

  it('is not told where a row has it', async () => {
    const speech = { OutputS3BucketName: 'b', Text: 't', VoiceId: 'Amy' };
    assert.deepEqual(await told('polly:startSpeechSynthesisTask', speech, 'dependent-action'), []);
  });
});

describe('what only the circumstances decide', () => {
  const doubts = async (api: string, args: Args, action: string) => {
    const { calls } = await fitCall(api, args);
    const grants = calls.flatMap((call) => call.grants).filter(({ actions }) => actions.includes(action));
    return grants.map(({ doubt }) => `${doubt?.certainty} ${doubt?.reason}`);
  };

  it('is conditional: the tags of a copy’s source (AmazonS3/latest/API/API_CopyObject.html)', async () => {
    const args = { Bucket: 'b', Key: 'k', CopySource: 's/a' };
    assert.deepEqual(await doubts('s3:copyObject', args, 's3:GetObjectTagging'), [
      'conditional the source object has tags',
    ]);
    assert.deepEqual(await doubts('s3:copyObject', args, 's3:GetObject'), ['undefined undefined']);
  });

  it('and a tag for which another action does as well (AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html)', async () => {
    const args = { LogGroupName: 'g', Tags: { a: 'b' } };
    assert.deepEqual(await doubts('cloudwatchlogs:createLogGroup', args, 'logs:TagResource'), [
      'conditional the role has no logs:TagLogGroup, which AWS accepts in its place',
    ]);
  });

  for (const operation of [
    'startBulkAssociateWirelessDeviceWithMulticastGroup',
    'startBulkDisassociateWirelessDeviceFromMulticastGroup',
  ]) {
    it(`and a tag of which no page says whose permission it takes (API_S${operation.slice(1)}.html)`, async () => {
      const tagged = { Id: 'g', Tags: [{ Key: 'a', Value: 'b' }] };
      assert.deepEqual(await doubts(`iotwireless:${operation}`, tagged, 'iotwireless:TagResource'), [
        'conditional AWS IoT Wireless asks for it as well, of which its page says nothing',
      ]);
      assert.deepEqual(await doubts(`iotwireless:${operation}`, { Id: 'g' }, 'iotwireless:TagResource'), []);
    });
  }

  it('and the policy of a repository (lambda/latest/dg/images-create.html)', async () => {
    const args = { FunctionName: 'f', ImageUri: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:7' };
    assert.deepEqual(await doubts('lambda:updateFunctionCode', args, 'ecr:SetRepositoryPolicy'), [
      "conditional the repository's policy does not let Lambda read the image yet",
    ]);
  });
});

describe('a place in Amazon S3', () => {
  const of = (uri: string) => ({
    ModelId: 'm',
    ModelInput: {},
    OutputDataConfig: { S3OutputDataConfig: { [uri.includes('$') ? 'S3Uri.$' : 'S3Uri']: uri } },
  });
  for (const [uri, resource] of [
    ['s3://clips', 'arn:aws:s3:::clips/*'],
    ["States.Format('s3://clips/{}/out', $.day)", 'arn:aws:s3:::clips/*/out*'],
    ["States.Format('s3://clips-{}', $.team)", 'arn:aws:s3:::clips-*/*'],
    ['$.where', 'arn:aws:s3:::*/*'],
    ['https://clips.example', 'arn:aws:s3:::*/*'],
  ] as const) {
    it(`${uri} is ${resource}`, async () => {
      const needs = await granted('bedrockruntime:startAsyncInvoke', of(uri));
      assert.deepEqual(needs['s3:PutObject'], [resource]);
    });
  }
});
