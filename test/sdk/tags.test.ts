import { type Args, type Case, checkCases, HERE } from '../support/sdk.ts';

/** What is tagged while it is made: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html */

const AT = (service: string, resource: string) => `arn:aws:${service}:${HERE}:${resource}`;

function tagging(
  name: string,
  source: string,
  api: string,
  args: Args,
  own: Readonly<Record<string, readonly string[]>>,
  action: string,
  ...resources: readonly string[]
): Case {
  return { name, source, api, args, needs: { ...own, [action]: resources } };
}

const UNTYPED: readonly Case[] = [
  tagging(
    'an image of WorkSpaces is tagged on everything, since IAM has no resources for it',
    'list_workspaces.html',
    'workspaces:createWorkspaceImage',
    { Name: 'i', Description: 'd', WorkspaceId: 'ws-1', Tags: [{ Key: 'a', Value: 'b' }] },
    { 'workspaces:CreateWorkspaceImage': [AT('workspaces', 'workspace/ws-1'), AT('workspaces', 'workspaceimage/*')] },
    'workspaces:CreateTags',
    '*',
  ),
  tagging(
    'and so is a service of Cloud Map',
    'list_servicediscovery.html',
    'servicediscovery:createService',
    { Name: 's', NamespaceId: 'ns-1', Tags: [{ Key: 'a', Value: 'b' }] },
    {
      'servicediscovery:CreateService': [AT('servicediscovery', 'namespace/ns-1'), AT('servicediscovery', 'service/*')],
    },
    'servicediscovery:TagResource',
    '*',
  ),
  tagging(
    'and an identity source of MPA',
    'list_mpa.html',
    'mpa:createIdentitySource',
    { IdentitySourceParameters: {}, Tags: { a: 'b' } },
    { 'mpa:CreateIdentitySource': [AT('mpa', 'identity-source/*')] },
    'mpa:TagResource',
    '*',
  ),
];

const RUN = { ImageId: 'ami-1', SubnetId: 'subnet-1', MinCount: 1, MaxCount: 1 };
const RUNS = [
  'arn:aws:ec2:eu-west-1::image/ami-1',
  ...[
    'elastic-gpu/*',
    'instance/*',
    'network-interface/*',
    'secondary-interface/*',
    'security-group/*',
    'spot-instances-request/*',
    'subnet/subnet-1',
    'volume/*',
  ].map((resource) => AT('ec2', resource)),
  `arn:aws:elastic-inference:${HERE}:elastic-inference-accelerator/*`,
].toSorted();

const MADE: readonly Case[] = [
  tagging(
    'instances and volumes are tagged, not the image and the subnet',
    'AWSEC2/latest/APIReference/API_RunInstances.html',
    'ec2:runInstances',
    { ...RUN, TagSpecifications: ['instance', 'volume'].map((ResourceType) => ({ ResourceType, Tags: [] })) },
    { 'ec2:RunInstances': RUNS },
    'ec2:CreateTags',
    AT('ec2', 'instance/*'),
    AT('ec2', 'volume/*'),
  ),
  tagging(
    'a rule of a security group is tagged',
    'AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html',
    'ec2:authorizeSecurityGroupIngress',
    { GroupId: 'sg-1', TagSpecifications: [{ ResourceType: 'security-group-rule', Tags: [] }] },
    { 'ec2:AuthorizeSecurityGroupIngress': [AT('ec2', 'security-group/sg-1')] },
    'ec2:CreateTags',
    AT('ec2', 'security-group-rule/*'),
  ),
  tagging(
    'a job definition is tagged, and no consumable resource',
    'batch/latest/APIReference/API_RegisterJobDefinition.html',
    'batch:registerJobDefinition',
    { JobDefinitionName: 'd', Type: 'container', Tags: { a: 'b' } },
    { 'batch:RegisterJobDefinition': [AT('batch', 'job-definition/d')] },
    'batch:TagResource',
    AT('batch', 'job-definition/d'),
    AT('batch', 'job-definition/d:*'),
  ),
  tagging(
    'a copied parameter group is tagged, and not its source',
    'AmazonRDS/latest/APIReference/API_CopyDBParameterGroup.html',
    'rds:copyDBParameterGroup',
    {
      SourceDBParameterGroupIdentifier: 'old',
      TargetDBParameterGroupIdentifier: 'new',
      TargetDBParameterGroupDescription: 'd',
      Tags: [{ Key: 'a', Value: 'b' }],
    },
    { 'rds:CopyDBParameterGroup': [AT('rds', 'pg:new'), AT('rds', 'pg:old')] },
    'rds:AddTagsToResource',
    AT('rds', 'pg:new'),
  ),
  tagging(
    'a listener is tagged, and not its load balancer',
    'elasticloadbalancing/latest/userguide/tagging-resources-during-creation.html',
    'elasticloadbalancingv2:createListener',
    {
      LoadBalancerArn: AT('elasticloadbalancing', 'loadbalancer/app/l/1'),
      DefaultActions: [],
      Tags: [{ Key: 'a', Value: 'b' }],
    },
    { 'elasticloadbalancing:CreateListener': [AT('elasticloadbalancing', 'loadbalancer/app/l/1')] },
    'elasticloadbalancing:AddTags',
    AT('elasticloadbalancing', 'listener/app/*'),
    AT('elasticloadbalancing', 'listener/gwy/*'),
    AT('elasticloadbalancing', 'listener/net/*'),
  ),
  tagging(
    'an attachment is tagged, and not the network that it is in',
    'networkmanager/latest/APIReference/API_CreateVpcAttachment.html',
    'networkmanager:createVpcAttachment',
    {
      CoreNetworkId: 'core-network-1',
      VpcArn: AT('ec2', 'vpc/vpc-1'),
      SubnetArns: [AT('ec2', 'subnet/subnet-1')],
      Tags: [{ Key: 'a', Value: 'b' }],
    },
    {
      'ec2:DescribeRegions': ['*'],
      'networkmanager:CreateVpcAttachment': ['arn:aws:networkmanager::111122223333:core-network/core-network-1'],
    },
    'networkmanager:TagResource',
    'arn:aws:networkmanager::111122223333:attachment/*',
  ),
  tagging(
    'an association is tagged, and not what is associated',
    'Route53/latest/APIReference/API_route53resolver_AssociateFirewallRuleGroup.html',
    'route53resolver:associateFirewallRuleGroup',
    { FirewallRuleGroupId: 'rslvr-frg-1', VpcId: 'vpc-1', Priority: 101, Name: 'n', Tags: [{ Key: 'a', Value: 'b' }] },
    {
      'ec2:DescribeVpcs': ['*'],
      'route53resolver:AssociateFirewallRuleGroup': [AT('route53resolver', 'firewall-rule-group-association/*')],
    },
    'route53resolver:TagResource',
    AT('route53resolver', 'firewall-rule-group-association/*'),
  ),
];

const NO_TAGS_OF_AWS: readonly Case[] = [
  {
    name: 'a workflow execution’s are texts, and only domains have tags',
    source: 'amazonswf/latest/developerguide/swf-dev-adv-tags.html',
    api: 'swf:startWorkflowExecution',
    args: { Domain: 'd', WorkflowId: 'w', WorkflowType: { Name: 'n', Version: '1' }, TagList: ['a'] },
    needs: { 'swf:StartWorkflowExecution': ['arn:aws:swf::111122223333:/domain/d'] },
  },
  {
    name: 'a configuration item’s describe a resource of someone else',
    source: 'config/latest/APIReference/API_PutResourceConfig.html',
    api: 'config:putResourceConfig',
    args: {
      ResourceType: 'My::Own::Type',
      SchemaVersionId: '1',
      ResourceId: 'r',
      Configuration: '{}',
      Tags: { a: 'b' },
    },
    needs: { 'config:PutResourceConfig': ['*'] },
  },
  {
    name: 'a job of S3 Batch Operations is made with its tags by the same permission',
    source: 'AmazonS3/latest/userguide/using-with-s3-policy-actions.html',
    api: 's3control:createJob',
    args: { AccountId: '111122223333', Tags: [{ Key: 'a', Value: 'b' }] },
    needs: { 's3:CreateJob': ['*'] },
  },
];

const OWN_ACTIONS: readonly Case[] = [
  tagging(
    'a configuration of S3 Storage Lens is tagged by an action of its own',
    'AmazonS3/latest/userguide/storage_lens_iam_permissions.html',
    's3control:putStorageLensConfiguration',
    { ConfigId: 'c', AccountId: '111122223333', StorageLensConfiguration: {}, Tags: [{ Key: 'a', Value: 'b' }] },
    { 's3:PutStorageLensConfiguration': ['*'] },
    's3:PutStorageLensConfigurationTagging',
    AT('s3', 'storage-lens/c'),
  ),
  tagging(
    'a stream is not tagged by kinesis:TagResource',
    'kinesis/latest/APIReference/API_CreateStream.html',
    'kinesis:createStream',
    { StreamName: 's', Tags: { a: 'b' } },
    { 'kinesis:CreateStream': [AT('kinesis', 'stream/s')] },
    'kinesis:AddTagsToStream',
    AT('kinesis', 'stream/s'),
  ),
  tagging(
    'a bucket is tagged by s3:TagResource',
    'AmazonS3/latest/API/API_CreateBucket.html',
    's3:createBucket',
    { Bucket: 'b', CreateBucketConfiguration: { Tags: [{ Key: 'a', Value: 'b' }] } },
    { 's3:CreateBucket': ['arn:aws:s3:::b'] },
    's3:TagResource',
    'arn:aws:s3:::b',
  ),
];

checkCases({
  'tags of what IAM knows no resource of': UNTYPED,
  'tags of what is made': MADE,
  'tags that ask for no further permission': NO_TAGS_OF_AWS,
  'tags with an action of their own': OWN_ACTIONS,
});
