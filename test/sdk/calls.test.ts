import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Args, type Case, checkCases, fitCall, granted, HERE } from '../support/sdk.ts';

/** SDK calls as people write them, and what IAM is then asked for. */

const ROLE = 'arn:aws:iam::111122223333:role/r';

const ACTION_NAMES: readonly Case[] = [
  {
    name: 'ListObjectsV2 is ListBucket, on the bucket',
    source: 'AmazonS3/latest/userguide/using-with-s3-policy-actions.html',
    api: 's3:listObjectsV2',
    args: { Bucket: 'b', Prefix: 'in/' },
    needs: { 's3:ListBucket': ['arn:aws:s3:::b'] },
  },
  {
    name: 'HeadObject is GetObject, on the object',
    source: 'list_s3.html, operations',
    api: 's3:headObject',
    args: { Bucket: 'b', Key: 'a/b.txt' },
    needs: { 's3:GetObject': ['arn:aws:s3:::b/a/b.txt'] },
  },
  {
    name: 'a version of an object is another action',
    source: 'AmazonS3/latest/API/API_GetObject.html',
    api: 's3:getObject',
    args: { Bucket: 'b', Key: 'k', VersionId: 'v' },
    needs: { 's3:GetObject': ['arn:aws:s3:::b/k'], 's3:GetObjectVersion': ['arn:aws:s3:::b/k'] },
  },
  {
    name: 'Converse is InvokeModel',
    source: 'bedrock/latest/APIReference/API_runtime_Converse.html',
    api: 'bedrockruntime:converse',
    args: { ModelId: 'amazon.nova-lite-v1:0' },
    needs: { 'bedrock:InvokeModel': ['arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0'] },
  },
  {
    name: 'PublishBatch is Publish',
    source: 'sns/latest/dg/sns-batch-api-actions.html',
    api: 'sns:publishBatch',
    args: { TopicArn: `arn:aws:sns:${HERE}:t` },
    needs: { 'sns:Publish': [`arn:aws:sns:${HERE}:t`] },
  },
  {
    name: 'CancelJobs is CancelJob on each job',
    source: 'batch/latest/APIReference/API_CancelJobs.html',
    api: 'batch:cancelJobs',
    args: { Jobs: ['a', 'b'], Reason: 'r' },
    needs: { 'batch:CancelJob': [`arn:aws:batch:${HERE}:job/a`, `arn:aws:batch:${HERE}:job/b`] },
  },
  {
    name: 'a materialized view is refreshed by who may get it',
    source: 'lake-formation/latest/dg/materialized-views.html',
    api: 'glue:startMaterializedViewRefreshTaskRun',
    args: { CatalogId: '111122223333', DatabaseName: 'd', TableName: 't' },
    needs: {
      'glue:GetTable': [
        `arn:aws:glue:${HERE}:catalog`,
        `arn:aws:glue:${HERE}:database/d`,
        `arn:aws:glue:${HERE}:table/d/t`,
      ],
    },
  },
  {
    name: 'a budget is viewed and modified',
    source: 'list_budgets.html',
    api: 'budgets:describeBudget',
    args: { AccountId: '111122223333', BudgetName: 'b' },
    needs: { 'budgets:ViewBudget': ['arn:aws:budgets::111122223333:budget/b'] },
  },
  {
    name: 'ReEncrypt needs one action on each key',
    source: 'kms/latest/APIReference/API_ReEncrypt.html',
    api: 'kms:reEncrypt',
    args: { SourceKeyId: 'k1', DestinationKeyId: 'k2', CiphertextBlob: 'x' },
    needs: {
      'kms:ReEncryptFrom': [`arn:aws:kms:${HERE}:key/k1`],
      'kms:ReEncryptTo': [`arn:aws:kms:${HERE}:key/k2`],
    },
  },
  {
    name: 'an SDK invoke of a function is InvokeFunction, with its qualifier',
    source: 'lambda/latest/dg/lambda-api-permissions-ref.html',
    api: 'lambda:invoke',
    args: { FunctionName: 'f', Qualifier: 'live' },
    needs: { 'lambda:InvokeFunction': [`arn:aws:lambda:${HERE}:function:f:live`] },
  },
  {
    name: 'BatchGetJob is GetJob',
    source: 'list_deadline.html, operations',
    api: 'deadline:batchGetJob',
    args: { Identifiers: [] },
    needs: { 'deadline:GetJob': [`arn:aws:deadline:${HERE}:farm/*/queue/*/job/*`] },
  },
  {
    name: 'API Gateway has verbs and paths',
    source: 'apigateway/latest/developerguide/arn-format-reference.html',
    api: 'apigateway:getStage',
    args: { RestApiId: 'a1', StageName: 'prod' },
    needs: { 'apigateway:GET': ['arn:aws:apigateway:eu-west-1::/restapis/a1/stages/prod'] },
  },
  {
    name: 'API Gateway V2 has the paths without the version',
    source: 'apigateway/latest/developerguide/arn-format-reference.html',
    api: 'apigatewayv2:deleteRoute',
    args: { ApiId: 'a1', RouteId: 'r1' },
    needs: { 'apigateway:DELETE': ['arn:aws:apigateway:eu-west-1::/apis/a1/routes/r1'] },
  },
  {
    name: 'a connection of a WebSocket API is managed',
    source: 'apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html',
    api: 'apigatewaymanagementapi:postToConnection',
    args: { ConnectionId: 'c', Data: 'x' },
    needs: { 'execute-api:ManageConnections': [`arn:aws:execute-api:${HERE}:*/*/*/*`] },
  },
];

const DYNAMODB: readonly Case[] = [
  {
    name: 'a query of an index asks for the index, and for the table as a precaution',
    source: 'list_dynamodb.html',
    api: 'dynamodb:query',
    args: { TableName: 'orders', IndexName: 'byDay' },
    needs: {
      'dynamodb:Query': [`arn:aws:dynamodb:${HERE}:table/orders`, `arn:aws:dynamodb:${HERE}:table/orders/index/byDay`],
    },
  },
  {
    name: 'a transaction asks for its items’ own verbs',
    source: 'amazondynamodb/latest/developerguide/transaction-apis-iam.html',
    api: 'dynamodb:transactWriteItems',
    args: {
      TransactItems: [
        { Put: { TableName: 'a' } },
        { Update: { TableName: 'b' } },
        { ConditionCheck: { TableName: 'c' } },
        { Put: { TableName: 'd' } },
      ],
    },
    needs: {
      'dynamodb:ConditionCheckItem': [`arn:aws:dynamodb:${HERE}:table/c`],
      'dynamodb:PutItem': [`arn:aws:dynamodb:${HERE}:table/a`, `arn:aws:dynamodb:${HERE}:table/d`],
      'dynamodb:UpdateItem': [`arn:aws:dynamodb:${HERE}:table/b`],
    },
  },
  {
    name: 'a batch names its tables in the keys of a map',
    source: 'amazondynamodb/latest/APIReference/API_BatchGetItem.html',
    api: 'dynamodb:batchGetItem',
    args: { RequestItems: { a: { Keys: [] }, b: { Keys: [] } } },
    needs: { 'dynamodb:BatchGetItem': [`arn:aws:dynamodb:${HERE}:table/a`, `arn:aws:dynamodb:${HERE}:table/b`] },
  },
  {
    name: 'PartiQL asks by the statement’s verb',
    source: 'amazondynamodb/latest/developerguide/ql-iam.html',
    api: 'dynamodb:executeStatement',
    args: { Statement: 'SELECT * FROM "Music"."ByYear" WHERE Artist=?' },
    needs: { 'dynamodb:PartiQLSelect': [`arn:aws:dynamodb:${HERE}:table/Music/index/ByYear`] },
  },
  {
    name: 'each statement of a PartiQL transaction is read',
    source: 'amazondynamodb/latest/developerguide/ql-iam.html',
    api: 'dynamodb:executeTransaction',
    args: {
      TransactStatements: [
        { Statement: "EXISTS(SELECT * FROM Music WHERE Artist='x')" },
        { Statement: "insert into Log value {'a':1}" },
        { Statement: "UPDATE Music SET a=1 WHERE Artist='x'" },
        { Statement: "DELETE FROM Old WHERE Artist='x'" },
      ],
    },
    needs: {
      'dynamodb:PartiQLDelete': [`arn:aws:dynamodb:${HERE}:table/Old`],
      'dynamodb:PartiQLInsert': [`arn:aws:dynamodb:${HERE}:table/Log`],
      'dynamodb:PartiQLSelect': [`arn:aws:dynamodb:${HERE}:table/Music`],
      'dynamodb:PartiQLUpdate': [`arn:aws:dynamodb:${HERE}:table/Music`],
    },
  },
];

const RESOURCES: readonly Case[] = [
  {
    name: 'a queue’s URL is its ARN',
    source: 'sqs-queue-message-identifiers.html',
    api: 'sqs:receiveMessage',
    args: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs' },
    needs: { 'sqs:ReceiveMessage': [`arn:aws:sqs:${HERE}:jobs`] },
  },
  {
    name: 'a secret’s name lacks the six characters of its ARN',
    source: 'secretsmanager/latest/userguide/auth-and-access_iam-policies.html',
    api: 'secretsmanager:getSecretValue',
    args: { SecretId: 'db/main' },
    needs: { 'secretsmanager:GetSecretValue': [`arn:aws:secretsmanager:${HERE}:secret:db/main-??????`] },
  },
  {
    name: 'a secret’s whole ARN is taken as it is, and completed where it could be a partial one',
    source: 'secretsmanager/latest/userguide/auth-and-access_iam-policies.html',
    api: 'secretsmanager:batchGetSecretValue',
    args: {
      SecretIdList: [`arn:aws:secretsmanager:${HERE}:secret:a-AbCd12`, `arn:aws:secretsmanager:${HERE}:secret:b`],
    },
    needs: {
      'secretsmanager:BatchGetSecretValue': ['*'],
      'secretsmanager:GetSecretValue': [
        `arn:aws:secretsmanager:${HERE}:secret:a-AbCd12`,
        `arn:aws:secretsmanager:${HERE}:secret:a-AbCd12-??????`,
        `arn:aws:secretsmanager:${HERE}:secret:b-??????`,
      ],
    },
  },
  {
    name: 'a parameter’s leading slash is not doubled',
    source: 'list_ssm.html: parameter/${ParameterNameWithoutLeadingSlash}',
    api: 'ssm:getParameters',
    args: { Names: ['/app/x', 'y'] },
    needs: { 'ssm:GetParameters': [`arn:aws:ssm:${HERE}:parameter/app/x`, `arn:aws:ssm:${HERE}:parameter/y`] },
  },
  {
    name: 'a hosted zone’s ID may bring its folder',
    source: 'Route53/latest/APIReference/API_GetHostedZone.html',
    api: 'route53:getHostedZone',
    args: { Id: '/hostedzone/Z1' },
    needs: { 'route53:GetHostedZone': ['arn:aws:route53:::hostedzone/Z1'] },
  },
  {
    name: 'an organizational unit’s ID brings its own prefix',
    source: 'list_organizations.html: ou/o-*/ou-${OrganizationalUnitId}',
    api: 'organizations:describeOrganizationalUnit',
    args: { OrganizationalUnitId: 'ou-ab12-11111111' },
    needs: {
      'organizations:DescribeOrganizationalUnit': ['arn:aws:organizations::*:ou/o-*/ou-ab12-11111111'],
    },
  },
  {
    name: 'acronyms are words in Step Functions, and the case of a field does not matter',
    source: 'supported-services-awssdk.html#use-awssdk-integ',
    api: 'rds:stopDBInstance',
    args: { DbInstanceIdentifier: 'd' },
    needs: { 'rds:StopDBInstance': [`arn:aws:rds:${HERE}:db:d`] },
  },
  {
    name: 'each element of a list is a resource',
    source: 'list_ec2.html',
    api: 'ec2:stopInstances',
    args: { InstanceIds: ['i-1', 'i-2'] },
    needs: { 'ec2:StopInstances': [`arn:aws:ec2:${HERE}:instance/i-1`, `arn:aws:ec2:${HERE}:instance/i-2`] },
  },
  {
    name: 'a resource in three parts: catalog, database, table',
    source: 'glue/latest/dg/glue-specifying-resource-arns.html',
    api: 'glue:getTable',
    args: { DatabaseName: 'd', Name: 't' },
    needs: {
      'glue:GetTable': [
        `arn:aws:glue:${HERE}:catalog`,
        `arn:aws:glue:${HERE}:database/d`,
        `arn:aws:glue:${HERE}:table/d/t`,
      ],
    },
  },
  {
    name: 'what is copied is read',
    source: 'AmazonS3/latest/API/API_CopyObject.html',
    api: 's3:copyObject',
    args: { Bucket: 'b', Key: 'k', CopySource: '/src/a%20b.txt?versionId=1' },
    needs: {
      's3:GetObject': ['arn:aws:s3:::src/a b.txt'],
      's3:GetObjectTagging': ['arn:aws:s3:::src/a b.txt'],
      's3:GetObjectVersion': ['arn:aws:s3:::src/a b.txt'],
      's3:GetObjectVersionTagging': ['arn:aws:s3:::src/a b.txt'],
      's3:PutObject': ['arn:aws:s3:::b/k'],
      's3:PutObjectTagging': ['arn:aws:s3:::b/k'],
    },
  },
  {
    name: 'objects to delete are named one by one',
    source: 'AmazonS3/latest/API/API_DeleteObjects.html',
    api: 's3:deleteObjects',
    args: { Bucket: 'b', Delete: { Objects: [{ Key: 'x' }, { Key: 'y' }] } },
    needs: { 's3:DeleteObject': ['arn:aws:s3:::b/x', 'arn:aws:s3:::b/y'] },
  },
  {
    name: 'an access point stands for the bucket',
    source: 'AmazonS3/latest/userguide/access-points-policies.html',
    api: 's3:putObject',
    args: { Bucket: `arn:aws:s3:${HERE}:accesspoint/ap`, Key: 'k' },
    needs: { 's3:PutObject': [`arn:aws:s3:${HERE}:accesspoint/ap/object/k`] },
  },
  {
    name: 'a directory bucket asks for a session',
    source: 'AmazonS3/latest/userguide/s3-express-create-session.html',
    api: 's3:getObject',
    args: { Bucket: 'b--euw1-az1--x-s3', Key: 'k' },
    needs: {
      's3:GetObject': ['arn:aws:s3:::b--euw1-az1--x-s3/k'],
      's3express:CreateSession': [`arn:aws:s3express:${HERE}:bucket/b--euw1-az1--x-s3`],
    },
  },
  {
    name: 'a log group has an ARN with and one without :*',
    source: 'AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html',
    api: 'cloudwatchlogs:createLogGroup',
    args: { LogGroupName: '/a/b' },
    needs: { 'logs:CreateLogGroup': [`arn:aws:logs:${HERE}:log-group:/a/b`, `arn:aws:logs:${HERE}:log-group:/a/b:*`] },
  },
  {
    name: 'any of several arguments may name the resource',
    source: 'AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html',
    api: 'cloudwatchlogs:startQuery',
    args: { LogGroupNames: ['a', 'b'] },
    needs: {
      'logs:StartQuery': ['a', 'a:*', 'b', 'b:*'].map((name) => `arn:aws:logs:${HERE}:log-group:${name}`),
    },
  },
  {
    name: 'a mail is sent by its address or the address’s domain',
    source: 'ses/latest/dg/control-user-access.html',
    api: 'sesv2:sendEmail',
    args: { FromEmailAddress: 'Shop <shop@mail.example.com>' },
    needs: {
      'ses:SendEmail': ['example.com', 'mail.example.com', 'shop@mail.example.com'].map(
        (name) => `arn:aws:ses:${HERE}:identity/${name}`,
      ),
    },
  },
  {
    name: 'a role’s name does not tell its path',
    source: 'IAM/latest/UserGuide/reference_identifiers.html',
    api: 'iam:getRole',
    args: { RoleName: 'r' },
    needs: { 'iam:GetRole': ['arn:aws:iam::111122223333:role/*/r', 'arn:aws:iam::111122223333:role/r'] },
  },
  {
    name: 'what the service makes has no name yet',
    source: 'AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html',
    api: 'ec2:createVolume',
    args: { AvailabilityZone: 'eu-west-1a', Size: 1 },
    needs: { 'ec2:CreateVolume': [`arn:aws:ec2:${HERE}:volume/*`] },
  },
  {
    name: 'a missing group is the default one',
    source: 'scheduler/latest/APIReference/API_DeleteSchedule.html',
    api: 'scheduler:getSchedule',
    args: { Name: 'n' },
    needs: { 'scheduler:GetSchedule': [`arn:aws:scheduler:${HERE}:schedule/default/n`] },
  },
  {
    name: 'tags from the start are a permission of their own',
    source: 'sqs-api-permissions-reference.html',
    api: 'sqs:createQueue',
    args: { QueueName: 'q', Tags: { a: 'b' } },
    needs: { 'sqs:CreateQueue': [`arn:aws:sqs:${HERE}:q`], 'sqs:TagQueue': [`arn:aws:sqs:${HERE}:q`] },
  },
  {
    name: 'an image in S3 is read with the caller’s permission',
    source: 'rekognition/latest/dg/security_iam_id-based-policy-examples.html',
    api: 'rekognition:detectLabels',
    args: { Image: { S3Object: { Bucket: 'b', Name: 'i.png' } } },
    needs: { 'rekognition:DetectLabels': ['*'], 's3:GetObject': ['arn:aws:s3:::b/i.png'] },
  },
  {
    name: 'a name never stands for a role’s whole ARN, even where the page speaks of ARNs',
    source: 'IAM/latest/APIReference/API_AttachRolePolicy.html',
    api: 'iam:attachRolePolicy',
    args: { RoleName: 'r', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    needs: { 'iam:AttachRolePolicy': ['arn:aws:iam::111122223333:role/*/r', 'arn:aws:iam::111122223333:role/r'] },
  },
  {
    name: 'instances that are chosen by their tags may be any',
    source: 'systems-manager/latest/userguide/run-command-setting-up.html',
    api: 'ssm:sendCommand',
    args: { DocumentName: 'd', Targets: [{ Key: 'tag:x', Values: ['y'] }] },
    needs: {
      'ssm:SendCommand': [
        `arn:aws:ec2:${HERE}:instance/*`,
        `arn:aws:ssm:${HERE}:document/d`,
        `arn:aws:ssm:${HERE}:managed-instance/*`,
      ],
    },
  },
  {
    name: 'a recording in S3 is read, and the transcript written',
    source: 'transcribe/latest/dg/security_iam_id-based-policy-examples.html',
    api: 'transcribe:startTranscriptionJob',
    args: { TranscriptionJobName: 'j', Media: { MediaFileUri: 's3://in/a.mp3' }, OutputBucketName: 'out' },
    needs: {
      's3:GetObject': ['arn:aws:s3:::in/a.mp3'],
      's3:PutObject': ['arn:aws:s3:::out/*'],
      'transcribe:StartTranscriptionJob': ['*'],
    },
  },
  {
    name: 'the Data API reads its secret',
    source: 'AmazonRDS/latest/AuroraUserGuide/data-api.access.html',
    api: 'rdsdata:executeStatement',
    args: {
      ResourceArn: `arn:aws:rds:${HERE}:cluster:c`,
      SecretArn: `arn:aws:secretsmanager:${HERE}:secret:s-AbCd12`,
    },
    needs: {
      'rds-data:ExecuteStatement': [`arn:aws:rds:${HERE}:cluster:c`],
      'secretsmanager:GetSecretValue': [`arn:aws:secretsmanager:${HERE}:secret:s-AbCd12`],
    },
  },
];

checkCases({
  'actions whose name is not the operation’s': ACTION_NAMES,
  'Amazon DynamoDB': DYNAMODB,
  'arguments that name resources': RESOURCES,
});

describe('iam:PassRole', () => {
  const passes = async (api: string, args: Args) => {
    const { policy } = await fitCall(api, args);
    return policy.Statement.filter(({ Action }) => Action.includes('iam:PassRole')).map(({ Resource, Condition }) => [
      ...Resource,
      ...(Condition?.['StringEquals']?.['iam:PassedToService'] ?? []),
    ]);
  };
  for (const [api, args, ...expected] of [
    ['scheduler:createSchedule', { Name: 'n', Target: { RoleArn: ROLE } }, [ROLE, 'scheduler.amazonaws.com']],
    ['pipes:createPipe', { Name: 'n', RoleArn: ROLE }, [ROLE, 'pipes.amazonaws.com']],
    ['lambda:createFunction', { FunctionName: 'f', Role: ROLE }, [ROLE, 'lambda.amazonaws.com']],
    [
      'ecs:registerTaskDefinition',
      { Family: 'f', TaskRoleArn: ROLE, ExecutionRoleArn: `${ROLE}2` },
      [ROLE, `${ROLE}2`, 'ecs-tasks.amazonaws.com'],
    ],
    [
      'eventbridge:putTargets',
      { Rule: 'r', Targets: [{ RoleArn: ROLE }, { Arn: 'x' }, { RoleArn: `${ROLE}2` }] },
      [ROLE, `${ROLE}2`, 'events.amazonaws.com'],
    ],
    [
      'ec2:runInstances',
      { ImageId: 'ami-1', IamInstanceProfile: { Name: 'p' } },
      ['arn:aws:iam::111122223333:role/*', 'ec2.amazonaws.com'],
    ],
    ['s3control:createJob', { RoleArn: ROLE }, [ROLE, 'batchoperations.s3.amazonaws.com']],
    ['cloudformation:createStack', { StackName: 's', RoleARN: ROLE }, [ROLE, 'cloudformation.amazonaws.com']],
    [
      'iam:addRoleToInstanceProfile',
      { RoleName: 'x', InstanceProfileName: 'p' },
      ['arn:aws:iam::111122223333:role/*/x', 'arn:aws:iam::111122223333:role/x', 'ec2.amazonaws.com'],
    ],
    ['sns:setTopicAttributes', { TopicArn: 't', AttributeName: 'DisplayName', AttributeValue: 'x' }],
    [
      'sns:setTopicAttributes',
      { TopicArn: 't', AttributeName: 'SQSSuccessFeedbackRoleArn', AttributeValue: ROLE },
      [ROLE, 'sns.amazonaws.com'],
    ],
    ['cloudwatchlogs:putAccountPolicy', { PolicyDocument: `{"RoleArn":"${ROLE}"}` }, [ROLE, 'logs.amazonaws.com']],
    ['cloudwatchlogs:putAccountPolicy', { PolicyDocument: '{}' }],
    ['securityhub:batchImportFindings', { Findings: [{ Resources: [{ ResourceRole: 'Target' }] }] }],
  ] as const) {
    it(`${api} ${expected.length === 0 ? 'passes none' : ''}${JSON.stringify(args).slice(0, 80)}`, async () => {
      const found = (await passes(api, args)).map((statement) => [...statement].toSorted());
      assert.deepEqual(
        found,
        expected.map((statement) => [...statement].toSorted()),
      );
    });
  }

  it('keeps its service where only a run tells the role', async () => {
    const { policy } = await fitCall('glue:createJob', { Name: 'j', 'Role.$': '$.role' });
    const statement = policy.Statement.find(({ Action }) => Action.includes('iam:PassRole'));
    assert.deepEqual(statement?.Resource, ['arn:aws:iam::111122223333:role/*']);
    assert.deepEqual(statement?.Condition, { StringEquals: { 'iam:PassedToService': ['glue.amazonaws.com'] } });
  });
});

describe('arguments that only a run tells', () => {
  it('make a wildcard of the resource type, of any account where an ARN may stand', async () => {
    assert.deepEqual(await granted('dynamodb:deleteTable', { 'TableName.$': '$.t' }), {
      'dynamodb:DeleteTable': ['arn:aws:dynamodb:eu-west-1:*:table/*'],
    });
    assert.deepEqual(await granted('sqs:deleteMessage', { 'QueueUrl.$': '$.q' }), {
      'sqs:DeleteMessage': ['arn:aws:sqs:*:*:*'],
    });
  });

  it('of a whole transaction make every verb possible', async () => {
    assert.deepEqual(Object.keys(await granted('dynamodb:transactWriteItems', { 'TransactItems.$': '$.items' })), [
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ]);
    assert.equal(Object.keys(await granted('dynamodb:executeStatement', { 'Statement.$': '$.s' })).length, 4);
  });

  it('are reasons in the findings, as is what is left out', async () => {
    const { findings } = await fitCall('ec2:authorizeSecurityGroupIngress', { 'GroupId.$': '$.g' });
    assert.match(findings[0]?.message ?? '', /GroupId is known only at run time \(\$\.g: the execution's input\)/);
    const left = await fitCall('codedeploy:createDeployment', { ApplicationName: 'a' });
    assert.match(left.findings[0]?.message ?? '', /DeploymentGroupName is not given/);
    const whole = await fitCall('ec2:describeInstances', {});
    assert.match(whole.findings[0]?.message ?? '', /IAM has no narrower resource/);
  });

  it('with IAM’s wildcards in them stay themselves', async () => {
    assert.deepEqual(await granted('s3:getObject', { Bucket: 'b', Key: '*' }), {
      's3:GetObject': ['arn:aws:s3:::b/${*}'],
    });
  });
});

describe('calls that need no permission, or that there are not', () => {
  const finding = async (api: string) => {
    const { findings, policy } = await fitCall(api, {});
    const [first] = findings;
    return `${first?.severity} ${first?.code} ${first?.message} ${policy.Statement.length}`;
  };

  it('have an empty grant with the reason', async () => {
    const { calls, policy } = await fitCall('sts:getCallerIdentity', {});
    assert.match(calls[0]?.needsNothing ?? '', /AWS STS answers it for every caller/);
    assert.equal(policy.Statement[0]?.Effect, 'Deny');
    const { calls: unsigned } = await fitCall('cognitoidentityprovider:initiateAuth', {});
    assert.match(unsigned[0]?.needsNothing ?? '', /unsigned/);
  });

  it('are errors where Step Functions does not offer the operation', async () => {
    assert.match(
      await finding('s3:selectObjectContent'),
      /^error unknown-integration .*not supported by Step Functions/,
    );
    assert.match(await finding('sts:assumeRole'), /^error unknown-integration .*not supported by Step Functions/);
    assert.match(await finding('iotthingsgraph:getEntities'), /^error unknown-integration .*has ended/);
  });

  it('are errors where there is no such operation or service, with the right spelling', async () => {
    assert.match(await finding('s3:ListBuckets'), /is written aws-sdk:s3:listBuckets/);
    assert.match(await finding('s3:listObjectsV3'), /is no operation of s3 that is known/);
    assert.match(await finding('s4:get'), /names no service of the AWS SDKs/);
    assert.match(await finding('constructor:get'), /names no service/);
    assert.match(await finding('s3:constructor'), /is no operation of s3/);
  });

  it('are warnings where the service is spelled otherwise or not on AWS’s list', async () => {
    assert.match(
      await finding('configservice:describeConfigRules'),
      /warning service-name .*is written aws-sdk:config /,
    );
    assert.match(await finding('qldb:listLedgers'), /warning service-name AWS does not list aws-sdk:qldb/);
  });

  it('are warnings where the action is taken from the operation’s name', async () => {
    assert.match(await finding('connect:createTestCase'), /warning unconfirmed-action .*connect:CreateTestCase/);
  });

  it('do not wait with .sync', async () => {
    const { findings } = await fitCall('s3:getObject.sync', { Bucket: 'b', Key: 'k' });
    assert.equal(findings[0]?.code, 'unsupported-pattern');
    const callback = await fitCall('sqs:sendMessage.waitForTaskToken', {
      QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/q',
    });
    assert.deepEqual(
      callback.findings.filter(({ code }) => code !== 'unknown-encryption'),
      [],
    );
  });
});

describe('what a call may need besides', () => {
  it('is told, not granted, where it changes permissions', async () => {
    const { findings, policy } = await fitCall('appsync:createGraphqlApi', {
      Name: 'a',
      AuthenticationType: 'AWS_IAM',
    });
    assert.match(
      findings.find(({ code }) => code === 'dependent-action')?.message ?? '',
      /iam:CreateServiceLinkedRole/,
    );
    assert.deepEqual(
      policy.Statement.flatMap(({ Action }) => Action).filter((action) => action.startsWith('iam:')),
      [],
    );
  });

  it('is told where a stack is made with the caller’s permissions', async () => {
    const { findings } = await fitCall('cloudformation:createStack', { StackName: 's' });
    assert.match(findings.find(({ code }) => code === 'dependent-action')?.message ?? '', /resources of the stack/);
  });

  it('is granted on the key that the call names', async () => {
    const key = `arn:aws:kms:${HERE}:key/k`;
    const found = await granted('rds:createDBInstance', { DbInstanceIdentifier: 'd', KmsKeyId: key });
    assert.deepEqual(found['kms:CreateGrant'], [key]);
  });
});
