import { compareText } from '../finding.ts';
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
 * Splits a policy into documents that each fit into one managed policy and together allow the same. A document that
 * already fits stays whole. Deterministic; first fit, largest statement first.
 */
export function split(policy: Policy, limit: number = QUOTAS.managedPolicySize): readonly Policy[] {
  if (sizeOf(policy) <= limit) return [policy];
  const frame = sizeOf({ Version: '2012-10-17', Statement: [] });
  const pieces = policy.Statement.flatMap((statement) => cut(statement, limit - frame))
    .map((statement) => ({ statement, size: sizeOf(statement) + 1 }))
    .sort((a, b) => b.size - a.size || compareText(JSON.stringify(a.statement), JSON.stringify(b.statement)));
  const bins: { room: number; readonly statements: Statement[] }[] = [];
  for (const { statement, size } of pieces) {
    // The last statement of a document needs no comma: the frame gives one character back.
    let bin = bins.find(({ room }) => room >= size);
    if (!bin) bins.push((bin = { room: limit - frame + 1, statements: [] }));
    bin.room -= size;
    bin.statements.push(statement);
  }
  return bins.map(({ statements }) => ({ Version: policy.Version, Statement: statements }));
}

/** Cuts a statement into parts that fit: by its resources where there are several, else by its actions. */
function cut(statement: Statement, limit: number): readonly Statement[] {
  const size = sizeOf(statement);
  if (size <= limit) return [statement];
  const key = statement.Resource.length > 1 ? 'Resource' : 'Action';
  const list = statement[key];
  if (list.length < 2) return [statement];
  const room = limit - (size - JSON.stringify(list).length) - '[]'.length;
  return fill(list, room).flatMap((part) =>
    part.length < list.length ? cut({ ...statement, [key]: part }, limit) : [statement],
  );
}

/** Consecutive items, as many in each part as have room; at least one. */
function fill(items: readonly string[], room: number): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let left = 0;
  for (const item of items) {
    const length = JSON.stringify(item).length + ','.length;
    const part = parts.at(-1);
    if (part && left >= length) part.push(item);
    else {
      parts.push([item]);
      left = room;
    }
    left -= length;
  }
  return parts;
}
