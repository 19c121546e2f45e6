import { CURATED_KEY_USES } from './keyUses.ts';
import type { KeyUseRow, PermissionRow } from './row.ts';
import { arnPattern, isGiven, name, nameOrArn, rule, SERVICE_GRANT } from './write.ts';

const CREATE_GRANT = 'kms:CreateGrant';

/** What operations do with the key that an argument names, with the caller's own permission. */
export const KEY_PERMISSIONS: readonly PermissionRow[] = [
  {
    service: 'kms',
    operations: ['ReEncrypt'],
    actions: ['kms:ReEncryptFrom'],
    on: [rule('sourceKey')],
    instead: true,
    source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html',
  },
  {
    service: 'kms',
    operations: ['ReEncrypt'],
    actions: ['kms:ReEncryptTo'],
    on: [rule('destinationKey')],
    instead: true,
    source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html',
  },
  ...CURATED_KEY_USES.flatMap(rowsOf),
];

/** A row for each key, and one of its own for grants, which have a condition that no other action has. */
function rowsOf({ keys, actions, grantsForServices, only = [], region, ...row }: KeyUseRow): readonly PermissionRow[] {
  const others = actions.filter((action) => !grantsForServices || action !== CREATE_GRANT);
  return keys.flatMap((path) => {
    const base = {
      ...row,
      on: [
        region === undefined
          ? arnPattern`arn:$p:kms:$r:$a:key/${nameOrArn(path)}`
          : arnPattern`arn:$p:kms:${name(region)}:$a:key/${nameOrArn(path)}`,
      ],
      when: [isGiven(path)],
      purpose: 'encryption',
    } as const;
    return [
      { ...base, actions: others, ...(only.length === 0 ? {} : { only }) },
      ...(others.length === actions.length
        ? []
        : [{ ...base, actions: [CREATE_GRANT], only: [...only, SERVICE_GRANT] }]),
    ];
  });
}
