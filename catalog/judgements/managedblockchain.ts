import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/managed-blockchain/latest/APIReference/',
  recheck: {
    opens: ['CreateProposal'],
  },
} satisfies Judgements;
