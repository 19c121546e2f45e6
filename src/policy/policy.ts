import { compareText } from '../finding.ts';
import type { Conditions } from '../grants/grant.ts';

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Conditions;
}

/** An IAM policy document. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** True for the policy of a workflow that calls nothing. */
export function deniesAll({ Statement }: Policy): boolean {
  return Statement.some(({ Effect }) => Effect === 'Deny');
}

/** Rows of the tables share their condition objects, so each is serialized once. */
const WRITTEN = new WeakMap<Conditions, string>();

/** Serializes conditions independently of the order of their keys; empty for no conditions. */
export function canonicalJson(conditions: Conditions | undefined): string {
  if (conditions === undefined) return '';
  const known = WRITTEN.get(conditions);
  if (known !== undefined) return known;
  const written = JSON.stringify(
    sortedEntries(conditions).map(([operator, keys]) => [operator, sortedEntries(keys)] as const),
  );
  WRITTEN.set(conditions, written);
  return written;
}

function sortedEntries<T>(object: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(object).sort(([a], [b]) => compareText(a, b));
}

/**
 * The number of characters that IAM counts for a policy, a statement or a list of statements: white space between
 * tokens is free.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export function sizeOf(json: Policy | Statement | readonly Statement[]): number {
  return JSON.stringify(json).length;
}
