import type { Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { joinOrigins, namePart } from '../grants/names.ts';
import { type Arn, formatArn, parseArn } from '../iam/arn.ts';
import { escapeText, isPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';
import { knownText } from '../values/domain/value.ts';
import { valueAt } from './arguments.ts';

/** How a call says which account owns its resources. */
type Owner =
  /** An argument says it, for all resources or for those whose resource part matches. */
  | { readonly kind: 'argument'; readonly field: string; readonly resources?: RegExp }
  /** An argument is an account's ID, or the ID of a catalog inside that account's catalog. */
  | { readonly kind: 'catalog' }
  /** AWS owns some of the resources, which their names show. */
  | { readonly kind: 'aws' };

/** Services with APIs that accept resources of other accounts. */
const OWNERS: Readonly<Record<string, Owner>> = {
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DescribeBackupVault.html
  backup: { kind: 'argument', field: 'BackupVaultAccountId' },
  // https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeAgentRuntime.html
  bedrockagentcore: { kind: 'argument', field: 'AccountId', resources: /^runtime\// },
  // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartQuery.html
  cloudtrail: { kind: 'argument', field: 'EventDataStoreOwnerAccountId', resources: /^eventdatastore\// },
  // https://docs.aws.amazon.com/codeartifact/latest/ug/domain-overview.html#domain-overview-cross-account
  codeartifact: { kind: 'argument', field: 'DomainOwner' },
  // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetImage.html
  ecr: { kind: 'argument', field: 'RegistryId' },
  // https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html#data-catalog-resource-arns
  glue: { kind: 'catalog' },
  // https://docs.aws.amazon.com/omics/latest/api/API_StartRun.html
  omics: { kind: 'argument', field: 'WorkflowOwnerId', resources: /^workflow\// },
  // https://docs.aws.amazon.com/redshift/latest/APIReference/API_RestoreFromClusterSnapshot.html
  redshift: { kind: 'argument', field: 'OwnerAccount', resources: /^snapshot:/ },
  // https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_GetSnapshot.html
  redshiftserverless: { kind: 'argument', field: 'OwnerAccount', resources: /^snapshot\// },
  // https://docs.aws.amazon.com/cloud-map/latest/api/API_DiscoverInstances.html
  servicediscovery: { kind: 'argument', field: 'OwnerAccount' },
  // https://docs.aws.amazon.com/signer/latest/api/API_StartSigningJob.html
  signer: { kind: 'argument', field: 'ProfileOwner', resources: /^\/signing-profiles\// },
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html
  sqs: { kind: 'argument', field: 'QueueOwnerAWSAccountId' },
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html
  ssm: { kind: 'aws' },
};

/** The resources of a service's row, in the account that the call's arguments or AWS's rules determine. */
export function inAccounts(service: string, spec: ResourceSpec): ResourceSpec {
  const owner = own(OWNERS, service);
  if (owner === undefined) return spec;
  return (context) => spec(context).flatMap((resource) => ownedBy(owner, resource, context));
}

function ownedBy(owner: Owner, resource: Resource, context: CallContext): readonly Resource[] {
  switch (owner.kind) {
    case 'argument':
      return [inAccountOf(owner.field, owner.resources, resource, context)];
    case 'catalog':
      return inCatalog(resource, context);
    case 'aws':
      return alsoOwnedByAws(resource);
  }
}

function inAccountOf(field: string, resources: RegExp | undefined, resource: Resource, context: CallContext): Resource {
  const value = valueAt({ value: context.arguments, path: field });
  const arn = ownArn(resource, context);
  if (value.kind === 'absent' || !arn || resources?.test(arn.resource) === false) return resource;
  const { text, origin } = namePart(value, field);
  return { arn: formatArn({ ...arn, account: text }), origin: joinOrigins([resource.origin, origin]) };
}

/** The resource's ARN if it is in the state machine's account. */
function ownArn({ arn }: Resource, { place }: CallContext): Arn | undefined {
  const parsed = parseArn(arn);
  return parsed?.account === place.account ? parsed : undefined;
}

const CATALOGED = /^(catalog|database|table|userDefinedFunction)(?=\/|$)/;

/**
 * An account's ID is the ID of its catalog; a catalog inside another appears in the ARNs of its contents.
 *
 * Source: https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html#data-catalog-resource-arns
 */
function inCatalog(resource: Resource, context: CallContext): readonly Resource[] {
  const field = 'CatalogId';
  const value = valueAt({ value: context.arguments, path: field });
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
 * Documents and parameters that AWS owns have no account in their ARNs; customers cannot give theirs such names.
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
