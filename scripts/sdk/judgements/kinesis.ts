import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/kinesis/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    stopsAlarms: ['DisableEnhancedMonitoring'],
  },
} satisfies Judgements;
