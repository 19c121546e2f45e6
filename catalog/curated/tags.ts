import type { ResourcePattern } from '../../src/sdk/pattern.ts';
import { arnPattern, name } from './write.ts';

/** What tags a resource that is made where it is not the action that the names suggest: service → operation → actions. */
export const TAGGED_WITH: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // 'The kinesis:TagResource permission won't work to tag streams on creation':
  // https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html
  kinesis: { CreateStream: ['AddTagsToStream'] },
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_logs.html
  cloudwatchlogs: { CreateLogGroup: ['TagLogGroup', 'TagResource'] },
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_acm.html: acm:TagResource is of ACME's resources.
  acm: { ImportCertificate: ['AddTagsToCertificate'], RequestCertificate: ['AddTagsToCertificate'] },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-job-tags.html and
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutStorageLensConfiguration.html
  s3control: {
    CreateJob: ['PutJobTagging'],
    PutStorageLensConfiguration: ['PutStorageLensConfigurationTagging'],
  },
};

/** The types of Amazon EC2's resources that the call names with their tags. */
const SPECIFIED = name('TagSpecifications[].ResourceType');
const CERTIFICATES = [arnPattern`arn:$p:acm:$r:$a:certificate/*`];

/**
 * What is tagged where neither the operation's name nor its arguments tell, or seem to tell something else: service →
 * operation → resources.
 */
export const TAGGED_ON: Readonly<Record<string, Readonly<Record<string, readonly ResourcePattern[]>>>> = {
  // https://docs.aws.amazon.com/acm/latest/userguide/tags-restrictions.html: a certificate has an ID of AWS's own.
  acm: { RequestCertificate: CERTIFICATES, ImportCertificate: CERTIFICATES },
  // https://docs.aws.amazon.com/batch/latest/APIReference/API_RegisterJobDefinition.html
  batch: {
    RegisterJobDefinition: [
      arnPattern`arn:$p:batch:$r:$a:job-definition/${name('JobDefinitionName')}`,
      arnPattern`arn:$p:batch:$r:$a:job-definition/${name('JobDefinitionName')}:*`,
    ],
  },
  // https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateInferenceProfile.html
  bedrock: {
    CreateInferenceProfile: [arnPattern`arn:$p:bedrock:$r:$a:application-inference-profile/*`],
    CreateProvisionedModelThroughput: [arnPattern`arn:$p:bedrock:$r:$a:provisioned-model/*`],
  },
  // https://docs.aws.amazon.com/cloudhsm/latest/APIReference/API_CopyBackupToRegion.html: the copy has an ID of its own.
  cloudhsmv2: {
    CopyBackupToRegion: [arnPattern`arn:$p:cloudhsm:${name('DestinationRegion')}:$a:backup/*`],
  },
  // https://docs.aws.amazon.com/connect/latest/APIReference/API_ClaimPhoneNumber.html: the ARN has an ID, and not the number.
  connect: { ClaimPhoneNumber: [arnPattern`arn:$p:connect:$r:$a:phone-number/*`] },
  // https://docs.aws.amazon.com/controltower/latest/APIReference/API_EnableControl.html: what is tagged is the enabled one.
  controltower: {
    EnableBaseline: [arnPattern`arn:$p:controltower:$r:$a:enabledbaseline/*`],
    EnableControl: [arnPattern`arn:$p:controltower:$r:$a:enabledcontrol/*`],
  },
  // Each operation's page, such as https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
  ec2: {
    AcceptAddressTransfer: [arnPattern`arn:$p:ec2:$r:$a:elastic-ip/*`],
    AllocateAddress: [arnPattern`arn:$p:ec2:$r:$a:elastic-ip/*`],
    AuthorizeSecurityGroupEgress: [arnPattern`arn:$p:ec2:$r:$a:security-group-rule/*`],
    AuthorizeSecurityGroupIngress: [arnPattern`arn:$p:ec2:$r:$a:security-group-rule/*`],
    // Images and snapshots have no account in their ARNs.
    CopyImage: [arnPattern`arn:$p:ec2:$r::${SPECIFIED}/*`],
    CreateFleet: [arnPattern`arn:$p:ec2:$r:$a:${SPECIFIED}/*`],
    CreateFlowLogs: [arnPattern`arn:$p:ec2:$r:$a:vpc-flow-log/*`],
    CreateImage: [arnPattern`arn:$p:ec2:$r::${SPECIFIED}/*`],
    CreateRestoreImageTask: [arnPattern`arn:$p:ec2:$r::${SPECIFIED}/*`],
    ExportImage: [arnPattern`arn:$p:ec2:$r:$a:export-image-task/*`],
    ImportImage: [arnPattern`arn:$p:ec2:$r:$a:import-image-task/*`],
    ImportSnapshot: [arnPattern`arn:$p:ec2:$r:$a:import-snapshot-task/*`],
    RegisterImage: [arnPattern`arn:$p:ec2:$r::${SPECIFIED}/*`],
    RequestSpotInstances: [arnPattern`arn:$p:ec2:$r:$a:spot-instances-request/*`],
    RunInstances: [arnPattern`arn:$p:ec2:$r:$a:${SPECIFIED}/*`],
  },
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_eks.html
  eks: {
    AssociateIdentityProviderConfig: [
      arnPattern`arn:$p:eks:$r:$a:identityproviderconfig/${name('ClusterName')}/*/${name('Oidc.IdentityProviderConfigName')}/*`,
    ],
  },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/tagging-resources-during-creation.html
  elasticloadbalancingv2: {
    CreateListener: ['app', 'gwy', 'net'].map(
      (kind) => arnPattern`arn:$p:elasticloadbalancing:$r:$a:listener/${kind}/*`,
    ),
    CreateRule: ['app', 'net'].map((kind) => arnPattern`arn:$p:elasticloadbalancing:$r:$a:listener-rule/${kind}/*`),
  },
  // https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-tags.html
  emr: { RunJobFlow: [arnPattern`arn:$p:elasticmapreduce:$r:$a:cluster/*`] },
  // https://docs.aws.amazon.com/forecast/latest/dg/API_CreateForecastExportJob.html
  forecast: {
    CreateAutoPredictor: [arnPattern`arn:$p:forecast:$r:$a:predictor/*`],
    CreateForecastExportJob: [arnPattern`arn:$p:forecast:$r:$a:forecast-export-job/*`],
  },
  // https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_DistributeImage.html
  imagebuilder: { DistributeImage: [arnPattern`arn:$p:imagebuilder:$r:$a:image/*`] },
  // https://docs.aws.amazon.com/iot-wireless/2020-11-22/apireference/API_StartBulkAssociateWirelessDeviceWithMulticastGroup.html
  iotwireless: {
    StartBulkAssociateWirelessDeviceWithMulticastGroup: [arnPattern`arn:$p:iotwireless:$r:$a:*`],
    StartBulkDisassociateWirelessDeviceFromMulticastGroup: [arnPattern`arn:$p:iotwireless:$r:$a:*`],
  },
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html: the replica's tags, in the replica's Region.
  kms: { ReplicateKey: [arnPattern`arn:$p:kms:${name('ReplicaRegion')}:$a:key/*`] },
  // https://docs.aws.amazon.com/license-manager-user-subscriptions/latest/APIReference/API_AssociateUser.html
  licensemanagerusersubscriptions: {
    AssociateUser: [arnPattern`arn:$p:license-manager-user-subscriptions:$r:$a:*`],
  },
  // https://docs.aws.amazon.com/medialive/latest/apireference/prod-offerings-offeringid-purchase.html: what is bought is a reservation.
  medialive: { PurchaseOffering: [arnPattern`arn:$p:medialive:$r:$a:reservation:*`] },
  // https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html
  mq: { CreateBroker: [arnPattern`arn:$p:mq:$r:$a:broker:${name('BrokerName')}:*`] },
  // https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_ConvertRecoveryPointToSnapshot.html
  redshiftserverless: {
    ConvertRecoveryPointToSnapshot: [arnPattern`arn:$p:redshift-serverless:$r:$a:snapshot/*`],
  },
  // https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53profiles_AssociateProfile.html
  route53profiles: { AssociateProfile: [arnPattern`arn:$p:route53profiles:$r:$a:profile-association/*`] },
  // https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dev-tags.html: executions are tagged in their domain.
  swf: { StartWorkflowExecution: [arnPattern`arn:$p:swf::$a:/domain/${name('Domain')}`] },
};
