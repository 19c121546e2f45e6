import type { Api, CallContext, Remark } from '../grants/integration.ts';
import { mayBePresent } from '../values/domain/value.ts';
import { valuesAt } from './arguments.ts';
import { mustHold } from './condition.ts';
import { usedKey } from './keys.ts';

type Remarks = NonNullable<Api['remarks']>;

/**
 * Keys in arguments, if no page says what the service does with them. Most services use a key with the caller's
 * permission.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html
 */
export function keyRemarks(paths: readonly string[]): Remarks {
  return (context) => {
    const used = paths.filter((path) => mayNameKey(path, context));
    const certain = used.filter((path) => mustHold(context.arguments, { kind: 'given', path }));
    const possible = used.filter((path) => !certain.includes(path));
    return [...remark('warning', certain, 'names a key'), ...remark('info', possible, 'may name a key')];
  };
}

function remark(severity: Remark['severity'], paths: readonly string[], what: string): readonly Remark[] {
  if (paths.length === 0) return [];
  const fields = paths.join(', ');
  const message = `${fields} ${what}, and no page of AWS says what the caller needs on it: nothing is granted. If the key is a customer managed one, try the call and grant what is missing (such as kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:GenerateDataKey).`;
  return [{ code: 'key-use', severity, message }];
}

/** Keys in arguments that the service uses with a permission of its own: the caller needs nothing. */
export function serviceKeyRemarks(pages: Readonly<Record<string, string>>): Remarks {
  return (context) => {
    const byPage = new Map<string, string[]>();
    for (const [path, page] of Object.entries(pages)) {
      if (mayNameKey(path, context)) byPage.set(page, [...(byPage.get(page) ?? []), path]);
    }
    return [...byPage].map(([page, paths]): Remark => {
      const message = `${paths.join(', ')}: the role needs nothing on the key, which the service uses with a permission of its own. The key's policy or the role that is passed to the service must give that: ${page}`;
      return { code: 'key-use', severity: 'info', message };
    });
  };
}

/** False for an absent argument, and for keys that nobody needs a permission on, such as `alias/aws/s3`. */
function mayNameKey(path: string, context: CallContext): boolean {
  return valuesAt(context.arguments, path).some(
    (value) => mayBePresent(value) && usedKey(value, path, context).resources.length > 0,
  );
}
