import { type Policy, type Statement, sizeOf } from './policy.ts';

/**
 * IAM's quotas on what one role can carry; sizes in characters, white space not counted.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const QUOTAS = {
  /** All inline policies of a role together. */
  inlinePolicySize: 10_240,
  /** One managed policy. */
  managedPolicySize: 6_144,
  /** Managed policies attached to a role, unless the account has a higher quota. */
  managedPoliciesPerRole: 10,
} as const;

/**
 * Splits a policy into documents that each fit into one managed policy and together allow the same. A policy that
 * already fits stays whole. Deterministic: statements fill the documents in their order, cut where one is full.
 */
export function split(policy: Policy, limit: number = QUOTAS.managedPolicySize): readonly Policy[] {
  if (sizeOf(policy) <= limit) return [policy];
  const empty = limit - sizeOf({ Version: policy.Version, Statement: [] });
  const documents: Statement[][] = [];
  let room = 0;
  const waiting = policy.Statement.toReversed();
  for (let statement = waiting.pop(); statement; statement = waiting.pop()) {
    // Every statement but a document's first has a comma before it.
    const [head, ...rest] = cut(statement, room - 1) ?? cut(statement, (room = empty)) ?? [statement];
    if (room === empty) documents.push([]);
    documents.at(-1)?.push(head ?? statement);
    room -= sizeOf(head ?? statement) + (room === empty ? 0 : 1);
    waiting.push(...rest.toReversed());
  }
  return documents.map((Statement) => ({ Version: policy.Version, Statement }));
}

/**
 * A part of a statement that fits, and what is left of it: cut between its resources, or between its actions where one
 * resource with all of them does not fit. Undefined where nothing fits.
 */
function cut(statement: Statement, room: number): readonly [Statement, ...Statement[]] | undefined {
  const size = sizeOf(statement);
  if (size <= room) return [statement];
  for (const key of ['Resource', 'Action'] as const) {
    const list = statement[key];
    const frame = size - JSON.stringify(list).length + '[]'.length;
    const count = countFitting(list, room - frame);
    if (count > 0)
      return [
        { ...statement, [key]: list.slice(0, count) },
        { ...statement, [key]: list.slice(count) },
      ];
  }
  const { Action, Resource } = statement;
  const [first, ...others] = Resource;
  if (first === undefined || others.length === 0) return undefined;
  const one = cut({ ...statement, Resource: [first] }, room);
  return one && Action.length > 1 ? [...one, { ...statement, Resource: others }] : undefined;
}

/** How many of the first texts a list of this many characters holds, commas between them. */
function countFitting(texts: readonly string[], room: number): number {
  let left = room + 1;
  let count = 0;
  for (const text of texts) {
    left -= JSON.stringify(text).length + 1;
    if (left < 0) break;
    count++;
  }
  return count;
}
