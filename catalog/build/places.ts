/** Arguments that name a place in Amazon S3, where no row says what is done there. */
import type { AllowRow, PossibleNeed } from '../../src/sdk/service.ts';
import { OWN_STORES } from '../curated/exceptions.ts';
import { prefixOf } from './authority.ts';
import type { Operation } from './models.ts';
import { isInMap, lastField } from './path.ts';

/** A bucket or a URI by its name; of an image's or a document's other sources the path has no S3. */
const NAMES_PLACE = /(Ur[il]|Bucket|BucketName|BucketArn|S3Path)$/;

/**
 * Some services go to Amazon S3 with the permissions of who calls them, such as Amazon Polly and Amazon DynamoDB, others
 * with a permission of their own. Where a page says which, a curated row has it; a call that passes a role lets the service
 * use that. What is left is told, and not granted.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html
 */
export function placeNotes(
  service: string,
  { name, members }: Operation,
  rows: readonly AllowRow[],
  passesRole: boolean,
): readonly PossibleNeed[] {
  const said = rows.some(({ actions }) => actions.some((action) => prefixOf(action).startsWith('s3')));
  if (said || passesRole || OWN_STORES.has(service) || /^(Describe|Get|Head|List|Search)/.test(name)) return [];
  return members
    .filter(({ path, oneOf }) => /S3/.test(path) && NAMES_PLACE.test(lastField(path)) && !oneOf && !isInMap(path))
    .map(({ path }) => ({
      what: `s3:GetObject or s3:PutObject at ${path}, if the service goes there with the permissions of this role`,
      when: [path],
    }));
}
