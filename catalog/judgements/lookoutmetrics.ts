import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/lookoutmetrics/latest/api/',
  recheck: {
    otherRoles: ['UpdateMetricSet'],
    stopsAlarms: ['UpdateAlert'],
  },
  free: {
    passRole: ['CreateAlert', 'CreateMetricSet'],
  },
} satisfies Judgements;
