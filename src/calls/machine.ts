import type { WorkflowType } from '../asl/workflow.ts';
import { type Place, partitionOf, urlSuffixOf } from '../iam/arn.ts';

/** What is known of the state machine beyond its definition. Everything is optional. */
export interface MachineSettings {
  /** A Region's code. Without it, resources contain `${AWS::Region}`. */
  readonly region?: string;
  /** Twelve digits. Without it, resources contain `${AWS::AccountId}`. */
  readonly account?: string;
  /** Default: the Region's partition, otherwise that of the definition's ARNs, otherwise `aws`. */
  readonly partition?: string;
  /** The state machine's name, for workflows that refer to themselves. */
  readonly name?: string;
  readonly type?: WorkflowType;
  /** True if the state machine logs to CloudWatch Logs. */
  readonly logging?: boolean;
  /** True if X-Ray tracing is on. */
  readonly tracing?: boolean;
  /** Of logging and tracing, what only a deployment turns on or off. */
  readonly uncertain?: readonly ('logging' | 'tracing')[];
  /** ARN of the customer managed key that encrypts the state machine. */
  readonly kmsKeyArn?: string;
  /** `${Placeholders}` that certainly stand for names, such as `${Table}` for a table of the same template. */
  readonly names?: readonly string[];
  /** `${Placeholders}` that certainly stand for whole ARNs, such as `${Secret}` for a secret of the same template. */
  readonly arns?: readonly string[];
  /** Bucket name → ARN of the customer managed KMS key that encrypts its objects. */
  readonly bucketKeys?: Readonly<Record<string, string>>;
}

export interface Machine extends MachineSettings {
  readonly place: Place;
}

/** What the template's pseudo parameters stand for, as far as the settings say it. */
export function pseudoParameters({ region, account, partition }: MachineSettings): Readonly<Record<string, string>> {
  const known = partition ?? (region === undefined ? undefined : partitionOf(region));
  const suffix = known === undefined ? undefined : urlSuffixOf(known);
  return {
    ...(region === undefined ? {} : { 'AWS::Region': region }),
    ...(account === undefined ? {} : { 'AWS::AccountId': account }),
    ...(known === undefined ? {} : { 'AWS::Partition': known }),
    ...(suffix === undefined ? {} : { 'AWS::URLSuffix': suffix }),
  };
}

/** Fills in what the settings leave open. `seen` is the partition that the definition's own ARNs name, if any. */
export function machineOf(settings: MachineSettings, seen: string | undefined): Machine {
  const { region, account, partition } = settings;
  return {
    ...settings,
    place: {
      partition: partition ?? (region === undefined ? (seen ?? 'aws') : partitionOf(region)),
      region: region ?? '${AWS::Region}',
      account: account ?? '${AWS::AccountId}',
    },
  };
}
