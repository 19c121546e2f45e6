import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/',
  free: {
    ownData: ['CreateQueue'],
  },
} satisfies Judgements;
