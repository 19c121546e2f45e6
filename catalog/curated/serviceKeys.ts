/** Keys that services use with a permission of their own. */

export interface ServiceKeyRow {
  readonly service: string;
  readonly operations: readonly string[];
  /** The arguments that name the keys. */
  readonly keys: readonly string[];
  readonly source: string;
}

/**
 * The page says that the caller needs nothing on the key: the service's principal uses it by the key's policy, the role
 * that the call passes uses it, or the call only writes down which key is meant.
 */
export const SERVICE_KEYS: readonly ServiceKeyRow[] = [
  {
    // The service-linked role of Spot Fleets uses it.
    service: 'ec2',
    operations: ['RequestSpotFleet'],
    keys: ['SpotFleetRequestConfig.LaunchSpecifications[].BlockDeviceMappings[].Ebs.KmsKeyId'],
    source:
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-fleet-prerequisites.html#spot-fleet-service-linked-roles-access-to-cmks',
  },
  {
    // The replication role uses it.
    service: 's3',
    operations: ['PutBucketReplication'],
    keys: ['ReplicationConfiguration.Rules[].Destination.EncryptionConfiguration.ReplicaKmsKeyId'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html',
  },
  {
    // The key policy lets s3.amazonaws.com use it.
    service: 's3',
    operations: ['PutBucketInventoryConfiguration'],
    keys: ['InventoryConfiguration.Destination.S3BucketDestination.Encryption.Ssekms.KeyId'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configure-inventory.html',
  },
  {
    // The key policy lets storage-lens.s3.amazonaws.com use it.
    service: 's3control',
    operations: ['PutStorageLensConfiguration'],
    keys: [
      'StorageLensConfiguration.DataExport.S3BucketDestination.Encryption.Ssekms.KeyId',
      'StorageLensConfiguration.DataExport.StorageLensTableDestination.Encryption.Ssekms.KeyId',
      'StorageLensConfiguration.ExpandedPrefixesDataExport.S3BucketDestination.Encryption.Ssekms.KeyId',
      'StorageLensConfiguration.ExpandedPrefixesDataExport.StorageLensTableDestination.Encryption.Ssekms.KeyId',
    ],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage_lens_encrypt_permissions.html',
  },
  {
    // The job's role uses it, or a filter only compares it.
    service: 's3control',
    operations: ['CreateJob'],
    keys: [
      'Operation.S3PutObjectCopy.SseAwsKmsKeyId',
      'Operation.S3UpdateObjectEncryption.ObjectEncryption.Ssekms.KmsKeyArn',
      'ManifestGenerator.S3JobManifestGenerator.ManifestOutputLocation.ManifestEncryption.Ssekms.KeyId',
      'ManifestGenerator.S3JobManifestGenerator.Filter.MatchAnyObjectEncryption[].Ssekms.KmsKeyArn',
      'ManifestGenerator.S3JobManifestGenerator.Filter.MatchAnyObjectEncryption[].Dssekms.KmsKeyArn',
    ],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-iam-role-policies.html',
  },
  {
    service: 'eventbridge',
    operations: ['CreateArchive', 'UpdateArchive'],
    keys: ['KmsKeyIdentifier'],
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-archives.html',
  },
  {
    service: 'cloudwatchevents',
    operations: ['CreateArchive', 'UpdateArchive'],
    keys: ['KmsKeyIdentifier'],
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-archives.html',
  },
  {
    // The pipe's role uses it.
    service: 'pipes',
    operations: ['CreatePipe', 'UpdatePipe'],
    keys: ['KmsKeyIdentifier'],
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-pipes-cmkey.html',
  },
  {
    service: 'cloudtrail',
    operations: ['CreateTrail', 'UpdateTrail'],
    keys: ['KmsKeyId'],
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
  },
  {
    // The project's service role uses it.
    service: 'codebuild',
    operations: ['CreateProject', 'UpdateProject'],
    keys: ['EncryptionKey'],
    source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-kms.html',
  },
  {
    // The project's service role uses it.
    service: 'codebuild',
    operations: ['StartBuild', 'StartBuildBatch'],
    keys: ['EncryptionKeyOverride'],
    source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-kms.html',
  },
  {
    // The infrastructure role uses it.
    service: 'ecs',
    operations: ['CreateService', 'UpdateService', 'StartTask'],
    keys: ['VolumeConfigurations[].ManagedEbsVolume.KmsKeyId'],
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-kms-encryption.html',
  },
  {
    // The infrastructure role uses it.
    service: 'ecs',
    operations: ['CreateCluster', 'UpdateCluster'],
    keys: ['Configuration.ManagedStorageConfiguration.KmsKeyId'],
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-kms-encryption.html',
  },
  {
    // The task's role uses it, and who starts a session.
    service: 'ecs',
    operations: ['CreateCluster', 'UpdateCluster'],
    keys: ['Configuration.ExecuteCommandConfiguration.KmsKeyId'],
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  },
  {
    // The role vmimport uses it.
    service: 'ec2',
    operations: ['ImportImage', 'ImportSnapshot'],
    keys: ['KmsKeyId'],
    source: 'https://docs.aws.amazon.com/vm-import/latest/userguide/required-permissions.html',
  },
  {
    // The key is not used before PutMedia or GetMedia.
    service: 'kinesisvideo',
    operations: ['CreateStream'],
    keys: ['KmsKeyId'],
    source: 'https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/how-kms.html#using-sse-master-keys-akvs',
  },
  {
    service: 'lambda',
    operations: ['CreateFunction'],
    keys: ['Code.SourceKmsKeyArn'],
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/encrypt-zip-package.html',
  },
  {
    service: 'lambda',
    operations: ['UpdateFunctionCode'],
    keys: ['SourceKmsKeyArn'],
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/encrypt-zip-package.html',
  },
  {
    // The roles of the jobs and crawlers use it.
    service: 'glue',
    operations: ['CreateSecurityConfiguration'],
    keys: [
      'EncryptionConfiguration.S3Encryption[].KmsKeyArn',
      'EncryptionConfiguration.CloudWatchEncryption.KmsKeyArn',
      'EncryptionConfiguration.JobBookmarksEncryption.KmsKeyArn',
    ],
    source: 'https://docs.aws.amazon.com/glue/latest/dg/set-up-encryption.html',
  },
  {
    // The canary's role uses it.
    service: 'synthetics',
    operations: ['CreateCanary', 'StartCanaryDryRun', 'UpdateCanary'],
    keys: ['ArtifactConfig.S3Encryption.KmsKeyArn'],
    source:
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_artifact_encryption.html',
  },
  {
    // The role in SinkIamRoleArn uses it.
    service: 'chimesdkmediapipelines',
    operations: ['CreateMediaCapturePipeline'],
    keys: ['SseAwsKeyManagementParams.AwsKmsKeyId'],
    source:
      'https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_media-pipelines-chime_SseAwsKeyManagementParams.html',
  },
  {
    // The service role uses it.
    service: 'bedrock',
    operations: ['CreateCustomModel'],
    keys: ['ModelKmsKeyArn'],
    source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateCustomModel.html',
  },
  {
    // The service role uses it.
    service: 'bedrock',
    operations: ['CreateModelInvocationJob'],
    keys: ['OutputDataConfig.S3OutputDataConfig.S3EncryptionKeyId'],
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-permissions.html',
  },
  {
    service: 'bedrockagentruntime',
    operations: ['RetrieveAndGenerate'],
    keys: ['SessionConfiguration.KmsKeyArn'],
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-kb.html',
  },
  {
    // The knowledge base's service role uses it.
    service: 'bedrockagent',
    operations: ['CreateDataSource', 'UpdateDataSource'],
    keys: ['ServerSideEncryptionConfiguration.KmsKeyArn'],
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-kb.html',
  },
  {
    // The service role uses it.
    service: 'personalize',
    operations: ['CreateBatchInferenceJob', 'CreateBatchSegmentJob'],
    keys: ['JobInput.S3DataSource.KmsKeyArn', 'JobOutput.S3DataDestination.KmsKeyArn'],
    source: 'https://docs.aws.amazon.com/personalize/latest/dg/granting-personalize-key-access.html',
  },
  {
    // The service role uses it.
    service: 'personalize',
    operations: ['CreateDatasetExportJob'],
    keys: ['JobOutput.S3DataDestination.KmsKeyArn'],
    source: 'https://docs.aws.amazon.com/personalize/latest/dg/granting-personalize-key-access.html',
  },
  {
    // The service role uses it.
    service: 'personalize',
    operations: ['CreateDatasetGroup'],
    keys: ['KmsKeyArn'],
    source: 'https://docs.aws.amazon.com/personalize/latest/dg/granting-personalize-key-access.html',
  },
  {
    // The service role uses it.
    service: 'personalize',
    operations: ['CreateMetricAttribution', 'UpdateMetricAttribution'],
    keys: ['MetricsOutputConfig.S3DataDestination.KmsKeyArn'],
    source: 'https://docs.aws.amazon.com/personalize/latest/dg/granting-personalize-key-access.html',
  },
  {
    // A finding only tells of it.
    service: 'securityhub',
    operations: ['BatchImportFindings'],
    keys: [
      'Findings[].Resources[].Details.AwsCodeBuildProject.EncryptionKey',
      'Findings[].Resources[].Details.AwsEc2Volume.KmsKeyId',
      'Findings[].Resources[].Details.AwsS3Object.SsekmsKeyId',
      'Findings[].Resources[].Details.AwsSecretsManagerSecret.KmsKeyId',
      'Findings[].Resources[].Details.AwsCloudTrailTrail.KmsKeyId',
      'Findings[].Resources[].Details.AwsRedshiftCluster.KmsKeyId',
      'Findings[].Resources[].Details.AwsKmsKey.KeyId',
      'Findings[].Resources[].Details.AwsLambdaFunction.KmsKeyArn',
      'Findings[].Resources[].Details.AwsRdsDbInstance.KmsKeyId',
      'Findings[].Resources[].Details.AwsRdsDbInstance.PerformanceInsightsKmsKeyId',
      'Findings[].Resources[].Details.AwsSnsTopic.KmsMasterKeyId',
      'Findings[].Resources[].Details.AwsSqsQueue.KmsMasterKeyId',
      'Findings[].Resources[].Details.AwsRdsDbSnapshot.KmsKeyId',
      'Findings[].Resources[].Details.AwsRdsDbClusterSnapshot.KmsKeyId',
      'Findings[].Resources[].Details.AwsRdsDbCluster.KmsKeyId',
      'Findings[].Resources[].Details.AwsXrayEncryptionConfig.KeyId',
      'Findings[].Resources[].Details.AwsBackupBackupVault.EncryptionKeyArn',
      'Findings[].Resources[].Details.AwsSageMakerNotebookInstance.KmsKeyId',
      'Findings[].Resources[].Details.AwsDmsEndpoint.KmsKeyId',
      'Findings[].Resources[].Details.AwsDmsReplicationInstance.KmsKeyId',
      'Findings[].Resources[].Details.AwsBackupRecoveryPoint.EncryptionKeyArn',
    ],
    source: 'https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html',
  },
  {
    // The role that the call passes uses it.
    service: 'sagemaker',
    operations: ['CreateTrainingJob'],
    keys: ['OutputDataConfig.KmsKeyId', 'ResourceConfig.VolumeKmsKeyId'],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  },
  {
    // The role that the call passes uses it.
    service: 'sagemaker',
    operations: ['CreateProcessingJob'],
    keys: ['ProcessingOutputConfig.KmsKeyId', 'ProcessingResources.ClusterConfig.VolumeKmsKeyId'],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  },
  {
    // The role that the call passes uses it.
    service: 'sagemaker',
    operations: ['CreateHyperParameterTuningJob'],
    keys: [
      'TrainingJobDefinition.OutputDataConfig.KmsKeyId',
      'TrainingJobDefinition.ResourceConfig.VolumeKmsKeyId',
      'TrainingJobDefinition.HyperParameterTuningResourceConfig.VolumeKmsKeyId',
      'TrainingJobDefinitions[].OutputDataConfig.KmsKeyId',
      'TrainingJobDefinitions[].ResourceConfig.VolumeKmsKeyId',
      'TrainingJobDefinitions[].HyperParameterTuningResourceConfig.VolumeKmsKeyId',
    ],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  },
  {
    // The role that the call passes uses it.
    service: 'sagemaker',
    operations: ['CreateAutoMLJob'],
    keys: ['OutputDataConfig.KmsKeyId', 'AutoMlJobConfig.SecurityConfig.VolumeKmsKeyId'],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  },
  {
    // The role that the call passes uses it.
    service: 'sagemaker',
    operations: ['CreateAutoMLJobV2'],
    keys: ['OutputDataConfig.KmsKeyId', 'SecurityConfig.VolumeKmsKeyId'],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  },
  {
    // The role that the call passes uses it.
    service: 'sagemaker',
    operations: ['CreateDomain'],
    keys: ['KmsKeyId'],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createdomain-perms',
  },
  {
    // The role of CreateModel uses it.
    service: 'sagemaker',
    operations: ['CreateTransformJob'],
    keys: ['TransformOutput.KmsKeyId'],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformOutput.html',
  },
  {
    // The role that the call passes uses it.
    service: 'sagemaker',
    operations: ['CreateLabelingJob'],
    keys: ['OutputConfig.KmsKeyId', 'LabelingJobAlgorithmsConfig.LabelingJobResourceConfig.VolumeKmsKeyId'],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sms-security-kms-permissions.html',
  },
  {
    // The role that the call passes uses it.
    service: 'sagemaker',
    operations: ['CreateInferenceRecommendationsJob'],
    keys: ['InputConfig.VolumeKmsKeyId', 'OutputConfig.KmsKeyId'],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobInputConfig.html',
  },
  {
    // The role that the call passes uses it.
    service: 'sagemaker',
    operations: ['CreateFeatureGroup'],
    keys: ['OfflineStoreConfig.S3StorageConfig.KmsKeyId'],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3StorageConfig.html',
  },
  {
    // The key policy lets Amazon SES use it.
    service: 'ses',
    operations: ['CreateReceiptRule', 'UpdateReceiptRule'],
    keys: ['Rule.Actions[].S3Action.KmsKeyArn'],
    source: 'https://docs.aws.amazon.com/ses/latest/APIReference/API_S3Action.html',
  },
  {
    // The role that delivers uses it.
    service: 'firehose',
    operations: ['CreateDeliveryStream'],
    keys: [
      'AmazonOpenSearchServerlessDestinationConfiguration.S3Configuration.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'AmazonopensearchserviceDestinationConfiguration.S3Configuration.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'ElasticsearchDestinationConfiguration.S3Configuration.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'ExtendedS3DestinationConfiguration.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'ExtendedS3DestinationConfiguration.S3BackupConfiguration.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'HttpEndpointDestinationConfiguration.S3Configuration.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'IcebergDestinationConfiguration.S3Configuration.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'RedshiftDestinationConfiguration.S3BackupConfiguration.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'RedshiftDestinationConfiguration.S3Configuration.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'S3DestinationConfiguration.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'SnowflakeDestinationConfiguration.S3Configuration.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'SplunkDestinationConfiguration.S3Configuration.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
    ],
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html',
  },
  {
    // The role that delivers uses it.
    service: 'firehose',
    operations: ['UpdateDestination'],
    keys: [
      'AmazonOpenSearchServerlessDestinationUpdate.S3Update.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'AmazonopensearchserviceDestinationUpdate.S3Update.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'ElasticsearchDestinationUpdate.S3Update.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'ExtendedS3DestinationUpdate.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'ExtendedS3DestinationUpdate.S3BackupUpdate.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'HttpEndpointDestinationUpdate.S3Update.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'IcebergDestinationUpdate.S3Configuration.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'RedshiftDestinationUpdate.S3BackupUpdate.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'RedshiftDestinationUpdate.S3Update.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'S3DestinationUpdate.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'SnowflakeDestinationUpdate.S3Update.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
      'SplunkDestinationUpdate.S3Update.EncryptionConfiguration.KmsEncryptionConfig.AwskmsKeyArn',
    ],
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html',
  },
  {
    service: 'kendra',
    operations: ['CreateIndex'],
    keys: ['ServerSideEncryptionConfiguration.KmsKeyId'],
    source: 'https://docs.aws.amazon.com/kendra/latest/dg/encryption-at-rest.html',
  },
];

/** Arguments that name keys though no model says so: keys of maps. */
export const MORE_KEYS: readonly Omit<ServiceKeyRow, 'source'>[] = [
  { service: 'sns', operations: ['CreateTopic'], keys: ['Attributes.KmsMasterKeyId'] },
  { service: 'sqs', operations: ['CreateQueue', 'SetQueueAttributes'], keys: ['Attributes.KmsMasterKeyId'] },
];
