/** What operations need besides the action of their name, as far as their arguments tell. */
export interface ExtraRow {
  readonly service: string;
  readonly operations: readonly string[];
  readonly actions: readonly string[];
  readonly on: readonly string[];
  /** Counts only where one of these arguments may be given. */
  readonly when?: readonly string[];
  readonly purpose?: 'data';
  /** The row stands for the operation's own action. */
  readonly instead?: true;
  readonly source: string;
}

const OBJECT = 'arn:$p:s3:::{@Bucket}/{Key}';
const S3 = 'https://docs.aws.amazon.com/AmazonS3/latest/API';
const TRANSACTIONS = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html';
const REDSHIFT_DATA = 'https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html';
const QUERIES = [
  'ExecuteStatement',
  'BatchExecuteStatement',
  'DescribeTable',
  'ListDatabases',
  'ListSchemas',
  'ListTables',
];

export const EXTRA: readonly ExtraRow[] = [
  ...(
    [
      ['TransactWriteItems', 'PutItem', 'TransactItems[].Put.TableName'],
      ['TransactWriteItems', 'UpdateItem', 'TransactItems[].Update.TableName'],
      ['TransactWriteItems', 'DeleteItem', 'TransactItems[].Delete.TableName'],
      ['TransactWriteItems', 'ConditionCheckItem', 'TransactItems[].ConditionCheck.TableName'],
      ['TransactGetItems', 'GetItem', 'TransactItems[].Get.TableName'],
    ] as const
  ).map(
    ([operation, action, path]): ExtraRow => ({
      service: 'dynamodb',
      operations: [operation],
      actions: [`dynamodb:${action}`],
      on: [`?arn:$p:dynamodb:$r:$a:table/{@${path}}`],
      when: [path],
      instead: true,
      source: TRANSACTIONS,
    }),
  ),
  ...['BatchGetItem', 'BatchWriteItem'].map(
    (operation): ExtraRow => ({
      service: 'dynamodb',
      operations: [operation],
      actions: [`dynamodb:${operation}`],
      on: ['arn:$p:dynamodb:$r:$a:table/{@RequestItems{}}'],
      instead: true,
      source: `https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_${operation}.html`,
    }),
  ),
  {
    service: 'bedrockruntime',
    operations: ['Converse'],
    actions: ['bedrock:ApplyGuardrail'],
    on: ['arn:$p:bedrock:$r:$a:guardrail/{@GuardrailConfig.GuardrailIdentifier}'],
    when: ['GuardrailConfig.GuardrailIdentifier'],
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html',
  },
  {
    service: 's3',
    operations: ['CopyObject', 'UploadPartCopy'],
    actions: ['s3:GetObject'],
    on: ['=copySource'],
    purpose: 'data',
    source: `${S3}/API_CopyObject.html`,
  },
  {
    service: 's3',
    operations: ['CopyObject', 'UploadPartCopy'],
    actions: ['s3:GetObjectVersion'],
    on: ['=copySourceVersion'],
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
      ['GetObjectAttributes', 's3:GetObjectVersionAttributes', 'VersionId'],
      ['PutObject', 's3:PutObjectAcl', 'Acl'],
      ['PutObject', 's3:PutObjectTagging', 'Tagging'],
      ['PutObject', 's3:PutObjectRetention', 'ObjectLockMode'],
      ['PutObject', 's3:PutObjectLegalHold', 'ObjectLockLegalHoldStatus'],
      ['CopyObject', 's3:PutObjectAcl', 'Acl'],
      ['CopyObject', 's3:PutObjectTagging', 'Tagging'],
      ['CreateMultipartUpload', 's3:PutObjectAcl', 'Acl'],
      ['CreateMultipartUpload', 's3:PutObjectTagging', 'Tagging'],
      ['CopyObject', 's3:PutObjectRetention', 'ObjectLockMode'],
      ['CopyObject', 's3:PutObjectLegalHold', 'ObjectLockLegalHoldStatus'],
      ['CreateMultipartUpload', 's3:PutObjectRetention', 'ObjectLockMode'],
      ['CreateMultipartUpload', 's3:PutObjectLegalHold', 'ObjectLockLegalHoldStatus'],
      ['PutObjectRetention', 's3:BypassGovernanceRetention', 'BypassGovernanceRetention'],
    ] as const
  ).map(
    ([operation, action, argument]): ExtraRow => ({
      service: 's3',
      operations: [operation],
      actions: [action],
      on: [OBJECT],
      when: [argument],
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
    on: ['arn:$p:s3:::{@Bucket}/{Delete.Objects[].Key}'],
    when: ['Delete.Objects[].VersionId'],
    source: `${S3}/API_DeleteObjects.html`,
  },
  {
    service: 's3',
    operations: ['DeleteObjects'],
    actions: ['s3:BypassGovernanceRetention'],
    on: ['arn:$p:s3:::{@Bucket}/{Delete.Objects[].Key}'],
    when: ['BypassGovernanceRetention'],
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
    on: ['arn:$p:secretsmanager:$r:$a:secret:{@SecretArn}'],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.access.html',
  },
  {
    service: 'redshiftdata',
    operations: QUERIES,
    actions: ['secretsmanager:GetSecretValue'],
    on: ['?arn:$p:secretsmanager:$r:$a:secret:{@SecretArn?}'],
    when: ['SecretArn'],
    purpose: 'data',
    source: REDSHIFT_DATA,
  },
  {
    service: 'redshiftdata',
    operations: QUERIES,
    actions: ['redshift:GetClusterCredentials'],
    on: [
      'arn:$p:redshift:$r:$a:dbuser:{ClusterIdentifier?}/{DbUser?}',
      'arn:$p:redshift:$r:$a:dbname:{ClusterIdentifier?}/{Database?}',
    ],
    when: ['DbUser'],
    purpose: 'data',
    source: REDSHIFT_DATA,
  },
  {
    service: 'redshiftdata',
    operations: QUERIES,
    actions: ['redshift-serverless:GetCredentials'],
    // A workgroup's ARN has its ID, which the name does not tell.
    on: ['arn:$p:redshift-serverless:$r:$a:workgroup/*'],
    when: ['WorkgroupName'],
    purpose: 'data',
    source: REDSHIFT_DATA,
  },
  {
    service: 'redshiftdata',
    operations: QUERIES,
    actions: ['redshift:GetClusterCredentialsWithIAM'],
    on: ['arn:$p:redshift:$r:$a:dbname:{ClusterIdentifier?}/{Database?}'],
    when: ['ClusterIdentifier'],
    purpose: 'data',
    source: REDSHIFT_DATA,
  },
  ...['codeartifact', 'ecrpublic'].map(
    (service): ExtraRow => ({
      service,
      operations: ['GetAuthorizationToken'],
      actions: ['sts:GetServiceBearerToken'],
      on: [],
      source: 'https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_GetAuthorizationToken.html',
    }),
  ),
  ...(
    [
      [
        'PutAccountPolicy',
        ['logs:PutDataProtectionPolicy', 'logs:PutIndexPolicy', 'logs:PutSubscriptionFilter', 'logs:PutTransformer'],
      ],
      [
        'DeleteAccountPolicy',
        [
          'logs:DeleteDataProtectionPolicy',
          'logs:DeleteIndexPolicy',
          'logs:DeleteSubscriptionFilter',
          'logs:DeleteTransformer',
        ],
      ],
      [
        'DescribeAccountPolicies',
        [
          'logs:DescribeIndexPolicies',
          'logs:DescribeSubscriptionFilters',
          'logs:GetDataProtectionPolicy',
          'logs:GetTransformer',
        ],
      ],
    ] as const
  ).map(
    ([operation, actions]): ExtraRow => ({
      service: 'cloudwatchlogs',
      operations: [operation],
      actions,
      on: [],
      source: `https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_${operation}.html`,
    }),
  ),
  {
    service: 'elasticbeanstalk',
    operations: ['UpdateTagsForResource'],
    actions: ['elasticbeanstalk:AddTags'],
    on: ['arn:$p:elasticbeanstalk:$r:$a:{@ResourceArn}'],
    when: ['TagsToAdd'],
    source: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_UpdateTagsForResource.html',
  },
  {
    service: 'elasticbeanstalk',
    operations: ['UpdateTagsForResource'],
    actions: ['elasticbeanstalk:RemoveTags'],
    on: ['arn:$p:elasticbeanstalk:$r:$a:{@ResourceArn}'],
    when: ['TagsToRemove'],
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
    on: ['?arn:$p:secretsmanager:$r:$a:secret:{@SecretIdList[]?}-??????'],
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html',
  },
  {
    service: 'secretsmanager',
    operations: ['RotateSecret'],
    actions: ['lambda:InvokeFunction'],
    on: ['arn:$p:lambda:$r:$a:function:{@RotationLambdaArn}'],
    when: ['RotationLambdaArn'],
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html',
  },
  ...(
    [
      ['s3:PutBucketAcl', 'Acl'],
      ['s3:PutBucketOwnershipControls', 'ObjectOwnership'],
      ['s3:PutBucketObjectLockConfiguration', 'ObjectLockEnabledForBucket'],
      ['s3:PutBucketVersioning', 'ObjectLockEnabledForBucket'],
    ] as const
  ).map(
    ([action, argument]): ExtraRow => ({
      service: 's3',
      operations: ['CreateBucket'],
      actions: [action],
      on: ['arn:$p:s3:::{@Bucket}'],
      when: [argument],
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
    on: ['=directoryBucket'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-create-session.html',
  },
  {
    // Instances that are chosen by their tags.
    service: 'ssm',
    operations: ['SendCommand'],
    actions: ['ssm:SendCommand'],
    on: ['arn:$p:ec2:$r:$a:instance/*', 'arn:$p:ssm:$r:$a:managed-instance/*'],
    when: ['Targets'],
    source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command-setting-up.html',
  },
  {
    service: 'dynamodb',
    operations: ['ExportTableToPointInTime'],
    actions: ['s3:AbortMultipartUpload', 's3:PutObject', 's3:PutObjectAcl'],
    on: ['arn:$p:s3:::{@S3Bucket}/*'],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html',
  },
  {
    service: 'dynamodb',
    operations: ['ImportTable'],
    actions: ['s3:GetObject'],
    on: ['arn:$p:s3:::{@S3BucketSource.S3Bucket}/*'],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Requesting.html',
  },
  {
    service: 'dynamodb',
    operations: ['ImportTable'],
    actions: ['s3:ListBucket'],
    on: ['arn:$p:s3:::{@S3BucketSource.S3Bucket}'],
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
    on: ['=mediaFile'],
    when: ['Media.MediaFileUri'],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/transcribe/latest/dg/security_iam_id-based-policy-examples.html',
  },
  {
    service: 'transcribe',
    operations: ['StartMedicalScribeJob', 'StartMedicalTranscriptionJob', 'StartTranscriptionJob'],
    actions: ['s3:PutObject'],
    on: ['arn:$p:s3:::{OutputBucketName}/*'],
    when: ['OutputBucketName'],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/transcribe/latest/dg/security_iam_id-based-policy-examples.html',
  },
  {
    service: 'polly',
    operations: ['StartSpeechSynthesisTask'],
    actions: ['s3:PutObject'],
    on: ['arn:$p:s3:::{OutputS3BucketName}/*'],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/polly/latest/dg/asynchronous-iam.html',
  },
  {
    service: 'textract',
    operations: ['StartDocumentAnalysis', 'StartDocumentTextDetection', 'StartExpenseAnalysis', 'StartLendingAnalysis'],
    actions: ['s3:PutObject'],
    on: ['arn:$p:s3:::{OutputConfig.S3Bucket}/*'],
    when: ['OutputConfig.S3Bucket'],
    purpose: 'data',
    source: 'https://docs.aws.amazon.com/textract/latest/dg/security_iam_id-based-policy-examples.html',
  },
];

/** What operations do with the caller's permissions and the definition does not name: it is told, not granted. */
export const TOLD: readonly {
  readonly service: string;
  readonly operations: readonly string[];
  readonly what: string;
  readonly source: string;
}[] = [
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
    service: 'cloudformation',
    operations: ['CreateStack', 'DeleteStack', 'ExecuteChangeSet', 'RollbackStack', 'UpdateStack'],
    what: 'what the resources of the stack need, unless the stack has a role, and s3:GetObject on a template in S3',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
  },
];
