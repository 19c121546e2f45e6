import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/pca-connector-scep/latest/APIReference/',
  recheck: {
    secret: ['CreateChallenge', 'GetChallengePassword'],
  },
} satisfies Judgements;
