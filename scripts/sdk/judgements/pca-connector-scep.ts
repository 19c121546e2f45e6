import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/pca-connector-scep/latest/APIReference/',
  recheck: {
    secret: ['CreateChallenge', 'GetChallengePassword'],
  },
} satisfies Judgements;
