import { CALLER_NEEDS, CALLER_NOTES } from './callerNeeds.ts';
import { KEY_PERMISSIONS } from './encryption.ts';
import { GATEWAY } from './gateway.ts';
import { OBJECT_PERMISSIONS } from './objects.ts';
import { OPERATION_NOTES, OPERATIONS } from './operations.ts';
import { RELATED_ACTIONS } from './relatedActions.ts';
import type { NoteRow, PermissionRow } from './row.ts';
import { TAGGED_IF } from './tags.ts';
import {
  arnOnly,
  arnPattern,
  isGiven,
  name,
  nameOrArn,
  optional,
  optionalResource,
  rule,
  startsWith,
} from './write.ts';

const OBJECT = arnPattern`arn:$p:s3:::${nameOrArn('Bucket')}/${name('Key')}`;
const S3 = 'https://docs.aws.amazon.com/AmazonS3/latest/API';
const TRANSACTIONS = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html';
const REDSHIFT_DATA = 'https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_ExecuteStatement.html';
const INDEXES = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_dynamodb.html';
const INDEX_ALONE =
  'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html#FGAC_DDB.Examples';
const CREDENTIALS = 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_GetClusterCredentials.html';
const MOVE_TASKS =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html';
const QUERIES = [
  'ExecuteStatement',
  'BatchExecuteStatement',
  'DescribeTable',
  'ListDatabases',
  'ListSchemas',
  'ListTables',
];

/** The types of account policies of Amazon CloudWatch Logs: what puts, deletes and reads such a policy of a log group. */
const POLICY_TYPES = [
  ['DATA_PROTECTION_POLICY', 'PutDataProtectionPolicy', 'DeleteDataProtectionPolicy', 'GetDataProtectionPolicy'],
  ['FIELD_INDEX_POLICY', 'PutIndexPolicy', 'DeleteIndexPolicy', 'DescribeIndexPolicies'],
  ['SUBSCRIPTION_FILTER_POLICY', 'PutSubscriptionFilter', 'DeleteSubscriptionFilter', 'DescribeSubscriptionFilters'],
  ['TRANSFORMER_POLICY', 'PutTransformer', 'DeleteTransformer', 'GetTransformer'],
] as const;

export const PERMISSIONS: readonly PermissionRow[] = [
  ...KEY_PERMISSIONS,
  ...RELATED_ACTIONS,
  ...GATEWAY,
  ...OBJECT_PERMISSIONS,
  ...OPERATIONS,
  ...CALLER_NEEDS,
  ...TAGGED_IF,
  {
    // Where the repository's policy does not let Lambda read the image, Lambda writes it with the caller's permission.
    service: 'lambda',
    operations: ['CreateFunction', 'UpdateFunctionCode'],
    actions: ['ecr:GetRepositoryPolicy', 'ecr:SetRepositoryPolicy'],
    on: [rule('imageRepository')],
    purpose: 'data',
    onlyIf: "the repository's policy does not let Lambda read the image yet",
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#gettingstarted-images-permissions',
  },
  {
    service: 'lambda',
    operations: ['CreateFunction', 'UpdateFunctionCode'],
    actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    on: [rule('otherImageRepository')],
    purpose: 'data',
    source: 'https://repost.aws/knowledge-center/lambda-ecr-image',
  },
  ...(
    [
      ['TransactWriteItems', 'PutItem', 'TransactItems[].Put.TableName'],
      ['TransactWriteItems', 'UpdateItem', 'TransactItems[].Update.TableName'],
      ['TransactWriteItems', 'DeleteItem', 'TransactItems[].Delete.TableName'],
      ['TransactWriteItems', 'ConditionCheckItem', 'TransactItems[].ConditionCheck.TableName'],
      ['TransactGetItems', 'GetItem', 'TransactItems[].Get.TableName'],
    ] as const
  ).map(
    ([operation, action, path]): PermissionRow => ({
      service: 'dynamodb',
      operations: [operation],
      actions: [`dynamodb:${action}`],
      on: [optionalResource(arnPattern`arn:$p:dynamodb:$r:$a:table/${nameOrArn(path)}`)],
      when: [isGiven(path)],
      instead: true,
      source: TRANSACTIONS,
    }),
  ),
  ...['BatchGetItem', 'BatchWriteItem'].map(
    (operation): PermissionRow => ({
      service: 'dynamodb',
      operations: [operation],
      actions: [`dynamodb:${operation}`],
      on: [arnPattern`arn:$p:dynamodb:$r:$a:table/${nameOrArn('RequestItems{}')}`],
      instead: true,
      source: `https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_${operation}.html`,
    }),
  ),
  ...['Query', 'Scan'].flatMap((operation): readonly PermissionRow[] => {
    const row = {
      service: 'dynamodb',
      operations: [operation],
      actions: [`dynamodb:${operation}`],
      instead: true,
    } as const;
    const table = arnPattern`arn:$p:dynamodb:$r:$a:table/${nameOrArn('TableName')}`;
    const index = arnPattern`arn:$p:dynamodb:$r:$a:table/${nameOrArn('TableName')}/index/${name('IndexName')}`;
    const when = [isGiven('IndexName')];
    return [
      { ...row, on: [table], unless: when, source: INDEXES },
      { ...row, on: [index], when, source: INDEXES },
      {
        ...row,
        on: [table],
        when,
        precaution: "the reference lists the table, but AWS's policies for queries of an index name the index alone",
        source: INDEX_ALONE,
      },
    ];
  }),
  ...['DescribeAlarms', 'DescribeAlarmHistory'].map(
    (operation): PermissionRow => ({
      service: 'cloudwatch',
      operations: [operation],
      actions: [`cloudwatch:${operation}`],
      on: [rule('compositeAlarms')],
      source: `https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_${operation}.html`,
    }),
  ),
  ...['docdb', 'neptune', 'rds'].map(
    (service): PermissionRow => ({
      service,
      operations: ['DeleteDBCluster'],
      actions: ['rds:CreateDBClusterSnapshot'],
      on: [
        arnPattern`arn:$p:rds:$r:$a:cluster:${name('DbClusterIdentifier')}`,
        arnPattern`arn:$p:rds:$r:$a:cluster-snapshot:${name('FinalDbSnapshotIdentifier')}`,
      ],
      when: [isGiven('FinalDbSnapshotIdentifier')],
      source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_rds.html',
    }),
  ),
  {
    // A function needs permission on itself, its database and the catalog.
    service: 'glue',
    operations: ['CreateUserDefinedFunction'],
    actions: ['glue:CreateUserDefinedFunction'],
    on: [
      arnPattern`arn:$p:glue:$r:$a:userDefinedFunction/${name('DatabaseName')}/${name('FunctionInput.FunctionName')}`,
    ],
    source: 'https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html',
  },
  {
    service: 'redshift',
    operations: ['GetClusterCredentials'],
    actions: ['redshift:CreateClusterUser'],
    on: [arnPattern`arn:$p:redshift:$r:$a:dbuser:${optional(name('ClusterIdentifier'))}/${name('DbUser')}`],
    when: [isGiven('AutoCreate')],
    source: CREDENTIALS,
  },
  {
    service: 'redshift',
    operations: ['GetClusterCredentials'],
    actions: ['redshift:JoinGroup'],
    on: [arnPattern`arn:$p:redshift:$r:$a:dbgroup:${optional(name('ClusterIdentifier'))}/${name('DbGroups[]')}`],
    when: [isGiven('DbGroups[]')],
    source: CREDENTIALS,
  },
  {
    service: 'sqs',
    operations: ['StartMessageMoveTask'],
    actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    on: [arnPattern`arn:$p:sqs:$r:$a:${nameOrArn('SourceArn')}`],
    source: MOVE_TASKS,
  },
  {
    // Without a destination the messages go back to where they came from.
    service: 'sqs',
    operations: ['StartMessageMoveTask'],
    actions: ['sqs:SendMessage'],
    on: [arnPattern`arn:$p:sqs:$r:$a:${optional(nameOrArn('DestinationArn'))}`],
    source: MOVE_TASKS,
  },
  {
    // The handle of a task does not tell its queue.
    service: 'sqs',
    operations: ['CancelMessageMoveTask'],
    actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    on: [arnPattern`arn:$p:sqs:$r:$a:*`],
    source: MOVE_TASKS,
  },
  {
    service: 'sqs',
    operations: ['ListMessageMoveTasks'],
    actions: ['sqs:GetQueueAttributes'],
    on: [arnPattern`arn:$p:sqs:$r:$a:${nameOrArn('SourceArn')}`],
    source: MOVE_TASKS,
  },
  {
    // What a launch template may name besides.
    service: 'ec2',
    operations: ['RunInstances'],
    actions: ['ec2:RunInstances'],
    on: [
      arnPattern`arn:$p:ec2:$r:$a:key-pair/${optional(name('KeyName'))}`,
      arnPattern`arn:$p:ec2:$r:$a:placement-group/${optional(name('Placement.GroupName'))}`,
      arnPattern`arn:$p:ec2:$r::snapshot/*`,
    ],
    when: [isGiven('LaunchTemplate')],
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html',
  },
  {
    service: 'bedrockruntime',
    operations: ['Converse'],
    actions: ['bedrock:ApplyGuardrail'],
    on: [arnPattern`arn:$p:bedrock:$r:$a:guardrail/${nameOrArn('GuardrailConfig.GuardrailIdentifier')}`],
    when: [isGiven('GuardrailConfig.GuardrailIdentifier')],
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html',
  },
  {
    service: 's3',
    operations: ['CopyObject', 'UploadPartCopy'],
    actions: ['s3:GetObject'],
    on: [rule('copySource')],
    purpose: 'data',
    source: `${S3}/API_CopyObject.html`,
  },
  {
    service: 's3',
    operations: ['CopyObject', 'UploadPartCopy'],
    actions: ['s3:GetObjectVersion'],
    on: [rule('copySourceVersion')],
    purpose: 'data',
    source: `${S3}/API_CopyObject.html`,
  },
  ...(
    [
      ['GetObject', 's3:GetObjectVersion', 'VersionId'],
      ['HeadObject', 's3:GetObjectVersion', 'VersionId'],
      ['DeleteObject', 's3:DeleteObjectVersion', 'VersionId'],
      ['DeleteObject', 's3:BypassGovernanceRetention', 'BypassGovernanceRetention'],
      ['GetObjectAcl', 's3:GetObjectVersionAcl', 'VersionId'],
      ['PutObjectAcl', 's3:PutObjectVersionAcl', 'VersionId'],
      ['GetObjectTagging', 's3:GetObjectVersionTagging', 'VersionId'],
      ['PutObjectTagging', 's3:PutObjectVersionTagging', 'VersionId'],
      ['DeleteObjectTagging', 's3:DeleteObjectVersionTagging', 'VersionId'],
      ['PutObject', 's3:PutObjectTagging', 'Tagging'],
      ['PutObject', 's3:PutObjectRetention', 'ObjectLockMode'],
      ['PutObject', 's3:PutObjectLegalHold', 'ObjectLockLegalHoldStatus'],
      ['CopyObject', 's3:PutObjectTagging', 'Tagging'],
      ['CreateMultipartUpload', 's3:PutObjectTagging', 'Tagging'],
      ['CopyObject', 's3:PutObjectRetention', 'ObjectLockMode'],
      ['CopyObject', 's3:PutObjectLegalHold', 'ObjectLockLegalHoldStatus'],
      ['CreateMultipartUpload', 's3:PutObjectRetention', 'ObjectLockMode'],
      ['CreateMultipartUpload', 's3:PutObjectLegalHold', 'ObjectLockLegalHoldStatus'],
      ['PutObjectRetention', 's3:BypassGovernanceRetention', 'BypassGovernanceRetention'],
    ] as const
  ).map(
    ([operation, action, argument]): PermissionRow => ({
      service: 's3',
      operations: [operation],
      actions: [action],
      on: [OBJECT],
      when: [isGiven(argument)],
      source: `${S3}/API_${operation}.html`,
    }),
  ),
  {
    // GetObjectAttributes asks for both.
    service: 's3',
    operations: ['GetObjectAttributes'],
    actions: ['s3:GetObject'],
    on: [OBJECT],
    source: `${S3}/API_GetObjectAttributes.html`,
  },
  {
    service: 's3',
    operations: ['DeleteObjects'],
    actions: ['s3:DeleteObjectVersion'],
    on: [arnPattern`arn:$p:s3:::${nameOrArn('Bucket')}/${name('Delete.Objects[].Key')}`],
    when: [isGiven('Delete.Objects[].VersionId')],
    source: `${S3}/API_DeleteObjects.html`,
  },
  {
    service: 's3',
    operations: ['DeleteObjects'],
    actions: ['s3:BypassGovernanceRetention'],
    on: [arnPattern`arn:$p:s3:::${nameOrArn('Bucket')}/${name('Delete.Objects[].Key')}`],
    when: [isGiven('BypassGovernanceRetention')],
    source: `${S3}/API_DeleteObjects.html`,
  },
  {
    service: 'rdsdata',
    operations: [
      'BatchExecuteStatement',
      'BeginTransaction',
      'CommitTransaction',
      'ExecuteStatement',
      'RollbackTransaction',
    ],
    actions: ['secretsmanager:GetSecretValue'],
    on: [arnPattern`arn:$p:secretsmanager:$r:$a:secret:${nameOrArn('SecretArn')}`],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.access.html',
  },
  {
    service: 'redshiftdata',
    operations: QUERIES,
    actions: ['secretsmanager:GetSecretValue'],
    on: [optionalResource(arnPattern`arn:$p:secretsmanager:$r:$a:secret:${optional(nameOrArn('SecretArn'))}`)],
    when: [isGiven('SecretArn')],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonRedshiftDataFullAccess.html',
  },
  {
    service: 'redshiftdata',
    operations: QUERIES,
    actions: ['redshift:GetClusterCredentials'],
    on: [
      arnPattern`arn:$p:redshift:$r:$a:dbuser:${optional(name('ClusterIdentifier'))}/${optional(name('DbUser'))}`,
      arnPattern`arn:$p:redshift:$r:$a:dbname:${optional(name('ClusterIdentifier'))}/${optional(name('Database'))}`,
    ],
    when: [isGiven('DbUser')],
    unless: [isGiven('SecretArn')],
    purpose: 'data',
    source: REDSHIFT_DATA,
  },
  {
    service: 'redshiftdata',
    operations: QUERIES,
    actions: ['redshift-serverless:GetCredentials'],
    // A workgroup's ARN has its ID, which the name does not tell.
    on: [arnPattern`arn:$p:redshift-serverless:$r:$a:workgroup/${arnOnly('WorkgroupName')}`],
    when: [isGiven('WorkgroupName')],
    unless: [isGiven('SecretArn')],
    purpose: 'data',
    source: REDSHIFT_DATA,
  },
  {
    service: 'redshiftdata',
    operations: QUERIES,
    actions: ['redshift:GetClusterCredentialsWithIAM'],
    on: [arnPattern`arn:$p:redshift:$r:$a:dbname:${optional(name('ClusterIdentifier'))}/${optional(name('Database'))}`],
    when: [isGiven('ClusterIdentifier')],
    // As a database user, it asks for redshift:GetClusterCredentials alone.
    unless: [isGiven('SecretArn'), isGiven('DbUser')],
    purpose: 'data',
    source: REDSHIFT_DATA,
  },
  ...['codeartifact', 'ecrpublic'].map(
    (service): PermissionRow => ({
      service,
      operations: ['GetAuthorizationToken'],
      actions: ['sts:GetServiceBearerToken'],
      on: [],
      source: 'https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_GetAuthorizationToken.html',
    }),
  ),
  // 'Depending on the type of policy' the caller needs leave for what the policy is about.
  ...(['PutAccountPolicy', 'DeleteAccountPolicy', 'DescribeAccountPolicies'] as const).flatMap((operation) =>
    POLICY_TYPES.map(
      ([type, put, remove, read]): PermissionRow => ({
        service: 'cloudwatchlogs',
        operations: [operation],
        actions: [
          `logs:${{ PutAccountPolicy: put, DeleteAccountPolicy: remove, DescribeAccountPolicies: read }[operation]}`,
        ],
        on: [],
        when: [startsWith('PolicyType', type)],
        source: `https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_${operation}.html`,
      }),
    ),
  ),
  {
    service: 'elasticbeanstalk',
    operations: ['UpdateTagsForResource'],
    actions: ['elasticbeanstalk:AddTags'],
    on: [arnPattern`arn:$p:elasticbeanstalk:$r:$a:${nameOrArn('ResourceArn')}`],
    when: [isGiven('TagsToAdd')],
    source: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_UpdateTagsForResource.html',
  },
  {
    service: 'elasticbeanstalk',
    operations: ['UpdateTagsForResource'],
    actions: ['elasticbeanstalk:RemoveTags'],
    on: [arnPattern`arn:$p:elasticbeanstalk:$r:$a:${nameOrArn('ResourceArn')}`],
    when: [isGiven('TagsToRemove')],
    source: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_UpdateTagsForResource.html',
  },
  {
    service: 'lakeformation',
    operations: ['GetTemporaryGlueTableCredentials'],
    actions: ['lakeformation:GetDataAccess'],
    on: [],
    source: 'https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_GetTemporaryGlueTableCredentials.html',
  },
  {
    service: 'secretsmanager',
    operations: ['BatchGetSecretValue'],
    actions: ['secretsmanager:GetSecretValue'],
    on: [
      optionalResource(arnPattern`arn:$p:secretsmanager:$r:$a:secret:${optional(nameOrArn('SecretIdList[]'))}-??????`),
      rule('partialSecret'),
    ],
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html',
  },
  {
    service: 'secretsmanager',
    operations: ['RotateSecret'],
    actions: ['lambda:InvokeFunction'],
    on: [arnPattern`arn:$p:lambda:$r:$a:function:${nameOrArn('RotationLambdaArn')}`],
    when: [isGiven('RotationLambdaArn')],
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html',
  },
  ...(
    [
      ['s3:PutBucketOwnershipControls', 'ObjectOwnership'],
      ['s3:PutBucketObjectLockConfiguration', 'ObjectLockEnabledForBucket'],
      ['s3:PutBucketVersioning', 'ObjectLockEnabledForBucket'],
    ] as const
  ).map(
    ([action, argument]): PermissionRow => ({
      service: 's3',
      operations: ['CreateBucket'],
      actions: [action],
      on: [arnPattern`arn:$p:s3:::${nameOrArn('Bucket')}`],
      when: [isGiven(argument)],
      source: `${S3}/API_CreateBucket.html`,
    }),
  ),
  {
    // A directory bucket, by its name: one session for reading and writing.
    service: 's3',
    operations: [
      'AbortMultipartUpload',
      'CompleteMultipartUpload',
      'CopyObject',
      'CreateMultipartUpload',
      'DeleteObject',
      'DeleteObjects',
      'GetObject',
      'GetObjectAttributes',
      'HeadBucket',
      'HeadObject',
      'ListMultipartUploads',
      'ListObjectsV2',
      'ListParts',
      'PutObject',
      'UploadPart',
      'UploadPartCopy',
    ],
    actions: ['s3express:CreateSession'],
    on: [rule('directoryBucket')],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-create-session.html',
  },
  {
    // Instances that are chosen by their tags.
    service: 'ssm',
    operations: ['SendCommand'],
    actions: ['ssm:SendCommand'],
    on: [arnPattern`arn:$p:ec2:$r:$a:instance/*`, arnPattern`arn:$p:ssm:$r:$a:managed-instance/*`],
    when: [isGiven('Targets')],
    source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command-setting-up.html',
  },
  {
    service: 'dynamodb',
    operations: ['ExportTableToPointInTime'],
    actions: ['s3:AbortMultipartUpload', 's3:PutObject', 's3:PutObjectAcl'],
    on: [arnPattern`arn:$p:s3:::${nameOrArn('S3Bucket')}/*`],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html',
  },
  {
    service: 'dynamodb',
    operations: ['ImportTable'],
    actions: ['s3:GetObject'],
    on: [arnPattern`arn:$p:s3:::${nameOrArn('S3BucketSource.S3Bucket')}/*`],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Requesting.html',
  },
  {
    service: 'dynamodb',
    operations: ['ImportTable'],
    actions: ['s3:ListBucket'],
    on: [arnPattern`arn:$p:s3:::${nameOrArn('S3BucketSource.S3Bucket')}`],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Requesting.html',
  },
  {
    service: 'transcribe',
    operations: [
      'StartCallAnalyticsJob',
      'StartMedicalScribeJob',
      'StartMedicalTranscriptionJob',
      'StartTranscriptionJob',
    ],
    actions: ['s3:GetObject'],
    on: [rule('mediaFile')],
    when: [isGiven('Media.MediaFileUri')],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/transcribe/latest/dg/security_iam_id-based-policy-examples.html',
  },
  {
    service: 'transcribe',
    operations: ['StartMedicalScribeJob', 'StartMedicalTranscriptionJob', 'StartTranscriptionJob'],
    actions: ['s3:PutObject'],
    on: [arnPattern`arn:$p:s3:::${name('OutputBucketName')}/*`],
    when: [isGiven('OutputBucketName')],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/transcribe/latest/dg/security_iam_id-based-policy-examples.html',
  },
  {
    service: 'polly',
    operations: ['StartSpeechSynthesisTask'],
    actions: ['s3:PutObject'],
    on: [arnPattern`arn:$p:s3:::${name('OutputS3BucketName')}/*`],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/polly/latest/dg/asynchronous-iam.html',
  },
  {
    service: 'textract',
    operations: ['StartDocumentAnalysis', 'StartDocumentTextDetection', 'StartExpenseAnalysis', 'StartLendingAnalysis'],
    actions: ['s3:PutObject'],
    on: [arnPattern`arn:$p:s3:::${name('OutputConfig.S3Bucket')}/*`],
    when: [isGiven('OutputConfig.S3Bucket')],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/textract/latest/dg/security_iam_id-based-policy-examples.html',
  },
];

export const NOTES: readonly NoteRow[] = [
  ...OPERATION_NOTES,
  ...CALLER_NOTES,
  {
    service: 'agentregistrycontrol',
    operations: ['CreateRegistryRecord', 'UpdateRegistryRecord'],
    what: 'bedrock-agentcore:GetResourceOauth2Token and bedrock-agentcore:GetWorkloadAccessToken, if the source asks for OAuth',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_agent-registry.html',
  },
  {
    service: 'polly',
    operations: ['CreateVoice'],
    what: 's3:GetObject on the recordings',
    source: 'https://docs.aws.amazon.com/polly/latest/dg/API_CreateVoice.html',
  },
  {
    service: 'cloudcontrol',
    operations: ['CreateResource', 'DeleteResource', 'GetResource', 'ListResources', 'UpdateResource'],
    what: 'what the handlers of the resource type call, unless RoleArn is given',
    source: 'https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations.html',
  },
  {
    service: 's3',
    operations: [
      'CreateBucketMetadataConfiguration',
      'CreateBucketMetadataTableConfiguration',
      'UpdateBucketMetadataInventoryTableConfiguration',
    ],
    what: 's3tables:CreateNamespace, s3tables:CreateTable, s3tables:CreateTableBucket, s3tables:GetTable, s3tables:PutTableEncryption and s3tables:PutTablePolicy on the tables of the metadata',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html',
  },
  {
    service: 'apigateway',
    operations: ['ImportRestApi', 'PutRestApi'],
    what: 'iam:PassRole on the roles and apigateway:UpdateRestApiPolicy for the policy that the definition in Body names',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigateway.html',
  },
  {
    service: 'apigatewayv2',
    operations: ['ImportApi', 'ReimportApi'],
    what: 'iam:PassRole on the roles that the definition in Body names',
    source:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html',
  },
  {
    service: 'apigateway',
    operations: ['DeleteDomainName'],
    what: 'apigateway:RemoveCertificateFromDomain where the domain name has mutual TLS',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigateway.html',
  },
  {
    service: 'apigatewayv2',
    operations: ['DeleteDomainName'],
    what: 'apigateway:RemoveCertificateFromDomain where the domain name has mutual TLS',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigatewayv2.html',
  },
  {
    service: 'batch',
    operations: ['SubmitServiceJob'],
    what: 'iam:PassRole on the role that ServiceRequestPayload names',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_batch.html',
  },
  {
    service: 'datapipeline',
    operations: ['ActivatePipeline'],
    what: "iam:PassRole on the roles of the pipeline's definition",
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_datapipeline.html',
  },
  {
    service: 'cloudformation',
    operations: ['CreateStack', 'DeleteStack', 'ExecuteChangeSet', 'RollbackStack', 'UpdateStack'],
    what: 'what the resources of the stack need, unless the stack has a role, and s3:GetObject on a template in S3',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
  },
  {
    service: 'ec2',
    operations: ['RunInstances'],
    what: "iam:PassRole on the role of a launch template's instance profile",
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html',
  },
  ...(
    [
      ['autoscaling', ['CreateAutoScalingGroup', 'UpdateAutoScalingGroup']],
      ['ec2', ['CreateFleet']],
    ] as const
  ).map(([service, operations]) => ({
    service,
    operations,
    what: 'with a launch template ec2:RunInstances and ec2:CreateTags on what the template names, and iam:PassRole on the role of its instance profile',
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html',
  })),
];
