import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/',
  free: {
    ownData: ['PutObject', 'RestoreObject'],
  },
} satisfies Judgements;
