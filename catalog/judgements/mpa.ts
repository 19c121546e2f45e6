import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/mpa/latest/APIReference/',
  free: {
    namesOnly: ['CreateApprovalTeam'],
  },
} satisfies Judgements;
