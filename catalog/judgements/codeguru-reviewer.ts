import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/codeguru/latest/reviewer-api/',
  recheck: {
    secret: ['CreateConnectionToken'],
  },
  free: {
    ownData: ['CreateCodeReview'],
  },
} satisfies Judgements;
