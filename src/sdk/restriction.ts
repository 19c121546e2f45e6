import { matching } from '../grants/conditions.ts';
import type { Conditions } from '../grants/grant.ts';
import type { Place } from '../iam/arn.ts';

/** What must hold of the requests that a row allows on a key. */
export type Restriction =
  /** The service sends the request for the caller; `anyRegion` where it does so in other Regions as well. */
  | { readonly kind: 'via'; readonly service: string; readonly anyRegion: boolean }
  /** A grant is for an AWS service that has one made for the caller. */
  | { readonly kind: 'serviceGrant' };

const SERVICE_GRANT = 'serviceGrant';

/**
 * A restriction in the notation of src/sdk/data: `via=rds`, `via=dynamodb.*` in all Regions, or `serviceGrant`. Throws if
 * the text is none.
 */
export function parseRestriction(text: string): Restriction {
  if (text === SERVICE_GRANT) return { kind: 'serviceGrant' };
  const [, service, anyRegion] = /^via=([a-z0-9-]+)(\.\*)?$/.exec(text) ?? [];
  if (service === undefined) throw new Error(`${text} is no restriction`);
  return { kind: 'via', service, anyRegion: anyRegion !== undefined };
}

/** The inverse of parseRestriction. */
export function printRestriction(restriction: Restriction): string {
  if (restriction.kind === 'serviceGrant') return SERVICE_GRANT;
  return `via=${restriction.service}${restriction.anyRegion ? '.*' : ''}`;
}

/**
 * The restrictions as a policy's conditions. A request that comes from any of the services will do. The services' names
 * end in `amazonaws.com` in all partitions.
 *
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service and
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource
 */
export function conditionsOf(restrictions: readonly Restriction[], { region }: Place): Conditions {
  const via = restrictions.flatMap((one) =>
    one.kind === 'via' ? [`${one.service}.${one.anyRegion ? '*' : region}.amazonaws.com`] : [],
  );
  return {
    ...(via.length === 0 ? {} : matching('kms:ViaService', via)),
    ...(restrictions.some(({ kind }) => kind === 'serviceGrant')
      ? { Bool: { 'kms:GrantIsForAWSResource': ['true'] } }
      : {}),
  };
}
