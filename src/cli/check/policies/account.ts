import type { JsonObject } from '../../../asl/json.ts';
import { own } from '../../../own.ts';
import { type FoundPolicies, type FoundPolicy, objectsAt, objectUnder, textAt } from './found.ts';

/** The roles of an account with their policies, as `aws iam get-account-authorization-details` answers. */

/**
 * All policies of the roles in the answer.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function policiesOfAccount(json: JsonObject): FoundPolicies | undefined {
  const roles = objectsAt(json, 'RoleDetailList');
  if (roles.length === 0) return undefined;
  const managed = managedPolicies(json);
  const all = roles.map(({ item, index }) => policiesOfRole(item, ['RoleDetailList', index], managed));
  return {
    policies: all.flatMap(({ policies }) => policies),
    missing: all.flatMap(({ missing }) => missing),
    boundaries: roles.flatMap(({ item }) => {
      const arn = textAt(objectUnder(item, 'PermissionsBoundary') ?? {}, 'PermissionsBoundaryArn');
      return arn === undefined ? [] : [{ role: textAt(item, 'RoleName') ?? '', arn }];
    }),
    isWhole: true,
  };
}

function policiesOfRole(
  role: JsonObject,
  path: readonly string[],
  managed: ReadonlyMap<string, FoundPolicy>,
): FoundPolicies {
  const name = textAt(role, 'RoleName') ?? '';
  const inline = objectsAt(role, 'RolePolicyList').map(
    ({ item, index }): FoundPolicy => ({
      name: textAt(item, 'PolicyName') ?? index,
      document: own(item, 'PolicyDocument') ?? null,
      path: [...path, 'RolePolicyList', index, 'PolicyDocument'],
      role: name,
    }),
  );
  const attached = objectsAt(role, 'AttachedManagedPolicies').map(({ item }) => textAt(item, 'PolicyArn') ?? '');
  return {
    policies: [...inline, ...attached.flatMap((arn) => ofRole(managed.get(arn), name))],
    missing: attached
      .filter((arn) => !managed.has(arn))
      .map((arn) => ({
        name: arn,
        arn,
        role: name,
        reason:
          'is attached, and its document is not in the file; ask for it with --filter Role LocalManagedPolicy AWSManagedPolicy',
      })),
  };
}

function ofRole(policy: FoundPolicy | undefined, role: string): readonly FoundPolicy[] {
  return policy === undefined ? [] : [{ ...policy, role }];
}

/** By ARN; of each, the version in use. */
function managedPolicies(json: JsonObject): ReadonlyMap<string, FoundPolicy> {
  return new Map(
    objectsAt(json, 'Policies').flatMap(({ item, index }) => {
      const arn = textAt(item, 'Arn');
      const versions = objectsAt(item, 'PolicyVersionList');
      const version = versions.find(({ item: each }) => own(each, 'IsDefaultVersion') === true);
      if (arn === undefined || version === undefined) return [];
      const path = ['Policies', index, 'PolicyVersionList', version.index, 'Document'];
      return [[arn, { name: arn, document: own(version.item, 'Document') ?? null, path }] as const];
    }),
  );
}
