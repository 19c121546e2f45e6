import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/managed-blockchain/latest/APIReference/',
  recheck: {
    opens: ['CreateProposal'],
  },
} satisfies Judgements;
