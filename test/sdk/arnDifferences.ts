/** Where a pattern of the tables is no ARN of its action's resource types, as the reference has them, or puts a name where another word stands: why. */

export interface Difference {
  readonly service: string;
  /** The operation, and the action of the row. */
  readonly api: string;
  readonly action: string;
  /** The pattern in the data's notation. */
  readonly text: string;
  /** True where another action of the operation has a resource type like it. */
  readonly ofAnother: boolean;
  /** True where the action has no resource types. */
  readonly untyped: boolean;
}

export interface Reason {
  readonly reason: string;
  readonly holds: (difference: Difference) => boolean;
}

const TAGS = /:(TagResource|AddTagsToResource|AddTags|CreateTags|Tag[A-Z]\w+)$/;

export const FORMAT_REASONS: readonly Reason[] = [
  {
    reason:
      'the resources of API Gateway are the paths of requests, which the reference has in part (apigateway/latest/developerguide/arn-format-reference.html)',
    holds: ({ action }) => action.startsWith('apigateway:'),
  },
  {
    reason: 'a name does not tell the path that the ARN has (IAM/latest/UserGuide/reference_identifiers.html)',
    holds: ({ text }) => /^\??arn:\$p:iam::\$a:[a-z-]+\/\*\/\{[^}]+\}$/.test(text),
  },
  {
    reason:
      'a service-linked role has a path with the service (IAM/latest/UserGuide/id_roles_create-service-linked-role.html)',
    holds: ({ action }) => action === 'iam:CreateServiceLinkedRole',
  },
  {
    reason:
      'policies on log groups end in :* or do not (AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html)',
    holds: ({ text }) => /:log-group:(\*|\{[^}]+\}):\*$/.test(text),
  },
  {
    reason:
      'a secret’s ARN ends in six characters of AWS’s own (secretsmanager/latest/userguide/auth-and-access_iam-policies.html)',
    holds: ({ text }) => text.endsWith('-??????'),
  },
  {
    reason:
      'the key of a replica is in the replica’s Region (kms/latest/developerguide/multi-region-keys-overview.html)',
    holds: ({ text }) => /^arn:\$p:(kms|cloudhsm):\{/.test(text),
  },
  {
    reason: 'the call says which types it tags (AWSEC2/latest/APIReference/API_TagSpecification.html)',
    holds: ({ text }) => text.endsWith(':{TagSpecifications[].ResourceType}/*'),
  },
  {
    reason: 'the reference does not have the type among those that are tagged, and has it of the action that makes it',
    holds: ({ action, ofAnother }) => TAGS.test(action) && ofAnother,
  },
  {
    reason:
      'a service of Elastic Load Balancing has two editions with one prefix (elasticloadbalancing/latest/userguide/tagging-resources-during-creation.html)',
    holds: ({ service }) => service === 'elasticloadbalancingv2',
  },
  {
    reason:
      'a database’s function is a resource besides the catalog and the database (glue/latest/dg/glue-specifying-resource-arns.html)',
    holds: ({ text }) => text.includes(':userDefinedFunction/'),
  },
  {
    reason: 'users and groups are in a namespace (quicksight/latest/developerguide/terminology-and-concepts.html)',
    holds: ({ service }) => service === 'quicksight',
  },
  {
    reason: 'policies of AWS are of the account aws (list_organizations.html)',
    holds: ({ text }) => text.startsWith('arn:$p:organizations::aws:'),
  },
  {
    reason:
      'the reference has a source under the destinations (AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html)',
    holds: ({ api }) => api === 'deleteDeliverySource',
  },
  {
    reason: 'a task that makes something of another thing has an ARN of its own (partner-central/latest/APIReference)',
    holds: ({ service, text }) => service === 'partnercentralselling' && /-task\/\*$/.test(text),
  },
  {
    reason:
      'the page has the jobs, the reference the models (bedrock/latest/userguide/advanced-prompt-optimization-prereqs.html)',
    holds: ({ action }) => action === 'bedrock:CreateAdvancedPromptOptimizationJob',
  },
  {
    reason:
      'a service writes to log groups of its own (amazondynamodb/latest/developerguide/S3DataImport.Requesting.html)',
    holds: ({ text }) => text.includes(':log-group:/aws-'),
  },
];

/** An argument in the place of a name of an ARN format. */
export interface Placing {
  readonly service: string;
  readonly api: string;
  /** The name in the format, `RoleName` of `role/${EnvironmentName}/${RoleName}`, and its resource type. */
  readonly part: string;
  readonly type: string;
  /** The argument's path, and its last field. */
  readonly path: string;
  readonly field: string;
  /** A curated row says so, with its page. */
  readonly curated: boolean;
}

/** Why an argument has another word than the part of the ARN that it names. */
export const PLACING_REASONS: readonly { readonly reason: string; readonly holds: (placing: Placing) => boolean }[] = [
  { reason: 'a curated row of catalog/curated says so, with its page', holds: ({ curated }) => curated },
  {
    reason: 'the argument is of a resource of any type, by its identifier',
    holds: ({ field }) => /^Resource(Id|Ids|Identifier|Name|Arn|Arns)?$/.test(field),
  },
  {
    reason: 'the paths of API Gateway have the model’s names',
    holds: ({ service }) => service.startsWith('apigateway'),
  },
  {
    reason: 'the bucket and the key of an object',
    holds: ({ part, path }) => part === 'ObjectName' && /(Key|S3Object\.Name|ManifestS3Object\.Name)$/.test(path),
  },
  {
    reason: 'a bot’s alias stands where its version may (list_amazonlex.html)',
    holds: ({ service, field }) => service === 'lexruntimeservice' && field === 'BotAlias',
  },
  {
    reason: 'the operation’s page says that the identifier is that of the only resource of its action',
    holds: ({ service, field }) => ONLY_RESOURCE.has(service) && /^(Id|Identifier|Name)$/.test(field),
  },
];

const ONLY_RESOURCE: ReadonlySet<string> = new Set([
  'connectcampaigns',
  'connectcampaignsv2',
  'eks',
  'medialive',
  'opensearch',
  'qldb',
  's3control',
  'sts',
]);
