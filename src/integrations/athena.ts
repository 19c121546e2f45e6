import type { Integration, ResourceSpec } from '../grants/integration.ts';
import { arn, everything } from '../grants/resources.ts';
import { call, cancel, data, poll } from '../grants/rows.ts';

/** A query without a WorkGroup runs in `primary`. */
const WORKGROUP = arn('athena', 'workgroup/{WorkGroup}', { defaults: { WorkGroup: 'primary' } });
const ANY_WORKGROUP = arn('athena', 'workgroup/*');
/** Catalogs are named in the query's text, not in an argument. */
const CATALOGS = arn('athena', 'datacatalog/*');
const S3 = arn('s3', '*', { region: '', account: '' });
const GLUE: readonly ResourceSpec[] = ['catalog', 'database/*', 'table/*', 'userDefinedFunction/*'].map((name) =>
  arn('glue', name),
);

/** Amazon Athena. */
export const athena: Integration = {
  service: 'athena',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html',
  apis: {
    startQueryExecution: {
      patterns: ['requestResponse', 'sync'],
      remarks: () => [
        {
          code: 'data-location',
          severity: 'info',
          message:
            'Athena reads and writes S3 and the Glue Data Catalog with this role; which buckets, databases and tables, the query decides. The grants are those that AWS documents for any query.',
        },
      ],
      grants: [
        call('athena:StartQueryExecution', WORKGROUP),
        call('athena:GetDataCatalog', CATALOGS),
        poll(
          [
            'athena:GetQueryExecution',
            'athena:BatchGetQueryExecution',
            'athena:GetQueryResults',
            'athena:GetWorkGroup',
            'athena:ListQueryExecutions',
          ],
          WORKGROUP,
        ),
        cancel('athena:StopQueryExecution', WORKGROUP),
        data(
          [
            's3:GetBucketLocation',
            's3:GetObject',
            's3:ListBucket',
            's3:ListBucketMultipartUploads',
            's3:ListMultipartUploadParts',
            's3:AbortMultipartUpload',
            's3:CreateBucket',
            's3:PutObject',
          ],
          S3,
        ),
        data(
          [
            'glue:CreateDatabase',
            'glue:GetDatabase',
            'glue:GetDatabases',
            'glue:UpdateDatabase',
            'glue:DeleteDatabase',
            'glue:CreateTable',
            'glue:UpdateTable',
            'glue:GetTable',
            'glue:GetTables',
            'glue:DeleteTable',
            'glue:BatchDeleteTable',
            'glue:BatchCreatePartition',
            'glue:CreatePartition',
            'glue:UpdatePartition',
            'glue:GetPartition',
            'glue:GetPartitions',
            'glue:BatchGetPartition',
            'glue:DeletePartition',
            'glue:BatchDeletePartition',
          ],
          GLUE,
        ),
        data('lakeformation:GetDataAccess', everything('AWS Lake Formation has no resources to name')),
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
      grants: [call('athena:GetQueryResults', ANY_WORKGROUP), data('s3:GetObject', S3)],
    },
  },
};
