import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/b2bi/latest/APIReference/',
  free: {
    dataOnly: ['CreateTransformer', 'UpdateTransformer'],
  },
} satisfies Judgements;
