import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/ssmsap/latest/APIReference/',
  free: {
    masked: ['GetDatabase'],
  },
} satisfies Judgements;
