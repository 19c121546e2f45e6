/**
 * Actions that the service authorization reference lists as dependent: the caller may need them to call the first.
 * Action → its dependent actions; iam:PassRole is the roles' own matter.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table
 */
export const DEPENDENTS: Readonly<Record<string, readonly string[]>> = {
 "access-analyzer:CreateAnalyzer": [
  "iam:CreateServiceLinkedRole"
 ],
 "aco-automation:ListAutomationRulePreview": [
  "ec2:DescribeVolumes"
 ],
 "aco-automation:ListRecommendedActions": [
  "ec2:DescribeVolumes"
 ],
 "aiops:CreateInvestigation": [
  "kms:Decrypt",
  "kms:GenerateDataKey",
  "sts:SetContext"
 ],
 "aiops:CreateInvestigationEvent": [
  "cloudwatch:DescribeAlarmHistory",
  "cloudwatch:DescribeAlarms",
  "cloudwatch:GetInsightRuleReport",
  "cloudwatch:GetMetricData",
  "kms:Decrypt",
  "kms:GenerateDataKey",
  "logs:GetQueryResults",
  "sts:SetContext"
 ],
 "aiops:CreateInvestigationGroup": [
  "aiops:TagResource",
  "cloudtrail:DescribeTrails",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "sso:CreateApplication",
  "sso:DeleteApplication",
  "sso:PutApplicationAccessScope",
  "sso:PutApplicationAssignmentConfiguration",
  "sso:PutApplicationAuthenticationMethod",
  "sso:PutApplicationGrant",
  "sso:TagResource"
 ],
 "aiops:CreateInvestigationResource": [
  "cloudwatch:DescribeAlarmHistory",
  "cloudwatch:DescribeAlarms",
  "cloudwatch:GetInsightRuleReport",
  "cloudwatch:GetMetricData",
  "kms:GenerateDataKey",
  "logs:GetQueryResults"
 ],
 "aiops:CreateReport": [
  "kms:Decrypt",
  "kms:GenerateDataKey",
  "sts:SetContext"
 ],
 "aiops:DeleteInvestigation": [
  "sts:SetContext"
 ],
 "aiops:DeleteInvestigationGroup": [
  "sso:DeleteApplication"
 ],
 "aiops:GenerateReport": [
  "kms:Decrypt",
  "kms:GenerateDataKey",
  "sts:SetContext"
 ],
 "aiops:GetFact": [
  "kms:Decrypt"
 ],
 "aiops:GetFactVersions": [
  "kms:Decrypt"
 ],
 "aiops:GetInvestigationEvent": [
  "kms:Decrypt"
 ],
 "aiops:GetInvestigationResource": [
  "kms:Decrypt"
 ],
 "aiops:GetReport": [
  "kms:Decrypt"
 ],
 "aiops:ListFacts": [
  "kms:Decrypt"
 ],
 "aiops:PutFact": [
  "kms:Decrypt",
  "kms:GenerateDataKey",
  "sts:SetContext"
 ],
 "aiops:UpdateInvestigation": [
  "kms:Decrypt",
  "kms:GenerateDataKey",
  "sts:SetContext"
 ],
 "aiops:UpdateInvestigationEvent": [
  "kms:Decrypt",
  "kms:GenerateDataKey",
  "sts:SetContext"
 ],
 "aiops:UpdateInvestigationGroup": [
  "cloudtrail:DescribeTrails",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "sso:CreateApplication",
  "sso:DeleteApplication",
  "sso:PutApplicationAccessScope",
  "sso:PutApplicationAssignmentConfiguration",
  "sso:PutApplicationAuthenticationMethod",
  "sso:PutApplicationGrant",
  "sso:TagResource"
 ],
 "aiops:UpdateReport": [
  "kms:Decrypt",
  "kms:GenerateDataKey",
  "sts:SetContext"
 ],
 "amplifybackend:ListS3Buckets": [
  "s3:ListAllMyBuckets"
 ],
 "amplifyuibuilder:CreateComponent": [
  "amplify:GetApp",
  "amplifyuibuilder:GetComponent",
  "amplifyuibuilder:TagResource"
 ],
 "amplifyuibuilder:CreateForm": [
  "amplify:GetApp",
  "amplifyuibuilder:GetForm",
  "amplifyuibuilder:TagResource",
  "amplifyuibuilder:UntagResource"
 ],
 "amplifyuibuilder:CreateTheme": [
  "amplify:GetApp",
  "amplifyuibuilder:GetTheme",
  "amplifyuibuilder:TagResource"
 ],
 "amplifyuibuilder:DeleteComponent": [
  "amplify:GetApp",
  "amplifyuibuilder:UntagResource"
 ],
 "amplifyuibuilder:DeleteForm": [
  "amplify:GetApp",
  "amplifyuibuilder:TagResource",
  "amplifyuibuilder:UntagResource"
 ],
 "amplifyuibuilder:DeleteTheme": [
  "amplify:GetApp",
  "amplifyuibuilder:UntagResource"
 ],
 "amplifyuibuilder:GetCodegenJob": [
  "amplify:GetApp"
 ],
 "amplifyuibuilder:GetComponent": [
  "amplify:GetApp"
 ],
 "amplifyuibuilder:GetForm": [
  "amplify:GetApp"
 ],
 "amplifyuibuilder:GetTheme": [
  "amplify:GetApp"
 ],
 "amplifyuibuilder:ListCodegenJobs": [
  "amplify:GetApp"
 ],
 "amplifyuibuilder:ListComponents": [
  "amplify:GetApp"
 ],
 "amplifyuibuilder:ListForms": [
  "amplify:GetApp"
 ],
 "amplifyuibuilder:ListThemes": [
  "amplify:GetApp"
 ],
 "amplifyuibuilder:StartCodegenJob": [
  "amplify:GetApp"
 ],
 "amplifyuibuilder:UpdateComponent": [
  "amplify:GetApp",
  "amplifyuibuilder:TagResource",
  "amplifyuibuilder:UntagResource"
 ],
 "amplifyuibuilder:UpdateForm": [
  "amplify:GetApp",
  "amplifyuibuilder:GetForm",
  "amplifyuibuilder:TagResource",
  "amplifyuibuilder:UntagResource"
 ],
 "amplifyuibuilder:UpdateTheme": [
  "amplify:GetApp",
  "amplifyuibuilder:GetTheme",
  "amplifyuibuilder:TagResource",
  "amplifyuibuilder:UntagResource"
 ],
 "app-integrations:CreateApplication": [
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy"
 ],
 "app-integrations:CreateDataIntegration": [
  "appflow:DeleteFlow",
  "appflow:DescribeConnectorProfiles",
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy",
  "kms:CreateGrant",
  "profile:GetDomain",
  "profile:GetProfileObjectType",
  "s3:GetBucketNotification",
  "s3:GetEncryptionConfiguration",
  "s3:PutBucketNotification"
 ],
 "app-integrations:CreateDataIntegrationAssociation": [
  "appflow:CreateFlow",
  "appflow:DeleteFlow",
  "appflow:DescribeConnectorEntity",
  "appflow:DescribeConnectorProfiles",
  "appflow:TagResource",
  "appflow:UseConnectorProfile",
  "profile:CreateSnapshot",
  "profile:GetSnapshot"
 ],
 "app-integrations:CreateEventIntegration": [
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy"
 ],
 "app-integrations:CreateEventIntegrationAssociation": [
  "events:PutRule",
  "events:PutTargets"
 ],
 "app-integrations:DeleteDataIntegrationAssociation": [
  "appflow:CreateFlow",
  "appflow:DeleteFlow",
  "appflow:DescribeConnectorEntity",
  "appflow:DescribeConnectorProfiles",
  "appflow:StopFlow",
  "appflow:TagResource",
  "appflow:UseConnectorProfile"
 ],
 "app-integrations:DeleteEventIntegrationAssociation": [
  "events:DeleteRule",
  "events:ListTargetsByRule",
  "events:RemoveTargets"
 ],
 "app-integrations:StartDataIntegrationExecution": [
  "profile:CreateSegmentSnapshot",
  "profile:CreateSnapshot"
 ],
 "app-integrations:UpdateDataIntegrationAssociation": [
  "profile:CreateSnapshot",
  "profile:GetSnapshot"
 ],
 "application-autoscaling:RegisterScalableTarget": [
  "application-autoscaling:TagResource"
 ],
 "appsync:CreateApi": [
  "iam:CreateServiceLinkedRole"
 ],
 "appsync:CreateGraphqlApi": [
  "iam:CreateServiceLinkedRole"
 ],
 "appsync:UpdateApi": [
  "iam:CreateServiceLinkedRole"
 ],
 "appsync:UpdateGraphqlApi": [
  "iam:CreateServiceLinkedRole"
 ],
 "apptest:DeleteTestRun": [
  "s3:DeleteObject",
  "s3:ListBucket"
 ],
 "apptest:StartTestRun": [
  "cloudformation:CreateStack",
  "cloudformation:DeleteStack",
  "cloudformation:DescribeStacks",
  "dms:DescribeReplicationTasks",
  "dms:StartReplicationTask",
  "dms:StopReplicationTask",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeVpcEndpointServiceConfigurations",
  "ec2:DescribeVpcEndpointServices",
  "m2:CreateDataSetImportTask",
  "m2:GetApplication",
  "m2:GetApplicationVersion",
  "m2:GetBatchJobExecution",
  "m2:GetDataSetDetails",
  "m2:GetDataSetImportTask",
  "m2:StartApplication",
  "m2:StartBatchJob",
  "m2:StopApplication",
  "s3:CreateBucket",
  "s3:DeleteObject",
  "s3:GetObject",
  "s3:ListBucket",
  "s3:PutObject"
 ],
 "aps:CreateScraper": [
  "aps:TagResource",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "eks:DescribeCluster",
  "iam:CreateServiceLinkedRole"
 ],
 "aps:UpdateScraper": [
  "aps:CreateScraper",
  "aps:TagResource"
 ],
 "arc-zonal-shift:CreatePracticeRunConfiguration": [
  "cloudwatch:DescribeAlarms",
  "iam:CreateServiceLinkedRole"
 ],
 "arc-zonal-shift:UpdatePracticeRunConfiguration": [
  "cloudwatch:DescribeAlarms",
  "iam:CreateServiceLinkedRole"
 ],
 "arc-zonal-shift:UpdateZonalAutoshiftConfiguration": [
  "iam:CreateServiceLinkedRole"
 ],
 "autoscaling:CreateAutoScalingGroup": [
  "iam:CreateServiceLinkedRole"
 ],
 "aws-marketplace:PutDeploymentParameter": [
  "aws-marketplace:TagResource"
 ],
 "batch:CreateServiceEnvironment": [
  "iam:CreateServiceLinkedRole"
 ],
 "billing:AssociateSourceViews": [
  "billing:UseSourceView",
  "iam:CreateServiceLinkedRole"
 ],
 "billing:CreateBillingView": [
  "billing:UseSourceView",
  "iam:CreateServiceLinkedRole"
 ],
 "budgets:ModifyBudget": [
  "iam:CreateServiceLinkedRole"
 ],
 "budgets:ViewBudget": [
  "billing:GetBillingViewData"
 ],
 "bugbust:CreateEvent": [
  "iam:CreateServiceLinkedRole"
 ],
 "bugbust:ListBugs": [
  "codeguru-reviewer:DescribeCodeReview",
  "codeguru-reviewer:ListRecommendations"
 ],
 "bugbust:UpdateEvent": [
  "codeguru-profiler:DescribeProfilingGroup",
  "codeguru-profiler:ListProfilingGroups",
  "codeguru-reviewer:DescribeCodeReview",
  "codeguru-reviewer:ListCodeReviews",
  "codeguru-reviewer:ListRecommendations",
  "codeguru-reviewer:TagResource",
  "codeguru-reviewer:UnTagResource"
 ],
 "bugbust:UpdateWorkItem": [
  "codeguru-reviewer:ListRecommendations"
 ],
 "bugbust:UpdateWorkItemAdmin": [
  "codeguru-reviewer:ListRecommendations"
 ],
 "chime:ConnectDirectory": [
  "ds:ConnectDirectory"
 ],
 "chime:CreateCDRBucket": [
  "s3:CreateBucket",
  "s3:ListAllMyBuckets"
 ],
 "chime:CreateConnectAnalyticsConnector": [
  "chime:CreateVoiceConnector"
 ],
 "chime:CreateConnectCallTransferConnector": [
  "chime:CreateVoiceConnector"
 ],
 "chime:CreateMediaCapturePipeline": [
  "s3:GetBucketPolicy"
 ],
 "chime:CreateMediaConcatenationPipeline": [
  "s3:GetBucketPolicy"
 ],
 "chime:CreateMediaInsightsPipeline": [
  "chime:TagResource",
  "kinesisvideo:DescribeStream"
 ],
 "chime:CreateMediaInsightsPipelineConfiguration": [
  "chime:TagResource",
  "kinesis:DescribeStream",
  "s3:ListBucket"
 ],
 "chime:CreateMediaPipelineKinesisVideoStreamPool": [
  "kinesis:DescribeStream",
  "kinesisvideo:CreateStream",
  "kinesisvideo:GetDataEndpoint",
  "kinesisvideo:ListStreams"
 ],
 "chime:CreateMediaStreamPipeline": [
  "kinesisvideo:DescribeStream",
  "kinesisvideo:GetDataEndpoint",
  "kinesisvideo:PutMedia"
 ],
 "chime:CreateVoiceConnector": [
  "chime:CreateConnectAnalyticsConnector",
  "chime:CreateConnectCallTransferConnector"
 ],
 "chime:CreateVoiceProfileDomain": [
  "chime:TagResource",
  "kms:CreateGrant",
  "kms:DescribeKey"
 ],
 "chime:DeleteCDRBucket": [
  "s3:DeleteBucket"
 ],
 "chime:DeleteMediaInsightsPipelineConfiguration": [
  "chime:ListVoiceConnectors"
 ],
 "chime:DeleteVoiceConnector": [
  "logs:CreateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries"
 ],
 "chime:GetCDRBucket": [
  "s3:GetBucketAcl",
  "s3:GetBucketLocation",
  "s3:GetBucketLogging",
  "s3:GetBucketVersioning",
  "s3:GetBucketWebsite"
 ],
 "chime:ListCDRBucket": [
  "s3:ListAllMyBuckets",
  "s3:ListBucket"
 ],
 "chime:PutVoiceConnectorLoggingConfiguration": [
  "logs:CreateLogDelivery",
  "logs:CreateLogGroup",
  "logs:DeleteLogDelivery",
  "logs:DescribeLogGroups",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries"
 ],
 "chime:PutVoiceConnectorStreamingConfiguration": [
  "chime:GetMediaInsightsPipelineConfiguration"
 ],
 "chime:RegisterAppInstanceUserEndpoint": [
  "mobiletargeting:GetApp"
 ],
 "chime:UpdateCDRSettings": [
  "s3:CreateBucket",
  "s3:DeleteBucket",
  "s3:ListAllMyBuckets"
 ],
 "chime:UpdateMediaInsightsPipelineConfiguration": [
  "chime:ListVoiceConnectors",
  "kinesis:DescribeStream",
  "s3:ListBucket"
 ],
 "cleanrooms:BatchGetCollaborationAnalysisTemplate": [
  "cleanrooms:GetCollaborationAnalysisTemplate"
 ],
 "cleanrooms:BatchGetSchema": [
  "cleanrooms:GetSchema"
 ],
 "cleanrooms:BatchGetSchemaAnalysisRule": [
  "cleanrooms:GetSchema"
 ],
 "cleanrooms:CreateConfiguredAudienceModelAssociation": [
  "cleanrooms-ml:GetConfiguredAudienceModel",
  "cleanrooms-ml:GetConfiguredAudienceModelPolicy",
  "cleanrooms-ml:PutConfiguredAudienceModelPolicy"
 ],
 "cleanrooms:CreateConfiguredTable": [
  "athena:GetTableMetadata",
  "glue:BatchGetPartition",
  "glue:GetDatabase",
  "glue:GetDatabases",
  "glue:GetPartition",
  "glue:GetPartitions",
  "glue:GetSchemaVersion",
  "glue:GetTable",
  "glue:GetTables"
 ],
 "cleanrooms:CreateIdMappingTable": [
  "entityresolution:AddPolicyStatement",
  "entityresolution:GetIdMappingWorkflow"
 ],
 "cleanrooms:CreateIdNamespaceAssociation": [
  "entityresolution:AddPolicyStatement",
  "entityresolution:GetIdNamespace"
 ],
 "cleanrooms:CreateMembership": [
  "logs:CreateLogDelivery",
  "logs:CreateLogGroup",
  "logs:DeleteLogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:UpdateLogDelivery",
  "s3:GetBucketLocation"
 ],
 "cleanrooms:DeleteCollaboration": [
  "cleanrooms-ml:DeleteConfiguredAudienceModelPolicy",
  "cleanrooms-ml:GetConfiguredAudienceModelPolicy",
  "cleanrooms-ml:PutConfiguredAudienceModelPolicy"
 ],
 "cleanrooms:DeleteConfiguredAudienceModelAssociation": [
  "cleanrooms-ml:DeleteConfiguredAudienceModelPolicy",
  "cleanrooms-ml:GetConfiguredAudienceModelPolicy",
  "cleanrooms-ml:PutConfiguredAudienceModelPolicy"
 ],
 "cleanrooms:DeleteIdMappingTable": [
  "entityresolution:DeletePolicyStatement"
 ],
 "cleanrooms:DeleteIdNamespaceAssociation": [
  "entityresolution:DeletePolicyStatement"
 ],
 "cleanrooms:DeleteMember": [
  "cleanrooms-ml:DeleteConfiguredAudienceModelPolicy",
  "cleanrooms-ml:GetConfiguredAudienceModelPolicy",
  "cleanrooms-ml:PutConfiguredAudienceModelPolicy"
 ],
 "cleanrooms:GetIdNamespaceAssociation": [
  "entityresolution:GetIdNamespace"
 ],
 "cleanrooms:GetSchemaAnalysisRule": [
  "cleanrooms:GetSchema"
 ],
 "cleanrooms:PopulateIdMappingTable": [
  "entityresolution:GetIdMappingWorkflow"
 ],
 "cleanrooms:StartProtectedJob": [
  "cleanrooms:GetCollaborationAnalysisTemplate",
  "cleanrooms:GetSchema"
 ],
 "cleanrooms:StartProtectedQuery": [
  "cleanrooms:GetCollaborationAnalysisTemplate",
  "cleanrooms:GetSchema",
  "s3:GetBucketLocation",
  "s3:ListBucket",
  "s3:PutObject"
 ],
 "cleanrooms:UpdateConfiguredTable": [
  "athena:GetTableMetadata",
  "cleanrooms:UpdateConfiguredTableAllowedColumns",
  "cleanrooms:UpdateConfiguredTableReference",
  "glue:BatchGetPartition",
  "glue:GetDatabase",
  "glue:GetDatabases",
  "glue:GetPartition",
  "glue:GetPartitions",
  "glue:GetSchemaVersion",
  "glue:GetTable",
  "glue:GetTables"
 ],
 "cleanrooms:UpdateIdNamespaceAssociation": [
  "entityresolution:GetIdNamespace"
 ],
 "cleanrooms:UpdateMembership": [
  "logs:CreateLogDelivery",
  "logs:CreateLogGroup",
  "logs:DeleteLogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:UpdateLogDelivery",
  "s3:GetBucketLocation"
 ],
 "cloud9:CreateEnvironmentEC2": [
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "iam:CreateServiceLinkedRole"
 ],
 "cloud9:DeleteEnvironment": [
  "iam:CreateServiceLinkedRole"
 ],
 "cloudformation:DescribeStacks": [
  "cloudformation:ListStacks"
 ],
 "cloudformation:GetHookResult": [
  "kms:Decrypt"
 ],
 "cloudfront:CopyDistribution": [
  "cloudfront:CreateDistribution",
  "cloudfront:GetDistribution"
 ],
 "cloudfront:CreateDistribution": [
  "cloudfront:CreateConnectionGroup"
 ],
 "cloudhsm:CopyBackupToRegion": [
  "cloudhsm:TagResource",
  "cloudhsm:UntagResource"
 ],
 "cloudhsm:CreateCluster": [
  "cloudhsm:TagResource",
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateSecurityGroup",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:RevokeSecurityGroupEgress",
  "iam:CreateServiceLinkedRole"
 ],
 "cloudhsm:CreateHsm": [
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateNetworkInterface",
  "ec2:CreateSecurityGroup",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:RevokeSecurityGroupEgress"
 ],
 "cloudhsm:DeleteCluster": [
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteSecurityGroup"
 ],
 "cloudhsm:DeleteHsm": [
  "ec2:DeleteNetworkInterface"
 ],
 "cloudhsm:ModifyCluster": [
  "ec2:DescribeSubnets"
 ],
 "cloudtrail:CreateChannel": [
  "cloudtrail:AddTags"
 ],
 "cloudtrail:CreateDashboard": [
  "cloudtrail:AddTags",
  "cloudtrail:StartDashboardRefresh",
  "cloudtrail:StartQuery"
 ],
 "cloudtrail:CreateEventDataStore": [
  "cloudtrail:AddTags",
  "iam:CreateServiceLinkedRole",
  "iam:GetRole",
  "kms:Decrypt",
  "kms:GenerateDataKey",
  "organizations:ListAWSServiceAccessForOrganization"
 ],
 "cloudtrail:CreateTrail": [
  "cloudtrail:AddTags",
  "iam:CreateServiceLinkedRole",
  "iam:GetRole",
  "organizations:ListAWSServiceAccessForOrganization"
 ],
 "cloudtrail:DeregisterOrganizationDelegatedAdmin": [
  "organizations:DeregisterDelegatedAdministrator",
  "organizations:ListAWSServiceAccessForOrganization"
 ],
 "cloudtrail:DisableFederation": [
  "glue:DeleteDatabase",
  "glue:DeleteTable",
  "glue:PassConnection",
  "lakeformation:DeregisterResource",
  "lakeformation:RegisterResource"
 ],
 "cloudtrail:EnableFederation": [
  "glue:CreateDatabase",
  "glue:CreateTable",
  "iam:GetRole",
  "lakeformation:DeregisterResource",
  "lakeformation:RegisterResource"
 ],
 "cloudtrail:GenerateQueryResultsSummary": [
  "cloudtrail:GetQueryResults",
  "kms:Decrypt",
  "kms:GenerateDataKey"
 ],
 "cloudtrail:GetEventDataStoreData": [
  "kms:Decrypt",
  "kms:GenerateDataKey"
 ],
 "cloudtrail:GetQueryResults": [
  "kms:Decrypt",
  "kms:GenerateDataKey"
 ],
 "cloudtrail:PutEventConfiguration": [
  "iam:CreateServiceLinkedRole",
  "iam:GetRole"
 ],
 "cloudtrail:RegisterOrganizationDelegatedAdmin": [
  "iam:CreateServiceLinkedRole",
  "iam:GetRole",
  "organizations:ListAWSServiceAccessForOrganization",
  "organizations:RegisterDelegatedAdministrator"
 ],
 "cloudtrail:StartDashboardRefresh": [
  "cloudtrail:StartQuery"
 ],
 "cloudtrail:StartQuery": [
  "kms:Decrypt",
  "kms:GenerateDataKey"
 ],
 "cloudtrail:UpdateDashboard": [
  "cloudtrail:StartDashboardRefresh",
  "cloudtrail:StartQuery"
 ],
 "cloudtrail:UpdateEventDataStore": [
  "iam:CreateServiceLinkedRole",
  "iam:GetRole",
  "kms:Decrypt",
  "kms:GenerateDataKey",
  "organizations:ListAWSServiceAccessForOrganization"
 ],
 "cloudtrail:UpdateTrail": [
  "iam:CreateServiceLinkedRole",
  "iam:GetRole",
  "organizations:ListAWSServiceAccessForOrganization"
 ],
 "codeconnections:CreateRepositoryLink": [
  "codeconnections:PassConnection",
  "codeconnections:UseConnection"
 ],
 "codeconnections:CreateSyncConfiguration": [
  "codeconnections:PassRepository"
 ],
 "codeconnections:GetIndividualAccessToken": [
  "codeconnections:StartOAuthHandshake"
 ],
 "codeconnections:ListInstallationTargets": [
  "codeconnections:GetIndividualAccessToken",
  "codeconnections:StartOAuthHandshake"
 ],
 "codeconnections:UpdateConnectionInstallation": [
  "codeconnections:GetIndividualAccessToken",
  "codeconnections:GetInstallationUrl",
  "codeconnections:ListInstallationTargets",
  "codeconnections:StartOAuthHandshake"
 ],
 "codeguru-reviewer:AssociateRepository": [
  "codecommit:GetRepository",
  "codecommit:ListRepositories",
  "codecommit:TagResource",
  "codestar-connections:PassConnection",
  "events:PutRule",
  "events:PutTargets",
  "iam:CreateServiceLinkedRole",
  "s3:CreateBucket",
  "s3:ListBucket",
  "s3:PutBucketPolicy",
  "s3:PutLifecycleConfiguration"
 ],
 "codeguru-reviewer:CreateCodeReview": [
  "s3:GetObject"
 ],
 "codeguru-reviewer:DisassociateRepository": [
  "codecommit:UntagResource",
  "events:DeleteRule",
  "events:RemoveTargets"
 ],
 "codestar-connections:CreateRepositoryLink": [
  "codestar-connections:PassConnection",
  "codestar-connections:UseConnection"
 ],
 "codestar-connections:CreateSyncConfiguration": [
  "codestar-connections:PassRepository"
 ],
 "codestar-connections:GetIndividualAccessToken": [
  "codestar-connections:StartOAuthHandshake"
 ],
 "codestar-connections:ListInstallationTargets": [
  "codestar-connections:GetIndividualAccessToken",
  "codestar-connections:StartOAuthHandshake"
 ],
 "codestar-connections:UpdateConnectionInstallation": [
  "codestar-connections:GetIndividualAccessToken",
  "codestar-connections:GetInstallationUrl",
  "codestar-connections:ListInstallationTargets",
  "codestar-connections:StartOAuthHandshake"
 ],
 "compute-optimizer:DeleteRecommendationPreferences": [
  "autoscaling:DescribeAutoScalingGroups",
  "ec2:DescribeInstances",
  "rds:DescribeDBClusters",
  "rds:DescribeDBInstances"
 ],
 "compute-optimizer:ExportAutoScalingGroupRecommendations": [
  "autoscaling:DescribeAutoScalingGroups",
  "compute-optimizer:GetAutoScalingGroupRecommendations"
 ],
 "compute-optimizer:ExportEBSVolumeRecommendations": [
  "compute-optimizer:GetEBSVolumeRecommendations",
  "ec2:DescribeVolumes"
 ],
 "compute-optimizer:ExportEC2InstanceRecommendations": [
  "compute-optimizer:GetEC2InstanceRecommendations",
  "ec2:DescribeInstances"
 ],
 "compute-optimizer:ExportECSServiceRecommendations": [
  "compute-optimizer:GetECSServiceRecommendations",
  "ecs:ListClusters",
  "ecs:ListServices"
 ],
 "compute-optimizer:ExportIdleRecommendations": [
  "compute-optimizer:GetIdleRecommendations"
 ],
 "compute-optimizer:ExportLambdaFunctionRecommendations": [
  "compute-optimizer:GetLambdaFunctionRecommendations",
  "lambda:ListFunctions",
  "lambda:ListProvisionedConcurrencyConfigs"
 ],
 "compute-optimizer:ExportLicenseRecommendations": [
  "compute-optimizer:GetLicenseRecommendations",
  "ec2:DescribeInstances"
 ],
 "compute-optimizer:ExportRDSDatabaseRecommendations": [
  "compute-optimizer:GetRDSDatabaseRecommendations",
  "rds:DescribeDBClusters",
  "rds:DescribeDBInstances"
 ],
 "compute-optimizer:GetAutoScalingGroupRecommendations": [
  "autoscaling:DescribeAutoScalingGroups"
 ],
 "compute-optimizer:GetEBSVolumeRecommendations": [
  "ec2:DescribeVolumes"
 ],
 "compute-optimizer:GetEC2InstanceRecommendations": [
  "ec2:DescribeInstances"
 ],
 "compute-optimizer:GetEC2RecommendationProjectedMetrics": [
  "ec2:DescribeInstances"
 ],
 "compute-optimizer:GetECSServiceRecommendations": [
  "ecs:ListClusters",
  "ecs:ListServices"
 ],
 "compute-optimizer:GetEffectiveRecommendationPreferences": [
  "autoscaling:DescribeAutoScalingGroups",
  "autoscaling:DescribeAutoScalingInstances",
  "ec2:DescribeInstances",
  "rds:DescribeDBClusters",
  "rds:DescribeDBInstances"
 ],
 "compute-optimizer:GetLambdaFunctionRecommendations": [
  "lambda:ListFunctions",
  "lambda:ListProvisionedConcurrencyConfigs"
 ],
 "compute-optimizer:GetLicenseRecommendations": [
  "ec2:DescribeInstances"
 ],
 "compute-optimizer:GetRDSDatabaseRecommendationProjectedMetrics": [
  "rds:DescribeDBClusters",
  "rds:DescribeDBInstances"
 ],
 "compute-optimizer:GetRDSDatabaseRecommendations": [
  "rds:DescribeDBClusters",
  "rds:DescribeDBInstances"
 ],
 "compute-optimizer:PutRecommendationPreferences": [
  "autoscaling:DescribeAutoScalingGroups",
  "autoscaling:DescribeAutoScalingInstances",
  "ec2:DescribeInstances",
  "rds:DescribeDBClusters",
  "rds:DescribeDBInstances"
 ],
 "config:PutConfigurationAggregator": [
  "organizations:EnableAWSServiceAccess",
  "organizations:ListDelegatedAdministrators"
 ],
 "config:PutConformancePack": [
  "iam:CreateServiceLinkedRole",
  "s3:GetObject",
  "s3:ListBucket",
  "ssm:GetDocument"
 ],
 "config:PutOrganizationConfigRule": [
  "iam:CreateServiceLinkedRole",
  "organizations:EnableAWSServiceAccess",
  "organizations:ListDelegatedAdministrators"
 ],
 "config:PutOrganizationConformancePack": [
  "iam:CreateServiceLinkedRole",
  "organizations:EnableAWSServiceAccess",
  "organizations:ListDelegatedAdministrators",
  "s3:GetObject"
 ],
 "config:PutServiceLinkedConfigurationRecorder": [
  "iam:CreateServiceLinkedRole"
 ],
 "config:StartResourceEvaluation": [
  "cloudformation:DescribeType"
 ],
 "connect:AdminGetEmergencyAccessToken": [
  "connect:DescribeInstance",
  "connect:ListInstances",
  "ds:DescribeDirectories"
 ],
 "connect:AssociateBot": [
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy",
  "lex:CreateResourcePolicy",
  "lex:DescribeBotAlias",
  "lex:GetBot",
  "lex:UpdateResourcePolicy"
 ],
 "connect:AssociateCustomerProfilesDomain": [
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy",
  "profile:GetDomain"
 ],
 "connect:AssociateInstanceStorageConfig": [
  "ds:DescribeDirectories",
  "firehose:DescribeDeliveryStream",
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy",
  "kinesis:DescribeStream",
  "kms:CreateGrant",
  "kms:DescribeKey",
  "s3:GetBucketAcl",
  "s3:GetBucketLocation"
 ],
 "connect:AssociateLambdaFunction": [
  "lambda:AddPermission"
 ],
 "connect:AssociateLexBot": [
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy",
  "lex:GetBot"
 ],
 "connect:AssociateTrafficDistributionGroupUser": [
  "connect:DescribeUser",
  "connect:SearchUsers"
 ],
 "connect:CreateInstance": [
  "ds:AuthorizeApplication",
  "ds:CheckAlias",
  "ds:CreateAlias",
  "ds:CreateDirectory",
  "ds:CreateIdentityPoolDirectory",
  "ds:DeleteDirectory",
  "ds:DescribeDirectories",
  "ds:UnauthorizeApplication",
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy"
 ],
 "connect:CreateIntegrationAssociation": [
  "app-integrations:CreateApplicationAssociation",
  "app-integrations:CreateEventIntegrationAssociation",
  "app-integrations:GetApplication",
  "app-integrations:GetDataIntegration",
  "app-integrations:ListDataIntegrationAssociations",
  "app-integrations:TagResource",
  "cases:GetDomain",
  "chime:AssociateVoiceConnectorConnect",
  "chime:DisassociateVoiceConnectorConnect",
  "chime:TagResource",
  "chime:UntagResource",
  "connect:DescribeInstance",
  "ds:DescribeDirectories",
  "events:PutRule",
  "events:PutTargets",
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy",
  "mobiletargeting:GetApp",
  "voiceid:DescribeDomain",
  "wisdom:GetAssistant",
  "wisdom:GetKnowledgeBase",
  "wisdom:TagResource"
 ],
 "connect:CreatePrompt": [
  "kms:Decrypt",
  "s3:GetObject",
  "s3:GetObjectAcl"
 ],
 "connect:CreateUseCase": [
  "connect:DescribeInstance",
  "ds:DescribeDirectories"
 ],
 "connect:DeleteAttachedFile": [
  "cases:DeleteRelatedItem"
 ],
 "connect:DeleteInstance": [
  "ds:DeleteDirectory",
  "ds:DescribeDirectories",
  "ds:UnauthorizeApplication"
 ],
 "connect:DeleteIntegrationAssociation": [
  "app-integrations:DeleteApplicationAssociation",
  "app-integrations:DeleteEventIntegrationAssociation",
  "app-integrations:UntagResource",
  "connect:DescribeInstance",
  "ds:DescribeDirectories",
  "events:DeleteRule",
  "events:ListTargetsByRule",
  "events:RemoveTargets"
 ],
 "connect:DeleteUseCase": [
  "connect:DescribeInstance",
  "ds:DescribeDirectories"
 ],
 "connect:DescribeInstance": [
  "ds:DescribeDirectories"
 ],
 "connect:DisassociateBot": [
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy",
  "lex:DeleteResourcePolicy",
  "lex:UpdateResourcePolicy"
 ],
 "connect:DisassociateCustomerProfilesDomain": [
  "iam:AttachRolePolicy",
  "iam:DeleteRolePolicy",
  "iam:DetachRolePolicy",
  "iam:GetPolicy",
  "iam:GetPolicyVersion",
  "iam:GetRolePolicy"
 ],
 "connect:DisassociateLambdaFunction": [
  "lambda:RemovePermission"
 ],
 "connect:DisassociateLexBot": [
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy"
 ],
 "connect:ImportPhoneNumber": [
  "sms-voice:DescribePhoneNumbers",
  "social-messaging:GetLinkedWhatsAppBusinessAccountPhoneNumber",
  "social-messaging:TagResource"
 ],
 "connect:ListInstances": [
  "ds:DescribeDirectories"
 ],
 "connect:ListIntegrationAssociations": [
  "connect:DescribeInstance",
  "ds:DescribeDirectories"
 ],
 "connect:ListUseCases": [
  "connect:DescribeInstance",
  "ds:DescribeDirectories"
 ],
 "connect:ReplicateInstance": [
  "ds:AuthorizeApplication",
  "ds:CheckAlias",
  "ds:CreateAlias",
  "ds:CreateDirectory",
  "ds:CreateIdentityPoolDirectory",
  "ds:DeleteDirectory",
  "ds:DescribeDirectories",
  "ds:UnauthorizeApplication",
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy"
 ],
 "connect:SearchAgentStatuses": [
  "connect:DescribeAgentStatus"
 ],
 "connect:SearchContactEvaluations": [
  "connect:DescribeContactEvaluation"
 ],
 "connect:SearchContactFlowModules": [
  "connect:DescribeContactFlowModule"
 ],
 "connect:SearchContactFlows": [
  "connect:DescribeContactFlow"
 ],
 "connect:SearchContacts": [
  "connect:DescribeContact"
 ],
 "connect:SearchDataTables": [
  "connect:DescribeDataTable"
 ],
 "connect:SearchEmailAddresses": [
  "connect:DescribeEmailAddress"
 ],
 "connect:SearchEvaluationForms": [
  "connect:DescribeEvaluationForm"
 ],
 "connect:SearchHoursOfOperationOverrides": [
  "connect:DescribeHoursOfOperation",
  "connect:ListHoursOfOperationOverrides"
 ],
 "connect:SearchHoursOfOperations": [
  "connect:DescribeHoursOfOperation"
 ],
 "connect:SearchPredefinedAttributes": [
  "connect:DescribePredefinedAttribute"
 ],
 "connect:SearchPrompts": [
  "connect:DescribePrompt"
 ],
 "connect:SearchQueues": [
  "connect:DescribeQueue"
 ],
 "connect:SearchQuickConnects": [
  "connect:DescribeQuickConnect"
 ],
 "connect:SearchRoutingProfiles": [
  "connect:DescribeRoutingProfile"
 ],
 "connect:SearchSecurityProfiles": [
  "connect:DescribeSecurityProfile"
 ],
 "connect:SearchUserHierarchyGroups": [
  "connect:DescribeUserHierarchyGroup"
 ],
 "connect:SearchUsers": [
  "connect:DescribeUser",
  "connect:ListUserProficiencies"
 ],
 "connect:SearchViews": [
  "connect:DescribeView"
 ],
 "connect:SearchWorkspaces": [
  "connect:DescribeWorkspace"
 ],
 "connect:SendOutboundChatMessage": [
  "social-messaging:SendWhatsAppMessage",
  "wisdom:GetMessageTemplate",
  "wisdom:RenderMessageTemplate"
 ],
 "connect:StartAttachedFileUpload": [
  "cases:CreateRelatedItem"
 ],
 "connect:StartOutboundChatContact": [
  "wisdom:GetMessageTemplate",
  "wisdom:RenderMessageTemplate"
 ],
 "connect:UpdateInstanceAttribute": [
  "ds:DescribeDirectories",
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy",
  "logs:CreateLogGroup"
 ],
 "connect:UpdateInstanceStorageConfig": [
  "ds:DescribeDirectories",
  "firehose:DescribeDeliveryStream",
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy",
  "kinesis:DescribeStream",
  "kms:CreateGrant",
  "kms:DescribeKey",
  "s3:GetBucketAcl",
  "s3:GetBucketLocation"
 ],
 "connect:UpdatePrompt": [
  "kms:Decrypt",
  "s3:GetObject",
  "s3:GetObjectAcl"
 ],
 "controltower:CreateLandingZone": [
  "controltower:TagResource"
 ],
 "controltower:EnableBaseline": [
  "controltower:TagResource"
 ],
 "controltower:EnableControl": [
  "controltower:TagResource"
 ],
 "cost-optimization-hub:ListRecommendationSummaries": [
  "cost-optimization-hub:GetRecommendation"
 ],
 "cost-optimization-hub:ListRecommendations": [
  "cost-optimization-hub:GetRecommendation"
 ],
 "dataexchange:CreateDataGrant": [
  "dataexchange:PublishToDataGrant"
 ],
 "dataexchange:StartJob": [
  "dataexchange:CreateAsset",
  "dataexchange:DeleteDataSet",
  "dataexchange:GetAsset",
  "dataexchange:GetDataSet",
  "dataexchange:GetRevision",
  "dataexchange:PublishDataSet",
  "redshift:AuthorizeDataShare"
 ],
 "dataexchange:UpdateRevision": [
  "dataexchange:PublishDataSet",
  "dataexchange:PublishToDataGrant"
 ],
 "datapipeline:CreatePipeline": [
  "datapipeline:AddTags"
 ],
 "dax:CreateCluster": [
  "dax:CreateParameterGroup",
  "dax:CreateSubnetGroup",
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "iam:GetRole"
 ],
 "deadline:AssociateMemberToFarm": [
  "identitystore:DescribeGroup",
  "identitystore:DescribeUser",
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:AssociateMemberToFleet": [
  "identitystore:DescribeGroup",
  "identitystore:DescribeUser",
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:AssociateMemberToJob": [
  "identitystore:DescribeGroup",
  "identitystore:DescribeUser",
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:AssociateMemberToQueue": [
  "identitystore:DescribeGroup",
  "identitystore:DescribeUser",
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:AssumeFleetRoleForRead": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:AssumeQueueRoleForRead": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:AssumeQueueRoleForUser": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:CopyJobTemplate": [
  "identitystore:ListGroupMembershipsForMember",
  "s3:PutObject"
 ],
 "deadline:CreateBudget": [
  "deadline:TagResource",
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:CreateFarm": [
  "deadline:TagResource"
 ],
 "deadline:CreateFleet": [
  "deadline:TagResource",
  "ec2:CreateVpcEndpoint",
  "identitystore:ListGroupMembershipsForMember",
  "logs:CreateLogGroup",
  "vpc-lattice:GetResourceConfiguration",
  "vpc-lattice:GetResourceGateway"
 ],
 "deadline:CreateJob": [
  "deadline:GetJobTemplate",
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:CreateLicenseEndpoint": [
  "deadline:TagResource",
  "ec2:CreateTags",
  "ec2:CreateVpcEndpoint",
  "ec2:DescribeVpcEndpoints"
 ],
 "deadline:CreateLimit": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:CreateMonitor": [
  "deadline:TagResource",
  "sso:CreateApplication",
  "sso:DeleteApplication",
  "sso:PutApplicationAssignmentConfiguration",
  "sso:PutApplicationAuthenticationMethod",
  "sso:PutApplicationGrant"
 ],
 "deadline:CreateQueue": [
  "deadline:TagResource",
  "identitystore:ListGroupMembershipsForMember",
  "logs:CreateLogGroup",
  "s3:ListBucket"
 ],
 "deadline:CreateQueueEnvironment": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:CreateQueueFleetAssociation": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:CreateQueueLimitAssociation": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:CreateStorageProfile": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:CreateWorker": [
  "deadline:ListTagsForResource",
  "deadline:TagResource"
 ],
 "deadline:DeleteBudget": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:DeleteFarm": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:DeleteFleet": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:DeleteLicenseEndpoint": [
  "ec2:DeleteVpcEndpoints",
  "ec2:DescribeVpcEndpoints"
 ],
 "deadline:DeleteLimit": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:DeleteMonitor": [
  "sso:DeleteApplication"
 ],
 "deadline:DeleteQueue": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:DeleteQueueEnvironment": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:DeleteQueueFleetAssociation": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:DeleteQueueLimitAssociation": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:DeleteStorageProfile": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:DisassociateMemberFromFarm": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:DisassociateMemberFromFleet": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:DisassociateMemberFromJob": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:DisassociateMemberFromQueue": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetBudget": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetFarm": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetFleet": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetJob": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetLimit": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetQueue": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetQueueEnvironment": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetQueueFleetAssociation": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetQueueLimitAssociation": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetSession": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetSessionAction": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetSessionsStatisticsAggregation": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetStep": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetStorageProfile": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetStorageProfileForQueue": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetTask": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:GetWorker": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListBudgets": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListFarmMembers": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListFarms": [
  "identitystore:DescribeGroup",
  "identitystore:DescribeUser",
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListFleetMembers": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListFleets": [
  "identitystore:DescribeGroup",
  "identitystore:DescribeUser",
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListJobMembers": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListJobParameterDefinitions": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListJobs": [
  "identitystore:DescribeGroup",
  "identitystore:DescribeUser",
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListLimits": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListQueueEnvironments": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListQueueFleetAssociations": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListQueueLimitAssociations": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListQueueMembers": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListQueues": [
  "identitystore:DescribeGroup",
  "identitystore:DescribeUser",
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListSessionActions": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListSessions": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListSessionsForWorker": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListStepConsumers": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListStepDependencies": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListSteps": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListStorageProfiles": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListStorageProfilesForQueue": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListTasks": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:ListWorkers": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:SearchJobs": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:SearchSteps": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:SearchTasks": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:SearchWorkers": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:StartSessionsStatisticsAggregation": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:UpdateBudget": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:UpdateFarm": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:UpdateFleet": [
  "ec2:CreateVpcEndpoint",
  "identitystore:ListGroupMembershipsForMember",
  "vpc-lattice:GetResourceConfiguration",
  "vpc-lattice:GetResourceGateway"
 ],
 "deadline:UpdateJob": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:UpdateLimit": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:UpdateMonitor": [
  "sso:PutApplicationGrant",
  "sso:UpdateApplication"
 ],
 "deadline:UpdateQueue": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:UpdateQueueEnvironment": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:UpdateQueueFleetAssociation": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:UpdateQueueLimitAssociation": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:UpdateSession": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:UpdateStep": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:UpdateStorageProfile": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:UpdateTask": [
  "identitystore:ListGroupMembershipsForMember"
 ],
 "deadline:UpdateWorker": [
  "logs:CreateLogStream"
 ],
 "deadline:UpdateWorkerSchedule": [
  "logs:CreateLogStream"
 ],
 "detective:CreateGraph": [
  "detective:TagResource"
 ],
 "detective:DescribeOrganizationConfiguration": [
  "organizations:DescribeOrganization"
 ],
 "detective:DisableOrganizationAdminAccount": [
  "organizations:DescribeOrganization"
 ],
 "detective:EnableOrganizationAdminAccount": [
  "iam:CreateServiceLinkedRole",
  "organizations:DescribeOrganization",
  "organizations:EnableAWSServiceAccess",
  "organizations:RegisterDelegatedAdministrator"
 ],
 "detective:ListOrganizationAdminAccount": [
  "organizations:DescribeOrganization"
 ],
 "detective:UpdateOrganizationConfiguration": [
  "organizations:DescribeOrganization"
 ],
 "devicefarm:CreateProject": [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "iam:CreateServiceLinkedRole"
 ],
 "devicefarm:CreateTestGridProject": [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "iam:CreateServiceLinkedRole"
 ],
 "devicefarm:UpdateProject": [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "iam:CreateServiceLinkedRole"
 ],
 "devicefarm:UpdateTestGridProject": [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "iam:CreateServiceLinkedRole"
 ],
 "devops-guru:AddNotificationChannel": [
  "sns:GetTopicAttributes",
  "sns:SetTopicAttributes"
 ],
 "devops-guru:RemoveNotificationChannel": [
  "sns:GetTopicAttributes",
  "sns:SetTopicAttributes"
 ],
 "discovery:StartContinuousExport": [
  "iam:AttachRolePolicy",
  "iam:CreatePolicy",
  "iam:CreateRole",
  "iam:CreateServiceLinkedRole"
 ],
 "discovery:StartImportTask": [
  "discovery:AssociateConfigurationItemsToApplication",
  "discovery:CreateApplication",
  "discovery:CreateTags",
  "discovery:GetDiscoverySummary",
  "discovery:ListConfigurations",
  "s3:GetObject"
 ],
 "dms:ListMetadataModelAssessmentActionItems": [
  "dms:StartMetadataModelImport"
 ],
 "dms:ListMigrationProjects": [
  "dms:DescribeConversionConfiguration"
 ],
 "docdb-elastic:CopyClusterSnapshot": [
  "docdb-elastic:CreateClusterSnapshot",
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey"
 ],
 "docdb-elastic:CreateCluster": [
  "ec2:CreateVpcEndpoint",
  "ec2:DeleteVpcEndpoints",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcAttribute",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "ec2:ModifyVpcEndpoint",
  "iam:CreateServiceLinkedRole",
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetResourcePolicy",
  "secretsmanager:GetSecretValue",
  "secretsmanager:ListSecretVersionIds",
  "secretsmanager:ListSecrets"
 ],
 "docdb-elastic:CreateClusterSnapshot": [
  "ec2:CreateVpcEndpoint",
  "ec2:DeleteVpcEndpoints",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcAttribute",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "ec2:ModifyVpcEndpoint",
  "iam:CreateServiceLinkedRole",
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetResourcePolicy",
  "secretsmanager:GetSecretValue",
  "secretsmanager:ListSecretVersionIds",
  "secretsmanager:ListSecrets"
 ],
 "docdb-elastic:DeleteCluster": [
  "ec2:DeleteVpcEndpoints",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcAttribute",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "ec2:ModifyVpcEndpoint"
 ],
 "docdb-elastic:DeleteClusterSnapshot": [
  "ec2:DeleteVpcEndpoints",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcAttribute",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "ec2:ModifyVpcEndpoint"
 ],
 "docdb-elastic:RestoreClusterFromSnapshot": [
  "docdb-elastic:CreateCluster",
  "ec2:CreateVpcEndpoint",
  "ec2:DeleteVpcEndpoints",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcAttribute",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "ec2:ModifyVpcEndpoint",
  "iam:CreateServiceLinkedRole",
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetResourcePolicy",
  "secretsmanager:GetSecretValue",
  "secretsmanager:ListSecretVersionIds",
  "secretsmanager:ListSecrets"
 ],
 "docdb-elastic:UpdateCluster": [
  "ec2:CreateVpcEndpoint",
  "ec2:DeleteVpcEndpoints",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcAttribute",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "ec2:ModifyVpcEndpoint",
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetResourcePolicy",
  "secretsmanager:GetSecretValue",
  "secretsmanager:ListSecretVersionIds",
  "secretsmanager:ListSecrets"
 ],
 "drs:AssociateSourceNetworkStack": [
  "cloudformation:DescribeStackResource",
  "cloudformation:DescribeStacks",
  "drs:GetLaunchConfiguration",
  "ec2:CreateLaunchTemplateVersion",
  "ec2:DescribeLaunchTemplateVersions",
  "ec2:DescribeLaunchTemplates",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "ec2:ModifyLaunchTemplate"
 ],
 "drs:CreateExtendedSourceServer": [
  "drs:DescribeSourceServers",
  "drs:GetReplicationConfiguration"
 ],
 "drs:CreateReplicationConfigurationTemplate": [
  "ec2:CreateSecurityGroup",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:GetEbsDefaultKmsKeyId",
  "ec2:GetEbsEncryptionByDefault",
  "kms:CreateGrant",
  "kms:DescribeKey"
 ],
 "drs:CreateSourceNetwork": [
  "ec2:DescribeInstances",
  "ec2:DescribeVpcs"
 ],
 "drs:DescribeRecoveryInstances": [
  "drs:DescribeSourceServers",
  "ec2:DescribeInstances"
 ],
 "drs:ExportSourceNetworkCfnTemplate": [
  "s3:GetBucketLocation",
  "s3:GetObject",
  "s3:PutObject"
 ],
 "drs:InitializeService": [
  "iam:AddRoleToInstanceProfile",
  "iam:CreateInstanceProfile",
  "iam:CreateServiceLinkedRole",
  "iam:GetInstanceProfile"
 ],
 "drs:ListExtensibleSourceServers": [
  "drs:DescribeSourceServers"
 ],
 "drs:PutLaunchAction": [
  "ssm:DescribeDocument"
 ],
 "drs:ReverseReplication": [
  "drs:DescribeReplicationConfigurationTemplates",
  "drs:DescribeSourceServers",
  "ec2:DescribeInstances"
 ],
 "drs:StartRecovery": [
  "drs:CreateRecoveryInstanceForDrs",
  "drs:ListTagsForResource",
  "ec2:AttachVolume",
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateLaunchTemplate",
  "ec2:CreateLaunchTemplateVersion",
  "ec2:CreateSnapshot",
  "ec2:CreateTags",
  "ec2:CreateVolume",
  "ec2:DeleteLaunchTemplateVersions",
  "ec2:DeleteSnapshot",
  "ec2:DeleteVolume",
  "ec2:DescribeAccountAttributes",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeImages",
  "ec2:DescribeInstanceAttribute",
  "ec2:DescribeInstanceStatus",
  "ec2:DescribeInstanceTypes",
  "ec2:DescribeInstances",
  "ec2:DescribeLaunchTemplateVersions",
  "ec2:DescribeLaunchTemplates",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSnapshots",
  "ec2:DescribeSubnets",
  "ec2:DescribeVolumes",
  "ec2:DetachVolume",
  "ec2:ModifyInstanceAttribute",
  "ec2:ModifyLaunchTemplate",
  "ec2:RevokeSecurityGroupEgress",
  "ec2:RunInstances",
  "ec2:StartInstances",
  "ec2:StopInstances",
  "ec2:TerminateInstances"
 ],
 "drs:StartSourceNetworkRecovery": [
  "cloudformation:CreateStack",
  "cloudformation:DescribeStackResource",
  "cloudformation:DescribeStacks",
  "cloudformation:UpdateStack",
  "drs:GetLaunchConfiguration",
  "ec2:CreateLaunchTemplateVersion",
  "ec2:DescribeLaunchTemplateVersions",
  "ec2:DescribeLaunchTemplates",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "ec2:ModifyLaunchTemplate",
  "s3:GetObject",
  "s3:PutObject"
 ],
 "drs:TerminateRecoveryInstances": [
  "drs:DescribeSourceServers",
  "ec2:DeleteVolume",
  "ec2:DescribeInstances",
  "ec2:DescribeVolumes",
  "ec2:TerminateInstances"
 ],
 "drs:UpdateLaunchConfiguration": [
  "ec2:DescribeInstances"
 ],
 "drs:UpdateReplicationConfiguration": [
  "ec2:CreateSecurityGroup",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:GetEbsDefaultKmsKeyId",
  "ec2:GetEbsEncryptionByDefault",
  "kms:CreateGrant",
  "kms:DescribeKey"
 ],
 "drs:UpdateReplicationConfigurationTemplate": [
  "ec2:CreateSecurityGroup",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:GetEbsDefaultKmsKeyId",
  "ec2:GetEbsEncryptionByDefault",
  "kms:CreateGrant",
  "kms:DescribeKey"
 ],
 "ds-data:AddGroupMember": [
  "ds:AccessDSData"
 ],
 "ds-data:CreateGroup": [
  "ds:AccessDSData"
 ],
 "ds-data:CreateUser": [
  "ds:AccessDSData"
 ],
 "ds-data:DeleteGroup": [
  "ds:AccessDSData"
 ],
 "ds-data:DeleteUser": [
  "ds:AccessDSData"
 ],
 "ds-data:DescribeGroup": [
  "ds:AccessDSData"
 ],
 "ds-data:DescribeUser": [
  "ds:AccessDSData"
 ],
 "ds-data:DisableUser": [
  "ds:AccessDSData"
 ],
 "ds-data:ListGroupMembers": [
  "ds:AccessDSData"
 ],
 "ds-data:ListGroups": [
  "ds:AccessDSData"
 ],
 "ds-data:ListGroupsForMember": [
  "ds:AccessDSData"
 ],
 "ds-data:ListUsers": [
  "ds:AccessDSData"
 ],
 "ds-data:RemoveGroupMember": [
  "ds:AccessDSData"
 ],
 "ds-data:SearchGroups": [
  "ds-data:DescribeGroup",
  "ds:AccessDSData"
 ],
 "ds-data:SearchUsers": [
  "ds-data:DescribeUser",
  "ds:AccessDSData"
 ],
 "ds-data:UpdateGroup": [
  "ds:AccessDSData"
 ],
 "ds-data:UpdateUser": [
  "ds:AccessDSData"
 ],
 "ds:AddIpRoutes": [
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:DescribeSecurityGroups"
 ],
 "ds:AddRegion": [
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateNetworkInterface",
  "ec2:CreateSecurityGroup",
  "ec2:CreateTags",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "ds:AddTagsToResource": [
  "ec2:CreateTags"
 ],
 "ds:ConnectDirectory": [
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateNetworkInterface",
  "ec2:CreateSecurityGroup",
  "ec2:CreateTags",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "ds:CreateDirectory": [
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateNetworkInterface",
  "ec2:CreateSecurityGroup",
  "ec2:CreateTags",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "ds:CreateHybridAD": [
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:CreateSecurityGroup",
  "ec2:CreateTags",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "iam:CreateServiceLinkedRole",
  "iam:GetRole",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetSecretValue",
  "ssm:GetCommandInvocation",
  "ssm:GetConnectionStatus",
  "ssm:ListCommands",
  "ssm:SendCommand"
 ],
 "ds:CreateMicrosoftAD": [
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateNetworkInterface",
  "ec2:CreateSecurityGroup",
  "ec2:CreateTags",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "ds:DeleteDirectory": [
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteSecurityGroup",
  "ec2:DescribeNetworkInterfaces",
  "ec2:RevokeSecurityGroupEgress",
  "ec2:RevokeSecurityGroupIngress"
 ],
 "ds:EnableCAEnrollmentPolicy": [
  "acm-pca:DescribeCertificateAuthority",
  "pca-connector-ad:GetConnector"
 ],
 "ds:RegisterEventTopic": [
  "sns:GetTopicAttributes"
 ],
 "ds:RemoveTagsFromResource": [
  "ec2:DeleteTags"
 ],
 "ds:StartADAssessment": [
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:CreateSecurityGroup",
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteSecurityGroup",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "ssm:GetCommandInvocation",
  "ssm:GetConnectionStatus",
  "ssm:ListCommands",
  "ssm:SendCommand"
 ],
 "ds:UpdateHybridAD": [
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:CreateSecurityGroup",
  "ec2:CreateTags",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetSecretValue",
  "ssm:GetCommandInvocation",
  "ssm:GetConnectionStatus",
  "ssm:ListCommands",
  "ssm:SendCommand"
 ],
 "dsql:AddPeerCluster": [
  "dsql:PutMultiRegionProperties"
 ],
 "dsql:CreateCluster": [
  "iam:CreateServiceLinkedRole"
 ],
 "dsql:PutWitnessRegion": [
  "dsql:PutMultiRegionProperties"
 ],
 "dsql:RemovePeerCluster": [
  "dsql:PutMultiRegionProperties"
 ],
 "dsql:StartRestoreJob": [
  "dsql:CreateCluster",
  "iam:CreateServiceLinkedRole"
 ],
 "dynamodb:RestoreTableFromBackup": [
  "dynamodb:BatchWriteItem",
  "dynamodb:DeleteItem",
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:UpdateItem"
 ],
 "dynamodb:RestoreTableToPointInTime": [
  "dynamodb:BatchWriteItem",
  "dynamodb:DeleteItem",
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:UpdateItem"
 ],
 "ebs:StartSnapshot": [
  "ec2:CreateTags"
 ],
 "ec2:AcceptAddressTransfer": [
  "ec2:CreateTags"
 ],
 "ec2:AllocateAddress": [
  "ec2:CreateTags"
 ],
 "ec2:AllocateHosts": [
  "ec2:CreateTags"
 ],
 "ec2:AssociateIpamResourceDiscovery": [
  "ec2:CreateTags"
 ],
 "ec2:AuthorizeSecurityGroupEgress": [
  "ec2:CreateTags"
 ],
 "ec2:AuthorizeSecurityGroupIngress": [
  "ec2:CreateTags"
 ],
 "ec2:CancelCapacityReservationFleets": [
  "ec2:CancelCapacityReservation"
 ],
 "ec2:CopyImage": [
  "ec2:CreateTags"
 ],
 "ec2:CopySnapshot": [
  "ec2:CreateTags"
 ],
 "ec2:CopyVolumes": [
  "ec2:CreateTags"
 ],
 "ec2:CreateCapacityManagerDataExport": [
  "ec2:CreateTags"
 ],
 "ec2:CreateCapacityReservation": [
  "ec2:CreateTags"
 ],
 "ec2:CreateCapacityReservationBySplitting": [
  "ec2:CreateTags"
 ],
 "ec2:CreateCapacityReservationFleet": [
  "ec2:CreateCapacityReservation",
  "ec2:CreateTags",
  "ec2:DescribeCapacityReservations",
  "ec2:DescribeInstances"
 ],
 "ec2:CreateCarrierGateway": [
  "ec2:CreateTags"
 ],
 "ec2:CreateClientVpnEndpoint": [
  "ec2:CreateTags"
 ],
 "ec2:CreateCoipPool": [
  "ec2:CreateTags"
 ],
 "ec2:CreateCustomerGateway": [
  "ec2:CreateTags"
 ],
 "ec2:CreateDelegateMacVolumeOwnershipTask": [
  "ec2:CreateTags"
 ],
 "ec2:CreateDhcpOptions": [
  "ec2:CreateTags"
 ],
 "ec2:CreateEgressOnlyInternetGateway": [
  "ec2:CreateTags"
 ],
 "ec2:CreateFleet": [
  "ec2:CreateTags"
 ],
 "ec2:CreateFlowLogs": [
  "ec2:CreateTags",
  "ecs:ListClusters",
  "ecs:ListContainerInstances",
  "ecs:ListServices",
  "ecs:ListTaskDefinitions",
  "ecs:ListTasks"
 ],
 "ec2:CreateFpgaImage": [
  "ec2:CreateTags"
 ],
 "ec2:CreateImage": [
  "ec2:CreateTags"
 ],
 "ec2:CreateImageUsageReport": [
  "ec2:CreateTags"
 ],
 "ec2:CreateInstanceConnectEndpoint": [
  "ec2:CreateTags"
 ],
 "ec2:CreateInstanceEventWindow": [
  "ec2:CreateTags"
 ],
 "ec2:CreateInstanceExportTask": [
  "ec2:CreateTags"
 ],
 "ec2:CreateInternetGateway": [
  "ec2:CreateTags"
 ],
 "ec2:CreateInterruptibleCapacityReservationAllocation": [
  "ec2:CreateTags"
 ],
 "ec2:CreateIpam": [
  "ec2:CreateTags",
  "iam:CreateServiceLinkedRole"
 ],
 "ec2:CreateIpamExternalResourceVerificationToken": [
  "ec2:CreateTags"
 ],
 "ec2:CreateIpamPolicy": [
  "ec2:CreateTags"
 ],
 "ec2:CreateIpamPool": [
  "ec2:CreateTags"
 ],
 "ec2:CreateIpamPrefixListResolver": [
  "ec2:CreateTags"
 ],
 "ec2:CreateIpamPrefixListResolverTarget": [
  "ec2:CreateTags"
 ],
 "ec2:CreateIpamResourceDiscovery": [
  "ec2:CreateTags",
  "iam:CreateServiceLinkedRole"
 ],
 "ec2:CreateIpamScope": [
  "ec2:CreateTags"
 ],
 "ec2:CreateKeyPair": [
  "ec2:CreateTags"
 ],
 "ec2:CreateLaunchTemplate": [
  "ec2:CreateTags",
  "ssm:GetParameters"
 ],
 "ec2:CreateLaunchTemplateVersion": [
  "ssm:GetParameters"
 ],
 "ec2:CreateLocalGatewayRouteTable": [
  "ec2:CreateTags"
 ],
 "ec2:CreateLocalGatewayRouteTableVirtualInterfaceGroupAssociation": [
  "ec2:CreateTags"
 ],
 "ec2:CreateLocalGatewayRouteTableVpcAssociation": [
  "ec2:CreateTags"
 ],
 "ec2:CreateLocalGatewayVirtualInterface": [
  "ec2:CreateTags"
 ],
 "ec2:CreateLocalGatewayVirtualInterfaceGroup": [
  "ec2:CreateTags"
 ],
 "ec2:CreateMacSystemIntegrityProtectionModificationTask": [
  "ec2:CreateTags"
 ],
 "ec2:CreateManagedPrefixList": [
  "ec2:CreateTags"
 ],
 "ec2:CreateNatGateway": [
  "ec2:CreateTags"
 ],
 "ec2:CreateNetworkAcl": [
  "ec2:CreateTags"
 ],
 "ec2:CreateNetworkInsightsAccessScope": [
  "ec2:CreateTags"
 ],
 "ec2:CreateNetworkInsightsPath": [
  "ec2:CreateTags"
 ],
 "ec2:CreateNetworkInterface": [
  "ec2:CreateTags"
 ],
 "ec2:CreatePlacementGroup": [
  "ec2:CreateTags"
 ],
 "ec2:CreatePublicIpv4Pool": [
  "ec2:CreateTags"
 ],
 "ec2:CreateReplaceRootVolumeTask": [
  "ec2:CreateTags"
 ],
 "ec2:CreateRestoreImageTask": [
  "ec2:CreateTags"
 ],
 "ec2:CreateRouteServer": [
  "ec2:CreateTags",
  "sns:CreateTopic"
 ],
 "ec2:CreateRouteServerEndpoint": [
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:CreateSecurityGroup",
  "ec2:CreateTags",
  "ec2:DescribeSecurityGroups"
 ],
 "ec2:CreateRouteServerPeer": [
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateTags"
 ],
 "ec2:CreateRouteTable": [
  "ec2:CreateTags"
 ],
 "ec2:CreateSecondaryNetwork": [
  "ec2:CreateTags"
 ],
 "ec2:CreateSecondarySubnet": [
  "ec2:CreateTags"
 ],
 "ec2:CreateSecurityGroup": [
  "ec2:CreateTags"
 ],
 "ec2:CreateSnapshot": [
  "ec2:CreateTags"
 ],
 "ec2:CreateSnapshots": [
  "ec2:CreateTags"
 ],
 "ec2:CreateSubnet": [
  "ec2:CreateTags"
 ],
 "ec2:CreateSubnetCidrReservation": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTrafficMirrorFilter": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTrafficMirrorFilterRule": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTrafficMirrorSession": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTrafficMirrorTarget": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTransitGateway": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTransitGatewayConnect": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTransitGatewayConnectPeer": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTransitGatewayMeteringPolicy": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTransitGatewayMulticastDomain": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTransitGatewayPeeringAttachment": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTransitGatewayPolicyTable": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTransitGatewayRouteTable": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTransitGatewayRouteTableAnnouncement": [
  "ec2:CreateTags"
 ],
 "ec2:CreateTransitGatewayVpcAttachment": [
  "ec2:CreateTags"
 ],
 "ec2:CreateVerifiedAccessEndpoint": [
  "ec2:CreateTags"
 ],
 "ec2:CreateVerifiedAccessGroup": [
  "ec2:CreateTags"
 ],
 "ec2:CreateVerifiedAccessInstance": [
  "ec2:CreateTags"
 ],
 "ec2:CreateVerifiedAccessTrustProvider": [
  "ec2:CreateTags"
 ],
 "ec2:CreateVolume": [
  "ec2:CreateTags"
 ],
 "ec2:CreateVpc": [
  "ec2:CreateTags"
 ],
 "ec2:CreateVpcBlockPublicAccessExclusion": [
  "ec2:CreateTags"
 ],
 "ec2:CreateVpcEncryptionControl": [
  "ec2:CreateTags"
 ],
 "ec2:CreateVpcEndpoint": [
  "ec2:CreateTags",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "route53:AssociateVPCWithHostedZone"
 ],
 "ec2:CreateVpcEndpointServiceConfiguration": [
  "ec2:CreateTags"
 ],
 "ec2:CreateVpcPeeringConnection": [
  "ec2:CreateTags"
 ],
 "ec2:CreateVpnConcentrator": [
  "ec2:CreateTags"
 ],
 "ec2:CreateVpnConnection": [
  "ec2:CreateTags"
 ],
 "ec2:CreateVpnGateway": [
  "ec2:CreateTags"
 ],
 "ec2:DeleteRouteServer": [
  "sns:DeleteTopic"
 ],
 "ec2:DeleteRouteServerEndpoint": [
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteSecurityGroup",
  "ec2:RevokeSecurityGroupIngress"
 ],
 "ec2:DeleteRouteServerPeer": [
  "ec2:RevokeSecurityGroupIngress"
 ],
 "ec2:DescribeLaunchTemplateVersions": [
  "ssm:GetParameters"
 ],
 "ec2:DisableIpamOrganizationAdminAccount": [
  "organizations:DeregisterDelegatedAdministrator"
 ],
 "ec2:EnableFastLaunch": [
  "ec2:CreateLaunchTemplate",
  "ec2:CreateSnapshot",
  "ec2:CreateTags",
  "ec2:DeleteSnapshot",
  "ec2:DescribeImages",
  "ec2:DescribeInstanceAttribute",
  "ec2:DescribeInstanceStatus",
  "ec2:DescribeInstanceTypeOfferings",
  "ec2:DescribeInstances",
  "ec2:DescribeLaunchTemplateVersions",
  "ec2:DescribeLaunchTemplates",
  "ec2:DescribeSnapshots",
  "ec2:DescribeSubnets",
  "ec2:RunInstances",
  "ec2:StopInstances",
  "ec2:TerminateInstances"
 ],
 "ec2:EnableIpamOrganizationAdminAccount": [
  "iam:CreateServiceLinkedRole",
  "organizations:EnableAWSServiceAccess",
  "organizations:RegisterDelegatedAdministrator"
 ],
 "ec2:EnableReachabilityAnalyzerOrganizationSharing": [
  "iam:CreateServiceLinkedRole",
  "organizations:EnableAWSServiceAccess"
 ],
 "ec2:ExportImage": [
  "ec2:CreateTags"
 ],
 "ec2:ImportImage": [
  "ec2:CreateTags"
 ],
 "ec2:ImportKeyPair": [
  "ec2:CreateTags"
 ],
 "ec2:ImportSnapshot": [
  "ec2:CreateTags"
 ],
 "ec2:ModifyCapacityReservationFleet": [
  "ec2:ModifyCapacityReservation"
 ],
 "ec2:PurchaseCapacityBlock": [
  "ec2:CreateTags"
 ],
 "ec2:PurchaseHostReservation": [
  "ec2:CreateTags"
 ],
 "ec2:RegisterImage": [
  "ec2:CreateTags"
 ],
 "ec2:RequestSpotFleet": [
  "ec2:CreateTags"
 ],
 "ec2:RequestSpotInstances": [
  "ec2:CreateTags"
 ],
 "ec2:RunInstances": [
  "ec2:CreateTags",
  "ssm:GetParameters"
 ],
 "ec2:StartNetworkInsightsAccessScopeAnalysis": [
  "ec2:CreateTags"
 ],
 "ec2:StartNetworkInsightsAnalysis": [
  "ec2:CreateTags"
 ],
 "ecr-public:CreateRepository": [
  "ecr-public:TagResource"
 ],
 "ecr:CreatePullThroughCacheRule": [
  "iam:CreateServiceLinkedRole"
 ],
 "ecr:CreateRepository": [
  "ecr:TagResource"
 ],
 "ecr:CreateRepositoryCreationTemplate": [
  "ecr:CreateRepository",
  "ecr:PutLifecyclePolicy",
  "ecr:SetRepositoryPolicy",
  "iam:CreateServiceLinkedRole"
 ],
 "ecr:PutReplicationConfiguration": [
  "iam:CreateServiceLinkedRole"
 ],
 "ecr:UpdateRepositoryCreationTemplate": [
  "ecr:CreateRepository",
  "ecr:PutLifecyclePolicy",
  "ecr:SetRepositoryPolicy",
  "iam:CreateServiceLinkedRole"
 ],
 "ecs:CreateExpressGatewayService": [
  "ecs:RegisterTaskDefinition"
 ],
 "eks:MutateViaKubernetesApi": [
  "eks:AccessKubernetesApi"
 ],
 "elasticache:AuthorizeCacheSecurityGroupIngress": [
  "ec2:AuthorizeSecurityGroupIngress"
 ],
 "elasticache:BatchApplyUpdateAction": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "s3:GetObject"
 ],
 "elasticache:CopyServerlessCacheSnapshot": [
  "elasticache:AddTagsToResource"
 ],
 "elasticache:CopySnapshot": [
  "elasticache:AddTagsToResource",
  "s3:DeleteObject",
  "s3:GetBucketAcl",
  "s3:PutObject"
 ],
 "elasticache:CreateCacheCluster": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "elasticache:AddTagsToResource",
  "s3:GetObject"
 ],
 "elasticache:CreateCacheParameterGroup": [
  "elasticache:AddTagsToResource"
 ],
 "elasticache:CreateCacheSecurityGroup": [
  "elasticache:AddTagsToResource"
 ],
 "elasticache:CreateCacheSubnetGroup": [
  "elasticache:AddTagsToResource"
 ],
 "elasticache:CreateReplicationGroup": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "elasticache:AddTagsToResource",
  "s3:GetObject"
 ],
 "elasticache:CreateServerlessCache": [
  "ec2:CreateTags",
  "ec2:CreateVpcEndpoint",
  "ec2:DeleteVpcEndpoints",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeTags",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "elasticache:AddTagsToResource",
  "s3:GetObject"
 ],
 "elasticache:CreateServerlessCacheSnapshot": [
  "elasticache:AddTagsToResource"
 ],
 "elasticache:CreateSnapshot": [
  "elasticache:AddTagsToResource",
  "s3:DeleteObject",
  "s3:GetBucketAcl",
  "s3:PutObject"
 ],
 "elasticache:CreateUser": [
  "elasticache:AddTagsToResource"
 ],
 "elasticache:CreateUserGroup": [
  "elasticache:AddTagsToResource"
 ],
 "elasticache:DecreaseReplicaCount": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "elasticache:DeleteCacheCluster": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "elasticache:DeleteCacheSubnetGroup": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "elasticache:DeleteReplicationGroup": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "elasticache:DeleteServerlessCache": [
  "ec2:DescribeTags"
 ],
 "elasticache:ExportServerlessCacheSnapshot": [
  "s3:DeleteObject",
  "s3:ListAllMyBuckets",
  "s3:PutObject"
 ],
 "elasticache:IncreaseReplicaCount": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "elasticache:ModifyReplicationGroup": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "elasticache:ModifyReplicationGroupShardConfiguration": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "elasticache:ModifyServerlessCache": [
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeTags"
 ],
 "elasticache:PurchaseReservedCacheNodesOffering": [
  "elasticache:AddTagsToResource"
 ],
 "elasticache:TestFailover": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "elasticfilesystem:CreateAccessPoint": [
  "elasticfilesystem:TagResource"
 ],
 "elasticfilesystem:CreateFileSystem": [
  "elasticfilesystem:TagResource"
 ],
 "elasticloadbalancing:CreateListener": [
  "elasticloadbalancing:AddTags"
 ],
 "elasticloadbalancing:CreateLoadBalancer": [
  "elasticloadbalancing:AddTags"
 ],
 "elasticloadbalancing:CreateRule": [
  "elasticloadbalancing:AddTags"
 ],
 "elasticloadbalancing:CreateTargetGroup": [
  "elasticloadbalancing:AddTags"
 ],
 "elasticloadbalancing:CreateTrustStore": [
  "elasticloadbalancing:AddTags"
 ],
 "evidently:CreateProject": [
  "iam:CreateServiceLinkedRole",
  "iam:GetRole"
 ],
 "evidently:UpdateProject": [
  "iam:CreateServiceLinkedRole",
  "iam:GetRole"
 ],
 "evs:AssociateEipToVlan": [
  "ec2:AssociateAddress",
  "ec2:DescribeAddresses"
 ],
 "evs:CreateEnvironment": [
  "ec2:CreateNetworkInterface",
  "ec2:CreateSubnet",
  "ec2:CreateTags",
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteSubnet",
  "ec2:DeleteVolume",
  "ec2:DescribeAddresses",
  "ec2:DescribeDhcpOptions",
  "ec2:DescribeHosts",
  "ec2:DescribeInstanceStatus",
  "ec2:DescribeInstances",
  "ec2:DescribeKeyPairs",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribePlacementGroups",
  "ec2:DescribeRouteServerEndpoints",
  "ec2:DescribeRouteServerPeers",
  "ec2:DescribeRouteServers",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVolumes",
  "ec2:DescribeVpcs",
  "ec2:DetachNetworkInterface",
  "ec2:DetachVolume",
  "ec2:GetAllowedImagesSettings",
  "ec2:GetRouteServerAssociations",
  "ec2:ModifyInstanceAttribute",
  "ec2:ModifyNetworkInterfaceAttribute",
  "ec2:RunInstances",
  "ec2:TerminateInstances",
  "iam:CreateServiceLinkedRole",
  "kms:DescribeKey",
  "kms:ListAliases",
  "secretsmanager:CreateSecret",
  "secretsmanager:DeleteSecret",
  "secretsmanager:GetRandomPassword",
  "secretsmanager:GetSecretValue",
  "secretsmanager:TagResource",
  "secretsmanager:UpdateSecret",
  "servicequotas:GetServiceQuota",
  "servicequotas:ListServiceQuotas",
  "support:DescribeServices",
  "support:DescribeSupportLevel"
 ],
 "evs:CreateEnvironmentHost": [
  "ec2:CreateNetworkInterface",
  "ec2:CreateTags",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeDhcpOptions",
  "ec2:DescribeHosts",
  "ec2:DescribeInstanceStatus",
  "ec2:DescribeInstances",
  "ec2:DescribeKeyPairs",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribePlacementGroups",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "ec2:ModifyNetworkInterfaceAttribute",
  "ec2:RunInstances",
  "secretsmanager:CreateSecret",
  "secretsmanager:DeleteSecret",
  "secretsmanager:GetRandomPassword",
  "secretsmanager:GetSecretValue",
  "secretsmanager:TagResource",
  "secretsmanager:UpdateSecret",
  "servicequotas:GetServiceQuota",
  "servicequotas:ListServiceQuotas"
 ],
 "evs:DeleteEnvironment": [
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteSubnet",
  "ec2:DescribeInstanceStatus",
  "ec2:DescribeInstances",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:ModifyInstanceAttribute",
  "ec2:ModifyNetworkInterfaceAttribute",
  "ec2:TerminateInstances",
  "secretsmanager:DeleteSecret",
  "secretsmanager:GetSecretValue"
 ],
 "evs:DeleteEnvironmentHost": [
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeInstanceStatus",
  "ec2:DescribeInstances",
  "ec2:DescribeNetworkInterfaces",
  "ec2:ModifyInstanceAttribute",
  "ec2:ModifyNetworkInterfaceAttribute",
  "ec2:TerminateInstances",
  "secretsmanager:DeleteSecret",
  "secretsmanager:GetSecretValue"
 ],
 "evs:DisassociateEipFromVlan": [
  "ec2:DisassociateAddress"
 ],
 "finspace:CreateKxCluster": [
  "ec2:DescribeSubnets",
  "finspace:MountKxDatabase"
 ],
 "finspace:GetKxConnectionString": [
  "finspace:ConnectKxCluster"
 ],
 "fis:StartExperiment": [
  "iam:CreateServiceLinkedRole"
 ],
 "fsx:CopyBackup": [
  "fsx:TagResource"
 ],
 "fsx:CreateAndAttachS3AccessPoint": [
  "s3:CreateAccessPoint",
  "s3:GetAccessPoint",
  "s3:PutAccessPointPolicy"
 ],
 "fsx:CreateBackup": [
  "fsx:TagResource"
 ],
 "fsx:CreateDataRepositoryAssociation": [
  "fsx:TagResource"
 ],
 "fsx:CreateDataRepositoryTask": [
  "fsx:TagResource"
 ],
 "fsx:CreateFileCache": [
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "ec2:GetSecurityGroupsForVpc",
  "fsx:CreateDataRepositoryAssociation",
  "fsx:TagResource",
  "logs:CreateLogGroup",
  "logs:CreateLogStream",
  "logs:PutLogEvents",
  "s3:ListBucket"
 ],
 "fsx:CreateFileSystem": [
  "ec2:GetSecurityGroupsForVpc",
  "fsx:TagResource"
 ],
 "fsx:CreateFileSystemFromBackup": [
  "ec2:GetSecurityGroupsForVpc",
  "fsx:TagResource"
 ],
 "fsx:CreateSnapshot": [
  "fsx:TagResource"
 ],
 "fsx:CreateStorageVirtualMachine": [
  "fsx:TagResource"
 ],
 "fsx:CreateVolume": [
  "fsx:TagResource"
 ],
 "fsx:CreateVolumeFromBackup": [
  "fsx:TagResource"
 ],
 "fsx:DeleteFileCache": [
  "fsx:DeleteDataRepositoryAssociation"
 ],
 "fsx:DeleteFileSystem": [
  "fsx:CreateBackup",
  "fsx:TagResource"
 ],
 "fsx:DeleteVolume": [
  "fsx:TagResource"
 ],
 "fsx:DetachAndDeleteS3AccessPoint": [
  "s3:DeleteAccessPoint"
 ],
 "gamelift:CreateAlias": [
  "gamelift:TagResource"
 ],
 "gamelift:CreateBuild": [
  "gamelift:TagResource",
  "s3:GetObject"
 ],
 "gamelift:CreateContainerFleet": [
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeRegions",
  "gamelift:TagResource"
 ],
 "gamelift:CreateContainerGroupDefinition": [
  "ecr:BatchGetImage",
  "ecr:DescribeImages",
  "ecr:GetAuthorizationToken",
  "ecr:GetDownloadUrlForLayer",
  "gamelift:TagResource"
 ],
 "gamelift:CreateFleet": [
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeRegions",
  "gamelift:TagResource"
 ],
 "gamelift:CreateFleetLocations": [
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeRegions"
 ],
 "gamelift:CreateGameServerGroup": [
  "autoscaling:CreateAutoScalingGroup",
  "autoscaling:DescribeAutoScalingGroups",
  "autoscaling:PutLifecycleHook",
  "autoscaling:PutScalingPolicy",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeSubnets",
  "events:PutRule",
  "events:PutTargets",
  "gamelift:TagResource"
 ],
 "gamelift:CreateGameSessionQueue": [
  "gamelift:TagResource"
 ],
 "gamelift:CreateLocation": [
  "gamelift:TagResource"
 ],
 "gamelift:CreateMatchmakingConfiguration": [
  "gamelift:TagResource"
 ],
 "gamelift:CreateMatchmakingRuleSet": [
  "gamelift:TagResource"
 ],
 "gamelift:CreateScript": [
  "gamelift:TagResource",
  "s3:GetObject"
 ],
 "gamelift:CreateVpcPeeringAuthorization": [
  "ec2:AcceptVpcPeeringConnection",
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateRoute",
  "ec2:DeleteRoute",
  "ec2:DescribeRouteTables",
  "ec2:DescribeSecurityGroups",
  "ec2:RevokeSecurityGroupEgress",
  "ec2:RevokeSecurityGroupIngress"
 ],
 "gamelift:DeleteGameServerGroup": [
  "autoscaling:DeleteAutoScalingGroup",
  "autoscaling:DescribeAutoScalingGroups",
  "autoscaling:ExitStandby",
  "autoscaling:ResumeProcesses",
  "autoscaling:SetInstanceProtection",
  "autoscaling:UpdateAutoScalingGroup"
 ],
 "gamelift:UpdateContainerGroupDefinition": [
  "ecr:BatchGetImage",
  "ecr:DescribeImages",
  "ecr:GetAuthorizationToken",
  "ecr:GetDownloadUrlForLayer"
 ],
 "gamelift:UpdateScript": [
  "s3:GetObject"
 ],
 "gameliftstreams:AddStreamGroupLocations": [
  "ec2:DescribeRegions"
 ],
 "gameliftstreams:CreateApplication": [
  "gameliftstreams:TagResource",
  "s3:GetObject",
  "s3:ListBucket"
 ],
 "gameliftstreams:CreateStreamGroup": [
  "gameliftstreams:TagResource"
 ],
 "gameliftstreams:ExportStreamSessionFiles": [
  "s3:PutObject"
 ],
 "globalaccelerator:AddEndpoints": [
  "globalaccelerator:UpdateEndpointGroup"
 ],
 "globalaccelerator:RemoveEndpoints": [
  "globalaccelerator:UpdateEndpointGroup"
 ],
 "glue:BatchGetTableOptimizer": [
  "glue:GetTable"
 ],
 "glue:CreateIntegration": [
  "kms:CreateGrant",
  "kms:DescribeKey"
 ],
 "glue:CreateTableOptimizer": [
  "glue:GetTable"
 ],
 "glue:DeleteTableOptimizer": [
  "glue:GetTable"
 ],
 "glue:GetTableOptimizer": [
  "glue:GetTable"
 ],
 "glue:ListTableOptimizerRuns": [
  "glue:GetTable"
 ],
 "glue:StartColumnStatisticsTaskRun": [
  "glue:GetSecurityConfiguration",
  "glue:GetTable"
 ],
 "glue:UpdateTableOptimizer": [
  "glue:GetTable"
 ],
 "grafana:AssociateLicense": [
  "aws-marketplace:ViewSubscriptions"
 ],
 "grafana:CreateWorkspace": [
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:GetManagedPrefixListEntries",
  "iam:CreateServiceLinkedRole",
  "organizations:DescribeOrganization",
  "sso:CreateManagedApplicationInstance",
  "sso:DescribeRegisteredRegions",
  "sso:GetSharedSsoConfiguration"
 ],
 "grafana:DeleteWorkspace": [
  "sso:DeleteManagedApplicationInstance"
 ],
 "grafana:UpdateWorkspace": [
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:GetManagedPrefixListEntries",
  "iam:CreateServiceLinkedRole"
 ],
 "greengrass:CancelDeployment": [
  "iot:CancelJob",
  "iot:DeleteThingShadow",
  "iot:DescribeJob",
  "iot:DescribeThing",
  "iot:DescribeThingGroup",
  "iot:GetThingShadow",
  "iot:UpdateJob",
  "iot:UpdateThingShadow"
 ],
 "greengrass:CreateDeployment": [
  "iot:CancelJob",
  "iot:CreateJob",
  "iot:DeleteThingShadow",
  "iot:DescribeJob",
  "iot:DescribeThing",
  "iot:DescribeThingGroup",
  "iot:GetThingShadow",
  "iot:UpdateJob",
  "iot:UpdateThingShadow"
 ],
 "greengrass:DeleteCoreDevice": [
  "iot:DescribeJobExecution"
 ],
 "greengrass:DeleteDeployment": [
  "iot:DeleteJob"
 ],
 "greengrass:GetConnectivityInfo": [
  "iot:GetThingShadow"
 ],
 "greengrass:GetDeployment": [
  "iot:DescribeJob",
  "iot:DescribeThing",
  "iot:DescribeThingGroup",
  "iot:GetThingShadow"
 ],
 "greengrass:ListDeployments": [
  "iot:DescribeJob",
  "iot:DescribeThing",
  "iot:DescribeThingGroup",
  "iot:GetThingShadow"
 ],
 "greengrass:ListEffectiveDeployments": [
  "iot:DescribeJob",
  "iot:DescribeJobExecution",
  "iot:DescribeThing",
  "iot:DescribeThingGroup",
  "iot:GetThingShadow"
 ],
 "greengrass:UpdateConnectivityInfo": [
  "iot:GetThingShadow",
  "iot:UpdateThingShadow"
 ],
 "guardduty:CreateIPSet": [
  "iam:DeleteRolePolicy",
  "iam:PutRolePolicy"
 ],
 "guardduty:CreatePublishingDestination": [
  "s3:GetObject",
  "s3:ListBucket"
 ],
 "guardduty:CreateThreatEntitySet": [
  "s3:GetObject"
 ],
 "guardduty:CreateTrustedEntitySet": [
  "s3:GetObject"
 ],
 "guardduty:UpdateIPSet": [
  "iam:DeleteRolePolicy",
  "iam:PutRolePolicy"
 ],
 "guardduty:UpdatePublishingDestination": [
  "s3:GetObject",
  "s3:ListBucket"
 ],
 "guardduty:UpdateThreatEntitySet": [
  "s3:GetObject"
 ],
 "guardduty:UpdateThreatIntelSet": [
  "iam:DeleteRolePolicy",
  "iam:PutRolePolicy"
 ],
 "guardduty:UpdateTrustedEntitySet": [
  "s3:GetObject"
 ],
 "health-agent:CreateDomain": [
  "health-agent:TagResource"
 ],
 "health:DescribeAffectedAccountsForOrganization": [
  "organizations:ListAccounts"
 ],
 "health:DescribeAffectedEntitiesForOrganization": [
  "organizations:ListAccounts"
 ],
 "health:DescribeEntityAggregatesForOrganization": [
  "organizations:ListAccounts"
 ],
 "health:DescribeEventDetailsForOrganization": [
  "organizations:ListAccounts"
 ],
 "health:DescribeEventsForOrganization": [
  "organizations:ListAccounts"
 ],
 "health:DescribeHealthServiceStatusForOrganization": [
  "organizations:ListAccounts"
 ],
 "health:DisableHealthServiceAccessForOrganization": [
  "organizations:DisableAWSServiceAccess",
  "organizations:ListAccounts"
 ],
 "health:EnableHealthServiceAccessForOrganization": [
  "iam:CreateServiceLinkedRole",
  "organizations:EnableAWSServiceAccess",
  "organizations:ListAccounts"
 ],
 "iam:GenerateOrganizationsAccessReport": [
  "organizations:DescribePolicy",
  "organizations:ListChildren",
  "organizations:ListParents",
  "organizations:ListPoliciesForTarget",
  "organizations:ListRoots",
  "organizations:ListTargetsForPolicy"
 ],
 "identity-sync:CreateSyncProfile": [
  "ds:AuthorizeApplication"
 ],
 "identity-sync:DeleteSyncProfile": [
  "ds:UnauthorizeApplication"
 ],
 "identitystore:AddRegion": [
  "kms:Decrypt"
 ],
 "identitystore:CreateGroup": [
  "kms:Decrypt"
 ],
 "identitystore:CreateGroupMembership": [
  "kms:Decrypt"
 ],
 "identitystore:CreateIdentityStore": [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKeyWithoutPlaintext"
 ],
 "identitystore:CreateUser": [
  "kms:Decrypt"
 ],
 "identitystore:DeleteGroup": [
  "kms:Decrypt"
 ],
 "identitystore:DeleteGroupMembership": [
  "kms:Decrypt"
 ],
 "identitystore:DeleteUser": [
  "kms:Decrypt"
 ],
 "identitystore:DescribeGroup": [
  "kms:Decrypt"
 ],
 "identitystore:DescribeGroupMembership": [
  "kms:Decrypt"
 ],
 "identitystore:DescribeRegion": [
  "kms:Decrypt"
 ],
 "identitystore:DescribeUser": [
  "kms:Decrypt"
 ],
 "identitystore:GetGroupId": [
  "kms:Decrypt"
 ],
 "identitystore:GetGroupMembershipId": [
  "kms:Decrypt"
 ],
 "identitystore:GetUserId": [
  "kms:Decrypt"
 ],
 "identitystore:IsMemberInGroups": [
  "kms:Decrypt"
 ],
 "identitystore:ListGroupMemberships": [
  "kms:Decrypt"
 ],
 "identitystore:ListGroupMembershipsForMember": [
  "kms:Decrypt"
 ],
 "identitystore:ListGroups": [
  "kms:Decrypt"
 ],
 "identitystore:ListRegions": [
  "kms:Decrypt"
 ],
 "identitystore:ListUsers": [
  "kms:Decrypt"
 ],
 "identitystore:RemoveRegion": [
  "kms:Decrypt"
 ],
 "identitystore:ReserveUser": [
  "kms:Decrypt"
 ],
 "identitystore:UpdateGroup": [
  "kms:Decrypt"
 ],
 "identitystore:UpdateIdentityStore": [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKeyWithoutPlaintext"
 ],
 "identitystore:UpdateUser": [
  "kms:Decrypt"
 ],
 "imagebuilder:CreateComponent": [
  "imagebuilder:TagResource",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "s3:GetObject",
  "s3:ListBucket"
 ],
 "imagebuilder:CreateContainerRecipe": [
  "ec2:DescribeImages",
  "ecr:DescribeImages",
  "ecr:DescribeRepositories",
  "imagebuilder:GetComponent",
  "imagebuilder:GetImage",
  "imagebuilder:TagResource",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "s3:GetObject",
  "s3:ListBucket",
  "ssm:GetParameter"
 ],
 "imagebuilder:CreateDistributionConfiguration": [
  "ec2:CreateLaunchTemplateVersion",
  "ec2:DescribeLaunchTemplates",
  "ec2:ModifyLaunchTemplate",
  "imagebuilder:TagResource",
  "s3:ListBucket",
  "ssm:GetParameter"
 ],
 "imagebuilder:CreateImage": [
  "ecr:BatchGetRepositoryScanningConfiguration",
  "ecr:DescribeRepositories",
  "iam:CreateServiceLinkedRole",
  "imagebuilder:GetContainerRecipe",
  "imagebuilder:GetDistributionConfiguration",
  "imagebuilder:GetImageRecipe",
  "imagebuilder:GetInfrastructureConfiguration",
  "imagebuilder:GetWorkflow",
  "imagebuilder:TagResource",
  "inspector2:BatchGetAccountStatus"
 ],
 "imagebuilder:CreateImagePipeline": [
  "ecr:BatchGetRepositoryScanningConfiguration",
  "ecr:DescribeRepositories",
  "iam:CreateServiceLinkedRole",
  "imagebuilder:GetContainerRecipe",
  "imagebuilder:GetDistributionConfiguration",
  "imagebuilder:GetImageRecipe",
  "imagebuilder:GetInfrastructureConfiguration",
  "imagebuilder:GetWorkflow",
  "imagebuilder:TagResource",
  "inspector2:BatchGetAccountStatus"
 ],
 "imagebuilder:CreateImageRecipe": [
  "ec2:DescribeImages",
  "imagebuilder:GetComponent",
  "imagebuilder:GetImage",
  "imagebuilder:TagResource",
  "ssm:GetParameter"
 ],
 "imagebuilder:CreateInfrastructureConfiguration": [
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeHosts",
  "imagebuilder:TagResource",
  "resource-groups:GetGroup",
  "sns:Publish"
 ],
 "imagebuilder:CreateLifecyclePolicy": [
  "imagebuilder:TagResource"
 ],
 "imagebuilder:CreateWorkflow": [
  "imagebuilder:TagResource",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "s3:GetObject",
  "s3:ListBucket"
 ],
 "imagebuilder:DistributeImage": [
  "ec2:DescribeImages",
  "imagebuilder:GetDistributionConfiguration",
  "imagebuilder:GetImage",
  "imagebuilder:TagResource",
  "ssm:GetParameter"
 ],
 "imagebuilder:GetComponent": [
  "kms:Decrypt"
 ],
 "imagebuilder:GetWorkflow": [
  "kms:Decrypt"
 ],
 "imagebuilder:GetWorkflowStepExecution": [
  "kms:Decrypt"
 ],
 "imagebuilder:ImportComponent": [
  "imagebuilder:TagResource",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "s3:GetObject",
  "s3:ListBucket"
 ],
 "imagebuilder:ImportDiskImage": [
  "iam:CreateServiceLinkedRole",
  "imagebuilder:GetInfrastructureConfiguration",
  "imagebuilder:GetWorkflow",
  "imagebuilder:TagResource",
  "s3:GetObject",
  "s3:ListBucket"
 ],
 "imagebuilder:ImportVmImage": [
  "ec2:DescribeImages",
  "ec2:DescribeImportImageTasks",
  "iam:CreateServiceLinkedRole",
  "imagebuilder:TagResource"
 ],
 "imagebuilder:ListImageScanFindings": [
  "inspector2:ListFindings"
 ],
 "imagebuilder:ListWorkflowStepExecutions": [
  "kms:Decrypt"
 ],
 "imagebuilder:StartImagePipelineExecution": [
  "iam:CreateServiceLinkedRole",
  "imagebuilder:GetImagePipeline",
  "imagebuilder:TagResource"
 ],
 "imagebuilder:UpdateDistributionConfiguration": [
  "ec2:CreateLaunchTemplateVersion",
  "ec2:DescribeLaunchTemplates",
  "ec2:ModifyLaunchTemplate",
  "s3:ListBucket",
  "ssm:GetParameter"
 ],
 "imagebuilder:UpdateImagePipeline": [
  "ecr:BatchGetRepositoryScanningConfiguration",
  "ecr:DescribeRepositories",
  "iam:CreateServiceLinkedRole",
  "imagebuilder:GetContainerRecipe",
  "imagebuilder:GetDistributionConfiguration",
  "imagebuilder:GetImageRecipe",
  "imagebuilder:GetInfrastructureConfiguration",
  "imagebuilder:GetWorkflow",
  "inspector2:BatchGetAccountStatus"
 ],
 "imagebuilder:UpdateInfrastructureConfiguration": [
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeHosts",
  "resource-groups:GetGroup",
  "sns:Publish"
 ],
 "iot:AssociateSbomWithPackageVersion": [
  "iot:GetIndexingConfiguration"
 ],
 "iot:CreatePackage": [
  "iot:GetIndexingConfiguration"
 ],
 "iot:CreatePackageVersion": [
  "iot:GetIndexingConfiguration",
  "s3:GetObjectVersion"
 ],
 "iot:UpdatePackage": [
  "iot:GetIndexingConfiguration"
 ],
 "iot:UpdatePackageVersion": [
  "iot:GetIndexingConfiguration",
  "s3:GetObjectVersion"
 ],
 "iotfleethub:CreateApplication": [
  "sso:CreateManagedApplicationInstance",
  "sso:DescribeRegisteredRegions"
 ],
 "iotfleethub:DeleteApplication": [
  "sso:DeleteManagedApplicationInstance"
 ],
 "iotfleetwise:CreateVehicle": [
  "iot:CreateThing",
  "iot:DescribeThing"
 ],
 "iotsitewise:CreatePortal": [
  "sso:CreateManagedApplicationInstance",
  "sso:DescribeRegisteredRegions"
 ],
 "iotsitewise:DeletePortal": [
  "sso:DeleteManagedApplicationInstance"
 ],
 "iottwinmaker:BatchPutPropertyValues": [
  "iottwinmaker:GetComponentType",
  "iottwinmaker:GetEntity",
  "iottwinmaker:GetWorkspace"
 ],
 "iottwinmaker:GetPropertyValue": [
  "iottwinmaker:GetComponentType",
  "iottwinmaker:GetEntity",
  "iottwinmaker:GetWorkspace"
 ],
 "iottwinmaker:GetPropertyValueHistory": [
  "iottwinmaker:GetComponentType",
  "iottwinmaker:GetEntity",
  "iottwinmaker:GetWorkspace"
 ],
 "iotwireless:AssociateWirelessDeviceWithThing": [
  "iot:DescribeThing"
 ],
 "iotwireless:AssociateWirelessGatewayWithThing": [
  "iot:DescribeThing"
 ],
 "iotwireless:DisassociateWirelessDeviceFromThing": [
  "iot:DescribeThing"
 ],
 "iotwireless:DisassociateWirelessGatewayFromThing": [
  "iot:DescribeThing"
 ],
 "kafka-cluster:AlterCluster": [
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeCluster"
 ],
 "kafka-cluster:AlterClusterDynamicConfiguration": [
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeClusterDynamicConfiguration"
 ],
 "kafka-cluster:AlterGroup": [
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeGroup"
 ],
 "kafka-cluster:AlterTopic": [
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeTopic"
 ],
 "kafka-cluster:AlterTopicDynamicConfiguration": [
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeTopicDynamicConfiguration"
 ],
 "kafka-cluster:AlterTransactionalId": [
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeTransactionalId",
  "kafka-cluster:WriteData"
 ],
 "kafka-cluster:CreateTopic": [
  "kafka-cluster:Connect"
 ],
 "kafka-cluster:DeleteGroup": [
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeGroup"
 ],
 "kafka-cluster:DeleteTopic": [
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeTopic"
 ],
 "kafka-cluster:DescribeCluster": [
  "kafka-cluster:Connect"
 ],
 "kafka-cluster:DescribeClusterDynamicConfiguration": [
  "kafka-cluster:Connect"
 ],
 "kafka-cluster:DescribeGroup": [
  "kafka-cluster:Connect"
 ],
 "kafka-cluster:DescribeTopic": [
  "kafka-cluster:Connect"
 ],
 "kafka-cluster:DescribeTopicDynamicConfiguration": [
  "kafka-cluster:Connect"
 ],
 "kafka-cluster:DescribeTransactionalId": [
  "kafka-cluster:Connect"
 ],
 "kafka-cluster:ReadData": [
  "kafka-cluster:AlterGroup",
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeTopic"
 ],
 "kafka-cluster:WriteData": [
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeTopic"
 ],
 "kafka-cluster:WriteDataIdempotently": [
  "kafka-cluster:Connect",
  "kafka-cluster:WriteData"
 ],
 "kafka:BatchAssociateScramSecret": [
  "kms:CreateGrant",
  "kms:RetireGrant"
 ],
 "kafka:BatchDisassociateScramSecret": [
  "kms:RetireGrant"
 ],
 "kafka:CreateCluster": [
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy",
  "kms:CreateGrant",
  "kms:DescribeKey"
 ],
 "kafka:CreateClusterV2": [
  "ec2:CreateTags",
  "ec2:CreateVpcEndpoint",
  "ec2:DeleteVpcEndpoints",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcAttribute",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy",
  "kms:CreateGrant",
  "kms:DescribeKey"
 ],
 "kafka:CreateReplicator": [
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy",
  "kafka:DescribeClusterV2",
  "kafka:GetBootstrapBrokers"
 ],
 "kafka:CreateTopic": [
  "kafka-cluster:Connect",
  "kafka-cluster:CreateTopic"
 ],
 "kafka:CreateVpcConnection": [
  "ec2:CreateTags",
  "ec2:CreateVpcEndpoint",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcAttribute",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy"
 ],
 "kafka:DeleteCluster": [
  "ec2:DeleteVpcEndpoints",
  "ec2:DescribeVpcAttribute",
  "ec2:DescribeVpcEndpoints"
 ],
 "kafka:DeleteTopic": [
  "kafka-cluster:Connect",
  "kafka-cluster:DeleteTopic",
  "kafka-cluster:DescribeTopic"
 ],
 "kafka:DeleteVpcConnection": [
  "ec2:DeleteVpcEndpoints",
  "ec2:DescribeVpcEndpoints"
 ],
 "kafka:DescribeTopic": [
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeTopic",
  "kafka-cluster:DescribeTopicDynamicConfiguration"
 ],
 "kafka:DescribeTopicPartitions": [
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeTopic",
  "kafka-cluster:DescribeTopicDynamicConfiguration"
 ],
 "kafka:ListTopics": [
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeTopic"
 ],
 "kafka:UpdateConnectivity": [
  "ec2:DescribeRouteTables",
  "ec2:DescribeSubnets"
 ],
 "kafka:UpdateSecurity": [
  "kms:RetireGrant"
 ],
 "kafka:UpdateTopic": [
  "kafka-cluster:AlterTopic",
  "kafka-cluster:AlterTopicDynamicConfiguration",
  "kafka-cluster:Connect",
  "kafka-cluster:DescribeTopic"
 ],
 "kafkaconnect:CreateConnector": [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "firehose:TagDeliveryStream",
  "iam:AttachRolePolicy",
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy",
  "logs:CreateLogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "s3:GetBucketPolicy",
  "s3:PutBucketPolicy"
 ],
 "kafkaconnect:CreateCustomPlugin": [
  "s3:GetObject"
 ],
 "kafkaconnect:DeleteConnector": [
  "logs:DeleteLogDelivery",
  "logs:ListLogDeliveries"
 ],
 "kms:CreateCustomKeyStore": [
  "cloudhsm:DescribeClusters",
  "ec2:DescribeVpcEndpointServices",
  "iam:CreateServiceLinkedRole"
 ],
 "kms:CreateKey": [
  "iam:CreateServiceLinkedRole",
  "kms:PutKeyPolicy",
  "kms:TagResource"
 ],
 "kms:ReplicateKey": [
  "iam:CreateServiceLinkedRole",
  "kms:CreateKey",
  "kms:PutKeyPolicy",
  "kms:TagResource"
 ],
 "kms:UpdateCustomKeyStore": [
  "ec2:DescribeVpcEndpointServices"
 ],
 "lakeformation:GetQueryState": [
  "lakeformation:StartQueryPlanning"
 ],
 "lakeformation:GetQueryStatistics": [
  "lakeformation:StartQueryPlanning"
 ],
 "lakeformation:GetWorkUnitResults": [
  "lakeformation:GetWorkUnits",
  "lakeformation:StartQueryPlanning"
 ],
 "lakeformation:GetWorkUnits": [
  "lakeformation:StartQueryPlanning"
 ],
 "lambda:CreateCapacityProvider": [
  "iam:CreateServiceLinkedRole",
  "kms:DescribeKey"
 ],
 "lambda:CreateFunction": [
  "lambda:PassCapacityProvider"
 ],
 "lex:DeleteBot": [
  "lex:DeleteBotAlias",
  "lex:DeleteBotChannel",
  "lex:DeleteBotLocale",
  "lex:DeleteBotVersion",
  "lex:DeleteIntent",
  "lex:DeleteSlot",
  "lex:DeleteSlotType"
 ],
 "lex:DeleteBotLocale": [
  "lex:DeleteIntent",
  "lex:DeleteSlot",
  "lex:DeleteSlotType"
 ],
 "lex:DescribeExport": [
  "lex:DescribeBot",
  "lex:DescribeBotLocale",
  "lex:DescribeIntent",
  "lex:DescribeSlot",
  "lex:DescribeSlotType",
  "lex:ListBotLocales",
  "lex:ListIntents",
  "lex:ListSlotTypes",
  "lex:ListSlots"
 ],
 "lex:ListTestExecutionResultItems": [
  "lex:ListTestSetRecords"
 ],
 "lex:StartImport": [
  "lex:CreateBot",
  "lex:CreateBotLocale",
  "lex:CreateCustomVocabulary",
  "lex:CreateIntent",
  "lex:CreateSlot",
  "lex:CreateSlotType",
  "lex:CreateTestSet",
  "lex:DeleteBotLocale",
  "lex:DeleteCustomVocabulary",
  "lex:DeleteIntent",
  "lex:DeleteSlot",
  "lex:DeleteSlotType",
  "lex:UpdateBot",
  "lex:UpdateBotLocale",
  "lex:UpdateCustomVocabulary",
  "lex:UpdateIntent",
  "lex:UpdateSlot",
  "lex:UpdateSlotType",
  "lex:UpdateTestSet"
 ],
 "lightsail:CreateCertificate": [
  "lightsail:CreateDomainEntry",
  "lightsail:GetDomains"
 ],
 "lightsail:CreateDomain": [
  "route53:DeleteHostedZone",
  "route53:GetHostedZone",
  "route53:ListHostedZonesByName",
  "route53domains:GetDomainDetail",
  "route53domains:GetOperationDetail",
  "route53domains:ListDomains",
  "route53domains:ListOperations",
  "route53domains:UpdateDomainNameservers"
 ],
 "lightsail:CreateLoadBalancer": [
  "lightsail:CreateDomainEntry",
  "lightsail:GetDomains"
 ],
 "lightsail:CreateLoadBalancerTlsCertificate": [
  "lightsail:CreateDomainEntry",
  "lightsail:GetDomains"
 ],
 "lightsail:ExportSnapshot": [
  "iam:CreateServiceLinkedRole",
  "iam:PutRolePolicy"
 ],
 "lightsail:SetupInstanceHttps": [
  "lightsail:GetInstanceAccessDetails"
 ],
 "m2:CreateApplication": [
  "s3:GetObject",
  "s3:ListBucket"
 ],
 "m2:CreateDataSetExportTask": [
  "s3:GetObject"
 ],
 "m2:CreateDataSetImportTask": [
  "s3:GetObject"
 ],
 "m2:CreateDeployment": [
  "elasticloadbalancing:AddTags",
  "elasticloadbalancing:CreateListener",
  "elasticloadbalancing:CreateTargetGroup",
  "elasticloadbalancing:RegisterTargets"
 ],
 "m2:CreateEnvironment": [
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcAttribute",
  "ec2:DescribeVpcs",
  "ec2:ModifyNetworkInterfaceAttribute",
  "elasticfilesystem:DescribeMountTargets",
  "elasticloadbalancing:AddTags",
  "elasticloadbalancing:CreateLoadBalancer",
  "fsx:DescribeFileSystems",
  "iam:CreateServiceLinkedRole"
 ],
 "m2:DeleteApplication": [
  "elasticloadbalancing:DeleteListener",
  "elasticloadbalancing:DeleteTargetGroup"
 ],
 "m2:DeleteApplicationFromEnvironment": [
  "elasticloadbalancing:DeleteListener",
  "elasticloadbalancing:DeleteTargetGroup"
 ],
 "m2:DeleteEnvironment": [
  "elasticloadbalancing:DeleteLoadBalancer"
 ],
 "m2:UpdateApplication": [
  "s3:GetObject",
  "s3:ListBucket"
 ],
 "managedblockchain:CreateMember": [
  "iam:CreateServiceLinkedRole"
 ],
 "managedblockchain:CreateNetwork": [
  "iam:CreateServiceLinkedRole"
 ],
 "managedblockchain:CreateNode": [
  "iam:CreateServiceLinkedRole"
 ],
 "managedblockchain:UpdateMember": [
  "iam:CreateServiceLinkedRole"
 ],
 "managedblockchain:UpdateNode": [
  "iam:CreateServiceLinkedRole"
 ],
 "mediaconnect:CreateRouterInput": [
  "ec2:CreateNetworkInterface",
  "mediaconnect:AssociateRouterNetworkInterface",
  "mediaconnect:TagResource",
  "mediaconnect:UpdateFlowOutput"
 ],
 "mediaconnect:CreateRouterNetworkInterface": [
  "iam:CreateServiceLinkedRole",
  "mediaconnect:TagResource"
 ],
 "mediaconnect:CreateRouterOutput": [
  "ec2:CreateNetworkInterface",
  "mediaconnect:AssociateRouterNetworkInterface",
  "mediaconnect:TagResource",
  "mediaconnect:UpdateFlowSource",
  "medialive:UpdateInput"
 ],
 "mediaconnect:UpdateRouterInput": [
  "ec2:CreateNetworkInterface",
  "mediaconnect:AssociateRouterNetworkInterface",
  "mediaconnect:UpdateFlowOutput"
 ],
 "mediaconnect:UpdateRouterNetworkInterface": [
  "iam:CreateServiceLinkedRole"
 ],
 "mediaconnect:UpdateRouterOutput": [
  "ec2:CreateNetworkInterface",
  "mediaconnect:AssociateRouterNetworkInterface",
  "mediaconnect:UpdateFlowSource",
  "medialive:UpdateInput"
 ],
 "mediapackage-vod:ConfigureLogs": [
  "iam:CreateServiceLinkedRole"
 ],
 "mediapackage:ConfigureLogs": [
  "iam:CreateServiceLinkedRole"
 ],
 "mediatailor:ConfigureLogsForPlaybackConfiguration": [
  "iam:CreateServiceLinkedRole"
 ],
 "memorydb:BatchUpdateCluster": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "s3:GetObject"
 ],
 "memorydb:CopySnapshot": [
  "memorydb:TagResource",
  "s3:DeleteObject",
  "s3:GetBucketAcl",
  "s3:PutObject"
 ],
 "memorydb:CreateAcl": [
  "memorydb:TagResource"
 ],
 "memorydb:CreateCluster": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "memorydb:TagResource",
  "s3:GetObject"
 ],
 "memorydb:CreateMultiRegionCluster": [
  "memorydb:TagResource"
 ],
 "memorydb:CreateParameterGroup": [
  "memorydb:TagResource"
 ],
 "memorydb:CreateSnapshot": [
  "memorydb:TagResource",
  "s3:DeleteObject",
  "s3:GetBucketAcl",
  "s3:PutObject"
 ],
 "memorydb:CreateSubnetGroup": [
  "memorydb:TagResource"
 ],
 "memorydb:CreateUser": [
  "memorydb:TagResource"
 ],
 "memorydb:DeleteCluster": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "memorydb:DeleteSubnetGroup": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "memorydb:FailoverShard": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "memorydb:PurchaseReservedNodesOffering": [
  "memorydb:TagResource"
 ],
 "memorydb:UpdateCluster": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "memorydb:UpdateMultiRegionCluster": [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "mgn:InitializeService": [
  "iam:AddRoleToInstanceProfile",
  "iam:CreateInstanceProfile",
  "iam:CreateServiceLinkedRole",
  "iam:GetInstanceProfile"
 ],
 "mgn:StartCutover": [
  "ec2:AttachVolume",
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateLaunchTemplate",
  "ec2:CreateLaunchTemplateVersion",
  "ec2:CreateSecurityGroup",
  "ec2:CreateSnapshot",
  "ec2:CreateTags",
  "ec2:CreateVolume",
  "ec2:DeleteLaunchTemplateVersions",
  "ec2:DeleteSnapshot",
  "ec2:DeleteVolume",
  "ec2:DescribeAccountAttributes",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeImages",
  "ec2:DescribeInstanceAttribute",
  "ec2:DescribeInstanceStatus",
  "ec2:DescribeInstanceTypes",
  "ec2:DescribeInstances",
  "ec2:DescribeLaunchTemplateVersions",
  "ec2:DescribeLaunchTemplates",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSnapshots",
  "ec2:DescribeSubnets",
  "ec2:DescribeVolumes",
  "ec2:DetachVolume",
  "ec2:ModifyInstanceAttribute",
  "ec2:ModifyLaunchTemplate",
  "ec2:ReportInstanceStatus",
  "ec2:RevokeSecurityGroupEgress",
  "ec2:RunInstances",
  "ec2:StartInstances",
  "ec2:StopInstances",
  "ec2:TerminateInstances",
  "mgn:ListTagsForResource"
 ],
 "mgn:StartExport": [
  "ec2:DescribeLaunchTemplateVersions",
  "mgn:DescribeSourceServers",
  "mgn:GetLaunchConfiguration",
  "mgn:ListApplications",
  "mgn:ListWaves",
  "s3:PutObject"
 ],
 "mgn:StartImport": [
  "ec2:CreateLaunchTemplateVersion",
  "ec2:DescribeLaunchTemplateVersions",
  "ec2:ModifyLaunchTemplate",
  "mgn:DescribeSourceServers",
  "mgn:GetLaunchConfiguration",
  "mgn:ListApplications",
  "mgn:ListWaves",
  "mgn:TagResource",
  "mgn:UpdateLaunchConfiguration",
  "s3:PutObject"
 ],
 "mgn:StartImportFileEnrichment": [
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "mgn:StartNetworkMigrationAnalysis": [
  "directconnect:DescribeConnections",
  "directconnect:DescribeDirectConnectGatewayAssociations",
  "directconnect:DescribeDirectConnectGatewayAttachments",
  "directconnect:DescribeDirectConnectGateways",
  "directconnect:DescribeVirtualGateways",
  "directconnect:DescribeVirtualInterfaces",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateNetworkInsightsPath",
  "ec2:CreateNetworkInterface",
  "ec2:CreateSecurityGroup",
  "ec2:CreateTags",
  "ec2:DeleteNetworkInsightsAnalysis",
  "ec2:DeleteNetworkInsightsPath",
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteSecurityGroup",
  "ec2:DeleteTags",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeCustomerGateways",
  "ec2:DescribeInstances",
  "ec2:DescribeInternetGateways",
  "ec2:DescribeManagedPrefixLists",
  "ec2:DescribeNatGateways",
  "ec2:DescribeNetworkAcls",
  "ec2:DescribeNetworkInsightsAnalyses",
  "ec2:DescribeNetworkInsightsPaths",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribePrefixLists",
  "ec2:DescribeRegions",
  "ec2:DescribeRouteTables",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeTransitGatewayAttachments",
  "ec2:DescribeTransitGatewayConnects",
  "ec2:DescribeTransitGatewayPeeringAttachments",
  "ec2:DescribeTransitGatewayRouteTables",
  "ec2:DescribeTransitGatewayVpcAttachments",
  "ec2:DescribeTransitGateways",
  "ec2:DescribeVpcEndpointServiceConfigurations",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcPeeringConnections",
  "ec2:DescribeVpcs",
  "ec2:DescribeVpnConnections",
  "ec2:DescribeVpnGateways",
  "ec2:GetManagedPrefixListEntries",
  "ec2:GetTransitGatewayRouteTablePropagations",
  "ec2:SearchTransitGatewayRoutes",
  "ec2:StartNetworkInsightsAnalysis",
  "elasticloadbalancing:DescribeListeners",
  "elasticloadbalancing:DescribeLoadBalancerAttributes",
  "elasticloadbalancing:DescribeLoadBalancers",
  "elasticloadbalancing:DescribeRules",
  "elasticloadbalancing:DescribeTags",
  "elasticloadbalancing:DescribeTargetGroupAttributes",
  "elasticloadbalancing:DescribeTargetGroups",
  "elasticloadbalancing:DescribeTargetHealth",
  "globalaccelerator:ListAccelerators",
  "globalaccelerator:ListCustomRoutingAccelerators",
  "globalaccelerator:ListCustomRoutingEndpointGroups",
  "globalaccelerator:ListCustomRoutingListeners",
  "globalaccelerator:ListCustomRoutingPortMappings",
  "globalaccelerator:ListEndpointGroups",
  "globalaccelerator:ListListeners",
  "network-firewall:DescribeFirewall",
  "network-firewall:DescribeFirewallPolicy",
  "network-firewall:DescribeResourcePolicy",
  "network-firewall:DescribeRuleGroup",
  "network-firewall:ListFirewallPolicies",
  "network-firewall:ListFirewalls",
  "network-firewall:ListRuleGroups",
  "tiros:CreateQuery",
  "tiros:ExtendQuery",
  "tiros:GetQueryAnswer",
  "tiros:GetQueryExplanation",
  "tiros:GetQueryExtensionAccounts"
 ],
 "mgn:StartNetworkMigrationDeployedStacksDeletion": [
  "ec2:AcceptTransitGatewayVpcAttachment",
  "ec2:AssociateNatGatewayAddress",
  "ec2:AssociateRouteTable",
  "ec2:AssociateSubnetCidrBlock",
  "ec2:AssociateTransitGatewayRouteTable",
  "ec2:AssociateVpcCidrBlock",
  "ec2:AttachInternetGateway",
  "ec2:AttachVolume",
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:DeleteInternetGateway",
  "ec2:DeleteLaunchTemplate",
  "ec2:DeleteLaunchTemplateVersions",
  "ec2:DeleteNatGateway",
  "ec2:DeleteNetworkAcl",
  "ec2:DeleteNetworkAclEntry",
  "ec2:DeleteNetworkInsightsAnalysis",
  "ec2:DeleteNetworkInsightsPath",
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteRoute",
  "ec2:DeleteRouteTable",
  "ec2:DeleteSecurityGroup",
  "ec2:DeleteSnapshot",
  "ec2:DeleteSubnet",
  "ec2:DeleteTransitGateway",
  "ec2:DeleteTransitGatewayRoute",
  "ec2:DeleteTransitGatewayRouteTable",
  "ec2:DeleteTransitGatewayVpcAttachment",
  "ec2:DeleteVolume",
  "ec2:DeleteVpc",
  "ec2:DetachInternetGateway",
  "ec2:DetachVolume",
  "ec2:DisableTransitGatewayRouteTablePropagation",
  "ec2:DisassociateNatGatewayAddress",
  "ec2:DisassociateRouteTable",
  "ec2:DisassociateTransitGatewayRouteTable",
  "ec2:EnableTransitGatewayRouteTablePropagation",
  "ec2:ModifyInstanceAttribute",
  "ec2:ModifyLaunchTemplate",
  "ec2:ModifySubnetAttribute",
  "ec2:ModifyTransitGateway",
  "ec2:ModifyTransitGatewayVpcAttachment",
  "ec2:ModifyVolume",
  "ec2:ModifyVpcAttribute",
  "ec2:RejectTransitGatewayVpcAttachment",
  "ec2:ReleaseAddress",
  "ec2:ReplaceNetworkAclAssociation",
  "ec2:ReplaceNetworkAclEntry",
  "ec2:ReplaceRoute",
  "ec2:ReplaceTransitGatewayRoute",
  "ec2:RevokeSecurityGroupEgress",
  "ec2:RevokeSecurityGroupIngress",
  "ec2:SearchTransitGatewayRoutes"
 ],
 "mgn:StartNetworkMigrationDeployment": [
  "ec2:AcceptTransitGatewayVpcAttachment",
  "ec2:AssociateNatGatewayAddress",
  "ec2:AssociateRouteTable",
  "ec2:AssociateSubnetCidrBlock",
  "ec2:AssociateTransitGatewayRouteTable",
  "ec2:AssociateVpcCidrBlock",
  "ec2:AttachInternetGateway",
  "ec2:AttachVolume",
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateNatGateway",
  "ec2:CreateNetworkAcl",
  "ec2:CreateNetworkAclEntry",
  "ec2:CreateNetworkInsightsPath",
  "ec2:CreateNetworkInterface",
  "ec2:CreateRoute",
  "ec2:CreateRouteTable",
  "ec2:CreateSecurityGroup",
  "ec2:CreateSubnet",
  "ec2:CreateTags",
  "ec2:CreateTransitGatewayRoute",
  "ec2:CreateTransitGatewayRouteTable",
  "ec2:CreateTransitGatewayVpcAttachment",
  "ec2:DeleteInternetGateway",
  "ec2:DeleteLaunchTemplate",
  "ec2:DeleteLaunchTemplateVersions",
  "ec2:DeleteNatGateway",
  "ec2:DeleteNetworkAcl",
  "ec2:DeleteNetworkAclEntry",
  "ec2:DeleteNetworkInsightsAnalysis",
  "ec2:DeleteNetworkInsightsPath",
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteRoute",
  "ec2:DeleteRouteTable",
  "ec2:DeleteSecurityGroup",
  "ec2:DeleteSnapshot",
  "ec2:DeleteSubnet",
  "ec2:DeleteTransitGateway",
  "ec2:DeleteTransitGatewayRoute",
  "ec2:DeleteTransitGatewayRouteTable",
  "ec2:DeleteTransitGatewayVpcAttachment",
  "ec2:DeleteVolume",
  "ec2:DeleteVpc",
  "ec2:DescribeAccountAttributes",
  "ec2:DescribeAddresses",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeCustomerGateways",
  "ec2:DescribeEgressOnlyInternetGateways",
  "ec2:DescribeHosts",
  "ec2:DescribeImages",
  "ec2:DescribeInstanceAttribute",
  "ec2:DescribeInstanceStatus",
  "ec2:DescribeInstanceTypes",
  "ec2:DescribeInstances",
  "ec2:DescribeInternetGateways",
  "ec2:DescribeLaunchTemplateVersions",
  "ec2:DescribeLaunchTemplates",
  "ec2:DescribeManagedPrefixLists",
  "ec2:DescribeNatGateways",
  "ec2:DescribeNetworkAcls",
  "ec2:DescribeNetworkInsightsAnalyses",
  "ec2:DescribeNetworkInsightsPaths",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribePrefixLists",
  "ec2:DescribeRegions",
  "ec2:DescribeRouteTables",
  "ec2:DescribeSecurityGroupRules",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSnapshots",
  "ec2:DescribeSubnets",
  "ec2:DescribeTransitGatewayAttachments",
  "ec2:DescribeTransitGatewayConnects",
  "ec2:DescribeTransitGatewayPeeringAttachments",
  "ec2:DescribeTransitGatewayRouteTables",
  "ec2:DescribeTransitGatewayVpcAttachments",
  "ec2:DescribeTransitGateways",
  "ec2:DescribeVolumes",
  "ec2:DescribeVpcEndpointServiceConfigurations",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcPeeringConnections",
  "ec2:DescribeVpcs",
  "ec2:DescribeVpnConnections",
  "ec2:DescribeVpnGateways",
  "ec2:DetachInternetGateway",
  "ec2:DetachVolume",
  "ec2:DisableTransitGatewayRouteTablePropagation",
  "ec2:DisassociateNatGatewayAddress",
  "ec2:DisassociateRouteTable",
  "ec2:DisassociateTransitGatewayRouteTable",
  "ec2:EnableTransitGatewayRouteTablePropagation",
  "ec2:GetEbsDefaultKmsKeyId",
  "ec2:GetEbsEncryptionByDefault",
  "ec2:GetManagedPrefixListEntries",
  "ec2:GetTransitGatewayRouteTableAssociations",
  "ec2:GetTransitGatewayRouteTablePropagations",
  "ec2:ModifyInstanceAttribute",
  "ec2:ModifyLaunchTemplate",
  "ec2:ModifySubnetAttribute",
  "ec2:ModifyTransitGateway",
  "ec2:ModifyTransitGatewayVpcAttachment",
  "ec2:ModifyVolume",
  "ec2:ModifyVpcAttribute",
  "ec2:RejectTransitGatewayVpcAttachment",
  "ec2:ReleaseAddress",
  "ec2:ReplaceNetworkAclAssociation",
  "ec2:ReplaceNetworkAclEntry",
  "ec2:ReplaceRoute",
  "ec2:ReplaceTransitGatewayRoute",
  "ec2:RevokeSecurityGroupEgress",
  "ec2:RevokeSecurityGroupIngress",
  "ec2:SearchTransitGatewayRoutes",
  "ec2:StartNetworkInsightsAnalysis"
 ],
 "mgn:StartTest": [
  "ec2:AttachVolume",
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:CreateLaunchTemplate",
  "ec2:CreateLaunchTemplateVersion",
  "ec2:CreateSecurityGroup",
  "ec2:CreateSnapshot",
  "ec2:CreateTags",
  "ec2:CreateVolume",
  "ec2:DeleteLaunchTemplateVersions",
  "ec2:DeleteSnapshot",
  "ec2:DeleteVolume",
  "ec2:DescribeAccountAttributes",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeImages",
  "ec2:DescribeInstanceAttribute",
  "ec2:DescribeInstanceStatus",
  "ec2:DescribeInstanceTypes",
  "ec2:DescribeInstances",
  "ec2:DescribeLaunchTemplateVersions",
  "ec2:DescribeLaunchTemplates",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSnapshots",
  "ec2:DescribeSubnets",
  "ec2:DescribeVolumes",
  "ec2:DetachVolume",
  "ec2:ModifyInstanceAttribute",
  "ec2:ModifyLaunchTemplate",
  "ec2:ReportInstanceStatus",
  "ec2:RevokeSecurityGroupEgress",
  "ec2:RunInstances",
  "ec2:StartInstances",
  "ec2:StopInstances",
  "ec2:TerminateInstances",
  "mgn:ListTagsForResource"
 ],
 "mgn:TerminateTargetInstances": [
  "ec2:DeleteVolume",
  "ec2:DescribeInstances",
  "ec2:DescribeVolumes",
  "ec2:TerminateInstances"
 ],
 "monitron:AssociateProjectAdminUser": [
  "sso-directory:DescribeUsers",
  "sso:AssociateProfile",
  "sso:GetManagedApplicationInstance",
  "sso:GetProfile",
  "sso:ListDirectoryAssociations",
  "sso:ListProfileAssociations",
  "sso:ListProfiles"
 ],
 "monitron:CreateProject": [
  "iam:CreateServiceLinkedRole",
  "kms:CreateGrant",
  "sso:CreateManagedApplicationInstance",
  "sso:DeleteManagedApplicationInstance",
  "sso:DescribeRegisteredRegions"
 ],
 "monitron:CreateProjectUserAssociation": [
  "sso-directory:DescribeUsers",
  "sso:AssociateProfile",
  "sso:GetManagedApplicationInstance",
  "sso:GetProfile",
  "sso:ListDirectoryAssociations",
  "sso:ListProfileAssociations",
  "sso:ListProfiles"
 ],
 "monitron:CreateUserAccessRoleAssociation": [
  "sso-directory:DescribeUsers",
  "sso:GetManagedApplicationInstance",
  "sso:GetProfile",
  "sso:ListDirectoryAssociations",
  "sso:ListProfileAssociations",
  "sso:ListProfiles"
 ],
 "monitron:DeleteProject": [
  "sso:DeleteManagedApplicationInstance"
 ],
 "monitron:DeleteProjectUserAssociation": [
  "sso-directory:DescribeUsers",
  "sso:DisassociateProfile",
  "sso:GetManagedApplicationInstance",
  "sso:GetProfile",
  "sso:ListDirectoryAssociations",
  "sso:ListProfiles"
 ],
 "monitron:DisassociateProjectAdminUser": [
  "sso-directory:DescribeUsers",
  "sso:DisassociateProfile",
  "sso:GetManagedApplicationInstance",
  "sso:GetProfile",
  "sso:ListDirectoryAssociations",
  "sso:ListProfiles"
 ],
 "monitron:GetProjectAdminUser": [
  "sso-directory:DescribeUsers",
  "sso:GetManagedApplicationInstance",
  "sso:ListProfileAssociations"
 ],
 "monitron:ListProjectAdminUsers": [
  "sso-directory:DescribeUsers",
  "sso:GetManagedApplicationInstance"
 ],
 "monitron:ListProjectUserAssociations": [
  "sso:GetManagedApplicationInstance",
  "sso:GetProfile",
  "sso:ListDirectoryAssociations",
  "sso:ListProfileAssociations",
  "sso:ListProfiles"
 ],
 "mq:CreateBroker": [
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:CreateSecurityGroup",
  "ec2:CreateVpcEndpoint",
  "ec2:DescribeInternetGateways",
  "ec2:DescribeNetworkInterfacePermissions",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "ec2:ModifyNetworkInterfaceAttribute",
  "iam:CreateServiceLinkedRole",
  "route53:AssociateVPCWithHostedZone"
 ],
 "mq:DeleteBroker": [
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteNetworkInterfacePermission",
  "ec2:DeleteVpcEndpoints",
  "ec2:DetachNetworkInterface"
 ],
 "neptune-graph:CreateGraph": [
  "iam:CreateServiceLinkedRole",
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey"
 ],
 "neptune-graph:CreateGraphUsingImportTask": [
  "iam:CreateServiceLinkedRole",
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey"
 ],
 "neptune-graph:CreatePrivateGraphEndpoint": [
  "ec2:CreateVpcEndpoint",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcAttribute",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "ec2:ModifyVpcEndpoint",
  "route53:AssociateVPCWithHostedZone"
 ],
 "neptune-graph:DeletePrivateGraphEndpoint": [
  "ec2:DeleteVpcEndpoints",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcAttribute",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeVpcs",
  "ec2:ModifyVpcEndpoint",
  "route53:DisassociateVPCFromHostedZone"
 ],
 "neptune-graph:RestoreGraphFromSnapshot": [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey"
 ],
 "neptune-graph:StartGraph": [
  "kms:Decrypt",
  "kms:DescribeKey"
 ],
 "network-firewall:CreateFirewall": [
  "iam:CreateServiceLinkedRole"
 ],
 "network-firewall:CreateProxy": [
  "ec2:AttachApplianceToNatGateway"
 ],
 "network-firewall:CreateTLSInspectionConfiguration": [
  "iam:CreateServiceLinkedRole"
 ],
 "network-firewall:CreateVpcEndpointAssociation": [
  "iam:CreateServiceLinkedRole"
 ],
 "network-firewall:DeleteProxy": [
  "ec2:DetachApplianceFromNatGateway"
 ],
 "network-firewall:DescribeLoggingConfiguration": [
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries"
 ],
 "networkmanager:AcceptAttachment": [
  "ec2:DescribeRegions"
 ],
 "networkmanager:CreateConnectAttachment": [
  "ec2:DescribeRegions",
  "networkmanager:TagResource"
 ],
 "networkmanager:CreateConnectPeer": [
  "ec2:DescribeRegions",
  "networkmanager:TagResource"
 ],
 "networkmanager:CreateConnection": [
  "networkmanager:TagResource"
 ],
 "networkmanager:CreateCoreNetwork": [
  "ec2:DescribeRegions",
  "networkmanager:TagResource"
 ],
 "networkmanager:CreateDevice": [
  "networkmanager:TagResource"
 ],
 "networkmanager:CreateDirectConnectGatewayAttachment": [
  "ec2:DescribeRegions",
  "networkmanager:TagResource"
 ],
 "networkmanager:CreateGlobalNetwork": [
  "iam:CreateServiceLinkedRole",
  "networkmanager:TagResource"
 ],
 "networkmanager:CreateLink": [
  "networkmanager:TagResource"
 ],
 "networkmanager:CreateSite": [
  "networkmanager:TagResource"
 ],
 "networkmanager:CreateSiteToSiteVpnAttachment": [
  "ec2:DescribeRegions",
  "networkmanager:TagResource"
 ],
 "networkmanager:CreateTransitGatewayPeering": [
  "ec2:DescribeRegions",
  "networkmanager:TagResource"
 ],
 "networkmanager:CreateTransitGatewayRouteTableAttachment": [
  "ec2:DescribeRegions",
  "networkmanager:TagResource"
 ],
 "networkmanager:CreateVpcAttachment": [
  "ec2:DescribeRegions",
  "networkmanager:TagResource"
 ],
 "networkmanager:DeleteAttachment": [
  "ec2:DescribeRegions"
 ],
 "networkmanager:DeleteConnectPeer": [
  "ec2:DescribeRegions"
 ],
 "networkmanager:DeleteCoreNetwork": [
  "ec2:DescribeRegions"
 ],
 "networkmanager:DeletePeering": [
  "ec2:DescribeRegions"
 ],
 "networkmanager:ExecuteCoreNetworkChangeSet": [
  "ec2:DescribeRegions"
 ],
 "networkmanager:PutCoreNetworkPolicy": [
  "ec2:DescribeRegions"
 ],
 "networkmanager:RestoreCoreNetworkPolicyVersion": [
  "ec2:DescribeRegions"
 ],
 "networkmanager:UpdateDirectConnectGatewayAttachment": [
  "ec2:DescribeRegions"
 ],
 "networkmanager:UpdateVpcAttachment": [
  "ec2:DescribeRegions"
 ],
 "nimble:CreateLaunchProfile": [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNatGateways",
  "ec2:DescribeNetworkAcls",
  "ec2:DescribeRouteTables",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcEndpoints",
  "ec2:RunInstances"
 ],
 "nimble:CreateStreamingImage": [
  "ec2:DescribeImages",
  "ec2:DescribeSnapshots",
  "ec2:ModifyInstanceAttribute",
  "ec2:ModifySnapshotAttribute",
  "ec2:RegisterImage"
 ],
 "nimble:CreateStreamingSession": [
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "nimble:GetLaunchProfile",
  "nimble:GetLaunchProfileInitialization",
  "nimble:ListEulaAcceptances"
 ],
 "nimble:CreateStudio": [
  "sso:CreateManagedApplicationInstance"
 ],
 "nimble:CreateStudioComponent": [
  "ds:AuthorizeApplication",
  "ds:DescribeDirectories",
  "ec2:DescribeSecurityGroups",
  "fsx:DescribeFileSystems"
 ],
 "nimble:DeleteStreamingImage": [
  "ec2:DeleteSnapshot",
  "ec2:DeregisterImage",
  "ec2:ModifyInstanceAttribute",
  "ec2:ModifySnapshotAttribute"
 ],
 "nimble:DeleteStreamingSession": [
  "ec2:DeleteNetworkInterface"
 ],
 "nimble:DeleteStudio": [
  "sso:DeleteManagedApplicationInstance"
 ],
 "nimble:DeleteStudioComponent": [
  "ds:UnauthorizeApplication"
 ],
 "nimble:GetLaunchProfileInitialization": [
  "ds:DescribeDirectories",
  "ec2:DescribeSecurityGroups",
  "fsx:DescribeFileSystems"
 ],
 "nimble:PutLaunchProfileMembers": [
  "sso-directory:DescribeUsers"
 ],
 "nimble:PutStudioMembers": [
  "sso-directory:DescribeUsers"
 ],
 "nimble:StartStreamingSession": [
  "nimble:GetLaunchProfile",
  "nimble:GetLaunchProfileMember"
 ],
 "nimble:StartStudioSSOConfigurationRepair": [
  "sso:CreateManagedApplicationInstance",
  "sso:GetManagedApplicationInstance"
 ],
 "nimble:StopStreamingSession": [
  "nimble:GetLaunchProfile"
 ],
 "nimble:UpdateLaunchProfile": [
  "ec2:DescribeNatGateways",
  "ec2:DescribeNetworkAcls",
  "ec2:DescribeRouteTables",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcEndpoints"
 ],
 "nimble:UpdateStudioComponent": [
  "ds:AuthorizeApplication",
  "ds:DescribeDirectories",
  "ec2:DescribeSecurityGroups",
  "fsx:DescribeFileSystems"
 ],
 "notifications:DisableNotificationsAccessForOrganization": [
  "organizations:DisableAWSServiceAccess"
 ],
 "notifications:EnableNotificationsAccessForOrganization": [
  "iam:CreateServiceLinkedRole",
  "organizations:EnableAWSServiceAccess"
 ],
 "oam:CreateLink": [
  "oam:TagResource"
 ],
 "oam:CreateSink": [
  "oam:TagResource"
 ],
 "omics:CreateConfiguration": [
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "iam:CreateServiceLinkedRole"
 ],
 "organizations:AcceptHandshake": [
  "iam:CreateServiceLinkedRole"
 ],
 "organizations:CreateOrganization": [
  "iam:CreateServiceLinkedRole"
 ],
 "osis:CreatePipeline": [
  "iam:CreateServiceLinkedRole",
  "kms:DescribeKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "logs:CreateLogDelivery"
 ],
 "osis:CreatePipelineEndpoint": [
  "iam:CreateServiceLinkedRole"
 ],
 "osis:DeletePipeline": [
  "logs:DeleteLogDelivery",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries"
 ],
 "osis:UpdatePipeline": [
  "kms:DescribeKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:UpdateLogDelivery"
 ],
 "partnercentral:StartEngagementByAcceptingInvitationTask": [
  "partnercentral:AcceptEngagementInvitation",
  "partnercentral:CreateOpportunity",
  "partnercentral:CreateResourceSnapshotJob",
  "partnercentral:GetEngagementInvitation",
  "partnercentral:StartResourceSnapshotJob",
  "partnercentral:SubmitOpportunity"
 ],
 "partnercentral:StartEngagementFromOpportunityTask": [
  "partnercentral:CreateEngagement",
  "partnercentral:CreateEngagementInvitation",
  "partnercentral:CreateResourceSnapshotJob",
  "partnercentral:GetOpportunity",
  "partnercentral:StartResourceSnapshotJob",
  "partnercentral:SubmitOpportunity"
 ],
 "partnercentral:StartOpportunityFromEngagementTask": [
  "partnercentral:CreateEngagementContext",
  "partnercentral:CreateOpportunity",
  "partnercentral:CreateResourceSnapshot",
  "partnercentral:CreateResourceSnapshotJob",
  "partnercentral:GetEngagement",
  "partnercentral:StartResourceSnapshotJob"
 ],
 "payment-cryptography:CreateKey": [
  "payment-cryptography:TagResource"
 ],
 "payment-cryptography:ImportKey": [
  "payment-cryptography:TagResource"
 ],
 "pca-connector-ad:CreateConnector": [
  "acm-pca:DescribeCertificateAuthority",
  "acm-pca:GetCertificate",
  "acm-pca:GetCertificateAuthorityCertificate",
  "acm-pca:IssueCertificate",
  "ec2:CreateTags",
  "ec2:CreateVpcEndpoint",
  "ec2:DescribeVpcEndpoints"
 ],
 "pca-connector-ad:CreateDirectoryRegistration": [
  "ds:AuthorizeApplication",
  "ds:DescribeDirectories"
 ],
 "pca-connector-ad:CreateServicePrincipalName": [
  "ds:UpdateAuthorizedApplication"
 ],
 "pca-connector-ad:DeleteConnector": [
  "ec2:DeleteVpcEndpoints",
  "ec2:DescribeVpcEndpoints"
 ],
 "pca-connector-ad:DeleteDirectoryRegistration": [
  "ds:UnauthorizeApplication",
  "ds:UpdateAuthorizedApplication"
 ],
 "pca-connector-ad:DeleteServicePrincipalName": [
  "ds:UpdateAuthorizedApplication"
 ],
 "pca-connector-scep:CreateConnector": [
  "acm-pca:DescribeCertificateAuthority",
  "acm-pca:GetCertificate",
  "acm-pca:GetCertificateAuthorityCertificate",
  "acm-pca:IssueCertificate"
 ],
 "pcs:CreateCluster": [
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "ec2:GetSecurityGroupsForVpc",
  "iam:CreateServiceLinkedRole",
  "secretsmanager:CreateSecret",
  "secretsmanager:TagResource"
 ],
 "pcs:CreateComputeNodeGroup": [
  "ec2:CreateFleet",
  "ec2:CreateLaunchTemplate",
  "ec2:CreateLaunchTemplateVersion",
  "ec2:CreateTags",
  "ec2:DescribeImages",
  "ec2:DescribeInstanceStatus",
  "ec2:DescribeInstanceTypes",
  "ec2:DescribeInstances",
  "ec2:DescribeLaunchTemplateVersions",
  "ec2:DescribeLaunchTemplates",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "ec2:RunInstances",
  "iam:GetInstanceProfile"
 ],
 "pcs:DeleteCluster": [
  "ec2:DeleteNetworkInterface",
  "secretsmanager:DeleteSecret"
 ],
 "pcs:DeleteComputeNodeGroup": [
  "ec2:DeleteLaunchTemplate",
  "ec2:TerminateInstances"
 ],
 "pcs:RegisterComputeNodeGroupInstance": [
  "secretsmanager:GetSecretValue"
 ],
 "pcs:UpdateCluster": [
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "ec2:GetSecurityGroupsForVpc",
  "iam:CreateServiceLinkedRole",
  "secretsmanager:CreateSecret",
  "secretsmanager:TagResource"
 ],
 "pcs:UpdateComputeNodeGroup": [
  "ec2:CreateFleet",
  "ec2:CreateLaunchTemplate",
  "ec2:CreateLaunchTemplateVersion",
  "ec2:CreateTags",
  "ec2:DescribeImages",
  "ec2:DescribeInstanceStatus",
  "ec2:DescribeInstanceTypes",
  "ec2:DescribeInstances",
  "ec2:DescribeLaunchTemplateVersions",
  "ec2:DescribeLaunchTemplates",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "ec2:RunInstances",
  "iam:GetInstanceProfile"
 ],
 "polly:StartSpeechSynthesisTask": [
  "s3:PutObject"
 ],
 "profile:CreateDomain": [
  "iam:CreateServiceLinkedRole"
 ],
 "profile:CreateEventStream": [
  "iam:PutRolePolicy",
  "kinesis:DescribeStreamSummary"
 ],
 "profile:DeleteEventStream": [
  "iam:DeleteRolePolicy"
 ],
 "profile:GetEventStream": [
  "kinesis:DescribeStreamSummary"
 ],
 "profile:PutIntegration": [
  "app-integrations:CreateDataIntegrationAssociation",
  "app-integrations:DeleteDataIntegrationAssociation",
  "app-integrations:GetDataIntegration",
  "app-integrations:ListDataIntegrationAssociations",
  "kms:CreateGrant"
 ],
 "profile:UpdateDomain": [
  "iam:CreateServiceLinkedRole"
 ],
 "proton:CreateService": [
  "codestar-connections:PassConnection"
 ],
 "q:CreateAuthGrant": [
  "kms:Decrypt",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo"
 ],
 "q:CreateOAuthAppConnection": [
  "kms:Decrypt",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo"
 ],
 "q:DeleteOAuthAppConnection": [
  "kms:Decrypt",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo"
 ],
 "q:SendEvent": [
  "kms:Decrypt",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo"
 ],
 "q:UpdateAuthGrant": [
  "kms:Decrypt",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo"
 ],
 "q:UpdateOAuthAppConnection": [
  "kms:Decrypt",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo"
 ],
 "q:VerifyOAuthAppConnection": [
  "kms:Decrypt",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo"
 ],
 "qbusiness:AssociatePermission": [
  "qbusiness:PutResourcePolicy"
 ],
 "qbusiness:CreateDataAccessor": [
  "qbusiness:CreateDataAccessorWithTti"
 ],
 "qbusiness:DisassociatePermission": [
  "qbusiness:PutResourcePolicy"
 ],
 "quicksight:CreateDataSet": [
  "quicksight:PassDataSource"
 ],
 "quicksight:CreateNamespace": [
  "ds:CreateIdentityPoolDirectory"
 ],
 "quicksight:CreateTopic": [
  "quicksight:PassDataSet"
 ],
 "quicksight:DeleteNamespace": [
  "ds:DeleteDirectory"
 ],
 "quicksight:UpdateDataSet": [
  "quicksight:PassDataSource"
 ],
 "quicksight:UpdateTopic": [
  "quicksight:PassDataSet"
 ],
 "ram:CreatePermission": [
  "ram:TagResource"
 ],
 "ram:EnableSharingWithAwsOrganization": [
  "iam:CreateServiceLinkedRole",
  "organizations:DescribeOrganization",
  "organizations:EnableAWSServiceAccess"
 ],
 "rds-data:CommitTransaction": [
  "rds-data:BeginTransaction"
 ],
 "rds-data:RollbackTransaction": [
  "rds-data:BeginTransaction"
 ],
 "rds:CopyDBClusterParameterGroup": [
  "rds:AddTagsToResource"
 ],
 "rds:CopyDBClusterSnapshot": [
  "rds:AddTagsToResource"
 ],
 "rds:CopyDBParameterGroup": [
  "rds:AddTagsToResource"
 ],
 "rds:CopyDBSnapshot": [
  "rds:AddTagsToResource",
  "rds:CopyCustomDBEngineVersion"
 ],
 "rds:CopyOptionGroup": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateBlueGreenDeployment": [
  "rds:AddTagsToResource",
  "rds:CreateDBCluster",
  "rds:CreateDBClusterEndpoint",
  "rds:CreateDBInstance",
  "rds:CreateDBInstanceReadReplica"
 ],
 "rds:CreateCustomDBEngineVersion": [
  "iam:CreateServiceLinkedRole",
  "mediaimport:CreateDatabaseBinarySnapshot",
  "rds:AddTagsToResource"
 ],
 "rds:CreateDBCluster": [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "rds:AddTagsToResource",
  "rds:CreateDBInstance",
  "secretsmanager:CreateSecret",
  "secretsmanager:TagResource"
 ],
 "rds:CreateDBClusterEndpoint": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateDBClusterParameterGroup": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateDBClusterSnapshot": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateDBInstance": [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "rds:AddTagsToResource",
  "rds:CreateTenantDatabase",
  "secretsmanager:CreateSecret",
  "secretsmanager:TagResource"
 ],
 "rds:CreateDBInstanceReadReplica": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateDBParameterGroup": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateDBProxy": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateDBProxyEndpoint": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateDBSecurityGroup": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateDBShardGroup": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateDBSnapshot": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateDBSubnetGroup": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateEventSubscription": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateGlobalCluster": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateIntegration": [
  "kms:CreateGrant",
  "kms:DescribeKey",
  "rds:AddTagsToResource"
 ],
 "rds:CreateOptionGroup": [
  "rds:AddTagsToResource"
 ],
 "rds:CreateTenantDatabase": [
  "rds:AddTagsToResource"
 ],
 "rds:DeleteBlueGreenDeployment": [
  "rds:DeleteDBCluster",
  "rds:DeleteDBClusterEndpoint",
  "rds:DeleteDBInstance",
  "rds:PromoteReadReplica",
  "rds:PromoteReadReplicaDBCluster"
 ],
 "rds:DeleteDBCluster": [
  "rds:AddTagsToResource",
  "rds:CreateDBClusterSnapshot",
  "rds:DeleteDBInstance"
 ],
 "rds:DeleteDBInstance": [
  "rds:AddTagsToResource",
  "rds:CreateDBSnapshot",
  "rds:DeleteTenantDatabase"
 ],
 "rds:DeleteTenantDatabase": [
  "rds:AddTagsToResource",
  "rds:CreateDBSnapshot"
 ],
 "rds:ModifyDBCluster": [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "rds:ModifyDBInstance",
  "secretsmanager:CreateSecret",
  "secretsmanager:RotateSecret",
  "secretsmanager:TagResource"
 ],
 "rds:ModifyDBInstance": [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "rds:AddTagsToResource",
  "rds:CreateTenantDatabase",
  "secretsmanager:CreateSecret",
  "secretsmanager:RotateSecret",
  "secretsmanager:TagResource"
 ],
 "rds:PromoteReadReplica": [
  "rds:AddTagsToResource"
 ],
 "rds:PurchaseReservedDBInstancesOffering": [
  "rds:AddTagsToResource"
 ],
 "rds:RebootDBCluster": [
  "rds:RebootDBInstance"
 ],
 "rds:RestoreDBClusterFromS3": [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "rds:AddTagsToResource",
  "secretsmanager:CreateSecret",
  "secretsmanager:TagResource"
 ],
 "rds:RestoreDBClusterFromSnapshot": [
  "rds:AddTagsToResource",
  "rds:CreateDBInstance"
 ],
 "rds:RestoreDBClusterToPointInTime": [
  "rds:AddTagsToResource",
  "rds:CreateDBInstance"
 ],
 "rds:RestoreDBInstanceFromDBSnapshot": [
  "rds:AddTagsToResource",
  "rds:CreateTenantDatabase"
 ],
 "rds:RestoreDBInstanceFromS3": [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "rds:AddTagsToResource",
  "secretsmanager:CreateSecret",
  "secretsmanager:TagResource"
 ],
 "rds:RestoreDBInstanceToPointInTime": [
  "rds:AddTagsToResource",
  "rds:CreateTenantDatabase"
 ],
 "rds:StartDBInstanceAutomatedBackupsReplication": [
  "rds:AddTagsToResource"
 ],
 "rds:StopDBInstance": [
  "rds:AddTagsToResource",
  "rds:CreateDBSnapshot"
 ],
 "rds:SwitchoverBlueGreenDeployment": [
  "rds:ModifyDBCluster",
  "rds:ModifyDBInstance",
  "rds:PromoteReadReplica",
  "rds:PromoteReadReplicaDBCluster"
 ],
 "redshift-serverless:CreateCustomDomainAssociation": [
  "acm:DescribeCertificate"
 ],
 "redshift-serverless:CreateNamespace": [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "kms:RetireGrant",
  "secretsmanager:CreateSecret",
  "secretsmanager:DeleteSecret",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetRandomPassword",
  "secretsmanager:RotateSecret",
  "secretsmanager:TagResource",
  "secretsmanager:UpdateSecret"
 ],
 "redshift-serverless:DeleteNamespace": [
  "kms:DescribeKey",
  "kms:RetireGrant",
  "secretsmanager:DeleteSecret",
  "secretsmanager:DescribeSecret"
 ],
 "redshift-serverless:RestoreFromSnapshot": [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "kms:RetireGrant",
  "secretsmanager:CreateSecret",
  "secretsmanager:DeleteSecret",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetRandomPassword",
  "secretsmanager:RotateSecret",
  "secretsmanager:TagResource",
  "secretsmanager:UpdateSecret"
 ],
 "redshift-serverless:UpdateCustomDomainAssociation": [
  "acm:DescribeCertificate"
 ],
 "redshift-serverless:UpdateNamespace": [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "kms:RetireGrant",
  "secretsmanager:CreateSecret",
  "secretsmanager:DeleteSecret",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetRandomPassword",
  "secretsmanager:RotateSecret",
  "secretsmanager:TagResource",
  "secretsmanager:UpdateSecret"
 ],
 "redshift:CreateCluster": [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "kms:RetireGrant",
  "secretsmanager:CreateSecret",
  "secretsmanager:DeleteSecret",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetRandomPassword",
  "secretsmanager:RotateSecret",
  "secretsmanager:TagResource",
  "secretsmanager:UpdateSecret"
 ],
 "redshift:CreateCustomDomainAssociation": [
  "acm:DescribeCertificate"
 ],
 "redshift:CreateIntegration": [
  "kms:CreateGrant",
  "kms:DescribeKey"
 ],
 "redshift:CreateQev2IdcApplication": [
  "sso:CreateApplication",
  "sso:PutApplicationAccessScope",
  "sso:PutApplicationAuthenticationMethod",
  "sso:PutApplicationGrant"
 ],
 "redshift:CreateRedshiftIdcApplication": [
  "sso:CreateApplication",
  "sso:PutApplicationAccessScope",
  "sso:PutApplicationAuthenticationMethod",
  "sso:PutApplicationGrant"
 ],
 "redshift:DeleteQev2IdcApplication": [
  "sso:DeleteApplication"
 ],
 "redshift:DeleteRedshiftIdcApplication": [
  "sso:DeleteApplication"
 ],
 "redshift:DescribeRedshiftIdcApplications": [
  "sso:GetApplicationGrant",
  "sso:ListApplicationAccessScopes"
 ],
 "redshift:ModifyCluster": [
  "acm:DescribeCertificate",
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "kms:RetireGrant",
  "secretsmanager:CreateSecret",
  "secretsmanager:DeleteSecret",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetRandomPassword",
  "secretsmanager:RotateSecret",
  "secretsmanager:TagResource",
  "secretsmanager:UpdateSecret"
 ],
 "redshift:ModifyCustomDomainAssociation": [
  "acm:DescribeCertificate"
 ],
 "redshift:ModifyQev2IdcApplication": [
  "sso:UpdateApplication"
 ],
 "redshift:ModifyRedshiftIdcApplication": [
  "sso:DeleteApplicationAccessScope",
  "sso:DeleteApplicationGrant",
  "sso:GetApplicationGrant",
  "sso:ListApplicationAccessScopes",
  "sso:PutApplicationAccessScope",
  "sso:PutApplicationGrant",
  "sso:UpdateApplication"
 ],
 "redshift:RestoreFromClusterSnapshot": [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "kms:RetireGrant",
  "secretsmanager:CreateSecret",
  "secretsmanager:DeleteSecret",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetRandomPassword",
  "secretsmanager:RotateSecret",
  "secretsmanager:TagResource",
  "secretsmanager:UpdateSecret"
 ],
 "resiliencehub:AddDraftAppVersionResourceMappings": [
  "cloudformation:DescribeStacks",
  "cloudformation:ListStackResources",
  "resource-groups:GetGroup",
  "resource-groups:ListGroupResources",
  "servicecatalog:GetApplication",
  "servicecatalog:ListAssociatedResources"
 ],
 "resiliencehub:CreateRecommendationTemplate": [
  "s3:CreateBucket",
  "s3:ListBucket",
  "s3:PutObject"
 ],
 "resiliencehub:ImportResourcesToDraftAppVersion": [
  "cloudformation:DescribeStacks",
  "cloudformation:ListStackResources",
  "resource-groups:GetGroup",
  "resource-groups:ListGroupResources",
  "servicecatalog:GetApplication",
  "servicecatalog:ListAssociatedResources"
 ],
 "resiliencehub:ResolveAppVersionResources": [
  "cloudformation:DescribeStacks",
  "cloudformation:ListStackResources",
  "resource-groups:GetGroup",
  "resource-groups:ListGroupResources",
  "servicecatalog:GetApplication",
  "servicecatalog:ListAssociatedResources"
 ],
 "resiliencehub:StartAppAssessment": [
  "cloudformation:DescribeStacks",
  "cloudformation:ListStackResources",
  "cloudwatch:DescribeAlarms",
  "cloudwatch:GetMetricData",
  "cloudwatch:GetMetricStatistics",
  "cloudwatch:PutMetricData",
  "ec2:DescribeRegions",
  "fis:GetExperimentTemplate",
  "fis:ListExperimentTemplates",
  "fis:ListExperiments",
  "resource-groups:GetGroup",
  "resource-groups:ListGroupResources",
  "servicecatalog:GetApplication",
  "servicecatalog:ListAssociatedResources",
  "ssm:GetParametersByPath"
 ],
 "resource-explorer-2:BatchGetView": [
  "resource-explorer-2:GetView"
 ],
 "resource-explorer:ListTags": [
  "tag:GetResources"
 ],
 "resource-groups:CancelTagSyncTask": [
  "resource-groups:DeleteGroup"
 ],
 "resource-groups:CreateGroup": [
  "cloudformation:DescribeStacks"
 ],
 "resource-groups:DeleteGroup": [
  "tag:GetResources"
 ],
 "resource-groups:GroupResources": [
  "resource-groups:Tag",
  "tag:TagResources"
 ],
 "resource-groups:ListGroupResources": [
  "cloudformation:DescribeStacks",
  "cloudformation:ListStackResources",
  "tag:GetResources"
 ],
 "resource-groups:SearchResources": [
  "cloudformation:DescribeStacks",
  "cloudformation:ListStackResources",
  "tag:GetResources"
 ],
 "resource-groups:StartTagSyncTask": [
  "resource-groups:CreateGroup"
 ],
 "resource-groups:UngroupResources": [
  "resource-groups:Untag",
  "tag:UntagResources"
 ],
 "resource-groups:UpdateGroupQuery": [
  "cloudformation:DescribeStacks"
 ],
 "robomaker:CreateDeploymentJob": [
  "iam:CreateServiceLinkedRole"
 ],
 "robomaker:CreateRobot": [
  "iam:CreateServiceLinkedRole"
 ],
 "robomaker:CreateRobotApplicationVersion": [
  "s3:GetObject"
 ],
 "robomaker:CreateSimulationApplicationVersion": [
  "s3:GetObject"
 ],
 "robomaker:CreateSimulationJob": [
  "iam:CreateServiceLinkedRole"
 ],
 "robomaker:StartSimulationJobBatch": [
  "iam:CreateServiceLinkedRole"
 ],
 "robomaker:SyncDeploymentJob": [
  "iam:CreateServiceLinkedRole"
 ],
 "route53:AssociateVPCWithHostedZone": [
  "ec2:DescribeVpcs"
 ],
 "route53:CreateHostedZone": [
  "ec2:DescribeVpcs"
 ],
 "route53:DisassociateVPCFromHostedZone": [
  "ec2:DescribeVpcs"
 ],
 "route53:ListHostedZonesByVPC": [
  "ec2:DescribeVpcs"
 ],
 "route53globalresolver:ImportFirewallDomains": [
  "s3:GetObject",
  "s3:ListBucket"
 ],
 "route53profiles:AssociateProfile": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:AssociateFirewallRuleGroup": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:AssociateResolverEndpointIpAddress": [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets"
 ],
 "route53resolver:AssociateResolverQueryLogConfig": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:AssociateResolverRule": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:CreateOutpostResolver": [
  "outposts:GetOutpost"
 ],
 "route53resolver:CreateResolverEndpoint": [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "route53resolver:DeleteResolverEndpoint": [
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces"
 ],
 "route53resolver:DisassociateResolverEndpointIpAddress": [
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces"
 ],
 "route53resolver:GetFirewallConfig": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:GetResolverConfig": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:GetResolverQueryLogConfig": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:ListFirewallConfigs": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:ListResolverConfigs": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:ListResolverQueryLogConfigAssociations": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:ListResolverQueryLogConfigs": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:ListResolverRuleAssociations": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:UpdateFirewallConfig": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:UpdateResolverConfig": [
  "ec2:DescribeVpcs"
 ],
 "route53resolver:UpdateResolverEndpoint": [
  "ec2:AssignIpv6Addresses",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:ModifyNetworkInterfaceAttribute",
  "ec2:UnassignIpv6Addresses"
 ],
 "rum:CreateAppMonitor": [
  "iam:CreateServiceLinkedRole",
  "iam:GetRole"
 ],
 "rum:UpdateAppMonitor": [
  "iam:CreateServiceLinkedRole",
  "iam:GetRole"
 ],
 "s3:CreateBucketMetadataTableConfiguration": [
  "kms:DescribeKey",
  "s3tables:CreateNamespace",
  "s3tables:CreateTable",
  "s3tables:CreateTableBucket",
  "s3tables:GetTable",
  "s3tables:PutTableBucketPolicy",
  "s3tables:PutTableEncryption",
  "s3tables:PutTablePolicy"
 ],
 "s3:PauseReplication": [
  "s3:GetReplicationConfiguration",
  "s3:PutReplicationConfiguration"
 ],
 "s3:UpdateBucketMetadataInventoryTableConfiguration": [
  "kms:DescribeKey",
  "s3tables:CreateNamespace",
  "s3tables:CreateTable",
  "s3tables:CreateTableBucket",
  "s3tables:GetTable",
  "s3tables:PutTableEncryption",
  "s3tables:PutTablePolicy"
 ],
 "s3vectors:ListVectors": [
  "s3vectors:GetVectors"
 ],
 "s3vectors:QueryVectors": [
  "s3vectors:GetVectors"
 ],
 "sagemaker-geospatial:StartEarthObservationJob": [
  "sagemaker-geospatial:TagResource"
 ],
 "sagemaker-geospatial:StartVectorEnrichmentJob": [
  "sagemaker-geospatial:TagResource"
 ],
 "sagemaker:AttachClusterNodeVolume": [
  "ec2:AttachVolume",
  "ec2:DescribeVolumes",
  "eks:DescribeCluster"
 ],
 "sagemaker:BatchAddClusterNodes": [
  "eks:DescribeCluster"
 ],
 "sagemaker:BatchDeleteClusterNodes": [
  "eks:DescribeCluster"
 ],
 "sagemaker:CreateAction": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateAlgorithm": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateApp": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateAppImageConfig": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateArtifact": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateAutoMLJob": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateAutoMLJobV2": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateCluster": [
  "ec2:DescribeImages",
  "ec2:DescribeSnapshots",
  "ec2:ModifyImageAttribute",
  "ec2:ModifySnapshotAttribute",
  "eks:AssociateAccessPolicy",
  "eks:CreateAccessEntry",
  "eks:DeleteAccessEntry",
  "eks:DescribeAccessEntry",
  "eks:DescribeCluster",
  "iam:CreateServiceLinkedRole",
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateClusterSchedulerConfig": [
  "eks:AssociateAccessPolicy",
  "eks:DescribeCluster",
  "eks:ListAssociatedAccessPolicies",
  "sagemaker:AddTags",
  "sagemaker:DescribeCluster"
 ],
 "sagemaker:CreateCodeRepository": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateCompilationJob": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateComputeQuota": [
  "eks:AssociateAccessPolicy",
  "eks:DescribeCluster",
  "eks:ListAssociatedAccessPolicies",
  "sagemaker:AddTags",
  "sagemaker:DescribeCluster"
 ],
 "sagemaker:CreateContext": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateDataQualityJobDefinition": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateDeviceFleet": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateDomain": [
  "iam:CreateServiceLinkedRole",
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateEdgeDeploymentPlan": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateEdgeDeploymentStage": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateEdgePackagingJob": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateEndpoint": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateEndpointConfig": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateExperiment": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateFeatureGroup": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateFlowDefinition": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateHub": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateHubContentReference": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateHumanTaskUi": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateHyperParameterTuningJob": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateImage": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateInferenceComponent": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateInferenceExperiment": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateInferenceRecommendationsJob": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateLabelingJob": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateMlflowApp": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateMlflowTrackingServer": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateModel": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateModelBiasJobDefinition": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateModelCard": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateModelExplainabilityJobDefinition": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateModelPackage": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateModelPackageGroup": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateModelQualityJobDefinition": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateMonitoringSchedule": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateNotebookInstance": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateNotebookInstanceLifecycleConfig": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateOptimizationJob": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreatePartnerApp": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreatePipeline": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateProcessingJob": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateProject": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateReservedCapacity": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateSpace": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateStudioLifecycleConfig": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateTrainingJob": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateTrainingPlan": [
  "sagemaker:AddTags",
  "sagemaker:CreateReservedCapacity"
 ],
 "sagemaker:CreateTransformJob": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateTrial": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateTrialComponent": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateUserProfile": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateWorkforce": [
  "sagemaker:AddTags"
 ],
 "sagemaker:CreateWorkteam": [
  "sagemaker:AddTags"
 ],
 "sagemaker:DeleteCluster": [
  "eks:DeleteAccessEntry"
 ],
 "sagemaker:DetachClusterNodeVolume": [
  "ec2:DescribeVolumes",
  "ec2:DetachVolume",
  "eks:DescribeCluster"
 ],
 "sagemaker:ImportHubContent": [
  "sagemaker:AddTags"
 ],
 "sagemaker:UpdateCluster": [
  "ec2:DescribeImages",
  "ec2:DescribeSnapshots",
  "ec2:ModifyImageAttribute",
  "ec2:ModifySnapshotAttribute",
  "eks:AssociateAccessPolicy",
  "eks:CreateAccessEntry",
  "eks:DeleteAccessEntry",
  "eks:DescribeAccessEntry",
  "eks:DescribeCluster",
  "sagemaker:BatchAddClusterNodes",
  "sagemaker:BatchDeleteClusterNodes"
 ],
 "sagemaker:UpdateClusterInference": [
  "eks:AssociateAccessPolicy",
  "eks:DescribeCluster",
  "eks:ListAssociatedAccessPolicies",
  "sagemaker:DescribeCluster"
 ],
 "sagemaker:UpdateClusterSoftware": [
  "ec2:DescribeImages",
  "ec2:DescribeSnapshots",
  "ec2:ModifyImageAttribute",
  "ec2:ModifySnapshotAttribute",
  "eks:DescribeCluster"
 ],
 "scheduler:DeleteScheduleGroup": [
  "scheduler:DeleteSchedule"
 ],
 "security-ir:CreateMembership": [
  "iam:CreateServiceLinkedRole",
  "organizations:DescribeOrganization",
  "organizations:ListAWSServiceAccessForOrganization",
  "organizations:ListDelegatedAdministrators"
 ],
 "security-ir:UpdateMembership": [
  "iam:CreateServiceLinkedRole",
  "organizations:DescribeOrganizationalUnit"
 ],
 "securityagent:BatchDeletePentests": [
  "kms:Decrypt"
 ],
 "securityagent:BatchGetAgentSpaces": [
  "kms:Decrypt"
 ],
 "securityagent:BatchGetFindings": [
  "kms:Decrypt"
 ],
 "securityagent:BatchGetPentestJobContentMetadata": [
  "kms:Decrypt"
 ],
 "securityagent:BatchGetPentestJobTasks": [
  "kms:Decrypt"
 ],
 "securityagent:BatchGetPentestJobs": [
  "kms:Decrypt"
 ],
 "securityagent:BatchGetPentests": [
  "kms:Decrypt"
 ],
 "securityagent:CreateAgentSpace": [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKeyWithoutPlaintext"
 ],
 "securityagent:CreateApplication": [
  "kms:DescribeKey",
  "sso:CreateApplication"
 ],
 "securityagent:CreatePentest": [
  "kms:Decrypt"
 ],
 "securityagent:DeleteAgentSpace": [
  "kms:Decrypt"
 ],
 "securityagent:ListDiscoveredEndpoints": [
  "kms:Decrypt"
 ],
 "securityagent:ListFindings": [
  "kms:Decrypt"
 ],
 "securityagent:ListPentestJobTasks": [
  "kms:Decrypt"
 ],
 "securityagent:ListPentestJobsForPentest": [
  "kms:Decrypt"
 ],
 "securityagent:ListPentests": [
  "kms:Decrypt"
 ],
 "securityagent:StartCodeRemediation": [
  "kms:Decrypt",
  "kms:GenerateDataKey"
 ],
 "securityagent:StartPentestJob": [
  "kms:Decrypt",
  "kms:GenerateDataKey"
 ],
 "securityagent:StopPentestJob": [
  "kms:Decrypt"
 ],
 "securityagent:UpdateAgentSpace": [
  "kms:Decrypt"
 ],
 "securityagent:UpdateApplication": [
  "kms:DescribeKey"
 ],
 "securityagent:UpdateFinding": [
  "kms:Decrypt"
 ],
 "securityagent:UpdatePentest": [
  "kms:Decrypt"
 ],
 "securityhub:BatchGetSecurityControls": [
  "securityhub:DescribeStandardsControls"
 ],
 "securityhub:BatchGetStandardsControlAssociations": [
  "securityhub:DescribeStandardsControls"
 ],
 "securityhub:BatchUpdateStandardsControlAssociations": [
  "securityhub:UpdateStandardsControl"
 ],
 "securityhub:DisableOrganizationAdminAccount": [
  "organizations:DeregisterDelegatedAdministrator",
  "organizations:DescribeOrganization",
  "organizations:ListDelegatedAdministrators"
 ],
 "securityhub:EnableOrganizationAdminAccount": [
  "organizations:DescribeOrganization",
  "organizations:EnableAWSServiceAccess",
  "organizations:ListAWSServiceAccessForOrganization",
  "organizations:ListDelegatedAdministrators",
  "organizations:RegisterDelegatedAdministrator"
 ],
 "securityhub:GetSecurityControlDefinition": [
  "securityhub:DescribeStandardsControls"
 ],
 "securityhub:ListOrganizationAdminAccounts": [
  "organizations:DescribeOrganization",
  "organizations:ListDelegatedAdministrators"
 ],
 "securityhub:ListStandardsControlAssociations": [
  "securityhub:DescribeStandardsControls"
 ],
 "securityhub:UpdateSecurityControl": [
  "securityhub:UpdateStandardsControl"
 ],
 "securitylake:CreateAwsLogSource": [
  "glue:CreateDatabase",
  "glue:CreateTable",
  "glue:GetDatabase",
  "glue:GetTable",
  "iam:CreateServiceLinkedRole",
  "kms:CreateGrant",
  "kms:DescribeKey"
 ],
 "securitylake:CreateCustomLogSource": [
  "glue:CreateCrawler",
  "glue:CreateDatabase",
  "glue:CreateTable",
  "glue:StartCrawlerSchedule",
  "iam:DeleteRolePolicy",
  "iam:GetRole",
  "iam:PutRolePolicy",
  "kms:CreateGrant",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "lakeformation:GrantPermissions",
  "lakeformation:RegisterResource",
  "s3:ListBucket",
  "s3:PutObject"
 ],
 "securitylake:CreateDataLake": [
  "events:PutRule",
  "events:PutTargets",
  "iam:CreateServiceLinkedRole",
  "iam:DeleteRolePolicy",
  "iam:GetRole",
  "iam:ListAttachedRolePolicies",
  "iam:PutRolePolicy",
  "kms:CreateGrant",
  "kms:DescribeKey",
  "lakeformation:GetDataLakeSettings",
  "lakeformation:PutDataLakeSettings",
  "lambda:AddPermission",
  "lambda:CreateEventSourceMapping",
  "lambda:CreateFunction",
  "organizations:DescribeOrganization",
  "organizations:ListAccounts",
  "organizations:ListDelegatedServicesForAccount",
  "s3:CreateBucket",
  "s3:GetObject",
  "s3:GetObjectVersion",
  "s3:ListBucket",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
  "s3:PutBucketVersioning",
  "sqs:CreateQueue",
  "sqs:GetQueueAttributes",
  "sqs:SetQueueAttributes"
 ],
 "securitylake:CreateSubscriber": [
  "iam:CreateRole",
  "iam:DeleteRolePolicy",
  "iam:GetRole",
  "iam:PutRolePolicy",
  "lakeformation:GrantPermissions",
  "lakeformation:ListPermissions",
  "lakeformation:RegisterResource",
  "lakeformation:RevokePermissions",
  "ram:GetResourceShareAssociations",
  "ram:GetResourceShares",
  "ram:UpdateResourceShare",
  "s3:PutObject"
 ],
 "securitylake:CreateSubscriberNotification": [
  "events:CreateApiDestination",
  "events:CreateConnection",
  "events:DescribeRule",
  "events:ListApiDestinations",
  "events:ListConnections",
  "events:PutRule",
  "events:PutTargets",
  "iam:DeleteRolePolicy",
  "iam:GetRole",
  "s3:GetBucketNotification",
  "s3:PutBucketNotification",
  "sqs:CreateQueue",
  "sqs:DeleteQueue",
  "sqs:GetQueueAttributes",
  "sqs:GetQueueUrl",
  "sqs:SetQueueAttributes"
 ],
 "securitylake:DeleteCustomLogSource": [
  "glue:StopCrawlerSchedule"
 ],
 "securitylake:DeleteDataLake": [
  "organizations:DescribeOrganization",
  "organizations:ListDelegatedAdministrators",
  "organizations:ListDelegatedServicesForAccount"
 ],
 "securitylake:DeleteSubscriber": [
  "events:DeleteApiDestination",
  "events:DeleteConnection",
  "events:DeleteRule",
  "events:DescribeRule",
  "events:ListApiDestinations",
  "events:ListTargetsByRule",
  "events:RemoveTargets",
  "iam:DeleteRole",
  "iam:DeleteRolePolicy",
  "iam:GetRole",
  "iam:ListRolePolicies",
  "lakeformation:ListPermissions",
  "lakeformation:RevokePermissions",
  "sqs:DeleteQueue",
  "sqs:GetQueueUrl"
 ],
 "securitylake:DeleteSubscriberNotification": [
  "events:DeleteApiDestination",
  "events:DeleteConnection",
  "events:DeleteRule",
  "events:DescribeRule",
  "events:ListApiDestinations",
  "events:ListTargetsByRule",
  "events:RemoveTargets",
  "iam:DeleteRole",
  "iam:DeleteRolePolicy",
  "iam:GetRole",
  "iam:ListRolePolicies",
  "lakeformation:RevokePermissions",
  "sqs:DeleteQueue",
  "sqs:GetQueueUrl"
 ],
 "securitylake:DeregisterDataLakeDelegatedAdministrator": [
  "organizations:DeregisterDelegatedAdministrator",
  "organizations:DescribeOrganization",
  "organizations:ListDelegatedServicesForAccount"
 ],
 "securitylake:GetDataLakeOrganizationConfiguration": [
  "organizations:DescribeOrganization"
 ],
 "securitylake:RegisterDataLakeDelegatedAdministrator": [
  "iam:CreateServiceLinkedRole",
  "organizations:DescribeOrganization",
  "organizations:EnableAWSServiceAccess",
  "organizations:ListDelegatedAdministrators",
  "organizations:ListDelegatedServicesForAccount",
  "organizations:RegisterDelegatedAdministrator"
 ],
 "securitylake:UpdateDataLake": [
  "events:PutRule",
  "events:PutTargets",
  "iam:CreateServiceLinkedRole",
  "iam:DeleteRolePolicy",
  "iam:GetRole",
  "iam:ListAttachedRolePolicies",
  "iam:PutRolePolicy",
  "kms:CreateGrant",
  "kms:DescribeKey",
  "lakeformation:GetDataLakeSettings",
  "lakeformation:PutDataLakeSettings",
  "lambda:AddPermission",
  "lambda:CreateEventSourceMapping",
  "lambda:CreateFunction",
  "organizations:DescribeOrganization",
  "organizations:ListDelegatedServicesForAccount",
  "s3:CreateBucket",
  "s3:GetObject",
  "s3:GetObjectVersion",
  "s3:ListBucket",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
  "s3:PutBucketVersioning",
  "sqs:CreateQueue",
  "sqs:GetQueueAttributes",
  "sqs:SetQueueAttributes"
 ],
 "securitylake:UpdateSubscriber": [
  "events:CreateApiDestination",
  "events:CreateConnection",
  "events:DescribeRule",
  "events:ListApiDestinations",
  "events:ListConnections",
  "events:PutRule",
  "events:PutTargets",
  "iam:DeleteRolePolicy",
  "iam:GetRole",
  "iam:PutRolePolicy"
 ],
 "securitylake:UpdateSubscriberNotification": [
  "events:CreateApiDestination",
  "events:CreateConnection",
  "events:DescribeRule",
  "events:ListApiDestinations",
  "events:ListConnections",
  "events:PutRule",
  "events:PutTargets",
  "iam:CreateServiceLinkedRole",
  "iam:DeleteRolePolicy",
  "iam:GetRole",
  "iam:PutRolePolicy",
  "s3:CreateBucket",
  "s3:GetBucketNotification",
  "s3:ListBucket",
  "s3:PutBucketNotification",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
  "s3:PutBucketVersioning",
  "s3:PutLifecycleConfiguration",
  "sqs:CreateQueue",
  "sqs:DeleteQueue",
  "sqs:GetQueueAttributes",
  "sqs:GetQueueUrl",
  "sqs:SetQueueAttributes"
 ],
 "servicecatalog:AssociateResource": [
  "cloudformation:DescribeStacks",
  "resource-groups:CreateGroup",
  "resource-groups:GetGroup",
  "resource-groups:Tag"
 ],
 "servicecatalog:CreateApplication": [
  "iam:CreateServiceLinkedRole"
 ],
 "servicecatalog:DisassociateResource": [
  "resource-groups:DeleteGroup"
 ],
 "servicecatalog:SyncResource": [
  "cloudformation:UpdateStack"
 ],
 "servicecatalog:UpdateApplication": [
  "iam:CreateServiceLinkedRole"
 ],
 "servicequotas:AssociateServiceQuotaTemplate": [
  "organizations:DescribeOrganization",
  "organizations:EnableAWSServiceAccess"
 ],
 "servicequotas:DeleteServiceQuotaIncreaseRequestFromTemplate": [
  "organizations:DescribeOrganization"
 ],
 "servicequotas:DisassociateServiceQuotaTemplate": [
  "organizations:DescribeOrganization"
 ],
 "servicequotas:GetAssociationForServiceQuotaTemplate": [
  "organizations:DescribeOrganization"
 ],
 "servicequotas:GetServiceQuota": [
  "autoscaling:DescribeAccountLimits",
  "cloudformation:DescribeAccountLimits",
  "dynamodb:DescribeLimits",
  "elasticloadbalancing:DescribeAccountLimits",
  "iam:GetAccountSummary",
  "kinesis:DescribeLimits",
  "rds:DescribeAccountAttributes",
  "route53:GetAccountLimit"
 ],
 "servicequotas:GetServiceQuotaIncreaseRequestFromTemplate": [
  "organizations:DescribeOrganization"
 ],
 "servicequotas:ListServiceQuotaIncreaseRequestsInTemplate": [
  "organizations:DescribeOrganization"
 ],
 "servicequotas:ListServiceQuotas": [
  "autoscaling:DescribeAccountLimits",
  "cloudformation:DescribeAccountLimits",
  "dynamodb:DescribeLimits",
  "elasticloadbalancing:DescribeAccountLimits",
  "iam:GetAccountSummary",
  "kinesis:DescribeLimits",
  "rds:DescribeAccountAttributes",
  "route53:GetAccountLimit"
 ],
 "servicequotas:PutServiceQuotaIncreaseRequestIntoTemplate": [
  "organizations:DescribeOrganization"
 ],
 "ses:CreateIngressPoint": [
  "ec2:DescribeVpcEndpoints",
  "iam:CreateServiceLinkedRole"
 ],
 "ses:CreateMultiRegionEndpoint": [
  "iam:CreateServiceLinkedRole"
 ],
 "ses:GetEmailAddressInsights": [
  "iam:CreateServiceLinkedRole"
 ],
 "shield:AssociateDRTLogBucket": [
  "s3:GetBucketPolicy",
  "s3:PutBucketPolicy"
 ],
 "shield:AssociateDRTRole": [
  "iam:GetRole",
  "iam:ListAttachedRolePolicies"
 ],
 "shield:AssociateHealthCheck": [
  "route53:GetHealthCheck"
 ],
 "shield:DisassociateDRTLogBucket": [
  "s3:DeleteBucketPolicy",
  "s3:GetBucketPolicy",
  "s3:PutBucketPolicy"
 ],
 "shield:EnableApplicationLayerAutomaticResponse": [
  "apprunner:DescribeWebAclForService",
  "cloudfront:GetDistribution",
  "cognito-idp:GetWebACLForResource",
  "ec2:GetVerifiedAccessInstanceWebAcl",
  "iam:CreateServiceLinkedRole",
  "iam:GetRole",
  "wafv2:GetWebACL",
  "wafv2:GetWebACLForResource"
 ],
 "shield:UpdateApplicationLayerAutomaticResponse": [
  "apprunner:DescribeWebAclForService",
  "cognito-idp:GetWebACLForResource",
  "ec2:GetVerifiedAccessInstanceWebAcl",
  "wafv2:GetWebACL",
  "wafv2:GetWebACLForResource"
 ],
 "signin:CreateTrustedIdentityPropagationApplicationForConsole": [
  "sso:CreateApplication",
  "sso:GetSharedSsoConfiguration",
  "sso:ListApplications",
  "sso:PutApplicationAccessScope",
  "sso:PutApplicationAssignmentConfiguration",
  "sso:PutApplicationAuthenticationMethod",
  "sso:PutApplicationGrant"
 ],
 "signin:ListTrustedIdentityPropagationApplicationsForConsole": [
  "sso:GetSharedSsoConfiguration",
  "sso:ListApplications"
 ],
 "sms-voice:CreateConfigurationSet": [
  "sms-voice:TagResource"
 ],
 "sms-voice:CreateOptOutList": [
  "sms-voice:TagResource"
 ],
 "sms-voice:CreatePool": [
  "sms-voice:TagResource"
 ],
 "sms-voice:CreateProtectConfiguration": [
  "sms-voice:TagResource"
 ],
 "sms-voice:CreateRegistration": [
  "sms-voice:TagResource"
 ],
 "sms-voice:CreateRegistrationAttachment": [
  "sms-voice:TagResource"
 ],
 "sms-voice:CreateVerifiedDestinationNumber": [
  "sms-voice:TagResource"
 ],
 "sms-voice:RequestPhoneNumber": [
  "sms-voice:AssociateOriginationIdentity",
  "sms-voice:TagResource"
 ],
 "sms-voice:RequestSenderId": [
  "sms-voice:TagResource"
 ],
 "sms-voice:SendDestinationNumberVerificationCode": [
  "sms-voice:SendTextMessage",
  "sms-voice:SendVoiceMessage"
 ],
 "ssm-contacts:CreateContact": [
  "ssm-contacts:AssociateContact"
 ],
 "ssm-contacts:UpdateContact": [
  "ssm-contacts:AssociateContact"
 ],
 "ssm-incidents:CreateReplicationSet": [
  "iam:CreateServiceLinkedRole",
  "ssm-incidents:TagResource"
 ],
 "ssm-incidents:CreateResponsePlan": [
  "ssm-incidents:TagResource"
 ],
 "ssm-incidents:UpdateResponsePlan": [
  "ssm-incidents:TagResource"
 ],
 "sso-directory:AddMemberToGroup": [
  "kms:Decrypt"
 ],
 "sso-directory:CreateBearerToken": [
  "kms:Decrypt"
 ],
 "sso-directory:CreateGroup": [
  "kms:Decrypt"
 ],
 "sso-directory:CreateProvisioningTenant": [
  "kms:Decrypt"
 ],
 "sso-directory:CreateUser": [
  "kms:Decrypt"
 ],
 "sso-directory:DeleteBearerToken": [
  "kms:Decrypt"
 ],
 "sso-directory:DeleteGroup": [
  "kms:Decrypt"
 ],
 "sso-directory:DeleteProvisioningTenant": [
  "kms:Decrypt"
 ],
 "sso-directory:DeleteUser": [
  "kms:Decrypt"
 ],
 "sso-directory:DescribeGroup": [
  "kms:Decrypt"
 ],
 "sso-directory:DescribeGroups": [
  "kms:Decrypt"
 ],
 "sso-directory:DescribeProvisioningTenant": [
  "kms:Decrypt"
 ],
 "sso-directory:DescribeUser": [
  "kms:Decrypt"
 ],
 "sso-directory:DescribeUserByUniqueAttribute": [
  "kms:Decrypt"
 ],
 "sso-directory:DescribeUsers": [
  "kms:Decrypt"
 ],
 "sso-directory:DisableUser": [
  "kms:Decrypt"
 ],
 "sso-directory:EnableUser": [
  "kms:Decrypt"
 ],
 "sso-directory:GetGroupId": [
  "kms:Decrypt"
 ],
 "sso-directory:GetUserId": [
  "kms:Decrypt"
 ],
 "sso-directory:IsMemberInGroup": [
  "kms:Decrypt"
 ],
 "sso-directory:IsMemberInGroups": [
  "kms:Decrypt"
 ],
 "sso-directory:ListBearerTokens": [
  "kms:Decrypt"
 ],
 "sso-directory:ListGroups": [
  "kms:Decrypt"
 ],
 "sso-directory:ListGroupsForMember": [
  "kms:Decrypt"
 ],
 "sso-directory:ListGroupsForUser": [
  "kms:Decrypt"
 ],
 "sso-directory:ListMembersInGroup": [
  "kms:Decrypt"
 ],
 "sso-directory:ListProvisioningTenants": [
  "kms:Decrypt"
 ],
 "sso-directory:ListUsers": [
  "kms:Decrypt"
 ],
 "sso-directory:RemoveMemberFromGroup": [
  "kms:Decrypt"
 ],
 "sso-directory:SearchGroups": [
  "kms:Decrypt"
 ],
 "sso-directory:SearchUsers": [
  "kms:Decrypt"
 ],
 "sso-directory:UpdateGroup": [
  "kms:Decrypt"
 ],
 "sso-directory:UpdateGroupDisplayName": [
  "kms:Decrypt"
 ],
 "sso-directory:UpdatePassword": [
  "kms:Decrypt"
 ],
 "sso-directory:UpdateUser": [
  "kms:Decrypt"
 ],
 "sso-directory:UpdateUserName": [
  "kms:Decrypt"
 ],
 "sso-oauth:CreateTokenWithIAM": [
  "kms:Decrypt"
 ],
 "sso-oauth:IntrospectTokenWithIAM": [
  "kms:Decrypt"
 ],
 "sso-oauth:RevokeTokenWithIAM": [
  "kms:Decrypt"
 ],
 "sso:AddRegion": [
  "identitystore:AddRegion",
  "kms:Decrypt"
 ],
 "sso:AssociateDirectory": [
  "ds:AuthorizeApplication",
  "identitystore:CreateIdentityStore",
  "kms:Decrypt"
 ],
 "sso:AssociateProfile": [
  "kms:Decrypt"
 ],
 "sso:AttachCustomerManagedPolicyReferenceToPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:AttachManagedPolicyToPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:CreateAccountAssignment": [
  "kms:Decrypt"
 ],
 "sso:CreateApplication": [
  "kms:Decrypt"
 ],
 "sso:CreateApplicationAssignment": [
  "kms:Decrypt"
 ],
 "sso:CreateApplicationInstance": [
  "kms:Decrypt"
 ],
 "sso:CreateApplicationInstanceCertificate": [
  "kms:Decrypt"
 ],
 "sso:CreateInstance": [
  "iam:CreateServiceLinkedRole",
  "identitystore:CreateIdentityStore",
  "organizations:DescribeOrganization"
 ],
 "sso:CreateInstanceAccessControlAttributeConfiguration": [
  "iam:AttachRolePolicy",
  "iam:CreateRole",
  "iam:DeleteRole",
  "iam:DeleteRolePolicy",
  "iam:DetachRolePolicy",
  "iam:GetRole",
  "iam:ListAttachedRolePolicies",
  "iam:ListRolePolicies",
  "iam:PutRolePolicy",
  "iam:UpdateAssumeRolePolicy",
  "kms:Decrypt"
 ],
 "sso:CreateManagedApplicationInstance": [
  "kms:Decrypt"
 ],
 "sso:CreatePermissionSet": [
  "kms:Decrypt"
 ],
 "sso:CreateProfile": [
  "kms:Decrypt"
 ],
 "sso:CreateTrust": [
  "kms:Decrypt"
 ],
 "sso:CreateTrustedTokenIssuer": [
  "kms:Decrypt"
 ],
 "sso:DeleteAccountAssignment": [
  "kms:Decrypt"
 ],
 "sso:DeleteApplication": [
  "kms:Decrypt"
 ],
 "sso:DeleteApplicationAccessScope": [
  "kms:Decrypt"
 ],
 "sso:DeleteApplicationAssignment": [
  "kms:Decrypt"
 ],
 "sso:DeleteApplicationAuthenticationMethod": [
  "kms:Decrypt"
 ],
 "sso:DeleteApplicationGrant": [
  "kms:Decrypt"
 ],
 "sso:DeleteApplicationInstance": [
  "kms:Decrypt"
 ],
 "sso:DeleteApplicationInstanceCertificate": [
  "kms:Decrypt"
 ],
 "sso:DeleteInlinePolicyFromPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:DeleteInstance": [
  "identitystore:DeleteIdentityStore"
 ],
 "sso:DeleteInstanceAccessControlAttributeConfiguration": [
  "kms:Decrypt"
 ],
 "sso:DeleteManagedApplicationInstance": [
  "kms:Decrypt"
 ],
 "sso:DeletePermissionSet": [
  "kms:Decrypt"
 ],
 "sso:DeletePermissionsBoundaryFromPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:DeleteProfile": [
  "kms:Decrypt"
 ],
 "sso:DeleteTrustedTokenIssuer": [
  "kms:Decrypt"
 ],
 "sso:DescribeAccountAssignmentCreationStatus": [
  "kms:Decrypt"
 ],
 "sso:DescribeAccountAssignmentDeletionStatus": [
  "kms:Decrypt"
 ],
 "sso:DescribeApplication": [
  "kms:Decrypt"
 ],
 "sso:DescribeApplicationAssignment": [
  "kms:Decrypt"
 ],
 "sso:DescribeInstanceAccessControlAttributeConfiguration": [
  "kms:Decrypt"
 ],
 "sso:DescribePermissionSet": [
  "kms:Decrypt"
 ],
 "sso:DescribePermissionSetProvisioningStatus": [
  "kms:Decrypt"
 ],
 "sso:DescribeRegion": [
  "kms:Decrypt"
 ],
 "sso:DescribeTrustedTokenIssuer": [
  "kms:Decrypt"
 ],
 "sso:DetachCustomerManagedPolicyReferenceFromPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:DetachManagedPolicyFromPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:DisassociateDirectory": [
  "ds:UnauthorizeApplication",
  "identitystore:DeleteIdentityStore",
  "kms:Decrypt"
 ],
 "sso:DisassociateProfile": [
  "kms:Decrypt"
 ],
 "sso:GetApplicationAccessScope": [
  "kms:Decrypt"
 ],
 "sso:GetApplicationAssignmentConfiguration": [
  "kms:Decrypt"
 ],
 "sso:GetApplicationAuthenticationMethod": [
  "kms:Decrypt"
 ],
 "sso:GetApplicationGrant": [
  "kms:Decrypt"
 ],
 "sso:GetApplicationInstance": [
  "kms:Decrypt"
 ],
 "sso:GetApplicationSessionConfiguration": [
  "kms:Decrypt"
 ],
 "sso:GetInlinePolicyForPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:GetManagedApplicationInstance": [
  "kms:Decrypt"
 ],
 "sso:GetMfaDeviceManagementForDirectory": [
  "kms:Decrypt"
 ],
 "sso:GetPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:GetPermissionsBoundaryForPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:GetProfile": [
  "kms:Decrypt"
 ],
 "sso:GetSharedSsoConfiguration": [
  "kms:Decrypt"
 ],
 "sso:GetSsoConfiguration": [
  "kms:Decrypt"
 ],
 "sso:GetTrust": [
  "kms:Decrypt"
 ],
 "sso:ImportApplicationInstanceServiceProviderMetadata": [
  "kms:Decrypt"
 ],
 "sso:ListAccountAssignmentCreationStatus": [
  "kms:Decrypt"
 ],
 "sso:ListAccountAssignmentDeletionStatus": [
  "kms:Decrypt"
 ],
 "sso:ListAccountAssignments": [
  "kms:Decrypt"
 ],
 "sso:ListAccountAssignmentsForPrincipal": [
  "kms:Decrypt"
 ],
 "sso:ListAccountsForProvisionedPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:ListApplicationAccessScopes": [
  "kms:Decrypt"
 ],
 "sso:ListApplicationAssignments": [
  "kms:Decrypt"
 ],
 "sso:ListApplicationAssignmentsForPrincipal": [
  "kms:Decrypt"
 ],
 "sso:ListApplicationAuthenticationMethods": [
  "kms:Decrypt"
 ],
 "sso:ListApplicationGrants": [
  "kms:Decrypt"
 ],
 "sso:ListApplicationInstanceCertificates": [
  "kms:Decrypt"
 ],
 "sso:ListApplicationInstances": [
  "kms:Decrypt",
  "sso:GetApplicationInstance"
 ],
 "sso:ListApplicationTemplates": [
  "sso:GetApplicationTemplate"
 ],
 "sso:ListApplications": [
  "kms:Decrypt"
 ],
 "sso:ListCustomerManagedPolicyReferencesInPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:ListDirectoryAssociations": [
  "kms:Decrypt"
 ],
 "sso:ListManagedPoliciesInPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:ListPermissionSetProvisioningStatus": [
  "kms:Decrypt"
 ],
 "sso:ListPermissionSets": [
  "kms:Decrypt"
 ],
 "sso:ListPermissionSetsProvisionedToAccount": [
  "kms:Decrypt"
 ],
 "sso:ListProfileAssociations": [
  "kms:Decrypt"
 ],
 "sso:ListProfiles": [
  "kms:Decrypt",
  "sso:GetProfile"
 ],
 "sso:ListRegions": [
  "kms:Decrypt"
 ],
 "sso:ListTagsForResource": [
  "kms:Decrypt"
 ],
 "sso:ListTrustedTokenIssuers": [
  "kms:Decrypt"
 ],
 "sso:ProvisionPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:PutApplicationAccessScope": [
  "kms:Decrypt"
 ],
 "sso:PutApplicationAssignmentConfiguration": [
  "kms:Decrypt"
 ],
 "sso:PutApplicationAuthenticationMethod": [
  "kms:Decrypt"
 ],
 "sso:PutApplicationGrant": [
  "kms:Decrypt"
 ],
 "sso:PutApplicationSessionConfiguration": [
  "kms:Decrypt"
 ],
 "sso:PutInlinePolicyToPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:PutMfaDeviceManagementForDirectory": [
  "kms:Decrypt"
 ],
 "sso:PutPermissionsBoundaryToPermissionSet": [
  "kms:Decrypt"
 ],
 "sso:PutPermissionsPolicy": [
  "kms:Decrypt"
 ],
 "sso:RemoveRegion": [
  "identitystore:RemoveRegion",
  "kms:Decrypt"
 ],
 "sso:SearchGroups": [
  "ds:DescribeDirectories",
  "kms:Decrypt"
 ],
 "sso:SearchUsers": [
  "ds:DescribeDirectories",
  "kms:Decrypt"
 ],
 "sso:StartSSO": [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKeyWithoutPlaintext",
  "organizations:DescribeOrganization",
  "organizations:EnableAWSServiceAccess"
 ],
 "sso:TagResource": [
  "kms:Decrypt"
 ],
 "sso:UntagResource": [
  "kms:Decrypt"
 ],
 "sso:UpdateApplication": [
  "kms:Decrypt"
 ],
 "sso:UpdateApplicationInstanceActiveCertificate": [
  "kms:Decrypt"
 ],
 "sso:UpdateApplicationInstanceDisplayData": [
  "kms:Decrypt"
 ],
 "sso:UpdateApplicationInstanceResponseConfiguration": [
  "kms:Decrypt"
 ],
 "sso:UpdateApplicationInstanceResponseSchemaConfiguration": [
  "kms:Decrypt"
 ],
 "sso:UpdateApplicationInstanceSecurityConfiguration": [
  "kms:Decrypt"
 ],
 "sso:UpdateApplicationInstanceServiceProviderConfiguration": [
  "kms:Decrypt"
 ],
 "sso:UpdateApplicationInstanceStatus": [
  "kms:Decrypt"
 ],
 "sso:UpdateInstance": [
  "identitystore:UpdateIdentityStore",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKeyWithoutPlaintext"
 ],
 "sso:UpdateInstanceAccessControlAttributeConfiguration": [
  "kms:Decrypt"
 ],
 "sso:UpdateManagedApplicationInstanceStatus": [
  "kms:Decrypt"
 ],
 "sso:UpdatePermissionSet": [
  "kms:Decrypt"
 ],
 "sso:UpdateProfile": [
  "kms:Decrypt"
 ],
 "sso:UpdateSSOConfiguration": [
  "kms:Decrypt"
 ],
 "sso:UpdateTrust": [
  "kms:Decrypt"
 ],
 "sso:UpdateTrustedTokenIssuer": [
  "kms:Decrypt"
 ],
 "states:CreateStateMachine": [
  "states:PublishStateMachineVersion"
 ],
 "states:TestState": [
  "states:RevealSecrets"
 ],
 "states:UpdateStateMachine": [
  "states:PublishStateMachineVersion"
 ],
 "storagegateway:AssociateFileSystem": [
  "ds:DescribeDirectories",
  "ec2:DescribeNetworkInterfaces",
  "fsx:DescribeFileSystems",
  "iam:CreateServiceLinkedRole",
  "logs:CreateLogDelivery",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:UpdateLogDelivery"
 ],
 "storagegateway:UpdateFileSystemAssociation": [
  "logs:CreateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:UpdateLogDelivery"
 ],
 "support:StartInteraction": [
  "support:DescribeSupportLevel"
 ],
 "textract:AnalyzeDocument": [
  "s3:GetObject"
 ],
 "textract:AnalyzeExpense": [
  "s3:GetObject"
 ],
 "textract:AnalyzeID": [
  "s3:GetObject"
 ],
 "textract:DetectDocumentText": [
  "s3:GetObject"
 ],
 "textract:StartDocumentAnalysis": [
  "s3:GetObject"
 ],
 "textract:StartDocumentTextDetection": [
  "s3:GetObject"
 ],
 "textract:StartExpenseAnalysis": [
  "s3:GetObject"
 ],
 "textract:StartLendingAnalysis": [
  "s3:GetObject"
 ],
 "thinclient:CreateEnvironment": [
  "appstream:DescribeStacks",
  "iam:CreateServiceLinkedRole",
  "workspaces-web:GetPortal",
  "workspaces-web:GetUserSettings",
  "workspaces:DescribeWorkspaceDirectories"
 ],
 "thinclient:UpdateEnvironment": [
  "appstream:DescribeStacks",
  "workspaces-web:GetPortal",
  "workspaces-web:GetUserSettings",
  "workspaces:DescribeWorkspaceDirectories"
 ],
 "timestream-influxdb:CreateDbCluster": [
  "timestream-influxdb:CreateDbInstance"
 ],
 "timestream-influxdb:DeleteDbCluster": [
  "timestream-influxdb:DeleteDbInstance"
 ],
 "timestream-influxdb:RebootDbCluster": [
  "timestream-influxdb:RebootDbInstance"
 ],
 "timestream-influxdb:UpdateDbCluster": [
  "timestream-influxdb:UpdateDbInstance"
 ],
 "timestream:CancelQuery": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:CreateBatchLoadTask": [
  "timestream:DescribeEndpoints",
  "timestream:WriteRecords"
 ],
 "timestream:CreateDatabase": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:CreateScheduledQuery": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:CreateTable": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:DeleteDatabase": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:DeleteScheduledQuery": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:DeleteTable": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:DescribeAccountSettings": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:DescribeBatchLoadTask": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:DescribeDatabase": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:DescribeScheduledQuery": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:DescribeTable": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:ExecuteScheduledQuery": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:GetAwsBackupStatus": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:GetAwsRestoreStatus": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:ListBatchLoadTasks": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:ListDatabases": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:ListMeasures": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:ListScheduledQueries": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:ListTables": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:ListTagsForResource": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:PrepareQuery": [
  "timestream:DescribeEndpoints",
  "timestream:Select"
 ],
 "timestream:ResumeBatchLoadTask": [
  "timestream:DescribeEndpoints",
  "timestream:WriteRecords"
 ],
 "timestream:Select": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:SelectValues": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:StartAwsBackupJob": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:StartAwsRestoreJob": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:TagResource": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:Unload": [
  "s3:AbortMultipartUpload",
  "s3:GetObject",
  "s3:PutObject",
  "timestream:DescribeEndpoints",
  "timestream:Select"
 ],
 "timestream:UntagResource": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:UpdateAccountSettings": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:UpdateDatabase": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:UpdateScheduledQuery": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:UpdateTable": [
  "timestream:DescribeEndpoints"
 ],
 "timestream:WriteRecords": [
  "timestream:DescribeEndpoints"
 ],
 "transcribe:CreateLanguageModel": [
  "s3:GetObject",
  "s3:ListBucket"
 ],
 "transcribe:CreateMedicalVocabulary": [
  "s3:GetObject"
 ],
 "transcribe:CreateVocabulary": [
  "s3:GetObject"
 ],
 "transcribe:CreateVocabularyFilter": [
  "s3:GetObject"
 ],
 "transcribe:StartCallAnalyticsJob": [
  "s3:GetObject"
 ],
 "transcribe:StartMedicalScribeJob": [
  "s3:GetObject"
 ],
 "transcribe:StartMedicalTranscriptionJob": [
  "s3:GetObject"
 ],
 "transcribe:StartTranscriptionJob": [
  "s3:GetObject"
 ],
 "transcribe:UpdateMedicalVocabulary": [
  "s3:GetObject"
 ],
 "transcribe:UpdateVocabulary": [
  "s3:GetObject"
 ],
 "transcribe:UpdateVocabularyFilter": [
  "s3:GetObject"
 ],
 "vendor-insights:AssociateDataSource": [
  "vendor-insights:GetDataSource"
 ],
 "vendor-insights:CreateDataSource": [
  "vendor-insights:TagResource"
 ],
 "vendor-insights:CreateSecurityProfile": [
  "vendor-insights:TagResource"
 ],
 "vendor-insights:DisassociateDataSource": [
  "vendor-insights:GetDataSource"
 ],
 "verifiedpermissions:GetPolicyStore": [
  "verifiedpermissions:ListTagsForResource"
 ],
 "vpc-lattice:CreateAccessLogSubscription": [
  "logs:CreateLogDelivery",
  "logs:GetLogDelivery"
 ],
 "vpc-lattice:CreateResourceGateway": [
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs"
 ],
 "vpc-lattice:CreateService": [
  "iam:CreateServiceLinkedRole"
 ],
 "vpc-lattice:CreateServiceNetwork": [
  "iam:CreateServiceLinkedRole"
 ],
 "vpc-lattice:CreateServiceNetworkVpcAssociation": [
  "ec2:DescribeVpcs"
 ],
 "vpc-lattice:CreateTargetGroup": [
  "iam:CreateServiceLinkedRole"
 ],
 "vpc-lattice:DeleteAccessLogSubscription": [
  "logs:DeleteLogDelivery",
  "logs:GetLogDelivery"
 ],
 "vpc-lattice:GetAccessLogSubscription": [
  "logs:GetLogDelivery"
 ],
 "vpc-lattice:UpdateAccessLogSubscription": [
  "logs:GetLogDelivery",
  "logs:UpdateLogDelivery"
 ],
 "vpc-lattice:UpdateServiceNetworkVpcAssociation": [
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeVpcs"
 ],
 "waf-regional:CreateWebACLMigrationStack": [
  "s3:PutObject"
 ],
 "waf-regional:PutLoggingConfiguration": [
  "iam:CreateServiceLinkedRole"
 ],
 "waf:CreateWebACLMigrationStack": [
  "s3:PutObject"
 ],
 "waf:PutLoggingConfiguration": [
  "iam:CreateServiceLinkedRole"
 ],
 "wafv2:AssociateWebACL": [
  "amplify:AssociateWebACL",
  "apigateway:SetWebACL",
  "apprunner:AssociateWebAcl",
  "appsync:AssociateWebACL",
  "appsync:SetWebACL",
  "cognito-idp:AssociateWebACL",
  "ec2:AssociateVerifiedAccessInstanceWebAcl",
  "elasticloadbalancing:CreateWebACLAssociation",
  "elasticloadbalancing:SetWebAcl",
  "wafv2:GetPermissionPolicy",
  "wafv2:PutPermissionPolicy"
 ],
 "wafv2:CreateIPSet": [
  "wafv2:TagResource"
 ],
 "wafv2:CreateRegexPatternSet": [
  "wafv2:TagResource"
 ],
 "wafv2:CreateRuleGroup": [
  "wafv2:TagResource"
 ],
 "wafv2:CreateWebACL": [
  "wafv2:TagResource"
 ],
 "wafv2:DisassociateWebACL": [
  "amplify:DisassociateWebACL",
  "apigateway:SetWebACL",
  "apprunner:DisassociateWebAcl",
  "appsync:DisassociateWebACL",
  "appsync:SetWebACL",
  "cognito-idp:DisassociateWebACL",
  "ec2:DisassociateVerifiedAccessInstanceWebAcl",
  "elasticloadbalancing:DeleteWebACLAssociation",
  "elasticloadbalancing:SetWebAcl",
  "wafv2:PutPermissionPolicy"
 ],
 "wafv2:GetWebACLForResource": [
  "amplify:GetWebACLForResource",
  "apprunner:DescribeWebAclForService",
  "appsync:GetWebACLForResource",
  "cognito-idp:GetWebACLForResource",
  "ec2:GetVerifiedAccessInstanceWebAcl",
  "elasticloadbalancing:GetLoadBalancerWebACL",
  "wafv2:GetWebACL"
 ],
 "wafv2:ListResourcesForWebACL": [
  "amplify:ListResourcesForWebACL",
  "apprunner:ListAssociatedServicesForWebAcl",
  "appsync:ListResourcesForWebACL",
  "cognito-idp:ListResourcesForWebACL",
  "ec2:DescribeVerifiedAccessInstanceWebAclAssociations",
  "elasticloadbalancing:DescribeWebACLAssociation"
 ],
 "wafv2:PutLoggingConfiguration": [
  "iam:CreateServiceLinkedRole"
 ],
 "wisdom:RenderMessageTemplate": [
  "wisdom:GetMessageTemplate"
 ],
 "wisdom:SearchQuickResponses": [
  "wisdom:GetQuickResponse"
 ],
 "workspaces-instances:AssociateVolume": [
  "ec2:AttachVolume",
  "ec2:DescribeVolumes"
 ],
 "workspaces-instances:CreateVolume": [
  "ec2:CreateVolume"
 ],
 "workspaces-instances:CreateWorkspaceInstance": [
  "ec2:DescribeInstances",
  "ec2:RunInstances"
 ],
 "workspaces-instances:DeleteVolume": [
  "ec2:DeleteVolume",
  "ec2:DescribeVolumes"
 ],
 "workspaces-instances:DeleteWorkspaceInstance": [
  "ec2:TerminateInstances"
 ],
 "workspaces-instances:DisassociateVolume": [
  "ec2:DescribeVolumes",
  "ec2:DetachVolume"
 ],
 "workspaces-web:AssociateNetworkSettings": [
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:CreateTags",
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteNetworkInterfacePermission",
  "ec2:ModifyNetworkInterfaceAttribute"
 ],
 "workspaces-web:AssociateUserAccessLoggingSettings": [
  "kinesis:PutRecord",
  "kinesis:PutRecords"
 ],
 "workspaces-web:CreateBrowserSettings": [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "workspaces-web:TagResource"
 ],
 "workspaces-web:CreateDataProtectionSettings": [
  "workspaces-web:TagResource"
 ],
 "workspaces-web:CreateIpAccessSettings": [
  "workspaces-web:TagResource"
 ],
 "workspaces-web:CreateNetworkSettings": [
  "iam:CreateServiceLinkedRole",
  "workspaces-web:TagResource"
 ],
 "workspaces-web:CreatePortal": [
  "iam:CreateServiceLinkedRole",
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "workspaces-web:TagResource"
 ],
 "workspaces-web:CreateSessionLogger": [
  "s3:PutObject",
  "workspaces-web:TagResource"
 ],
 "workspaces-web:CreateTrustStore": [
  "workspaces-web:TagResource"
 ],
 "workspaces-web:CreateUserAccessLoggingSettings": [
  "workspaces-web:TagResource"
 ],
 "workspaces-web:CreateUserSettings": [
  "workspaces-web:TagResource"
 ],
 "workspaces-web:UpdateNetworkSettings": [
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:CreateTags",
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteNetworkInterfacePermission",
  "ec2:ModifyNetworkInterfaceAttribute"
 ],
 "workspaces-web:UpdateUserAccessLoggingSettings": [
  "kinesis:PutRecord",
  "kinesis:PutRecords"
 ],
 "workspaces:AuthorizeIpRules": [
  "workspaces:UpdateRulesOfIpGroup"
 ],
 "workspaces:CopyWorkspaceImage": [
  "workspaces:DescribeWorkspaceImages"
 ],
 "workspaces:CreateWorkspaceBundle": [
  "workspaces:CreateTags"
 ],
 "workspaces:ImportWorkspaceImage": [
  "ec2:DescribeImages",
  "ec2:ModifyImageAttribute"
 ],
 "workspaces:RevokeIpRules": [
  "workspaces:UpdateRulesOfIpGroup"
 ],
 "workspaces:UpdateRulesOfIpGroup": [
  "workspaces:AuthorizeIpRules",
  "workspaces:RevokeIpRules"
 ]
};
