import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/ts-influxdb/latest/ts-influxdb-api/',
  recheck: {
    opens: ['RestoreFromDbBackup'],
  },
  free: {
    inService: ['CreateDbCluster', 'CreateDbInstance'],
    namesOnly: ['CreateDbParameterGroup'],
  },
} satisfies Judgements;
