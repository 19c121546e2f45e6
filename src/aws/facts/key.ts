import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { NO_KEY } from '../../facts/fact.ts';
import { type Arn, formatArn, type Place, parseArn } from '../../iam/arn.ts';
import { answered, RequestFailure } from './failure.ts';
import type { FactReader, ReadFacts } from './row.ts';
import { clientsOf, type Session } from './session.ts';

/** Keys as services name them: by ID, ARN, alias or the ARN of an alias. */

const kms = clientsOf((settings) => new KMSClient(settings));

/**
 * The customer managed key that a service names for a resource of that place: its ARN, or `none`. Where AWS KMS does
 * not say whether it is an AWS managed key, it counts as customer managed, so that no permission is missing.
 */
export async function keyFacts(text: string | undefined, place: Place, session: Session): Promise<ReadFacts> {
  if (text === undefined || text === '') return { facts: { key: NO_KEY }, unread: [] };
  const arn = arnOfKey(text, place);
  if (isAliasOfAws(arn)) return { facts: { key: NO_KEY }, unread: [] };
  const key = formatArn(arn);
  if (isOfCustomer(arn, place)) return { facts: { key }, unread: [] };
  try {
    return { facts: { key: await describedKey(arn, session) }, unread: [] };
  } catch (error) {
    if (!(error instanceof RequestFailure)) throw error;
    return { facts: { key }, unread: [{ resource: key, name: 'key', why: error.message }] };
  }
}

export const readAlias: FactReader = async ({ arn }, session) => ({
  facts: { key: isAliasOfAws(arn) ? NO_KEY : await describedKey(arn, session) },
  unread: [],
});

/** A name without an ARN is one of the resource's own Region and account. */
function arnOfKey(text: string, place: Place): Arn {
  const resource = text.startsWith('alias/') || text.startsWith('key/') ? text : `key/${text}`;
  return parseArn(text) ?? { ...place, service: 'kms', resource };
}

/** Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk */
function isAliasOfAws({ resource }: Arn): boolean {
  return resource.startsWith('alias/aws/');
}

/**
 * An AWS managed key is in its resource's account, and in one Region.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
 */
function isOfCustomer({ resource, account }: Arn, place: Place): boolean {
  return resource.startsWith('key/mrk-') || (resource.startsWith('key/') && account !== place.account);
}

function describedKey(arn: Arn, session: Session): Promise<string> {
  const KeyId = formatArn(arn);
  let key = session.keys.get(KeyId);
  if (key === undefined) session.keys.set(KeyId, (key = describe(KeyId, arn.region, session)));
  return key;
}

/** Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html (KeyManager) */
async function describe(KeyId: string, region: string, session: Session): Promise<string> {
  const { KeyMetadata } = await session.request('kms:DescribeKey', KeyId, (options) =>
    kms(session, region).send(new DescribeKeyCommand({ KeyId }), options),
  );
  const { KeyManager, Arn } = answered(KeyMetadata, 'kms:DescribeKey', KeyId);
  return KeyManager === 'AWS' ? NO_KEY : answered(Arn, 'kms:DescribeKey', KeyId);
}
