import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/kinesis/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    stopsAlarms: ['DisableEnhancedMonitoring'],
  },
  free: {
    ownData: ['CreateQueue'],
  },
} satisfies Judgements;
