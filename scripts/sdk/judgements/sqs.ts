import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/',
  free: {
    ownData: ['CreateQueue'],
  },
} satisfies Judgements;
