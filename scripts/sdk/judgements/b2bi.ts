import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/b2bi/latest/APIReference/',
  free: {
    dataOnly: ['CreateTransformer', 'UpdateTransformer'],
  },
} satisfies Judgements;
