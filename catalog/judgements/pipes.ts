import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/',
  recheck: {
    otherRoles: ['UpdatePipe'],
  },
  free: {
    masked: ['DescribePipe'],
  },
} satisfies Judgements;
