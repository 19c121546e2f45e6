import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/mediastore/latest/apireference/',
  recheck: {
    stopsLogs: ['StopAccessLogging'],
  },
  free: {
    network: ['PutCorsPolicy'],
    takesAway: ['DeleteCorsPolicy'],
    notAWatch: ['DeleteMetricPolicy', 'PutMetricPolicy'],
  },
} satisfies Judgements;
