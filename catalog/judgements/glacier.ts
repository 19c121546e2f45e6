import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/amazonglacier/latest/dev/api-initiate-job-post.html',
  free: {
    ownData: ['InitiateJob'],
  },
} satisfies Judgements;
