import type { ResourcePattern } from '../../src/sdk/pattern.ts';
import type { PermissionRow } from './row.ts';
import { arnPattern, isGiven, name } from './write.ts';

/**
 * What tags a resource that is made where it is not the action that the names suggest: service → operation → actions. None
 * where the tags are no AWS tags, where no further permission is asked for, or where TAGGED_IF has it.
 */
export const TAGGED_WITH: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // 'The kinesis:TagResource permission won’t work to tag streams on creation':
  // https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html
  kinesis: { CreateStream: ['AddTagsToStream'] },
  cloudwatchlogs: { CreateLogGroup: [] },
  // 'This field is not to be confused with the Amazon Web Services-wide tag feature':
  // https://docs.aws.amazon.com/config/latest/APIReference/API_PutResourceConfig.html
  config: { PutResourceConfig: [] },
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_acm.html: acm:TagResource is of ACME's resources.
  acm: { ImportCertificate: ['AddTagsToCertificate'], RequestCertificate: ['AddTagsToCertificate'] },
  iotwireless: {
    StartBulkAssociateWirelessDeviceWithMulticastGroup: [],
    StartBulkDisassociateWirelessDeviceFromMulticastGroup: [],
  },
  s3control: {
    // s3:CreateJob alone is required, s3:PutJobTagging for 'tags on an existing S3 Batch Operations job':
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
    CreateJob: [],
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage_lens_iam_permissions.html
    PutStorageLensConfiguration: ['PutStorageLensConfigurationTagging'],
  },
  // A workflow execution's tags are free-form strings, and swf:TagResource is of domains:
  // https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dev-adv-tags.html
  swf: { StartWorkflowExecution: [] },
};

/** What may take a permission to tag, as far as the pages say. */
export const TAGGED_IF: readonly PermissionRow[] = [
  {
    // 'you must have either the logs:TagResource or logs:TagLogGroup permission', of which the second 'is on the path to
    // deprecation'.
    service: 'cloudwatchlogs',
    operations: ['CreateLogGroup'],
    actions: ['logs:TagResource'],
    on: [
      arnPattern`arn:$p:logs:$r:$a:log-group:${name('LogGroupName')}`,
      arnPattern`arn:$p:logs:$r:$a:log-group:${name('LogGroupName')}:*`,
    ],
    when: [isGiven('Tags')],
    onlyIf: 'the role has no logs:TagLogGroup, which AWS accepts in its place',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html',
  },
  ...[
    'StartBulkAssociateWirelessDeviceWithMulticastGroup',
    'StartBulkDisassociateWirelessDeviceFromMulticastGroup',
  ].map(
    (operation): PermissionRow => ({
      service: 'iotwireless',
      operations: [operation],
      actions: ['iotwireless:TagResource'],
      on: [arnPattern`arn:$p:iotwireless:$r:$a:*`],
      when: [isGiven('Tags')],
      onlyIf: 'AWS IoT Wireless asks for it as well, of which its page says nothing',
      source: `https://docs.aws.amazon.com/iot-wireless/2020-11-22/apireference/API_${operation}.html`,
    }),
  ),
];

/** The types of Amazon EC2's resources that the call names with their tags. */
const SPECIFIED = name('TagSpecifications[].ResourceType');
const CERTIFICATES = [arnPattern`arn:$p:acm:$r:$a:certificate/*`];

/**
 * What is tagged where neither the operation's name nor its arguments tell, or seem to tell something else: service →
 * operation → resources.
 */
export const TAGGED_ON: Readonly<Record<string, Readonly<Record<string, readonly ResourcePattern[]>>>> = {
  // https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html: a certificate has an ID of AWS's own.
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
};
