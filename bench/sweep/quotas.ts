/**
 * How many requests AWS answers: a bucket of tokens for each API, and how many a second come into it.
 *
 * Step Functions, by account and region; soft quotas, "AWS Step Functions may increase both the bucket size and refill
 * rate at any time":
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html#service-limits-api-action-throttling-general
 *
 * IAM's rates are not published. These are an assumption, for all of its reads and all of its writes together.
 */
export interface Quota {
  readonly bucket: number;
  readonly perSecond: number;
}

export type Quotas = Readonly<Record<string, Quota>>;

const EVERYWHERE: Quotas = {
  DescribeStateMachine: { bucket: 200, perSecond: 20 },
  DescribeStateMachineAlias: { bucket: 200, perSecond: 1 },
  DescribeStateMachineForExecution: { bucket: 200, perSecond: 1 },
  ListStateMachineAliases: { bucket: 100, perSecond: 1 },
  ListStateMachines: { bucket: 100, perSecond: 5 },
  'IAM reads': { bucket: 20, perSecond: 20 },
  'IAM writes': { bucket: 5, perSecond: 5 },
};

/** US East (N. Virginia), US West (Oregon), and Europe (Ireland). */
export const LARGE_REGIONS: Quotas = { ...EVERYWHERE, ListExecutions: { bucket: 200, perSecond: 5 } };
export const OTHER_REGIONS: Quotas = { ...EVERYWHERE, ListExecutions: { bucket: 100, perSecond: 2 } };

/** Whose tokens a request takes. */
export function quotaNameOf(client: 'iam' | 'sfn', api: string): string {
  if (client === 'sfn') return api;
  return /^(?:Get|List)/.test(api) ? 'IAM reads' : 'IAM writes';
}
