import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/lookoutmetrics/latest/api/',
  recheck: {
    stopsAlarms: ['UpdateAlert'],
  },
  free: {
    passRole: ['CreateAlert', 'CreateMetricSet', 'UpdateMetricSet'],
  },
} satisfies Judgements;
