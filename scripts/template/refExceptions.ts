import type { RefKind } from '../../src/template/resourceTypes.ts';

/** Where the primary identifier of CloudFormation's registry and the type's page differ on what `Ref` returns. */

const PAGES: Readonly<Record<'arn' | 'name', readonly string[]>> = {
  // The page has an ARN as its example, and types that are older than the registry keep what they returned. Pages:
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html,
  // aws-resource-secretsmanager-{resourcepolicy,rotationschedule,secret,secrettargetattachment}.html,
  // aws-resource-applicationautoscaling-scalingpolicy.html, aws-resource-autoscalingplans-scalingplan.html,
  // aws-resource-config-aggregationauthorization.html, aws-resource-dms-replicationinstance.html,
  // aws-resource-greengrass-*version.html, aws-resource-groundstation-{dataflowendpointgroup,missionprofile}.html and
  // aws-resource-opsworks-userprofile.html
  arn: [
    'AWS::ApplicationAutoScaling::ScalingPolicy',
    'AWS::AutoScalingPlans::ScalingPlan',
    'AWS::CloudFormation::Stack',
    'AWS::Config::AggregationAuthorization',
    'AWS::DMS::ReplicationInstance',
    'AWS::Greengrass::ConnectorDefinitionVersion',
    'AWS::Greengrass::CoreDefinitionVersion',
    'AWS::Greengrass::DeviceDefinitionVersion',
    'AWS::Greengrass::FunctionDefinitionVersion',
    'AWS::Greengrass::GroupVersion',
    'AWS::Greengrass::LoggerDefinitionVersion',
    'AWS::Greengrass::ResourceDefinitionVersion',
    'AWS::Greengrass::SubscriptionDefinitionVersion',
    'AWS::GroundStation::DataflowEndpointGroup',
    'AWS::GroundStation::MissionProfile',
    'AWS::OpsWorks::UserProfile',
    'AWS::SecretsManager::ResourcePolicy',
    'AWS::SecretsManager::RotationSchedule',
    'AWS::SecretsManager::Secret',
    'AWS::SecretsManager::SecretTargetAttachment',
  ],
  // The page has a name as its example:
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-table.html and
  // aws-resource-transfer-user.html
  name: ['AWS::Glue::Table', 'AWS::Transfer::User'],
};

export const REF_EXCEPTIONS: ReadonlyMap<string, RefKind> = new Map([
  ...PAGES.arn.map((type) => [type, 'arn'] as const),
  ...PAGES.name.map((type) => [type, 'name'] as const),
]);

/**
 * Types whose page says too little, or the opposite of what CloudFormation returns: a type of the registry returns its
 * primary identifier.
 *
 * Source: https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html#schema-properties-primaryidentifier
 */
export const WRONG_PAGES: ReadonlySet<string> = new Set([
  // Several values in one text, of which an ARN is one.
  'AWS::AppStream::ApplicationFleetAssociation',
  'AWS::ControlTower::EnabledControl',
  'AWS::Detective::MemberInvitation',
  'AWS::IoTSiteWise::Asset',
  'AWS::LakeFormation::PrincipalPermissions',
  'AWS::Lambda::LayerVersionPermission',
  'AWS::MediaConnect::FlowVpcInterface',
  'AWS::NetworkManager::CustomerGatewayAssociation',
  'AWS::NetworkManager::TransitGatewayRegistration',
  'AWS::QLDB::Stream',
  'AWS::SSO::PermissionSet',
  // No sentence on what it returns, or on another value.
  'AWS::ACMPCA::Certificate',
  'AWS::DeviceFarm::DevicePool',
  'AWS::DeviceFarm::InstanceProfile',
  'AWS::DeviceFarm::NetworkProfile',
  'AWS::DeviceFarm::Project',
  'AWS::DeviceFarm::TestGridProject',
  'AWS::DeviceFarm::VPCEConfiguration',
  'AWS::SSM::PatchBaseline',
  'AWS::SSO::InstanceAccessControlAttributeConfiguration',
  // "Returns the name" or "the ID", without an example, where the primary identifier is the ARN.
  'AWS::CloudTrail::Channel',
  'AWS::CloudTrail::EventDataStore',
  'AWS::Connect::ContactFlow',
  'AWS::Connect::ContactFlowModule',
  'AWS::Connect::HoursOfOperation',
  'AWS::Connect::Instance',
  'AWS::Connect::PhoneNumber',
  'AWS::Connect::QuickConnect',
  'AWS::Connect::Rule',
  'AWS::Connect::TaskTemplate',
  'AWS::Connect::User',
  'AWS::Connect::UserHierarchyGroup',
  'AWS::ConnectCampaigns::Campaign',
  'AWS::Forecast::Dataset',
  'AWS::Glue::Registry',
  'AWS::IoT::TopicRuleDestination',
  'AWS::Lambda::CodeSigningConfig',
  'AWS::Lambda::Url',
  'AWS::LicenseManager::Grant',
  'AWS::LicenseManager::License',
  'AWS::Personalize::Dataset',
  'AWS::Personalize::DatasetGroup',
  'AWS::Personalize::Schema',
  'AWS::Personalize::Solution',
  'AWS::RAM::ResourceShare',
  // "Returns the ARN", or its details, where the primary identifier is a name, an ID or a type.
  'AWS::DevOpsGuru::NotificationChannel',
  'AWS::DevOpsGuru::ResourceCollection',
  'AWS::InternetMonitor::Monitor',
  'AWS::Omics::ReferenceStore',
]);
