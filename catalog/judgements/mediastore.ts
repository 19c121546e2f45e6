import type { Judgements } from '../build/judged.ts';

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
