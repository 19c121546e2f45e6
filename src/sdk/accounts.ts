import type { Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { joinOrigins, namePart } from '../grants/names.ts';
import { type Arn, formatArn, parseArn } from '../iam/arn.ts';
import { escapeText, isPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';
import { knownText } from '../values/domain/value.ts';
import { valueAt } from './arguments.ts';

/** An argument that says in whose account the call's resources are, and the types that it says it of; without, all. */
interface Owner {
  readonly field: string;
  readonly types?: RegExp;
}

/** Each of these APIs takes resources that another account shares, and has its account as an argument. */
const OWNERS: Readonly<Record<string, Owner>> = {
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DescribeBackupVault.html
  backup: { field: 'BackupVaultAccountId' },
  // https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeAgentRuntime.html
  bedrockagentcore: { field: 'AccountId', types: /^runtime\// },
  // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartQuery.html
  cloudtrail: { field: 'EventDataStoreOwnerAccountId', types: /^eventdatastore\// },
  // https://docs.aws.amazon.com/codeartifact/latest/ug/domain-overview.html#domain-overview-cross-account
  codeartifact: { field: 'DomainOwner' },
  // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetImage.html
  ecr: { field: 'RegistryId' },
  // https://docs.aws.amazon.com/omics/latest/api/API_StartRun.html
  omics: { field: 'WorkflowOwnerId', types: /^workflow\// },
  // https://docs.aws.amazon.com/redshift/latest/APIReference/API_RestoreFromClusterSnapshot.html
  redshift: { field: 'OwnerAccount', types: /^snapshot:/ },
  // https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_GetSnapshot.html
  redshiftserverless: { field: 'OwnerAccount', types: /^snapshot\// },
  // https://docs.aws.amazon.com/cloud-map/latest/api/API_DiscoverInstances.html
  servicediscovery: { field: 'OwnerAccount' },
  // https://docs.aws.amazon.com/signer/latest/api/API_StartSigningJob.html
  signer: { field: 'ProfileOwner', types: /^\/signing-profiles\// },
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html
  sqs: { field: 'QueueOwnerAWSAccountId' },
};

/** The resources of a service's row, in the account that the call's arguments or AWS's own rules name. */
export function inAccounts(service: string, spec: ResourceSpec): ResourceSpec {
  if (service === 'glue') return (context) => spec(context).flatMap((resource) => inCatalog(resource, context));
  if (service === 'ssm') return (context) => spec(context).flatMap(alsoOwnedByAws);
  const owner = own(OWNERS, service);
  return owner === undefined ? spec : (context) => spec(context).map((resource) => ownedBy(owner, resource, context));
}

function ownedBy({ field, types }: Owner, resource: Resource, context: CallContext): Resource {
  const value = valueAt({ value: context.call.arguments, path: field });
  const arn = ownArn(resource, context);
  if (value.kind === 'absent' || !arn || types?.test(arn.resource) === false) return resource;
  const { text, origin } = namePart(value, field);
  return { arn: formatArn({ ...arn, account: text }), origin: joinOrigins([resource.origin, origin]) };
}

/** The resource's ARN where it is one of the state machine's account. */
function ownArn({ arn }: Resource, { place }: CallContext): Arn | undefined {
  const parsed = parseArn(arn);
  return parsed?.account === place.account ? parsed : undefined;
}

const CATALOGED = /^(catalog|database|table|userDefinedFunction)(?=\/|$)/;

/**
 * An account's ID is the ID of its catalog; a catalog inside another stands in the ARNs of what is in it.
 *
 * Source: https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html#data-catalog-resource-arns
 */
function inCatalog(resource: Resource, context: CallContext): readonly Resource[] {
  const field = 'CatalogId';
  const value = valueAt({ value: context.call.arguments, path: field });
  const arn = ownArn(resource, context);
  if (value.kind === 'absent' || !arn) return [resource];
  const { origin } = namePart(value, field);
  const id = knownText(value);
  const within = (account: string, catalog: string | undefined): Resource => {
    const path = catalog === undefined ? arn.resource : arn.resource.replace(CATALOGED, (type) => `${type}/${catalog}`);
    return { arn: formatArn({ ...arn, account, resource: path }), origin: joinOrigins([resource.origin, origin]) };
  };
  if (id === undefined) return [within('*', undefined), ...(CATALOGED.test(arn.resource) ? [within('*', '*')] : [])];
  if (isPlaceholder(id) || /^\d{12}$/.test(id)) return [within(id, undefined)];
  const [, account = arn.account, catalog = id] = /^(\d{12}):(.+)$/.exec(id) ?? [];
  return [within(account, escapeText(catalog))];
}

/**
 * Documents and parameters that AWS owns have no account in their ARNs, and customers' own cannot be named as they are.
 *
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html and
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateDocument.html#systemsmanager-CreateDocument-request-Name
 */
function alsoOwnedByAws(resource: Resource): readonly Resource[] {
  const arn = parseArn(resource.arn);
  if (arn?.service !== 'ssm' || arn.account === '' || arn.account === '*') return [resource];
  if (!/^(document|automation-definition)\/(aws|amazon|amzn|\*)|^parameter\/(aws\/|\*)/i.test(arn.resource)) {
    return [resource];
  }
  return [resource, { ...resource, arn: formatArn({ ...arn, account: '' }) }];
}
