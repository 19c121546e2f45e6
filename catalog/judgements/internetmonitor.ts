import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/internet-monitor/latest/api/',
  recheck: {
    stopsAlarms: ['DeleteMonitor', 'UpdateMonitor'],
  },
  free: {
    operates: ['StopQuery'],
  },
} satisfies Judgements;
