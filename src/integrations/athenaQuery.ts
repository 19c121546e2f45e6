import { knownKeys } from '../grants/encryption.ts';
import type { Origin, Resource } from '../grants/grant.ts';
import { argument, type CallContext } from '../grants/integration.ts';
import { type KeyArgument, keyArgument } from '../grants/keys.ts';
import { knownOrigin, type NamePart } from '../grants/names.ts';
import { patternPart } from '../grants/partial.ts';
import { arn } from '../grants/resources.ts';
import { originOf } from '../grants/roles.ts';
import { formatArn } from '../iam/arn.ts';
import { hasWildcard } from '../iam/pattern.ts';
import { escapeText, hasPlaceholder } from '../iam/text.ts';
import { knownText, mayBePresent } from '../values/domain/value.ts';
import { type ReadingStatement, readingStatement } from './sql.ts';

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
 * Where the results go; undefined if that isn't known. The workgroup's settings count if they are enforced, and where the
 * query has none. Nobody says whether they are enforced: then the query's own count, since queries of a workgroup that
 * enforces its settings should have the same or none.
 *
 * Source: https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
 */
export function resultPlace(context: CallContext): ResultPlace | 'managed' | undefined {
  const field = `${RESULTS}.OutputLocation`;
  const own = argument(context, field);
  const output = context.facts.of(workgroup(context), 'output');
  const enforced = context.facts.of(workgroup(context), 'enforced');
  const counts = own.kind === 'absent' || enforced?.value === true;
  if (counts && output !== undefined && output.value !== 'none') {
    return placeAt({ text: escapeText(output.value), origin: originOf(output) }, context);
  }
  if (counts && output === undefined) return undefined;
  // Without any place the query fails, unless Athena manages the results:
  // https://docs.aws.amazon.com/athena/latest/ug/managed-results.html
  if (own.kind === 'absent') return 'managed';
  return placeAt(patternPart(own, field), context);
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
  return { bucket: s3(bucket), objects: s3(`${bucket}/${folder === '' ? '' : `${folder}/`}*`) };
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

function isDefaultCatalog(context: CallContext): boolean {
  const catalog = argument(context, 'QueryExecutionContext.Catalog');
  return catalog.kind === 'absent' || knownText(catalog)?.toLowerCase() === 'awsdatacatalog';
}

/** A database that a query names, and the argument that does. */
export interface QueriedDatabase {
  readonly name: string;
  readonly origin: Origin;
}

/**
 * The databases of a query that only reads; undefined if they aren't all known. Every query needs `default` besides its
 * own. The catalog's names are in lower case.
 *
 * Source: https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html
 */
export function databases(context: CallContext): readonly QueriedDatabase[] | undefined {
  const statement = reads(context);
  const field = 'QueryExecutionContext.Database';
  const value = argument(context, field);
  const database = value.kind === 'absent' ? 'default' : knownText(value);
  if (statement === undefined || statement.allDatabases || database === undefined) return undefined;
  const found = new Map<string, Origin>([['default', { kind: 'fixed' }]]);
  for (const name of statement.databases) found.set(name, { kind: 'literal', field: 'QueryString' });
  if (value.kind !== 'absent') {
    for (const name of [database, hasPlaceholder(database) ? database : database.toLowerCase()]) {
      found.set(name, knownOrigin(value, field));
    }
  }
  return [...found].map(([name, origin]) => ({ name: escapeText(name), origin }));
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
