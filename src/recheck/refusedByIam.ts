import type { Conditions } from '../grants/grant.ts';
import { parseArn } from '../iam/arn.ts';
import { hasWildcard } from '../iam/pattern.ts';
import { sizeOf } from '../policy/policy.ts';
import { QUOTAS } from '../policy/quota.ts';

/** What IAM refuses in a policy: a single such name would prevent writing the whole document. */

/**
 * Why IAM would refuse a document with this permission, as the end of a sentence after 'since'; undefined if IAM
 * accepts it. `partition` is the account's.
 *
 * Source of the characters: https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html (PolicyDocument). IAM's answer to an ARN
 * of another partition is `Partition "aws-cn" is not valid for resource`; to a text that is none, `must be in ARN format or "*"`.
 */
export function whyIamRefuses(
  action: string,
  resource: string,
  conditions: Conditions | undefined,
  partition: string,
): string | undefined {
  const plain = { Effect: 'Allow', Action: [action], Resource: [resource] } as const;
  const alone = conditions === undefined ? plain : { ...plain, Condition: conditions };
  const text = JSON.stringify(alone);
  if (/[^\x20-\xff]/.test(text) || /[^\x20-\xff]/.test(resource)) return 'IAM takes no such character in a policy';
  if (sizeOf({ Version: '2012-10-17', Statement: [alone] }) > QUOTAS.managedPolicySize)
    return 'no policy has room for it';
  if (resource === '*') return undefined;
  const arn = parseArn(resource);
  if (!arn) return 'IAM takes ARNs only';
  const isHere = arn.partition === partition || hasWildcard(arn.partition);
  return isHere ? undefined : `the account is in the partition ${partition}`;
}
