import { own } from '../own.ts';

/** Where a state machine lives: the parts that its resources' ARNs share. */
export interface Place {
  /** `aws`, `aws-cn`, `aws-us-gov`, …, or a placeholder such as `${AWS::Partition}`. */
  readonly partition: string;
  /** A region's code, or `${AWS::Region}`. */
  readonly region: string;
  /** Twelve digits, or `${AWS::AccountId}`. */
  readonly account: string;
}

export interface Arn extends Place {
  readonly service: string;
  /** All that follows the account, colons included. */
  readonly resource: string;
}

/** In the order in which an ARN has them. */
export const ARN_FIELDS = [
  'partition',
  'service',
  'region',
  'account',
  'resource',
] as const satisfies readonly (keyof Arn)[];

const SEGMENT = String.raw`((?:\$\{[^}]*\}|[^:])*)`;
const ARN = new RegExp(`^arn:${SEGMENT}:${SEGMENT}:${SEGMENT}:${SEGMENT}:(.+)$`, 's');

/** Splits an ARN; a colon inside `${AWS::Region}` is no separator. Undefined where the text is no ARN. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const match = ARN.exec(text);
  if (!match) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  if (partition === '' || service === '') return undefined;
  return { partition, service, region, account, resource };
}

/**
 * An ARN of a policy with the fields that it lacks: IAM takes each of them for `*`, so that `arn:aws:sqs` means
 * `arn:aws:sqs:*:*:*`. A text with `${…}` stays, since a value that it stands for may hold the missing fields.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html (resource_string)
 */
export function completeArn(text: string): string {
  if (!text.startsWith('arn:') || text.includes('${')) return text;
  const missing = FIELDS - text.split(':').length;
  return missing > 0 ? text + ':*'.repeat(missing) : text;
}

const FIELDS = 6;

export function formatArn(arn: Arn): string {
  return `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.resource}`;
}

/**
 * The partition that a region belongs to.
 *
 * Source: https://docs.aws.amazon.com/general/latest/gr/rande.html and the SDKs' partitions.json
 */
export function partitionOf(region: string): string {
  const prefix = Object.keys(PARTITIONS).find((start) => region.startsWith(start));
  return prefix === undefined ? 'aws' : (own(PARTITIONS, prefix) ?? 'aws');
}

/**
 * The end of host names in a partition, where it is documented.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
 */
export function urlSuffixOf(partition: string): string | undefined {
  return own(SUFFIXES, partition);
}

const SUFFIXES: Readonly<Record<string, string>> = {
  aws: 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-us-gov': 'amazonaws.com',
};

const PARTITIONS: Readonly<Record<string, string>> = {
  'cn-': 'aws-cn',
  'us-gov-': 'aws-us-gov',
  'us-iso-': 'aws-iso',
  'us-isob-': 'aws-iso-b',
  'us-isof-': 'aws-iso-f',
  'eu-isoe-': 'aws-iso-e',
  'eusc-': 'aws-eusc',
};
