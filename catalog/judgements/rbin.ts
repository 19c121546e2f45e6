import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/recyclebin/latest/APIReference/',
  free: {
    notAWatch: ['DeleteRule'],
  },
} satisfies Judgements;
