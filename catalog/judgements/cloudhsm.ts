import type { Judgements } from '../build/judged.ts';

export default {
  page: { cloudhsmv2: 'https://docs.aws.amazon.com/cloudhsm/latest/APIReference/' },
  free: {
    passRole: ['CreateHsm'],
  },
} satisfies Judgements;
