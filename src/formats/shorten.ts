import { type Placeholders, writeOut } from '../template/placeholder.ts';
import { type Fitted, placeholdersOf } from './fitted.ts';

/** Replaces ARNs that are composed of a resource's name by the resource's attribute. */
export function shortened(fitted: Fitted): Fitted {
  const shorten = shortenerOf(placeholdersOf(fitted));
  const policies = fitted.policies.map((policy) => ({
    ...policy,
    Statement: policy.Statement.map((statement) => ({ ...statement, Resource: statement.Resource.map(shorten) })),
  }));
  return { ...fitted, policies };
}

/**
 * Writes an ARN that is composed of a resource's name as the attribute that the resource has: `${Table.Arn}` for
 * `arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Table}`. Any other text stays as it is.
 */
function shortenerOf(placeholders: Placeholders): (text: string) => string {
  const byArn = new Map<string, string>();
  for (const [placeholder, { writtenOut }] of Object.entries(placeholders)) {
    const key = writtenOut === undefined ? undefined : withoutPartition(writeOut(writtenOut, placeholders));
    if (key !== undefined && !byArn.has(key)) byArn.set(key, placeholder);
  }
  return (text) => byArn.get(withoutPartition(text) ?? '') ?? text;
}

/** The ARN without its partition, which is the stack's: with any other no call would succeed. */
function withoutPartition(arn: string): string | undefined {
  return /^arn:(?:aws[a-z-]*|\$\{AWS::Partition\}):(.+)$/s.exec(arn)?.[1];
}
