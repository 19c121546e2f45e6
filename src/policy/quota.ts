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
 * fits stays whole. Deterministic: statements fill the documents in order and are cut where a document is full.
 */
export function splitPolicy(policy: Policy, limit: number = QUOTAS.managedPolicySize): readonly Policy[] {
  if (sizeOf(policy) <= limit) return [policy];
  const empty = limit - sizeOf({ Version: policy.Version, Statement: [] });
  const documents: Statement[][] = [];
  let room = 0;
  for (const statement of policy.Statement) {
    for (const part of cut(statement, room, empty)) {
      const size = sizeOf(part);
      if (size > room) {
        documents.push([]);
        room = empty;
      }
      documents.at(-1)?.push(part);
      // The next statement needs a comma before it.
      room -= size + 1;
    }
  }
  return documents.map((Statement) => ({ Version: policy.Version, Statement }));
}

/**
 * Cuts a statement into parts: the first fits into the room left in a document if any part does, each other part into
 * an empty document. Cuts between resources, else between actions, else between both.
 */
function cut(statement: Statement, room: number, empty: number): readonly Statement[] {
  const size = sizeOf(statement);
  if (size <= room) return [statement];
  for (const key of ['Resource', 'Action'] as const) {
    const list = statement[key];
    const frame = size - JSON.stringify(list).length + '[]'.length;
    const lengths = list.map((text) => JSON.stringify(text).length);
    if (lengths.some((length) => frame + length > empty)) continue;
    return fill(list, lengths, room - frame, empty - frame).map((part) => ({ ...statement, [key]: part }));
  }
  const { Resource } = statement;
  if (Resource.length < 2) return [statement];
  return Resource.flatMap((resource) => cut({ ...statement, Resource: [resource] }, empty, empty));
}

/** Fills each part with as many consecutive texts as it has room for, commas included. */
function fill(
  texts: readonly string[],
  lengths: readonly number[],
  first: number,
  others: number,
): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let left = first;
  for (const [index, text] of texts.entries()) {
    const length = lengths[index] ?? 0;
    const part = parts.at(-1);
    if (part && left > length) {
      part.push(text);
      left -= length + 1;
      continue;
    }
    if (part || left < length) left = others;
    parts.push([text]);
    left -= length;
  }
  return parts;
}
