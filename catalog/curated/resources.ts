/** What names a resource where the argument and the ARN format use different words: service → type or slot → members. */
export const NAMED_BY: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  applicationsignals: { slo: ['Id', 'SloIds[]'] },
  appsync: { graphqlapi: ['ApiId', 'SourceApiIdentifier', 'MergedApiIdentifier'] },
  autoscaling: { autoScalingGroup: ['Tags[].ResourceId'] },
  chatbot: { ChatbotConfiguration: ['ChatConfigurationArn'] },
  chimesdkmediapipelines: { 'media-pipeline': ['Identifier'] },
  cloudfrontkeyvaluestore: { 'key-value-store': ['KvsArn'] },
  cloudhsmv2: { backup: ['BackupId'], cluster: ['ClusterId'] },
  cloudtrail: { dashboard: ['DashboardId'] },
  codebuild: { FleetName: ['Names[]'] },
  databasemigration: {
    MigrationProject: ['MigrationProjectIdentifier'],
    DataMigration: ['DataMigrationIdentifier'],
    DataProvider: ['DataProviderIdentifier'],
    InstanceProfile: ['InstanceProfileIdentifier'],
    EventSubscription: ['SubscriptionName'],
    ReplicationSubnetGroup: ['ReplicationSubnetGroupIdentifier'],
    Endpoint: ['EndpointArn', 'SourceEndpointArn', 'TargetEndpointArn'],
  },
  databrew: { Recipe: ['Name'], Job: ['Name'], Project: ['Name'] },
  directconnect: { dxcon: ['InterconnectId', 'ConnectionId'] },
  ec2: {
    'dedicated-host': ['HostIdSet[]'],
    'ipam-scope': ['CurrentIpamScopeId', 'DestinationIpamScopeId'],
    'import-image-task': ['ImportTaskId'],
    'import-snapshot-task': ['ImportTaskId'],
    'ipv4pool-ec2': ['PoolId'],
    'ipv6pool-ec2': ['PoolId'],
    'key-pair': ['KeyName'],
    'security-group': ['GroupId', 'GroupIds[]', 'SecurityGroupIds[]', 'LaunchSpecification.SecurityGroupIds[]'],
    'vpc-endpoint-service': ['ServiceId'],
  },
  ecs: { TaskDefinitionFamilyName: ['Family'], DaemonTaskDefinitionFamilyName: ['Family'] },
  elasticloadbalancingv2: {
    'listener-rule/app': ['RuleArn', 'RulePriorities[].RuleArn'],
    'listener-rule/net': ['RuleArn', 'RulePriorities[].RuleArn'],
  },
  emr: { cluster: ['JobFlowId', 'JobFlowIds[]'] },
  fms: { 'applications-list': ['AppsList.ListId'], 'protocols-list': ['ProtocolsList.ListId'] },
  forecast: { forecastExport: ['ForecastExportJobArn'] },
  frauddetector: { 'batch-import': ['JobId'], 'batch-prediction': ['JobId'], 'external-model': ['ModelEndpoint'] },
  // https://docs.aws.amazon.com/gamelift/latest/apireference/API_S3Location.html
  gamelift: { location: ['LocationName'], ObjectName: ['StorageLocation.Key'] },
  iam: {
    'oidc-provider': ['OpenIdConnectProviderArn'],
    mfa: ['SerialNumber'],
    'sms-mfa': ['SerialNumber'],
    role: ['PolicySourceArn'],
    user: ['PolicySourceArn'],
    group: ['PolicySourceArn'],
  },
  iot: {
    cert: ['Principal', 'Target'],
    thinggroup: ['Target', 'Targets[]', 'SecurityProfileTargetArn'],
    thing: ['TargetArn', 'Targets[]'],
    client: ['TargetArn'],
  },
  iotfleetwise: { vehicle: ['VehicleName'] },
  iotwireless: { SidewalkAccount: ['PartnerAccountId'] },
  keyspaces: { keyspace: ['KeyspaceName'], table: ['TableName'] },
  lambda: { Alias: ['Qualifier'], Version: ['Qualifier'] },
  lexmodelbuildingservice: {
    bot: ['Name'],
    BotName: ['Name'],
    IntentName: ['Name'],
    SlotName: ['Name'],
    ChannelName: ['Name'],
    'bot alias': ['Name'],
  },
  cloudwatchlogs: { delivery: ['Id'] },
  mediapackagevod: { assets: ['Id'], 'packaging-configurations': ['Id'], 'packaging-groups': ['Id'] },
  // https://docs.aws.amazon.com/mwaa/latest/userguide/access-mwaa-apache-airflow-rest-api.html: a role's ARN has the environment.
  mwaa: { EnvironmentName: ['Name'] },
  // https://docs.aws.amazon.com/omics/latest/api/API_CreateAnnotationStoreVersion.html: Name is the store's.
  omics: {
    runCache: ['CacheId'],
    AnnotationStoreName: ['Name', 'DestinationName'],
    AnnotationStoreVersionName: ['VersionName', 'Versions[]'],
  },
  // https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_DeletePerformanceAnalysisReport.html
  pi: { Identifier: ['Identifier'], ReportId: ['AnalysisReportId'] },
  pinpoint: { AppId: ['ApplicationId'] },
  rds: { cluster: ['DbClusterIdentifier', 'SourceDbClusterIdentifier'] },
  route53recoveryreadiness: { cell: ['CellName'] },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html
  s3: { ObjectName: ['Key', 'Delete.Objects[].Key'] },
  sagemaker: { 'model-package': ['ModelPackageName'] },
  secretsmanager: { Secret: ['Name'] },
  ses: { identity: ['Source', 'Identity', 'EmailAddress', 'Domain'] },
  securityhub: { product: ['Findings[].ProductArn'] },
  sesv2: {
    identity: ['FromEmailAddress', 'EmailIdentity', 'Domain'],
    'dedicated-ip-pool': ['PoolName', 'DestinationPoolName'],
  },
  ssm: { document: ['Name', 'Entries[].Name'] },
  ssoadmin: { Account: ['TargetId'] },
  tnb: {
    'network-operation': ['NsLcmOpOccId'],
    'network-instance': ['NsInstanceId'],
    'network-package': ['NsdInfoId'],
    'function-package': ['VnfPkgId'],
    'function-instance': ['VnfInstanceId'],
  },
  waf: { ratebasedrule: ['RuleId'] },
  wafregional: { ratebasedrule: ['RuleId'] },
};

/** What an argument that names a resource stands for where a call leaves it out. */
export const DEFAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // https://docs.aws.amazon.com/athena/latest/ug/workgroups-manage-queries-control-costs.html
  athena: { WorkGroup: 'primary' },
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
  ecs: { Cluster: 'default' },
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
  eventbridge: { EventBusName: 'default' },
  // https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
  scheduler: { GroupName: 'default' },
};

/** Arguments that look as if they named a resource and do not: the ARN has another ID, or another spelling. */
export const NAMES_NOTHING: Readonly<Record<string, readonly string[]>> = {
  amplifybackend: ['ResourceName'],
  // https://docs.aws.amazon.com/autoscaling/application/userguide/security_iam_service-with-iam.html: a scalable
  // target's ARN has an ID of its own.
  applicationautoscaling: ['ResourceId'],
  // Inquiries have IDs.
  artifact: ['Name'],
  // The resources of an OAuth 2 request.
  bedrockagentcore: ['Resources[]'],
  // An amount of money.
  braket: ['SpendingLimit'],
  // What the caller calls a meeting: the ARN has an ID of AWS's own.
  chimesdkmeetings: ['ExternalMeetingId'],
  // The address of another application.
  connect: ['SourceApplicationUrl'],
  // https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Introduction.AWS.ARN.html: ARNs have IDs, which DMS makes up.
  databasemigration: [
    'CertificateIdentifier',
    'DataMigrationName',
    'DataProviderName',
    'EndpointIdentifier',
    'InstanceProfileName',
    'MigrationProjectName',
    'ReplicationConfigIdentifier',
    'ReplicationInstanceIdentifier',
    'ReplicationTaskIdentifier',
  ],
  // The rules of a ruleset.
  glue: ['Ruleset'],
  // https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_ComponentConfiguration.html: ARNs have only small
  // letters, which My Component is not.
  imagebuilder: ['Name'],
  // The name that a source has in NDI.
  mediaconnect: ['Sources[].NdiSourceSettings.SourceName'],
  // https://docs.aws.amazon.com/cli/latest/reference/mediapackage/create-channel.html: ARNs have IDs of AWS's own.
  mediapackage: ['ChannelId', 'Id'],
  // A job's ID: the ARN has the cluster's.
  neptunedata: ['Id'],
  // The run that a new one repeats.
  omics: ['RunId'],
  // The account that manages a program: the ARN has an identifier of AWS's own.
  partnercentralchannel: ['AccountId'],
  // A schema's text.
  personalize: ['Schema'],
  // Whom a message is sent to.
  pinpointsmsvoicev2: ['DestinationPhoneNumber', 'RcsMessageContent.Suggestions[].DialPhone.PhoneNumber'],
  // Amazon Kinesis's stream, not the ledger's.
  qldb: ['KinesisConfiguration.StreamArn'],
  // The database inside the instance.
  rds: ['DbName'],
  // An application of AWS Service Catalog AppRegistry.
  resiliencehub: ['AwsApplicationArn'],
  // Names of security groups, whose ARNs have IDs.
  ec2: ['LaunchSpecification.SecurityGroups[]'],
  // The protocols in the list.
  fms: ['ProtocolsList.ProtocolsList[]'],
  // A VPC's ID: the ARN has the configuration's.
  route53resolver: ['ResourceId'],
  // The ARN has a hash of the source.
  sagemaker: ['ArtifactName'],
  signin: ['Resource'],
};

/**
 * Arguments that take a resource's ARN, its ID or its name, where the ARN has the ID alone: a text that is no ARN
 * may be the name.
 */
export const ARN_ONLY: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_GetConfiguration.html
  appconfig: [
    'Application',
    'Environment',
    'ApplicationIdentifier',
    'ExperimentDefinitionIdentifier',
    'ExtensionIdentifier',
  ],
  // https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_appconfigdata_StartConfigurationSession.html
  appconfigdata: ['ApplicationIdentifier', 'EnvironmentIdentifier', 'ConfigurationProfileIdentifier'],
  // https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateMigrationProject.html
  databasemigration: [
    'DataMigrationIdentifier',
    'DataProviderIdentifier',
    'InstanceProfileIdentifier',
    'MigrationProjectIdentifier',
    'SourceDataProviderDescriptors[].DataProviderIdentifier',
    'TargetDataProviderDescriptors[].DataProviderIdentifier',
  ],
  // https://docs.aws.amazon.com/pcs/latest/APIReference/API_GetCluster.html
  pcs: ['ClusterIdentifier', 'ComputeNodeGroupIdentifier', 'QueueIdentifier'],
  // https://docs.aws.amazon.com/quicksight/latest/APIReference/API_IAMPolicyAssignment.html
  quicksight: ['AssignmentName'],
  // https://docs.aws.amazon.com/servicecatalog/latest/dg/API_app-registry_GetApplication.html
  servicecatalogappregistry: ['Application', 'AttributeGroup'],
};
