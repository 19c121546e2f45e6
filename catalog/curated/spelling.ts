/** Where a resource's ARN has more than its type's format with the argument's name in it. */
import type { RuleName } from '../../src/sdk/named.ts';

/** Every row that fits counts, in this order. */
export interface SpellingRow {
  readonly services: readonly string[];
  /** The resource type; without it, all of the service's. */
  readonly type?: string;
  /** The arguments that name the resource; without it, also none. */
  readonly namedBy?: RegExp;
  readonly spelling: Spelling;
  readonly source: string;
}

export type Spelling =
  /** No ARN says it: a rule finds the resource. */
  | { readonly kind: 'rule'; readonly rule: RuleName }
  /** A rule finds more resources. */
  | { readonly kind: 'andRule'; readonly rule: RuleName }
  /** Something follows the name. */
  | { readonly kind: 'suffix'; readonly suffix: string }
  /** Something may follow the name. */
  | { readonly kind: 'maybeSuffix'; readonly suffix: string }
  /** A path may stand before the name. */
  | { readonly kind: 'maybePath' }
  | { readonly kind: 'anyAccount' };

export const SPELLINGS: readonly SpellingRow[] = [
  {
    services: ['sqs'],
    namedBy: /^QueueUrl$/,
    spelling: { kind: 'rule', rule: 'queue' },
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html',
  },
  {
    services: ['lambda'],
    type: 'function',
    namedBy: /^FunctionName$/,
    spelling: { kind: 'andRule', rule: 'qualifiedFunction' },
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html#function-resources',
  },
  {
    services: ['ses', 'sesv2'],
    namedBy: /^(Source|FromEmailAddress)$/,
    spelling: { kind: 'rule', rule: 'sender' },
    source: 'https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html',
  },
  {
    services: ['kms'],
    type: 'key',
    namedBy: /./,
    spelling: { kind: 'rule', rule: 'key' },
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html',
  },
  {
    services: ['secretsmanager'],
    namedBy: /./,
    spelling: { kind: 'suffix', suffix: '-??????' },
    source:
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html#auth-and-access_examples_wildcard',
  },
  {
    services: ['secretsmanager'],
    namedBy: /^SecretId$/,
    spelling: { kind: 'andRule', rule: 'partialSecret' },
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen',
  },
  {
    // The ARNs are those of the management account, and a delegated administrator's is another.
    services: ['organizations'],
    spelling: { kind: 'anyAccount' },
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_permissions_overview.html',
  },
  {
    services: ['cloudwatchlogs'],
    type: 'log-group',
    spelling: { kind: 'maybeSuffix', suffix: ':*' },
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html',
  },
  {
    // A name does not tell the path that the ARN has.
    services: ['iam'],
    namedBy: /Name$/,
    spelling: { kind: 'maybePath' },
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
  },
];
