/**
 * One resource type a line: what `Ref` returns, with `=` the attribute that is the ARN, then the attributes that
 * `Fn::GetAtt` has. Written by scripts/template/resourceTypes.ts from cfn-lint 1.58.0 and
 * @aws-cdk/aws-service-spec 0.1.216. A text, because it loads faster than an object and few lines are read.
 */
export const RESOURCE_TYPE_LINES = `
AWS::ACMPCA::Certificate id=Arn Arn Certificate
AWS::ACMPCA::CertificateAuthority arn=Arn Arn CertificateSigningRequest
AWS::ACMPCA::CertificateAuthorityActivation arn CompleteCertificateChain
AWS::ACMPCA::Permission id
AWS::AIOps::InvestigationGroup arn=Arn Arn CreatedAt CreatedBy LastModifiedAt LastModifiedBy
AWS::APS::AnomalyDetector arn=Arn Arn
AWS::APS::ResourcePolicy arn
AWS::APS::RuleGroupsNamespace arn=Arn Arn
AWS::APS::Scraper arn=Arn Arn RoleArn ScraperId
AWS::APS::Workspace arn=Arn Arn PrometheusEndpoint WorkspaceId
AWS::ARCRegionSwitch::Plan arn=Arn Arn HealthChecksForPlan Owner PlanHealthChecks Route53HealthChecks Version
AWS::ARCZonalShift::AutoshiftObserverNotificationStatus id AccountId Region
AWS::ARCZonalShift::ZonalAutoshiftConfiguration id
AWS::AWSExternalAnthropic::Workspace arn=Arn Arn CreatedAt Id
AWS::AccessAnalyzer::Analyzer arn=Arn Arn
AWS::AccessAnalyzer::ArchiveRule arn=Arn Arn CreatedAt UpdatedAt
AWS::AccountAccess::Application arn=ApplicationArn ApplicationArn CreatedAt IdentitySource.IdentityCenter.ApplicationArn Status TenantId UpdatedAt
AWS::AccountAccess::Entitlement id CreatedAt Entitlement.PrincipalRole.Account EntitlementId
AWS::AgentRegistry::Registry arn=RegistryArn AutoDetectionStatus CreatedAt RegistryArn RegistryId Status UpdatedAt
AWS::AgentRegistry::RegistryRecord arn=RecordArn CreatedAt CreatedBy RecordArn RecordId RegistryArn Status UpdatedAt
AWS::AmazonMQ::Broker id=Arn AmqpEndpoints Arn ConfigurationId ConfigurationRevision ConsoleURLs EngineVersionCurrent Id IpAddresses MqttEndpoints OpenWireEndpoints StompEndpoints WssEndpoints
AWS::AmazonMQ::Configuration id=Arn Arn Id Revision
AWS::AmazonMQ::ConfigurationAssociation id Id
AWS::Amplify::App arn=Arn AppId AppName Arn DefaultDomain
AWS::Amplify::Branch arn=Arn AppId Arn Backend.StackArn BasicAuthConfig.EnableBasicAuth BasicAuthConfig.Password BasicAuthConfig.Username BranchName BuildSpec ComputeRoleArn Description EnableAutoBuild EnablePerformanceMode EnablePullRequestPreview EnableSkewProtection EnvironmentVariables Framework PullRequestEnvironmentName Stage Tags
AWS::Amplify::Domain arn=Arn AppId Arn AutoSubDomainCreationPatterns AutoSubDomainIAMRole Certificate Certificate.CertificateArn Certificate.CertificateType Certificate.CertificateVerificationDNSRecord CertificateRecord CertificateSettings.CertificateType CertificateSettings.CustomCertificateArn DomainName DomainStatus EnableAutoSubDomain StatusReason SubDomainSettings UpdateStatus
AWS::Amplify::Webhook arn=Arn Arn WebhookId WebhookUrl
AWS::AmplifyUIBuilder::Component id CreatedAt Id ModifiedAt
AWS::AmplifyUIBuilder::Form id Id
AWS::AmplifyUIBuilder::Theme id CreatedAt Id ModifiedAt
AWS::ApiGateway::Account id Id
AWS::ApiGateway::ApiKey id APIKeyId
AWS::ApiGateway::Authorizer id AuthorizerId
AWS::ApiGateway::BasePathMapping id
AWS::ApiGateway::BasePathMappingV2 arn=BasePathMappingArn BasePathMappingArn
AWS::ApiGateway::ClientCertificate id ClientCertificateId
AWS::ApiGateway::Deployment id DeploymentId
AWS::ApiGateway::DocumentationPart id DocumentationPartId
AWS::ApiGateway::DocumentationVersion id
AWS::ApiGateway::DomainName name=DomainNameArn DistributionDomainName DistributionHostedZoneId DomainNameArn RegionalDomainName RegionalHostedZoneId
AWS::ApiGateway::DomainNameAccessAssociation arn=DomainNameAccessAssociationArn DomainNameAccessAssociationArn
AWS::ApiGateway::DomainNameV2 arn=DomainNameArn DomainNameArn DomainNameId
AWS::ApiGateway::GatewayResponse id Id
AWS::ApiGateway::Method id
AWS::ApiGateway::Model name
AWS::ApiGateway::RequestValidator id RequestValidatorId
AWS::ApiGateway::Resource id ResourceId
AWS::ApiGateway::RestApi id RestApiId RootResourceId
AWS::ApiGateway::Stage name
AWS::ApiGateway::UsagePlan id Id
AWS::ApiGateway::UsagePlanKey id Id
AWS::ApiGateway::VpcLink id VpcLinkId
AWS::ApiGatewayV2::Api id ApiEndpoint ApiId ExecuteApiArn
AWS::ApiGatewayV2::ApiGatewayManagedOverrides id Id
AWS::ApiGatewayV2::ApiMapping id ApiMappingId
AWS::ApiGatewayV2::Authorizer id AuthorizerId
AWS::ApiGatewayV2::Deployment id DeploymentId
AWS::ApiGatewayV2::DomainName name=DomainNameArn DomainNameArn RegionalDomainName RegionalHostedZoneId
AWS::ApiGatewayV2::Integration id IntegrationId
AWS::ApiGatewayV2::IntegrationResponse id IntegrationResponseId
AWS::ApiGatewayV2::Model id ModelId
AWS::ApiGatewayV2::PortalProduct arn=PortalProductArn LastModified PortalProductArn PortalProductId
AWS::ApiGatewayV2::Route id RouteId
AWS::ApiGatewayV2::RouteResponse id RouteResponseId
AWS::ApiGatewayV2::RoutingRule arn=RoutingRuleArn RoutingRuleArn RoutingRuleId
AWS::ApiGatewayV2::Stage name
AWS::ApiGatewayV2::VpcLink id VpcLinkId
AWS::AppConfig::Application id ApplicationId
AWS::AppConfig::ConfigurationProfile id ConfigurationProfileId KmsKeyArn
AWS::AppConfig::Deployment id DeploymentNumber State
AWS::AppConfig::DeploymentStrategy id Id
AWS::AppConfig::Environment id EnvironmentId
AWS::AppConfig::ExperimentDefinition id ApplicationId Control.Key CreatedAt Id Status UpdatedAt
AWS::AppConfig::ExperimentRun id ApplicationId ExperimentDefinitionId Run StartedAt Status UpdatedAt
AWS::AppConfig::Extension id=Arn Arn Id VersionNumber
AWS::AppConfig::ExtensionAssociation id=Arn Arn ExtensionArn Id ResourceArn
AWS::AppConfig::HostedConfigurationVersion id VersionNumber
AWS::AppFabric::AppAuthorization arn=AppAuthorizationArn AppAuthorizationArn AppAuthorizationIdentifier AppBundleArn CreatedAt Persona Status UpdatedAt
AWS::AppFabric::IngestionDestination arn=Arn Arn CreatedAt Status UpdatedAt
AWS::AppFlow::Connector id=ConnectorArn ConnectorArn
AWS::AppFlow::ConnectorProfile name=ConnectorProfileArn ConnectorProfileArn CredentialsArn
AWS::AppFlow::Flow name=FlowArn FlowArn
AWS::AppIntegrations::Application arn=ApplicationArn ApplicationArn Id
AWS::AppIntegrations::DataIntegration id=DataIntegrationArn DataIntegrationArn Id
AWS::AppIntegrations::EventIntegration name=EventIntegrationArn EventIntegrationArn
AWS::AppMesh::GatewayRoute arn=Arn Arn GatewayRouteName Id MeshName MeshOwner ResourceOwner Uid VirtualGatewayName
AWS::AppMesh::Mesh arn=Arn Arn Id MeshName MeshOwner ResourceOwner Uid
AWS::AppMesh::Route arn=Arn Arn Id MeshName MeshOwner ResourceOwner RouteName Uid VirtualRouterName
AWS::AppMesh::VirtualGateway arn=Arn Arn Id MeshName MeshOwner ResourceOwner Uid VirtualGatewayName
AWS::AppMesh::VirtualNode arn=Arn Arn Id MeshName MeshOwner ResourceOwner Uid VirtualNodeName
AWS::AppMesh::VirtualRouter arn=Arn Arn Id MeshName MeshOwner ResourceOwner Uid VirtualRouterName
AWS::AppMesh::VirtualService arn=Arn Arn Id MeshName MeshOwner ResourceOwner Uid VirtualServiceName
AWS::AppRunner::AutoScalingConfiguration arn=AutoScalingConfigurationArn AutoScalingConfigurationArn AutoScalingConfigurationRevision Latest
AWS::AppRunner::ObservabilityConfiguration arn=ObservabilityConfigurationArn Latest ObservabilityConfigurationArn ObservabilityConfigurationRevision
AWS::AppRunner::Service arn=ServiceArn ServiceArn ServiceId ServiceUrl Status
AWS::AppRunner::VpcConnector arn=VpcConnectorArn VpcConnectorArn VpcConnectorRevision
AWS::AppRunner::VpcIngressConnection arn=VpcIngressConnectionArn DomainName Status VpcIngressConnectionArn
AWS::AppStream::AppBlock arn=Arn Arn CreatedTime
AWS::AppStream::AppBlockBuilder name=Arn Arn CreatedTime
AWS::AppStream::Application arn=Arn Arn CreatedTime
AWS::AppStream::ApplicationEntitlementAssociation id
AWS::AppStream::ApplicationFleetAssociation id
AWS::AppStream::DirectoryConfig name
AWS::AppStream::Entitlement id CreatedTime LastModifiedTime
AWS::AppStream::Fleet name=Arn Arn Id
AWS::AppStream::ImageBuilder name StreamingUrl
AWS::AppStream::Stack name
AWS::AppStream::StackFleetAssociation id Id
AWS::AppStream::StackUserAssociation id
AWS::AppStream::User id=Arn Arn
AWS::AppSync::Api arn=ApiArn ApiArn ApiId Dns Dns.Http Dns.Realtime
AWS::AppSync::ApiCache id Id
AWS::AppSync::ApiKey arn=Arn ApiKey ApiKeyId Arn
AWS::AppSync::ChannelNamespace arn=ChannelNamespaceArn ChannelNamespaceArn
AWS::AppSync::DataSource arn=DataSourceArn DataSourceArn Name
AWS::AppSync::DomainName name=DomainNameArn AppSyncDomainName CertificateArn Description DomainName DomainNameArn HostedZoneId Tags
AWS::AppSync::DomainNameApiAssociation id ApiAssociationIdentifier
AWS::AppSync::FunctionConfiguration arn=FunctionArn ApiId Code CodeS3Location DataSourceName Description FunctionArn FunctionId FunctionVersion MaxBatchSize Name RequestMappingTemplate RequestMappingTemplateS3Location ResponseMappingTemplate ResponseMappingTemplateS3Location Runtime.Name Runtime.RuntimeVersion SyncConfig.ConflictDetection SyncConfig.ConflictHandler SyncConfig.LambdaConflictHandlerConfig.LambdaConflictHandlerArn
AWS::AppSync::GraphQLApi arn=Arn ApiId Arn GraphQLDns GraphQLEndpointArn GraphQLUrl RealtimeDns RealtimeUrl
AWS::AppSync::GraphQLSchema id Id
AWS::AppSync::Resolver arn=ResolverArn ApiId CachingConfig.CachingKeys CachingConfig.Ttl Code CodeS3Location DataSourceName FieldName Kind MaxBatchSize MetricsConfig PipelineConfig.Functions RequestMappingTemplate RequestMappingTemplateS3Location ResolverArn ResponseMappingTemplate ResponseMappingTemplateS3Location Runtime.Name Runtime.RuntimeVersion SyncConfig.ConflictDetection SyncConfig.ConflictHandler SyncConfig.LambdaConflictHandlerConfig.LambdaConflictHandlerArn TypeName
AWS::AppSync::SourceApiAssociation arn=AssociationArn AssociationArn AssociationId LastSuccessfulMergeDate MergedApiArn MergedApiId SourceApiArn SourceApiAssociationStatus SourceApiAssociationStatusDetail SourceApiId
AWS::AppSync::Type arn=Arn Arn Name
AWS::AppTest::TestCase id=TestCaseArn CreationTime LastUpdateTime LatestVersion Status TestCaseArn TestCaseId TestCaseVersion
AWS::ApplicationAutoScaling::ScalableTarget id Id
AWS::ApplicationAutoScaling::ScalingPolicy arn=Arn Arn
AWS::ApplicationInsights::Application arn=ApplicationARN ApplicationARN
AWS::ApplicationSignals::Discovery id AccountId
AWS::ApplicationSignals::GroupingConfiguration id AccountId UpdatedAt
AWS::ApplicationSignals::InstrumentationConfig id=Arn Arn CreatedAt LocationHash
AWS::ApplicationSignals::ServiceLevelObjective arn=Arn Arn CreatedTime EvaluationType LastUpdatedTime
AWS::Athena::CapacityReservation arn=Arn AllocatedDpus Arn CreationTime LastSuccessfulAllocationTime Status
AWS::Athena::DataCatalog name
AWS::Athena::NamedQuery id NamedQueryId
AWS::Athena::PreparedStatement id
AWS::Athena::WorkGroup name CreationTime WorkGroupConfiguration.EngineVersion.EffectiveEngineVersion WorkGroupConfigurationUpdates.EngineVersion.EffectiveEngineVersion
AWS::AuditManager::Assessment id=Arn Arn AssessmentId CreationTime
AWS::AuditManager::AssessmentFramework arn=Arn Arn CreatedAt CreatedBy FrameworkId LastUpdatedAt LastUpdatedBy Type
AWS::AuditManager::Control arn=Arn Arn ControlSources CreatedAt CreatedBy Id LastUpdatedAt LastUpdatedBy Type
AWS::AutoScaling::AutoScalingGroup name=AutoScalingGroupARN AutoScalingGroupARN AutoScalingGroupName AvailabilityZoneDistribution.CapacityDistributionStrategy AvailabilityZoneIds AvailabilityZoneImpairmentPolicy.ImpairedZoneHealthCheckBehavior AvailabilityZoneImpairmentPolicy.ZonalShiftEnabled AvailabilityZones CapacityRebalance CapacityReservationSpecification.CapacityReservationPreference CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationIds CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArns Context Cooldown DefaultInstanceWarmup DeletionProtection DesiredCapacity DesiredCapacityType HealthCheckGracePeriod HealthCheckType InstanceId InstanceLifecyclePolicy.RetentionTriggers.TerminateHookAbandon InstanceMaintenancePolicy.MaxHealthyPercentage InstanceMaintenancePolicy.MinHealthyPercentage LaunchConfigurationName LaunchTemplate.LaunchTemplateId LaunchTemplate.LaunchTemplateName LaunchTemplate.Version LaunchTemplateSpecification LifecycleHookSpecificationList LoadBalancerNames MaxInstanceLifetime MaxSize MetricsCollection MinSize MixedInstancesPolicy MixedInstancesPolicy.InstancesDistribution.DistributionSegments MixedInstancesPolicy.InstancesDistribution.OnDemandAllocationStrategy MixedInstancesPolicy.InstancesDistribution.OnDemandBaseCapacity MixedInstancesPolicy.InstancesDistribution.OnDemandPercentageAboveBaseCapacity MixedInstancesPolicy.InstancesDistribution.SpotAllocationStrategy MixedInstancesPolicy.InstancesDistribution.SpotInstancePools MixedInstancesPolicy.InstancesDistribution.SpotMaxPrice MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.Version MixedInstancesPolicy.LaunchTemplate.Overrides NewInstancesProtectedFromScaleIn NotificationConfiguration.NotificationTypes NotificationConfiguration.TopicARN NotificationConfigurations PlacementGroup ServiceLinkedRoleARN SkipZonalShiftValidation Tags TargetGroupARNs TerminationPolicies TrafficSources VPCZoneIdentifier
AWS::AutoScaling::LaunchConfiguration name
AWS::AutoScaling::LifecycleHook id
AWS::AutoScaling::ScalingPolicy arn=Arn Arn PolicyName
AWS::AutoScaling::ScheduledAction id ScheduledActionName
AWS::AutoScaling::WarmPool name
AWS::AutoScalingPlans::ScalingPlan arn=ScalingPlanArn Id ScalingPlanArn ScalingPlanName ScalingPlanVersion
AWS::B2BI::Capability id=CapabilityArn CapabilityArn CapabilityId CreatedAt ModifiedAt
AWS::B2BI::Partnership id=PartnershipArn CreatedAt ModifiedAt PartnershipArn PartnershipId TradingPartnerId
AWS::B2BI::Profile id=ProfileArn CreatedAt LogGroupName ModifiedAt ProfileArn ProfileId
AWS::B2BI::Transformer id=TransformerArn CreatedAt ModifiedAt TransformerArn TransformerId
AWS::BCM::Dashboard arn=Arn Arn CreatedAt Type UpdatedAt
AWS::BCM::ScheduledReport arn=Arn Arn CreatedAt HealthStatus UpdatedAt
AWS::BCMDataExports::Export arn=ExportArn Export.ExportArn ExportArn
AWS::Backup::BackupPlan id=BackupPlanArn BackupPlanArn BackupPlanId VersionId
AWS::Backup::BackupSelection id BackupPlanId BackupSelection.Conditions.StringEquals BackupSelection.Conditions.StringLike BackupSelection.Conditions.StringNotEquals BackupSelection.Conditions.StringNotLike BackupSelection.IamRoleArn BackupSelection.ListOfTags BackupSelection.NotResources BackupSelection.Resources BackupSelection.SelectionName Id SelectionId
AWS::Backup::BackupVault name=BackupVaultArn BackupVaultArn BackupVaultName EncryptionKeyArn LockConfiguration.ChangeableForDays LockConfiguration.MaxRetentionDays LockConfiguration.MinRetentionDays Notifications.BackupVaultEvents Notifications.SNSTopicArn
AWS::Backup::Framework arn=FrameworkArn CreationTime DeploymentStatus FrameworkArn FrameworkStatus
AWS::Backup::LegalHold arn=Arn Arn CreationDate LegalHoldId Status
AWS::Backup::LogicallyAirGappedBackupVault name BackupVaultArn BackupVaultName EncryptionKeyArn MaxRetentionDays MinRetentionDays MpaApprovalTeamArn Notifications.BackupVaultEvents Notifications.SNSTopicArn VaultState VaultType
AWS::Backup::ReportPlan arn=ReportPlanArn ReportPlanArn
AWS::Backup::RestoreTestingPlan name=RestoreTestingPlanArn RestoreTestingPlanArn
AWS::Backup::RestoreTestingSelection id
AWS::Backup::TieringConfiguration name=TieringConfigurationArn CreationTime LastUpdatedTime TieringConfigurationArn
AWS::BackupGateway::Hypervisor arn=HypervisorArn HypervisorArn
AWS::Batch::ComputeEnvironment arn=ComputeEnvironmentArn ComputeEnvironmentArn EksConfiguration.AccessEntry.Status
AWS::Batch::ConsumableResource arn=ConsumableResourceArn AvailableQuantity ConsumableResourceArn CreatedAt InUseQuantity
AWS::Batch::JobDefinition arn=JobDefinitionArn JobDefinitionArn
AWS::Batch::JobQueue arn=JobQueueArn JobQueueArn
AWS::Batch::QuotaShare arn=QuotaShareArn QuotaShareArn
AWS::Batch::SchedulingPolicy arn=Arn Arn
AWS::Batch::ServiceEnvironment arn=ServiceEnvironmentArn ServiceEnvironmentArn
AWS::BcmPricingCalculator::BillEstimate arn=Arn Arn BillInterval CostCategoryGroupSharingPreferenceArn CostCategoryGroupSharingPreferenceEffectiveDate CreatedAt GroupSharingPreference Id Status
AWS::BcmPricingCalculator::BillScenario arn=Arn Arn BillInterval CreatedAt FailureMessage Id Status
AWS::BcmPricingCalculator::WorkloadEstimate arn=Arn Arn CostCurrency CreatedAt FailureMessage Id RateTimestamp Status TotalCost
AWS::Bedrock::Agent id=AgentArn AgentArn AgentId AgentStatus AgentVersion CreatedAt FailureReasons PreparedAt RecommendedActions UpdatedAt
AWS::Bedrock::AgentAlias id=AgentAliasArn AgentAliasArn AgentAliasHistoryEvents AgentAliasId AgentAliasStatus CreatedAt UpdatedAt
AWS::Bedrock::ApplicationInferenceProfile id CreatedAt InferenceProfileArn InferenceProfileId InferenceProfileIdentifier Models Status Type UpdatedAt
AWS::Bedrock::AutomatedReasoningPolicy arn=PolicyArn CreatedAt DefinitionHash KmsKeyArn PolicyArn PolicyId UpdatedAt Version
AWS::Bedrock::AutomatedReasoningPolicyVersion id CreatedAt DefinitionHash Description Name PolicyId UpdatedAt Version
AWS::Bedrock::Blueprint arn=BlueprintArn BlueprintArn BlueprintStage CreationTime LastModifiedTime
AWS::Bedrock::DataAutomationLibrary arn=LibraryArn CreationTime EntityTypes LibraryArn Status
AWS::Bedrock::DataAutomationProject arn=ProjectArn CreationTime LastModifiedTime ProjectArn ProjectStage Status
AWS::Bedrock::DataSource id CreatedAt DataSourceConfiguration.WebConfiguration.CrawlerConfiguration.UserAgentHeader DataSourceId DataSourceStatus FailureReasons UpdatedAt
AWS::Bedrock::EnforcedGuardrailConfiguration id ConfigId CreatedAt CreatedBy GuardrailArn GuardrailId Owner UpdatedAt UpdatedBy
AWS::Bedrock::Flow arn=Arn Arn CreatedAt Id Status UpdatedAt Validations Version
AWS::Bedrock::FlowAlias id=Arn Arn CreatedAt FlowId Id UpdatedAt
AWS::Bedrock::FlowVersion id CreatedAt CustomerEncryptionKeyArn Definition ExecutionRoleArn FlowId Name Status Version
AWS::Bedrock::Guardrail arn=GuardrailArn CreatedAt FailureRecommendations GuardrailArn GuardrailId Status StatusReasons UpdatedAt Version
AWS::Bedrock::GuardrailVersion id GuardrailArn GuardrailId Version
AWS::Bedrock::IntelligentPromptRouter arn=PromptRouterArn CreatedAt PromptRouterArn Status Type UpdatedAt
AWS::Bedrock::KnowledgeBase id=KnowledgeBaseArn CreatedAt FailureReasons KnowledgeBaseArn KnowledgeBaseId Status UpdatedAt
AWS::Bedrock::KnowledgeBasePolicy id RevisionId
AWS::Bedrock::Prompt arn=Arn Arn CreatedAt Id UpdatedAt Version
AWS::Bedrock::PromptVersion arn=Arn Arn CreatedAt CustomerEncryptionKeyArn DefaultVariant Name PromptId UpdatedAt Variants Version
AWS::Bedrock::ResourcePolicy arn
AWS::Bedrock::RetrievalInstruction arn=Arn Arn CreatedAt LastTransitionStatus RetrievalInstructionId Status UpdatedAt
AWS::Bedrock::Session arn=SessionArn CreatedAt LastUpdatedAt SessionArn SessionId SessionStatus
AWS::BedrockAgentCore::ApiKeyCredentialProvider arn=CredentialProviderArn ApiKeySecretArn ApiKeySecretJsonKey CreatedTime CredentialProviderArn LastUpdatedTime
AWS::BedrockAgentCore::BrowserCustom id BrowserArn BrowserId CreatedAt FailureReason LastUpdatedAt Status
AWS::BedrockAgentCore::BrowserProfile id CreatedAt LastSavedAt LastSavedBrowserId LastSavedBrowserSessionId LastUpdatedAt ProfileArn ProfileId Status
AWS::BedrockAgentCore::CapacityProvider arn=Arn Arn CapacityProviderId CreatedAt LastUpdatedAt Status
AWS::BedrockAgentCore::CodeInterpreterCustom id CodeInterpreterArn CodeInterpreterId CreatedAt FailureReason LastUpdatedAt Status
AWS::BedrockAgentCore::ConfigurationBundle arn=BundleArn BundleArn BundleId CreatedAt LineageMetadata UpdatedAt VersionId
AWS::BedrockAgentCore::ConsentPortal arn=ConsentPortalArn ConsentPortalArn ConsentPortalId CreatedAt PortalUrl Status UpdatedAt
AWS::BedrockAgentCore::Dataset arn=DatasetArn CreatedAt DatasetArn DatasetId ExampleCount Status UpdatedAt
AWS::BedrockAgentCore::Evaluator arn=EvaluatorArn CreatedAt EvaluatorArn EvaluatorId EvaluatorType Provider Status UpdatedAt
AWS::BedrockAgentCore::Gateway id=GatewayArn CreatedAt GatewayArn GatewayIdentifier GatewayUrl Status StatusReasons UpdatedAt WebAclArn WorkloadIdentityDetails
AWS::BedrockAgentCore::GatewayRateLimit id CreatedAt Status UpdatedAt
AWS::BedrockAgentCore::GatewayRule id CreatedAt GatewayArn RuleId Status System UpdatedAt
AWS::BedrockAgentCore::GatewayTarget id AuthorizationData CreatedAt GatewayArn LastSynchronizedAt PrivateEndpointManagedResources ProtocolType Status StatusReasons TargetId UpdatedAt
AWS::BedrockAgentCore::Harness arn=Arn Arn CreatedAt Environment.AgentCoreRuntimeEnvironment.AgentRuntimeArn Environment.AgentCoreRuntimeEnvironment.AgentRuntimeId Environment.AgentCoreRuntimeEnvironment.AgentRuntimeName HarnessId Memory.ManagedMemoryConfiguration.Arn Status UpdatedAt Version
AWS::BedrockAgentCore::HarnessEndpoint arn=Arn Arn CreatedAt HarnessName LiveVersion Status UpdatedAt
AWS::BedrockAgentCore::Memory arn=MemoryArn CreatedAt FailureReason MemoryArn MemoryId Status UpdatedAt
AWS::BedrockAgentCore::OAuth2CredentialProvider arn=CredentialProviderArn CallbackUrl ClientSecretArn ClientSecretJsonKey ClientSecretSource CreatedTime CredentialProviderArn LastUpdatedTime Oauth2ProviderConfigOutput Status
AWS::BedrockAgentCore::OnlineEvaluationConfig arn=OnlineEvaluationConfigArn CreatedAt OnlineEvaluationConfigArn OnlineEvaluationConfigId OutputConfig Status UpdatedAt
AWS::BedrockAgentCore::PaymentConnector arn=PaymentConnectorArn AuthorizationUrl ConnectorCreatedAt ConnectorLastUpdatedAt ConnectorStatus PaymentConnectorArn PaymentConnectorId
AWS::BedrockAgentCore::PaymentCredentialProvider arn=CredentialProviderArn CreatedTime CredentialProviderArn LastUpdatedTime ProviderConfigurationOutput
AWS::BedrockAgentCore::PaymentManager arn=PaymentManagerArn CreatedAt LastUpdatedAt PaymentManagerArn PaymentManagerId Status WorkloadIdentityDetails
AWS::BedrockAgentCore::Policy arn=PolicyArn CreatedAt PolicyArn PolicyId Status StatusReasons UpdatedAt
AWS::BedrockAgentCore::PolicyEngine arn=PolicyEngineArn CreatedAt PolicyEngineArn PolicyEngineId Status StatusReasons UpdatedAt
AWS::BedrockAgentCore::ResourcePolicy arn
AWS::BedrockAgentCore::Runtime id AgentRuntimeArn AgentRuntimeId AgentRuntimeVersion CreatedAt FailureReason LastUpdatedAt Status WorkloadIdentityDetails
AWS::BedrockAgentCore::RuntimeEndpoint arn=AgentRuntimeEndpointArn AgentRuntimeArn AgentRuntimeEndpointArn CreatedAt FailureReason Id LastUpdatedAt LiveVersion Status TargetVersion
AWS::BedrockAgentCore::WorkloadIdentity name=WorkloadIdentityArn CreatedTime LastUpdatedTime WorkloadIdentityArn
AWS::BedrockMantle::Project arn=Arn Arn CreatedAt Id
AWS::Billing::BillingView arn=Arn Arn BillingViewType CreatedAt OwnerAccountId UpdatedAt
AWS::BillingConductor::BillingGroup arn=Arn Arn CreationTime LastModifiedTime Size Status StatusReason
AWS::BillingConductor::CustomLineItem arn=Arn Arn AssociationSize CreationTime CurrencyCode LastModifiedTime ProductCode
AWS::BillingConductor::PricingPlan arn=Arn Arn CreationTime LastModifiedTime Size
AWS::BillingConductor::PricingRule arn=Arn Arn AssociatedPricingPlanCount CreationTime LastModifiedTime
AWS::Braket::SpendingLimit arn=SpendingLimitArn CreatedAt QueuedSpend SpendingLimitArn TotalSpend UpdatedAt
AWS::Budgets::Budget id Id
AWS::Budgets::BudgetsAction id ActionId
AWS::CDK::Metadata id Id
AWS::CE::AnomalyMonitor arn=MonitorArn CreationDate DimensionalValueCount LastEvaluatedDate LastUpdatedDate MonitorArn
AWS::CE::AnomalySubscription arn=SubscriptionArn AccountId SubscriptionArn
AWS::CE::CostCategory arn=Arn Arn EffectiveStart
AWS::CUR::ReportDefinition name
AWS::Cases::Case arn=Arn Arn CaseId
AWS::Cases::CaseRule arn=CaseRuleArn CaseRuleArn CaseRuleId CreatedTime LastModifiedTime
AWS::Cases::Domain arn=DomainArn CreatedTime DomainArn DomainId DomainStatus
AWS::Cases::Field arn=FieldArn CreatedTime FieldArn FieldId LastModifiedTime Namespace
AWS::Cases::Layout arn=LayoutArn CreatedTime LastModifiedTime LayoutArn LayoutId
AWS::Cases::RelatedItem arn=RelatedItemArn RelatedItemArn RelatedItemId
AWS::Cases::Template arn=TemplateArn CreatedTime LastModifiedTime TemplateArn TemplateId
AWS::Cassandra::Keyspace name
AWS::Cassandra::Table id
AWS::Cassandra::Type id DirectParentTypes DirectReferringTables KeyspaceArn LastModifiedTimestamp MaxNestingDepth
AWS::CertificateManager::Account id AccountId
AWS::CertificateManager::AcmeDomainValidation arn=Arn Arn
AWS::CertificateManager::AcmeEndpoint arn=AcmeEndpointArn AcmeEndpointArn EndpointUrl
AWS::CertificateManager::AcmeExternalAccountBinding arn=AcmeExternalAccountBindingArn AcmeExternalAccountBindingArn
AWS::CertificateManager::Certificate arn=CertificateArn CertificateArn
AWS::Chatbot::CustomAction arn=CustomActionArn CustomActionArn
AWS::Chatbot::MicrosoftTeamsChannelConfiguration arn=Arn Arn
AWS::Chatbot::SlackChannelConfiguration arn=Arn Arn
AWS::Chime::AppInstance arn=AppInstanceArn AppInstanceArn CreatedTimestamp LastUpdatedTimestamp
AWS::Chime::AppInstanceBot arn=AppInstanceBotArn AppInstanceBotArn CreatedTimestamp LastUpdatedTimestamp
AWS::Chime::AppInstanceUser arn=AppInstanceUserArn AppInstanceUserArn
AWS::Chime::Channel id=Arn Arn ChannelFlowArn CreatedBy CreatedTimestamp LastMessageTimestamp LastUpdatedTimestamp
AWS::Chime::ChannelFlow arn=Arn AppInstanceId Arn ChannelFlowId CreatedTimestamp LastUpdatedTimestamp
AWS::Chime::MediaInsightsPipelineConfiguration arn=MediaInsightsPipelineConfigurationArn CreatedTimestamp MediaInsightsPipelineConfigurationArn MediaInsightsPipelineConfigurationId UpdatedTimestamp
AWS::Chime::MediaPipelineKinesisVideoStreamPool arn=Arn Arn CreatedTimestamp PoolId PoolStatus UpdatedTimestamp
AWS::Chime::SipMediaApplication arn=SipMediaApplicationArn CreatedTimestamp SipMediaApplicationArn SipMediaApplicationId UpdatedTimestamp
AWS::Chime::VoiceConnector arn=VoiceConnectorArn CreatedTimestamp OutboundHostName UpdatedTimestamp VoiceConnectorArn VoiceConnectorId
AWS::CleanRooms::AnalysisTemplate id=Arn AnalysisTemplateIdentifier Arn CollaborationArn CollaborationIdentifier MembershipArn Schema Schema.ReferencedTables
AWS::CleanRooms::Collaboration id=Arn Arn CollaborationIdentifier
AWS::CleanRooms::ConfiguredTable id=Arn Arn ConfiguredTableIdentifier
AWS::CleanRooms::ConfiguredTableAssociation id=Arn Arn ConfiguredTableAssociationIdentifier
AWS::CleanRooms::IdMappingTable id=Arn Arn CollaborationArn CollaborationIdentifier IdMappingTableIdentifier InputReferenceProperties MembershipArn
AWS::CleanRooms::IdNamespaceAssociation id=Arn Arn CollaborationArn CollaborationIdentifier IdNamespaceAssociationIdentifier InputReferenceProperties MembershipArn
AWS::CleanRooms::IntermediateTable id=Arn Arn CollaborationArn CollaborationIdentifier IntermediateTableIdentifier MembershipArn Status
AWS::CleanRooms::Membership id=Arn Arn CollaborationArn CollaborationCreatorAccountId MembershipIdentifier
AWS::CleanRooms::PrivacyBudgetTemplate id=Arn Arn CollaborationArn CollaborationIdentifier MembershipArn PrivacyBudgetTemplateIdentifier
AWS::CleanRoomsML::ConfiguredModelAlgorithm arn=ConfiguredModelAlgorithmArn ConfiguredModelAlgorithmArn
AWS::CleanRoomsML::ConfiguredModelAlgorithmAssociation arn=ConfiguredModelAlgorithmAssociationArn CollaborationIdentifier ConfiguredModelAlgorithmAssociationArn
AWS::CleanRoomsML::TrainingDataset arn=TrainingDatasetArn Status TrainingDatasetArn
AWS::Cloud9::EnvironmentEC2 id=Arn Arn EnvironmentId Id Name
AWS::CloudFormation::ChangeSet arn ChangeSetId CreationTime StackId
AWS::CloudFormation::GeneratedTemplate arn CreationTime GeneratedTemplateId LastUpdatedTime Progress Status TotalWarnings
AWS::CloudFormation::GuardHook arn=HookArn HookArn
AWS::CloudFormation::HookDefaultVersion arn=Arn Arn
AWS::CloudFormation::HookTypeConfig arn=ConfigurationArn ConfigurationArn
AWS::CloudFormation::HookVersion arn=Arn Arn IsDefaultVersion TypeArn VersionId Visibility
AWS::CloudFormation::LambdaHook arn=HookArn HookArn
AWS::CloudFormation::Macro id Id
AWS::CloudFormation::ModuleDefaultVersion arn
AWS::CloudFormation::ModuleVersion arn=Arn Arn Description DocumentationUrl IsDefaultVersion Schema TimeCreated VersionId Visibility
AWS::CloudFormation::PublicTypeVersion arn=PublicTypeArn PublicTypeArn PublisherId TypeVersionArn
AWS::CloudFormation::Publisher id IdentityProvider PublisherId PublisherProfile PublisherStatus
AWS::CloudFormation::ResourceDefaultVersion arn=Arn Arn
AWS::CloudFormation::ResourceVersion arn=Arn Arn IsDefaultVersion ProvisioningType TypeArn VersionId Visibility
AWS::CloudFormation::Stack arn ChangeSetId CreationTime LastUpdateTime Outputs ParentId RootId StackId StackStatus
AWS::CloudFormation::StackSet id StackSetId
AWS::CloudFormation::TypeActivation arn=Arn Arn
AWS::CloudFormation::WaitCondition id Data Id
AWS::CloudFormation::WaitConditionHandle id Id
AWS::CloudFront::AnycastIpList id AnycastIpList ETag Id IpamCidrConfigResults
AWS::CloudFront::CachePolicy id Id LastModifiedTime
AWS::CloudFront::CloudFrontOriginAccessIdentity id Id S3CanonicalUserId
AWS::CloudFront::ConnectionFunction id=ConnectionFunctionArn ConnectionFunctionArn CreatedTime ETag Id LastModifiedTime Stage Status
AWS::CloudFront::ConnectionGroup id=Arn Arn CreatedTime ETag Id IsDefault LastModifiedTime RoutingEndpoint Status
AWS::CloudFront::ContinuousDeploymentPolicy id Id LastModifiedTime
AWS::CloudFront::Distribution id DomainName Id
AWS::CloudFront::DistributionTenant id=Arn Arn CreatedTime DomainResults ETag Id LastModifiedTime Status
AWS::CloudFront::FieldLevelEncryptionConfig arn=Arn Arn Id LastModifiedTime
AWS::CloudFront::FieldLevelEncryptionProfile arn=Arn Arn Id LastModifiedTime
AWS::CloudFront::Function arn=FunctionARN FunctionARN FunctionMetadata.FunctionARN Stage
AWS::CloudFront::KeyGroup id Id LastModifiedTime
AWS::CloudFront::KeyValueStore name=Arn Arn Id Status
AWS::CloudFront::MonitoringSubscription id
AWS::CloudFront::OriginAccessControl id Id
AWS::CloudFront::OriginRequestPolicy id Id LastModifiedTime
AWS::CloudFront::PublicKey id CreatedTime Id
AWS::CloudFront::RealtimeLogConfig arn=Arn Arn
AWS::CloudFront::ResponseHeadersPolicy id Id LastModifiedTime
AWS::CloudFront::StreamingDistribution id DomainName Id
AWS::CloudFront::TrustStore id=Arn Arn ETag Id LastModifiedTime NumberOfCaCertificates Status
AWS::CloudFront::VpcOrigin id=Arn AccountId Arn CreatedTime Id LastModifiedTime Status
AWS::CloudHSM::Cluster arn=Arn Arn BackupPolicy ClusterId SecurityGroup State SubnetMapping VpcId
AWS::CloudTrail::Channel arn=ChannelArn ChannelArn
AWS::CloudTrail::Dashboard arn=DashboardArn CreatedTimestamp DashboardArn Status Type UpdatedTimestamp
AWS::CloudTrail::EventDataStore arn=EventDataStoreArn CreatedTimestamp EventDataStoreArn Status UpdatedTimestamp
AWS::CloudTrail::ResourcePolicy arn
AWS::CloudTrail::Trail name=Arn Arn SnsTopicArn
AWS::CloudWatch::Alarm name=Arn Arn
AWS::CloudWatch::AlarmMuteRule arn=Arn Arn LastUpdatedTimestamp MuteType Status
AWS::CloudWatch::AnomalyDetector id Id
AWS::CloudWatch::CompositeAlarm name=Arn Arn
AWS::CloudWatch::Dashboard name
AWS::CloudWatch::InsightRule arn=Arn Arn RuleName
AWS::CloudWatch::Integration arn=IntegrationArn CreatedAt IntegrationArn IntegrationId Status UpdatedAt
AWS::CloudWatch::LogAlarm name=Arn Arn
AWS::CloudWatch::MetricStream name=Arn Arn CreationDate LastUpdateDate State
AWS::CloudWatch::OTelEnrichment id AccountId Status
AWS::CloudWatch::ResourceMetricsConfiguration arn CreatedAt UpdatedAt
AWS::CloudWatch::View name=Arn Arn CreatedAt Type UpdatedAt
AWS::CodeArtifact::Domain arn=Arn Arn DomainName EncryptionKey Name Owner Tags
AWS::CodeArtifact::PackageGroup arn=Arn Arn
AWS::CodeArtifact::Repository arn=Arn Arn Description DomainName DomainOwner ExternalConnections Name RepositoryName Tags Upstreams
AWS::CodeBuild::Fleet arn=Arn Arn
AWS::CodeBuild::Project name=Arn Arn Id
AWS::CodeBuild::ReportGroup arn=Arn Arn Id
AWS::CodeBuild::SourceCredential arn=Arn Arn
AWS::CodeCommit::Repository id=Arn Arn CloneUrlHttp CloneUrlSsh Name RepositoryId
AWS::CodeConnections::Connection arn=ConnectionArn ConnectionArn ConnectionStatus OwnerAccountId
AWS::CodeConnections::Host arn=HostArn HostArn HostId Status
AWS::CodeDeploy::Application name
AWS::CodeDeploy::DeploymentConfig name
AWS::CodeDeploy::DeploymentGroup name
AWS::CodeGuruProfiler::ProfilingGroup name=Arn Arn
AWS::CodeGuruReviewer::RepositoryAssociation arn=AssociationArn AssociationArn
AWS::CodePipeline::CustomActionType id Id
AWS::CodePipeline::Pipeline name=Arn Arn Version
AWS::CodePipeline::Webhook name Id Url
AWS::CodeStar::GitHubRepository id Id
AWS::CodeStarConnections::Connection arn=ConnectionArn ConnectionArn ConnectionStatus OwnerAccountId
AWS::CodeStarConnections::RepositoryLink arn=RepositoryLinkArn ProviderType RepositoryLinkArn RepositoryLinkId
AWS::CodeStarConnections::SyncConfiguration id OwnerId ProviderType RepositoryName
AWS::CodeStarNotifications::NotificationRule arn=Arn Arn
AWS::Cognito::IdentityPool id Id Name
AWS::Cognito::IdentityPoolPrincipalTag id
AWS::Cognito::IdentityPoolRoleAttachment id Id
AWS::Cognito::LogDeliveryConfiguration id Id
AWS::Cognito::ManagedLoginBranding id ManagedLoginBrandingId
AWS::Cognito::Terms id TermsId
AWS::Cognito::UserPool id=Arn Arn ProviderName ProviderURL UserPoolId
AWS::Cognito::UserPoolClient id ClientId ClientSecret Name
AWS::Cognito::UserPoolDomain id CloudFrontDistribution
AWS::Cognito::UserPoolGroup name
AWS::Cognito::UserPoolIdentityProvider name
AWS::Cognito::UserPoolRegionalConfigurationAttachment id
AWS::Cognito::UserPoolReplica id
AWS::Cognito::UserPoolResourceServer id
AWS::Cognito::UserPoolRiskConfigurationAttachment id
AWS::Cognito::UserPoolUICustomizationAttachment id
AWS::Cognito::UserPoolUser id
AWS::Cognito::UserPoolUserToGroupAttachment id
AWS::Comprehend::DocumentClassifier arn=Arn Arn
AWS::Comprehend::DocumentClassifierEndpoint arn=Arn Arn CreationTime CurrentInferenceUnits LastModifiedTime
AWS::Comprehend::EntityRecognizer arn=Arn Arn
AWS::Comprehend::EntityRecognizerEndpoint arn=Arn Arn CreationTime CurrentInferenceUnits EndpointStatus LastModifiedTime
AWS::Comprehend::Flywheel arn=Arn Arn
AWS::ComputeOptimizer::AutomationRule arn=RuleArn AccountId CreatedTimestamp LastUpdatedTimestamp RuleArn RuleId RuleRevision
AWS::Config::AggregationAuthorization arn=AggregationAuthorizationArn AggregationAuthorizationArn
AWS::Config::ConfigRule name=Arn Arn Compliance.Type ConfigRuleId
AWS::Config::ConfigurationAggregator name=ConfigurationAggregatorArn ConfigurationAggregatorArn
AWS::Config::ConfigurationRecorder name Id ResourceARN
AWS::Config::ConformancePack name=ConformancePackArn ConformancePackArn
AWS::Config::Connector arn=Arn Arn CreatedTime Name
AWS::Config::DeliveryChannel name
AWS::Config::OrganizationConfigRule name=OrganizationConfigRuleArn Id OrganizationConfigRuleArn
AWS::Config::OrganizationConformancePack name=OrganizationConformancePackArn OrganizationConformancePackArn
AWS::Config::RemediationConfiguration name
AWS::Config::StoredQuery name QueryArn QueryId
AWS::Connect::AgentStatus arn=AgentStatusArn AgentStatusArn LastModifiedRegion LastModifiedTime
AWS::Connect::ApprovedOrigin id
AWS::Connect::ContactFlow arn=ContactFlowArn ContactFlowArn
AWS::Connect::ContactFlowModule arn=ContactFlowModuleArn ContactFlowModuleArn Status
AWS::Connect::ContactFlowModuleAlias arn=ContactFlowModuleAliasARN AliasId ContactFlowModuleAliasARN
AWS::Connect::ContactFlowModuleVersion arn=ContactFlowModuleVersionARN ContactFlowModuleVersionARN FlowModuleContentSha256 Version
AWS::Connect::ContactFlowVersion arn=ContactFlowVersionARN ContactFlowVersionARN FlowContentSha256 Version
AWS::Connect::DataLakeAssociation id ResourceShareArn ResourceShareId
AWS::Connect::DataTable id=Arn Arn CreatedTime LastModifiedRegion LastModifiedTime LockVersion
AWS::Connect::DataTableAttribute id AttributeId LastModifiedRegion LastModifiedTime LockVersion
AWS::Connect::DataTableRecord id RecordId
AWS::Connect::EmailAddress arn=EmailAddressArn EmailAddressArn
AWS::Connect::EvaluationForm arn=EvaluationFormArn EvaluationFormArn
AWS::Connect::HoursOfOperation arn=HoursOfOperationArn HoursOfOperationArn
AWS::Connect::Instance arn=Arn Arn CreatedTime Id InstanceStatus ServiceRole
AWS::Connect::InstanceStorageConfig id AssociationId
AWS::Connect::IntegrationAssociation id IntegrationAssociationId
AWS::Connect::Metric arn=MetricArn Category CreatedTime CreatedUser CreationMethod EffectiveTime Filters Groupings LastModifiedRegion LastModifiedTime LastModifiedUser MetricArn PrimaryEventSource PrimaryEventSourceEffectiveTimestampType RefreshRate SupportedStats SupportsCustomCalculation SupportsPreaggregateCalculation Type
AWS::Connect::Notification arn=Arn Arn CreatedAt Id
AWS::Connect::PhoneNumber arn=PhoneNumberArn Address PhoneNumberArn
AWS::Connect::PredefinedAttribute id LastModifiedRegion LastModifiedTime
AWS::Connect::Prompt arn=PromptArn PromptArn
AWS::Connect::Queue arn=QueueArn LastModifiedRegion LastModifiedTime QueueArn Type
AWS::Connect::QuickConnect arn=QuickConnectArn QuickConnectArn QuickConnectType
AWS::Connect::RoutingProfile arn=RoutingProfileArn RoutingProfileArn
AWS::Connect::Rule arn=RuleArn RuleArn
AWS::Connect::SecurityKey id AssociationId
AWS::Connect::SecurityProfile arn=SecurityProfileArn LastModifiedRegion LastModifiedTime SecurityProfileArn
AWS::Connect::TaskTemplate arn=Arn Arn
AWS::Connect::TestCase arn=TestCaseArn LastModifiedRegion LastModifiedTime TestCaseArn
AWS::Connect::TrafficDistributionGroup arn=TrafficDistributionGroupArn IsDefault Status TrafficDistributionGroupArn
AWS::Connect::UseCase id=UseCaseArn UseCaseArn UseCaseId
AWS::Connect::User arn=UserArn UserArn
AWS::Connect::UserHierarchyGroup arn=UserHierarchyGroupArn UserHierarchyGroupArn
AWS::Connect::UserHierarchyStructure arn=UserHierarchyStructureArn UserHierarchyStructureArn
AWS::Connect::View arn=ViewArn ViewArn ViewContentSha256 ViewId
AWS::Connect::ViewVersion arn=ViewVersionArn Version ViewVersionArn
AWS::Connect::Vocabulary arn=Arn Arn LastModifiedTime State VocabularyId
AWS::Connect::Workspace arn=Arn Arn Id
AWS::ConnectCampaigns::Campaign arn=Arn Arn
AWS::ConnectCampaignsV2::Campaign arn=Arn Arn
AWS::ControlTower::EnabledBaseline arn EnabledBaselineIdentifier
AWS::ControlTower::EnabledControl id
AWS::ControlTower::LandingZone id=Arn Arn DriftStatus LandingZoneIdentifier LatestAvailableVersion Status
AWS::CustomerProfiles::CalculatedAttributeDefinition id CreatedAt LastUpdatedAt Readiness Status
AWS::CustomerProfiles::Domain name CreatedAt DataStore.Readiness LastUpdatedAt RuleBasedMatching.Status Stats
AWS::CustomerProfiles::DomainObjectType id CreatedAt LastUpdatedAt
AWS::CustomerProfiles::EventStream id=EventStreamArn CreatedAt DestinationDetails DestinationDetails.Status DestinationDetails.Uri EventStreamArn State
AWS::CustomerProfiles::EventTrigger id CreatedAt LastUpdatedAt
AWS::CustomerProfiles::Integration id CreatedAt LastUpdatedAt
AWS::CustomerProfiles::ObjectType id CreatedAt LastUpdatedAt MaxAvailableProfileObjectCount
AWS::CustomerProfiles::Recommender id=RecommenderArn CreatedAt FailureReason LastUpdatedAt LatestRecommenderUpdate RecommenderArn Status TrainingMetrics
AWS::CustomerProfiles::RecommenderFilter arn=RecommenderFilterArn CreatedAt RecommenderFilterArn Status
AWS::CustomerProfiles::RecommenderSchema arn=Arn Arn CreatedAt Status
AWS::CustomerProfiles::SegmentDefinition id=SegmentDefinitionArn CreatedAt SegmentDefinitionArn SegmentType
AWS::DAX::Cluster name=Arn Arn ClusterDiscoveryEndpoint ClusterDiscoveryEndpointURL Id
AWS::DAX::ParameterGroup name
AWS::DAX::SubnetGroup name Id
AWS::DLM::LifecyclePolicy id=Arn Arn PolicyId
AWS::DMS::Certificate arn=CertificateArn CertificateArn
AWS::DMS::DataMigration arn=DataMigrationArn DataMigrationArn DataMigrationCreateTime
AWS::DMS::DataProvider arn=DataProviderArn DataProviderArn DataProviderCreationTime
AWS::DMS::Endpoint arn=EndpointArn EndpointArn ExternalId
AWS::DMS::EventSubscription name
AWS::DMS::InstanceProfile arn=InstanceProfileArn InstanceProfileArn InstanceProfileCreationTime
AWS::DMS::MigrationProject arn=MigrationProjectArn InstanceProfileArn InstanceProfileName MigrationProjectArn MigrationProjectCreationTime
AWS::DMS::ReplicationConfig arn=ReplicationConfigArn ReplicationConfigArn
AWS::DMS::ReplicationInstance arn Id ReplicationInstancePrivateIpAddresses ReplicationInstancePublicIpAddresses
AWS::DMS::ReplicationSubnetGroup id
AWS::DMS::ReplicationTask arn=ReplicationTaskArn ReplicationTaskArn
AWS::DRS::LaunchConfigurationTemplate arn=Arn Arn LaunchConfigurationTemplateID
AWS::DRS::RecoveryPlan arn=Arn Arn CreatedAt RecoveryPlanID Status UpdatedAt
AWS::DRS::ReplicationConfigurationTemplate arn=Arn Arn ReplicationConfigurationTemplateID
AWS::DRS::SourceNetwork arn=Arn Arn SourceNetworkID
AWS::DSQL::Cluster id CreationTime EncryptionDetails Endpoint Identifier PolicyVersion ResourceArn Status VpcEndpoint VpcEndpointServiceName
AWS::DataBrew::Dataset name
AWS::DataBrew::Job name
AWS::DataBrew::Project name
AWS::DataBrew::Recipe name
AWS::DataBrew::Ruleset name
AWS::DataBrew::Schedule name
AWS::DataExchange::DataSet arn=Arn Arn CreatedAt Id Origin UpdatedAt
AWS::DataExchange::EventAction arn=Arn Arn CreatedAt EventActionId UpdatedAt
AWS::DataPipeline::Pipeline id Id PipelineId
AWS::DataSync::Agent arn=AgentArn AgentArn EndpointType
AWS::DataSync::LocationAzureBlob arn=LocationArn CmkSecretConfig.SecretArn LocationArn LocationUri ManagedSecretConfig
AWS::DataSync::LocationEFS arn=LocationArn LocationArn LocationUri
AWS::DataSync::LocationFSxLustre arn=LocationArn LocationArn LocationUri
AWS::DataSync::LocationFSxONTAP arn=LocationArn FsxFilesystemArn LocationArn LocationUri Protocol.SMB.CmkSecretConfig.SecretArn Protocol.SMB.ManagedSecretConfig
AWS::DataSync::LocationFSxOpenZFS arn=LocationArn LocationArn LocationUri
AWS::DataSync::LocationFSxWindows arn=LocationArn CmkSecretConfig.SecretArn LocationArn LocationUri ManagedSecretConfig
AWS::DataSync::LocationHDFS arn=LocationArn CmkSecretConfig.SecretArn LocationArn LocationUri ManagedSecretConfig
AWS::DataSync::LocationNFS arn=LocationArn LocationArn LocationUri
AWS::DataSync::LocationObjectStorage arn=LocationArn CmkSecretConfig.SecretArn LocationArn LocationUri ManagedSecretConfig
AWS::DataSync::LocationS3 arn=LocationArn LocationArn LocationUri
AWS::DataSync::LocationSMB arn=LocationArn CmkSecretConfig.SecretArn LocationArn LocationUri ManagedSecretConfig
AWS::DataSync::Task arn=TaskArn DestinationNetworkInterfaceArns SourceNetworkInterfaceArns Status TaskArn
AWS::DataZone::Connection id ConnectionId DomainId DomainUnitId EnvironmentId EnvironmentUserRole ProjectId Type
AWS::DataZone::DataSource id ConnectionId CreatedAt DomainId EnvironmentId Id LastRunAssetCount LastRunAt LastRunStatus ProjectId Status UpdatedAt
AWS::DataZone::Domain id=Arn Arn CreatedAt Id LastUpdatedAt ManagedAccountId PortalUrl RootDomainUnitId Status
AWS::DataZone::DomainUnit id CreatedAt DomainId Id Identifier LastUpdatedAt ParentDomainUnitId
AWS::DataZone::Environment id AwsAccountId AwsAccountRegion CreatedAt CreatedBy DomainId EnvironmentBlueprintId EnvironmentProfileId Id ProjectId Provider Status UpdatedAt
AWS::DataZone::EnvironmentActions id DomainId EnvironmentId Id
AWS::DataZone::EnvironmentBlueprintConfiguration id CreatedAt DomainId EnvironmentBlueprintId UpdatedAt
AWS::DataZone::EnvironmentProfile id CreatedAt CreatedBy DomainId EnvironmentBlueprintId Id ProjectId UpdatedAt
AWS::DataZone::FormType id CreatedAt CreatedBy DomainId FormTypeIdentifier OwningProjectId Revision
AWS::DataZone::GroupProfile id DomainId GroupName Id RolePrincipalId
AWS::DataZone::Owner id OwnerIdentifier OwnerType
AWS::DataZone::PolicyGrant id CreatedAt CreatedBy GrantId
AWS::DataZone::Project id CreatedAt CreatedBy DomainId Id LastUpdatedAt ProjectStatus
AWS::DataZone::ProjectMembership id MemberIdentifier MemberIdentifierType
AWS::DataZone::ProjectProfile id CreatedAt CreatedBy DomainId DomainUnitId Id Identifier LastUpdatedAt
AWS::DataZone::SubscriptionTarget id CreatedAt CreatedBy DomainId EnvironmentId Id ProjectId UpdatedAt UpdatedBy
AWS::DataZone::UserProfile id Details DomainId Id Type
AWS::Deadline::Budget arn=Arn Arn BudgetId Status
AWS::Deadline::Farm arn=Arn Arn FarmId
AWS::Deadline::Fleet arn=Arn Arn Capabilities FleetId Status StatusMessage WorkerCount
AWS::Deadline::LicenseEndpoint arn=Arn Arn DnsName LicenseEndpointId Status StatusMessage
AWS::Deadline::Limit id CurrentCount LimitId
AWS::Deadline::MeteredProduct arn=Arn Arn Family Port Vendor
AWS::Deadline::Monitor arn=Arn Arn IdentityCenterApplicationArn MonitorId Url
AWS::Deadline::Queue arn=Arn Arn QueueId
AWS::Deadline::QueueEnvironment id Name QueueEnvironmentId
AWS::Deadline::QueueFleetAssociation id
AWS::Deadline::QueueLimitAssociation id
AWS::Deadline::StorageProfile id StorageProfileId
AWS::Deadline::Worker arn=Arn Arn CreatedAt CreatedBy Status WorkerId
AWS::Detective::Graph arn=Arn Arn
AWS::Detective::MemberInvitation id
AWS::Detective::OrganizationAdmin id GraphArn
AWS::DevOpsAgent::AgentSpace id=Arn AgentSpaceId Arn CreatedAt OperatorApp.Iam.CreatedAt OperatorApp.Iam.UpdatedAt OperatorApp.Idc.CreatedAt OperatorApp.Idc.IdcApplicationArn OperatorApp.Idc.UpdatedAt OperatorApp.Idp.CreatedAt OperatorApp.Idp.UpdatedAt OperatorApp.Idp.UserIdClaim UpdatedAt
AWS::DevOpsAgent::Asset id=Arn Arn AssetId CreatedAt UpdatedAt Version
AWS::DevOpsAgent::Association id AssociationId CreatedAt UpdatedAt
AWS::DevOpsAgent::PrivateConnection name=Arn Arn CertificateExpiryTime Status
AWS::DevOpsAgent::Service id=Arn AccessibleResources AdditionalServiceDetails Arn ServiceId
AWS::DevOpsAgent::Trigger id=Arn Arn CreatedAt TriggerId UpdatedAt
AWS::DevOpsGuru::LogAnomalyDetectionIntegration id AccountId
AWS::DevOpsGuru::NotificationChannel id Id
AWS::DevOpsGuru::ResourceCollection id ResourceCollectionType
AWS::DeviceFarm::DevicePool arn=Arn Arn
AWS::DeviceFarm::InstanceProfile arn=Arn Arn
AWS::DeviceFarm::NetworkProfile arn=Arn Arn
AWS::DeviceFarm::Project arn=Arn Arn
AWS::DeviceFarm::TestGridProject arn=Arn Arn
AWS::DeviceFarm::Upload arn=Arn Arn Category Created Status
AWS::DeviceFarm::VPCEConfiguration arn=Arn Arn
AWS::DirectConnect::Connection arn=ConnectionArn ConnectionArn ConnectionId ConnectionState
AWS::DirectConnect::DirectConnectGateway arn=DirectConnectGatewayArn DirectConnectGatewayArn DirectConnectGatewayId
AWS::DirectConnect::DirectConnectGatewayAssociation id AssociationId
AWS::DirectConnect::Lag arn=LagArn LagArn LagId LagState
AWS::DirectConnect::PrivateVirtualInterface arn=VirtualInterfaceArn VirtualInterfaceArn VirtualInterfaceId
AWS::DirectConnect::PublicVirtualInterface arn=VirtualInterfaceArn VirtualInterfaceArn VirtualInterfaceId
AWS::DirectConnect::TransitVirtualInterface arn=VirtualInterfaceArn VirtualInterfaceArn VirtualInterfaceId
AWS::DirectoryService::MicrosoftAD id Alias DirectoryId DnsIpAddresses Id
AWS::DirectoryService::SimpleAD id Alias DirectoryId DnsIpAddresses Id
AWS::DocDB::DBCluster id ClusterResourceId Endpoint Id Port ReadEndpoint
AWS::DocDB::DBClusterParameterGroup name
AWS::DocDB::DBInstance id Endpoint Id Port
AWS::DocDB::DBSubnetGroup name
AWS::DocDB::EventSubscription name
AWS::DocDB::GlobalCluster id=GlobalClusterArn GlobalClusterArn GlobalClusterResourceId
AWS::DocDBElastic::Cluster arn=ClusterArn ClusterArn ClusterEndpoint
AWS::DocDBElastic::ClusterSnapshot arn=SnapshotArn AdminUserName ClusterCreationTime KmsKeyId SnapshotArn SnapshotCreationTime SnapshotType Status SubnetIds VpcSecurityGroupIds
AWS::DynamoDB::Backup id=BackupArn BackupArn BackupCreationDateTime BackupId BackupSizeBytes BackupStatus BackupType
AWS::DynamoDB::GlobalTable name=Arn Arn StreamArn TableId
AWS::DynamoDB::Table name=Arn Arn StreamArn
AWS::EC2::ApplicationStatusCheck arn=Arn ApplicationStatusCheckId Arn CreationTime
AWS::EC2::CapacityManagerDataExport id CapacityManagerDataExportId
AWS::EC2::CapacityReservation id=CapacityReservationArn AvailabilityZone AvailabilityZoneId AvailableInstanceCount CapacityAllocationSet CapacityReservationArn CapacityReservationFleetId CommitmentInfo CommitmentInfo.CommitmentEndDate CommitmentInfo.CommittedInstanceCount CreateDate DeliveryPreference EbsOptimized EndDate EndDateType EphemeralStorage Id InstanceCount InstanceMatchCriteria InstancePlatform InstanceType OutPostArn OwnerId PlacementGroupArn ReservationType StartDate State TagSpecifications Tenancy TotalInstanceCount UnusedReservationBillingOwnerId
AWS::EC2::CapacityReservationFleet id CapacityReservationFleetId
AWS::EC2::CarrierGateway id CarrierGatewayId OwnerId State
AWS::EC2::ClientVpnAuthorizationRule id Id
AWS::EC2::ClientVpnEndpoint id Id
AWS::EC2::ClientVpnRoute id Id
AWS::EC2::ClientVpnTargetNetworkAssociation id Id
AWS::EC2::CustomerGateway id CustomerGatewayId
AWS::EC2::DHCPOptions id DhcpOptionsId
AWS::EC2::EC2Fleet id FleetId
AWS::EC2::EIP id AllocationId PublicIp
AWS::EC2::EIPAssociation id Id
AWS::EC2::EgressOnlyInternetGateway id Id
AWS::EC2::EnclaveCertificateIamRoleAssociation id CertificateS3BucketName CertificateS3ObjectKey EncryptionKmsKeyId
AWS::EC2::FlowLog id Id
AWS::EC2::FpgaImage arn=Arn Arn CreateTime DataRetentionSupport FpgaImageGlobalId FpgaImageId OwnerId Public State UpdateTime
AWS::EC2::GatewayRouteTableAssociation id AssociationId
AWS::EC2::Host id HostId
AWS::EC2::IPAM id=Arn Arn DefaultResourceDiscoveryAssociationId DefaultResourceDiscoveryId IpamId PrivateDefaultScopeId PublicDefaultScopeId ResourceDiscoveryAssociationCount ScopeCount
AWS::EC2::IPAMAllocation id IpamPoolAllocationId
AWS::EC2::IPAMPool id=Arn Arn IpamArn IpamPoolId IpamScopeArn IpamScopeType PoolDepth State StateMessage
AWS::EC2::IPAMPoolCidr id IpamPoolCidrId State
AWS::EC2::IPAMPrefixListResolver id IpamArn IpamPrefixListResolverArn IpamPrefixListResolverId
AWS::EC2::IPAMPrefixListResolverTarget id IpamPrefixListResolverTargetArn IpamPrefixListResolverTargetId
AWS::EC2::IPAMResourceDiscovery id IpamResourceDiscoveryArn IpamResourceDiscoveryId IpamResourceDiscoveryRegion IsDefault OwnerId State
AWS::EC2::IPAMResourceDiscoveryAssociation id IpamArn IpamRegion IpamResourceDiscoveryAssociationArn IpamResourceDiscoveryAssociationId IsDefault OwnerId ResourceDiscoveryStatus State
AWS::EC2::IPAMScope id=Arn Arn IpamArn IpamScopeId IpamScopeType IsDefault PoolCount
AWS::EC2::IPv4Pool arn=Arn Arn Description NetworkBorderGroup PoolId TotalAddressCount TotalAvailableAddressCount
AWS::EC2::Instance id AdditionalInfo Affinity AvailabilityZone BlockDeviceMappings CpuOptions.CoreCount CpuOptions.ThreadsPerCore CreditSpecification.CPUCredits DisableApiTermination EbsOptimized ElasticGpuSpecifications ElasticInferenceAccelerators EnclaveOptions.Enabled HibernationOptions.Configured HostId HostResourceGroupArn IamInstanceProfile ImageId InstanceId InstanceInitiatedShutdownBehavior InstanceType Ipv6AddressCount Ipv6Addresses KernelId KeyName LicenseSpecifications Monitoring NetworkInterfaces PlacementGroupName PrivateDnsName PrivateIp PrivateIpAddress PropagateTagsToVolumeOnCreation PublicDnsName PublicIp RamdiskId SecurityGroupIds SecurityGroups SourceDestCheck SsmAssociations State SubnetId Tags Tenancy UserData Volumes VpcId
AWS::EC2::InstanceConnectEndpoint id=InstanceConnectEndpointArn AvailabilityZone AvailabilityZoneId CreatedAt Id InstanceConnectEndpointArn NetworkInterfaceIds OwnerId PublicDnsNames State StateMessage VpcId
AWS::EC2::InstanceEventWindow arn=Arn Arn InstanceEventWindowId State
AWS::EC2::InternetGateway id InternetGatewayId
AWS::EC2::IpPoolRouteTableAssociation id AssociationId
AWS::EC2::IpamExternalResourceVerificationToken arn=IpamExternalResourceVerificationTokenArn IpamArn IpamExternalResourceVerificationTokenArn IpamExternalResourceVerificationTokenId IpamRegion NotAfter State Status TokenName TokenValue
AWS::EC2::IpamInternetRegistryAssociation arn=IpamInternetRegistryAssociationArn ChildRequestXml IpamInternetRegistryAssociationArn IpamInternetRegistryAssociationId IpamRegion OwnerId State
AWS::EC2::KeyPair name KeyFingerprint KeyPairId
AWS::EC2::LaunchTemplate id DefaultVersionNumber LatestVersionNumber LaunchTemplateId
AWS::EC2::LocalGatewayRoute id State Type
AWS::EC2::LocalGatewayRouteTable id=LocalGatewayRouteTableArn LocalGatewayRouteTableArn LocalGatewayRouteTableId OutpostArn OwnerId State
AWS::EC2::LocalGatewayRouteTableVPCAssociation id LocalGatewayId LocalGatewayRouteTableVpcAssociationId State
AWS::EC2::LocalGatewayRouteTableVirtualInterfaceGroupAssociation id LocalGatewayId LocalGatewayRouteTableArn LocalGatewayRouteTableVirtualInterfaceGroupAssociationId OwnerId State
AWS::EC2::LocalGatewayVirtualInterface id ConfigurationState LocalBgpAsn LocalGatewayId LocalGatewayVirtualInterfaceId OwnerId
AWS::EC2::LocalGatewayVirtualInterfaceGroup id=LocalGatewayVirtualInterfaceGroupArn ConfigurationState LocalGatewayVirtualInterfaceGroupArn LocalGatewayVirtualInterfaceGroupId LocalGatewayVirtualInterfaceIds OwnerId
AWS::EC2::NatGateway id AutoProvisionZones AutoScalingIps EniId NatGatewayId RouteTableId
AWS::EC2::NetworkAcl id Id
AWS::EC2::NetworkAclEntry id Id
AWS::EC2::NetworkInsightsAccessScope id=NetworkInsightsAccessScopeArn CreatedDate NetworkInsightsAccessScopeArn NetworkInsightsAccessScopeId UpdatedDate
AWS::EC2::NetworkInsightsAccessScopeAnalysis id=NetworkInsightsAccessScopeAnalysisArn AnalyzedEniCount EndDate FindingsFound NetworkInsightsAccessScopeAnalysisArn NetworkInsightsAccessScopeAnalysisId StartDate Status StatusMessage
AWS::EC2::NetworkInsightsAnalysis id=NetworkInsightsAnalysisArn AlternatePathHints Explanations ForwardPathComponents NetworkInsightsAnalysisArn NetworkInsightsAnalysisId NetworkPathFound ReturnPathComponents StartDate Status StatusMessage SuggestedAccounts
AWS::EC2::NetworkInsightsPath id=NetworkInsightsPathArn CreatedDate DestinationArn NetworkInsightsPathArn NetworkInsightsPathId SourceArn
AWS::EC2::NetworkInterface id Id PrimaryIpv6Address PrimaryPrivateIpAddress PublicIpDnsNameOptions SecondaryPrivateIpAddresses VpcId
AWS::EC2::NetworkInterfaceAttachment id AttachmentId
AWS::EC2::NetworkInterfacePermission id Id
AWS::EC2::NetworkPerformanceMetricSubscription id
AWS::EC2::PlacementGroup name GroupId GroupName
AWS::EC2::PrefixList id=Arn Arn OwnerId PrefixListId Version
AWS::EC2::Route id CidrBlock
AWS::EC2::RouteServer id=Arn Arn Id
AWS::EC2::RouteServerAssociation id
AWS::EC2::RouteServerEndpoint id=Arn Arn EniAddress EniId Id VpcId
AWS::EC2::RouteServerPeer id=Arn Arn EndpointEniAddress EndpointEniId Id RouteServerId SubnetId VpcId
AWS::EC2::RouteServerPropagation id
AWS::EC2::RouteTable id RouteTableId
AWS::EC2::SecondaryNetwork arn=SecondaryNetworkArn Ipv4CidrBlockAssociations OwnerId SecondaryNetworkArn SecondaryNetworkId
AWS::EC2::SecurityGroup id GroupDescription GroupId GroupName Id SecurityGroupEgress SecurityGroupIngress Tags VpcId
AWS::EC2::SecurityGroupEgress id Id
AWS::EC2::SecurityGroupIngress id Id
AWS::EC2::SecurityGroupVpcAssociation id State StateReason VpcOwnerId
AWS::EC2::SnapshotBlockPublicAccess id AccountId
AWS::EC2::SpotFleet id Id
AWS::EC2::SqlHaStandbyDetectedInstance id HaStatus LastUpdatedTime SqlServerLicenseUsage
AWS::EC2::Subnet id AssignIpv6AddressOnCreation AvailabilityZone AvailabilityZoneId BlockPublicAccessStates BlockPublicAccessStates.InternetGatewayBlockMode CidrBlock EnableDns64 EnableLniAtDeviceIndex Ipv4IpamPoolId Ipv4NetmaskLength Ipv6CidrBlock Ipv6CidrBlocks Ipv6IpamPoolId Ipv6Native Ipv6NetmaskLength MapPublicIpOnLaunch NetworkAclAssociationId OutpostArn PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsAAAARecord PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsARecord PrivateDnsNameOptionsOnLaunch.HostnameType SubnetId Tags VpcId
AWS::EC2::SubnetCidrBlock id Id IpSource Ipv6AddressAttribute
AWS::EC2::SubnetCidrReservation id=Arn Arn OwnerId SubnetCidrReservationId
AWS::EC2::SubnetNetworkAclAssociation id AssociationId
AWS::EC2::SubnetRouteTableAssociation id Id
AWS::EC2::TrafficMirrorFilter id Id
AWS::EC2::TrafficMirrorFilterRule id TrafficMirrorFilterRuleId
AWS::EC2::TrafficMirrorSession id Id
AWS::EC2::TrafficMirrorTarget id Id
AWS::EC2::TransitGateway id=TransitGatewayArn EncryptionSupportState Id TransitGatewayArn
AWS::EC2::TransitGatewayAttachment id Id
AWS::EC2::TransitGatewayConnect id CreationTime State TransitGatewayAttachmentId TransitGatewayId
AWS::EC2::TransitGatewayConnectPeer id ConnectPeerConfiguration.BgpConfigurations ConnectPeerConfiguration.Protocol CreationTime State TransitGatewayConnectPeerId
AWS::EC2::TransitGatewayMeteringPolicy id State TransitGatewayMeteringPolicyId UpdateEffectiveAt
AWS::EC2::TransitGatewayMeteringPolicyEntry id State UpdateEffectiveAt
AWS::EC2::TransitGatewayMulticastDomain id=TransitGatewayMulticastDomainArn CreationTime State TransitGatewayMulticastDomainArn TransitGatewayMulticastDomainId
AWS::EC2::TransitGatewayMulticastDomainAssociation id ResourceId ResourceType State
AWS::EC2::TransitGatewayMulticastGroupMember id GroupMember GroupSource MemberType ResourceId ResourceType SourceType SubnetId TransitGatewayAttachmentId
AWS::EC2::TransitGatewayMulticastGroupSource id GroupMember GroupSource MemberType ResourceId ResourceType SourceType SubnetId TransitGatewayAttachmentId
AWS::EC2::TransitGatewayPeeringAttachment id CreationTime State Status Status.Code Status.Message TransitGatewayAttachmentId
AWS::EC2::TransitGatewayPolicyTable id CreationTime State TransitGatewayPolicyTableId
AWS::EC2::TransitGatewayPolicyTableAssociation id State
AWS::EC2::TransitGatewayPolicyTableEntry id State
AWS::EC2::TransitGatewayRoute id
AWS::EC2::TransitGatewayRouteTable id TransitGatewayRouteTableId
AWS::EC2::TransitGatewayRouteTableAssociation id
AWS::EC2::TransitGatewayRouteTablePropagation id
AWS::EC2::TransitGatewayVpcAttachment id Id
AWS::EC2::VPC id CidrBlock CidrBlockAssociations DefaultNetworkAcl DefaultSecurityGroup EnableDnsHostnames EnableDnsSupport InstanceTenancy Ipv4IpamPoolId Ipv4NetmaskLength Ipv6CidrBlocks Tags VpcEncryptionControl.EgressOnlyInternetGatewayExclusion VpcEncryptionControl.ElasticFileSystemExclusion VpcEncryptionControl.InternetGatewayExclusion VpcEncryptionControl.LambdaExclusion VpcEncryptionControl.Mode VpcEncryptionControl.NatGatewayExclusion VpcEncryptionControl.ResourceExclusions VpcEncryptionControl.ResourceExclusions.EgressOnlyInternetGateway VpcEncryptionControl.ResourceExclusions.EgressOnlyInternetGateway.State VpcEncryptionControl.ResourceExclusions.EgressOnlyInternetGateway.StateMessage VpcEncryptionControl.ResourceExclusions.ElasticFileSystem VpcEncryptionControl.ResourceExclusions.ElasticFileSystem.State VpcEncryptionControl.ResourceExclusions.ElasticFileSystem.StateMessage VpcEncryptionControl.ResourceExclusions.InternetGateway VpcEncryptionControl.ResourceExclusions.InternetGateway.State VpcEncryptionControl.ResourceExclusions.InternetGateway.StateMessage VpcEncryptionControl.ResourceExclusions.Lambda VpcEncryptionControl.ResourceExclusions.Lambda.State VpcEncryptionControl.ResourceExclusions.Lambda.StateMessage VpcEncryptionControl.ResourceExclusions.NatGateway VpcEncryptionControl.ResourceExclusions.NatGateway.State VpcEncryptionControl.ResourceExclusions.NatGateway.StateMessage VpcEncryptionControl.ResourceExclusions.VirtualPrivateGateway VpcEncryptionControl.ResourceExclusions.VirtualPrivateGateway.State VpcEncryptionControl.ResourceExclusions.VirtualPrivateGateway.StateMessage VpcEncryptionControl.ResourceExclusions.VpcLattice VpcEncryptionControl.ResourceExclusions.VpcLattice.State VpcEncryptionControl.ResourceExclusions.VpcLattice.StateMessage VpcEncryptionControl.ResourceExclusions.VpcPeering VpcEncryptionControl.ResourceExclusions.VpcPeering.State VpcEncryptionControl.ResourceExclusions.VpcPeering.StateMessage VpcEncryptionControl.State VpcEncryptionControl.StateMessage VpcEncryptionControl.VirtualPrivateGatewayExclusion VpcEncryptionControl.VpcEncryptionControlId VpcEncryptionControl.VpcId VpcEncryptionControl.VpcLatticeExclusion VpcEncryptionControl.VpcPeeringExclusion VpcId
AWS::EC2::VPCBlockPublicAccessExclusion id ExclusionId
AWS::EC2::VPCBlockPublicAccessOptions id AccountId ExclusionsAllowed
AWS::EC2::VPCCidrBlock id Id IpSource Ipv6AddressAttribute
AWS::EC2::VPCDHCPOptionsAssociation id
AWS::EC2::VPCEncryptionControl id ResourceExclusions ResourceExclusions.EgressOnlyInternetGateway ResourceExclusions.EgressOnlyInternetGateway.State ResourceExclusions.EgressOnlyInternetGateway.StateMessage ResourceExclusions.ElasticFileSystem ResourceExclusions.ElasticFileSystem.State ResourceExclusions.ElasticFileSystem.StateMessage ResourceExclusions.InternetGateway ResourceExclusions.InternetGateway.State ResourceExclusions.InternetGateway.StateMessage ResourceExclusions.Lambda ResourceExclusions.Lambda.State ResourceExclusions.Lambda.StateMessage ResourceExclusions.NatGateway ResourceExclusions.NatGateway.State ResourceExclusions.NatGateway.StateMessage ResourceExclusions.VirtualPrivateGateway ResourceExclusions.VirtualPrivateGateway.State ResourceExclusions.VirtualPrivateGateway.StateMessage ResourceExclusions.VpcLattice ResourceExclusions.VpcLattice.State ResourceExclusions.VpcLattice.StateMessage ResourceExclusions.VpcPeering ResourceExclusions.VpcPeering.State ResourceExclusions.VpcPeering.StateMessage State StateMessage VpcEncryptionControlId
AWS::EC2::VPCEndpoint id CreationTimestamp DnsEntries Id NetworkInterfaceIds
AWS::EC2::VPCEndpointConnectionNotification id VPCEndpointConnectionNotificationId
AWS::EC2::VPCEndpointService id PrivateDnsNameConfiguration.Name PrivateDnsNameConfiguration.State PrivateDnsNameConfiguration.Type PrivateDnsNameConfiguration.Value ServiceId
AWS::EC2::VPCEndpointServicePermissions id
AWS::EC2::VPCGatewayAttachment id AttachmentType
AWS::EC2::VPCPeeringConnection id Id
AWS::EC2::VPNConcentrator id TransitGatewayAttachmentId VpnConcentratorId
AWS::EC2::VPNConnection id VpnConnectionId
AWS::EC2::VPNConnectionRoute id
AWS::EC2::VPNGateway id VPNGatewayId
AWS::EC2::VPNGatewayRoutePropagation id Id
AWS::EC2::VerifiedAccessEndpoint id CreationTime DeviceValidationDomain EndpointDomain LastUpdatedTime Status VerifiedAccessEndpointId VerifiedAccessInstanceId
AWS::EC2::VerifiedAccessGroup id=VerifiedAccessGroupArn CreationTime LastUpdatedTime Owner VerifiedAccessGroupArn VerifiedAccessGroupId
AWS::EC2::VerifiedAccessInstance id CidrEndpointsCustomSubDomainNameServers CreationTime LastUpdatedTime VerifiedAccessInstanceId
AWS::EC2::VerifiedAccessTrustProvider id CreationTime LastUpdatedTime VerifiedAccessTrustProviderId
AWS::EC2::Volume id VolumeId
AWS::EC2::VolumeAttachment id
AWS::ECR::PublicRepository name=Arn Arn
AWS::ECR::PullThroughCacheRule id
AWS::ECR::PullTimeUpdateExclusion arn
AWS::ECR::RegistryPolicy id RegistryId
AWS::ECR::RegistryScanningConfiguration id RegistryId
AWS::ECR::ReplicationConfiguration id RegistryId
AWS::ECR::Repository name=Arn Arn RepositoryUri
AWS::ECR::RepositoryCreationTemplate id CreatedAt UpdatedAt
AWS::ECR::SigningConfiguration id RegistryId
AWS::ECS::CapacityProvider name
AWS::ECS::Cluster name=Arn Arn
AWS::ECS::ClusterCapacityProviderAssociations id
AWS::ECS::Daemon arn=DaemonArn CreatedAt DaemonArn DaemonStatus DeploymentArn UpdatedAt
AWS::ECS::DaemonTaskDefinition arn=DaemonTaskDefinitionArn DaemonTaskDefinitionArn
AWS::ECS::ExpressGatewayService arn=ServiceArn ActiveConfigurations CreatedAt ECSManagedResourceArns ECSManagedResourceArns.AutoScaling ECSManagedResourceArns.AutoScaling.ApplicationAutoScalingPolicies ECSManagedResourceArns.AutoScaling.ScalableTarget ECSManagedResourceArns.IngressPath ECSManagedResourceArns.IngressPath.CertificateArn ECSManagedResourceArns.IngressPath.ListenerArn ECSManagedResourceArns.IngressPath.ListenerRuleArn ECSManagedResourceArns.IngressPath.LoadBalancerArn ECSManagedResourceArns.IngressPath.LoadBalancerSecurityGroups ECSManagedResourceArns.IngressPath.TargetGroupArns ECSManagedResourceArns.LogGroups ECSManagedResourceArns.MetricAlarms ECSManagedResourceArns.ServiceSecurityGroups Endpoint ServiceArn Status UpdatedAt
AWS::ECS::Gateway arn=Arn AccessType Arn Configuration.HostSharedAlb.CurrentAlbCount CreatedAt Status UpdatedAt
AWS::ECS::GatewayClusterAssociations id ClusterArn GatewayArn Status
AWS::ECS::PrimaryTaskSet id
AWS::ECS::Service arn=ServiceArn Name ServiceArn
AWS::ECS::TaskDefinition arn=TaskDefinitionArn TaskDefinitionArn
AWS::ECS::TaskSet id Id
AWS::EFS::AccessPoint id=Arn AccessPointId Arn
AWS::EFS::FileSystem id=Arn Arn FileSystemId
AWS::EFS::MountTarget id FileSystemId Id IpAddress IpAddressType Ipv6Address SecurityGroups SubnetId
AWS::EKS::AccessEntry id=AccessEntryArn AccessEntryArn
AWS::EKS::Addon id=Arn Arn
AWS::EKS::Capability arn=Arn Arn Configuration.ArgoCd.AwsIdc.IdcManagedApplicationArn Configuration.ArgoCd.ServerUrl CreatedAt ModifiedAt Status Version
AWS::EKS::CertificateAuthority id ActivatedAt ActivatedBy CreatedAt CreatedBy Data DistributionStatus Id RollbackAvailable ScheduledEvents ScheduledEvents.FinalAutoActivation ScheduledEvents.FirstAutoActivation SigningStatus Validity Validity.NotAfter Validity.NotBefore
AWS::EKS::Cluster name=Arn Arn CertificateAuthority.Active.ActivatedBy CertificateAuthority.Active.Id CertificateAuthority.Data CertificateAuthorityData ClusterSecurityGroupId EncryptionConfigKeyArn Endpoint Id KubernetesNetworkConfig.ServiceIpv6Cidr OpenIdConnectIssuerUrl
AWS::EKS::FargateProfile id=Arn Arn
AWS::EKS::IdentityProviderConfig id=IdentityProviderConfigArn IdentityProviderConfigArn
AWS::EKS::Nodegroup id=Arn AmiType Arn CapacityType ClusterName DiskSize ForceUpdateEnabled Id InstanceTypes LaunchTemplate.Id LaunchTemplate.Name LaunchTemplate.Version NodeRepairConfig.Enabled NodeRepairConfig.MaxParallelNodesRepairedCount NodeRepairConfig.MaxParallelNodesRepairedPercentage NodeRepairConfig.MaxUnhealthyNodeThresholdCount NodeRepairConfig.MaxUnhealthyNodeThresholdPercentage NodeRepairConfig.NodeRepairConfigOverrides NodeRole NodegroupName ReleaseVersion RemoteAccess.Ec2SshKey RemoteAccess.SourceSecurityGroups ScalingConfig.DesiredSize ScalingConfig.MaxSize ScalingConfig.MinSize Subnets Taints UpdateConfig.MaxUnavailable UpdateConfig.MaxUnavailablePercentage UpdateConfig.UpdateStrategy Version WarmPoolConfig.Enabled WarmPoolConfig.MaxGroupPreparedCapacity WarmPoolConfig.MinSize WarmPoolConfig.PoolState WarmPoolConfig.ReuseOnScaleIn
AWS::EKS::PodIdentityAssociation arn=AssociationArn AssociationArn AssociationId ExternalId
AWS::EMR::Cluster id Id MasterPublicDNS
AWS::EMR::InstanceFleetConfig id Id InstanceFleetId
AWS::EMR::InstanceGroupConfig id InstanceGroupId
AWS::EMR::SecurityConfiguration name
AWS::EMR::Step id Id
AWS::EMR::Studio id=Arn Arn StudioId Url
AWS::EMR::StudioSessionMapping id
AWS::EMR::WALWorkspace name
AWS::EMRContainers::Endpoint arn=Arn Arn AuthProxyUrl CertificateAuthority CreatedAt FailureReason Id SecurityGroup ServerUrl State StateDetails
AWS::EMRContainers::JobTemplate arn=Arn Arn CreatedAt CreatedBy Id
AWS::EMRContainers::SecurityConfiguration arn=Arn Arn Id
AWS::EMRContainers::VirtualCluster id=Arn Arn Id
AWS::EMRServerless::Application id=Arn ApplicationId Arn
AWS::EVS::Environment id=EnvironmentArn Checks CreatedAt Credentials EnvironmentArn EnvironmentId EnvironmentState ModifiedAt StateDetails
AWS::ElastiCache::CacheCluster name ConfigurationEndpoint ConfigurationEndpoint.Address ConfigurationEndpoint.Port RedisEndpoint RedisEndpoint.Address RedisEndpoint.Port
AWS::ElastiCache::GlobalReplicationGroup id=Arn Arn GlobalReplicationGroupId Status
AWS::ElastiCache::ParameterGroup name CacheParameterGroupName
AWS::ElastiCache::ReplicationGroup id AtRestEncryptionEnabled AuthToken AutoMinorVersionUpgrade AutomaticFailoverEnabled CacheNodeType CacheParameterGroupName CacheSecurityGroupNames CacheSubnetGroupName ClusterMode ConfigurationEndPoint ConfigurationEndPoint.Address ConfigurationEndPoint.Port DataTieringEnabled Durability EffectiveDurability Engine EngineVersion GlobalReplicationGroupId IpDiscovery KmsKeyId LogDeliveryConfigurations MultiAZEnabled NetworkType NodeGroupConfiguration NotificationTopicArn NumCacheClusters NumNodeGroups Port PreferredCacheClusterAZs PreferredMaintenanceWindow PrimaryClusterId PrimaryEndPoint PrimaryEndPoint.Address PrimaryEndPoint.Port ReadEndPoint ReadEndPoint.Addresses ReadEndPoint.Addresses.List ReadEndPoint.AddressesList ReadEndPoint.Ports ReadEndPoint.Ports.List ReadEndPoint.PortsList ReaderEndPoint ReaderEndPoint.Address ReaderEndPoint.Port ReplicasPerNodeGroup ReplicationGroupDescription ReplicationGroupId SecurityGroupIds SnapshotArns SnapshotName SnapshotRetentionLimit SnapshotWindow SnapshottingClusterId Tags TransitEncryptionEnabled TransitEncryptionMode UserGroupIds
AWS::ElastiCache::SecurityGroup id Id
AWS::ElastiCache::SecurityGroupIngress id Id
AWS::ElastiCache::ServerlessCache name ARN CreateTime Endpoint.Address Endpoint.Port FullEngineVersion ReaderEndpoint.Address ReaderEndpoint.Port Status
AWS::ElastiCache::ServerlessCacheSnapshot arn=ARN ARN BytesUsedForCache CreateTime ServerlessCacheConfiguration SnapshotType Status
AWS::ElastiCache::Snapshot arn=Arn Arn AutoMinorVersionUpgrade AutomaticFailover CacheClusterCreateTime CacheNodeType CacheParameterGroupName CacheSubnetGroupName DataTiering Engine EngineVersion NodeSnapshots NumCacheNodes NumNodeGroups Port PreferredAvailabilityZone PreferredMaintenanceWindow ReplicationGroupDescription SnapshotRetentionLimit SnapshotSource SnapshotStatus SnapshotWindow TopicArn VpcId
AWS::ElastiCache::SubnetGroup name
AWS::ElastiCache::User name=Arn Arn Status
AWS::ElastiCache::UserGroup id=Arn Arn Status
AWS::ElasticBeanstalk::Application name
AWS::ElasticBeanstalk::ApplicationVersion id Id
AWS::ElasticBeanstalk::ConfigurationTemplate id TemplateName
AWS::ElasticBeanstalk::Environment name EndpointURL
AWS::ElasticLoadBalancing::LoadBalancer name CanonicalHostedZoneName CanonicalHostedZoneNameID DNSName SourceSecurityGroup SourceSecurityGroup.GroupName SourceSecurityGroup.OwnerAlias
AWS::ElasticLoadBalancingV2::Listener arn=ListenerArn ListenerArn
AWS::ElasticLoadBalancingV2::ListenerCertificate id Id
AWS::ElasticLoadBalancingV2::ListenerRule arn=RuleArn IsDefault RuleArn
AWS::ElasticLoadBalancingV2::LoadBalancer arn=LoadBalancerArn CanonicalHostedZoneID DNSName EnableCapacityReservationProvisionStabilize EnablePrefixForIpv6SourceNat EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic IpAddressType Ipv4IpamPoolId LoadBalancerArn LoadBalancerAttributes LoadBalancerFullName LoadBalancerName Name Scheme SecurityGroups SubnetMappings Subnets Tags Type
AWS::ElasticLoadBalancingV2::TargetGroup arn=TargetGroupArn LoadBalancerArns TargetGroupArn TargetGroupFullName TargetGroupName
AWS::ElasticLoadBalancingV2::TrustStore arn=TrustStoreArn NumberOfCaCertificates Status TrustStoreArn
AWS::ElasticLoadBalancingV2::TrustStoreRevocation id RevocationId TrustStoreRevocations
AWS::Elasticsearch::Domain name=Arn Arn DomainArn DomainEndpoint Id
AWS::ElementalInference::Dictionary id=Arn Arn Id
AWS::ElementalInference::Feed id=Arn Arn DataEndpoints Id
AWS::EntityResolution::IdMappingWorkflow name CreatedAt UpdatedAt WorkflowArn
AWS::EntityResolution::IdNamespace name=IdNamespaceArn CreatedAt IdNamespaceArn UpdatedAt
AWS::EntityResolution::MatchingWorkflow name CreatedAt UpdatedAt WorkflowArn
AWS::EntityResolution::PolicyStatement id
AWS::EntityResolution::SchemaMapping name CreatedAt HasWorkflows SchemaArn UpdatedAt
AWS::EventSchemas::Discoverer arn=DiscovererArn CrossAccount Description DiscovererArn DiscovererId SourceArn State Tags
AWS::EventSchemas::Registry arn=RegistryArn Description RegistryArn RegistryName Tags
AWS::EventSchemas::RegistryPolicy name Id
AWS::EventSchemas::Schema arn=SchemaArn Content Description LastModified RegistryName SchemaArn SchemaName SchemaVersion Tags Type VersionCreatedDate
AWS::Events::ApiDestination name=Arn Arn ArnForPolicy
AWS::Events::Archive name=Arn Arn
AWS::Events::Connection name=Arn Arn ArnForPolicy AuthParameters.ConnectivityParameters.ResourceParameters.ResourceAssociationArn InvocationConnectivityParameters.ResourceParameters.ResourceAssociationArn SecretArn
AWS::Events::Endpoint name=Arn Arn EndpointId EndpointUrl State StateReason
AWS::Events::EventBus name=Arn Arn DeadLetterConfig.Arn Description EventSourceName KmsKeyIdentifier LogConfig.IncludeDetail LogConfig.Level Name Policy Tags
AWS::Events::EventBusPolicy id
AWS::Events::Rule id=Arn Arn RuleName
AWS::EventsV2::EventBus arn=EventBusArn CreationTime EventBusArn LastModifiedTime State
AWS::EventsV2::EventSource arn=EventSourceArn CreationTime EventSourceArn LastModifiedTime Revoked State
AWS::EventsV2::ResourcePolicy arn RevisionId
AWS::EventsV2::Subscriber arn=SubscriberArn BusName CreationTime LastModifiedTime SubscriberArn
AWS::Evidently::Experiment arn=Arn Arn
AWS::Evidently::Feature arn=Arn Arn
AWS::Evidently::Launch arn=Arn Arn
AWS::Evidently::Project arn=Arn Arn
AWS::Evidently::Segment arn=Arn Arn
AWS::FIS::ExperimentTemplate id Id
AWS::FIS::TargetAccountConfiguration id
AWS::FMS::ApplicationsList arn=Arn Arn CreateTime LastUpdateTime ListId
AWS::FMS::NotificationChannel arn
AWS::FMS::Policy id=Arn Arn Id
AWS::FMS::ProtocolsList arn=Arn Arn CreateTime LastUpdateTime ListId
AWS::FMS::ResourceSet id Id
AWS::FSx::Backup arn=ResourceARN BackupId CreationTime Lifecycle ResourceARN Type
AWS::FSx::DataRepositoryAssociation id AssociationId ResourceARN
AWS::FSx::FileCache arn=ResourceARN CreationTime DNSName DataRepositoryAssociationIds FileCacheId Lifecycle LustreConfiguration.LogConfiguration LustreConfiguration.MountName NetworkInterfaceIds OwnerId ResourceARN VpcId
AWS::FSx::FileSystem id DNSName Id LustreMountName ResourceARN RootVolumeId
AWS::FSx::S3AccessPointAttachment name Lifecycle S3AccessPoint.Alias S3AccessPoint.ResourceARN
AWS::FSx::Snapshot id Id ResourceARN
AWS::FSx::StorageVirtualMachine id ResourceARN StorageVirtualMachineId UUID
AWS::FSx::Volume id ResourceARN UUID VolumeId
AWS::FinSpace::Environment id=EnvironmentArn AwsAccountId DedicatedServiceAccountId EnvironmentArn EnvironmentId EnvironmentUrl SageMakerStudioDomainUrl Status
AWS::Forecast::Dataset arn=Arn Arn
AWS::Forecast::DatasetGroup arn=DatasetGroupArn DatasetGroupArn
AWS::FraudDetector::Detector arn=Arn Arn CreatedTime DetectorVersionId EventType.Arn EventType.CreatedTime EventType.LastUpdatedTime LastUpdatedTime
AWS::FraudDetector::EntityType arn=Arn Arn CreatedTime LastUpdatedTime
AWS::FraudDetector::EventType arn=Arn Arn CreatedTime LastUpdatedTime
AWS::FraudDetector::Label arn=Arn Arn CreatedTime LastUpdatedTime
AWS::FraudDetector::List arn=Arn Arn CreatedTime LastUpdatedTime
AWS::FraudDetector::Outcome arn=Arn Arn CreatedTime LastUpdatedTime
AWS::FraudDetector::Variable arn=Arn Arn CreatedTime LastUpdatedTime
AWS::GameLift::Alias id=AliasArn AliasArn AliasId
AWS::GameLift::Build id=BuildArn BuildArn BuildId
AWS::GameLift::ContainerFleet id CreationTime DeploymentDetails FleetArn FleetId GameServerContainerGroupDefinitionArn MaximumGameServerContainerGroupsPerInstance PerInstanceContainerGroupDefinitionArn Status
AWS::GameLift::ContainerGroupDefinition name=ContainerGroupDefinitionArn ContainerGroupDefinitionArn CreationTime Status StatusReason VersionNumber
AWS::GameLift::Fleet id=FleetArn FleetArn FleetId
AWS::GameLift::GameServerGroup arn=GameServerGroupArn AutoScalingGroupArn GameServerGroupArn
AWS::GameLift::GameSessionQueue name=Arn Arn CustomEventData Destinations Name NotificationTarget PlayerLatencyPolicies Tags TimeoutInSeconds
AWS::GameLift::Location name=LocationArn LocationArn
AWS::GameLift::MatchmakingConfiguration name=Arn AcceptanceRequired AcceptanceTimeoutSeconds AdditionalPlayerCount Arn BackfillMode CreationTime CustomEventData Description FlexMatchMode GameProperties GameSessionData GameSessionQueueArns Name NotificationTarget RequestTimeoutSeconds RuleSetArn RuleSetName Tags
AWS::GameLift::MatchmakingRuleSet name=Arn Arn CreationTime Name RuleSetBody Tags
AWS::GameLift::Script id=Arn Arn CreationTime Id SizeOnDisk
AWS::GameLiftStreams::Application arn=Arn Arn Id
AWS::GameLiftStreams::StreamGroup arn=Arn Arn Id
AWS::GammaDilithium::JobDefinition id Id
AWS::GlobalAccelerator::Accelerator arn=AcceleratorArn AcceleratorArn DnsName DualStackDnsName Ipv4Addresses Ipv6Addresses
AWS::GlobalAccelerator::CrossAccountAttachment arn=AttachmentArn AttachmentArn
AWS::GlobalAccelerator::EndpointGroup arn=EndpointGroupArn EndpointGroupArn
AWS::GlobalAccelerator::Listener arn=ListenerArn ListenerArn
AWS::Glue::Blueprint arn=Arn Arn CreatedOn LastModifiedOn ParameterSpec Status
AWS::Glue::Catalog arn=ResourceArn CatalogId CatalogProperties.CustomProperties CatalogProperties.DataLakeAccessProperties.ManagedWorkgroupName CatalogProperties.DataLakeAccessProperties.ManagedWorkgroupStatus CatalogProperties.DataLakeAccessProperties.RedshiftDatabaseName CreateTime ResourceArn UpdateTime
AWS::Glue::Classifier name Name
AWS::Glue::Connection id Name
AWS::Glue::ConnectionType arn=ConnectionTypeArn ConnectionTypeArn
AWS::Glue::Crawler name
AWS::Glue::CustomEntityType name
AWS::Glue::DataCatalogEncryptionSettings id
AWS::Glue::DataQualityRuleset name
AWS::Glue::Database name
AWS::Glue::DevEndpoint name Id
AWS::Glue::IdentityCenterConfiguration id AccountId ApplicationArn
AWS::Glue::Integration id=IntegrationArn CreateTime IntegrationArn Status
AWS::Glue::IntegrationResourceProperty id ResourcePropertyArn
AWS::Glue::Job name
AWS::Glue::MLTransform id TransformId
AWS::Glue::Partition id IdentifierPartitionInputValues
AWS::Glue::Registry arn=Arn Arn
AWS::Glue::Schema arn=Arn Arn InitialSchemaVersionId
AWS::Glue::SchemaVersion id VersionId
AWS::Glue::SchemaVersionMetadata id
AWS::Glue::SecurityConfiguration name
AWS::Glue::Session arn=Arn Arn CreatedOn Progress Status
AWS::Glue::Table name Id
AWS::Glue::TableOptimizer id
AWS::Glue::Trigger name
AWS::Glue::UsageProfile name CreatedOn
AWS::Glue::UserDefinedFunction arn=Arn Arn
AWS::Glue::Workflow name
AWS::Grafana::Workspace id AccountAccessType AuthenticationProviders ClientToken CreationTimestamp DataSources Description Endpoint GrafanaVersion Id ModificationTimestamp Name NetworkAccessControl.PrefixListIds NetworkAccessControl.VpceIds NotificationDestinations OrganizationRoleName OrganizationalUnits PermissionType PluginAdminEnabled RoleArn SamlConfiguration.AllowedOrganizations SamlConfiguration.AssertionAttributes.Email SamlConfiguration.AssertionAttributes.Groups SamlConfiguration.AssertionAttributes.Login SamlConfiguration.AssertionAttributes.Name SamlConfiguration.AssertionAttributes.Org SamlConfiguration.AssertionAttributes.Role SamlConfiguration.IdpMetadata.Url SamlConfiguration.IdpMetadata.Xml SamlConfiguration.LoginValidityDuration SamlConfiguration.RoleValues.Admin SamlConfiguration.RoleValues.Editor SamlConfigurationStatus SsoClientId StackSetName Status VpcConfiguration.SecurityGroupIds VpcConfiguration.SubnetIds
AWS::Greengrass::ConnectorDefinition id=Arn Arn Id InitialVersion.Connectors LatestVersionArn Name
AWS::Greengrass::ConnectorDefinitionVersion arn Id
AWS::Greengrass::CoreDefinition id=Arn Arn Id InitialVersion.Cores LatestVersionArn Name
AWS::Greengrass::CoreDefinitionVersion arn Id
AWS::Greengrass::DeviceDefinition id=Arn Arn Id InitialVersion.Devices LatestVersionArn Name
AWS::Greengrass::DeviceDefinitionVersion arn Id
AWS::Greengrass::FunctionDefinition id=Arn Arn Id InitialVersion.DefaultConfig.Execution.IsolationMode InitialVersion.DefaultConfig.Execution.RunAs.Gid InitialVersion.DefaultConfig.Execution.RunAs.Uid InitialVersion.Functions LatestVersionArn Name
AWS::Greengrass::FunctionDefinitionVersion arn Id
AWS::Greengrass::Group id=Arn Arn Id InitialVersion.ConnectorDefinitionVersionArn InitialVersion.CoreDefinitionVersionArn InitialVersion.DeviceDefinitionVersionArn InitialVersion.FunctionDefinitionVersionArn InitialVersion.LoggerDefinitionVersionArn InitialVersion.ResourceDefinitionVersionArn InitialVersion.SubscriptionDefinitionVersionArn LatestVersionArn Name RoleArn RoleAttachedAt
AWS::Greengrass::GroupVersion arn Id
AWS::Greengrass::LoggerDefinition id=Arn Arn Id InitialVersion.Loggers LatestVersionArn Name
AWS::Greengrass::LoggerDefinitionVersion arn Id
AWS::Greengrass::ResourceDefinition id=Arn Arn Id InitialVersion.Resources LatestVersionArn Name
AWS::Greengrass::ResourceDefinitionVersion arn Id
AWS::Greengrass::SubscriptionDefinition id=Arn Arn Id InitialVersion.Subscriptions LatestVersionArn Name
AWS::Greengrass::SubscriptionDefinitionVersion arn Id
AWS::GreengrassV2::ComponentVersion arn=Arn Arn ComponentName ComponentVersion
AWS::GreengrassV2::Deployment id DeploymentId
AWS::GroundStation::Config arn=Arn Arn Id Type
AWS::GroundStation::DataflowEndpointGroup arn=Arn Arn Id
AWS::GroundStation::DataflowEndpointGroupV2 id=Arn Arn EndpointDetails Id
AWS::GroundStation::MissionProfile arn=Arn Arn Id Region
AWS::GuardDuty::CustomDetectionRuleAssociation id=Arn AccountId Arn AssociationId CreatedAt UpdatedAt
AWS::GuardDuty::Detector id Id
AWS::GuardDuty::Filter id
AWS::GuardDuty::IPSet id Id
AWS::GuardDuty::MalwareProtectionPlan id=Arn Arn CreatedAt MalwareProtectionPlanId Status StatusReasons
AWS::GuardDuty::Master id
AWS::GuardDuty::Member id
AWS::GuardDuty::PublishingDestination id Id PublishingFailureStartTimestamp Status
AWS::GuardDuty::ThreatEntitySet id CreatedAt ErrorDetails Id Status UpdatedAt
AWS::GuardDuty::ThreatIntelSet id Id
AWS::GuardDuty::TrustedEntitySet id CreatedAt ErrorDetails Id Status UpdatedAt
AWS::HealthAgent::Domain arn=Arn Arn CreatedAt DomainId EncryptionContext Status
AWS::HealthImaging::Datastore id=DatastoreArn CreatedAt DatastoreArn DatastoreId DatastoreStatus UpdatedAt
AWS::HealthLake::DataTransformationProfile arn=Arn Arn ProfileId TargetFormat
AWS::HealthLake::FHIRDatastore id CreatedAt CreatedAt.Nanos CreatedAt.Seconds DatastoreArn DatastoreEndpoint DatastoreId DatastoreStatus
AWS::IAM::AccessKey id Id SecretAccessKey
AWS::IAM::Group name=Arn Arn
AWS::IAM::GroupPolicy id
AWS::IAM::InstanceProfile name=Arn Arn
AWS::IAM::ManagedPolicy arn=PolicyArn AttachmentCount CreateDate DefaultVersionId IsAttachable PermissionsBoundaryUsageCount PolicyArn PolicyId UpdateDate
AWS::IAM::OIDCProvider arn=Arn Arn
AWS::IAM::Policy id Id
AWS::IAM::Role name=Arn Arn RoleId
AWS::IAM::RolePolicy id
AWS::IAM::SAMLProvider arn=Arn Arn SamlProviderUUID
AWS::IAM::ServerCertificate name=Arn Arn
AWS::IAM::ServiceLinkedRole name RoleName
AWS::IAM::User name=Arn Arn
AWS::IAM::UserPolicy id
AWS::IAM::UserToGroupAddition id Id
AWS::IAM::VirtualMFADevice id SerialNumber
AWS::IVS::AdConfiguration arn=Arn Arn
AWS::IVS::Channel arn=Arn Arn IngestEndpoint PlaybackUrl
AWS::IVS::EncoderConfiguration arn=Arn Arn
AWS::IVS::IngestConfiguration arn=Arn Arn ParticipantId State StreamKey
AWS::IVS::PlaybackKeyPair arn=Arn Arn Fingerprint
AWS::IVS::PlaybackRestrictionPolicy arn=Arn Arn
AWS::IVS::PublicKey arn=Arn Arn Fingerprint
AWS::IVS::RecordingConfiguration arn=Arn Arn State
AWS::IVS::Stage arn=Arn ActiveSessionId Arn
AWS::IVS::StorageConfiguration arn=Arn Arn
AWS::IVS::StreamKey arn=Arn Arn Value
AWS::IVSChat::LoggingConfiguration arn=Arn Arn Id State
AWS::IVSChat::Room arn=Arn Arn Id
AWS::IdentityStore::Group id GroupId
AWS::IdentityStore::GroupMembership id MembershipId
AWS::IdentityStore::User arn=Arn Arn CreatedAt CreatedBy UpdatedAt UpdatedBy UserId UserStatus
AWS::ImageBuilder::Component arn=Arn Arn ChangeDescription Data Description Encrypted KmsKeyId LatestVersion LatestVersion.Arn LatestVersion.Major LatestVersion.Minor LatestVersion.Patch Name Platform SupportedOsVersions Type Uri Version
AWS::ImageBuilder::ContainerRecipe arn=Arn Arn Components ContainerType Description DockerfileTemplateData DockerfileTemplateUri ImageOsVersionOverride InstanceConfiguration.BlockDeviceMappings InstanceConfiguration.Image KmsKeyId LatestVersion LatestVersion.Arn LatestVersion.Major LatestVersion.Minor LatestVersion.Patch Name ParentImage PlatformOverride TargetRepository.RepositoryName TargetRepository.Service Version WorkingDirectory
AWS::ImageBuilder::DistributionConfiguration arn=Arn Arn Description Distributions Name
AWS::ImageBuilder::Image arn=Arn Arn ImageId ImageUri LatestVersion LatestVersion.Arn LatestVersion.Major LatestVersion.Minor LatestVersion.Patch Name
AWS::ImageBuilder::ImagePipeline arn=Arn Arn ContainerRecipeArn DeploymentId Description DistributionConfigurationArn EnhancedImageMetadataEnabled ExecutionRole ImageRecipeArn ImageScanningConfiguration.EcrConfiguration.ContainerTags ImageScanningConfiguration.EcrConfiguration.RepositoryName ImageScanningConfiguration.ImageScanningEnabled ImageTestsConfiguration.ImageTestsEnabled ImageTestsConfiguration.TimeoutMinutes InfrastructureConfigurationArn LoggingConfiguration.ImageLogGroupName LoggingConfiguration.PipelineLogGroupName Name Schedule.AutoDisablePolicy.FailureCount Schedule.PipelineExecutionStartCondition Schedule.ScheduleExpression Schedule.Timezone Status Workflows
AWS::ImageBuilder::ImageRecipe arn=Arn AdditionalInstanceConfiguration.SystemsManagerAgent.UninstallAfterBuild AdditionalInstanceConfiguration.UserDataOverride AmiWatermarks Arn BlockDeviceMappings Components Description LatestVersion LatestVersion.Arn LatestVersion.Major LatestVersion.Minor LatestVersion.Patch Name ParentImage Version WorkingDirectory
AWS::ImageBuilder::InfrastructureConfiguration arn=Arn Arn Description InstanceMetadataOptions.HttpPutResponseHopLimit InstanceMetadataOptions.HttpTokens InstanceProfileName InstanceTypes KeyPair Logging.S3Logs.S3BucketName Logging.S3Logs.S3KeyPrefix Name ParentInstance.AutoScalingGroup.CapacityWaitTimeoutSeconds ParentInstance.AutoScalingGroup.Name Placement.AvailabilityZone Placement.HostId Placement.HostResourceGroupArn Placement.Tenancy SecurityGroupIds SnsTopicArn SubnetId TerminateInstanceOnCompletion TerminateInstanceOnFailure
AWS::ImageBuilder::LifecyclePolicy arn=Arn Arn
AWS::ImageBuilder::Workflow arn=Arn Arn LatestVersion LatestVersion.Arn LatestVersion.Major LatestVersion.Minor LatestVersion.Patch
AWS::Inspector::AssessmentTarget arn=Arn Arn
AWS::Inspector::AssessmentTemplate arn=Arn Arn
AWS::Inspector::ResourceGroup arn=Arn Arn
AWS::InspectorV2::CisScanConfiguration arn=Arn Arn
AWS::InspectorV2::CodeSecurityIntegration arn=Arn Arn AuthorizationUrl CreatedAt LastUpdatedAt Status StatusReason
AWS::InspectorV2::CodeSecurityScanConfiguration arn=Arn Arn
AWS::InspectorV2::Connector arn=ConnectorArn ConnectorArn CreatedAt EnablementStatus EnablementStatusReason Health LastUpdatedAt ProviderConfiguration.Azure.ScopeConfiguration.ContainerImageScanning.State ProviderConfiguration.Azure.ScopeConfiguration.ContainerImageScanning.StateReason ProviderConfiguration.Azure.ScopeConfiguration.ServerlessScanning.State ProviderConfiguration.Azure.ScopeConfiguration.ServerlessScanning.StateReason ProviderConfiguration.Azure.ScopeConfiguration.VmScanning.State ProviderConfiguration.Azure.ScopeConfiguration.VmScanning.StateReason
AWS::InspectorV2::Filter arn=Arn Arn
AWS::Interconnect::Connection arn=Arn Arn BillingTier ConnectionId OwnerAccount Provider SharedId State Type
AWS::InternetMonitor::Monitor name=MonitorArn CreatedAt ModifiedAt MonitorArn ProcessingStatus ProcessingStatusInfo
AWS::Invoicing::InvoiceUnit arn=InvoiceUnitArn InvoiceUnitArn LastModified
AWS::Invoicing::ProcurementPortalPreference arn=ProcurementPortalPreferenceArn AwsAccountId CreateDate EinvoiceDeliveryPreferenceStatus LastUpdateDate ProcurementPortalPreferenceArn PurchaseOrderRetrievalEndpoint PurchaseOrderRetrievalPreferenceStatus Version
AWS::IoT::AccountAuditConfiguration id
AWS::IoT::Authorizer name=Arn Arn
AWS::IoT::BillingGroup name=Arn Arn Id
AWS::IoT::CACertificate id=Arn Arn Id
AWS::IoT::Certificate id=Arn Arn Id
AWS::IoT::CertificateProvider name=Arn Arn
AWS::IoT::Command id=CommandArn CommandArn
AWS::IoT::CustomMetric name MetricArn
AWS::IoT::Dimension name=Arn Arn
AWS::IoT::DomainConfiguration name=Arn Arn DomainType ServerCertificates
AWS::IoT::EncryptionConfiguration id AccountId ConfigurationDetails LastModifiedDate
AWS::IoT::FleetMetric name CreationDate LastModifiedDate MetricArn Version
AWS::IoT::Job arn=Arn Arn CreatedAt
AWS::IoT::JobTemplate id=Arn Arn
AWS::IoT::Logging id
AWS::IoT::MitigationAction name=MitigationActionArn MitigationActionArn MitigationActionId
AWS::IoT::Policy name=Arn Arn Id
AWS::IoT::PolicyPrincipalAttachment id Id
AWS::IoT::ProvisioningTemplate name TemplateArn
AWS::IoT::ResourceSpecificLogging id TargetId
AWS::IoT::RoleAlias id=RoleAliasArn RoleAliasArn
AWS::IoT::ScheduledAudit name=ScheduledAuditArn ScheduledAuditArn
AWS::IoT::SecurityProfile name=SecurityProfileArn SecurityProfileArn
AWS::IoT::SoftwarePackage name PackageArn
AWS::IoT::SoftwarePackageVersion id ErrorReason PackageVersionArn SbomValidationStatus Status
AWS::IoT::Stream arn=Arn Arn CreatedAt LastUpdatedAt StreamVersion
AWS::IoT::Thing name=Arn Arn Id
AWS::IoT::ThingGroup name=Arn Arn Id
AWS::IoT::ThingPrincipalAttachment id
AWS::IoT::ThingType name=Arn Arn Id
AWS::IoT::TopicRule name=Arn Arn
AWS::IoT::TopicRuleDestination arn=Arn Arn StatusReason
AWS::IoTAnalytics::Channel name Id
AWS::IoTAnalytics::Dataset name Id
AWS::IoTAnalytics::Datastore name Id
AWS::IoTAnalytics::Pipeline name Id
AWS::IoTCoreDeviceAdvisor::SuiteDefinition id=SuiteDefinitionArn SuiteDefinitionArn SuiteDefinitionId SuiteDefinitionVersion
AWS::IoTEvents::AlarmModel id Id
AWS::IoTEvents::DetectorModel name
AWS::IoTEvents::Input name
AWS::IoTFleetWise::Campaign name=Arn Arn CreationTime LastModificationTime Status
AWS::IoTFleetWise::DecoderManifest name=Arn Arn CreationTime LastModificationTime
AWS::IoTFleetWise::Fleet id=Arn Arn CreationTime LastModificationTime
AWS::IoTFleetWise::ModelManifest name=Arn Arn CreationTime LastModificationTime
AWS::IoTFleetWise::SignalCatalog name=Arn Arn CreationTime LastModificationTime NodeCounts.TotalActuators NodeCounts.TotalAttributes NodeCounts.TotalBranches NodeCounts.TotalNodes NodeCounts.TotalSensors
AWS::IoTFleetWise::StateTemplate name=Arn Arn CreationTime Id LastModificationTime
AWS::IoTFleetWise::Vehicle name=Arn Arn CreationTime LastModificationTime
AWS::IoTManagedIntegrations::AccountAssociation arn=Arn AccountAssociationId Arn AssociationState
AWS::IoTManagedIntegrations::CloudConnector arn=Arn Arn Id Type
AWS::IoTManagedIntegrations::CredentialLocker id=Arn Arn CreatedAt Id Identifier
AWS::IoTManagedIntegrations::ManagedThing id=Arn ActivatedAt AdvertisedProductId Arn CertificatePem ConnectorDeviceId ConnectorPolicyId CreatedAt DeviceSpecificKey HubNetworkMode Id Identifier InternationalArticleNumber MacAddress ParentControllerId ProvisioningStatus UniversalProductCode UpdatedAt
AWS::IoTManagedIntegrations::ProvisioningProfile id=Arn Arn Id Identifier Status
AWS::IoTSecureTunneling::Tunnel arn=TunnelArn Status TunnelArn TunnelId
AWS::IoTSiteWise::AccessPolicy id=AccessPolicyArn AccessPolicyArn AccessPolicyId
AWS::IoTSiteWise::Application arn=Arn ApplicationId Arn CreatedAt DnsSubdomain IdcApplicationArn Status UpdatedAt
AWS::IoTSiteWise::Asset id=AssetArn AssetArn AssetId
AWS::IoTSiteWise::AssetModel id=AssetModelArn AssetModelArn AssetModelId
AWS::IoTSiteWise::ComputationModel id=ComputationModelArn ComputationModelArn ComputationModelId
AWS::IoTSiteWise::Dashboard id=DashboardArn DashboardArn DashboardId
AWS::IoTSiteWise::Dataset id=DatasetArn DatasetArn DatasetId
AWS::IoTSiteWise::Gateway id GatewayId
AWS::IoTSiteWise::Pipeline arn=PipelineArn PipelineArn Status
AWS::IoTSiteWise::Portal id=PortalArn PortalArn PortalClientId PortalId PortalStartUrl
AWS::IoTSiteWise::Project id=ProjectArn ProjectArn ProjectId
AWS::IoTSiteWise::Task arn=TaskArn Status TaskArn
AWS::IoTSiteWise::Workspace arn=WorkspaceArn CreatedAt Status UpdatedAt WorkspaceArn
AWS::IoTThingsGraph::FlowTemplate id Id
AWS::IoTTwinMaker::ComponentType id=Arn Arn CreationDateTime IsAbstract IsSchemaInitialized Status Status.Error Status.Error.Code Status.Error.Message Status.State UpdateDateTime
AWS::IoTTwinMaker::Entity id=Arn Arn CreationDateTime HasChildEntities Status Status.Error Status.Error.Code Status.Error.Message Status.State UpdateDateTime
AWS::IoTTwinMaker::Scene id=Arn Arn CreationDateTime GeneratedSceneMetadata UpdateDateTime
AWS::IoTTwinMaker::SyncJob id=Arn Arn CreationDateTime State UpdateDateTime
AWS::IoTTwinMaker::Workspace id=Arn Arn CreationDateTime UpdateDateTime
AWS::IoTWireless::Destination name=Arn Arn
AWS::IoTWireless::DeviceProfile id=Arn Arn Id
AWS::IoTWireless::FuotaTask id=Arn Arn FuotaTaskStatus Id LoRaWAN.StartTime
AWS::IoTWireless::MulticastGroup id=Arn Arn Id LoRaWAN.NumberOfDevicesInGroup LoRaWAN.NumberOfDevicesRequested Status
AWS::IoTWireless::NetworkAnalyzerConfiguration name=Arn Arn
AWS::IoTWireless::PartnerAccount id=Arn Arn Fingerprint SidewalkResponse
AWS::IoTWireless::ServiceProfile id=Arn Arn Id LoRaWAN.ChannelMask LoRaWAN.DevStatusReqFreq LoRaWAN.DlBucketSize LoRaWAN.DlRate LoRaWAN.DlRatePolicy LoRaWAN.DrMax LoRaWAN.DrMin LoRaWAN.HrAllowed LoRaWAN.MinGwDiversity LoRaWAN.NwkGeoLoc LoRaWAN.PrAllowed LoRaWAN.RaAllowed LoRaWAN.ReportDevStatusBattery LoRaWAN.ReportDevStatusMargin LoRaWAN.TargetPer LoRaWAN.UlBucketSize LoRaWAN.UlRate LoRaWAN.UlRatePolicy LoRaWANResponse
AWS::IoTWireless::TaskDefinition id=Arn Arn Id
AWS::IoTWireless::WirelessDevice id=Arn Arn Id ThingName
AWS::IoTWireless::WirelessDeviceImportTask id=Arn Arn CreationDate FailedImportedDevicesCount Id InitializedImportedDevicesCount OnboardedImportedDevicesCount PendingImportedDevicesCount Sidewalk.DeviceCreationFileList Status StatusReason
AWS::IoTWireless::WirelessGateway id=Arn Arn Id
AWS::KMS::Alias name
AWS::KMS::Key id=Arn Arn KeyId
AWS::KMS::ReplicaKey id=Arn Arn KeyId
AWS::KafkaConnect::Connector arn=ConnectorArn ConnectorArn
AWS::KafkaConnect::CustomPlugin arn=CustomPluginArn CustomPluginArn FileDescription Revision
AWS::KafkaConnect::WorkerConfiguration arn=WorkerConfigurationArn Revision WorkerConfigurationArn
AWS::Kendra::DataSource id=Arn Arn Id
AWS::Kendra::Faq id=Arn Arn Id
AWS::Kendra::FeaturedResultsSet arn=Arn Arn FeaturedResultsSetId
AWS::Kendra::Index id=Arn Arn Id
AWS::Kendra::QuerySuggestionsBlockList arn=Arn Arn Id
AWS::Kendra::Thesaurus arn=Arn Arn Id
AWS::KendraRanking::ExecutionPlan id=Arn Arn Id
AWS::Kinesis::Channel arn=ChannelARN ChannelARN ChannelCreationTimestamp ChannelId ChannelStatus
AWS::Kinesis::ResourcePolicy arn
AWS::Kinesis::Stream name=Arn Arn WarmThroughputObject
AWS::Kinesis::StreamConsumer arn=ConsumerARN ConsumerARN ConsumerCreationTimestamp ConsumerName ConsumerStatus StreamARN
AWS::KinesisAnalytics::Application id Id
AWS::KinesisAnalytics::ApplicationOutput id Id
AWS::KinesisAnalytics::ApplicationReferenceDataSource id Id
AWS::KinesisAnalyticsV2::Application name
AWS::KinesisAnalyticsV2::ApplicationCloudWatchLoggingOption id Id
AWS::KinesisAnalyticsV2::ApplicationOutput id Id
AWS::KinesisAnalyticsV2::ApplicationReferenceDataSource id Id
AWS::KinesisFirehose::DeliveryStream name=Arn Arn
AWS::KinesisVideo::SignalingChannel name=Arn Arn
AWS::KinesisVideo::Stream name=Arn Arn
AWS::LakeFormation::DataCellsFilter id
AWS::LakeFormation::DataLakeSettings id Id
AWS::LakeFormation::Permissions id Id
AWS::LakeFormation::PrincipalPermissions id PrincipalIdentifier ResourceIdentifier
AWS::LakeFormation::Resource id Id
AWS::LakeFormation::Tag id
AWS::LakeFormation::TagAssociation id ResourceIdentifier TagsIdentifier
AWS::Lambda::Alias arn=AliasArn AliasArn
AWS::Lambda::CapacityProvider name=Arn Arn State
AWS::Lambda::CodeSigningConfig arn=CodeSigningConfigArn CodeSigningConfigArn CodeSigningConfigId
AWS::Lambda::EventInvokeConfig id
AWS::Lambda::EventSourceMapping id=EventSourceMappingArn EventSourceMappingArn Id
AWS::Lambda::Function name=Arn Arn SnapStartResponse SnapStartResponse.ApplyOn SnapStartResponse.OptimizationStatus
AWS::Lambda::LayerVersion arn=LayerVersionArn LayerVersionArn
AWS::Lambda::LayerVersionPermission id Id
AWS::Lambda::MicrovmImage arn=ImageArn CreatedAt ImageArn LatestActiveImageVersion LatestFailedImageVersion State UpdatedAt
AWS::Lambda::NetworkConnector arn=Arn Arn LatestVersion LatestVersionArn State
AWS::Lambda::Permission id Id
AWS::Lambda::ResourcePolicy arn
AWS::Lambda::Url arn=FunctionArn FunctionArn FunctionUrl
AWS::Lambda::Version arn=FunctionArn FunctionArn Version
AWS::Lambda::WebFunction arn=FunctionArn CreatedAt FunctionArn State StateReason UpdatedAt
AWS::Lambda::WebFunctionEndpoint arn=EndpointArn CreatedAt DomainName EndpointArn FunctionArn RegionalEndpoints State StateReason UpdateStatus UpdateStatusReason UpdatedAt
AWS::Lambda::WebFunctionRevision arn=RevisionArn CreatedAt FunctionArn RevisionArn RevisionId State StateReason
AWS::LaunchWizard::Deployment arn=Arn Arn CreatedAt DeletedAt DeploymentId ResourceGroup Status
AWS::Lex::Bot id=Arn Arn Id
AWS::Lex::BotAlias id=Arn Arn BotAliasId BotAliasStatus
AWS::Lex::BotVersion id BotVersion
AWS::Lex::ResourcePolicy id Id RevisionId
AWS::LicenseManager::Grant arn=GrantArn GrantArn Version
AWS::LicenseManager::License arn=LicenseArn LicenseArn Version
AWS::LicenseManager::LicenseAssetGroup arn=LicenseAssetGroupArn LicenseAssetGroupArn
AWS::LicenseManager::LicenseAssetRuleSet arn=LicenseAssetRulesetArn LicenseAssetRulesetArn
AWS::LicenseManager::LicenseConfiguration arn=LicenseConfigurationArn LicenseConfigurationArn LicenseConfigurationId OwnerAccountId Status
AWS::LicenseManager::ReportGenerator arn=Arn Arn CreateTime ReportCreatorAccount S3Location
AWS::LicenseManagerLinuxSubscriptions::SubscriptionProvider arn=SubscriptionProviderArn LastSuccessfulDataRetrievalTime SubscriptionProviderArn SubscriptionProviderStatus SubscriptionProviderStatusMessage
AWS::LicenseManagerUserSubscriptions::LicenseServerEndpoint id=LicenseServerEndpointArn CreationTime LicenseServerEndpointArn LicenseServerEndpointId LicenseServerEndpointProvisioningStatus LicenseServers ServerEndpoint ServerType
AWS::Lightsail::Alarm name=AlarmArn AlarmArn State
AWS::Lightsail::Bucket name=BucketArn AbleToUpdateBundle BucketArn Url
AWS::Lightsail::Certificate name=CertificateArn CertificateArn Status
AWS::Lightsail::ContactMethod arn=Arn Arn CreatedAt Name ResourceType Status SupportCode
AWS::Lightsail::Container name=ContainerArn ContainerArn PrincipalArn PrivateRegistryAccess.EcrImagePullerRole.PrincipalArn Url
AWS::Lightsail::Database name=DatabaseArn DatabaseArn
AWS::Lightsail::DatabaseSnapshot name=Arn Arn CreatedAt Engine EngineVersion FromRelationalDatabaseArn FromRelationalDatabaseBlueprintId FromRelationalDatabaseBundleId FromRelationalDatabaseName Location Name ResourceType SizeInGb State SupportCode
AWS::Lightsail::Disk name=DiskArn AttachedTo AttachmentState DiskArn Iops IsAttached Location Location.AvailabilityZone Location.RegionName Path ResourceType State SupportCode
AWS::Lightsail::DiskSnapshot name=DiskSnapshotArn CreatedAt DiskSnapshotArn FromDiskName IsFromAutoSnapshot Location Progress ResourceType SizeInGb State SupportCode
AWS::Lightsail::Distribution name=DistributionArn AbleToUpdateBundle DistributionArn Status
AWS::Lightsail::Domain name=Arn Arn CreatedAt Location ResourceType SupportCode
AWS::Lightsail::Instance name=InstanceArn Hardware.CpuCount Hardware.RamSizeInGb InstanceArn Ipv6Addresses IsStaticIp Location.AvailabilityZone Location.RegionName Networking.MonthlyTransfer.GbPerMonthAllocated PrivateIpAddress PublicIpAddress ResourceType SshKeyName State.Code State.Name SupportCode UserName
AWS::Lightsail::InstanceSnapshot name=Arn Arn FromInstanceArn FromInstanceName IsFromAutoSnapshot Location ResourceType SizeInGb State SupportCode
AWS::Lightsail::KeyPair name=KeyPairArn CreatedAt Fingerprint KeyPairArn Location ResourceType SupportCode
AWS::Lightsail::LoadBalancer name=LoadBalancerArn LoadBalancerArn
AWS::Lightsail::LoadBalancerTlsCertificate id=LoadBalancerTlsCertificateArn LoadBalancerTlsCertificateArn Status
AWS::Lightsail::StaticIp name=StaticIpArn IpAddress IsAttached StaticIpArn
AWS::Location::APIKey name=Arn Arn CreateTime KeyArn UpdateTime
AWS::Location::GeofenceCollection name=Arn Arn CollectionArn CreateTime UpdateTime
AWS::Location::Map name=Arn Arn CreateTime DataSource MapArn UpdateTime
AWS::Location::PlaceIndex name=Arn Arn CreateTime IndexArn UpdateTime
AWS::Location::RouteCalculator name=Arn Arn CalculatorArn CreateTime UpdateTime
AWS::Location::Tracker name=Arn Arn CreateTime TrackerArn UpdateTime
AWS::Location::TrackerConsumer id
AWS::Logs::AccountPolicy id AccountId
AWS::Logs::Delivery id=Arn Arn DeliveryDestinationType DeliveryId
AWS::Logs::DeliveryDestination name=Arn Arn
AWS::Logs::DeliverySource name=Arn Arn ResourceArns Service Status StatusReason
AWS::Logs::Destination name=Arn Arn
AWS::Logs::Integration name IntegrationStatus
AWS::Logs::LogAnomalyDetector arn=AnomalyDetectorArn AnomalyDetectorArn AnomalyDetectorStatus CreationTimeStamp LastModifiedTimeStamp
AWS::Logs::LogGroup name=Arn Arn
AWS::Logs::LogStream name Id
AWS::Logs::MetricFilter id
AWS::Logs::QueryDefinition id QueryDefinitionId
AWS::Logs::ResourcePolicy name
AWS::Logs::ScheduledQuery arn=ScheduledQueryArn CreationTime LastExecutionStatus LastTriggeredTime LastUpdatedTime ScheduledQueryArn
AWS::Logs::StorageTierPolicy id AccountId LastUpdatedTime
AWS::Logs::SubscriptionFilter name
AWS::Logs::Transformer id
AWS::LookoutEquipment::InferenceScheduler name=InferenceSchedulerArn InferenceSchedulerArn
AWS::LookoutVision::Project name=Arn Arn
AWS::M2::Application arn=ApplicationArn ApplicationArn ApplicationId
AWS::M2::Deployment id DeploymentId Status
AWS::M2::Environment arn=EnvironmentArn EnvironmentArn EnvironmentId
AWS::MGN::Connector arn=Arn Arn ConnectorID
AWS::MGN::LaunchConfigurationTemplate arn=Arn Arn Ec2LaunchTemplateID LaunchConfigurationTemplateID
AWS::MGN::NetworkMigrationDefinition arn=Arn Arn CreatedAt NetworkMigrationDefinitionID UpdatedAt
AWS::MPA::ApprovalTeam arn=Arn Arn CreationTime LastUpdateTime NumberOfApprovers Status StatusCode StatusMessage UpdateSessionArn VersionId
AWS::MPA::IdentitySource arn=IdentitySourceArn CreationTime IdentitySourceArn IdentitySourceParameters.IamIdentityCenter.ApprovalPortalUrl IdentitySourceType Status StatusCode StatusMessage
AWS::MSK::BatchScramSecret arn
AWS::MSK::Channel arn=ChannelArn ChannelArn StateInfo Status
AWS::MSK::Cluster arn=Arn Arn CurrentVersion
AWS::MSK::ClusterPolicy arn CurrentVersion
AWS::MSK::Configuration arn=Arn Arn LatestRevision.CreationTime LatestRevision.Description LatestRevision.Revision
AWS::MSK::Replicator arn=ReplicatorArn CurrentVersion ReplicatorArn
AWS::MSK::ServerlessCluster arn=Arn Arn
AWS::MSK::Topic arn=TopicArn TopicArn
AWS::MSK::VpcConnection arn=Arn Arn
AWS::MWAA::Environment name=Arn Arn CeleryExecutorQueue DatabaseVpcEndpointService LoggingConfiguration.DagProcessingLogs.CloudWatchLogGroupArn LoggingConfiguration.SchedulerLogs.CloudWatchLogGroupArn LoggingConfiguration.TaskLogs.CloudWatchLogGroupArn LoggingConfiguration.WebserverLogs.CloudWatchLogGroupArn LoggingConfiguration.WorkerLogs.CloudWatchLogGroupArn WebserverUrl WebserverVpcEndpointService
AWS::MWAAServerless::Workflow arn=WorkflowArn CodeSnapshottedAt CreatedAt ModifiedAt ScheduleConfiguration WorkflowArn WorkflowStatus WorkflowVersion
AWS::Macie::AllowList id=Arn Arn Id Status
AWS::Macie::CustomDataIdentifier id=Arn Arn Id
AWS::Macie::FindingsFilter id=Arn Arn FindingsFilterListItems Id
AWS::Macie::Member arn=Arn AdministratorAccountId Arn RelationshipStatus UpdatedAt
AWS::Macie::Session id AutomatedDiscoveryStatus AwsAccountId ServiceRole
AWS::ManagedBlockchain::Accessor id=Arn Arn BillingToken CreationDate Id Status
AWS::ManagedBlockchain::Member id MemberId NetworkId
AWS::ManagedBlockchain::Node id=Arn Arn MemberId NetworkId NodeConfiguration.AvailabilityZone NodeConfiguration.InstanceType NodeId
AWS::MediaConnect::Bridge arn=BridgeArn BridgeArn BridgeState
AWS::MediaConnect::BridgeOutput id
AWS::MediaConnect::BridgeSource id
AWS::MediaConnect::Flow arn=FlowArn EgressIp FlowArn FlowAvailabilityZone FlowNdiMachineName Source.IngestIp Source.SourceArn Source.SourceIngestPort
AWS::MediaConnect::FlowEntitlement arn=EntitlementArn EntitlementArn
AWS::MediaConnect::FlowMediaStream arn=Arn Arn Fmt
AWS::MediaConnect::FlowOutput arn=OutputArn OutputArn
AWS::MediaConnect::FlowSource arn=SourceArn IngestIp SourceArn SourceIngestPort
AWS::MediaConnect::FlowVpcInterface id NetworkInterfaceIds
AWS::MediaConnect::Gateway arn=GatewayArn GatewayArn GatewayState
AWS::MediaConnect::RouterInput arn=Arn Arn ContentQualityAnalysisType CreatedAt Id InputType IpAddress MaintenanceType RoutedOutputs State UpdatedAt
AWS::MediaConnect::RouterNetworkInterface arn=Arn Arn AssociatedInputCount AssociatedOutputCount CreatedAt Id NetworkInterfaceType State UpdatedAt
AWS::MediaConnect::RouterOutput arn=Arn Arn CreatedAt Id IpAddress MaintenanceType OutputType RoutedState State UpdatedAt
AWS::MediaConvert::CertificateAssociation arn
AWS::MediaConvert::JobTemplate name=Arn Arn Name
AWS::MediaConvert::Preset name=Arn Arn Name
AWS::MediaConvert::Queue name=Arn Arn Name
AWS::MediaLive::Channel id=Arn Arn Id Inputs
AWS::MediaLive::ChannelPlacementGroup id=Arn Arn Channels Id State
AWS::MediaLive::CloudWatchAlarmTemplate id=Arn Arn CreatedAt GroupId Id Identifier ModifiedAt
AWS::MediaLive::CloudWatchAlarmTemplateGroup id=Arn Arn CreatedAt Id Identifier ModifiedAt
AWS::MediaLive::Cluster id=Arn Arn ChannelIds Id State
AWS::MediaLive::EventBridgeRuleTemplate id=Arn Arn CreatedAt GroupId Id Identifier ModifiedAt
AWS::MediaLive::EventBridgeRuleTemplateGroup id=Arn Arn CreatedAt Id Identifier ModifiedAt
AWS::MediaLive::Input id=Arn Arn AttachedChannels DestinationUrls Destinations Id InputClass InputPartnerIds InputSourceType SecurityGroups SourceUrls Sources State
AWS::MediaLive::InputSecurityGroup id=Arn Arn Id Inputs
AWS::MediaLive::Multiplex id=Arn Arn Id PipelinesRunningCount ProgramCount State
AWS::MediaLive::Multiplexprogram id ChannelId
AWS::MediaLive::Network id=Arn Arn AssociatedClusterIds Id State
AWS::MediaLive::Node arn=Arn Arn ChannelPlacementGroups ConnectionState Id InstanceArn State
AWS::MediaLive::SdiSource id=Arn Arn Id Inputs State
AWS::MediaLive::SignalMap id=Arn Arn CloudWatchAlarmTemplateGroupIds CreatedAt ErrorMessage EventBridgeRuleTemplateGroupIds FailedMediaResourceMap Id Identifier LastDiscoveredAt LastSuccessfulMonitorDeployment MediaResourceMap ModifiedAt MonitorChangesPendingDeployment MonitorDeployment Status
AWS::MediaPackage::Asset id=Arn Arn CreatedAt
AWS::MediaPackage::Channel id=Arn Arn
AWS::MediaPackage::OriginEndpoint id=Arn Arn Url
AWS::MediaPackage::PackagingConfiguration id=Arn Arn
AWS::MediaPackage::PackagingGroup id=Arn Arn DomainName
AWS::MediaPackageV2::Channel arn=Arn Arn AttachedMultiviewChannels CreatedAt IngestEndpointUrls IngestEndpoints ModifiedAt
AWS::MediaPackageV2::ChannelGroup arn=Arn Arn CreatedAt EgressDomain ModifiedAt
AWS::MediaPackageV2::ChannelPolicy id
AWS::MediaPackageV2::OriginEndpoint arn=Arn Arn CreatedAt DashManifestUrls HlsManifestUrls LowLatencyHlsManifestUrls ModifiedAt MssManifestUrls
AWS::MediaPackageV2::OriginEndpointPolicy id
AWS::MediaStore::Container id Endpoint Id
AWS::MediaTailor::Channel name=Arn Arn
AWS::MediaTailor::ChannelPolicy name
AWS::MediaTailor::Function id=Arn Arn
AWS::MediaTailor::LiveSource id=Arn Arn
AWS::MediaTailor::PlaybackConfiguration name=PlaybackConfigurationArn DashConfiguration.ManifestEndpointPrefix HlsConfiguration.ManifestEndpointPrefix PlaybackConfigurationArn PlaybackEndpointPrefix SessionInitializationEndpointPrefix
AWS::MediaTailor::PrefetchSchedule arn=Arn Arn
AWS::MediaTailor::Program arn=Arn Arn ClipRange CreationTime DurationMillis ScheduledStartTime
AWS::MediaTailor::SourceLocation name=Arn Arn
AWS::MediaTailor::VodSource id=Arn Arn
AWS::MemoryDB::ACL name=Arn Arn Status
AWS::MemoryDB::Cluster name ARN ClusterEndpoint.Address ClusterEndpoint.Port ParameterGroupStatus Status
AWS::MemoryDB::MultiRegionCluster name ARN MultiRegionClusterName Status
AWS::MemoryDB::ParameterGroup name ARN
AWS::MemoryDB::Snapshot arn=Arn Arn ClusterConfiguration DataTiering Source Status
AWS::MemoryDB::SubnetGroup name ARN SupportedNetworkTypes
AWS::MemoryDB::User name=Arn Arn Status
AWS::Neptune::DBCluster id AssociatedRoles AvailabilityZones BackupRetentionPeriod ClusterResourceId CopyTagsToSnapshot DBClusterIdentifier DBClusterParameterGroupName DBInstanceParameterGroupName DBPort DBSubnetGroupName DeletionProtection EnableCloudwatchLogsExports Endpoint EngineVersion GlobalClusterIdentifier IamAuthEnabled KmsKeyId NetworkType Port PreferredBackupWindow PreferredMaintenanceWindow ReadEndpoint RestoreToTime RestoreType ServerlessScalingConfiguration.MaxCapacity ServerlessScalingConfiguration.MinCapacity SnapshotIdentifier SourceDBClusterIdentifier StorageEncrypted Tags UseLatestRestorableTime VpcSecurityGroupIds
AWS::Neptune::DBClusterParameterGroup name
AWS::Neptune::DBInstance id Endpoint Port
AWS::Neptune::DBParameterGroup name
AWS::Neptune::DBSubnetGroup name
AWS::Neptune::EventSubscription name
AWS::Neptune::GlobalCluster id
AWS::NeptuneGraph::Graph id=GraphArn Endpoint GraphArn GraphId
AWS::NeptuneGraph::GraphSnapshot arn=Arn Arn Id KmsKeyIdentifier SnapshotCreateTime Status
AWS::NeptuneGraph::PrivateGraphEndpoint id PrivateGraphEndpointIdentifier VpcEndpointId
AWS::NetworkFirewall::ContainerAssociation arn=ContainerAssociationArn ContainerAssociationArn ResolvedCidrCount Status
AWS::NetworkFirewall::Firewall arn=FirewallArn EndpointIds FirewallArn FirewallId NumberOfAssociations TransitGatewayAttachmentId
AWS::NetworkFirewall::FirewallPolicy arn=FirewallPolicyArn FirewallPolicyArn FirewallPolicyId
AWS::NetworkFirewall::LoggingConfiguration arn
AWS::NetworkFirewall::RuleGroup arn=RuleGroupArn RuleGroupArn RuleGroupId
AWS::NetworkFirewall::TLSInspectionConfiguration arn=TLSInspectionConfigurationArn TLSInspectionConfigurationArn TLSInspectionConfigurationId
AWS::NetworkFirewall::VpcEndpointAssociation arn=VpcEndpointAssociationArn EndpointId VpcEndpointAssociationArn VpcEndpointAssociationId
AWS::NetworkFlowMonitor::Monitor arn=Arn Arn CreatedAt ModifiedAt MonitorStatus
AWS::NetworkFlowMonitor::Scope arn=ScopeArn ScopeArn ScopeId Status
AWS::NetworkManager::ConnectAttachment id AttachmentId AttachmentPolicyRuleNumber AttachmentType CoreNetworkArn CreatedAt LastModificationErrors OwnerAccountId ProposedNetworkFunctionGroupChange ProposedSegmentChange ProposedSegmentChange.AttachmentPolicyRuleNumber ProposedSegmentChange.SegmentName ProposedSegmentChange.Tags ResourceArn SegmentName State UpdatedAt
AWS::NetworkManager::ConnectPeer id Configuration Configuration.BgpConfigurations Configuration.CoreNetworkAddress Configuration.InsideCidrBlocks Configuration.PeerAddress Configuration.Protocol ConnectPeerId CoreNetworkId CreatedAt EdgeLocation LastModificationErrors State
AWS::NetworkManager::Connection arn=ConnectionArn ConnectionArn ConnectionId CreatedAt State
AWS::NetworkManager::CoreNetwork id=CoreNetworkArn CoreNetworkArn CoreNetworkId CreatedAt Edges NetworkFunctionGroups OwnerAccount Segments State
AWS::NetworkManager::CoreNetworkPrefixListAssociation id
AWS::NetworkManager::CustomerGatewayAssociation id
AWS::NetworkManager::Device id=DeviceArn CreatedAt DeviceArn DeviceId State
AWS::NetworkManager::DirectConnectGatewayAttachment id AttachmentId AttachmentPolicyRuleNumber AttachmentType CoreNetworkArn CreatedAt LastModificationErrors NetworkFunctionGroupName OwnerAccountId ProposedNetworkFunctionGroupChange ProposedSegmentChange ResourceArn SegmentName State UpdatedAt
AWS::NetworkManager::GlobalNetwork id=Arn Arn Id
AWS::NetworkManager::Link id=LinkArn CreatedAt LinkArn LinkId State
AWS::NetworkManager::LinkAssociation id
AWS::NetworkManager::Site id=SiteArn CreatedAt SiteArn SiteId State
AWS::NetworkManager::SiteToSiteVpnAttachment id AttachmentId AttachmentPolicyRuleNumber AttachmentType CoreNetworkArn CreatedAt EdgeLocation LastModificationErrors OwnerAccountId ProposedNetworkFunctionGroupChange ProposedSegmentChange ProposedSegmentChange.AttachmentPolicyRuleNumber ProposedSegmentChange.SegmentName ProposedSegmentChange.Tags ResourceArn SegmentName State UpdatedAt
AWS::NetworkManager::TransitGatewayPeering id CoreNetworkArn CreatedAt EdgeLocation LastModificationErrors OwnerAccountId PeeringId PeeringType ResourceArn State TransitGatewayPeeringAttachmentId
AWS::NetworkManager::TransitGatewayRegistration id
AWS::NetworkManager::TransitGatewayRouteTableAttachment id AttachmentId AttachmentPolicyRuleNumber AttachmentType CoreNetworkArn CoreNetworkId CreatedAt EdgeLocation LastModificationErrors OwnerAccountId ProposedNetworkFunctionGroupChange ProposedSegmentChange ResourceArn SegmentName State UpdatedAt
AWS::NetworkManager::VpcAttachment id AttachmentId AttachmentPolicyRuleNumber AttachmentType CoreNetworkArn CreatedAt EdgeLocation LastModificationErrors NetworkFunctionGroupName OwnerAccountId ProposedNetworkFunctionGroupChange ProposedSegmentChange ProposedSegmentChange.AttachmentPolicyRuleNumber ProposedSegmentChange.SegmentName ProposedSegmentChange.Tags ResourceArn SegmentName State UpdatedAt
AWS::NetworkMonitor::Monitor arn=MonitorArn CreatedAt ModifiedAt MonitorArn State
AWS::NetworkSecurityManager::Deployment arn=DeploymentArn DeploymentArn DeploymentId Status UpdatedAt Version
AWS::NetworkSecurityManager::Policy arn=PolicyArn PolicyArn PolicyId Status UpdatedAt Version
AWS::NetworkSecurityManager::Rule arn=RuleArn RuleArn RuleId Status UpdatedAt Version
AWS::NetworkSecurityManager::Scope arn=ScopeArn ScopeArn ScopeId Status UpdatedAt Version
AWS::NetworkSecurityManager::Template arn=TemplateArn Status TemplateArn TemplateId UpdatedAt Version
AWS::NimbleStudio::Studio id HomeRegion SsoClientId StudioId StudioUrl
AWS::Notifications::ChannelAssociation id
AWS::Notifications::EventRule arn=Arn Arn CreationTime ManagedRules StatusSummaryByRegion
AWS::Notifications::ManagedNotificationAccountContactAssociation id
AWS::Notifications::ManagedNotificationAdditionalChannelAssociation id
AWS::Notifications::NotificationConfiguration arn=Arn Arn CreationTime Status
AWS::Notifications::NotificationHub id CreationTime NotificationHubStatusSummary
AWS::Notifications::OrganizationalUnitAssociation id
AWS::NotificationsContacts::EmailContact arn=Arn Arn EmailContact EmailContact.Address EmailContact.Arn EmailContact.CreationTime EmailContact.Name EmailContact.Status EmailContact.UpdateTime
AWS::NovaAct::WorkflowDefinition arn=Arn Arn CreatedAt Status
AWS::ODB::CloudAutonomousVmCluster arn=CloudAutonomousVmClusterArn AutonomousDataStoragePercentage AvailableAutonomousDataStorageSizeInTBs AvailableContainerDatabases AvailableCpus CloudAutonomousVmClusterArn CloudAutonomousVmClusterId ComputeModel CpuCoreCount CpuPercentage DataStorageSizeInGBs DataStorageSizeInTBs DbNodeStorageSizeInGBs Domain ExadataStorageInTBsLowestScaledValue Hostname MaxAcdsLowestScaledValue MemorySizeInGBs NodeCount NonProvisionableAutonomousContainerDatabases OciResourceAnchorName OciUrl Ocid ProvisionableAutonomousContainerDatabases ProvisionedAutonomousContainerDatabases ProvisionedCpus ReclaimableCpus ReservedCpus Shape
AWS::ODB::CloudExadataInfrastructure arn=CloudExadataInfrastructureArn ActivatedStorageCount AdditionalStorageCount AvailableStorageSizeInGBs CloudExadataInfrastructureArn CloudExadataInfrastructureId ComputeModel CpuCount DataStorageSizeInTBs DbNodeStorageSizeInGBs DbServerIds DbServerVersion MaxCpuCount MaxDataStorageInTBs MaxDbNodeStorageSizeInGBs MaxMemoryInGBs MemorySizeInGBs OciResourceAnchorName OciUrl Ocid StorageServerVersion TotalStorageSizeInGBs
AWS::ODB::CloudVmCluster arn=CloudVmClusterArn CloudVmClusterArn CloudVmClusterId ComputeModel DiskRedundancy Domain ListenerPort NodeCount OciResourceAnchorName OciUrl Ocid ScanDnsName ScanIpIds Shape StorageSizeInGBs VipIds
AWS::ODB::OdbNetwork arn=OdbNetworkArn Ec2PlacementGroupIds ManagedServices OciNetworkAnchorId OciResourceAnchorName OciVcnUrl OdbNetworkArn OdbNetworkId
AWS::ODB::OdbPeeringConnection arn=OdbPeeringConnectionArn OdbNetworkArn OdbPeeringConnectionArn OdbPeeringConnectionId PeerNetworkArn PeerNetworkCidrs
AWS::OSIS::Pipeline arn=PipelineArn IngestEndpointUrls PipelineArn VpcEndpointService VpcEndpoints
AWS::Oam::Link arn=Arn Arn Label
AWS::Oam::Sink arn=Arn Arn
AWS::ObservabilityAdmin::DatasetIntegration arn=Arn Arn CreatedAt UpdatedAt
AWS::ObservabilityAdmin::OrganizationCentralizationRule arn=RuleArn RuleArn
AWS::ObservabilityAdmin::OrganizationTelemetryRule arn=RuleArn RegionStatuses RuleArn
AWS::ObservabilityAdmin::S3TableIntegration arn=Arn Arn
AWS::ObservabilityAdmin::TelemetryEnrichment id Status
AWS::ObservabilityAdmin::TelemetryPipelines id=Arn Arn Pipeline PipelineIdentifier Status StatusReason
AWS::ObservabilityAdmin::TelemetryRule arn=RuleArn RegionStatuses RuleArn
AWS::Omics::AnnotationStore name CreationTime Id Status StatusMessage StoreArn StoreSizeBytes UpdateTime
AWS::Omics::Configuration name=Arn Arn CreationTime Status Uuid
AWS::Omics::ReferenceStore id=Arn Arn CreationTime ReferenceStoreId
AWS::Omics::RunCache arn=Arn Arn CreationTime Id Status
AWS::Omics::RunGroup id=Arn Arn CreationTime Id
AWS::Omics::SequenceStore id=Arn Arn CreationTime S3AccessPointArn S3Uri SequenceStoreId Status StatusMessage UpdateTime
AWS::Omics::VariantStore name CreationTime Id Status StatusMessage StoreArn StoreSizeBytes UpdateTime
AWS::Omics::Workflow id=Arn Arn CreationTime Id Status Type Uuid
AWS::Omics::WorkflowVersion arn=Arn Arn CreationTime Status Type Uuid
AWS::OpenSearch::DataSource arn=Arn Arn Status
AWS::OpenSearchServerless::AccessPolicy id
AWS::OpenSearchServerless::Collection id=Arn Arn CollectionEndpoint DashboardEndpoint FipsEndpoints Id KmsKeyArn
AWS::OpenSearchServerless::CollectionGroup id=Arn Arn Id
AWS::OpenSearchServerless::CollectionIndex id
AWS::OpenSearchServerless::Index id Uuid
AWS::OpenSearchServerless::LifecyclePolicy id
AWS::OpenSearchServerless::SecurityConfig id IamIdentityCenterOptions.ApplicationArn IamIdentityCenterOptions.ApplicationDescription IamIdentityCenterOptions.ApplicationName Id
AWS::OpenSearchServerless::SecurityPolicy id
AWS::OpenSearchServerless::VpcEndpoint id Id
AWS::OpenSearchService::Application name=Arn Arn Id
AWS::OpenSearchService::Domain name=Arn AdvancedSecurityOptions.AnonymousAuthDisableDate Arn DomainArn DomainEndpoint DomainEndpointV2 DomainEndpoints Id IdentityCenterOptions.IdentityCenterApplicationARN IdentityCenterOptions.IdentityStoreId ServiceSoftwareOptions ServiceSoftwareOptions.AutomatedUpdateDate ServiceSoftwareOptions.Cancellable ServiceSoftwareOptions.CurrentVersion ServiceSoftwareOptions.Description ServiceSoftwareOptions.NewVersion ServiceSoftwareOptions.OptionalDeployment ServiceSoftwareOptions.UpdateAvailable ServiceSoftwareOptions.UpdateStatus
AWS::OpsWorks::App id Id
AWS::OpsWorks::ElasticLoadBalancerAttachment id Id
AWS::OpsWorks::Instance id AvailabilityZone Id PrivateDnsName PrivateIp PublicDnsName PublicIp
AWS::OpsWorks::Layer id Id
AWS::OpsWorks::Stack id Id
AWS::OpsWorks::UserProfile arn Id SshUsername
AWS::OpsWorks::Volume id Id
AWS::Organizations::Account id=Arn AccountId Arn JoinedMethod JoinedTimestamp Paths State Status
AWS::Organizations::Organization id=Arn Arn Id ManagementAccountArn ManagementAccountEmail ManagementAccountId RootId
AWS::Organizations::OrganizationalUnit id=Arn Arn Id Path
AWS::Organizations::Policy id=Arn Arn AwsManaged Id
AWS::Organizations::ResourcePolicy id=Arn Arn Id
AWS::Outposts::Outpost arn=OutpostArn LifeCycleStatus OutpostArn OutpostId OwnerId SiteArn
AWS::Outposts::Site arn=SiteArn SiteArn SiteId
AWS::PCAConnectorAD::Connector arn=ConnectorArn ConnectorArn
AWS::PCAConnectorAD::DirectoryRegistration arn=DirectoryRegistrationArn DirectoryRegistrationArn
AWS::PCAConnectorAD::ServicePrincipalName id
AWS::PCAConnectorAD::Template arn=TemplateArn TemplateArn
AWS::PCAConnectorAD::TemplateGroupAccessControlEntry id
AWS::PCAConnectorSCEP::Challenge arn=ChallengeArn ChallengeArn
AWS::PCAConnectorSCEP::Connector arn=ConnectorArn ConnectorArn Endpoint OpenIdConfiguration Type
AWS::PCS::Cluster arn=Arn Arn Endpoints ErrorInfo Id Status
AWS::PCS::ComputeNodeGroup arn=Arn Arn ErrorInfo Id Status
AWS::PCS::Queue arn=Arn Arn ErrorInfo Id Status
AWS::PI::PerfReports arn=Arn AnalysisReportId Arn CreateTime Status
AWS::Panorama::ApplicationInstance id=Arn ApplicationInstanceId Arn CreatedTime DefaultRuntimeContextDeviceName HealthStatus LastUpdatedTime Status StatusDescription
AWS::Panorama::Package id=Arn Arn CreatedTime PackageId StorageLocation.BinaryPrefixLocation StorageLocation.Bucket StorageLocation.GeneratedPrefixLocation StorageLocation.ManifestPrefixLocation StorageLocation.RepoPrefixLocation
AWS::Panorama::PackageVersion id IsLatestPatch PackageArn PackageName RegisteredTime Status StatusDescription
AWS::PaymentCryptography::Alias name
AWS::PaymentCryptography::Key arn KeyIdentifier KeyOrigin KeyState ReplicationStatus
AWS::Personalize::Campaign arn=CampaignArn CampaignArn CreationDateTime LastUpdatedDateTime Status
AWS::Personalize::Dataset arn=DatasetArn DatasetArn
AWS::Personalize::DatasetGroup arn=DatasetGroupArn DatasetGroupArn
AWS::Personalize::EventTracker arn=EventTrackerArn EventTrackerArn TrackingId
AWS::Personalize::Filter arn=FilterArn CreationDateTime FilterArn LastUpdatedDateTime Status
AWS::Personalize::MetricAttribution arn=MetricAttributionArn MetricAttributionArn Status
AWS::Personalize::Schema arn=SchemaArn SchemaArn
AWS::Personalize::Solution arn=SolutionArn SolutionArn
AWS::Pinpoint::ADMChannel id Id
AWS::Pinpoint::APNSChannel id Id
AWS::Pinpoint::APNSSandboxChannel id Id
AWS::Pinpoint::APNSVoipChannel id Id
AWS::Pinpoint::APNSVoipSandboxChannel id Id
AWS::Pinpoint::App id=Arn Arn Id
AWS::Pinpoint::ApplicationSettings id Id
AWS::Pinpoint::BaiduChannel id Id
AWS::Pinpoint::Campaign id=Arn Arn CampaignId
AWS::Pinpoint::EmailChannel id Id
AWS::Pinpoint::EmailTemplate id=Arn Arn Id
AWS::Pinpoint::EventStream id Id
AWS::Pinpoint::GCMChannel id Id
AWS::Pinpoint::InAppTemplate name=Arn Arn
AWS::Pinpoint::PushTemplate id=Arn Arn Id
AWS::Pinpoint::SMSChannel id Id
AWS::Pinpoint::Segment id=Arn Arn SegmentId
AWS::Pinpoint::SmsTemplate id=Arn Arn Id
AWS::Pinpoint::VoiceChannel id Id
AWS::PinpointEmail::ConfigurationSet id Id
AWS::PinpointEmail::ConfigurationSetEventDestination id Id
AWS::PinpointEmail::DedicatedIpPool id Id
AWS::PinpointEmail::Identity id Id IdentityDNSRecordName1 IdentityDNSRecordName2 IdentityDNSRecordName3 IdentityDNSRecordValue1 IdentityDNSRecordValue2 IdentityDNSRecordValue3
AWS::Pipes::Pipe name=Arn Arn CreationTime CurrentState LastModifiedTime StateReason
AWS::Polly::Lexicon arn=Arn Alphabet Arn LanguageCode LastModified LexemesCount Size
AWS::PricingPlanManager::Subscription arn=Arn Arn CreatedAt CurrentPlanTier Status StatusReason UpdatedAt
AWS::Proton::EnvironmentAccountConnection arn=Arn Arn Id Status
AWS::Proton::EnvironmentTemplate arn=Arn Arn
AWS::Proton::ServiceTemplate arn=Arn Arn
AWS::QBusiness::Application id=ApplicationArn ApplicationArn ApplicationId CreatedAt IdentityCenterApplicationArn Status UpdatedAt
AWS::QBusiness::DataAccessor id=DataAccessorArn CreatedAt DataAccessorArn DataAccessorId IdcApplicationArn UpdatedAt
AWS::QBusiness::DataSource id=DataSourceArn CreatedAt DataSourceArn DataSourceId Status Type UpdatedAt
AWS::QBusiness::Index id=IndexArn CreatedAt IndexArn IndexId IndexStatistics Status UpdatedAt
AWS::QBusiness::Permission id
AWS::QBusiness::Plugin id=PluginArn BuildStatus CreatedAt PluginArn PluginId UpdatedAt
AWS::QBusiness::Retriever id=RetrieverArn CreatedAt RetrieverArn RetrieverId Status UpdatedAt
AWS::QBusiness::WebExperience id=WebExperienceArn CreatedAt DefaultEndpoint Status UpdatedAt WebExperienceArn WebExperienceId
AWS::QLDB::Ledger id Id
AWS::QLDB::Stream id=Arn Arn Id
AWS::QuickSight::ActionConnector id=Arn Arn CreatedTime EnabledActions LastUpdatedTime Status
AWS::QuickSight::Agent id=Arn AgentStatus Arn CreatedAt Creator CustomPromptInterface ErrorMessage UpdatedAt
AWS::QuickSight::Analysis id=Arn Arn CreatedTime DataSetArns Errors LastUpdatedTime Sheets
AWS::QuickSight::ApprovalPolicy id CreatedAt PolicyArn UpdatedAt
AWS::QuickSight::Assignment arn=Arn Arn AssignmentId
AWS::QuickSight::Brand arn=Arn Arn AwsAccountId BrandStatus CreatedTime LastUpdatedTime VersionId VersionStatus
AWS::QuickSight::CustomPermissions id=Arn Arn
AWS::QuickSight::Customization arn=Arn Arn AwsAccountId
AWS::QuickSight::DLPSetting id=Arn Arn CreatedAt Status UpdatedAt
AWS::QuickSight::Dashboard id=Arn Arn CreatedTime LastPublishedTime LastUpdatedTime Version Version.Arn Version.CreatedTime Version.DataSetArns Version.Description Version.Errors Version.Sheets Version.SourceEntityArn Version.Status Version.ThemeArn Version.VersionNumber
AWS::QuickSight::DataSet id=Arn Arn ConsumedSpiceCapacityInBytes CreatedTime LastUpdatedTime OutputColumns
AWS::QuickSight::DataSource id=Arn Arn CreatedTime LastUpdatedTime Status
AWS::QuickSight::Flow arn=Arn Arn CreatedTime FlowId LastUpdatedTime PublishState StepAliases
AWS::QuickSight::Folder id=Arn Arn CreatedTime LastUpdatedTime
AWS::QuickSight::Group arn=Arn Arn PrincipalId
AWS::QuickSight::KnowledgeBase id=KnowledgeBaseArn CreatedAt DocumentCount KnowledgeBaseArn KnowledgeBaseSizeBytes PrimaryOwnerUsername Status Type UpdatedAt
AWS::QuickSight::LimitsProfile id=Arn Arn CreatedAt ProfileId UpdatedAt
AWS::QuickSight::OAuthClientApplication arn=Arn Arn CreatedTime LastUpdatedTime
AWS::QuickSight::RefreshSchedule id=Arn Arn
AWS::QuickSight::Space id=Arn Arn CreatedAt CreatedBy UpdatedAt
AWS::QuickSight::Template id=Arn Arn CreatedTime LastUpdatedTime Version Version.CreatedTime Version.DataSetConfigurations Version.Description Version.Errors Version.Sheets Version.SourceEntityArn Version.Status Version.ThemeArn Version.VersionNumber
AWS::QuickSight::Theme id=Arn Arn CreatedTime LastUpdatedTime Type Version Version.Arn Version.BaseThemeId Version.Configuration Version.Configuration.DataColorPalette Version.Configuration.Sheet Version.Configuration.Typography Version.Configuration.UIColorPalette Version.CreatedTime Version.Description Version.Errors Version.Status Version.VersionNumber
AWS::QuickSight::Topic id=Arn Arn
AWS::QuickSight::TopicV2 id=Arn Arn
AWS::QuickSight::VPCConnection id=Arn Arn CreatedTime LastUpdatedTime NetworkInterfaces Status VPCId
AWS::RAM::Permission arn=Arn Arn IsResourceTypeDefault PermissionType Version
AWS::RAM::PermissionAssociation id AssociationStatus FeatureSet IsDefault LastUpdatedTime PermissionVersion ResourceType
AWS::RAM::PrincipalAssociation id AssociationType CreationTime External LastUpdatedTime Status
AWS::RAM::ResourceAssociation id AssociationType CreationTime External LastUpdatedTime Status
AWS::RAM::ResourceShare arn=Arn Arn CreationTime FeatureSet LastUpdatedTime OwningAccountId Status
AWS::RAM::SourceAssociation id CreationTime LastUpdatedTime SourceType Status
AWS::RDS::ClusterSnapshot arn=DBClusterSnapshotArn AllocatedStorage AvailabilityZones ClusterCreateTime DBClusterSnapshotArn DbClusterResourceId Engine EngineMode EngineVersion IAMDatabaseAuthenticationEnabled KmsKeyId LicenseModel MasterUsername Port SnapshotCreateTime SnapshotType Status StorageEncrypted VpcId
AWS::RDS::CustomDBEngineVersion id DBEngineVersionArn
AWS::RDS::DBCluster id=DBClusterArn DBClusterArn DBClusterResourceId Endpoint Endpoint.Address Endpoint.Port MasterUserSecret.SecretArn ReadEndpoint ReadEndpoint.Address StorageEncryptionType StorageThroughput
AWS::RDS::DBClusterEndpoint arn=DBClusterEndpointArn DBClusterEndpointArn DBClusterEndpointResourceIdentifier Endpoint EndpointType Status
AWS::RDS::DBClusterParameterGroup name
AWS::RDS::DBInstance id=DBInstanceArn AdditionalStorageVolumes AllocatedStorage AllowMajorVersionUpgrade ApplyImmediately AssociatedRoles AutoMinorVersionUpgrade AutomaticBackupReplicationKmsKeyId AutomaticBackupReplicationRegion AutomaticBackupReplicationRetentionPeriod AutomaticRestartTime AvailabilityZone BackupRetentionPeriod BackupTarget CACertificateIdentifier CertificateDetails CertificateDetails.CAIdentifier CertificateDetails.ValidTill CertificateRotationRestart CharacterSetName CopyTagsToSnapshot CustomIAMInstanceProfile DBClusterIdentifier DBClusterSnapshotIdentifier DBInstanceArn DBInstanceClass DBInstanceIdentifier DBInstanceStatus DBName DBParameterGroupName DBSecurityGroups DBSnapshotIdentifier DBSubnetGroupName DBSystemId DatabaseInsightsMode DbiResourceId DedicatedLogVolume DeleteAutomatedBackups DeletionProtection Domain DomainAuthSecretArn DomainDnsIps DomainFqdn DomainIAMRoleName DomainOu EnableCloudwatchLogsExports EnableIAMDatabaseAuthentication EnablePerformanceInsights Endpoint Endpoint.Address Endpoint.HostedZoneId Endpoint.Port Engine EngineLifecycleSupport EngineVersion InstanceCreateTime Iops IsStorageConfigUpgradeAvailable KmsKeyId LatestRestorableTime LicenseModel ListenerEndpoint ListenerEndpoint.Address ListenerEndpoint.HostedZoneId ListenerEndpoint.Port ManageMasterUserPassword MasterUserAuthenticationType MasterUserPassword MasterUserSecret.KmsKeyId MasterUserSecret.SecretArn MasterUsername MaxAllocatedStorage MonitoringInterval MonitoringRoleArn MultiAZ NcharCharacterSetName NetworkType OptionGroupName PercentProgress PerformanceInsightsKMSKeyId PerformanceInsightsRetentionPeriod Port PreferredBackupWindow PreferredMaintenanceWindow ProcessorFeatures PromotionTier PubliclyAccessible ReadReplicaDBClusterIdentifiers ReadReplicaDBInstanceIdentifiers ReplicaMode RestoreTime ResumeFullAutomationModeTime SecondaryAvailabilityZone SourceDBClusterIdentifier SourceDBInstanceAutomatedBackupsArn SourceDBInstanceIdentifier SourceDbiResourceId SourceRegion StatusInfos StorageEncrypted StorageOperationPercentProgress StorageOperationStatus StorageThroughput StorageType Tags TdeCredentialArn TdeCredentialPassword Timezone UseDefaultProcessorFeatures UseLatestRestorableTime VPCSecurityGroups
AWS::RDS::DBParameterGroup name=DBParameterGroupArn DBParameterGroupArn DBParameterGroupName Description Family Tags
AWS::RDS::DBProxy name=DBProxyArn DBProxyArn Endpoint VpcId
AWS::RDS::DBProxyEndpoint name=DBProxyEndpointArn DBProxyEndpointArn Endpoint IsDefault VpcId
AWS::RDS::DBProxyTargetGroup arn=TargetGroupArn TargetGroupArn
AWS::RDS::DBSecurityGroup id Id
AWS::RDS::DBSecurityGroupIngress id Id
AWS::RDS::DBShardGroup id DBShardGroupResourceId Endpoint
AWS::RDS::DBSnapshot arn=DBSnapshotArn AllocatedStorage AvailabilityZone DBSnapshotArn DbiResourceId Encrypted Engine EngineVersion IAMDatabaseAuthenticationEnabled InstanceCreateTime Iops KmsKeyId LicenseModel MasterUsername OptionGroupName OriginalSnapshotCreateTime Port SnapshotCreateTime SnapshotType Status StorageThroughput StorageType VpcId
AWS::RDS::DBSubnetGroup name=DBSubnetGroupArn DBSubnetGroupArn
AWS::RDS::Deployment arn=Arn Arn BlueGreenDeploymentIdentifier CreateTime Status SwitchoverDetails Target Tasks
AWS::RDS::EventSubscription name
AWS::RDS::GlobalCluster id GlobalEndpoint
AWS::RDS::Integration arn=IntegrationArn CreateTime IntegrationArn
AWS::RDS::OptionGroup name
AWS::RTBFabric::InboundExternalLink arn=Arn Arn CreatedTimestamp DomainName LinkId LinkStatus UpdatedTimestamp
AWS::RTBFabric::Link arn=Arn Arn CreatedTimestamp LinkDirection LinkId LinkStatus UpdatedTimestamp
AWS::RTBFabric::LinkRoutingRule arn=Arn Arn CreatedTimestamp RuleId Status UpdatedTimestamp
AWS::RTBFabric::OutboundExternalLink arn=Arn Arn CreatedTimestamp LinkId LinkStatus UpdatedTimestamp
AWS::RTBFabric::RequesterGateway arn=Arn ActiveLinksCount Arn CreatedTimestamp DomainName GatewayId RequesterGatewayStatus TotalLinksCount UpdatedTimestamp
AWS::RTBFabric::ResponderGateway arn=Arn Arn CertificateAssociationStatus CreatedTimestamp ExternalInboundEndpoint GatewayId ResponderGatewayStatus UpdatedTimestamp
AWS::RUM::AppMonitor name Id
AWS::Rbin::Rule arn=Arn Arn Identifier LockState
AWS::Redshift::Cluster id ClusterNamespaceArn DeferMaintenanceIdentifier Endpoint.Address Endpoint.Port Id MasterPasswordSecretArn
AWS::Redshift::ClusterParameterGroup name
AWS::Redshift::ClusterSecurityGroup id Id
AWS::Redshift::ClusterSecurityGroupIngress id Id
AWS::Redshift::ClusterSubnetGroup name ClusterSubnetGroupName
AWS::Redshift::EndpointAccess name Address EndpointCreateTime EndpointStatus Port VpcEndpoint VpcEndpoint.NetworkInterfaces VpcEndpoint.VpcEndpointId VpcEndpoint.VpcId VpcSecurityGroups
AWS::Redshift::EndpointAuthorization id AllowedAllVPCs AllowedVPCs AuthorizeTime ClusterStatus EndpointCount Grantee Grantor Status
AWS::Redshift::EventSubscription name CustSubscriptionId CustomerAwsId EventCategoriesList SourceIdsList Status SubscriptionCreationTime
AWS::Redshift::Integration arn=IntegrationArn CreateTime IntegrationArn
AWS::Redshift::QEV2IdcApplication arn=Qev2IdcApplicationArn IdcManagedApplicationArn IdcOnboardStatus Qev2IdcApplicationArn
AWS::Redshift::RedshiftIdcApplication arn=RedshiftIdcApplicationArn IdcManagedApplicationArn IdcOnboardStatus RedshiftIdcApplicationArn
AWS::Redshift::ScheduledAction name NextInvocations State
AWS::Redshift::Snapshot arn=SnapshotArn AvailabilityZone ClusterCreateTime ClusterVersion DBName Encrypted EncryptedWithHSM EngineFullVersion EnhancedVpcRouting KmsKeyId MaintenanceTrackName MasterUsername NodeType NumberOfNodes OwnerAccount Port SnapshotArn SnapshotCreateTime SnapshotType Status VpcId
AWS::Redshift::SnapshotCopyGrant arn=Arn Arn
AWS::Redshift::SnapshotSchedule arn=Arn Arn AssociatedClusterCount
AWS::Redshift::UsageLimit arn=Arn Arn UsageLimitId
AWS::RedshiftServerless::Namespace name Namespace Namespace.AdminUsername Namespace.CreationDate Namespace.DbName Namespace.DefaultIamRoleArn Namespace.IamRoles Namespace.KmsKeyId Namespace.LogExports Namespace.NamespaceArn Namespace.NamespaceId Namespace.NamespaceName Namespace.Status
AWS::RedshiftServerless::Snapshot name OwnerAccount Snapshot Snapshot.AdminUsername Snapshot.KmsKeyId Snapshot.NamespaceArn Snapshot.NamespaceName Snapshot.OwnerAccount Snapshot.RetentionPeriod Snapshot.SnapshotArn Snapshot.SnapshotCreateTime Snapshot.SnapshotName Snapshot.Status
AWS::RedshiftServerless::Workgroup name BaseCapacity ConfigParameters EnhancedVpcRouting MaxCapacity NamespaceName Port PubliclyAccessible RecoveryPointId SecurityGroupIds SnapshotArn SnapshotName SnapshotOwnerAccount SubnetIds Tags TrackName Workgroup Workgroup.BaseCapacity Workgroup.ConfigParameters Workgroup.CreationDate Workgroup.Endpoint Workgroup.Endpoint.Address Workgroup.Endpoint.Port Workgroup.Endpoint.VpcEndpoints Workgroup.EnhancedVpcRouting Workgroup.MaxCapacity Workgroup.NamespaceName Workgroup.PricePerformanceTarget.Level Workgroup.PricePerformanceTarget.Status Workgroup.PubliclyAccessible Workgroup.SecurityGroupIds Workgroup.Status Workgroup.SubnetIds Workgroup.TrackName Workgroup.WorkgroupArn Workgroup.WorkgroupId Workgroup.WorkgroupName WorkgroupName
AWS::RefactorSpaces::Application id=Arn ApiGatewayId ApplicationIdentifier Arn NlbArn NlbName ProxyUrl StageName VpcLinkId
AWS::RefactorSpaces::Environment id=Arn Arn EnvironmentIdentifier TransitGatewayId
AWS::RefactorSpaces::Route id=Arn Arn PathResourceToId RouteIdentifier
AWS::RefactorSpaces::Service id=Arn Arn ServiceIdentifier
AWS::Rekognition::Collection id=Arn Arn
AWS::Rekognition::Dataset arn=DatasetArn DatasetArn
AWS::Rekognition::Project name=Arn Arn
AWS::Rekognition::StreamProcessor name=Arn Arn Status StatusMessage
AWS::ResilienceHub::App arn=AppArn AppArn DriftStatus
AWS::ResilienceHub::ResiliencyPolicy arn=PolicyArn PolicyArn
AWS::ResilienceHubV2::Policy arn=PolicyArn AssociatedServiceCount CreatedAt PolicyArn UpdatedAt
AWS::ResilienceHubV2::Service arn=ServiceArn CreatedAt EffectivePolicyValues ServiceArn UpdatedAt
AWS::ResilienceHubV2::ServiceFunction id CreatedAt ResourceCount ServiceFunctionId Source UpdatedAt
AWS::ResilienceHubV2::System arn=SystemArn CreatedAt SystemArn SystemId UpdatedAt
AWS::ResilienceHubV2::UserJourney id CreatedAt UpdatedAt UserJourneyId
AWS::ResourceExplorer2::DefaultViewAssociation id AssociatedAwsPrincipal
AWS::ResourceExplorer2::Index arn=Arn Arn IndexState
AWS::ResourceExplorer2::View arn=ViewArn ViewArn
AWS::ResourceGroups::Group name=Arn Arn
AWS::ResourceGroups::TagSyncTask arn=TaskArn GroupArn GroupName Status TaskArn
AWS::RoboMaker::Fleet arn=Arn Arn
AWS::RoboMaker::Robot arn=Arn Arn
AWS::RoboMaker::RobotApplication arn=Arn Arn CurrentRevisionId Environment Name RobotSoftwareSuite.Name RobotSoftwareSuite.Version Sources
AWS::RoboMaker::RobotApplicationVersion arn=Arn ApplicationVersion Arn
AWS::RoboMaker::SimulationApplication arn=Arn Arn CurrentRevisionId Environment Name RenderingEngine.Name RenderingEngine.Version RobotSoftwareSuite.Name RobotSoftwareSuite.Version SimulationSoftwareSuite.Name SimulationSoftwareSuite.Version Sources
AWS::RoboMaker::SimulationApplicationVersion arn=Arn ApplicationVersion Arn
AWS::RolesAnywhere::CRL id CrlId
AWS::RolesAnywhere::Profile id=ProfileArn ProfileArn ProfileId
AWS::RolesAnywhere::TrustAnchor id=TrustAnchorArn TrustAnchorArn TrustAnchorId
AWS::Route53::CidrCollection id=Arn Arn Id
AWS::Route53::DNSSEC id
AWS::Route53::DelegationSet arn=Arn Arn CallerReference Id NameServers
AWS::Route53::HealthCheck id HealthCheckId
AWS::Route53::HostedZone id Id NameServers
AWS::Route53::KeySigningKey id
AWS::Route53::QueryLoggingConfig arn=Arn Arn Id
AWS::Route53::RecordSet name
AWS::Route53::RecordSetGroup id Id
AWS::Route53::TrafficPolicy arn=Arn Arn Id Type Version
AWS::Route53::TrafficPolicyInstance arn=Arn Arn Id State TrafficPolicyType
AWS::Route53GlobalResolver::AccessSource id=Arn AccessSourceId Arn CreatedAt Status UpdatedAt
AWS::Route53GlobalResolver::AccessToken id=Arn AccessTokenId Arn CreatedAt GlobalResolverId Status UpdatedAt Value
AWS::Route53GlobalResolver::DnsView id=Arn Arn CreatedAt DnsViewId Status UpdatedAt
AWS::Route53GlobalResolver::FirewallDomainList id=Arn Arn CreatedAt DomainCount FirewallDomainListId Status StatusMessage UpdatedAt
AWS::Route53GlobalResolver::FirewallRule id CreatedAt FirewallRuleId QueryType Status UpdatedAt
AWS::Route53GlobalResolver::GlobalResolver id=Arn Arn CreatedAt DnsName GlobalResolverId IPv4Addresses IPv6Addresses Status UpdatedAt
AWS::Route53GlobalResolver::HostedZoneAssociation id CreatedAt HostedZoneAssociationId HostedZoneName Status UpdatedAt
AWS::Route53Profiles::Profile id=Arn Arn ClientToken Id ShareStatus
AWS::Route53Profiles::ProfileAssociation id Id
AWS::Route53Profiles::ProfileResourceAssociation id Id ResourceType
AWS::Route53RecoveryControl::Cluster arn=ClusterArn ClusterArn ClusterEndpoints Status
AWS::Route53RecoveryControl::ControlPanel arn=ControlPanelArn ControlPanelArn DefaultControlPanel RoutingControlCount Status
AWS::Route53RecoveryControl::RoutingControl arn=RoutingControlArn RoutingControlArn Status
AWS::Route53RecoveryControl::SafetyRule arn=SafetyRuleArn SafetyRuleArn Status
AWS::Route53RecoveryReadiness::Cell name=CellArn CellArn ParentReadinessScopes
AWS::Route53RecoveryReadiness::ReadinessCheck name=ReadinessCheckArn ReadinessCheckArn
AWS::Route53RecoveryReadiness::RecoveryGroup name=RecoveryGroupArn RecoveryGroupArn
AWS::Route53RecoveryReadiness::ResourceSet name=ResourceSetArn ResourceSetArn
AWS::Route53Resolver::FirewallDomainList id=Arn Arn CreationTime CreatorRequestId DomainCount Id ManagedOwnerName ModificationTime Status StatusMessage
AWS::Route53Resolver::FirewallRuleGroup id=Arn Arn CreationTime CreatorRequestId Id ModificationTime OwnerId RuleCount ShareStatus Status StatusMessage
AWS::Route53Resolver::FirewallRuleGroupAssociation id=Arn Arn CreationTime CreatorRequestId Id ManagedOwnerName ModificationTime Status StatusMessage
AWS::Route53Resolver::OutpostResolver id=Arn Arn CreationTime CreatorRequestId Id ModificationTime Status StatusMessage
AWS::Route53Resolver::ResolverConfig id AutodefinedReverse Id OwnerId
AWS::Route53Resolver::ResolverDNSSECConfig id Id OwnerId ValidationStatus
AWS::Route53Resolver::ResolverEndpoint id=Arn Arn Direction HostVPCId IpAddressCount Name OutpostArn PreferredInstanceType ResolverEndpointId ResolverEndpointType
AWS::Route53Resolver::ResolverQueryLoggingConfig id=Arn Arn AssociationCount CreationTime CreatorRequestId Id OwnerId ShareStatus Status
AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation id CreationTime Error ErrorMessage Id Status
AWS::Route53Resolver::ResolverRule id=Arn Arn DelegationRecord DomainName Name ResolverEndpointId ResolverRuleId RuleType Tags TargetIps
AWS::Route53Resolver::ResolverRuleAssociation id Name ResolverRuleAssociationId ResolverRuleId VPCId
AWS::S3::AccessGrant id=AccessGrantArn AccessGrantArn AccessGrantId GrantScope
AWS::S3::AccessGrantsInstance arn=AccessGrantsInstanceArn AccessGrantsInstanceArn AccessGrantsInstanceId
AWS::S3::AccessGrantsLocation id=AccessGrantsLocationArn AccessGrantsLocationArn AccessGrantsLocationId
AWS::S3::AccessPoint name=Arn Alias Arn Bucket BucketAccountId Name NetworkOrigin PublicAccessBlockConfiguration.BlockPublicAcls PublicAccessBlockConfiguration.BlockPublicPolicy PublicAccessBlockConfiguration.IgnorePublicAcls PublicAccessBlockConfiguration.RestrictPublicBuckets Tags VpcConfiguration.VpcId
AWS::S3::Bucket name=Arn Arn DomainName DualStackDomainName MetadataConfiguration.AnnotationTableConfiguration.TableArn MetadataConfiguration.AnnotationTableConfiguration.TableName MetadataConfiguration.Destination MetadataConfiguration.InventoryTableConfiguration.TableArn MetadataConfiguration.InventoryTableConfiguration.TableName MetadataConfiguration.JournalTableConfiguration.TableArn MetadataConfiguration.JournalTableConfiguration.TableName MetadataTableConfiguration.S3TablesDestination.TableArn MetadataTableConfiguration.S3TablesDestination.TableNamespace RegionalDomainName WebsiteURL
AWS::S3::BucketPolicy id
AWS::S3::MultiRegionAccessPoint name Alias CreatedAt
AWS::S3::MultiRegionAccessPointPolicy name PolicyStatus PolicyStatus.IsPublic
AWS::S3::StorageLens id StorageLensConfiguration.StorageLensArn
AWS::S3::StorageLensGroup name=StorageLensGroupArn StorageLensGroupArn
AWS::S3Express::AccessPoint name=Arn Arn NetworkOrigin
AWS::S3Express::BucketPolicy id
AWS::S3Express::DirectoryBucket name=Arn Arn AvailabilityZoneName
AWS::S3Files::AccessPoint id=AccessPointArn AccessPointArn AccessPointId OwnerId Status
AWS::S3Files::FileSystem arn=FileSystemArn CreationTime FileSystemArn FileSystemId OwnerId Status StatusMessage SynchronizationConfiguration.LatestVersionNumber
AWS::S3Files::FileSystemPolicy id
AWS::S3Files::MountTarget id AvailabilityZoneId MountTargetId NetworkInterfaceId OwnerId Status StatusMessage VpcId
AWS::S3ObjectLambda::AccessPoint name=Arn Alias Alias.Status Alias.Value Arn CreationDate PolicyStatus PolicyStatus.IsPublic PublicAccessBlockConfiguration PublicAccessBlockConfiguration.BlockPublicAcls PublicAccessBlockConfiguration.BlockPublicPolicy PublicAccessBlockConfiguration.IgnorePublicAcls PublicAccessBlockConfiguration.RestrictPublicBuckets
AWS::S3ObjectLambda::AccessPointPolicy id
AWS::S3Outposts::AccessPoint arn=Arn Arn
AWS::S3Outposts::Bucket arn=Arn Arn
AWS::S3Outposts::BucketPolicy arn
AWS::S3Outposts::Endpoint arn=Arn Arn CidrBlock CreationTime Id NetworkInterfaces Status
AWS::S3Tables::Namespace id
AWS::S3Tables::Table arn=TableARN TableARN VersionToken WarehouseLocation
AWS::S3Tables::TableBucket arn=TableBucketARN TableBucketARN
AWS::S3Tables::TableBucketPolicy arn
AWS::S3Tables::TablePolicy arn Namespace TableBucketARN TableName
AWS::S3Vectors::Index arn=IndexArn CreationTime IndexArn
AWS::S3Vectors::VectorBucket arn=VectorBucketArn CreationTime VectorBucketArn
AWS::S3Vectors::VectorBucketPolicy arn
AWS::SCN::DataIntegrationFlow arn=Arn Arn CreatedTime LastModifiedTime
AWS::SCN::Dataset arn=Arn Arn CreatedTime LastModifiedTime
AWS::SCN::Instance arn=Arn Arn AwsAccountId CreatedTime InstanceId LastModifiedTime State VersionNumber
AWS::SCN::Namespace arn=Arn Arn CreatedTime LastModifiedTime
AWS::SDB::Domain id Id
AWS::SES::ConfigurationSet name
AWS::SES::ConfigurationSetEventDestination id Id
AWS::SES::ContactList name
AWS::SES::CustomVerificationEmailTemplate name
AWS::SES::DedicatedIpPool name
AWS::SES::EmailIdentity id DkimDNSTokenName1 DkimDNSTokenName2 DkimDNSTokenName3 DkimDNSTokenValue1 DkimDNSTokenValue2 DkimDNSTokenValue3
AWS::SES::EmailIdentityCertificate id
AWS::SES::MailManagerAddonInstance id AddonInstanceArn AddonInstanceId AddonName
AWS::SES::MailManagerAddonSubscription id AddonSubscriptionArn AddonSubscriptionId
AWS::SES::MailManagerAddressList id AddressListArn AddressListId
AWS::SES::MailManagerArchive id ArchiveArn ArchiveId ArchiveState
AWS::SES::MailManagerIngressPoint id ARecord IngressPointArn IngressPointId Status
AWS::SES::MailManagerRelay id RelayArn RelayId
AWS::SES::MailManagerRuleSet id RuleSetArn RuleSetId
AWS::SES::MailManagerTrafficPolicy id TrafficPolicyArn TrafficPolicyId
AWS::SES::MultiRegionEndpoint name
AWS::SES::ReceiptFilter id Id
AWS::SES::ReceiptRule id Id RuleName
AWS::SES::ReceiptRuleSet name
AWS::SES::Template id Id
AWS::SES::Tenant name=Arn Arn
AWS::SES::VdmAttributes id VdmAttributesResourceId
AWS::SMSVOICE::ConfigurationSet name=Arn Arn
AWS::SMSVOICE::NotifyConfiguration arn=NotifyConfigurationArn CreatedTimestamp NotifyConfigurationArn NotifyConfigurationId Status Tier TierUpgradeStatus
AWS::SMSVOICE::OptOutList name=Arn Arn
AWS::SMSVOICE::PhoneNumber id=Arn Arn PhoneNumber PhoneNumberId
AWS::SMSVOICE::Pool id=Arn Arn PoolId
AWS::SMSVOICE::ProtectConfiguration id=Arn Arn ProtectConfigurationId
AWS::SMSVOICE::RcsAgent arn=RcsAgentArn CreatedTimestamp PoolId RcsAgentArn RcsAgentId Status TestingAgent
AWS::SMSVOICE::Registration arn=RegistrationArn CreatedTimestamp CurrentVersionNumber RegistrationArn RegistrationId RegistrationStatus
AWS::SMSVOICE::RegistrationAttachment arn=RegistrationAttachmentArn AttachmentStatus CreatedTimestamp RegistrationAttachmentArn RegistrationAttachmentId UploadedAttachmentUrl
AWS::SMSVOICE::ResourcePolicy arn
AWS::SMSVOICE::SenderId id=Arn Arn
AWS::SMSVOICE::VerifiedDestinationNumber arn=VerifiedDestinationNumberArn CreatedTimestamp Status VerifiedDestinationNumberArn VerifiedDestinationNumberId
AWS::SNS::Subscription arn=Arn Arn
AWS::SNS::Topic arn=TopicArn ContentBasedDeduplication DeliveryStatusLogging DisplayName FifoThroughputScope FifoTopic KmsMasterKeyId MaximumMessageSize SignatureVersion Subscription Tags TopicArn TopicName TracingConfig
AWS::SNS::TopicInlinePolicy arn
AWS::SNS::TopicPolicy id Id
AWS::SQS::Queue url=Arn Arn ContentBasedDeduplication DeduplicationScope DelaySeconds FifoQueue FifoThroughputLimit KmsDataKeyReusePeriodSeconds KmsMasterKeyId MaximumMessageSize MessageRetentionPeriod QueueName QueueUrl ReceiveMessageWaitTimeSeconds RedrivePolicy.deadLetterTargetArn RedrivePolicy.maxReceiveCount SqsManagedSseEnabled Tags VisibilityTimeout
AWS::SQS::QueueInlinePolicy id
AWS::SQS::QueuePolicy id Id
AWS::SSM::Association id AssociationId
AWS::SSM::CloudConnector arn=CloudConnectorArn CloudConnectorArn CloudConnectorId CreatedAt UpdatedAt
AWS::SSM::Document name
AWS::SSM::MaintenanceWindow id WindowId
AWS::SSM::MaintenanceWindowTarget id WindowTargetId
AWS::SSM::MaintenanceWindowTask id WindowTaskId
AWS::SSM::OpsItem arn=OpsItemArn CreatedBy CreatedTime LastModifiedBy LastModifiedTime OpsItemArn OpsItemId OpsItemType Status Version
AWS::SSM::Parameter name=Arn AllowedPattern Arn DataType Description Name Policies Tier Type Value
AWS::SSM::PatchBaseline id Id
AWS::SSM::ResourceDataSync name SyncName
AWS::SSM::ResourcePolicy id PolicyHash PolicyId
AWS::SSM::ServiceSetting arn=Arn Arn LastModifiedDate LastModifiedUser Status
AWS::SSMContacts::Contact arn=Arn Arn
AWS::SSMContacts::ContactChannel arn=Arn Arn
AWS::SSMContacts::Plan arn=Arn Arn
AWS::SSMContacts::Rotation arn=Arn Arn
AWS::SSMGuiConnect::Preferences id AccountId
AWS::SSMIncidents::ReplicationSet arn=Arn Arn
AWS::SSMIncidents::ResponsePlan arn=Arn Arn
AWS::SSMQuickSetup::ConfigurationManager arn=ManagerArn CreatedAt LastModifiedAt ManagerArn StatusSummaries
AWS::SSMQuickSetup::LifecycleAutomation id AssociationId
AWS::SSO::Application arn=ApplicationArn ApplicationArn IdentityStoreArn
AWS::SSO::ApplicationAssignment id
AWS::SSO::Assignment id
AWS::SSO::Instance arn=InstanceArn IdentityStoreId InstanceArn OwnerAccountId Status
AWS::SSO::InstanceAccessControlAttributeConfiguration arn
AWS::SSO::PermissionSet id=PermissionSetArn PermissionSetArn
AWS::SageMaker::AIWorkloadConfig arn=AIWorkloadConfigArn AIWorkloadConfigArn CreationTime
AWS::SageMaker::Action arn=Arn Arn CreationTime LastModifiedTime
AWS::SageMaker::Algorithm arn=AlgorithmArn AlgorithmArn CreationTime
AWS::SageMaker::App id=AppArn AppArn BuiltInLifecycleConfigArn
AWS::SageMaker::AppImageConfig name=AppImageConfigArn AppImageConfigArn
AWS::SageMaker::Artifact arn=Arn Arn CreationTime LastModifiedTime
AWS::SageMaker::Cluster arn=ClusterArn ClusterArn ClusterStatus CreationTime FailureMessage
AWS::SageMaker::ClusterSchedulerConfig arn=ClusterSchedulerConfigArn ClusterSchedulerConfigArn ClusterSchedulerConfigId ClusterSchedulerConfigVersion CreationTime Status
AWS::SageMaker::CodeRepository arn=CodeRepositoryArn CodeRepositoryArn CodeRepositoryName
AWS::SageMaker::ComputeQuota arn=ComputeQuotaArn ComputeQuotaArn ComputeQuotaId ComputeQuotaVersion CreationTime LastModifiedTime Status
AWS::SageMaker::Context arn=Arn Arn CreationTime LastModifiedTime
AWS::SageMaker::DataQualityJobDefinition arn=JobDefinitionArn CreationTime DataQualityAppSpecification.ContainerArguments DataQualityAppSpecification.ContainerEntrypoint DataQualityAppSpecification.ImageUri DataQualityAppSpecification.PostAnalyticsProcessorSourceUri DataQualityAppSpecification.RecordPreprocessorSourceUri DataQualityBaselineConfig.BaseliningJobName DataQualityBaselineConfig.ConstraintsResource.S3Uri DataQualityBaselineConfig.StatisticsResource.S3Uri DataQualityJobInput.BatchTransformInput.DataCapturedDestinationS3Uri DataQualityJobInput.BatchTransformInput.DatasetFormat.Csv.Header DataQualityJobInput.BatchTransformInput.DatasetFormat.Json.Line DataQualityJobInput.BatchTransformInput.DatasetFormat.Parquet DataQualityJobInput.BatchTransformInput.ExcludeFeaturesAttribute DataQualityJobInput.BatchTransformInput.LocalPath DataQualityJobInput.BatchTransformInput.S3DataDistributionType DataQualityJobInput.BatchTransformInput.S3InputMode DataQualityJobInput.EndpointInput.EndpointName DataQualityJobInput.EndpointInput.ExcludeFeaturesAttribute DataQualityJobInput.EndpointInput.LocalPath DataQualityJobInput.EndpointInput.S3DataDistributionType DataQualityJobInput.EndpointInput.S3InputMode DataQualityJobOutputConfig.KmsKeyId DataQualityJobOutputConfig.MonitoringOutputs EndpointName JobDefinitionArn JobDefinitionName JobResources.ClusterConfig.InstanceCount JobResources.ClusterConfig.InstanceType JobResources.ClusterConfig.VolumeKmsKeyId JobResources.ClusterConfig.VolumeSizeInGB NetworkConfig.EnableInterContainerTrafficEncryption NetworkConfig.EnableNetworkIsolation NetworkConfig.VpcConfig.SecurityGroupIds NetworkConfig.VpcConfig.Subnets RoleArn StoppingCondition.MaxRuntimeInSeconds Tags
AWS::SageMaker::Device name
AWS::SageMaker::DeviceFleet name
AWS::SageMaker::Domain id=DomainArn DomainArn DomainId HomeEfsFileSystemId SecurityGroupIdForDomainBoundary SingleSignOnApplicationArn SingleSignOnManagedApplicationInstanceId Url
AWS::SageMaker::Endpoint arn=EndpointArn EndpointArn EndpointName
AWS::SageMaker::EndpointConfig arn=EndpointConfigArn EndpointConfigArn EndpointConfigName
AWS::SageMaker::Experiment arn=Arn Arn CreationTime LastModifiedTime
AWS::SageMaker::ExperimentTrialComponent id=Arn Arn CreationTime Id LastModifiedTime LineageGroupArn
AWS::SageMaker::FeatureGroup name CreationTime FeatureGroupStatus
AWS::SageMaker::Hub arn=HubArn CreationTime HubArn HubStatus LastModifiedTime
AWS::SageMaker::HumanTaskUi arn=HumanTaskUiArn CreationTime HumanTaskUiArn
AWS::SageMaker::Image arn=ImageArn ImageArn
AWS::SageMaker::ImageVersion arn=ImageVersionArn ContainerImage ImageArn ImageVersionArn Version
AWS::SageMaker::InferenceComponent arn=InferenceComponentArn CreationTime FailureReason InferenceComponentArn InferenceComponentStatus LastModifiedTime RuntimeConfig.CurrentCopyCount RuntimeConfig.DesiredCopyCount RuntimeConfig.PlacementStatus Specification.Container.DeployedImage Specification.CurrentDataCacheConfig
AWS::SageMaker::InferenceExperiment name=Arn Arn CreationTime EndpointMetadata EndpointMetadata.EndpointConfigName EndpointMetadata.EndpointName EndpointMetadata.EndpointStatus LastModifiedTime Status
AWS::SageMaker::MlflowApp arn=Arn Arn CreationTime LastModifiedTime MlflowAppId MlflowVersion Status
AWS::SageMaker::MlflowTrackingServer name TrackingServerArn
AWS::SageMaker::Model arn=ModelArn ModelArn ModelName
AWS::SageMaker::ModelBiasJobDefinition arn=JobDefinitionArn CreationTime EndpointName JobDefinitionArn JobDefinitionName JobResources.ClusterConfig.InstanceCount JobResources.ClusterConfig.InstanceType JobResources.ClusterConfig.VolumeKmsKeyId JobResources.ClusterConfig.VolumeSizeInGB ModelBiasAppSpecification.ConfigUri ModelBiasAppSpecification.ImageUri ModelBiasBaselineConfig.BaseliningJobName ModelBiasBaselineConfig.ConstraintsResource.S3Uri ModelBiasJobInput.BatchTransformInput.DataCapturedDestinationS3Uri ModelBiasJobInput.BatchTransformInput.DatasetFormat.Csv.Header ModelBiasJobInput.BatchTransformInput.DatasetFormat.Json.Line ModelBiasJobInput.BatchTransformInput.DatasetFormat.Parquet ModelBiasJobInput.BatchTransformInput.EndTimeOffset ModelBiasJobInput.BatchTransformInput.FeaturesAttribute ModelBiasJobInput.BatchTransformInput.InferenceAttribute ModelBiasJobInput.BatchTransformInput.LocalPath ModelBiasJobInput.BatchTransformInput.ProbabilityAttribute ModelBiasJobInput.BatchTransformInput.ProbabilityThresholdAttribute ModelBiasJobInput.BatchTransformInput.S3DataDistributionType ModelBiasJobInput.BatchTransformInput.S3InputMode ModelBiasJobInput.BatchTransformInput.StartTimeOffset ModelBiasJobInput.EndpointInput.EndTimeOffset ModelBiasJobInput.EndpointInput.EndpointName ModelBiasJobInput.EndpointInput.FeaturesAttribute ModelBiasJobInput.EndpointInput.InferenceAttribute ModelBiasJobInput.EndpointInput.LocalPath ModelBiasJobInput.EndpointInput.ProbabilityAttribute ModelBiasJobInput.EndpointInput.ProbabilityThresholdAttribute ModelBiasJobInput.EndpointInput.S3DataDistributionType ModelBiasJobInput.EndpointInput.S3InputMode ModelBiasJobInput.EndpointInput.StartTimeOffset ModelBiasJobInput.GroundTruthS3Input.S3Uri ModelBiasJobOutputConfig.KmsKeyId ModelBiasJobOutputConfig.MonitoringOutputs NetworkConfig.EnableInterContainerTrafficEncryption NetworkConfig.EnableNetworkIsolation NetworkConfig.VpcConfig.SecurityGroupIds NetworkConfig.VpcConfig.Subnets RoleArn StoppingCondition.MaxRuntimeInSeconds Tags
AWS::SageMaker::ModelCard name=ModelCardArn CreatedBy.DomainId CreatedBy.UserProfileArn CreatedBy.UserProfileName CreationTime LastModifiedBy.DomainId LastModifiedBy.UserProfileArn LastModifiedBy.UserProfileName LastModifiedTime ModelCardArn ModelCardProcessingStatus ModelCardVersion
AWS::SageMaker::ModelExplainabilityJobDefinition arn=JobDefinitionArn CreationTime EndpointName JobDefinitionArn JobDefinitionName JobResources.ClusterConfig.InstanceCount JobResources.ClusterConfig.InstanceType JobResources.ClusterConfig.VolumeKmsKeyId JobResources.ClusterConfig.VolumeSizeInGB ModelExplainabilityAppSpecification.ConfigUri ModelExplainabilityAppSpecification.ImageUri ModelExplainabilityBaselineConfig.BaseliningJobName ModelExplainabilityBaselineConfig.ConstraintsResource.S3Uri ModelExplainabilityJobInput.BatchTransformInput.DataCapturedDestinationS3Uri ModelExplainabilityJobInput.BatchTransformInput.DatasetFormat.Csv.Header ModelExplainabilityJobInput.BatchTransformInput.DatasetFormat.Json.Line ModelExplainabilityJobInput.BatchTransformInput.DatasetFormat.Parquet ModelExplainabilityJobInput.BatchTransformInput.FeaturesAttribute ModelExplainabilityJobInput.BatchTransformInput.InferenceAttribute ModelExplainabilityJobInput.BatchTransformInput.LocalPath ModelExplainabilityJobInput.BatchTransformInput.ProbabilityAttribute ModelExplainabilityJobInput.BatchTransformInput.S3DataDistributionType ModelExplainabilityJobInput.BatchTransformInput.S3InputMode ModelExplainabilityJobInput.EndpointInput.EndpointName ModelExplainabilityJobInput.EndpointInput.FeaturesAttribute ModelExplainabilityJobInput.EndpointInput.InferenceAttribute ModelExplainabilityJobInput.EndpointInput.LocalPath ModelExplainabilityJobInput.EndpointInput.ProbabilityAttribute ModelExplainabilityJobInput.EndpointInput.S3DataDistributionType ModelExplainabilityJobInput.EndpointInput.S3InputMode ModelExplainabilityJobOutputConfig.KmsKeyId ModelExplainabilityJobOutputConfig.MonitoringOutputs NetworkConfig.EnableInterContainerTrafficEncryption NetworkConfig.EnableNetworkIsolation NetworkConfig.VpcConfig.SecurityGroupIds NetworkConfig.VpcConfig.Subnets RoleArn StoppingCondition.MaxRuntimeInSeconds Tags
AWS::SageMaker::ModelPackage arn=ModelPackageArn CreationTime LastModifiedTime ModelPackageArn ModelPackageStatus
AWS::SageMaker::ModelPackageGroup arn=ModelPackageGroupArn CreationTime ModelPackageGroupArn ModelPackageGroupStatus
AWS::SageMaker::ModelQualityJobDefinition arn=JobDefinitionArn CreationTime EndpointName JobDefinitionArn JobDefinitionName JobResources.ClusterConfig.InstanceCount JobResources.ClusterConfig.InstanceType JobResources.ClusterConfig.VolumeKmsKeyId JobResources.ClusterConfig.VolumeSizeInGB ModelQualityAppSpecification.ContainerArguments ModelQualityAppSpecification.ContainerEntrypoint ModelQualityAppSpecification.ImageUri ModelQualityAppSpecification.PostAnalyticsProcessorSourceUri ModelQualityAppSpecification.ProblemType ModelQualityAppSpecification.RecordPreprocessorSourceUri ModelQualityBaselineConfig.BaseliningJobName ModelQualityBaselineConfig.ConstraintsResource.S3Uri ModelQualityJobInput.BatchTransformInput.DataCapturedDestinationS3Uri ModelQualityJobInput.BatchTransformInput.DatasetFormat.Csv.Header ModelQualityJobInput.BatchTransformInput.DatasetFormat.Json.Line ModelQualityJobInput.BatchTransformInput.DatasetFormat.Parquet ModelQualityJobInput.BatchTransformInput.EndTimeOffset ModelQualityJobInput.BatchTransformInput.InferenceAttribute ModelQualityJobInput.BatchTransformInput.LocalPath ModelQualityJobInput.BatchTransformInput.ProbabilityAttribute ModelQualityJobInput.BatchTransformInput.ProbabilityThresholdAttribute ModelQualityJobInput.BatchTransformInput.S3DataDistributionType ModelQualityJobInput.BatchTransformInput.S3InputMode ModelQualityJobInput.BatchTransformInput.StartTimeOffset ModelQualityJobInput.EndpointInput.EndTimeOffset ModelQualityJobInput.EndpointInput.EndpointName ModelQualityJobInput.EndpointInput.InferenceAttribute ModelQualityJobInput.EndpointInput.LocalPath ModelQualityJobInput.EndpointInput.ProbabilityAttribute ModelQualityJobInput.EndpointInput.ProbabilityThresholdAttribute ModelQualityJobInput.EndpointInput.S3DataDistributionType ModelQualityJobInput.EndpointInput.S3InputMode ModelQualityJobInput.EndpointInput.StartTimeOffset ModelQualityJobInput.GroundTruthS3Input.S3Uri ModelQualityJobOutputConfig.KmsKeyId ModelQualityJobOutputConfig.MonitoringOutputs NetworkConfig.EnableInterContainerTrafficEncryption NetworkConfig.EnableNetworkIsolation NetworkConfig.VpcConfig.SecurityGroupIds NetworkConfig.VpcConfig.Subnets RoleArn StoppingCondition.MaxRuntimeInSeconds Tags
AWS::SageMaker::MonitoringSchedule arn=MonitoringScheduleArn CreationTime EndpointName FailureReason LastModifiedTime LastMonitoringExecutionSummary.CreationTime LastMonitoringExecutionSummary.EndpointName LastMonitoringExecutionSummary.FailureReason LastMonitoringExecutionSummary.LastModifiedTime LastMonitoringExecutionSummary.MonitoringExecutionStatus LastMonitoringExecutionSummary.MonitoringScheduleName LastMonitoringExecutionSummary.ProcessingJobArn LastMonitoringExecutionSummary.ScheduledTime MonitoringScheduleArn MonitoringScheduleConfig.MonitoringJobDefinition.BaselineConfig.ConstraintsResource.S3Uri MonitoringScheduleConfig.MonitoringJobDefinition.BaselineConfig.StatisticsResource.S3Uri MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringAppSpecification.ContainerArguments MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringAppSpecification.ContainerEntrypoint MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringAppSpecification.ImageUri MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringAppSpecification.PostAnalyticsProcessorSourceUri MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringAppSpecification.RecordPreprocessorSourceUri MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringInputs MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringOutputConfig.KmsKeyId MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringOutputConfig.MonitoringOutputs MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringResources.ClusterConfig.InstanceCount MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringResources.ClusterConfig.InstanceType MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringResources.ClusterConfig.VolumeKmsKeyId MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringResources.ClusterConfig.VolumeSizeInGB MonitoringScheduleConfig.MonitoringJobDefinition.NetworkConfig.EnableInterContainerTrafficEncryption MonitoringScheduleConfig.MonitoringJobDefinition.NetworkConfig.EnableNetworkIsolation MonitoringScheduleConfig.MonitoringJobDefinition.NetworkConfig.VpcConfig.SecurityGroupIds MonitoringScheduleConfig.MonitoringJobDefinition.NetworkConfig.VpcConfig.Subnets MonitoringScheduleConfig.MonitoringJobDefinition.RoleArn MonitoringScheduleConfig.MonitoringJobDefinition.StoppingCondition.MaxRuntimeInSeconds MonitoringScheduleConfig.MonitoringJobDefinitionName MonitoringScheduleConfig.MonitoringType MonitoringScheduleConfig.ScheduleConfig.DataAnalysisEndTime MonitoringScheduleConfig.ScheduleConfig.DataAnalysisStartTime MonitoringScheduleConfig.ScheduleConfig.ScheduleExpression MonitoringScheduleName MonitoringScheduleStatus Tags
AWS::SageMaker::NotebookInstance arn=NotebookInstanceArn NotebookInstanceArn NotebookInstanceName
AWS::SageMaker::NotebookInstanceLifecycleConfig arn=NotebookInstanceLifecycleConfigArn NotebookInstanceLifecycleConfigArn NotebookInstanceLifecycleConfigName
AWS::SageMaker::PartnerApp arn=Arn Arn BaseUrl CurrentVersionEolDate
AWS::SageMaker::Pipeline name
AWS::SageMaker::ProcessingJob arn=ProcessingJobArn AutoMLJobArn CreationTime ExitMessage FailureReason LastModifiedTime MonitoringScheduleArn ProcessingEndTime ProcessingJobArn ProcessingJobStatus ProcessingStartTime TrainingJobArn
AWS::SageMaker::Project arn=ProjectArn CreationTime ProjectArn ProjectId ProjectStatus ServiceCatalogProvisionedProductDetails ServiceCatalogProvisionedProductDetails.ProvisionedProductId ServiceCatalogProvisionedProductDetails.ProvisionedProductStatusMessage
AWS::SageMaker::Space id=SpaceArn SpaceArn Url
AWS::SageMaker::StudioLifecycleConfig name=StudioLifecycleConfigArn StudioLifecycleConfigArn
AWS::SageMaker::TrialComponent arn=TrialComponentArn CreationTime LastModifiedTime LineageGroupArn TrialComponentArn
AWS::SageMaker::UserProfile id=UserProfileArn UserProfileArn
AWS::SageMaker::Workforce arn=WorkforceArn SubDomain WorkforceArn
AWS::SageMaker::Workteam arn=WorkteamArn WorkteamArn WorkteamName
AWS::Scheduler::Schedule name=Arn Arn
AWS::Scheduler::ScheduleGroup name=Arn Arn CreationDate LastModificationDate State
AWS::SecretsManager::ResourcePolicy arn Id
AWS::SecretsManager::RotationSchedule arn Id
AWS::SecretsManager::Secret arn Id
AWS::SecretsManager::SecretTargetAttachment arn Id
AWS::SecurityAgent::AgentSpace id AgentSpaceId CreatedAt UpdatedAt
AWS::SecurityAgent::Application id ApplicationId ApplicationName Domain IdCConfiguration.IdCApplicationArn
AWS::SecurityAgent::Artifact arn=Arn Arn ArtifactId UpdatedAt
AWS::SecurityAgent::Integration arn=Arn Arn InstallationId IntegrationId ProviderType TargetUrl
AWS::SecurityAgent::Pentest id CreatedAt PentestId UpdatedAt
AWS::SecurityAgent::SecurityRequirementPack id PackId
AWS::SecurityAgent::TargetDomain id CreatedAt TargetDomainId VerificationDetails VerificationStatus VerificationStatusReason VerifiedAt
AWS::SecurityHub::ActionTarget arn=ActionTargetArn ActionTargetArn
AWS::SecurityHub::AggregatorV2 arn=AggregatorV2Arn AggregationRegion AggregatorV2Arn
AWS::SecurityHub::AutomationRule arn=RuleArn CreatedAt CreatedBy RuleArn UpdatedAt
AWS::SecurityHub::AutomationRuleV2 arn=RuleArn CreatedAt RuleArn RuleId UpdatedAt
AWS::SecurityHub::ConfigurationPolicy arn=Arn Arn CreatedAt Id ServiceEnabled UpdatedAt
AWS::SecurityHub::Connector arn=ConnectorArn ConnectorArn ConnectorId ConnectorStatus CreatedAt CreatedBy EnablementStatus Issues LastCheckedAt LastUpdatedAt Message
AWS::SecurityHub::ConnectorV2 arn=ConnectorArn ConnectorArn ConnectorId ConnectorStatus CreatedAt EnablementStatus EnablementStatusReason Issues LastCheckedAt LastUpdatedAt Message
AWS::SecurityHub::DelegatedAdmin id DelegatedAdminIdentifier Status
AWS::SecurityHub::FindingAggregator arn=FindingAggregatorArn FindingAggregationRegion FindingAggregatorArn
AWS::SecurityHub::Hub arn=ARN ARN SubscribedAt
AWS::SecurityHub::HubV2 arn=HubV2Arn HubV2Arn SubscribedAt
AWS::SecurityHub::Insight arn=InsightArn InsightArn
AWS::SecurityHub::OrganizationConfiguration id MemberAccountLimitReached OrganizationConfigurationIdentifier Status StatusMessage
AWS::SecurityHub::PolicyAssociation id AssociationIdentifier AssociationStatus AssociationStatusMessage AssociationType UpdatedAt
AWS::SecurityHub::ProductSubscription arn=ProductSubscriptionArn ProductSubscriptionArn
AWS::SecurityHub::SecurityControl id
AWS::SecurityHub::Standard arn=StandardsSubscriptionArn StandardsSubscriptionArn
AWS::SecurityLake::AwsLogSource id
AWS::SecurityLake::DataLake arn=Arn Arn S3BucketArn
AWS::SecurityLake::Subscriber arn=SubscriberArn ResourceShareArn ResourceShareName S3BucketArn SubscriberArn SubscriberRoleArn
AWS::SecurityLake::SubscriberNotification arn SubscriberEndpoint
AWS::ServerlessRepo::Application arn ApplicationId CreationTime IsVerifiedAuthor
AWS::ServiceCatalog::AcceptedPortfolioShare id Id
AWS::ServiceCatalog::CloudFormationProduct id Id ProductName ProvisioningArtifactIds ProvisioningArtifactNames
AWS::ServiceCatalog::CloudFormationProvisionedProduct id CloudformationStackArn Outputs ProvisionedProductId RecordId
AWS::ServiceCatalog::LaunchNotificationConstraint id Id
AWS::ServiceCatalog::LaunchRoleConstraint id Id
AWS::ServiceCatalog::LaunchTemplateConstraint id Id
AWS::ServiceCatalog::Portfolio id Id PortfolioName
AWS::ServiceCatalog::PortfolioPrincipalAssociation id
AWS::ServiceCatalog::PortfolioProductAssociation id
AWS::ServiceCatalog::PortfolioShare id
AWS::ServiceCatalog::ResourceUpdateConstraint id Id
AWS::ServiceCatalog::ServiceAction id Id
AWS::ServiceCatalog::ServiceActionAssociation id
AWS::ServiceCatalog::StackSetConstraint id Id
AWS::ServiceCatalog::TagOption id Id
AWS::ServiceCatalog::TagOptionAssociation id
AWS::ServiceCatalogAppRegistry::Application id=Arn ApplicationName ApplicationTagKey ApplicationTagValue Arn Id
AWS::ServiceCatalogAppRegistry::AttributeGroup id=Arn Arn Id
AWS::ServiceCatalogAppRegistry::AttributeGroupAssociation id ApplicationArn AttributeGroupArn Id
AWS::ServiceCatalogAppRegistry::ResourceAssociation id ApplicationArn Id ResourceArn
AWS::ServiceDiscovery::HttpNamespace id=Arn Arn Id
AWS::ServiceDiscovery::Instance id
AWS::ServiceDiscovery::PrivateDnsNamespace id=Arn Arn HostedZoneId Id
AWS::ServiceDiscovery::PublicDnsNamespace id=Arn Arn HostedZoneId Id
AWS::ServiceDiscovery::Service id=Arn Arn Id Name
AWS::Shield::DRTAccess id AccountId
AWS::Shield::ProactiveEngagement id AccountId
AWS::Shield::Protection arn=ProtectionArn ProtectionArn ProtectionId
AWS::Shield::ProtectionGroup arn=ProtectionGroupArn ProtectionGroupArn
AWS::Signer::ProfilePermission id
AWS::Signer::SigningProfile arn=Arn Arn ProfileName ProfileVersion ProfileVersionArn
AWS::SimSpaceWeaver::Simulation name DescribePayload
AWS::StepFunctions::Activity arn=Arn Arn EncryptionConfiguration.KmsDataKeyReusePeriodSeconds EncryptionConfiguration.KmsKeyId EncryptionConfiguration.Type Name Tags
AWS::StepFunctions::StateMachine arn=Arn Arn Name StateMachineRevisionId
AWS::StepFunctions::StateMachineAlias arn=Arn Arn
AWS::StepFunctions::StateMachineVersion arn=Arn Arn
AWS::StorageGateway::NFSFileShare arn=FileShareARN FileShareARN FileShareId FileShareStatus Path
AWS::StorageGateway::SMBFileShare arn=FileShareARN FileShareARN FileShareId FileShareStatus Path
AWS::StorageGateway::Tape arn=TapeARN TapeARN TapeCreatedDate TapeStatus TapeUsedInBytes
AWS::StorageGateway::TapePool arn=PoolARN PoolARN PoolId
AWS::StorageGateway::Volume arn=VolumeARN CreatedDate TargetARN VolumeARN VolumeAttachmentStatus VolumeId VolumeStatus VolumeType VolumeUsedInBytes
AWS::SupportApp::AccountAlias id AccountAliasResourceId
AWS::SupportApp::SlackChannelConfiguration id
AWS::SupportApp::SlackWorkspaceConfiguration id
AWS::SupportAuthZ::SupportPermit arn=Arn Arn CreatedAt PermitId Status
AWS::Synthetics::Canary name Code.SourceLocationArn Id State
AWS::Synthetics::Group name Id
AWS::SystemsManagerSAP::Application arn=Arn Arn
AWS::Textract::Adapter arn=Arn AdapterId Arn CreationTime
AWS::Timestream::Database name=Arn Arn
AWS::Timestream::InfluxDBBackup arn=Arn AllocatedStorage Arn ClusterConfiguration CreatedAt DbInstanceType DbParameterGroupId DbStorageType DeploymentType EngineType ExpiresAfter FailoverMode Id InfluxAuthParametersSecretArn KmsKeyId LogDeliveryConfiguration MaintenanceSchedule NetworkType Port PubliclyAccessible Status Type VpcSecurityGroupIds VpcSubnetIds
AWS::Timestream::InfluxDBCluster id=Arn Arn Endpoint EngineType Id InfluxAuthParametersSecretArn NextMaintenanceTime ReaderEndpoint Status
AWS::Timestream::InfluxDBInstance id=Arn Arn AvailabilityZone Endpoint Id InfluxAuthParametersSecretArn NextMaintenanceTime SecondaryAvailabilityZone Status
AWS::Timestream::ScheduledQuery arn=Arn Arn SQErrorReportConfiguration SQKmsKeyId SQName SQNotificationConfiguration SQQueryString SQScheduleConfiguration SQScheduledQueryExecutionRoleArn SQTargetConfiguration
AWS::Timestream::Table id=Arn Arn Name
AWS::Transcribe::CallAnalyticsCategory arn=Arn Arn CreateTime LastUpdateTime
AWS::Transcribe::MedicalVocabulary arn=Arn Arn
AWS::Transcribe::Vocabulary arn=Arn Arn LastModifiedTime VocabularyState
AWS::Transcribe::VocabularyFilter arn=Arn Arn
AWS::Transfer::Agreement id=Arn AgreementId Arn
AWS::Transfer::Certificate id=Arn Arn CertificateId NotAfterDate NotBeforeDate Serial Status Type
AWS::Transfer::Connector id=Arn Arn ConnectorId ErrorMessage ServiceManagedEgressIpAddresses Status
AWS::Transfer::HostKey arn=Arn Arn DateImported HostKeyFingerprint HostKeyId SecretId Type
AWS::Transfer::Profile id=Arn Arn ProfileId
AWS::Transfer::Server arn=Arn Arn As2ServiceManagedEgressIpAddresses ServerId State
AWS::Transfer::User name=Arn Arn ServerId UserName
AWS::Transfer::WebApp arn=Arn Arn IdentityProviderDetails.ApplicationArn VpcEndpointId WebAppId
AWS::Transfer::Workflow id=Arn Arn WorkflowId
AWS::Translate::ParallelData arn=Arn Arn CreatedAt FailedRecordCount ImportedDataSize ImportedRecordCount LastUpdatedAt SkippedRecordCount SourceLanguageCode Status TargetLanguageCodes
AWS::Translate::Terminology arn=Arn Arn CreatedAt Directionality Format LastUpdatedAt SizeBytes SourceLanguageCode TargetLanguageCodes TermCount
AWS::UXC::AccountCustomization id AccountId
AWS::VerifiedPermissions::IdentitySource id Details Details.ClientIds Details.DiscoveryUrl Details.OpenIdIssuer Details.UserPoolArn IdentitySourceId
AWS::VerifiedPermissions::Policy id PolicyId PolicyType
AWS::VerifiedPermissions::PolicyStore id=Arn Arn EncryptionState PolicyStoreId
AWS::VerifiedPermissions::PolicyStoreAlias name
AWS::VerifiedPermissions::PolicyTemplate id PolicyTemplateId
AWS::VoiceID::Domain id DomainId
AWS::VpcLattice::AccessLogSubscription arn=Arn Arn Id ResourceArn ResourceId
AWS::VpcLattice::AuthPolicy id State
AWS::VpcLattice::DomainVerification arn=Arn Arn Id Status TxtMethodConfig
AWS::VpcLattice::Listener arn=Arn Arn Id ServiceArn ServiceId
AWS::VpcLattice::ResourceConfiguration arn=Arn Arn Id
AWS::VpcLattice::ResourceGateway arn=Arn Arn Id
AWS::VpcLattice::ResourcePolicy arn
AWS::VpcLattice::Rule arn=Arn Arn Id
AWS::VpcLattice::Service arn=Arn Arn CreatedAt DnsEntry.DomainName DnsEntry.HostedZoneId Id LastUpdatedAt Status
AWS::VpcLattice::ServiceNetwork arn=Arn Arn CreatedAt Id LastUpdatedAt
AWS::VpcLattice::ServiceNetworkResourceAssociation arn=Arn Arn Id
AWS::VpcLattice::ServiceNetworkServiceAssociation arn=Arn Arn CreatedAt DnsEntry.DomainName DnsEntry.HostedZoneId Id ServiceArn ServiceId ServiceName ServiceNetworkArn ServiceNetworkId ServiceNetworkName Status
AWS::VpcLattice::ServiceNetworkVpcAssociation arn=Arn Arn CreatedAt Id ServiceNetworkArn ServiceNetworkId ServiceNetworkName Status VpcId
AWS::VpcLattice::TargetGroup arn=Arn Arn CreatedAt Id LastUpdatedAt Status
AWS::WAF::ByteMatchSet id Id
AWS::WAF::IPSet id Id
AWS::WAF::Rule id Id
AWS::WAF::SizeConstraintSet id Id
AWS::WAF::SqlInjectionMatchSet id Id
AWS::WAF::WebACL id Id
AWS::WAF::XssMatchSet id Id
AWS::WAFRegional::ByteMatchSet id Id
AWS::WAFRegional::GeoMatchSet id Id
AWS::WAFRegional::IPSet id Id
AWS::WAFRegional::RateBasedRule id Id
AWS::WAFRegional::RegexPatternSet id Id
AWS::WAFRegional::Rule id Id
AWS::WAFRegional::SizeConstraintSet id Id
AWS::WAFRegional::SqlInjectionMatchSet id Id
AWS::WAFRegional::WebACL id Id
AWS::WAFRegional::WebACLAssociation id Id
AWS::WAFRegional::XssMatchSet id Id
AWS::WAFv2::IPSet id=Arn Arn Id
AWS::WAFv2::LoggingConfiguration arn ManagedByFirewallManager
AWS::WAFv2::RegexPatternSet id=Arn Arn Id
AWS::WAFv2::RuleGroup id=Arn Arn Id LabelNamespace
AWS::WAFv2::WebACL id=Arn Arn Capacity Id LabelNamespace
AWS::WAFv2::WebACLAssociation id
AWS::WellArchitected::AgentContext arn=Arn ApplicationType Arn CreatedAt CreatedBy Criticality Id LastModifiedAt LastModifiedBy
AWS::WellArchitected::AgentGoal arn=Arn Arn CreatedAt CreatedBy Id LastModifiedAt LastModifiedBy
AWS::WellArchitected::AgentProfile arn=Arn Arn CreatedAt CreatedBy LastModifiedAt LastModifiedBy
AWS::WellArchitected::Lens arn=LensArn Description LensArn LensId Name Owner
AWS::WellArchitected::Profile arn=ProfileArn CreatedAt Owner ProfileArn ProfileVersion UpdatedAt
AWS::WellArchitected::ReviewTemplate arn=TemplateArn Owner TemplateArn UpdateStatus UpdatedAt
AWS::WellArchitected::Workload arn=WorkloadArn ImprovementStatus WorkloadArn WorkloadId
AWS::Wickr::Network arn=NetworkArn AwsAccountId MigrationState NetworkArn NetworkId Standing
AWS::Wisdom::AIAgent id=AIAgentArn AIAgentArn AIAgentId AssistantArn ModifiedTimeSeconds
AWS::Wisdom::AIAgentVersion id AIAgentArn AIAgentVersionId AssistantArn VersionNumber
AWS::Wisdom::AIGuardrail id=AIGuardrailArn AIGuardrailArn AIGuardrailId AssistantArn ModifiedTimeSeconds
AWS::Wisdom::AIGuardrailVersion id AIGuardrailArn AIGuardrailVersionId AssistantArn VersionNumber
AWS::Wisdom::AIPrompt id=AIPromptArn AIPromptArn AIPromptId AssistantArn ModifiedTimeSeconds
AWS::Wisdom::AIPromptVersion id AIPromptArn AIPromptVersionId AssistantArn VersionNumber
AWS::Wisdom::Assistant id=AssistantArn AssistantArn AssistantId
AWS::Wisdom::AssistantAssociation id=AssistantAssociationArn AssistantArn AssistantAssociationArn AssistantAssociationId
AWS::Wisdom::Content arn=ContentArn ContentArn ContentId ContentType KnowledgeBaseArn LinkOutUri RevisionId Status
AWS::Wisdom::ContentAssociation arn=ContentAssociationArn ContentArn ContentAssociationArn ContentAssociationId KnowledgeBaseArn
AWS::Wisdom::KnowledgeBase id=KnowledgeBaseArn KnowledgeBaseArn KnowledgeBaseId
AWS::Wisdom::MessageTemplate arn=MessageTemplateArn MessageTemplateArn MessageTemplateContentSha256 MessageTemplateId
AWS::Wisdom::MessageTemplateVersion arn=MessageTemplateVersionArn MessageTemplateVersionArn MessageTemplateVersionNumber
AWS::Wisdom::QuickResponse arn=QuickResponseArn Contents QuickResponseArn QuickResponseId Status
AWS::WorkSpaces::ConnectionAlias id AliasId Associations ConnectionAliasState
AWS::WorkSpaces::Directory arn=Arn Alias Arn CustomerUserName DirectoryId DirectoryName DirectoryType DnsIpAddresses DnsIpv6Addresses IDCConfig IamRoleId RegistrationCode State WorkspaceSecurityGroupId
AWS::WorkSpaces::Workspace id Id WorkspaceId
AWS::WorkSpaces::WorkspaceIpGroup arn=Arn Arn GroupId
AWS::WorkSpaces::WorkspacesPool id CreatedAt PoolArn PoolId
AWS::WorkSpacesThinClient::Environment id=Arn ActivationCode Arn CreatedAt DesktopType Id PendingSoftwareSetId PendingSoftwareSetVersion RegisteredDevicesCount SoftwareSetComplianceStatus UpdatedAt
AWS::WorkSpacesWeb::BrowserSettings arn=BrowserSettingsArn AssociatedPortalArns BrowserSettingsArn
AWS::WorkSpacesWeb::DataProtectionSettings arn=DataProtectionSettingsArn AssociatedPortalArns CreationDate DataProtectionSettingsArn
AWS::WorkSpacesWeb::IdentityProvider arn=IdentityProviderArn IdentityProviderArn
AWS::WorkSpacesWeb::IpAccessSettings arn=IpAccessSettingsArn AssociatedPortalArns CreationDate IpAccessSettingsArn
AWS::WorkSpacesWeb::NetworkSettings arn=NetworkSettingsArn AssociatedPortalArns NetworkSettingsArn
AWS::WorkSpacesWeb::Portal arn=PortalArn BrowserType CreationDate PortalArn PortalEndpoint PortalStatus RendererType ServiceProviderSamlMetadata StatusReason
AWS::WorkSpacesWeb::SessionLogger arn=SessionLoggerArn AssociatedPortalArns CreationDate SessionLoggerArn
AWS::WorkSpacesWeb::TrustStore arn=TrustStoreArn AssociatedPortalArns TrustStoreArn
AWS::WorkSpacesWeb::UserAccessLoggingSettings arn=UserAccessLoggingSettingsArn AssociatedPortalArns UserAccessLoggingSettingsArn
AWS::WorkSpacesWeb::UserSettings arn=UserSettingsArn AssociatedPortalArns BrandingConfiguration.FaviconMetadata BrandingConfiguration.LogoMetadata BrandingConfiguration.WallpaperMetadata UserSettingsArn
AWS::WorkspacesInstances::Volume id VolumeId
AWS::WorkspacesInstances::VolumeAssociation id
AWS::WorkspacesInstances::WorkspaceInstance id EC2ManagedInstance EC2ManagedInstance.InstanceId ProvisionState WorkspaceInstanceId
AWS::XRay::Group arn=GroupARN GroupARN
AWS::XRay::ResourcePolicy name
AWS::XRay::SamplingRule arn=RuleARN RuleARN
AWS::XRay::TransactionSearchConfig id AccountId
Alexa::ASK::Skill id Id
`;
