import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3tables.html',
  recheck: {
    opens: ['PutTableBucketReplication', 'PutTableReplication'],
    stopsLogs: ['PutTableBucketLogging'],
  },
  free: {
    passRole: ['StartTableMigration', 'SyncTableMigration'],
  },
} satisfies Judgements;
