/**
 * Operations whose IAM action has another name than the operation, or that need several. Every other operation needs
 * the action of its own name. `npm run refresh` fails where a row names an action that does not exist, or an operation
 * whose own name is an action by now.
 */
export interface ActionRow {
  readonly service: string;
  /** Operation → its actions; without a prefix, of the service's own. */
  readonly actions: Readonly<Record<string, string | readonly string[]>>;
  /** True where an action of the operation's own name may be that of another API with the same prefix. */
  readonly sharesNames?: true;
  readonly source: string;
}

const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference';

export const ACTIONS: readonly ActionRow[] = [
  {
    service: 'accessanalyzer',
    source: `${REFERENCE}/list_awsiamaccessanalyzer.html`,
    actions: { GetFindingV2: 'GetFinding', ListFindingsV2: 'ListFindings' },
  },
  {
    service: 'agentregistry',
    source: `${REFERENCE}/list_agent-registry.html`,
    actions: { BatchGetDiscoverableRegistryRecord: 'GetDiscoverableRegistryRecord' },
  },
  {
    service: 'apigatewaymanagementapi',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html',
    actions: {
      DeleteConnection: 'ManageConnections',
      GetConnection: 'ManageConnections',
      PostToConnection: 'ManageConnections',
    },
  },
  {
    service: 'bcmpricingcalculator',
    source: `${REFERENCE}/list_awsbillingandcostmanagementpricingcalculator.html`,
    actions: {
      BatchCreateBillScenarioCommitmentModification: 'CreateBillScenarioCommitmentModification',
      BatchCreateBillScenarioUsageModification: 'CreateBillScenarioUsageModification',
      BatchCreateWorkloadEstimateUsage: 'CreateWorkloadEstimateUsage',
      BatchDeleteBillScenarioCommitmentModification: 'DeleteBillScenarioCommitmentModification',
      BatchDeleteBillScenarioUsageModification: 'DeleteBillScenarioUsageModification',
      BatchDeleteWorkloadEstimateUsage: 'DeleteWorkloadEstimateUsage',
      BatchUpdateBillScenarioCommitmentModification: 'UpdateBillScenarioCommitmentModification',
      BatchUpdateBillScenarioUsageModification: 'UpdateBillScenarioUsageModification',
      BatchUpdateWorkloadEstimateUsage: 'UpdateWorkloadEstimateUsage',
    },
  },
  {
    service: 'cloudtrail',
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListInsightsMetricData.html',
    actions: { ListInsightsMetricData: ['LookupEvents', 'ListInsightsData'] },
  },
  {
    service: 'ecr',
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ListImageReferrers.html',
    actions: { ListImageReferrers: 'BatchGetImage' },
  },
  {
    service: 'lexmodelsv2',
    source: 'https://docs.aws.amazon.com/lexv2/latest/APIReference/API_ListUtteranceMetrics.html',
    actions: {
      ListUtteranceAnalyticsData: 'ListAggregatedUtterances',
      ListUtteranceMetrics: 'ListAggregatedUtterances',
    },
  },
  {
    service: 'marketplacecatalog',
    source: 'https://docs.aws.amazon.com/marketplace/latest/APIReference/API_BatchDescribeEntities.html',
    actions: { BatchDescribeEntities: 'DescribeEntity' },
  },
  {
    service: 'qapps',
    source: 'https://docs.aws.amazon.com/amazonq/latest/api-reference/API_qapps_CreatePresignedUrl.html',
    actions: { CreatePresignedUrl: 'ImportDocument' },
  },
  {
    service: 'vpclattice',
    source: 'https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_BatchUpdateRule.html',
    actions: { BatchUpdateRule: 'UpdateRule' },
  },
  {
    service: 'batch',
    source: 'https://docs.aws.amazon.com/batch/latest/APIReference/API_CancelJobs.html',
    actions: {
      CancelJobs: 'CancelJob',
      TerminateJobs: 'TerminateJob',
      TerminateServiceJobs: 'TerminateServiceJob',
    },
  },
  {
    service: 'bedrockruntime',
    source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html',
    actions: { Converse: 'InvokeModel', StartAsyncInvoke: 'InvokeModel' },
  },
  {
    service: 'budgets',
    source: `${REFERENCE}/list_awsbudgetservice.html`,
    actions: {
      CreateBudget: 'ModifyBudget',
      CreateNotification: 'ModifyBudget',
      CreateSubscriber: 'ModifyBudget',
      DeleteBudget: 'ModifyBudget',
      DeleteNotification: 'ModifyBudget',
      DeleteSubscriber: 'ModifyBudget',
      DescribeBudget: 'ViewBudget',
      DescribeBudgetNotificationsForAccount: 'ViewBudget',
      DescribeBudgetPerformanceHistory: 'ViewBudget',
      DescribeBudgets: 'ViewBudget',
      DescribeNotificationsForBudget: 'ViewBudget',
      DescribeSubscribersForNotification: 'ViewBudget',
      UpdateBudget: 'ModifyBudget',
      UpdateNotification: 'ModifyBudget',
      UpdateSubscriber: 'ModifyBudget',
    },
  },
  {
    service: 'cloudfront',
    source: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistributionWithTags.html',
    actions: { CreateDistributionWithTags: ['CreateDistribution', 'TagResource'] },
  },
  {
    service: 'cloudsearchdomain',
    source: `${REFERENCE}/list_amazoncloudsearch.html`,
    actions: { UploadDocuments: 'document' },
  },
  {
    service: 'databasemigration',
    source: `${REFERENCE}/list_awsdatabasemigrationservice.html`,
    actions: {
      DescribeDataProviders: 'ListDataProviders',
      DescribeExtensionPackAssociations: 'ListExtensionPacks',
      DescribeInstanceProfiles: 'ListInstanceProfiles',
      DescribeMetadataModelAssessments: 'ListMetadataModelAssessments',
      DescribeMetadataModelConversions: 'ListMetadataModelConversions',
      DescribeMetadataModelExportsAsScript: 'ListMetadataModelExports',
      DescribeMetadataModelExportsToTarget: 'ListMetadataModelExports',
      DescribeMigrationProjects: 'ListMigrationProjects',
      ModifyConversionConfiguration: 'UpdateConversionConfiguration',
      ModifyDataProvider: 'UpdateDataProvider',
      ModifyInstanceProfile: 'UpdateInstanceProfile',
      ModifyMigrationProject: 'UpdateMigrationProject',
      StartExtensionPackAssociation: 'AssociateExtensionPack',
      StartMetadataModelExportAsScript: 'StartMetadataModelExportAsScripts',
    },
  },
  {
    service: 'deadline',
    source: `${REFERENCE}/list_deadline.html`,
    actions: {
      BatchGetJob: 'GetJob',
      BatchGetSession: 'GetSession',
      BatchGetSessionAction: 'GetSessionAction',
      BatchGetStep: 'GetStep',
      BatchGetTask: 'GetTask',
      BatchGetWorker: 'GetWorker',
      BatchUpdateJob: 'UpdateJob',
      BatchUpdateTask: 'UpdateTask',
    },
  },
  {
    service: 'mediaconnect',
    source: `${REFERENCE}/list_mediaconnect.html`,
    actions: {
      BatchGetRouterInput: 'GetRouterInput',
      BatchGetRouterNetworkInterface: 'GetRouterNetworkInterface',
      BatchGetRouterOutput: 'GetRouterOutput',
    },
  },
  {
    service: 'support',
    source: `${REFERENCE}/list_support.html`,
    actions: {
      CompleteAttachmentUpload: ['AddAttachmentsToSet', 'UploadAttachment'],
      DescribeAttachmentUploadStatus: ['AddAttachmentsToSet', 'UploadAttachment'],
      GetAttachmentDownloadLink: ['DescribeAttachment', 'DownloadAttachment'],
      GetAttachmentUploadLinks: ['AddAttachmentsToSet', 'UploadAttachment'],
    },
  },
  {
    service: 'lakeformation',
    source: `${REFERENCE}/list_lakeformation.html`,
    actions: { GetTemporaryDataLocationCredentials: 'GetDataAccess' },
  },
  {
    service: 'redshift',
    source: `${REFERENCE}/list_redshift.html`,
    actions: {
      ModifyLakehouseConfiguration: ['AssociateDataShareConsumer', 'DeregisterNamespace', 'RegisterNamespace'],
    },
  },
  {
    service: 'redshiftdata',
    source: `${REFERENCE}/list_redshift-data.html`,
    actions: { GetStatementResultV2: 'GetStatementResult' },
  },
  {
    service: 'redshiftserverless',
    source: `${REFERENCE}/list_redshift-serverless.html`,
    actions: {
      UpdateLakehouseConfiguration: [
        'redshift:AssociateDataShareConsumer',
        'redshift:DeregisterNamespace',
        'redshift:RegisterNamespace',
      ],
    },
  },
  {
    service: 'detective',
    source: `${REFERENCE}/list_amazondetective.html`,
    actions: { ListOrganizationAdminAccounts: 'ListOrganizationAdminAccount' },
  },
  {
    service: 'glue',
    source: `${REFERENCE}/list_awsglue.html`,
    actions: {
      BatchGetDataQualityResult: 'GetDataQualityResult',
      BatchPutDataQualityStatisticAnnotation: 'PutDataQualityStatisticAnnotation',
      ListDataQualityStatisticAnnotations: 'GetDataQualityResult',
      ListDataQualityStatistics: 'GetDataQualityResult',
      GetUnfilteredPartitionMetadata: 'GetPartition',
      GetUnfilteredPartitionsMetadata: 'GetPartitions',
      GetUnfilteredTableMetadata: 'GetTable',
    },
  },
  {
    service: 'glue',
    source: 'https://docs.aws.amazon.com/lake-formation/latest/dg/materialized-views.html',
    actions: { StartMaterializedViewRefreshTaskRun: 'GetTable' },
  },
  {
    service: 'resourceexplorer2',
    source: `${REFERENCE}/list_resource-explorer-2.html`,
    actions: { ListResources: 'Search' },
  },
  {
    service: 'route53resolver',
    source: `${REFERENCE}/list_route53resolver.html`,
    actions: {
      BatchCreateFirewallRule: 'CreateFirewallRule',
      BatchDeleteFirewallRule: 'DeleteFirewallRule',
      BatchUpdateFirewallRule: 'UpdateFirewallRule',
    },
  },
  {
    service: 'iotjobsdataplane',
    source: `${REFERENCE}/list_iot.html`,
    actions: { StartCommandExecution: 'iot:StartCommandExecution' },
  },
  {
    service: 'iotfleetwise',
    source: 'https://docs.aws.amazon.com/iot-fleetwise/latest/APIReference/API_BatchCreateVehicle.html',
    actions: { BatchCreateVehicle: 'CreateVehicle', BatchUpdateVehicle: 'UpdateVehicle' },
  },
  {
    service: 'keyspaces',
    source: `${REFERENCE}/list_amazonkeyspacesforapachecassandra.html`,
    actions: {
      CreateKeyspace: 'Create',
      CreateTable: 'Create',
      CreateType: 'Create',
      DeleteKeyspace: 'Drop',
      DeleteTable: 'Drop',
      DeleteType: 'Drop',
      GetKeyspace: 'Select',
      GetTable: 'Select',
      GetTableAutoScalingSettings: 'Select',
      GetType: 'Select',
      ListKeyspaces: 'Select',
      ListTables: 'Select',
      ListTagsForResource: 'Select',
      ListTypes: 'Select',
      RestoreTable: ['Restore', 'Select'],
      UpdateKeyspace: 'Alter',
      UpdateTable: 'Alter',
    },
  },
  {
    service: 'kms',
    source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html',
    actions: { ReEncrypt: ['ReEncryptFrom', 'ReEncryptTo'] },
  },
  {
    service: 'lambda',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html',
    actions: { GetLayerVersionByArn: 'GetLayerVersion', Invoke: 'InvokeFunction' },
  },
  {
    service: 'neptunedata',
    source: 'https://docs.aws.amazon.com/neptune/latest/userguide/iam-dp-actions.html',
    actions: {
      CancelGremlinQuery: 'CancelQuery',
      CancelOpenCypherQuery: 'CancelQuery',
      DeletePropertygraphStatistics: 'DeleteStatistics',
      DeleteSparqlStatistics: 'DeleteStatistics',
      ExecuteFastReset: 'ResetDatabase',
      ExecuteGremlinExplainQuery: ['ReadDataViaQuery', 'WriteDataViaQuery', 'DeleteDataViaQuery'],
      ExecuteGremlinProfileQuery: ['ReadDataViaQuery', 'WriteDataViaQuery', 'DeleteDataViaQuery'],
      ExecuteGremlinQuery: ['ReadDataViaQuery', 'WriteDataViaQuery', 'DeleteDataViaQuery'],
      ExecuteOpenCypherExplainQuery: ['ReadDataViaQuery', 'WriteDataViaQuery', 'DeleteDataViaQuery'],
      ExecuteOpenCypherQuery: ['ReadDataViaQuery', 'WriteDataViaQuery', 'DeleteDataViaQuery'],
      GetGremlinQueryStatus: 'GetQueryStatus',
      GetMLDataProcessingJob: 'GetMLDataProcessingJobStatus',
      GetMLEndpoint: 'GetMLEndpointStatus',
      GetMLModelTrainingJob: 'GetMLModelTrainingJobStatus',
      GetMLModelTransformJob: 'GetMLModelTransformJobStatus',
      GetOpenCypherQueryStatus: 'GetQueryStatus',
      GetPropertygraphStatistics: 'GetStatisticsStatus',
      GetPropertygraphStream: 'GetStreamRecords',
      GetPropertygraphSummary: 'GetGraphSummary',
      GetRDFGraphSummary: 'GetGraphSummary',
      GetSparqlStatistics: 'GetStatisticsStatus',
      GetSparqlStream: 'GetStreamRecords',
      ListGremlinQueries: 'GetQueryStatus',
      ListOpenCypherQueries: 'GetQueryStatus',
      ManagePropertygraphStatistics: 'ManageStatistics',
      ManageSparqlStatistics: 'ManageStatistics',
    },
  },
  {
    service: 'neptunegraph',
    source: 'https://docs.aws.amazon.com/neptune-analytics/latest/userguide/query-APIs-IAM-role-mappings.html',
    actions: {
      ExecuteQuery: ['ReadDataViaQuery', 'WriteDataViaQuery', 'DeleteDataViaQuery'],
      GetQuery: 'GetQueryStatus',
    },
  },
  {
    service: 'quicksight',
    source: `${REFERENCE}/list_quicksight.html`,
    actions: {
      CreateTopicV2: ['CreateTopic', 'PassDataSet'],
      DeleteTopicV2: 'DeleteTopic',
      DescribeTopicPermissionsV2: 'DescribeTopicPermissions',
      DescribeTopicV2: 'DescribeTopic',
      ListTopicsV2: 'ListTopics',
      SearchTopicsV2: 'SearchTopics',
      UpdateTopicPermissionsV2: 'UpdateTopicPermissions',
      UpdateTopicV2: ['PassDataSet', 'UpdateTopic'],
      DescribeAnalysisDefinition: 'DescribeAnalysis',
      DescribeDashboardDefinition: 'DescribeDashboard',
      DescribeTemplateDefinition: 'DescribeTemplate',
    },
  },
  {
    service: 's3',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html',
    actions: {
      CompleteMultipartUpload: 'PutObject',
      CopyObject: 'PutObject',
      CreateBucketMetadataConfiguration: 'CreateBucketMetadataTableConfiguration',
      CreateMultipartUpload: 'PutObject',
      CreateSession: 's3express:CreateSession',
      DeleteBucketAnalyticsConfiguration: 'PutAnalyticsConfiguration',
      DeleteBucketCors: 'PutBucketCORS',
      DeleteBucketEncryption: 'PutEncryptionConfiguration',
      DeleteBucketIntelligentTieringConfiguration: 'PutIntelligentTieringConfiguration',
      DeleteBucketInventoryConfiguration: 'PutInventoryConfiguration',
      DeleteBucketLifecycle: 'PutLifecycleConfiguration',
      DeleteBucketMetadataConfiguration: 'DeleteBucketMetadataTableConfiguration',
      DeleteBucketMetricsConfiguration: 'PutMetricsConfiguration',
      DeleteBucketOwnershipControls: 'PutBucketOwnershipControls',
      DeleteBucketReplication: 'PutReplicationConfiguration',
      DeleteBucketTagging: 'PutBucketTagging',
      DeleteObjects: 'DeleteObject',
      DeletePublicAccessBlock: 'PutBucketPublicAccessBlock',
      GetBucketAccelerateConfiguration: 'GetAccelerateConfiguration',
      GetBucketAnalyticsConfiguration: 'GetAnalyticsConfiguration',
      GetBucketEncryption: 'GetEncryptionConfiguration',
      GetBucketIntelligentTieringConfiguration: 'GetIntelligentTieringConfiguration',
      GetBucketInventoryConfiguration: 'GetInventoryConfiguration',
      GetBucketLifecycle: 'GetLifecycleConfiguration',
      GetBucketLifecycleConfiguration: 'GetLifecycleConfiguration',
      GetBucketMetadataConfiguration: 'GetBucketMetadataTableConfiguration',
      GetBucketMetricsConfiguration: 'GetMetricsConfiguration',
      GetBucketNotificationConfiguration: 'GetBucketNotification',
      GetBucketReplication: 'GetReplicationConfiguration',
      GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
      GetPublicAccessBlock: 'GetBucketPublicAccessBlock',
      GetObjectTorrent: ['GetObject', 'GetObjectTorrent'],
      HeadBucket: 'ListBucket',
      HeadObject: 'GetObject',
      ListBucketAnalyticsConfigurations: 'GetAnalyticsConfiguration',
      ListBucketIntelligentTieringConfigurations: 'GetIntelligentTieringConfiguration',
      ListBucketInventoryConfigurations: 'GetInventoryConfiguration',
      ListBucketMetricsConfigurations: 'GetMetricsConfiguration',
      ListBuckets: 'ListAllMyBuckets',
      ListDirectoryBuckets: 's3express:ListAllMyDirectoryBuckets',
      ListMultipartUploads: 'ListBucketMultipartUploads',
      ListObjectVersions: 'ListBucketVersions',
      ListObjects: 'ListBucket',
      ListObjectsV2: 'ListBucket',
      ListParts: 'ListMultipartUploadParts',
      PutBucketAccelerateConfiguration: 'PutAccelerateConfiguration',
      PutBucketAnalyticsConfiguration: 'PutAnalyticsConfiguration',
      PutBucketEncryption: 'PutEncryptionConfiguration',
      PutBucketIntelligentTieringConfiguration: 'PutIntelligentTieringConfiguration',
      PutBucketInventoryConfiguration: 'PutInventoryConfiguration',
      PutBucketLifecycle: 'PutLifecycleConfiguration',
      PutBucketLifecycleConfiguration: 'PutLifecycleConfiguration',
      PutBucketMetricsConfiguration: 'PutMetricsConfiguration',
      PutBucketNotificationConfiguration: 'PutBucketNotification',
      PutBucketReplication: 'PutReplicationConfiguration',
      PutObjectLockConfiguration: 'PutBucketObjectLockConfiguration',
      PutPublicAccessBlock: 'PutBucketPublicAccessBlock',
      RenameObject: 's3express:CreateSession',
      UploadPart: 'PutObject',
      UploadPartCopy: 'PutObject',
      WriteGetObjectResponse: 's3-object-lambda:WriteGetObjectResponse',
    },
  },
  {
    // Buckets of this API are those on Outposts, whose actions are s3-outposts:…; those of s3:… are the buckets of s3.
    service: 's3control',
    sharesNames: true,
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html',
    actions: {
      CreateBucket: 's3-outposts:CreateBucket',
      DeleteAccessPointScope: 's3express:DeleteAccessPointScope',
      DeleteBucket: 's3-outposts:DeleteBucket',
      DeleteBucketLifecycleConfiguration: 's3-outposts:PutLifecycleConfiguration',
      DeleteBucketPolicy: 's3-outposts:DeleteBucketPolicy',
      DeleteBucketReplication: 's3-outposts:PutReplicationConfiguration',
      DeleteBucketTagging: 's3-outposts:PutBucketTagging',
      DeletePublicAccessBlock: 'PutAccountPublicAccessBlock',
      GetAccessPointScope: 's3express:GetAccessPointScope',
      GetBucket: 's3-outposts:GetBucket',
      GetBucketLifecycleConfiguration: 's3-outposts:GetLifecycleConfiguration',
      GetBucketPolicy: 's3-outposts:GetBucketPolicy',
      GetBucketReplication: 's3-outposts:GetReplicationConfiguration',
      GetBucketTagging: 's3-outposts:GetBucketTagging',
      GetBucketVersioning: 's3-outposts:GetBucketVersioning',
      GetPublicAccessBlock: 'GetAccountPublicAccessBlock',
      ListAccessPointsForDirectoryBuckets: 's3express:ListAccessPointsForDirectoryBuckets',
      ListRegionalBuckets: 's3-outposts:ListRegionalBuckets',
      PutAccessPointScope: 's3express:PutAccessPointScope',
      PutBucketLifecycleConfiguration: 's3-outposts:PutLifecycleConfiguration',
      PutBucketPolicy: 's3-outposts:PutBucketPolicy',
      PutBucketReplication: 's3-outposts:PutReplicationConfiguration',
      PutBucketTagging: 's3-outposts:PutBucketTagging',
      PutBucketVersioning: 's3-outposts:PutBucketVersioning',
      PutPublicAccessBlock: 'PutAccountPublicAccessBlock',
    },
  },
  {
    service: 'securityhub',
    source: `${REFERENCE}/list_awssecurityhub.html`,
    actions: {
      BatchUpdateFindingsV2: 'BatchUpdateFindings',
      GetFindingStatisticsV2: 'GetAdhocInsightResults',
      GetFindingsV2: 'GetFindings',
      RegisterConnectorV2: 'ConnectorRegistrationsV2',
    },
  },
  {
    service: 'signin',
    source: `${REFERENCE}/list_awssignin.html`,
    actions: {
      CreateOAuth2TokenWithIAM: 'CreateOAuth2Token',
      IntrospectOAuth2TokenWithIAM: 'IntrospectOAuth2Token',
      RevokeOAuth2TokenWithIAM: 'RevokeOAuth2Token',
    },
  },
  {
    service: 'sns',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-batch-api-actions.html',
    actions: { PublishBatch: 'Publish' },
  },
  {
    service: 'sqs',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html',
    actions: {
      ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
      DeleteMessageBatch: 'DeleteMessage',
      SendMessageBatch: 'SendMessage',
    },
  },
  {
    service: 'taxsettings',
    source: `${REFERENCE}/list_awstaxsettings.html`,
    actions: {
      BatchGetTaxExemptions: 'GetExemptions',
      GetTaxExemptionTypes: 'GetExemptions',
      ListTaxExemptions: 'GetExemptions',
      PutTaxExemption: 'UpdateExemptions',
    },
  },
  {
    service: 'timestreamquery',
    source: 'https://docs.aws.amazon.com/timestream/latest/developerguide/API_query_Query.html',
    actions: { Query: ['Select', 'SelectValues'] },
  },
  {
    service: 'verifiedpermissions',
    source: 'https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_BatchIsAuthorized.html',
    actions: {
      BatchGetPolicy: 'GetPolicy',
      BatchIsAuthorized: 'IsAuthorized',
      BatchIsAuthorizedWithToken: 'IsAuthorizedWithToken',
    },
  },
];

/** Operations that need no permission at all, and why. */
export const NOTHING_NEEDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: not even a Deny stops these.
  sts: {
    GetCallerIdentity: 'AWS STS answers it for every caller, whatever the policies say',
    GetSessionToken: 'AWS STS answers it without asking for a permission',
  },
  // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetClientToken.html
  cognitoidentityprovider: { GetClientToken: 'Amazon Cognito evaluates no IAM policy for it' },
};

/**
 * Services whose operations do not ask IAM: a token in the call's arguments decides.
 *
 * Source: https://docs.aws.amazon.com/connect-participant/latest/APIReference/Welcome.html and
 * https://docs.aws.amazon.com/codecatalyst/latest/APIReference/Welcome.html
 */
export const TOKEN_SERVICES: Readonly<Record<string, string>> = {
  codecatalyst: 'Amazon CodeCatalyst asks for the token of a person, not for an IAM permission',
  connectparticipant: 'Amazon Connect Participant asks for the token of a participant, not for an IAM permission',
};

const CATALOG_CONTEXT = 'https://docs.aws.amazon.com/glue/latest/dg/catalog-business-context-getting-started.html';
const CATALOG_EXPORT = 'https://docs.aws.amazon.com/glue/latest/dg/catalog-export-s3-tables.html';

/** Actions that the IAM data lacks and that AWS documents elsewhere: service → operation → where. */
export const DOCUMENTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bedrockagentcore: {
    IngestData: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_IngestData.html',
  },
  cognitoidentityprovider: {
    DescribeTermsByClient:
      'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeTermsByClient.html',
  },
  datazone: {
    UpdateRootDomainUnitOwner:
      'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide/manage-users-idc-based-domains.html',
  },
  glue: {
    AssociateGlossaryTerms: CATALOG_CONTEXT,
    BatchGetIterableForms: CATALOG_CONTEXT,
    CreateGlossary: CATALOG_CONTEXT,
    CreateGlossaryTerm: CATALOG_CONTEXT,
    DeleteAsset: CATALOG_CONTEXT,
    DeleteAssetType: CATALOG_CONTEXT,
    DeleteAttachment: CATALOG_CONTEXT,
    DeleteFormType: CATALOG_CONTEXT,
    DeleteGlossary: CATALOG_CONTEXT,
    DeleteGlossaryTerm: CATALOG_CONTEXT,
    DisassociateGlossaryTerms: CATALOG_CONTEXT,
    GetAsset: CATALOG_CONTEXT,
    GetAssetType: CATALOG_CONTEXT,
    GetDataCatalogExportConfiguration: CATALOG_EXPORT,
    GetFormType: CATALOG_CONTEXT,
    GetGlossary: CATALOG_CONTEXT,
    GetGlossaryTerm: CATALOG_CONTEXT,
    ListAssetTypes: CATALOG_CONTEXT,
    ListFormTypes: CATALOG_CONTEXT,
    ListGlossaries: CATALOG_CONTEXT,
    ListGlossaryTerms: CATALOG_CONTEXT,
    ListIterableForms: CATALOG_CONTEXT,
    PutAsset: CATALOG_CONTEXT,
    PutAssetType: CATALOG_CONTEXT,
    PutAttachment: CATALOG_CONTEXT,
    PutDataCatalogExportConfiguration: CATALOG_EXPORT,
    PutFormType: CATALOG_CONTEXT,
    SearchAssets: CATALOG_CONTEXT,
    UpdateGlossary: CATALOG_CONTEXT,
    UpdateGlossaryTerm: CATALOG_CONTEXT,
  },
  iam: {
    UpdateDelegationRequest:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-temporary-delegation.html',
  },
};

/** Services that AWS has ended, whose actions stood in earlier editions of the reference (2024), by their operations' names. */
export const FORMERLY_DOCUMENTED: readonly string[] = ['applicationcostprofiler', 'elasticinference'];
