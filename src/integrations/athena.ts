import type { Origin, Resource } from '../grants/grant.ts';
import {
  argument,
  type CallContext,
  type GrantRow,
  type Integration,
  type Remark,
  type ResourceSpec,
} from '../grants/integration.ts';
import { keyRows } from '../grants/keyRows.ts';
import { arn, everything } from '../grants/resources.ts';
import { call, cancel, conditional, data, poll, precaution } from '../grants/rows.ts';
import { formatArn } from '../iam/arn.ts';
import { hasWildcard } from '../iam/pattern.ts';
import {
  databases,
  isDefaultCatalog,
  maybeNewBucket,
  mayOverride,
  type QueriedDatabase,
  type ResultPlace,
  reads,
  resultKeys,
  resultPlaces,
  WORKGROUP,
} from './athenaQuery.ts';

const ANY_WORKGROUP = arn('athena', 'workgroup/*');
const S3 = arn('s3', '*', { region: '', account: '' });
const ANY_CATALOG = arn('athena', 'datacatalog/*');
const NAMED_CATALOG = arn('athena', 'datacatalog/{QueryExecutionContext.Catalog}');
const DEFAULT_CATALOG = arn('athena', 'datacatalog/AwsDataCatalog');
const GLUE: readonly ResourceSpec[] = ['catalog', 'database/*', 'table/*', 'userDefinedFunction/*'].map((name) =>
  arn('glue', name),
);

const READ_DATA = ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'];
const USE_BUCKET = ['s3:GetBucketLocation', 's3:ListBucket'];
const WRITE_OBJECTS = ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'];
const READ_CATALOG = [
  'glue:BatchGetPartition',
  'glue:GetDatabase',
  'glue:GetDatabases',
  'glue:GetPartition',
  'glue:GetPartitions',
  'glue:GetTable',
  'glue:GetTables',
];
const WRITE_CATALOG = [
  'glue:BatchCreatePartition',
  'glue:BatchDeletePartition',
  'glue:BatchDeleteTable',
  'glue:CreateDatabase',
  'glue:CreatePartition',
  'glue:CreateTable',
  'glue:DeleteDatabase',
  'glue:DeletePartition',
  'glue:DeleteTable',
  'glue:UpdateDatabase',
  'glue:UpdatePartition',
  'glue:UpdateTable',
];

const PAGE = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html';
const WRITES = 'the query writes to the data catalog';

/**
 * Amazon Athena. A query acts with this role, and its text decides on what: a query that certainly only reads writes
 * nothing but its results. All other queries need what the page prints for any query.
 */
export const athena: Integration = {
  service: 'athena',
  page: PAGE,
  apis: {
    startQueryExecution: {
      patterns: ['requestResponse', 'sync'],
      remarks: (context) => [remark(context)],
      grants: [
        call('athena:StartQueryExecution', WORKGROUP),
        call('athena:GetDataCatalog', catalog),
        {
          ...conditional('the query names another data catalog', PAGE, call('athena:GetDataCatalog', ANY_CATALOG)),
          when: (context) => mayWrite(context) && namesCatalog(context),
        },
        poll('athena:GetQueryExecution', WORKGROUP),
        // The page's edition of 2023 had not these four, and what the AWS CDK grants has never had them.
        precaution(
          "AWS's page prints them, but GetQueryExecution tells when a query ends",
          PAGE,
          poll(
            [
              'athena:BatchGetQueryExecution',
              'athena:GetQueryResults',
              'athena:GetWorkGroup',
              'athena:ListQueryExecutions',
            ],
            WORKGROUP,
          ),
        ),
        cancel('athena:StopQueryExecution', WORKGROUP),
        { ...data([...new Set([...USE_BUCKET, ...WRITE_OBJECTS])], S3), when: mayWriteAnywhere },
        { ...uploads(S3), when: mayWriteAnywhere },
        { ...newBucket(S3), when: mayWriteAnywhere },
        { ...data(READ_DATA, S3), when: writesResultsOnly },
        { ...data(USE_BUCKET, (context) => results(context, 'bucket')), when: writesResultsOnly },
        { ...uploads((context) => results(context, 'bucket')), when: writesResultsOnly },
        { ...data(WRITE_OBJECTS, (context) => results(context, 'objects')), when: writesResultsOnly },
        { ...newBucket(newBuckets), when: writesResultsOnly },
        data(READ_CATALOG, metadata),
        precaution(
          "an earlier edition of AWS's page asked for the database default besides the query's own",
          'https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html',
          data(READ_CATALOG, defaultDatabase),
        ),
        { ...conditional(WRITES, PAGE, data(WRITE_CATALOG, GLUE)), when: mayWrite },
        conditional(
          'the data is registered with AWS Lake Formation',
          'https://docs.aws.amazon.com/athena/latest/ug/security-athena-lake-formation.html',
          data('lakeformation:GetDataAccess', everything('AWS Lake Formation has no resources to name')),
        ),
        ...keyRows(resultKeys, ['kms:Decrypt', 'kms:GenerateDataKey']),
      ],
    },
    // A query's ID doesn't show its workgroup, so these three name every workgroup of the account.
    stopQueryExecution: {
      patterns: ['requestResponse'],
      grants: [call('athena:StopQueryExecution', ANY_WORKGROUP)],
    },
    getQueryExecution: {
      patterns: ['requestResponse'],
      grants: [call('athena:GetQueryExecution', ANY_WORKGROUP)],
    },
    getQueryResults: {
      patterns: ['requestResponse'],
      grants: [
        call('athena:GetQueryResults', ANY_WORKGROUP),
        conditional(
          "the query's results lie in that bucket, which its ID does not tell",
          PAGE,
          data('s3:GetObject', S3),
        ),
      ],
    },
  },
};

function onlyReads(context: CallContext): boolean {
  return reads(context) !== undefined;
}

function mayWrite(context: CallContext): boolean {
  return !onlyReads(context);
}

function writesResultsOnly(context: CallContext): boolean {
  return onlyReads(context) && resultPlaces(context) !== undefined;
}

function mayWriteAnywhere(context: CallContext): boolean {
  return !writesResultsOnly(context);
}

/** The catalog that the call names; a query without one uses the account's data catalog of AWS Glue. */
function catalog(context: CallContext): readonly Resource[] {
  return isDefaultCatalog(context) ? DEFAULT_CATALOG(context) : NAMED_CATALOG(context);
}

/** False where only a run tells the catalog: then any is allowed as the one that the call names. */
function namesCatalog(context: CallContext): boolean {
  return catalog(context).every(({ arn }) => !hasWildcard(arn));
}

/** The AWS CDK grants it on objects, where it allows nothing. */
function uploads(buckets: ResourceSpec): GrantRow {
  return precaution(
    "AWS's page prints it, but queries of the AWS CDK run without",
    'https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-stepfunctions-tasks/lib/athena/start-query-execution.ts',
    data('s3:ListBucketMultipartUploads', buckets),
  );
}

/** Athena makes the bucket of the results where it has none: not for a bucket that exists. */
function newBucket(buckets: ResourceSpec): GrantRow {
  return conditional(
    "the bucket of the query's results does not exist yet",
    'https://repost.aws/knowledge-center/athena-output-bucket-error',
    data('s3:CreateBucket', buckets),
  );
}

function results(context: CallContext, part: keyof ResultPlace): readonly Resource[] {
  return (resultPlaces(context) ?? []).map((place) => place[part]);
}

/** The buckets of the results that Athena may have to make. */
function newBuckets(context: CallContext): readonly Resource[] {
  return (resultPlaces(context) ?? []).filter(maybeNewBucket).map(({ bucket }) => bucket);
}

/** The catalog, and the databases and tables of a query that only reads, if it says which. */
function metadata(context: CallContext): readonly Resource[] {
  const names = databases(context);
  if (names === undefined) return GLUE.flatMap((any) => any(context));
  const catalog: Resource = {
    arn: formatArn({ ...context.place, service: 'glue', resource: 'catalog' }),
    origin: FIXED,
  };
  return [catalog, ...names.filter((each) => !isSpare(each, context)).flatMap((each) => within(each, context))];
}

/** The database `default`, where the query has another. */
function defaultDatabase(context: CallContext): readonly Resource[] {
  const names = databases(context) ?? [];
  return names.filter((each) => isSpare(each, context)).flatMap((each) => within(each, context));
}

const FIXED: Origin = { kind: 'fixed' };

/** True of `default` if the call names a database, and neither it nor the query names this one. */
function isSpare({ origin }: QueriedDatabase, context: CallContext): boolean {
  return origin.kind === 'fixed' && argument(context, 'QueryExecutionContext.Database').kind !== 'absent';
}

function within({ name, origin }: QueriedDatabase, context: CallContext): readonly Resource[] {
  return [`database/${name}`, `table/${name}/*`, `userDefinedFunction/${name}/*`].map((resource) => ({
    arn: formatArn({ ...context.place, service: 'glue', resource }),
    origin,
  }));
}

/** Why it isn't known where the results go, or what would tell. */
function unknownOutput(context: CallContext): string {
  return argument(context, 'ResultConfiguration.OutputLocation').kind === 'unknown'
    ? 'ResultConfiguration.OutputLocation is decided at run time'
    : 'state the output of its workgroup with --facts, or look it up with --live';
}

function remark(context: CallContext): Remark {
  const code = 'data-location';
  if (!onlyReads(context)) {
    const message =
      'Athena reads and writes S3 and the Glue Data Catalog with this role; which buckets, databases and tables, the query decides, and its text does not show that it only reads. The grants are those that AWS documents for any query.';
    return { code, severity: 'warning', message };
  }
  const data = `Where the data of the query's tables lies, only the data catalog says: ${READ_DATA.join(', ')} cover every bucket.`;
  const output =
    resultPlaces(context) === undefined
      ? ` Where its results go is not known, so every bucket can be written: ${unknownOutput(context)}.`
      : mayOverride(context)
        ? ' Its workgroup may override the place that the query names for its results: if it does, state its output and that it is enforced with --facts, or look them up with --live.'
        : '';
  const views =
    databases(context) === undefined ? '' : ' A view that reads another database needs the grants on it as well.';
  return { code, severity: 'warning', message: `${data}${output}${views}` };
}
