import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/emr/latest/APIReference/',
  recheck: {
    credentials: ['GetClusterSessionCredentials'],
  },
} satisfies Judgements;
