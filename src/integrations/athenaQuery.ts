import { knownKeys } from '../grants/encryption.ts';
import type { Origin, Resource } from '../grants/grant.ts';
import { argument, type CallContext } from '../grants/integration.ts';
import { type KeyArgument, keyArgument } from '../grants/keys.ts';
import { knownOrigin, type NamePart, originOf } from '../grants/names.ts';
import { patternOf, patternPart } from '../grants/partial.ts';
import { arn } from '../grants/resources.ts';
import { formatArn } from '../iam/arn.ts';
import { firstWildcard, hasWildcard } from '../iam/pattern.ts';
import { escapeText, hasPlaceholder } from '../iam/text.ts';
import { knownText, mayBePresent } from '../values/domain/value.ts';
import { INFORMATION_SCHEMA, type ReadingStatement, readingStatement } from './sql.ts';

/** What a query of Athena says of itself, and what is known of its workgroup. */

/** A query without a WorkGroup runs in `primary`. */
export const WORKGROUP = arn('athena', 'workgroup/{WorkGroup}', { defaults: { WorkGroup: 'primary' } });

const RESULTS = 'ResultConfiguration';

function workgroup(context: CallContext): string {
  return WORKGROUP(context)[0]?.arn ?? '';
}

/** A place in S3 where results go, as patterns of a bucket's ARN and of its objects' ARNs. */
export interface ResultPlace {
  readonly bucket: Resource;
  readonly objects: Resource;
}

/**
 * Where the results may go; undefined if that isn't known, and empty if nowhere in S3 that the query can choose. The
 * query's settings count unless the workgroup overrides them: then the query runs all the same, and the workgroup's
 * count. Where nobody says whether it does, both may, as far as they are known: a query that names a place expects it
 * to count, and a remark says what would tell.
 *
 * Source: https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
 */
export function resultPlaces(context: CallContext): readonly ResultPlace[] | undefined {
  const field = `${RESULTS}.OutputLocation`;
  const own = argument(context, field);
  const output = context.facts.of(workgroup(context), 'output');
  const enforced = context.facts.of(workgroup(context), 'enforced')?.value;
  // Without any place the query fails, unless Athena manages the results:
  // https://docs.aws.amazon.com/athena/latest/ug/managed-results.html
  const hasNone = output?.value === 'none';
  const places: (ResultPlace | undefined)[] = [];
  if (own.kind !== 'absent' && (enforced !== true || hasNone)) places.push(placeAt(patternPart(own, field), context));
  const isPossible = own.kind === 'absent' || enforced === true || (enforced === undefined && output !== undefined);
  if (isPossible && !hasNone) {
    places.push(output && placeAt({ text: escapeText(output.value), origin: originOf(output) }, context));
  }
  const known = places.filter((place) => place !== undefined);
  return known.length === places.length ? known : undefined;
}

/** Whether the workgroup may send the results to a place that nobody knows, in spite of the place that the query names. */
export function mayOverride(context: CallContext): boolean {
  const ofWorkgroup = workgroup(context);
  return (
    argument(context, `${RESULTS}.OutputLocation`).kind !== 'absent' &&
    context.facts.of(ofWorkgroup, 'enforced') === undefined &&
    context.facts.of(ofWorkgroup, 'output') === undefined
  );
}

/** `s3://bucket/prefix/`; Athena adds the slash at the end where it is missing. */
function placeAt({ text, origin }: NamePart, context: CallContext): ResultPlace | undefined {
  const [, bucket, prefix = ''] = /^s3:\/\/((?:\$\{[^}]*\}|[^/])+)(?:\/(.*))?$/s.exec(text) ?? [];
  if (bucket === undefined) return undefined;
  const s3 = (resource: string): Resource => ({
    arn: formatArn({ ...context.place, service: 's3', region: '', account: '', resource }),
    origin,
  });
  const folder = prefix.replace(/\/$/, '');
  // What is known only at run time may have a slash in it, and may be empty.
  const hole = firstWildcard(bucket);
  const objects = folder === '' || /^[*/]+$/.test(folder) ? `${bucket}/*` : `${bucket}/${folder}/*`;
  return { bucket: s3(hole < 0 ? bucket : `${bucket.slice(0, hole)}*`), objects: s3(objects) };
}

/** Athena makes only the bucket that it names itself: `aws-athena-query-results-<account>-<Region>`. */
export function maybeNewBucket({ bucket }: ResultPlace): boolean {
  const [, name = ''] = bucket.arn.split(':::');
  return hasWildcard(name) || name.startsWith('aws-athena-query-results-');
}

const statements = new WeakMap<CallContext, ReadingStatement | undefined>();

/** The query's statement, if it certainly only reads. */
export function reads(context: CallContext): ReadingStatement | undefined {
  if (statements.has(context)) return statements.get(context);
  const text = knownText(argument(context, 'QueryString'));
  const statement = text === undefined || !isDefaultCatalog(context) ? undefined : readingStatement(text);
  statements.set(context, statement);
  return statement;
}

/** Whether the query runs in the account's data catalog of AWS Glue. */
export function isDefaultCatalog(context: CallContext): boolean {
  const catalog = argument(context, 'QueryExecutionContext.Catalog');
  return catalog.kind === 'absent' || knownText(catalog)?.toLowerCase() === 'awsdatacatalog';
}

/** A database that a query names, and the argument that does. */
export interface QueriedDatabase {
  readonly name: string;
  readonly origin: Origin;
}

/**
 * The databases of a query that only reads; undefined if they aren't all known. An earlier edition of the page asked for
 * `default` besides the query's own. The catalog's names are in lower case.
 *
 * Source: https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html
 */
export function databases(context: CallContext): readonly QueriedDatabase[] | undefined {
  const statement = reads(context);
  const field = 'QueryExecutionContext.Database';
  const value = argument(context, field);
  const pattern = patternOf(value);
  const database = value.kind === 'absent' ? 'default' : (knownText(value) ?? pattern);
  if (statement === undefined || statement.allDatabases || database === undefined) return undefined;
  if (database.toLowerCase() === INFORMATION_SCHEMA) return undefined;
  const found = new Map<string, Origin>([['default', { kind: 'fixed' }]]);
  const patterns = new Map<string, Origin>();
  for (const name of statement.databases) found.set(name, { kind: 'literal', field: 'QueryString' });
  if (pattern !== undefined) {
    // What is known only at run time may be the schema of all databases.
    if (/^\*|^i/i.test(pattern)) return undefined;
    const { origin } = patternPart(value, field);
    for (const name of new Set([pattern, hasPlaceholder(pattern) ? pattern : pattern.toLowerCase()]))
      patterns.set(name, origin);
  } else if (value.kind !== 'absent') {
    for (const name of [database, hasPlaceholder(database) ? database : database.toLowerCase()]) {
      found.set(name, knownOrigin(value, field));
    }
  }
  return [
    ...[...found].map(([name, origin]) => ({ name: escapeText(name), origin })),
    ...[...patterns].map(([name, origin]) => ({ name, origin })),
  ];
}

/**
 * The keys of the results: the query's own, the workgroup's, or either of them.
 *
 * Source: https://docs.aws.amazon.com/athena/latest/ug/encryption.html
 */
export function resultKeys(context: CallContext): readonly KeyArgument[] {
  const own = argument(context, `${RESULTS}.EncryptionConfiguration`);
  const enforced = context.facts.of(workgroup(context), 'enforced')?.value;
  const keys: KeyArgument[] = [];
  if (enforced !== true) {
    const option = argument(context, `${RESULTS}.EncryptionConfiguration.EncryptionOption`);
    const field = `${RESULTS}.EncryptionConfiguration.KmsKey`;
    if (knownText(option) !== 'SSE_S3' && own.kind !== 'absent')
      keys.push(keyArgument(argument(context, field), field, context));
  }
  if (enforced !== false || own.kind === 'absent' || (own.kind === 'unknown' && mayBePresent(own))) {
    keys.push(...knownKeys(workgroup(context), context.facts));
  }
  return keys;
}
