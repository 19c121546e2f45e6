import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/codeguru/latest/reviewer-api/',
  recheck: {
    secret: ['CreateConnectionToken'],
  },
  free: {
    ownData: ['CreateCodeReview'],
  },
} satisfies Judgements;
