import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/mpa/latest/APIReference/',
  free: {
    namesOnly: ['CreateApprovalTeam'],
  },
} satisfies Judgements;
