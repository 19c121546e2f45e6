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
  codebuild: { fleet: ['Names[]'] },
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
    'security-group': ['GroupId', 'GroupIds[]', 'SecurityGroupIds[]'],
    'vpc-endpoint-service': ['ServiceId'],
  },
  elasticloadbalancingv2: {
    'listener-rule/app': ['RuleArn', 'RulePriorities[].RuleArn'],
    'listener-rule/net': ['RuleArn', 'RulePriorities[].RuleArn'],
  },
  emr: { cluster: ['JobFlowId', 'JobFlowIds[]'] },
  forecast: { forecastExport: ['ForecastExportJobArn'] },
  frauddetector: { 'batch-import': ['JobId'], 'batch-prediction': ['JobId'], 'external-model': ['ModelEndpoint'] },
  gamelift: { location: ['LocationName'] },
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
    thinggroup: ['Target', 'SecurityProfileTargetArn'],
    thing: ['TargetArn'],
    client: ['TargetArn'],
  },
  iotfleetwise: { vehicle: ['VehicleName'] },
  iotwireless: { SidewalkAccount: ['PartnerAccountId'] },
  keyspaces: { keyspace: ['KeyspaceName'], table: ['TableName'] },
  lexmodelbuildingservice: { bot: ['Name'], 'bot version': ['Name'], 'bot alias': ['Name'] },
  cloudwatchlogs: { delivery: ['Id'] },
  mediapackagevod: { assets: ['Id'], 'packaging-configurations': ['Id'], 'packaging-groups': ['Id'] },
  pinpoint: { app: ['ApplicationId'] },
  rds: { cluster: ['DbClusterIdentifier', 'SourceDbClusterIdentifier'] },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html
  s3: { ObjectName: ['Key', 'Delete.Objects[].Key'] },
  sagemaker: { 'model-package': ['ModelPackageName'] },
  ses: { identity: ['Source', 'Identity', 'EmailAddress', 'Domain'] },
  securityhub: { product: ['Findings[].ProductArn'] },
  sesv2: {
    identity: ['FromEmailAddress', 'EmailIdentity', 'Domain'],
    'dedicated-ip-pool': ['PoolName', 'DestinationPoolName'],
  },
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
  // https://docs.aws.amazon.com/athena/latest/ug/workgroups-benefits.html
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
  // The resources of an OAuth 2 request.
  bedrockagentcore: ['Resources[]'],
  // A VPC's ID: the ARN has the configuration's.
  route53resolver: ['ResourceId'],
  signin: ['Resource'],
};
