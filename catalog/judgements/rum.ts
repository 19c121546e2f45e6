import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cloudwatchrum/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    stopsLogs: ['UpdateAppMonitor'],
  },
  free: {
    namesOnly: ['CreateAppMonitor'],
    passRole: ['PutRumMetricsDestination'],
  },
} satisfies Judgements;
