import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/notifications/latest/APIReference/',
  free: {
    ownData: ['GetManagedNotificationEvent'],
  },
} satisfies Judgements;
