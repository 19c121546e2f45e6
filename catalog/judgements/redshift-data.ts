import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/redshift-data/latest/APIReference/',
  free: {
    ownData: ['BatchExecuteStatement', 'ExecuteStatement'],
  },
} satisfies Judgements;
