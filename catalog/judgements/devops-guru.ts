import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/devops-guru/latest/APIReference/',
  recheck: {
    stopsAlarms: [
      'DeleteInsight',
      'RemoveNotificationChannel',
      'UpdateEventSourcesConfig',
      'UpdateResourceCollection',
      'UpdateServiceIntegration',
    ],
  },
  free: {
    notAWatch: ['PutFeedback'],
  },
} satisfies Judgements;
